/* How a file is read: asked once where it can be read in several ways.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-import.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TB_TYPE_IMPORT_DIALOG (tb_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TbImportDialog, tb_import_dialog, TB, IMPORT_DIALOG, AdwDialog)

/* Emits "accepted" once the user opens the files as they are shown; then
 * tb_import_dialog_get_import() is what to open. */
TbImportDialog *tb_import_dialog_new        (TbImport           *import,
                                             TbLanguage          language,
                                             const char *const  *ids) G_GNUC_WARN_UNUSED_RESULT;
TbImport       *tb_import_dialog_get_import (TbImportDialog     *self);
/* Whether what is chosen is being read. */
gboolean        tb_import_dialog_is_busy    (TbImportDialog     *self);

G_END_DECLS
