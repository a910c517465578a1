/* How long the window's main thread is held up while files are opened and shown, and
 * by what opens for the first time.
 *
 * The time of the thread itself is told, which other work on the machine does not
 * change, of the longest turn of the main loop, with the painting of frames in software
 * and without. The aims: 16 ms, a frame; 4 ms for the call that asks how a file is read.
 *
 * usage: bench-opening [N]   figures of the long file; a million where nothing is said
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-test.h"
#include "tb-test-gen.h"
#include "tb-window-private.h"
#include "tb-writer.h"

#include <time.h>

#define AFTER_US 300000

typedef struct
{
  double turn_ms;
  double unpainted_ms;   /* of turns, without the painting of frames in them */
} Longest;

/* Of the last frame: drawing in software is no work of the window's own. */
static double painting_began_ms;
static double painted_ms;

static double
get_thread_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static void
laid_out_cb (void)
{
  painting_began_ms = get_thread_ms ();
}

static void
painted_cb (void)
{
  painted_ms = get_thread_ms () - painting_began_ms;
}

/* Turns the loop until nothing is under way, and a little longer for late frames. */
static Longest
find_longest_turn (TbWindow *window)
{
  gint64 end = 0;
  Longest longest = { 0 };

  while (end == 0 || g_get_monotonic_time () < end)
    {
      double before = get_thread_ms ();
      double taken;

      painted_ms = 0;
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (200);
      taken = get_thread_ms () - before;
      longest.turn_ms = MAX (longest.turn_ms, taken);
      longest.unpainted_ms = MAX (longest.unpainted_ms, taken - painted_ms);
      if (!tb_window_is_settled (window))
        end = 0;
      else if (end == 0)
        end = g_get_monotonic_time () + AFTER_US;
    }
  return longest;
}

static void
tell (TbWindow   *window,
      const char *what,
      double      before)
{
  double call = get_thread_ms () - before;

  Longest longest = find_longest_turn (window);

  g_print ("%-40s call %6.2f ms   longest turn %6.2f ms, without painting %6.2f ms\n", what, call, longest.turn_ms,
           longest.unpainted_ms);
}

static void
close_dialogs (TbWindow *window)
{
  AdwDialog *dialog;

  while ((dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window))) != NULL)
    {
      adw_dialog_force_close (dialog);
      find_longest_turn (window);
    }
}

static void
measure_opening (TbWindow   *window,
                 const char *what,
                 const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  double before = get_thread_ms ();

  tb_window_open (window, file);
  tell (window, what, before);
  close_dialogs (window);
}

static void
measure_action (TbWindow   *window,
                const char *what,
                const char *action)
{
  for (int round = 0; round < 2; round++)
    {
      g_autofree char *title = g_strdup_printf ("  %s, %s", what, round == 0 ? "the first time" : "again");
      double before = get_thread_ms ();

      gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
      tell (window, title, before);
      close_dialogs (window);
    }
}

static void
measure_view (TbWindow   *window,
              const char *view)
{
  for (int round = 0; round < 2; round++)
    {
      g_autofree char *title = g_strdup_printf ("  to the %s, %s", view, round == 0 ? "the first time" : "again");
      double before = get_thread_ms ();

      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", view);
      tell (window, title, before);
      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "chart");
      find_longest_turn (window);
    }
}

static void
measure_indicators (TbWindow *window)
{
  TbCatalog *catalog = tb_dataset_get_catalog (tb_session_get_dataset (window->session));
  Longest longest = { 0 };

  for (gsize i = 0; i < 20; i++)
    {
      Longest of_one;

      tb_session_select (window->session, tb_catalog_get_indicator (catalog, i * 7), TRUE);
      of_one = find_longest_turn (window);
      longest.turn_ms = MAX (longest.turn_ms, of_one.turn_ms);
      longest.unpainted_ms = MAX (longest.unpainted_ms, of_one.unpainted_ms);
    }
  g_print ("%-40s                  longest turn %6.2f ms, without painting %6.2f ms\n", "  another indicator, of 20",
           longest.turn_ms, longest.unpainted_ms);
}

static void
measure_sample (TbWindow *window)
{
  g_autofree char *path = g_build_filename (g_getenv ("TONGBI_DATA_DIR"), "samples", "digital-qingdao.tongbi.json", NULL);

  measure_opening (window, "the sample", path);
  measure_view (window, "overview");
  measure_view (window, "table");
  measure_indicators (window);
  measure_action (window, "exporting", "win.export");
  measure_action (window, "the source", "win.show-current-source");
}

static void
measure_long (TbWindow *window,
              guint     n)
{
  const TbTestGen days = { .n_series = 100, .n_rows = n / 100, .frequency = 'D', .first_year = 1990, .walk = TRUE,
                           .stock = TRUE };
  g_autoptr (TbDataset) dataset = tb_test_gen_dataset (&days);
  g_autoptr (GBytes) json = tb_writer_to_json (dataset);
  g_autofree char *path = tb_app_test_write ("long.tongbi.json", "");
  g_autofree char *what = g_strdup_printf ("a file of %u figures, %.0f MB", n, (double) g_bytes_get_size (json) / 1e6);

  if (!g_file_set_contents (path, g_bytes_get_data (json, NULL), (gssize) g_bytes_get_size (json), NULL))
    g_error ("%s cannot be written", path);
  g_clear_pointer (&dataset, tb_dataset_unref);
  measure_opening (window, what, path);
}

/* A yearbook's table, of which it is not said what its columns are. */
static void
measure_doubt (TbWindow *window)
{
  g_autoptr (GString) text = g_string_new ("name,region,sort,2019,2020\n");
  g_autofree char *path = NULL;

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (text, "indicator %u,%u,%u,%u,%u\n", i, i % 4, i % 3, 100 + i, 110 + i);
  path = tb_app_test_write ("doubt.csv", text->str);
  measure_opening (window, "asking how a file is read", path);
  measure_opening (window, "asking again", path);
}

int
main (int    argc,
      char **argv)
{
  guint n = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 1000000;
  GdkFrameClock *clock;
  TbWindow *window;

  argc = 1;
  tb_app_test_init (&argc, &argv);
  window = tb_app_test_open (NULL);
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  g_signal_connect_after (clock, "layout", G_CALLBACK (laid_out_cb), NULL);
  g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "chart");
  measure_sample (window);
  measure_doubt (window);
  measure_long (window, n);
  tb_app_test_close (window);
  return 0;
}
