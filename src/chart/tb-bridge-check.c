/* Whether the parts of a waterfall are the parts of its whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-bridge.h"

#include "tb-parts.h"
#include "tb-transform.h"

/* By the file's own word, in one place. */
gboolean
tb_bridge_is_part_of (const TbTrack *part,
                      const TbTrack *whole)
{
  const TbSeriesInfo *info = tb_series_get_info (part->series);
  const TbSeriesInfo *other = tb_series_get_info (whole->series);

  return part != whole && info->indicator->part_of == other->indicator && info->place == other->place;
}

/* Whether the parts are no more than their whole in a period (F-5). */
static gboolean
check_size (const TbFigures  *figures,
            const TbTrack    *whole,
            TbSeries *const  *series,
            gsize             n,
            TbPeriod          period,
            GError          **error)
{
  TbLanguage language = figures->language;
  g_autofree char *when = NULL;
  TbInterval rest;

  if (!tb_transform_get_residual (series, n, whole->series, period, &rest)
      || !(tb_interval_get_stated (&rest) < -rest.rounding * (1 + 1e-9)))
    return TRUE;
  when = tb_period_label (period, language, TB_PERIOD_LABEL_FULL);
  tb_bridge_refuse (error, TB_BRIDGE_WORD_EXCEED, language, whole->name, when);

  return FALSE;
}

/**
 * tb_bridge_check_parts:
 * @figures: figures of a whole, its parts and theirs
 * @whole: one of the tracks
 * @periods: (array length=n_periods): whose figures are shown
 * @n_periods: how many
 * @error: return location for an error
 *
 * Sees that what a whole and its parts are may be added up (B-8), that no part counts what
 * another one counts, and that they are no more than the whole (F-5).
 *
 * Errors: %TB_CHART_ERROR_DATA. Thread: any.
 *
 * Returns: whether it is so
 */
gboolean
tb_bridge_check_parts (const TbFigures *figures,
                       const TbTrack   *whole,
                       const TbPeriod  *periods,
                       gsize            n_periods,
                       GError         **error)
{
  g_autofree TbSeries **series = g_new (TbSeries *, figures->n_tracks);
  g_autofree const TbTrack **tracks = g_new (const TbTrack *, figures->n_tracks);
  gsize n = 0;
  gsize a;
  gssize b;

  if (!tb_parts_is_additive (tb_series_get_info (whole->series)))
    {
      gboolean is_said = tb_series_get_info (whole->series)->indicator->additive == TB_NO;

      tb_bridge_refuse (error, is_said ? TB_BRIDGE_WORD_SAID : TB_BRIDGE_WORD_MEASURE, figures->language, whole->name);
      return FALSE;
    }
  for (gsize i = 0; i < figures->n_tracks; i++)
    if (tb_bridge_is_part_of (&figures->tracks[i], whole))
      {
        tracks[n] = &figures->tracks[i];
        series[n++] = figures->tracks[i].series;
      }
  if (n > 0 && tb_parts_find_twice (series, n, figures->known, &a, &b))
    {
      tb_bridge_refuse (error, b < 0 ? TB_BRIDGE_WORD_SUM : TB_BRIDGE_WORD_TWICE, figures->language, tracks[a]->name,
                        b < 0 ? "" : tracks[b]->name);
      return FALSE;
    }
  for (gsize i = 0; n > 0 && i < n_periods; i++)
    if (!check_size (figures, whole, series, n, periods[i], error))
      return FALSE;
  for (gsize i = 0; i < n; i++)
    if (!tb_bridge_check_parts (figures, tracks[i], periods, n_periods, error))
      return FALSE;

  return TRUE;
}
