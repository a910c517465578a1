/* The sheet of an XLSX file that shows the table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-table-widths.h"
#include "tb-table-xlsx-private.h"

/* Heights are in points. */
#define LINE_HEIGHT 14.0
#define ROW_ROOM 5.0
#define TITLE_HEIGHT 26.0
#define GAP_HEIGHT 8.0
#define TALLEST_ROW 409.0

/* The word over more columns than that would be out of sight in their middle. */
#define MOST_CENTERED 8

/* Reasons are read in full where they stand, without a click. */
#define COMMENT_WIDTH 280
#define COMMENT_LINE 40
#define COMMENT_LINE_HEIGHT 18

/* Day 0 of Excel's count from 1 March 1900 on; before that it has a day too many. */
#define FIRST_SOUND_DAY tb_day_new (1900, 3, 1)

static void
set_height (TbXlsx    *self,
            lxw_row_t  row,
            int        n_lines)
{
  worksheet_set_row (self->table, row, n_lines * LINE_HEIGHT + ROW_ROOM, NULL);
}

static void
write_text (TbXlsx     *self,
            lxw_row_t   row,
            lxw_col_t   column,
            const char *text,
            guint       style)
{
  g_autofree char *fit = tb_sheet_dup_text (text, self->limits);
  lxw_format *format = tb_xlsx_get_format (self, style, NULL);

  if (*fit == '\0')
    worksheet_write_blank (self->table, row, column, format);
  else
    worksheet_write_string (self->table, row, column, fit, format);
}

static void
write_comment (TbXlsx     *self,
               lxw_row_t   row,
               lxw_col_t   column,
               const char *note)
{
  g_autofree char *fit = tb_sheet_dup_text (note, self->limits);
  int n_lines = tb_table_count_lines (fit, COMMENT_LINE);
  lxw_comment_options options = {
    .author = "Tongbi",
    .width = COMMENT_WIDTH,
    .height = (guint16) MIN ((n_lines + 1) * COMMENT_LINE_HEIGHT, G_MAXINT16),
    .font_name = self->font,
    .font_size = 9,
    .color = tb_xlsx_get_color ((TbColor) { 0.98, 0.98, 0.98, 1 }),
  };

  worksheet_write_comment_opt (self->table, row, column, fit, &options);
}

/* FALSE: it is to be a text. */
static gboolean
write_day (TbXlsx            *self,
           lxw_row_t          row,
           lxw_col_t          column,
           const TbTableCell *cell,
           guint              style)
{
  static const TbPhrase formats = { { "[$-409]d mmm yyyy", "yyyy\"年\"m\"月\"d\"日\"" } };
  g_autoptr (GString) format = NULL;

  if (cell->day < FIRST_SOUND_DAY)
    return FALSE;
  format = g_string_new (formats.in[self->language]);
  if (*cell->letters != '\0')
    g_string_append_printf (format, "\"%s\"", cell->letters);
  worksheet_write_number (self->table, row, column, cell->day - tb_day_new (1899, 12, 30),
                          tb_xlsx_get_format (self, style, format->str));

  return TRUE;
}

static gboolean
write_number (TbXlsx            *self,
              lxw_row_t          row,
              lxw_col_t          column,
              const TbTableCell *cell,
              guint              style)
{
  g_autofree char *format = tb_xlsx_dup_number_format (self, &cell->format);

  if (format == NULL)
    return FALSE;
  worksheet_write_number (self->table, row, column, cell->number, tb_xlsx_get_format (self, style, format));

  return TRUE;
}

static void
write_cell (TbXlsx             *self,
            const TbCellColumn *column_look,
            gsize               row,
            gsize               column,
            guint               flags)
{
  lxw_row_t at_row = (lxw_row_t) (TB_XLSX_FIRST_ROW + row);
  lxw_col_t at_column = (lxw_col_t) (TB_SHEET_N_HEADS + column);
  guint style = (tb_table_is_of_numbers (self->comparison, column) ? TB_XLSX_NUMBER : TB_XLSX_WORDS) | flags;
  g_auto (TbTableCell) cell = { 0 };
  gboolean written = FALSE;

  tb_table_cell_init (&cell, self->page->notes, self->comparison, row, column, self->language);
  tb_cell_column_fit (column_look, &cell);
  if (cell.kind == TB_CELL_DAY)
    written = write_day (self, at_row, at_column, &cell, style);
  else if (cell.kind == TB_CELL_NUMBER || cell.kind == TB_CELL_PERCENT)
    written = write_number (self, at_row, at_column, &cell, style);
  if (!written)
    write_text (self, at_row, at_column, cell.text, style);
  if (cell.note != NULL && self->n_comments++ < TB_SHEET_MOST_COMMENTS)
    write_comment (self, at_row, at_column, cell.note);
}

/* A rule stands where a new band begins. */
static guint
get_band_flag (const TbXlsx *self,
               gsize         column)
{
  return tb_table_begins_band (self->comparison, column) ? TB_XLSX_NEW_BAND : 0;
}

static void
write_columns (TbXlsx              *self,
               const TbTableWidths *widths)
{
  worksheet_set_column (self->table, 0, 0, widths->name, NULL);
  worksheet_set_column (self->table, 1, 1, widths->unit, NULL);
  write_text (self, TB_XLSX_HEAD_ROW, 0, tb_table_get_indicator_word (self->language), TB_XLSX_HEAD);
  write_text (self, TB_XLSX_HEAD_ROW, 1, tb_table_get_unit_word (self->language), TB_XLSX_HEAD);
  for (gsize column = 0; column < tb_comparison_get_n_columns (self->comparison); column++)
    {
      g_autofree char *title = tb_table_dup_head (self->comparison, column, self->language);
      lxw_col_t at = (lxw_col_t) (TB_SHEET_N_HEADS + column);
      guint style = tb_table_is_of_numbers (self->comparison, column) ? TB_XLSX_HEAD_NUMBER : TB_XLSX_HEAD_WORDS;

      worksheet_set_column (self->table, at, at, widths->columns[column].width, NULL);
      write_text (self, TB_XLSX_HEAD_ROW, at, title, style | get_band_flag (self, column));
    }
  set_height (self, TB_XLSX_HEAD_ROW, widths->head_lines);
}

static void
write_bands (TbXlsx              *self,
             const TbTableWidths *widths)
{
  gsize n = tb_comparison_get_n_columns (self->comparison);

  write_text (self, TB_XLSX_BAND_ROW, 0, "", TB_XLSX_BAND);
  write_text (self, TB_XLSX_BAND_ROW, 1, "", TB_XLSX_BAND);
  for (gsize first = 0, end; first < n; first = end)
    {
      guint style;
      g_autofree char *band = tb_table_dup_band (self->comparison, first, self->language);
      lxw_col_t from = (lxw_col_t) (TB_SHEET_N_HEADS + first);

      end = tb_table_find_band_end (self->comparison, first);
      style = TB_XLSX_NEW_BAND | (end - first > MOST_CENTERED ? TB_XLSX_WIDE_BAND : TB_XLSX_BAND);
      if (end - first > 1)
        worksheet_merge_range (self->table, TB_XLSX_BAND_ROW, from, TB_XLSX_BAND_ROW,
                               (lxw_col_t) (TB_SHEET_N_HEADS + end - 1), band,
                               tb_xlsx_get_format (self, style, NULL));
      else
        write_text (self, TB_XLSX_BAND_ROW, from, band, style);
    }
  set_height (self, TB_XLSX_BAND_ROW, widths->band_lines);
}

static void
write_rows (TbXlsx              *self,
            const TbTableWidths *widths)
{
  gsize n_rows = tb_comparison_get_n_rows (self->comparison);

  for (gsize row = 0; row < n_rows; row++)
    {
      g_autofree char *name = tb_comparison_dup_row_title (self->comparison, row, self->language);
      g_autofree char *unit = tb_comparison_dup_row_unit (self->comparison, row, self->language);
      guint flags = row + 1 == n_rows ? TB_XLSX_LAST_ROW : 0;
      lxw_row_t at = (lxw_row_t) (TB_XLSX_FIRST_ROW + row);

      flags |= tb_comparison_get_total (self->comparison, row) != NULL ? TB_XLSX_TOTAL : 0;
      write_text (self, at, 0, name, TB_XLSX_NAME | flags);
      write_text (self, at, 1, unit, TB_XLSX_UNIT | flags);
      for (gsize column = 0; column < tb_comparison_get_n_columns (self->comparison); column++)
        write_cell (self, &widths->columns[column], row, column, flags | get_band_flag (self, column));
      set_height (self, at, tb_table_widths_count_row (widths, name, unit));
    }
}

/* Notes run below the whole table, a row each. */
static lxw_row_t
write_foot (TbXlsx    *self,
            lxw_row_t  row,
            int        width)
{
  lxw_col_t last = (lxw_col_t) (TB_SHEET_N_HEADS + tb_comparison_get_n_columns (self->comparison) - 1);

  worksheet_set_row (self->table, row++, GAP_HEIGHT, NULL);
  for (guint i = 0; i < self->page->foot->len; i++, row++)
    {
      g_autofree char *line = tb_sheet_dup_text (g_ptr_array_index (self->page->foot, i), self->limits);

      worksheet_merge_range (self->table, row, 0, row, last, line, tb_xlsx_get_format (self, TB_XLSX_FOOT, NULL));
      /* Excel finds no height for merged cells. */
      worksheet_set_row (self->table, row,
                         MIN (tb_table_count_lines (line, width * 11 / 10) * (LINE_HEIGHT - 1) + 2, TALLEST_ROW), NULL);
    }

  return row;
}

/* A table that is too wide to read on one page goes on over several, each with the
 * names of its rows. */
static void
set_up_page (TbXlsx              *self,
             lxw_row_t            last_row,
             const TbTableWidths *widths)
{
  lxw_col_t last = (lxw_col_t) (TB_SHEET_N_HEADS + tb_comparison_get_n_columns (self->comparison) - 1);

  worksheet_freeze_panes (self->table, TB_XLSX_FIRST_ROW, TB_SHEET_N_HEADS);
  worksheet_gridlines (self->table, LXW_HIDE_ALL_GRIDLINES);
  worksheet_set_landscape (self->table);
  worksheet_set_paper (self->table, 9);
  worksheet_set_margins (self->table, 0.5, 0.5, 0.6, 0.6);
  worksheet_fit_to_pages (self->table, (guint16) MIN (tb_table_widths_count_pages (widths), G_MAXINT16), 0);
  worksheet_repeat_rows (self->table, TB_XLSX_BAND_ROW, TB_XLSX_HEAD_ROW);
  worksheet_repeat_columns (self->table, 0, TB_SHEET_N_HEADS - 1);
  worksheet_print_area (self->table, 0, 0, last_row, last);
  worksheet_set_footer (self->table, "&R&9&P / &N");
}

void
tb_xlsx_write_table (TbXlsx *self)
{
  g_autoptr (TbTableWidths) widths = tb_table_widths_new (self->comparison, self->page, self->language);
  lxw_row_t row = (lxw_row_t) (TB_XLSX_FIRST_ROW + tb_comparison_get_n_rows (self->comparison));

  write_text (self, 0, 0, self->page->title, TB_XLSX_TITLE);
  worksheet_set_row (self->table, 0, TITLE_HEIGHT, NULL);
  if (self->page->subtitle != NULL)
    write_text (self, 1, 0, self->page->subtitle, TB_XLSX_SUBTITLE);
  worksheet_set_row (self->table, 2, GAP_HEIGHT, NULL);
  write_bands (self, widths);
  write_columns (self, widths);
  write_rows (self, widths);
  row = write_foot (self, row, widths->total);
  set_up_page (self, row - 1, widths);
}
