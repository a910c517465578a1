/* The one interface through which readers see JSON.
 *
 * This part has the values; tb-json-document.c has the text that they are of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-json-cursor.h"

#include "tb-json-private.h"

#include <stdlib.h>

G_STATIC_ASSERT (TB_JSON_NUMBER == 1 && TB_JSON_NULL == 2 && TB_JSON_BOOLEAN == 3 && TB_JSON_STRING == 5
                 && TB_JSON_ARRAY == 6 && TB_JSON_OBJECT == 7);
G_STATIC_ASSERT (YYJSON_TYPE_RAW == 1 && YYJSON_TYPE_NULL == 2 && YYJSON_TYPE_BOOL == 3 && YYJSON_TYPE_STR == 5
                 && YYJSON_TYPE_ARR == 6 && YYJSON_TYPE_OBJ == 7);

/**
 * tb_json_get_type:
 * @self: a value
 *
 * Returns: what it is
 */
TbJsonType
tb_json_get_type (const TbJsonValue *self)
{
  return (TbJsonType) unsafe_yyjson_get_type (tb_json_to_val (self));
}

/**
 * tb_json_get_size:
 * @self: an array or object
 *
 * Of a streamed array whose end is only guessed this ends the stream: all of the text is
 * looked through then, and read once more.
 *
 * Returns: how many elements or members it has
 */
gsize
tb_json_get_size (const TbJsonValue *self)
{
  const yyjson_val *val = tb_json_to_val (self);

  return tb_json_is_large (val) ? tb_json_stream_count (tb_json_get_large (val))
                                : unsafe_yyjson_get_len ((gpointer) val);
}

/**
 * tb_json_guess_size:
 * @self: an array or object
 *
 * As tb_json_get_size(), but a streamed array goes on.
 *
 * Returns: how many elements or members it has, about
 */
gsize
tb_json_guess_size (const TbJsonValue *self)
{
  const yyjson_val *val = tb_json_to_val (self);
  const TbJsonLargeArray *array = tb_json_is_large (val) ? tb_json_get_large (val)->array : NULL;
  const TbJsonRun *last;

  if (array == NULL || !array->is_open)
    return tb_json_get_size (self);

  last = &g_array_index (array->runs, TbJsonRun, array->runs->len - 1);
  return (gsize) ((double) array->n * (double) array->length / (double) (last->offset + last->length - array->start));
}

/**
 * tb_json_get_string:
 * @self: a string or key
 * @out_length: (out): its bytes
 *
 * Returns: (transfer none) (array length=out_length): its text, escapes
 *   resolved, a NUL behind it. There may be a U+0000 inside.
 */
const char *
tb_json_get_string (const TbJsonValue *self,
                    gsize             *out_length)
{
  *out_length = unsafe_yyjson_get_len (tb_json_to_val (self));
  return unsafe_yyjson_get_str (tb_json_to_val (self));
}

/**
 * tb_json_get_number:
 * @self: a number
 * @out_length: (out): its bytes
 *
 * Returns: (transfer none) (array length=out_length): the number as the file
 *   writes it, with no NUL behind it
 */
const char *
tb_json_get_number (const TbJsonValue *self,
                    gsize             *out_length)
{
  *out_length = unsafe_yyjson_get_len (tb_json_to_val (self));
  return unsafe_yyjson_get_raw (tb_json_to_val (self));
}

/**
 * tb_json_get_boolean:
 * @self: true or false
 *
 * Returns: which
 */
gboolean
tb_json_get_boolean (const TbJsonValue *self)
{
  return unsafe_yyjson_get_bool (tb_json_to_val (self));
}

/**
 * tb_json_get_pair:
 * @array: an array
 * @out_first: (out): its first element
 * @out_second: (out): its second element
 *
 * Returns: whether the array has two elements; else nothing is set
 */
gboolean
tb_json_get_pair (const TbJsonValue  *array,
                  const TbJsonValue **out_first,
                  const TbJsonValue **out_second)
{
  yyjson_val *first = unsafe_yyjson_get_first (tb_json_to_val (array));

  /* What is large has more elements than that, or stays where it is. */
  if (unsafe_yyjson_get_len (tb_json_to_val (array)) != 2)
    return FALSE;

  *out_first = tb_json_from_val (first);
  *out_second = tb_json_from_val (unsafe_yyjson_get_next (first));
  return TRUE;
}

/**
 * tb_json_is_streamed:
 * @container: an array or object
 *
 * Returns: whether its elements come some at a time, so that none can be kept
 */
gboolean
tb_json_is_streamed (const TbJsonValue *container)
{
  return tb_json_is_large (tb_json_to_val (container));
}

/**
 * tb_json_refuse_stream:
 * @container: an array or object that tb_json_is_streamed()
 *
 * Says that its elements cannot be read one after another. Nothing more is read, and
 * whatever came of it is dropped: the text is read whole then.
 */
void
tb_json_refuse_stream (const TbJsonValue *container)
{
  tb_json_stream_refuse (tb_json_get_large (tb_json_to_val (container))->stream);
}

/**
 * tb_json_find:
 * @object: an object
 * @key: a key
 *
 * Looks a member up. Large objects are only walked over: of one that is streamed the text is
 * read whole, as tb_json_refuse_stream().
 *
 * Returns: (transfer none) (nullable): the member's value
 */
const TbJsonValue *
tb_json_find (const TbJsonValue *object,
              const char        *key)
{
  if (object != NULL && G_UNLIKELY (tb_json_is_large (tb_json_to_val (object))))
    {
      tb_json_refuse_stream (object);
      return NULL;
    }

  return tb_json_from_val (yyjson_obj_get (tb_json_to_val (object), key));
}

static char *
write_val (const yyjson_val *val)
{
  gsize length;
  char *written = yyjson_val_write_opts (val, YYJSON_WRITE_NOFLAG, NULL, &length, NULL);
  char *text = g_strndup (written, length);

  free (written);
  return text;
}

/* Whether something was taken out in it. */
static gboolean
holds_large (const yyjson_val *val)
{
  const yyjson_val *end;

  if (unsafe_yyjson_get_type ((gpointer) val) != YYJSON_TYPE_ARR
      && unsafe_yyjson_get_type ((gpointer) val) != YYJSON_TYPE_OBJ)
    return FALSE;

  end = unsafe_yyjson_get_next ((yyjson_val *) val);
  for (; val < end; val++)
    {
      if (tb_json_is_large (val))
        return TRUE;
    }

  return FALSE;
}

/* No deeper than %TB_LIMIT_NESTING, which was checked. */
static void
append_text (GString           *text,
             const TbJsonValue *value)
{
  const yyjson_val *val = tb_json_to_val (value);
  gboolean is_object = unsafe_yyjson_get_type ((gpointer) val) == YYJSON_TYPE_OBJ;
  const char *separator = "";
  TbJsonIter iter;

  if (!holds_large (val))
    {
      g_autofree char *written = write_val (val);

      g_string_append (text, written);
      return;
    }

  g_string_append_c (text, is_object ? '{' : '[');
  tb_json_iter_init (&iter, value);
  for (; tb_json_iter_next (&iter); separator = ",")
    {
      g_string_append (text, separator);
      if (is_object)
        {
          g_autofree char *key = write_val (tb_json_to_val (iter.key));

          g_string_append_printf (text, "%s:", key);
        }
      append_text (text, iter.value);
    }
  g_string_append_c (text, is_object ? '}' : ']');
}

/**
 * tb_json_dup_text:
 * @self: a value
 *
 * Writes a value as JSON without white space, its numbers digit by digit.
 *
 * Returns: (transfer full): the text
 */
char *
tb_json_dup_text (const TbJsonValue *self)
{
  GString *text = g_string_new (NULL);

  append_text (text, self);
  return g_string_free_and_steal (text);
}

/**
 * tb_json_iter_init:
 * @self: (out caller-allocates): an iterator
 * @container: an array or object
 *
 * Starts a walk before the first element or member.
 */
void
tb_json_iter_init (TbJsonIter        *self,
                   const TbJsonValue *container)
{
  yyjson_val *val = tb_json_to_val (container);

  self->key = NULL;
  self->value = NULL;
  self->is_object = unsafe_yyjson_get_type (val) == YYJSON_TYPE_OBJ;
  self->large = NULL;
  if (G_UNLIKELY (tb_json_is_large (val)))
    {
      self->large = tb_json_get_large (val);
      self->next = NULL;
      self->n_left = 0;
      self->run = 0;
      return;
    }

  self->next = tb_json_from_val (unsafe_yyjson_get_first (val));
  self->n_left = unsafe_yyjson_get_len (val);
}

/* Goes to an element of the run before @self->run, which is loaded where it is not. */
static gboolean
enter_run (TbJsonIter *self,
           gsize       n_passed)
{
  TbJsonSlot *slot = tb_json_stream_load (self->large, self->run - 1);
  const gsize n_values = self->is_object ? 2 * n_passed : n_passed;
  yyjson_val *val;

  if (slot == NULL)
    {
      self->n_left = 0;
      return FALSE;
    }

  val = unsafe_yyjson_get_first (slot->root);
  for (gsize i = 0; i < n_values; i++)
    val = unsafe_yyjson_get_next (val);
  self->slot = slot;
  self->serial = slot->serial;
  self->next = tb_json_from_val (val);
  self->n_left = unsafe_yyjson_get_len (slot->root) - n_passed;
  return TRUE;
}

/* Before a step in a large array: there may be no more elements here, or others in their place. */
static gboolean
find_next (TbJsonIter *self)
{
  const TbJsonLarge *large = self->large;
  TbJsonSlot *slot = self->slot;

  if (self->n_left > 0 && slot->serial == self->serial)
    {
      tb_json_touch (large, slot);
      return TRUE;
    }
  if (self->n_left > 0)
    return enter_run (self, g_array_index (large->array->runs, TbJsonRun, self->run - 1).n - self->n_left);
  if (!tb_json_large_has_run (large, self->run))
    return FALSE;

  self->run++;
  return enter_run (self, 0) && self->n_left > 0;
}

/**
 * tb_json_iter_next:
 * @self: an iterator
 *
 * Steps to the next element or member.
 *
 * Returns: whether there is one
 */
gboolean
tb_json_iter_next (TbJsonIter *self)
{
  if (G_UNLIKELY (self->large != NULL) ? !find_next (self) : self->n_left == 0)
    return FALSE;

  self->n_left--;
  if (self->is_object)
    {
      self->key = self->next;
      self->value = tb_json_from_val (tb_json_to_val (self->next) + 1);
    }
  else
    {
      self->value = self->next;
    }
  self->next = tb_json_from_val (unsafe_yyjson_get_next (tb_json_to_val (self->value)));

  return TRUE;
}
