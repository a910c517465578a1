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
#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* Looked at at once. */
#define BLOCK_BYTES 64

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
  TbJsonOutline             *outline;
  Level                     *levels;
  guint8                    *is_array;   /* of each level */
  int                        depth;      /* open levels − 1 */
  int                        out;        /* the level that is being taken out; −1 for none */
  const char                *window;
  gsize                      offset;     /* of the window in the text */
  gsize                      kept;       /* in the window: from here on it is to be kept */
  gboolean                   in_string;
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
  if (scan->out >= 0)
    return TRUE;

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
  if (scan->depth < 0 || scan->is_array[scan->depth] != (scan->window[i] == ']'))
    return FALSE;

  if (scan->out == scan->depth)
    end_large_array (scan, i);
  if (scan->out < 0 && scan->levels[scan->depth].runs != NULL)
    g_clear_pointer (&scan->levels[scan->depth].runs, g_array_unref);
  scan->depth--;
  return TRUE;
}

/* Of 64 bytes a bit for each, the first one lowest. */
typedef struct
{
  guint64 quotes;
  guint64 backslashes;
  guint64 marks;  /* brackets and commas */
} Masks;

#ifdef __SSE2__
/* Sixteen bytes at once. With the bit of 0x20 set, '[' is '{' and ']' is '}'. */
static Masks
classify (const char *block)
{
  const __m128i quote = _mm_set1_epi8 ('"'), backslash = _mm_set1_epi8 ('\\'), comma = _mm_set1_epi8 (',');
  const __m128i lower = _mm_set1_epi8 (0x20), open = _mm_set1_epi8 ('{'), close = _mm_set1_epi8 ('}');
  Masks masks = { 0 };

  for (int i = 0; i < BLOCK_BYTES; i += 16)
    {
      __m128i bytes = _mm_loadu_si128 ((const __m128i *) (gconstpointer) (block + i));
      __m128i folded = _mm_or_si128 (bytes, lower);
      __m128i brackets = _mm_or_si128 (_mm_cmpeq_epi8 (folded, open), _mm_cmpeq_epi8 (folded, close));
      __m128i marks = _mm_or_si128 (brackets, _mm_cmpeq_epi8 (bytes, comma));

      masks.quotes |= (guint64) (guint32) _mm_movemask_epi8 (_mm_cmpeq_epi8 (bytes, quote)) << i;
      masks.backslashes |= (guint64) (guint32) _mm_movemask_epi8 (_mm_cmpeq_epi8 (bytes, backslash)) << i;
      masks.marks |= (guint64) (guint32) _mm_movemask_epi8 (marks) << i;
    }

  return masks;
}
#else
static Masks
classify (const char *block)
{
  Masks masks = { 0 };

  for (int i = 0; i < BLOCK_BYTES; i++)
    {
      char c = block[i];
      char folded = c | 0x20;

      masks.quotes |= (guint64) (c == '"') << i;
      masks.backslashes |= (guint64) (c == '\\') << i;
      masks.marks |= (guint64) (c == ',' || folded == '{' || folded == '}') << i;
    }

  return masks;
}
#endif

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

      if (i == BLOCK_BYTES - 1)
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
  for (int shift = 1; shift < BLOCK_BYTES; shift *= 2)
    quotes ^= quotes << shift;
  if (scan->in_string)
    quotes = ~quotes;

  scan->in_string = (quotes >> (BLOCK_BYTES - 1)) != 0;
  return quotes;
}

/* FALSE: the brackets do not fit. Inside of what is taken out only its own commas count. */
static gboolean
pass_mark (Scan *scan,
           gsize i)
{
  char c = scan->window[i];

  if (c == ',')
    {
      if (scan->out >= 0 ? scan->depth == scan->out : scan->depth >= 0 && scan->is_array[scan->depth])
        pass_comma (scan, i);
      return TRUE;
    }

  return (c & 0x04) == 0 ? open_level (scan, i) : close_level (scan, i);
}

static gboolean
scan_window (Scan  *scan,
             gsize  length)
{
  for (gsize start = 0; start < length; start += BLOCK_BYTES)
    {
      Masks masks = classify (scan->window + start);
      guint64 escaped = masks.backslashes != 0 || scan->escaped ? find_escaped (scan, masks.backslashes) : 0;
      guint64 marks = masks.marks & ~find_strings (scan, masks.quotes & ~escaped);

      for (; marks != 0; marks &= marks - 1)
        {
          if (!pass_mark (scan, start + (gsize) __builtin_ctzll (marks)))
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
scan_text (Scan               *scan,
           const TbJsonSource *source)
{
  g_autofree char *window = g_malloc (WINDOW_BYTES);

  G_STATIC_ASSERT (WINDOW_BYTES % BLOCK_BYTES == 0);
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
  g_autofree guint8 *is_array = g_new0 (guint8, TB_LIMIT_NESTING);
  Scan scan = {
    .limits = limits, .outline = self, .levels = levels, .is_array = is_array, .depth = -1, .out = -1,
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
