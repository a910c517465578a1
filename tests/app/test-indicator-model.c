/* The sidebar's list: order, sections, search, places, selection.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-test.h"
#include "tb-growing-model.h"
#include "tb-indicator-item.h"
#include "tb-indicator-model.h"
#include "tb-test-datasets.h"

static TbSession *
new_session (const char *text)
{
  TbSession *session = tb_session_new (TB_LANGUAGE_EN);
  g_autoptr (TbDataset) dataset = tb_test_read_dataset (text);
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/small.tongbi.json");

  tb_session_open (session, file, dataset, NULL, NULL);
  return session;
}

static char *
dup_names (GListModel *model)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);
      g_autofree char *name = NULL;

      g_object_get (item, "name", &name, NULL);
      g_string_append_printf (names, "%s%s", i > 0 ? "|" : "", name);
    }
  return g_string_free_and_steal (g_steal_pointer (&names));
}

static void
test_order (void)
{
  g_autoptr (TbSession) session = new_session (tb_app_test_small_dataset ());
  g_autoptr (TbIndicatorModel) model = tb_indicator_model_new (session);
  g_autofree char *names = dup_names (G_LIST_MODEL (model));
  guint start;
  guint end;

  /* By domain (Health, Data), in the file's order within each. */
  g_assert_cmpstr (names, ==, "Hospital beds|Nurses|Online rate");
  gtk_section_model_get_section (GTK_SECTION_MODEL (model), 1, &start, &end);
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (end, ==, 2);
  gtk_section_model_get_section (GTK_SECTION_MODEL (model), 2, &start, &end);
  g_assert_cmpuint (start, ==, 2);
  g_assert_cmpuint (end, ==, 3);
}

static const struct { const char *search; const char *expected; } searches[] = {
  { "", "Hospital beds|Nurses|Online rate" },
  { "NURSE", "Nurses" },
  { "床位", "Hospital beds" },
  { "rate", "Online rate" },
  { "health", "Hospital beds|Nurses" },
  { "health  beds", "Hospital beds" },
  { "ｂｅｄｓ", "Hospital beds" },
  { "zebra", "" },
};

static void
test_search (void)
{
  g_autoptr (TbSession) session = new_session (tb_app_test_small_dataset ());
  g_autoptr (TbIndicatorModel) model = tb_indicator_model_new (session);

  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autofree char *names = NULL;

      tb_indicator_model_set_search (model, searches[i].search);
      names = dup_names (G_LIST_MODEL (model));
      g_assert_cmpstr (names, ==, searches[i].expected);
    }
}

static void
test_places (void)
{
  g_autoptr (TbSession) session = new_session (tb_app_test_small_dataset ());
  g_autoptr (TbIndicatorModel) model = tb_indicator_model_new (session);
  g_autofree char *south = NULL;
  g_autofree char *all = NULL;

  tb_session_set_place (session, "south");
  south = dup_names (G_LIST_MODEL (model));
  g_assert_cmpstr (south, ==, "Online rate");
  tb_session_set_place (session, NULL);
  all = dup_names (G_LIST_MODEL (model));
  g_assert_cmpstr (all, ==, "Hospital beds|Nurses|Online rate");
}

/* The mirror of what `items-changed` told is the list itself. */
static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  guint      *length)
{
  g_assert_cmpuint (position + removed, <=, *length);
  *length = *length - removed + added;
  g_assert_cmpuint (*length, ==, g_list_model_get_n_items (model));
}

static void
test_items_changed (void)
{
  g_autoptr (TbSession) session = new_session (tb_app_test_small_dataset ());
  g_autoptr (TbIndicatorModel) model = tb_indicator_model_new (session);
  guint length = g_list_model_get_n_items (G_LIST_MODEL (model));

  g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), &length);
  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      tb_indicator_model_set_search (model, searches[i].search);
      tb_session_set_place (session, i % 2 == 0 ? "north" : NULL);
    }
}

static void
test_selection (void)
{
  g_autoptr (TbSession) session = new_session (tb_app_test_small_dataset ());
  g_autoptr (TbIndicatorModel) model = tb_indicator_model_new (session);
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (model);
  g_auto (GStrv) ids = NULL;

  gtk_selection_model_select_item (selection, 0, TRUE);
  gtk_selection_model_select_item (selection, 2, FALSE);
  g_assert_cmpuint (tb_session_get_n_selected (session), ==, 2);
  g_assert_true (gtk_selection_model_is_selected (selection, 0));
  g_assert_false (gtk_selection_model_is_selected (selection, 1));

  /* What a search hides stays selected, and is shown selected again. */
  tb_indicator_model_set_search (model, "nurses");
  g_assert_cmpuint (tb_session_get_n_selected (session), ==, 2);
  gtk_selection_model_select_item (selection, 0, FALSE);
  gtk_selection_model_unselect_range (selection, 0, 1);
  tb_indicator_model_set_search (model, NULL);
  ids = tb_session_dup_ids (session);
  g_assert_cmpstrv (ids, ((const char *[]) { "beds", "rate", NULL }));

  gtk_selection_model_select_all (selection);
  g_assert_cmpuint (tb_session_get_n_selected (session), ==, 3);
  gtk_selection_model_unselect_all (selection);
  g_assert_cmpuint (tb_session_get_n_selected (session), ==, 0);
}

static void
test_item (void)
{
  g_autoptr (TbSession) session = new_session (tb_app_test_small_dataset ());
  g_autoptr (TbIndicatorModel) model = tb_indicator_model_new (session);
  g_autoptr (TbIndicatorItem) item = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_autofree char *figure = NULL;
  g_autofree char *domain = NULL;
  gboolean has_target;

  g_object_get (item, "figure", &figure, "domain", &domain, "has-target", &has_target, NULL);
  /* The target of 2025 is later, but no figure yet. */
  g_assert_true (g_str_has_prefix (figure, "140"));
  g_assert_nonnull (strstr (figure, "2022"));
  g_assert_cmpstr (domain, ==, "Health");
  g_assert_true (has_target);
}

/* A figure is told with its place where another place could be meant. */
static void
test_item_place (void)
{
  g_autoptr (TbSession) session = new_session (
    "{\"tongbi\": \"dataset/1\", \"title\": \"Two\", \"units\": {\"u\": {\"name\": \"u\", \"kind\": \"count\"}},"
    " \"places\": {\"n\": {\"name\": \"North\"}, \"s\": {\"name\": \"South\"}}, \"indicators\": ["
    "{\"id\": \"both\", \"name\": \"Both\", \"unit\": \"u\", \"measure\": \"flow\"},"
    "{\"id\": \"one\", \"name\": \"One\", \"unit\": \"u\", \"measure\": \"flow\"}], \"series\": ["
    "{\"indicator\": \"both\", \"place\": \"n\", \"observations\": [[\"2020\", 3]]},"
    "{\"indicator\": \"both\", \"place\": \"s\", \"observations\": [[\"2021\", 4]]},"
    "{\"indicator\": \"one\", \"place\": \"n\", \"observations\": [[\"2020\", 5]]}]}");
  static const struct { const char *place; guint item; const char *figure; } rows[] = {
    { NULL, 0, "4 u · 2021 · South" }, { NULL, 1, "5 u · 2020" }, { "n", 0, "3 u · 2020" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TbIndicatorModel) model = NULL;
      g_autoptr (TbIndicatorItem) item = NULL;
      g_autofree char *figure = NULL;
      g_autofree char *spoken = NULL;

      tb_session_set_place (session, rows[i].place);
      model = tb_indicator_model_new (session);
      item = g_list_model_get_item (G_LIST_MODEL (model), rows[i].item);
      g_object_get (item, "figure", &figure, "spoken", &spoken, NULL);
      g_assert_cmpstr (figure, ==, rows[i].figure);
      g_assert_true (g_str_has_prefix (spoken, figure));
    }
}

/* Only what may be compared has a change: in sight as an arrow, to screen readers
 * as a sentence without it. */
static void
test_item_change (void)
{
  g_autoptr (TbSession) session = new_session (
    "{\"tongbi\": \"dataset/1\", \"title\": \"Changes\", \"units\": {\"u\": {\"name\": \"u\", \"kind\": \"count\"},"
    " \"p\": {\"name\": \"%\", \"kind\": \"percent\"}}, \"indicators\": ["
    "{\"id\": \"a\", \"name\": \"A\", \"unit\": \"p\", \"measure\": \"ratio\"},"
    "{\"id\": \"b\", \"name\": \"B\", \"unit\": \"u\", \"measure\": \"flow\"},"
    "{\"id\": \"c\", \"name\": \"C\", \"unit\": \"u\", \"measure\": \"stock\"}], \"series\": ["
    "{\"indicator\": \"a\", \"observations\": [[\"2019\", 33.2], [\"2020\", 37.4]]},"
    "{\"indicator\": \"b\", \"observations\": [[\"2020\", 100], [\"2021-S1\", 46]]},"
    "{\"indicator\": \"c\", \"observations\": [[\"2019-12-31\", 200], [\"2020-12-31\", 150]]}]}");
  g_autoptr (TbIndicatorModel) model = tb_indicator_model_new (session);
  static const char *const expected[] = { "▲ 4.2 pp", NULL, "▼ 25.0%" };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (TbIndicatorItem) item = g_list_model_get_item (G_LIST_MODEL (model), i);
      g_autofree char *figure = NULL;
      g_autofree char *change = NULL;
      g_autofree char *spoken = NULL;

      g_object_get (item, "figure", &figure, "change", &change, "spoken", &spoken, NULL);
      g_assert_cmpstr (change, ==, expected[i]);
      g_assert_true (g_str_has_prefix (spoken, figure));
      g_assert_null (strstr (spoken, "▲"));
      g_assert_cmpint (strlen (spoken) > strlen (figure), ==, change != NULL);
    }
}

/* Ten thousand indicators: only pointers are kept, whatever is asked. */
static void
test_large (void)
{
  g_autoptr (GString) text = g_string_new ("{\"tongbi\": \"dataset/1\", \"title\": \"Many\", \"units\": {\"u\": "
                                           "{\"name\": \"u\", \"kind\": \"count\"}}, \"indicators\": [");
  g_autoptr (TbSession) session = NULL;
  g_autoptr (TbIndicatorModel) model = NULL;
  g_autoptr (TbIndicatorItem) item = NULL;

  for (int i = 0; i < 10000; i++)
    g_string_append_printf (text, "%s{\"id\": \"i%d\", \"name\": \"Indicator %d\", \"unit\": \"u\", "
                                  "\"measure\": \"stock\"}",
                            i > 0 ? "," : "", i, i);
  g_string_append (text, "], \"series\": []}");
  session = new_session (text->str);
  model = tb_indicator_model_new (session);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 10000);
  item = g_list_model_get_item (G_LIST_MODEL (model), 9999);
  g_assert_cmpstr (tb_indicator_item_get_indicator (item)->id, ==, "i9999");
  tb_indicator_model_set_search (model, "indicator 777");
  /* 777, 1777 … 9777 are ten; 7770 … 7779 without 7777 nine more. */
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 19);
  g_assert_false (tb_indicator_model_has_domains (model));
}

/* What was searched for in another file is not searched for in this one. */
static void
test_opened (void)
{
  g_autoptr (TbSession) session = new_session (tb_app_test_small_dataset ());
  g_autoptr (TbIndicatorModel) model = tb_indicator_model_new (session);
  g_autoptr (TbDataset) other = tb_test_read_dataset (tb_app_test_small_dataset ());
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/other.tongbi.json");

  tb_indicator_model_set_search (model, "nurse");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 1);
  tb_session_open (session, file, other, NULL, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 3);
}

static void
check_items_changed (GListModel *list,
                     guint       position,
                     guint       n_removed,
                     guint       n_added)
{
  g_assert_cmpuint (position, ==, 10);
  g_assert_cmpuint (n_removed, ==, 0);
  g_assert_cmpuint (position + n_added, ==, g_list_model_get_n_items (list));
}

/* A list that begins with a few rows: what changes behind them leaves them alone. */
static void
test_growing (void)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  g_autoptr (GtkSelectionModel) whole = NULL;
  g_autoptr (TbGrowingModel) model = NULL;
  GListModel *list;

  for (guint i = 0; i < 300; i++)
    gtk_string_list_append (words, "word");
  whole = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (words))));
  model = tb_growing_model_new (whole);
  list = G_LIST_MODEL (model);
  tb_growing_model_set_first (model, 10);
  gtk_string_list_remove (words, 0);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 10);
  tb_growing_model_set_first (model, 40);
  g_signal_connect (list, "items-changed", G_CALLBACK (check_items_changed), NULL);
  gtk_string_list_remove (words, 100);
  g_assert_cmpuint (g_list_model_get_n_items (list), >=, 40);
}

int
main (int    argc,
      char **argv)
{
  tb_app_test_init (&argc, &argv);
  g_test_add_func ("/indicator-model/order", test_order);
  g_test_add_func ("/indicator-model/search", test_search);
  g_test_add_func ("/indicator-model/opened", test_opened);
  g_test_add_func ("/indicator-model/places", test_places);
  g_test_add_func ("/indicator-model/items-changed", test_items_changed);
  g_test_add_func ("/indicator-model/selection", test_selection);
  g_test_add_func ("/indicator-model/item", test_item);
  g_test_add_func ("/indicator-model/item/place", test_item_place);
  g_test_add_func ("/indicator-model/item/change", test_item_change);
  g_test_add_func ("/indicator-model/large", test_large);
  g_test_add_func ("/indicator-model/growing", test_growing);
  return g_test_run ();
}
