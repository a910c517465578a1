/* What an empty window shows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-late-pane.h"

G_BEGIN_DECLS

/* Of the sample: a figure and its target. What is seen of it here is what it opens with. */
#define TB_WELCOME_INDICATOR "base-stations-5g-new"

#define TB_TYPE_WELCOME (tb_welcome_get_type ())
G_DECLARE_FINAL_TYPE (TbWelcome, tb_welcome, TB, WELCOME, TbLatePane)

void      tb_welcome_update  (TbWelcome *self);
/* Whether the chart of the sample is yet to come. */
gboolean  tb_welcome_is_busy (TbWelcome *self);

G_END_DECLS
