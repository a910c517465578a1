/* Periods a step or a year earlier, by arithmetic. Private to the analysis.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-period.h"

G_BEGIN_DECLS

/* A period with its first day taken apart. */
typedef struct
{
  TbDay start, end;
  guint kind;
  int   y, m, d;
} TbLag;

void      tb_lag_init              (TbLag        *self,
                                    TbDay         start,
                                    TbDay         end,
                                    TbPeriodKind  kind);
/* What tb_period_previous() and tb_period_year_earlier() find. FALSE: these are to be
 * asked. */
gboolean  tb_lag_find_previous     (const TbLag  *self,
                                    TbDay        *out_start,
                                    TbDay        *out_end);
gboolean  tb_lag_find_year_earlier (const TbLag  *self,
                                    TbDay        *out_start,
                                    TbDay        *out_end);
/* Months from one date to another; 0 where they are not whole. */
int       tb_lag_count_months      (TbDay         from,
                                    TbDay         to);
/* So many months before a date; the end of a month stays one. 0: there is no such day. */
TbDay     tb_lag_shift_months      (TbDay         day,
                                    int           n_months);

G_END_DECLS
