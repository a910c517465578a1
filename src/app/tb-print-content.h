/* What is printed: a figure, or a table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-spec.h"
#include "tb-comparison.h"
#include "tb-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* @type: of the chart as it is shown. */
void  tb_print_chart (GtkWindow       *window,
                      AdwToastOverlay *toasts,
                      TbSession       *session,
                      TbChartType      type);
void  tb_print_table (GtkWindow       *window,
                      AdwToastOverlay *toasts,
                      TbSession       *session,
                      TbComparison    *comparison);

G_END_DECLS
