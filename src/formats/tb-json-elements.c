/* Where elements of a large array end, told by how the first one begins.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-json-elements.h"

#include <string.h>

static inline gboolean
is_space (char byte)
{
  return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
}

static gsize
skip_space (const char *text,
            gsize       i,
            gsize       length)
{
  while (i < length && is_space (text[i]))
    i++;

  return i;
}

/* Behind the first key of an object. 0: it does not end here, or has an escape, or there is none. */
static gsize
find_key_end (const char *text,
              gsize       length)
{
  const gsize start = skip_space (text, 1, length);
  const char *end;

  if (start == length || text[start] != '"')
    return 0;
  end = memchr (text + start + 1, '"', length - start - 1);

  return end != NULL && end[-1] != '\\' ? (gsize) (end - text) + 1 : 0;
}

/**
 * tb_json_head_init:
 * @self: (out caller-allocates): a head
 * @text: (array length=length): what is behind the bracket of an array
 * @length: its bytes
 *
 * Takes from the first element how all of them begin.
 *
 * Returns: whether it is an array, or an object with a short key without escapes
 */
gboolean
tb_json_head_init (TbJsonHead *self,
                   const char *text,
                   gsize       length)
{
  const gsize start = skip_space (text, 0, length);

  if (start == length)
    return FALSE;

  text += start;
  length = MIN (length - start, sizeof self->text);
  self->length = text[0] == '{' ? find_key_end (text, length) : text[0] == '[';
  memcpy (self->text, text, self->length);
  return self->length > 0;
}

/**
 * tb_json_head_find_cut:
 * @self: a head
 * @text: (array length=length): a part of an array, beginning with a bracket or comma
 * @length: its bytes
 *
 * Finds the last element that begins in a text. It may be one that is deeper
 * inside, or that stands in a string.
 *
 * Returns: the comma before it; 0 where there is none
 */
gsize
tb_json_head_find_cut (const TbJsonHead *self,
                       const char       *text,
                       gsize             length)
{
  const char *comma = text + length;

  while ((comma = memrchr (text, ',', (gsize) (comma - text))) != NULL && comma > text)
    {
      const gsize start = skip_space (text, (gsize) (comma - text) + 1, length);

      if (length - start >= self->length && memcmp (text + start, self->text, self->length) == 0)
        return (gsize) (comma - text);
    }

  return 0;
}

/* The quote that begins the string which ends at @end; 0 where it is not there. */
static gsize
find_string_start (const char *text,
                   gsize       end)
{
  const char *quote = text + end;

  while ((quote = memrchr (text, '"', (gsize) (quote - text))) != NULL)
    {
      const char *p = quote;

      while (p > text && p[-1] == '\\')
        p--;
      if ((quote - p) % 2 == 0)
        return (gsize) (quote - text);
    }

  return 0;
}

/**
 * tb_json_find_closing:
 * @text: (array length=length): the end of a JSON text
 * @length: its bytes
 * @places: (out caller-allocates) (array length=n_places): where the brackets are
 * @n_places: how many there is room for
 *
 * Finds the brackets that close what was opened before this part of the text, from
 * its end backwards, where it is known that no string is open.
 *
 * Returns: how many there are, the outermost first; 0 where there is no room for them
 */
gsize
tb_json_find_closing (const char *text,
                      gsize       length,
                      gsize      *places,
                      gsize       n_places)
{
  gsize n = 0;

  for (gsize i = length; i-- > 0;)
    {
      if (text[i] == '"')
        {
          i = find_string_start (text, i);
        }
      else if (text[i] == ']' || text[i] == '}')
        {
          if (n == n_places)
            return 0;
          places[n++] = i;
        }
      else if (text[i] == '[' || text[i] == '{')
        {
          /* More is opened than closed: it is no JSON. */
          if (n == 0)
            return 0;
          n--;
        }
    }

  return n;
}
