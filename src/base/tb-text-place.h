/* Where in a text a byte stands, as editors count.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Characters from @start to before @end, in a text that need not be UTF-8. */
guint tb_text_count_characters (const char *start,
                                const char *end);
void  tb_text_locate           (const char *text,
                                gsize       length,
                                gsize       offset,
                                guint      *out_line,
                                guint      *out_column);

G_END_DECLS
