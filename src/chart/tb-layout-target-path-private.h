/* What the parts of the layout of target paths share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-mark-line.h"
#include "tb-period-axis.h"
#include "tb-target-path.h"
#include "tb-value-axis.h"

G_BEGIN_DECLS

/* Between a mark and its words, units. */
#define TB_TARGET_PATH_LABEL_GAP 7.0
/* Up to so many figures each has its number. */
#define TB_TARGET_PATH_MOST_NUMBERED 12

typedef struct
{
  TbCanvas           *canvas;
  const TbTargetPath *path;
  TbRect              room;
  TbRect              plot;          /* of the marks */
  TbPeriodAxis       *time;
  TbValueAxis        *values;
  TbTextBlock        *status, *statement;
  TbTextBlock        *target, *when;
  double              target_width;
  TbPlacedPoint      *points;
  gsize               n_points;
  double              deadline;      /* px */
  double              headroom;      /* for decorations, over all marks, px */
  double              column;        /* its width, px; 0: a line */
} TbTargetPathLayout;

double tb_target_path_map_y             (const TbTargetPathLayout *self,
                                         double                    value);
double tb_target_path_get_status_height (const TbTargetPathLayout *self);
void   tb_target_path_draw_diamond      (const TbTargetPathLayout *self,
                                         double                    value);

/* tb-layout-target-path-way.c: the path, as #TbPathElement */
GArray *tb_target_path_list_way         (const TbTargetPathLayout *self) G_GNUC_WARN_UNUSED_RESULT;
void   tb_target_path_draw_side         (const TbTargetPathLayout *self,
                                         const GArray             *path);
void   tb_target_path_draw_way          (const TbTargetPathLayout *self,
                                         const GArray             *path);

/* tb-layout-target-path-labels.c */
void   tb_target_path_draw_target       (const TbTargetPathLayout *self);
/* @path: of #TbPathElement, that no number may touch */
void   tb_target_path_draw_numbers      (const TbTargetPathLayout *self,
                                         const GArray             *path);

G_END_DECLS
