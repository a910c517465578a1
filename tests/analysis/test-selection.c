/* Choosing figures: ids, globs, places, periods, kinds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-analysis-data.h"
#include "tb-selection.h"
#include "tb-test-rows.h"

static const char json[] =
  "{\"tongbi\": \"dataset/1\", \"title\": \"Test\","
  " \"places\": {\"qingdao\": {\"name\": \"Qingdao\"}, \"jimo\": {\"name\": \"Jimo\"}},"
  " \"units\": {\"u\": {\"name\": \"u\", \"kind\": \"count\"}},"
  " \"sources\": {\"a\": {\"publisher\": \"A\"}, \"b\": {\"publisher\": \"B\"}},"
  " \"indicators\": ["
  "  {\"id\": \"hospital-beds\", \"name\": \"Beds\", \"unit\": \"u\", \"measure\": \"stock\"},"
  "  {\"id\": \"hospital-beds-new\", \"name\": \"New beds\", \"unit\": \"u\", \"measure\": \"flow\"},"
  "  {\"id\": \"schools\", \"name\": \"Schools\", \"unit\": \"u\", \"measure\": \"stock\"}],"
  " \"series\": ["
  "  {\"indicator\": \"hospital-beds\", \"place\": \"qingdao\", \"observations\": ["
  "   [\"2022-12-31\", 30], [\"2021-12-31\", 20], {\"period\": \"2021-12-31\", \"value\": 20, \"source\": \"b\"},"
  "   {\"period\": \"2023\", \"value\": 40, \"kind\": \"target\"}, {\"period\": null, \"value\": 5}]},"
  "  {\"indicator\": \"hospital-beds\", \"place\": \"jimo\", \"observations\": [[\"2021-12-31\", 2]]},"
  "  {\"indicator\": \"hospital-beds-new\", \"place\": \"qingdao\", \"observations\": [[\"2021-S1\", 3], "
  "[\"2021\", 7]]},"
  "  {\"indicator\": \"schools\", \"observations\": [[\"2021-12-31\", 9]]}]}";

typedef struct
{
  const char *name;
  const char *indicators[3];
  const char *place;
  const char *from, *to;
  guint       kinds;
  const char *found;          /* "series-index:row,row …" in order */
} Row;

static const Row rows[] = {
  { "all", { NULL }, NULL, NULL, NULL, 0, "0:1,0,3,4 1:0 2:0,1 3:0" },
  { "id", { "hospital-beds" }, NULL, NULL, NULL, 0, "0:1,0,3,4 1:0" },
  { "two-ids", { "schools", "hospital-beds-new" }, NULL, NULL, NULL, 0, "2:0,1 3:0" },
  { "glob", { "hospital-*" }, NULL, NULL, NULL, 0, "0:1,0,3,4 1:0 2:0,1" },
  { "glob-one-character", { "school?" }, NULL, NULL, NULL, 0, "3:0" },
  { "place", { NULL }, "jimo", NULL, NULL, 0, "1:0" },
  { "from", { "hospital-beds" }, NULL, "2022", NULL, 0, "0:0,3" },
  { "to", { "hospital-beds" }, NULL, NULL, "2021", 0, "0:1 1:0" },
  /* A span is inside where all of it is. */
  { "to-cuts-spans", { "hospital-beds-new" }, NULL, NULL, "2021-S1", 0, "2:0" },
  { "actual", { "hospital-beds" }, NULL, NULL, NULL, 1u << TB_KIND_ACTUAL, "0:1,0,4 1:0" },
  { "target", { NULL }, NULL, NULL, NULL, 1u << TB_KIND_TARGET, "0:3" },
  { "actual-and-target", { "hospital-beds" }, "qingdao", "2022", NULL, 1u << TB_KIND_ACTUAL | 1u << TB_KIND_TARGET,
    "0:0,3" },
};

static gsize
find_series (TbDataset *dataset,
             TbSeries  *series)
{
  for (gsize i = 0; i < tb_dataset_get_n_series (dataset); i++)
    {
      if (tb_dataset_get_series (dataset, i) == series)
        return i;
    }
  g_assert_not_reached ();
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (TbDataset) dataset = tb_test_read_dataset (json);
  TbSelectionQuery query = { row->indicators[0] != NULL ? row->indicators : NULL, row->place,
                             tb_test_read_period (row->from), tb_test_read_period (row->to), row->kinds };
  g_autoptr (GError) error = NULL;
  g_autoptr (TbSelection) selection = tb_selection_new (dataset, &query, &error);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  for (gsize i = 0; i < tb_selection_get_n (selection); i++)
    {
      const TbSelected *selected = tb_selection_get (selection, i);

      g_string_append_printf (found, "%s%" G_GSIZE_FORMAT ":", i > 0 ? " " : "",
                              find_series (dataset, selected->series));
      for (gsize j = 0; j < selected->n_rows; j++)
        g_string_append_printf (found, "%s%u", j > 0 ? "," : "", selected->rows[j]);
    }
  g_assert_cmpstr (found->str, ==, row->found);
  g_assert_true (tb_selection_get_dataset (selection) == dataset);
}

typedef struct
{
  const char       *name;
  const char       *indicator;
  const char       *place;
  const char       *from;
  TbSelectionError  code;
  const char       *message;
} BadRow;

static const BadRow bad_rows[] = {
  { "near-id", "hospital-bed", NULL, NULL, TB_SELECTION_ERROR_UNKNOWN_INDICATOR,
    "there is no indicator “hospital-bed”; did you mean “hospital-beds”?" },
  { "unknown-id", "x", NULL, NULL, TB_SELECTION_ERROR_UNKNOWN_INDICATOR, "there is no indicator “x”" },
  { "glob", "x*", NULL, NULL, TB_SELECTION_ERROR_UNKNOWN_INDICATOR, "no indicator matches “x*”" },
  { "place", NULL, "qingdoa", NULL, TB_SELECTION_ERROR_UNKNOWN_PLACE,
    "there is no place “qingdoa”; did you mean “qingdao”?" },
  { "empty", NULL, NULL, "2050", TB_SELECTION_ERROR_EMPTY, "no figure fits the selection" },
  { "id-longer-than-any-word",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", NULL, NULL,
    TB_SELECTION_ERROR_UNKNOWN_INDICATOR, NULL },
};

static void
test_bad (gconstpointer data)
{
  const BadRow *row = data;
  g_autoptr (TbDataset) dataset = tb_test_read_dataset (json);
  const char *indicators[] = { row->indicator, NULL };
  TbSelectionQuery query = { row->indicator != NULL ? indicators : NULL, row->place, tb_test_read_period (row->from),
                             TB_PERIOD_UNDATED, 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (TbSelection) selection = tb_selection_new (dataset, &query, &error);

  g_assert_null (selection);
  g_assert_error (error, TB_SELECTION_ERROR, (int) row->code);
  if (row->message != NULL)
    g_assert_cmpstr (error->message, ==, row->message);
}

/* 2024 was revised; 2025 was published on 31 May 2026. Nothing was known of 2026
 * when the table is read, so that a series can vanish. */
static void
test_known (void)
{
  g_autoptr (TbDataset) dataset = tb_analysis_data_series (
    "\"name\": \"u\", \"kind\": \"count\"", "\"measure\": \"flow\"",
    "\"indicator\": \"things\", \"observations\": ["
    " {\"period\": \"2025\", \"value\": 12, \"source\": \"a\"},"
    " {\"period\": \"2024\", \"value\": 11, \"vintage\": \"2026-02-10\"},"
    " {\"period\": \"2024\", \"value\": 10, \"vintage\": \"2025-01-20\"}]}, {"
    " \"indicator\": \"others\", \"observations\": [{\"period\": \"2025-12-31\", \"value\": 1, \"source\": \"a\"}]");
  static const struct { int year, month, day; const char *found; } days[] = {
    { 2025, 1, 19, NULL }, { 2025, 1, 20, "2" }, { 2026, 2, 10, "1" }, { 2026, 5, 31, "1,0" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      TbSelectionQuery query = { .from = TB_PERIOD_UNDATED, .to = TB_PERIOD_UNDATED,
                                 .known = tb_day_new (days[i].year, days[i].month, days[i].day) };
      g_autoptr (TbSelection) selection = tb_selection_new (dataset, &query, NULL);
      g_autoptr (GString) found = g_string_new (NULL);

      if (days[i].found == NULL)
        {
          g_assert_null (selection);
          continue;
        }
      g_assert_cmpint (tb_selection_get_known (selection), ==, query.known);
      g_assert_cmpuint (tb_selection_get_n (selection), ==, i == 3 ? 2 : 1);
      for (gsize j = 0; j < tb_selection_get (selection, 0)->n_rows; j++)
        g_string_append_printf (found, "%s%u", j > 0 ? "," : "", tb_selection_get (selection, 0)->rows[j]);
      g_assert_cmpstr (found->str, ==, days[i].found);
    }
}

/* The selection keeps what it needs. */
static void
test_outlives_dataset (void)
{
  TbDataset *dataset = tb_test_read_dataset (json);
  TbSelectionQuery query = { .from = TB_PERIOD_UNDATED, .to = TB_PERIOD_UNDATED };
  g_autoptr (TbSelection) selection = tb_selection_new (dataset, &query, NULL);
  TbSelection *again = tb_selection_ref (selection);

  tb_dataset_unref (dataset);
  g_assert_cmpuint (tb_series_get_n (tb_selection_get (selection, 0)->series), ==, 5);
  tb_selection_unref (again);
}

/* One series of several, with its chosen rows alone. */
static void
test_one_of_several (void)
{
  g_autoptr (TbDataset) dataset = tb_test_read_dataset (json);
  TbSelectionQuery query = { .from = TB_PERIOD_UNDATED, .to = TB_PERIOD_UNDATED, .kinds = 1u << TB_KIND_TARGET };
  g_autoptr (TbSelection) whole = tb_selection_new (dataset, &query, NULL);
  g_autoptr (TbSelection) single = tb_selection_new_of (whole, (guint32[]) { 0 }, 1);

  g_clear_pointer (&whole, tb_selection_unref);
  g_assert_cmpuint (tb_selection_get_n (single), ==, 1);
  g_assert_cmpuint (tb_selection_get (single, 0)->n_rows, ==, 1);
  g_assert_cmpuint (tb_selection_get (single, 0)->rows[0], ==, 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  TB_TEST_ADD_ROWS ("/selection/", rows, name, test_row);
  TB_TEST_ADD_ROWS ("/selection/bad/", bad_rows, name, test_bad);
  g_test_add_func ("/selection/one-of-several", test_one_of_several);
  g_test_add_func ("/selection/known", test_known);
  g_test_add_func ("/selection/outlives-dataset", test_outlives_dataset);

  return g_test_run ();
}
