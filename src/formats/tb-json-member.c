/* Members of a JSON object that may be there, of the type that is expected.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-json-member.h"

/**
 * tb_json_member:
 * @object: (nullable): a value
 * @key: of a member
 * @type: that it must be of
 *
 * Thread: any.
 *
 * Returns: (transfer none) (nullable): the member
 */
const TbJsonValue *
tb_json_member (const TbJsonValue *object,
                const char        *key,
                TbJsonType         type)
{
  const TbJsonValue *value;

  if (object == NULL || tb_json_get_type (object) != TB_JSON_OBJECT)
    return NULL;

  value = tb_json_find (object, key);
  return value != NULL && tb_json_get_type (value) == type ? value : NULL;
}

/**
 * tb_json_member_text:
 * @object: (nullable): a value
 * @key: of a member
 * @pool: where the text is kept
 *
 * Thread: that of @pool.
 *
 * Returns: (transfer none) (nullable): the member, where it is a text and not empty
 */
const char *
tb_json_member_text (const TbJsonValue *object,
                     const char        *key,
                     TbPool            *pool)
{
  const TbJsonValue *value = tb_json_member (object, key, TB_JSON_STRING);
  const char *text;
  gsize length;

  if (value == NULL)
    return NULL;

  text = tb_json_get_string (value, &length);
  return length > 0 ? tb_pool_intern_len (pool, text, length) : NULL;
}
