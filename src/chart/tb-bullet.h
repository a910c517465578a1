/* The rows of a bullet list: a figure and its target each.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-canvas.h"
#include "tb-target-choice.h"

G_BEGIN_DECLS

/* The columns at the right of the bars. */
typedef enum
{
  TB_BULLET_VALUE, TB_BULLET_COMPLETION, TB_BULLET_GAP, TB_BULLET_STATUS, TB_N_BULLET_COLUMNS,
} TbBulletColumn;

/* What a cell shows where a rule withholds its number. */
#define TB_BULLET_WITHHELD "–"

/* Two lines of a cell; either may be empty. */
typedef struct
{
  const char *main;
  const char *sub;
} TbBulletCell;

/**
 * TbBulletGroup:
 * @unit: %NULL: percent a year, of targets of average growth (T-8)
 * @low, @high: what the axis holds, in the unit
 * @largest: the largest number, without sign
 * @has_ticks: numbers stand at the axis: rows of the same unit have another one, or it
 *   does not begin at zero
 * @is_dot: its axis does not begin at zero, so its figures are dots, not bars (T-9)
 *
 * Rows that share a scale, because they share a unit (N-6).
 */
typedef struct
{
  const TbUnit *unit;
  double        low, high;
  double        largest;
  gboolean      is_dot;
  gboolean      has_ticks;
} TbBulletGroup;

/**
 * TbBulletRow:
 * @scale: of its numbers, told with its unit
 * @sub: unit and period, under the name
 * @whole: the figure with its unit
 * @when: its period; "" where all rows have the same
 * @value: of the bar, in the target's unit; NaN: none, for @choice is refused, or
 *   nothing measures the target
 * @goal_low, @goal_high: the ends that are wanted; NaN where open
 * @goal: where the tick stands; NaN of a range
 * @on_way: where time or path would have the figure be; NaN: nowhere
 * @previous: a year before, where the rules let it be compared; NaN
 * @baseline: where the way began, of targets with progress; NaN
 */
typedef struct
{
  TbTargetChoice choice;
  const TbTrack *track;
  gsize          group;
  gsize          index;
  TbNumberScale  scale;
  const char    *name;
  const char    *sub;
  const char    *whole;
  const char    *when;
  TbBulletCell   cells[TB_N_BULLET_COLUMNS];
  TbInk          ink;
  double         value, range_low, range_high;
  double         goal, goal_low, goal_high;
  double         on_way;
  double         previous;
  double         baseline;
  TbDatum        of_actual, of_target, of_previous;
  gboolean       indicative;
  gboolean       soft;
} TbBulletRow;

typedef struct
{
  TbBulletRow   *rows;
  gsize          n_rows;
  TbBulletGroup *groups;
  gsize          n_groups;
  gboolean       own_scales;
} TbBullet;

/* tb-bullet-rows.c. NULL with @error where nothing is measured by a target. */
TbBullet *tb_bullet_new         (TbFigures               *figures,
                                 const TbChartSpecFields *spec,
                                 GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
void      tb_bullet_free        (TbBullet                *self);
/* Of a target of average growth (T-8): its figure and goal are percent a year. */
gboolean  tb_bullet_is_growth   (const TbBulletRow       *row);
/* Leaves of each series the points that its row shows. */
void      tb_bullet_keep_points (TbFigures               *figures,
                                 const TbChartSpecFields *spec);

/* tb-bullet-texts.c */
void      tb_bullet_write_rows  (TbBullet                *self,
                                 TbFigures               *figures);
/* Whether all targets, or all figures, are of one period. */
gboolean  tb_bullet_share_period (const TbBullet         *self,
                                 gboolean                 of_targets);
const TbObservation *tb_bullet_read_target (const TbBulletRow *row,
                                 TbObservation           *observation);
/* Whether any row has something in a column. */
gboolean  tb_bullet_has_column  (const TbBullet          *self,
                                 TbBulletColumn           column);
/* @is_merged: of completions with gaps where there are none. */
const char *tb_bullet_heading   (TbBulletColumn           column,
                                 gboolean                 is_merged,
                                 TbLanguage               language);
void      tb_bullet_describe    (gconstpointer            content,
                                 const TbFigures         *figures,
                                 GString                 *text);

/* tb-bullet-frame.c */
void      tb_bullet_write_frame (const TbBullet          *self,
                                 TbFigures               *figures,
                                 const TbChartSpecFields *spec);

/* tb-bullet-scales.c */
void      tb_bullet_group_rows  (TbBullet                *self);
void      tb_bullet_scale_rows  (TbBullet                *self,
                                 TbLanguage               language);
/* What the axis of a group holds for the first @n_rows rows. */
void      tb_bullet_get_extent  (const TbBullet          *self,
                                 gsize                    group,
                                 gsize                    n_rows,
                                 double                  *out_low,
                                 double                  *out_high);
void      tb_bullet_sort_rows   (TbBullet                *self,
                                 TbChartOrder             order);

/* tb-layout-bullet.c */
void      tb_layout_bullet      (TbCanvas                *canvas,
                                 TbRect                   room,
                                 const TbBullet          *bullet);

G_END_DECLS
