/* What an unfinished year comes to: its closed periods and the forecasts of the rest.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-side.h"

G_BEGIN_DECLS

/**
 * TbOutlook:
 * @total: of the year: a forecast, since a part of it is one
 * @plan: for the year as a whole, in the file or added up
 * @has_plan: there is one
 * @closed: the time for which there are actual figures
 * @open: the time for which there are forecasts
 * @verdict: @total against @plan
 *
 * A plain value.
 */
typedef struct
{
  TbSide    total;
  TbSide    plan;
  gboolean  has_plan;
  TbPeriod  closed;
  TbPeriod  open;
  TbVerdict verdict;
} TbOutlook;

/* N-8: FALSE where the year is not made of actual figures and forecasts that follow
 * each other without a gap, or where they are no amounts over their time. */
gboolean tb_outlook_get (const TbSeries *series,
                         TbPeriod        year,
                         TbDay           known,
                         TbReference     reference,
                         TbOutlook      *out_outlook);

G_END_DECLS
