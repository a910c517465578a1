/* Puts a figure on the clipboard: image, drawing and text at once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-export.h"
#include "tb-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

void  tb_figure_copy (AdwToastOverlay *toasts,
                      TbSession       *session,
                      TbChartSpec     *spec,
                      double           dpi);

G_END_DECLS
