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
 * @work: (nullable): what the file holds; %NULL where it is none of ours
 * @files: (element-type GFile): whose figures it shows
 * @missing: (nullable): the first of them that is not there
 * @is_recovered: whether it was kept for the case of a crash, and never saved
 *
 * What came of reading a file that may be saved work.
 */
typedef struct
{
  TbWork    *work;
  GPtrArray *files;
  GFile     *missing;
  gboolean   is_recovered;
} TbWorkFound;

void         tb_work_found_free           (TbWorkFound          *self);

void         tb_work_file_find_async      (GFile                *file,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
TbWorkFound *tb_work_file_find_finish     (GAsyncResult         *result,
                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;

void         tb_work_file_digest_async    (GFile *const         *files,
                                           gsize                 n_files,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
/* One for each file; "" where it could not be read. NULL: cancelled. */
GStrv        tb_work_file_digest_finish   (GAsyncResult         *result,
                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;

void         tb_work_file_save_async      (GFile                *file,
                                           TbWork               *work,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean     tb_work_file_save_finish     (GAsyncResult         *result,
                                           GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbWorkFound, tb_work_found_free)

G_END_DECLS
