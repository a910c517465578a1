/* The one interface through which readers see JSON.
 *
 * Behind it is yyjson: strict, not recursive, numbers left as text. It lays all
 * values of a text, keys included, one after another in file order, which is
 * what unsafe_yyjson_get_next() of its header rests on. So the index of a
 * value is its ordinal, from which its position and pointer are found when
 * there is something to report.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-json-cursor.h"

#include "tb-json-position.h"
#include "tb-json-syntax.h"
#include "tb-limits.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>
#include <yyjson.h>

G_STATIC_ASSERT (TB_JSON_NUMBER == 1 && TB_JSON_NULL == 2 && TB_JSON_BOOLEAN == 3 && TB_JSON_STRING == 5
                 && TB_JSON_ARRAY == 6 && TB_JSON_OBJECT == 7);
G_STATIC_ASSERT (YYJSON_TYPE_RAW == 1 && YYJSON_TYPE_NULL == 2 && YYJSON_TYPE_BOOL == 3 && YYJSON_TYPE_STR == 5
                 && YYJSON_TYPE_ARR == 6 && YYJSON_TYPE_OBJ == 7);

struct _TbJsonDocument
{
  yyjson_doc *doc;
  const char *text;
  gsize       length;
};

/* What the parser may still take. */
typedef struct
{
  gsize left;
} Budget;

static yyjson_val *
to_val (const TbJsonValue *value)
{
  return (yyjson_val *) (gpointer) value;
}

static const TbJsonValue *
from_val (yyjson_val *val)
{
  return (const TbJsonValue *) val;
}

static void *
take_memory (void   *ctx,
             size_t  size)
{
  Budget *budget = ctx;

  if (size > budget->left)
    return NULL;

  budget->left -= size;
  return malloc (size);
}

static void *
grow_memory (void   *ctx,
             void   *memory,
             size_t  old_size,
             size_t  size)
{
  Budget *budget = ctx;

  if (size > old_size && size - old_size > budget->left)
    return NULL;

  budget->left = budget->left + old_size - size;
  return realloc (memory, size);
}

static void
free_memory (void *ctx,
             void *memory)
{
  free (memory);
}

/* The parser refused: the checker of the grammar says where and why. */
static void
report_failure (const char            *text,
                gsize                  length,
                gsize                  memory_limit,
                const yyjson_read_err *failure,
                TbProblems            *problems)
{
  g_autofree char *message = NULL;
  gsize offset = failure->pos;
  guint line, column;

  if (failure->code == YYJSON_READ_ERROR_MEMORY_ALLOCATION)
    {
      tb_problems_add (problems, TB_SEVERITY_ERROR, 0, 0, "",
                       _("the file needs more than %zu MB of memory to read; expected a smaller one"),
                       memory_limit >> 20);
      return;
    }

  if (tb_json_syntax_check (text, length, &offset, &message))
    message = g_strdup_printf (_("not JSON: %s"), failure->msg);
  tb_json_locate_offset (text, length, offset, &line, &column);
  tb_problems_add (problems, TB_SEVERITY_ERROR, line, column, "", "%s", message);
}

/**
 * tb_json_document_new:
 * @text: (array length=length): UTF-8 without byte order mark; must outlive the document
 * @length: its bytes
 * @memory_limit: bytes that the document may take, 0 for %TB_LIMIT_JSON_BYTES
 * @problems: where a failure is reported, with its place
 *
 * Parses a JSON text by RFC 8259, strictly.
 *
 * Thread: any. Cost: O(@length).
 *
 * Returns: (transfer full) (nullable): the document
 */
TbJsonDocument *
tb_json_document_new (const char *text,
                      gsize       length,
                      gsize       memory_limit,
                      TbProblems *problems)
{
  gsize limit = memory_limit != 0 ? memory_limit : TB_LIMIT_JSON_BYTES;
  Budget budget = { limit };
  yyjson_alc allocator = { take_memory, grow_memory, free_memory, &budget };
  yyjson_read_err failure = { 0 };
  yyjson_doc *doc = yyjson_read_opts ((char *) text, length, YYJSON_READ_NUMBER_AS_RAW, &allocator, &failure);
  TbJsonDocument *self;

  if (doc == NULL)
    {
      report_failure (text, length, limit, &failure, problems);
      return NULL;
    }

  self = g_new0 (TbJsonDocument, 1);
  self->doc = doc;
  self->text = text;
  self->length = length;
  doc->alc.ctx = NULL; /* the budget ends with this function; freeing does not look at it */

  return self;
}

/**
 * tb_json_document_free:
 * @self: (transfer full): a document
 *
 * Frees a document and all its values.
 */
void
tb_json_document_free (TbJsonDocument *self)
{
  yyjson_doc_free (self->doc);
  g_free (self);
}

/**
 * tb_json_document_get_root:
 * @self: a document
 *
 * Returns: (transfer none): its value
 */
const TbJsonValue *
tb_json_document_get_root (const TbJsonDocument *self)
{
  return from_val (yyjson_doc_get_root (self->doc));
}

/**
 * tb_json_document_get_text:
 * @self: a document
 * @out_length: (out): its bytes
 *
 * Returns: (transfer none): the text that was parsed
 */
const char *
tb_json_document_get_text (const TbJsonDocument *self,
                           gsize                *out_length)
{
  *out_length = self->length;
  return self->text;
}

/**
 * tb_json_document_get_n_values:
 * @self: a document
 *
 * Returns: how many values it has, keys and containers counted
 */
gsize
tb_json_document_get_n_values (const TbJsonDocument *self)
{
  return yyjson_doc_get_val_count (self->doc);
}

/**
 * tb_json_document_get_ordinal:
 * @self: a document
 * @value: a value or key of it
 *
 * Returns: its place among all values and keys of the text, from 0
 */
gsize
tb_json_document_get_ordinal (const TbJsonDocument *self,
                              const TbJsonValue    *value)
{
  return (gsize) (to_val (value) - yyjson_doc_get_root (self->doc));
}

static void
append_token (GString           *pointer,
              const TbJsonIter  *iter,
              gsize              index)
{
  const char *key;
  gsize length;

  g_string_append_c (pointer, '/');
  if (iter->key == NULL)
    {
      g_string_append_printf (pointer, "%" G_GSIZE_FORMAT, index);
      return;
    }

  key = tb_json_get_string (iter->key, &length);
  for (gsize i = 0; i < length; i++)
    {
      if (key[i] == '~')
        g_string_append (pointer, "~0");
      else if (key[i] == '/')
        g_string_append (pointer, "~1");
      else if ((guchar) key[i] < 0x20)
        g_string_append_printf (pointer, "\\u%04X", (guint) key[i]);
      else
        g_string_append_c (pointer, key[i]);
    }
}

/**
 * tb_json_document_dup_pointer:
 * @self: a document
 * @value: a value of it, or a key for the pointer of its member
 *
 * Finds the JSON pointer (RFC 6901) of a value by walking down to it. Control
 * characters of keys are written as escapes, so that it stays one line.
 *
 * Thread: any. Cost: the members before it, at each level.
 *
 * Returns: (transfer full): the pointer, "" for the root
 */
char *
tb_json_document_dup_pointer (const TbJsonDocument *self,
                              const TbJsonValue    *value)
{
  const TbJsonValue *container = tb_json_document_get_root (self);
  GString *pointer = g_string_new (NULL);

  while (container != value)
    {
      TbJsonIter iter;
      gsize index = 0;

      tb_json_iter_init (&iter, container);
      /* The member that holds the value is the last one that does not begin behind it. */
      while (tb_json_iter_next (&iter) && to_val (iter.next) <= to_val (value))
        index++;
      append_token (pointer, &iter, index);
      if (iter.key == value)
        break;
      container = iter.value;
    }

  return g_string_free_and_steal (pointer);
}

/**
 * tb_json_get_type:
 * @self: a value
 *
 * Returns: what it is
 */
TbJsonType
tb_json_get_type (const TbJsonValue *self)
{
  return (TbJsonType) unsafe_yyjson_get_type (to_val (self));
}

/**
 * tb_json_get_size:
 * @self: an array or object
 *
 * Returns: how many elements or members it has
 */
gsize
tb_json_get_size (const TbJsonValue *self)
{
  return unsafe_yyjson_get_len (to_val (self));
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
  *out_length = unsafe_yyjson_get_len (to_val (self));
  return unsafe_yyjson_get_str (to_val (self));
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
  *out_length = unsafe_yyjson_get_len (to_val (self));
  return unsafe_yyjson_get_raw (to_val (self));
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
  return unsafe_yyjson_get_bool (to_val (self));
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
  yyjson_val *first = unsafe_yyjson_get_first (to_val (array));

  if (unsafe_yyjson_get_len (to_val (array)) != 2)
    return FALSE;

  *out_first = from_val (first);
  *out_second = from_val (unsafe_yyjson_get_next (first));
  return TRUE;
}

/**
 * tb_json_find:
 * @object: an object
 * @key: a key
 *
 * Returns: (transfer none) (nullable): the member's value
 */
const TbJsonValue *
tb_json_find (const TbJsonValue *object,
              const char        *key)
{
  return from_val (yyjson_obj_get (to_val (object), key));
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
  gsize length;
  char *written = yyjson_val_write_opts (to_val (self), YYJSON_WRITE_NOFLAG, NULL, &length, NULL);
  char *text = g_strndup (written, length);

  free (written);
  return text;
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
  self->key = NULL;
  self->value = NULL;
  self->next = from_val (unsafe_yyjson_get_first (to_val (container)));
  self->n_left = unsafe_yyjson_get_len (to_val (container));
  self->is_object = unsafe_yyjson_get_type (to_val (container)) == YYJSON_TYPE_OBJ;
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
  if (self->n_left == 0)
    return FALSE;

  self->n_left--;
  if (self->is_object)
    {
      self->key = self->next;
      self->value = from_val (to_val (self->next) + 1);
    }
  else
    {
      self->value = self->next;
    }
  self->next = from_val (unsafe_yyjson_get_next (to_val (self->value)));

  return TRUE;
}
