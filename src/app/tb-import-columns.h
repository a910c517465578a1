/* What each column of a file is: a group of rows to choose it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-import.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TB_TYPE_IMPORT_COLUMNS (tb_import_columns_get_type ())
G_DECLARE_FINAL_TYPE (TbImportColumns, tb_import_columns, TB, IMPORT_COLUMNS, AdwPreferencesGroup)

/* Emits "changed" when the user has chosen. */
void  tb_import_columns_fill      (TbImportColumns  *self,
                                   TbImport         *import);
/* Says in a profile what is chosen. */
void  tb_import_columns_say       (TbImportColumns  *self,
                                   TbProfile        *profile);
void  tb_import_columns_set_tight (TbImportColumns  *self,
                                   gboolean          is_tight);
gboolean tb_import_columns_is_busy (TbImportColumns *self);

G_END_DECLS
