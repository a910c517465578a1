/* What the files that implement periods share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-period.h"

G_BEGIN_DECLS

#define TB_FIRST_YEAR 1
#define TB_LAST_YEAR 9999

int       tb_day_count_in_month     (int              y,
                                     int              m);
TbDay     tb_day_add_months         (TbDay            day,
                                     int              n_months);

/* How many periods of a kind (not RANGE) the reporting year has. */
int       tb_period_kind_count      (TbPeriodKind     kind,
                                     int              year,
                                     guint16          year_start);
/* Which period of which reporting year it is; of the calendar year where it
 * does not fit the reporting year. FALSE for spans that are no such period. */
gboolean  tb_period_find_number     (TbPeriod         self,
                                     int             *out_year,
                                     int             *out_number,
                                     guint16         *out_year_start);

/* Both give a message that says how many there are. */
gboolean  tb_period_make            (const char      *text,
                                     TbPeriodKind     kind,
                                     int              year,
                                     int              number,
                                     guint16          year_start,
                                     TbPeriod        *out_period,
                                     GError         **error);
gboolean  tb_period_make_day        (const char      *text,
                                     int              y,
                                     int              m,
                                     int              d,
                                     TbPeriod        *out_period,
                                     GError         **error);
gboolean  tb_period_make_range      (const char      *text,
                                     TbPeriod         first,
                                     TbPeriod         last,
                                     TbPeriod        *out_period,
                                     GError         **error);

/* FALSE without an error where @text is in none of the Chinese forms. */
gboolean  tb_period_parse_chinese   (const char      *text,
                                     guint16          year_start,
                                     TbPeriod        *out_period,
                                     GError         **error);

G_END_DECLS
