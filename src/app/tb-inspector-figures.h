/* Which figures a measure is computed from: of which periods, per head, smoothed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-inspector-group.h"

G_BEGIN_DECLS

#define TB_TYPE_INSPECTOR_FIGURES (tb_inspector_figures_get_type ())
G_DECLARE_FINAL_TYPE (TbInspectorFigures, tb_inspector_figures, TB, INSPECTOR_FIGURES, TbInspectorGroup)

G_END_DECLS
