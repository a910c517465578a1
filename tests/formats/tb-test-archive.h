/* Archives made for tests.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  const char *text;
} TbTestFile;

/**
 * TbTestArchive:
 * @files: (array length=n_files): what is in it
 * @is_gzip: a .gz of the first file; else a .zip
 * @is_stored: not compressed, so that a byte can be changed without making it unreadable
 * @passphrase: (nullable): of a .zip
 *
 * How an archive is to be made.
 */
typedef struct
{
  const TbTestFile *files;
  gsize             n_files;
  gboolean          is_gzip;
  gboolean          is_stored;
  const char       *passphrase;
} TbTestArchive;

GBytes *tb_test_archive_make (const TbTestArchive *options) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
