/* Unpacks archives in memory, within limits.
 *
 * An archive is not trusted: it may be a bomb that unpacks to far more than it
 * is, its names may lead elsewhere, and what is damaged must not look like
 * figures. Nothing of it is written to a disk.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-archive.h"

#include "tb-limits.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

/* Unpacked between two looks at the limits and the cancellable. */
#define CHUNK_BYTES (256u << 10)

/* A gzip member is at least a header of 10 bytes and a trailer of 8 (RFC 1952). */
#define GZIP_LEAST_BYTES 18
#define GZIP_TRAILER_BYTES 8

static const TbArchiveLimits default_limits = {
  .n_bytes = TB_LIMIT_ARCHIVE_BYTES,
  .n_free_bytes = TB_LIMIT_ARCHIVE_FREE_BYTES,
  .ratio = TB_LIMIT_ARCHIVE_RATIO,
  .n_files = TB_LIMIT_FILES,
};

typedef struct
{
  GBytes                *bytes;
  TbArchiveKind          kind;
  const TbArchiveLimits *limits;
  TbProblems            *problems;
  GCancellable          *cancellable;
  struct archive        *archive;
  GPtrArray             *files;
  GHashTable            *names;    /* of @files, a set */
  guint64                n_bytes;  /* unpacked so far */
} Unpacking;

static void
free_file (gpointer data)
{
  TbArchiveFile *file = data;

  g_free (file->name);
  g_clear_pointer (&file->bytes, g_bytes_unref);
  g_free (file);
}

static void
clear_unpacking (Unpacking *self)
{
  g_clear_pointer (&self->archive, archive_read_free);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_hash_table_unref (self->names);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Unpacking, clear_unpacking)

/**
 * tb_archive_sniff:
 * @bytes: the content of a file
 *
 * Tells an archive from its first bytes (RFC 1952, section 2.3.1; PKWARE's
 * APPNOTE.TXT, sections 4.3.7 and 4.3.16).
 *
 * Thread: any.
 *
 * Returns: what it is
 */
TbArchiveKind
tb_archive_sniff (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (length >= 2 && memcmp (data, "\x1f\x8b", 2) == 0)
    return TB_ARCHIVE_GZIP;
  if (length >= 4 && (memcmp (data, "PK\003\004", 4) == 0 || memcmp (data, "PK\005\006", 4) == 0))
    return TB_ARCHIVE_ZIP;

  return TB_ARCHIVE_NONE;
}

static void
fail (Unpacking  *self,
      const char *message)
{
  tb_problems_add (self->problems, TB_SEVERITY_ERROR, 0, 0, "", "%s", message);
}

static void
fail_damaged (Unpacking *self)
{
  const char *detail = archive_error_string (self->archive);
  g_autofree char *valid = g_utf8_make_valid (detail != NULL ? detail : "", -1);
  g_autofree char *lower = g_ascii_strdown (valid, -1);

  if (strstr (lower, "truncated") != NULL || (self->kind == TB_ARCHIVE_ZIP && strstr (lower, "unrecognized") != NULL))
    fail (self, _("the archive ends too early; expected the whole of it"));
  else
    tb_problems_add (self->problems, TB_SEVERITY_ERROR, 0, 0, "",
                     _("the archive is damaged or of a kind that is not read (%s); expected a sound .zip or .gz"),
                     lower);
}

/* Of a .gz the filter is the archive, and what is inside is taken as it is. A .zip is
 * read by the directory at its end: without that, files could be missing unseen. */
static gboolean
open_archive (Unpacking *self)
{
  gsize length;
  const void *data = g_bytes_get_data (self->bytes, &length);

  self->archive = archive_read_new ();
  if (self->kind == TB_ARCHIVE_GZIP)
    {
      archive_read_support_filter_gzip (self->archive);
      archive_read_support_format_raw (self->archive);
      archive_read_support_format_empty (self->archive);
    }
  else
    {
      archive_read_support_format_zip_seekable (self->archive);
    }
  if (archive_read_open_memory (self->archive, data, length) == ARCHIVE_OK)
    return TRUE;

  fail_damaged (self);
  return FALSE;
}

static gboolean
check_size (Unpacking *self)
{
  if (self->n_bytes > self->limits->n_bytes)
    {
      tb_problems_add (self->problems, TB_SEVERITY_ERROR, 0, 0, "",
                       _("the archive unpacks to more than %" PRIu64 " MB; expected a smaller one"),
                       self->limits->n_bytes >> 20);
      return FALSE;
    }
  if (self->n_bytes > self->limits->n_free_bytes
      && self->n_bytes / self->limits->ratio > g_bytes_get_size (self->bytes))
    {
      tb_problems_add (
          self->problems, TB_SEVERITY_ERROR, 0, 0, "",
          _("the archive unpacks to more than %u times its size; expected figures, which do not shrink so much"),
          self->limits->ratio);
      return FALSE;
    }

  return !g_cancellable_is_cancelled (self->cancellable);
}

static GBytes *
unpack_data (Unpacking *self)
{
  g_autoptr (GByteArray) array = g_byte_array_new ();
  gssize n;

  do
    {
      gsize length = array->len;

      if (length > G_MAXUINT - CHUNK_BYTES)
        {
          self->n_bytes = G_MAXUINT64;
          check_size (self);
          return NULL;
        }
      g_byte_array_set_size (array, (guint) (length + CHUNK_BYTES));
      n = archive_read_data (self->archive, array->data + length, CHUNK_BYTES);
      g_byte_array_set_size (array, (guint) (length + (gsize) MAX (n, 0)));
      if (n < 0)
        {
          fail_damaged (self);
          return NULL;
        }
      self->n_bytes += (guint64) n;
      if (!check_size (self))
        return NULL;
    }
  while (n > 0);

  return g_byte_array_free_to_bytes (g_steal_pointer (&array));
}

/* CRC-32 of RFC 1952, section 8, four bits at a time. */
static guint32
sum_crc (const guint8 *data,
         gsize         length)
{
  static const guint32 table[16] = {
    0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac, 0x76dc4190, 0x6b6b51f4, 0x4db26158, 0x5005713c,
    0xedb88320, 0xf00f9344, 0xd6d6a3e8, 0xcb61b38c, 0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c,
  };
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= data[i];
      crc = crc >> 4 ^ table[crc & 15];
      crc = crc >> 4 ^ table[crc & 15];
    }

  return ~crc;
}

static guint32
get_little_endian (const guint8 *p)
{
  return (guint32) p[0] | (guint32) p[1] << 8 | (guint32) p[2] << 16 | (guint32) p[3] << 24;
}

/* libarchive does not compare the checksum of a .gz: a digit that fell over would be
 * read as another figure. */
static gboolean
check_gzip (Unpacking *self,
            GBytes    *unpacked)
{
  gsize length, n;
  const guint8 *data = g_bytes_get_data (self->bytes, &length);
  const guint8 *content = g_bytes_get_data (unpacked, &n);
  const guint8 *trailer = data + length - GZIP_TRAILER_BYTES;

  if (length >= GZIP_LEAST_BYTES && get_little_endian (trailer) == sum_crc (content, n)
      && get_little_endian (trailer + 4) == (guint32) n)
    return TRUE;

  fail (self, _("the checksum of the archive does not fit its content; expected an undamaged .gz of one file"));
  return FALSE;
}

/* A name as it is, or as near as its bytes allow. */
static char *
dup_name (struct archive_entry *entry)
{
  const char *name = archive_entry_pathname_utf8 (entry);

  if (name == NULL)
    name = archive_entry_pathname (entry);

  return g_utf8_make_valid (name != NULL ? name : "", -1);
}

static gboolean
leads_out (const char *name)
{
  g_auto (GStrv) steps = g_strsplit_set (name, "/\\", -1);

  if (*name == '/' || *name == '\\' || (g_ascii_isalpha (name[0]) && name[1] == ':'))
    return TRUE;

  return g_strv_contains ((const char *const *) steps, "..");
}

static gboolean
check_entry (Unpacking            *self,
             struct archive_entry *entry,
             const char           *name)
{
  if (archive_entry_is_encrypted (entry))
    {
      fail (self, _("the archive is encrypted; expected one that opens without a password"));
      return FALSE;
    }
  if (leads_out (name))
    {
      tb_problems_add (self->problems, TB_SEVERITY_ERROR, 0, 0, "",
                       _("the name “%s” in the archive leads out of it; expected names inside"), name);
      return FALSE;
    }
  if (self->files->len >= self->limits->n_files)
    {
      tb_problems_add (self->problems, TB_SEVERITY_ERROR, 0, 0, "",
                       _("more than %u files in the archive; expected fewer"), self->limits->n_files);
      return FALSE;
    }
  if (g_hash_table_contains (self->names, name))
    {
      tb_problems_add (self->problems, TB_SEVERITY_ERROR, 0, 0, "",
                       _("“%s” is in the archive twice; expected each file once"), name);
      return FALSE;
    }

  return TRUE;
}

static gboolean
unpack_entry (Unpacking            *self,
              struct archive_entry *entry)
{
  g_autofree char *name = self->kind == TB_ARCHIVE_ZIP ? dup_name (entry) : g_strdup ("");
  GBytes *bytes;
  TbArchiveFile *file;

  if (!check_entry (self, entry, name))
    return FALSE;
  if (self->kind == TB_ARCHIVE_ZIP && archive_entry_filetype (entry) != AE_IFREG)
    {
      if (archive_entry_filetype (entry) != AE_IFDIR)
        tb_problems_add (self->problems, TB_SEVERITY_WARNING, 0, 0, "",
                         _("“%s” is a link and not followed; expected a file"), name);
      return TRUE;
    }

  bytes = unpack_data (self);
  if (bytes == NULL)
    return FALSE;

  file = g_new0 (TbArchiveFile, 1);
  file->name = g_steal_pointer (&name);
  file->bytes = bytes;
  g_ptr_array_add (self->files, file);
  g_hash_table_add (self->names, file->name);
  return self->kind == TB_ARCHIVE_ZIP || check_gzip (self, bytes);
}

/* FALSE: reported, or cancelled. */
static gboolean
unpack_entries (Unpacking *self)
{
  struct archive_entry *entry;
  int result;

  while ((result = archive_read_next_header (self->archive, &entry)) != ARCHIVE_EOF)
    {
      if (result < ARCHIVE_WARN)
        {
          fail_damaged (self);
          return FALSE;
        }
      if (!unpack_entry (self, entry))
        return FALSE;
    }

  /* gzip in gzip: libarchive unpacks all there is. The last filter is "none". */
  if (self->kind == TB_ARCHIVE_GZIP && archive_filter_count (self->archive) > 2)
    {
      fail (self, _("an archive inside an archive; expected a file of figures in it"));
      return FALSE;
    }

  return TRUE;
}

/* It begins with its end, which libarchive does not take for an archive. */
static gboolean
is_empty_zip (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return length >= 4 && memcmp (data, "PK\005\006", 4) == 0;
}

/**
 * tb_archive_unpack:
 * @bytes: the content of a .zip or .gz
 * @limits: (nullable): what it may become; %NULL for those of tb-limits.h
 * @problems: where it is told why it cannot be unpacked
 * @cancellable: (nullable): stops it
 *
 * Unpacks all files of an archive into memory. Links are told and left out.
 *
 * Thread: any.
 *
 * Returns: (transfer full) (nullable) (element-type TbArchiveFile): the files, in
 *   the order of the archive; %NULL with an error reported, or cancelled
 */
GPtrArray *
tb_archive_unpack (GBytes                *bytes,
                   const TbArchiveLimits *limits,
                   TbProblems            *problems,
                   GCancellable          *cancellable)
{
  g_auto (Unpacking) self = {
    .bytes = bytes,
    .kind = tb_archive_sniff (bytes),
    .limits = limits != NULL ? limits : &default_limits,
    .problems = problems,
    .cancellable = cancellable,
    .files = g_ptr_array_new_with_free_func (free_file),
    .names = g_hash_table_new (g_str_hash, g_str_equal),
  };

  if (is_empty_zip (bytes))
    return g_steal_pointer (&self.files);

  return open_archive (&self) && unpack_entries (&self) ? g_steal_pointer (&self.files) : NULL;
}
