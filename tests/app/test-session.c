/* What is looked at, step by step: selection, undo, redo, what is saved.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-test.h"
#include "tb-test-datasets.h"

static TbSession *
new_session (void)
{
  g_autoptr (TbDataset) dataset = tb_test_read_dataset (tb_app_test_small_dataset ());
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/small.tongbi.json");
  TbSession *session = tb_session_new (TB_LANGUAGE_EN);

  tb_session_open (session, file, dataset, NULL, NULL);
  return session;
}

static void
select_id (TbSession  *session,
           const char *id,
           gboolean    only)
{
  const TbIndicator *indicator =
    tb_catalog_find_indicator (tb_dataset_get_catalog (tb_session_get_dataset (session)), id);

  g_assert_nonnull (indicator);
  tb_session_select (session, indicator, only);
}

static void
set_title (TbSession  *session,
           const char *title)
{
  TbChartSpecFields fields = *tb_session_get_fields (session);

  fields.title = (char *) title;
  tb_session_change (session, &fields, tb_session_has_automatic_type (session), "title");
}

static void
assert_looks (TbSession  *session,
              const char *ids,
              const char *title,
              int         type)
{
  g_auto (GStrv) selected = tb_session_dup_ids (session);
  g_autofree char *joined = g_strjoinv ("+", selected);

  g_assert_cmpstr (joined, ==, ids);
  g_assert_cmpstr (tb_session_get_fields (session)->title, ==, title);
  g_assert_cmpint (tb_session_get_chart_type (session), ==, type);
}

static void
test_undo (void)
{
  g_autoptr (TbSession) session = new_session ();

  assert_looks (session, "beds", NULL, -1);
  g_assert_false (tb_session_can_undo (session));
  select_id (session, "nurses", FALSE);
  tb_session_set_chart_type (session, TB_CHART_LINE);
  assert_looks (session, "beds+nurses", NULL, TB_CHART_LINE);
  select_id (session, "rate", TRUE);
  assert_looks (session, "rate", NULL, -1);

  tb_session_undo (session);
  assert_looks (session, "beds+nurses", NULL, TB_CHART_LINE);
  tb_session_undo (session);
  assert_looks (session, "beds+nurses", NULL, -1);
  tb_session_undo (session);
  assert_looks (session, "beds", NULL, -1);
  tb_session_undo (session);
  assert_looks (session, "beds", NULL, -1);

  tb_session_redo (session);
  tb_session_redo (session);
  assert_looks (session, "beds+nurses", NULL, TB_CHART_LINE);
  /* Another way: what was undone is gone. */
  tb_session_set_chart_type (session, TB_CHART_BAR);
  g_assert_false (tb_session_can_redo (session));
  tb_session_redo (session);
  assert_looks (session, "beds+nurses", NULL, TB_CHART_BAR);
}

/* The letters of a title are one step, and so is turning from one indicator to the next. */
static void
test_join (void)
{
  g_autoptr (TbSession) session = new_session ();

  set_title (session, "B");
  set_title (session, "Be");
  set_title (session, "Beds");
  assert_looks (session, "beds", "Beds", -1);
  select_id (session, "nurses", TRUE);
  select_id (session, "rate", TRUE);
  assert_looks (session, "rate", NULL, -1);

  tb_session_undo (session);
  assert_looks (session, "beds", "Beds", -1);
  tb_session_undo (session);
  assert_looks (session, "beds", NULL, -1);
  g_assert_false (tb_session_can_undo (session));
}

static void
test_saved (void)
{
  g_autoptr (TbSession) session = new_session ();

  g_assert_true (tb_session_is_saved (session));
  g_assert_false (tb_session_has_work (session));
  select_id (session, "nurses", TRUE);
  g_assert_false (tb_session_has_work (session));
  g_assert_false (tb_session_is_saved (session));
  set_title (session, "Nurses");
  g_assert_true (tb_session_has_work (session));
  tb_session_mark_saved (session, tb_session_get_look (session));
  g_assert_true (tb_session_is_saved (session));
  /* What was saved is a step of its own, that one can come back to. */
  set_title (session, "More nurses");
  g_assert_false (tb_session_is_saved (session));
  tb_session_undo (session);
  assert_looks (session, "nurses", "Nurses", -1);
  g_assert_true (tb_session_is_saved (session));
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* To choose the type that suits is a choice: other figures keep it. */
static void
test_chosen_type (void)
{
  g_autoptr (TbSession) session = new_session ();
  TbChartType suited = tb_session_get_fields (session)->type;

  g_assert_cmpint (tb_session_get_chart_type (session), ==, -1);
  tb_session_set_chart_type (session, (int) suited);
  g_assert_cmpint (tb_session_get_chart_type (session), ==, suited);
  tb_session_undo (session);
  g_assert_cmpint (tb_session_get_chart_type (session), ==, -1);
}

/* The widest signal of a change, and no other: who listens looks at all of it. */
static void
test_signals (void)
{
  static const char *const names[] = { "place-changed", "selection-changed", "chart-type-changed", "shown-changed",
                                       "history-changed", "opened" };
  static const guint expected[][G_N_ELEMENTS (names)] = {
    { 1, 1, 0, 0, 1, 0 },  /* another place */
    { 0, 1, 0, 0, 1, 0 },  /* another indicator */
    { 0, 0, 1, 0, 1, 0 },  /* another type */
    { 0, 0, 0, 1, 1, 0 },  /* another title */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (TbSession) session = new_session ();
      guint counts[G_N_ELEMENTS (names)] = { 0 };

      for (gsize k = 0; k < G_N_ELEMENTS (names); k++)
        g_signal_connect_swapped (session, names[k], G_CALLBACK (count_cb), &counts[k]);
      if (i == 0)
        tb_session_set_place (session, "north");
      else if (i == 1)
        select_id (session, "nurses", TRUE);
      else if (i == 2)
        tb_session_set_chart_type (session, TB_CHART_LINE);
      else
        set_title (session, "Beds");
      for (gsize k = 0; k < G_N_ELEMENTS (names); k++)
        {
          g_test_message ("%zu: %s", i, names[k]);
          g_assert_cmpuint (counts[k], ==, expected[i][k]);
        }
    }
}

/* What a file is called at first: for people, and for any file system. */
static void
test_name (void)
{
  g_autoptr (TbSession) session = new_session ();
  g_autofree char *one = tb_session_dup_name (session);
  g_autofree char *two = NULL;
  g_autofree char *titled = NULL;

  select_id (session, "nurses", FALSE);
  two = tb_session_dup_name (session);
  set_title (session, "Beds: 1/2?");
  titled = tb_session_dup_name (session);
  g_assert_cmpstr (one, ==, "Hospital beds");
  g_assert_cmpstr (two, ==, "Hospital beds+1");
  g_assert_cmpstr (titled, ==, "Beds- 1-2-");
}

static void
test_same_is_no_step (void)
{
  g_autoptr (TbSession) session = new_session ();
  guint n = 0;

  g_signal_connect_swapped (session, "history-changed", G_CALLBACK (count_cb), &n);
  tb_session_set_place (session, NULL);
  tb_session_set_chart_type (session, -1);
  tb_session_set_span (session, TB_PERIOD_UNDATED, TB_PERIOD_UNDATED);
  select_id (session, "beds", TRUE);
  g_assert_cmpuint (n, ==, 0);
  g_assert_false (tb_session_can_undo (session));
}

/* A day of work: the first steps go, the last ones stay. */
static void
test_many_steps (void)
{
  g_autoptr (TbSession) session = new_session ();
  guint n = 0;

  for (guint i = 0; i < 2000; i++)
    tb_session_set_chart_type (session, i % 2 == 0 ? TB_CHART_LINE : TB_CHART_BAR);
  while (tb_session_can_undo (session))
    {
      tb_session_undo (session);
      n++;
    }
  g_assert_cmpuint (n, ==, 499);
}

/* The same file read again: what is looked at stays, and so do the steps. */
static void
test_replace (void)
{
  g_autoptr (TbSession) session = new_session ();
  g_autoptr (TbDataset) dataset = tb_test_read_dataset (tb_app_test_small_dataset ());

  select_id (session, "nurses", TRUE);
  set_title (session, "Nurses");
  tb_session_replace (session, tb_session_get_file (session), dataset, NULL);
  assert_looks (session, "nurses", "Nurses", -1);
  g_assert_true (tb_session_get_selected (session, 0) ==
                 tb_catalog_find_indicator (tb_dataset_get_catalog (dataset), "nurses"));
  tb_session_undo (session);
  assert_looks (session, "nurses", NULL, -1);
}

/* Nothing that was looked at is in the file any more. */
static void
test_replace_whole (void)
{
  g_autoptr (TbSession) session = new_session ();
  g_auto (GStrv) parts = g_strsplit (tb_app_test_small_dataset (), "beds\"", -1);
  g_autofree char *text = g_strjoinv ("cots\"", parts);
  g_autoptr (TbDataset) dataset = tb_test_read_dataset (text);

  assert_looks (session, "beds", NULL, -1);
  tb_session_replace (session, tb_session_get_file (session), dataset, NULL);
  assert_looks (session, "cots", NULL, -1);
  g_assert_cmpuint (tb_session_get_n_selected (session), ==, 1);
  g_assert_false (tb_session_can_undo (session));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/session/undo", test_undo);
  g_test_add_func ("/session/join", test_join);
  g_test_add_func ("/session/saved", test_saved);
  g_test_add_func ("/session/name", test_name);
  g_test_add_func ("/session/same-is-no-step", test_same_is_no_step);
  g_test_add_func ("/session/many-steps", test_many_steps);
  g_test_add_func ("/session/chosen-type", test_chosen_type);
  g_test_add_func ("/session/signals", test_signals);
  g_test_add_func ("/session/replace", test_replace);
  g_test_add_func ("/session/replace/whole", test_replace_whole);

  return g_test_run ();
}
