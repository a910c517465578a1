/* What the cursor's parts share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-json-cursor.h"
#include "tb-json-stream.h"

#include <yyjson.h>

G_BEGIN_DECLS

static inline yyjson_val *
tb_json_to_val (const TbJsonValue *value)
{
  return (yyjson_val *) (gpointer) value;
}

static inline const TbJsonValue *
tb_json_from_val (const yyjson_val *val)
{
  return (const TbJsonValue *) val;
}

G_END_DECLS
