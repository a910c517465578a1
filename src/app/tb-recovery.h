/* Unsaved work that is kept for the case of a crash.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GFile     *tb_recovery_new_file    (void) G_GNUC_WARN_UNUSED_RESULT;
/* What a program that did not end well left behind. */
void       tb_recovery_list_async  (GAsyncReadyCallback  callback,
                                    gpointer             user_data);
GPtrArray *tb_recovery_list_finish (GAsyncResult        *result) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
