/* The formats of cells in an XLSX file: of numbers, fonts, rules.
 *
 * Number formats: ECMA-376 part 1, 18.8.30 and 18.8.31.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-table-xlsx-private.h"

#include <math.h>
#include <string.h>

/* Excel opens between 200 and 250 number formats, by its language ("Excel
 * specifications and limits"). What has no words in it is of a few forms; this is
 * left for those that have. */
#define MOST_LITERALS 150

#define SIZE 10.0
#define TITLE_SIZE 15.0

#define MINUS_SIGN "−"

lxw_color_t
tb_xlsx_get_color (TbColor color)
{
  return (lxw_color_t) lround (color.r * 255) << 16 | (lxw_color_t) lround (color.g * 255) << 8
         | (lxw_color_t) lround (color.b * 255);
}

/* In quotes, a quote behind a backslash instead. */
static void
append_literal (GString    *code,
                const char *text)
{
  if (*text == '\0')
    return;
  g_string_append_c (code, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append (code, "\"\\\"\"");
      else
        g_string_append_c (code, *p);
    }
  g_string_append_c (code, '"');
}

/* As much room as the character has: "_x". */
static void
append_pad (GString    *code,
            const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_string_append_c (code, '_');
      g_string_append_unichar (code, g_utf8_get_char (p));
    }
}

static void
append_number (GString            *code,
               const TbCellFormat *format,
               const char         *sign)
{
  append_literal (code, format->prefix);
  append_literal (code, format->is_zero ? "" : sign);
  g_string_append (code, format->is_zero ? "\"0\"" : "#,##0");
  for (int i = 0; i < format->decimals; i++)
    g_string_append (code, i == 0 ? ".0" : "0");
  if (format->kind == TB_CELL_PERCENT)
    g_string_append_c (code, '%');
  append_pad (code, format->pad_point ? "." : "");
  for (int i = 0; i < format->pad_decimals; i++)
    append_pad (code, "0");
  append_pad (code, format->pad_percent ? "%" : "");
  append_literal (code, format->suffix);
  append_literal (code, format->letters);
  append_pad (code, format->pad_letters);
}

static gboolean
has_words (const TbCellFormat *format)
{
  return *format->prefix != '\0' || *format->suffix != '\0' || *format->letters != '\0';
}

char *
tb_xlsx_dup_number_format (TbXlsx             *self,
                           const TbCellFormat *format)
{
  g_autoptr (GString) code = g_string_new (NULL);

  append_number (code, format, format->is_signed ? "+" : "");
  g_string_append_c (code, ';');
  append_number (code, format, MINUS_SIGN);
  if (format->is_signed)
    {
      g_string_append_c (code, ';');
      append_number (code, format, "");
    }
  if (has_words (format) && !g_hash_table_contains (self->literals, code->str))
    {
      if (g_hash_table_size (self->literals) >= MOST_LITERALS)
        return NULL;
      g_hash_table_add (self->literals, g_strdup (code->str));
    }

  return g_string_free_and_steal (g_steal_pointer (&code));
}

static void
set_rule_below (TbXlsx     *self,
                lxw_format *format,
                guint       style)
{
  gboolean last = (style & TB_XLSX_LAST_ROW) != 0;

  format_set_bottom (format, LXW_BORDER_THIN);
  format_set_bottom_color (format, tb_xlsx_get_color (last ? self->theme->axis : self->theme->grid));
}

static void
set_head (TbXlsx     *self,
          lxw_format *format)
{
  format_set_bold (format);
  format_set_text_wrap (format);
  format_set_align (format, LXW_ALIGN_VERTICAL_BOTTOM);
  format_set_bg_color (format, tb_xlsx_get_color ((TbColor) { 0.957, 0.961, 0.969, 1 }));
  format_set_bottom (format, LXW_BORDER_THIN);
  format_set_bottom_color (format, tb_xlsx_get_color (self->theme->axis));
}

static void
set_band (TbXlsx     *self,
          lxw_format *format,
          gboolean    centered)
{
  format_set_text_wrap (format);
  format_set_align (format, centered ? LXW_ALIGN_CENTER : LXW_ALIGN_LEFT);
  format_set_indent (format, centered ? 0 : 1);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  format_set_font_color (format, tb_xlsx_get_color (self->theme->text_muted));
  format_set_bg_color (format, tb_xlsx_get_color ((TbColor) { 0.957, 0.961, 0.969, 1 }));
  format_set_top (format, LXW_BORDER_MEDIUM);
  format_set_top_color (format, tb_xlsx_get_color (self->theme->series[0]));
}

static void
set_cell (TbXlsx     *self,
          lxw_format *format,
          guint       style)
{
  set_rule_below (self, format, style);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  if ((style & TB_XLSX_STYLE_MASK) == TB_XLSX_NUMBER)
    format_set_align (format, LXW_ALIGN_RIGHT);
  else
    format_set_text_wrap (format);
  /* Words would touch the numbers on their left. */
  if ((style & TB_XLSX_STYLE_MASK) == TB_XLSX_WORDS)
    {
      format_set_align (format, LXW_ALIGN_LEFT);
      format_set_indent (format, 1);
    }
  if ((style & TB_XLSX_STYLE_MASK) == TB_XLSX_UNIT)
    format_set_font_color (format, tb_xlsx_get_color (self->theme->text_muted));
}

static void
set_style (TbXlsx     *self,
           lxw_format *format,
           guint       style)
{
  switch ((TbXlsxStyle) (style & TB_XLSX_STYLE_MASK))
    {
    case TB_XLSX_TITLE:
      format_set_bold (format);
      format_set_font_size (format, TITLE_SIZE);
      format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
      break;
    case TB_XLSX_SUBTITLE:
      format_set_font_color (format, tb_xlsx_get_color (self->theme->text_muted));
      break;
    case TB_XLSX_FOOT:
      format_set_font_color (format, tb_xlsx_get_color (self->theme->text_muted));
      format_set_font_size (format, SIZE - 1);
      format_set_text_wrap (format);
      format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
      break;
    case TB_XLSX_BAND:
    case TB_XLSX_WIDE_BAND:
      set_band (self, format, (style & TB_XLSX_STYLE_MASK) == TB_XLSX_BAND);
      break;
    case TB_XLSX_HEAD_NUMBER:
      set_head (self, format);
      format_set_align (format, LXW_ALIGN_RIGHT);
      break;
    case TB_XLSX_HEAD_WORDS:
      set_head (self, format);
      format_set_align (format, LXW_ALIGN_LEFT);
      format_set_indent (format, 1);
      break;
    case TB_XLSX_HEAD:
    case TB_XLSX_FIELD_HEAD:
      set_head (self, format);
      break;
    case TB_XLSX_NAME:
    case TB_XLSX_UNIT:
    case TB_XLSX_WORDS:
    case TB_XLSX_NUMBER:
      set_cell (self, format, style);
      if ((style & TB_XLSX_TOTAL) != 0)
        format_set_bold (format);
      break;
    case TB_XLSX_FIELD:
      break;
    }
}

lxw_format *
tb_xlsx_get_format (TbXlsx     *self,
                    guint       style,
                    const char *number_format)
{
  g_autofree char *key = g_strdup_printf ("%u %s", style, number_format != NULL ? number_format : "");
  lxw_format *format = g_hash_table_lookup (self->formats, key);

  if (format != NULL)
    return format;
  format = workbook_add_format (self->workbook);
  format_set_font_name (format, self->font);
  format_set_font_size (format, SIZE);
  format_set_font_color (format, tb_xlsx_get_color (self->theme->text));
  set_style (self, format, style);
  if ((style & TB_XLSX_NEW_BAND) != 0)
    {
      format_set_left (format, LXW_BORDER_THIN);
      format_set_left_color (format, tb_xlsx_get_color (self->theme->grid));
    }
  if (number_format != NULL)
    format_set_num_format (format, number_format);
  g_hash_table_insert (self->formats, g_steal_pointer (&key), format);

  return format;
}
