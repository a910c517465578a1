/* How the table is exported.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-comparison.h"
#include "tb-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TB_TYPE_TABLE_EXPORT_DIALOG (tb_table_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TbTableExportDialog, tb_table_export_dialog, TB, TABLE_EXPORT_DIALOG, AdwDialog)

TbTableExportDialog *tb_table_export_dialog_new (TbSession       *session,
                                                 TbComparison    *comparison,
                                                 AdwToastOverlay *toasts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
