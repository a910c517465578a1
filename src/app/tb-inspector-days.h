/* On which day the figures are looked at, and as known when.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-inspector-group.h"

G_BEGIN_DECLS

#define TB_TYPE_INSPECTOR_DAYS (tb_inspector_days_get_type ())
G_DECLARE_FINAL_TYPE (TbInspectorDays, tb_inspector_days, TB, INSPECTOR_DAYS, TbInspectorGroup)

G_END_DECLS
