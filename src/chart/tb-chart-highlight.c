/* What an editor has made stand out (D-6).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-highlight.h"

#include <string.h>

/**
 * tb_chart_spec_highlights:
 * @spec: what to show
 * @figures: its figures
 * @track: one of their series
 *
 * Returns: whether a decoration of @spec makes the series as a whole stand out
 */
gboolean
tb_chart_spec_highlights (const TbChartSpecFields *spec,
                          const TbFigures         *figures,
                          const TbTrack           *track)
{
  for (gsize i = 0; i < spec->n_decorations; i++)
    {
      const TbDecoration *decoration = &spec->decorations[i];
      g_autofree char *key = NULL;

      if (decoration->kind != TB_DECORATION_HIGHLIGHT || decoration->series == NULL)
        continue;
      key = tb_series_dup_key (track->series);
      if (strcmp (key, decoration->series) == 0)
        return TRUE;
    }

  return FALSE;
}

gboolean
tb_chart_spec_highlights_any (const TbChartSpecFields *spec,
                              const TbFigures         *figures)
{
  for (gsize i = 0; i < figures->n_tracks; i++)
    if (tb_chart_spec_highlights (spec, figures, &figures->tracks[i]))
      return TRUE;

  return FALSE;
}
