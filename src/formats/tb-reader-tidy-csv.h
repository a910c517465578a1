/* What the parts of the reader of our own tidy csv share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-reader-private.h"
#include "tb-separated.h"
#include "tb-tidy-row.h"

G_BEGIN_DECLS

/**
 * TbTidyCsvSeries:
 * @info: what holds for all its rows
 * @n: how many rows it has
 * @builder: when all series are known
 *
 * Rows of the same indicator, place, breakdown and unit.
 */
typedef struct
{
  TbSeriesInfo     info;
  gsize            n;
  TbSeriesBuilder *builder;
} TbTidyCsvSeries;

typedef struct
{
  const TbReaderInput *input;
  TbPool              *pool;
  TbCatalog           *catalog;
  TbCatalog           *known;       /* units as they are worded elsewhere, to learn their kinds */
  TbSeparated          records;
  GHashTable          *indices;     /* of the place + 1 in @series, by key */
  GArray              *series;      /* of TbTidyCsvSeries */
  GString             *key;         /* of the row, and of the row before it */
  GString             *last_key;
  guint                last;        /* its series */
  TbText               last_note;
  gsize                n_rows;
  gsize                n_kept;      /* periods that are kept as texts */
  guint                kept_line;
  guint                kept_column;
} TbTidyCsv;

/* A field of the record that was read last. @out_length is nullable. */
const char *tb_tidy_csv_get        (const TbTidyCsv    *self,
                                    TbTidyColumn        column,
                                    gsize              *out_length);
/* The same in the pool, NULL where it is empty. */
const char *tb_tidy_csv_intern     (TbTidyCsv          *self,
                                    TbTidyColumn        column);
void        tb_tidy_csv_report     (TbTidyCsv          *self,
                                    TbTidyColumn        column,
                                    const char         *format,
                                    ...) G_GNUC_PRINTF (3, 4);

/* G_MAXUINT: reported. */
guint       tb_tidy_csv_find_series (TbTidyCsv         *self);
/* The reporting year by which a period has the days that stand beside it; the calendar year where none does. */
guint16     tb_tidy_csv_find_year_start (TbTidyCsv     *self);
void        tb_tidy_csv_read_row    (TbTidyCsv         *self,
                                     const TbSeriesInfo *info,
                                     TbObservation     *observation,
                                     TbObservationExtra *extra);

G_END_DECLS
