/* What pasted text is, and where it is kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* "json", "tsv", "csv"; NULL: no table. */
const char *tb_paste_guess_suffix (const char *text);
void        tb_paste_keep_async   (char                *text,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);
GFile      *tb_paste_keep_finish  (GAsyncResult        *result,
                                   GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
