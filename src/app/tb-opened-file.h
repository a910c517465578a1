/* The bytes of a data file that is open, for the record of what is made of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char  *tb_opened_file_dup_hash (GFile      *file,
                                const char *stamp) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
