/* What a selection of figures says: how the latest ones changed, and how they
 * stand to their targets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-proposal.h"
#include "tb-selection.h"

G_BEGIN_DECLS

/* The latest observed figure with a date; without one, the latest of all. FALSE:
 * there are no rows. */
gboolean tb_insight_find_latest (const TbSelected  *selected,
                                 TbFigure          *out_figure);
/* Lines of text; NULL where there is nothing to say, or too much. */
char    *tb_insight_dup         (const TbSelection *selection,
                                 TbLanguage         language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
