/* What holds for all figures and files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TB_TYPE_PREFERENCES_DIALOG (tb_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TbPreferencesDialog, tb_preferences_dialog, TB, PREFERENCES_DIALOG, AdwPreferencesDialog)

TbPreferencesDialog *tb_preferences_dialog_new     (void) G_GNUC_WARN_UNUSED_RESULT;
/* As choosing it in the file dialog does. */
void                 tb_preferences_dialog_choose  (TbPreferencesDialog *self,
                                                    GFile               *theme);
/* Whether remembered answers are being listed, or a theme is being read. */
gboolean             tb_preferences_dialog_is_busy (TbPreferencesDialog *self);

G_END_DECLS
