/* What the notes on the Qingdao figures derive beside their verdicts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-known.h"
#include "tb-plain-text.h"
#include "tb-published.h"
#include "tb-sample.h"
#include "tb-transform.h"

#include <math.h>
#include <string.h>

static TbDataset *dataset;

/* B 3: just under 10 and over 58, "about 5.8 times, not exact". */
static void
test_about_times (void)
{
  const TbComparableKey before = { "parking-berths-connected", NULL, "2021-06-30", TB_KIND_ACTUAL, FALSE };
  const TbComparableKey after = { "parking-berths-connected", NULL, "2023-03-31", TB_KIND_ACTUAL, FALSE };
  TbVerdict verdict = tb_verdict_change (tb_sample_find (dataset, &before), tb_sample_find (dataset, &after),
                                         TB_REFERENCE_OF (dataset));

  g_assert_cmpfloat_with_epsilon (1 + verdict.relative / 100, 5.8, 1e-9);
  g_assert_cmpint (verdict.bound, !=, TB_BOUND_EXACT);
}

/* B 8 and A 4: said twice, it is one figure with two sources. */
static void
test_confirmed_once (void)
{
  const TbComparableKey first = { "key-industry-chains", NULL, "2021", TB_KIND_PLAN, FALSE };
  const TbComparableKey again = { "key-industry-chains", NULL, "2021", TB_KIND_PLAN, TRUE };
  TbFigure one = tb_sample_find (dataset, &first);
  TbFigure other = tb_sample_find (dataset, &again);
  g_autofree char *sources = tb_known_dup_sources (one.series, one.row, TB_LANGUAGE_EN);

  g_assert_true (tb_known_is_read (one.series, one.row, 0));
  g_assert_false (tb_known_is_read (other.series, other.row, 0));
  g_assert_nonnull (strstr (sources, "Dazhong Daily"));
  g_assert_nonnull (strstr (sources, "Qingdao Daily"));
}

static double
get_number (const TbComparableKey *key)
{
  TbFigure figure = tb_sample_find (dataset, key);

  return tb_series_get_figure (figure.series, figure.row);
}

/* C 21: 6.77万 beds, 6.61 for each 1,000: about 10.24 million people, and so
 * one fact. C 15: about 2000 exhibitors at 7 editions: about 286 at each. */
static void
test_two_units_agree (void)
{
  const TbComparableKey beds_key = { "hospital-beds", NULL, "2021-12-31", TB_KIND_ACTUAL, FALSE };
  const TbComparableKey rate_key = { "hospital-beds-per-1000", NULL, "2021-12-31", TB_KIND_ACTUAL, FALSE };
  const TbComparableKey total_key = { "health-expo-exhibitors-total", NULL, "2016-01-01/2023-05-09", TB_KIND_ACTUAL,
                                      FALSE };
  TbInterval beds = tb_interval_of_number (get_number (&beds_key), 50);
  TbInterval rate = tb_interval_of_number (get_number (&rate_key), 0.005);
  TbInterval editions = tb_interval_of_number (7, 0);
  TbInterval people, mean;
  TbFigure total = tb_sample_find (dataset, &total_key);
  TbInterval exhibitors;
  TbObservation o;

  g_assert_true (tb_interval_divide (&beds, &rate, 1000, &people));
  g_assert_cmpfloat_with_epsilon (tb_interval_get_stated (&people), 10.24e6, 0.005e6);

  tb_series_get (total.series, total.row, &o);
  g_assert_true (tb_interval_read (&exhibitors, &o, tb_series_get_info (total.series)->unit));
  g_assert_true (tb_interval_divide (&exhibitors, &editions, 1, &mean));
  g_assert_cmpint (tb_interval_get_bound (&mean), ==, TB_BOUND_ABOUT);
  g_assert_cmpfloat_with_epsilon (tb_interval_get_stated (&mean), 286, 0.5);
}

/* C 20: six of 13 centres are left unnamed; C 24: four bodies of 120. */
static void
test_parts_leave (void)
{
  static const struct
  {
    TbComparableKey whole, parts[2];
    double          left;
  } wholes[] = {
    { { "clinical-research-centres-new", NULL, "2022-08-09", TB_KIND_ACTUAL, FALSE },
      { { "clinical-research-centres-provincial", NULL, "2022-08-09", TB_KIND_ACTUAL, FALSE },
        { "clinical-research-centres-national", NULL, "2022-08-09", TB_KIND_ACTUAL, FALSE } }, 6 },
    { { "voucher-institutions", NULL, "2022-08-09", TB_KIND_ACTUAL, FALSE },
      { { "voucher-institutions-universities", NULL, "2022-08-09", TB_KIND_ACTUAL, FALSE },
        { "voucher-institutions-firms", NULL, "2022-08-09", TB_KIND_ACTUAL, FALSE } }, 4 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wholes); i++)
    {
      TbFigure whole = tb_sample_find (dataset, &wholes[i].whole);
      TbSeries *parts[] = { (TbSeries *) tb_sample_find (dataset, &wholes[i].parts[0]).series,
                            (TbSeries *) tb_sample_find (dataset, &wholes[i].parts[1]).series };
      TbInterval left;

      g_assert_true (tb_transform_get_residual (parts, 2, (TbSeries *) whole.series,
                                                tb_series_get_period (whole.series, whole.row), &left));
      g_assert_true (tb_interval_is_exact (&left));
      g_assert_cmpfloat (tb_interval_get_stated (&left), ==, wholes[i].left);
    }
}

/* "Printed changes that carry both a level and a clear base", and the one whose
 * base is derived. */
static void
test_printed_changes (void)
{
  static const struct
  {
    TbComparableKey figure;
    double          base;
    double          within;
  } changes[] = {
    /* 247.99 ÷ 1.160, 243.38 ÷ 1.135, 392.1 ÷ 1.233, 294.6 ÷ 22.2; 1708 − 687. */
    { { "gac-car-output", NULL, "2022", TB_KIND_ACTUAL, FALSE }, 213.78e4, 0.01e4 },
    { { "gac-car-sales", NULL, "2022", TB_KIND_ACTUAL, FALSE }, 214.43e4, 0.01e4 },
    { { "provincial-digital-parks-output", NULL, "2021-S1", TB_KIND_ACTUAL, FALSE }, 318.0e8, 0.05e8 },
    { { "rd-expenditure", NULL, "2019", TB_KIND_ACTUAL, FALSE }, 13.27e8, 0.01e8 },
    { { "stat-report-once-firms", NULL, "2023-03-31", TB_KIND_ACTUAL, FALSE }, 1021, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      TbSide base;

      g_assert_true (tb_published_get_base (tb_sample_find (dataset, &changes[i].figure), &base));
      g_assert_true (base.implied);
      g_assert_cmpfloat_with_epsilon (tb_interval_get_stated (&base.value), changes[i].base,
                                      changes[i].within + 1e-6);
      for (TbLanguage language = 0; language < TB_N_LANGUAGES; language++)
        {
          g_autofree char *text = tb_published_dup_base (&base, language);

          g_assert_null (tb_plain_text_find_fault (text));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  dataset = tb_sample_read ("digital-qingdao");
  g_test_add_func ("/derivations/about-times", test_about_times);
  g_test_add_func ("/derivations/confirmed-once", test_confirmed_once);
  g_test_add_func ("/derivations/two-units-agree", test_two_units_agree);
  g_test_add_func ("/derivations/parts-leave", test_parts_leave);
  g_test_add_func ("/derivations/printed-changes", test_printed_changes);
  result = g_test_run ();
  g_clear_pointer (&dataset, tb_dataset_unref);

  return result;
}
