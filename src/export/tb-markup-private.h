/* Text inside of HTML and SVG.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void  tb_markup_append  (GString    *out,
                         const char *text);

G_END_DECLS
