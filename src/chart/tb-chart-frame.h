/* What stands around the plot: title, subtitle, legend, notes, source.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-canvas.h"

G_BEGIN_DECLS

typedef struct
{
  TbTextBlock *title, *subtitle, *notes, *source;
  GArray      *entries;      /* of TbLegendEntry */
  TbTextBlock **legend;      /* their names; n_legend 0: none */
  TbRect      *legend_boxes; /* of the swatch with its name, within the page */
  gsize        n_legend;
  gboolean     names_series; /* the legend names all series, so that no other names are needed */
  TbRect       logo;         /* at the right of the title; width 0: none */
  double       head_width;   /* of title and subtitle, beside the logo */
  TbRect       plot;         /* what is left for the chart with its axes */
} TbChartFrame;

/* @with_legend: name the series in a row above the plot. NULL where the page
 * has no room for a plot. */
TbChartFrame *tb_chart_frame_new  (TbCanvas            *canvas,
                                   gboolean             with_legend,
                                   GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void          tb_chart_frame_free (TbChartFrame        *self);
void          tb_chart_frame_draw (const TbChartFrame  *self,
                                   TbCanvas            *canvas);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbChartFrame, tb_chart_frame_free)

G_END_DECLS
