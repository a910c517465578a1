/* Tells the documents of office programs, which are archives of parts.
 *
 * Those of today are .zip files: their directory names the parts (ISO/IEC 29500-2,
 * ISO/IEC 26300-3). Those of before 2007 are compound files, with a directory too
 * ([MS-CFB], sections 2.2 and 2.6). Neither is unpacked to be told.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-file-kind-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A .zip ends with a record of 22 bytes and a comment of up to 65,535. */
#define ZIP_END_BYTES 22
#define ZIP_COMMENT_BYTES 65535

/* Parts whose names are looked at; a document has dozens. */
#define MOST_PARTS 4096

#define COMPOUND_HEADER_BYTES 512
#define COMPOUND_ENTRY_BYTES 128
#define MOST_COMPOUND_ENTRIES 32

typedef struct
{
  const char *name;
  const char *what;
  TbRemedy    remedy;
} Kind;

#define EXCEL N_("an Excel workbook")
#define OFFICE N_("a document of an office program")

/* The parts that make a document what it is; the last ones all of them have. */
static const Kind parts[] = {
  { "xl/workbook.xml", EXCEL, TB_REMEDY_SHEET },
  { "xl/workbook.bin", EXCEL, TB_REMEDY_SHEET },
  { "word/document.xml", N_("a Word document"), TB_REMEDY_DOCUMENT },
  { "ppt/presentation.xml", N_("a PowerPoint presentation"), TB_REMEDY_DOCUMENT },
  { "Index/Document.iwa", N_("a Numbers, Pages or Keynote document"), TB_REMEDY_SHEET },
  { "[Content_Types].xml", OFFICE, TB_REMEDY_SHEET },
  { "META-INF/manifest.xml", OFFICE, TB_REMEDY_SHEET },
};

/* What an OpenDocument file says of itself in its first part, which is not packed. */
static const Kind types[] = {
  { "application/vnd.oasis.opendocument.spreadsheet", N_("an OpenDocument spreadsheet"), TB_REMEDY_SHEET },
  { "application/vnd.oasis.opendocument.text", N_("an OpenDocument text"), TB_REMEDY_DOCUMENT },
  { "application/vnd.oasis.opendocument.", OFFICE, TB_REMEDY_DOCUMENT },
  { "application/epub+zip", N_("an electronic book (EPUB)"), TB_REMEDY_DOCUMENT },
};

/* Streams of compound files. */
static const Kind streams[] = {
  { "Workbook", EXCEL, TB_REMEDY_SHEET },
  { "Book", EXCEL, TB_REMEDY_SHEET },
  { "WordDocument", N_("a Word document"), TB_REMEDY_DOCUMENT },
  { "PowerPoint Document", N_("a PowerPoint presentation"), TB_REMEDY_DOCUMENT },
};

static guint
get_16 (const char *data)
{
  return (guint) (guchar) data[0] | (guint) (guchar) data[1] << 8;
}

static gsize
get_32 (const char *data)
{
  return (gsize) get_16 (data) | (gsize) get_16 (data + 2) << 16;
}

/* Where the directory of a .zip begins; @length: nowhere. */
static gsize
find_directory (const char *data,
                gsize       length)
{
  const gsize last = length - ZIP_END_BYTES;
  const gsize first = last > ZIP_COMMENT_BYTES ? last - ZIP_COMMENT_BYTES : 0;

  for (gsize at = last + 1; at-- > first;)
    {
      if (memcmp (data + at, "PK\005\006", 4) == 0)
        return MIN (get_32 (data + at + 16), length);
    }

  return length;
}

static const Kind *
find_by_name (const Kind *kinds,
              gsize       n_kinds,
              const char *name,
              gsize       length)
{
  for (gsize i = 0; i < n_kinds; i++)
    {
      if (strlen (kinds[i].name) == length && memcmp (kinds[i].name, name, length) == 0)
        return &kinds[i];
    }

  return NULL;
}

static const Kind *
find_in_directory (const char *data,
                   gsize       length)
{
  const Kind *found = NULL;
  gsize at = find_directory (data, length);

  for (guint i = 0; i < MOST_PARTS && length - at >= 46 && memcmp (data + at, "PK\001\002", 4) == 0; i++)
    {
      const gsize n_name = get_16 (data + at + 28);
      const gsize n = 46 + n_name + get_16 (data + at + 30) + get_16 (data + at + 32);
      const Kind *kind;

      if (n > length - at)
        break;
      kind = find_by_name (parts, G_N_ELEMENTS (parts), data + at + 46, n_name);
      found = kind != NULL && (found == NULL || kind < found) ? kind : found;
      at += n;
    }

  return found;
}

static const Kind *
find_type (const char *data,
           gsize       length)
{
  const gsize skipped = 30 + get_16 (data + 26) + get_16 (data + 28);

  if (skipped >= length || get_16 (data + 26) != strlen ("mimetype") || length < 38
      || memcmp (data + 30, "mimetype", strlen ("mimetype")) != 0)
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      if (tb_bytes_begin_with (data + skipped, length - skipped, types[i].name, strlen (types[i].name)))
        return &types[i];
    }

  return NULL;
}

/* A name of an entry: UTF-16 with a zero, and behind 64 bytes its length with that. */
static gboolean
is_called (const char *entry,
           const char *name)
{
  const gsize n = strlen (name);

  if (get_16 (entry + 64) != 2 * (n + 1))
    return FALSE;
  for (gsize i = 0; i < n; i++)
    {
      if (get_16 (entry + 2 * i) != (guchar) name[i])
        return FALSE;
    }

  return TRUE;
}

/* The directory's first sectors, which mostly lie together. */
static const Kind *
find_stream (const char *data,
             gsize       length)
{
  const guint shift = get_16 (data + 30);
  gsize at;

  if (shift < 7 || shift > 16)
    return NULL;
  at = (get_32 (data + 48) + 1) << shift;
  for (guint i = 0; i < MOST_COMPOUND_ENTRIES && at < length && length - at >= COMPOUND_ENTRY_BYTES; i++)
    {
      for (gsize k = 0; k < G_N_ELEMENTS (streams); k++)
        if (is_called (data + at, streams[k].name))
          return &streams[k];
      at += COMPOUND_ENTRY_BYTES;
    }

  return NULL;
}

gboolean
tb_file_kind_is_archive (const char *data,
                         gsize       length)
{
  return tb_bytes_begin_with (data, length, "\x1f\x8b", 2) || tb_bytes_begin_with (data, length, "PK\003\004", 4)
         || tb_bytes_begin_with (data, length, "PK\005\006", 4);
}

const char *
tb_file_kind_find_office (const char *data,
                          gsize       length,
                          TbRemedy   *out_remedy)
{
  const Kind *kind = NULL;

  *out_remedy = TB_REMEDY_SHEET;
  if (tb_bytes_begin_with (data, length, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8))
    {
      kind = length >= COMPOUND_HEADER_BYTES ? find_stream (data, length) : NULL;
      if (kind == NULL)
        return OFFICE;
    }
  else if (tb_bytes_begin_with (data, length, "PK\003\004", 4) && length >= 30 + ZIP_END_BYTES)
    {
      kind = find_type (data, length);
      if (kind == NULL)
        kind = find_in_directory (data, length);
    }
  if (kind == NULL)
    return NULL;

  *out_remedy = kind->remedy;
  return kind->what;
}
