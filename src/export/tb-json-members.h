/* Members of a JSON object that is being built, and the words in them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-verdict.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* null for NULL. */
void        tb_json_add_text    (JsonBuilder   *builder,
                                 const char    *member,
                                 const char    *text);
/* null for what is no number in JSON: NaN and infinity. */
void        tb_json_add_number  (JsonBuilder   *builder,
                                 const char    *member,
                                 double         number);
/* "codes": ["R3", "R16"] */
void        tb_json_add_codes   (JsonBuilder   *builder,
                                 TbRuleSet      codes);
/* "valid", "note", "invalid" */
const char *tb_json_get_verdict (TbVerdictKind  kind);
/* "exact", "at-least", "at-most", "about", "between" */
const char *tb_json_get_bound   (TbBound        bound);

G_END_DECLS
