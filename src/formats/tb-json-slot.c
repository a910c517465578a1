/* Some elements of a large array or object in memory, parsed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-json-slot.h"

#include "tb-json-marks.h"
#include "tb-limits.h"

#include <string.h>

void
tb_json_slot_clear (TbJsonSlot *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->memory, g_free);
}

char *
tb_json_slot_make_room (TbJsonSlot *self,
                        gsize       length)
{
  G_STATIC_ASSERT (TB_JSON_PLAIN_BYTES >= YYJSON_PADDING_SIZE);
  if (self->text_room < length + TB_JSON_PLAIN_BYTES)
    {
      self->text_room = length + TB_JSON_PLAIN_BYTES;
      self->text = g_realloc (self->text, self->text_room);
    }

  return self->text;
}

/* The parser asks for one block, and makes it larger. It stays with the slot. */
static void *
grow_memory (void   *ctx,
             void   *memory,
             size_t  old_size,
             size_t  size)
{
  TbJsonSlot *slot = ctx;

  if (size > TB_LIMIT_JSON_BYTES)
    return NULL;
  if (size > slot->memory_room)
    {
      slot->memory = g_realloc (slot->memory, size);
      slot->memory_room = size;
    }

  return slot->memory;
}

yyjson_val *
tb_json_slot_make_values (TbJsonSlot *self,
                          gsize       n)
{
  return grow_memory (self, NULL, 0, n * sizeof (yyjson_val));
}

static void *
take_memory (void   *ctx,
             size_t  size)
{
  return grow_memory (ctx, NULL, 0, size);
}

static void
keep_memory (void *ctx,
             void *memory)
{
}

/**
 * tb_json_slot_parse:
 * @self: a slot whose text was filled in
 * @length: of the text
 * @is_object: whether it is members of an object
 *
 * Parses the text of a slot in place.
 *
 * Returns: whether it is elements, or members, with a comma between each two of them
 */
gboolean
tb_json_slot_parse (TbJsonSlot *self,
                    gsize       length,
                    gboolean    is_object)
{
  yyjson_alc allocator = { take_memory, grow_memory, keep_memory, self };
  yyjson_doc *doc;

  tb_json_enclose (self->text, length, is_object);
  memset (self->text + length, 0, YYJSON_PADDING_SIZE);
  doc = yyjson_read_opts (self->text, length, YYJSON_READ_NUMBER_AS_RAW | YYJSON_READ_INSITU, &allocator, NULL);
  if (doc == NULL)
    return FALSE;

  self->root = yyjson_doc_get_root (doc);
  self->n_values = yyjson_doc_get_val_count (doc);
  return TRUE;
}
