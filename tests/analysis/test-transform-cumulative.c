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
  { "/transform/Y-1", "semantics 4.2, Y-1", CUMULATIVE,
    "[\"2021-Q1\", 100], [\"2021-Q2\", 230], [\"2021-Q3\", 345], [\"2021-Q4\", 500]", "discrete",
    "2021-Q1=100 2021-Q2=130 2021-Q3=115 2021-Q4=155" },
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
