/* What the ink of a figure looks like beyond its scene, the same in every output.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Hatching: lines rising to the right at 45°, logical px. A line of 1.6 px is
 * 0.42 mm on paper, which a printer of one colour keeps apart from both white
 * and solid; lines and gaps are seen down to a bar of 12 px. */
#define TB_HATCH_SPACING_PX 5.0
#define TB_HATCH_WIDTH_PX 1.6

/* Dashes and gaps, for a stroke of @width logical px. */
#define TB_DASH_ON_PX(width) (2 + 2 * (width))
#define TB_DASH_OFF_PX(width) (2 + (width))

G_END_DECLS
