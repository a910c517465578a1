/* What stands below the comparison table: why changes are refused.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-comparison.h"

G_BEGIN_DECLS

char *tb_comparison_caption_dup (const TbComparison *comparison, TbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
