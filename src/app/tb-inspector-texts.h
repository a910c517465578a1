/* The texts around the plot.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-inspector-group.h"

G_BEGIN_DECLS

#define TB_TYPE_INSPECTOR_TEXTS (tb_inspector_texts_get_type ())
G_DECLARE_FINAL_TYPE (TbInspectorTexts, tb_inspector_texts, TB, INSPECTOR_TEXTS, TbInspectorGroup)

G_END_DECLS
