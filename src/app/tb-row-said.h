/* What rows of dialogs say beside their titles, for those who hear them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void tb_rows_say_subtitles (void);

void tb_row_say        (AdwActionRow *row,
                        const char   *text);
void tb_row_say_choice (AdwComboRow  *row);
void tb_row_set_remark (AdwComboRow  *row,
                        const char   *remark);
void tb_row_set_wrong  (AdwEntryRow  *row,
                        gboolean      is_wrong);

G_END_DECLS
