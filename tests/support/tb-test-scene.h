/* Figures that the tests of drawing share; no chart is laid out for them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-scene.h"

G_BEGIN_DECLS

#define TB_TEST_FAMILY "Noto Sans CJK SC, sans-serif"

TbColor  tb_test_color         (guint32              rgb);
/* Every kind of node, Chinese and Latin text, a clip, a hatch, data. */
TbScene *tb_test_scene_mixed   (const TbTextMeasure *measure,
                                gboolean             dark) G_GNUC_WARN_UNUSED_RESULT;
/* The four scenarios of semantics N-1 side by side, each TB_TEST_BAR_PX wide
 * with as much room between: solid, lighter, outlined, hatched. */
#define TB_TEST_BAR_PX 24
TbScene *tb_test_scene_scenarios (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
