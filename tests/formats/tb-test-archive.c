/* Archives made for tests, by libarchive itself.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-test-archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

/* What the bytes around the content may take. */
#define ROOM_BYTES (1u << 16)

static void
set_up_gzip (struct archive      *archive,
             const TbTestArchive *options)
{
  archive_write_add_filter_gzip (archive);
  archive_write_set_format_raw (archive);
  /* The same bytes whenever it is made. */
  archive_write_set_filter_option (archive, "gzip", "timestamp", NULL);
  if (options->is_stored)
    archive_write_set_filter_option (archive, "gzip", "compression-level", "0");
}

static void
set_up_zip (struct archive      *archive,
            const TbTestArchive *options)
{
  archive_write_set_format_zip (archive);
  if (options->is_stored)
    archive_write_zip_set_compression_store (archive);
  if (options->passphrase != NULL)
    {
      g_assert_cmpint (archive_write_set_format_option (archive, "zip", "encryption", "traditional"), ==, ARCHIVE_OK);
      archive_write_set_passphrase (archive, options->passphrase);
    }
}

static void
add_file (struct archive   *archive,
          const TbTestFile *file)
{
  struct archive_entry *entry = archive_entry_new ();
  gsize length = strlen (file->text);

  archive_entry_set_pathname (entry, file->name);
  archive_entry_set_filetype (entry, g_str_has_suffix (file->name, "/") ? AE_IFDIR : AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) length);
  g_assert_cmpint (archive_write_header (archive, entry), >=, ARCHIVE_WARN);
  g_assert_cmpint (archive_write_data (archive, file->text, length), ==, length);
  archive_entry_free (entry);
}

/**
 * tb_test_archive_make:
 * @options: what it is to be
 *
 * Returns: (transfer full): the archive
 */
GBytes *
tb_test_archive_make (const TbTestArchive *options)
{
  struct archive *archive = archive_write_new ();
  gsize used = 0, room = ROOM_BYTES;
  char *buffer;

  for (gsize i = 0; i < options->n_files; i++)
    room += strlen (options->files[i].text) + ROOM_BYTES / 16;
  buffer = g_malloc (room);

  if (options->is_gzip)
    set_up_gzip (archive, options);
  else
    set_up_zip (archive, options);
  archive_write_set_bytes_in_last_block (archive, 1);
  g_assert_cmpint (archive_write_open_memory (archive, buffer, room, &used), ==, ARCHIVE_OK);
  for (gsize i = 0; i < options->n_files; i++)
    add_file (archive, &options->files[i]);
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);

  return g_bytes_new_take (buffer, used);
}
