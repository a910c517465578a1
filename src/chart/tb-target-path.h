/* The way to a target: figures over time, what the path asks for, the deadline.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-canvas.h"
#include "tb-target-choice.h"

G_BEGIN_DECLS

/* What the path asks for at a moment. */
typedef struct
{
  double x;       /* months from year 0, as figures like these stand */
  double value;   /* in the target's unit */
} TbPathNode;

/* On which side of the path or of the target it is met. */
typedef enum { TB_SIDE_NONE, TB_SIDE_ABOVE, TB_SIDE_BELOW, TB_SIDE_WITHIN } TbGoodSide;

/**
 * TbTargetPath:
 * @track: holds the figures
 * @figures_at_ends: each stands at the end of its span, as sums do; else in its middle
 * @nodes: the path in order of time; none: no path is given
 * @is_stepped: milestones, level in between
 * @is_time: no path is given: the nodes show where the time elapsed would have a sum be
 * @deadline: months from year 0, as figures like these stand; NaN: none
 * @goal: the number wanted at the deadline; NaN: a range
 * @goal_low, @goal_high: of a range
 * @low, @high: what the axis of values holds
 * @target_text: "≥95"
 * @when_text: "end 2025"
 * @word: the status word; "" for none
 * @statement: what else is to be said: how far, how much time
 * @brief: the first of it, for a small page
 */
typedef struct
{
  TbTargetChoice  choice;
  const TbTrack  *track;
  gboolean        figures_at_ends;
  TbPathNode     *nodes;
  gsize           n_nodes;
  gboolean        is_stepped;
  gboolean        is_time;
  double          deadline;
  double          goal, goal_low, goal_high;
  double          low, high;
  gboolean        leaves_zero_out;
  TbGoodSide      side;
  gboolean        indicative;
  TbInk           ink;
  TbDatum         of_target;
  const char     *target_text;
  const char     *when_text;
  const char     *required_text;   /* "" for none */
  const char     *word;
  const char     *statement;
  const char     *brief;
} TbTargetPath;

/* tb-target-path.c */
TbTargetPath *tb_target_path_new         (TbFigures               *figures,
                                          const TbChartSpecFields *spec,
                                          GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
void          tb_target_path_free        (TbTargetPath            *self);
void          tb_target_path_keep_points (TbFigures               *figures,
                                          const TbChartSpecFields *spec);
/* Where a figure stands in time. */
double        tb_target_path_get_x       (const TbTargetPath      *self,
                                          const TbChartPoint      *point);

/* tb-target-path-texts.c */
void          tb_target_path_write       (TbTargetPath            *self,
                                          TbFigures               *figures);
void          tb_target_path_describe    (gconstpointer            content,
                                          const TbFigures         *figures,
                                          GString                 *text);

/* tb-layout-target-path.c */
void          tb_layout_target_path      (TbCanvas                *canvas,
                                          TbRect                   room,
                                          const TbTargetPath      *path);

G_END_DECLS
