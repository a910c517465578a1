/* What rows of dialogs say beside their titles, for those who hear them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-row-said.h"

#include "tb-chooser.h"
#include "tb-realized.h"

#include <glib/gi18n-lib.h>

/* Of rows that say something else than their subtitle. */
#define SAYS_OWN "tb-says-own"

static void
describe (AdwActionRow *row,
          const char   *text)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

/**
 * tb_row_say:
 * @row: a row
 * @text: what it says beside its title
 *
 * Has screen readers told, in place of its subtitle.
 */
void
tb_row_say (AdwActionRow *row,
            const char   *text)
{
  g_return_if_fail (ADW_IS_ACTION_ROW (row));

  g_object_set_data (G_OBJECT (row), SAYS_OWN, row);
  describe (row, text);
}

static void
say_subtitle (AdwActionRow *row)
{
  const char *subtitle = adw_action_row_get_subtitle (row);
  g_autofree char *text = NULL;

  if (g_object_get_data (G_OBJECT (row), SAYS_OWN) != NULL)
    return;
  if (subtitle != NULL && adw_preferences_row_get_use_markup (ADW_PREFERENCES_ROW (row)))
    pango_parse_markup (subtitle, -1, 0, NULL, &text, NULL, NULL);
  if (text == NULL)
    text = g_strdup (subtitle != NULL ? subtitle : "");
  describe (row, text);
}

static void
watch_subtitle (GtkWidget *widget)
{
  if (!ADW_IS_ACTION_ROW (widget)
      || g_signal_handler_find (widget, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, say_subtitle, NULL) != 0)
    return;
  g_signal_connect (widget, "notify::subtitle", G_CALLBACK (say_subtitle), NULL);
  say_subtitle (ADW_ACTION_ROW (widget));
}

/**
 * tb_rows_say_subtitles:
 *
 * Has screen readers told the subtitles of all rows from now on. libadwaita 1.7 only
 * relates a row to its subtitle, of which GTK 4.18 makes no description.
 *
 * Thread: that of GTK.
 */
void
tb_rows_say_subtitles (void)
{
  tb_realized_watch (watch_subtitle);
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

/* Where there is no room for the choice beside the title, it stands below. libadwaita 1.7
 * puts it there when another is chosen, and until then shows it nowhere. */
static void
show_choice (AdwComboRow *row)
{
  GtkStringObject *item = adw_combo_row_get_selected_item (row);

  if (adw_combo_row_get_use_subtitle (row) && item != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), gtk_string_object_get_string (item));
}

/**
 * tb_row_say_choice:
 * @row: a row with strings to choose from
 *
 * Has screen readers told what is chosen, whenever that changes, and what each choice is;
 * and has it shown where there is little room.
 */
void
tb_row_say_choice (AdwComboRow *row)
{
  g_return_if_fail (ADW_IS_COMBO_ROW (row));

  g_signal_connect (row, "notify::selected-item", G_CALLBACK (say_choice), NULL);
  g_signal_connect (row, "notify::subtitle", G_CALLBACK (say_choice), NULL);
  g_signal_connect (row, "notify::use-subtitle", G_CALLBACK (show_choice), NULL);
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

/**
 * tb_row_set_wrong:
 * @row: a row to write in
 * @is_wrong: whether what is written there cannot be taken
 *
 * Shows and tells it.
 */
void
tb_row_set_wrong (AdwEntryRow *row,
                  gboolean     is_wrong)
{
  g_return_if_fail (ADW_IS_ENTRY_ROW (row));

  if (is_wrong)
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}
