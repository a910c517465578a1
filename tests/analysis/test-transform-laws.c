/* Laws that hold for the transformations of any series.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-analysis-points.h"
#include "tb-test-gen.h"

#include <math.h>

#define N_DRAWS 60

#define YUAN "\"name\": \"yuan\", \"kind\": \"money\", \"currency\": \"CNY\""

/* Figures of whole years: by quarter or by month, from the first to the last. */
typedef struct
{
  int       n_years;
  int       n_per_year;
  gint64    figures[6 * 12];
  guint     shuffled[6 * 12];
  gboolean  has_gaps;
} Draw;

static void
draw (Draw    *self,
      gboolean has_gaps)
{
  self->n_years = g_test_rand_int_range (1, 7);
  self->n_per_year = g_test_rand_int_range (0, 2) == 0 ? 4 : 12;
  self->has_gaps = has_gaps;
  for (int i = 0; i < self->n_years * self->n_per_year; i++)
    {
      self->figures[i] = has_gaps && g_test_rand_int_range (0, 6) == 0 ? -1 : g_test_rand_int_range (50, 100000);
      self->shuffled[i] = (guint) i;
    }
}

static void
shuffle (Draw *self)
{
  for (int i = self->n_years * self->n_per_year - 1; i > 0; i--)
    {
      int j = g_test_rand_int_range (0, i + 1);
      guint kept = self->shuffled[i];

      self->shuffled[i] = self->shuffled[j];
      self->shuffled[j] = kept;
    }
}

/* With @n_zeros the figures are 10 to that power larger, or the multiplier is. */
static TbDataset *
read_draw (const Draw *self,
           const char *measure,
           const char *zeros,
           const char *multiplier)
{
  g_autoptr (GString) rows = g_string_new (NULL);

  for (int k = 0; k < self->n_years * self->n_per_year; k++)
    {
      int i = (int) self->shuffled[k];
      int year = 2000 + i / self->n_per_year;

      if (self->figures[i] < 0)
        continue;
      g_string_append_printf (rows, self->n_per_year == 4 ? "%s[\"%d-Q%d\", %" G_GINT64_FORMAT "%s]"
                                                          : "%s[\"%d-%02d\", %" G_GINT64_FORMAT "%s]",
                              rows->len > 0 ? ", " : "", year, i % self->n_per_year + 1, self->figures[i], zeros);
    }
  if (rows->len == 0)
    g_string_append (rows, "[\"2000\", 1]");

  g_autofree char *series = g_strdup_printf ("\"indicator\": \"things\", \"multiplier\": %s, \"observations\": [%s]",
                                             multiplier, rows->str);

  return tb_analysis_data_series (YUAN, measure, series);
}

static TbDerived *
apply (TbDataset  *dataset,
       const char *steps)
{
  g_autoptr (GError) error = NULL;
  TbDerived *derived = tb_analysis_apply (dataset, steps, NULL, &error);

  g_assert_no_error (error);

  return derived;
}

/* Discrete → cumulative → discrete is the identity. */
static void
test_there_and_back (void)
{
  for (int i = 0; i < N_DRAWS; i++)
    {
      Draw figures;
      g_autoptr (TbDataset) dataset = NULL;
      g_autoptr (TbDerived) there = NULL;
      g_autoptr (TbSeries) cumulative = NULL;
      g_autoptr (TbDerived) back = NULL;
      g_autoptr (TbDerived) plain = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *expected = NULL;
      TbTransform discrete = { .kind = TB_TRANSFORM_DISCRETE };

      draw (&figures, FALSE);
      dataset = read_draw (&figures, "\"measure\": \"flow\"", "", "1");
      there = apply (dataset, "cumulative");
      plain = apply (dataset, "");
      cumulative = tb_analysis_take_over (there, dataset);
      back = tb_transform_apply (cumulative, &discrete, 1, 0, (TbReference) { 0 }, TB_LANGUAGE_EN, &error);
      g_assert_no_error (error);
      expected = tb_analysis_dup_points (plain);
      tb_analysis_assert_points (back, expected);
    }
}

/* The same where some are missing: what the totals reach comes back. */
static void
test_there_and_back_with_gaps (void)
{
  for (int i = 0; i < N_DRAWS; i++)
    {
      Draw figures;
      g_autoptr (TbDataset) dataset = NULL;
      g_autoptr (TbDerived) there = NULL;
      g_autoptr (TbSeries) cumulative = NULL;
      g_autoptr (TbDerived) back = NULL;
      TbTransform discrete = { .kind = TB_TRANSFORM_DISCRETE };

      draw (&figures, TRUE);
      dataset = read_draw (&figures, "\"measure\": \"flow\"", "", "1");
      there = apply (dataset, "cumulative");
      cumulative = tb_analysis_take_over (there, dataset);
      back = tb_transform_apply (cumulative, &discrete, 1, 0, (TbReference) { 0 }, TB_LANGUAGE_EN, NULL);
      for (gsize p = 0; back != NULL && p < tb_derived_get_n (back); p++)
        {
          const TbPoint *point = tb_derived_get (back, p);
          gssize row = tb_series_find (tb_dataset_get_series (dataset, 0), point->period, TB_KIND_ACTUAL);

          g_assert_cmpint (row, >=, 0);
          g_assert_cmpfloat (point->value.low.number, ==,
                             tb_series_get_figure (tb_dataset_get_series (dataset, 0), (gsize) row));
        }
    }
}

/* An index of an index with the same base changes nothing. */
static void
test_index_twice (void)
{
  for (int i = 0; i < N_DRAWS; i++)
    {
      Draw figures;
      g_autoptr (TbDataset) dataset = NULL;
      g_autoptr (TbDerived) once = NULL;
      g_autoptr (TbDerived) twice = NULL;
      const char *base;
      g_autofree char *step = NULL;
      g_autofree char *steps = NULL;

      draw (&figures, FALSE);
      base = figures.n_per_year == 4 ? "2000-Q3" : "2000-07";
      dataset = read_draw (&figures, "\"measure\": \"flow\"", "", "1");
      step = g_strdup_printf ("index:%s", base);
      steps = g_strdup_printf ("index:%s index:%s", base, base);
      once = apply (dataset, step);
      twice = apply (dataset, steps);
      g_assert_cmpuint (tb_derived_get_n (once), ==, tb_derived_get_n (twice));
      for (gsize p = 0; p < tb_derived_get_n (once); p++)
        {
          const TbPoint *a = tb_derived_get (once, p);
          const TbPoint *b = tb_derived_get (twice, p);

          g_assert_true (tb_period_equal (a->period, b->period));
          g_assert_cmpint (a->kind, ==, b->kind);
          g_assert_cmpfloat (a->value.low.number, ==, b->value.low.number);
        }
    }
}

/* The figures of a year's parts sum to the year's. */
static void
test_sum_is_annual (void)
{
  static const char *const ways[] = { "annual", "half annual", "quarter annual", "quarter half annual" };

  for (int i = 0; i < N_DRAWS; i++)
    {
      Draw figures;
      g_autoptr (TbDataset) dataset = NULL;

      draw (&figures, FALSE);
      dataset = read_draw (&figures, "\"measure\": \"flow\"", "", "1");
      for (gsize w = 0; w < G_N_ELEMENTS (ways); w++)
        {
          g_autoptr (TbDerived) annual = apply (dataset, ways[w]);

          g_assert_cmpuint (tb_derived_get_n (annual), ==, figures.n_years);
          for (int year = 0; year < figures.n_years; year++)
            {
              gint64 sum = 0;

              for (int k = 0; k < figures.n_per_year; k++)
                sum += figures.figures[year * figures.n_per_year + k];
              g_assert_cmpfloat (tb_derived_get (annual, year)->value.low.number, ==, (double) sum);
            }
        }
    }
}

static const char *const all_steps[] = {
  "cumulative", "quarter", "half", "annual", "annual:so-far", "change", "change-on-year", "percent", "percent-on-year",
  "annualised", "cagr", "moving-average:3", "quarter percent-on-year", "annual change", "percent moving-average:2",
};

/* The order of the rows says nothing. */
static void
test_order (void)
{
  for (int i = 0; i < N_DRAWS; i++)
    {
      const char *steps = all_steps[g_test_rand_int_range (0, G_N_ELEMENTS (all_steps))];
      Draw figures;
      g_autoptr (TbDataset) straight = NULL;
      g_autoptr (TbDataset) mixed = NULL;
      g_autoptr (TbDerived) a = NULL;
      g_autoptr (TbDerived) b = NULL;
      g_autofree char *expected = NULL;

      draw (&figures, TRUE);
      straight = read_draw (&figures, "\"measure\": \"flow\"", "", "1");
      shuffle (&figures);
      mixed = read_draw (&figures, "\"measure\": \"flow\"", "", "1");
      a = tb_analysis_apply (straight, steps, NULL, NULL);
      b = tb_analysis_apply (mixed, steps, NULL, NULL);
      g_assert_true ((a == NULL) == (b == NULL));
      if (a == NULL)
        continue;
      expected = tb_analysis_dup_points (a);
      tb_analysis_assert_points (b, expected);
    }
}

/* Nor does the multiplier: 12.5 × 10,000 is 125,000. The printed digits, and so
 * the rounding, are the same. */
static void
test_multiplier (void)
{
  for (int i = 0; i < N_DRAWS; i++)
    {
      const char *steps = all_steps[g_test_rand_int_range (0, G_N_ELEMENTS (all_steps))];
      Draw figures;
      g_autoptr (TbDataset) plain = NULL;
      g_autoptr (TbDataset) scaled = NULL;
      g_autoptr (TbDerived) a = NULL;
      g_autoptr (TbDerived) b = NULL;
      g_autofree char *expected = NULL;

      draw (&figures, TRUE);
      plain = read_draw (&figures, "\"measure\": \"flow\"", "e4", "1");
      scaled = read_draw (&figures, "\"measure\": \"flow\"", "", "10000");
      a = tb_analysis_apply (plain, steps, NULL, NULL);
      b = tb_analysis_apply (scaled, steps, NULL, NULL);
      g_assert_true ((a == NULL) == (b == NULL));
      if (a == NULL)
        continue;
      expected = tb_analysis_dup_points (a);
      tb_analysis_assert_points (b, expected);
    }
}

/* One figure of which only bounds are known, and one that it may be. */
static char *
draw_bounded (double  *out_value,
              int      period)
{
  int value = g_test_rand_int_range (100, 1000);
  int room = g_test_rand_int_range (1, 60);

  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      *out_value = value + room;
      return g_strdup_printf ("{\"period\": \"%d\", \"value\": %d, \"qualifier\": \"over\"}", period, value);
    case 1:
      *out_value = value - room;
      return g_strdup_printf ("{\"period\": \"%d\", \"value\": %d, \"qualifier\": \"at-most\"}", period, value);
    case 2:
      *out_value = value + room / 2;
      return g_strdup_printf ("{\"period\": \"%d\", \"low\": %d, \"high\": %d}", period, value, value + room);
    default:
      *out_value = value;
      return g_strdup_printf ("[\"%d\", %d]", period, value);
    }
}

static void
assert_holds (const TbPoint *bounded,
              const TbPoint *chosen)
{
  double value = chosen->value.low.number;
  double room = fabs (value) * 1e-9 + 1e-9;

  if (bounded->kind == TB_VERDICT_INVALID || chosen->kind == TB_VERDICT_INVALID)
    return;
  g_assert_true (tb_period_equal (bounded->period, chosen->period));
  if (!bounded->value.low.open)
    g_assert_cmpfloat (bounded->value.low.number, <=, value + room);
  if (!bounded->value.high.open)
    g_assert_cmpfloat (bounded->value.high.number, >=, value - room);
}

/* Whatever the figures may be within their bounds, the result is within its own. */
static void
test_bounds_hold (void)
{
  static const char *const steps[] = { "change", "percent", "cagr:2000", "index:2000", "moving-average:2", "annual",
                                       "index:2000 change", "cumulative" };

  for (int i = 0; i < N_DRAWS * 10; i++)
    {
      g_autoptr (GString) bounded_rows = g_string_new (NULL);
      g_autoptr (GString) chosen_rows = g_string_new (NULL);
      const char *step = steps[g_test_rand_int_range (0, G_N_ELEMENTS (steps))];

      for (int year = 2000; year < 2005; year++)
        {
          double value;
          g_autofree char *row = draw_bounded (&value, year);

          g_string_append_printf (bounded_rows, "%s%s", year > 2000 ? ", " : "", row);
          g_string_append_printf (chosen_rows, "%s[\"%d\", %.0f]", year > 2000 ? ", " : "", year, value);
        }

      g_autofree char *bounded_series = g_strdup_printf ("\"indicator\": \"things\", \"observations\": [%s]",
                                                         bounded_rows->str);
      g_autofree char *chosen_series = g_strdup_printf ("\"indicator\": \"things\", \"observations\": [%s]",
                                                        chosen_rows->str);
      g_autoptr (TbDataset) bounded_data = tb_analysis_data_series (YUAN, "\"measure\": \"flow\"", bounded_series);
      g_autoptr (TbDataset) chosen_data = tb_analysis_data_series (YUAN, "\"measure\": \"flow\"", chosen_series);
      g_autoptr (TbDerived) bounded = tb_analysis_apply (bounded_data, step, NULL, NULL);
      g_autoptr (TbDerived) chosen = tb_analysis_apply (chosen_data, step, NULL, NULL);

      if (bounded == NULL || chosen == NULL)
        continue;
      g_assert_cmpuint (tb_derived_get_n (bounded), ==, tb_derived_get_n (chosen));
      for (gsize p = 0; p < tb_derived_get_n (bounded); p++)
        assert_holds (tb_derived_get (bounded, p), tb_derived_get (chosen, p));
    }
}

static void
assert_sound (TbDerived       *derived,
              const TbDataset *from)
{
  g_autoptr (TbSeries) series = tb_analysis_take_over (derived, from);

  for (gsize i = 0; i < tb_derived_get_n (derived); i++)
    {
      const TbPoint *point = tb_derived_get (derived, i);
      g_autofree char *note = tb_derived_dup_note (derived, i, TB_LANGUAGE_ZH);
      TbObservation o;

      tb_series_get (series, i, &o);
      if (point->kind == TB_VERDICT_INVALID)
        {
          g_assert_cmpuint (point->codes, !=, 0);
          g_assert_nonnull (note);
          g_assert_false (o.has_value);
          continue;
        }
      g_assert_true (point->value.low.open || isfinite (point->value.low.number));
      g_assert_true (point->value.high.open || isfinite (point->value.high.number));
      g_assert_false (point->value.low.open && point->value.high.open);
      g_assert_false (o.has_value && !isfinite (o.figure));
      g_assert_false (o.has_value && o.figure == 0 && signbit (o.figure));
      g_assert_true (i == 0 || tb_period_compare (tb_derived_get (derived, i - 1)->period, point->period) <= 0
                     || point->period.end == tb_derived_get (derived, i - 1)->period.end);
    }
}

/* Any data, any operation: a number that can be shown, or a reason. */
static void
test_anything (void)
{
  for (int i = 0; i < N_DRAWS * 4; i++)
    {
      g_autoptr (TbDataset) dataset = tb_test_gen_any ();

      for (int kind = 0; kind < TB_N_TRANSFORMS; kind++)
        {
          TbSeries *series = tb_dataset_get_series (dataset, 0);
          TbTransform steps[2] = { { .kind = (TbTransformKind) kind, .so_far = kind % 2 == 0 },
                                   { .kind = (TbTransformKind) g_test_rand_int_range (0, TB_N_TRANSFORMS) } };
          g_autoptr (GError) error = NULL;
          g_autoptr (TbDerived) derived = NULL;

          steps[0].base = steps[1].base = tb_series_get_period (series, 0);
          steps[0].other = steps[1].other = series;
          derived = tb_transform_apply (series, steps, (gsize) g_test_rand_int_range (1, 3), 0, (TbReference) { 0 },
                                        TB_LANGUAGE_EN, &error);
          g_assert_true ((derived == NULL) == (error != NULL));
          if (derived != NULL)
            assert_sound (derived, dataset);
          else
            g_assert_true (strchr ("RYF", error->message[0]) != NULL
                           && g_ascii_isdigit (error->message[error->message[0] == 'R' ? 1 : 2]));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/transform/laws/there-and-back", test_there_and_back);
  g_test_add_func ("/transform/laws/there-and-back-with-gaps", test_there_and_back_with_gaps);
  g_test_add_func ("/transform/laws/index-twice", test_index_twice);
  g_test_add_func ("/transform/laws/sum-is-annual", test_sum_is_annual);
  g_test_add_func ("/transform/laws/order", test_order);
  g_test_add_func ("/transform/laws/multiplier", test_multiplier);
  g_test_add_func ("/transform/laws/bounds-hold", test_bounds_hold);
  g_test_add_func ("/transform/laws/anything", test_anything);

  return g_test_run ();
}
