/* Where titles of a table's columns are broken into lines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the line that begins at @text ends; @width: in Latin letters, a Chinese character is two. */
const char *tb_table_title_find_line_end  (const char *text,
                                           int         width);
/* Where the first part of @text ends that is better not broken: a word, a part of a
 * period, what stands in brackets. */
const char *tb_table_title_find_part_end  (const char *text);

G_END_DECLS
