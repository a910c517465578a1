/* Pango as figures need it: the same for measuring and for painting.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-text-measure.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

PangoContext *tb_pango_context_new (const char    *language) G_GNUC_WARN_UNUSED_RESULT;
void          tb_pango_set_line    (PangoLayout   *layout,
                                    const TbFont  *font,
                                    const char    *text,
                                    gssize         length);

G_END_DECLS
