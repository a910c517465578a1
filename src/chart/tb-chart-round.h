/* Rounds computed figures to the digits that they are shown with.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-derived.h"

G_BEGIN_DECLS

/* The member that marks what other figures leave (R20). */
#define TB_CHART_IMPLIED "\"implied\":true"

/* A series of the same catalog. */
TbSeries *tb_chart_round_series (const TbSeries  *series,
                                 const TbDerived *derived,
                                 TbCatalog       *catalog,
                                 gboolean         is_exact) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
