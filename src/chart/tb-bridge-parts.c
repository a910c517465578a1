/* C10 of structure: a whole, what each of its parts added, and the whole later.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-bridge.h"

#include "tb-proposal.h"

typedef struct
{
  TbFigures *figures;
  TbBridge  *bridge;
  TbPeriod   base, current;
  TbChartOrder order;
} Parts;

static const TbIndicator *
get_indicator (const TbTrack *track)
{
  return tb_series_get_info (track->series)->indicator;
}

static gsize
count_parts (const TbFigures *figures,
             const TbTrack   *whole)
{
  gsize n = 0;

  for (gsize i = 0; i < figures->n_tracks; i++)
    n += tb_bridge_is_part_of (&figures->tracks[i], whole);

  return n;
}

/* The whole that is itself no part of a selected one. */
static TbTrack *
find_whole (const TbFigures *figures)
{
  for (gsize i = 0; i < figures->n_tracks; i++)
    {
      TbTrack *track = &figures->tracks[i];
      gboolean is_part = FALSE;

      for (gsize k = 0; k < figures->n_tracks; k++)
        is_part = is_part || tb_bridge_is_part_of (track, &figures->tracks[k]);
      if (!is_part && count_parts (figures, track) > 0)
        return track;
    }

  return NULL;
}

static TbChartPoint *
find_point (const TbTrack *track,
            TbPeriod       period)
{
  for (gsize i = 0; i < track->n_points; i++)
    {
      TbChartPoint *point = &track->points[i];

      if (tb_period_equal (point->period, period) && !tb_chart_point_is_reference (point) && point->conflict == 0)
        return point;
    }

  return NULL;
}

static TbFigure
get_figure (const TbTrack      *track,
            const TbChartPoint *point)
{
  return (TbFigure) { track->series, (gsize) point->row };
}

/* The periods of the spec; else the latest of the whole, and what the rules
 * propose to set it against, where it is shown. */
static gboolean
choose_periods (Parts                   *parts,
                const TbTrack           *whole,
                const TbChartSpecFields *spec)
{
  const TbDataset *dataset = tb_selection_get_dataset (parts->figures->selection);
  const TbChartPoint *last = NULL;
  TbProposal proposals[TB_MAX_PROPOSALS];
  guint n;

  parts->current = spec->current;
  parts->base = spec->base;
  for (gsize i = 0; i < whole->n_points; i++)
    if (!whole->points[i].missing && !tb_chart_point_is_reference (&whole->points[i]) && whole->points[i].conflict == 0
        && (!tb_period_is_dated (spec->current) || tb_period_equal (whole->points[i].period, spec->current)))
      last = &whole->points[i];
  if (last == NULL)
    return FALSE;
  parts->current = last->period;
  if (tb_period_is_dated (parts->base))
    return find_point (whole, parts->base) != NULL;
  n = tb_proposal_list (dataset, get_figure (whole, last), parts->figures->known,
                        parts->figures->reference, proposals);
  for (guint i = 0; i < n; i++)
    {
      TbPeriod period = tb_series_get_period (proposals[i].base.series, proposals[i].base.row);

      if (proposals[i].base.series == whole->series && find_point (whole, period) != NULL)
        {
          parts->base = period;
          return TRUE;
        }
    }

  return FALSE;
}

/* What one series changed by; FALSE: not known, for the reason in @out_why. */
static gboolean
read_change (const Parts   *parts,
             const TbTrack *track,
             TbInterval    *out_change,
             char         **out_why)
{
  TbReference reference = parts->figures->reference;
  TbLanguage language = parts->figures->language;
  const TbChartPoint *base = find_point (track, parts->base);
  const TbChartPoint *current = find_point (track, parts->current);
  TbInterval from, to;
  TbVerdict verdict;

  if (base == NULL || current == NULL)
    {
      g_autofree char *one = tb_period_label (parts->base, language, TB_PERIOD_LABEL_FULL);
      g_autofree char *other = tb_period_label (parts->current, language, TB_PERIOD_LABEL_FULL);

      *out_why = g_strdup_printf (tb_bridge_word (TB_BRIDGE_WORD_NO_PART, language), track->name, one, other);
      return FALSE;
    }
  verdict = tb_verdict_change (get_figure (track, base), get_figure (track, current), reference);
  if (verdict.kind == TB_VERDICT_INVALID)
    {
      *out_why = tb_verdict_dup_text (&verdict, get_figure (track, base), get_figure (track, current),
                                      reference, language);
      return FALSE;
    }
  if (!tb_bridge_read (get_figure (track, base), &from) || !tb_bridge_read (get_figure (track, current), &to))
    {
      *out_why = g_strdup_printf (tb_bridge_word (TB_BRIDGE_WORD_INEXACT, language), track->name);
      return FALSE;
    }
  *out_change = tb_interval_subtract (&to, &from);

  return TRUE;
}

typedef struct
{
  const TbTrack *track;
  TbInterval     change;
  gboolean       known;
  gsize          index;
} Part;

static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  const Part *left = a;
  const Part *right = b;
  double of_left = left->known ? tb_interval_get_stated (&left->change) : 0;
  double of_right = right->known ? tb_interval_get_stated (&right->change) : 0;

  if (of_left > of_right || of_left < of_right)
    return of_left > of_right ? -1 : 1;

  return left->index < right->index ? -1 : 1;
}

static void
note_refused (const Parts   *parts,
              const TbTrack *track,
              const char    *why)
{
  tb_figures_add_refused_note (
      parts->figures,
      g_strdup_printf (tb_bridge_word (TB_BRIDGE_WORD_IN_RESIDUAL, parts->figures->language), track->name, why));
  parts->bridge->has_refused = TRUE;
}

/* The direct parts of a whole, as declared or the largest gain first. */
static GArray *
list_parts (const Parts   *parts,
            const TbTrack *whole)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Part));

  for (gsize i = 0; i < parts->figures->n_tracks; i++)
    {
      Part part = { .track = &parts->figures->tracks[i], .index = i };
      g_autofree char *why = NULL;

      if (!tb_bridge_is_part_of (part.track, whole))
        continue;
      part.known = read_change (parts, part.track, &part.change, &why);
      if (!part.known)
        note_refused (parts, part.track, why);
      g_array_append_val (list, part);
    }
  if (parts->order == TB_CHART_ORDER_SIZE || parts->order == TB_CHART_ORDER_CHANGE
      || parts->order == TB_CHART_ORDER_USUAL)
    g_array_sort (list, compare_parts);

  return list;
}

/* The steps of a whole; a part with parts of its own is shown by these, with what
 * they come to after them. */
static void
add_parts (const Parts   *parts,
           const TbTrack *whole)
{
  g_autoptr (GArray) list = list_parts (parts, whole);

  for (guint i = 0; i < list->len; i++)
    {
      const Part *part = &g_array_index (list, Part, i);
      TbInterval start = parts->bridge->running;
      TbInterval end;

      if (!part->known)
        continue;
      if (count_parts (parts->figures, part->track) == 0)
        {
          tb_bridge_add_step (parts->bridge, g_strdup (part->track->name), &part->change,
                              find_point (part->track, parts->current));
          continue;
        }
      end = tb_interval_add (&start, &part->change);
      add_parts (parts, part->track);
      tb_bridge_add_residual (parts->bridge, &end);
      tb_bridge_add_subtotal (
          parts->bridge,
          g_strdup_printf (tb_bridge_word (TB_BRIDGE_WORD_SUBTOTAL, parts->figures->language), part->track->name),
          &start, find_point (part->track, parts->current));
      g_array_index (parts->bridge->bars, TbBridgeBar, parts->bridge->bars->len - 1).brief
          = g_strdup (part->track->name);
    }
}

/* Only the two periods are spoken of. */
static void
keep_periods (const Parts *parts)
{
  for (gsize i = 0; i < parts->figures->n_tracks; i++)
    {
      TbTrack *track = &parts->figures->tracks[i];
      const TbChartPoint *base = find_point (track, parts->base);
      const TbChartPoint *current = find_point (track, parts->current);
      gsize n = 0;

      for (gsize k = 0; k < track->n_points; k++)
        if (&track->points[k] == base || &track->points[k] == current)
          track->points[n++] = track->points[k];
      track->n_points = n;
    }
}

static gboolean
check_whole (const Parts   *parts,
             const TbTrack *whole,
             GError       **error)
{
  g_autofree char *why = NULL;
  TbInterval change;

  if (read_change (parts, whole, &change, &why))
    return TRUE;
  tb_bridge_refuse (error, TB_BRIDGE_WORD_REFUSED, parts->figures->language, whole->name, why);

  return FALSE;
}

static void
add_whole (const Parts   *parts,
           const TbTrack *whole,
           TbPeriod       period)
{
  const TbChartPoint *point = find_point (whole, period);
  g_autofree char *when = tb_bridge_name_level (point, parts->figures->language);
  TbInterval level;

  tb_bridge_read (get_figure (whole, point), &level);
  tb_bridge_add_level (parts->bridge, g_strdup (when), &level, point);
}

/**
 * tb_bridge_new_of_parts:
 * @figures: figures of a whole and its parts
 * @spec: what to show; its base and current are the periods
 * @error: return location for an error
 *
 * The whole at the base, the change of each part as its verdict has it, and the
 * whole at the current period. A part whose change is refused stands in what is
 * left, with its reason in the notes. What is not shown is taken out of @figures.
 *
 * Errors: %TB_CHART_ERROR_DATA where no whole is among the series, it cannot be
 *   compared itself, or the parts do not add up or count something twice.
 *
 * Returns: (transfer full) (nullable): the bridge
 */
TbBridge *
tb_bridge_new_of_parts (TbFigures               *figures,
                        const TbChartSpecFields *spec,
                        GError                 **error)
{
  TbTrack *whole = find_whole (figures);
  g_autoptr (TbBridge) bridge = NULL;
  Parts parts = { .figures = figures, .order = spec->order };
  TbInterval end;

  if (whole == NULL)
    {
      tb_bridge_refuse (error, TB_BRIDGE_WORD_NO_WHOLE, figures->language);
      return NULL;
    }
  if (!choose_periods (&parts, whole, spec))
    {
      tb_bridge_refuse (error, TB_BRIDGE_WORD_NO_PAIR, figures->language, whole->name);
      return NULL;
    }
  if (!tb_bridge_check_parts (figures, whole, (TbPeriod[]) { parts.base, parts.current }, 2, error)
      || !check_whole (&parts, whole, error))
    return NULL;

  bridge = parts.bridge = tb_bridge_new (figures, get_indicator (whole)->direction);
  bridge->in_rows = TRUE;
  add_whole (&parts, whole, parts.base);
  add_parts (&parts, whole);
  tb_bridge_read (get_figure (whole, find_point (whole, parts.current)), &end);
  tb_bridge_add_residual (bridge, &end);
  add_whole (&parts, whole, parts.current);
  if (tb_bridge_count_steps (bridge) > TB_BRIDGE_MOST_STEPS)
    {
      tb_bridge_refuse (error, TB_BRIDGE_WORD_MANY, figures->language, TB_BRIDGE_MOST_STEPS);
      return NULL;
    }
  tb_bridge_set_change (bridge, get_figure (whole, find_point (whole, parts.base)),
                        get_figure (whole, find_point (whole, parts.current)));
  keep_periods (&parts);
  tb_bridge_finish (bridge, spec, whole);

  return g_steal_pointer (&bridge);
}
