/* Figures on their way into files: the dialog, and what can go wrong with saving.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-test.h"
#include "tb-figure-canvas.h"
#include "tb-file-save.h"
#include "tb-settings.h"
#include "tb-window-private.h"

#include <glib/gstdio.h>
#include <math.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

static TbWindow *
open_small (void)
{
  TbWindow *window = tb_app_test_open_small ();

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "chart");
  tb_app_test_draw (window);
  return window;
}

static AdwDialog *
open_export (TbWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.export", NULL);
  tb_app_test_draw (window);
  g_assert_nonnull (tb_app_test_get_dialog (window));
  return tb_app_test_get_dialog (window);
}

static const TbChartSpecFields *
get_previewed (AdwDialog *dialog)
{
  GtkWidget *canvas = tb_app_test_find (GTK_WIDGET (dialog), TB_TYPE_FIGURE_CANVAS);
  TbChartPicture *picture = tb_figure_canvas_get_picture (TB_FIGURE_CANVAS (canvas));

  g_assert_nonnull (picture);
  return tb_chart_spec_get (picture->spec);
}

static gboolean
is_previewed (gpointer data)
{
  GtkWidget *canvas = tb_app_test_find (data, TB_TYPE_FIGURE_CANVAS);

  return !tb_figure_canvas_is_busy (TB_FIGURE_CANVAS (canvas));
}

static void
wait_previewed (TbWindow *window)
{
  tb_app_test_draw (window);
  tb_app_test_wait (is_previewed, tb_app_test_get_dialog (window), "the preview");
}

static void
choose (TbWindow   *window,
        const char *row,
        guint       choice)
{
  GtkWidget *found = tb_app_test_find_row (GTK_WIDGET (tb_app_test_get_dialog (window)), row);

  g_assert_true (ADW_IS_COMBO_ROW (found));
  adw_combo_row_set_selected (ADW_COMBO_ROW (found), choice);
  wait_previewed (window);
}

/* The sizes that the command line has by these names: of ISO 216, of presentation programs (13⅓ × 7½ in),
 * and half of the text of a document by GB/T 9704; in px of 1/96 in. */
static void
test_pages (void)
{
  static const struct { const char *name; double width_mm; double height_mm; } rows[] = {
    { "slide", 40 / 3.0 * 25.4, 7.5 * 25.4 }, { "a4", 210, 297 }, { "a4-landscape", 297, 210 },
    { "half-page", 156, 110 },
  };
  TbWindow *window = open_small ();
  AdwDialog *dialog = open_export (window);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const TbChartSpecFields *fields;
      g_autofree char *kept = NULL;

      choose (window, "Size", i);
      fields = get_previewed (dialog);
      g_assert_cmpfloat_with_epsilon (fields->width, rows[i].width_mm / 25.4 * 96, 1e-6);
      g_assert_cmpfloat_with_epsilon (fields->height, rows[i].height_mm / 25.4 * 96, 1e-6);
      kept = g_settings_get_string (tb_settings_get (), "export-page");
      g_assert_cmpstr (kept, ==, rows[i].name);
    }
  tb_app_test_close (window);
}

/* 800 × 600 px at 200 dpi are a smaller page than the same as a drawing. */
static void
test_custom (void)
{
  TbWindow *window = open_small ();
  AdwDialog *dialog = open_export (window);
  GSettings *settings = tb_settings_get ();

  g_assert_false (gtk_widget_get_visible (tb_app_test_find_row (GTK_WIDGET (dialog), "Width")));
  choose (window, "Size", 4);
  g_assert_true (gtk_widget_get_visible (tb_app_test_find_row (GTK_WIDGET (dialog), "Width")));
  choose (window, "Unit of Length", 1);
  adw_spin_row_set_value (ADW_SPIN_ROW (tb_app_test_find_row (GTK_WIDGET (dialog), "Width")), 800);
  adw_spin_row_set_value (ADW_SPIN_ROW (tb_app_test_find_row (GTK_WIDGET (dialog), "Height")), 600);
  adw_spin_row_set_value (ADW_SPIN_ROW (tb_app_test_find_row (GTK_WIDGET (dialog), "Resolution")), 200);
  wait_previewed (window);
  g_assert_cmpfloat_with_epsilon (get_previewed (dialog)->width, 384, 1e-6);
  g_assert_nonnull (tb_app_test_find_label (GTK_WIDGET (dialog), "800 × 600 pixels"));
  g_settings_set_string (settings, "export-format", "svg");
  wait_previewed (window);
  g_assert_cmpfloat_with_epsilon (get_previewed (dialog)->width, 800, 1e-6);
  g_assert_false (gtk_widget_get_visible (tb_app_test_find_row (GTK_WIDGET (dialog), "Resolution")));
  g_assert_true (gtk_widget_get_visible (tb_app_test_find_row (GTK_WIDGET (dialog), "Text as Outlines")));

  /* A page that holds no figure is told, and cannot be exported. */
  adw_spin_row_set_value (ADW_SPIN_ROW (tb_app_test_find_row (GTK_WIDGET (dialog), "Width")), 20);
  adw_spin_row_set_value (ADW_SPIN_ROW (tb_app_test_find_row (GTK_WIDGET (dialog), "Height")), 20);
  wait_previewed (window);
  g_assert_false (gtk_widget_get_sensitive (adw_dialog_get_default_widget (dialog)));
  g_settings_reset (settings, "export-page");
  g_settings_reset (settings, "export-format");
  wait_previewed (window);
  g_assert_true (gtk_widget_get_sensitive (adw_dialog_get_default_widget (dialog)));
  tb_app_test_close (window);
}

static void
test_looks (void)
{
  TbWindow *window = open_small ();
  AdwDialog *dialog = open_export (window);
  GtkWidget *transparent = tb_app_test_find_row (GTK_WIDGET (dialog), "Transparent Background");

  choose (window, "Colours", 1);
  g_assert_cmpint (get_previewed (dialog)->style, ==, TB_STYLE_DARK);
  choose (window, "Colours", 2);
  g_assert_cmpint (get_previewed (dialog)->style, ==, TB_STYLE_PRINT);
  choose (window, "Language of the Figure", 2);
  g_assert_cmpint (get_previewed (dialog)->language, ==, TB_LANGUAGE_ZH);
  adw_switch_row_set_active (ADW_SWITCH_ROW (transparent), TRUE);
  wait_previewed (window);
  g_assert_true (get_previewed (dialog)->transparent);

  /* The next dialog begins with the last choice. */
  adw_dialog_force_close (dialog);
  tb_app_test_draw (window);
  dialog = open_export (window);
  wait_previewed (window);
  g_assert_cmpint (get_previewed (dialog)->style, ==, TB_STYLE_PRINT);
  g_assert_cmpint (get_previewed (dialog)->language, ==, TB_LANGUAGE_ZH);
  g_assert_true (get_previewed (dialog)->transparent);
  g_settings_reset (tb_settings_get (), "export-style");
  g_settings_reset (tb_settings_get (), "export-language");
  g_settings_reset (tb_settings_get (), "export-transparent");
  tb_app_test_close (window);
}

/* A make function that waits until it may go on, as one that takes long. */
typedef struct
{
  GMutex   mutex;
  GCond    cond;
  gboolean may_go_on;
  gboolean is_freed;
  gsize    size;
} Making;

static GBytes *
make_cb (gpointer    data,
         GPtrArray  *notices,
         GError    **error)
{
  Making *making = data;

  g_mutex_lock (&making->mutex);
  while (!making->may_go_on)
    g_cond_wait (&making->cond, &making->mutex);
  g_mutex_unlock (&making->mutex);
  return g_bytes_new_take (g_malloc0 (making->size), making->size);
}

static void
freed_cb (gpointer data)
{
  Making *making = data;

  g_mutex_lock (&making->mutex);
  making->is_freed = TRUE;
  g_mutex_unlock (&making->mutex);
}

static gboolean
is_freed (gpointer data)
{
  Making *making = data;
  gboolean freed;

  g_mutex_lock (&making->mutex);
  freed = making->is_freed;
  g_mutex_unlock (&making->mutex);
  return freed;
}

static void
let_go_on (Making *making)
{
  g_mutex_lock (&making->mutex);
  making->may_go_on = TRUE;
  g_cond_signal (&making->cond);
  g_mutex_unlock (&making->mutex);
}

static gboolean
has_told (gpointer data)
{
  TbWindow *window = data;

  return tb_app_test_find_label (GTK_WIDGET (window), "“old.png” exported") != NULL;
}

static gboolean
has_told_progress (gpointer window)
{
  return tb_app_test_find_label (window, "Exporting…") != NULL;
}

static gboolean
has_told_cancelled (gpointer window)
{
  return tb_app_test_find_label (window, "Export cancelled, nothing was written") != NULL;
}

static gboolean
has_told_failure (gpointer window)
{
  return ADW_IS_ALERT_DIALOG (tb_app_test_get_dialog (window));
}

/* Of the toast that says @title. */
static GtkWidget *
find_button (TbWindow   *window,
             const char *title,
             const char *label)
{
  GtkWidget *toast = tb_app_test_find_label (GTK_WIDGET (window->toasts), title);
  GtkWidget *found;

  while (toast != NULL && strcmp (gtk_widget_get_css_name (toast), "toast") != 0)
    toast = gtk_widget_get_parent (toast);
  g_assert_nonnull (toast);
  found = tb_app_test_find_label (toast, label);
  g_assert_nonnull (found);
  return gtk_widget_get_ancestor (found, GTK_TYPE_BUTTON);
}

static GtkWidget *
find_tooltip (GtkWidget  *root,
              const char *tooltip)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (root), tooltip) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_tooltip (child, tooltip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_save (void)
{
  TbWindow *window = open_small ();
  g_autofree char *path = tb_app_test_write ("old.png", "old");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  Making making = { .may_go_on = TRUE, .size = 9 };
  GStatBuf status;

  tb_file_save_to (GTK_WINDOW (window), window->toasts, file, make_cb, &making, freed_cb);
  tb_app_test_wait (has_told, window, "the success");
  tb_app_test_wait (is_freed, &making, "the thread");
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_size, ==, 9);
  g_assert_nonnull (find_button (window, "“old.png” exported", "Open"));
  g_assert_nonnull (find_tooltip (GTK_WIDGET (window->toasts), "Show in Files"));
  tb_app_test_close (window);
}

/* What takes long is told, and cancelled at once, whatever the thread does. */
static void
test_cancel (void)
{
  TbWindow *window = open_small ();
  g_autofree char *path = tb_app_test_write ("old.png", "old");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *text = NULL;
  Making making = { .size = 9 };

  tb_file_save_to (GTK_WINDOW (window), window->toasts, file, make_cb, &making, freed_cb);
  tb_app_test_wait (has_told_progress, window, "the progress");
  g_signal_emit_by_name (find_button (window, "Exporting…", "Cancel"), "clicked");
  tb_app_test_wait (has_told_cancelled, window, "the end");
  let_go_on (&making);
  tb_app_test_wait (is_freed, &making, "the thread");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "old");
  tb_app_test_close (window);
}

/* Saves over @path, which cannot be; gives what is told. */
static char *
fail_to_save (TbWindow   *window,
              const char *path,
              gsize       size)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  Making making = { .may_go_on = TRUE, .size = size };
  char *told;

  tb_file_save_to (GTK_WINDOW (window), window->toasts, file, make_cb, &making, freed_cb);
  tb_app_test_wait (has_told_failure, window, "the failure");
  tb_app_test_wait (is_freed, &making, "the thread");
  told = g_strdup (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (tb_app_test_get_dialog (window))));
  adw_dialog_force_close (tb_app_test_get_dialog (window));
  return told;
}

/* The folder has the old file alone, with its text. */
static void
assert_untouched (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *text = NULL;
  GDir *dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  g_dir_close (dir);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "old");
}

static char *
write_alone (void)
{
  g_autofree char *folder = g_dir_make_tmp ("tongbi-test-XXXXXX", NULL);
  char *path = g_build_filename (folder, "old.png", NULL);

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  return path;
}

static void
remove_alone (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (path);
  g_rmdir (folder);
}

/* As on a disk with room for less than the file, and on one with none. */
static void
test_full (void)
{
  TbWindow *window = open_small ();
  g_autofree char *path = write_alone ();
  g_autofree char *no_room = NULL;
  g_autofree char *none = NULL;
  struct rlimit before;
  struct rlimit small;
  void (*handler) (int) = signal (SIGXFSZ, SIG_IGN);

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  small.rlim_cur = 4096;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  no_room = fail_to_save (window, path, 100000);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  signal (SIGXFSZ, handler);
  g_test_message ("%s", no_room);
  g_assert_nonnull (strstr (no_room, "File too large"));
  g_assert_nonnull (strstr (no_room, "“old.png” is as it was before."));
  assert_untouched (path);

  none = fail_to_save (window, "/dev/full", 10);
  g_assert_nonnull (strstr (none, "No space left on device"));
  remove_alone (path);
  tb_app_test_close (window);
}

static void
test_read_only (void)
{
  TbWindow *window = open_small ();
  g_autofree char *path = write_alone ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *missing = g_build_filename (path, "below-a-file.png", NULL);
  g_autofree char *told = NULL;

  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
  if (g_access (folder, W_OK) == 0)
    g_test_message ("Nothing is read-only to this user");
  else
    {
      g_autofree char *denied = fail_to_save (window, path, 10);

      g_assert_nonnull (strstr (denied, "Permission denied"));
    }
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
  assert_untouched (path);
  told = fail_to_save (window, missing, 10);
  g_assert_nonnull (strstr (told, "Not a directory"));
  assert_untouched (path);
  remove_alone (path);
  tb_app_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  tb_app_test_init (&argc, &argv);
  g_test_add_func ("/export/pages", test_pages);
  g_test_add_func ("/export/custom", test_custom);
  g_test_add_func ("/export/looks", test_looks);
  g_test_add_func ("/export/save", test_save);
  g_test_add_func ("/export/cancel", test_cancel);
  g_test_add_func ("/export/full", test_full);
  g_test_add_func ("/export/read-only", test_read_only);
  return g_test_run ();
}
