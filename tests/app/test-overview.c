/* The overview: what cards say, their order, and that many of them hold nothing up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-test.h"
#include "tb-digest.h"
#include "tb-indicator-card.h"
#include "tb-overview-rank.h"
#include "tb-test-datasets.h"
#include "tb-window-private.h"

#include <math.h>

static TbDataset *
read_sample (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("TONGBI_DATA_DIR"), "samples", "digital-qingdao.tongbi.json",
                                            NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return tb_test_read_dataset (text);
}

static TbDigest *
new_digest (TbDataset  *dataset,
            const char *id,
            const char *place,
            TbLanguage  language)
{
  const TbIndicator *indicator = tb_catalog_find_indicator (tb_dataset_get_catalog (dataset), id);

  g_assert_nonnull (indicator);
  return tb_digest_new (dataset, indicator, place, TB_DIGEST_ALL, language);
}

/* Of the sample; each figure as the file has it. @change NULL: none; @refusal: a part
 * of the reason why there is none. */
static const struct
{
  const char *id;
  const char *value;
  const char *period;
  const char *arrow;
  const char *change;
  const char *relation;
  const char *refusal;
  const char *target;
  double      done;
  double      elapsed;
  TbTone      tone;
  const char *source;
} cards[] = {
  /* 320 of at least 1,000 in 2023 after a quarter of it: 32 % done (T-6), 3 of 12 months
   * are 25 % of the time. The February target was repeated in May. */
  { "city-brain-new-resources", "320 items", "Q1 2023", NULL, NULL, NULL, "no earlier figure", "≥1,000 items, 2023",
    32, 25, TB_TONE_NEUTRAL, "Qingdao Daily, 9 May 2023" },
  /* 118 projects in mid 2022, 115 on 31 March 2023: −3 / 118 = −2.5 %, since a date (R6). */
  { "digital-qingdao-key-projects-count", "115 items", "31 Mar 2023", "▼", "2.5%", "since 30 Jun 2022", NULL, NULL,
    NAN, NAN, TB_TONE_NEUTRAL, "Qingdao Daily, 9 May 2023" },
  /* 64 % to 68 %: points, not percent (R13); the undated one before them is none. */
  { "general-high-school-admission-rate", "68%", "2020", "▲", "4 pp", "year on year", NULL, NULL, NAN, NAN,
    TB_TONE_GOOD, "Qingdao Daily, 16 Aug 2021" },
  /* The source printed +23.3 % and no earlier level. */
  { "provincial-digital-parks-output", "CNY 39.21 billion", "H1 2021", "▲", NULL, "+23.3% year on year", NULL, NULL,
    NAN, NAN, TB_TONE_GOOD, "Qingdao Daily, 16 Aug 2021" },
  /* A change in place of the level; fewer complaints are better. */
  { "urban-complaints-decline", "−31.3%", "2020", "▼", NULL, "−31.3% on the year before", NULL, NULL, NAN, NAN,
    TB_TONE_GOOD, "Dazhong Daily, 12 Jan 2021" },
  /* So many times an old figure has no direction of its own. */
  { "rd-expenditure", "CNY 29.46 billion", "2019", NULL, NULL, "22.2 times the figure of 2000", NULL, NULL, NAN, NAN,
    TB_TONE_NEUTRAL, "Qingdao Daily, 16 Aug 2021" },
  /* A bound stays one. */
  { "gov-service-outlets", ">700 items", "31 Mar 2023", NULL, NULL, NULL, "only figure", NULL, NAN, NAN,
    TB_TONE_NEUTRAL, "Qingdao Daily, 9 May 2023" },
};

static void
assert_near (double actual,
             double expected)
{
  g_assert_cmpint (isnan (actual), ==, isnan (expected));
  if (!isnan (expected))
    g_assert_cmpfloat_with_epsilon (actual, expected, 1e-6);
}

static void
test_digest (void)
{
  g_autoptr (TbDataset) dataset = read_sample ();

  for (gsize i = 0; i < G_N_ELEMENTS (cards); i++)
    {
      g_autoptr (TbDigest) digest = new_digest (dataset, cards[i].id, NULL, TB_LANGUAGE_EN);

      g_test_message ("%s: %s, %s; %s %s %s; refused: %s; %s, %s, %g, %g; %s", cards[i].id, digest->value,
                      digest->period, digest->arrow, digest->change, digest->relation, digest->refusal,
                      digest->target, digest->standing,
                      digest->done, digest->elapsed, digest->source);
      g_assert_cmpstr (digest->value, ==, cards[i].value);
      g_assert_cmpstr (digest->period, ==, cards[i].period);
      g_assert_cmpstr (digest->arrow, ==, cards[i].arrow);
      g_assert_cmpstr (digest->change, ==, cards[i].change);
      g_assert_cmpstr (digest->relation, ==, cards[i].relation);
      g_assert_cmpint (digest->refusal != NULL, ==, cards[i].refusal != NULL);
      g_assert_true (cards[i].refusal == NULL || strstr (digest->refusal, cards[i].refusal) != NULL);
      g_assert_cmpint (digest->target != NULL, ==, cards[i].target != NULL);
      g_assert_true (cards[i].target == NULL || strstr (digest->target, cards[i].target) != NULL);
      assert_near (digest->done, cards[i].done);
      assert_near (digest->elapsed, cards[i].elapsed);
      g_assert_cmpint (digest->tone, ==, cards[i].tone);
      g_assert_cmpstr (digest->source, ==, cards[i].source);
    }
}

/* A small file in which each rule of change, target and order has its case. */
static const char rules[] =
  "{\"tongbi\": \"dataset/1\", \"title\": \"Rules\", \"updated\": \"2024-01-31\",\n"
  " \"places\": {\"north\": {\"name\": \"North\"}, \"south\": {\"name\": \"South\"}},\n"
  " \"sources\": {\"a\": {\"publisher\": \"Bureau A\", \"published\": \"2024-01-10\"},\n"
  "  \"b\": {\"publisher\": \"Bureau B\", \"published\": \"2024-01-20\"}},\n"
  " \"units\": {\"u\": {\"name\": \"u\", \"kind\": \"count\"}, \"r\": {\"name\": \"place\", \"kind\": \"rank\"},\n"
  "  \"p\": {\"name\": \"%\", \"kind\": \"percent\"}},\n"
  " \"indicators\": [\n"
  "  {\"id\": \"empty\", \"name\": \"Empty\", \"unit\": \"u\", \"measure\": \"stock\"},\n"
  "  {\"id\": \"plan\", \"name\": \"Plan\", \"unit\": \"u\", \"measure\": \"stock\"},\n"
  "  {\"id\": \"old\", \"name\": \"Old\", \"unit\": \"u\", \"measure\": \"stock\", \"direction\": \"up\"},\n"
  "  {\"id\": \"one\", \"name\": \"One\", \"unit\": \"u\", \"measure\": \"stock\"},\n"
  "  {\"id\": \"rank\", \"name\": \"Rank\", \"unit\": \"r\", \"measure\": \"stock\", \"direction\": \"down\"},\n"
  "  {\"id\": \"cost\", \"name\": \"Cost\", \"unit\": \"p\", \"measure\": \"ratio\", \"direction\": \"down\"},\n"
  "  {\"id\": \"parts\", \"name\": \"Parts\", \"unit\": \"u\", \"measure\": \"flow\"},\n"
  "  {\"id\": \"built\", \"name\": \"Built\", \"unit\": \"u\", \"measure\": \"flow\", \"direction\": \"up\"},\n"
  "  {\"id\": \"gap\", \"name\": \"Gap\", \"unit\": \"u\", \"measure\": \"flow\"},\n"
  "  {\"id\": \"past\", \"name\": \"Past\", \"unit\": \"u\", \"measure\": \"flow\", \"direction\": \"up\"}],\n"
  " \"series\": [\n"
  "  {\"indicator\": \"plan\", \"place\": \"north\", \"observations\": [\n"
  "   {\"period\": \"2024\", \"value\": 7, \"kind\": \"plan\"}]},\n"
  "  {\"indicator\": \"old\", \"place\": \"north\", \"observations\": [[\"2009-12-31\", 10], [\"2010-12-31\", 12],\n"
  "   {\"period\": \"2011-12-31\", \"value\": 20, \"kind\": \"target\"}]},\n"
  "  {\"indicator\": \"one\", \"place\": \"south\", \"observations\": [[\"2023-12-31\", 5]]},\n"
  "  {\"indicator\": \"rank\", \"place\": \"north\", \"observations\": [[\"2022-12-31\", 9], [\"2023-12-31\", 4]]},\n"
  "  {\"indicator\": \"cost\", \"place\": \"north\", \"observations\": [[\"2022\", 33.2], [\"2023\", 37.4]]},\n"
  "  {\"indicator\": \"parts\", \"place\": \"north\", \"breakdown\": {\"sex\": \"women\"}, \"observations\": [\n"
  "   [\"2022\", 40], [\"2023\", 44]]},\n"
  "  {\"indicator\": \"parts\", \"place\": \"north\", \"observations\": [[\"2021\", 90], [\"2022\", 100]]},\n"
  "  {\"indicator\": \"built\", \"place\": \"north\", \"observations\": [\n"
  "   {\"period\": \"2023-S1\", \"value\": 46, \"basis\": \"year-to-date\", \"source\": \"a\"},\n"
  "   {\"period\": \"2023-S1\", \"value\": 46, \"basis\": \"year-to-date\", \"source\": \"b\"},\n"
  "   {\"period\": \"2023\", \"value\": 100, \"kind\": \"target\", \"qualifier\": \"at-least\", \"source\": \"a\"}]},\n"
  "  {\"indicator\": \"gap\", \"place\": \"north\", \"observations\": [[\"2022\", 3], [\"2023\", null]]},\n"
  "  {\"indicator\": \"past\", \"place\": \"north\", \"observations\": [\n"
  "   {\"period\": \"2022\", \"value\": 130, \"status\": \"P\", \"source\": \"a\"},\n"
  "   {\"period\": \"2022\", \"value\": 100, \"kind\": \"target\", \"qualifier\": \"at-least\"}]}\n"
  " ]}\n";

static const struct
{
  const char *id;
  const char *place;
  const char *value;
  const char *period;
  const char *of_place;
  const char *kind;
  const char *status;
  const char *arrow;
  const char *change;
  TbTone      tone;
  double      done;
  double      elapsed;
  TbTone      standing_tone;
  gboolean    has_refusal;
} rule_cards[] = {
  { "empty", NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, TB_TONE_NEUTRAL, NAN, NAN, TB_TONE_NEUTRAL, FALSE },
  /* An intention has no change and needs no reason for that. */
  { "plan", NULL, "7 u", "2024", "North", "plan", NULL, NULL, NULL, TB_TONE_NEUTRAL, NAN, NAN, TB_TONE_NEUTRAL, FALSE },
  /* In one place the place needs no word; in another there is nothing. */
  { "one", "south", "5 u", "31 Dec 2023", NULL, NULL, NULL, NULL, NULL, TB_TONE_NEUTRAL, NAN, NAN, TB_TONE_NEUTRAL,
    TRUE },
  { "one", "north", NULL, NULL, NULL, NULL, NULL, NULL, NULL, TB_TONE_NEUTRAL, NAN, NAN, TB_TONE_NEUTRAL, FALSE },
  /* From the ninth place to the fourth is up, and good. */
  { "rank", NULL, NULL, "31 Dec 2023", "North", NULL, NULL, "▲", "5 places", TB_TONE_GOOD, NAN, NAN, TB_TONE_NEUTRAL,
    FALSE },
  /* 33.2 % to 37.4 % is 4.2 points (R13), and costs had better fall. */
  { "cost", NULL, "37.4%", "2023", "North", NULL, NULL, "▲", "4.2 pp", TB_TONE_BAD, NAN, NAN, TB_TONE_NEUTRAL, FALSE },
  /* The whole, though a part has a later figure: 90 to 100 is 11.1 %. */
  { "parts", NULL, "100 u", "2022", "North", NULL, NULL, "▲", "11.1%", TB_TONE_NEUTRAL, NAN, NAN, TB_TONE_NEUTRAL,
    FALSE },
  /* T-6's own case: 46 of 100 after half of the year. */
  { "built", NULL, "46 u", "H1 2023", "North", NULL, NULL, NULL, NULL, TB_TONE_NEUTRAL, 46, 50, TB_TONE_NEUTRAL, TRUE },
  /* What is not there is no latest figure. */
  { "gap", NULL, "3 u", "2022", "North", NULL, NULL, NULL, NULL, TB_TONE_NEUTRAL, NAN, NAN, TB_TONE_NEUTRAL, TRUE },
  /* T-1: more than the whole stays more. */
  { "past", NULL, "130 u", "2022", "North", NULL, "provisional", NULL, NULL, TB_TONE_NEUTRAL, 130, 100, TB_TONE_GOOD,
    TRUE },
};

static void
test_rules (void)
{
  g_autoptr (TbDataset) dataset = tb_test_read_dataset (rules);

  for (gsize i = 0; i < G_N_ELEMENTS (rule_cards); i++)
    {
      g_autoptr (TbDigest) digest = new_digest (dataset, rule_cards[i].id, rule_cards[i].place, TB_LANGUAGE_EN);

      g_test_message ("%s: %s, %s; %s %s; refused: %s; %s, %s", rule_cards[i].id, digest->value, digest->period,
                      digest->arrow, digest->change, digest->refusal, digest->target, digest->standing);
      if (rule_cards[i].value != NULL || digest->latest.series == NULL)
        g_assert_cmpstr (digest->value, ==, rule_cards[i].value);
      g_assert_cmpstr (digest->period, ==, rule_cards[i].period);
      g_assert_cmpstr (digest->place, ==, rule_cards[i].of_place);
      g_assert_cmpstr (digest->kind, ==, rule_cards[i].kind);
      g_assert_cmpstr (digest->status, ==, rule_cards[i].status);
      g_assert_cmpstr (digest->arrow, ==, rule_cards[i].arrow);
      g_assert_cmpstr (digest->change, ==, rule_cards[i].change);
      g_assert_cmpint (digest->tone, ==, rule_cards[i].tone);
      assert_near (digest->done, rule_cards[i].done);
      assert_near (digest->elapsed, rule_cards[i].elapsed);
      g_assert_cmpint (digest->standing_tone, ==, rule_cards[i].standing_tone);
      g_assert_cmpint (digest->refusal != NULL, ==, rule_cards[i].has_refusal);
      g_assert_cmpint (digest->number_end, <=, digest->value != NULL ? strlen (digest->value) : 0);
    }
}

/* The whole card is said, without what only the eye reads. */
static void
test_spoken (void)
{
  g_autoptr (TbDataset) dataset = tb_test_read_dataset (rules);
  g_autoptr (TbDigest) built = new_digest (dataset, "built", NULL, TB_LANGUAGE_EN);
  g_autoptr (TbDigest) cost = new_digest (dataset, "cost", NULL, TB_LANGUAGE_EN);
  g_autofree char *all = tb_digest_dup_spoken (built);
  g_autofree char *change = tb_digest_dup_spoken (cost);

  for (const char *const *part = (const char *const[]) { "46 u", "H1 2023", "North", "not compared: ", "100 u, 2023",
                                                         "46% of the target", "50% of the time elapsed",
                                                         "Bureau A, 10 Jan 2024; Bureau B, 20 Jan 2024", NULL };
       *part != NULL; part++)
    g_assert_nonnull (strstr (all, *part));
  g_assert_nonnull (strstr (change, "up 4.2 percentage points year on year"));
  g_assert_null (strstr (change, "▲"));
}

/* Chinese shows the same digits (L-2). */
static void
test_chinese (void)
{
  g_autoptr (TbDataset) dataset = read_sample ();
  g_autoptr (TbDigest) digest = new_digest (dataset, "digital-qingdao-key-projects-count", NULL, TB_LANGUAGE_ZH);

  g_assert_cmpstr (digest->value, ==, "115个");
  g_assert_cmpstr (digest->period, ==, "截至2023年3月末");
  g_assert_cmpstr (digest->change, ==, "2.5%");
  g_assert_cmpstr (digest->relation, ==, "较2022年6月末");
  g_assert_cmpuint (digest->number_start, ==, 0);
  g_assert_cmpuint (digest->number_end, ==, 3);
}

static int
compare_ranks (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const guint64 *ranks = data;
  guint64 one = ranks[*(const gsize *) a];
  guint64 other = ranks[*(const gsize *) b];

  return (one > other) - (one < other);
}

static char *
dup_order (TbDataset  *dataset,
           const char *place)
{
  g_autofree guint64 *ranks = tb_overview_rank_new (dataset, place);
  TbCatalog *catalog = tb_dataset_get_catalog (dataset);
  gsize n = tb_catalog_get_n_indicators (catalog);
  g_autofree gsize *order = g_new (gsize, n);
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < n; i++)
    order[i] = i;
  g_sort_array (order, n, sizeof *order, compare_ranks, ranks);
  for (gsize i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", tb_catalog_get_indicator (catalog, order[i])->id);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* Targets with recent results; courses, of the newest year first: `old` has a target
 * of long ago; one result; intentions; nothing. */
static void
test_order (void)
{
  g_autoptr (TbDataset) dataset = tb_test_read_dataset (rules);
  g_autofree char *all = dup_order (dataset, NULL);
  g_autofree char *south = dup_order (dataset, "south");

  g_assert_cmpstr (all, ==, "built past rank cost parts old one gap plan empty");
  g_assert_cmpstr (south, ==, "one empty plan old rank cost parts built gap past");
}

static GtkWidget *
find_card (TbWindow *window)
{
  return tb_app_test_find (GTK_WIDGET (window->overview), TB_TYPE_INDICATOR_CARD);
}

static TbWindow *
open_overview (const char *name,
               const char *text)
{
  g_autofree char *path = tb_app_test_write (name, text);
  TbWindow *window = tb_app_test_open (path);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "overview");
  tb_app_test_draw (window);
  return window;
}

/* A card opens its chart, adds to the selection, tells its source. */
static void
test_card (void)
{
  TbWindow *window = open_overview ("rules.tongbi.json", rules);
  GtkWidget *card = find_card (window);
  AdwDialog *dialog;

  g_assert_nonnull (card);
  g_assert_nonnull (tb_app_test_find_label (card, "Built"));
  g_assert_nonnull (tb_app_test_find_label (card, "46 u"));
  g_assert_nonnull (tb_app_test_find_label (card, "H1 2023 · North"));
  g_assert_nonnull (tb_app_test_find_label (card, "—"));
  g_assert_false (tb_app_test_can (window, "win.export"));

  gtk_widget_activate_action (card, "card.show-source", NULL);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_nonnull (dialog);
  tb_app_test_draw (window);
  g_assert_nonnull (tb_app_test_find_label (GTK_WIDGET (dialog), "Bureau B, 20 Jan 2024"));
  adw_dialog_force_close (dialog);

  gtk_widget_activate_action (card, "card.show-chart", NULL);
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (window->views), ==, "chart");
  g_assert_cmpuint (tb_session_get_n_selected (window->session), ==, 1);
  g_assert_cmpstr (tb_session_get_selected (window->session, 0)->id, ==, "built");
  tb_app_test_draw (window);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "overview");
  tb_app_test_draw (window);
  gtk_widget_activate_action (find_card (window), "card.toggle-selected", NULL);
  g_assert_cmpuint (tb_session_get_n_selected (window->session), ==, 0);
  tb_app_test_close (window);
}

/* A file without figures says so, and nothing is waited for that does not come. */
static void
test_empty (void)
{
  TbWindow *window = open_overview ("empty.tongbi.json", "{\"tongbi\": \"dataset/1\", \"title\": \"None\","
                                    " \"units\": {}, \"indicators\": [], \"series\": []}");

  g_assert_nonnull (tb_app_test_find_label (GTK_WIDGET (window->overview), "No Indicators"));
  g_assert_false (tb_indicator_sidebar_is_busy (window->sidebar));
  tb_app_test_close (window);
}

/* The sidebar's search and choice of place hold here too; the chooser follows undoing. */
static void
test_follows (void)
{
  TbWindow *window = open_overview ("rules.tongbi.json", rules);
  GtkDropDown *chooser;

  tb_indicator_model_set_search (tb_indicator_sidebar_get_indicators (window->sidebar), "cost");
  tb_app_test_draw (window);
  g_assert_nonnull (tb_app_test_find_label (find_card (window), "Cost"));
  tb_indicator_model_set_search (tb_indicator_sidebar_get_indicators (window->sidebar), "zebra");
  tb_app_test_draw (window);
  g_assert_nonnull (tb_app_test_find_label (GTK_WIDGET (window->overview), "No Results Found"));
  tb_indicator_model_set_search (tb_indicator_sidebar_get_indicators (window->sidebar), "");
  chooser = GTK_DROP_DOWN (tb_app_test_find (GTK_WIDGET (window->sidebar), GTK_TYPE_DROP_DOWN));
  tb_session_set_place (window->session, "south");
  g_assert_cmpuint (gtk_drop_down_get_selected (chooser), ==, 2);
  tb_session_undo (window->session);
  g_assert_cmpuint (gtk_drop_down_get_selected (chooser), ==, 0);
  tb_session_redo (window->session);
  g_assert_cmpuint (gtk_drop_down_get_selected (chooser), ==, 2);
  tb_app_test_draw (window);
  g_assert_nonnull (tb_app_test_find_label (find_card (window), "One"));
  g_assert_nonnull (tb_app_test_find_label (find_card (window), "31 Dec 2023"));
  tb_indicator_model_set_search (tb_indicator_sidebar_get_indicators (window->sidebar), "zebra");
  tb_app_test_draw (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-all", NULL);
  tb_app_test_draw (window);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (tb_indicator_sidebar_get_indicators (window->sidebar))),
                    ==, 10);
  g_assert_null (tb_session_get_place (window->session));
  g_assert_false (gtk_widget_get_mapped (tb_app_test_find_label (GTK_WIDGET (window->overview), "No Results Found")));
  tb_app_test_close (window);
}

/* Nothing but what is in sight is worked out. */
static void
test_large (void)
{
  g_autoptr (GString) text = g_string_new ("{\"tongbi\": \"dataset/1\", \"title\": \"Many\", \"units\": {\"u\": "
                                           "{\"name\": \"u\", \"kind\": \"count\"}}, \"indicators\": [");
  TbWindow *window;
  GtkWidget *grid;

  for (int i = 0; i < 10000; i++)
    g_string_append_printf (text, "%s{\"id\": \"i%d\", \"name\": \"Indicator %d\", \"unit\": \"u\", "
                                  "\"measure\": \"stock\"}",
                            i > 0 ? "," : "", i, i);
  g_string_append (text, "], \"series\": [");
  for (int i = 0; i < 10000; i++)
    g_string_append_printf (text, "%s{\"indicator\": \"i%d\", \"observations\": [[\"2022-12-31\", %d], "
                                  "[\"2023-12-31\", %d]]}",
                            i > 0 ? "," : "", i, i + 1, i + 2);
  g_string_append (text, "]}");
  window = open_overview ("many.tongbi.json", text->str);
  grid = tb_app_test_find (GTK_WIDGET (window->overview), GTK_TYPE_GRID_VIEW);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_grid_view_get_model (GTK_GRID_VIEW (grid)))), ==,
                    10000);
  g_assert_nonnull (tb_app_test_find_label (grid, "Indicator 0"));
  gtk_grid_view_scroll_to (GTK_GRID_VIEW (grid), 9999, GTK_LIST_SCROLL_NONE, NULL);
  tb_app_test_draw (window);
  g_assert_nonnull (tb_app_test_find_label (grid, "Indicator 9999"));
  g_assert_null (tb_app_test_find_label (grid, "Indicator 5000"));
  tb_app_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  tb_app_test_init (&argc, &argv);
  g_test_add_func ("/overview/digest", test_digest);
  g_test_add_func ("/overview/digest/rules", test_rules);
  g_test_add_func ("/overview/digest/spoken", test_spoken);
  g_test_add_func ("/overview/digest/chinese", test_chinese);
  g_test_add_func ("/overview/order", test_order);
  g_test_add_func ("/overview/card", test_card);
  g_test_add_func ("/overview/empty", test_empty);
  g_test_add_func ("/overview/follows", test_follows);
  g_test_add_func ("/overview/large", test_large);
  return g_test_run ();
}
