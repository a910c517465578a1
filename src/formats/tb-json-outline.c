/* A JSON text without what is in its large arrays and objects, and where that is.
 *
 * One scan through a window (tb-json-scan.h). The grammar is not checked here: all
 * that is left out is parsed later, run by run, and all that is kept with the outline.
 *
 * So the end of an array may be guessed: if what is up to there is the rest of the
 * array, and what is behind it the rest of the text, it was the end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-json-outline.h"

#include "tb-json-marks.h"
#include "tb-json-scan.h"
#include "tb-limits.h"

#include <string.h>

/* Read at once: whole blocks. */
#define WINDOW_BYTES (256u << 10)

static gboolean
read_window (const TbJsonScan *scan,
             char             *window,
             gsize             length)
{
  const TbJsonSource *source = scan->source;

  /* Lengths of GByteArray are 32 bits. */
  if (!tb_json_source_read (source, scan->offset, window, length) || scan->outline->text->len > G_MAXINT32)
    return FALSE;

  memset (window + length, ' ', WINDOW_BYTES - length);
  return source->looked_through == NULL
         || source->looked_through (source->user_data,
                                    (double) (scan->offset - scan->jumped) / (double) source->length);
}

static gboolean
scan_text (TbJsonScan *scan)
{
  const gsize end = scan->source->length;
  g_autofree char *window = g_malloc (WINDOW_BYTES);

  G_STATIC_ASSERT (WINDOW_BYTES % TB_JSON_BLOCK_BYTES == 0);
  scan->window = window;
  while (scan->offset < end)
    {
      gsize length = MIN (end - scan->offset, WINDOW_BYTES);

      if (!read_window (scan, window, length))
        return FALSE;
      scan->kept = 0;
      if (tb_json_scan_window (scan, length))
        {
          tb_json_scan_keep (scan, length);
          scan->offset += length;
        }
      else if (scan->guessed_end != 0)
        {
          tb_json_scan_jump (scan);
        }
      else
        {
          return FALSE;
        }
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
 * @may_guess: whether the end of an array may be guessed, so that it is looked at only when it is read
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
                     const char *const         *object_keys,
                     gboolean                   may_guess)
{
  g_autoptr (TbJsonOutline) self = g_new0 (TbJsonOutline, 1);
  g_autofree TbJsonLevel *levels = g_new0 (TbJsonLevel, TB_LIMIT_NESTING);
  g_autofree guint8 *is_array = g_new0 (guint8, TB_LIMIT_NESTING);
  TbJsonScan scan = {
    .source = source, .limits = limits, .object_keys = object_keys, .outline = self, .levels = levels,
    .is_array = is_array, .depth = -1, .out = -1, .may_guess = may_guess,
  };
  gboolean is_whole;

  self->limits = *limits;
  self->text = g_byte_array_new ();
  self->arrays = g_array_new (FALSE, FALSE, sizeof (TbJsonLargeArray));
  g_array_set_clear_func (self->arrays, clear_array);
  is_whole = scan_text (&scan);
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
