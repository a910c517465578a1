/* Which figures of a table a chart beside it shows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-export-table-private.h"

G_BEGIN_DECLS

#define TB_TABLE_CHART_MOST_ROWS 8

/**
 * TbTableChart:
 * @first, @end: columns, which are periods of one kind
 * @rows: in the order of the table; all of one unit
 * @is_line: the periods follow each other at even steps, and are enough for a line
 * @is_percent: the cells are percentages
 * @largest: the largest of the numbers, without sign
 */
typedef struct
{
  gsize    first, end;
  gsize    rows[TB_TABLE_CHART_MOST_ROWS];
  gsize    n_rows;
  gboolean is_line;
  gboolean is_percent;
  double   largest;
} TbTableChart;

/* FALSE: nothing in it makes a chart. */
gboolean  tb_table_chart_choose (const TbComparison *comparison,
                                 const TbTableNotes *notes,
                                 TbLanguage          language,
                                 TbTableChart       *out_chart);

G_END_DECLS
