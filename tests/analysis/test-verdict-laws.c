/* Laws that hold for any two figures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-rule.h"
#include "tb-test-gen.h"
#include "tb-verdict-draw.h"
#include "tb-verdict.h"

#include <math.h>

#include <string.h>

#define N_DATASETS 60
#define N_PAIRS 14

typedef void (*Law) (TbFigure base,
                     TbFigure current);

static void
put_pairs (TbSeries *series,
           Law       law)
{
  gsize n = MIN (tb_series_get_n (series), N_PAIRS);

  for (gsize a = 0; a < n; a++)
    {
      for (gsize b = 0; b < n; b++)
        law ((TbFigure) { series, a }, (TbFigure) { series, b });
    }
}

/* Draws datasets and puts every pair of their first series before a law. */
static void
for_each_pair (Law law)
{
  for (int i = 0; i < N_DATASETS; i++)
    {
      TbVerdictDraw options = tb_verdict_draw_any ();
      g_autoptr (TbDataset) usual = tb_test_gen_any ();
      g_autoptr (TbDataset) drawn = tb_verdict_draw (&options);

      put_pairs (tb_dataset_get_series (usual, 0), law);
      put_pairs (tb_dataset_get_series (drawn, 0), law);
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

  /* A published change is of one direction. */
  if (((there.codes | back.codes) & (TB_RULE (8) | TB_RULE (18))) != 0)
    return;
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

/* What a figure may be: one of the values that its words leave open. */
static double
draw_value (TbFigure figure)
{
  TbObservation o;
  double draw = g_test_rand_double ();
  double low, high;

  tb_series_get (figure.series, figure.row, &o);
  if (!o.has_value)
    {
      low = tb_observation_get_low (&o);
      high = tb_observation_get_high (&o);
      low = isnan (low) ? high - fmax (fabs (high), 1) * 2 : low;
      high = isnan (high) ? low + fmax (fabs (low), 1) * 2 : high;
      return low + draw * (high - low);
    }
  if (o.kind == TB_KIND_TARGET || o.kind == TB_KIND_PLAN)
    return o.figure;

  switch (o.qualifier)
    {
    case TB_QUALIFIER_OVER:
    case TB_QUALIFIER_AT_LEAST:
      return o.figure + draw * fmax (fabs (o.figure), 1) * 2;
    case TB_QUALIFIER_UNDER:
    case TB_QUALIFIER_AT_MOST:
      return o.figure - draw * fmax (fabs (o.figure), 1) * 2;
    case TB_QUALIFIER_EXACT:
    case TB_QUALIFIER_ABOUT:
    case TB_QUALIFIER_NEARLY:
      break;
    }

  return o.figure;
}

/* The difference of any two values lies within the bounds; so does its ratio. */
static void
assert_bound_holds (TbFigure base,
                    TbFigure current)
{
  TbVerdict verdict = tb_verdict_change (base, current, (TbReference) { 0 });
  double from, to, room;

  if (verdict.kind == TB_VERDICT_INVALID || verdict.bound == TB_BOUND_ABOUT || isnan (verdict.low + verdict.high)
      || (verdict.codes & (TB_RULE (8) | TB_RULE (18))) != 0)
    return;

  from = draw_value (base);
  to = draw_value (current);
  room = (fabs (from) + fabs (to)) * 1e-9 + 1e-9;
  if (!isnan (verdict.low))
    g_assert_cmpfloat (to - from, >=, verdict.low - room);
  if (!isnan (verdict.high))
    g_assert_cmpfloat (to - from, <=, verdict.high + room);
}

static void
test_bound_holds (void)
{
  for_each_pair (assert_bound_holds);
}

static void
assert_ratio_holds (TbFigure base,
                    TbFigure current)
{
  TbVerdict verdict = tb_verdict_change (base, current, (TbReference) { 0 });
  double from = draw_value (base), to = draw_value (current);
  double relative = (to / from - 1) * 100;
  double room = fabs (relative) * 1e-9 + 1e-9;

  if (verdict.kind == TB_VERDICT_INVALID || isnan (verdict.relative) || verdict.bound == TB_BOUND_ABOUT || !(from > 0)
      || (verdict.codes & (TB_RULE (8) | TB_RULE (18))) != 0)
    return;
  if (verdict.bound == TB_BOUND_AT_MOST)
    g_assert_cmpfloat (relative, <=, verdict.relative + room);
  else
    g_assert_cmpfloat (relative, >=, verdict.relative - room);
}

static void
test_ratio_holds (void)
{
  for_each_pair (assert_ratio_holds);
}

/* Both languages say rise or fall of the same change; the notes are cut off. */
static void
assert_languages_agree (TbFigure base,
                        TbFigure current)
{
  TbVerdict verdict = tb_verdict_change (base, current, (TbReference) { 0 });
  TbVerdict again;
  g_autofree char *en = tb_verdict_dup_text (&verdict, base, current, (TbReference) { 0 }, TB_LANGUAGE_EN);
  g_autofree char *zh = tb_verdict_dup_text (&verdict, base, current, (TbReference) { 0 }, TB_LANGUAGE_ZH);
  const char *en_end = strchrnul (en, ';');
  const char *zh_end = strstr (zh, "；") != NULL ? strstr (zh, "；") : zh + strlen (zh);
  gboolean rises = g_str_has_prefix (en, "up") || g_strstr_len (en, en_end - en, " above the ") != NULL;
  gboolean rises_zh = g_strstr_len (zh, zh_end - zh, "增") != NULL || g_strstr_len (zh, zh_end - zh, "高") != NULL;

  again = tb_verdict_change (base, current, (TbReference) { 0 });
  g_assert_cmpint (verdict.codes, ==, again.codes);
  g_assert_true (same_or_nan (verdict.absolute, again.absolute) && same_or_nan (verdict.relative, again.relative));
  if (verdict.kind != TB_VERDICT_INVALID && rises != rises_zh)
    g_error ("%s / %s", en, zh);
}

static void
test_languages_agree (void)
{
  for_each_pair (assert_languages_agree);
}

static void
assert_scaled (const TbVerdict *one,
               const TbVerdict *other,
               double           factor)
{
  double room = fabs (one->absolute) * factor * 1e-12;

  g_assert_cmpint (one->kind, ==, other->kind);
  g_assert_cmpint (one->codes, ==, other->codes);
  g_assert_cmpint (one->bound, ==, other->bound);
  g_assert_true (same_or_nan (one->points, other->points));
  g_assert_cmpint (isnan (one->absolute), ==, isnan (other->absolute));
  g_assert_cmpint (isnan (one->relative), ==, isnan (other->relative));
  if (!isnan (one->absolute))
    g_assert_cmpfloat (fabs (one->absolute * factor - other->absolute), <=, room);
  if (!isnan (one->relative))
    g_assert_cmpfloat (fabs (one->relative - other->relative), <=, fabs (one->relative) * 1e-12);
  if (factor > 0 && factor < 2)
    g_assert_true (same_or_nan (one->absolute, other->absolute) && same_or_nan (one->low, other->low)
                   && same_or_nan (one->high, other->high));
}

static void
compare_scales (TbVerdictDraw first,
                TbVerdictDraw second,
                double        factor)
{
  g_autoptr (TbDataset) one = tb_verdict_draw (&first);
  g_autoptr (TbDataset) other = tb_verdict_draw (&second);
  TbSeries *a = tb_dataset_get_series (one, 0);
  TbSeries *b = tb_dataset_get_series (other, 0);

  for (gsize i = 0; i < MIN (tb_series_get_n (a), N_PAIRS); i++)
    {
      for (gsize j = 0; j < MIN (tb_series_get_n (a), N_PAIRS); j++)
        {
          TbVerdict x = tb_verdict_change ((TbFigure) { a, i }, (TbFigure) { a, j }, (TbReference) { 0 });
          TbVerdict y = tb_verdict_change ((TbFigure) { b, i }, (TbFigure) { b, j }, (TbReference) { 0 });

          assert_scaled (&x, &y, factor);
        }
    }
}

/* The same figures with multiplier 1, 万 or 亿, and in kilograms and tonnes. */
static void
test_scale (void)
{
  for (int i = 0; i < N_DATASETS; i++)
    {
      TbVerdictDraw plain = tb_verdict_draw_any ();
      TbVerdictDraw wan = plain, yi = plain, kilograms = plain;

      wan.power = 4;
      yi.power = 8;
      compare_scales (plain, wan, 1);
      compare_scales (plain, yi, 1);
      kilograms.in_kilograms = !plain.is_percent;
      if (!plain.is_percent)
        compare_scales (plain, kilograms, 1000);
    }
}

/* 21.76 × 10000 is 217600, and a tenth less a tenth is nothing. */
static void
test_exact (void)
{
  for (int i = 0; i < N_DATASETS; i++)
    {
      TbVerdictDraw options = { .seed = (guint32) g_test_rand_int (), .frequency = 'A', .measure = TB_MEASURE_FLOW,
                                .n_rows = N_PAIRS, .is_plain = TRUE, .power = 4 };
      g_autoptr (TbDataset) dataset = tb_verdict_draw (&options);
      TbSeries *series = tb_dataset_get_series (dataset, 0);

      for (gsize a = 0; a + 1 < N_PAIRS; a++)
        {
          TbVerdict there = tb_verdict_change ((TbFigure) { series, a }, (TbFigure) { series, a + 1 },
                                               (TbReference) { 0 });
          TbDecimal one, other, difference;
          TbObservation x, y;

          tb_series_get (series, a, &x);
          tb_series_get (series, a + 1, &y);
          g_assert_true (tb_decimal_product (x.value, x.multiplier, &one)
                         && tb_decimal_product (y.value, y.multiplier, &other));
          g_assert_true (tb_decimal_subtract (other, one, &difference));
          /* A year that was not over has none (R19). */
          if (there.kind != TB_VERDICT_INVALID)
            g_assert_true (there.absolute == tb_decimal_to_double (difference));
        }
    }
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
  g_test_add_func ("/verdict-laws/ratio-holds", test_ratio_holds);
  g_test_add_func ("/verdict-laws/languages-agree", test_languages_agree);
  g_test_add_func ("/verdict-laws/scale", test_scale);
  g_test_add_func ("/verdict-laws/exact", test_exact);

  return g_test_run ();
}
