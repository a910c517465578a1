/* Works out what indicators say, some at a time, in a thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-digest.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void       tb_digest_job_start  (TbDataset                *dataset,
                                 const char               *place,
                                 TbLanguage                language,
                                 const TbIndicator *const *indicators,
                                 gsize                     n,
                                 GCancellable             *cancellable,
                                 GAsyncReadyCallback       callback,
                                 gpointer                  user_data);
/* (element-type TbDigest): in the order of the indicators. */
GPtrArray *tb_digest_job_finish (GAsyncResult             *result,
                                 GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
