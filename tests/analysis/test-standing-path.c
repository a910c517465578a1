/* What the paths of targets ask for on any day, and standings in short pieces.
 *
 * Expected numbers are worked out by hand beside the row.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-analysis-data.h"
#include "tb-standing.h"
#include "tb-test-rows.h"

#include <math.h>

#define COUNT "\"name\": {\"en\": \"units\", \"zh\": \"台\"}, \"kind\": \"count\""
#define PERCENT "\"name\": \"%\", \"kind\": \"percent\""
#define STOCK "\"measure\": \"stock\", \"direction\": \"up\""
#define STOCK_DOWN "\"measure\": \"stock\", \"direction\": \"down\""
#define FLOW "\"measure\": \"flow\", \"direction\": \"up\""
#define RATIO "\"measure\": \"ratio\", \"direction\": \"none\""
#define THINGS(observations) "\"indicator\": \"things\", \"observations\": [" observations "]"
#define TARGET(period, value, more) "{\"period\": \"" period "\", \"value\": " value ", \"kind\": \"target\"" more "}, "
#define ROW(period, value) "{\"period\": \"" period "\", \"value\": " value "}"
#define YTD(period, value) "{\"period\": \"" period "\", \"value\": " value ", \"basis\": \"year-to-date\"}"
#define FROM(period, value) ", \"baseline\": {\"period\": \"" period "\", \"value\": " value "}"

typedef struct
{
  const char *name;
  const char *unit;
  const char *indicator;
  const char *series;      /* the first row is the target, the second the figure */
  const char *start;       /* nullable: not known */
  const char *day;
  double      required;    /* NaN: no path says so */
} Row;

#define CUMULATIVE THINGS (TARGET ("2022", "100", ", \"path\": \"linear\"") YTD ("2022-01/2022-06", "46"))
#define LEVELS THINGS (TARGET ("2026-12-31", "99", ", \"path\": \"linear\"" FROM ("2023-12-31", "92.5")) \
                       ROW ("2024-12-31", "96.1"))
#define EQUAL_GROWTH THINGS (TARGET ("2024-12-31", "14641", ", \"path\": \"geometric\"" FROM ("2020-12-31", "10000")) \
                             ROW ("2021-12-31", "11000"))
#define STEPS THINGS (TARGET ("2021/2025", "100", ", \"basis\": \"multi-year\", \"target_basis\": \"cum-plan\", " \
                                                  "\"path\": [[\"2022\", 35], [\"2024\", 80]]") \
                      ROW ("2021/2022", "38"))
#define AVERAGE THINGS (TARGET ("2021/2025", "7", ", \"target_basis\": \"growth-avg\", \"comparator\": \"at-least\"" \
                                FROM ("2020", "1000")) \
                        ROW ("2021", "1080"))
#define NO_PATH THINGS (TARGET ("2025-12-31", "100", "") ROW ("2024-12-31", "97"))

static const Row rows[] = {
  /* A sum begins at 0 before its period; half a year asks for half. */
  { "T-6/linear/start", COUNT, FLOW, CUMULATIVE, "2021-12-31", "2021-12-31", 0 },
  { "T-6/linear/quarter", COUNT, FLOW, CUMULATIVE, "2021-12-31", "2022-03-31", 25 },
  { "T-6/linear/half", COUNT, FLOW, CUMULATIVE, "2021-12-31", "2022-06-30", 50 },
  { "T-6/linear/end", COUNT, FLOW, CUMULATIVE, "2021-12-31", "2022-12-31", 100 },
  /* 92.5 + 6.5 × 2 ÷ 3 */
  { "T-5/level/start", COUNT, STOCK, LEVELS, "2023-12-31", "2023-12-31", 92.5 },
  { "T-5/level", COUNT, STOCK, LEVELS, "2023-12-31", "2025-12-31", 92.5 + 6.5 * 2 / 3 },
  { "T-5/level/before", COUNT, STOCK, LEVELS, "2023-12-31", "2022-12-31", NAN },
  { "T-5/level/after", COUNT, STOCK, LEVELS, "2023-12-31", "2027-12-31", NAN },
  /* 10,000 × 1.1⁴ = 14,641: half of the way is 1.1² */
  { "T-5/geometric", COUNT, STOCK, EQUAL_GROWTH, "2020-12-31", "2022-12-31", 12100 },
  { "T-5/geometric/end", COUNT, STOCK, EQUAL_GROWTH, "2020-12-31", "2024-12-31", 14641 },
  { "T-5/steps/none-due", COUNT, FLOW, STEPS, "2020-12-31", "2021-12-31", NAN },
  { "T-5/steps/first", COUNT, FLOW, STEPS, "2020-12-31", "2023-06-30", 35 },
  { "T-5/steps/second", COUNT, FLOW, STEPS, "2020-12-31", "2024-12-31", 80 },
  { "T-5/steps/end", COUNT, FLOW, STEPS, "2020-12-31", "2025-12-31", 100 },
  /* T-8: b · 1.07^T */
  { "T-8/start", COUNT, FLOW, AVERAGE, "2020-12-31", "2020-12-31", 1000 },
  { "T-8/year", COUNT, FLOW, AVERAGE, "2020-12-31", "2021-12-31", 1070 },
  { "T-8/two-years", COUNT, FLOW, AVERAGE, "2020-12-31", "2022-12-31", 1144.9 },
  { "T-8/before", COUNT, FLOW, AVERAGE, "2020-12-31", "2019-12-31", NAN },
  { "T-5/no-path", COUNT, STOCK, NO_PATH, NULL, "2025-12-31", NAN },
};

static void
test_path (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (TbDataset) dataset = tb_analysis_data_series (row->unit, row->indicator, row->series);
  TbFigure target = { tb_dataset_get_series (dataset, 0), 0 };
  TbFigure actual = { tb_dataset_get_series (dataset, 0), 1 };
  TbDay start = 0;
  TbDay day;
  double required;
  gboolean is_known;

  g_assert_true (tb_day_parse (row->day, &day));
  if (row->start != NULL)
    g_assert_true (tb_day_parse (row->start, &start));
  is_known = tb_standing_get_required_at (target, actual, day, &required);
  g_assert_cmpint (tb_standing_get_path_start (target, actual), ==, start);
  g_assert_cmpint (is_known, ==, !isnan (row->required));
  g_assert_cmpint (isnan (required) != 0, ==, isnan (row->required) != 0);
  if (is_known)
    g_assert_cmpfloat_with_epsilon (required, row->required, 1e-6);
}

/* No figure, no path. */
static void
test_nothing (void)
{
  g_autoptr (TbDataset) dataset = tb_analysis_data_series (COUNT, STOCK, LEVELS);
  TbFigure none = { NULL, 0 };
  TbFigure actual = { tb_dataset_get_series (dataset, 0), 1 };
  double required;

  g_assert_false (tb_standing_get_required_at (none, actual, 1, &required));
  g_assert_false (tb_standing_get_required_at (actual, actual, 1, &required));
  g_assert_cmpint (tb_standing_get_path_start (none, actual), ==, 0);
}

typedef struct
{
  const char *name;
  const char *unit;
  const char *indicator;
  const char *series;
  const char *gap[TB_N_LANGUAGES];        /* NULL: withheld */
  const char *completion[TB_N_LANGUAGES];
  const char *elapsed[TB_N_LANGUAGES];
} Pieces;

static const Pieces pieces[] = {
  { "T-1/above", COUNT, STOCK, THINGS (TARGET ("2025-12-31", "100", "") ROW ("2025-12-31", "105")),
    { "+5", "+5" }, { NULL, NULL }, { NULL, NULL } },
  { "T-1/below", COUNT, STOCK, THINGS (TARGET ("2025-12-31", "100.0", "") ROW ("2025-12-31", "97")),
    { "−3.0", "−3.0" }, { NULL, NULL }, { NULL, NULL } },
  { "T-2/headroom", PERCENT, RATIO,
    THINGS (TARGET ("2025", "5.5", ", \"comparator\": \"at-most\"") ROW ("2025", "5.1")),
    { "−0.4 pp", "−0.4个百分点" }, { NULL, NULL }, { "100% of the time elapsed", "时序进度100%" } },
  /* 46 of 100 after 6 of 12 months. */
  { "T-6/half-a-year", COUNT, FLOW, CUMULATIVE,
    { NULL, NULL }, { "46%", "46%" },
    { "50% of the time elapsed, −4 percentage points", "时序进度50%，落后4个百分点" } },
  { "T-6/at-the-end", COUNT, FLOW, THINGS (TARGET ("2022", "100", "") ROW ("2022", "130")),
    { "+30", "+30" }, { "130%", "130%" },
    { "100% of the time elapsed, +30 percentage points", "时序进度100%，超前30个百分点" } },
};

static void
test_pieces (gconstpointer data)
{
  const Pieces *row = data;
  g_autoptr (TbDataset) dataset = tb_analysis_data_series (row->unit, row->indicator, row->series);
  TbFigure target = { tb_dataset_get_series (dataset, 0), 0 };
  TbFigure actual = { tb_dataset_get_series (dataset, 0), 1 };
  TbStanding standing = tb_standing_assess (target, actual, (TbReference) { 0, 0 });

  for (int language = 0; language < TB_N_LANGUAGES; language++)
    {
      TbNumberScale scale = tb_number_scale_for_power (0, (TbLanguage) language);
      g_autofree char *gap = tb_standing_dup_gap (&standing, target, actual, scale, (TbLanguage) language);
      g_autofree char *completion = tb_standing_dup_percent (&standing.completion, (TbLanguage) language);
      g_autofree char *elapsed = tb_standing_dup_elapsed (&standing, (TbLanguage) language);

      g_assert_cmpstr (gap, ==, row->gap[language]);
      g_assert_cmpstr (completion, ==, row->completion[language]);
      g_assert_cmpstr (elapsed, ==, row->elapsed[language]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TB_TEST_ADD_ROWS ("/standing/path/", rows, name, test_path);
  g_test_add_func ("/standing/path/nothing", test_nothing);
  TB_TEST_ADD_ROWS ("/standing/pieces/", pieces, name, test_pieces);

  return g_test_run ();
}
