/* What an editor adds to a figure: emphasis, arrows, lines, spans and words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-inspector-group.h"

G_BEGIN_DECLS

#define TB_TYPE_INSPECTOR_MARKS (tb_inspector_marks_get_type ())
G_DECLARE_FINAL_TYPE (TbInspectorMarks, tb_inspector_marks, TB, INSPECTOR_MARKS, TbInspectorGroup)

G_END_DECLS
