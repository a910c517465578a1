/* Which colours a figure on the screen has.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-theme.h"

G_BEGIN_DECLS

/* Main thread. */
TbStyle  tb_chart_style_for_screen (void);

G_END_DECLS
