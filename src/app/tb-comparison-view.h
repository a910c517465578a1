/* The comparison table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-comparison.h"
#include "tb-late-pane.h"
#include "tb-session.h"

G_BEGIN_DECLS

#define TB_TYPE_COMPARISON_VIEW (tb_comparison_view_get_type ())
G_DECLARE_FINAL_TYPE (TbComparisonView, tb_comparison_view, TB, COMPARISON_VIEW, TbLatePane)

void                tb_comparison_view_set_session    (TbComparisonView *self,
                                                       TbSession        *session);
TbComparison       *tb_comparison_view_get_comparison (TbComparisonView *self);
TbComparison       *tb_comparison_view_dup_shown      (TbComparisonView *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean            tb_comparison_view_is_busy        (TbComparisonView *self);
/* The selected cells, all where none is, as tb_comparison_clip_finish() gives them. */
void                tb_comparison_view_copy           (TbComparisonView    *self,
                                                       GAsyncReadyCallback  callback,
                                                       gpointer             user_data);

G_END_DECLS
