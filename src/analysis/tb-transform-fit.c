/* Whether an operation fits a series at all, by its measure, unit and periods.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-transform-private.h"

#include <math.h>

#define MAX_YEARS 20

/* A reason, with the rule that it comes from. */
typedef struct
{
  const char *code;
  TbPhrase    text;
} Reason;

static const Reason level_is_not_split = {
  "Y-3", { { "a level at a date has no figure of a single period: take its change",
             "时点数没有当期数，其差为净增减，请用增减量" } }
};
static const Reason not_additive = {
  "Y-3", { { "only amounts over a period can be split or added up",
             "只有时期数可以拆分或累加" } }
};
static const Reason not_to_date = { "Y-1", { { "none of the figures is year-to-date", "没有累计数可供分解" } } };
static const Reason other_start = {
  "Y-1", { { "the totals do not count from the start of the year",
             "累计数不是自年初起算" } }
};
static const Reason only_to_date = { "Y-8", { { "the figures are year-to-date already", "各数已是累计数" } } };
static const Reason not_combined = {
  "F-7", { { "indices, ratios and growth rates of shorter periods are not summed or averaged",
             "指数、比率和增速不能由较短时期汇总或平均" } }
};
static const Reason not_longer = {
  "F-7", { { "the periods are not shorter than the ones asked for",
             "现有时期不短于所求时期" } }
};
static const Reason weeks_do_not_fit = {
  "F-7", { { "weeks do not fill months, quarters or years",
             "周数据不能组成季度、半年或年" } }
};
static const Reason split_first = {
  "F-7", { { "year-to-date figures are not those of a quarter: take the discrete figures first",
             "累计数不是当季数，请先分解为当期数" } }
};
static const Reason weights_of_averages = { "F-7", { { "only averages are weighted", "只有平均数可以加权" } } };
static const Reason weights_of_other_place = { "F-7", { { "the weights are those of another place", "权数属于另一地区" } } };
static const Reason no_population = { "F-8", { { "there is no population to divide by", "未指定人口数" } } };
static const Reason not_per_head = {
  "F-8", { { "only amounts and levels are divided by a population",
             "只有时期数和时点数可以计算人均" } }
};
static const Reason not_a_population = {
  "F-8", { { "the divisor is neither a count at a date nor an average count",
             "除数不是时点人数或平均人数" } }
};
static const Reason of_other_place = { "F-8", { { "the population is that of another place", "人口数属于另一地区" } } };
static const Reason of_narrower_people = {
  "F-8", { { "the population is only a part of the one of the figures", "人口数只是该指标所涉及人口的一部分" } }
};
static const Reason of_percentages = {
  "R13", { { "there is no percentage of a percentage: take the change in percentage points",
             "百分比不再计算百分比，请用百分点增减" } }
};
static const Reason of_growth = {
  "R14", { { "there is no growth of a growth rate: take the change in percentage points",
             "增速不再计算增速，请用百分点增减" } }
};
static const Reason of_ranks = {
  "F-2", { { "places of a ranking have no percentages and no averages",
             "位次不计算百分比和平均数" } }
};
static const Reason no_proportion = {
  "F-2", { { "figures in this unit are in no proportion to each other",
             "该计量单位的数不计算比例" } }
};
static const Reason of_parameters = {
  "F-2", { { "durations, prices and limits set by rules do not grow",
             "期限、标准、限额等参数不计算增速" } }
};
static const Reason no_year = { "F-2", { { "the periods do not divide a year evenly", "各期不能等分一年" } } };
static const Reason no_rates = {
  "F-3", { { "there are no growth rates on a year earlier to average",
             "没有可供平均的同比增速" } }
};
static const Reason bad_years = { "F-3", { { "growth is averaged over 2 to 20 years", "平均增速的年数须为2至20" } } };
static const Reason no_base = { "F-4", { { "an index needs a base period", "指数须指定基期" } } };
static const Reason no_whole = { "F-5", { { "there is no whole to be a part of", "未指定总体" } } };
static const Reason not_shared = { "F-5", { { "only amounts and levels have shares", "只有时期数和时点数可以计算占比" } } };
static const Reason no_total = { "F-6", { { "there is no total whose growth it adds to", "未指定总量" } } };
static const Reason not_contributed = {
  "F-6", { { "only amounts and levels add to a growth",
             "只有时期数和时点数可以计算拉动" } }
};
static const Reason other_coverage = {
  "R1", { { "its place, breakdown, coverage, prices or seasonal adjustment is not that of the whole",
            "地区、分组、统计口径、价格或季节调整与总体不同" } }
};
static const Reason not_part = {
  "R1", { { "it is not declared as a part of the other series, in its unit",
            "未声明为该总体的组成部分，或计量单位不同" } }
};
static const Reason window_of_totals = {
  "F-9", { { "year-to-date figures do not follow each other: take the discrete figures first",
             "累计数不首尾相接，请先分解为当期数" } }
};
static const Reason bad_window = {
  "F-9", { { "a moving average is of 2 to 366 periods",
             "移动平均的期数须为2至366" } }
};
static const Reason no_figures = { "R0", { { "there are no dated figures with a number", "没有注明时期的数值" } } };

static const Reason *
check_discrete (const TbWork *work)
{
  if (tb_work_is_level (work))
    return &level_is_not_split;
  if (work->info.measure == TB_MEASURE_CUMULATIVE && work->info.since != TB_SINCE_YEAR_START)
    return &other_start;
  if (!tb_work_is_additive (work))
    return &not_additive;

  return tb_work_is_cumulative (work) ? NULL : &not_to_date;
}

/* F-7, B-8: rates are not summed, whatever the file calls them. */
static gboolean
is_unit_of_rates (const TbUnit *unit)
{
  switch (unit->kind)
    {
    case TB_UNIT_PERCENT:
    case TB_UNIT_RATIO:
    case TB_UNIT_PER:
    case TB_UNIT_INDEX:
    case TB_UNIT_RANK:
      return TRUE;
    case TB_UNIT_COUNT:
    case TB_UNIT_MONEY:
    case TB_UNIT_MASS:
    case TB_UNIT_AREA:
    case TB_UNIT_LENGTH:
    case TB_UNIT_DURATION:
    case TB_UNIT_OTHER:
      break;
    }

  return FALSE;
}

static const Reason *
check_cumulative (const TbWork *work)
{
  if (!tb_work_is_additive (work) || is_unit_of_rates (work->info.unit))
    return &not_additive;

  return (work->bases & ~(1u << TB_BASIS_YEAR_TO_DATE)) == 0 ? &only_to_date : NULL;
}

/* Months of the shortest of the periods; 0: shorter than a month, or days. */
static int
find_shortest_months (const TbWork *work)
{
  static const int months[] = { [TB_PERIOD_A] = 12, [TB_PERIOD_S] = 6, [TB_PERIOD_T] = 4, [TB_PERIOD_Q] = 3,
                                [TB_PERIOD_B] = 2, [TB_PERIOD_M] = 1 };
  int shortest = 12;

  for (guint kind = TB_PERIOD_A; kind <= TB_PERIOD_RANGE; kind++)
    {
      if ((work->period_kinds & (1u << kind)) != 0)
        shortest = MIN (shortest, kind < G_N_ELEMENTS (months) ? months[kind] : 0);
    }

  return shortest;
}

/* Series of two files have places of their own. */
static gboolean
is_same_place (const TbPlace *a,
               const TbPlace *b)
{
  return a == b || (a != NULL && b != NULL && g_str_equal (a->id, b->id));
}

static const Reason *
check_frequency (const TbWork      *work,
                 const TbTransform *transform)
{
  int target = transform->kind == TB_TRANSFORM_QUARTER ? 3 : transform->kind == TB_TRANSFORM_HALF ? 6 : 12;
  gboolean is_flow = tb_work_is_additive (work);

  if (!is_flow && !tb_work_is_level (work) && work->info.measure != TB_MEASURE_AVERAGE)
    return &not_combined;
  if (is_flow && is_unit_of_rates (work->info.unit))
    return &not_combined;
  if (transform->weights != NULL && work->info.measure != TB_MEASURE_AVERAGE)
    return &weights_of_averages;
  if (transform->weights != NULL
      && !is_same_place (work->info.place, tb_series_get_info (transform->weights)->place))
    return &weights_of_other_place;
  if (work->period_kinds == 1u << TB_PERIOD_W)
    return &weeks_do_not_fit;
  if (is_flow && transform->kind == TB_TRANSFORM_QUARTER && tb_work_is_cumulative (work))
    return &split_first;

  return find_shortest_months (work) > target ? &not_longer : NULL;
}

/* R1, F-8: a part of the people may be counted for all of them, but not divide
 * what all of them have. */
static gboolean
is_narrower (const TbSeriesInfo *population,
             const TbSeriesInfo *info)
{
  for (guint i = 0; i < population->n_breakdown; i++)
    {
      const TbBreakdown *part = &population->breakdown[i];
      gboolean has_same = FALSE;

      for (guint j = 0; j < info->n_breakdown && !has_same; j++)
        has_same = g_str_equal (info->breakdown[j].dimension, part->dimension)
                   && g_str_equal (info->breakdown[j].value, part->value);
      if (!has_same)
        return TRUE;
    }

  return FALSE;
}

static const Reason *
check_per_capita (const TbWork      *work,
                  const TbTransform *transform)
{
  const TbSeriesInfo *other;

  if (!tb_work_is_level (work) && !tb_work_is_additive (work))
    return &not_per_head;
  if (transform->other == NULL)
    return &no_population;

  other = tb_series_get_info (transform->other);
  if (other->unit->kind != TB_UNIT_COUNT
      || (other->measure != TB_MEASURE_STOCK && other->measure != TB_MEASURE_AVERAGE))
    return &not_a_population;
  if (!is_same_place (work->info.place, other->place))
    return &of_other_place;

  return is_narrower (other, &work->info) ? &of_narrower_people : NULL;
}

/* Whether the verdict on two figures of this kind, 1 and 2, has a percentage:
 * degrees of temperature, for one, have none. */
static gboolean
has_percentages (const TbWork *work)
{
  TbTerm term = work->terms[0];
  TbTermSide base, current;
  TbVerdict verdict;

  term.raw = FALSE;
  term.point.kind = TB_VERDICT_VALID;
  term.point.value = tb_interval_of_number (1, 0);
  tb_work_make_side (work, &term, &base);
  term.point.value = tb_interval_of_number (2, 0);
  tb_work_make_side (work, &term, &current);
  verdict = tb_sides_compare (&base.side, &current.side, work->reference);

  return verdict.kind == TB_VERDICT_INVALID || !isnan (verdict.relative);
}

/* Whether figures of this kind may be set in proportion to each other. */
static const Reason *
check_proportion (const TbWork *work)
{
  TbDecimal factor;

  if (work->info.measure == TB_MEASURE_GROWTH)
    return &of_growth;
  if (tb_unit_points_factor (work->info.unit, &factor))
    return &of_percentages;
  if (work->info.unit->kind == TB_UNIT_RANK)
    return &of_ranks;

  if (work->info.indicator->is_parameter)
    return &of_parameters;

  return has_percentages (work) ? NULL : &no_proportion;
}

static const Reason *
check_annualised (const TbWork *work)
{
  const Reason *reason = check_proportion (work);

  if (reason != NULL)
    return reason;

  return tb_work_count_per_year (work) == 0 ? &no_year : NULL;
}

static gboolean
has_published_rates (const TbSeries *series)
{
  for (gsize i = 0; i < tb_series_get_n (series); i++)
    {
      TbObservation o;

      tb_series_get (series, i, &o);
      if (o.extra != NULL && o.extra->change.given && o.extra->change.kind == TB_CHANGE_ON_YEAR_PERCENT)
        return TRUE;
    }

  return FALSE;
}

static const Reason *
check_average_growth (const TbWork      *work,
                      const TbTransform *transform)
{
  TbDecimal factor;
  gboolean is_rate = work->info.measure == TB_MEASURE_GROWTH && tb_unit_points_factor (work->info.unit, &factor);

  if (transform->window != 0 && (transform->window < 2 || transform->window > MAX_YEARS))
    return &bad_years;

  return is_rate || has_published_rates (work->source) ? NULL : &no_rates;
}

static const Reason *
check_index (const TbWork      *work,
             const TbTransform *transform)
{
  const Reason *reason = check_proportion (work);

  if (reason != NULL)
    return reason;

  return tb_period_is_dated (transform->base) ? NULL : &no_base;
}

/* F-5: declared by `part_of`, or the same thing of a place that holds this one. */
static gboolean
is_part_of (const TbSeriesInfo *part,
            const TbSeriesInfo *whole)
{
  TbDecimal factor;

  if (!tb_unit_conversion (part->unit, whole->unit, &factor))
    return FALSE;
  if (part->indicator == whole->indicator)
    return tb_place_is_within (part->place, whole->place);

  return tb_indicator_is_within (part->indicator, whole->indicator);
}

/* R1: apart from the indicator, or of one indicator the place, all is the same. */
static gboolean
has_same_coverage (const TbSeriesInfo *part,
                   const TbSeriesInfo *whole)
{
  return (part->indicator == whole->indicator || part->place == whole->place)
         && tb_series_same_breakdown (part, whole) && tb_text_equal (&part->scope, &whole->scope)
         && g_strcmp0 (part->price_basis, whole->price_basis) == 0 && (part->sa == TB_YES) == (whole->sa == TB_YES);
}

static const Reason *
check_part (const TbWork      *work,
            const TbTransform *transform)
{
  gboolean is_share = transform->kind == TB_TRANSFORM_SHARE;
  const TbSeriesInfo *whole;

  if (!tb_work_is_level (work) && !tb_work_is_additive (work))
    return is_share ? &not_shared : &not_contributed;
  if (transform->other == NULL)
    return is_share ? &no_whole : &no_total;

  whole = tb_series_get_info (transform->other);
  if (!is_part_of (&work->info, whole))
    return &not_part;

  return has_same_coverage (&work->info, whole) ? NULL : &other_coverage;
}

static const Reason *
check_moving_average (const TbWork      *work,
                      const TbTransform *transform)
{
  if (transform->window != 0 && (transform->window < 2 || transform->window > TB_MAX_WINDOW))
    return &bad_window;
  if (work->info.unit->kind == TB_UNIT_RANK)
    return &of_ranks;

  return work->bases == 1u << TB_BASIS_YEAR_TO_DATE ? &window_of_totals : NULL;
}

static const Reason *
find_misfit (const TbWork      *work,
             const TbTransform *transform)
{
  switch (transform->kind)
    {
    case TB_TRANSFORM_DISCRETE:
      return check_discrete (work);
    case TB_TRANSFORM_CUMULATIVE:
      return check_cumulative (work);
    case TB_TRANSFORM_QUARTER:
    case TB_TRANSFORM_HALF:
    case TB_TRANSFORM_ANNUAL:
      return check_frequency (work, transform);
    case TB_TRANSFORM_PER_CAPITA:
      return check_per_capita (work, transform);
    case TB_TRANSFORM_CHANGE:
    case TB_TRANSFORM_CHANGE_ON_YEAR:
      return NULL;
    case TB_TRANSFORM_PERCENT:
    case TB_TRANSFORM_PERCENT_ON_YEAR:
    case TB_TRANSFORM_CAGR:
      return check_proportion (work);
    case TB_TRANSFORM_ANNUALISED:
      return check_annualised (work);
    case TB_TRANSFORM_AVERAGE_GROWTH:
      return check_average_growth (work, transform);
    case TB_TRANSFORM_INDEX:
      return check_index (work, transform);
    case TB_TRANSFORM_SHARE:
    case TB_TRANSFORM_CONTRIBUTION:
      return check_part (work, transform);
    case TB_TRANSFORM_MOVING_AVERAGE:
      return check_moving_average (work, transform);
    }

  return NULL;
}

static gboolean
is_argument (const Reason *reason)
{
  return reason == &no_population || reason == &no_base || reason == &no_whole || reason == &no_total
         || reason == &bad_years || reason == &bad_window;
}

/* Why a step does not fit the figures as they are before it, beginning with the
 * rule; NULL where it does. */
char *
tb_transform_check (const TbWork      *work,
                    const TbTransform *transform,
                    TbTransformError  *out_code)
{
  static const TbPhrase form = { { "%s: %s", "%s：%s" } };
  /* A growth rate can be published without its level. */
  gboolean is_empty = !work->has_number && transform->kind != TB_TRANSFORM_AVERAGE_GROWTH;
  const Reason *reason = is_empty ? &no_figures : find_misfit (work, transform);

  if (reason == NULL)
    return NULL;

  *out_code = is_argument (reason) ? TB_TRANSFORM_ERROR_ARGUMENT : TB_TRANSFORM_ERROR_MISFIT;

  return g_strdup_printf (form.in[work->language], reason->code, reason->text.in[work->language]);
}

char *
tb_transform_dup_unfilled (const TbWork    *work,
                           TbTransformKind  kind)
{
  static const TbPhrase quarter = { { "F-7: no figure is of a quarter or of a part of one",
                                      "F-7：没有属于某一季度的数" } };
  static const TbPhrase half = { { "F-7: no figure is of a half-year or of a part of one", "F-7：没有属于某一半年的数" } };
  static const TbPhrase year = { { "F-7: no figure is of a year or of a part of one", "F-7：没有属于某一年的数" } };

  return g_strdup ((kind == TB_TRANSFORM_QUARTER ? &quarter : kind == TB_TRANSFORM_HALF ? &half : &year)
                     ->in[work->language]);
}
