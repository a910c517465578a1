/* A parsed JSON text.
 *
 * Behind it is yyjson: strict, not recursive, numbers left as text. It lays all
 * values of a text, keys included, one after another in file order, which is
 * what unsafe_yyjson_get_next() of its header rests on. So the index of a
 * value is its ordinal, from which its position and pointer are found when
 * there is something to report.
 *
 * A text with large arrays or objects is parsed without their elements, which come
 * when they are asked for (tb-json-stream.h).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-json-document.h"

#include "tb-json-private.h"
#include "tb-json-syntax.h"
#include "tb-limits.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

struct _TbJsonDocument
{
  yyjson_doc   *doc;
  const char   *text;    /* of @doc: the outline's where there is @stream */
  gsize         length;
  TbJsonStream *stream;  /* nullable */
};

/* What the parser may still take. */
typedef struct
{
  gsize left;
} Budget;

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
  tb_text_locate (text, length, offset, &line, &column);
  tb_problems_add (problems, TB_SEVERITY_ERROR, line, column, "", "%s", message);
}

/**
 * tb_json_document_new:
 * @text: (array length=length) (nullable): UTF-8 without byte order mark; must outlive the document
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
  yyjson_doc *doc;
  TbJsonDocument *self;

  /* GBytes has no address of what is empty. */
  text = text != NULL ? text : "";
  doc = yyjson_read_opts ((char *) text, length, YYJSON_READ_NUMBER_AS_RAW, &allocator, &failure);
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
  g_clear_pointer (&self->stream, tb_json_stream_free);
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
  return tb_json_from_val (yyjson_doc_get_root (self->doc));
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
 * tb_json_document_get_position:
 * @self: a document
 * @value: a value or key of it
 *
 * Returns: a number that is larger the later a value stands; tb_json_document_locate()
 *   makes lines and columns of it
 */
gsize
tb_json_document_get_position (const TbJsonDocument *self,
                               const TbJsonValue    *value)
{
  const yyjson_val *val = tb_json_to_val (value);
  const TbJsonSlot *slot = self->stream != NULL ? tb_json_stream_find (self->stream, val) : NULL;
  gsize ordinal;

  if (slot != NULL)
    return tb_json_stream_get_offset (self->stream, slot, val);

  ordinal = (gsize) (val - yyjson_doc_get_root (self->doc));
  return self->stream != NULL ? tb_json_stream_get_outline_offset (self->stream, ordinal) : ordinal;
}

/**
 * tb_json_document_locate:
 * @self: a document
 * @places: (array length=n_places): positions in any order; lines and columns are filled in
 * @n_places: how many
 *
 * Finds lines and columns, all in one pass over the text.
 *
 * Thread: any. Cost: O(text).
 */
void
tb_json_document_locate (const TbJsonDocument *self,
                         TbJsonPlace          *places,
                         gsize                 n_places)
{
  if (self->stream != NULL)
    tb_json_source_locate (tb_json_stream_get_source (self->stream), places, n_places);
  else
    tb_json_locate_values (self->text, self->length, places, n_places);
}

/**
 * tb_json_document_is_streamed:
 * @self: a document
 *
 * Returns: whether it is read in parts, so that its progress is known without a value
 */
gboolean
tb_json_document_is_streamed (const TbJsonDocument *self)
{
  return self->stream != NULL;
}

/**
 * tb_json_document_get_progress:
 * @self: a document
 * @value: a value of it that is being read; any one where it is streamed
 *
 * Returns: how far in the text that is, 0…1
 */
double
tb_json_document_get_progress (const TbJsonDocument *self,
                               const TbJsonValue    *value)
{
  if (self->stream != NULL)
    return tb_json_stream_get_progress (self->stream);

  return (double) (tb_json_to_val (value) - yyjson_doc_get_root (self->doc))
         / (double) yyjson_doc_get_val_count (self->doc);
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

/* From a container down to a value or key in it. @first: index of the container's first element. */
static void
append_path (GString           *pointer,
             const TbJsonValue *container,
             const TbJsonValue *value,
             gsize              first)
{
  while (container != value)
    {
      TbJsonIter iter;
      gsize index = first;

      tb_json_iter_init (&iter, container);
      /* The member that holds the value is the last one that does not begin behind it. */
      while (tb_json_iter_next (&iter) && tb_json_to_val (iter.next) <= tb_json_to_val (value))
        index++;
      append_token (pointer, &iter, index);
      if (iter.key == value)
        break;
      container = iter.value;
      first = 0;
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
  const TbJsonValue *root = tb_json_document_get_root (self);
  const TbJsonSlot *slot = self->stream != NULL ? tb_json_stream_find (self->stream, tb_json_to_val (value)) : NULL;
  GString *pointer = g_string_new (NULL);

  if (slot == NULL)
    {
      append_path (pointer, root, value, 0);
      return g_string_free_and_steal (pointer);
    }

  append_path (pointer, root, tb_json_from_val (slot->large->val), 0);
  append_path (pointer, tb_json_from_val (slot->root), value,
               g_array_index (slot->large->array->runs, TbJsonRun, slot->run).first);
  return g_string_free_and_steal (pointer);
}

/**
 * tb_json_document_new_streamed:
 * @source: a text; what it refers to must outlive the document
 * @limits: (nullable): what is large; %NULL for the usual
 * @object_keys: (array zero-terminated=1): members of these that are large objects are treated like large arrays
 * @may_guess: whether the end of a large array may be guessed; where tb_json_document_is_misled() says so at
 *   the end, it is to be read once more without
 *
 * Parses all of a text but the elements of its large arrays. These are parsed
 * when a #TbJsonIter comes to them, some at a time, and are valid until it is
 * asked for the next ones. One thread may use such a document at a time.
 *
 * Nothing is reported: where this is %NULL, or the document has failed at its
 * end, the whole text is to be parsed, which tells what is wrong.
 *
 * Returns: (transfer full) (nullable): the document; %NULL where nothing is
 *   large, or something is wrong
 */
TbJsonDocument *
tb_json_document_new_streamed (const TbJsonSource        *source,
                               const TbJsonOutlineLimits *limits,
                               const char *const         *object_keys,
                               gboolean                   may_guess)
{
  /* A run and its values fit into the second cache of a core. */
  static const TbJsonOutlineLimits usual
      = { TB_LIMIT_LARGE_ARRAY_BYTES, TB_LIMIT_LARGE_ARRAY_BYTES / 16, TB_LIMIT_LARGE_ARRAY_BYTES / 4 };
  g_autoptr (TbJsonOutline) outline = NULL;
  g_autoptr (TbProblems) problems = tb_problems_new ("");
  g_autoptr (TbJsonDocument) self = NULL;

  outline = tb_json_outline_new (source, limits != NULL ? limits : &usual, object_keys, may_guess);
  if (outline == NULL)
    return NULL;

  self = tb_json_document_new ((const char *) outline->text->data, outline->text->len, 0, problems);
  if (self == NULL)
    return NULL;

  self->stream = tb_json_stream_new (source, g_steal_pointer (&outline), yyjson_doc_get_root (self->doc));
  return self->stream != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * tb_json_document_has_large_only:
 * @self: a document
 * @arrays: (nullable) (array zero-terminated=1): keys of members; %NULL for any array
 * @objects: (nullable) (array zero-terminated=1): keys of members; %NULL for no object
 *
 * Returns: whether each large array and object is a member of another object under one of its keys
 */
gboolean
tb_json_document_has_large_only (const TbJsonDocument *self,
                                 const char *const    *arrays,
                                 const char *const    *objects)
{
  const yyjson_val *val = yyjson_doc_get_root (self->doc);
  const yyjson_val *end = val + yyjson_doc_get_val_count (self->doc);

  for (; val < end; val++)
    {
      g_autofree char *pointer = NULL;
      const char *const *keys;
      const char *slash;

      if (!tb_json_is_large (val))
        continue;
      keys = tb_json_get_large (val)->array->is_object ? objects : arrays;
      if (keys == NULL && keys == arrays)
        continue;
      pointer = tb_json_document_dup_pointer (self, tb_json_from_val (val));
      slash = strrchr (pointer, '/');
      if (slash == NULL || keys == NULL || !g_strv_contains (keys, slash + 1))
        return FALSE;
    }

  return TRUE;
}

/**
 * tb_json_document_check_rest:
 * @self: a document
 *
 * Parses what no reader asked for.
 *
 * Returns: whether all of the text is JSON, without repeated keys and too deep nesting
 */
gboolean
tb_json_document_check_rest (TbJsonDocument *self)
{
  return self->stream == NULL || tb_json_stream_check_rest (self->stream);
}

/**
 * tb_json_document_has_failed:
 * @self: a document
 *
 * Returns: whether elements of a large array or object could not be read, so that nothing more is
 */
gboolean
tb_json_document_has_failed (const TbJsonDocument *self)
{
  return self->stream != NULL && tb_json_stream_has_failed (self->stream);
}

/**
 * tb_json_document_is_misled:
 * @self: a document that failed
 *
 * Returns: whether it may be right, and the end of a large array was guessed wrongly, or is needed
 *   before it was read
 */
gboolean
tb_json_document_is_misled (const TbJsonDocument *self)
{
  return self->stream != NULL && tb_json_stream_is_misled (self->stream);
}
