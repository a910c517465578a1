/* Preferences: what each does to an open window, and what is refused.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-test.h"
#include "tb-import-store.h"
#include "tb-preferences-dialog.h"
#include "tb-settings.h"
#include "tb-theme-store.h"
#include "tb-window-private.h"

#include <glib/gstdio.h>
#include <string.h>

static gboolean
is_idle (gpointer dialog)
{
  return !tb_preferences_dialog_is_busy (dialog);
}

static TbPreferencesDialog *
open_preferences (TbWindow **out_window)
{
  g_autofree char *path = tb_app_test_write ("small.tongbi.json", tb_app_test_small_dataset ());
  TbWindow *window = tb_app_test_open (path);
  AdwDialog *dialog;

  tb_app_test_wait (tb_app_test_has_dataset, window, "the dataset");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "chart");
  tb_app_test_draw (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-preferences", NULL);
  tb_app_test_draw (window);
  dialog = tb_app_test_get_dialog (window);
  g_assert_true (TB_IS_PREFERENCES_DIALOG (dialog));
  tb_app_test_wait (is_idle, dialog, "the dialog");
  *out_window = window;
  return TB_PREFERENCES_DIALOG (dialog);
}

static void
choose (TbPreferencesDialog *dialog,
        TbWindow            *window,
        const char          *row,
        guint                choice)
{
  GtkWidget *found = tb_app_test_find_row (GTK_WIDGET (dialog), row);

  g_assert_true (ADW_IS_COMBO_ROW (found));
  adw_combo_row_set_selected (ADW_COMBO_ROW (found), choice);
  tb_app_test_draw (window);
}

static const TbChartSpecFields *
get_shown (TbWindow *window)
{
  return tb_chart_spec_get (tb_chart_view_get_picture (window->chart_view)->spec);
}

/* The chart behind the dialog follows at once; the window keeps its language. */
static void
test_figures (void)
{
  TbWindow *window;
  TbPreferencesDialog *dialog = open_preferences (&window);

  g_assert_cmpint (get_shown (window)->language, ==, TB_LANGUAGE_EN);
  choose (dialog, window, "Language", 2);
  g_assert_cmpint (get_shown (window)->language, ==, TB_LANGUAGE_ZH);
  g_assert_cmpint (tb_session_get_language (window->session), ==, TB_LANGUAGE_EN);
  choose (dialog, window, "Language", 0);
  g_assert_cmpint (get_shown (window)->language, ==, TB_LANGUAGE_EN);

  choose (dialog, window, "Page", 1);
  g_assert_cmpfloat (get_shown (window)->height, >, get_shown (window)->width);
  choose (dialog, window, "Page", 0);

  g_assert_cmpint (get_shown (window)->decimals, ==, TB_CHART_AS_PUBLISHED);
  choose (dialog, window, "Decimals", 1);
  g_assert_cmpint (get_shown (window)->decimals, ==, 0);
  g_assert_cmpint (g_settings_get_int (tb_settings_get (), "figure-decimals"), ==, 0);
  choose (dialog, window, "Decimals", 5);
  g_assert_cmpint (get_shown (window)->decimals, ==, 4);
  choose (dialog, window, "Decimals", 0);
  g_assert_cmpint (get_shown (window)->decimals, ==, TB_CHART_AS_PUBLISHED);
  /* What holds for all charts is no part of this one. */
  g_assert_cmpint (tb_session_get_fields (window->session)->decimals, ==, TB_CHART_AS_PUBLISHED);
  g_assert_false (tb_session_can_undo (window->session));
  tb_app_test_close (window);
}

static char *
choose_theme (TbPreferencesDialog *dialog,
              TbWindow            *window,
              const char          *text)
{
  g_autofree char *path = tb_app_test_write ("house.json", text);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  AdwDialog *told;
  char *body;

  tb_preferences_dialog_choose (dialog, file);
  tb_app_test_wait (is_idle, dialog, "the theme");
  tb_app_test_draw (window);
  /* The copy stays where the file goes away. */
  g_unlink (path);
  told = tb_app_test_get_dialog (window);
  if (!ADW_IS_ALERT_DIALOG (told))
    return NULL;
  body = g_strdup (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (told)));
  adw_dialog_force_close (told);
  return body;
}

static void
test_theme (void)
{
  TbWindow *window;
  TbPreferencesDialog *dialog = open_preferences (&window);
  AdwActionRow *row = ADW_ACTION_ROW (tb_app_test_find_row (GTK_WIDGET (dialog), "Theme"));
  g_autofree char *told = NULL;
  g_autofree char *no_json = NULL;
  g_autofree char *no_theme = NULL;

  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "None");
  g_assert_null (get_shown (window)->house);
  told = choose_theme (dialog, window, "{\"tongbi\": \"theme/1\", \"name\": \"City Bureau\", \"margin\": 30}");
  g_assert_null (told);
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "City Bureau");
  g_assert_nonnull (get_shown (window)->house);

  /* What is broken is told with its place, and the style before stays. */
  no_json = choose_theme (dialog, window, "{\n  \"tongbi\": \"theme/1\",\n  \"name\": }\n");
  g_test_message ("%s", no_json);
  g_assert_true (g_str_has_prefix (no_json, "Line 3, column 11: "));
  no_theme = choose_theme (dialog, window, "{\n  \"tongbi\": \"theme/1\",\n  \"margin\": \"wide\"\n}\n");
  g_test_message ("%s", no_theme);
  g_assert_true (g_str_has_prefix (no_theme, "Line 3, column 13: /margin: "));
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "City Bureau");
  g_assert_nonnull (get_shown (window)->house);

  g_signal_emit_by_name (tb_app_test_find_label (GTK_WIDGET (dialog), "Choose…") != NULL
                           ? gtk_widget_get_prev_sibling (gtk_widget_get_ancestor (
                               tb_app_test_find_label (GTK_WIDGET (dialog), "Choose…"), GTK_TYPE_BUTTON))
                           : NULL,
                         "clicked");
  tb_app_test_draw (window);
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "None");
  g_assert_null (get_shown (window)->house);
  tb_app_test_close (window);
}

/* A style without a name is called as its file, whose name may be no text. */
static void
test_theme_name (void)
{
  TbWindow *window;
  TbPreferencesDialog *dialog = open_preferences (&window);
  AdwActionRow *row = ADW_ACTION_ROW (tb_app_test_find_row (GTK_WIDGET (dialog), "Theme"));
  g_autofree char *path = tb_app_test_write ("bytes\xff.json", "{\"tongbi\": \"theme/1\", \"margin\": 30}");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  tb_preferences_dialog_choose (dialog, file);
  tb_app_test_wait (is_idle, dialog, "the theme");
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "bytes�.json");
  g_assert_true (g_file_set_contents (path, "{", -1, NULL));
  tb_preferences_dialog_choose (dialog, file);
  tb_app_test_wait (is_idle, dialog, "the refusal");
  g_assert_nonnull (tb_app_test_find_label (GTK_WIDGET (window), "“bytes�.json” Is Not Used"));
  tb_theme_store_reset ();
  tb_app_test_close (window);
}

static void
keep_profile (const char *shape,
              const char *text)
{
  g_autofree char *path = tb_import_store_dup_path (shape);
  g_autofree char *folder = g_path_get_dirname (path);

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static gboolean
is_kept (const char *shape)
{
  g_autofree char *path = tb_import_store_dup_path (shape);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static GtkWidget *
find_forget (TbPreferencesDialog *dialog,
             const char          *row)
{
  GtkWidget *found = tb_app_test_find_row (GTK_WIDGET (dialog), row);

  g_assert_nonnull (found);
  return tb_app_test_find (found, GTK_TYPE_BUTTON);
}

/* As keys do it. */
static void
click (TbPreferencesDialog *dialog,
       GtkWidget           *button)
{
  gtk_widget_grab_focus (button);
  g_signal_emit_by_name (button, "clicked");
  tb_app_test_wait (is_idle, dialog, "the list");
}

static GtkWidget *
get_focused_row (TbWindow *window)
{
  return gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), ADW_TYPE_PREFERENCES_ROW);
}

static void
test_answers (void)
{
  TbWindow *window;
  TbPreferencesDialog *dialog;
  GtkWidget *all;

  keep_profile ("a", "{\"tongbi\": \"import-profile/1\", \"columns\": {\"Jahr\": {\"role\": \"period\"}, \"Wert\": "
                     "{\"role\": \"value\"}}}");
  keep_profile ("b", "damaged");
  keep_profile ("c", "{\"tongbi\": \"import-profile/1\"}");
  dialog = open_preferences (&window);
  click (dialog, find_forget (dialog, "Jahr · Wert"));
  g_assert_false (is_kept ("a"));
  g_assert_true (is_kept ("b") && is_kept ("c"));
  g_assert_null (tb_app_test_find_row (GTK_WIDGET (dialog), "Jahr · Wert"));
  g_assert_nonnull (tb_app_test_find (get_focused_row (window), GTK_TYPE_BUTTON));
  all = gtk_widget_get_ancestor (tb_app_test_find_label (GTK_WIDGET (dialog), "Forget All"), GTK_TYPE_BUTTON);
  click (dialog, all);
  g_assert_false (is_kept ("b") || is_kept ("c"));
  g_assert_true (get_focused_row (window) == tb_app_test_find_row (GTK_WIDGET (dialog), "Remember Answers"));
  g_assert_nonnull (tb_app_test_find_row (GTK_WIDGET (dialog), "Nothing Is Remembered"));

  adw_switch_row_set_active (ADW_SWITCH_ROW (tb_app_test_find_row (GTK_WIDGET (dialog), "Remember Answers")), FALSE);
  g_assert_false (g_settings_get_boolean (tb_settings_get (), "remember-import"));
  g_settings_reset (tb_settings_get (), "remember-import");
  tb_app_test_close (window);
}

/* The list that is asked for last is the one that stays. */
static void
test_forget_quickly (void)
{
  TbWindow *window;
  TbPreferencesDialog *dialog;
  GtkWidget *first, *second;

  keep_profile ("d", "damaged");
  keep_profile ("e", "damaged");
  dialog = open_preferences (&window);
  first = find_forget (dialog, "d");
  second = find_forget (dialog, "e");
  g_signal_emit_by_name (first, "clicked");
  g_signal_emit_by_name (second, "clicked");
  tb_app_test_wait (is_idle, dialog, "the lists");
  g_assert_nonnull (tb_app_test_find_row (GTK_WIDGET (dialog), "Nothing Is Remembered"));
  tb_app_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  tb_app_test_init (&argc, &argv);
  g_test_add_func ("/preferences/figures", test_figures);
  g_test_add_func ("/preferences/theme", test_theme);
  g_test_add_func ("/preferences/theme/name", test_theme_name);
  g_test_add_func ("/preferences/answers", test_answers);
  g_test_add_func ("/preferences/answers/quickly", test_forget_quickly);
  return g_test_run ();
}
