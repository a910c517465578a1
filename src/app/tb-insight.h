/* What a selection of figures says: how the latest ones changed, and how they
 * stand to their targets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-spec.h"
#include "tb-scene.h"
#include "tb-selection.h"

G_BEGIN_DECLS

/* Lines of text; NULL where there is nothing to say, or too much. What the scene
 * says is not said again. */
char *tb_insight_dup (const TbSelection       *selection,
                      const TbScene           *scene,
                      const TbChartSpecFields *spec) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
