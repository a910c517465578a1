/* What an unfinished year comes to, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-variance.h"

#include "tb-outlook.h"

#include <math.h>

static char *
write_total (const TbVariances *self,
             const TbOutlook   *outlook)
{
  static const TbPhrase pattern = { {
    "%1$s comes to %2$s (actual %3$s plus forecast %4$s)",
    "%1$s合计%2$s（%3$s为实际数，%4$s为预测数）",
  } };
  TbLanguage language = self->part->language;
  const TbSide *total = &outlook->total;
  g_autofree char *year = tb_period_label (total->span, language, TB_PERIOD_LABEL_FULL);
  g_autofree char *closed = tb_period_label (outlook->closed, language, TB_PERIOD_LABEL_SHORT);
  g_autofree char *open = tb_period_label (outlook->open, language, TB_PERIOD_LABEL_SHORT);
  TbNumberScale scale = tb_number_scale_for_power (0, language);
  double figure = tb_interval_get_stated (&total->value);
  g_autofree char *number = NULL;
  g_autofree char *amount = NULL;
  int printed;

  if (tb_unit_takes_scale (total->info->unit))
    scale = tb_number_scale_choose (fabs (figure), language);
  printed = -total->observation.value.exponent -
            (int) lround (log10 (tb_decimal_to_double (total->observation.multiplier)));
  number = tb_number_format_scaled (figure, tb_number_decimals (figure, printed, scale), scale, FALSE);
  amount = tb_unit_attach (total->info->unit, number, scale.suffix, language);

  return g_strdup_printf (pattern.in[language], year, amount, closed, open);
}

/**
 * tb_variances_dup_outlook:
 * @self: pairs
 * @figures: the chart's
 *
 * Says what the year of the last forecast comes to with it, labelled as such, and how
 * that stands to the plan (semantics N-8).
 *
 * Returns: (transfer full) (nullable): a sentence; %NULL where no year is made of both
 */
char *
tb_variances_dup_outlook (const TbVariances *self,
                          const TbFigures   *figures)
{
  static const TbPhrase against = { { "%s; %s", "%s，%s" } };
  const TbVariance *last = &g_array_index (self->pairs, TbVariance, self->pairs->len - 1);
  TbLanguage language = figures->language;
  g_autofree char *total = NULL;
  g_autofree char *words = NULL;
  TbOutlook outlook;
  TbPeriod year;

  if (last->point->kind != TB_KIND_FORECAST || last->point->period.kind == TB_PERIOD_A ||
      !tb_period_from_number (TB_PERIOD_A, tb_period_get_year (last->point->period), 1,
                              tb_chart_find_year_start (last->point->period), &year) ||
      !tb_outlook_get (last->current.figure.series, year, figures->known, figures->reference, &outlook))
    return NULL;
  total = write_total (self, &outlook);
  if (!outlook.has_plan || outlook.verdict.kind == TB_VERDICT_INVALID)
    return g_steal_pointer (&total);
  words = tb_sides_dup_text (&outlook.verdict, &outlook.plan, &outlook.total, figures->reference, language);

  return g_strdup_printf (against.in[language], total, words);
}
