/* Datasets for the tests of the analysis, written as JSON.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-analysis-data.h"

#include <math.h>

TbDataset *
tb_analysis_data_series (const char *unit,
                         const char *indicator,
                         const char *series)
{
  g_autofree char *json = g_strdup_printf (
    "{\"tongbi\": \"dataset/1\", \"title\": {\"en\": \"Test\", \"zh\": \"测试\"},"
    " \"sources\": {\"a\": {\"publisher\": \"A\", \"published\": \"2026-05-31\"},"
    "               \"b\": {\"publisher\": \"B\"}, \"c\": {\"publisher\": \"A\"}},"
    " \"places\": {\"x\": {\"name\": \"X\"}, \"y\": {\"name\": \"Y\"}},"
    " \"units\": {\"u\": {%s}, \"v\": {\"name\": \"v\", \"kind\": \"other\"}},"
    " \"indicators\": [{\"id\": \"things\", \"name\": {\"en\": \"Things\", \"zh\": \"事物\"}, \"unit\": \"u\", %s},"
    "                  {\"id\": \"others\", \"name\": \"Others\", \"unit\": \"u\", \"measure\": \"stock\"}],"
    " \"series\": [{%s}]}",
    unit, indicator, series);

  return tb_test_read_dataset (json);
}

void
tb_analysis_assert_number (double actual,
                           double expected)
{
  if (isnan (expected))
    g_assert_true (isnan (actual));
  else
    g_assert_cmpfloat_with_epsilon (actual, expected, fabs (expected) * 1e-6 + 1e-12);
}

void
tb_analysis_assert_verdict (const TbVerdict *verdict,
                            TbFigure         base,
                            TbFigure         current,
                            TbLanguage       language,
                            const char      *expected)
{
  g_autofree char *text = tb_verdict_dup_text (verdict, base, current, (TbReference) { 0 }, language);

  g_assert_cmpstr (text, !=, "");
  if (expected != NULL)
    g_assert_cmpstr (text, ==, expected);
}
