/* Periods as statistical offices spell them (formats.md, section 10).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-period.h"
#include "tb-pool.h"

G_BEGIN_DECLS

/* What the dimension, or its other codes, say of a code that alone could be something else. */
typedef enum
{
  TB_PERIOD_HINT_NONE,
  TB_PERIOD_HINT_MONTH,     /* 202108, 2021-8, 2007/08 are months */
  TB_PERIOD_HINT_QUARTER,   /* 20213, 2021-3, and 2021T3 as in French and Spanish */
  TB_PERIOD_HINT_YEAR,      /* 42, 10000, −500, 2021.0 are years */
  TB_PERIOD_HINT_DAY,       /* 20210815 */
  TB_PERIOD_HINT_TWO_YEARS, /* 2011-12 is no December: 2012-13 comes after it */
} TbPeriodHint;

/* From the name of a dimension or column (nullable), and some or all of its codes. Thread: any. */
TbPeriodHint  tb_period_text_find_hint (const char        *name,
                                        const char *const *codes,
                                        gsize              n_codes);

/* What is known here beyond P-1: 2021Q1, 2021K1, Q1 2021, Q1-2021, 2005 - 1, 2021M08, Aug 2021, 2021 August,
 * Jan 1 2000, 15.08.2021, 2021W05, 2021U05, 2021S1, H1 2021, 2021T1, 2021M08D15, date-times (the date as written, no
 * zone applied). TRUE also for what is clearly a period and kept as TEXT, in order by its first year or month: 2021/22,
 * 2021-2022, FY2021, Mar-May 1992, YTD2013, years before 1 and beyond 9999 where the hint says so.
 * FALSE: it is none, or might be something else; @out_period is then a TEXT period of that spelling, in order by
 * the year found in it, or unordered (undated for an empty text). The text of a TEXT period is of @pool. */
gboolean      tb_period_text_parse     (const char        *text,
                                        gsize              length,
                                        TbPeriodHint       hint,
                                        TbPool            *pool,
                                        TbPeriod          *out_period);

G_END_DECLS
