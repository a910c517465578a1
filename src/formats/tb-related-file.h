/* Files that a document names: the way to them, and what tells them from later ones.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char     *tb_related_file_dup_path   (GFile        *file,
                                      GFile        *document) G_GNUC_WARN_UNUSED_RESULT;
GFile    *tb_related_file_resolve    (const char   *path,
                                      GFile        *document) G_GNUC_WARN_UNUSED_RESULT;
gboolean  tb_related_file_is_there   (GFile        *file,
                                      GCancellable *cancellable);
char     *tb_related_file_dup_digest (GFile        *file,
                                      GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
char     *tb_related_file_dup_hash   (GFile        *file,
                                      GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
char     *tb_related_file_dup_stamp  (GFile        *file,
                                      GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
