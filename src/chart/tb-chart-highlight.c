/* What an editor has made stand out (D-6).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-highlight.h"

#include "tb-decoration-private.h"

/**
 * tb_chart_spec_highlights:
 * @spec: what to show
 * @figures: its figures
 * @track: one of their series
 *
 * Returns: whether a decoration of @spec names the series as what is to stand out
 */
gboolean
tb_chart_spec_highlights (const TbChartSpecFields *spec,
                          const TbFigures         *figures,
                          const TbTrack           *track)
{
  for (gsize i = 0; i < spec->n_decorations; i++)
    {
      const TbDecoration *decoration = &spec->decorations[i];
      int found = decoration->kind == TB_DECORATION_HIGHLIGHT && decoration->series != NULL
                    ? tb_decoration_find_track (figures, decoration) : -1;

      if (found >= 0 && &figures->tracks[found] == track)
        return TRUE;
    }

  return FALSE;
}

/**
 * tb_decoration_plan_is_quiet:
 * @self: (nullable): a plan
 * @datum: a figure, or with row −1 a series as a whole
 *
 * Whether something else is to stand out (D-6). A series of which one figure stands
 * out is not quiet as a whole.
 *
 * Returns: whether @datum is drawn quieter
 */
gboolean
tb_decoration_plan_is_quiet (const TbDecorationPlan *self,
                             TbDatum                 datum)
{
  if (self == NULL || self->stressed->len == 0)
    return FALSE;
  for (guint i = 0; i < self->stressed->len; i++)
    {
      const TbDatum *stressed = &g_array_index (self->stressed, TbDatum, i);

      if (stressed->series == datum.series && (stressed->row < 0 || datum.row < 0 || stressed->row == datum.row))
        return FALSE;
    }

  return TRUE;
}
