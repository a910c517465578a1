/* Text measured by Pango.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-text-measure.h"

G_BEGIN_DECLS

/* Belongs to the thread that made it. Metrics are unhinted, so that a layout is
 * the same at every resolution. */
TbTextMeasure *tb_measure_pango_new  (const char    *language) G_GNUC_WARN_UNUSED_RESULT;
void           tb_measure_pango_free (TbTextMeasure *self);

G_END_DECLS
