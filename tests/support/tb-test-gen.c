/* Makes data for property tests and benchmarks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-test-gen.h"

#include <math.h>

static TbText
new_text (TbPool     *pool,
          const char *en,
          const char *zh)
{
  TbTextEntry *entries = tb_pool_alloc0 (pool, 2 * sizeof *entries);

  entries[0] = (TbTextEntry) { "en", tb_pool_intern (pool, en) };
  entries[1] = (TbTextEntry) { "zh", tb_pool_intern (pool, zh) };

  return (TbText) { entries, 2 };
}

TbDecimal
tb_test_gen_decimal (void)
{
  static const gint64 ranges[] = { 1, 10, 1000, 1000000, G_GINT64_CONSTANT (1000000000000) };
  gint64 range = ranges[g_test_rand_int_range (0, G_N_ELEMENTS (ranges))];
  double share = g_test_rand_double_range (-0.3, 1);

  return (TbDecimal) { (gint64) (share * (double) range), (gint16) -g_test_rand_int_range (0, 4) };
}

/* A yearly wave on a rising line: 3 significant digits, always positive. */
static TbDecimal
get_wave (guint series,
          guint row)
{
  double value = 400 + 40 * series + 6 * row + 80 * sin (row * G_PI / 2 + series);

  return (TbDecimal) { lround (value * 10), -1 };
}

/* Random numbers of 32 bits: xorshift, Marsaglia, "Xorshift RNGs" (JSS 2003). */
static guint32
draw (guint32 *state)
{
  *state ^= *state << 13;
  *state ^= *state >> 17;
  *state ^= *state << 5;

  return *state;
}

gint64 *
tb_test_gen_walk (gsize n)
{
  gint64 *values = g_new (gint64, n + 1);
  guint32 state = 2463534242u;
  gint64 level = 500000;

  for (gsize i = 0; i < n; i++)
    {
      level += (gint64) (draw (&state) % 2001) - 1000;
      values[i] = level + (gint64) (draw (&state) % 40001) - 20000;
    }

  return values;
}

static char *
dup_period (const TbTestGen *options,
            guint            row)
{
  GDate day;

  switch (options->frequency)
    {
    case 'D':
      g_date_set_dmy (&day, 1, G_DATE_JANUARY, (GDateYear) options->first_year);
      g_date_add_days (&day, row);
      return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&day), (int) g_date_get_month (&day),
                              g_date_get_day (&day));
    case 'Q':
      return g_strdup_printf ("%d-Q%u", options->first_year + (int) (row / 4), row % 4 + 1);
    case 'M':
      return g_strdup_printf ("%d-%02u", options->first_year + (int) (row / 12), row % 12 + 1);
    default:
      return g_strdup_printf ("%d", options->first_year + (int) row);
    }
}

static void
set_random (TbObservation      *observation,
            TbObservationExtra *extra)
{
  int draw = g_test_rand_int_range (0, 20);

  observation->value = tb_test_gen_decimal ();
  observation->has_value = draw != 0;
  observation->status = draw == 0 ? TB_STATUS_MISSING : draw == 1 ? TB_STATUS_PROVISIONAL : 0;
  observation->qualifier = draw == 2 ? TB_QUALIFIER_OVER : draw == 3 ? TB_QUALIFIER_ABOUT : TB_QUALIFIER_EXACT;
  if (draw == 4)
    {
      observation->kind = TB_KIND_TARGET;
      tb_target_fill_defaults (&extra->target, observation->basis, observation->qualifier, TB_DIRECTION_UP, FALSE);
      observation->extra = extra;
    }
}

static TbSeries *
new_series (const TbTestGen *options,
            TbCatalog       *catalog,
            const TbUnit    *unit,
            guint            series)
{
  g_autofree char *id = g_strdup_printf ("indicator-%u", series);
  g_autofree char *en = g_strdup_printf ("Indicator %c", 'A' + (char) (series % 26));
  g_autofree char *zh = g_strdup_printf ("指标%u", series + 1);
  TbIndicator *indicator = tb_catalog_add_indicator (catalog, id);
  TbSeriesInfo info = { .multiplier = TB_DECIMAL_ONE, .unit = unit, .measure = TB_MEASURE_FLOW,
                        .year_start = TB_CALENDAR_YEAR };
  g_autofree gint64 *walk = options->walk ? tb_test_gen_walk (options->n_rows) : NULL;
  g_autoptr (TbSeriesBuilder) builder = NULL;

  indicator->name = new_text (tb_catalog_get_pool (catalog), en, zh);
  indicator->unit = unit;
  indicator->measure = info.measure = options->stock ? TB_MEASURE_STOCK : TB_MEASURE_FLOW;
  indicator->decimals = -1;
  info.indicator = indicator;
  builder = tb_series_builder_new (catalog, &info, options->n_rows);
  for (guint row = 0; row < options->n_rows; row++)
    {
      TbObservationExtra extra = { 0 };
      TbObservation observation = { .has_value = TRUE, .multiplier = TB_DECIMAL_ONE,
                                    .basis = options->stock ? TB_BASIS_AS_OF : TB_BASIS_DISCRETE };
      g_autofree char *period = dup_period (options, row);
      g_autoptr (GError) error = NULL;

      tb_period_parse (period, TB_CALENDAR_YEAR, &observation.period, &error);
      g_assert_no_error (error);
      if (options->random)
        set_random (&observation, &extra);
      else if (walk != NULL)
        observation.value = (TbDecimal) { walk[row], -1 };
      else
        observation.value = get_wave (series, row);
      tb_series_builder_add (builder, &observation);
    }

  return tb_series_builder_finish (builder);
}

TbDataset *
tb_test_gen_dataset (const TbTestGen *options)
{
  g_autoptr (TbPool) pool = tb_pool_new ();
  TbCatalog *catalog = tb_catalog_new (pool);
  TbUnit *unit = tb_catalog_add_unit (catalog, "piece");
  TbDatasetInfo info = { .format = "dataset/1", .year_start = TB_CALENDAR_YEAR };
  g_autoptr (GPtrArray) series = g_ptr_array_new_with_free_func ((GDestroyNotify) tb_series_unref);
  TbDataset *dataset;

  unit->name = new_text (pool, "piece", "个");
  unit->kind = TB_UNIT_COUNT;
  info.title = new_text (pool, "Generated figures", "生成的数据");
  for (guint i = 0; i < options->n_series; i++)
    g_ptr_array_add (series, new_series (options, catalog, unit, i));
  dataset = tb_dataset_new (&info, catalog, (TbSeries **) series->pdata, series->len);
  tb_catalog_unref (catalog);

  return dataset;
}

TbDataset *
tb_test_gen_any (void)
{
  const TbTestGen options = {
    .n_series = (guint) g_test_rand_int_range (1, 6),
    .n_rows = (guint) g_test_rand_int_range (1, 41),
    .frequency = "AQM"[g_test_rand_int_range (0, 3)],
    .first_year = g_test_rand_int_range (1949, 2030),
    .random = TRUE,
  };

  return tb_test_gen_dataset (&options);
}
