/* The alternative text of a chart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-type.h"

G_BEGIN_DECLS

char *tb_scene_describe (const TbFigures        *figures,
                         const TbChartTypeClass *klass,
                         gconstpointer           content) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
