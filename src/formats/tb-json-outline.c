/* A JSON text without what is in its large arrays and objects, and where that is.
 *
 * One scan through a window finds brackets and commas outside strings. An array
 * is taken out as soon as it turns out to be large while its elements are not:
 * that is known at one of its commas. So is an object, if it is a member of a key
 * under which readers expect one. The grammar is not checked here: all that is
 * left out is parsed later, run by run, and all that is kept with the outline.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-json-outline.h"

#include "tb-json-marks.h"
#include "tb-limits.h"

#include <string.h>

/* Read at once: whole blocks. */
#define WINDOW_BYTES (256u << 10)

/* An array or object that is open. */
typedef struct
{
  gsize    start;
  gsize    outline_start;
  gsize    element_start;  /* behind the bracket or comma before it */
  gsize    run_start;      /* at that before the run */
  gsize    n;              /* elements so far */
  gsize    run_first;
  GArray  *runs;           /* nullable */
  gboolean has_large_element;
} Level;

typedef struct
{
  const TbJsonOutlineLimits *limits;
  const char *const         *object_keys;
  TbJsonOutline             *outline;
  Level                     *levels;
  guint8                    *is_array;   /* of each level */
  int                        depth;      /* open levels − 1 */
  int                        out;        /* the level that is being taken out; −1 for none */
  const char                *window;
  gsize                      offset;     /* of the window in the text */
  gsize                      kept;       /* in the window: from here on it is to be kept */
  guint64                    in_string;  /* all bits, or none */
  gboolean                   escaped;    /* the string's next byte is */
} Scan;

static void
keep (Scan  *scan,
      gsize  end)
{
  if (scan->out < 0 && end > scan->kept)
    g_byte_array_append (scan->outline->text, (const guint8 *) scan->window + scan->kept, (guint) (end - scan->kept));
  scan->kept = end;
}

static gboolean
open_level (Scan *scan,
            gsize i)
{
  gsize at = scan->offset + i;
  Level *level;

  if (scan->depth + 1 >= TB_LIMIT_NESTING)
    return FALSE;

  scan->depth++;
  scan->is_array[scan->depth] = scan->window[i] == '[';
  level = &scan->levels[scan->depth];
  level->start = at;
  level->outline_start = scan->outline->text->len + (i - scan->kept);
  level->element_start = at + 1;
  level->run_start = at;
  level->n = 0;
  level->run_first = 0;
  level->has_large_element = FALSE;
  return TRUE;
}

static void
end_run (Level *level,
         gsize  at)
{
  TbJsonRun run = { level->run_start, at + 1 - level->run_start, level->run_first, level->n - level->run_first };

  if (level->runs == NULL)
    level->runs = g_array_new (FALSE, FALSE, sizeof (TbJsonRun));
  g_array_append_val (level->runs, run);
  level->run_start = at;
  level->run_first = level->n;
}

/* From here on nothing of the array is kept, and what was kept of it goes. */
static void
take_out (Scan *scan,
          gsize i)
{
  Level *level = &scan->levels[scan->depth];

  keep (scan, i);
  g_byte_array_set_size (scan->outline->text, (guint) level->outline_start);
  g_byte_array_append (scan->outline->text, (const guint8 *) TB_JSON_PLACEHOLDER, strlen (TB_JSON_PLACEHOLDER));
  scan->out = scan->depth;
}

static gsize
skip_space_back (const char *text,
                 gsize       end)
{
  while (end > 0 && g_ascii_isspace (text[end - 1]))
    end--;

  return end;
}

/* Whether the open object is a member of a key that is asked for, by what stands before it.
 * A key that only ends like that is found out when its pointer is known. */
static gboolean
is_asked_for (Scan *scan,
              gsize i)
{
  const char *text;
  gsize end;

  keep (scan, i);
  text = (const char *) scan->outline->text->data;
  end = skip_space_back (text, scan->levels[scan->depth].outline_start);
  if (end == 0 || text[end - 1] != ':')
    return FALSE;
  end = skip_space_back (text, end - 1);

  for (const char *const *key = scan->object_keys; *key != NULL; key++)
    {
      gsize length = strlen (*key);

      if (end >= length + 2 && text[end - 1] == '"' && text[end - length - 2] == '"'
          && memcmp (text + end - length - 1, *key, length) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
pass_comma (Scan *scan,
            gsize i)
{
  Level *level = &scan->levels[scan->depth];
  gsize at = scan->offset + i;

  level->n++;
  if (at - level->element_start >= scan->limits->array_bytes)
    level->has_large_element = TRUE;
  level->element_start = at + 1;
  if (at - level->run_start < scan->limits->run_bytes)
    return;
  if (!scan->is_array[scan->depth] && !is_asked_for (scan, i))
    {
      level->run_start = at; /* is asked again after so much, and never taken out */
      return;
    }

  end_run (level, at);
  /* A pair stays a pair. */
  if (level->n > 1 && !level->has_large_element && at - level->start >= scan->limits->array_bytes)
    take_out (scan, i);
}

/* Of what is taken out. */
static inline void
pass_own_comma (const Scan *scan,
                Level      *level,
                gsize       at)
{
  level->n++;
  if (at - level->run_start >= scan->limits->run_bytes)
    end_run (level, at);
}

static void
end_large_array (Scan *scan,
                 gsize i)
{
  Level *level = &scan->levels[scan->depth];
  gsize at = scan->offset + i;
  TbJsonLargeArray array = {
    .start = level->start,
    .length = at + 1 - level->start,
    .outline_start = level->outline_start,
    .depth = (guint) scan->depth,
    .is_object = !scan->is_array[scan->depth],
    .n = level->n + 1,
  };

  level->n++;
  end_run (level, at);
  array.runs = g_steal_pointer (&level->runs);
  g_array_append_val (scan->outline->arrays, array);
  scan->out = -1;
  scan->kept = i + 1;
}

static gboolean
close_level (Scan *scan,
             gsize i)
{
  if (scan->depth < 0 || scan->is_array[scan->depth] != (scan->window[i] == ']'))
    return FALSE;

  if (scan->out == scan->depth)
    end_large_array (scan, i);
  if (scan->levels[scan->depth].runs != NULL)
    g_clear_pointer (&scan->levels[scan->depth].runs, g_array_unref);
  scan->depth--;
  return TRUE;
}

/* The bytes behind backslashes that are not escaped themselves. */
static guint64
find_escaped (Scan    *scan,
              guint64  backslashes)
{
  guint64 escaped = scan->escaped ? 1 : 0;

  backslashes &= ~escaped;
  scan->escaped = FALSE;
  while (backslashes != 0)
    {
      int i = __builtin_ctzll (backslashes);

      if (i == TB_JSON_BLOCK_BYTES - 1)
        {
          scan->escaped = TRUE;
          break;
        }
      escaped |= G_GUINT64_CONSTANT (2) << i;
      backslashes &= ~(G_GUINT64_CONSTANT (3) << i);
    }

  return escaped;
}

/* The bytes in strings, opening quotes with them: each bit is the parity of the quotes up
 * to it (G. Langdale, D. Lemire, "Parsing Gigabytes of JSON per Second", VLDB Journal 28, 2019). */
static guint64
find_strings (Scan    *scan,
              guint64  quotes)
{
  quotes ^= quotes << 1;
  quotes ^= quotes << 2;
  quotes ^= quotes << 4;
  quotes ^= quotes << 8;
  quotes ^= quotes << 16;
  quotes ^= quotes << 32;
  quotes ^= scan->in_string;
  scan->in_string = -(quotes >> (TB_JSON_BLOCK_BYTES - 1));
  return quotes;
}

/* Of a byte that is a bracket. */
static inline gboolean
is_opening (char bracket)
{
  return (bracket & 0x04) == 0;
}

/* FALSE: the brackets do not fit. */
static gboolean
pass_mark (Scan *scan,
           gsize i)
{
  if (scan->window[i] == ',')
    {
      if (scan->depth >= 0)
        pass_comma (scan, i);
      return TRUE;
    }

  return is_opening (scan->window[i]) ? open_level (scan, i) : close_level (scan, i);
}

/* From inside an element of what is taken out up to its end. Returns what is left behind it. */
static inline guint64
pass_element (Scan       *scan,
              const char *block,
              guint64     brackets)
{
  int depth = scan->depth - scan->out;

  for (; brackets != 0; brackets &= brackets - 1)
    {
      if (is_opening (block[__builtin_ctzll (brackets)]))
        depth++;
      else if (--depth == 0)
        {
          scan->depth = scan->out;
          return -(brackets & -brackets) << 1;
        }
    }

  scan->depth = scan->out + depth;
  return 0;
}

/* Of what is taken out only its own commas and its end count: whether brackets fit inside
 * the parser finds. @left: the bytes still to pass; returned: those from its end on. */
static guint64
pass_left_out (Scan    *scan,
               gsize    start,
               guint64  brackets,
               guint64  outside,
               guint64  left)
{
  const char *block = scan->window + start;
  Level *level = &scan->levels[scan->out];
  const gsize at = scan->offset + start;
  guint64 marks;

  if (scan->depth > scan->out)
    left = pass_element (scan, block, left & brackets);
  if (left == 0)
    return 0;

  marks = brackets | (tb_json_find_byte (block, ',') & outside);
  while ((left &= marks) != 0)
    {
      const guint64 mark = left & -left;
      const gsize i = (gsize) __builtin_ctzll (mark);

      /* Numbers, mostly. */
      if (brackets == 0 && at + TB_JSON_BLOCK_BYTES - level->run_start < scan->limits->run_bytes)
        {
          level->n += (gsize) __builtin_popcountll (left);
          return 0;
        }
      left = -mark << 1;
      if (block[i] == ',')
        pass_own_comma (scan, level, at + i);
      else if (!is_opening (block[i]))
        return -mark;
      else
        {
          scan->depth++;
          left = pass_element (scan, block, left & brackets);
        }
    }

  return 0;
}

static gboolean
pass_block (Scan    *scan,
            gsize    start,
            guint64  brackets,
            guint64  outside)
{
  guint64 left = ~G_GUINT64_CONSTANT (0);

  for (;;)
    {
      guint64 marks;

      if (scan->out >= 0)
        left = pass_left_out (scan, start, brackets, outside, left);
      if (left == 0)
        return scan->depth < TB_LIMIT_NESTING;
      marks = left & (brackets | (tb_json_find_byte (scan->window + start, ',') & outside));
      if (marks == 0)
        return TRUE;
      if (!pass_mark (scan, start + (gsize) __builtin_ctzll (marks)))
        return FALSE;
      left = -(marks & -marks) << 1;
    }
}

static gboolean
scan_window (Scan  *scan,
             gsize  length)
{
  for (gsize start = 0; start < length; start += TB_JSON_BLOCK_BYTES)
    {
      const char *block = scan->window + start;
      TbJsonMarks marks = tb_json_classify (block);
      guint64 outside;

      if (marks.has_backslash || scan->escaped)
        marks.quotes &= ~find_escaped (scan, tb_json_find_byte (block, '\\'));
      /* It is inside an element of what is taken out from its first byte to its last. */
      if (marks.brackets == 0 && scan->out >= 0 && scan->depth > scan->out)
        {
          scan->in_string ^= -(guint64) __builtin_parityll (marks.quotes);
          continue;
        }

      outside = ~find_strings (scan, marks.quotes);
      if (!pass_block (scan, start, marks.brackets & outside, outside))
        return FALSE;
    }

  return TRUE;
}

static gboolean
scan_text (Scan               *scan,
           const TbJsonSource *source)
{
  g_autofree char *window = g_malloc (WINDOW_BYTES);

  G_STATIC_ASSERT (WINDOW_BYTES % TB_JSON_BLOCK_BYTES == 0);
  scan->window = window;
  while (scan->offset < source->length)
    {
      gsize length = MIN (source->length - scan->offset, WINDOW_BYTES);

      /* Lengths of GByteArray are 32 bits. */
      if (!tb_json_source_read (source, scan->offset, window, length)
          || scan->outline->text->len > G_MAXINT32)
        return FALSE;
      if (source->proceed != NULL
          && !source->proceed (source->user_data, (double) scan->offset / (double) source->length))
        return FALSE;
      if (length < WINDOW_BYTES)
        memset (window + length, ' ', WINDOW_BYTES - length);
      scan->kept = 0;
      if (!scan_window (scan, length))
        return FALSE;
      keep (scan, length);
      scan->offset += length;
    }

  return scan->depth < 0 && scan->in_string == 0;
}

static void
clear_array (gpointer data)
{
  TbJsonLargeArray *array = data;

  g_clear_pointer (&array->runs, g_array_unref);
}

/**
 * tb_json_outline_new:
 * @source: a text
 * @limits: what is large
 * @object_keys: (array zero-terminated=1): members of these that are large objects are taken out too
 *
 * Finds the large arrays of a text, from the innermost ones on, and takes their
 * elements out. An array with large elements stays; these are looked into.
 *
 * Thread: any. Cost: O(text); memory that of the outline.
 *
 * Returns: (transfer full) (nullable): the outline; %NULL where nothing was taken
 *   out, brackets do not fit, or the text cannot be read
 */
TbJsonOutline *
tb_json_outline_new (const TbJsonSource        *source,
                     const TbJsonOutlineLimits *limits,
                     const char *const         *object_keys)
{
  g_autoptr (TbJsonOutline) self = g_new0 (TbJsonOutline, 1);
  g_autofree Level *levels = g_new0 (Level, TB_LIMIT_NESTING);
  g_autofree guint8 *is_array = g_new0 (guint8, TB_LIMIT_NESTING);
  Scan scan = {
    .limits = limits, .object_keys = object_keys, .outline = self, .levels = levels, .is_array = is_array,
    .depth = -1, .out = -1,
  };
  gboolean is_whole;

  self->text = g_byte_array_new ();
  self->arrays = g_array_new (FALSE, FALSE, sizeof (TbJsonLargeArray));
  g_array_set_clear_func (self->arrays, clear_array);
  is_whole = scan_text (&scan, source);
  for (int i = 0; i < TB_LIMIT_NESTING; i++)
    g_clear_pointer (&levels[i].runs, g_array_unref);

  return is_whole && self->arrays->len > 0 ? g_steal_pointer (&self) : NULL;
}

/**
 * tb_json_outline_free:
 * @self: (transfer full): an outline
 *
 * Frees an outline.
 */
void
tb_json_outline_free (TbJsonOutline *self)
{
  g_clear_pointer (&self->text, g_byte_array_unref);
  g_clear_pointer (&self->arrays, g_array_unref);
  g_free (self);
}

/**
 * tb_json_outline_to_source:
 * @self: an outline
 * @offset: a byte of it
 *
 * Returns: where that byte is in the text
 */
gsize
tb_json_outline_to_source (const TbJsonOutline *self,
                           gsize                offset)
{
  gsize taken = 0;

  for (guint i = 0; i < self->arrays->len; i++)
    {
      const TbJsonLargeArray *array = &g_array_index (self->arrays, TbJsonLargeArray, i);

      if (array->outline_start >= offset)
        break;
      taken += array->length - strlen (TB_JSON_PLACEHOLDER);
    }

  return offset + taken;
}
