/* Tests what an unfinished year comes to (N-8).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-analysis-data.h"
#include "tb-outlook.h"

#include <math.h>

/* Figures of the year in the file's words; what they come to by hand. */
static const struct
{
  const char *name;
  const char *observations;
  gboolean    comes;
  double      total;
  double      difference;  /* from the plan; NaN: no plan */
} cases[] = {
  { "plan of the year",
    "[\"2025-S1\", 40.5], {\"period\": \"2025-S2\", \"value\": 50.1, \"kind\": \"forecast\"},"
    "{\"period\": \"2025\", \"value\": 100, \"kind\": \"plan\"}",
    TRUE, 90.6, -9.4 },
  { "plan in parts",
    "[\"2025-S1\", 40.5], {\"period\": \"2025-S2\", \"value\": 50.1, \"kind\": \"forecast\"},"
    "{\"period\": \"2025-S1\", \"value\": 42, \"kind\": \"plan\"}, "
    "{\"period\": \"2025-S2\", \"value\": 48, \"kind\": \"plan\"}",
    TRUE, 90.6, 0.6 },
  { "no plan", "[\"2025-Q1\", 10], {\"period\": \"2025-04/2025-12\", \"value\": 32, \"kind\": \"forecast\"}", TRUE, 42,
    NAN },
  { "a part missing", "[\"2025-Q1\", 10], {\"period\": \"2025-S2\", \"value\": 32, \"kind\": \"forecast\"}", FALSE, NAN,
    NAN },
  { "closed year", "[\"2025-S1\", 40], [\"2025-S2\", 50]", FALSE, NAN, NAN },
  { "forecasts alone",
    "{\"period\": \"2025-S1\", \"value\": 40, \"kind\": \"forecast\"}, "
    "{\"period\": \"2025-S2\", \"value\": 50, \"kind\": \"forecast\"}",
    FALSE, NAN, NAN },
};

static void
test_case (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *json = g_strdup_printf (
    "{\"tongbi\": \"dataset/1\", \"title\": {\"en\": \"T\"},"
    "\"units\": {\"u\": {\"name\": {\"en\": \"units\"}, \"kind\": \"count\"}},"
    "\"indicators\": [{\"id\": \"i\", \"name\": {\"en\": \"I\"}, \"unit\": \"u\", \"measure\": \"flow\"}],"
    "\"series\": [{\"indicator\": \"i\", \"observations\": [%s]}]}", cases[i].observations);
  g_autoptr (TbDataset) dataset = tb_test_read_dataset (json);
  TbPeriod year;
  TbOutlook outlook;

  g_assert_true (tb_period_from_number (TB_PERIOD_A, 2025, 1, TB_CALENDAR_YEAR, &year));
  g_assert_cmpint (tb_outlook_get (tb_dataset_get_series (dataset, 0), year, 0, TB_REFERENCE_OF (dataset), &outlook),
                   ==,
                   cases[i].comes);
  if (!cases[i].comes)
    return;
  g_assert_cmpfloat_with_epsilon (tb_interval_get_stated (&outlook.total.value), cases[i].total, 1e-9);
  g_assert_cmpint (outlook.has_plan, ==, !isnan (cases[i].difference));
  if (outlook.has_plan)
    g_assert_cmpfloat_with_epsilon (outlook.verdict.absolute, cases[i].difference, 1e-9);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/outlook/N-8/", cases[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
    }

  return g_test_run ();
}
