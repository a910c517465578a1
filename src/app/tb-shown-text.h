/* Texts of data as labels can show them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of names and lines, and of whole paragraphs. */
#define TB_SHOWN_LINE_CHARS 256
#define TB_SHOWN_TEXT_CHARS 2000

char *tb_shown_text_dup      (const char *text,
                              gsize       max_chars) G_GNUC_WARN_UNUSED_RESULT;
char *tb_shown_text_dup_line (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
