/* How wide the columns of a table are in a spreadsheet, and how high its rows.
 *
 * The fonts of whoever opens the file are not known here: widths are counted in
 * digits, which are of one width in the fonts that spreadsheets use, with room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-table-widths.h"

#define WIDEST_NAME 44
#define NARROWEST_NAME 16
#define WIDEST_UNIT 22
#define WIDEST_CELL 30
#define NARROWEST_CELL 9
#define LINES_OF_HEAD 3

/* "2021年12月31日": what is no wider stays in one line. */
#define WIDTH_OF_ONE_LINE 14

#define ROOM 2

/* What is readable on a page of A4 in landscape. */
#define WIDEST_PAGE 200

static int
count (int width,
       int room)
{
  return MAX (1, (width + room - 1) / MAX (room, 1));
}

/* A title takes up to three lines, and no word is cut. */
static int
find_head_width (const char *title)
{
  g_auto (GStrv) words = g_strsplit (title, " ", -1);
  int whole = tb_cell_measure (title);
  int width = MAX ((whole + LINES_OF_HEAD - 1) / LINES_OF_HEAD, MIN (whole, WIDTH_OF_ONE_LINE));

  for (char **word = words; *word != NULL; word++)
    {
      if (g_utf8_strlen (*word, -1) == tb_cell_measure (*word))
        width = MAX (width, tb_cell_measure (*word));
    }

  return width + 1;
}

static void
measure_rows (TbTableWidths      *self,
              const TbComparison *comparison,
              const TbTablePage  *page,
              TbLanguage          language)
{
  for (gsize row = 0; row < tb_comparison_get_n_rows (comparison); row++)
    {
      g_autofree char *name = tb_comparison_dup_row_title (comparison, row, language);
      g_autofree char *unit = tb_comparison_dup_row_unit (comparison, row, language);

      self->name = MAX (self->name, tb_cell_measure (name));
      self->unit = MAX (self->unit, tb_cell_measure (unit));
      for (gsize column = 0; column < tb_comparison_get_n_columns (comparison); column++)
        {
          g_auto (TbTableCell) cell = { 0 };

          tb_table_cell_init (&cell, page->notes, comparison, row, column, language);
          tb_cell_column_take (&self->columns[column], &cell);
        }
    }
}

/* A band takes as many lines as it needs over its columns. */
static void
measure_bands (TbTableWidths      *self,
               const TbComparison *comparison,
               TbLanguage          language)
{
  self->band_lines = 1;
  for (gsize first = 0, end; first < tb_comparison_get_n_columns (comparison); first = end)
    {
      g_autofree char *band = tb_table_dup_band (comparison, first, language);
      int room = 0;

      end = tb_table_find_band_end (comparison, first);
      for (gsize column = first; column < end; column++)
        room += self->columns[column].width;
      self->band_lines = MAX (self->band_lines, tb_table_count_lines (band, room - ROOM));
    }
}

/**
 * tb_table_widths_new:
 * @comparison: a table
 * @page: what stands around it
 * @language: the table's language
 *
 * Measures a table.
 *
 * Returns: (transfer full): its widths
 */
TbTableWidths *
tb_table_widths_new (const TbComparison *comparison,
                     const TbTablePage  *page,
                     TbLanguage          language)
{
  TbTableWidths *self = g_new0 (TbTableWidths, 1);
  gsize n = tb_comparison_get_n_columns (comparison);

  self->columns = g_new0 (TbCellColumn, n);
  self->name = NARROWEST_NAME;
  self->unit = tb_cell_measure (tb_table_get_unit_word (language));
  self->head_lines = 1;
  measure_rows (self, comparison, page, language);
  self->name = MIN (self->name, WIDEST_NAME) + ROOM;
  self->unit = MIN (self->unit, WIDEST_UNIT) + ROOM;
  self->total = self->name + self->unit;
  for (gsize column = 0; column < n; column++)
    {
      g_autofree char *title = tb_table_dup_head (comparison, column, language);
      int width = MAX (MIN (self->columns[column].width, WIDEST_CELL), find_head_width (title));

      width = MAX (width, NARROWEST_CELL);
      self->head_lines = MAX (self->head_lines, count (tb_cell_measure (title), width));
      self->columns[column].width = width + ROOM;
      self->total += width + ROOM;
    }
  measure_bands (self, comparison, language);

  return self;
}

/**
 * tb_table_widths_free:
 * @self: widths
 */
void
tb_table_widths_free (TbTableWidths *self)
{
  g_free (self->columns);
  g_free (self);
}

/**
 * tb_table_count_lines:
 * @text: a paragraph
 * @width: of a cell
 *
 * Returns: how many lines it takes there
 */
int
tb_table_count_lines (const char *text,
                      int         width)
{
  return count (tb_cell_measure (text), width);
}

/**
 * tb_table_widths_count_row:
 * @self: widths
 * @name: of a row
 * @unit: of a row
 *
 * Returns: how many lines the row has
 */
int
tb_table_widths_count_row (const TbTableWidths *self,
                           const char          *name,
                           const char          *unit)
{
  return MAX (tb_table_count_lines (name, self->name - ROOM), tb_table_count_lines (unit, self->unit - ROOM));
}

/**
 * tb_table_widths_count_pages:
 * @self: widths
 *
 * Returns: on how many pages side by side the table is printed
 */
int
tb_table_widths_count_pages (const TbTableWidths *self)
{
  return count (self->total, WIDEST_PAGE);
}
