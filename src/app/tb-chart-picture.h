/* A chart as it was drawn, and what is told beside it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _TbChartBasis TbChartBasis;

/**
 * TbChartPicture:
 * @spec: what was drawn, its type chosen
 * @listed: the series that can be switched off and on; %NULL where nothing fits
 * @selection: the figures of it, likewise
 * @scene: nullable: the type does not fit
 * @texture: the scene's pixels, likewise; also %NULL where no size was asked for
 * @drawing: how the scene is drawn in its own size, until there are pixels; %NULL where
 *   there are, or it has too many points to be drawn while a frame waits
 * @refusal: why there is no scene, for the reader
 * @insight: nullable: what the figures say, line by line
 * @misfits: by type: why it does not fit; %NULL where it does. Only of the types
 *   that are always in sight (columns, lines and bars); of the others ask when
 *   they are (tb-inspector-facts.h)
 * @suggested: the type that suits best
 * @first_day: of all figures, whatever span is looked at
 * @last_day: likewise
 * @basis: what is the same for other looks of these figures
 * @asked: for what it was made, before a type was chosen
 * @chose_type: whether one was
 *
 * Immutable, atomically ref-counted.
 */
typedef struct
{
  TbChartSpec  *spec;
  TbSelection  *listed;
  TbSelection  *selection;
  TbScene      *scene;
  GdkTexture   *texture;
  GskRenderNode *drawing;
  char         *refusal;
  char         *insight;
  char         *misfits[TB_N_CHART_TYPES];
  TbChartType   suggested;
  TbDay         first_day;
  TbDay         last_day;
  TbChartBasis *basis;
  TbChartSpec  *asked;
  gboolean      chose_type;
} TbChartPicture;

/* What a picture is asked for. */
typedef struct
{
  TbDataset   *dataset;
  TbChartSpec *spec;
  gboolean     choose_type;  /* draw the type that suits best in place of the spec's */
  int          width_px;     /* of the pixels; 0: a scene without them */
  int          height_px;
} TbChartWanted;

TbChartPicture *tb_chart_picture_new   (const TbChartWanted  *wanted,
                                        const TbChartPicture *before,
                                        GCancellable         *cancellable) G_GNUC_WARN_UNUSED_RESULT;
TbChartPicture *tb_chart_picture_ref   (TbChartPicture       *self);
void            tb_chart_picture_unref (TbChartPicture       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbChartPicture, tb_chart_picture_unref)

G_END_DECLS
