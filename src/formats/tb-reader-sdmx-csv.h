/* What the parts of the reader of SDMX-CSV share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-reader-sdmx.h"
#include "tb-separated.h"

G_BEGIN_DECLS

typedef enum
{
  TB_SDMX_COLUMN_SKIPPED,
  TB_SDMX_COLUMN_STRUCTURE,   /* which dataflow: version 1 DATAFLOW, version 2 STRUCTURE_ID */
  TB_SDMX_COLUMN_NAME,        /* of the structure */
  TB_SDMX_COLUMN_ACTION,
  TB_SDMX_COLUMN_DIMENSION,
  TB_SDMX_COLUMN_MEASURE,
  TB_SDMX_COLUMN_ATTRIBUTE,
  TB_SDMX_COLUMN_LABEL,       /* of the codes in the column before */
} TbSdmxColumnUse;

/**
 * TbSdmxColumn:
 * @id: without label and brackets
 * @name: its label, else @id
 * @is_labelled: cells are "id: label"
 * @is_list: cells have several values
 * @in_cube: of dimensions
 * @has_labels: the next column has the labels
 * @varies: an attribute of no known kind is not the same for all figures of a series
 * @by_series: what such an attribute says, of interned text by index of the series
 */
typedef struct
{
  TbSdmxColumnUse use;
  const char     *id;
  const char     *name;
  gboolean        is_labelled;
  gboolean        is_list;
  TbSdmxKind      kind;
  TbColumnRole    role;
  guint           in_cube;
  gboolean        has_labels;
  gboolean        varies;
  GPtrArray      *by_series;
} TbSdmxColumn;

typedef struct
{
  TbSdmx               sdmx;
  const TbReaderInput *input;
  TbPool              *pool;
  TbSeparatedDialect   dialect;
  TbNumberStyle        style;
  char                 sub_delimiter;    /* between the values of one cell; 0: they have one */
  GArray              *columns;          /* of TbSdmxColumn */
  guint                n_measures;
  guint                measure_in_cube;
  guint                structure;        /* columns; G_MAXUINT where there is none */
  guint                structure_in_cube;
  guint                period;
  guint32             *codes;
  GHashTable          *series;           /* index + 1 of a series, by its codes */
  GPtrArray           *series_keys;
  GPtrArray           *groups;           /* of GStrv: rows that say something of several figures */
  gsize                n_groups_lost;
  gsize                n_deletions;
  gsize                n_rows;
  gboolean             warns;            /* the first walk tells what is wrong */
  gboolean             has_point;        /* some number has one, or a comma */
  gboolean             has_comma;
} TbSdmxCsv;

/* How a row is to be taken. */
typedef enum
{
  TB_SDMX_ROW_FIGURE,
  TB_SDMX_ROW_GROUP,
  TB_SDMX_ROW_DELETION,
  TB_SDMX_ROW_BAD,
} TbSdmxRow;

/* FALSE with an error reported, where the header is not to be understood. */
gboolean   tb_sdmx_csv_read_header (TbSdmxCsv         *self,
                                    const TbSeparated *record);
/* FALSE: stop. */
gboolean   tb_sdmx_csv_survey      (TbSdmxCsv         *self,
                                    TbSeparated       *records);
gboolean   tb_sdmx_csv_read_rows   (TbSdmxCsv         *self,
                                    TbSeparated       *records);

TbSdmxRow  tb_sdmx_csv_classify    (TbSdmxCsv         *self,
                                    const TbSeparated *record);
/* The code and label of a cell; no id where it is empty. */
TbSdmxValue tb_sdmx_csv_get_value  (TbSdmxCsv         *self,
                                    const TbSeparated *record,
                                    guint              column);
/* The id of a dataflow: "ESTAT:NA_MAIN(1.6.0)" → "NA_MAIN". */
const char *tb_sdmx_csv_find_dataflow (TbSdmxCsv        *self,
                                    const char        *structure);
const char *tb_sdmx_csv_name_series (TbSdmxCsv         *self,
                                    const TbSeparated *record,
                                    GString           *key);

void       tb_sdmx_csv_intern_codes (TbSdmxCsv        *self,
                                    const TbSeparated *record);

static inline TbSdmxColumn *
tb_sdmx_csv_get_column (const TbSdmxCsv *self,
                        guint            i)
{
  return &g_array_index (self->columns, TbSdmxColumn, i);
}

G_END_DECLS
