/* What pasted text is, and where it is kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "json", "tsv", "csv"; NULL: no table. */
const char *tb_paste_guess_suffix (const char *text);
/* Of a file that is not there yet, named after the time. */
char       *tb_paste_dup_path     (const char *suffix) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
