/* Parts of a chart's figures, for the panels of a page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-figures-private.h"

#include "tb-chart-panel.h"

/**
 * tb_figures_new_part:
 * @whole: figures; must outlive the result
 * @tracks: which of its tracks
 * @n_tracks: how many
 *
 * Makes figures of some tracks, with a scale of numbers of their own. Data and
 * periods are those of @whole; texts, notes and legend are empty.
 *
 * Thread: any.
 *
 * Returns: (transfer full): the part
 */
TbFigures *
tb_figures_new_part (const TbFigures *whole,
                     const gsize     *tracks,
                     gsize            n_tracks)
{
  TbFigures *self = tb_figures_new_empty (whole->language, whole->type, whole->selection, n_tracks);

  self->bar_period = whole->bar_period;
  for (gsize i = 0; i < n_tracks; i++)
    {
      self->tracks[i] = whole->tracks[tracks[i]];
      self->tracks[i].points = g_memdup2 (self->tracks[i].points, self->tracks[i].n_points * sizeof (TbChartPoint));
    }
  tb_figures_choose_scale (self);

  return self;
}

/**
 * tb_canvas_for_part:
 * @self: the canvas of the page
 * @part: figures of one of its panels
 *
 * Returns: a canvas on the same page and scene; what it dropped is to be added to
 *   what @self did
 */
TbCanvas
tb_canvas_for_part (const TbCanvas  *self,
                    const TbFigures *part)
{
  TbCanvas canvas = *self;

  canvas.figures = part;
  canvas.n_dropped = 0;

  return canvas;
}
