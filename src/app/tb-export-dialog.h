/* How the figure is exported.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-spec.h"
#include "tb-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TB_TYPE_EXPORT_DIALOG (tb_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TbExportDialog, tb_export_dialog, TB, EXPORT_DIALOG, AdwDialog)

/* @type: of the chart as it is shown. */
TbExportDialog *tb_export_dialog_new     (TbSession       *session,
                                          TbChartType      type,
                                          AdwToastOverlay *toasts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
