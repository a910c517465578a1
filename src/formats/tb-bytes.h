/* Short runs of bytes, compared and loaded without a call.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

static inline guint64
tb_bytes_load8 (const char *text)
{
  guint64 word;

  memcpy (&word, text, sizeof word);
  return word;
}

static inline guint32
tb_bytes_load4 (const char *text)
{
  guint32 word;

  memcpy (&word, text, sizeof word);
  return word;
}

/* FNV-1a, 32 bits. */
static inline guint32
tb_bytes_hash (const char *text,
               gsize       length)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) text[i]) * 16777619u;

  return hash ^ hash >> 16;
}

static inline gboolean
tb_bytes_begin_with (const char *text,
                     gsize       length,
                     const char *prefix,
                     gsize       prefix_length)
{
  return length >= prefix_length && memcmp (text, prefix, prefix_length) == 0;
}

/* Whether two texts of that length are the same. Most are as short as a call takes. */
static inline gboolean
tb_bytes_same (const char *a,
               const char *b,
               gsize       length)
{
  if (length > 16 || length == 0)
    return memcmp (a, b, length) == 0;
  if (length >= 8)
    return tb_bytes_load8 (a) == tb_bytes_load8 (b)
           && tb_bytes_load8 (a + length - 8) == tb_bytes_load8 (b + length - 8);
  if (length >= 4)
    return tb_bytes_load4 (a) == tb_bytes_load4 (b)
           && tb_bytes_load4 (a + length - 4) == tb_bytes_load4 (b + length - 4);

  return a[0] == b[0] && a[length / 2] == b[length / 2] && a[length - 1] == b[length - 1];
}

G_END_DECLS
