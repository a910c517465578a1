/* Cells of a comparison table as text that other programs paste.
 *
 * A spreadsheet reads "−3.1" with a true minus, "+4 pp" and "1 234" as words. The
 * tab-separated text therefore has bare digits, and the HTML table what is shown
 * with the number beside it, in the attributes that LibreOffice (sdval, sdnum) and
 * Excel (x:num, mso-number-format) read (B-9).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-comparison-copy.h"

#include "tb-comparison-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The language of a number format in sdnum: English of the United States. */
#define SDNUM_LANGUAGE "1033;0;"

/* A cell as a number: its digits as shown, and the format that shows them so. */
typedef struct
{
  char     *text;        /* of tab-separated text: "-3.1%", "1234", or words */
  gboolean  is_number;
  double    number;      /* 0.031 of a percentage */
  gboolean  is_percent;
  int       decimals;
} CopiedNumber;

static gsize
get_row (const TbCopiedCells *cells,
         gsize                i)
{
  return cells->rows != NULL ? cells->rows[i] : i;
}

static gsize
get_column (const TbCopiedCells *cells,
            gsize                i)
{
  return cells->columns != NULL ? cells->columns[i] : i;
}

static void
clear_number (CopiedNumber *self)
{
  g_free (self->text);
}

static int
count_decimals (const char *digits)
{
  const char *point = strchr (digits, '.');

  return point != NULL ? (int) strspn (point + 1, "0123456789") : 0;
}

/* What has a bound (">21"), a range or a word is text. */
static CopiedNumber
read_number (const TbCopiedCells *cells,
             gsize                row,
             gsize                column,
             const char          *shown)
{
  CopiedNumber self = { .text = tb_comparison_dup_cell_plain (cells->comparison, row, column, cells->language) };
  gboolean is_percent = g_str_has_suffix (shown, "%");
  char *end;

  if (*self.text == '\0' || tb_comparison_get_column (cells->comparison, column)->kind == TB_COLUMN_DEADLINE)
    return self;
  self.number = g_ascii_strtod (self.text, &end);
  if (end == self.text || *end != '\0' || !isfinite (self.number) || strpbrk (self.text, "xXnN") != NULL)
    {
      g_free (self.text);
      self.text = g_strdup (shown);
      return self;
    }
  self.is_number = TRUE;
  self.decimals = count_decimals (self.text);
  self.is_percent = is_percent;
  if (is_percent)
    {
      char *digits = self.text;

      self.number /= 100;
      self.text = g_strconcat (digits, "%", NULL);
      g_free (digits);
    }
  return self;
}

/* A tab or a line break within a cell would move all that follows. */
static void
append_tsv (GString    *text,
            const char *cell,
            gboolean    is_last)
{
  g_autofree char *flat = g_strdup (cell);

  g_strdelimit (flat, "\t\n\r", ' ');
  g_string_append (text, flat);
  g_string_append_c (text, is_last ? '\n' : '\t');
}

/* Changes stand in the unit of their row; those of percentages in points, which a
 * bare number does not say. */
static char *
dup_title (const TbCopiedCells *cells,
           gsize                column)
{
  g_autofree char *title = tb_comparison_dup_column_title (cells->comparison, column, cells->language);

  if (tb_comparison_get_column (cells->comparison, column)->kind != TB_COLUMN_ABSOLUTE)
    return g_steal_pointer (&title);
  for (gsize i = 0; i < cells->n_rows; i++)
    if ((tb_comparison_get_verdict (cells->comparison, get_row (cells, i), column).codes & TB_RULE (13)) != 0)
      /* Translators: the title of a column of changes of a copied table */
      return g_strdup_printf (_("%s (in the row’s unit; of percentages, in percentage points)"), title);
  return g_steal_pointer (&title);
}

static void
append_tsv_row (GString             *text,
                const TbCopiedCells *cells,
                gsize                row)
{
  for (gsize i = 0; i < cells->n_columns; i++)
    {
      g_autofree char *shown = tb_comparison_dup_cell (cells->comparison, row, get_column (cells, i), cells->language);
      CopiedNumber number = read_number (cells, row, get_column (cells, i), shown);

      append_tsv (text, number.is_number ? number.text : shown, i + 1 == cells->n_columns);
      clear_number (&number);
    }
}

/**
 * tb_comparison_copy_to_tsv:
 * @cells: what is copied
 *
 * Writes cells tab-separated, with names, units and titles: numbers with the digits
 * that are shown and nothing else, so that they are read as numbers.
 *
 * Returns: (transfer full): the text
 */
char *
tb_comparison_copy_to_tsv (const TbCopiedCells *cells)
{
  GString *text = g_string_new (NULL);

  if (cells->is_single)
    {
      append_tsv_row (text, cells, get_row (cells, 0));
      g_string_truncate (text, text->len - 1);
      return g_string_free_and_steal (text);
    }
  append_tsv (text, _("Indicator"), FALSE);
  append_tsv (text, _("Unit"), cells->n_columns == 0);
  for (gsize i = 0; i < cells->n_columns; i++)
    {
      g_autofree char *title = dup_title (cells, get_column (cells, i));

      append_tsv (text, title, i + 1 == cells->n_columns);
    }
  for (gsize i = 0; i < cells->n_rows; i++)
    {
      g_autofree char *title = tb_comparison_dup_row_title (cells->comparison, get_row (cells, i), cells->language);
      g_autofree char *unit = tb_comparison_dup_row_unit (cells->comparison, get_row (cells, i), cells->language);

      append_tsv (text, title, FALSE);
      append_tsv (text, unit, cells->n_columns == 0);
      append_tsv_row (text, cells, get_row (cells, i));
    }
  return g_string_free_and_steal (text);
}

static void
append_html (GString    *html,
             const char *open,
             const char *text,
             const char *close)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (html, open);
  g_string_append (html, escaped);
  g_string_append (html, close);
}

/* LibreOffice 25.2 takes a format from sdnum only where it is one of its own: with
 * another one a percentage would be a bare 0.031. */
static const char *
choose_format (const CopiedNumber *number)
{
  if (number->is_percent)
    return number->decimals == 0 ? "0%" : "0.00%";
  return number->decimals == 0 ? "#,##0" : number->decimals == 2 ? "#,##0.00" : "";
}

static void
append_number_attributes (GString            *html,
                          const CopiedNumber *number)
{
  static const char zeros[] = "000000000000000";
  char value[G_ASCII_DTOSTR_BUF_SIZE];
  int decimals = MIN (number->decimals, (int) sizeof zeros - 1);

  g_ascii_formatd (value, sizeof value, "%.15g", number->number);
  g_string_append_printf (html, " sdval=\"%s\" sdnum=\"" SDNUM_LANGUAGE "%s\" x:num=\"%s\"", value,
                          choose_format (number), value);
  g_string_append_printf (html, " style=\"mso-number-format:'%s0%s%.*s%s'\"", number->is_percent ? "" : "\\#\\,\\#\\#",
                          decimals > 0 ? "\\." : "", decimals, zeros, number->is_percent ? "%" : "");
}

static void
append_html_cell (GString             *html,
                  const TbCopiedCells *cells,
                  gsize                row,
                  gsize                column)
{
  g_autofree char *shown = tb_comparison_dup_cell (cells->comparison, row, column, cells->language);
  g_autofree char *description = tb_comparison_words_dup_cell (cells->comparison, row, column, cells->language);
  g_autofree char *title = g_markup_escape_text (description, -1);
  CopiedNumber number = read_number (cells, row, column, shown);

  g_string_append_printf (html, "<td align=\"right\" title=\"%s\"", title);
  if (number.is_number)
    append_number_attributes (html, &number);
  append_html (html, ">", shown, "</td>");
  clear_number (&number);
}

static void
append_html_head (GString             *html,
                  const TbCopiedCells *cells)
{
  if (cells->caption != NULL)
    append_html (html, "<caption>", cells->caption, "</caption>");
  g_string_append (html, "<thead><tr>");
  append_html (html, "<th align=\"left\">", _("Indicator"), "</th>");
  append_html (html, "<th align=\"left\">", _("Unit"), "</th>");
  for (gsize i = 0; i < cells->n_columns; i++)
    {
      g_autofree char *title = dup_title (cells, get_column (cells, i));

      append_html (html, "<th align=\"right\">", title, "</th>");
    }
  g_string_append (html, "</tr></thead>");
}

/**
 * tb_comparison_copy_to_html:
 * @cells: what is copied
 *
 * Writes cells as they are shown, with names, units and titles, as an HTML table;
 * what each cell is stands in its title.
 *
 * Returns: (transfer full): the text
 */
char *
tb_comparison_copy_to_html (const TbCopiedCells *cells)
{
  GString *html = g_string_new ("<meta charset=\"utf-8\"><table xmlns:x=\"urn:schemas-microsoft-com:office:excel\">");

  if (!cells->is_single)
    append_html_head (html, cells);
  g_string_append (html, "<tbody>\n");
  for (gsize i = 0; i < cells->n_rows; i++)
    {
      g_autofree char *title = tb_comparison_dup_row_title (cells->comparison, get_row (cells, i), cells->language);
      g_autofree char *unit = tb_comparison_dup_row_unit (cells->comparison, get_row (cells, i), cells->language);

      g_string_append (html, tb_comparison_get_total (cells->comparison, get_row (cells, i)) != NULL
                               ? "<tr style=\"font-weight:bold\">" : "<tr>");
      if (!cells->is_single)
        {
          append_html (html, "<th align=\"left\">", title, "</th>");
          append_html (html, "<td>", unit, "</td>");
        }
      for (gsize c = 0; c < cells->n_columns; c++)
        append_html_cell (html, cells, get_row (cells, i), get_column (cells, c));
      g_string_append (html, "</tr>\n");
    }
  g_string_append (html, "</tbody></table>\n");
  return g_string_free_and_steal (html);
}

/**
 * tb_comparison_copy_provider:
 * @cells: what is copied
 *
 * Makes what goes to the clipboard: HTML, tab-separated and plain text at once.
 *
 * Returns: (transfer full): a new provider
 */
GdkContentProvider *
tb_comparison_copy_provider (const TbCopiedCells *cells)
{
  g_autofree char *tsv = tb_comparison_copy_to_tsv (cells);
  g_autofree char *html = tb_comparison_copy_to_html (cells);
  g_autoptr (GBytes) tsv_bytes = g_bytes_new (tsv, strlen (tsv));
  g_autoptr (GBytes) html_bytes = g_bytes_new (html, strlen (html));
  GdkContentProvider *providers[] = {
    gdk_content_provider_new_for_bytes ("text/html", html_bytes),
    gdk_content_provider_new_for_bytes ("text/tab-separated-values", tsv_bytes),
    gdk_content_provider_new_typed (G_TYPE_STRING, tsv),
  };

  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}
