/* Interned text: each distinct string is kept once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-pool.h"

#include <string.h>

/* Most strings of a dataset are shorter; the block is the unit of allocation. */
#define BLOCK_BYTES 8192

/* Looked up from a buffer on the stack up to this length. */
#define SHORT_BYTES 256

struct _TbPool
{
  gatomicrefcount ref_count;
  GStringChunk   *chunk;
  GHashTable     *strings;  /* of interned string, as a set */
  GPtrArray      *blocks;   /* of memory handed out by tb_pool_alloc0() */
  GPtrArray      *kept;     /* nullable; of pools */
};

/**
 * tb_pool_new:
 *
 * Returns: (transfer full): an empty pool
 */
TbPool *
tb_pool_new (void)
{
  TbPool *self = g_new0 (TbPool, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->chunk = g_string_chunk_new (BLOCK_BYTES);
  self->strings = g_hash_table_new (g_str_hash, g_str_equal);
  self->blocks = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * tb_pool_ref:
 * @self: a pool
 *
 * Returns: (transfer full): the same pool. Thread: any.
 */
TbPool *
tb_pool_ref (TbPool *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * tb_pool_unref:
 * @self: (transfer full): a pool
 *
 * Gives a reference back; the strings go with the last one. Thread: any.
 */
void
tb_pool_unref (TbPool *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_hash_table_unref (self->strings);
  g_string_chunk_free (self->chunk);
  g_ptr_array_unref (self->blocks);
  g_clear_pointer (&self->kept, g_ptr_array_unref);
  g_free (self);
}

/**
 * tb_pool_intern:
 * @self: a pool that is being filled
 * @text: (nullable): a string
 *
 * Returns: (transfer none) (nullable): the pool's copy; %NULL for %NULL
 */
const char *
tb_pool_intern (TbPool     *self,
                const char *text)
{
  gpointer found;

  if (text == NULL)
    return NULL;
  if (g_hash_table_lookup_extended (self->strings, text, &found, NULL))
    return found;

  found = g_string_chunk_insert (self->chunk, text);
  g_hash_table_add (self->strings, found);

  return found;
}

/**
 * tb_pool_intern_len:
 * @self: a pool that is being filled
 * @text: (array length=length): text with no NUL in it
 * @length: its bytes
 *
 * Returns: (transfer none): the pool's copy, terminated
 */
const char *
tb_pool_intern_len (TbPool     *self,
                    const char *text,
                    gsize       length)
{
  char buffer[SHORT_BYTES];
  g_autofree char *copy = NULL;

  if (length < sizeof buffer)
    {
      memcpy (buffer, text, length);
      buffer[length] = '\0';
      return tb_pool_intern (self, buffer);
    }

  copy = g_strndup (text, length);
  return tb_pool_intern (self, copy);
}

/**
 * tb_pool_alloc0:
 * @self: a pool that is being filled
 * @size: bytes
 *
 * Hands out zeroed memory that lives as long as the pool, for the small
 * structures that refer to its strings.
 *
 * Returns: (transfer none): the memory
 */
gpointer
tb_pool_alloc0 (TbPool *self,
                gsize   size)
{
  gpointer memory = g_malloc0 (size);

  g_ptr_array_add (self->blocks, memory);
  return memory;
}

/**
 * tb_pool_keep:
 * @self: a pool that is being filled
 * @other: another pool, which must not keep @self
 *
 * Keeps the strings and memory of another pool for as long as this one lives,
 * so that they need not be copied. They are not found by tb_pool_intern().
 */
void
tb_pool_keep (TbPool *self,
              TbPool *other)
{
  if (self->kept == NULL)
    self->kept = g_ptr_array_new_with_free_func ((GDestroyNotify) tb_pool_unref);

  g_ptr_array_add (self->kept, tb_pool_ref (other));
}
