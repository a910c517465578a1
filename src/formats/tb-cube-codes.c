/* The codes of a cube's dimensions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cube-private.h"

#include "tb-bytes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MIN_SLOTS 16

void
tb_cube_dimension_clear (gpointer data)
{
  TbCubeDimension *self = data;

  g_array_unref (self->codes);
  g_array_unref (self->keys);
  g_free (self->slots);
}

static TbCubeKey *
get_key (const TbCubeDimension *self,
         guint32                code)
{
  return &g_array_index (self->keys, TbCubeKey, code);
}

static gboolean
is_code (const TbCubeDimension *self,
         guint32                code,
         const char            *id,
         gsize                  length)
{
  return get_key (self, code)->length == length
         && memcmp (tb_cube_dimension_get_code (self, code)->id, id, length) == 0;
}

/* The slot of the first code of an id, or the free one that it may have. */
static guint32 *
find_slot (const TbCubeDimension *self,
           guint32                hash,
           const char            *id,
           gsize                  length)
{
  guint32 i = hash & (self->n_slots - 1);

  while (self->slots[i] != 0)
    {
      guint32 code = self->slots[i] - 1;

      if (get_key (self, code)->hash == hash && is_code (self, code, id, length))
        break;
      i = (i + 1) & (self->n_slots - 1);
    }

  return &self->slots[i];
}

/* The table is at most half full. */
static void
grow_slots (TbCubeDimension *self)
{
  guint32 n_old = self->n_slots;
  g_autofree guint32 *old = self->slots;

  self->n_slots = n_old == 0 ? MIN_SLOTS : n_old * 2;
  self->slots = g_new0 (guint32, self->n_slots);
  for (guint32 i = 0; i < n_old; i++)
    {
      const TbCubeKey *key;

      if (old[i] == 0)
        continue;
      key = get_key (self, old[i] - 1);
      *find_slot (self, key->hash, tb_cube_dimension_get_code (self, old[i] - 1)->id, key->length) = old[i];
    }
}

static gboolean
check_limit (TbCube                *self,
             const TbCubeDimension *dimension)
{
  if (dimension->codes->len < self->limits.n_codes)
    return TRUE;

  tb_cube_fail (self, _("the dimension \"%s\" has more codes than can be kept; expected at most %u"), dimension->id,
                self->limits.n_codes);
  return FALSE;
}

/* Adds a code whose id is in the pool. Codes before it may have the same id. */
static guint32
append (TbCubeDimension *self,
        const char      *id,
        gsize            length,
        TbText           label)
{
  TbCubeKey key = { tb_bytes_hash (id, length), (guint32) length, TB_CUBE_NONE, self->codes->len };
  TbCubeCode code = {
    .id = id,
    .label = label,
    .parent = TB_CUBE_NO_CODE,
    .multiplier = TB_DECIMAL_ONE,
    .decimals = -1,
    .measure = TB_MEASURE_UNSTATED,
  };
  guint32 *slot;

  if (self->codes->len * 2 >= self->n_slots)
    grow_slots (self);
  g_array_append_val (self->codes, code);
  g_array_append_val (self->keys, key);
  slot = find_slot (self, key.hash, id, length);
  if (*slot == 0)
    *slot = self->codes->len;

  return self->codes->len - 1;
}

/**
 * tb_cube_hide_dimension:
 * @self: a cube that has not begun
 * @dimension: its index
 *
 * Says that a dimension was made by the reader: the columns of a table, the numbers
 * of its rows. Nobody can be asked what it is.
 *
 * Thread: that of @self.
 */
void
tb_cube_hide_dimension (TbCube *self,
                        guint   dimension)
{
  tb_cube_get_dimension (self, dimension)->is_hidden = TRUE;
}

/**
 * tb_cube_add_code:
 * @self: a cube
 * @dimension: index of a dimension
 * @id: as in the file; a code with an empty one stands for figures of no code
 * @label: (nullable): what the file calls it
 *
 * Adds a code. One of the same id and the same label as another is that one; where
 * the labels differ it gets an id of its own, and this is reported.
 *
 * Returns: its index: the number of codes added before
 */
guint32
tb_cube_add_code (TbCube     *self,
                  guint       dimension,
                  const char *id,
                  const char *label)
{
  TbCubeDimension *it = tb_cube_get_dimension (self, dimension);
  guint32 code;

  if (!check_limit (self, it))
    return TB_CUBE_NO_CODE;

  code = append (it, tb_pool_intern (self->pool, id), strlen (id), tb_cube_text (self, label));
  if (self->has_begun)
    tb_cube_settle_codes (self, it);

  return code;
}

/**
 * tb_cube_intern:
 * @self: a cube
 * @dimension: index of a dimension
 * @id: (array length=length): as in the file
 * @length: its bytes
 *
 * Finds a code by its id, and adds it where there is none yet. Cost: a comparison
 * where the codes come in the order of the row before.
 *
 * Returns: its index; %TB_CUBE_NO_CODE for an empty id, and where a limit is passed
 */
guint32
tb_cube_intern (TbCube     *self,
                guint       dimension,
                const char *id,
                gsize       length)
{
  TbCubeDimension *it = tb_cube_get_dimension (self, dimension);
  guint32 last = it->last;
  guint32 code = TB_CUBE_NO_CODE;
  const guint32 *slot;

  if (length == 0)
    return TB_CUBE_NO_CODE;
  if (last != TB_CUBE_NONE)
    {
      if (is_code (it, last, id, length))
        return last;
      code = get_key (it, last)->follower;
      if (code != TB_CUBE_NONE && is_code (it, code, id, length))
        return it->last = code;
    }

  slot = it->n_slots == 0 ? NULL : find_slot (it, tb_bytes_hash (id, length), id, length);
  if (slot != NULL && *slot != 0)
    code = *slot - 1;
  else if (!check_limit (self, it))
    return TB_CUBE_NO_CODE;
  else
    {
      code = append (it, tb_pool_intern_len (self->pool, id, length), length, (TbText) { 0 });
      if (self->has_begun)
        tb_cube_settle_codes (self, it);
    }

  if (last != TB_CUBE_NONE)
    get_key (it, last)->follower = code;
  return it->last = code;
}

/**
 * tb_cube_get_n_codes:
 * @self: a cube
 * @dimension: index of a dimension
 *
 * Returns: how many codes were added to it
 */
guint32
tb_cube_get_n_codes (const TbCube *self,
                     guint         dimension)
{
  return tb_cube_get_dimension (self, dimension)->codes->len;
}

/**
 * tb_cube_get_code:
 * @self: a cube
 * @dimension: index of a dimension
 * @code: index of one of its codes
 *
 * Returns: (transfer none): the code, to be filled; valid until the next one is added
 */
TbCubeCode *
tb_cube_get_code (TbCube  *self,
                  guint    dimension,
                  guint32  code)
{
  TbCubeDimension *it = tb_cube_get_dimension (self, dimension);

  g_return_val_if_fail (code < it->codes->len, NULL);

  return tb_cube_dimension_get_code (it, code);
}

/* Gives a code whose id another code with other words has already one of its own. No number
 * is tried twice, so that many codes of one id take no longer than their number. */
static void
rename_code (TbCube          *self,
             TbCubeDimension *dimension,
             guint32          code)
{
  TbCubeCode *it = tb_cube_dimension_get_code (dimension, code);
  TbCubeKey *key = get_key (dimension, code);
  guint32 *slot;

  dimension->next_suffix = MAX (dimension->next_suffix, code + 1);
  do
    {
      g_autofree char *id = g_strdup_printf ("%s (%u)", it->id, dimension->next_suffix++);

      key->length = (guint32) strlen (id);
      key->hash = tb_bytes_hash (id, key->length);
      slot = find_slot (dimension, key->hash, id, key->length);
      if (*slot == 0)
        it->id = tb_pool_intern (self->pool, id);
    }
  while (*slot != 0);
  *slot = code + 1;
}

/* Finds out which codes are others, once their labels are there. */
void
tb_cube_settle_codes (TbCube          *self,
                      TbCubeDimension *dimension)
{
  const char *renamed = NULL;

  for (guint32 i = dimension->n_settled; i < dimension->codes->len; i++)
    {
      TbCubeCode *code = tb_cube_dimension_get_code (dimension, i);
      TbCubeKey *key = get_key (dimension, i);
      guint32 first = *find_slot (dimension, key->hash, code->id, key->length) - 1;

      if (key->length == 0)
        key->canonical = TB_CUBE_NO_CODE;
      else if (first != i && tb_text_equal (&code->label, &tb_cube_dimension_get_code (dimension, first)->label))
        key->canonical = first;
      else if (first != i)
        {
          renamed = renamed != NULL ? renamed : code->id;
          rename_code (self, dimension, i);
        }
      self->has_aliases = self->has_aliases || key->canonical != i;
    }
  dimension->n_settled = dimension->codes->len;
  if (renamed != NULL)
    tb_cube_warn (self, _("the dimension \"%s\" has several codes \"%s\" with different names; expected each once"),
                  dimension->id, renamed);
}

guint32
tb_cube_dimension_count (const TbCubeDimension *self)
{
  guint32 n = 0;

  for (guint32 i = 0; i < self->keys->len; i++)
    n += get_key (self, i)->canonical == i ? 1 : 0;

  return n;
}
