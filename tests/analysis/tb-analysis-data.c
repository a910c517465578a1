/* Datasets for the tests of the analysis, written as JSON.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-analysis-data.h"

#include "tb-problems.h"
#include "tb-reader.h"

#include <string.h>

TbDataset *
tb_analysis_data_read (const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (TbProblems) problems = tb_problems_new ("test");
  g_autoptr (GError) error = NULL;
  TbDataset *dataset = tb_reader_read_bytes (bytes, NULL, problems, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  if (dataset == NULL)
    {
      g_autofree char *report = tb_problems_dup_report (problems);

      g_error ("%s in\n%s", report, json);
    }

  return dataset;
}

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

  return tb_analysis_data_read (json);
}
