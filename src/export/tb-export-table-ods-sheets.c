/* The sheets of an OpenDocument spreadsheet.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-table-ods-private.h"

#include "tb-markup-private.h"

#include <math.h>

#define LINE_HEIGHT 13.5
#define ROW_ROOM 6.0
#define TITLE_HEIGHT 26.0
#define GAP_HEIGHT 8.0

/* The word over more columns than that would be out of sight in their middle. */
#define MOST_CENTERED 8

#define NARROWEST_FIELD 8
#define WIDEST_FIELD 40
#define MOST_MEASURED 1000

typedef struct
{
  GString             *xml;
  TbOdsStyles         *styles;
  const TbComparison  *comparison;
  const TbTablePage   *page;
  const TbTableWidths *widths;
  const TbSheetLimits *limits;
  guint               *n_comments;
} Sheet;

static void
append_paragraph (const Sheet *self,
                  const char  *text)
{
  g_autofree char *fit = tb_sheet_dup_text (text, self->limits);

  if (*fit == '\0')
    return;
  g_string_append (self->xml, "<text:p>");
  tb_markup_append (self->xml, fit);
  g_string_append (self->xml, "</text:p>");
}

/* A text is a text whatever it begins with: only table:formula computes. */
static void
append_text (const Sheet *self,
             const char  *text,
             guint        style,
             gsize        n_columns)
{
  g_string_append_printf (self->xml, "<table:table-cell table:style-name=\"%s\"",
                          tb_ods_styles_get_cell (self->styles, style, NULL));
  if (n_columns > 1)
    g_string_append_printf (self->xml, " table:number-columns-spanned=\"%" G_GSIZE_FORMAT "\""
                            " table:number-rows-spanned=\"1\"", n_columns);
  if (*text == '\0')
    g_string_append (self->xml, "/>");
  else
    {
      g_string_append (self->xml, " office:value-type=\"string\">");
      append_paragraph (self, text);
      g_string_append (self->xml, "</table:table-cell>");
    }
  if (n_columns > 1)
    g_string_append_printf (
        self->xml, "<table:covered-table-cell table:number-columns-repeated=\"%" G_GSIZE_FORMAT "\"/>", n_columns - 1);
}

static void
open_row (const Sheet *self,
          double       height)
{
  g_string_append_printf (self->xml, "<table:table-row table:style-name=\"%s\">",
                          tb_ods_styles_get_row (self->styles, height));
}

static void
close_row (const Sheet *self)
{
  g_string_append (self->xml, "</table:table-row>\n");
}

static double
get_height (int n_lines)
{
  return n_lines * LINE_HEIGHT + ROW_ROOM;
}

static void
append_value (const Sheet       *self,
              const TbTableCell *cell,
              guint              style)
{
  if (cell->kind == TB_CELL_DAY)
    {
      g_autofree char *day = tb_day_to_string (cell->day);
      const char *data = tb_ods_styles_get_day (self->styles, FALSE, cell->letters);

      g_string_append_printf (self->xml, "<table:table-cell table:style-name=\"%s\" office:value-type=\"date\""
                              " office:date-value=\"%s\">", tb_ods_styles_get_cell (self->styles, style, data), day);
    }
  else
    {
      g_autofree char *number = tb_number_to_shortest (cell->number);
      const char *data = tb_ods_styles_get_number (self->styles, &cell->format);

      g_string_append_printf (self->xml, "<table:table-cell table:style-name=\"%s\" office:value-type=\"%s\""
                              " office:value=\"%s\">", tb_ods_styles_get_cell (self->styles, style, data),
                              cell->kind == TB_CELL_PERCENT ? "percentage" : "float", number);
    }
  append_paragraph (self, cell->text);
  g_string_append (self->xml, "</table:table-cell>");
}

/* A refusal's reason is read where the dash is. */
static void
append_noted (const Sheet       *self,
              const TbTableCell *cell,
              guint              style)
{
  g_string_append_printf (self->xml, "<table:table-cell table:style-name=\"%s\" office:value-type=\"string\">"
                          "<office:annotation office:display=\"false\">",
                          tb_ods_styles_get_cell (self->styles, style, NULL));
  append_paragraph (self, cell->note);
  g_string_append (self->xml, "</office:annotation>");
  append_paragraph (self, cell->text);
  g_string_append (self->xml, "</table:table-cell>");
}

static guint
get_band_flag (const Sheet *self,
               gsize        column)
{
  return tb_table_begins_band (self->comparison, column) ? TB_ODS_NEW_BAND : 0;
}

static void
append_cell (const Sheet *self,
             gsize        row,
             gsize        column,
             guint        flags)
{
  guint style = (tb_table_is_of_numbers (self->comparison, column) ? TB_ODS_NUMBER : TB_ODS_WORDS) | flags
                | get_band_flag (self, column);
  g_auto (TbTableCell) cell = { 0 };

  tb_table_cell_init (&cell, self->page->notes, self->comparison, row, column, self->styles->language);
  tb_cell_column_fit (&self->widths->columns[column], &cell);
  if (cell.kind != TB_CELL_TEXT && cell.kind != TB_CELL_EMPTY)
    append_value (self, &cell, style);
  else if (cell.note != NULL && (*self->n_comments)++ < TB_SHEET_MOST_COMMENTS)
    append_noted (self, &cell, style);
  else
    append_text (self, cell.text, style, 1);
}

static void
append_columns (const Sheet *self)
{
  g_string_append_printf (self->xml, "<table:table-header-columns><table:table-column table:style-name=\"%s\"/>",
                          tb_ods_styles_get_column (self->styles, self->widths->name));
  g_string_append_printf (self->xml, "<table:table-column table:style-name=\"%s\"/></table:table-header-columns>",
                          tb_ods_styles_get_column (self->styles, self->widths->unit));
  for (gsize column = 0; column < tb_comparison_get_n_columns (self->comparison); column++)
    g_string_append_printf (self->xml, "<table:table-column table:style-name=\"%s\"/>",
                            tb_ods_styles_get_column (self->styles, self->widths->columns[column].width));
  g_string_append_c (self->xml, '\n');
}

static void
append_head (const Sheet *self)
{
  TbLanguage language = self->styles->language;
  gsize n = tb_comparison_get_n_columns (self->comparison);

  g_string_append (self->xml, "<table:table-header-rows>");
  open_row (self, get_height (self->widths->band_lines));
  append_text (self, "", TB_ODS_BAND, 1);
  append_text (self, "", TB_ODS_BAND, 1);
  for (gsize first = 0, end; first < n; first = end)
    {
      g_autofree char *band = tb_table_dup_band (self->comparison, first, language);

      end = tb_table_find_band_end (self->comparison, first);
      append_text (self, band,
                   TB_ODS_NEW_BAND | (end - first > MOST_CENTERED ? TB_ODS_WIDE_BAND : TB_ODS_BAND), end - first);
    }
  close_row (self);
  open_row (self, get_height (self->widths->head_lines));
  append_text (self, tb_table_get_indicator_word (language), TB_ODS_HEAD, 1);
  append_text (self, tb_table_get_unit_word (language), TB_ODS_HEAD, 1);
  for (gsize column = 0; column < n; column++)
    {
      g_autofree char *title = tb_table_dup_head (self->comparison, column, language);

      append_text (self, title,
                   (tb_table_is_of_numbers (self->comparison, column) ? TB_ODS_HEAD_NUMBER : TB_ODS_HEAD_WORDS)
                       | get_band_flag (self, column),
                   1);
    }
  close_row (self);
  g_string_append (self->xml, "</table:table-header-rows>");
}

static void
append_rows (const Sheet *self)
{
  TbLanguage language = self->styles->language;
  gsize n_rows = tb_comparison_get_n_rows (self->comparison);

  for (gsize row = 0; row < n_rows; row++)
    {
      g_autofree char *name = tb_comparison_dup_row_title (self->comparison, row, language);
      g_autofree char *unit = tb_comparison_dup_row_unit (self->comparison, row, language);
      guint flags = row + 1 == n_rows ? TB_ODS_LAST_ROW : 0;

      flags |= tb_comparison_get_total (self->comparison, row) != NULL ? TB_ODS_TOTAL : 0;
      open_row (self, get_height (tb_table_widths_count_row (self->widths, name, unit)));
      append_text (self, name, TB_ODS_NAME | flags, 1);
      append_text (self, unit, TB_ODS_UNIT | flags, 1);
      for (gsize column = 0; column < tb_comparison_get_n_columns (self->comparison); column++)
        append_cell (self, row, column, flags);
      close_row (self);
    }
}

static void
append_foot (const Sheet *self)
{
  gsize n_columns = tb_comparison_get_n_columns (self->comparison) + TB_SHEET_N_HEADS;

  open_row (self, GAP_HEIGHT);
  append_text (self, "", TB_ODS_FIELD, 1);
  close_row (self);
  for (guint i = 0; i < self->page->foot->len; i++)
    {
      const char *line = g_ptr_array_index (self->page->foot, i);

      open_row (self, tb_table_count_lines (line, self->widths->total) * LINE_HEIGHT + 1);
      append_text (self, line, TB_ODS_FOOT, n_columns);
      close_row (self);
    }
}

/* "'数据'.A1:.T20"; columns are letters in base 26. */
static char *
make_range (const char *sheet,
            gsize       n_rows,
            gsize       n_columns)
{
  g_autoptr (GString) letters = g_string_new (NULL);

  for (; n_columns > 0; n_columns = (n_columns - 1) / 26)
    g_string_prepend_c (letters, (char) ('A' + (n_columns - 1) % 26));

  return g_strdup_printf ("%s.A1:%s.%s%" G_GSIZE_FORMAT, sheet, sheet, letters->str, n_rows);
}

void
tb_ods_append_table (GString             *xml,
                     TbOdsStyles         *styles,
                     const TbComparison  *comparison,
                     const TbTablePage   *page,
                     const TbTableWidths *widths,
                     const TbSheetLimits *limits)
{
  guint n_comments = 0;
  const Sheet self = { xml, styles, comparison, page, widths, limits, &n_comments };
  gsize n_rows = TB_ODS_FIRST_ROW + tb_comparison_get_n_rows (comparison) + 1 + page->foot->len;
  g_autofree char *range = make_range (page->table_name, n_rows,
                                       tb_comparison_get_n_columns (comparison) + TB_SHEET_N_HEADS);

  g_string_append_printf (xml, "<table:table table:name=\"%s\" table:style-name=\"ta1\" table:print-ranges=\"%s\">\n",
                          page->table_name, range);
  append_columns (&self);
  open_row (&self, TITLE_HEIGHT);
  append_text (&self, page->title, TB_ODS_TITLE, 1);
  close_row (&self);
  open_row (&self, get_height (1));
  append_text (&self, page->subtitle != NULL ? page->subtitle : "", TB_ODS_SUBTITLE, 1);
  close_row (&self);
  open_row (&self, GAP_HEIGHT);
  append_text (&self, "", TB_ODS_FIELD, 1);
  close_row (&self);
  append_head (&self);
  append_rows (&self);
  append_foot (&self);
  g_string_append (xml, "</table:table>\n");
}

typedef struct
{
  Sheet sheet;
  gsize n;
  int   widths[TB_TIDY_N_COLUMNS];
} Walk;

static gboolean
measure_field_row (const TbTidyRow *row,
                   gpointer         data)
{
  Walk *walk = data;

  for (int i = 0; i < TB_TIDY_N_COLUMNS; i++)
    {
      if (row->fields[i].text != NULL)
        walk->widths[i] = MAX (walk->widths[i], tb_cell_measure (row->fields[i].text));
    }

  return ++walk->n < MOST_MEASURED;
}

static void
append_field (const Sheet       *self,
              const TbTidyField *field)
{
  if (field->text == NULL)
    g_string_append (self->xml, "<table:table-cell/>");
  else if (!isnan (field->number) && !isinf (field->number))
    g_string_append_printf (self->xml,
                            "<table:table-cell office:value-type=\"float\" office:value=\"%s\"><text:p>%s</text:p>"
                            "</table:table-cell>",
                            field->text, field->text);
  else if (field->day != 0)
    g_string_append_printf (self->xml, "<table:table-cell table:style-name=\"%s\" office:value-type=\"date\""
                            " office:date-value=\"%s\"><text:p>%s</text:p></table:table-cell>",
                            tb_ods_styles_get_cell (self->styles, TB_ODS_FIELD,
                                                    tb_ods_styles_get_day (self->styles, TRUE, "")),
                            field->text, field->text);
  else
    append_text (self, field->text, TB_ODS_FIELD, 1);
}

static gboolean
append_field_row (const TbTidyRow *row,
                  gpointer         data)
{
  Walk *walk = data;

  if (walk->n >= walk->sheet.page->n_tidy)
    return FALSE;
  g_string_append (walk->sheet.xml, "<table:table-row>");
  for (int i = 0; i < TB_TIDY_N_COLUMNS; i++)
    append_field (&walk->sheet, &row->fields[i]);
  close_row (&walk->sheet);
  walk->n++;

  return TRUE;
}

void
tb_ods_append_data (GString             *xml,
                    TbOdsStyles         *styles,
                    const TbComparison  *comparison,
                    const TbTablePage   *page,
                    const TbSheetLimits *limits)
{
  Walk walk = { .sheet = { xml, styles, comparison, page, NULL, limits, NULL } };
  g_autofree char *range = make_range (page->data_name, page->n_tidy + 1, TB_TIDY_N_COLUMNS);

  for (int i = 0; i < TB_TIDY_N_COLUMNS; i++)
    /* The button of the filter takes two. */
    walk.widths[i] = tb_cell_measure (tb_tidy_get_name ((TbTidyColumn) i)) + 2;
  tb_table_foreach_tidy (comparison, styles->language, measure_field_row, &walk);
  g_string_append_printf (xml, "<table:table table:name=\"%s\" table:style-name=\"ta1\">\n", page->data_name);
  for (int i = 0; i < TB_TIDY_N_COLUMNS; i++)
    g_string_append_printf (
        xml, "<table:table-column table:style-name=\"%s\"/>",
        tb_ods_styles_get_column (styles, CLAMP (walk.widths[i], NARROWEST_FIELD, WIDEST_FIELD) + 2));
  g_string_append (xml, "<table:table-header-rows><table:table-row>");
  for (int i = 0; i < TB_TIDY_N_COLUMNS; i++)
    append_text (&walk.sheet, tb_tidy_get_name ((TbTidyColumn) i), TB_ODS_FIELD_HEAD, 1);
  close_row (&walk.sheet);
  g_string_append (xml, "</table:table-header-rows>");
  walk.n = 0;
  tb_table_foreach_tidy (comparison, styles->language, append_field_row, &walk);
  g_string_append_printf (xml, "</table:table>\n<table:database-ranges><table:database-range table:name=\"data\""
                          " table:target-range-address=\"%s\" table:display-filter-buttons=\"true\"/>"
                          "</table:database-ranges>\n", range);
}
