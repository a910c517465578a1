/* Two figures of two series, and what the rules say to them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-verdict-case.h"

#include "tb-analysis-data.h"

#include <math.h>

static const char catalog[] =
  "\"tongbi\": \"dataset/1\", \"title\": \"Test\","
  "\"places\": {\"china\": {\"name\": {\"en\": \"China\", \"zh\": \"全国\"}},"
  "  \"city\": {\"name\": {\"en\": \"City\", \"zh\": \"全市\"}, \"parent\": \"china\"},"
  "  \"district\": {\"name\": {\"en\": \"District\", \"zh\": \"区\"}, \"parent\": \"city\"},"
  "  \"other\": {\"name\": {\"en\": \"Other\", \"zh\": \"他市\"}}},"
  "\"units\": {\"item\": {\"name\": {\"en\": \"items\", \"zh\": \"个\"}, \"kind\": \"count\"},"
  "  \"xiang\": {\"name\": {\"en\": \"entries\", \"zh\": \"项\"}, "
  "\"kind\": \"count\", \"base\": \"item\", \"factor\": 1},"
  "  \"kg\": {\"name\": {\"en\": \"kg\", \"zh\": \"千克\"}, \"kind\": \"mass\"},"
  "  \"tonne\": {\"name\": {\"en\": \"tonnes\", \"zh\": \"吨\"}, "
  "\"kind\": \"mass\", \"base\": \"kg\", \"factor\": 1000},"
  "  \"thirty\": {\"name\": \"d\", \"kind\": \"duration\"},"
  "  \"month\": {\"name\": {\"en\": \"months\", \"zh\": \"个月\"}, "
  "\"kind\": \"duration\", \"base\": \"thirty\", \"factor\": 30},"
  "  \"year\": {\"name\": {\"en\": \"years\", \"zh\": \"年\"}, "
  "\"kind\": \"duration\", \"base\": \"month\", \"factor\": 12},"
  "  \"days\": {\"name\": {\"en\": \"days\", \"zh\": \"天\"}, "
  "\"kind\": \"duration\", \"base\": \"thirty\", \"factor\": 1},"
  "  \"percent\": {\"name\": \"%\", \"kind\": \"percent\"},"
  "  \"mille\": {\"name\": \"‰\", \"kind\": \"percent\"},"
  "  \"fraction\": {\"name\": \"fraction\", \"kind\": \"ratio\"},"
  "  \"yuan\": {\"name\": {\"en\": \"yuan\", \"zh\": \"元\"}, \"kind\": \"money\", \"currency\": \"CNY\"},"
  "  \"usd\": {\"name\": {\"en\": \"dollars\", \"zh\": \"美元\"}, \"kind\": \"money\", \"currency\": \"USD\"}},"
  "\"indicators\": ["
  "  {\"id\": \"beds\", \"name\": {\"en\": \"Beds\", \"zh\": \"床位\"}, \"unit\": \"item\", \"measure\": \"stock\"},"
  "  {\"id\": \"private-beds\", \"name\": {\"en\": \"Private beds\", \"zh\": \"民营床位\"}, "
  "\"unit\": \"item\", \"measure\": \"stock\", \"part_of\": \"beds\"},"
  "  {\"id\": \"single-beds\", \"name\": {\"en\": \"Single beds\", \"zh\": \"单人床位\"}, "
  "\"unit\": \"item\", \"measure\": \"stock\", \"part_of\": \"private-beds\"},"
  "  {\"id\": \"births\", \"name\": {\"en\": \"Births\", \"zh\": \"出生人数\"}, \"unit\": \"item\", \"measure\": \"flow\"},"
  "  {\"id\": \"weed\", \"name\": {\"en\": \"Seaweed\", \"zh\": \"浒苔\"}, "
  "\"unit\": \"tonne\", \"measure\": \"cumulative\", \"since\": \"2022-05-19\"},"
  "  {\"id\": \"near-weed\", \"name\": {\"en\": \"Seaweed near shore\", \"zh\": \"近岸浒苔\"}, "
  "\"unit\": \"tonne\", \"measure\": \"cumulative\", \"since\": \"2022-05-19\", \"part_of\": \"weed\"},"
  "  {\"id\": \"investment\", \"name\": {\"en\": \"Investment\", \"zh\": \"投资\"}, "
  "\"unit\": \"yuan\", \"measure\": \"flow\"},"
  "  {\"id\": \"envelope\", \"name\": {\"en\": \"Total investment\", \"zh\": \"总投资\"}, "
  "\"unit\": \"yuan\", \"measure\": \"stock\"},"
  "  {\"id\": \"completed\", \"name\": {\"en\": \"Completed investment\", \"zh\": \"完成投资\"}, "
  "\"unit\": \"yuan\", \"measure\": \"cumulative\", \"since\": \"inception\", \"part_of\": \"envelope\"},"
  "  {\"id\": \"quarterly\", \"name\": {\"en\": \"Investment of the quarter\", \"zh\": \"当季投资\"}, "
  "\"unit\": \"yuan\", \"measure\": \"flow\", \"part_of\": \"completed\"},"
  "  {\"id\": \"rate\", \"name\": {\"en\": \"Rate\", \"zh\": \"比率\"}, \"unit\": \"percent\", \"measure\": \"ratio\"},"
  "  {\"id\": \"part-rate\", \"name\": {\"en\": \"Part of the rate\", \"zh\": \"部分比率\"}, "
  "\"unit\": \"percent\", \"measure\": \"ratio\", \"part_of\": \"rate\"},"
  "  {\"id\": \"term\", \"name\": {\"en\": \"Term\", \"zh\": \"期限\"}, "
  "\"unit\": \"month\", \"measure\": \"stock\", \"nature\": \"parameter\"}]";

TbDataset *
tb_verdict_case_read (const char *base,
                      const char *current)
{
  g_autofree char *json = g_strdup_printf ("{%s, \"series\": [{%s}, {%s}]}", catalog, base, current);

  return tb_test_read_dataset (json);
}

void
tb_verdict_case_assert (const TbVerdictCase *self,
                        TbOperation          operation)
{
  g_autoptr (TbDataset) dataset = tb_verdict_case_read (self->base, self->current);
  TbFigure base = { tb_dataset_get_series (dataset, 0), 0 };
  TbFigure current = { tb_dataset_get_series (dataset, 1), 0 };
  TbReference reference = { 0 };
  TbVerdict verdict = operation == TB_OPERATION_SHARE ? tb_verdict_share (current, base, reference)
                                                      : tb_verdict_change (base, current, reference);
  g_autofree char *codes = tb_rules_dup_codes (verdict.codes);
  double value = isnan (verdict.points) ? verdict.absolute : verdict.points;

  g_assert_cmpstr (codes, ==, self->codes);
  g_assert_cmpint (verdict.kind, ==, self->kind);
  g_assert_cmpint (verdict.operation, ==, operation);
  tb_analysis_assert_number (operation == TB_OPERATION_SHARE ? verdict.relative : value, self->value);
  if (operation == TB_OPERATION_CHANGE)
    tb_analysis_assert_number (verdict.relative, self->relative);
  if (verdict.kind == TB_VERDICT_INVALID)
    g_assert_true (isnan (verdict.low) && isnan (verdict.high));
  else
    g_assert_cmpint (verdict.bound, ==, self->bound);
  tb_analysis_assert_verdict (&verdict, base, current, TB_LANGUAGE_EN, self->en);
  tb_analysis_assert_verdict (&verdict, base, current, TB_LANGUAGE_ZH, self->zh);
}
