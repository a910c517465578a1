/* What the weighing of two figures hands to its text and to the table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-number-format.h"
#include "tb-side.h"

G_BEGIN_DECLS

/* Decimals that a difference is shown with: those of the two figures. */
int         tb_side_count_decimals   (const TbSide      *base,
                                      const TbSide      *current,
                                      double             difference,
                                      TbNumberScale      scale);
/* The percentage as it is shown, and with how many decimals. @toward_zero: it is
 * a bound. */
double      tb_percent_round         (double             percent,
                                      gboolean           toward_zero,
                                      int               *out_decimals);

G_END_DECLS
