/* ZIP archives for documents that are packages.
 *
 * An OpenDocument file begins with `mimetype`, stored, without an extra field, by
 * which programs know it (OpenDocument 1.3, part 2, 3.3). libarchive writes an
 * extra field into every header, so that the format (APPNOTE.TXT 6.3.10, sections
 * 4.3.7, 4.3.12, 4.3.16) is written here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-zip-writer.h"

#include <libdeflate.h>
#include <string.h>

#define LOCAL_HEADER 0x04034b50u
#define CENTRAL_HEADER 0x02014b50u
#define END_OF_CENTRAL 0x06054b50u

#define VERSION 20
#define METHOD_DEFLATE 8
#define NAMES_ARE_UTF8 (1u << 11)

/* 1 January 1980, the first day that the format knows: no clock is asked. */
#define FIXED_DATE (1u << 5 | 1u)

#define LEVEL 6

struct _TbZipWriter
{
  GByteArray *bytes;
  GByteArray *central;
  guint       n;
  gboolean    is_full;
};

static void
put_16 (GByteArray *bytes,
        guint       number)
{
  const guint8 data[] = { (guint8) number, (guint8) (number >> 8) };

  g_byte_array_append (bytes, data, sizeof data);
}

static void
put_32 (GByteArray *bytes,
        guint32     number)
{
  put_16 (bytes, number & 0xFFFF);
  put_16 (bytes, number >> 16);
}

/* What local and central headers share, from "version needed" to the length of the
 * extra field. */
static void
put_entry (GByteArray *bytes,
           guint       method,
           guint32     crc,
           gsize       packed,
           gsize       length,
           gsize       name_length)
{
  put_16 (bytes, VERSION);
  put_16 (bytes, NAMES_ARE_UTF8);
  put_16 (bytes, method);
  put_16 (bytes, 0);
  put_16 (bytes, FIXED_DATE);
  put_32 (bytes, crc);
  put_32 (bytes, (guint32) packed);
  put_32 (bytes, (guint32) length);
  put_16 (bytes, (guint) name_length);
  put_16 (bytes, 0);
}

/**
 * tb_zip_writer_new:
 *
 * Returns: (transfer full): an archive without files
 */
TbZipWriter *
tb_zip_writer_new (void)
{
  TbZipWriter *self = g_new0 (TbZipWriter, 1);

  self->bytes = g_byte_array_new ();
  self->central = g_byte_array_new ();

  return self;
}

/**
 * tb_zip_writer_free:
 * @self: an archive
 */
void
tb_zip_writer_free (TbZipWriter *self)
{
  g_clear_pointer (&self->bytes, g_byte_array_unref);
  g_clear_pointer (&self->central, g_byte_array_unref);
  g_free (self);
}

/* NULL where it would not become shorter. */
static guint8 *
deflate (const char *data,
         gsize       length,
         gsize      *out_packed)
{
  struct libdeflate_compressor *compressor = libdeflate_alloc_compressor (LEVEL);
  g_autofree guint8 *packed = g_malloc (length);

  *out_packed = libdeflate_deflate_compress (compressor, data, length, packed, length);
  libdeflate_free_compressor (compressor);

  return *out_packed > 0 ? g_steal_pointer (&packed) : NULL;
}

/**
 * tb_zip_writer_add:
 * @self: an archive
 * @name: of the file in it, with its folders
 * @data: (array length=length): its content
 * @length: bytes
 * @method: how it is packed; what does not become shorter is stored
 *
 * Adds a file.
 */
void
tb_zip_writer_add (TbZipWriter *self,
                   const char  *name,
                   const char  *data,
                   gsize        length,
                   TbZipMethod  method)
{
  gsize n_packed = 0;
  g_autofree guint8 *packed = method == TB_ZIP_DEFLATED && length > 0 ? deflate (data, length, &n_packed) : NULL;
  guint method_code = packed != NULL ? METHOD_DEFLATE : 0;
  guint32 crc = libdeflate_crc32 (0, data, length);
  gsize at = self->bytes->len;
  gsize name_length = strlen (name);

  if (packed == NULL)
    n_packed = length;
  /* Headers are far below a thousand bytes. */
  if (self->is_full || length > G_MAXINT32 || at + n_packed > G_MAXINT32)
    {
      self->is_full = TRUE;
      return;
    }
  put_32 (self->bytes, LOCAL_HEADER);
  put_entry (self->bytes, method_code, crc, n_packed, length, name_length);
  g_byte_array_append (self->bytes, (const guint8 *) name, (guint) name_length);
  g_byte_array_append (self->bytes, packed != NULL ? packed : (const guint8 *) data, (guint) n_packed);

  put_32 (self->central, CENTRAL_HEADER);
  put_16 (self->central, VERSION);
  put_entry (self->central, method_code, crc, n_packed, length, name_length);
  put_16 (self->central, 0);
  put_16 (self->central, 0);
  put_16 (self->central, 0);
  put_32 (self->central, 0);
  put_32 (self->central, (guint32) at);
  g_byte_array_append (self->central, (const guint8 *) name, (guint) name_length);
  self->n++;
}

/**
 * tb_zip_writer_finish:
 * @self: an archive
 *
 * Ends the archive, to which nothing can be added then.
 *
 * Returns: (transfer full) (nullable): its bytes; %NULL where it is over 2 GiB
 */
GBytes *
tb_zip_writer_finish (TbZipWriter *self)
{
  guint start = self->bytes->len;

  if (self->is_full)
    return NULL;
  g_byte_array_append (self->bytes, self->central->data, self->central->len);
  put_32 (self->bytes, END_OF_CENTRAL);
  put_16 (self->bytes, 0);
  put_16 (self->bytes, 0);
  put_16 (self->bytes, self->n);
  put_16 (self->bytes, self->n);
  put_32 (self->bytes, self->central->len);
  put_32 (self->bytes, start);
  put_16 (self->bytes, 0);

  return g_byte_array_free_to_bytes (g_steal_pointer (&self->bytes));
}
