/* What the parts of TbDecimal share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-decimal.h"

G_BEGIN_DECLS

/* The nearest double to @mantissa × 10^@exponent; infinite where there is none. */
double tb_decimal_round (gint64 mantissa,
                         int    exponent);

G_END_DECLS
