/* What is in large arrays and objects, parsed run by run when it is asked for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-json-stream.h"

#include "tb-json-keys.h"

/* Runs that are held at once. Readers walk at most a few arrays side by side. */
#define N_SLOTS 4

struct _TbJsonStream
{
  TbJsonSource   source;
  TbJsonOutline *outline;
  TbJsonLarge   *larges;    /* as many as the outline has */
  TbJsonSlot     slots[N_SLOTS];
  guint64        clock;     /* counts loads and uses */
  gsize          read;      /* up to here the text was read, at most */
  gboolean       failed;
};

/* The values of the outline that stand for what was taken out: found by their places in its text. */
static gboolean
mark_larges (TbJsonStream *self,
             yyjson_val   *root)
{
  const GArray *arrays = self->outline->arrays;
  g_autofree gsize *offsets = g_new (gsize, arrays->len);
  g_autofree gsize *ordinals = g_new (gsize, arrays->len);

  for (guint i = 0; i < arrays->len; i++)
    offsets[i] = g_array_index (arrays, TbJsonLargeArray, i).outline_start;
  if (!tb_json_find_ordinals ((const char *) self->outline->text->data, self->outline->text->len, offsets, ordinals,
                              arrays->len))
    return FALSE;

  for (guint i = 0; i < arrays->len; i++)
    {
      TbJsonLarge *large = &self->larges[i];
      yyjson_val *val = root + ordinals[i];

      large->stream = self;
      large->source = &self->source;
      large->limits = &self->outline->limits;
      large->clock = &self->clock;
      large->array = &g_array_index (arrays, TbJsonLargeArray, i);
      large->val = val;
      val->tag |= TB_JSON_LARGE_BIT;
      if (large->array->is_object)
        {
          val->tag ^= YYJSON_TYPE_ARR ^ YYJSON_TYPE_OBJ;
          large->last_key = g_string_new (NULL);
        }
      val[1].uni.ptr = large;
    }

  return TRUE;
}

/**
 * tb_json_stream_new:
 * @source: the text; copied, what it refers to must outlive the stream
 * @outline: (transfer full): its outline
 * @root: the root of the outline's document, whose large arrays are marked
 *
 * Returns: (transfer full) (nullable): the stream
 */
TbJsonStream *
tb_json_stream_new (const TbJsonSource *source,
                    TbJsonOutline      *outline,
                    yyjson_val         *root)
{
  g_autoptr (TbJsonStream) self = g_new0 (TbJsonStream, 1);

  self->source = *source;
  self->outline = outline;
  self->larges = g_new0 (TbJsonLarge, outline->arrays->len);

  return mark_larges (self, root) ? g_steal_pointer (&self) : NULL;
}

/**
 * tb_json_stream_free:
 * @self: (transfer full): a stream
 *
 * Frees a stream and all values that came from it.
 */
void
tb_json_stream_free (TbJsonStream *self)
{
  for (guint i = 0; i < self->outline->arrays->len; i++)
    tb_json_large_clear (&self->larges[i]);
  for (int i = 0; i < N_SLOTS; i++)
    tb_json_slot_clear (&self->slots[i]);
  g_free (self->larges);
  tb_json_outline_free (self->outline);
  g_free (self);
}

static TbJsonSlot *
find_oldest (TbJsonStream *self)
{
  TbJsonSlot *oldest = &self->slots[0];

  for (int i = 1; i < N_SLOTS; i++)
    {
      if (self->slots[i].used < oldest->used)
        oldest = &self->slots[i];
    }

  return oldest;
}

/**
 * tb_json_stream_load:
 * @large: a large array
 * @run: which of its runs
 *
 * Brings some elements into memory, if they are not there. What was not used for
 * longest goes for it, with all its values.
 *
 * Returns: (transfer none) (nullable): where they are; %NULL where they are not what
 *   JSON allows, or not there any more
 */
TbJsonSlot *
tb_json_stream_load (TbJsonLarge *large,
                     gsize        run)
{
  TbJsonStream *self = large->stream;
  TbJsonSlot *slot = NULL;

  if (self->failed)
    return NULL;
  for (int i = 0; i < N_SLOTS; i++)
    {
      if (self->slots[i].large == large && self->slots[i].run == run)
        slot = &self->slots[i];
    }
  if (slot == NULL)
    {
      slot = find_oldest (self);
      slot->large = NULL;
      if (!tb_json_large_load_run (large, run, slot))
        {
          self->failed = TRUE;
          return NULL;
        }
      slot->large = large;
      slot->run = run;
      slot->serial = ++self->clock;
      self->read = MAX (self->read,
                        tb_json_large_get_run (large, run)->offset + tb_json_large_get_run (large, run)->length);
    }

  slot->used = ++self->clock;
  return slot;
}

/**
 * tb_json_stream_find:
 * @self: a stream
 * @val: any value
 *
 * Returns: (transfer none) (nullable): the slot that holds it
 */
const TbJsonSlot *
tb_json_stream_find (const TbJsonStream *self,
                     const yyjson_val   *val)
{
  for (int i = 0; i < N_SLOTS; i++)
    {
      const TbJsonSlot *slot = &self->slots[i];

      if (slot->large != NULL && val >= slot->root && val < slot->root + slot->n_values)
        return slot;
    }

  return NULL;
}

/**
 * tb_json_stream_get_offset:
 * @self: a stream
 * @slot: one of its slots
 * @val: a value of it
 *
 * Finds where a value begins, from the text itself: the slot's copy was changed by
 * the parser.
 *
 * Returns: its first byte in the text
 */
gsize
tb_json_stream_get_offset (const TbJsonStream *self,
                           const TbJsonSlot   *slot,
                           const yyjson_val   *val)
{
  const TbJsonRun *run = tb_json_large_get_run (slot->large, slot->run);
  g_autofree char *text = g_malloc (run->length);

  if (!tb_json_source_read (&self->source, run->offset, text, run->length))
    return run->offset;

  tb_json_enclose (text, run->length, slot->large->array->is_object);
  return run->offset + tb_json_find_offset (text, run->length, (gsize) (val - slot->root));
}

/**
 * tb_json_stream_get_outline_offset:
 * @self: a stream
 * @ordinal: which value of the outline
 *
 * Returns: its first byte in the text
 */
gsize
tb_json_stream_get_outline_offset (const TbJsonStream *self,
                                   gsize               ordinal)
{
  const GByteArray *text = self->outline->text;

  return tb_json_outline_to_source (self->outline, tb_json_find_offset ((const char *) text->data, text->len, ordinal));
}

const TbJsonSource *
tb_json_stream_get_source (const TbJsonStream *self)
{
  return &self->source;
}

double
tb_json_stream_get_progress (const TbJsonStream *self)
{
  return (double) self->read / (double) MAX (self->source.length, 1);
}

gboolean
tb_json_stream_has_failed (const TbJsonStream *self)
{
  return self->failed;
}

/**
 * tb_json_stream_refuse:
 * @self: a stream
 *
 * Ends it: nothing is loaded any more.
 */
void
tb_json_stream_refuse (TbJsonStream *self)
{
  self->failed = TRUE;
}

/**
 * tb_json_stream_count:
 * @large: a large array or object
 *
 * Returns: how many elements it has. Where that is not known the stream is ended, since
 *   its end was guessed
 */
gsize
tb_json_stream_count (TbJsonLarge *large)
{
  if (large->array->is_open)
    large->is_misled = large->stream->failed = TRUE;

  return large->array->n;
}

/**
 * tb_json_stream_is_misled:
 * @self: a stream that has failed
 *
 * Returns: whether it may be read where no end of an array is guessed
 */
gboolean
tb_json_stream_is_misled (const TbJsonStream *self)
{
  for (guint i = 0; i < self->outline->arrays->len; i++)
    {
      if (self->larges[i].is_misled)
        return TRUE;
    }

  return FALSE;
}

/* Of an object whose keys do not ascend: by their hashes, so that all runs are loaded again. */
static gboolean
check_keys (TbJsonLarge *large)
{
  g_autoptr (TbJsonKeys) keys = tb_json_keys_new (large->array->n);

  for (gsize run = 0; run < large->array->runs->len; run++)
    {
      const TbJsonSlot *slot = tb_json_stream_load (large, run);

      if (slot == NULL || !tb_json_keys_add (keys, slot->root))
        return FALSE;
    }

  return TRUE;
}

static gboolean
tell_checked (const TbJsonStream *self)
{
  const TbJsonSource *source = &self->source;

  return source->checked == NULL || source->checked (source->user_data, tb_json_stream_get_progress (self));
}

/**
 * tb_json_stream_check_rest:
 * @self: a stream
 *
 * Parses the runs that were never loaded: a reader may not need all of a text,
 * but what is no JSON somewhere is no JSON at all. Then looks at the keys of objects.
 *
 * Returns: whether all of them are right; %FALSE too where the source's @checked stops it
 */
gboolean
tb_json_stream_check_rest (TbJsonStream *self)
{
  for (guint i = 0; i < self->outline->arrays->len; i++)
    {
      TbJsonLarge *large = &self->larges[i];

      for (gsize run = large->n_checked; tb_json_large_has_run (large, run); run++)
        {
          if (tb_json_stream_load (large, run) == NULL || !tell_checked (self))
            return FALSE;
        }
      if (large->array->is_object && large->last_key == NULL && !check_keys (large))
        return FALSE;
    }

  return !self->failed;
}
