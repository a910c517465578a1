/* The totals of a comparison table (B-8): rows, cells and their changes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-comparison-private.h"

void
tb_comparison_take_totals (TbComparison *self)
{
  self->totals = tb_totals_new (self->selection);
  tb_selection_unref (self->selection);
  self->selection = tb_selection_ref (tb_totals_get_selection (self->totals));
}

/* A total stands in the scale of its parts, so that it can be added up by eye: 801,000
 * and 602,000 tonnes are 1,403,000 tonnes, and not 1.403 million. It is behind them, and
 * may be a part itself. */
static void
scale_totals (TbComparison *self)
{
  g_autofree gboolean *is_scaled = g_new0 (gboolean, self->n_rows + 1);

  for (gsize row = 0; row < self->n_rows; row++)
    {
      const TbTableRow *part = &self->rows[row];
      TbTableRow *total = part->parent >= 0 ? &self->rows[part->parent] : NULL;

      if (total == NULL || tb_series_get_info (part->series)->unit != tb_series_get_info (total->series)->unit)
        continue;
      for (guint language = 0; language < TB_N_LANGUAGES; language++)
        if (!is_scaled[part->parent] || part->scales[language].power > total->scales[language].power)
          total->scales[language] = part->scales[language];
      is_scaled[part->parent] = TRUE;
    }
}

void
tb_comparison_mark_totals (TbComparison *self)
{
  for (gsize row = 0; row < self->n_rows; row++)
    {
      self->rows[row].total = self->totals != NULL ? tb_totals_get (self->totals, row) : NULL;
      self->rows[row].parent = self->totals != NULL ? tb_totals_get_parent (self->totals, row) : -1;
    }
  scale_totals (self);
}

/**
 * tb_comparison_get_total:
 * @self: a comparison
 * @row: a row
 *
 * Returns: (transfer none) (nullable): the total that it is
 */
const TbTotal *
tb_comparison_get_total (const TbComparison *self,
                         gsize               row)
{
  g_return_val_if_fail (row < self->n_rows, NULL);

  return self->rows[row].total;
}

/**
 * tb_comparison_get_total_row:
 * @self: a comparison
 * @row: a row
 *
 * Returns: the row of the total that it is a part of; −1 where it is of none, or where
 *   the table does not show that
 */
gssize
tb_comparison_get_total_row (const TbComparison *self,
                             gsize               row)
{
  g_return_val_if_fail (row < self->n_rows, -1);

  return self->rows[row].parent;
}

/**
 * tb_comparison_is_computed:
 * @self: a comparison
 * @row: a row
 *
 * Returns: whether its figures are sums that nobody published
 */
gboolean
tb_comparison_is_computed (const TbComparison *self,
                           gsize               row)
{
  const TbTotal *total = tb_comparison_get_total (self, row);

  return total != NULL && !tb_total_is_published (total);
}

/**
 * tb_comparison_dup_no_total:
 * @self: a comparison
 * @language: the reader's language
 *
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): why rows have no total, for below the table
 */
char *
tb_comparison_dup_no_total (const TbComparison *self,
                            TbLanguage          language)
{
  return self->totals != NULL ? tb_totals_dup_refusals (self->totals, language) : NULL;
}

gboolean
tb_comparison_load_side (const TbComparison *self,
                         gsize               row,
                         TbFigure            figure,
                         TbSide             *out_side)
{
  const TbTotalCell *cell;

  if (!tb_side_load (out_side, figure))
    return FALSE;
  if (!tb_comparison_is_computed (self, row))
    return TRUE;
  /* The rounding of all parts counts, and not that of the sum's last digit. */
  cell = tb_total_find (self->rows[row].total, out_side->observation.period);
  if (cell != NULL && cell->state == TB_TOTAL_SUM)
    out_side->value = cell->sum;

  return TRUE;
}

/* What the parts come to in a column of observed figures. */
static const TbTotalCell *
find_cell (const TbComparison *self,
           gsize               row,
           gsize               column)
{
  const TbColumn *what = tb_comparison_get_column (self, column);

  if (self->rows[row].total == NULL || what->kind != TB_COLUMN_FIGURE || what->figure_kind != TB_KIND_ACTUAL)
    return NULL;

  return tb_total_find (self->rows[row].total, what->period);
}

char *
tb_comparison_dup_total_word (const TbComparison *self,
                              gsize               row,
                              gsize               column,
                              TbLanguage          language)
{
  const TbTotalCell *cell = tb_comparison_is_computed (self, row) ? find_cell (self, row, column) : NULL;

  return cell != NULL ? tb_total_dup_word (self->rows[row].total, cell, language) : NULL;
}

char *
tb_comparison_dup_total_note (const TbComparison *self,
                              gsize               row,
                              gsize               column,
                              TbLanguage          language)
{
  const TbTotalCell *cell = find_cell (self, row, column);

  return cell != NULL ? tb_total_dup_note (self->rows[row].total, cell, language) : NULL;
}

char *
tb_comparison_dup_total_refusal (const TbComparison *self,
                                 gsize               row,
                                 gsize               column,
                                 TbLanguage          language)
{
  static const TbPhrase refusal = { { "the total of %1$s is %2$s", "%1$s合计%2$s" } };
  static const TbPhrase none = { { "there is no total of %1$s", "%1$s无合计数" } };
  const TbColumn *what = tb_comparison_get_column (self, column);
  const TbPeriod periods[] = { what->base, what->period };

  if (!tb_comparison_is_computed (self, row))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      const TbTotalCell *cell = tb_total_find (self->rows[row].total, periods[i]);
      g_autofree char *label = tb_period_label (periods[i], language, TB_PERIOD_LABEL_FULL);
      g_autofree char *word = NULL;

      if (cell != NULL && cell->state == TB_TOTAL_SUM)
        continue;
      if (cell == NULL || cell->state != TB_TOTAL_INCOMPLETE)
        return g_strdup_printf (none.in[language], label);
      word = tb_total_dup_word (self->rows[row].total, cell, language);
      return g_strdup_printf (refusal.in[language], label, word);
    }

  return NULL;
}
