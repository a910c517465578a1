/* C10 over time: a level, change by change, to a later level; or amounts that add up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-bridge.h"

#include <math.h>

/* Where nothing is said, the latest changes: a year of months. */
#define USUAL_STEPS 12

/* Moments this near to each other, in months, are one. */
#define SAME_TIME 0.02

typedef struct
{
  TbFigures *figures;
  TbTrack   *track;
  GPtrArray *points;    /* of TbChartPoint*, observed, in order */
  gboolean   is_stock;
} Walk;

static TbFigure
get_figure (const Walk         *walk,
            const TbChartPoint *point)
{
  return (TbFigure) { walk->track->series, (gsize) point->row };
}

static gboolean
is_stock (const TbChartPoint *point)
{
  return point->geometry == TB_GEOMETRY_END && !point->bracket;
}

static void
gather (Walk *walk)
{
  for (gsize i = 0; i < walk->track->n_points; i++)
    {
      TbChartPoint *point = &walk->track->points[i];

      if (!point->missing && point->conflict == 0 && !tb_chart_point_is_reference (point) &&
          is_stock (point) == walk->is_stock)
        g_ptr_array_add (walk->points, point);
    }
}

/* The first and last point that are shown: those of the spec, else the latest. */
static gboolean
choose_window (const Walk              *walk,
               const TbChartSpecFields *spec,
               guint                   *out_first,
               guint                   *out_last)
{
  guint n = walk->points->len;

  if (n == 0)
    return FALSE;
  *out_last = n - 1;
  for (guint i = 0; i < n; i++)
    {
      const TbChartPoint *point = g_ptr_array_index (walk->points, i);

      if (tb_period_is_dated (spec->current) && tb_period_equal (point->period, spec->current))
        *out_last = i;
    }
  *out_first = *out_last + 1 > TB_BRIDGE_MOST_STEPS ? *out_last - USUAL_STEPS + (walk->is_stock ? 0 : 1) : 0;
  for (guint i = 0; i < *out_last; i++)
    {
      const TbChartPoint *point = g_ptr_array_index (walk->points, i);

      if (tb_period_is_dated (spec->base) && tb_period_equal (point->period, spec->base))
        *out_first = i;
    }

  return *out_first < *out_last;
}

static gboolean
read_number (const Walk         *walk,
             const TbChartPoint *point,
             TbInterval         *out_value,
             GError            **error)
{
  g_autofree char *when = NULL;

  if (tb_bridge_read (get_figure (walk, point), out_value))
    return TRUE;
  when = tb_figures_dup_when (walk->figures, point);
  tb_bridge_refuse (error, TB_BRIDGE_WORD_INEXACT, walk->figures->language, when);

  return FALSE;
}

/* A change that the rules refuse ends the chart: nothing may be added up across it. */
static gboolean
step_to (const Walk         *walk,
         TbBridge           *bridge,
         const TbChartPoint *before,
         const TbChartPoint *point,
         GError            **error)
{
  TbReference reference = walk->figures->reference;
  TbLanguage language = walk->figures->language;
  TbVerdict verdict
      = tb_verdict_change (get_figure (walk, before), get_figure (walk, point), reference);
  TbInterval from, to, change;

  if (verdict.kind == TB_VERDICT_INVALID)
    {
      g_autofree char *when = tb_figures_dup_when (walk->figures, point);
      g_autofree char *why = tb_verdict_dup_text (&verdict, get_figure (walk, before), get_figure (walk, point),
                                                  reference, language);

      tb_bridge_refuse (error, TB_BRIDGE_WORD_REFUSED, language, when, why);
      return FALSE;
    }
  if (!read_number (walk, before, &from, error) || !read_number (walk, point, &to, error))
    return FALSE;
  change = tb_interval_subtract (&to, &from);
  tb_bridge_add_step (bridge, tb_bridge_name_step (point, bridge->bars->len > 1 ? before : NULL, language), &change,
                      point);
  tb_bridge_set_brief (bridge, point->period);

  return TRUE;
}

static gboolean
ends_year (const TbChartPoint *point)
{
  int year, month, day;

  tb_day_split (point->period.end, &year, &month, &day);

  return month == 12 && day == 31;
}

static gboolean
walk_stocks (const Walk *walk,
             TbBridge   *bridge,
             guint       first,
             guint       last,
             GError    **error)
{
  TbLanguage language = walk->figures->language;
  const TbChartPoint *begin = g_ptr_array_index (walk->points, first);
  gboolean is_annual = TRUE;
  TbInterval level;

  if (!read_number (walk, begin, &level, error))
    return FALSE;
  for (guint i = first; i <= last; i++)
    is_annual = is_annual && ends_year (g_ptr_array_index (walk->points, i));
  tb_bridge_add_level (bridge, tb_bridge_name_level (begin, language), &level, begin);
  for (guint i = first + 1; i <= last; i++)
    {
      const TbChartPoint *point = g_ptr_array_index (walk->points, i);

      if (!step_to (walk, bridge, g_ptr_array_index (walk->points, i - 1), point, error))
        return FALSE;
      /* Between: where a year has ended. */
      if (i == last || (ends_year (point) && !is_annual))
        {
          if (!read_number (walk, point, &level, error))
            return FALSE;
          tb_bridge_add_level (bridge, tb_bridge_name_level (point, language), &level, point);
        }
    }

  return TRUE;
}

static gboolean
may_follow (const Walk         *walk,
            const TbChartPoint *before,
            const TbChartPoint *point,
            GError            **error)
{
  TbLanguage language = walk->figures->language;
  gboolean is_next = fabs (before->end - point->start) <= SAME_TIME;
  g_autofree char *when = NULL;
  g_autofree char *earlier = NULL;

  if (is_next && !point->breaks)
    return TRUE;
  when = tb_figures_dup_when (walk->figures, point);
  earlier = tb_figures_dup_when (walk->figures, before);
  if (is_next)
    tb_bridge_refuse (error, TB_BRIDGE_WORD_BREAK, language, when);
  else
    tb_bridge_refuse (error, TB_BRIDGE_WORD_NO_TILE, language, when, earlier);

  return FALSE;
}

/* Amounts of spans that follow each other at once add up to that of them all. */
static gboolean
walk_flows (const Walk *walk,
            TbBridge   *bridge,
            guint       first,
            guint       last,
            GError    **error)
{
  TbLanguage language = walk->figures->language;
  TbInterval value;

  for (guint i = first; i <= last; i++)
    {
      const TbChartPoint *point = g_ptr_array_index (walk->points, i);
      const TbChartPoint *before = i > first ? g_ptr_array_index (walk->points, i - 1) : NULL;

      if (before != NULL && !may_follow (walk, before, point, error))
        return FALSE;
      if (!read_number (walk, point, &value, error))
        return FALSE;
      tb_bridge_add_step (bridge, tb_bridge_name_step (point, before, language), &value, point);
      tb_bridge_set_brief (bridge, point->period);
    }
  value = bridge->running;
  tb_bridge_add_level (bridge, g_strdup (tb_bridge_word (TB_BRIDGE_WORD_TOTAL, language)), &value, NULL);

  return TRUE;
}

static gboolean
may_add_up (const TbSeriesInfo *info)
{
  return info->measure == TB_MEASURE_STOCK || info->measure == TB_MEASURE_FLOW ||
         (info->measure == TB_MEASURE_CUMULATIVE && info->since == TB_SINCE_INCEPTION);
}

/**
 * tb_bridge_new_over_time:
 * @figures: figures of one series
 * @spec: what to show; its base and current are the ends
 * @error: return location for an error
 *
 * Of a stock: the level at the beginning, each change as its verdict has it, the
 * level at the end, and at the ends of years between. Of flows: each amount, and
 * their sum. What is not shown is taken out of @figures.
 *
 * Errors: %TB_CHART_ERROR_DATA where a change between is refused, flows do not
 *   follow each other, or numbers cannot be added up.
 *
 * Returns: (transfer full) (nullable): the bridge
 */
TbBridge *
tb_bridge_new_over_time (TbFigures               *figures,
                         const TbChartSpecFields *spec,
                         GError                 **error)
{
  const TbSeriesInfo *info = tb_series_get_info (figures->tracks[0].series);
  g_autoptr (GPtrArray) points = g_ptr_array_new ();
  Walk walk = { figures, &figures->tracks[0], points, info->measure != TB_MEASURE_FLOW };
  g_autoptr (TbBridge) bridge = NULL;
  guint first = 0;
  guint last = 0;
  gboolean fits;

  if (!may_add_up (info))
    {
      tb_bridge_refuse (error, info->measure == TB_MEASURE_CUMULATIVE ? TB_BRIDGE_WORD_RUNNING : TB_BRIDGE_WORD_MEASURE,
                        figures->language);
      return NULL;
    }
  gather (&walk);
  if (!choose_window (&walk, spec, &first, &last))
    {
      tb_bridge_refuse (error, TB_BRIDGE_WORD_FEW, figures->language);
      return NULL;
    }
  if (last - first > TB_BRIDGE_MOST_STEPS)
    {
      tb_bridge_refuse (error, TB_BRIDGE_WORD_MANY, figures->language, TB_BRIDGE_MOST_STEPS);
      return NULL;
    }
  bridge = tb_bridge_new (figures, info->indicator->direction);
  fits = walk.is_stock ? walk_stocks (&walk, bridge, first, last, error)
                       : walk_flows (&walk, bridge, first, last, error);
  if (!fits)
    return NULL;
  if (walk.is_stock)
    tb_bridge_set_change (bridge, get_figure (&walk, g_ptr_array_index (points, first)),
                          get_figure (&walk, g_ptr_array_index (points, last)));
  tb_bridge_keep_points (walk.track, g_ptr_array_index (points, first), g_ptr_array_index (points, last));
  tb_bridge_finish (bridge, spec, walk.track);

  return g_steal_pointer (&bridge);
}
