/* What the parts of the layout of bullet lists share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-bullet.h"

G_BEGIN_DECLS

/* Between columns, ems. */
#define TB_BULLET_COLUMN_GAP 1.7

/* What the columns give up, in this order, where bars get too short. */
typedef enum
{
  TB_BULLET_LEVEL_ALL, TB_BULLET_LEVEL_NO_TIME, TB_BULLET_LEVEL_MERGED, TB_BULLET_LEVEL_NO_SECONDS,
  TB_BULLET_LEVEL_STATUS_ONLY, TB_BULLET_LEVEL_STACKED,
} TbBulletLevel;

typedef struct
{
  const TbBulletRow   *row;
  const TbBulletGroup *group;
  TbTextBlock         *name, *sub;
  TbTextBlock         *sentence;  /* of a stacked row, beneath its bar */
  TbLabel              main[TB_N_BULLET_COLUMNS], second[TB_N_BULLET_COLUMNS];
  double               top, height;
  TbRect               band;
} TbBulletPlaced;

typedef struct
{
  TbCanvas       *canvas;
  const TbBullet *bullet;
  TbRect          room;
  TbBulletLevel           level;
  TbBulletPlaced         *rows;
  gsize           n_shown;         /* before they are placed, all */
  gboolean        shows[TB_N_BULLET_COLUMNS];
  gboolean        seconds[TB_N_BULLET_COLUMNS];
  double          widths[TB_N_BULLET_COLUMNS];
  double          names_width;
  double          left, right;     /* of the bars */
  double          heading;         /* height */
  gboolean        is_merged;       /* gaps stand where there is no completion */
} TbBulletLayout;

gboolean       tb_bullet_is_withheld    (const TbBulletRow    *row,
                                         TbBulletColumn        column);
/* What stands in a column of a row. */
TbBulletColumn tb_bullet_get_source     (const TbBulletLayout *self,
                                         const TbBulletPlaced *placed,
                                         TbBulletColumn        column);
/* Of the sign before a status, with the gap behind it, px. */
double         tb_bullet_get_sign_width (const TbCanvas       *canvas);
const char    *tb_bullet_get_heading    (const TbBulletLayout *self,
                                         TbBulletColumn        column);

/* tb-layout-bullet-draw.c */
void           tb_bullet_layout_draw    (const TbBulletLayout *self);

G_END_DECLS
