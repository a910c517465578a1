/* Which indicators of a dataset are shown first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-dataset.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* By index of the indicator in its catalog; smaller is shown earlier. Thread: any. */
guint64  *tb_overview_rank_new    (const TbDataset      *dataset,
                                   const char           *place) G_GNUC_WARN_UNUSED_RESULT;
/* The same in a thread. */
void      tb_overview_rank_start  (TbDataset            *dataset,
                                   const char           *place,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
guint64  *tb_overview_rank_finish (GAsyncResult         *result,
                                   GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
