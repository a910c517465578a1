/* Takes cells of the comparison table to the clipboard.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-comparison-grid.h"

G_BEGIN_DECLS

/* "3 rows copied", "12 cells copied": what is selected; all where nothing is. */
char               *tb_comparison_clip_dup_text (TbComparisonGrid    *grid) G_GNUC_WARN_UNUSED_RESULT;
/* Makes the texts in a thread. @caption: (nullable): which rows the table shows. */
void                tb_comparison_clip_start    (TbComparisonGrid    *grid,
                                                 const char          *caption,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
GdkContentProvider *tb_comparison_clip_finish   (GAsyncResult        *result,
                                                 GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
