/* "Where This Figure Comes From": one figure with its source and what others say.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-verdict.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TB_TYPE_SOURCE_DIALOG (tb_source_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TbSourceDialog, tb_source_dialog, TB, SOURCE_DIALOG, AdwDialog)

/* To be presented with adw_dialog_present(); a bottom sheet where there is little room. */
TbSourceDialog *tb_source_dialog_new  (TbDataset  *dataset,
                                       TbFigure    figure,
                                       TbLanguage  language) G_GNUC_WARN_UNUSED_RESULT;

/* The target of the action `win.show-source`: a figure of the dataset that is open. */
#define TB_SOURCE_TARGET_TYPE "(tt)"
#define TB_SHOW_SOURCE_ACTION "win.show-source"

/* NULL where the series is none of the dataset. */
GVariant       *tb_source_target_new  (TbDataset  *dataset,
                                       TbFigure    figure) G_GNUC_WARN_UNUSED_RESULT;
gboolean        tb_source_target_read (TbDataset  *dataset,
                                       GVariant   *target,
                                       TbFigure   *out_figure);

G_END_DECLS
