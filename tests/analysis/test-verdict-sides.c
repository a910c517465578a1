/* The rules of comparison on computed figures, and R17 and R18 on their own cases.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-analysis-data.h"
#include "tb-side.h"
#include "tb-verdict-private.h"

#include <math.h>

#define STATIONS "\"name\": {\"en\": \"stations\", \"zh\": \"个\"}, \"kind\": \"count\""
#define STOCK "\"measure\": \"stock\""
#define FLOW "\"measure\": \"flow\""

static const TbReference no_reference = { 0 };

/* A side as a computation leaves it: the row's dates, another value. */
static TbSide
make_side (TbDataset *dataset,
           gsize      row,
           double     value,
           double     rounding)
{
  TbSide side;

  g_assert_true (tb_side_load (&side, (TbFigure) { tb_dataset_get_series (dataset, 0), row }));
  side.value = tb_interval_of_number (value, rounding);
  side.known = TRUE;
  side.observation.has_value = FALSE;

  return side;
}

static void
assert_sentence (const TbVerdict *verdict,
                 const TbSide    *base,
                 const TbSide    *current,
                 TbLanguage       language,
                 const char      *expected)
{
  g_autofree char *text = tb_sides_dup_text (verdict, base, current, no_reference, language);

  g_assert_cmpstr (text, ==, expected);
}

/* 470.5 − 45.5 = 425.0 and 483.0 − 57.9 = 425.1, each of two terms with half a
 * last digit: ±0.1. The difference of 0.1 is within both. */
static void
test_r17 (void)
{
  g_autoptr (TbDataset) dataset = tb_analysis_data_series (
    STATIONS, STOCK,
    "\"indicator\": \"things\", \"multiplier\": 10000, \"observations\": [[\"2024-12-31\", 425.0], "
    "[\"2025-01-31\", 425.1]]");
  TbSide base = make_side (dataset, 0, 4250000, 1000);
  TbSide current = make_side (dataset, 1, 4251000, 1000);
  TbVerdict verdict = tb_sides_compare (&base, &current, no_reference);

  g_assert_cmpint (verdict.kind, ==, TB_VERDICT_NOTE);
  g_assert_cmpint (verdict.codes, ==, TB_RULE (6) | TB_RULE (17));
  g_assert_cmpfloat (verdict.absolute, ==, 1000);
  assert_sentence (&verdict, &base, &current, TB_LANGUAGE_EN, "≈0 since end 2024, no change beyond rounding");
  assert_sentence (&verdict, &base, &current, TB_LANGUAGE_ZH, "较上年末基本持平（≈0），变化未超出四舍五入误差");

  /* 0.3 is more than 0.2. */
  current = make_side (dataset, 1, 4253000, 1000);
  verdict = tb_sides_compare (&base, &current, no_reference);
  g_assert_cmpint (verdict.kind, ==, TB_VERDICT_VALID);
  g_assert_cmpint (verdict.codes, ==, TB_RULE (6));
}

/* 9.1 over two years is 9.05 to 9.15, a year 4.43 to 4.47; 4.4 is 4.35 to 4.45. */
static void
test_r18 (void)
{
  double low = (sqrt (1.0905) - 1) * 100;
  double high = (sqrt (1.0915) - 1) * 100;

  g_assert_cmpfloat_with_epsilon (low, 4.43, 0.005);
  g_assert_cmpfloat_with_epsilon (high, 4.47, 0.005);
  g_assert_true (tb_published_is_met (low, high, 4.4, 0.05));
  g_assert_false (tb_published_is_met (low, high, 4.3, 0.05));
  g_assert_false (tb_published_is_met (low, high, 4.6, 0.05));
  /* Ends that touch meet. */
  g_assert_true (tb_published_is_met (4.45, 4.5, 4.4, 0.05));
  g_assert_true (tb_published_is_met (4.3, 4.35, 4.4, 0.05));
}

/* The year less January to September leaves the fourth quarter. */
static void
test_r20 (void)
{
  g_autoptr (TbDataset) dataset = tb_analysis_data_series (
    STATIONS, FLOW, "\"indicator\": \"things\", \"observations\": [[\"2023-Q4\", 100], [\"2024-Q4\", null]]");
  TbSide base = make_side (dataset, 0, 100, 0);
  TbSide current = make_side (dataset, 1, 130, 0);
  TbVerdict verdict;

  current.implied = TRUE;
  verdict = tb_sides_compare (&base, &current, no_reference);
  g_assert_cmpint (verdict.kind, ==, TB_VERDICT_NOTE);
  g_assert_cmpint (verdict.codes, ==, TB_RULE (20));
  g_assert_cmpfloat (verdict.absolute, ==, 30);
  g_assert_cmpfloat_with_epsilon (verdict.relative, 30, 1e-9);
  assert_sentence (&verdict, &base, &current, TB_LANGUAGE_EN,
                   "up 30 stations (30.0%) year on year; one value is implied by others");
  assert_sentence (&verdict, &base, &current, TB_LANGUAGE_ZH, "同比增加30个，增长30.0%；其中一个为推算数");
}

/* Figures too large for their difference have none. */
static void
test_too_large (void)
{
  g_autoptr (TbDataset) dataset = tb_analysis_data_series (
    STATIONS, STOCK,
    "\"indicator\": \"things\", \"observations\": [[\"2023-12-31\", -1.7e308], [\"2024-12-31\", 1.7e308],"
                     " [\"2026-12-31\", 1e-300]]");
  TbSeries *series = tb_dataset_get_series (dataset, 0);
  TbVerdict verdict = tb_verdict_change ((TbFigure) { series, 0 }, (TbFigure) { series, 1 }, no_reference);

  g_assert_cmpint (verdict.kind, ==, TB_VERDICT_INVALID);
  g_assert_cmpint (verdict.codes & TB_RULE (0), !=, 0);
  verdict = tb_verdict_change ((TbFigure) { series, 2 }, (TbFigure) { series, 1 }, no_reference);
  g_assert_cmpint (verdict.kind, ==, TB_VERDICT_VALID);
  g_assert_true (isfinite (verdict.absolute));
  g_assert_true (isnan (verdict.relative));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/verdict/sides/R17", test_r17);
  g_test_add_func ("/verdict/sides/R18", test_r18);
  g_test_add_func ("/verdict/sides/R20", test_r20);
  g_test_add_func ("/verdict/sides/R0/too-large", test_too_large);

  return g_test_run ();
}
