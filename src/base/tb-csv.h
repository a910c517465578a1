/* Fields of comma-separated values.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* RFC 4180: one with a comma, quote or line end stands in quotes. Thread: any. */
void  tb_csv_append_field  (GString    *out,
                            const char *text);

G_END_DECLS
