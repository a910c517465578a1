/* The scan that finds what is large in a JSON text.
 *
 * This part has what is open where it stands. An array is taken out as soon as it turns
 * out to be large while its elements are not: that is known at one of its commas. So is
 * an object, if it is a member of a key under which readers expect one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-json-scan.h"

#include "tb-limits.h"

#include <string.h>

/* What stands before the end of an element's first key is among so many. */
#define HEAD_BYTES 128

void
tb_json_scan_keep (TbJsonScan *self,
                   gsize       end)
{
  if (self->out < 0 && end > self->kept)
    g_byte_array_append (self->outline->text, (const guint8 *) self->window + self->kept, (guint) (end - self->kept));
  self->kept = end;
}

gboolean
tb_json_scan_open (TbJsonScan *self,
                   gsize       i)
{
  gsize at = self->offset + i;
  TbJsonLevel *level;

  if (self->depth + 1 >= TB_LIMIT_NESTING)
    return FALSE;

  self->depth++;
  self->is_array[self->depth] = self->window[i] == '[';
  level = &self->levels[self->depth];
  level->start = at;
  level->outline_start = self->outline->text->len + (i - self->kept);
  level->element_start = at + 1;
  level->run_start = at;
  level->n = 0;
  level->run_first = 0;
  level->has_large_element = FALSE;
  return TRUE;
}

void
tb_json_level_end_run (TbJsonLevel *level,
                       gsize        at)
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
take_out (TbJsonScan *self,
          gsize       i)
{
  TbJsonLevel *level = &self->levels[self->depth];

  tb_json_scan_keep (self, i);
  g_byte_array_set_size (self->outline->text, (guint) level->outline_start);
  g_byte_array_append (self->outline->text, (const guint8 *) TB_JSON_PLACEHOLDER, strlen (TB_JSON_PLACEHOLDER));
  self->out = self->depth;
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
is_asked_for (TbJsonScan *self,
              gsize       i)
{
  const char *text;
  gsize end;

  tb_json_scan_keep (self, i);
  text = (const char *) self->outline->text->data;
  end = skip_space_back (text, self->levels[self->depth].outline_start);
  if (end == 0 || text[end - 1] != ':')
    return FALSE;
  end = skip_space_back (text, end - 1);

  for (const char *const *key = self->object_keys; *key != NULL; key++)
    {
      gsize length = strlen (*key);

      if (end >= length + 2 && text[end - 1] == '"' && text[end - length - 2] == '"'
          && memcmp (text + end - length - 1, *key, length) == 0)
        return TRUE;
    }

  return FALSE;
}

/* How the elements of what is being taken out begin. */
static gboolean
read_head (TbJsonScan        *self,
           const TbJsonLevel *level)
{
  char text[HEAD_BYTES];

  return tb_json_source_read (self->source, level->start + 1, text, sizeof text)
         && tb_json_head_init (&self->head, text, sizeof text);
}

/* By the brackets that are open where the end of the text begins: those of what is around the
 * array fit, and before its own another element begins. 0: there is no such end. */
static gsize
find_end (TbJsonScan *self,
          const char *tail,
          gsize       length)
{
  gsize closing[TB_LIMIT_NESTING];
  const gsize n = tb_json_find_closing (tail, length, closing, G_N_ELEMENTS (closing));
  const gsize depth = (gsize) self->depth;

  if (n <= depth)
    return 0;
  for (gsize i = 0; i <= depth; i++)
    {
      if (self->is_array[i] != (tail[closing[i]] == ']'))
        return 0;
    }

  return tb_json_head_find_cut (&self->head, tail, closing[depth]) > 0 ? closing[depth] : 0;
}

/* The bracket behind the last element of what is being taken out; 0 where that cannot be told. In an
 * array there are others like it, so that it is not told by what is at the end of the text. Of plain
 * values readers ask how many there are before they read them. */
static gsize
guess_end (TbJsonScan        *self,
           const TbJsonLevel *level)
{
  const gsize length = self->limits->tail_bytes;
  g_autofree char *tail = NULL;
  gsize end;

  if (!self->may_guess || !self->is_array[self->depth] || memchr (self->is_array, TRUE, (gsize) self->depth) != NULL
      || level->run_start + 2 * length > self->source->length || !read_head (self, level))
    return 0;

  tail = g_malloc (length);
  if (!tb_json_source_read (self->source, self->source->length - length, tail, length))
    return 0;
  end = find_end (self, tail, length);

  return end > 0 ? self->source->length - length + end : 0;
}

gboolean
tb_json_scan_pass_comma (TbJsonScan *self,
                         gsize       i)
{
  TbJsonLevel *level = &self->levels[self->depth];
  gsize at = self->offset + i;

  level->n++;
  if (at - level->element_start >= self->limits->array_bytes)
    level->has_large_element = TRUE;
  level->element_start = at + 1;
  if (at - level->run_start < self->limits->run_bytes)
    return TRUE;
  if (!self->is_array[self->depth] && !is_asked_for (self, i))
    {
      level->run_start = at; /* is asked again after so much, and never taken out */
      return TRUE;
    }

  tb_json_level_end_run (level, at);
  /* A pair stays a pair. */
  if (level->n <= 1 || level->has_large_element || at - level->start < self->limits->array_bytes)
    return TRUE;

  take_out (self, i);
  self->guessed_end = guess_end (self, level);
  return self->guessed_end == 0;
}

/* What is being taken out ends there, and what is behind it is scanned. */
static void
add_large_array (TbJsonScan *self,
                 gsize       end)
{
  TbJsonLevel *level = &self->levels[self->depth];
  TbJsonLargeArray array = {
    .start = level->start,
    .length = end + 1 - level->start,
    .outline_start = level->outline_start,
    .depth = (guint) self->depth,
    .is_object = !self->is_array[self->depth],
    .n = level->n,
    .is_open = self->guessed_end != 0,
    .head = self->head,
    .runs = g_steal_pointer (&level->runs),
  };

  g_array_append_val (self->outline->arrays, array);
  self->out = -1;
}

void
tb_json_scan_jump (TbJsonScan *self)
{
  add_large_array (self, self->guessed_end);
  self->depth--;
  self->in_string = 0;
  self->escaped = FALSE;
  self->jumped += self->guessed_end + 1 - self->offset;
  self->offset = self->guessed_end + 1;
  self->guessed_end = 0;
}

static void
end_large_array (TbJsonScan *self,
                 gsize       i)
{
  TbJsonLevel *level = &self->levels[self->depth];

  level->n++;
  tb_json_level_end_run (level, self->offset + i);
  add_large_array (self, self->offset + i);
  self->kept = i + 1;
}

gboolean
tb_json_scan_close (TbJsonScan *self,
                    gsize       i)
{
  if (self->depth < 0 || self->is_array[self->depth] != (self->window[i] == ']'))
    return FALSE;

  if (self->out == self->depth)
    end_large_array (self, i);
  if (self->levels[self->depth].runs != NULL)
    g_clear_pointer (&self->levels[self->depth].runs, g_array_unref);
  self->depth--;
  return TRUE;
}

