/* What the files that read spellings of periods share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-period-text.h"

G_BEGIN_DECLS

/* Longer text is no period. */
#define TB_PERIOD_TEXT_MAX 64

/* Years that can be put in order: their days fit a #TbDay. */
#define TB_PERIOD_TEXT_MAX_YEAR 5000000

typedef enum
{
  TB_PERIOD_FORM_NONE,        /* not one of the spellings */
  TB_PERIOD_FORM_PERIOD,
  TB_PERIOD_FORM_TEXT,        /* a period, of which only the order is known */
  TB_PERIOD_FORM_ORDER,       /* not certainly a period, and where it would stand in order */
  TB_PERIOD_FORM_IMPOSSIBLE,  /* spelled like one that does not exist */
} TbPeriodForm;

/* @text: upper case, one kind of dash and of space, at most %TB_PERIOD_TEXT_MAX bytes.
 * For TEXT and ORDER only the days of the period are set. */
TbPeriodForm  tb_period_text_match        (const char   *text,
                                           TbPeriod     *out_period);
/* The same for what stands before the spellings of P-1. */
TbPeriodForm  tb_period_text_match_hinted (const char   *text,
                                           TbPeriodHint  hint,
                                           TbPeriod     *out_period);
/* The days of a year of any number, for the order of TEXT periods. */
void          tb_period_text_order_year   (int           year,
                                           TbPeriod     *out_period);

G_END_DECLS
