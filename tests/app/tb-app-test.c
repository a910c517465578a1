/* What the window's tests share: an application, waiting, datasets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-test.h"

#include "tb-window-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>

#define DEADLINE_US (20 * G_USEC_PER_SEC)

/* In place of GTK's: its stand-in for screen readers (GTK_A11Y=test) has no announcements,
 * and jumps to nowhere for a window. What is announced is heard in the driven tests. */
void
gtk_accessible_announce (GtkAccessible                    *self,
                         const char                       *message,
                         GtkAccessibleAnnouncementPriority priority)
{
  g_assert_true (GTK_IS_ACCESSIBLE (self));
  g_assert_nonnull (message);
}

static TbApplication *application;

static char *own_folder;

static void
remove_folder (const char *path)
{
  GDir *dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_rmdir (path);
}

static void
remove_own_folder (void)
{
  remove_folder (own_folder);
  g_free (own_folder);
}

/* G_TEST_OPTION_ISOLATE_DIRS changes the folders with each test, which the
 * list of recent files, one for the process, does not follow. */
static void
isolate (void)
{
  static const char *const variables[] = { "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME" };

  own_folder = g_dir_make_tmp ("tongbi-test-XXXXXX", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (variables); i++)
    {
      g_autofree char *path = g_build_filename (own_folder, variables[i], NULL);

      g_mkdir_with_parents (path, 0700);
      g_setenv (variables[i], path, TRUE);
    }
  atexit (remove_own_folder);
}

static void
wake (gpointer data)
{
  *(gboolean *) data = TRUE;
}

TbApplication *
tb_app_test_init (int    *argc,
                  char ***argv)
{
  g_autoptr (GError) error = NULL;

  /* Other backends have no state to assert on. */
  g_setenv ("GTK_A11Y", "test", FALSE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_setenv ("GDK_DEBUG", "no-portals", TRUE);
  isolate ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("TONGBI_LOCALE_DIR") != NULL ? g_getenv ("TONGBI_LOCALE_DIR") : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      exit (0);
    }
  /* What a test sees must not hang on how far an animation has come. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_test_init (argc, argv, NULL);
  application = tb_application_new (G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_application_set_default (G_APPLICATION (application));
  return application;
}

TbApplication *
tb_app_test_get (void)
{
  return application;
}

void
tb_app_test_wait (TbCondition  condition,
                  gpointer     data,
                  const char  *what)
{
  gint64 deadline = g_get_monotonic_time () + DEADLINE_US;

  while (!condition (data))
    {
      gboolean woken = FALSE;
      /* Conditions may hang on a thread that wakes no loop. */
      guint id = g_timeout_add_once (20, wake, &woken);

      g_main_context_iteration (NULL, TRUE);
      if (!woken)
        g_source_remove (id);
      if (g_get_monotonic_time () > deadline)
        g_error ("Waited too long for %s", what);
    }
}

static gboolean
is_settled (gpointer window)
{
  return tb_window_is_settled (window);
}

void
tb_app_test_wait_settled (TbWindow *window)
{
  tb_app_test_wait (is_settled, window, "the window to settle");
}

typedef struct
{
  guint n_left;
} Frames;

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  Frames *frames = data;

  if (frames->n_left > 0)
    frames->n_left--;
  return frames->n_left > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static gboolean
is_drawn (gpointer data)
{
  return ((const Frames *) data)->n_left == 0;
}

void
tb_app_test_draw (TbWindow *window)
{
  Frames frames = { 4 };

  gtk_widget_add_tick_callback (GTK_WIDGET (window), tick_cb, &frames, NULL);
  tb_app_test_wait (is_drawn, &frames, "frames");
  tb_app_test_wait_settled (window);
  frames.n_left = 2;
  gtk_widget_add_tick_callback (GTK_WIDGET (window), tick_cb, &frames, NULL);
  tb_app_test_wait (is_drawn, &frames, "frames");
}

TbWindow *
tb_app_test_open (const char *path)
{
  TbWindow *window = tb_window_new (GTK_APPLICATION (application));

  gtk_window_present (GTK_WINDOW (window));
  if (path != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_path (path);

      tb_window_open (window, file);
    }
  tb_app_test_wait_settled (window);
  return window;
}

gboolean
tb_app_test_has_dataset (gpointer window)
{
  return tb_session_get_dataset (tb_window_get_session (window)) != NULL && tb_window_is_settled (window);
}

gboolean
tb_app_test_has_table (gpointer data)
{
  TbWindow *window = data;

  return tb_window_is_settled (window) && tb_comparison_view_get_comparison (window->comparison_view) != NULL;
}

gboolean
tb_app_test_has_dialog (gpointer window)
{
  return tb_app_test_get_dialog (window) != NULL;
}

TbWindow *
tb_app_test_open_small (void)
{
  g_autofree char *path = tb_app_test_write ("small.tongbi.json", tb_app_test_small_dataset ());
  TbWindow *window = tb_app_test_open (path);

  tb_app_test_wait (tb_app_test_has_dataset, window, "the dataset");
  return window;
}

AdwDialog *
tb_app_test_get_dialog (TbWindow *window)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
}

gboolean
tb_app_test_has_no_window (gpointer data)
{
  return gtk_application_get_windows (GTK_APPLICATION (application)) == NULL;
}

static gboolean
has_window (gpointer data)
{
  return !tb_app_test_has_no_window (data);
}

GtkWidget *
tb_app_test_wait_alone (const char *text)
{
  GtkWidget *window;

  tb_app_test_wait (has_window, NULL, text);
  window = GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (application)));
  g_assert_nonnull (tb_app_test_find_label (window, text));
  return window;
}

void
tb_app_test_close (TbWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  tb_app_test_wait (tb_app_test_has_no_window, NULL, "the window to be gone");
}

static gboolean
is_last (gpointer object)
{
  return ((GObject *) object)->ref_count == 1;
}

void
tb_app_test_wait_finalized (GObject *const *objects,
                            gsize           n_objects)
{
  for (gsize i = 0; i < n_objects; i++)
    {
      tb_app_test_wait (is_last, objects[i], G_OBJECT_TYPE_NAME (objects[i]));
      g_assert_finalize_object (objects[i]);
    }
}

gboolean
tb_app_test_can (TbWindow   *window,
                 const char *action)
{
  GtkWidget *button = gtk_button_new ();
  gboolean is_enabled;

  /* GTK tells whether an action is enabled only to a widget that has it. */
  gtk_widget_set_parent (button, GTK_WIDGET (window));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  is_enabled = gtk_widget_get_sensitive (button);
  gtk_widget_unparent (button);
  return is_enabled;
}

char *
tb_app_test_write (const char *name,
                   const char *text)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&path);
}

const char *
tb_app_test_small_dataset (void)
{
  return "{\"tongbi\": \"dataset/1\", \"title\": {\"en\": \"A Small Town\", \"zh\": \"小镇\"},\n"
         " \"places\": {\"north\": {\"name\": {\"en\": \"North\", \"zh\": \"北\"}},\n"
         "  \"south\": {\"name\": {\"en\": \"South\", \"zh\": \"南\"}}},\n"
         " \"units\": {\"bed\": {\"name\": {\"en\": \"beds\", \"zh\": \"张\"}, \"kind\": \"count\"},\n"
         "  \"pct\": {\"name\": {\"en\": \"%\", \"zh\": \"%\"}, \"kind\": \"percent\"}},\n"
         " \"domains\": {\"health\": {\"name\": {\"en\": \"Health\", \"zh\": \"卫生\"}},\n"
         "  \"data\": {\"name\": {\"en\": \"Data\", \"zh\": \"数据\"}}},\n"
         " \"indicators\": [\n"
         "  {\"id\": \"beds\", \"name\": {\"en\": \"Hospital beds\", \"zh\": \"医疗床位数\"}, \"domain\": \"health\",\n"
         "   \"unit\": \"bed\", \"measure\": \"stock\", \"direction\": \"up\"},\n"
         "  {\"id\": \"rate\", \"name\": {\"en\": \"Online rate\", \"zh\": \"上网率\"}, \"domain\": \"data\",\n"
         "   \"unit\": \"pct\", \"measure\": \"ratio\", \"direction\": \"up\"},\n"
         "  {\"id\": \"nurses\", \"name\": {\"en\": \"Nurses\", \"zh\": \"护士数\"}, \"domain\": \"health\",\n"
         "   \"unit\": \"bed\", \"measure\": \"stock\"}],\n"
         " \"series\": [\n"
         "  {\"indicator\": \"beds\", \"place\": \"north\", \"observations\": [\n"
         "   [\"2020-12-31\", 120], [\"2021-12-31\", 131], [\"2022-12-31\", 140],\n"
         "   {\"period\": \"2025-12-31\", \"value\": 160, \"kind\": \"target\"}]},\n"
         "  {\"indicator\": \"nurses\", \"place\": \"north\", \"observations\": [\n"
         "   [\"2020-12-31\", 80], [\"2021-12-31\", 78], [\"2022-12-31\", 95]]},\n"
         "  {\"indicator\": \"rate\", \"place\": \"south\", \"observations\": [\n"
         "   [\"2020-12-31\", 61.5], [\"2021-12-31\", 66.0], [\"2022-12-31\", 70.2]]}\n"
         " ]}\n";
}
