/* Adds to a PDF what Cairo cannot write: alternative text and language.
 *
 * Cairo 1.18 knows the structure tag Figure but not its text alternative
 * (/Alt), and has no way to set the document's language (/Lang). The PDF format
 * has a way to change a finished file: an incremental update (ISO 32000-1,
 * 7.5.6), new versions of a few objects after the end, and a cross-reference
 * section for them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-export-private.h"

#include <string.h>

#define XREF_ENTRY_BYTES 20

typedef struct
{
  const char *data;
  gsize       length;
  gsize       xref;        /* offset of the table */
  const char *entries;     /* its first entry */
  guint       n_objects;
  guint       root;
  guint       info;
} PdfFile;

typedef struct
{
  GString *out;
  gsize    base;           /* bytes before @out */
  GString *xref;
} PdfUpdate;

static const char *
find (const char *data,
      gsize       length,
      const char *text)
{
  return memmem (data, length, text, strlen (text));
}

static const char *
find_last (const char *data,
           gsize       length,
           const char *text)
{
  const char *last = NULL;
  const char *p = data;

  while ((p = find (p, length - (gsize) (p - data), text)) != NULL)
    last = p++;

  return last;
}

/* The number behind a key; 0 where it is not there. */
static guint
find_number (const char *data,
             gsize       length,
             const char *key)
{
  const char *p = find (data, length, key);

  return p != NULL ? (guint) g_ascii_strtoull (p + strlen (key), NULL, 10) : 0;
}

/* Opens a file as Cairo writes it: one table of all objects, as text. The copy
 * of the bytes that this reads ends with a NUL. */
static gboolean
open_file (PdfFile    *self,
           const char *data,
           gsize       length)
{
  gsize tail = MIN (length, 64);
  const char *start = find_last (data + length - tail, tail, "startxref");
  const char *trailer;
  char *p;

  if (start == NULL)
    return FALSE;
  self->data = data;
  self->length = length;
  self->xref = (gsize) g_ascii_strtoull (start + strlen ("startxref"), NULL, 10);
  if (self->xref >= length || !g_str_has_prefix (data + self->xref, "xref\n0 "))
    return FALSE;
  self->n_objects = (guint) g_ascii_strtoull (data + self->xref + strlen ("xref\n0 "), &p, 10);
  self->entries = p + 1;
  if ((gsize) (self->entries - data) + (gsize) self->n_objects * XREF_ENTRY_BYTES > length)
    return FALSE;
  trailer = self->entries + (gsize) self->n_objects * XREF_ENTRY_BYTES;
  self->root = find_number (trailer, length - (gsize) (trailer - data), "/Root ");
  self->info = find_number (trailer, length - (gsize) (trailer - data), "/Info ");

  return self->root > 0 && self->info > 0;
}

/* The text of an object between `obj` and `endobj`; NULL where it is not one dictionary. */
static char *
dup_object (const PdfFile *self,
            guint          number)
{
  gsize offset;
  const char *start;
  const char *end;

  if (number >= self->n_objects)
    return NULL;
  offset = (gsize) g_ascii_strtoull (self->entries + (gsize) number * XREF_ENTRY_BYTES, NULL, 10);
  if (offset >= self->length)
    return NULL;
  start = find (self->data + offset, self->length - offset, "obj\n");
  end = find (self->data + offset, self->length - offset, "\nendobj");
  if (start == NULL || end == NULL || end <= start)
    return NULL;
  start += strlen ("obj\n");
  if (!g_str_has_prefix (start, "<<") || !(end[-1] == '>' && end[-2] == '>'))
    return NULL;

  return g_strndup (start, (gsize) (end - start));
}

static guint
find_figure (const PdfFile *self)
{
  for (guint i = 1; i < self->n_objects; i++)
    {
      g_autofree char *object = dup_object (self, i);

      if (object != NULL && strstr (object, "/Type /StructElem") != NULL && strstr (object, "/S /Figure") != NULL)
        return i;
    }

  return 0;
}

/* A text string in UTF-16, which holds every character. */
static void
append_text (GString    *out,
             const char *text)
{
  glong n;
  g_autofree gunichar2 *utf16 = g_utf8_to_utf16 (text, -1, NULL, &n, NULL);

  g_string_append (out, "<FEFF");
  for (glong i = 0; utf16 != NULL && i < n; i++)
    g_string_append_printf (out, "%04X", utf16[i]);
  g_string_append_c (out, '>');
}

/* Writes a new version of an object with more entries in its dictionary. */
static void
update_object (PdfUpdate  *self,
               guint       number,
               const char *object,
               const char *entries)
{
  g_string_append_printf (self->xref, "%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n", number, self->base + self->out->len);
  g_string_append_printf (self->out, "%u 0 obj\n", number);
  g_string_append_len (self->out, object, (gssize) strlen (object) - 2);
  g_string_append_printf (self->out, "%s>>\nendobj\n", entries);
}

static void
update_figure (PdfUpdate     *self,
               const PdfFile *file,
               const char    *alternative)
{
  guint number = find_figure (file);
  g_autofree char *object = dup_object (file, number);
  g_autoptr (GString) entries = g_string_new ("   /Alt ");

  if (number == 0 || object == NULL || alternative == NULL)
    return;
  append_text (entries, alternative);
  g_string_append_c (entries, '\n');
  update_object (self, number, object, entries->str);
}

static void
update_catalog (PdfUpdate     *self,
                const PdfFile *file,
                const char    *language)
{
  g_autofree char *object = dup_object (file, file->root);
  g_autoptr (GString) entries = g_string_new ("   /Version /1.7\n   /ViewerPreferences << /DisplayDocTitle true >>\n");

  if (object == NULL)
    return;
  /* A language tag has letters, digits and hyphens only. */
  if (language != NULL && strspn (language, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "-") == strlen (language))
    g_string_append_printf (entries, "   /Lang (%s)\n", language);
  update_object (self, file->root, object, entries->str);
}

/* Cairo's date lacks the D: that the format asks for; without a date to tell there is none. */
static void
update_info (PdfUpdate     *self,
             const PdfFile *file,
             gint64         created)
{
  g_autofree char *object = dup_object (file, file->info);
  g_autoptr (GDateTime) date = created != 0 ? g_date_time_new_from_unix_utc (created) : NULL;
  g_autofree char *entry = date != NULL ? g_date_time_format (date, "   /CreationDate (D:%Y%m%d%H%M%SZ)\n") : NULL;
  char *start = object != NULL ? strstr (object, "   /CreationDate (") : NULL;
  char *end = start != NULL ? strstr (start, ")\n") : NULL;

  if (end == NULL)
    return;
  memmove (start, end + 2, strlen (end + 2) + 1);
  update_object (self, file->info, object, entry != NULL ? entry : "");
}

/* The identifier of a file is a hash of it, so that equal files stay equal. */
static void
append_trailer (PdfUpdate     *self,
                const PdfFile *file)
{
  g_autofree char *id = g_compute_checksum_for_data (G_CHECKSUM_MD5, (const guchar *) file->data, file->length);
  gsize start = self->base + self->out->len;

  g_string_append_printf (self->out, "xref\n%s", self->xref->str);
  g_string_append_printf (self->out,
                          "trailer\n<< /Size %u\n   /Root %u 0 R\n   /Info %u 0 R\n   /Prev %" G_GSIZE_FORMAT
                          "\n   /ID [ <%s> <%s> ]\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          file->n_objects, file->root, file->info, file->xref, id, id, start);
}

/**
 * tb_pdf_complete:
 * @pdf: a file by Cairo, version 1.4, with one Figure tag
 * @alternative: (nullable): the figure's text alternative
 * @language: (nullable): language tag of the document
 * @created: date, Unix seconds; 0: none is told
 *
 * Adds alternative text, language and an identifier, mends the date, and names
 * the subsets of fonts anew. A file that is not laid out as Cairo does it is
 * returned as it is.
 *
 * Returns: (transfer full): the file
 */
GBytes *
tb_pdf_complete (GBytes     *pdf,
                 const char *alternative,
                 const char *language,
                 gint64      created)
{
  g_autoptr (GString) whole = g_string_new_len (g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf));
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GString) xref = g_string_new (NULL);
  PdfUpdate update = { out, whole->len, xref };
  PdfFile file = { 0 };

  if (!open_file (&file, whole->str, whole->len))
    return g_bytes_ref (pdf);
  tb_pdf_rename_subsets (whole->str, whole->len);
  update_figure (&update, &file, alternative);
  update_catalog (&update, &file, language);
  update_info (&update, &file, created);
  append_trailer (&update, &file);
  g_string_append_len (whole, out->str, (gssize) out->len);

  return g_string_free_to_bytes (g_steal_pointer (&whole));
}
