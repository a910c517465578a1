/* Pictures of dialogs, and of what they leave behind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "screenshots.h"

#include "tb-file-told.h"
#include "tb-import-store.h"
#include "tb-indicator-card.h"
#include "tb-settings.h"
#include "tb-window-private.h"

static void
scroll_dialog_to_end (TbWindow *window)
{
  GtkWidget *scrolled = tb_app_test_find (
    GTK_WIDGET (tb_app_test_get_dialog (window)), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
}

static void
show_export (TbWindow *window)
{
  tb_shots_show_chart (window);
  tb_app_test_draw (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.export", NULL);
}

/* The lower half of the dialog, with all of its rows. */
static void
show_export_end (TbWindow *window)
{
  g_settings_set_string (tb_settings_get (), "export-format", "svg");
  g_settings_set_string (tb_settings_get (), "export-page", "custom");
  g_settings_set_boolean (tb_settings_get (), "export-transparent", TRUE);
  show_export (window);
  tb_app_test_draw (window);
  scroll_dialog_to_end (window);
}

static void
show_exported (TbWindow *window)
{
  g_autoptr (GFile) file = g_file_new_build_filename (g_get_user_data_dir (), "base-stations-5g-new.png", NULL);
  g_autoptr (GPtrArray) notices = g_ptr_array_new ();
  TbFileTelling telling = { GTK_WINDOW (window), window->toasts, file };

  tb_shots_show_chart (window);
  tb_file_tell_success (&telling, notices);
}

static void
show_table_export (TbWindow *window)
{
  tb_shots_show_table (window);
  tb_app_test_draw (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.export", NULL);
}

static void
show_shortcuts (TbWindow *window)
{
  tb_shots_show_chart (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-shortcuts", NULL);
}

static void
show_preferences (TbWindow *window)
{
  tb_shots_show_chart (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-preferences", NULL);
}

/* Of the second page, with answers that were given. */
static void
show_preferences_files (TbWindow *window)
{
  static const char *const profiles[] = {
    "{\"tongbi\": \"import-profile/1\", \"columns\": {\"when\": {\"role\": \"period\"}, \"area\": {\"role\": "
    "\"place\"}, \"beds\": {\"role\": \"value\"}, \"code\": {\"role\": \"ignored\"}}}",
    "{\"tongbi\": \"import-profile/1\", \"columns\": {\"年份\": {\"role\": \"period\"}, \"地区\": {\"role\": \"place\"}, "
    "\"床位数\": {\"role\": \"value\"}}}",
  };
  AdwDialog *dialog;

  for (gsize i = 0; i < G_N_ELEMENTS (profiles); i++)
    {
      g_autofree char *shape = g_strdup_printf ("picture-%zu", i);
      g_autofree char *path = tb_import_store_dup_path (shape);
      g_autofree char *folder = g_path_get_dirname (path);

      g_mkdir_with_parents (folder, 0700);
      g_file_set_contents (path, profiles[i], -1, NULL);
    }
  show_preferences (window);
  /* Dialogs come up a frame later (tb-dialog-parts.h). */
  tb_app_test_wait (tb_app_test_has_dialog, window, "the preferences");
  dialog = tb_app_test_get_dialog (window);
  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog), "files");
}

static void
show_about (TbWindow *window)
{
  g_action_group_activate_action (G_ACTION_GROUP (tb_app_test_get ()), "about", NULL);
}

static void
show_problems (TbWindow *window)
{
  g_autofree char *path = tb_app_test_write ("damaged.tongbi.json",
                                             "{\"tongbi\": \"dataset/1\", \"title\": \"Damaged\",\n"
                                             " \"units\": {\"bed\": {\"name\": \"beds\", \"kind\": \"cuont\"}},\n"
                                             " \"indicators\": [{\"id\": \"a\", \"name\": \"A\", \"unit\": \"beds\", "
                                             "\"measure\": \"stock\"}],\n"
                                             " \"series\": [{\"indicator\": \"a\", \"observations\": [[\"2021-Q5\", "
                                             "1]]}]}\n");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  tb_shots_open_sample (window);
  tb_window_open (window, file);
}

/* A file that can be read in several ways. */
static void
show_import (TbWindow *window)
{
  g_autofree char *path = tb_app_test_write ("survey.csv",
                                             "when,area,beds,code,remarks\n"
                                             "2019,North Harbour,\"1,204\",11,counted in May\n"
                                             "2020,North Harbour,\"1,312\",11,\n"
                                             "2021,North Harbour,\"1,330\",11,\n"
                                             "2019,South Hills,801,12,\n"
                                             "2020,South Hills,788,12,estimated\n");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  tb_window_open (window, file);
  tb_app_test_wait (tb_app_test_has_dialog, window, "the question");
}

static void
show_import_end (TbWindow *window)
{
  show_import (window);
  tb_app_test_draw (window);
  scroll_dialog_to_end (window);
}

/* What is open, and what its indicators measure. */
static void
show_reading (TbWindow *window)
{
  g_autofree char *path = tb_app_test_write ("hospitals.csv",
                                             "region,year,beds,births,deaths\n"
                                             "North,2019,1204,310,200\n"
                                             "North,2020,1312,330,210\n"
                                             "North,2021,1330,300,190\n");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  tb_window_open (window, file);
  tb_app_test_wait (tb_app_test_has_dataset, window, "the dataset");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-reading", NULL);
}

/* From the menu of the first card. */
static void
show_source (TbWindow *window)
{
  tb_shots_show_overview (window);
  tb_app_test_draw (window);
  gtk_widget_activate_action (tb_app_test_find (GTK_WIDGET (window->overview), TB_TYPE_INDICATOR_CARD),
                              "card.show-source", NULL);
}

const TbShot tb_shots_of_dialogs[] = {
  { "source", 1366, 768, FALSE, show_source },
  { "source-dark", 1366, 768, TRUE, show_source },
  { "source-narrow", 360, 648, FALSE, show_source },
  { "source-narrow-dark", 360, 648, TRUE, show_source },
  { "export", 1366, 768, FALSE, show_export },
  { "export-dark", 1366, 768, TRUE, show_export },
  { "export-narrow", 360, 648, FALSE, show_export },
  { "export-end", 1366, 768, FALSE, show_export_end },
  { "export-end-dark", 1366, 768, TRUE, show_export_end },
  { "export-end-narrow", 360, 648, FALSE, show_export_end },
  { "exported", 1366, 768, FALSE, show_exported },
  { "exported-narrow", 360, 648, FALSE, show_exported },
  { "export-table", 1366, 768, FALSE, show_table_export },
  { "problems", 1366, 768, FALSE, show_problems },
  { "import", 1366, 768, FALSE, show_import },
  { "import-dark", 1366, 768, TRUE, show_import },
  { "import-end", 1366, 768, FALSE, show_import_end },
  { "import-narrow", 360, 648, FALSE, show_import },
  { "import-narrow-end", 360, 648, FALSE, show_import_end },
  { "import-reading", 1366, 768, FALSE, show_reading },
  { "shortcuts", 1366, 768, FALSE, show_shortcuts },
  { "about", 1366, 768, FALSE, show_about },
  { "preferences", 1366, 768, FALSE, show_preferences },
  { "preferences-dark", 1366, 768, TRUE, show_preferences },
  { "preferences-narrow", 360, 648, FALSE, show_preferences },
  { "preferences-files", 1366, 768, FALSE, show_preferences_files },
  { "preferences-files-narrow", 360, 648, TRUE, show_preferences_files },
  { "text200-export", 1366, 768, FALSE, show_export, .text = 2 },
  { "mirrored-text200-export", 360, 648, FALSE, show_export, .text = 2, .mirrored = TRUE },
  { "text200-import", 360, 648, FALSE, show_import, .text = 2 },
  { NULL },
};
