/* What the readers of single formats are made of.
 *
 * A reader is a small file that tells from the content whether a file is of its
 * format, and reads it. A new one is added to the list in tb-reader.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-json-report.h"
#include "tb-plan.h"
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

/**
 * TbReaderSiblings:
 * @load: the file of that name relative to the one that is read, %NULL where there is none or it cannot
 *   be read (@problems then say more than that it is not there); refuses absolute names and those
 *   that lead out of the folder or archive
 *
 * The files beside the one that is read: parts of a package, metadata.
 */
typedef struct
{
  GBytes   *(*load) (gpointer      user_data,
                     const char   *name,
                     TbProblems   *problems);
  gpointer    user_data;
} TbReaderSiblings;

/**
 * TbReaderInput:
 * @name: the file's name without its folder; "" where it has none
 * @document: %NULL where the file is no JSON
 * @report: beside @document; a reader tells what is wrong with it there, else in @problems
 * @text: (array length=length): where the file is no JSON: UTF-8 without byte order mark
 * @profile: (nullable): what the user said about files of this shape
 * @plan: to be told how the file is read
 * @siblings: (nullable)
 *
 * One file, to be read.
 */
typedef struct
{
  const char             *name;
  const TbJsonDocument   *document;
  TbJsonReport           *report;
  const char             *text;
  gsize                   length;
  TbProblems             *problems;
  const TbReaderWatch    *watch;
  const TbProfile        *profile;
  TbPlan                 *plan;
  const TbReaderSiblings *siblings;
} TbReaderInput;

/**
 * TbReader:
 * @id: the format's name: for `--from`, and for the dataset's `format`
 * @is_json: whether it wants a document, else a text
 * @sniff: tells from the content whether a file is of the format; cheap
 * @read: %NULL with errors reported, or cancelled
 * @is_streaming: of a large array it keeps no value beyond the next step of its walk
 *   (tb-json-document.h), so that the array need not be in memory whole
 * @streamed_keys: (nullable) (array zero-terminated=1): the keys of the arrays of which that is true;
 *   %NULL for all of them
 * @streamed_objects: (nullable) (array zero-terminated=1): the keys of the objects of which that is true,
 *   if they are only walked over; %NULL for none
 *
 * The reader of one format.
 */
typedef struct
{
  const char *id;
  gboolean    is_json;
  gboolean   (*sniff) (const TbReaderInput *input);
  TbDataset *(*read)  (const TbReaderInput *input);
  gboolean     is_streaming;
  const char *const *streamed_keys;
  const char *const *streamed_objects;
} TbReader;

extern const TbReader tb_reader_csv;
extern const TbReader tb_reader_data_package;
extern const TbReader tb_reader_dbnomics;
extern const TbReader tb_reader_eurostat_tsv;
extern const TbReader tb_reader_json_stat;
extern const TbReader tb_reader_native;
extern const TbReader tb_reader_owid;
extern const TbReader tb_reader_px;
extern const TbReader tb_reader_pxweb_json;
extern const TbReader tb_reader_rows;
extern const TbReader tb_reader_sdmx_csv;
extern const TbReader tb_reader_sdmx_json;
extern const TbReader tb_reader_tidy_csv;
extern const TbReader tb_reader_world_bank;

/* The reader of that format, or by what the file is; NULL where there is none. @format is nullable. */
const TbReader *tb_reader_find (const TbReaderInput *input,
                                const char          *format);

/* The keys of the objects that readers walk over. (transfer container) (array zero-terminated=1) */
const char    **tb_reader_list_streamed_objects (void) G_GNUC_WARN_UNUSED_RESULT;

/* Of a file that another one names: by the format that it is of, with the same
 * profile; its problems are reported under its own name in those of @input. */
TbDataset *tb_reader_read_part  (const TbReaderInput *input,
                                 GBytes              *bytes,
                                 const char          *name) G_GNUC_WARN_UNUSED_RESULT;

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
GBytes   *tb_loader_load_fd     (int                  fd,
                                 guint64              limit,
                                 const TbReaderWatch *watch,
                                 TbProblems          *problems,
                                 GError             **error) G_GNUC_WARN_UNUSED_RESULT;
/* An open file, or −1 with the problem reported. @path "-" is standard input, which is not to be closed. */
int       tb_loader_open        (const char          *path,
                                 TbProblems          *problems) G_GNUC_WARN_UNUSED_RESULT;
GBytes   *tb_loader_load_stream (GInputStream        *stream,
                                 guint64              limit,
                                 const TbReaderWatch *watch,
                                 TbProblems          *problems,
                                 GError             **error) G_GNUC_WARN_UNUSED_RESULT;

GBytes   *tb_encoding_convert   (GBytes              *bytes) G_GNUC_WARN_UNUSED_RESULT;
/* The text in UTF-8 where it is Chinese text in GB 18030; NULL where it is UTF-8 already, or anything else. */
char     *tb_encoding_convert_chinese (const char    *text,
                                       gsize          length,
                                       gsize         *out_length);
gboolean  tb_encoding_check     (const char         **text,
                                 gsize               *length,
                                 TbProblems          *problems);
/* Whether the text is UTF-8; else it is reported at its first bad byte. */
gboolean  tb_encoding_check_utf8 (const TbReaderInput *input);

/* As tb_reader_read_watched(), from an open file. */
TbDataset *tb_reader_read_fd      (int                    fd,
                                   const char            *name,
                                   const TbReaderOptions *options,
                                   const TbReaderSiblings *siblings,
                                   TbProblems            *problems,
                                   const TbReaderWatch   *watch,
                                   GError               **error) G_GNUC_WARN_UNUSED_RESULT;

/* @name is the file's, without its folder; @options is nullable. */
TbDataset *tb_reader_read_watched (GBytes              *bytes,
                                   const char          *name,
                                   const TbReaderOptions *options,
                                   const TbReaderSiblings *siblings,
                                   TbProblems          *problems,
                                   const TbReaderWatch *watch,
                                   GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
