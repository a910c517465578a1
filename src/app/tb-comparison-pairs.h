/* Which pairs of periods the comparison table compares.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-comparison.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TB_TYPE_COMPARISON_PAIRS (tb_comparison_pairs_get_type ())
G_DECLARE_FINAL_TYPE (TbComparisonPairs, tb_comparison_pairs, TB, COMPARISON_PAIRS, AdwBin)

/* One pair is chosen in place; several stand side by side, each to be changed and
 * removed. "chosen" is emitted when the user asks for others, "filled" when all
 * periods are offered. */

/* @further: (nullable): what a table proposes to compare beside; NULL: nothing. */
void                 tb_comparison_pairs_set_comparison (TbComparisonPairs   *self,
                                                         const TbComparison  *comparison,
                                                         const TbComparePair *further,
                                                         TbLanguage           language);
/* What is asked for. */
const TbComparePair *tb_comparison_pairs_get            (TbComparisonPairs   *self,
                                                         gsize               *out_n);
/* Whether the table compares any periods; else there is a blank to begin with. */
gboolean             tb_comparison_pairs_has_change     (TbComparisonPairs   *self);
guint                tb_comparison_pairs_get_n_periods  (TbComparisonPairs   *self);
gboolean             tb_comparison_pairs_is_busy        (TbComparisonPairs   *self);

G_END_DECLS
