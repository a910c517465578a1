/* What the parts of the layout of lines share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-layouts.h"
#include "tb-chart-panel.h"
#include "tb-label-placement.h"
#include "tb-mark-line.h"
#include "tb-period-axis.h"
#include "tb-text-block.h"
#include "tb-value-axis.h"

G_BEGIN_DECLS

/* Between a mark and its label, units. */
#define TB_LINE_LABEL_GAP 6.0

typedef struct
{
  const TbTrack *track;
  gsize          index;
  TbPlacedPoint *chain;      /* actual and forecast, in order of time */
  gsize          n_chain;
  TbPlacedPoint *asides;     /* what no line runs through: targets, plans, ranges, second figures that contradict */
  gsize          n_asides;
  const TbPlacedPoint *last; /* nullable */
  char          *end_text;
  TbTextBlock   *end_block;
  double         end_x, end_y;  /* left and middle of the name */
  gboolean       has_end;
  gboolean       over_rule;     /* of a span that reaches under the name */
  gboolean       is_inline;     /* stands right after a line that ends before the others */
} TbLineTrack;

struct _TbLineLayout
{
  TbCanvas     *canvas;
  TbPanel       panel;
  TbRect        plot;
  TbPeriodAxis *time;
  TbValueAxis  *values;
  TbLineTrack        *tracks;
  gsize         n_tracks;
  double        names_width;
  double        names_x;     /* where names at the right begin */
  gboolean      inline_names; /* lines that end early are named right there, where there is room */
  double        headroom;    /* above all marks, for decorations */
  gboolean      numbered;    /* each point has its number; no axis of values */
};

/* Names at the ends of lines. */
void      tb_line_layout_measure_ends (TbLineLayout        *self,
                                       gboolean             with_names,
                                       gboolean             with_numbers);
double    tb_line_layout_get_ends_height (const TbLineLayout *self);
double    tb_line_layout_choose_right (const TbLineLayout  *self,
                                       double               left,
                                       double               right);
void      tb_line_layout_place_ends   (TbLineLayout        *self);
/* Names lines that end early where they end. FALSE where not all found room. */
gboolean  tb_line_layout_place_inline (TbLineLayout        *self);
void      tb_line_layout_draw_ends    (TbLineLayout        *self);

/* Numbers at points. */
TbPlacer *tb_line_layout_new_placer   (const TbLineLayout  *self) G_GNUC_WARN_UNUSED_RESULT;
/* Whether lines have so few points that labels can be kept off each of them. */
gboolean  tb_line_layout_is_short     (const TbLineLayout  *self);
void      tb_line_layout_block_lines  (const TbLineLayout  *self,
                                       TbPlacer            *placer);
void      tb_line_layout_block_asides (const TbLineLayout  *self,
                                       TbPlacer            *placer);
/* The numbers of all points of a single line. Returns how many found no room. */
guint     tb_line_layout_label_all    (TbLineLayout        *self,
                                       gboolean             draw);
void      tb_line_layout_draw_labels  (TbLineLayout        *self);

/* The line with its points, spans and targets. */
void      tb_line_layout_draw_track   (TbLineLayout        *self,
                                       TbLineTrack         *track);

G_END_DECLS
