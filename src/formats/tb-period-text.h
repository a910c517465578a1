/* Periods as statistical offices spell them (formats.md, section 10).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-period.h"
#include "tb-pool.h"

G_BEGIN_DECLS

typedef enum
{
  TB_PERIOD_HINT_NONE,
  TB_PERIOD_HINT_MONTH,    /* the dimension says that its codes are months: 202108 */
  TB_PERIOD_HINT_QUARTER,  /* 20213 */
} TbPeriodHint;

/* What is known here beyond P-1: 2021Q1, 2021-Q1, 2021K1, Q1 2021, Q1-2021, 2021M08, Aug 2021, 2021 August,
 * Jan 1 2000, 2021W05, 2021S1, 2021H1, 2021-B1, 2021T1, 2021M08D15, date-times (the date as written, no zone
 * applied), years before 1 and beyond 9999, "YTD2013" …
 * FALSE: it is none; @out_period is then a TEXT period of that spelling, which stands in order by the first year
 * or month found in it (2021/22, Mar-May 1992), or unordered. The text of a TEXT period is of @pool. */
gboolean  tb_period_text_parse (const char   *text,
                                gsize         length,
                                TbPeriodHint  hint,
                                TbPool       *pool,
                                TbPeriod     *out_period);

G_END_DECLS
