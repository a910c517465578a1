/* What a file is called where people read it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *tb_file_dup_name   (GFile        *file) G_GNUC_WARN_UNUSED_RESULT;
/* NULL: people know no name of it. */
char *tb_file_dup_place  (GFile        *file) G_GNUC_WARN_UNUSED_RESULT;
char *tb_file_dup_reason (GFile        *file,
                          const GError *error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
