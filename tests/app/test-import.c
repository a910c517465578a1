/* How a file is read: asked once, remembered, changed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-test.h"
#include "tb-import-dialog.h"
#include "tb-import-store.h"
#include "tb-import-words.h"
#include "tb-problems-dialog.h"
#include "tb-window-private.h"

#include <glib/gstdio.h>

/* "code" may be a name or a number, and "when" the only column of years. */
static const char doubtful[] = "when,area,number,code\n"
                               "2019,North,120,1\n"
                               "2020,North,131,1\n"
                               "2019,South,80,2\n"
                               "2020,South,78,2\n";

static TbImportDialog *
get_dialog (TbWindow *window)
{
  AdwDialog *dialog = tb_app_test_get_dialog (window);

  return TB_IS_IMPORT_DIALOG (dialog) ? TB_IMPORT_DIALOG (dialog) : NULL;
}

static gboolean
has_dialog (gpointer window)
{
  return get_dialog (window) != NULL && !tb_import_dialog_is_busy (get_dialog (window));
}

static gboolean
has_no_dialog (gpointer window)
{
  return adw_application_window_get_visible_dialog (window) == NULL;
}

static gboolean
is_read (gpointer dialog)
{
  return !tb_import_dialog_is_busy (dialog);
}

static void
forget (void)
{
  g_autofree char *path = tb_import_store_dup_path ("x");
  g_autofree char *folder = g_path_get_dirname (path);
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);

      g_unlink (file);
    }
  g_clear_pointer (&dir, g_dir_close);
}

/* Where the answer about the only shape of a test is kept; NULL: nowhere, or it is being
 * written beside it. */
static char *
find_kept (void)
{
  g_autofree char *path = tb_import_store_dup_path ("x");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL && !g_str_has_suffix (name, ".json"))
    ;
  return name != NULL ? g_build_filename (folder, name, NULL) : NULL;
}

static gboolean
is_kept (gpointer data)
{
  g_autofree char *path = find_kept ();

  return path != NULL;
}

static TbWindow *
open_text (const char *name,
           const char *text)
{
  g_autofree char *path = tb_app_test_write (name, text);

  return tb_app_test_open (path);
}

/* Where a choice stands in a row; G_MAXUINT where it is not offered. */
static guint
find_choice (AdwComboRow *row,
             const char  *choice)
{
  GListModel *model = adw_combo_row_get_model (row);
  guint n = model != NULL ? g_list_model_get_n_items (model) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (model, i);

      if (g_str_equal (gtk_string_object_get_string (item), choice))
        return i;
    }
  return G_MAXUINT;
}

typedef struct
{
  const char *title, *choice;
} RowWanted;

static gboolean
is_wanted (GtkWidget     *widget,
           gconstpointer  data)
{
  const RowWanted *wanted = data;

  return ADW_IS_COMBO_ROW (widget)
         && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), wanted->title) == 0
         && find_choice (ADW_COMBO_ROW (widget), wanted->choice) != G_MAXUINT;
}

/* A column and an indicator may have the same name: the row of a column offers
 * "Breakdown", that of an indicator "As for All". */
static AdwComboRow *
find_row (GtkWidget  *root,
          const char *title,
          const char *choice)
{
  return (AdwComboRow *) tb_app_test_find_where (root, is_wanted, &(RowWanted) { title, choice });
}

static const char *
get_choice (TbImportDialog *dialog,
            const char     *title,
            const char     *offered)
{
  AdwComboRow *row = find_row (GTK_WIDGET (dialog), title, offered);

  g_assert_nonnull (row);
  return gtk_string_object_get_string (adw_combo_row_get_selected_item (row));
}

static void
choose (TbImportDialog *dialog,
        const char     *title,
        const char     *choice)
{
  AdwComboRow *row = find_row (GTK_WIDGET (dialog), title, choice);

  g_assert_nonnull (row);
  adw_combo_row_set_selected (row, find_choice (row, choice));
  tb_app_test_wait (is_read, dialog, "the figures below");
}

static void
press (TbImportDialog *dialog,
       const char     *label)
{
  GtkWidget *button = tb_app_test_find_button (GTK_WIDGET (dialog), label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static void
accept (TbWindow *window)
{
  press (get_dialog (window), "Open");
  tb_app_test_wait (has_no_dialog, window, "the question to be answered");
  tb_app_test_wait (tb_app_test_has_dataset, window, "the dataset");
  tb_app_test_wait (is_kept, NULL, "the answer to be kept");
}

static const TbIndicator *
get_indicator (TbWindow *window,
               gsize     i)
{
  return tb_catalog_get_indicator (tb_dataset_get_catalog (tb_session_get_dataset (window->session)), i);
}

static void
test_ask (void)
{
  TbWindow *window;
  TbImportDialog *dialog;

  forget ();
  window = open_text ("doubtful.csv", doubtful);
  tb_app_test_wait (has_dialog, window, "the question");
  dialog = get_dialog (window);
  g_assert_null (tb_session_get_dataset (window->session));
  /* Another file that is opened meanwhile gets a window of its own. */
  g_assert_false (tb_window_is_empty (window));
  g_assert_cmpstr (get_choice (dialog, "when", "Breakdown"), ==, "Period");
  g_assert_cmpstr (get_choice (dialog, "area", "Breakdown"), ==, "Place");
  g_assert_cmpstr (get_choice (dialog, "number", "Breakdown"), ==, "Values");
  g_assert_cmpstr (get_choice (dialog, "code", "Breakdown"), ==, "Breakdown");
  g_assert_nonnull (tb_app_test_find_label (GTK_WIDGET (dialog), "2019, 2020"));
  g_assert_nonnull (tb_app_test_find_label (GTK_WIDGET (dialog), "4 figures in 2 series"));
  accept (window);
  g_assert_cmpuint (tb_dataset_get_n_observations (tb_session_get_dataset (window->session)), ==, 4);
  tb_app_test_close (window);

  /* Another file of the shape. */
  window = open_text ("later.csv", "when,area,number,code\n2021,East,5,3\n2022,East,6,3\n2023,East,7,3\n");
  tb_app_test_wait (tb_app_test_has_dataset, window, "the dataset");
  g_assert_null (get_dialog (window));
  tb_app_test_close (window);
}

static void
test_cancel (void)
{
  TbWindow *window;
  g_autofree char *kept = NULL;

  forget ();
  window = open_text ("doubtful.csv", doubtful);
  tb_app_test_wait (has_dialog, window, "the question");
  adw_dialog_close (ADW_DIALOG (get_dialog (window)));
  tb_app_test_wait (has_no_dialog, window, "the question to go");
  g_assert_null (tb_session_get_dataset (window->session));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->pages), ==, "welcome");
  kept = find_kept ();
  g_assert_null (kept);
  tb_app_test_close (window);
}

/* Saved work whose figures the user did not open is not taken up with others. */
static void
test_cancelled_work (void)
{
  g_autofree char *figures = tb_app_test_write ("other.csv",
                                                "when,area,number,kind\n2019,North,120,1\n2020,North,131,2\n");
  g_autofree char *work = tb_app_test_write ("other.tongbi-chart.json",
                                             "{\"tongbi\": \"chart/1\", \"title\": \"Other\", "
                                             "\"data\": {\"files\": [{\"path\": \"other.csv\"}]}}");
  g_autoptr (GFile) file = g_file_new_for_path (work);
  TbWindow *window;

  forget ();
  window = open_text ("doubtful.csv", doubtful);
  tb_app_test_wait (has_dialog, window, "the question");
  accept (window);
  tb_window_open (window, file);
  tb_app_test_wait (has_dialog, window, "the question about the work's figures");
  adw_dialog_close (ADW_DIALOG (get_dialog (window)));
  tb_app_test_wait (has_no_dialog, window, "the question to go");
  tb_window_ask_reading (window);
  tb_app_test_wait (has_dialog, window, "how the open file was read");
  accept (window);
  g_assert_null (window->work_file);
  g_assert_null (tb_session_get_fields (window->session)->title);
  tb_app_test_close (window);
}

static gboolean
is_saved (gpointer window)
{
  return TB_WINDOW (window)->work_file != NULL && !TB_WINDOW (window)->is_saving;
}

/* Saved work says how its figures are read, which can be changed there too. */
static void
test_saved_work (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "read.tongbi-chart.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TbWindow *window;

  forget ();
  window = open_text ("doubtful.csv", doubtful);
  tb_app_test_wait (has_dialog, window, "the question");
  choose (get_dialog (window), "code", "Values");
  accept (window);
  tb_session_set_chart_type (window->session, TB_CHART_LINE);
  tb_window_save_to (window, file);
  tb_app_test_wait (is_saved, window, "the work to be saved");
  tb_app_test_close (window);

  forget ();
  window = tb_app_test_open (path);
  tb_app_test_wait (tb_app_test_has_dataset, window, "the dataset");
  g_assert_cmpuint (tb_dataset_get_n_observations (tb_session_get_dataset (window->session)), ==, 8);
  g_assert_true (tb_app_test_can (window, "win.show-reading"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-reading", NULL);
  tb_app_test_wait (has_dialog, window, "how the figures were read");
  g_assert_cmpstr (get_choice (get_dialog (window), "code", "Breakdown"), ==, "Values");
  choose (get_dialog (window), "code", "Left Out");
  accept (window);
  g_assert_cmpuint (tb_dataset_get_n_observations (tb_session_get_dataset (window->session)), ==, 4);
  tb_app_test_close (window);
}

/* What is remembered for such files and cannot be used is told, and asked again. */
static void
test_unsuitable (void)
{
  g_autofree char *kept = NULL;
  TbProblems *problems;
  TbWindow *window;

  forget ();
  window = open_text ("doubtful.csv", doubtful);
  tb_app_test_wait (has_dialog, window, "the question");
  accept (window);
  tb_app_test_close (window);
  kept = find_kept ();
  g_assert_true (g_file_set_contents (kept, "{\"tongbi\": \"import-profile/1\", \"columns\": 5}", -1, NULL));
  window = open_text ("doubtful.csv", doubtful);
  tb_app_test_wait (has_dialog, window, "the question once more");
  problems = tb_import_get_problems (tb_import_dialog_get_import (get_dialog (window)));
  g_assert_cmpuint (tb_problems_get_n_warnings (problems), ==, 1);
  g_assert_nonnull (strstr (tb_problems_get (problems, 0)->message, "cannot be used and was left aside"));
  accept (window);
  g_assert_cmpuint (tb_dataset_get_n_observations (tb_session_get_dataset (window->session)), ==, 4);
  tb_app_test_close (window);
}

/* What is chosen is what is opened. */
static void
test_roles (void)
{
  TbWindow *window;
  TbImportDialog *dialog;
  TbDataset *dataset;

  forget ();
  window = open_text ("doubtful.csv", doubtful);
  tb_app_test_wait (has_dialog, window, "the question");
  dialog = get_dialog (window);
  choose (dialog, "code", "Values");
  g_assert_nonnull (tb_app_test_find_label (GTK_WIDGET (dialog), "8 figures in 4 series"));
  choose (dialog, "code", "Left Out");
  g_assert_nonnull (tb_app_test_find_label (GTK_WIDGET (dialog), "4 figures in 2 series"));
  /* Of what only one column can be, the one that was it becomes a breakdown. */
  choose (dialog, "code", "Place");
  g_assert_cmpstr (get_choice (dialog, "area", "Breakdown"), ==, "Breakdown");
  accept (window);
  dataset = tb_session_get_dataset (window->session);
  g_assert_nonnull (tb_catalog_find_place (tb_dataset_get_catalog (dataset), "1"));
  g_assert_cmpstr (tb_series_get_info (tb_dataset_get_series (dataset, 0))->breakdown[0].dimension, ==, "area");
  tb_app_test_close (window);
}

/* A reading that fails tells why, and cannot be opened. */
static void
test_failure (void)
{
  TbWindow *window;
  TbImportDialog *dialog;

  forget ();
  window = open_text ("doubtful.csv", doubtful);
  tb_app_test_wait (has_dialog, window, "the question");
  dialog = get_dialog (window);
  choose (dialog, "number", "Left Out");
  g_assert_nonnull (tb_app_test_find_label (GTK_WIDGET (dialog), "The file cannot be read in this way"));
  g_assert_false (gtk_widget_is_sensitive (tb_app_test_find_button (GTK_WIDGET (dialog), "Open")));
  choose (dialog, "number", "Values");
  g_assert_true (gtk_widget_is_sensitive (tb_app_test_find_button (GTK_WIDGET (dialog), "Open")));
  adw_dialog_force_close (ADW_DIALOG (dialog));
  tb_app_test_close (window);
}

/* So does one of a file that is gone meanwhile. */
static void
test_vanished (void)
{
  g_autofree char *path = NULL;
  TbWindow *window;
  TbImportDialog *dialog;

  forget ();
  path = tb_app_test_write ("vanished.csv", doubtful);
  window = tb_app_test_open (path);
  tb_app_test_wait (has_dialog, window, "the question");
  dialog = get_dialog (window);
  g_unlink (path);
  choose (dialog, "code", "Values");
  g_assert_nonnull (tb_app_test_find_label (GTK_WIDGET (dialog), "The file cannot be read in this way"));
  g_assert_false (gtk_widget_is_sensitive (tb_app_test_find_button (GTK_WIDGET (dialog), "Open")));
  adw_dialog_force_close (ADW_DIALOG (dialog));
  tb_app_test_close (window);
}

static void
test_measure (void)
{
  TbWindow *window;
  TbImportDialog *dialog;

  forget ();
  window = open_text ("two.csv", "region,year,beds,births\nNorth,2019,120,31\nNorth,2020,131,33\nNorth,2021,133,35\n");
  tb_app_test_wait (tb_app_test_has_dataset, window, "the dataset");
  /* Nothing is in doubt, and nothing is asked; it can be said all the same. */
  g_assert_cmpint (get_indicator (window, 0)->measure, ==, TB_MEASURE_UNSTATED);
  g_assert_true (tb_app_test_can (window, "win.show-reading"));
  tb_session_select (window->session, get_indicator (window, 1), TRUE);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-reading", NULL);
  tb_app_test_wait (has_dialog, window, "the dialog");
  dialog = get_dialog (window);
  choose (dialog, "All Indicators without a Stated Measure", "Level at a Date (Stock)");
  choose (dialog, "births", "Total of the Period (Flow)");
  accept (window);
  g_assert_cmpint (get_indicator (window, 0)->measure, ==, TB_MEASURE_STOCK);
  g_assert_cmpint (get_indicator (window, 1)->measure, ==, TB_MEASURE_FLOW);
  /* What was looked at is still looked at. */
  g_assert_cmpuint (tb_session_get_n_selected (window->session), ==, 1);
  g_assert_cmpstr (tb_session_get_selected (window->session, 0)->id, ==, "births");

  /* It shows what was said, and takes it back. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-reading", NULL);
  tb_app_test_wait (has_dialog, window, "the dialog");
  dialog = get_dialog (window);
  g_assert_cmpstr (get_choice (dialog, "births", "As for All"), ==, "Total of the Period (Flow)");
  choose (dialog, "births", "As for All");
  accept (window);
  g_assert_cmpint (get_indicator (window, 1)->measure, ==, TB_MEASURE_STOCK);
  tb_app_test_close (window);

  window = open_text ("three.csv", "region,year,beds,births\nSouth,2019,1,2\nSouth,2020,3,4\n");
  tb_app_test_wait (tb_app_test_has_dataset, window, "the dataset");
  g_assert_cmpint (get_indicator (window, 0)->measure, ==, TB_MEASURE_STOCK);
  tb_app_test_close (window);
}

/* What was kept and cannot be used is told, and asked again. */
static void
test_damaged (void)
{
  TbWindow *window;
  g_autofree char *kept = NULL;

  forget ();
  window = open_text ("doubtful.csv", doubtful);
  tb_app_test_wait (has_dialog, window, "the question");
  accept (window);
  tb_app_test_close (window);

  kept = find_kept ();
  g_assert_true (g_file_set_contents (kept, "{\"tongbi\": \"import-pro", -1, NULL));
  window = open_text ("doubtful.csv", doubtful);
  tb_app_test_wait (has_dialog, window, "the question");
  accept (window);
  g_assert_cmpuint (tb_problems_get_n_warnings (tb_session_get_problems (window->session)), >, 0);
  g_assert_nonnull (strstr (tb_problems_get (tb_session_get_problems (window->session), 0)->message, "was left aside"));
  tb_app_test_close (window);

  window = open_text ("doubtful.csv", doubtful);
  tb_app_test_wait (tb_app_test_has_dataset, window, "the dataset");
  g_assert_null (get_dialog (window));
  tb_app_test_close (window);
}

static GtkDropTarget *
find_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  guint n = g_list_model_get_n_items (controllers);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }
  g_assert_not_reached ();
}

static void
check_joined (TbWindow *window)
{
  TbDataset *dataset;

  tb_app_test_wait (tb_app_test_has_dataset, window, "the dataset");
  dataset = tb_session_get_dataset (window->session);
  g_assert_cmpuint (tb_catalog_get_n_indicators (tb_dataset_get_catalog (dataset)), ==, 1);
  g_assert_cmpuint (tb_catalog_get_n_places (tb_dataset_get_catalog (dataset)), ==, 2);
  g_assert_cmpuint (tb_dataset_get_n_observations (dataset), ==, 4);
  tb_app_test_close (window);
}

/* Several files, dropped together, and a folder are one dataset. */
static void
test_several (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "towns", NULL);
  g_autoptr (GFile) towns = g_file_new_for_path (folder);
  g_autoptr (GFile) north = g_file_get_child (towns, "north.csv");
  g_autoptr (GFile) south = g_file_get_child (towns, "south.csv");
  g_auto (GValue) value = G_VALUE_INIT;
  TbWindow *window;
  gboolean is_taken = FALSE;

  forget ();
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_free (tb_app_test_write ("towns/north.csv", "region,year,beds\nNorth,2019,120\nNorth,2020,131\n"));
  g_free (tb_app_test_write ("towns/south.csv", "region,year,beds\nSouth,2019,80\nSouth,2020,78\n"));

  window = tb_app_test_open (NULL);
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array ((GFile *[]) { north, south }, 2));
  g_signal_emit_by_name (find_drop_target (GTK_WIDGET (window)), "drop", &value, 10.0, 10.0, &is_taken);
  g_assert_true (is_taken);
  check_joined (window);

  window = tb_app_test_open (folder);
  check_joined (window);
}

/* What nobody could say of a dataset of our own is not offered. */
static void
test_native (void)
{
  TbWindow *window = open_text ("small.tongbi.json", tb_app_test_small_dataset ());

  tb_app_test_wait (tb_app_test_has_dataset, window, "the dataset");
  g_assert_false (tb_app_test_can (window, "win.show-reading"));
  tb_app_test_close (window);
}

/* The dialog fits the narrowest window, also with large text. */
static void
test_narrow (void)
{
  static const double texts[] = { 1, 2 };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      TbWindow *window;
      GtkWidget *dialog;
      int minimum;

      forget ();
      g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (96 * 1024 * texts[i]), NULL);
      window = open_text ("doubtful.csv", doubtful);
      tb_app_test_wait (has_dialog, window, "the question");
      dialog = GTK_WIDGET (get_dialog (window));
      tb_app_test_draw (window);
      gtk_widget_measure (adw_dialog_get_child (ADW_DIALOG (dialog)), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                          NULL, NULL);
      g_test_message ("text × %.0f: minimum %d", texts[i], minimum);
      g_assert_cmpint (minimum, <=, 360);
      adw_dialog_force_close (ADW_DIALOG (dialog));
      tb_app_test_close (window);
    }
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
}

static gboolean
has_last_column (gpointer dialog)
{
  return find_row (dialog, "last", "Left Out") != NULL;
}

/* The rows of a wide table come one by one; those to come are said all the same. */
static void
test_wide (void)
{
  g_autoptr (GString) text = g_string_new ("when,area,code");
  TbWindow *window;

  for (int i = 0; i < 40; i++)
    g_string_append_printf (text, ",x%d", i);
  g_string_append (text, ",last\n");
  for (int year = 2019; year < 2022; year++)
    {
      g_string_append_printf (text, "%d,North,1", year);
      for (int i = 0; i < 41; i++)
        g_string_append_printf (text, ",%d", year + i);
      g_string_append_c (text, '\n');
    }

  forget ();
  window = open_text ("wide.csv", text->str);
  tb_app_test_wait (has_dialog, window, "the question");
  tb_app_test_wait (has_last_column, get_dialog (window), "the last column");
  accept (window);
  g_assert_cmpuint (tb_dataset_get_n_observations (tb_session_get_dataset (window->session)), ==, 41 * 3);
  tb_app_test_close (window);
}

/* A window may go while a choice is being read. */
static void
test_leaks (void)
{
  TbWindow *window;
  TbImportDialog *dialog;
  GObject *parts[3];

  forget ();
  window = open_text ("doubtful.csv", doubtful);
  tb_app_test_wait (has_dialog, window, "the question");
  dialog = get_dialog (window);
  parts[0] = g_object_ref (G_OBJECT (window));
  parts[1] = g_object_ref (G_OBJECT (dialog));
  parts[2] = g_object_ref (G_OBJECT (tb_import_dialog_get_import (dialog)));
  adw_combo_row_set_selected (find_row (GTK_WIDGET (dialog), "code", "Period"), 0);
  g_assert_true (tb_import_dialog_is_busy (dialog));
  tb_app_test_close (window);
  tb_app_test_wait_finalized (parts, G_N_ELEMENTS (parts));
}

/* Only what makes sense is offered. */
static void
test_offers (void)
{
  TbWindow *window;
  TbImportDialog *dialog;

  forget ();
  window = open_text ("doubtful.csv", doubtful);
  tb_app_test_wait (has_dialog, window, "the question");
  dialog = get_dialog (window);
  g_assert_nonnull (find_row (GTK_WIDGET (dialog), "code", "Values"));
  g_assert_null (find_row (GTK_WIDGET (dialog), "area", "Values"));
  g_assert_nonnull (find_row (GTK_WIDGET (dialog), "area", "Left Out"));
  g_assert_null (find_row (GTK_WIDGET (dialog), "area", "Title"));
  adw_dialog_force_close (ADW_DIALOG (dialog));
  tb_app_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  tb_app_test_init (&argc, &argv);
  g_test_add_func ("/import/ask", test_ask);
  g_test_add_func ("/import/cancel", test_cancel);
  g_test_add_func ("/import/cancel/work", test_cancelled_work);
  g_test_add_func ("/import/unsuitable", test_unsuitable);
  g_test_add_func ("/import/roles", test_roles);
  g_test_add_func ("/import/offers", test_offers);
  g_test_add_func ("/import/saved-work", test_saved_work);
  g_test_add_func ("/import/failure", test_failure);
  g_test_add_func ("/import/failure/vanished", test_vanished);
  g_test_add_func ("/import/measure", test_measure);
  g_test_add_func ("/import/damaged", test_damaged);
  g_test_add_func ("/import/several", test_several);
  g_test_add_func ("/import/native", test_native);
  g_test_add_func ("/import/wide", test_wide);
  g_test_add_func ("/import/narrow", test_narrow);
  g_test_add_func ("/import/leaks", test_leaks);
  return g_test_run ();
}
