/* Which columns a comparison table has, and which figures stand in them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-comparison-private.h"
#include "tb-figure-text.h"

static int
compare_columns (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  const TbColumn *one = a;
  const TbColumn *other = b;
  int order = tb_period_compare (one->period, other->period);

  return order != 0 ? order : (int) one->figure_kind - (int) other->figure_kind;
}

static TbColumn
get_column_of (const TbSeries *series,
               guint32         row)
{
  TbObservation o;

  tb_series_get (series, row, &o);

  return (TbColumn) { .kind = TB_COLUMN_FIGURE, .period = o.period, .base = TB_PERIOD_UNDATED, .figure_kind = o.kind };
}

static void
drop_repeated (GArray *columns)
{
  guint n = 0;

  for (guint i = 0; i < columns->len; i++)
    {
      TbColumn column = g_array_index (columns, TbColumn, i);

      if (n > 0 && compare_columns (&g_array_index (columns, TbColumn, n - 1), &column, NULL) == 0)
        continue;
      g_array_index (columns, TbColumn, n++) = column;
    }
  g_array_set_size (columns, n);
}

/* The column of a period and kind; −1 where no figure has it. */
static gssize
find_column (const TbComparison *self,
             TbPeriod            period,
             TbKind              kind)
{
  TbColumn wanted = { .kind = TB_COLUMN_FIGURE, .period = period, .figure_kind = kind };
  gsize low = 0, high = self->n_figures;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;
      int order = compare_columns (&g_array_index (self->columns, TbColumn, middle), &wanted, NULL);

      if (order == 0)
        return (gssize) middle;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return -1;
}

static int
compare_cells (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const TbCell *one = a;
  const TbCell *other = b;

  return one->column != other->column ? (one->column > other->column) - (one->column < other->column)
                                      : (one->row > other->row) - (one->row < other->row);
}

/* Of several figures of one period and kind the first stands in the cell; a note
 * tells of the others that nothing replaced. */
static void
fill_row (TbComparison     *self,
          TbTableRow       *table_row,
          const TbSelected *selected)
{
  table_row->series = selected->series;
  table_row->n_cells = selected->n_rows;
  table_row->cells = g_new (TbCell, MAX (selected->n_rows, 1));
  for (gsize i = 0; i < selected->n_rows; i++)
    {
      TbColumn column = get_column_of (selected->series, selected->rows[i]);
      gssize place = find_column (self, column.period, column.figure_kind);

      table_row->cells[i] = (TbCell) { (guint32) place, selected->rows[i] };
    }
  g_sort_array (table_row->cells, selected->n_rows, sizeof (TbCell), compare_cells, NULL);

  for (guint language = 0; language < TB_N_LANGUAGES; language++)
    table_row->scales[language] = tb_figure_scale (selected->series, selected->rows, selected->n_rows,
                                                   (TbLanguage) language);
}

void
tb_comparison_lay_figures (TbComparison *self)
{
  gsize n = tb_selection_get_n (self->selection);
  const TbPlace *place = NULL;
  const TbUnit *unit = NULL;

  self->one_unit = TRUE;
  for (gsize i = 0; i < n; i++)
    {
      const TbSelected *selected = tb_selection_get (self->selection, i);
      const TbSeriesInfo *info = tb_series_get_info (selected->series);

      for (gsize j = 0; j < selected->n_rows; j++)
        {
          TbColumn column = get_column_of (selected->series, selected->rows[j]);

          g_array_append_val (self->columns, column);
        }
      if (i > 0 && info->place != place)
        self->many_places = TRUE;
      self->one_unit = self->one_unit && (i == 0 || info->unit == unit);
      place = info->place;
      unit = info->unit;
    }
  g_sort_array (self->columns->data, self->columns->len, sizeof (TbColumn), compare_columns, NULL);
  drop_repeated (self->columns);
  self->n_figures = self->columns->len;

  self->n_rows = n;
  self->rows = g_new0 (TbTableRow, MAX (n, 1));
  for (gsize i = 0; i < n; i++)
    fill_row (self, &self->rows[i], tb_selection_get (self->selection, i));
}

/* The first of the figures in a column; −1 where there is none. */
static gssize
find_first (const TbTableRow *table_row,
            gsize             column)
{
  gsize low = 0, high = table_row->n_cells;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (table_row->cells[middle].column < column)
        low = middle + 1;
      else
        high = middle;
    }

  return low < table_row->n_cells && table_row->cells[low].column == column ? (gssize) low : -1;
}

static gssize
find_cell (const TbTableRow *table_row,
           gsize             column)
{
  gssize first = find_first (table_row, column);

  return first < 0 ? -1 : (gssize) table_row->cells[first].row;
}

gssize
tb_comparison_get_other (const TbComparison *self,
                         gsize               row,
                         gsize               column,
                         gsize               i)
{
  const TbTableRow *table_row = &self->rows[row];
  gsize place = tb_comparison_get_place (self, column);
  gssize first = find_first (table_row, place);
  gsize other = (gsize) first + 1 + i;

  if (first < 0 || other >= table_row->n_cells || table_row->cells[other].column != place)
    return -1;

  return (gssize) table_row->cells[other].row;
}

TbFigure
tb_comparison_find_figure (const TbComparison *self,
                           gsize               row,
                           TbPeriod            period,
                           TbKind              kind)
{
  gssize column = find_column (self, period, kind);
  gssize found = column < 0 ? -1 : find_cell (&self->rows[row], (gsize) column);

  if (found < 0)
    return (TbFigure) { NULL, 0 };

  return (TbFigure) { self->rows[row].series, (gsize) found };
}

/**
 * tb_comparison_has_figure:
 * @self: a comparison
 * @row: a row
 * @period: a period
 * @kind: a kind of figure
 *
 * Returns: whether a cell of the row shows such a figure
 */
gboolean
tb_comparison_has_figure (const TbComparison *self,
                          gsize               row,
                          TbPeriod            period,
                          TbKind              kind)
{
  g_return_val_if_fail (row < self->n_rows, FALSE);

  return tb_comparison_find_figure (self, row, period, kind).series != NULL;
}

/**
 * tb_comparison_get_figure:
 * @self: a comparison
 * @row: a row
 * @column: a column of figures
 *
 * Returns: the figure's row in its series; −1 where the series has none of that
 *   period and kind
 */
gssize
tb_comparison_get_figure (const TbComparison *self,
                          gsize               row,
                          gsize               column)
{
  gsize place;

  g_return_val_if_fail (row < self->n_rows, -1);
  g_return_val_if_fail (column < tb_comparison_get_n_columns (self), -1);

  place = tb_comparison_get_place (self, column);

  return place < self->n_figures ? find_cell (&self->rows[row], place) : -1;
}
