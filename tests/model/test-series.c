/* Series: what is kept of a figure, and how its rows stand to each other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-limits.h"
#include "tb-series-columns.h"

#include <math.h>
#include <string.h>

typedef struct
{
  TbPool          *pool;
  TbCatalog       *catalog;
  TbUnit          *bed;
  TbIndicator     *beds;
  TbSource        *first;
  TbSource        *second;
  TbSeriesInfo     info;
  TbSeriesBuilder *builder;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->pool = tb_pool_new ();
  fixture->catalog = tb_catalog_new (fixture->pool);
  fixture->bed = tb_catalog_add_unit (fixture->catalog, "bed");
  fixture->beds = tb_catalog_add_indicator (fixture->catalog, "beds");
  fixture->beds->unit = fixture->bed;
  fixture->first = tb_catalog_add_source (fixture->catalog, "first");
  fixture->second = tb_catalog_add_source (fixture->catalog, "second");
  fixture->info = (TbSeriesInfo) {
    .indicator = fixture->beds, .unit = fixture->bed, .measure = TB_MEASURE_STOCK,
    .multiplier = { 10000, 0 }, .year_start = TB_CALENDAR_YEAR,
  };
  fixture->builder = tb_series_builder_new (fixture->catalog, &fixture->info, 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  tb_series_builder_free (fixture->builder);
  tb_catalog_unref (fixture->catalog);
  tb_pool_unref (fixture->pool);
}

static TbPeriod
period (const char *text)
{
  g_autoptr (GError) error = NULL;
  TbPeriod result;

  tb_period_parse (text, TB_CALENDAR_YEAR, &result, &error);
  g_assert_no_error (error);

  return result;
}

static TbDecimal
decimal (const char *text)
{
  TbDecimal result;

  g_assert_cmpint (tb_decimal_parse (text, strlen (text), &result), ==, TB_DECIMAL_EXACT);

  return result;
}

/* @value NULL: no value. */
static TbObservation
make_row (const char *when,
          const char *value)
{
  return (TbObservation) {
    .period = period (when),
    .has_value = value != NULL,
    .value = decimal (value != NULL ? value : "0"),
    .multiplier = { 10000, 0 },
    .basis = TB_BASIS_AS_OF,
  };
}

static void
add (Fixture       *fixture,
     TbObservation  row)
{
  g_assert_true (tb_series_builder_add (fixture->builder, &row));
}

static void
test_bytes (Fixture       *fixture,
            gconstpointer  data)
{
  TbSeriesColumns columns;

  g_assert_cmpuint (sizeof *columns.start + sizeof *columns.end + sizeof *columns.mantissa + sizeof *columns.exponent
                    + sizeof *columns.multiplier + sizeof *columns.codes + sizeof *columns.source
                    + sizeof *columns.status + sizeof *columns.extra, <=, 32);
}

/* All that a row says comes back. */
static void
test_row (Fixture       *fixture,
          gconstpointer  data)
{
  TbObservationExtra extra = { .has_low = TRUE, .has_high = TRUE, .low = { 65, -1 }, .high = { 7, 0 },
                               .vintage = tb_day_new (2022, 8, 9) };
  TbObservation row = make_row ("2021-12-31", "6.77");
  g_autoptr (TbSeries) series = NULL;
  TbObservation out;

  row.kind = TB_KIND_FORECAST;
  row.qualifier = TB_QUALIFIER_UNDER;
  row.basis = TB_BASIS_MULTI_YEAR;
  row.status = tb_status_from_letter ('P') | tb_status_from_letter ('A');
  row.source = fixture->second;
  row.extra = &extra;
  add (fixture, row);
  series = tb_series_builder_finish (fixture->builder);
  extra.low = (TbDecimal) { 0, 0 };

  g_assert_cmpuint (tb_series_get_n (series), ==, 1);
  g_assert_true (tb_series_get_info (series)->indicator == fixture->beds);
  tb_series_get (series, 0, &out);
  g_assert_true (tb_period_equal (out.period, row.period));
  g_assert_cmpint (out.period.kind, ==, TB_PERIOD_D);
  g_assert_true (out.has_value && tb_decimal_identical (out.value, row.value));
  g_assert_true (tb_decimal_identical (out.multiplier, row.multiplier));
  g_assert_true (out.figure == 67700);
  g_assert_cmpint (out.kind, ==, TB_KIND_FORECAST);
  g_assert_cmpint (out.qualifier, ==, TB_QUALIFIER_UNDER);
  g_assert_cmpint (out.basis, ==, TB_BASIS_MULTI_YEAR);
  g_assert_cmpuint (out.status, ==, row.status);
  g_assert_true (out.source == fixture->second);
  g_assert_false (out.confirms || out.conflicts || out.superseded);
  g_assert_true (tb_observation_get_low (&out) == 65000);
  g_assert_true (tb_observation_get_high (&out) == 70000);
  g_assert_false (tb_observation_is_range (&out));
}

static void
test_no_value (Fixture       *fixture,
               gconstpointer  data)
{
  TbObservationExtra extra = { .has_low = TRUE, .low = { 30, 0 } };
  TbObservation range = make_row ("2022", NULL);
  g_autoptr (TbSeries) series = NULL;
  TbObservation out;

  range.extra = &extra;
  add (fixture, make_row ("2021", NULL));
  add (fixture, range);
  series = tb_series_builder_finish (fixture->builder);

  tb_series_get (series, 0, &out);
  g_assert_false (out.has_value || tb_observation_is_range (&out));
  g_assert_true (isnan (out.figure) && isnan (tb_series_get_figure (series, 0)));
  g_assert_true (isnan (tb_observation_get_low (&out)) && isnan (tb_observation_get_high (&out)));
  g_assert_true (isnan (tb_observation_get_half_unit (&out, fixture->bed)));
  tb_series_get (series, 1, &out);
  g_assert_true (tb_observation_is_range (&out));
  g_assert_true (tb_observation_get_low (&out) == 300000 && isnan (tb_observation_get_high (&out)));
}

/* More digits than 64 bits: the figure is read off the text. */
static void
test_long_digits (Fixture       *fixture,
                  gconstpointer  data)
{
  TbObservationExtra extra = { .digits = "12345678901234567890123" };
  TbObservation row = make_row ("2021", "1234567890123456789");
  g_autoptr (TbSeries) series = NULL;

  row.multiplier = TB_DECIMAL_ONE;
  row.extra = &extra;
  add (fixture, row);
  series = tb_series_builder_finish (fixture->builder);
  g_assert_true (tb_series_get_figure (series, 0) == 12345678901234567890123.0);
}

/* Semantics 4.1, last paragraph. */
static void
test_half_unit (Fixture       *fixture,
                gconstpointer  data)
{
  static const struct
  {
    const char *value;
    gint64      multiplier;
    TbUnitKind  kind;
    double      expected;
  } rows[] = {
    { "6.77", 10000, TB_UNIT_COUNT, 50 },
    { "7", 10000, TB_UNIT_COUNT, 5000 },
    { "3", 1, TB_UNIT_COUNT, 0 },
    { "3", 1, TB_UNIT_RANK, 0 },
    { "3.0", 1, TB_UNIT_COUNT, 0.05 },
    { "3", 1, TB_UNIT_PERCENT, 0.5 },
    { "3", 1, TB_UNIT_MONEY, 0.5 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TbUnit unit = { .kind = rows[i].kind };
      TbObservation row = make_row ("2021", rows[i].value);

      row.multiplier = (TbDecimal) { rows[i].multiplier, 0 };
      g_assert_true (tb_observation_get_half_unit (&row, &unit) == rows[i].expected);
    }
}

/* A reporting year that is not the calendar's: both kinds of month come back
 * as they were given. */
static void
test_reporting_year (Fixture       *fixture,
                     gconstpointer  data)
{
  static const char *const texts[] = { "2010-A1", "2010", "2010-Q2", "2010-M08", "2011-02", "2010-W05", "2010-08-31" };
  g_autoptr (TbSeriesBuilder) builder = NULL;
  g_autoptr (TbSeries) series = NULL;

  fixture->info.year_start = 701;
  builder = tb_series_builder_new (fixture->catalog, &fixture->info, G_N_ELEMENTS (texts));
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      TbObservation row = make_row ("2000", "1");

      g_assert_true (tb_period_parse (texts[i], 701, &row.period, NULL));
      g_assert_true (tb_series_builder_add (builder, &row));
    }

  series = tb_series_builder_finish (builder);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = tb_period_to_sdmx (tb_series_get_period (series, i));

      g_assert_cmpstr (text, ==, texts[i]);
    }
}

/* What the letters of a row of the table below stand for. */
static void
assert_marks (const TbSeries *series,
              gsize           i,
              const char     *marks)
{
  TbObservation row;

  tb_series_get (series, i, &row);
  g_assert_true (row.confirms == (strchr (marks, '=') != NULL));
  g_assert_true (row.conflicts == (strchr (marks, '!') != NULL));
  g_assert_true (row.superseded == (strchr (marks, '<') != NULL));
}

/* Two observations of one series with the same period, kind, basis and vintage:
 * equal ones count once, unequal ones conflict (format.md). */
static void
test_relations (Fixture       *fixture,
                gconstpointer  data)
{
  static const struct
  {
    const char *when;
    const char *value;
    gint64      multiplier;
    TbKind      kind;
    TbBasis     basis;
    int         vintage_year;  /* 0: none */
    const char *marks;         /* "=" confirms, "!" conflicts, "<" superseded */
  } rows[] = {
    { "2021-12-31", "6.77", 10000, TB_KIND_ACTUAL, TB_BASIS_AS_OF, 0, "" },
    { "2021-12-31", "6.77", 10000, TB_KIND_ACTUAL, TB_BASIS_AS_OF, 0, "=" },
    { "2021-12-31", "67700", 1, TB_KIND_ACTUAL, TB_BASIS_AS_OF, 0, "=" },
    { "2021-12-31", "7", 10000, TB_KIND_TARGET, TB_BASIS_AS_OF, 0, "" },
    { "2021-12-31", "1", 10000, TB_KIND_ACTUAL, TB_BASIS_DISCRETE, 0, "" },
    { "2022-12-31", "6.9", 10000, TB_KIND_ACTUAL, TB_BASIS_AS_OF, 0, "!" },
    { "2022-12-31", "7.0", 10000, TB_KIND_ACTUAL, TB_BASIS_AS_OF, 0, "!" },
    { "2022-12-31", "7", 10000, TB_KIND_ACTUAL, TB_BASIS_AS_OF, 0, "=" },
    { "2023", "1", 1, TB_KIND_ACTUAL, TB_BASIS_AS_OF, 2024, "<" },
    { "2023", "3", 1, TB_KIND_ACTUAL, TB_BASIS_AS_OF, 2026, "" },
    { "2023", "2", 1, TB_KIND_ACTUAL, TB_BASIS_AS_OF, 2025, "<" },
    { "2024-Q1", "5", 1, TB_KIND_ACTUAL, TB_BASIS_AS_OF, 0, "!" },
    { "2024-01/2024-03", "6", 1, TB_KIND_ACTUAL, TB_BASIS_AS_OF, 0, "!" },
    { "2026", "6", 1, TB_KIND_ACTUAL, TB_BASIS_AS_OF, 0, "" },
    { "2026", NULL, 1, TB_KIND_ACTUAL, TB_BASIS_AS_OF, 0, "" },  /* missing: contradicts nothing */
  };
  TbObservationExtra extras[G_N_ELEMENTS (rows)] = { 0 };
  g_autoptr (TbSeries) series = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TbObservation row = make_row (rows[i].when, rows[i].value != NULL ? rows[i].value : "0");

      row.has_value = rows[i].value != NULL;
      row.multiplier = (TbDecimal) { rows[i].multiplier, 0 };
      row.kind = rows[i].kind;
      row.basis = rows[i].basis;
      extras[i].vintage = rows[i].vintage_year > 0 ? tb_day_new (rows[i].vintage_year, 1, 31) : 0;
      row.extra = rows[i].vintage_year > 0 ? &extras[i] : NULL;
      add (fixture, row);
    }

  series = tb_series_builder_finish (fixture->builder);
  g_assert_cmpuint (tb_series_get_n (series), ==, G_N_ELEMENTS (rows));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      assert_marks (series, i, rows[i].marks);
      /* Of itself, and both ways round. */
      g_assert_cmpint (tb_series_relate (series, i, i), ==, TB_ROWS_AGREE);
      for (gsize j = 0; j < i; j++)
        g_assert_cmpint (tb_series_relate (series, i, j), ==, tb_series_relate (series, j, i));
    }

  g_assert_cmpint (tb_series_relate (series, 0, 2), ==, TB_ROWS_AGREE);
  g_assert_cmpint (tb_series_relate (series, 0, 3), ==, TB_ROWS_UNRELATED);   /* kind */
  g_assert_cmpint (tb_series_relate (series, 0, 4), ==, TB_ROWS_UNRELATED);   /* basis */
  g_assert_cmpint (tb_series_relate (series, 5, 7), ==, TB_ROWS_CONFLICT);
  g_assert_cmpint (tb_series_relate (series, 8, 9), ==, TB_ROWS_UNRELATED);   /* vintage */
  g_assert_cmpint (tb_series_relate (series, 11, 12), ==, TB_ROWS_CONFLICT);  /* two spellings of a period */
  g_assert_cmpint (tb_series_relate (series, 13, 14), ==, TB_ROWS_UNRELATED); /* missing */
  g_assert_cmpint (tb_series_find (series, period ("2021-12-31"), TB_KIND_ACTUAL), ==, 0);
  g_assert_cmpint (tb_series_find (series, period ("2021-12-31"), TB_KIND_TARGET), ==, 3);
  g_assert_cmpint (tb_series_find (series, period ("2022-12-31"), TB_KIND_ACTUAL), ==, 5);
  g_assert_cmpint (tb_series_find (series, period ("2023"), TB_KIND_ACTUAL), ==, 9);
  g_assert_cmpint (tb_series_find (series, period ("2024-01/2024-03"), TB_KIND_ACTUAL), ==, 11);
  g_assert_cmpint (tb_series_find (series, period ("2025"), TB_KIND_ACTUAL), ==, -1);
  g_assert_cmpint (tb_series_find (series, period ("2021-12-31"), TB_KIND_PLAN), ==, -1);
}

/* Undated figures may be of different times: they do not speak of each other. */
static void
test_undated (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TbSeries) series = NULL;
  TbObservation row = make_row ("2021", "1");

  row.period = TB_PERIOD_UNDATED;
  add (fixture, row);
  add (fixture, row);
  series = tb_series_builder_finish (fixture->builder);
  assert_marks (series, 0, "");
  assert_marks (series, 1, "");
  g_assert_cmpint (tb_series_find_related (series, 0), ==, -1);
}

/* The order of a file is free; readers want time order. */
static void
test_sort (Fixture       *fixture,
           gconstpointer  data)
{
  static const char *const texts[] = { "2023", "2021", "2022", "2021", "2020-12-31", "2020", "2022-S1" };
  static const guint32 expected[] = { 5, 4, 1, 6, 2, 0 };
  g_autoptr (TbSeries) series = NULL;
  guint32 order[G_N_ELEMENTS (texts)];

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    add (fixture, make_row (texts[i], "1"));
  series = tb_series_builder_finish (fixture->builder);

  g_assert_cmpuint (tb_series_sort (series, order), ==, G_N_ELEMENTS (expected));
  g_assert_cmpmem (order, sizeof expected, expected, sizeof expected);
  g_assert_cmpint (tb_series_find_related (series, 0), ==, 3);
  g_assert_cmpint (tb_series_find_related (series, 4), ==, -1);
  g_assert_cmpint (tb_series_find_related (series, 99), ==, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpint (tb_series_find (series, period (texts[i]), TB_KIND_ACTUAL), ==, i == 3 ? 1 : (gssize) i);
}

/* In order and not, finding agrees with looking at every row. */
static void
test_find (Fixture       *fixture,
           gconstpointer  data)
{
  const int n = 400;
  g_autoptr (TbSeriesBuilder) shuffled = tb_series_builder_new (fixture->catalog, &fixture->info, 0);
  g_autoptr (TbSeries) in_order = NULL;
  g_autoptr (TbSeries) out_of_order = NULL;

  for (int i = 0; i < n; i++)
    {
      TbObservation row = make_row ("2000", "1");
      TbObservation other = row;

      tb_period_from_number (TB_PERIOD_M, 1900 + i / 12, i % 12 + 1, TB_CALENDAR_YEAR, &row.period);
      other.period = row.period;
      add (fixture, row);
      tb_period_from_number (TB_PERIOD_M, 1900 + i * 149 % n / 12, i * 149 % n % 12 + 1, TB_CALENDAR_YEAR,
                             &other.period);
      g_assert_true (tb_series_builder_add (shuffled, &other));
    }
  in_order = tb_series_builder_finish (fixture->builder);
  out_of_order = tb_series_builder_finish (shuffled);

  for (int i = 0; i < n; i++)
    {
      TbPeriod wanted = tb_series_get_period (out_of_order, (gsize) i);

      g_assert_cmpint (tb_series_find (out_of_order, wanted, TB_KIND_ACTUAL), ==, i);
      g_assert_cmpint (tb_series_find (in_order, wanted, TB_KIND_ACTUAL), ==, i * 149 % n);
    }
  g_assert_cmpint (tb_series_find (in_order, period ("1900"), TB_KIND_ACTUAL), ==, -1);
  g_assert_cmpint (tb_series_find (in_order, period ("2021"), TB_KIND_ACTUAL), ==, -1);
}

/* A row refers to its multiplier by 16 bits: more are refused, not mixed up. */
static void
test_limits (Fixture       *fixture,
             gconstpointer  data)
{
  TbObservation row = make_row ("2021", "1");
  g_autoptr (TbSeries) series = NULL;
  TbObservation out;

  for (int i = 1; i <= TB_LIMIT_MULTIPLIERS; i++)
    {
      row.multiplier.mantissa = i;
      add (fixture, row);
    }
  row.multiplier.mantissa = TB_LIMIT_MULTIPLIERS + 1;
  g_assert_false (tb_series_builder_add (fixture->builder, &row));
  row.multiplier.mantissa = 50;
  add (fixture, row);

  series = tb_series_builder_finish (fixture->builder);
  g_assert_cmpuint (tb_series_get_n (series), ==, TB_LIMIT_MULTIPLIERS + 1);
  tb_series_get (series, TB_LIMIT_MULTIPLIERS - 1, &out);
  g_assert_true (out.figure == TB_LIMIT_MULTIPLIERS);
  tb_series_get (series, TB_LIMIT_MULTIPLIERS, &out);
  g_assert_true (out.figure == 50);
}

/* Many rows of one period are a wrong key: all conflict, and fast. */
static void
test_many_of_a_period (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (TbSeries) series = NULL;

  for (int i = 0; i <= TB_LIMIT_ROWS_OF_A_PERIOD; i++)
    {
      TbObservation row = make_row ("2021", "1");

      row.value.mantissa = i;
      add (fixture, row);
    }
  series = tb_series_builder_finish (fixture->builder);
  assert_marks (series, 0, "!");
  assert_marks (series, TB_LIMIT_ROWS_OF_A_PERIOD, "!");
}

static void
test_default_basis (Fixture       *fixture,
                    gconstpointer  data)
{
  static const struct
  {
    TbMeasure measure;
    TbSince   since;
    TbBasis   expected;
  } rows[] = {
    { TB_MEASURE_FLOW, TB_SINCE_NONE, TB_BASIS_DISCRETE },
    { TB_MEASURE_AVERAGE, TB_SINCE_NONE, TB_BASIS_DISCRETE },
    { TB_MEASURE_GROWTH, TB_SINCE_NONE, TB_BASIS_DISCRETE },
    { TB_MEASURE_CUMULATIVE, TB_SINCE_YEAR_START, TB_BASIS_YEAR_TO_DATE },
    { TB_MEASURE_CUMULATIVE, TB_SINCE_PLAN_START, TB_BASIS_AS_OF },
    { TB_MEASURE_CUMULATIVE, TB_SINCE_INCEPTION, TB_BASIS_AS_OF },
    { TB_MEASURE_CUMULATIVE, TB_SINCE_DATE, TB_BASIS_AS_OF },
    { TB_MEASURE_STOCK, TB_SINCE_NONE, TB_BASIS_AS_OF },
    { TB_MEASURE_RATIO, TB_SINCE_NONE, TB_BASIS_AS_OF },
    { TB_MEASURE_INDEX, TB_SINCE_NONE, TB_BASIS_AS_OF },
    { TB_MEASURE_UNSTATED, TB_SINCE_NONE, TB_BASIS_AS_OF },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (tb_measure_default_basis (rows[i].measure, rows[i].since), ==, rows[i].expected);
}

/* The last row but one of the table of format.md. */
static void
test_target_defaults (Fixture       *fixture,
                      gconstpointer  data)
{
  static const struct
  {
    TbBasis       basis;
    TbQualifier   qualifier;
    TbDirection   direction;
    gboolean      is_range;
    TbTargetBasis expected_basis;
    TbComparator  expected;
  } rows[] = {
    { TB_BASIS_AS_OF, TB_QUALIFIER_EXACT, TB_DIRECTION_UP, FALSE, TB_TARGET_LEVEL_AT, TB_COMPARATOR_AT_LEAST },
    { TB_BASIS_DISCRETE, TB_QUALIFIER_EXACT, TB_DIRECTION_DOWN, FALSE, TB_TARGET_SUM_OVER, TB_COMPARATOR_AT_MOST },
    { TB_BASIS_YEAR_TO_DATE, TB_QUALIFIER_EXACT, TB_DIRECTION_NONE, FALSE, TB_TARGET_SUM_OVER, TB_COMPARATOR_EQUAL },
    { TB_BASIS_MULTI_YEAR, TB_QUALIFIER_AT_LEAST, TB_DIRECTION_DOWN, FALSE, TB_TARGET_CUM_PLAN,
      TB_COMPARATOR_AT_LEAST },
    { TB_BASIS_AS_OF, TB_QUALIFIER_OVER, TB_DIRECTION_NONE, FALSE, TB_TARGET_LEVEL_AT, TB_COMPARATOR_AT_LEAST },
    { TB_BASIS_AS_OF, TB_QUALIFIER_AT_MOST, TB_DIRECTION_UP, FALSE, TB_TARGET_LEVEL_AT, TB_COMPARATOR_AT_MOST },
    { TB_BASIS_AS_OF, TB_QUALIFIER_UNDER, TB_DIRECTION_UP, FALSE, TB_TARGET_LEVEL_AT, TB_COMPARATOR_AT_MOST },
    { TB_BASIS_AS_OF, TB_QUALIFIER_ABOUT, TB_DIRECTION_UP, FALSE, TB_TARGET_LEVEL_AT, TB_COMPARATOR_ABOUT },
    { TB_BASIS_AS_OF, TB_QUALIFIER_EXACT, TB_DIRECTION_UP, TRUE, TB_TARGET_LEVEL_AT, TB_COMPARATOR_RANGE },
  };
  TbTarget said = { .basis = TB_TARGET_GROWTH_AVG, .basis_said = TRUE,
                    .comparator = TB_COMPARATOR_VERBAL, .comparator_said = TRUE };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TbTarget target = { 0 };

      tb_target_fill_defaults (&target, rows[i].basis, rows[i].qualifier, rows[i].direction, rows[i].is_range);
      g_assert_cmpint (target.basis, ==, rows[i].expected_basis);
      g_assert_cmpint (target.comparator, ==, rows[i].expected);
      g_assert_false (target.basis_said || target.comparator_said);
    }

  tb_target_fill_defaults (&said, TB_BASIS_AS_OF, TB_QUALIFIER_EXACT, TB_DIRECTION_UP, FALSE);
  g_assert_cmpint (said.basis, ==, TB_TARGET_GROWTH_AVG);
  g_assert_cmpint (said.comparator, ==, TB_COMPARATOR_VERBAL);
}

/* Of targets and plans they are filled in without being asked for. */
static void
test_target_row (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (TbSeries) series = NULL;
  TbObservation row = make_row ("2023", "7");
  TbObservation out;

  fixture->beds->direction = TB_DIRECTION_UP;
  row.kind = TB_KIND_TARGET;
  add (fixture, row);
  series = tb_series_builder_finish (fixture->builder);
  tb_series_get (series, 0, &out);
  g_assert_nonnull (out.extra);
  g_assert_cmpint (out.extra->target.comparator, ==, TB_COMPARATOR_AT_LEAST);
  g_assert_cmpint (out.extra->target.basis, ==, TB_TARGET_LEVEL_AT);
}

static TbSeries *
make_empty (Fixture            *fixture,
            const TbSeriesInfo *info)
{
  g_autoptr (TbSeriesBuilder) builder = tb_series_builder_new (fixture->catalog, info, 0);

  return tb_series_builder_finish (builder);
}

static void
test_key_and_name (Fixture       *fixture,
                   gconstpointer  data)
{
  static const TbTextEntry name[] = { { "en", "Hospital beds" }, { "zh", "医疗床位数" } };
  static const TbTextEntry place_name[] = { { "en", "Qingdao" }, { "zh", "青岛市" } };
  static const TbTextEntry scope[] = { { "en", "public" } };
  static const TbBreakdown breakdown[] = { { "ownership", "public" }, { "sex", "female" } };
  static const TbBreakdown swapped[] = { { "sex", "female" }, { "ownership", "public" } };
  TbPlace *place = tb_catalog_add_place (fixture->catalog, "qingdao");
  TbSeriesInfo info = fixture->info;
  TbSeriesInfo variants[6];
  g_autoptr (TbSeries) series = NULL;
  g_autofree char *en = NULL;
  g_autofree char *zh = NULL;
  g_autofree char *bare = NULL;

  fixture->beds->name = (TbText) { name, 2 };
  place->name = (TbText) { place_name, 2 };
  info.place = place;
  info.breakdown = breakdown;
  info.n_breakdown = 2;
  info.scope = (TbText) { scope, 1 };
  for (gsize i = 0; i < G_N_ELEMENTS (variants); i++)
    variants[i] = info;
  variants[0].breakdown = swapped;  /* the same key */
  variants[1].place = NULL;
  variants[2].n_breakdown = 1;
  variants[3].scope = (TbText) { NULL, 0 };
  variants[4].unit = tb_catalog_add_unit (fixture->catalog, "other");
  variants[5].measure = TB_MEASURE_FLOW;

  series = make_empty (fixture, &info);
  for (gsize i = 0; i < G_N_ELEMENTS (variants); i++)
    g_assert_true (tb_series_key_equal (&info, &variants[i]) == (i == 0));
  g_assert_cmpuint (tb_series_key_hash (&info), ==, tb_series_key_hash (&variants[0]));

  en = tb_series_dup_name (series, TB_LANGUAGE_EN, TRUE);
  zh = tb_series_dup_name (series, TB_LANGUAGE_ZH, FALSE);
  g_assert_cmpstr (en, ==, "Hospital beds (Qingdao, public, female, public)");
  g_assert_cmpstr (zh, ==, "医疗床位数（public，female，[public]）");

  g_clear_pointer (&series, tb_series_unref);
  series = make_empty (fixture, &fixture->info);
  bare = tb_series_dup_name (series, TB_LANGUAGE_ZH, TRUE);
  g_assert_cmpstr (bare, ==, "医疗床位数");
}

/* R8: a break is between two figures where it is after the one and not after
 * the other; the index says what a walk over the rows says. */
static void
test_breaks (Fixture       *fixture,
             gconstpointer  data)
{
  static const TbTextEntry entry = { NULL, "New scope" };
  TbObservationExtra extra = { .definition = { &entry, 1 } };
  TbObservation undated = make_row ("2019", "9");
  g_autoptr (TbSeries) series = NULL;

  for (int year = 2025; year >= 2010; year--)
    {
      g_autofree char *when = g_strdup_printf ("%d-12-31", year);
      TbObservation row = make_row (when, "6");

      row.status = year == 2013 || year == 2022 ? TB_STATUS_BREAK : 0;
      row.extra = year == 2020 ? &extra : NULL;
      g_assert_true (tb_series_builder_add (fixture->builder, &row));
    }
  undated.period = TB_PERIOD_UNDATED;
  undated.status = TB_STATUS_BREAK;
  g_assert_true (tb_series_builder_add (fixture->builder, &undated));
  series = tb_series_builder_finish (fixture->builder);

  g_assert_true (tb_series_has_breaks (series));
  for (int a = 2009; a <= 2026; a++)
    {
      for (int b = a; b <= 2026; b++)
        {
          gboolean expected = (a < 2013 && b >= 2013) || (a < 2020 && b >= 2020) || (a < 2022 && b >= 2022);
          TbDay after = tb_day_new (a, 12, 31), upto = tb_day_new (b, 12, 31);
          gssize row = tb_series_find_break (series, after, upto);

          g_assert_cmpint (tb_series_has_break_between (series, after, upto), ==, expected);
          g_assert_cmpint (row >= 0, ==, expected);
          /* Of several, the one that says what is new. */
          if (a < 2020 && b >= 2020)
            g_assert_cmpint (tb_series_get_period (series, (gsize) row).end, ==, tb_day_new (2020, 12, 31));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)
  ADD ("/series/bytes", test_bytes);
  ADD ("/series/row", test_row);
  ADD ("/series/no-value", test_no_value);
  ADD ("/series/long-digits", test_long_digits);
  ADD ("/series/half-unit", test_half_unit);
  ADD ("/series/reporting-year", test_reporting_year);
  ADD ("/series/relations", test_relations);
  ADD ("/series/undated", test_undated);
  ADD ("/series/sort", test_sort);
  ADD ("/series/find", test_find);
  ADD ("/series/limits", test_limits);
  ADD ("/series/many-of-a-period", test_many_of_a_period);
  ADD ("/series/default-basis", test_default_basis);
  ADD ("/series/target-defaults", test_target_defaults);
  ADD ("/series/target-row", test_target_row);
  ADD ("/series/key-and-name", test_key_and_name);
  ADD ("/series/R8/breaks", test_breaks);
#undef ADD

  return g_test_run ();
}
