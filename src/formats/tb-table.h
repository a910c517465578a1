/* Rows of columns, whatever they came from, on their way into a cube.
 *
 * A reader shows the first rows, so that it can be told what each column is;
 * then the table is settled, and all rows are added from the first on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-cube.h"
#include "tb-number-text.h"

G_BEGIN_DECLS

typedef struct _TbTable TbTable;

/**
 * TbTableForm:
 * @TB_TABLE_ABSENT: the row has no such cell
 * @TB_TABLE_EMPTY: the cell is there and nothing is in it
 * @TB_TABLE_NULL: it is said that there is nothing
 * @TB_TABLE_NUMBER: a number as JSON writes it
 * @TB_TABLE_TEXT: any text; it may be that of a number
 */
typedef enum
{
  TB_TABLE_ABSENT,
  TB_TABLE_EMPTY,
  TB_TABLE_NULL,
  TB_TABLE_NUMBER,
  TB_TABLE_TEXT,
} TbTableForm;

/* @text does not end in a zero byte, and is looked at only while the row is added. */
typedef struct
{
  const char  *text;
  gsize        length;
  TbTableForm  form;
} TbTableCell;

typedef enum
{
  TB_TABLE_TYPE_UNSAID,
  TB_TABLE_TYPE_TEXT,
  TB_TABLE_TYPE_NUMBER,
  TB_TABLE_TYPE_PERIOD,
} TbTableType;

/**
 * TbTableHint:
 * @type: what the file says that the column holds
 * @style: how its numbers are printed; of it only what is missing holds without @has_style
 * @has_style: whether the file says that
 * @date_format: (nullable): how its dates are spelled, in conversions of strptime ("%d/%m/%Y")
 * @title: (nullable): its wording
 * @unit: (nullable): as the file words it
 * @description: (nullable)
 * @decimals: to show; −1 where not said
 * @id: (nullable): of the indicator, where it is not the column's name
 *
 * What a file says about a column beside its name. Strings live as long as the table.
 */
typedef struct
{
  TbTableType    type;
  TbNumberStyle  style;
  gboolean       has_style;
  const char    *date_format;
  const char    *title;
  const char    *unit;
  const char    *description;
  int            decimals;
  const char    *id;
} TbTableHint;

/**
 * TbTableSource:
 * @report: says something about a cell of the row that is added; about the whole row where
 *   @column is %G_MAXUINT; about the row that is held where @is_held
 * @hold: (nullable): the row at hand is added later, when others have come
 * @user_data: for @report and @hold
 *
 * Who knows where the rows stand in the file.
 */
typedef struct
{
  void     (*report) (gpointer    user_data,
                      guint       column,
                      gboolean    is_held,
                      const char *message);
  void     (*hold)   (gpointer    user_data);
  gpointer   user_data;
} TbTableSource;

TbTable     *tb_table_new             (const TbReaderInput *input,
                                       const TbTableSource *source,
                                       char                 delimiter) G_GNUC_WARN_UNUSED_RESULT;
void         tb_table_free            (TbTable             *self);
/* Before it is settled. Returns the column's index. */
guint        tb_table_add_column      (TbTable             *self,
                                       const char          *name,
                                       gsize                length);
/* For a column that the file gives no name: one is made of its number. */
guint        tb_table_add_unnamed     (TbTable             *self);
/* For a column with two lines of names, such as an indicator above a year. */
guint        tb_table_add_grouped     (TbTable             *self,
                                       const char          *group,
                                       const char          *name);
/* Whether a name of a column is a period. @out_length: bytes of it that are its spelling. */
gboolean     tb_table_is_period_name  (const char          *name,
                                       gsize               *out_length);
guint        tb_table_get_n_columns   (const TbTable       *self);
const char  *tb_table_get_name        (const TbTable       *self,
                                       guint                column);
/* To be filled before the table is settled. Valid until the next column is added. */
TbTableHint *tb_table_get_hint        (TbTable             *self,
                                       guint                column);
/* What all of its figures are counted in, where nothing else is said of them (as long as the table). */
void         tb_table_set_unit        (TbTable             *self,
                                       const char          *unit);
/* Its years are numbers of days since @zero (static, or as long as the table); told once. */
void         tb_table_set_day_numbers (TbTable             *self,
                                       const char          *zero);
/* Looks at a row: a cell for each of the first @n columns. FALSE: enough was seen. */
gboolean     tb_table_look            (TbTable             *self,
                                       const TbTableCell   *cells,
                                       guint                n);
/* Decides what each column is, and tells it to the plan. FALSE: reported. */
gboolean     tb_table_settle          (TbTable             *self,
                                       gsize                n_expected);
TbCube      *tb_table_get_cube        (TbTable             *self);
/* Whether the table has a column of periods, or periods in its header. */
gboolean     tb_table_is_dated        (const TbTable       *self);
/* A cell for each column. FALSE: stop. */
gboolean     tb_table_add             (TbTable             *self,
                                       const TbTableCell   *cells);
TbDataset   *tb_table_finish          (TbTable             *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbTable, tb_table_free)

G_END_DECLS
