/* What kind of figures the indicators of a file are: a group of rows to choose it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-import.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TB_TYPE_IMPORT_MEASURES (tb_import_measures_get_type ())
G_DECLARE_FINAL_TYPE (TbImportMeasures, tb_import_measures, TB, IMPORT_MEASURES, AdwPreferencesGroup)

/* Emits "changed" when the user has chosen. */
void  tb_import_measures_fill      (TbImportMeasures   *self,
                                    TbImport           *import,
                                    TbLanguage          language,
                                    const char *const  *ids);
/* Says in a profile what is chosen. */
void  tb_import_measures_say       (TbImportMeasures   *self,
                                    TbProfile          *profile);
void  tb_import_measures_set_tight (TbImportMeasures   *self,
                                    gboolean            is_tight);
gboolean tb_import_measures_is_busy (TbImportMeasures *self);

G_END_DECLS
