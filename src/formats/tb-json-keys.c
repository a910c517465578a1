/* Whether all keys of an object differ, where it is not in memory whole.
 *
 * Most large objects have numbers for keys, or numbers with colons between them
 * ("0:12:3"), that ascend: then none is there twice, and none is to be kept. Of
 * others hashes are kept. Where two of these are the same the keys need not be:
 * the text is read whole then, which finds out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-json-keys.h"

#include "tb-bytes.h"

struct _TbJsonKeys
{
  guint64 *slots;   /* 0: free */
  gsize    n_slots;
};

/* Bytes up to the next colon, which are few. */
static inline gsize
measure_part (const char *text,
              gsize       length)
{
  gsize n = 0;

  while (n < length && text[n] != ':')
    n++;

  return n;
}

/* By their parts between colons; the shorter of two parts is the smaller one, as of numbers.
 * A strict order of all texts: neither of two is smaller only where they are the same. */
static gboolean
is_smaller (const char *a,
            gsize       length_a,
            const char *b,
            gsize       length_b)
{
  gsize length = MIN (length_a, length_b);
  gsize rest_a, rest_b;
  gsize i = 0;

  while (i + 8 <= length && tb_bytes_load8 (a + i) == tb_bytes_load8 (b + i))
    i += 8;
  while (i < length && a[i] == b[i])
    i++;
  /* What is before in these parts is the same. */
  rest_a = measure_part (a + i, length_a - i);
  rest_b = measure_part (b + i, length_b - i);
  if (rest_a != rest_b)
    return rest_a < rest_b;
  if (rest_a == 0)
    return length_a < length_b;

  return (guchar) a[i] < (guchar) b[i];
}

/**
 * tb_json_keys_ascend:
 * @object: an object
 * @before: (inout) (nullable): the key before its first one, empty for none; set to its last one
 *
 * Thread: any. Cost: O(bytes of the keys).
 *
 * Returns: whether each key is larger than the one before it
 */
gboolean
tb_json_keys_ascend (const yyjson_val *object,
                     GString          *before)
{
  const yyjson_val *key = object + 1;
  const char *last = before != NULL ? before->str : "";
  gsize length = before != NULL ? before->len : 0;

  for (gsize n = unsafe_yyjson_get_len ((gpointer) object); n > 0; n--)
    {
      gsize length_here = unsafe_yyjson_get_len ((gpointer) key);

      if (!is_smaller (last, length, key->uni.str, length_here))
        return FALSE;
      last = key->uni.str;
      length = length_here;
      key = unsafe_yyjson_get_next ((yyjson_val *) key + 1);
    }
  if (before != NULL && last != before->str)
    g_string_append_len (g_string_truncate (before, 0), last, (gssize) length);

  return TRUE;
}

/**
 * tb_json_keys_new:
 * @n_expected: how many keys will be added, at most
 *
 * Returns: (transfer full): no keys
 */
TbJsonKeys *
tb_json_keys_new (gsize n_expected)
{
  TbJsonKeys *self = g_new0 (TbJsonKeys, 1);

  self->n_slots = n_expected + n_expected / 4 + 1;
  self->slots = g_new0 (guint64, self->n_slots);

  return self;
}

/**
 * tb_json_keys_free:
 * @self: (transfer full): keys
 *
 * Frees keys.
 */
void
tb_json_keys_free (TbJsonKeys *self)
{
  g_free (self->slots);
  g_free (self);
}

/* FNV-1a, 64 bits; the upper ones mixed into the lower ones, since the slot follows from these. */
static guint64
hash_key (const yyjson_val *key)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (gsize i = 0; i < unsafe_yyjson_get_len ((gpointer) key); i++)
    hash = (hash ^ (guchar) key->uni.str[i]) * G_GUINT64_CONSTANT (1099511628211);

  hash ^= hash >> 32;
  return hash != 0 ? hash : 1;
}

/**
 * tb_json_keys_add:
 * @self: keys
 * @object: an object, whose keys are added
 *
 * Returns: %FALSE where the hash of a key is there already
 */
gboolean
tb_json_keys_add (TbJsonKeys       *self,
                  const yyjson_val *object)
{
  const yyjson_val *key = object + 1;

  for (gsize n = unsafe_yyjson_get_len ((gpointer) object); n > 0; n--)
    {
      guint64 hash = hash_key (key);
      gsize slot = (gsize) (hash % self->n_slots);

      while (self->slots[slot] != 0 && self->slots[slot] != hash)
        slot = slot + 1 < self->n_slots ? slot + 1 : 0;
      if (self->slots[slot] == hash)
        return FALSE;
      self->slots[slot] = hash;
      key = unsafe_yyjson_get_next ((yyjson_val *) key + 1);
    }

  return TRUE;
}
