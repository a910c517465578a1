/* Which series of a chart are switched off.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-spec.h"

G_BEGIN_DECLS

/* To be asked of many series. */
GHashTable *tb_chart_hidden_new         (const TbChartSpecFields *fields) G_GNUC_WARN_UNUSED_RESULT;
gboolean    tb_chart_hidden_has         (GHashTable              *self,
                                         const TbSeries          *series);
gsize       tb_chart_hidden_count_shown (GHashTable              *self,
                                         const TbSelection       *selection);

G_END_DECLS
