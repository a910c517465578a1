/* Members of a JSON object that may be there, of the type that is expected.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-json-cursor.h"
#include "tb-pool.h"

G_BEGIN_DECLS

/* NULL where @object is none, has no such member, or it is of another type. @object is nullable. */
const TbJsonValue *tb_json_member      (const TbJsonValue *object,
                                        const char        *key,
                                        TbJsonType         type);
/* NULL where it is empty too. */
const char        *tb_json_member_text (const TbJsonValue *object,
                                        const char        *key,
                                        TbPool            *pool);

G_END_DECLS
