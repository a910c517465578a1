/* The header of the comparison table: titles of columns, and above them the bands
 * that tell columns of unlike kind apart (B-1).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-grid-heading.h"
#include "tb-grid-row.h"

G_BEGIN_DECLS

#define TB_TYPE_GRID_HEADER (tb_grid_header_get_type ())
G_DECLARE_FINAL_TYPE (TbGridHeader, tb_grid_header, TB, GRID_HEADER, GtkWidget)

/* @geometry has to outlive the header. */
GtkWidget     *tb_grid_header_new         (const TbGridGeometry *geometry) G_GNUC_WARN_UNUSED_RESULT;
/* @sort_key: nullable: the column that the rows are sorted by. */
void           tb_grid_header_bind        (TbGridHeader         *self,
                                           const TbGridSpan     *span,
                                           const char           *sort_key,
                                           gboolean              descending);
/* NULL where the column is out of sight. */
TbGridHeading *tb_grid_header_get_heading (TbGridHeader         *self,
                                           guint                 position);
/* Of the band of columns, with its rule; 0: no column has one. */
int            tb_grid_header_get_band_height (TbGridHeader     *self);

G_END_DECLS
