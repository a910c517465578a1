/* Datasets for the tests of the analysis, written as JSON.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-analysis-data.h"

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
