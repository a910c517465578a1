/* The columns of a comparison table with changes as they were published.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-comparison-private.h"
#include "tb-published.h"

#include <math.h>

static gboolean
has_change (TbFigure figure)
{
  TbObservation o;

  if (figure.series == NULL)
    return FALSE;
  tb_series_get (figure.series, figure.row, &o);

  return o.extra != NULL && o.extra->change.given;
}

/* Of the kinds of figure that the row has for the period, the first with a
 * change: a target may be published with a growth rate, too. */
static TbFigure
find_published (const TbComparison *self,
                gsize               row,
                TbPeriod            period)
{
  for (int kind = TB_KIND_ACTUAL; kind <= TB_KIND_FORECAST; kind++)
    {
      TbFigure figure = tb_comparison_find_figure (self, row, period, (TbKind) kind);

      if (has_change (figure))
        return figure;
    }

  return (TbFigure) { NULL, 0 };
}

static gboolean
has_any (const TbComparison *self,
         TbPeriod            period)
{
  for (gsize row = 0; row < self->n_rows; row++)
    {
      if (find_published (self, row, period).series != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
append_column (TbComparison *self,
               TbPeriod      period)
{
  TbColumn column = { .kind = TB_COLUMN_PUBLISHED, .period = period, .base = TB_PERIOD_UNDATED };

  for (gsize i = self->n_figures; i < self->columns->len; i++)
    {
      const TbColumn *other = &g_array_index (self->columns, TbColumn, i);

      if (other->kind == TB_COLUMN_PUBLISHED && tb_period_equal (other->period, period))
        return;
    }
  g_array_append_val (self->columns, column);
}

/* The last column of figures with a published change; −1 where none has. */
static gssize
find_last_published (const TbComparison *self)
{
  gssize last = -1;

  for (gsize row = 0; row < self->n_rows; row++)
    {
      const TbTableRow *table_row = &self->rows[row];

      for (gsize i = table_row->n_cells; i > 0 && (gssize) table_row->cells[i - 1].column > last; i--)
        {
          if (has_change ((TbFigure) { table_row->series, table_row->cells[i - 1].row }))
            last = (gssize) table_row->cells[i - 1].column;
        }
    }

  return last;
}

/* For the later period of each pair. Where none of these has any, for the last
 * period that has: a growth rate is often all that can be said. */
void
tb_comparison_append_published (TbComparison *self)
{
  gsize n = self->columns->len;
  gssize last;

  for (gsize i = self->n_figures; i < n; i++)
    {
      TbColumn column = g_array_index (self->columns, TbColumn, i);

      if (column.kind == TB_COLUMN_ABSOLUTE && has_any (self, column.period))
        append_column (self, column.period);
    }
  last = self->columns->len == n ? find_last_published (self) : -1;
  if (last >= 0)
    append_column (self, g_array_index (self->columns, TbColumn, last).period);
}

/**
 * tb_comparison_get_published:
 * @self: a comparison
 * @row: a row
 * @column: a column of published changes
 *
 * Returns: the figure that the change was published with; its series is %NULL
 *   where the row has none
 */
TbFigure
tb_comparison_get_published (const TbComparison *self,
                             gsize               row,
                             gsize               column)
{
  g_return_val_if_fail (row < self->n_rows, ((TbFigure) { NULL, 0 }));

  return find_published (self, row, tb_comparison_get_column (self, column)->period);
}

char *
tb_comparison_dup_published (const TbComparison *self,
                             gsize               row,
                             gsize               column,
                             TbLanguage          language,
                             TbCellStyle         style)
{
  TbFigure figure = tb_comparison_get_published (self, row, column);
  g_autofree char *shown = NULL;

  if (figure.series != NULL)
    shown = tb_published_dup_short (figure, self->rows[row].scales[language], language);
  if (shown == NULL)
    return g_strdup ("");

  return style == TB_CELL_PLAIN ? tb_cell_make_plain (shown) : g_steal_pointer (&shown);
}

double
tb_comparison_get_published_number (const TbComparison *self,
                                    gsize               row,
                                    gsize               column)
{
  TbFigure figure = tb_comparison_get_published (self, row, column);
  TbObservation o;

  if (figure.series == NULL)
    return NAN;

  tb_series_get (figure.series, figure.row, &o);
  switch (o.extra->change.kind)
    {
    case TB_CHANGE_ON_YEAR_PERCENT:
    case TB_CHANGE_ON_PERIOD_PERCENT:
    case TB_CHANGE_PERCENT_BASE_UNSTATED:
      return tb_decimal_to_double (o.extra->change.value);
    case TB_CHANGE_ON_YEAR_ABSOLUTE:
    case TB_CHANGE_POINTS:
    case TB_CHANGE_TIMES:
      break;
    }

  return NAN;
}
