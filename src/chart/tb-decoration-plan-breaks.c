/* Marks where an editor says that a new definition begins (D-5).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-decoration-private.h"

/**
 * tb_decoration_find_break:
 * @track: a series
 * @decoration: a break
 *
 * Returns: its first observed figure at or after the break; −1 where there is none, or
 *   where all figures come after the break
 */
gssize
tb_decoration_find_break (const TbTrack      *track,
                          const TbDecoration *decoration)
{
  gboolean is_first = TRUE;

  for (gsize k = 0; k < track->n_points; k++)
    {
      const TbChartPoint *point = &track->points[k];

      if (tb_chart_point_is_reference (point))
        continue;
      if (point->period.start >= decoration->from.period.start)
        return is_first && point->period.start > decoration->from.period.end ? -1 : (gssize) k;
      is_first = FALSE;
    }

  return -1;
}

/**
 * tb_decorations_apply_breaks:
 * @figures: figures that were just read
 * @spec: what was asked for
 *
 * Marks the first figure at or after each break that an editor set (D-5), so that lines,
 * notes and arrows take it for one of the file's own.
 */
void
tb_decorations_apply_breaks (TbFigures               *figures,
                             const TbChartSpecFields *spec)
{
  for (gsize i = 0; i < spec->n_decorations; i++)
    {
      const TbDecoration *decoration = &spec->decorations[i];
      int track = decoration->kind == TB_DECORATION_BREAK ? tb_decoration_find_track (figures, decoration) : -1;
      gssize first = track >= 0 ? tb_decoration_find_break (&figures->tracks[track], decoration) : -1;

      if (first >= 0)
        figures->tracks[track].points[first].breaks = TRUE;
    }
}

/**
 * tb_decorations_find_break_words:
 * @figures: figures
 * @spec: what was asked for
 * @track: which of their series
 * @point: which of its points
 *
 * Returns: (transfer none) (nullable): an editor's words at the break there
 */
const char *
tb_decorations_find_break_words (const TbFigures         *figures,
                                 const TbChartSpecFields *spec,
                                 gsize                    track,
                                 gsize                    point)
{
  for (gsize i = 0; i < spec->n_decorations; i++)
    {
      const TbDecoration *decoration = &spec->decorations[i];

      if (decoration->kind == TB_DECORATION_BREAK && decoration->text != NULL && decoration->text[0] != '\0' &&
          tb_decoration_find_track (figures, decoration) == (int) track &&
          tb_decoration_find_break (&figures->tracks[track], decoration) == (gssize) point)
        return decoration->text;
    }

  return NULL;
}
