/* Catalogs and datasets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-dataset.h"

static void
test_entries (void)
{
  g_autoptr (TbPool) pool = tb_pool_new ();
  g_autoptr (TbCatalog) catalog = tb_catalog_new (pool);
  TbUnit *bed = tb_catalog_add_unit (catalog, "bed");
  TbUnit *yuan = tb_catalog_add_unit (catalog, "yuan");
  TbIndicator *beds = tb_catalog_add_indicator (catalog, "beds");
  TbPlace *place = tb_catalog_add_place (catalog, "bed");

  g_assert_cmpstr (bed->id, ==, "bed");
  g_assert_true (tb_decimal_identical (bed->factor, TB_DECIMAL_ONE));
  g_assert_cmpint (beds->decimals, ==, -1);
  g_assert_null (tb_catalog_add_unit (catalog, "bed"));
  /* An id is taken among its own kind only. */
  g_assert_nonnull (place);
  g_assert_true (tb_catalog_find_unit (catalog, "bed") == bed);
  g_assert_true (tb_catalog_find_place (catalog, "bed") == place);
  g_assert_null (tb_catalog_find_unit (catalog, "beds"));
  g_assert_null (tb_catalog_find_source (catalog, "bed"));
  g_assert_cmpuint (tb_catalog_get_n_units (catalog), ==, 2);
  g_assert_true (tb_catalog_get_unit (catalog, 0) == bed);
  g_assert_true (tb_catalog_get_unit (catalog, 1) == yuan);
  g_assert_cmpuint (tb_catalog_get_n_sources (catalog), ==, 0);
  g_assert_true (tb_catalog_get_pool (catalog) == pool);
}

/* The order of listing is the order of adding, however many there are. */
static void
test_order (void)
{
  g_autoptr (TbPool) pool = tb_pool_new ();
  g_autoptr (TbCatalog) catalog = tb_catalog_new (pool);

  for (int i = 0; i < 1000; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%d", i * 7919 % 1000);

      g_assert_nonnull (tb_catalog_add_source (catalog, id));
    }
  for (gsize i = 0; i < 1000; i++)
    {
      const TbSource *source = tb_catalog_get_source (catalog, i);
      g_autofree char *id = g_strdup_printf ("s%d", (int) i * 7919 % 1000);

      g_assert_cmpstr (source->id, ==, id);
      g_assert_true (tb_catalog_find_source (catalog, id) == source);
      g_assert_cmpuint (tb_catalog_index_of_source (catalog, source), ==, i);
    }
}

static TbSeries *
make_series (TbCatalog         *catalog,
             const TbIndicator *indicator,
             gsize              n)
{
  TbSeriesInfo info = { .indicator = indicator, .unit = indicator->unit, .multiplier = TB_DECIMAL_ONE,
                        .year_start = TB_CALENDAR_YEAR };
  g_autoptr (TbSeriesBuilder) builder = tb_series_builder_new (catalog, &info, n);

  for (gsize i = 0; i < n; i++)
    {
      TbObservation row = { .has_value = TRUE, .value = { 1, 0 }, .multiplier = TB_DECIMAL_ONE };

      tb_period_from_number (TB_PERIOD_A, 2000 + (int) i, 1, TB_CALENDAR_YEAR, &row.period);
      g_assert_true (tb_series_builder_add (builder, &row));
    }

  return tb_series_builder_finish (builder);
}

static void
test_dataset (void)
{
  TbPool *pool = tb_pool_new ();
  TbCatalog *catalog = tb_catalog_new (pool);
  TbIndicator *a = tb_catalog_add_indicator (catalog, "a");
  TbIndicator *empty = tb_catalog_add_indicator (catalog, "empty");
  TbIndicator *b = tb_catalog_add_indicator (catalog, "b");
  const TbIndicator *of[] = { b, a, b, a, a };
  TbDatasetInfo info = { .format = "dataset/1", .year_start = TB_CALENDAR_YEAR };
  TbSeries *series[G_N_ELEMENTS (of)];
  TbSeries *const *found;
  g_autoptr (TbDataset) dataset = NULL;
  gsize n;

  for (gsize i = 0; i < G_N_ELEMENTS (of); i++)
    series[i] = make_series (catalog, of[i], i);
  dataset = tb_dataset_new (&info, catalog, series, G_N_ELEMENTS (of));
  for (gsize i = 0; i < G_N_ELEMENTS (of); i++)
    tb_series_unref (series[i]);
  tb_catalog_unref (catalog);
  tb_pool_unref (pool);

  /* The dataset holds all of it. */
  g_assert_cmpstr (tb_dataset_get_info (dataset)->format, ==, "dataset/1");
  g_assert_cmpuint (tb_dataset_get_n_series (dataset), ==, 5);
  g_assert_cmpuint (tb_dataset_get_n_observations (dataset), ==, 0 + 1 + 2 + 3 + 4);
  for (gsize i = 0; i < G_N_ELEMENTS (of); i++)
    g_assert_true (tb_dataset_get_series (dataset, i) == series[i]);

  found = tb_dataset_get_series_of (dataset, a, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_true (found[0] == series[1] && found[1] == series[3] && found[2] == series[4]);
  found = tb_dataset_get_series_of (dataset, b, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (found[0] == series[0] && found[1] == series[2]);
  tb_dataset_get_series_of (dataset, empty, &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_empty_dataset (void)
{
  g_autoptr (TbPool) pool = tb_pool_new ();
  g_autoptr (TbCatalog) catalog = tb_catalog_new (pool);
  TbDatasetInfo info = { .format = "dataset/1" };
  g_autoptr (TbDataset) dataset = tb_dataset_new (&info, catalog, NULL, 0);

  g_assert_cmpuint (tb_dataset_get_n_series (dataset), ==, 0);
  g_assert_cmpuint (tb_dataset_get_n_observations (dataset), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/catalog/entries", test_entries);
  g_test_add_func ("/catalog/order", test_order);
  g_test_add_func ("/dataset/series", test_dataset);
  g_test_add_func ("/dataset/empty", test_empty_dataset);

  return g_test_run ();
}
