/* Text inside of LaTeX.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends text of the data so that no character of it is a command. Thread: any. */
void      tb_latex_append       (GString    *out,
                                 const char *text);
/* Whether the text needs Chinese fonts. */
gboolean  tb_latex_needs_chinese (const char *text);

G_END_DECLS
