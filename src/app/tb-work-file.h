/* Saved work as a file: found, read and written in threads.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-work.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define TB_WORK_SUFFIX ".tongbi-chart.json"

/**
 * TbWorkFound:
 * @file: what was read
 * @work: (nullable): what the file holds; %NULL where it is none of ours
 * @digest: (nullable): what tells the file from later ones
 * @files: (element-type GFile): whose figures it shows
 * @missing: (nullable): the first of them that is not there
 * @is_recovered: whether @file was kept for the case of a crash
 * @document: (nullable): of recovered work: the file that it is saved in
 * @saved: (nullable): what @document holds
 *
 * What came of reading a file that may be saved work.
 */
typedef struct
{
  GFile     *file;
  TbWork    *work;
  char      *digest;
  GPtrArray *files;
  GFile     *missing;
  gboolean   is_recovered;
  GFile     *document;
  TbWork    *saved;
} TbWorkFound;

void         tb_work_found_free           (TbWorkFound          *self);

void         tb_work_file_find_async      (GFile                *file,
                                           gboolean              is_recovered,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
TbWorkFound *tb_work_file_find_finish     (GAsyncResult         *result,
                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* In place of the digest of a file that was written since it was read. */
#define TB_WORK_FILE_CHANGED "changed"

void         tb_work_file_digest_async    (GFile *const         *files,
                                           gsize                 n_files,
                                           char *const          *stamps,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
/* One for each file; "" where it could not be read. NULL: cancelled. */
/* Whether it is the SHA-256 of a file. */
gboolean     tb_work_file_is_digest       (const char           *digest);
GStrv        tb_work_file_digest_finish   (GAsyncResult         *result,
                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;

void         tb_work_file_save_async      (GFile                *file,
                                           TbWork               *work,
                                           const char           *replaced,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
/* The work as it was written, and what tells the file from later ones. */
TbWork      *tb_work_file_save_finish     (GAsyncResult         *result,
                                           char                **out_digest,
                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbWorkFound, tb_work_found_free)

G_END_DECLS
