/* Which period is set against which.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-inspector-group.h"

G_BEGIN_DECLS

#define TB_TYPE_INSPECTOR_COMPARE (tb_inspector_compare_get_type ())
G_DECLARE_FINAL_TYPE (TbInspectorCompare, tb_inspector_compare, TB, INSPECTOR_COMPARE, TbInspectorGroup)

G_END_DECLS
