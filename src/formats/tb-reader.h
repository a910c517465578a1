/* Reads a file of figures into a dataset, whatever its format.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-dataset.h"
#include "tb-plan.h"
#include "tb-problems.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Called from the reading thread with 0…1. */
typedef void (*TbProgressFunc) (double fraction, gpointer user_data);

/**
 * TbReaderOptions:
 * @format: (nullable): the format's id where it is not to be told from the content
 * @profile: (nullable): what the user says about files of this shape
 * @plan: (nullable): is filled: how the file was read
 *
 * What a caller says about a file. Zero-initialise.
 */
typedef struct
{
  const char      *format;
  const TbProfile *profile;
  TbPlan          *plan;
} TbReaderOptions;

/* The ids of the formats that are read, "dataset" first. (array zero-terminated=1) (transfer container) */
const char **tb_reader_list_formats (void) G_GNUC_WARN_UNUSED_RESULT;

/* Several files, folders and archives as one dataset: the same indicators joined, conflicts
 * reported. One path is read as it is. @options is nullable. Problems name their files. */
TbDataset   *tb_reader_read_paths  (const char *const *paths,
                                    const TbReaderOptions *options,
                                    TbProblems        *problems,
                                    TbProgressFunc     progress,
                                    gpointer           user_data,
                                    GCancellable      *cancellable,
                                    GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/* @path "-" reads standard input. Problems (warnings too) go to @problems,
 * which is made for the file by the caller. NULL is returned where there was an
 * error, or with @error G_IO_ERROR_CANCELLED. Thread: any; blocks. */
TbDataset   *tb_reader_read_file   (const char      *path,
                                    const TbReaderOptions *options,
                                    TbProblems      *problems,
                                    TbProgressFunc   progress,
                                    gpointer         user_data,
                                    GCancellable    *cancellable,
                                    GError         **error) G_GNUC_WARN_UNUSED_RESULT;
TbDataset   *tb_reader_read_bytes  (GBytes          *bytes,
                                    const TbReaderOptions *options,
                                    TbProblems      *problems,
                                    TbProgressFunc   progress,
                                    gpointer         user_data,
                                    GCancellable    *cancellable,
                                    GError         **error) G_GNUC_WARN_UNUSED_RESULT;

/* The JSON grammar alone, RFC 8259 strictly. */
gboolean     tb_reader_check_syntax (GBytes         *bytes,
                                     TbProblems     *problems);

/* Reads a file into memory with the limits of tb-limits.h; the messages say
 * what a directory, an unreadable, a too large or a shrinking file is. */
GBytes      *tb_reader_load_bytes  (const char      *path,
                                    TbProblems      *problems,
                                    GCancellable    *cancellable,
                                    GError         **error) G_GNUC_WARN_UNUSED_RESULT;

/* For a main loop: the work happens in a thread; @progress is called in the
 * main context of the caller. On failure @out_problems of finish tells. Several
 * files and folders are read as one dataset. */
void         tb_reader_read_async  (GFile *const            *files,
                                    gsize                    n_files,
                                    const TbReaderOptions   *options,
                                    TbProgressFunc           progress,
                                    gpointer                 user_data_of_progress,
                                    GCancellable            *cancellable,
                                    GAsyncReadyCallback      callback,
                                    gpointer                 user_data);
/* NULL with problems listed, or NULL with @error set (cancelled). Problems are
 * given back also on success: warnings. */
TbDataset   *tb_reader_read_finish (GAsyncResult        *result,
                                    TbProblems         **out_problems,
                                    GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
