/* Takes cells of the comparison table to the clipboard.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-comparison-grid.h"

G_BEGIN_DECLS

void                tb_comparison_clip_start  (TbComparisonGrid     *grid,
                                               const char           *caption,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
GdkContentProvider *tb_comparison_clip_finish (GAsyncResult         *result,
                                               char                **out_text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
