/* Reckoning with days: reporting years, names of spans, how far dates lie apart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-period.h"

G_BEGIN_DECLS

/* The first day of the reporting year that @day lies in; a year that begins on
 * 29 February begins a day earlier where there is none. */
TbDay     tb_span_find_year_start (TbDay    day,
                                   guint16  year_start);
/* The period of a span: a month, quarter, half or whole of the reporting year
 * where it is one, else a range. */
TbPeriod  tb_span_name            (TbDay    start,
                                   TbDay    end,
                                   guint16  year_start);
/* The same day of another month; the end of a month stays one. 0: there is no
 * such day. */
TbDay     tb_span_shift_months    (TbDay    day,
                                   int      n_months);
/* Whole months from one date to another; 0 where they are not whole. */
int       tb_span_count_months    (TbDay    from,
                                   TbDay    to);
/* Whether all of a dated period lies from the start of @from to the end of @to;
 * undated, these are no limits. */
gboolean  tb_span_is_inside       (TbPeriod period,
                                   TbPeriod from,
                                   TbPeriod to);
/* F-3: whole years where month and day agree, or both end the same month; else
 * days by 365.25. */
double    tb_span_count_years     (TbDay    from,
                                   TbDay    to);

G_END_DECLS
