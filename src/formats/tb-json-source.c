/* Where a JSON text is that is not held in memory whole.
 *
 * A file is read at places of our choice, never mapped: one that shrinks
 * meanwhile is refused, where a mapping would end the program.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-json-source.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* Read at once when places are looked up. */
#define WINDOW_BYTES (1u << 20)

/**
 * tb_json_source_init_memory:
 * @self: (out caller-allocates): a source
 * @text: (array length=length): UTF-8 without byte order mark; must outlive the source
 * @length: its bytes
 *
 * Makes a source of a text in memory.
 */
void
tb_json_source_init_memory (TbJsonSource *self,
                            const char   *text,
                            gsize         length)
{
  *self = (TbJsonSource) { .memory = text, .fd = -1, .length = length };
}

/**
 * tb_json_source_init_fd:
 * @self: (out caller-allocates): a source
 * @fd: an open file; must stay open as long as the source is used
 *
 * Makes a source of a file. Its position is not used, and not moved.
 *
 * Returns: whether it is a regular file
 */
gboolean
tb_json_source_init_fd (TbJsonSource *self,
                        int           fd)
{
  char mark[3];

  *self = (TbJsonSource) { .fd = fd };
  if (fstat (fd, &self->before) != 0 || !S_ISREG (self->before.st_mode) || self->before.st_size < 0)
    return FALSE;

  self->length = (gsize) self->before.st_size;
  if (self->length >= sizeof mark && tb_json_source_read (self, 0, mark, sizeof mark)
      && memcmp (mark, "\xEF\xBB\xBF", sizeof mark) == 0)
    {
      self->start = sizeof mark;
      self->length -= sizeof mark;
    }

  return TRUE;
}

/**
 * tb_json_source_read:
 * @self: a source
 * @offset: a byte of the text
 * @buffer: (out caller-allocates) (array length=length): where to
 * @length: how many
 *
 * Reads a part of the text.
 *
 * Returns: whether it is there
 */
gboolean
tb_json_source_read (const TbJsonSource *self,
                     gsize               offset,
                     char               *buffer,
                     gsize               length)
{
  gsize done = 0;

  if (offset > self->length || length > self->length - offset)
    return FALSE;
  if (self->memory != NULL)
    {
      memcpy (buffer, self->memory + offset, length);
      return TRUE;
    }

  while (done < length)
    {
      gssize n = pread (self->fd, buffer + done, length - done, self->start + (goffset) (offset + done));

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      done += (gsize) n;
    }

  return TRUE;
}

/**
 * tb_json_source_is_unchanged:
 * @self: a source
 *
 * Returns: whether the file has the size and the time of its last change that it had
 */
gboolean
tb_json_source_is_unchanged (const TbJsonSource *self)
{
  struct stat now;

  if (self->memory != NULL)
    return TRUE;

  return fstat (self->fd, &now) == 0 && now.st_size == self->before.st_size
         && now.st_mtim.tv_sec == self->before.st_mtim.tv_sec && now.st_mtim.tv_nsec == self->before.st_mtim.tv_nsec;
}

/* How far the counting is. */
typedef struct
{
  guint line;
  guint column;
} Counter;

static void
count (Counter    *counter,
       const char *text,
       gsize       length)
{
  const char *end = text + length;
  const char *newline;

  while ((newline = memchr (text, '\n', (gsize) (end - text))) != NULL)
    {
      counter->line++;
      counter->column = 1;
      text = newline + 1;
    }
  for (; text < end; text++)
    counter->column += ((guchar) *text & 0xC0) != 0x80;
}

/**
 * tb_json_source_locate:
 * @self: a source
 * @places: (array length=n_places): `ordinal` is the offset of a byte; line and column are filled in
 * @n_places: how many
 *
 * Finds lines and columns in one pass over the text, up to the last of them.
 *
 * Thread: any. Cost: O(text).
 */
void
tb_json_source_locate (const TbJsonSource *self,
                       TbJsonPlace        *places,
                       gsize               n_places)
{
  g_autofree TbJsonPlace **sorted = tb_json_sort_places (places, n_places);
  g_autofree char *window = g_malloc (WINDOW_BYTES);
  Counter counter = { 1, 1 };
  gsize offset = 0;
  gsize i = 0;

  while (i < n_places)
    {
      gsize length = MIN (sorted[i]->ordinal - offset, WINDOW_BYTES);

      if (!tb_json_source_read (self, offset, window, length))
        break;
      count (&counter, window, length);
      offset += length;
      for (; i < n_places && sorted[i]->ordinal == offset; i++)
        {
          sorted[i]->line = counter.line;
          sorted[i]->column = counter.column;
        }
    }
}
