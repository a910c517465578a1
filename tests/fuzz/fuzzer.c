/* What libFuzzer needs beside a target, in place of replay.c.
 *
 * Bytes changed at random are rarely JSON, so that half of the changes are of
 * whole values: one is left out, repeated, or another put in its place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>
#include <signal.h>
#include <string.h>

int   LLVMFuzzerInitialize    (int          *argc,
                               char       ***argv);
gsize LLVMFuzzerCustomMutator (guint8       *data,
                               gsize         size,
                               gsize         max_size,
                               unsigned int  seed);
/* Of libFuzzer. */
gsize LLVMFuzzerMutate        (guint8       *data,
                               gsize         size,
                               gsize         max_size);

static const char *const values[] = {
  "null", "true", "0", "-1", "0.50", "1e300", "99999999999999999999", "\"\"", "\"2020\"", "\"2020-Q1\"", "[]", "{}",
  ":", "..",
};

typedef struct
{
  gsize start;
  gsize length;
} Span;

static void
fail (int signal_number)
{
  raise (SIGABRT);
}

/* g_error() ends with a trap, which libFuzzer does not take for a fault. */
int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  signal (SIGTRAP, fail);
  return 0;
}

static gsize
skip_string (const guint8 *data,
             gsize         size,
             gsize         i)
{
  for (i++; i < size && data[i] != '"'; i++)
    i += data[i] == '\\';

  return MIN (i + 1, size);
}

/* Behind the value that begins at @i: a string, a container, or up to a separator. */
static gsize
skip_value (const guint8 *data,
            gsize         size,
            gsize         i)
{
  gsize depth = 0;

  do
    {
      if (data[i] == '"')
        {
          i = skip_string (data, size, i);
          continue;
        }
      if (data[i] == '[' || data[i] == '{')
        depth++;
      else if ((data[i] == ']' || data[i] == '}') && depth > 0)
        depth--;
      else if (depth == 0 && strchr (",;:\t\n]}", data[i]) != NULL)
        return i;
      i++;
    }
  while (i < size && (depth > 0 || strchr ("\"]}", data[i - 1]) == NULL));

  return i;
}

/* A value that begins behind a separator, somewhere. */
static Span
choose (const guint8 *data,
        gsize         size,
        GRand        *random)
{
  gsize i = (gsize) g_rand_int_range (random, 0, (gint32) size);

  while (i > 0 && (data[i - 1] == '\0' || strchr (",;:\t\n[{", data[i - 1]) == NULL))
    i--;

  return (Span) { i, skip_value (data, size, i) - i };
}

static void
change (GString *text,
        GRand   *random)
{
  const guint8 *data = (const guint8 *) text->str;
  Span span = choose (data, text->len, random);
  Span other = choose (data, text->len, random);
  g_autofree char *copy = g_strndup (text->str + other.start, other.length);
  int what = g_rand_int_range (random, 0, 4);

  if (what == 0 && text->str[span.start + span.length] == ',')
    span.length++;
  if (what != 1)
    g_string_erase (text, (gssize) span.start, (gssize) span.length);
  if (what == 1)
    g_string_insert_c (text, (gssize) span.start, ',');
  if (what == 1 || what == 2)
    g_string_insert (text, (gssize) span.start, copy);
  else if (what == 3)
    g_string_insert (text, (gssize) span.start, values[g_rand_int_range (random, 0, G_N_ELEMENTS (values))]);
}

gsize
LLVMFuzzerCustomMutator (guint8       *data,
                         gsize         size,
                         gsize         max_size,
                         unsigned int  seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GString) text = g_string_new_len ((const char *) data, (gssize) size);

  if (size == 0 || g_rand_boolean (random))
    return LLVMFuzzerMutate (data, size, max_size);

  change (text, random);
  size = MIN (text->len, max_size);
  memcpy (data, text->str, size);
  return size;
}
