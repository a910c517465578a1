/* A large array or object of a streamed text, and how its runs come into memory.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-json-large.h"

#include "tb-json-keys.h"
#include "tb-json-structure.h"

/* The first row is written in so many. */
#define PATTERN_BYTES 4096

void
tb_json_large_clear (TbJsonLarge *self)
{
  g_clear_pointer (&self->pattern, g_free);
  if (self->last_key != NULL)
    g_string_free (g_steal_pointer (&self->last_key), TRUE);
}

const TbJsonRun *
tb_json_large_get_run (const TbJsonLarge *self,
                       gsize              run)
{
  return &g_array_index (self->array->runs, TbJsonRun, run);
}

static gboolean
read_text (const TbJsonLarge *self,
           const TbJsonRun   *run,
           TbJsonSlot        *slot)
{
  return tb_json_source_read (self->source, run->offset, tb_json_slot_make_room (slot, run->length), run->length);
}

/* What was read. The pattern is tried as long as it holds. */
static gboolean
parse_text (TbJsonLarge     *self,
            const TbJsonRun *run,
            TbJsonSlot      *slot)
{
  slot->has_pattern = self->use_pattern && tb_json_pattern_parse (self->pattern, slot, run->length);
  if (slot->has_pattern)
    return TRUE;
  if (self->use_pattern && !read_text (self, run, slot))
    return FALSE;
  self->use_pattern = FALSE;

  return tb_json_slot_parse (slot, run->length, self->array->is_object);
}

static gboolean
parse_run (TbJsonLarge     *self,
           const TbJsonRun *run,
           TbJsonSlot      *slot)
{
  return read_text (self, run, slot) && parse_text (self, run, slot);
}

/* Brings what is behind the last run of an open array into a slot, up to the last element
 * that begins in so much of the text. */
static gboolean
read_next (const TbJsonLarge *self,
           gsize              most,
           TbJsonSlot        *slot,
           TbJsonRun         *run)
{
  const TbJsonLargeArray *array = self->array;
  const TbJsonRun *last = tb_json_large_get_run (self, array->runs->len - 1);
  const gsize start = last->offset + last->length - 1;
  const gsize left = array->start + array->length - start;
  const gsize length = MIN (left, most);
  char *text = tb_json_slot_make_room (slot, length);

  if (!tb_json_source_read (self->source, start, text, length))
    return FALSE;

  *run = (TbJsonRun) { .offset = start, .length = length, .first = array->n };
  if (length < left)
    run->length = tb_json_head_find_cut (&array->head, text, length) + 1;
  return run->length > 1;
}

/* The next run of an open array. That it can be parsed proves that it is one; if it
 * cannot, the text may still be right and its end another one than was guessed. */
static gboolean
parse_next (TbJsonLarge *self,
            TbJsonSlot  *slot)
{
  TbJsonLargeArray *array = self->array;
  TbJsonRun run;

  if (!(read_next (self, self->limits->run_bytes, slot, &run)
        || read_next (self, self->limits->array_bytes, slot, &run))
      || !parse_text (self, &run, slot) || unsafe_yyjson_get_len (slot->root) == 0)
    {
      self->is_misled = TRUE;
      return FALSE;
    }

  run.n = unsafe_yyjson_get_len (slot->root);
  g_array_append_val (array->runs, run);
  array->n += run.n;
  array->is_open = run.offset + run.length < array->start + array->length;
  return TRUE;
}

/* How the first row is written, where those behind it have the same keys. */
static void
learn_pattern (TbJsonLarge      *self,
               const TbJsonSlot *slot)
{
  const TbJsonRun *run = tb_json_large_get_run (self, 0);
  char text[PATTERN_BYTES];
  gsize length = MIN (run->length, sizeof text);

  if (slot->is_uniform && tb_json_source_read (self->source, run->offset, text, length))
    self->pattern = tb_json_pattern_new (text, length, slot->root + 1);
  self->use_pattern = self->pattern != NULL;
}

/* What is only said of a whole text is said of its runs once, the first time that they are loaded, which
 * is in order. */
static gboolean
check_run (TbJsonLarge *self,
           gsize        i,
           TbJsonSlot  *slot)
{
  slot->is_uniform = slot->has_pattern;
  if (i < self->n_checked)
    return TRUE;

  if (self->last_key != NULL && !tb_json_keys_ascend (slot->root, self->last_key))
    {
      g_string_free (self->last_key, TRUE);
      self->last_key = NULL;
    }
  if (unsafe_yyjson_get_len (slot->root) != tb_json_large_get_run (self, i)->n)
    return FALSE;
  if (!slot->has_pattern
      && !tb_json_check_values (slot->root, slot->n_values, self->array->depth, &slot->is_uniform))
    return FALSE;

  if (i == 0)
    learn_pattern (self, slot);
  self->n_checked = i + 1;
  return TRUE;
}

/**
 * tb_json_large_load_run:
 * @self: a large array or object
 * @run: which of its runs; of an open one the next may be asked for
 * @slot: where to
 *
 * Reads and parses some elements.
 *
 * Returns: whether they are there
 */
gboolean
tb_json_large_load_run (TbJsonLarge *self,
                        gsize        run,
                        TbJsonSlot  *slot)
{
  const gboolean is_known = run < self->array->runs->len;

  return (is_known ? parse_run (self, tb_json_large_get_run (self, run), slot) : parse_next (self, slot))
         && check_run (self, run, slot);
}
