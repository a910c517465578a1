/* What the readers of single formats are made of.
 *
 * A reader is a small file that tells from the content whether a file is of its
 * format, and reads it. A new one is added to the list in tb-reader.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-json-report.h"
#include "tb-reader.h"

G_BEGIN_DECLS

/* Rows that are read between two looks at the cancellable. */
#define TB_READER_STRIDE 4096

/* Who waits for a reading, and may stop it. */
typedef struct
{
  TbProgressFunc  func;        /* nullable */
  gpointer        user_data;
  GCancellable   *cancellable; /* nullable */
} TbReaderWatch;

typedef struct
{
  const TbJsonDocument *document;
  TbJsonReport         *report;
  const TbReaderWatch  *watch;
} TbReaderInput;

typedef struct
{
  gboolean   (*sniff) (const TbReaderInput *input);
  TbDataset *(*read)  (const TbReaderInput *input);  /* NULL with errors reported, or cancelled */
} TbReader;

extern const TbReader tb_reader_native;

gboolean  tb_reader_watch_step  (const TbReaderWatch *self,
                                 double               fraction);

/* Shares of the whole: loading, parsing, reading. */
#define TB_READER_LOADED 0.2
#define TB_READER_PARSED 0.5

GBytes   *tb_loader_read_fd     (int                  fd,
                                 guint64              limit,
                                 guint64              size_expected,
                                 const TbReaderWatch *watch,
                                 TbProblems          *problems,
                                 GError             **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes   *tb_loader_load        (const char          *path,
                                 guint64              limit,
                                 const TbReaderWatch *watch,
                                 TbProblems          *problems,
                                 GError             **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes   *tb_loader_load_stream (GInputStream        *stream,
                                 guint64              limit,
                                 const TbReaderWatch *watch,
                                 TbProblems          *problems,
                                 GError             **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean  tb_encoding_check     (const char         **text,
                                 gsize               *length,
                                 TbProblems          *problems);

TbDataset *tb_reader_read_watched (GBytes              *bytes,
                                   TbProblems          *problems,
                                   const TbReaderWatch *watch,
                                   GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
