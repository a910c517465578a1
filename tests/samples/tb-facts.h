/* The table of facts that the sample was made from, read for its test.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Columns of qingdao-facts.csv, in its order. */
typedef enum
{
  FACT_SOURCE_ID, FACT_PUBLISHER, FACT_PUBLISHED, FACT_ARTICLE, FACT_DOMAIN, FACT_INDICATOR_ID,
  FACT_INDICATOR_ZH, FACT_INDICATOR_EN, FACT_PLACE, FACT_VALUE, FACT_SCALE, FACT_UNIT_ZH,
  FACT_UNIT_EN, FACT_QUALIFIER, FACT_STATUS, FACT_MEASURE, FACT_PERIOD_START, FACT_PERIOD_END,
  FACT_PERIOD, FACT_BASIS, FACT_CHANGE_VALUE, FACT_CHANGE_KIND, FACT_NOTE,
  FACT_N_COLUMNS,
} TbFactColumn;

/* Rows of strings, the row of names left out: a GStrv each. */
GPtrArray *tb_facts_read (const char *file,
                          guint       n_columns);

G_END_DECLS
