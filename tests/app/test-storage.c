/* Disks that are full, folders that are read-only, files that go away or shrink while they
 * are read, and what a sandbox is given: clear messages, and nothing is lost.
 *
 * The disks are small ones of our own, in a mount namespace; what they refuse they refuse
 * to root too.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-test.h"
#include "tb-app-work.h"
#include "tb-file-name.h"
#include "tb-file-save.h"
#include "tb-preferences-dialog.h"
#include "tb-recent.h"
#include "tb-recovery.h"
#include "tb-settings.h"
#include "tb-window-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

#define DISK_BYTES 131072

/* Larger than can be read before the window looks at the first of it. */
#define LARGE_BYTES (100 << 20)

/* Why there are no disks of our own; NULL: there are. */
static const char *no_disks;

static gboolean
write_text (const char *path,
            const char *text)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);
  gboolean is_written = fd >= 0 && write (fd, text, strlen (text)) == (gssize) strlen (text);

  if (fd >= 0)
    close (fd);
  return is_written;
}

/* Before there are threads: another user namespace is for one alone. */
static void
enter_namespace (void)
{
  g_autofree char *uid_map = g_strdup_printf ("%u %u 1", getuid (), getuid ());
  g_autofree char *gid_map = g_strdup_printf ("%u %u 1", getgid (), getgid ());

  if (unshare (CLONE_NEWNS) != 0
      && (unshare (CLONE_NEWUSER | CLONE_NEWNS) != 0 || !write_text ("/proc/self/setgroups", "deny")
          || !write_text ("/proc/self/uid_map", uid_map) || !write_text ("/proc/self/gid_map", gid_map)))
    no_disks = "there is no namespace to be had";
  else if (mount ("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0)
    no_disks = "nothing may be mounted";
}

static gboolean
skip_without_disks (void)
{
  if (no_disks != NULL)
    g_test_skip (no_disks);
  return no_disks != NULL;
}

/* A disk of its own at a folder below that of the test. */
static char *
mount_disk (const char *name)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  g_autofree char *options = g_strdup_printf ("size=%d", DISK_BYTES);

  g_mkdir_with_parents (path, 0700);
  g_assert_cmpint (mount ("none", path, "tmpfs", 0, options), ==, 0);
  return g_steal_pointer (&path);
}

static void
set_read_only (const char *disk,
               gboolean    read_only)
{
  g_assert_cmpint (mount ("none", disk, NULL, MS_REMOUNT | (read_only ? MS_RDONLY : 0), NULL), ==, 0);
}

static char *
fill_disk (const char *disk)
{
  g_autofree char *path = g_build_filename (disk, "filling", NULL);
  int fd = open (path, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
  char block[4096] = { 0 };

  while (write (fd, block, sizeof block) > 0)
    ;
  g_assert_cmpint (errno, ==, ENOSPC);
  close (fd);
  return g_steal_pointer (&path);
}

static void
unmount_disk (const char *disk)
{
  g_assert_cmpint (umount2 (disk, MNT_DETACH), ==, 0);
}

static guint
count_files (const char *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  g_dir_close (dir);
  return n;
}

static gboolean
has_dialog (gpointer window)
{
  return ADW_IS_ALERT_DIALOG (adw_application_window_get_visible_dialog (window));
}

static char *
take_message (TbWindow *window)
{
  AdwDialog *dialog;
  char *text;

  tb_app_test_wait (has_dialog, window, "the message");
  dialog = tb_app_test_get_dialog (window);
  text = g_strdup (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)));
  adw_dialog_force_close (dialog);
  g_test_message ("%s", text);
  return text;
}

/* The chart as it was saved stays, and what was changed since is still there to be saved
 * elsewhere. */
static void
check_refused_save (TbWindow   *window,
                    const char *path,
                    const char *reason)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *elsewhere = g_build_filename (g_get_user_data_dir (), "elsewhere.tongbi-chart.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (elsewhere);
  guint n = count_files (folder);
  g_autofree char *told = NULL;

  tb_app_work_set_title (window, "Later");
  tb_window_save (window);
  told = take_message (window);
  g_assert_nonnull (strstr (told, "“kept.tongbi-chart.json” was not written, and nothing was changed"));
  g_assert_nonnull (strstr (told, reason));
  g_assert_true (tb_window_has_unsaved_work (window));
  g_assert_true (tb_app_work_holds (path, "Before"));
  g_assert_cmpuint (count_files (folder), ==, n);
  tb_window_save_to (window, file);
  tb_app_test_wait (tb_app_work_is_saved, window, "the work to be saved elsewhere");
  g_assert_true (tb_app_work_holds (elsewhere, "Later"));
}

static char *
save_on_disk (TbWindow   *window,
              const char *disk)
{
  g_autofree char *path = g_build_filename (disk, "kept.tongbi-chart.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  tb_app_work_set_title (window, "Before");
  tb_window_save_to (window, file);
  tb_app_test_wait (tb_app_work_is_saved, window, "the work to be saved");
  return g_steal_pointer (&path);
}

static void
test_read_only_save (void)
{
  g_autofree char *disk = skip_without_disks () ? NULL : mount_disk ("disk");
  g_autofree char *path = NULL;
  TbWindow *window;

  if (disk == NULL)
    return;
  window = tb_app_test_open_small ();
  path = save_on_disk (window, disk);
  set_read_only (disk, TRUE);
  check_refused_save (window, path, "Read-only file system");
  tb_app_test_close (window);
  unmount_disk (disk);
}

static void
test_full_save (void)
{
  g_autofree char *disk = skip_without_disks () ? NULL : mount_disk ("disk");
  g_autofree char *path = NULL;
  g_autofree char *filling = NULL;
  TbWindow *window;

  if (disk == NULL)
    return;
  window = tb_app_test_open_small ();
  path = save_on_disk (window, disk);
  filling = fill_disk (disk);
  check_refused_save (window, path, "No space left on device");
  tb_app_test_close (window);
  unmount_disk (disk);
}

static GBytes *
make_cb (gpointer    data,
         GPtrArray  *notices,
         GError    **error)
{
  return g_bytes_new_take (g_malloc0 (DISK_BYTES / 4), DISK_BYTES / 4);
}

/* What was exported before stays, and nothing half-written is left. */
static void
check_refused_export (const char *disk,
                      const char *reason)
{
  TbWindow *window = tb_app_test_open_small ();
  g_autofree char *path = g_build_filename (disk, "old.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  guint n = count_files (disk);
  g_autofree char *told = NULL;

  tb_file_save_to (GTK_WINDOW (window), window->toasts, file, make_cb, NULL, NULL);
  told = take_message (window);
  g_assert_nonnull (strstr (told, reason));
  g_assert_nonnull (strstr (told, "“old.png” is as it was before."));
  g_assert_true (tb_app_work_holds (path, "old"));
  g_assert_cmpuint (count_files (disk), ==, n);
  tb_app_test_close (window);
}

static void
test_export (void)
{
  g_autofree char *disk = skip_without_disks () ? NULL : mount_disk ("disk");
  g_autofree char *path = NULL;
  g_autofree char *filling = NULL;

  if (disk == NULL)
    return;
  path = g_build_filename (disk, "old.png", NULL);
  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  set_read_only (disk, TRUE);
  check_refused_export (disk, "Read-only file system");
  set_read_only (disk, FALSE);
  filling = fill_disk (disk);
  check_refused_export (disk, "No space left on device");
  unmount_disk (disk);
}

static gboolean
tells_of_keeping (gpointer window)
{
  return tb_app_test_find_part (window, "Until you save, a crash would lose this work: No space left on device")
         != NULL;
}

static gboolean
is_kept_on_disk (gpointer data)
{
  TbWindow *window = data;

  return tb_app_work_is_kept (data) && g_file_query_exists (window->recovery_file, NULL);
}

/* What cannot be kept for the case of a crash is told once, goes on in the window, and is
 * kept again as soon as there is room. */
static void
test_recovery (void)
{
  g_autofree char *folder = g_build_filename ("tongbi", "recovery", NULL);
  g_autofree char *disk = skip_without_disks () ? NULL : mount_disk (folder);
  g_autofree char *filling = NULL;
  TbWindow *window;

  if (disk == NULL)
    return;
  g_object_unref (tb_recovery_new_file ());
  filling = fill_disk (disk);
  window = tb_app_test_open_small ();
  tb_app_work_set_title (window, "First");
  tb_app_test_wait (tells_of_keeping, window, "the failure to be told");
  g_assert_cmpstr (tb_session_get_fields (window->session)->title, ==, "First");
  tb_app_work_set_title (window, "Second");
  tb_app_test_wait (tb_app_work_is_kept, window, "another try");
  g_assert_true (window->has_told_keeping);

  g_assert_cmpint (g_unlink (filling), ==, 0);
  tb_app_work_set_title (window, "Third");
  tb_app_test_wait (is_kept_on_disk, window, "the work to be kept");
  g_assert_true (tb_app_work_holds (g_file_peek_path (window->recovery_file), "Third"));
  g_assert_false (window->has_told_keeping);
  tb_window_forget_work (window);
  tb_app_test_close (window);
  unmount_disk (disk);
}

static gboolean
has_refused (gpointer dialog)
{
  return tb_app_test_find_part (dialog, "No space left on device") != NULL;
}

/* A house style that cannot be kept is not chosen; the one that was stays. */
static void
test_preferences (void)
{
  static const char style[] = "{\"tongbi\": \"theme/1\", \"name\": \"House\", \"colors\": {\"light\": {\"background\": "
                              "\"#FBF7EE\"}}}";
  g_autofree char *source = tb_app_test_write ("house.json", style);
  g_autoptr (GFile) file = g_file_new_for_path (source);
  g_autofree char *disk = skip_without_disks () ? NULL : mount_disk ("tongbi");
  g_autofree char *filling = NULL;
  TbPreferencesDialog *dialog;
  TbWindow *window;

  if (disk == NULL)
    return;
  filling = fill_disk (disk);
  window = tb_app_test_open_small ();
  dialog = tb_preferences_dialog_new ();
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (window));
  tb_preferences_dialog_choose (dialog, file);
  tb_app_test_wait (has_refused, window, "the refusal");
  g_assert_nonnull (tb_app_test_find_part (GTK_WIDGET (window), "“house.json” Is Not Used"));
  g_assert_cmpint (g_settings_get_int64 (tb_settings_get (), "theme-stamp"), ==, 0);
  g_assert_cmpuint (count_files (disk), ==, 1);
  tb_app_test_close (window);
  unmount_disk (disk);
}

static gboolean
is_not_opening (gpointer window)
{
  return !tb_window_is_opening (window);
}

/* What was open stays, and the file is named. */
static void
check_refused_opening (TbWindow   *window,
                       TbDataset  *before,
                       const char *message)
{
  tb_app_test_wait (is_not_opening, window, "the reading to end");
  tb_app_test_draw (window);
  g_assert_true (tb_session_get_dataset (window->session) == before);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->pages), ==, "content");
  g_assert_nonnull (tb_app_test_find_part (GTK_WIDGET (tb_app_test_get_dialog (window)),
                               message));
}

static void
test_vanishes (void)
{
  TbWindow *window = tb_app_test_open_small ();
  TbDataset *before = tb_session_get_dataset (window->session);
  g_autofree char *path = tb_app_test_write ("vanishes.tongbi.json", tb_app_test_small_dataset ());
  g_autoptr (GFile) file = g_file_new_for_path (path);

  tb_window_open (window, file);
  /* The next step of reading begins in a turn of the loop. */
  g_assert_cmpint (g_unlink (path), ==, 0);
  check_refused_opening (window, before, "vanishes.tongbi.json");
  tb_app_test_close (window);
}

static gboolean
has_progress (gpointer data)
{
  TbWindow *window = data;

  return tb_loading_get_fraction (window->loading) > 0 || window->opening == NULL;
}

/* Half a file may be good, and would be taken for the whole. */
static void
test_shrinks (void)
{
  TbWindow *window = tb_app_test_open_small ();
  TbDataset *before = tb_session_get_dataset (window->session);
  g_autofree char *path = tb_app_test_write ("shrinks.json", "");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_cmpint (truncate (path, LARGE_BYTES), ==, 0);
  tb_window_open (window, file);
  tb_app_test_wait (has_progress, window, "the reading to begin");
  g_assert_nonnull (window->opening);
  g_assert_cmpint (truncate (path, 1000), ==, 0);
  check_refused_opening (window, before, "The file became shorter while it was read");
  tb_app_test_close (window);
}

/* A file that a sandbox was given has its own name, and no place. */
static void
test_portal (void)
{
  static const struct { const char *path, *name, *place; } cases[] = {
    { "/run/user/1000/doc/1a2b3c4d/beds.tongbi.json", "beds.tongbi.json", NULL },
    { "/run/flatpak/doc/1a2b3c4d/beds.tongbi.json", "beds.tongbi.json", NULL },
    { "/run/user/1000/docs/beds.json", "beds.json", "/run/user/1000/docs" },
    { "/home/a/run/user/1000/doc/1a/beds.json", "beds.json", "/home/a/run/user/1000/doc/1a" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (cases[i].path);
      g_autofree char *name = tb_file_dup_name (file);
      g_autofree char *place = tb_file_dup_place (file);
      g_autoptr (GError) error = g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, "Could not write “%s”: no", cases[i].path);
      g_autofree char *reason = tb_file_dup_reason (file, error);

      g_assert_cmpstr (name, ==, cases[i].name);
      g_assert_cmpstr (place, ==, cases[i].place);
      g_assert_cmpint (strstr (reason, cases[i].path) == NULL, ==, cases[i].place == NULL);
      g_assert_nonnull (strstr (reason, "beds"));
    }
}

static gboolean
shows_recent (gpointer window)
{
  return tb_app_test_find_part (window, "beds.tongbi.json") != NULL;
}

/* So it is called wherever the window names it: among recent files, as it is opened, in
 * the title, in messages. */
static void
test_portal_window (void)
{
  const char *folder = "/run/user/1000/doc/1a2b3c4d";
  g_autofree char *path = g_build_filename (folder, "beds.tongbi.json", NULL);
  g_autofree char *chart = g_build_filename (folder, "beds.tongbi-chart.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) chart_file = g_file_new_for_path (chart);
  g_autofree char *told = NULL;
  TbWindow *window;

  if (skip_without_disks ())
    return;
  g_assert_cmpint (mount ("none", "/run", "tmpfs", 0, NULL), ==, 0);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, tb_app_test_small_dataset (), -1, NULL));
  tb_recent_add (file);
  window = tb_app_test_open (NULL);
  tb_app_test_wait (shows_recent, window, "the file among recent ones");
  tb_app_test_draw (window);
  g_assert_null (tb_app_test_find_part (GTK_WIDGET (window), "/run/"));

  tb_window_open (window, file);
  g_assert_cmpstr (tb_loading_get_title (window->loading), ==, "Opening “beds.tongbi.json”");
  tb_app_test_wait_settled (window);
  g_assert_nonnull (tb_session_get_dataset (window->session));
  tb_app_work_set_title (window, "Given");
  tb_window_save_to (window, chart_file);
  tb_app_test_wait (tb_app_work_is_saved, window, "the work to be saved");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "beds – Tongbi");
  g_assert_true (tb_app_work_holds (chart, "\"path\" : \"beds.tongbi.json\""));

  set_read_only ("/run", TRUE);
  tb_app_work_set_title (window, "Later");
  tb_window_save (window);
  told = take_message (window);
  g_assert_null (strstr (told, "/run/"));
  g_assert_nonnull (strstr (told, "“beds.tongbi-chart.json”"));
  tb_window_forget_work (window);
  tb_app_test_close (window);
  unmount_disk ("/run");
}

int
main (int   argc,
      char *argv[])
{
  enter_namespace ();
  tb_app_test_init (&argc, &argv);
  g_test_add_func ("/storage/read-only/save", test_read_only_save);
  g_test_add_func ("/storage/full/save", test_full_save);
  g_test_add_func ("/storage/export", test_export);
  g_test_add_func ("/storage/recovery", test_recovery);
  g_test_add_func ("/storage/preferences", test_preferences);
  g_test_add_func ("/storage/vanishes", test_vanishes);
  g_test_add_func ("/storage/shrinks", test_shrinks);
  g_test_add_func ("/storage/portal/name", test_portal);
  g_test_add_func ("/storage/portal/window", test_portal_window);

  return g_test_run ();
}
