/* Names of the subsets of fonts in a PDF.
 *
 * A subset's name begins with six letters of its own (ISO 32000-1, 9.6.4). Cairo
 * makes them of the numbers of glyphs, and those of a cut font depend on what
 * else was cut of it; so they are made again, of the document.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-export-private.h"

#include <string.h>

#define TAG_LETTERS 6

static char *
find_tag (char       *data,
          gsize       length,
          const char *key)
{
  gsize n = strlen (key);

  for (char *p = memmem (data, length, key, n); p != NULL; p = memmem (p, length - (gsize) (p - data), key, n))
    {
      p += n;
      if ((gsize) (p - data) + TAG_LETTERS < length && p[TAG_LETTERS] == '+' &&
          strspn (p, G_CSET_A_2_Z) == TAG_LETTERS)
        return p;
    }

  return NULL;
}

/* Places of all tags, each of which stands in some objects. */
static GPtrArray *
find_tags (char  *data,
           gsize  length)
{
  static const char *const keys[] = { "/BaseFont /", "/FontName /" };
  GPtrArray *tags = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gsize at = 0;

      for (char *p = find_tag (data, length, keys[i]); p != NULL; p = find_tag (data + at, length - at, keys[i]))
        {
          g_ptr_array_add (tags, p);
          at = (gsize) (p - data) + TAG_LETTERS;
        }
    }

  return tags;
}

static guint
find_same (GHashTable *numbers,
           const char *tag)
{
  g_autofree char *text = g_strndup (tag, TAG_LETTERS);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, text));

  if (number == 0)
    {
      number = g_hash_table_size (numbers) + 1;
      g_hash_table_insert (numbers, g_steal_pointer (&text), GUINT_TO_POINTER (number));
    }

  return number;
}

static void
write_tag (char       *tag,
           const char *document,
           guint       number)
{
  g_autofree char *text = g_strdup_printf ("%s %u", document, number);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_MD5, text, -1);

  for (int i = 0; i < TAG_LETTERS; i++)
    tag[i] = (char) ('A' + g_ascii_xdigit_value (hash[2 * i]) + g_ascii_xdigit_value (hash[2 * i + 1]) % 10);
}

/**
 * tb_pdf_rename_subsets:
 * @data: (inout): a file by Cairo, version 1.4; a NUL follows it
 * @length: its bytes
 *
 * Gives the subsets of fonts names that depend on the file alone.
 */
void
tb_pdf_rename_subsets (char  *data,
                       gsize  length)
{
  g_autoptr (GPtrArray) tags = find_tags (data, length);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree guint *number = g_new0 (guint, tags->len + 1);
  g_autofree char *document = NULL;

  for (guint i = 0; i < tags->len; i++)
    number[i] = find_same (numbers, tags->pdata[i]);
  for (guint i = 0; i < tags->len; i++)
    memset (tags->pdata[i], 'A', TAG_LETTERS);
  document = g_compute_checksum_for_data (G_CHECKSUM_MD5, (const guchar *) data, length);
  for (guint i = 0; i < tags->len; i++)
    write_tag (tags->pdata[i], document, number[i]);
}
