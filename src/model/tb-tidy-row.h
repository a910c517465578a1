/* An observation as one row of a tidy table: the columns of cli.md.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-series.h"

G_BEGIN_DECLS

typedef enum
{
  TB_TIDY_TEXT,
  TB_TIDY_NUMBER,
  TB_TIDY_DAY,
} TbTidyType;

/* In the order of the columns. */
typedef enum
{
  TB_TIDY_INDICATOR,
  TB_TIDY_PLACE,
  TB_TIDY_BREAKDOWN,
  TB_TIDY_PERIOD,
  TB_TIDY_PERIOD_START,
  TB_TIDY_PERIOD_END,
  TB_TIDY_VALUE,
  TB_TIDY_LOW,
  TB_TIDY_HIGH,
  TB_TIDY_UNIT,
  TB_TIDY_MULTIPLIER,
  TB_TIDY_KIND,
  TB_TIDY_QUALIFIER,
  TB_TIDY_BASIS,
  TB_TIDY_STATUS,
  TB_TIDY_PUBLISHED_CHANGE,
  TB_TIDY_PUBLISHED_CHANGE_KIND,
  TB_TIDY_SOURCE,
  TB_TIDY_VINTAGE,
  TB_TIDY_NOTE,
} TbTidyColumn;

#define TB_TIDY_N_COLUMNS (TB_TIDY_NOTE + 1)

/* One field. @text is %NULL where it is empty, @number NaN and @day 0 where the
 * field is of another type or empty. */
typedef struct
{
  const char *text;
  double      number;
  TbDay       day;
} TbTidyField;

typedef struct
{
  TbTidyField fields[TB_TIDY_N_COLUMNS];
  char       *owned[TB_TIDY_N_COLUMNS];   /* of the texts, those that were made */
} TbTidyRow;

const char *tb_tidy_get_name       (TbTidyColumn         column);
TbTidyType  tb_tidy_get_type       (TbTidyColumn         column);
/* "sex=F;age=Y15-24", the same in all rows of a series. */
char       *tb_tidy_dup_breakdown  (const TbSeriesInfo  *info) G_GNUC_WARN_UNUSED_RESULT;
/* @breakdown has to live as long as the row, as do the series and @observation. */
void        tb_tidy_row_init       (TbTidyRow           *self,
                                    const TbSeriesInfo  *info,
                                    const char          *breakdown,
                                    const TbObservation *observation,
                                    TbLanguage           language);
void        tb_tidy_row_clear      (TbTidyRow           *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TbTidyRow, tb_tidy_row_clear)

G_END_DECLS
