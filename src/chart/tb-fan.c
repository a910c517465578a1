/* C8: totals of the year to date, by year, and how the latest stands to the year before.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-fan.h"

#include "tb-chart-misfit.h"
#include "tb-chart-words.h"
#include "tb-scale.h"
#include "tb-span.h"

#include <math.h>

/* Ends this near to each other, in months, are one. */
#define SAME_TIME 0.02

/* A gap is longer than the months between two totals by more than this. */
#define GAP 0.5

static const TbPhrase one_series = { { "Years to date are compared for one series; choose one indicator and one place.",
                                       "累计对比图只显示一个序列，请选择一个指标和一个地区。" } };
static const TbPhrase only_flows
    = { { "Only amounts can be added up over a year: levels, averages, ratios and rates cannot.",
          "只有流量可以自年初累计，存量、平均数、比率、增速不能。" } };
static const TbPhrase too_few = { { "A comparison of years to date needs running totals at two dates or more.",
                                    "累计对比图要求至少有两个时点的累计数。" } };
static const TbPhrase added_up
    = { { "Amounts of single periods are added up from the start of the year", "由各期数据自年初累加" } };
static const TbPhrase not_compared = { { "No change on a year earlier is given: %s", "未计算同比：%s" } };
static const TbPhrase compared = { { "%s on a year earlier", "%s同比" } };
static const TbPhrase quarters[] = {
  { { "Q1", "一季度" } }, { { "H1", "上半年" } }, { { "Q1–Q3", "前三季度" } }, { { "Year", "全年" } },
};

static void
clear_year (gpointer data)
{
  TbFanYear *year = data;

  g_free (year->name);
  g_array_unref (year->points);
}

void
tb_fan_free (gpointer content)
{
  TbFan *self = content;

  g_array_unref (self->years);
  g_clear_pointer (&self->cumulated, tb_figures_free);
  g_free (self->difference);
  g_free (self->span);
  g_free (self->sentence);
  g_free (self);
}

static gboolean
is_total (const TbSeriesInfo *info,
          const TbChartPoint *point)
{
  return info->measure == TB_MEASURE_CUMULATIVE || point->basis == TB_BASIS_YEAR_TO_DATE;
}

/* The track with the totals: as published, or added up. */
static const TbTrack *
find_totals (TbFan     *self,
             TbFigures *figures,
             GError   **error)
{
  const TbTrack *track = &figures->tracks[0];
  const TbSeriesInfo *info = tb_series_get_info (track->series);
  const TbTransform step = { .kind = TB_TRANSFORM_CUMULATIVE };
  gsize n_totals = 0;

  for (gsize i = 0; i < track->n_points; i++)
    n_totals += is_total (info, &track->points[i]) && !tb_chart_point_is_reference (&track->points[i]);
  if ((info->measure != TB_MEASURE_FLOW && info->measure != TB_MEASURE_CUMULATIVE) ||
      (info->measure == TB_MEASURE_CUMULATIVE && info->since != TB_SINCE_YEAR_START))
    {
      tb_chart_take_misfit (error, g_strdup (only_flows.in[figures->language]));
      return NULL;
    }
  if (n_totals > 1)
    return track;
  self->cumulated = tb_figures_new_transformed (figures, 0, &step, 1, error);
  if (self->cumulated == NULL)
    return NULL;
  self->figures = self->cumulated;
  tb_figures_add_note (figures, g_strdup (added_up.in[figures->language]));

  return &self->cumulated->tracks[0];
}

static char *
name_year (TbDay      start,
           TbLanguage language)
{
  int year, month, day;

  tb_day_split (start, &year, &month, &day);
  if (month == 1 && day == 1)
    return tb_chart_words_format (TB_WORD_YEAR, language, year);

  return tb_chart_words_format (TB_WORD_FISCAL_BARE, language, year, (year + 1) % 100);
}

static void
add_point (TbFan              *self,
           const TbChartPoint *point,
           guint16             year_start)
{
  TbDay start = tb_span_find_year_start (point->period.end, year_start);
  TbPlacedPoint placed = { point, point->end - tb_months_at_start (start), isnan (point->value) ? NAN : 0 };
  TbFanYear *year = self->years->len > 0 ? &g_array_index (self->years, TbFanYear, self->years->len - 1) : NULL;

  /* What began before the year or within it is none of its totals. */
  if (fabs (point->start - tb_months_at_start (start)) > SAME_TIME)
    return;
  if (year == NULL || year->start != start)
    {
      TbFanYear fresh = { name_year (start, self->figures->language), start,
                          g_array_new (FALSE, FALSE, sizeof (TbPlacedPoint)), NULL };

      g_array_append_val (self->years, fresh);
      year = &g_array_index (self->years, TbFanYear, self->years->len - 1);
    }
  g_array_append_val (year->points, placed);
}

static void
gather (TbFan         *self,
        const TbTrack *track)
{
  const TbSeriesInfo *info = tb_series_get_info (track->series);

  for (gsize i = 0; i < track->n_points; i++)
    {
      const TbChartPoint *point = &track->points[i];

      if (!tb_chart_point_is_reference (point) && point->conflict == 0)
        add_point (self, point, info->year_start);
    }
  for (guint i = self->years->len; i-- > 0;)
    {
      TbFanYear *year = &g_array_index (self->years, TbFanYear, i);

      for (guint k = 0; k < year->points->len; k++)
        if (!isnan (g_array_index (year->points, TbPlacedPoint, k).y))
          year->last = &g_array_index (year->points, TbPlacedPoint, k);
      if (year->last == NULL)
        g_array_remove_index (self->years, i);
    }
}

/* The least distance between two totals, and the earliest end of one. Returns
 * whether there are two different ends. */
static gboolean
find_steps (TbFan *self)
{
  self->step = INFINITY;
  self->first = INFINITY;
  for (guint i = 0; i < self->years->len; i++)
    {
      const TbFanYear *year = &g_array_index (self->years, TbFanYear, i);

      for (guint k = 0; k < year->points->len; k++)
        {
          const TbPlacedPoint *placed = &g_array_index (year->points, TbPlacedPoint, k);

          self->first = MIN (self->first, placed->x);
          self->end = MAX (self->end, placed->x);
          if (k > 0 && placed->x - (placed - 1)->x > SAME_TIME)
            self->step = MIN (self->step, placed->x - (placed - 1)->x);
        }
    }

  return isfinite (self->step);
}

/**
 * tb_fan_joins:
 * @self: years to date
 * @from: a total
 * @to: a later one of its year
 *
 * Returns: whether a line may run between them: no total between is missing, and
 *   no new definition begins (P-3)
 */
gboolean
tb_fan_joins (const TbFan        *self,
              const TbChartPoint *from,
              const TbChartPoint *to)
{
  return tb_chart_points_may_join (from, to) && to->end - from->end < self->step + GAP;
}

gboolean
tb_fan_is_quarterly (const TbFan *self)
{
  for (guint i = 0; i < self->years->len; i++)
    {
      const TbFanYear *year = &g_array_index (self->years, TbFanYear, i);

      for (guint k = 0; k < year->points->len; k++)
        if (fabs (remainder (tb_months_at_end (g_array_index (year->points, TbPlacedPoint, k).point->period.end) -
                             tb_months_at_start (year->start), 3)) > SAME_TIME)
          return FALSE;
    }

  return TRUE;
}

/**
 * tb_fan_dup_tick:
 * @self: years to date
 * @month: of the reporting year, 1 to 12
 *
 * Returns: (transfer full): the name of totals that end with it: "Aug", "8月"; where
 *   all end with quarters "Q1–Q3", "前三季度"
 */
char *
tb_fan_dup_tick (const TbFan *self,
                 int          month)
{
  TbLanguage language = self->figures->language;
  const TbFanYear *year = &g_array_index (self->years, TbFanYear, self->current);
  double start = tb_months_at_start (year->start) + month - 1;
  TbPeriod period;

  if (tb_fan_is_quarterly (self))
    return g_strdup (quarters[CLAMP (month / 3 - 1, 0, 3)].in[language]);
  period
      = tb_span_name (tb_months_to_day (start + SAME_TIME), tb_months_to_day (start + 1 - SAME_TIME), TB_CALENDAR_YEAR);

  return tb_period_label (period, language, TB_PERIOD_LABEL_SHORT);
}

char *
tb_fan_dup_compared (const TbFan *self)
{
  return g_strdup_printf (compared.in[self->figures->language], self->span);
}

/* The year of the spec's period, else the latest. */
static guint
choose_year (const TbFan *self,
             TbPeriod     period)
{
  for (guint i = 0; i < self->years->len; i++)
    {
      TbDay start = g_array_index (self->years, TbFanYear, i).start;

      if (tb_period_is_dated (period) && period.end >= start &&
          (i + 1 == self->years->len || period.end < g_array_index (self->years, TbFanYear, i + 1).start))
        return i;
    }

  return self->years->len - 1;
}

static const TbFanYear *
find_year_before (const TbFan             *self,
                  const TbChartSpecFields *spec)
{
  const TbFanYear *year = &g_array_index (self->years, TbFanYear, self->current);
  const TbFanYear *before;

  if (tb_period_is_dated (spec->base))
    before = &g_array_index (self->years, TbFanYear, choose_year (self, spec->base));
  else
    before = self->current > 0 ? year - 1 : NULL;

  return before != year ? before : NULL;
}

/* The last span that both years have a number of. */
static void
find_pair (TbFan                   *self,
           const TbChartSpecFields *spec)
{
  const TbFanYear *year = &g_array_index (self->years, TbFanYear, self->current);
  const TbFanYear *before = find_year_before (self, spec);

  for (guint k = year->points->len; before != NULL && k-- > 0 && self->now == NULL;)
    {
      const TbPlacedPoint *now = &g_array_index (year->points, TbPlacedPoint, k);

      for (guint m = 0; m < before->points->len; m++)
        {
          const TbPlacedPoint *then = &g_array_index (before->points, TbPlacedPoint, m);

          if (!isnan (now->y) && !isnan (then->y) && fabs (now->x - then->x) < SAME_TIME * 4)
            {
              self->now = now->point;
              self->then = then->point;
            }
        }
    }
}

static void
compare (TbFan                   *self,
         TbFigures               *figures,
         const TbChartSpecFields *spec,
         const TbTrack           *track)
{
  TbLanguage language = figures->language;
  const TbFanYear *year = &g_array_index (self->years, TbFanYear, self->current);
  TbReference reference = figures->reference;
  TbFigure base, current;
  TbVerdict verdict;
  int sign = 0;

  find_pair (self, spec);
  if (self->now == NULL)
    return;
  base = (TbFigure) { track->series, (gsize) self->then->row };
  current = (TbFigure) { track->series, (gsize) self->now->row };
  verdict = tb_verdict_change (base, current, reference);
  self->sentence = tb_verdict_dup_text (&verdict, base, current, reference, language);
  self->span = tb_period_label (
      tb_span_name (year->start, self->now->period.end, tb_series_get_info (track->series)->year_start), language,
      TB_PERIOD_LABEL_SHORT);
  if (verdict.kind == TB_VERDICT_INVALID)
    {
      tb_figures_add_note (figures, g_strdup_printf (not_compared.in[language], self->sentence));
      self->now = self->then = NULL;
      return;
    }
  self->difference = tb_verdict_dup_signed (&verdict, base, current, language, &sign);
  self->ink = tb_ink_of_change (tb_series_get_info (track->series)->indicator->direction, sign);
}

/* "2020", or as far as its last total reaches: "Q1 2020". */
static char *
dup_reach (const TbFan     *self,
           const TbFanYear *year)
{
  const TbSeriesInfo *info = tb_series_get_info (self->figures->tracks[0].series);

  if (year->last->x > 12 - SAME_TIME * 4)
    return g_strdup (year->name);

  return tb_period_label (tb_span_name (year->start, year->last->point->period.end, info->year_start),
                          self->figures->language, TB_PERIOD_LABEL_FULL);
}

/* Years that are over, but whose totals are not known to their ends. */
static void
note_open_years (TbFan     *self,
                 TbFigures *figures)
{
  static const TbPhrase pattern = { { "No total for the whole year, only for %s", "缺全年累计数，仅有%s累计数" } };
  g_autoptr (GPtrArray) spans = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i + 1 < self->years->len; i++)
    {
      const TbFanYear *year = &g_array_index (self->years, TbFanYear, i);

      if (year->last->x <= 12 - SAME_TIME * 4)
        g_ptr_array_add (spans, dup_reach (self, year));
    }
  if (spans->len == 0)
    return;
  list = tb_chart_words_join_some (spans, 0, figures->language);
  tb_figures_add_note (figures, g_strdup_printf (pattern.in[figures->language], list));
}

/**
 * tb_fan_new:
 * @figures: figures of one series
 * @spec: what to show; the year of its current period stands out, and is compared
 *   with that of its base
 * @error: return location for an error
 *
 * Groups totals of the year to date by reporting year; amounts of single periods
 * are added up first. The last total of the current year is compared with that of
 * the same span a year before, or the notes say why not.
 *
 * Errors: %TB_CHART_ERROR_DATA for several series, what is no amount, and less
 *   than two totals.
 *
 * Returns: (transfer full) (nullable): the content
 */
TbFan *
tb_fan_new (TbFigures               *figures,
            const TbChartSpecFields *spec,
            GError                 **error)
{
  g_autoptr (TbFan) self = g_new0 (TbFan, 1);
  const TbTrack *track;

  self->figures = figures;
  self->years = g_array_new (FALSE, TRUE, sizeof (TbFanYear));
  g_array_set_clear_func (self->years, clear_year);
  if (figures->n_tracks != 1)
    {
      tb_chart_take_misfit (error, g_strdup (one_series.in[figures->language]));
      return NULL;
    }
  track = find_totals (self, figures, error);
  if (track == NULL)
    return NULL;
  gather (self, track);
  if (self->years->len == 0 || !find_steps (self))
    {
      tb_chart_take_misfit (error, g_strdup (too_few.in[figures->language]));
      return NULL;
    }
  self->current = choose_year (self, spec->current);
  compare (self, figures, spec, track);
  note_open_years (self, figures);

  return g_steal_pointer (&self);
}

/**
 * tb_fan_describe:
 * @content: a fan
 * @figures: its figures
 * @text: where sentences are added
 *
 * Tells the last total of each year, and the comparison.
 */
void
tb_fan_describe (gconstpointer    content,
                 const TbFigures *figures,
                 GString         *text)
{
  const TbFan *self = content;
  TbLanguage language = figures->language;
  const char *gap = language == TB_LANGUAGE_EN ? " " : "";

  for (guint i = 0; i < self->years->len; i++)
    {
      const TbFanYear *year = &g_array_index (self->years, TbFanYear, i);
      g_autofree char *number = tb_figures_dup_number (self->figures, year->last->point);
      g_autofree char *reach = dup_reach (self, year);

      g_string_append_printf (text, "%s%s%s%s", i == 0 ? gap : tb_chart_word (TB_WORD_LIST, language), reach,
                              tb_chart_word (TB_WORD_COLON, language), number);
    }
  g_string_append (text, tb_chart_word (TB_WORD_END, language));
  if (self->now != NULL)
    g_string_append_printf (text, "%s%s%s%s%s", gap, self->span, tb_chart_word (TB_WORD_COLON, language),
                            self->sentence, tb_chart_word (TB_WORD_END, language));
}
