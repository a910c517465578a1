/* A row with a text of a figure, which the data make unless someone writes another.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TB_TYPE_TEXT_ROW (tb_text_row_get_type ())
G_DECLARE_FINAL_TYPE (TbTextRow, tb_text_row, TB, TEXT_ROW, AdwPreferencesRow)

/* @text: nullable: the automatic one holds. "": the part is left out. `edited` is
 * emitted when the user changes it. */
void         tb_text_row_set_texts (TbTextRow  *self,
                                    const char *text,
                                    const char *automatic);
const char  *tb_text_row_get_text  (TbTextRow  *self);
GtkTextView *tb_text_row_get_view  (TbTextRow  *self);

G_END_DECLS
