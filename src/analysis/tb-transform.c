/* Applies transformations to a series, in the fixed order (F-1).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-transform-private.h"

G_DEFINE_QUARK (tb-transform-error-quark, tb_transform_error)

static const struct
{
  const char *name;
  TbPhrase    title;
} kinds[TB_N_TRANSFORMS] = {
  [TB_TRANSFORM_DISCRETE] = { "discrete", { { "figures of single periods, from year-to-date ones", "由累计数分解的当期数" } } },
  [TB_TRANSFORM_CUMULATIVE] = { "cumulative", { { "year-to-date totals", "累计数" } } },
  [TB_TRANSFORM_QUARTER] = { "quarter", { { "by quarter", "按季度" } } },
  [TB_TRANSFORM_HALF] = { "half", { { "by half-year", "按半年" } } },
  [TB_TRANSFORM_ANNUAL] = { "annual", { { "by year", "按年" } } },
  [TB_TRANSFORM_PER_CAPITA] = { "per-capita", { { "per head", "人均" } } },
  [TB_TRANSFORM_CHANGE] = { "change", { { "change on the period before", "环比增减" } } },
  [TB_TRANSFORM_CHANGE_ON_YEAR] = { "change-on-year", { { "change on a year earlier", "同比增减" } } },
  [TB_TRANSFORM_PERCENT] = { "percent", { { "change on the period before in percent", "环比增速（%）" } } },
  [TB_TRANSFORM_PERCENT_ON_YEAR] = { "percent-on-year", { { "change on a year earlier in percent", "同比增速（%）" } } },
  [TB_TRANSFORM_ANNUALISED] = { "annualised", { { "change on the period before at an annual rate, in percent",
                                                  "环比折年率（%）" } } },
  [TB_TRANSFORM_CAGR] = { "cagr", { { "average annual growth in percent", "年均增速（%）" } } },
  [TB_TRANSFORM_AVERAGE_GROWTH] = { "average-growth", { { "average of several years' growth rates in percent",
                                                          "多年平均增速（%）" } } },
  [TB_TRANSFORM_INDEX] = { "index", { { "index", "指数" } } },
  [TB_TRANSFORM_SHARE] = { "share", { { "share in percent", "占比（%）" } } },
  [TB_TRANSFORM_CONTRIBUTION] = { "contribution", { { "contribution to growth in percentage points",
                                                      "拉动增长（个百分点）" } } },
  [TB_TRANSFORM_MOVING_AVERAGE] = { "moving-average", { { "moving average", "移动平均" } } },
};

/**
 * tb_transform_get_name:
 * @kind: a transformation
 *
 * Returns: (transfer none): its name on the command line and in files
 */
const char *
tb_transform_get_name (TbTransformKind kind)
{
  g_return_val_if_fail (kind < TB_N_TRANSFORMS, "");

  return kinds[kind].name;
}

/**
 * tb_transform_from_name:
 * @name: a name, such as "percent-on-year"
 * @out_kind: (out): the transformation
 *
 * Returns: whether there is one of that name
 */
gboolean
tb_transform_from_name (const char      *name,
                        TbTransformKind *out_kind)
{
  for (int i = 0; i < TB_N_TRANSFORMS; i++)
    {
      if (g_strcmp0 (name, kinds[i].name) == 0)
        {
          *out_kind = (TbTransformKind) i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * tb_transform_get_title:
 * @kind: a transformation
 * @language: the reader's language
 *
 * Returns: (transfer none): what it is called
 */
const char *
tb_transform_get_title (TbTransformKind kind,
                        TbLanguage      language)
{
  g_return_val_if_fail (kind < TB_N_TRANSFORMS, "");

  return kinds[kind].title.in[language];
}

/**
 * tb_transform_dup_misfit:
 * @series: a series
 * @transform: a step
 * @language: the reader's language
 *
 * Tells whether a step, taken alone, fits a series by its measure, unit and
 * periods. A base period without a figure shows only when it is applied.
 *
 * Thread: any. Cost: one pass over the series.
 *
 * Returns: (transfer full) (nullable): the rule that forbids it and why ("Y-3:
 *   …"); %NULL where it fits
 */
char *
tb_transform_dup_misfit (const TbSeries    *series,
                         const TbTransform *transform,
                         TbLanguage         language)
{
  TbWork work;
  TbTransformError code;
  char *message;

  tb_work_init (&work, (TbSeries *) series, 0, (TbReference) { 0 }, language);
  message = tb_transform_check (&work, transform, &code);
  tb_work_clear (&work);

  return message;
}

/* The whole as the part was made: by the same steps on periods. */
static void
prepare_whole (TbWork            *whole,
               const TbWork      *work,
               TbSeries          *series,
               const TbTransform *steps,
               gsize              n_steps)
{
  tb_work_init (whole, series, work->known, work->reference, work->language);
  for (gsize i = 0; i < n_steps && steps[i].kind <= TB_TRANSFORM_ANNUAL; i++)
    {
      TbTransformError code;
      g_autofree char *message = tb_transform_check (whole, &steps[i], &code);

      /* A whole that needs no such step, because it is given by single periods
       * or quarters already, is taken as it is. */
      if (message != NULL)
        continue;
      if (steps[i].kind == TB_TRANSFORM_DISCRETE)
        tb_step_discrete (whole);
      else if (steps[i].kind == TB_TRANSFORM_CUMULATIVE)
        tb_step_cumulative (whole);
      else
        tb_step_frequency (whole, &steps[i]);
    }
}

static void
apply_to_whole (TbWork            *work,
                const TbTransform *steps,
                gsize              i)
{
  TbWork whole;

  prepare_whole (&whole, work, steps[i].other, steps, i);
  if (steps[i].kind == TB_TRANSFORM_SHARE)
    tb_step_share (work, &steps[i], &whole);
  else
    tb_step_contribution (work, &steps[i], &whole);
  tb_work_clear (&whole);
}

static gboolean
fail_unfilled (const TbWork     *work,
               TbTransformKind   kind,
               GError          **error)
{
  g_autofree char *message = tb_transform_dup_unfilled (work, kind);

  g_set_error_literal (error, TB_TRANSFORM_ERROR, TB_TRANSFORM_ERROR_MISFIT, message);

  return FALSE;
}

static gboolean
apply (TbWork            *work,
       const TbTransform *steps,
       gsize              i,
       GError           **error)
{
  const TbTransform *step = &steps[i];

  switch (step->kind)
    {
    case TB_TRANSFORM_DISCRETE:
      tb_step_discrete (work);
      break;
    case TB_TRANSFORM_CUMULATIVE:
      tb_step_cumulative (work);
      break;
    case TB_TRANSFORM_QUARTER:
    case TB_TRANSFORM_HALF:
    case TB_TRANSFORM_ANNUAL:
      tb_step_frequency (work, step);
      if (work->n == 0)
        return fail_unfilled (work, step->kind, error);
      break;
    case TB_TRANSFORM_PER_CAPITA:
      tb_step_per_capita (work, step);
      break;
    case TB_TRANSFORM_CHANGE:
    case TB_TRANSFORM_CHANGE_ON_YEAR:
    case TB_TRANSFORM_PERCENT:
    case TB_TRANSFORM_PERCENT_ON_YEAR:
    case TB_TRANSFORM_ANNUALISED:
      tb_step_change (work, step);
      break;
    case TB_TRANSFORM_CAGR:
      return tb_step_cagr (work, step, error);
    case TB_TRANSFORM_AVERAGE_GROWTH:
      tb_step_average_growth (work, step);
      break;
    case TB_TRANSFORM_INDEX:
      return tb_step_index (work, step, error);
    case TB_TRANSFORM_SHARE:
    case TB_TRANSFORM_CONTRIBUTION:
      apply_to_whole (work, steps, i);
      break;
    case TB_TRANSFORM_MOVING_AVERAGE:
      tb_step_moving_average (work, step);
      break;
    }

  return TRUE;
}

static int
compare_steps (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const TbTransform *one = a;
  const TbTransform *other = b;

  return (one->kind > other->kind) - (one->kind < other->kind);
}

static gboolean
apply_all (TbWork            *work,
           const TbTransform *steps,
           TbStepRecord      *records,
           gsize              n_steps,
           GError           **error)
{
  for (gsize i = 0; i < n_steps; i++)
    {
      TbTransformError code;
      g_autofree char *message = tb_transform_check (work, &steps[i], &code);

      if (message != NULL)
        {
          g_set_error_literal (error, TB_TRANSFORM_ERROR, (int) code, message);
          return FALSE;
        }
      records[i] = (TbStepRecord) { .transform = steps[i],
                                    .measure = work->info.measure,
                                    .is_level = tb_work_is_level (work),
                                    .n_per_year = tb_work_count_regular (work) };
      if (!apply (work, steps, i, error))
        return FALSE;
      if (steps[i].kind == TB_TRANSFORM_ANNUALISED)
        records[i].n_per_year = tb_step_count_per_year (work);
    }

  return TRUE;
}

/**
 * tb_transform_apply:
 * @series: a series
 * @steps: (array length=n_steps): what to do to it, in any order
 * @n_steps: how many
 * @known: the day on which the figures are read; 0: as they stand now
 * @reference: the day that R19 goes by
 * @language: the language of the message
 * @error: return location for an error
 *
 * Applies the steps in the order of F-1: periods, then per head, then change,
 * index or share, then smoothing. Figures of one kind are taken: the actual
 * ones where there are some. No step at all gives the figures themselves.
 *
 * Unit: tb_derived_get_info() has the unit of the result.
 * Shape: a point for each figure or period that the steps leave, in order.
 * Missing: a figure without a number, a missing base and a pair that the rules
 *   of comparison refuse are points without a number, with the reason.
 * Errors: %TB_TRANSFORM_ERROR_MISFIT where a rule forbids a step,
 *   %TB_TRANSFORM_ERROR_ARGUMENT where a step lacks what it needs; the message
 *   begins with the rule.
 * Thread: any. Cost: O(n) where the rows are in order (O(n × window) for moving
 *   averages), a few allocations.
 *
 * Returns: (transfer full) (nullable): the computed figures
 */
TbDerived *
tb_transform_apply (TbSeries          *series,
                    const TbTransform *steps,
                    gsize              n_steps,
                    TbDay              known,
                    TbReference        reference,
                    TbLanguage         language,
                    GError           **error)
{
  g_autofree TbTransform *ordered = n_steps > 0 ? g_memdup2 (steps, n_steps * sizeof *steps) : NULL;
  g_autofree TbStepRecord *records = g_new0 (TbStepRecord, n_steps + 1);
  TbDerived *derived = NULL;
  TbWork work;

  if (n_steps > 1)
    g_sort_array (ordered, n_steps, sizeof *ordered, compare_steps, NULL);
  tb_work_init (&work, series, known, reference, language);
  if (apply_all (&work, ordered, records, n_steps, error))
    derived = tb_derived_new (&work, records, n_steps);
  tb_work_clear (&work);

  return derived;
}
