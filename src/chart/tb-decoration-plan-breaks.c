/* Marks where an editor says that a new definition begins (D-5).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-decoration-private.h"

/* The first observed figure at or after a break; −1: there is none. */
static gssize
find_first (const TbTrack      *track,
            const TbDecoration *decoration)
{
  for (gsize k = 0; k < track->n_points; k++)
    if (track->points[k].period.start >= decoration->from.period.start && !tb_chart_point_is_reference (&track->points[k]))
      return (gssize) k;

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
      gssize first = track >= 0 ? find_first (&figures->tracks[track], decoration) : -1;

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
          find_first (&figures->tracks[track], decoration) == (gssize) point)
        return decoration->text;
    }

  return NULL;
}
