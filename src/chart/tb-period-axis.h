/* The axis of time for mixed spans: true widths, labels that thin out by meaning.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-canvas.h"
#include "tb-scale.h"

G_BEGIN_DECLS

/* A label under the axis; its row is counted from the axis down. */
typedef struct
{
  char    *text;
  TbLabel  label;
  int      row;
  double   x;             /* middle, px */
  double   start, end;    /* px of the span it names; equal where it names a moment */
  gboolean bracket;       /* a line under the axis shows the span */
} TbPeriodTick;

/* Free at each side of a moment at an end of an axis that holds spans too, as a
 * share of the axis without it. */
#define TB_PERIOD_AXIS_MOMENT_ROOM 0.04

/**
 * TbPeriodAxis:
 *
 * One axis for years, halves, quarters, running totals and as-of days: x is in
 * months, so that spans of one kind have one width and longer ones are wider in
 * proportion (semantics P-3, P-4).
 */
typedef struct _TbPeriodAxis TbPeriodAxis;

TbPeriodAxis *tb_period_axis_new        (const TbFigures     *figures) G_GNUC_WARN_UNUSED_RESULT;
void          tb_period_axis_free       (TbPeriodAxis        *self);
/* Chooses and places labels between two px. */
void          tb_period_axis_set_range  (TbPeriodAxis        *self,
                                         const TbCanvas      *canvas,
                                         double               left,
                                         double               right);
double        tb_period_axis_map        (const TbPeriodAxis  *self,
                                         double               months);
/* Months from end to end, and of the shortest and longest span; 0 without spans. */
double        tb_period_axis_get_length (const TbPeriodAxis  *self);
double        tb_period_axis_get_shortest (const TbPeriodAxis *self);
double        tb_period_axis_get_longest (const TbPeriodAxis *self);
/* Least distance between two different moments at which marks stand, months;
 * the whole length where there are less than two. */
double        tb_period_axis_get_least_gap (const TbPeriodAxis *self);
/* What columns leave free at the ends of their spans; the lines under the axis
 * that show spans leave the same. */
void          tb_period_axis_set_inset  (TbPeriodAxis        *self,
                                         double               inset_px);
double        tb_period_axis_get_end    (const TbPeriodAxis  *self);
gboolean      tb_period_axis_begins_with_span (const TbPeriodAxis *self);
gboolean      tb_period_axis_ends_with_span (const TbPeriodAxis *self);
double        tb_period_axis_get_height (const TbPeriodAxis  *self);
const TbPeriodTick *tb_period_axis_get_ticks (const TbPeriodAxis *self,
                                         gsize               *out_n);
/* Whether all marks stand at ends of years. */
gboolean      tb_period_axis_is_at_year_ends (const TbPeriodAxis *self);
void          tb_period_axis_draw       (const TbPeriodAxis  *self,
                                         TbCanvas            *canvas,
                                         double               y);

/* Tells the scene which moments a plot over this axis shows, so that it can be
 * zoomed into; @by_moment: its marks are points of lines. */
void          tb_period_axis_add_plot   (const TbPeriodAxis  *self,
                                         TbCanvas            *canvas,
                                         double               top,
                                         double               height,
                                         gboolean             by_moment);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbPeriodAxis, tb_period_axis_free)

G_END_DECLS
