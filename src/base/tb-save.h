/* Saves a file whole or not at all.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes beside @path, syncs and renames, so that a failed save leaves the old
 * file as it was; a link is followed, the old file's mode kept. "-" writes to
 * standard output. Thread: any. */
gboolean  tb_save_file (const char    *path,
                        const char    *data,
                        gsize          length,
                        GError       **error);

G_END_DECLS
