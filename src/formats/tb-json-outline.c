/* A JSON text without the elements of its large arrays, and where these are.
 *
 * One scan through a window finds brackets and commas outside strings. An array
 * is taken out as soon as it turns out to be large while its elements are not:
 * that is known at one of its commas. The grammar is not checked here: all that
 * is left out is parsed later, run by run, and all that is kept with the outline.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-json-outline.h"

#include "tb-limits.h"

#include <string.h>

/* Read at once. */
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
  gboolean is_array;
  gboolean has_large_element;
} Level;

typedef struct
{
  const TbJsonOutlineLimits *limits;
  TbJsonOutline             *outline;
  Level                     *levels;
  int                        depth;      /* open levels − 1 */
  int                        out;        /* the level that is being taken out; −1 for none */
  const char                *window;
  gsize                      offset;     /* of the window in the text */
  gsize                      kept;       /* in the window: from here on it is to be kept */
  gboolean                   in_string;
  gboolean                   escaped;    /* the string's next byte is */
} Scan;

/* Classes of bytes outside strings. */
enum { OTHER, QUOTE, OPEN, CLOSE, COMMA };

static const guint8 classes[256] = {
  ['"'] = QUOTE, ['['] = OPEN, ['{'] = OPEN, [']'] = CLOSE, ['}'] = CLOSE, [','] = COMMA,
};

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
  level = &scan->levels[scan->depth];
  level->start = at;
  level->outline_start = scan->outline->text->len + (i - scan->kept);
  level->element_start = at + 1;
  level->run_start = at;
  level->n = 0;
  level->run_first = 0;
  level->is_array = scan->window[i] == '[';
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

  end_run (level, at);
  /* A pair stays a pair. */
  if (scan->out < 0 && level->n > 1 && !level->has_large_element && at - level->start >= scan->limits->array_bytes)
    take_out (scan, i);
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
  Level *level = &scan->levels[scan->depth];

  if (scan->depth < 0 || level->is_array != (scan->window[i] == ']'))
    return FALSE;

  if (scan->out == scan->depth)
    end_large_array (scan, i);
  g_clear_pointer (&level->runs, g_array_unref);
  scan->depth--;
  return TRUE;
}

/* Eight bytes at once: the high bit of each byte that is @byte. Exact for the lowest
 * one that is set, which is all that is looked at (H. S. Warren, Hacker's Delight, 6-1). */
static guint64
find_byte (guint64 word,
           guchar  byte)
{
  guint64 x = word ^ (G_GUINT64_CONSTANT (0x0101010101010101) * byte);

  return (x - G_GUINT64_CONSTANT (0x0101010101010101)) & ~x & G_GUINT64_CONSTANT (0x8080808080808080);
}

/* To the quote that ends the string, or the end of the window. */
static gsize
skip_string (Scan  *scan,
             gsize  i,
             gsize  length)
{
  const char *window = scan->window;

  while (i < length)
    {
      if (scan->escaped)
        {
          scan->escaped = FALSE;
          i++;
          continue;
        }
      for (; length - i >= 8; i += 8)
        {
          guint64 word, found;

          memcpy (&word, window + i, sizeof word);
          word = GUINT64_FROM_LE (word);
          found = find_byte (word, '"') | find_byte (word, '\\');
          if (found != 0)
            {
              i += (gsize) __builtin_ctzll (found) / 8;
              break;
            }
        }
      while (i < length && window[i] != '"' && window[i] != '\\')
        i++;
      if (i == length)
        break;
      if (window[i] == '"')
        {
          scan->in_string = FALSE;
          return i + 1;
        }
      scan->escaped = TRUE;
      i++;
    }

  return i;
}

/* FALSE: the brackets do not fit. */
static gboolean
scan_window (Scan  *scan,
             gsize  length)
{
  const char *window = scan->window;
  gsize i = scan->in_string ? skip_string (scan, 0, length) : 0;

  while (i < length)
    {
      switch (classes[(guchar) window[i]])
        {
        case OTHER:
          i++;
          break;
        case QUOTE:
          scan->in_string = TRUE;
          i = skip_string (scan, i + 1, length);
          break;
        case OPEN:
          if (!open_level (scan, i++))
            return FALSE;
          break;
        case CLOSE:
          if (scan->depth < 0 || !close_level (scan, i++))
            return FALSE;
          break;
        default:
          if (scan->depth >= 0 && scan->levels[scan->depth].is_array)
            pass_comma (scan, i);
          i++;
          break;
        }
    }

  return TRUE;
}

static gboolean
scan_text (Scan               *scan,
           const TbJsonSource *source)
{
  g_autofree char *window = g_malloc (WINDOW_BYTES);

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
      scan->kept = 0;
      if (!scan_window (scan, length))
        return FALSE;
      keep (scan, length);
      scan->offset += length;
    }

  return scan->depth < 0 && !scan->in_string;
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
                     const TbJsonOutlineLimits *limits)
{
  g_autoptr (TbJsonOutline) self = g_new0 (TbJsonOutline, 1);
  g_autofree Level *levels = g_new0 (Level, TB_LIMIT_NESTING);
  Scan scan = { .limits = limits, .outline = self, .levels = levels, .depth = -1, .out = -1 };
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
