/* Unpacks archives in memory, within limits.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-problems.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  TB_ARCHIVE_NONE,
  TB_ARCHIVE_GZIP,
  TB_ARCHIVE_ZIP,
} TbArchiveKind;

/* What an archive may become; see tb-limits.h. */
typedef struct
{
  guint64 n_bytes;
  guint64 n_free_bytes;
  guint   ratio;
  guint   n_files;
} TbArchiveLimits;

/* A file of an archive. */
typedef struct
{
  char   *name;   /* UTF-8, relative, with slashes; "" in a .gz */
  GBytes *bytes;
} TbArchiveFile;

TbArchiveKind  tb_archive_sniff   (GBytes                *bytes);
/* (element-type TbArchiveFile). NULL: reported, or cancelled. @limits NULL: those of tb-limits.h. */
GPtrArray     *tb_archive_unpack  (GBytes                *bytes,
                                   const TbArchiveLimits *limits,
                                   TbProblems            *problems,
                                   GCancellable          *cancellable) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
