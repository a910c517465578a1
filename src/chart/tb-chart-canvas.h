/* What all charts are laid out with: sizes, fonts, colours, the measurer, the scene.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-figures.h"
#include "tb-decoration-plan.h"
#include "tb-text-block.h"

G_BEGIN_DECLS

typedef struct
{
  const TbChartSpecFields *spec;
  const TbFigures         *figures;
  const TbTheme           *theme;
  const TbTextMeasure     *measure;
  TbSceneBuilder          *builder;
  double                   width, height;
  double                   unit;      /* 1 at 960 × 540: lengths are multiples of it */
  double                   margin;
  TbFont                   title, subtitle, label, strong, note;
  guint                    n_dropped; /* labels and notes left out */
  const TbDecorationPlan  *plan;      /* nullable: what an editor added */
} TbCanvas;

/* A measured label of one line. */
typedef struct
{
  const char   *text;
  TbFont        font;
  TbTextExtents extents;
} TbLabel;

void     tb_canvas_init       (TbCanvas                *self,
                               const TbChartSpecFields *spec,
                               const TbFigures         *figures,
                               const TbTextMeasure     *measure,
                               TbSceneBuilder          *builder);
TbLabel  tb_canvas_measure    (const TbCanvas          *self,
                               const TbFont            *font,
                               const char              *text);
/* The box of a label whose anchor point is at x, and whose upper edge is at top. */
TbRect   tb_label_get_box     (const TbLabel           *self,
                               TbAnchor                 anchor,
                               double                   x,
                               double                   top);
void     tb_canvas_draw_label (TbCanvas                *self,
                               const TbLabel           *label,
                               TbColor                  color,
                               TbAnchor                 anchor,
                               double                   x,
                               double                   top,
                               TbDatum                  datum);
void     tb_canvas_rule       (TbCanvas                *self,
                               double                   x1,
                               double                   y1,
                               double                   x2,
                               double                   y2,
                               TbColor                  color,
                               double                   width,
                               gboolean                 dashed);
TbColor  tb_canvas_get_ink    (const TbCanvas          *self,
                               TbInk                    ink,
                               int                      track);
TbColor  tb_canvas_get_color  (const TbCanvas          *self,
                               gsize                    track);
/* A colour for a figure, or with row −1 for a series: quiet where another stands out (D-6). */
TbColor  tb_canvas_get_stressed (const TbCanvas        *self,
                               TbColor                  color,
                               TbDatum                  datum);
/* The same, dark enough to be read as text. */
TbColor  tb_canvas_get_text_color (const TbCanvas      *self,
                               gsize                    track);
/* The colour of a mark, dark enough to be read as text. */
TbColor  tb_canvas_get_readable (const TbCanvas        *self,
                               TbColor                  color);
/* What is read on a mark of a colour. */
TbColor  tb_canvas_get_text_on (const TbCanvas         *self,
                               TbColor                  fill);
double   tb_label_get_height  (const TbLabel           *self);

G_END_DECLS
