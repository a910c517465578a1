/* Laws that hold for any two figures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-test-gen.h"
#include "tb-verdict.h"

#include <math.h>

#define N_DATASETS 60

typedef void (*Law) (TbFigure base,
                     TbFigure current);

/* Draws datasets and puts every pair of their first series before a law. */
static void
for_each_pair (Law law)
{
  for (int i = 0; i < N_DATASETS; i++)
    {
      g_autoptr (TbDataset) dataset = tb_test_gen_any ();
      TbSeries *series = tb_dataset_get_series (dataset, 0);
      gsize n = MIN (tb_series_get_n (series), 12);

      for (gsize a = 0; a < n; a++)
        {
          for (gsize b = 0; b < n; b++)
            law ((TbFigure) { series, a }, (TbFigure) { series, b });
        }
    }
}

static gboolean
same_or_nan (double a,
             double b)
{
  return (isnan (a) && isnan (b)) || a == b;
}

static void
assert_negated (TbFigure base,
                TbFigure current)
{
  TbVerdict there = tb_verdict_change (base, current, (TbReference) { 0 });
  TbVerdict back = tb_verdict_change (current, base, (TbReference) { 0 });

  g_assert_cmpint (there.kind, ==, back.kind);
  g_assert_true (same_or_nan (there.absolute, -back.absolute));
  g_assert_true (same_or_nan (there.points, -back.points));
  g_assert_true (same_or_nan (there.low, -back.high));
  g_assert_true (same_or_nan (there.high, -back.low));
}

static void
test_swap_negates (void)
{
  for_each_pair (assert_negated);
}

static void
assert_no_numbers_when_invalid (TbFigure base,
                                TbFigure current)
{
  TbVerdict verdict = tb_verdict_change (base, current, (TbReference) { 0 });

  if (verdict.kind == TB_VERDICT_INVALID)
    {
      g_assert_cmpuint (verdict.codes, !=, 0);
      g_assert_true (isnan (verdict.absolute) && isnan (verdict.relative) && isnan (verdict.points)
                     && isnan (verdict.low) && isnan (verdict.high));
    }
  else
    g_assert_true (isfinite (verdict.absolute) || isfinite (verdict.points) || isfinite (verdict.relative)
                   || verdict.bound == TB_BOUND_BETWEEN);
  g_assert_false (isinf (verdict.absolute) || isinf (verdict.relative) || isinf (verdict.points));
}

static void
test_invalid_has_no_numbers (void)
{
  for_each_pair (assert_no_numbers_when_invalid);
}

static gboolean
contains_word (const char *text,
               const char *word)
{
  g_auto (GStrv) words = g_strsplit_set (text, " ,;()%", -1);

  return g_strv_contains ((const char *const *) words, word);
}

static void
assert_clean_text (TbFigure base,
                   TbFigure current)
{
  TbVerdict verdict = tb_verdict_change (base, current, (TbReference) { 0 });
  g_autofree char *en = tb_verdict_dup_text (&verdict, base, current, (TbReference) { 0 }, TB_LANGUAGE_EN);
  g_autofree char *zh = tb_verdict_dup_text (&verdict, base, current, (TbReference) { 0 }, TB_LANGUAGE_ZH);

  g_assert_cmpstr (en, !=, "");
  g_assert_cmpstr (zh, !=, "");
  g_assert_false (contains_word (en, "nan") || contains_word (en, "inf") || contains_word (en, "-0"));
  /* 下降 and 减少 are followed by the absolute value (L-3). */
  g_assert_null (g_strstr_len (en, -1, "−"));
  g_assert_null (g_strstr_len (zh, -1, "−"));
}

static void
test_text_is_clean (void)
{
  for_each_pair (assert_clean_text);
}

/* What a figure may be: draws from its interval. */
static double
draw_value (TbFigure figure)
{
  TbObservation o;
  double draw = g_test_rand_double ();

  tb_series_get (figure.series, figure.row, &o);

  if (o.kind != TB_KIND_ACTUAL || o.qualifier != TB_QUALIFIER_OVER)
    return o.figure;

  return o.figure + draw * fmax (fabs (o.figure), 1) * 2;
}

static void
assert_bound_holds (TbFigure base,
                    TbFigure current)
{
  TbVerdict verdict = tb_verdict_change (base, current, (TbReference) { 0 });
  double difference, room;

  if (verdict.kind == TB_VERDICT_INVALID || verdict.bound == TB_BOUND_ABOUT)
    return;

  difference = draw_value (current) - draw_value (base);
  room = fabs (difference) * 1e-9 + 1e-9;
  if (!isnan (verdict.low))
    g_assert_cmpfloat (difference, >=, verdict.low - room);
  if (!isnan (verdict.high))
    g_assert_cmpfloat (difference, <=, verdict.high + room);
}

static void
test_bound_holds (void)
{
  for_each_pair (assert_bound_holds);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/verdict-laws/swap-negates", test_swap_negates);
  g_test_add_func ("/verdict-laws/invalid-has-no-numbers", test_invalid_has_no_numbers);
  g_test_add_func ("/verdict-laws/text-is-clean", test_text_is_clean);
  g_test_add_func ("/verdict-laws/bound-holds", test_bound_holds);

  return g_test_run ();
}
