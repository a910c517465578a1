/* The title of a column of the comparison table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-comparison-columns.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How wide a column has to be for its title; and how high the titles are. */
typedef struct { int width, height; } TbHeadingSize;

#define TB_TYPE_GRID_HEADING (tb_grid_heading_get_type ())
G_DECLARE_FINAL_TYPE (TbGridHeading, tb_grid_heading, TB, GRID_HEADING, GtkWidget)

GtkWidget           *tb_grid_heading_new        (void) G_GNUC_WARN_UNUSED_RESULT;
/* @order: 0: not sorted by it, 1: smallest first, −1: largest first. */
void                 tb_grid_heading_bind       (TbGridHeading        *self,
                                                 const TbShownColumn  *column,
                                                 guint                 position,
                                                 int                   order);
const TbShownColumn *tb_grid_heading_get_column (TbGridHeading        *self);
guint                tb_grid_heading_get_position (TbGridHeading      *self);
TbHeadingSize        tb_grid_heading_measure    (GtkWidget            *header,
                                                 const TbShownColumn  *column);

G_END_DECLS
