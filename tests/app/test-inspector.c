/* The inspector: what each control sets, what does not fit and why, undo.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-test.h"
#include "tb-chart-words.h"
#include "tb-choice-row.h"
#include "tb-decoration-row.h"
#include "tb-inspector-compare.h"
#include "tb-inspector-days.h"
#include "tb-inspector-figures.h"
#include "tb-inspector-marks.h"
#include "tb-inspector-measure.h"
#include "tb-inspector-shown.h"
#include "tb-inspector-texts.h"
#include "tb-inspector-types.h"
#include "tb-text-row.h"
#include "tb-window-private.h"

/* A year-to-date total, a stock with a target, a share in percent, a count of people. */
static const char dataset[]
  = "{\"tongbi\": \"dataset/1\", \"title\": \"Inspected\","
    " \"units\": {\"t\": {\"name\": \"tonnes\", \"kind\": \"mass\"}, \"bed\": {\"name\": \"beds\", "
    "\"kind\": \"count\"},"
    " \"person\": {\"name\": \"persons\", \"kind\": \"count\"}, \"pct\": {\"name\": \"%\", \"kind\": \"percent\"}},"
    " \"indicators\": ["
    "{\"id\": \"steel\", \"name\": \"Steel\", \"unit\": \"t\", \"measure\": \"cumulative\", \"since\": \"year-start\"},"
    "{\"id\": \"beds\", \"name\": \"Beds\", \"unit\": \"bed\", \"measure\": \"stock\", \"direction\": \"up\"},"
    "{\"id\": \"rate\", \"name\": \"Rate\", \"unit\": \"pct\", \"measure\": \"ratio\"},"
    "{\"id\": \"people\", \"name\": \"People\", \"unit\": \"person\", \"measure\": \"stock\"}],"
    " \"series\": ["
    "{\"indicator\": \"steel\", \"observations\": [[\"2023-01/2023-03\", 90], [\"2023-01/2023-06\", 200],"
    " [\"2023-01/2023-09\", 310], [\"2023\", 430], [\"2024-01/2024-03\", 100], [\"2024-01/2024-06\", 230],"
    " [\"2024-01/2024-09\", 345], [\"2024\", 500]]},"
    "{\"indicator\": \"beds\", \"observations\": [[\"2020-12-31\", 120], [\"2021-12-31\", 131], [\"2022-12-31\", 140],"
    " {\"period\": \"2025-12-31\", \"value\": 160, \"kind\": \"target\"}]},"
    "{\"indicator\": \"rate\", \"observations\": [[\"2020\", 33.2], [\"2021\", 35.1], [\"2022\", 37.4]]},"
    "{\"indicator\": \"people\", \"observations\": [[\"2020-12-31\", 1000], [\"2021-12-31\", 1010],"
    " [\"2022-12-31\", 1020]]}]}";

static TbInspector *
get_inspector (TbWindow *window)
{
  return tb_chart_view_get_inspector (window->chart_view);
}

static gpointer
get_group (TbWindow *window,
           GType     type)
{
  TbInspectorGroup *group = tb_inspector_get_group (get_inspector (window), type);

  g_assert_nonnull (group);
  return group;
}

static const TbChartSpecFields *
get_fields (TbWindow *window)
{
  return tb_session_get_fields (window->session);
}

static void
settle (TbWindow *window)
{
  tb_app_test_draw (window);
}

static void
select_indicator (TbWindow   *window,
                  const char *id)
{
  TbCatalog *catalog = tb_dataset_get_catalog (tb_session_get_dataset (window->session));

  tb_session_select (window->session, tb_catalog_find_indicator (catalog, id), TRUE);
  settle (window);
}

static gboolean
has_facts (gpointer data)
{
  return tb_window_is_settled (data) && tb_inspector_get_facts (get_inspector (data)) != NULL;
}

static TbWindow *
open_at (const char *id)
{
  g_autofree char *path = tb_app_test_write ("inspected.tongbi.json", dataset);
  TbWindow *window = tb_app_test_open (path);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "chart");
  select_indicator (window, id);
  g_object_set (window->chart_view, "inspector-shown", TRUE, NULL);
  settle (window);
  tb_app_test_wait (has_facts, window, "what the inspector offers");
  settle (window);
  return window;
}

static void
undo (TbWindow *window)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  settle (window);
}

static gpointer
get_row (TbWindow   *window,
         GType       group,
         const char *title)
{
  GtkWidget *row = tb_app_test_find_row (get_group (window, group), title);

  if (row == NULL)
    g_error ("There is no row “%s”", title);
  return row;
}

static guint
find_choice (TbChoiceRow *row,
             const char  *title)
{
  GListModel *choices = tb_choice_row_get_choices (row);

  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (TbChoice) choice = g_list_model_get_item (choices, i);

      if (g_str_equal (tb_choice_get_title (choice), title))
        return i;
    }
  g_error ("There is no choice “%s”", title);
}

/* The pane comes and goes by its action, and is made only when it is seen. */
static void
test_show (void)
{
  g_autofree char *path = tb_app_test_write ("inspected.tongbi.json", dataset);
  TbWindow *window = tb_app_test_open (path);
  gboolean is_shown;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "chart");
  settle (window);
  g_assert_null (tb_inspector_get_group (get_inspector (window), TB_TYPE_INSPECTOR_TYPES));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.toggle-inspector", NULL));
  settle (window);
  g_object_get (window->chart_view, "inspector-shown", &is_shown, NULL);
  g_assert_true (is_shown);
  g_assert_nonnull (tb_inspector_get_group (get_inspector (window), TB_TYPE_INSPECTOR_TYPES));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.toggle-inspector", NULL));
  g_object_get (window->chart_view, "inspector-shown", &is_shown, NULL);
  g_assert_false (is_shown);
  /* The table has none. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "table");
  g_assert_false (tb_app_test_can (window, "win.toggle-inspector"));
  tb_app_test_close (window);
}

/* Every type is there; what does not fit says why, as the core does, and is not taken. */
static void
test_types (void)
{
  TbWindow *window = open_at ("beds");
  TbInspectorTypes *group = get_group (window, TB_TYPE_INSPECTOR_TYPES);
  TbSelection *selection = tb_chart_view_get_picture (window->chart_view)->selection;
  g_autofree char *told = NULL;

  for (int type = 0; type < TB_N_CHART_TYPES; type++)
    {
      GtkWidget *tile = tb_inspector_types_get_tile (group, (TbChartType) type);
      g_autofree char *misfit = tb_chart_dup_misfit ((TbChartType) type, selection, TB_LANGUAGE_EN);

      g_assert_true (gtk_widget_get_focusable (tile));
      g_assert_cmpstr (gtk_widget_get_tooltip_text (tile), ==, misfit);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (tile), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           tb_chart_type_word ((TbChartType) type, TB_LANGUAGE_EN));
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (tile), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                           misfit != NULL ? misfit : "");
      gtk_test_accessible_assert_state (GTK_ACCESSIBLE (tile), GTK_ACCESSIBLE_STATE_DISABLED, misfit != NULL);
    }
  gtk_widget_activate (tb_inspector_types_get_tile (group, TB_CHART_LINE));
  settle (window);
  g_assert_cmpint (tb_session_get_chart_type (window->session), ==, TB_CHART_LINE);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (tb_inspector_types_get_tile (group, TB_CHART_LINE)),
                                    GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  /* A level at a date has no year-to-date comparison. */
  gtk_widget_activate (tb_inspector_types_get_tile (group, TB_CHART_YEAR_TO_DATE));
  g_assert_cmpint (tb_session_get_chart_type (window->session), ==, TB_CHART_LINE);
  told = g_strconcat ("Year-to-date comparison: ",
                      gtk_widget_get_tooltip_text (tb_inspector_types_get_tile (group, TB_CHART_YEAR_TO_DATE)), NULL);
  g_assert_nonnull (tb_app_test_find_label (GTK_WIDGET (group), told));
  adw_switch_row_set_active (get_row (window, TB_TYPE_INSPECTOR_TYPES, "Automatic"), TRUE);
  g_assert_cmpint (tb_session_get_chart_type (window->session), ==, -1);
  undo (window);
  undo (window);
  g_assert_cmpint (tb_session_get_chart_type (window->session), ==, -1);
  tb_app_test_close (window);
}

/* Which measures fit, and the rule that says so. Sources: semantics 4.2 and 4.3. */
static const struct
{
  const char     *indicator;
  TbTransformKind kind;
  const char     *misfit;   /* a part of the reason; NULL: it fits */
} measures[] = {
  { "steel", TB_TRANSFORM_DISCRETE, NULL },                                                /* Y-1 */
  { "steel", TB_TRANSFORM_PERCENT_ON_YEAR, NULL },                                         /* F-2, R4 */
  { "steel", TB_TRANSFORM_CUMULATIVE, "year-to-date already" },                            /* Y-8 */
  { "steel", TB_TRANSFORM_MOVING_AVERAGE, "take the discrete figures first" },             /* F-9 */
  { "steel", TB_TRANSFORM_SHARE, "no whole" },                                             /* F-5 */
  { "steel", TB_TRANSFORM_QUARTER, NULL },                                                 /* by Y-1 first */
  { "beds", TB_TRANSFORM_CHANGE, NULL },                                                   /* R6 */
  { "beds", TB_TRANSFORM_INDEX, NULL },                                                    /* F-4 */
  { "beds", TB_TRANSFORM_DISCRETE, "no figure of a single period" },                       /* Y-3 */
  { "beds", TB_TRANSFORM_CUMULATIVE, "amounts over a period" },                       /* Y-3 */
  { "rate", TB_TRANSFORM_ANNUAL, "not summed or averaged" },                               /* F-7 */
  { "rate", TB_TRANSFORM_CHANGE, NULL },                                                   /* R13 */
  { "rate", TB_TRANSFORM_PERCENT, "no percentage of a percentage" },                       /* R13 */
  { "rate", TB_TRANSFORM_INDEX, "no percentage of a percentage" },                         /* R13 */
  { "rate", TB_TRANSFORM_PER_CAPITA, "amounts and levels" },                          /* F-8 */
};

static void
test_misfits (void)
{
  TbWindow *window = open_at ("beds");

  for (gsize i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      const TbInspectorFacts *facts;
      const char *misfit;

      select_indicator (window, measures[i].indicator);
      facts = tb_inspector_get_facts (get_inspector (window));
      misfit = facts->step_misfits[measures[i].kind];
      if (measures[i].misfit == NULL)
        g_assert_cmpstr (misfit, ==, NULL);
      else
        {
          if (misfit == NULL || strstr (misfit, measures[i].misfit) == NULL)
            g_error ("%s, %s: %s", measures[i].indicator, tb_transform_get_name (measures[i].kind), misfit);
          /* In a sentence of its own, without the code of the rule. */
          g_assert_true (g_ascii_isupper (misfit[0]));
          g_assert_null (strchr (misfit, ':') != NULL && misfit[1] == '-' ? misfit : NULL);
        }
    }
  tb_app_test_close (window);
}

/* One click takes a measure, and undo gives it back. */
static void
test_measure (void)
{
  TbWindow *window = open_at ("beds");
  TbInspectorMeasure *group = get_group (window, TB_TYPE_INSPECTOR_MEASURE);
  TbChoiceRow *base;

  adw_action_row_activate (ADW_ACTION_ROW (tb_inspector_measure_get_row (group, TB_TRANSFORM_PERCENT_ON_YEAR)));
  settle (window);
  g_assert_cmpuint (get_fields (window)->n_operations, ==, 1);
  g_assert_cmpint (get_fields (window)->operations[0].kind, ==, TB_TRANSFORM_PERCENT_ON_YEAR);
  /* Of yearly figures the change on the period before is the same, and not offered twice. */
  g_assert_false (gtk_widget_get_visible (tb_inspector_measure_get_row (group, TB_TRANSFORM_PERCENT)));
  /* Another one takes its place. */
  adw_action_row_activate (ADW_ACTION_ROW (tb_inspector_measure_get_row (group, TB_TRANSFORM_INDEX)));
  settle (window);
  g_assert_cmpuint (get_fields (window)->n_operations, ==, 1);
  g_assert_cmpint (get_fields (window)->operations[0].kind, ==, TB_TRANSFORM_INDEX);
  g_assert_cmpint (get_fields (window)->operations[0].base.end, ==, tb_day_new (2020, 12, 31));
  base = get_row (window, TB_TYPE_INSPECTOR_MEASURE, "Base Period (= 100)");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (base)));
  g_assert_true (tb_choice_row_choose (base, find_choice (base, "31 Dec 2021")));
  settle (window);
  g_assert_cmpint (get_fields (window)->operations[0].base.end, ==, tb_day_new (2021, 12, 31));
  g_assert_nonnull (tb_chart_view_get_picture (window->chart_view)->scene);
  undo (window);
  g_assert_cmpint (get_fields (window)->operations[0].base.end, ==, tb_day_new (2020, 12, 31));
  undo (window);
  undo (window);
  g_assert_cmpuint (get_fields (window)->n_operations, ==, 0);
  tb_app_test_close (window);
}

/* Steps of several groups stay side by side; quarters of running totals take the
 * single periods first, as F-7 says. */
static void
test_steps (void)
{
  TbWindow *window = open_at ("steel");
  TbChoiceRow *row = get_row (window, TB_TYPE_INSPECTOR_FIGURES, "Periods");
  AdwSwitchRow *average;

  g_assert_false (tb_choice_row_choose (row, find_choice (row, "Year-to-date totals")));
  g_assert_true (tb_choice_row_choose (row, find_choice (row, "By quarter")));
  settle (window);
  g_assert_cmpuint (get_fields (window)->n_operations, ==, 2);
  g_assert_cmpint (get_fields (window)->operations[0].kind, ==, TB_TRANSFORM_DISCRETE);
  g_assert_cmpint (get_fields (window)->operations[1].kind, ==, TB_TRANSFORM_QUARTER);
  g_assert_nonnull (tb_chart_view_get_picture (window->chart_view)->scene);

  average = get_row (window, TB_TYPE_INSPECTOR_FIGURES, "Moving Average");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (average)), ==, "");
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (average)));
  adw_switch_row_set_active (average, TRUE);
  settle (window);
  g_assert_cmpuint (get_fields (window)->n_operations, ==, 3);
  adw_spin_row_set_value (get_row (window, TB_TYPE_INSPECTOR_FIGURES, "Periods Averaged"), 4);
  g_assert_cmpuint (get_fields (window)->operations[2].window, ==, 4);
  settle (window);
  undo (window);
  undo (window);
  g_assert_cmpuint (get_fields (window)->n_operations, ==, 2);
  undo (window);
  g_assert_cmpuint (get_fields (window)->n_operations, ==, 0);
  tb_app_test_close (window);
}

/* F-8: the population is chosen, not guessed. */
static void
test_per_head (void)
{
  TbWindow *window = open_at ("beds");
  TbChoiceRow *row = get_row (window, TB_TYPE_INSPECTOR_FIGURES, "Per Head");

  g_assert_true (tb_choice_row_choose (row, find_choice (row, "People")));
  settle (window);
  g_assert_cmpint (get_fields (window)->operations[0].kind, ==, TB_TRANSFORM_PER_CAPITA);
  g_assert_cmpstr (get_fields (window)->operations[0].with, ==, "people");
  g_assert_nonnull (tb_chart_view_get_picture (window->chart_view)->scene);
  g_assert_cmpuint (tb_choice_row_get_chosen (row), ==, find_choice (row, "People"));
  undo (window);
  g_assert_cmpuint (tb_choice_row_get_chosen (row), ==, 0);
  tb_app_test_close (window);
}

/* What the rules propose comes first; a half-year is not compared with a quarter (R3, R4). */
static void
test_compare (void)
{
  TbWindow *window = open_at ("steel");
  TbChoiceRow *base;
  TbChoiceRow *current;
  g_autoptr (TbChoice) first = NULL;
  g_autoptr (TbChoice) refused = NULL;

  g_assert_false (gtk_widget_get_visible (get_group (window, TB_TYPE_INSPECTOR_COMPARE)));
  tb_session_set_chart_type (window->session, TB_CHART_DUMBBELL);
  settle (window);
  g_assert_true (gtk_widget_get_visible (get_group (window, TB_TYPE_INSPECTOR_COMPARE)));
  current = get_row (window, TB_TYPE_INSPECTOR_COMPARE, "Period");
  g_assert_true (tb_choice_row_choose (current, find_choice (current, "Jan–Jun 2024")));
  settle (window);
  g_assert_cmpint (get_fields (window)->current.end, ==, tb_day_new (2024, 6, 30));

  base = get_row (window, TB_TYPE_INSPECTOR_COMPARE, "Compared With");
  first = g_list_model_get_item (tb_choice_row_get_choices (base), 1);
  g_assert_cmpstr (tb_choice_get_title (first), ==, "Jan–Jun 2023");
  g_assert_cmpstr (tb_choice_get_remark (first), ==, "Same period a year earlier");
  refused = g_list_model_get_item (tb_choice_row_get_choices (base), find_choice (base, "Jan–Mar 2024"));
  g_assert_true (tb_choice_is_refused (refused));
  g_assert_nonnull (tb_choice_get_remark (refused));
  g_assert_false (tb_choice_row_choose (base, find_choice (base, "Jan–Mar 2024")));
  g_assert_false (tb_period_is_dated (get_fields (window)->base));
  g_assert_true (tb_choice_row_choose (base, 1));
  settle (window);
  g_assert_cmpint (get_fields (window)->base.end, ==, tb_day_new (2023, 6, 30));
  undo (window);
  g_assert_false (tb_period_is_dated (get_fields (window)->base));
  tb_app_test_close (window);
}

/* Targets, numbers at marks, the span. */
static void
test_shown (void)
{
  TbWindow *window = open_at ("beds");
  AdwSwitchRow *targets = get_row (window, TB_TYPE_INSPECTOR_SHOWN, "Targets");
  AdwSwitchRow *values = get_row (window, TB_TYPE_INSPECTOR_SHOWN, "Numbers at Marks");
  TbChoiceRow *from = get_row (window, TB_TYPE_INSPECTOR_SHOWN, "From");
  TbChoiceRow *to = get_row (window, TB_TYPE_INSPECTOR_SHOWN, "To");

  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (targets)));
  g_assert_false (gtk_widget_get_visible (get_row (window, TB_TYPE_INSPECTOR_SHOWN, "Forecasts")));
  adw_switch_row_set_active (targets, FALSE);
  settle (window);
  g_assert_cmpuint (get_fields (window)->kinds & 1u << TB_KIND_TARGET, ==, 0);
  g_assert_cmpuint (tb_scene_get_n_data (tb_chart_view_get_picture (window->chart_view)->scene), ==, 3);
  /* It can be switched on again. */
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (targets)));
  undo (window);
  g_assert_true (adw_switch_row_get_active (targets));
  g_assert_cmpuint (get_fields (window)->kinds, ==, 0);

  adw_switch_row_set_active (values, FALSE);
  g_assert_false (get_fields (window)->show_values);
  undo (window);
  g_assert_true (adw_switch_row_get_active (values));

  g_assert_true (tb_choice_row_choose (from, find_choice (from, "31 Dec 2021")));
  settle (window);
  g_assert_cmpint (get_fields (window)->from.end, ==, tb_day_new (2021, 12, 31));
  g_assert_false (tb_choice_row_choose (to, find_choice (to, "31 Dec 2020")));
  undo (window);
  g_assert_false (tb_period_is_dated (get_fields (window)->from));
  tb_app_test_close (window);
}

static void
write_text (TbTextRow  *row,
            const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (tb_text_row_get_view (row));

  gtk_text_buffer_set_text (buffer, "", -1);
  gtk_text_buffer_insert_at_cursor (buffer, text, -1);
}

static char *
dup_text (TbTextRow *row)
{
  char *text;

  g_object_get (gtk_text_view_get_buffer (tb_text_row_get_view (row)), "text", &text, NULL);
  return text;
}

/* The automatic text stands there, is changed letter by letter in one step, left
 * out, and comes back. */
static void
test_texts (void)
{
  TbWindow *window = open_at ("beds");
  TbTextRow *row = get_row (window, TB_TYPE_INSPECTOR_TEXTS, "Title");
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (tb_text_row_get_view (row));
  GtkWidget *reset = tb_app_test_find (GTK_WIDGET (row), GTK_TYPE_BUTTON);
  g_autofree char *automatic = dup_text (row);
  g_autofree char *after = NULL;

  g_assert_cmpstr (automatic, ==, "Beds");
  g_assert_null (get_fields (window)->title);
  gtk_text_buffer_insert_at_cursor (buffer, "!", -1);
  gtk_text_buffer_insert_at_cursor (buffer, "!", -1);
  settle (window);
  g_assert_nonnull (get_fields (window)->title);
  g_assert_cmpstr (tb_scene_get_info (tb_chart_view_get_picture (window->chart_view)->scene)->title, ==,
                   get_fields (window)->title);
  undo (window);
  g_assert_null (get_fields (window)->title);
  after = dup_text (row);
  g_assert_cmpstr (after, ==, "Beds");

  /* Empty is left out, and not the automatic text. */
  gtk_text_buffer_set_text (buffer, "", -1);
  settle (window);
  g_assert_cmpstr (get_fields (window)->title, ==, "");
  g_assert_true (gtk_widget_get_visible (reset));
  g_signal_emit_by_name (reset, "clicked");
  settle (window);
  g_assert_null (get_fields (window)->title);
  tb_app_test_close (window);
}

/* E-6: control characters are left out, lines are joined. */
static void
test_clean (void)
{
  static const struct { const char *written; const char *kept; } rows[] = {
    { "More\nbeds", "More beds" }, { "a\x01" "b\x7f" "c", "abc" }, { "较上年\t增长", "较上年 增长" }, { "plain", "plain" },
  };
  TbWindow *window = open_at ("beds");
  TbTextRow *row = get_row (window, TB_TYPE_INSPECTOR_TEXTS, "Title");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      write_text (row, rows[i].written);
      g_assert_cmpstr (get_fields (window)->title, ==, rows[i].kept);
    }
  tb_app_test_close (window);
}

static TbDecorationRow *
find_decoration (TbWindow *window)
{
  return TB_DECORATION_ROW (tb_app_test_find (get_group (window, TB_TYPE_INSPECTOR_MARKS), TB_TYPE_DECORATION_ROW));
}

/* Every kind is added complete, and one can be changed, removed and brought back. */
static void
test_marks (void)
{
  TbWindow *window = open_at ("beds");
  TbChoiceRow *add = get_row (window, TB_TYPE_INSPECTOR_MARKS, "Add");
  TbDecorationRow *row;
  AdwEntryRow *words;
  guint n = g_list_model_get_n_items (tb_choice_row_get_choices (add));

  g_assert_cmpuint (n, ==, TB_N_DECORATIONS);
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (tb_choice_row_choose (add, i));
      settle (window);
      g_assert_cmpuint (get_fields (window)->n_decorations, ==, 1);
      g_assert_nonnull (tb_chart_view_get_picture (window->chart_view)->scene);
      row = find_decoration (window);
      g_assert_cmpint (tb_decoration_row_get (row)->kind, ==, get_fields (window)->decorations[0].kind);
      g_signal_emit_by_name (tb_app_test_find (GTK_WIDGET (row), GTK_TYPE_BUTTON), "clicked");
      settle (window);
      g_assert_cmpuint (get_fields (window)->n_decorations, ==, 0);
      g_assert_null (tb_app_test_find (get_group (window, TB_TYPE_INSPECTOR_MARKS), TB_TYPE_DECORATION_ROW));
    }
  g_assert_true (tb_choice_row_choose (add, find_choice (add, "Note")));
  settle (window);
  words = get_row (window, TB_TYPE_INSPECTOR_MARKS, "Words");
  gtk_editable_set_text (GTK_EDITABLE (words), "New wing");
  settle (window);
  g_assert_cmpstr (get_fields (window)->decorations[0].text, ==, "New wing");
  /* A note has words: the last ones stay. */
  gtk_editable_set_text (GTK_EDITABLE (words), "");
  settle (window);
  g_assert_cmpstr (get_fields (window)->decorations[0].text, ==, "New wing");
  undo (window);
  undo (window);
  g_assert_cmpuint (get_fields (window)->n_decorations, ==, 0);
  /* The two ends of a slope chart are its arrow already. */
  tb_session_set_chart_type (window->session, TB_CHART_SLOPE);
  settle (window);
  g_assert_false (tb_choice_row_choose (add, find_choice (add, "Difference arrow")));
  g_assert_true (tb_choice_row_choose (add, find_choice (add, "Highlight")));
  tb_app_test_close (window);
}

static void
compute (TbWindow        *window,
         TbTransformKind  kind)
{
  TbChartSpecFields fields = *get_fields (window);
  TbChartOperation step = { .kind = kind, .base = TB_PERIOD_UNDATED };

  fields.operations = &step;
  fields.n_operations = 1;
  tb_session_change (window->session, &fields, TRUE, NULL);
  settle (window);
}

/* Steps that the figures do not allow leave no type: each time for a reason of its own. */
static void
test_reasons (void)
{
  TbWindow *window = open_at ("beds");
  g_autofree char *first = NULL;
  const TbChartPicture *picture;

  compute (window, TB_TRANSFORM_DISCRETE);
  picture = tb_chart_view_get_picture (window->chart_view);
  g_assert_null (picture->selection);
  g_assert_cmpstr (tb_inspector_get_facts (get_inspector (window))->type_misfits[TB_CHART_LINE], ==, picture->refusal);
  first = g_strdup (picture->refusal);
  compute (window, TB_TRANSFORM_AVERAGE_GROWTH);
  picture = tb_chart_view_get_picture (window->chart_view);
  g_assert_null (picture->selection);
  g_assert_cmpstr (picture->refusal, !=, first);
  g_assert_cmpstr (tb_inspector_get_facts (get_inspector (window))->type_misfits[TB_CHART_LINE], ==, picture->refusal);
  tb_app_test_close (window);
}

/* What was no number is not told of the number that takes its place. */
static void
test_value (void)
{
  TbWindow *window = open_at ("beds");
  TbChoiceRow *add = get_row (window, TB_TYPE_INSPECTOR_MARKS, "Add");
  AdwEntryRow *value;

  g_assert_true (tb_choice_row_choose (add, find_choice (add, "Value line")));
  settle (window);
  value = get_row (window, TB_TYPE_INSPECTOR_MARKS, "Value, in the Unit of the Figures");
  gtk_editable_set_text (GTK_EDITABLE (value), "150");
  g_signal_emit_by_name (value, "apply");
  settle (window);
  g_assert_cmpfloat (get_fields (window)->decorations[0].value, ==, 150);
  gtk_editable_set_text (GTK_EDITABLE (value), "many");
  g_signal_emit_by_name (value, "apply");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (value), "error"));
  undo (window);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (value)), ==, "140");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (value), "error"));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (value), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_FALSE);
  tb_app_test_close (window);
}

/* What the rules refuse is told above the figure: an average growth over less than
 * a year (F-3), quarters against a half-year (R3). */
static void
test_refused (void)
{
  TbWindow *window = open_at ("steel");
  GtkWidget *banner = tb_app_test_find (GTK_WIDGET (window->chart_view), ADW_TYPE_BANNER);
  TbChartSpecFields fields = *get_fields (window);
  TbDecoration arrow = { .kind = TB_DECORATION_DIFFERENCE, .to = { TB_ATTACH_LAST, TB_PERIOD_UNDATED },
                         .from = { TB_ATTACH_FIRST, TB_PERIOD_UNDATED } };
  TbScene *scene;
  gsize n;

  g_assert_false (adw_banner_get_revealed (ADW_BANNER (banner)));
  fields.decorations = &arrow;
  fields.n_decorations = 1;
  tb_session_change (window->session, &fields, TRUE, NULL);
  settle (window);
  /* A first quarter against a year to date. */
  scene = tb_chart_view_get_picture (window->chart_view)->scene;
  g_assert_nonnull (scene);
  tb_scene_get_refused (scene, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (adw_banner_get_revealed (ADW_BANNER (banner)));
  g_signal_emit_by_name (banner, "button-clicked");
  settle (window);
  g_assert_nonnull (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  g_assert_nonnull (tb_app_test_find_label (
    GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window))),
    tb_scene_get_refused (scene, &n)[0]));
  adw_dialog_force_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  undo (window);
  g_assert_false (adw_banner_get_revealed (ADW_BANNER (banner)));
  tb_app_test_close (window);
}

/* T-5, R19: deadlines and figures as of a day; what is no day changes nothing. */
static void
test_days (void)
{
  TbWindow *window = open_at ("beds");
  AdwEntryRow *known = get_row (window, TB_TYPE_INSPECTOR_DAYS, "Figures as Known On");
  AdwEntryRow *as_of = get_row (window, TB_TYPE_INSPECTOR_DAYS, "Deadlines Judged On");

  gtk_editable_set_text (GTK_EDITABLE (known), "2022-06-30");
  g_signal_emit_by_name (known, "apply");
  settle (window);
  g_assert_cmpint (get_fields (window)->known, ==, tb_day_new (2022, 6, 30));
  gtk_editable_set_text (GTK_EDITABLE (as_of), "2026-02-30");
  g_signal_emit_by_name (as_of, "apply");
  g_assert_cmpint (get_fields (window)->as_of, ==, 0);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (as_of), "error"));
  gtk_editable_set_text (GTK_EDITABLE (as_of), "2026-01-31");
  g_signal_emit_by_name (as_of, "apply");
  settle (window);
  g_assert_cmpint (get_fields (window)->as_of, ==, tb_day_new (2026, 1, 31));
  undo (window);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (as_of)), ==, "");
  /* What was no day is not told of the day that takes its place. */
  gtk_editable_set_text (GTK_EDITABLE (as_of), "tomorrow");
  g_signal_emit_by_name (as_of, "apply");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (as_of), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  settle (window);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (as_of)), ==, "2026-01-31");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (as_of), "error"));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (as_of), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_FALSE);
  undo (window);
  undo (window);
  g_assert_cmpint (get_fields (window)->known, ==, 0);
  tb_app_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  tb_app_test_init (&argc, &argv);
  g_test_add_func ("/inspector/show", test_show);
  g_test_add_func ("/inspector/types", test_types);
  g_test_add_func ("/inspector/misfits", test_misfits);
  g_test_add_func ("/inspector/measure", test_measure);
  g_test_add_func ("/inspector/steps", test_steps);
  g_test_add_func ("/inspector/per-head", test_per_head);
  g_test_add_func ("/inspector/compare", test_compare);
  g_test_add_func ("/inspector/shown", test_shown);
  g_test_add_func ("/inspector/texts", test_texts);
  g_test_add_func ("/inspector/clean", test_clean);
  g_test_add_func ("/inspector/marks", test_marks);
  g_test_add_func ("/inspector/reasons", test_reasons);
  g_test_add_func ("/inspector/value", test_value);
  g_test_add_func ("/inspector/refused", test_refused);
  g_test_add_func ("/inspector/days", test_days);
  return g_test_run ();
}
