/* Files that are read into one dataset, with what the user said about them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-reader.h"

G_BEGIN_DECLS

#define TB_TYPE_IMPORT (tb_import_get_type ())
G_DECLARE_FINAL_TYPE (TbImport, tb_import, TB, IMPORT, GObject)

TbImport    *tb_import_new             (GFile *const         *files,
                                        gsize                 n_files) G_GNUC_WARN_UNUSED_RESULT;
/* The same files, and what was found out about them so far. */
TbImport    *tb_import_copy            (TbImport             *self) G_GNUC_WARN_UNUSED_RESULT;
gsize        tb_import_get_n_files     (TbImport             *self);
GFile       *tb_import_get_file        (TbImport             *self,
                                        gsize                 i);
/* What tell the files from later ones, as they were before they were read last: of
 * tb_related_file_dup_stamp(), "" where there is none. NULL: not read. */
char *const *tb_import_get_stamps      (TbImport             *self);
/* Of one file its name, of several how many there are. */
char        *tb_import_dup_name        (TbImport             *self) G_GNUC_WARN_UNUSED_RESULT;

/* Reads in a thread, with @profile, or where that is NULL with what is kept for
 * files of the shape. One at a time. */
void         tb_import_read_async      (TbImport             *self,
                                        TbProfile            *profile,
                                        TbProgressFunc        progress,
                                        gpointer              user_data_of_progress,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
/* FALSE: cancelled, and nothing has changed. */
gboolean     tb_import_read_finish     (TbImport             *self,
                                        GAsyncResult         *result,
                                        GError              **error);

/* What came of it last. */
TbDataset   *tb_import_get_dataset     (TbImport             *self);  /* nullable */
TbProblems  *tb_import_get_problems    (TbImport             *self);  /* nullable */
/* What the columns were taken for when the files were read first. */
const TbPlan *tb_import_get_plan       (TbImport             *self);
/* What was said about them; NULL where nothing was. */
TbProfile   *tb_import_get_profile     (TbImport             *self);
/* Whether the user is to be asked before they are opened. */
gboolean     tb_import_is_in_doubt     (TbImport             *self);
/* Whether there is anything about them that could be said otherwise. */
gboolean     tb_import_has_choices     (TbImport             *self);

/* Keeps the profile for files of the shape. */
void         tb_import_remember_async  (TbImport             *self,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gboolean     tb_import_remember_finish (TbImport             *self,
                                        GAsyncResult         *result,
                                        GError              **error);

G_END_DECLS
