/* The types of chart as pictures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-inspector-group.h"

G_BEGIN_DECLS

#define TB_TYPE_INSPECTOR_TYPES (tb_inspector_types_get_type ())
G_DECLARE_FINAL_TYPE (TbInspectorTypes, tb_inspector_types, TB, INSPECTOR_TYPES, TbInspectorGroup)

/* The tile of a type. */
GtkWidget *tb_inspector_types_get_tile (TbInspectorTypes *self,
                                        TbChartType       type);

G_END_DECLS
