/* What is computed from the figures before they are drawn.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-inspector-group.h"

G_BEGIN_DECLS

#define TB_TYPE_INSPECTOR_MEASURE (tb_inspector_measure_get_type ())
G_DECLARE_FINAL_TYPE (TbInspectorMeasure, tb_inspector_measure, TB, INSPECTOR_MEASURE, TbInspectorGroup)

/* The row of a step, −1: of the figures as they are. */
GtkWidget *tb_inspector_measure_get_row (TbInspectorMeasure *self,
                                         int                 kind);

G_END_DECLS
