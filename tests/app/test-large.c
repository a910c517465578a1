/* Files of tens of megabytes and of ten thousand indicators: the window shows how far it
 * is, can be stopped, and never stands still.
 *
 * How long it stands still is told in the thread's own time, which other work on the
 * machine hardly changes; drawing in software, which a graphics card does elsewhere, is
 * no part of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-test.h"
#include "tb-test-gen.h"
#include "tb-turns.h"
#include "tb-window-private.h"
#include "tb-writer.h"

#include <glib/gstdio.h>

/* A tenth of a second is felt as a hitch; the benchmarks hold what is made to a frame. */
#define FREEZE_MS 100.0
#define AFTER_US 100000
#define N_INDICATORS 10000

static void
write_dataset (const TbTestGen *gen,
               const char      *name,
               gsize            least_bytes,
               char           **out_path)
{
  g_autoptr (TbDataset) dataset = tb_test_gen_dataset (gen);
  g_autoptr (GBytes) json = tb_writer_to_json (dataset);

  *out_path = tb_app_test_write (name, "");
  g_test_message ("%s: %zu bytes", name, g_bytes_get_size (json));
  g_assert_cmpuint (g_bytes_get_size (json), >, least_bytes);
  g_assert_true (g_file_set_contents (*out_path, g_bytes_get_data (json, NULL), (gssize) g_bytes_get_size (json),
                                      NULL));
}

static char *
write_large (void)
{
  const TbTestGen days = { .n_series = 60, .n_rows = 10000, .frequency = 'D', .first_year = 1990, .walk = TRUE,
                           .stock = TRUE };
  char *path;

  write_dataset (&days, "large.tongbi.json", 15 << 20, &path);
  return path;
}

static TbWindow *
open_small (void)
{
  TbWindow *window = tb_app_test_open_small ();

  tb_turns_watch (window);
  tb_turns_settle (window, AFTER_US);
  return window;
}

static void
add (TbTurns *longest,
     TbTurns  turns)
{
  longest->turn_ms = MAX (longest->turn_ms, turns.turn_ms);
  longest->unpainted_ms = MAX (longest->unpainted_ms, turns.unpainted_ms);
}

static void
assert_not_frozen (const char *what,
                   TbTurns     longest)
{
  g_test_message ("%s: longest turn %.1f ms, without drawing %.1f ms", what, longest.turn_ms, longest.unpainted_ms);
  g_assert_cmpfloat (longest.unpainted_ms, <, FREEZE_MS);
}

/* How often the bar was seen to move on, which is never back. */
static guint
watch_progress (TbWindow *window,
                double    until,
                TbTurns  *longest)
{
  double fraction = 0;
  guint n = 0;

  while (window->opening != NULL && fraction < until)
    {
      double now;

      tb_turns_step (longest, TRUE);
      now = tb_loading_get_fraction (window->loading);
      g_assert_true (now >= fraction);
      n += now > fraction;
      fraction = now;
    }
  return n;
}

static void
test_opening (void)
{
  TbWindow *window = open_small ();
  g_autofree char *path = write_large ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TbTurns longest = { 0 };

  tb_window_open (window, file);
  g_assert_cmpuint (watch_progress (window, 2, &longest), >=, 5);
  add (&longest, tb_turns_settle (window, AFTER_US));
  g_assert_cmpuint (tb_catalog_get_n_indicators (tb_dataset_get_catalog (tb_session_get_dataset (window->session))), ==,
                    60);
  assert_not_frozen ("a large file", longest);
  g_assert_cmpint (g_unlink (path), ==, 0);
  tb_app_test_close (window);
}

/* Wherever it is stopped, what was open stays, and nothing is told. */
static void
test_cancel (void)
{
  static const double stops[] = { 0.0, 0.02, 0.3, 0.6, 0.9 };
  TbWindow *window = open_small ();
  TbDataset *before = tb_session_get_dataset (window->session);
  g_autofree char *path = write_large ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TbTurns longest = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      tb_window_open (window, file);
      watch_progress (window, stops[i], &longest);
      g_assert_nonnull (window->opening);
      g_assert_true (tb_app_test_can (window, "win.cancel-open"));
      gtk_widget_activate_action (GTK_WIDGET (window), "win.cancel-open", NULL);
      g_assert_null (window->opening);
      g_assert_cmpstr (gtk_stack_get_visible_child_name (window->pages), ==, "content");
      add (&longest, tb_turns_settle (window, AFTER_US));
      g_assert_true (tb_session_get_dataset (window->session) == before);
      g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
      g_assert_false (tb_app_test_can (window, "win.cancel-open"));
    }
  assert_not_frozen ("cancelling", longest);
  g_assert_cmpint (g_unlink (path), ==, 0);
  tb_app_test_close (window);
}

static void
show (TbWindow   *window,
      const char *view)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", view);
}

static void
do_overview (TbWindow *window)
{
  show (window, "overview");
}

static void
do_chart (TbWindow *window)
{
  show (window, "chart");
}

static void
do_table (TbWindow *window)
{
  show (window, "table");
}

static void
do_inspector (TbWindow *window)
{
  show (window, "chart");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.toggle-inspector", NULL);
}

static void
select_indicators (TbWindow *window,
                   gsize     n)
{
  TbCatalog *catalog = tb_dataset_get_catalog (tb_session_get_dataset (window->session));
  g_autofree const TbIndicator **all = g_new (const TbIndicator *, n);

  for (gsize i = 0; i < n; i++)
    all[i] = tb_catalog_get_indicator (catalog, i);
  tb_session_select_all (window->session, all, n);
}

/* More than any chart has room for. */
static void
do_select_many (TbWindow *window)
{
  select_indicators (window, 200);
}

static void
do_select_all (TbWindow *window)
{
  show (window, "table");
  select_indicators (window, N_INDICATORS);
}

static void
do_chart_of_all (TbWindow *window)
{
  show (window, "chart");
}

static void
do_select_one (TbWindow *window)
{
  select_indicators (window, 1);
}

static void
do_undo (TbWindow *window)
{
  tb_session_undo (window->session);
}

static void
test_indicators (void)
{
  static const struct
  {
    const char *what;
    void (*act) (TbWindow *window);
  } steps[] = {
    { "the overview", do_overview },
    { "the chart of one", do_chart },
    { "the inspector", do_inspector },
    { "the table of one", do_table },
    { "the overview again", do_overview },
    { "200 at once", do_select_many },
    { "the chart of 200", do_chart },
    { "the table of all", do_select_all },
    { "the chart of all", do_chart_of_all },
    { "one of all", do_select_one },
    { "all again", do_undo },
    { "the table of all again", do_table },
  };
  const TbTestGen years = { .n_series = N_INDICATORS, .n_rows = 6, .frequency = 'A', .first_year = 2018,
                            .stock = TRUE };
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  TbWindow *window = open_small ();
  TbTurns longest = { 0 };

  write_dataset (&years, "many.tongbi.json", 1 << 20, &path);
  file = g_file_new_for_path (path);
  tb_window_open (window, file);
  watch_progress (window, 2, &longest);
  add (&longest, tb_turns_settle (window, AFTER_US));
  assert_not_frozen ("opening", longest);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      double before = tb_turns_get_thread_ms ();
      TbTurns turns;

      steps[i].act (window);
      turns.turn_ms = turns.unpainted_ms = tb_turns_get_thread_ms () - before;
      add (&turns, tb_turns_settle (window, AFTER_US));
      assert_not_frozen (steps[i].what, turns);
    }
  g_assert_cmpuint (tb_session_get_n_selected (window->session), ==, N_INDICATORS);
  tb_app_test_close (window);
}

int
main (int   argc,
      char *argv[])
{
  tb_app_test_init (&argc, &argv);
  g_test_add_func ("/large/opening", test_opening);
  g_test_add_func ("/large/cancel", test_cancel);
  g_test_add_func ("/large/indicators", test_indicators);

  return g_test_run ();
}
