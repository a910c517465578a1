/* The verdicts on many pairs of rows of one series.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-verdict-rows.h"

/**
 * tb_row_verdicts_init:
 * @self: (out caller-allocates): the verdicts
 * @series: a series, which is to outlive them
 * @reference: the day on which the figures are looked at (R19)
 *
 * No allocation, and nothing to clear.
 */
void
tb_row_verdicts_init (TbRowVerdicts  *self,
                      const TbSeries *series,
                      TbReference     reference)
{
  self->series = series;
  self->reference = reference;
  self->n_rules = 0;
}

/* NULL: the series has more sorts of rows than are kept. */
static TbPlainRules *
find_rules (TbRowVerdicts  *self,
            const TbGlance *current,
            gsize           row)
{
  for (guint i = 0; i < self->n_rules; i++)
    {
      if (self->rules[i].sort == current->sort)
        return &self->rules[i];
    }
  if (self->n_rules == TB_MAX_SORTS)
    return NULL;

  tb_plain_rules_init (&self->rules[self->n_rules], self->series, current, row, self->reference);

  return &self->rules[self->n_rules++];
}

/**
 * tb_row_verdicts_compare:
 * @self: the verdicts
 * @base: a row
 * @current: a later row
 * @pair: how @base lies to @current: its period is the one just before, or the
 *   same a year earlier
 * @out_verdict: (out): the verdict of tb_verdict_change()
 *
 * Cost: some hundred instructions for plain figures; no allocation.
 */
void
tb_row_verdicts_compare (TbRowVerdicts *self,
                         gsize          base,
                         gsize          current,
                         TbPairKind     pair,
                         TbVerdict     *out_verdict)
{
  TbPlainRules *rules = NULL;
  TbGlance from, to;

  tb_series_glance (self->series, base, &from);
  tb_series_glance (self->series, current, &to);
  if (from.is_plain && to.is_plain)
    rules = find_rules (self, &to, current);
  if (rules == NULL || !tb_plain_rules_compare (rules, &from, &to, pair, out_verdict))
    *out_verdict = tb_verdict_change ((TbFigure) { self->series, base }, (TbFigure) { self->series, current },
                                      self->reference);
}
