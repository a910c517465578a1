/* What rows of dialogs say beside their titles, for those who hear them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-row-said.h"

#include "tb-chooser.h"

#include <glib/gi18n-lib.h>

/**
 * tb_row_say:
 * @row: a row
 * @text: what it says beside its title
 *
 * Has screen readers told. libadwaita 1.7 only relates a row to its subtitle, of which
 * GTK 4.18 makes no description.
 */
void
tb_row_say (AdwActionRow *row,
            const char   *text)
{
  g_return_if_fail (ADW_IS_ACTION_ROW (row));

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
say_choice (AdwComboRow *row)
{
  GtkStringObject *item = adw_combo_row_get_selected_item (row);
  const char *choice = item != NULL ? gtk_string_object_get_string (item) : "";
  const char *subtitle = adw_action_row_get_subtitle (ADW_ACTION_ROW (row));
  gboolean says_more = subtitle != NULL && *subtitle != '\0' && !g_str_equal (subtitle, choice);
  const char *remark = g_object_get_data (G_OBJECT (row), "tb-remark");
  const char *parts[] = { choice, says_more ? subtitle : remark, says_more ? remark : NULL, NULL };
  g_autofree char *text = g_strjoinv (_(", "), (char **) parts);

  tb_row_say (ADW_ACTION_ROW (row), text);
}

/**
 * tb_row_say_choice:
 * @row: a row with strings to choose from
 *
 * Has screen readers told what is chosen, whenever that changes, and what each choice is.
 */
void
tb_row_say_choice (AdwComboRow *row)
{
  g_return_if_fail (ADW_IS_COMBO_ROW (row));

  g_signal_connect (row, "notify::selected-item", G_CALLBACK (say_choice), NULL);
  g_signal_connect (row, "notify::subtitle", G_CALLBACK (say_choice), NULL);
  tb_chooser_complete (GTK_WIDGET (row));
  say_choice (row);
}

/**
 * tb_row_set_remark:
 * @row: a row of tb_row_say_choice()
 * @remark: what else there is to say of it, shown as a picture
 *
 * Has it told after the choice.
 */
void
tb_row_set_remark (AdwComboRow *row,
                   const char  *remark)
{
  g_return_if_fail (ADW_IS_COMBO_ROW (row));

  g_object_set_data_full (G_OBJECT (row), "tb-remark", g_strdup (remark), g_free);
  say_choice (row);
}
