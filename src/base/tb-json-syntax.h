/* The JSON grammar: the first byte that breaks it, and what was expected there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean  tb_json_syntax_check (const char  *text,
                                gsize        length,
                                gsize       *out_offset,
                                char       **out_message);

G_END_DECLS
