/* Several files, folders and what lies beside a file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-reader-private.h"

G_BEGIN_DECLS

/**
 * TbReaderPlace:
 * @path: (nullable): on this machine, or "-"
 * @file: (nullable): where there is no path
 *
 * Where a file or folder is.
 */
typedef struct
{
  const char *path;
  GFile      *file;
} TbReaderPlace;

/**
 * TbReaderFolder:
 * @siblings: for the readers of its files; it refers to this struct
 * @fd: −1 where it could not be opened
 *
 * An open folder.
 */
typedef struct
{
  TbReaderSiblings  siblings;
  int               fd;
  GCancellable     *cancellable;
} TbReaderFolder;

/**
 * TbReaderListing:
 * @label: of the whole, as messages show it
 * @names: (element-type utf8): of all files, with slashes where they are in folders
 * @read: reads one of them; %NULL with a problem reported, or cancelled
 * @load: brings one into memory; %NULL where there is none, or with a problem reported
 *
 * Files that are read together.
 */
typedef struct
{
  const char *label;
  GPtrArray  *names;
  TbDataset *(*read) (gpointer                user_data,
                      const char             *name,
                      const TbReaderOptions  *options,
                      const TbReaderSiblings *siblings,
                      TbProblems             *problems,
                      const TbReaderWatch    *watch);
  GBytes    *(*load) (gpointer                user_data,
                      const char             *name,
                      TbProblems             *problems);
  gpointer    user_data;
} TbReaderListing;

TbDataset *tb_reader_read_listing  (const TbReaderListing *listing,
                                    const TbReaderOptions *options,
                                    TbProblems            *problems,
                                    const TbReaderWatch   *watch,
                                    GError               **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean   tb_reader_folder_init   (TbReaderFolder        *self,
                                    const char            *path,
                                    GCancellable          *cancellable);
void       tb_reader_folder_clear  (TbReaderFolder        *self);
gboolean   tb_reader_check_sibling (const char            *name,
                                    TbProblems            *problems);
int        tb_reader_open_below    (int                    folder,
                                    const char            *name,
                                    TbProblems            *problems) G_GNUC_WARN_UNUSED_RESULT;

TbDataset *tb_reader_read_folder   (const char            *path,
                                    const TbReaderOptions *options,
                                    TbProblems            *problems,
                                    const TbReaderWatch   *watch,
                                    GError               **error) G_GNUC_WARN_UNUSED_RESULT;
TbDataset *tb_reader_read_archive  (GBytes                *bytes,
                                    const char            *name,
                                    const TbReaderOptions *options,
                                    const TbReaderSiblings *siblings,
                                    TbProblems            *problems,
                                    const TbReaderWatch   *watch,
                                    GError               **error) G_GNUC_WARN_UNUSED_RESULT;
TbDataset *tb_reader_read_places   (const TbReaderPlace   *places,
                                    gsize                  n_places,
                                    const TbReaderOptions *options,
                                    TbProblems            *problems,
                                    const TbReaderWatch   *watch,
                                    GError               **error) G_GNUC_WARN_UNUSED_RESULT;

/* A part of the progress of the whole, with the same cancellable. @self refers to itself. */
typedef struct
{
  TbReaderWatch        watch;
  const TbReaderWatch *whole;
  double               start;
  double               share;
} TbReaderShare;

void       tb_reader_share_init    (TbReaderShare         *self,
                                    const TbReaderWatch   *whole,
                                    gsize                  i,
                                    gsize                  n);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TbReaderFolder, tb_reader_folder_clear)

G_END_DECLS
