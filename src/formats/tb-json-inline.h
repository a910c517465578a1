/* The cursor where rows are read: without a call, and with nothing looked up.
 *
 * For values of which it is known that they are no large array or object of a streamed
 * document (tb-json-document.h): elements of rows, and what is in them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-json-private.h"

G_BEGIN_DECLS

static inline TbJsonType
tb_json_peek_type (const TbJsonValue *self)
{
  return (TbJsonType) unsafe_yyjson_get_type (tb_json_to_val (self));
}

/* Of a string, key or number. */
static inline const char *
tb_json_peek_text (const TbJsonValue *self,
                   gsize             *out_length)
{
  *out_length = unsafe_yyjson_get_len (tb_json_to_val (self));
  return tb_json_to_val (self)->uni.str;
}

/* How many elements or members. */
static inline gsize
tb_json_peek_size (const TbJsonValue *self)
{
  return unsafe_yyjson_get_len (tb_json_to_val (self));
}

/* The first element, or the key of the first member; also what follows a key: its value. */
static inline const TbJsonValue *
tb_json_peek_inside (const TbJsonValue *self)
{
  return tb_json_from_val (tb_json_to_val (self) + 1);
}

/* What follows a value: an element, or the key of a member. */
static inline const TbJsonValue *
tb_json_peek_next (const TbJsonValue *self)
{
  return tb_json_from_val (unsafe_yyjson_get_next (tb_json_to_val (self)));
}

/* tb_json_iter_next(), of an array. */
static inline gboolean
tb_json_iter_step (TbJsonIter *iter)
{
  TbJsonSlot *slot = iter->slot;

  if (iter->n_left == 0 || (iter->large != NULL && slot->serial != iter->serial))
    return tb_json_iter_next (iter);

  if (iter->large != NULL)
    tb_json_touch (iter->large, slot);
  iter->n_left--;
  iter->value = iter->next;
  iter->next = tb_json_peek_next (iter->value);
  return TRUE;
}

/* Whether the element that an iterator of an array stands at is an object that holds no others
 * but empty ones, and has the keys of the one before it in the same order. FALSE where that
 * is not known. */
static inline gboolean
tb_json_iter_is_alike (const TbJsonIter *iter)
{
  const TbJsonSlot *slot = iter->slot;

  return iter->large != NULL && slot->is_uniform && iter->n_left + 1 < unsafe_yyjson_get_len (slot->root);
}

/* The value of a member of such an object. */
static inline const TbJsonValue *
tb_json_peek_member (const TbJsonValue *self,
                     gsize              i)
{
  return tb_json_from_val (tb_json_to_val (self) + 2 + 2 * i);
}

G_END_DECLS
