/* What of the figures is shown, and how: their time, kinds, numbers and order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-inspector-group.h"

G_BEGIN_DECLS

#define TB_TYPE_INSPECTOR_SHOWN (tb_inspector_shown_get_type ())
G_DECLARE_FINAL_TYPE (TbInspectorShown, tb_inspector_shown, TB, INSPECTOR_SHOWN, TbInspectorGroup)

G_END_DECLS
