/* A text in a row of a list.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TB_TYPE_ROW_TEXT (tb_row_text_get_type ())
G_DECLARE_FINAL_TYPE (TbRowText, tb_row_text, TB, ROW_TEXT, GtkWidget)

GtkWidget   *tb_row_text_new        (int          most_lines,
                                     const char  *features);
void         tb_row_text_set_text   (TbRowText   *self,
                                     const char  *text);
PangoLayout *tb_row_text_get_layout (TbRowText   *self);

G_END_DECLS
