/* One of several pairs of periods that the comparison table compares, behind a button.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-comparison-periods.h"

G_BEGIN_DECLS

#define TB_TYPE_COMPARISON_PAIR_BUTTON (tb_comparison_pair_button_get_type ())
G_DECLARE_FINAL_TYPE (TbComparisonPairButton, tb_comparison_pair_button, TB, COMPARISON_PAIR_BUTTON, AdwBin)

/* Says which pair it is; opened, it offers others. "chosen" is emitted when the user
 * chose others, "removed" when this pair is not to be compared. */
GtkWidget *tb_comparison_pair_button_new      (void) G_GNUC_WARN_UNUSED_RESULT;
/* As tb_comparison_periods_set(). */
void       tb_comparison_pair_button_set      (TbComparisonPairButton *self,
                                               GArray                 *periods,
                                               GListModel             *names,
                                               const TbComparePair    *pair,
                                               TbLanguage              language);
gboolean   tb_comparison_pair_button_get_pair (TbComparisonPairButton *self,
                                               TbComparePair          *out_pair);

G_END_DECLS
