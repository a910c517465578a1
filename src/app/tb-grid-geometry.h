/* Where the columns of the comparison table stand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-comparison-columns.h"

G_BEGIN_DECLS

/**
 * TbGridGeometry:
 * @shown: (element-type TbShownColumn): the columns that are not hidden
 * @ends: where each of them ends, from the start of the table
 * @n_frozen: how many stay in place when the table is scrolled sideways
 * @width: of the view, logical pixels
 * @scroll: how far it is scrolled
 * @mirrored: the table begins at the right
 * @trends_wait: there is room for a number only if trends stand behind the first ones
 *
 * The columns of a table and the part of them that is in sight. Positions are
 * counted in shown columns.
 */
typedef struct
{
  GPtrArray *shown;
  GArray    *ends;
  guint      n_frozen;
  int        width;
  double     scroll;
  gboolean   mirrored;
  gboolean   trends_wait;
} TbGridGeometry;

void           tb_grid_geometry_init       (TbGridGeometry       *self);
void           tb_grid_geometry_clear      (TbGridGeometry       *self);
/* Takes up what is hidden, and all widths. */
void           tb_grid_geometry_update     (TbGridGeometry       *self,
                                            GPtrArray            *columns);
guint          tb_grid_geometry_get_n      (const TbGridGeometry *self);
TbShownColumn *tb_grid_geometry_get        (const TbGridGeometry *self,
                                            guint                 position);
int            tb_grid_geometry_get_total  (const TbGridGeometry *self);
int            tb_grid_geometry_get_frozen (const TbGridGeometry *self);
/* From the left of the view. */
int            tb_grid_geometry_get_left   (const TbGridGeometry *self,
                                            guint                 position);
/* The columns in sight behind those that stay; an empty range: from == to. */
void           tb_grid_geometry_get_range  (const TbGridGeometry *self,
                                            guint                *out_from,
                                            guint                *out_to);
/* −1 where there is none. */
int            tb_grid_geometry_find       (const TbGridGeometry *self,
                                            double                x);
/* The column whose end a pointer near @x drags; −1 for none. */
int            tb_grid_geometry_find_edge  (const TbGridGeometry *self,
                                            double                x);
/* The scroll that brings a column into sight with the least change. */
double         tb_grid_geometry_reveal     (const TbGridGeometry *self,
                                            guint                 position);

G_END_DECLS
