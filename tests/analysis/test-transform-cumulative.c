/* Year-to-date and discrete figures: Y-1 to Y-9 of semantics 4.2.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-analysis-points.h"

#define YUAN "\"name\": {\"en\": \"yuan\", \"zh\": \"元\"}, \"kind\": \"money\", \"currency\": \"CNY\""
#define CUMULATIVE "\"measure\": \"cumulative\", \"since\": \"year-start\""
#define FLOW "\"measure\": \"flow\""
#define STOCK "\"measure\": \"stock\""

#define TO_DATE(period, value) "{\"period\": \"" period "\", \"value\": " value ", \"basis\": \"year-to-date\"}"

typedef struct
{
  const char *path;      /* by the rule */
  const char *source;    /* where the case is from */
  const char *measure;
  const char *rows;
  const char *steps;
  const char *expected;  /* points, or "error: …" */
} Case;

static const Case cases[] = {
  { "/transform/Y-1/quarters", "semantics 4.2, Y-1", CUMULATIVE,
    "[\"2021-Q1\", 100], [\"2021-Q2\", 230], [\"2021-Q3\", 345], [\"2021-Q4\", 500]", "discrete",
    "2021-Q1=100 2021-Q2=130 2021-Q3=115 2021-Q4=155" },
  { "/transform/Y-1/spelled-as-spans", "the same case, Q2 as the half-year and Q4 as the year", CUMULATIVE,
    "[\"2021\", 500], [\"2021-01/2021-09\", 345], [\"2021-Q1\", 100], [\"2021-S1\", 230]", "discrete",
    "2021-Q1=100 2021-Q2=130 2021-Q3=115 2021-Q4=155" },
  { "/transform/Y-1/each-year-begins-anew", "semantics 4.2, Y-1: inside one reporting year", CUMULATIVE,
    "[\"2020-Q4\", 400], [\"2021-Q1\", 100], [\"2020-Q3\", 300]", "discrete",
    "2020-01/2020-09=300!Y-1+Y-2 2020-Q4=100 2021-Q1=100" },
  { "/transform/Y-1/reporting-year", "semantics 4.2, Y-1 and 4.0: the year begins in July", CUMULATIVE
    "}, {\"id\": \"unused\", \"name\": \"Unused\", \"unit\": \"u\", \"measure\": \"flow\"",
    "[\"2021-Q1\", 100], [\"2021-Q2\", 230]], \"reporting_year_start\": \"07-01\", \"x\": [0", "discrete",
    "2021-Q1=100 2021-Q2=130" },
  { "/transform/Y-1/not-from-the-start", "semantics 4.2, Y-1: D(1) = C(1) only from the start of the year", FLOW,
    TO_DATE ("2021-05-19/2021-06-30", "10") ", " TO_DATE ("2021-05-19/2021-07-31", "25"), "discrete",
    "2021-05-19/2021-06-30:Y-1 2021-07=15" },
  { "/transform/Y-1/break", "semantics 4.2, Y-1: free of breaks", CUMULATIVE,
    "[\"2021-Q1\", 100], {\"period\": \"2021-Q2\", \"value\": 230, \"status\": \"B\"}, [\"2021-Q3\", 345]", "discrete",
    "2021-Q1=100 2021-Q2:R8+Y-1 2021-Q3=115" },
  { "/transform/Y-1/older-release", "semantics 4.2, Y-1: one policy for vintages", CUMULATIVE,
    "{\"period\": \"2021-Q1\", \"value\": 104, \"vintage\": \"2021-10-15\"},"
    "{\"period\": \"2021-Q2\", \"value\": 230, \"vintage\": \"2021-07-15\"}", "discrete",
    "2021-Q1=104 2021-Q2:R10+Y-1" },
  { "/transform/Y-1/own-release-each", "semantics 4.1, R10: different vintages", CUMULATIVE,
    "{\"period\": \"2021-Q1\", \"value\": 100, \"vintage\": \"2021-04-15\"},"
    "{\"period\": \"2021-Q2\", \"value\": 230, \"vintage\": \"2021-07-15\"}", "discrete",
    "2021-Q1=100 2021-Q2=130!R10+Y-1" },
  { "/transform/Y-1/unstated-start", "semantics 4.12: never turned into discrete values",
    "\"measure\": \"cumulative\", \"since\": \"unstated\"", "[\"2021-Q1\", 1], [\"2021-Q2\", 2]", "discrete",
    "error: Y-1: " },
  { "/transform/Y-1/nothing-to-split", "semantics 4.2, Y-1", FLOW, "[\"2021-Q1\", 1], [\"2021-Q2\", 2]", "discrete",
    "error: Y-1: " },
  { "/transform/Y-2/july-and-august", "semantics 4.2, Y-2", CUMULATIVE,
    "[\"2025-07\", 288229], [\"2025-08\", 326111]", "discrete", "2025-01/2025-07=288229!Y-1+Y-2 2025-08=37882" },
  { "/transform/Y-2/january-and-february", "semantics 4.2, Y-2: Jan–Feb as one span; Mar to it is R3", CUMULATIVE,
    "[\"2025-02\", 52721], [\"2025-03\", 103174]", "discrete", "2025-01/2025-02=52721!Y-1+Y-2 2025-03=50453" },
  { "/transform/Y-2/march-to-january-and-february", "semantics 4.2, Y-2", CUMULATIVE,
    "[\"2025-02\", 52721], [\"2025-03\", 103174]", "discrete change", "2025-01/2025-02:F-2 2025-03:R3" },
  { "/transform/Y-2/on-year", "semantics 4.2, Y-2: the same merged span of two years", CUMULATIVE,
    "[\"2024-02\", 50000], [\"2025-02\", 52500]", "discrete percent-on-year",
    "2024-01/2024-02:F-2 2025-01/2025-02=5!Y-1+Y-2+Y-6" },
  { "/transform/Y-2/summed", "semantics 4.2, Y-2: in a quarter the merged span is a part like others", CUMULATIVE,
    "[\"2025-02\", 52721], [\"2025-03\", 103174]", "discrete quarter", "2025-Q1=103174" },
  { "/transform/Y-3/stock", "semantics 4.2, Y-3", STOCK, "[\"2021-06-30\", 1], [\"2021-12-31\", 2]", "discrete",
    "error: Y-3: " },
  { "/transform/Y-3/average", "semantics 4.2, Y-3", "\"measure\": \"average\"", "[\"2021-01\", 1], [\"2021-02\", 2]",
    "cumulative", "error: Y-3: " },
  { "/transform/Y-3/ratio", "semantics 4.2, Y-3", "\"measure\": \"ratio\"", "[\"2021-01\", 1], [\"2021-02\", 2]",
    "discrete", "error: Y-3: " },
  { "/transform/Y-3/index", "semantics 4.2, Y-3", "\"measure\": \"index\"", "[\"2021-01\", 1], [\"2021-02\", 2]",
    "discrete", "error: Y-3: " },
  { "/transform/Y-3/growth", "semantics 4.2, Y-3", "\"measure\": \"growth\"", "[\"2021-01\", 1], [\"2021-02\", 2]",
    "cumulative", "error: Y-3: " },
  { "/transform/Y-3/since-inception", "semantics 4.0, P-2: a total since inception is a stock",
    "\"measure\": \"cumulative\", \"since\": \"inception\"", "[\"2021-06-30\", 1], [\"2021-12-31\", 2]", "discrete",
    "error: Y-3: " },
  { "/transform/Y-4", "semantics 4.2, Y-4: kept, flagged, not clipped", CUMULATIVE,
    "[\"2021-Q1\", 100], [\"2021-Q2\", 95], [\"2021-Q3\", 140]", "discrete",
    "2021-Q1=100 2021-Q2=-5!Y-1+Y-4 2021-Q3=45" },
  { "/transform/Y-5/annual-wins", "semantics 4.2, Y-5: A = 500, C(Q4) = 490: Q4 = 500 − 345", FLOW,
    TO_DATE ("2021-Q1", "100") ", " TO_DATE ("2021-Q2", "230") ", " TO_DATE ("2021-Q3", "345") ", "
    TO_DATE ("2021-Q4", "490") ", [\"2021\", 500]", "discrete",
    "2021-Q1=100 2021-Q2=130 2021-Q3=115 2021-Q4=155!R20+Y-1+Y-5" },
  { "/transform/Y-5/annual-agrees", "semantics 4.2, Y-5", FLOW,
    TO_DATE ("2021-Q3", "345") ", " TO_DATE ("2021-Q4", "500") ", [\"2021\", 500]", "discrete",
    "2021-01/2021-09=345!Y-1+Y-2 2021-Q4=155" },
  { "/transform/Y-5/implied", "semantics 4.1, R20: Q4 = year − Jan..Sep", FLOW,
    TO_DATE ("2021-Q1", "100") ", " TO_DATE ("2021-Q2", "230") ", " TO_DATE ("2021-Q3", "345") ", [\"2021\", 500]",
    "discrete", "2021-Q1=100 2021-Q2=130 2021-Q3=115 2021-Q4=155!R20+Y-1+Y-5" },
  { "/transform/Y-5/implied-quarter", "the same, of quarters and the year", FLOW,
    "[\"2021-Q1\", 100], [\"2021-Q2\", 130], [\"2021-Q3\", 115], [\"2021\", 500]", "quarter",
    "2021-Q1=100 2021-Q2=130 2021-Q3=115 2021-Q4=155!R20+Y-5+F-7" },
  { "/transform/Y-5/latest-release", "semantics 4.2, Y-5: all of the latest release, a revision is noted", CUMULATIVE,
    "{\"period\": \"2021-Q1\", \"value\": 100, \"vintage\": \"2021-04-15\"},"
    "{\"period\": \"2021-Q1\", \"value\": 104, \"vintage\": \"2021-07-15\"},"
    "{\"period\": \"2021-Q2\", \"value\": 230, \"vintage\": \"2021-07-15\"}", "discrete",
    "2021-Q1=104 2021-Q2=126!R10+Y-1" },
  { "/transform/Y-6/to-date", "semantics 4.2, Y-6: growth to date +15.0%", CUMULATIVE,
    "[\"2025-Q1\", 100], [\"2025-Q2\", 230], [\"2024-Q1\", 90], [\"2024-Q2\", 200]", "percent-on-year",
    "2024-Q1:F-2 2024-Q2:F-2 2025-Q1=11.1111 2025-Q2=15" },
  { "/transform/Y-6/discrete", "semantics 4.2, Y-6: Q2 growth 130 / 110 = +18.2%", CUMULATIVE,
    "[\"2025-Q1\", 100], [\"2025-Q2\", 230], [\"2024-Q1\", 90], [\"2024-Q2\", 200]", "percent-on-year discrete",
    "2024-Q1:F-2 2024-Q2:F-2 2025-Q1=11.1111 2025-Q2=18.1818" },
  { "/transform/Y-7/withheld", "semantics 4.2, Y-7: D = 0.4 ± 0.1 is uncertain by 25%", CUMULATIVE,
    "[\"2024-01\", 1.0], [\"2024-02\", 2.0], [\"2025-01\", 1.0], [\"2025-02\", 1.4]", "discrete percent-on-year",
    "2024-01:F-2 2024-02:F-2 2025-01=0!R17+Y-1+Y-6 2025-02:Y-7" },
  { "/transform/Y-7/withheld-for-its-base", "semantics 4.2, Y-7: the base of 0.4 ± 0.1 is uncertain by 25%", CUMULATIVE,
    "[\"2024-01\", 1.0], [\"2024-02\", 1.4], [\"2025-01\", 1.0], [\"2025-02\", 2.0]", "discrete percent-on-year",
    "2024-01:F-2 2024-02:F-2 2025-01=0!R17+Y-1+Y-6 2025-02:Y-7" },
  { "/transform/Y-7/shown", "semantics 4.2, Y-7: D = 0.6 ± 0.1 is uncertain by 17%", CUMULATIVE,
    "[\"2024-01\", 1.0], [\"2024-02\", 2.0], [\"2025-01\", 1.0], [\"2025-02\", 1.6]", "discrete percent-on-year",
    "2024-01:F-2 2024-02:F-2 2025-01=0!R17+Y-1+Y-6 2025-02=-40" },
  { "/transform/Y-7/difference-shown", "semantics 4.2, Y-7: D itself is shown", CUMULATIVE,
    "[\"2025-01\", 1.0], [\"2025-02\", 1.4]", "discrete", "2025-01=1 2025-02=0.4" },
  { "/transform/Y-8/complete", "semantics 4.2, Y-1 backwards", FLOW,
    "[\"2021-Q1\", 100], [\"2021-Q2\", 130], [\"2021-Q3\", 115], [\"2021-Q4\", 155]", "cumulative",
    "2021-Q1=100 2021-S1=230 2021-01/2021-09=345 2021=500" },
  { "/transform/Y-8/stops", "semantics 4.2, Y-8: a missing one stops the sum", FLOW,
    "[\"2021-01\", 1], [\"2021-02\", 2], {\"period\": \"2021-03\", \"value\": null, \"status\": \"M\"}, "
    "[\"2021-04\", 4]",
    "cumulative", "2021-01=1 2021-01/2021-02=3 2021-Q1:Y-8 2021-01/2021-04:Y-8" },
  { "/transform/Y-8/merged-member", "semantics 4.2, Y-2 and Y-8: a span of two months is a member", FLOW,
    "[\"2021-01/2021-02\", 3], [\"2021-03\", 4]", "cumulative", "2021-01/2021-02=3 2021-Q1=7" },
  { "/transform/Y-9/break", "semantics 4.2, Y-1: free of breaks; what is left over holds two definitions", FLOW,
    "[\"2021-S1\", 46], {\"period\": \"2021-Q3\", \"value\": 20, \"status\": \"B\"}, [\"2021\", 100]", "half",
    "2021-S1=46 2021-S2:Y-9+F-7" },
  { "/transform/Y-9/second-half", "semantics 4.2, Y-9: S2 = A − S1", FLOW, "[\"2021-S1\", 46], [\"2021\", 100]", "half",
    "2021-S1=46 2021-S2=54!R20+Y-9+F-7" },
  { "/transform/Y-9/to-date", "the same, of a first half to date", FLOW, TO_DATE ("2021-S1", "46") ", [\"2021\", 100]",
    "discrete", "2021-S1=46 2021-S2=54!R20+Y-1+Y-9" },
  { "/transform/Y-9/totals", "semantics 4.2, Y-1: C(12) − C(6) is no residual", CUMULATIVE,
    "[\"2021-06\", 46], [\"2021-12\", 100]", "half", "2021-S1=46 2021-S2=54" },
  { "/transform/Y-9/incomplete", "semantics 4.2, Y-9: S1 = Q1 + Q2 only if complete", FLOW,
    "[\"2021-Q1\", 100], [\"2021-Q3\", 115], [\"2021-Q4\", 155]", "half", "2021-S1:Y-9+F-7 2021-S2=270" },
  { "/transform/Y-9/stock", "semantics 4.2, Y-9: for flows only; of levels the last", STOCK,
    "[\"2021-06-30\", 46], [\"2021-12-31\", 100]", "half", "2021-S1=46 2021-S2=100" },
};

static void
test_case (gconstpointer data)
{
  const Case *row = data;
  g_autofree char *series = g_strdup_printf ("\"indicator\": \"things\", \"observations\": [%s]", row->rows);
  g_autoptr (TbDataset) dataset = tb_analysis_data_series (YUAN, row->measure, series);
  g_autoptr (GError) error = NULL;
  g_autoptr (TbDerived) derived = tb_analysis_apply (dataset, row->steps, NULL, &error);

  if (g_str_has_prefix (row->expected, "error: "))
    {
      g_assert_null (derived);
      g_assert_true (g_str_has_prefix (error->message, row->expected + 7));
      return;
    }
  g_assert_no_error (error);
  tb_analysis_assert_points (derived, row->expected);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_case);

  return g_test_run ();
}
