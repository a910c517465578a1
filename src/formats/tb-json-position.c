/* Where in a JSON text a value stands: looked up only when there is something to report.
 *
 * The parser keeps no positions, because they would cost memory and time for
 * every value of every good file. A value is known by its ordinal among all
 * values of the text, and one scan that counts them finds any number of places.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-json-position.h"

#include <string.h>

typedef struct
{
  const char *p;
  const char *end;
  guint       line;
  const char *counted;  /* up to here the characters of the line are counted */
  guint       column;   /* column of @counted */
} Scanner;

static void
start_line (Scanner *scanner)
{
  scanner->line++;
  scanner->counted = scanner->p + 1;
  scanner->column = 1;
}

/* A file may be one line of many megabytes: nothing is counted twice. */
static guint
find_column (Scanner *scanner)
{
  scanner->column += tb_text_count_characters (scanner->counted, scanner->p);
  scanner->counted = scanner->p;

  return scanner->column;
}

/* What may stand between two values, or ends a number or a literal. */
static gboolean
is_between (char c)
{
  return c == ',' || c == ':' || c == ']' || c == '}' || c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Over a string, from its opening quote to behind the closing one. Valid JSON
 * has no line end inside. */
static void
skip_string (Scanner *scanner)
{
  const char *p = scanner->p + 1;

  while (p < scanner->end && *p != '"')
    p += *p == '\\' ? 2 : 1;

  scanner->p = MIN (p + 1, scanner->end);
}

/* Over a number or a literal. */
static void
skip_word (Scanner *scanner)
{
  while (scanner->p < scanner->end && !is_between (*scanner->p))
    scanner->p++;
}

/* To the next value, or the end. */
static gboolean
find_value (Scanner *scanner)
{
  for (; scanner->p < scanner->end; scanner->p++)
    {
      if (*scanner->p == '\n')
        start_line (scanner);
      else if (!is_between (*scanner->p))
        return TRUE;
    }

  return FALSE;
}

static void
skip_value_start (Scanner *scanner)
{
  if (*scanner->p == '"')
    skip_string (scanner);
  else if (*scanner->p == '[' || *scanner->p == '{')
    scanner->p++;
  else
    skip_word (scanner);
}

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const TbJsonPlace *const *place_a = a;
  const TbJsonPlace *const *place_b = b;

  return ((*place_a)->ordinal > (*place_b)->ordinal) - ((*place_a)->ordinal < (*place_b)->ordinal);
}

/**
 * tb_json_sort_places:
 * @places: (array length=n_places): places
 * @n_places: how many
 *
 * Returns: (transfer container) (array length=n_places): the places by ascending ordinals
 */
TbJsonPlace **
tb_json_sort_places (TbJsonPlace *places,
                     gsize        n_places)
{
  TbJsonPlace **sorted = g_new (TbJsonPlace *, n_places);

  for (gsize i = 0; i < n_places; i++)
    sorted[i] = &places[i];
  g_sort_array (sorted, n_places, sizeof *sorted, compare_places, NULL);

  return sorted;
}

/**
 * tb_json_locate_values:
 * @text: (array length=length): a valid JSON text, without byte order mark
 * @length: its bytes
 * @places: (array length=n_places): ordinals of values in any order; the line
 *   and column of each are filled in
 * @n_places: how many
 *
 * Finds where values begin, all of them in one scan of the text.
 *
 * Thread: any. Cost: O(@length).
 */
void
tb_json_locate_values (const char  *text,
                       gsize        length,
                       TbJsonPlace *places,
                       gsize        n_places)
{
  g_autofree TbJsonPlace **sorted = tb_json_sort_places (places, n_places);
  Scanner scanner = { .p = text, .end = text + length, .line = 1, .counted = text, .column = 1 };
  gsize ordinal = 0;
  gsize i = 0;

  while (i < n_places && find_value (&scanner))
    {
      for (; i < n_places && sorted[i]->ordinal == ordinal; i++)
        {
          sorted[i]->line = scanner.line;
          sorted[i]->column = find_column (&scanner);
        }
      skip_value_start (&scanner);
      ordinal++;
    }
}

/**
 * tb_json_find_offset:
 * @text: (array length=length): a valid JSON text, without byte order mark
 * @length: its bytes
 * @ordinal: which value, keys counted, from 0
 *
 * Thread: any. Cost: O(@length).
 *
 * Returns: the value's first byte; @length where there is no such value
 */
gsize
tb_json_find_offset (const char *text,
                     gsize       length,
                     gsize       ordinal)
{
  Scanner scanner = { .p = text, .end = text + length, .line = 1, .counted = text, .column = 1 };

  for (gsize i = 0; find_value (&scanner); i++)
    {
      if (i == ordinal)
        return (gsize) (scanner.p - text);
      skip_value_start (&scanner);
    }

  return length;
}

/**
 * tb_json_find_ordinals:
 * @text: (array length=length): a valid JSON text, without byte order mark
 * @length: its bytes
 * @offsets: (array length=n): first bytes of values, in order
 * @out_ordinals: (out caller-allocates) (array length=n): which values they are
 * @n: how many
 *
 * Thread: any. Cost: O(@length).
 *
 * Returns: whether all of them are first bytes of values
 */
gboolean
tb_json_find_ordinals (const char  *text,
                       gsize        length,
                       const gsize *offsets,
                       gsize       *out_ordinals,
                       gsize        n)
{
  Scanner scanner = { .p = text, .end = text + length, .line = 1, .counted = text, .column = 1 };
  gsize found = 0;

  for (gsize ordinal = 0; found < n && find_value (&scanner); ordinal++)
    {
      if ((gsize) (scanner.p - text) == offsets[found])
        out_ordinals[found++] = ordinal;
      skip_value_start (&scanner);
    }

  return found == n;
}
