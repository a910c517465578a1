/* Why figures cannot be set against those of a year earlier, or against a plan.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-variance.h"

#include <math.h>

static const TbPhrase nothing_earlier = { {
  "None of the figures has one of the same period a year earlier, nor a published growth.",
  "所选数据均无上年同期数，也未公布增速。",
} };
static const TbPhrase no_plan = { {
  "There is no plan or target for the time of these figures.",
  "所选数据所属时期没有计划数或目标值。",
} };
static const TbPhrase no_growth = { {
  "No growth follows from these figures: %s.",
  "所选数据不能计算增速：%s。",
} };
static const TbPhrase no_percentage = { { "they have no percentages", "该指标不计算百分比变动" } };
static const TbPhrase no_actual = { {
  "There is no actual figure or forecast to set against another.",
  "没有可供对比的实际数或预测数。",
} };

/* Negative infinity where there is none. */
static double
get_largest_growth (const TbVariances *self)
{
  double largest = -INFINITY;

  for (guint i = 0; i < self->pairs->len; i++)
    largest = fmax (largest, g_array_index (self->pairs, TbVariance, i).relative);

  return largest;
}

static char *
dup_no_growth (const TbVariance *pair,
               TbReference       reference,
               TbLanguage        language)
{
  g_autofree char *refusal = NULL;

  if (pair->verdict.kind == TB_VERDICT_INVALID)
    refusal = tb_sides_dup_text (&pair->verdict, &pair->base, &pair->current, reference, language);
  else
    for (guint rule = 11; rule <= 12 && refusal == NULL; rule++)
      if ((pair->verdict.codes & TB_RULE (rule)) != 0)
        refusal = g_strdup (tb_rule_get_note (rule, language));

  return g_strdup_printf (no_growth.in[language], refusal != NULL ? refusal : no_percentage.in[language]);
}

char *
tb_variances_dup_misfit (const TbVariances *self,
                         TbReference        reference)
{
  TbLanguage language = self->part->language;
  const TbVariance *last = NULL;

  if (self->pairs->len == 0)
    return g_strdup (no_actual.in[language]);
  for (guint i = 0; i < self->pairs->len; i++)
    if (g_array_index (self->pairs, TbVariance, i).has_base)
      last = &g_array_index (self->pairs, TbVariance, i);
  if (last == NULL)
    return g_strdup (self->against == TB_AGAINST_PLAN ? no_plan.in[language] : nothing_earlier.in[language]);

  if (self->against == TB_AGAINST_GROWTH && isinf (get_largest_growth (self)))
    return dup_no_growth (last, reference, language);

  return NULL;
}
