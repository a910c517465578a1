/* JSON text of a tree, with each number in its shortest form.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Two-space indent, a final newline. json-glib's own generator writes 4.2 as
 * 4.2000000000000002. Thread: any. */
char *tb_json_to_text (JsonNode *root) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
