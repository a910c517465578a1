/* A row that shows what is chosen and opens a list of choices, of which some may
 * not be taken and say why.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* One choice. */
#define TB_TYPE_CHOICE (tb_choice_get_type ())
G_DECLARE_FINAL_TYPE (TbChoice, tb_choice, TB, CHOICE, GObject)

/* @remark: nullable: what it is, or, of a @refused one, why it cannot be taken. */
TbChoice      *tb_choice_new             (const char   *title,
                                          const char   *remark,
                                          gboolean      refused) G_GNUC_WARN_UNUSED_RESULT;
const char    *tb_choice_get_title       (TbChoice     *self);
const char    *tb_choice_get_remark      (TbChoice     *self);
gboolean       tb_choice_is_refused      (TbChoice     *self);

#define TB_TYPE_CHOICE_ROW (tb_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (TbChoiceRow, tb_choice_row, TB, CHOICE_ROW, AdwActionRow)

/* @choices: of TbChoice. @chosen: its position, GTK_INVALID_LIST_POSITION for none.
 * `chosen` (position as uint) is emitted when the user takes another one. */
void           tb_choice_row_set_choices (TbChoiceRow  *self,
                                          GListModel   *choices,
                                          guint         chosen);
GListModel    *tb_choice_row_get_choices (TbChoiceRow  *self);
guint          tb_choice_row_get_chosen  (TbChoiceRow  *self);
/* As the user does. FALSE where it cannot be taken. */
gboolean       tb_choice_row_choose      (TbChoiceRow  *self,
                                          guint         position);

G_END_DECLS
