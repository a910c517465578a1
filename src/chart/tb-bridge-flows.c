/* C16: a stock, the flows that it grew by, and the stock later.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-bridge.h"

#include "tb-chart-units.h"
#include "tb-scale.h"

#include <math.h>

/* Ends this near to each other, in months, are one: less than a day. */
#define SAME_TIME 0.02

/* Flows that are looked through for a way from one stock to the next. */
#define MOST_FLOWS 2000

/* A flow, published or computed. */
typedef struct
{
  const TbTrack      *track;
  const TbChartPoint *point;
  int                 n_steps;  /* of the longest way that ends with it; 0: none */
  int                 before;   /* on that way; −1: the first */
} Flow;

typedef struct
{
  TbFigures *figures;
  TbTrack   *stock;
  TbTrack   *flow;
  TbFigures *discrete;   /* nullable: the flows of single periods in running totals */
  GPtrArray *levels;     /* of TbChartPoint*, in order */
  GArray    *flows;      /* of Flow, in order of end */
} Search;

static gboolean
is_usable (const TbChartPoint *point)
{
  return !point->missing && point->conflict == 0 && !tb_chart_point_is_reference (point);
}

static gboolean
is_stock_track (const TbTrack *track)
{
  return tb_series_get_info (track->series)->measure == TB_MEASURE_STOCK;
}

static gboolean
is_flow_track (const TbTrack *track)
{
  const TbSeriesInfo *info = tb_series_get_info (track->series);

  return info->measure == TB_MEASURE_FLOW
         || (info->measure == TB_MEASURE_CUMULATIVE && info->since == TB_SINCE_YEAR_START);
}

static gboolean
find_tracks (Search *self)
{
  for (gsize i = 0; i < self->figures->n_tracks; i++)
    {
      TbTrack *track = &self->figures->tracks[i];

      if (is_stock_track (track))
        self->stock = track;
      else if (is_flow_track (track))
        self->flow = track;
    }

  return self->figures->n_tracks == 2 && self->stock != NULL && self->flow != NULL
         && tb_units_share_axis (tb_series_get_info (self->stock->series)->unit,
                                 tb_series_get_info (self->flow->series)->unit);
}

static int
compare_flows (gconstpointer a,
               gconstpointer b)
{
  const TbChartPoint *left = ((const Flow *) a)->point;
  const TbChartPoint *right = ((const Flow *) b)->point;

  if (fabs (left->end - right->end) > SAME_TIME)
    return left->end < right->end ? -1 : 1;

  return left->start < right->start ? -1 : left->start > right->start;
}

static void
add_flows (Search        *self,
           const TbTrack *track)
{
  for (gsize i = 0; i < track->n_points; i++)
    {
      Flow flow = { track, &track->points[i], 0, -1 };

      if (is_usable (flow.point) && flow.point->start < flow.point->end)
        g_array_append_val (self->flows, flow);
    }
}

static void
gather (Search *self)
{
  const TbTransform step = { .kind = TB_TRANSFORM_DISCRETE };

  for (gsize i = 0; i < self->stock->n_points; i++)
    if (is_usable (&self->stock->points[i]))
      g_ptr_array_add (self->levels, &self->stock->points[i]);
  add_flows (self, self->flow);
  self->discrete
      = tb_figures_new_transformed (self->figures, (gsize) (self->flow - self->figures->tracks), &step, 1, NULL);
  if (self->discrete != NULL)
    add_flows (self, &self->discrete->tracks[0]);
  g_array_sort (self->flows, compare_flows);
}

/* The way of most flows, each of which begins where the one before it ends. The
 * last of it; −1: none. */
static int
find_way (Search *self,
          double  from,
          double  to)
{
  int found = -1;

  for (guint i = 0; i < self->flows->len; i++)
    {
      Flow *flow = &g_array_index (self->flows, Flow, i);

      flow->n_steps = 0;
      flow->before = -1;
      if (flow->point->start < from - SAME_TIME || flow->point->end > to + SAME_TIME)
        continue;
      if (fabs (flow->point->start - from) < SAME_TIME)
        flow->n_steps = 1;
      for (guint k = 0; k < i; k++)
        {
          const Flow *before = &g_array_index (self->flows, Flow, k);

          if (before->n_steps >= MAX (flow->n_steps, 1) && fabs (before->point->end - flow->point->start) < SAME_TIME)
            {
              flow->n_steps = before->n_steps + 1;
              flow->before = (int) k;
            }
        }
      if (flow->n_steps > 0 && fabs (flow->point->end - to) < SAME_TIME &&
          (found < 0 || flow->n_steps > g_array_index (self->flows, Flow, found).n_steps))
        found = (int) i;
    }

  return found;
}

/* Where the flows come to an end on the way from one stock to the next. */
static double
find_hole (const Search *self,
           double        from)
{
  double reached = from;

  for (guint i = 0; i < self->flows->len; i++)
    {
      const Flow *flow = &g_array_index (self->flows, Flow, i);

      if (flow->n_steps > 0)
        reached = MAX (reached, flow->point->end);
    }

  return reached;
}

static void
refuse_hole (Search             *self,
             const TbChartPoint *from,
             const TbChartPoint *to,
             GError            **error)
{
  TbLanguage language = self->figures->language;
  g_autofree char *begin = tb_bridge_name_level (from, language);
  g_autofree char *end = tb_bridge_name_level (to, language);
  g_autofree char *hole = NULL;

  find_way (self, from->end, to->end);
  hole = tb_day_label (tb_months_to_day (find_hole (self, from->end) + SAME_TIME), language);
  tb_bridge_refuse (error, TB_BRIDGE_WORD_UNCOVERED, language, begin, end, hole);
}

/* Whether the spec lets a stock be one of the ends. */
static gboolean
is_wanted (const TbChartPoint *level,
           TbPeriod            wanted)
{
  return !tb_period_is_dated (wanted) || tb_period_equal (level->period, wanted) || level->period.end == wanted.end;
}

/* The latest stock, and the earliest before it from which flows lead there in
 * not too many steps; the flow that ends there, or −1. */
static int
choose_ends (Search                  *self,
             const TbChartSpecFields *spec,
             const TbChartPoint     **out_from,
             const TbChartPoint     **out_to)
{
  *out_from = *out_to = NULL;
  for (guint last = self->levels->len; last-- > 1;)
    {
      const TbChartPoint *to = g_ptr_array_index (self->levels, last);

      if (!is_wanted (to, spec->current))
        continue;
      for (guint first = 0; first < last; first++)
        {
          const TbChartPoint *from = g_ptr_array_index (self->levels, first);
          int way;

          if (!is_wanted (from, spec->base) || from->end > to->end - SAME_TIME)
            continue;
          /* The nearest pair is what a refusal speaks of. */
          if (*out_to == NULL || to == *out_to)
            {
              *out_to = to;
              *out_from = from;
            }
          way = find_way (self, from->end, to->end);
          if (way < 0 || g_array_index (self->flows, Flow, way).n_steps > TB_BRIDGE_MOST_STEPS)
            continue;
          *out_from = from;
          *out_to = to;
          return way;
        }
    }

  return -1;
}

static gboolean
read_number (const Search       *self,
             const TbTrack      *track,
             const TbChartPoint *point,
             TbInterval         *out_value,
             GError            **error)
{
  g_autofree char *when = NULL;

  if (tb_bridge_read ((TbFigure) { track->series, (gsize) point->row }, out_value))
    return TRUE;
  when = tb_figures_dup_when (self->figures, point);
  tb_bridge_refuse (error, TB_BRIDGE_WORD_INEXACT, self->figures->language, when);

  return FALSE;
}

/* The rules may refuse the two stocks: a break between them, another scope. */
static gboolean
check_stocks (const Search       *self,
              const TbChartPoint *from,
              const TbChartPoint *to,
              GError            **error)
{
  TbReference reference = self->figures->reference;
  TbFigure base = { self->stock->series, (gsize) from->row };
  TbFigure current = { self->stock->series, (gsize) to->row };
  TbVerdict verdict = tb_verdict_change (base, current, reference);
  g_autofree char *why = NULL;

  if (verdict.kind != TB_VERDICT_INVALID)
    return TRUE;
  why = tb_verdict_dup_text (&verdict, base, current, reference, self->figures->language);
  tb_bridge_refuse (error, TB_BRIDGE_WORD_REFUSED, self->figures->language, self->stock->name, why);

  return FALSE;
}

static gboolean
build (const Search       *self,
       TbBridge           *bridge,
       const TbChartPoint *from,
       const TbChartPoint *to,
       int                 way,
       GError            **error)
{
  TbLanguage language = self->figures->language;
  const TbChartPoint *before = NULL;
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (int));
  TbInterval value;

  if (!check_stocks (self, from, to, error) || !read_number (self, self->stock, from, &value, error))
    return FALSE;
  for (int at = way; at >= 0; at = g_array_index (self->flows, Flow, at).before)
    g_array_prepend_val (path, at);
  tb_bridge_add_level (bridge, tb_bridge_name_level (from, language), &value, from);
  for (guint i = 0; i < path->len; i++)
    {
      const Flow *flow = &g_array_index (self->flows, Flow, g_array_index (path, int, i));

      if (!read_number (self, flow->track, flow->point, &value, error))
        return FALSE;
      tb_bridge_add_step (bridge, tb_bridge_name_step (flow->point, before, language), &value, flow->point);
      tb_bridge_set_brief (bridge, flow->point->period);
      before = flow->point;
    }
  if (!read_number (self, self->stock, to, &value, error))
    return FALSE;
  tb_bridge_add_residual (bridge, &value);
  tb_bridge_add_level (bridge, tb_bridge_name_level (to, language), &value, to);

  return TRUE;
}

/* What lies outside is not spoken of. */
static void
keep_between (TbTrack *track,
              double   from,
              double   to)
{
  gsize n = 0;

  for (gsize i = 0; i < track->n_points; i++)
    {
      const TbChartPoint *point = &track->points[i];

      if (is_usable (point) && point->end > from - SAME_TIME && point->end < to + SAME_TIME)
        track->points[n++] = track->points[i];
    }
  track->n_points = n;
}

static void
clear_search (Search *self)
{
  g_clear_pointer (&self->discrete, tb_figures_free);
  g_clear_pointer (&self->levels, g_ptr_array_unref);
  g_clear_pointer (&self->flows, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, clear_search)

/**
 * tb_bridge_new_of_flows:
 * @figures: figures of a stock and of its additions, in one unit
 * @spec: what to show; its base and current are the stocks
 * @error: return location for an error
 *
 * The stock at the beginning, the flows that fill the time to the later stock
 * exactly (running totals as the amounts of single periods, Y-1), what they leave
 * of it, and the later stock. What is not shown is taken out of @figures.
 *
 * Errors: %TB_CHART_ERROR_DATA where flows leave a hole, with its first day; or
 *   the stocks cannot be compared.
 *
 * Returns: (transfer full) (nullable): the bridge
 */
TbBridge *
tb_bridge_new_of_flows (TbFigures               *figures,
                        const TbChartSpecFields *spec,
                        GError                 **error)
{
  g_auto (Search) self = { .figures = figures };
  g_autoptr (TbBridge) bridge = NULL;
  const TbChartPoint *from, *to;
  double begin, end;
  int way;

  if (!find_tracks (&self))
    {
      tb_bridge_refuse (error, TB_BRIDGE_WORD_NEEDS_STOCK_AND_FLOW, figures->language);
      return NULL;
    }
  self.levels = g_ptr_array_new ();
  self.flows = g_array_new (FALSE, FALSE, sizeof (Flow));
  gather (&self);
  if (self.flows->len > MOST_FLOWS)
    {
      tb_bridge_refuse (error, TB_BRIDGE_WORD_MANY, figures->language, TB_BRIDGE_MOST_STEPS);
      return NULL;
    }
  way = choose_ends (&self, spec, &from, &to);
  if (way < 0)
    {
      if (to == NULL)
        tb_bridge_refuse (error, TB_BRIDGE_WORD_ONE_STOCK, figures->language);
      else
        refuse_hole (&self, from, to, error);
      return NULL;
    }
  bridge = tb_bridge_new (figures, tb_series_get_info (self.stock->series)->indicator->direction);
  if (!build (&self, bridge, from, to, way, error))
    return NULL;
  tb_bridge_set_change (bridge, (TbFigure) { self.stock->series, (gsize) from->row },
                        (TbFigure) { self.stock->series, (gsize) to->row });
  begin = from->end;
  end = to->end;
  keep_between (self.stock, begin, end);
  keep_between (self.flow, begin, end);
  tb_bridge_finish (bridge, spec, self.stock);

  return g_steal_pointer (&bridge);
}
