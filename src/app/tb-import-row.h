/* A row with one choice about how a file is read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwComboRow *tb_import_row_new       (const char         *title,
                                      const char         *samples,
                                      const char *const  *choices) G_GNUC_WARN_UNUSED_RESULT;
/* Whether the choice stands below what it is of, in place of the samples. */
void         tb_import_row_set_tight (AdwComboRow        *row,
                                      gboolean            is_tight);

G_END_DECLS
