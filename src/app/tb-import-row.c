/* A row with one choice about how a file is read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-import-row.h"

#include "tb-row-said.h"

/**
 * tb_import_row_new:
 * @title: what is chosen for, as it is in the file
 * @samples: (nullable): some of its values
 * @choices: (array zero-terminated=1) (nullable): in words
 *
 * Returns: (transfer floating): a new row
 */
AdwComboRow *
tb_import_row_new (const char        *title,
                   const char        *samples,
                   const char *const *choices)
{
  AdwComboRow *row = ADW_COMBO_ROW (adw_combo_row_new ());
  g_autoptr (GtkStringList) model = gtk_string_list_new (choices);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  if (samples != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), samples);
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), samples);
  adw_combo_row_set_model (row, G_LIST_MODEL (model));
  tb_row_say_choice (row);
  return row;
}

/**
 * tb_import_row_set_tight:
 * @row: of tb_import_row_new()
 * @is_tight: whether there is little room
 *
 * Puts the choice below what it is of, where the samples were; these are in the
 * tooltip.
 */
void
tb_import_row_set_tight (AdwComboRow *row,
                         gboolean     is_tight)
{
  const char *samples = gtk_widget_get_tooltip_text (GTK_WIDGET (row));
  GtkStringObject *choice = adw_combo_row_get_selected_item (row);
  const char *below = is_tight && choice != NULL ? gtk_string_object_get_string (choice) : samples;

  adw_combo_row_set_use_subtitle (row, is_tight);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), below != NULL ? below : "");
}
