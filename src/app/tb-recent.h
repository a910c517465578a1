/* The files opened last.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TB_MEDIA_TYPE "application/vnd.tongbi.dataset+json"

/* URIs of files of ours, the newest first, at most @max; they may be gone. */
GStrv       tb_recent_dup_uris (gsize  max) G_GNUC_WARN_UNUSED_RESULT;
void        tb_recent_add      (GFile *file);
/* Items that open them by `win.open-uri`; NULL where there are none. */
GMenuModel *tb_recent_new_menu (void) G_GNUC_WARN_UNUSED_RESULT;
void        tb_recent_remove   (GFile *file);

G_END_DECLS
