/* A text of separated values as a table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-separated.h"
#include "tb-table.h"

G_BEGIN_DECLS

/**
 * TbCsvTableOptions:
 * @dialect: (nullable): %NULL: told from the text
 * @has_no_header: the first record is one of figures
 * @names: (nullable) (array zero-terminated=1): of the columns, beside @has_no_header
 * @null_sequence: (nullable): what stands for a cell that has nothing in it
 * @describe: (nullable): called when the columns are known, to fill their hints
 * @user_data: for @describe
 *
 * What is known of the text beside it. Zero-initialise.
 */
typedef struct
{
  const TbSeparatedDialect *dialect;
  gboolean     has_no_header;
  const char *const *names;
  const char  *null_sequence;
  void       (*describe) (gpointer  user_data,
                          TbTable  *table);
  gpointer     user_data;
} TbCsvTableOptions;

/* NULL: reported, or cancelled. */
TbDataset *tb_csv_table_read     (const TbReaderInput *input,
                            const TbCsvTableOptions  *options) G_GNUC_WARN_UNUSED_RESULT;

/* The record in which the columns are named: lines about the table may stand
 * before it. FALSE: the first record is one of figures. */
gboolean   tb_csv_table_find_header (const char               *text,
                               gsize                     length,
                               const TbSeparatedDialect *dialect,
                               gsize                    *out_record);

/* The columns of a header with a second line of names, which is read from @records. FALSE: there is none. */
gboolean   tb_csv_table_take_second (TbSeparated       *records,
                                     TbTable           *table,
                                     const char *const *header,
                                     gsize              n,
                                     TbProblems        *problems);
/* Whether a line below or above a table is about it: "Source: …", "注：…". @text does not end in a zero byte. */
gboolean   tb_csv_table_begins_note (const char *text,
                                     gsize       length);
/* What a line about a table says that its figures are from: "Source: Office"; NULL where it does not. */
const char *tb_csv_table_find_source (const char *line);

G_END_DECLS
