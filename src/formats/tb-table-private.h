/* What the parts of a table share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-table.h"

#include "tb-bytes.h"

#include <string.h>

G_BEGIN_DECLS

#define TB_TABLE_NONE G_MAXUINT

/* One of the different cells of a column in the rows that were looked at. */
typedef struct
{
  char        *text;
  TbTableForm  form;
  guint        count;
} TbTableValue;

/* What the cells of a column look like. Counts are of cells, not of different ones. */
typedef struct
{
  guint n_given;         /* neither absent nor empty nor a word for a missing number */
  guint n_numbers;
  guint n_literals;      /* numbers that are no texts */
  guint n_integers;
  guint n_years;         /* of four digits, nothing else */
  guint n_periods;
  guint n_ordered;       /* periods, and texts that stand in order as such */
  guint n_months;        /* 1 to 12, or the name of a month, or M01 */
  guint n_quarters;
  guint n_percents;
  guint n_flagged;
  guint n_point_marks;   /* "1.5", "1,234.5", "1,234,567": a comma cannot be the decimal mark */
  guint n_comma_marks;
  guint n_unclear_marks; /* "1,234", "1.234" */
  guint n_distinct;      /* given ones */
  guint n_seen;          /* rows that have the cell at all */
  guint n_leading_zeros; /* "007" */
  gsize longest;         /* bytes of the longest given one */
} TbTableFacts;

/* Codes that were found lately, so that the cube need not be asked for each row. */
typedef struct
{
  const char *id;     /* as the file spells it; of the cube's pool */
  gsize       length;
  guint32     code;
} TbTableKnown;

#define TB_TABLE_N_KNOWN 1024

typedef struct
{
  char         *name;
  char         *period;      /* nullable: of a name in two lines, the one that is a period */
  char         *group;       /* and the other one */
  TbTableHint   hint;
  /* What was looked at: the place of each row's cell in @values. */
  GArray       *values;
  GHashTable   *value_of;
  GArray       *seen;
  TbTableFacts  facts;
  TbNumberStyle style;
  /* What was decided. */
  TbColumnRole  role;
  TbColumnRole  by_name;      /* what its name tells */
  gboolean      is_said;      /* by the profile */
  gboolean      is_unnamed;   /* by the file: @name was made up */
  gboolean      is_empty;     /* no cell has anything in it */
  gboolean      is_period_name; /* the name is a period, the cells are its figures */
  gboolean      in_doubt;
  gboolean      has_zero;     /* a character U+0000, which was told */
  gboolean      is_scale;     /* says what numbers are to be multiplied by */
  gboolean      is_redundant; /* its content is in another column */
  guint         owner;        /* of a label: its codes; of status and notes: their value, or NONE for all */
  guint         label;        /* of codes: the column of their wordings, or NONE */
  guint         dimension;
  guint32       group_code;
  guint32       code;         /* of a value: the indicator's; of a period in the header: the period's */
  TbTableKnown *known;
  guint32       last_code;
  gboolean      is_alone;     /* a code is the text of its cell, whatever other cells say */
  const char   *last_id;
  gsize         last_length;
  guint32       last_status;  /* of a column of statuses, beside @last_id */
  const char   *last_note;
  guint32       labelled;     /* the code whose wording was looked at last */
  /* What was found while rows were added. */
  gsize         n_no_numbers;
  gsize         n_too_large;
} TbTableColumn;

struct _TbTable
{
  const TbReaderInput *input;
  TbTableSource  source;
  char           delimiter;
  GArray        *columns;
  guint          n_looked;
  const char    *unit;          /* nullable: what the file says that all is counted in */
  const char    *day_zero;      /* nullable: the day that numbers in the column of periods count from */
  gboolean       is_settled;
  TbCube        *cube;
  gboolean       is_wide;       /* the header has the periods */
  guint          period;        /* the column of periods, or NONE */
  guint          month, quarter, day; /* beside a column of years */
  guint          n_dimensions;
  guint          period_dimension;
  guint          indicator_dimension;
  guint          row_dimension;
  guint          group_dimension; /* of the names above periods in the header, or NONE */
  guint         *value_columns;
  guint          n_value_columns;
  guint         *keys;          /* columns that are dimensions */
  guint          n_keys;
  guint         *companions;    /* columns of statuses and notes */
  guint          n_companions;
  guint32       *codes;
  guint          scale;         /* the column that says what numbers are to be multiplied by, or NONE */
  gboolean       scale_is_power;
  TbDecimal      multiplier;    /* of the row at hand */
  const char    *scale_note;    /* nullable: in place of it, where it is not understood */
  guint          attribute;     /* the column that says whether a row is of values or of their statuses, or NONE */
  GString       *held_text;     /* beside @attribute: the row of values that waits for its statuses */
  GArray        *held;          /* its cells; empty: none */
  const TbTableCell *statuses;  /* nullable: the statuses of the row at hand */
  gboolean       is_adding_held; /* the row at hand is the one that was waiting */
  gsize          n_apart;       /* rows of statuses that follow none of values */
  gsize          n_rows;
  gsize          n_text_numbers;
  gsize          n_undated;
  GString       *scratch;
};

static inline TbTableColumn *
tb_table_column (const TbTable *self,
                 guint          i)
{
  return &g_array_index (self->columns, TbTableColumn, i);
}

static inline const TbTableValue *
tb_table_value (const TbTableColumn *self,
                guint                i)
{
  return &g_array_index (self->values, TbTableValue, i);
}

/* In the order in which tb_table_settle() calls them. */
void     tb_table_find_facts    (TbTable       *self);
void     tb_table_find_roles    (TbTable       *self);
gboolean tb_table_make_cube     (TbTable       *self,
                                 gsize          n_expected);
void     tb_table_tell_plan     (const TbTable *self);

void     tb_table_find_scale    (TbTable       *self);
void     tb_table_find_periods  (TbTable       *self);
void     tb_table_find_labels   (TbTable       *self);

/* The code of a dimension for a text. */
guint32  tb_table_intern        (TbTable       *self,
                                 TbTableColumn *column,
                                 const char    *text,
                                 gsize          length);
gboolean tb_table_add_figure    (TbTable           *self,
                                 guint              i,
                                 const TbTableCell *cells);
void     tb_table_find_attribute (TbTable      *self);
/* FALSE: stop. */
gboolean tb_table_add_attribute (TbTable           *self,
                                 const TbTableCell *cells);
gboolean tb_table_end_attribute (TbTable           *self);
/* A row of values, beside @statuses. */
gboolean tb_table_add_row       (TbTable           *self,
                                 const TbTableCell *cells);
void     tb_table_take_scale    (TbTable           *self,
                                 const TbTableCell *cells);
/* FALSE: there is none. */
gboolean tb_table_write_period  (TbTable           *self,
                                 const TbTableCell *cells);

void     tb_table_report        (const TbTable *self,
                                 guint          column,
                                 const char    *format,
                                 ...) G_GNUC_PRINTF (3, 4);

G_END_DECLS
