/* How work begins: the welcome page, recent files, pasting; and what tells of the program.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-about.h"
#include "tb-app-test.h"
#include "tb-figure-canvas.h"
#include "tb-import-dialog.h"
#include "tb-paste.h"
#include "tb-recent.h"
#include "tb-settings.h"
#include "tb-shortcuts.h"
#include "tb-window-private.h"

#include <glib/gstdio.h>
#include <string.h>

static gboolean
is_welcoming (gpointer welcome)
{
  return !tb_welcome_is_busy (welcome);
}

/* The chart of the sample is drawn by the program itself, and opens the sample with it. */
static void
test_welcome (void)
{
  TbWindow *window = tb_app_test_open (NULL);
  GtkWidget *canvas = tb_app_test_find (GTK_WIDGET (window->welcome), TB_TYPE_FIGURE_CANVAS);
  GtkWidget *card;
  TbChartPicture *picture;

  tb_app_test_wait (is_welcoming, window->welcome, "the chart of the sample");
  tb_app_test_draw (window);
  picture = tb_figure_canvas_get_picture (TB_FIGURE_CANVAS (canvas));
  g_assert_nonnull (picture);
  g_assert_nonnull (picture->scene);
  g_assert_cmpstr (tb_scene_get_info (picture->scene)->title, ==, "New 5G base stations");
  card = gtk_widget_get_ancestor (canvas, GTK_TYPE_BUTTON);
  g_assert_true (gtk_widget_get_visible (card));
  gtk_widget_activate (card);
  tb_app_test_wait (tb_app_test_has_dataset, window, "the sample");
  g_assert_cmpuint (tb_session_get_n_selected (window->session), ==, 1);
  g_assert_cmpstr (tb_session_get_selected (window->session, 0)->id, ==, TB_WELCOME_INDICATOR);
  g_assert_false (tb_session_can_undo (window->session));
  tb_app_test_close (window);
}

static const char *
get_first_id (TbWindow *window)
{
  return tb_session_get_selected (window->session, 0)->id;
}

/* What was seen of the sample is shown of the sample alone: an opening that was given up
 * leaves nothing for the next one. */
static void
test_sample_given_up (void)
{
  g_autofree char *path = tb_app_test_write (
    "two.tongbi.json", "{\"tongbi\": \"dataset/1\", \"title\": \"Two\", \"units\": {\"u\": {\"name\": \"u\", "
                       "\"kind\": \"count\"}}, \"indicators\": [{\"id\": \"nurses\", \"name\": \"Nurses\", "
                       "\"unit\": \"u\", \"measure\": \"stock\"}, {\"id\": \"" TB_WELCOME_INDICATOR "\", "
                       "\"name\": \"Stations\", \"unit\": \"u\", \"measure\": \"stock\"}], \"series\": ["
                       "{\"indicator\": \"nurses\", \"observations\": [[\"2020-12-31\", 1], [\"2021-12-31\", 2], "
                       "[\"2022-12-31\", 3]]}, {\"indicator\": \"" TB_WELCOME_INDICATOR "\", \"observations\": "
                       "[[\"2020-12-31\", 1], [\"2021-12-31\", 2], [\"2022-12-31\", 3]]}]}");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TbWindow *window = tb_app_test_open (NULL);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-sample", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.cancel-open", NULL);
  tb_window_open (window, file);
  tb_app_test_wait (tb_app_test_has_dataset, window, "the other file");
  g_assert_cmpstr (get_first_id (window), ==, "nurses");
  tb_app_test_close (window);
}

static gboolean
has_sample (gpointer data)
{
  TbWindow *window = data;
  g_autoptr (GFile) sample = tb_settings_dup_sample ();

  return tb_window_has_file (window, sample) && !tb_window_is_opening (window);
}

/* It is shown as well where the user was asked about unsaved work first. */
static void
test_sample_after_question (void)
{
  TbWindow *window = tb_app_test_open_small ();
  TbChartSpecFields fields = *tb_session_get_fields (window->session);

  fields.title = (char *) "Nurses of the north";
  tb_session_change (window->session, &fields, TRUE, NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-sample", NULL);
  tb_app_test_wait (tb_app_test_has_dialog, window, "the question");
  g_signal_emit_by_name (tb_app_test_get_dialog (window), "response", "discard");
  tb_app_test_wait (has_sample, window, "the sample");
  g_assert_cmpstr (get_first_id (window), ==, TB_WELCOME_INDICATOR);
  tb_app_test_close (window);
}

static gboolean
has_told_gone (gpointer window)
{
  return tb_app_test_find_label (window, "“gone.tongbi.json” is no longer there and was taken off the list") != NULL;
}

/* A file that has disappeared is told and dropped; what is open stays. */
static void
test_recent_gone (void)
{
  g_autofree char *path = tb_app_test_write ("gone.tongbi.json", tb_app_test_small_dataset ());
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file);
  g_auto (GStrv) before = NULL;
  g_auto (GStrv) after = NULL;
  TbWindow *window = tb_app_test_open (path);

  tb_app_test_wait (tb_app_test_has_dataset, window, "the file");
  before = tb_recent_dup_uris (10);
  g_assert_true (g_strv_contains ((const char *const *) before, uri));
  g_assert_cmpint (g_unlink (path), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-uri", "s", uri);
  tb_app_test_wait (has_told_gone, window, "the loss to be told");
  after = tb_recent_dup_uris (10);
  g_assert_false (g_strv_contains ((const char *const *) after, uri));
  g_assert_nonnull (tb_session_get_dataset (window->session));
  tb_app_test_close (window);
}

static void
test_suffixes (void)
{
  static const struct { const char *text; const char *suffix; } rows[] = {
    { "year\tbeds\n2019\t1204\n2020\t1312\n", "tsv" },
    { "year\tbeds\n2019\t1,204\n", "tsv" },
    { "year,beds\r\n2019,1204\r\n", "csv" },
    { "Jahr;Betten\n2019;1204,5\n", "csv" },
    { "\n\n  {\"tongbi\": \"dataset/1\"}", "json" },
    { "[1, 2]", "json" },
    { "year,beds\n2019,\"1,204\"\n", "csv" },    /* a comma within quotes is none of the columns */
    { "year,beds", NULL },                         /* one line is no table */
    { "Dear all, thank you.\nBest wishes, and so on, Ann\n", NULL },
    { "Beds in 2019: 1204\nBeds in 2020: 1312\n", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (tb_paste_guess_suffix (rows[i].text), ==, rows[i].suffix);
}

static gboolean
has_opened_or_asks (gpointer data)
{
  return tb_app_test_has_dataset (data) || TB_IS_IMPORT_DIALOG (adw_application_window_get_visible_dialog (data));
}

static gboolean
has_told_no_table (gpointer window)
{
  return tb_app_test_find_label (window, "What was copied is not a table: copy rows with tabs, commas or semicolons")
         != NULL;
}

/* Rows of text go the way of a csv file: through the question where they are in doubt. */
static void
test_paste_text (void)
{
  TbWindow *window = tb_app_test_open (NULL);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));

  gdk_clipboard_set_text (clipboard, "Only words.");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.paste", NULL);
  tb_app_test_wait (has_told_no_table, window, "the refusal");
  g_assert_true (tb_window_is_empty (window));

  gdk_clipboard_set_text (clipboard, "when,area,beds,code\n2019,North,\"1,204\",11\n2020,North,\"1,312\",11\n"
                                     "2019,South,801,12\n2020,South,788,12\n");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.paste", NULL);
  tb_app_test_wait (has_opened_or_asks, window, "the rows");
  tb_app_test_close (window);
}

static void
test_paste_file (void)
{
  g_autofree char *path = tb_app_test_write ("pasted.tongbi.json", tb_app_test_small_dataset ());
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TbWindow *window = tb_app_test_open (NULL);
  GdkFileList *files = gdk_file_list_new_from_array (&file, 1);

  gdk_clipboard_set (gtk_widget_get_clipboard (GTK_WIDGET (window)), GDK_TYPE_FILE_LIST, files);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.paste", NULL);
  tb_app_test_wait (tb_app_test_has_dataset, window, "the file");
  g_assert_true (g_file_equal (tb_session_get_file (window->session), file));
  g_boxed_free (GDK_TYPE_FILE_LIST, files);
  tb_app_test_close (window);
}

/* What is new comes from the metainfo; a report of a fault has the versions. */
static void
test_about (void)
{
  TbWindow *window = tb_app_test_open (NULL);
  AdwDialog *dialog = tb_about_new_dialog (GTK_WINDOW (window));
  AdwAboutDialog *about = ADW_ABOUT_DIALOG (dialog);
  g_autofree char *gtk = g_strdup_printf ("GTK %u.%u.", gtk_get_major_version (), gtk_get_minor_version ());

  adw_dialog_present (dialog, GTK_WIDGET (window));
  tb_app_test_draw (window);
  g_assert_cmpstr (adw_about_dialog_get_version (about), ==, PACKAGE_VERSION);
  g_assert_cmpint (adw_about_dialog_get_license_type (about), ==, GTK_LICENSE_GPL_3_0);
  g_assert_nonnull (strstr (adw_about_dialog_get_release_notes (about), "First version"));
  g_assert_nonnull (strstr (adw_about_dialog_get_debug_info (about), gtk));
  g_assert_nonnull (strstr (adw_about_dialog_get_debug_info (about), "Display: "));
  tb_app_test_close (window);
}

static void
test_shortcuts (void)
{
  TbWindow *window = tb_app_test_open (NULL);
  AdwDialog *dialog = tb_shortcuts_new_dialog ();

  adw_dialog_present (dialog, GTK_WIDGET (window));
  tb_app_test_draw (window);
  g_assert_nonnull (tb_app_test_find_label (GTK_WIDGET (dialog), "Print"));
  g_assert_nonnull (tb_app_test_find_label (GTK_WIDGET (dialog), "Preferences"));
  tb_app_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  tb_app_test_init (&argc, &argv);
  g_test_add_func ("/begin/welcome", test_welcome);
  g_test_add_func ("/begin/sample-given-up", test_sample_given_up);
  g_test_add_func ("/begin/sample-after-question", test_sample_after_question);
  g_test_add_func ("/begin/recent-gone", test_recent_gone);
  g_test_add_func ("/begin/suffixes", test_suffixes);
  g_test_add_func ("/begin/paste-text", test_paste_text);
  g_test_add_func ("/begin/paste-file", test_paste_file);
  g_test_add_func ("/begin/about", test_about);
  g_test_add_func ("/begin/shortcuts", test_shortcuts);
  return g_test_run ();
}
