/* The cube: how figures by dimensions become a dataset.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-cube-test.h"

static void
test_plain (TbCubeFixture *fixture,
            gconstpointer  data)
{
  TbCube *cube = fixture->cube;

  tb_cube_test_add_dimension (cube, "geo", TB_COLUMN_ROLE_UNSAID, "DE FR");
  tb_cube_test_add_dimension (cube, "sex", TB_COLUMN_ROLE_UNSAID, "F M");
  tb_cube_test_add_dimension (cube, "freq", TB_COLUMN_ROLE_UNSAID, "A");
  tb_cube_test_add_dimension (cube, "time", TB_COLUMN_ROLE_UNSAID, "2020 2021");
  tb_cube_get_subject (cube)->label = tb_cube_text (cube, "Life expectancy");
  g_assert_true (tb_cube_begin (cube, 8));
  for (guint32 i = 0; i < 8; i++)
    {
      const char *values[] = { "83.4", "83.3", "78.6", NULL, "85.3", "85.5", "79.2", "79.30" };

      tb_cube_test_add_cell (cube, (const guint32[]) { i / 4, i / 2 % 2, 0, i % 2 }, values[i]);
    }

  tb_cube_test_check_rows (fixture,
              "life-expectancy|DE|sex=F|2020|83.4|unstated|1\n"
              "life-expectancy|DE|sex=F|2021|83.3|unstated|1\n"
              "life-expectancy|DE|sex=M|2020|78.6|unstated|1\n"
              "life-expectancy|DE|sex=M|2021||unstated|1\n"
              "life-expectancy|FR|sex=F|2020|85.3|unstated|1\n"
              "life-expectancy|FR|sex=F|2021|85.5|unstated|1\n"
              "life-expectancy|FR|sex=M|2020|79.2|unstated|1\n"
              "life-expectancy|FR|sex=M|2021|79.3|unstated|1\n");
  tb_cube_test_check_report (fixture, "");
  g_assert_cmpuint (tb_plan_get_n_unstated (fixture->plan), ==, 1);
  g_assert_false (tb_plan_is_in_doubt (fixture->plan));
}

/* A dimension with one code is told once, and is no breakdown; where a figure has none of it, it is one. */
static void
test_constants (TbCubeFixture *fixture,
                gconstpointer  data)
{
  TbCube *cube = fixture->cube;
  guint sex = tb_cube_add_dimension (cube, "sex", "Sex", TB_COLUMN_ROLE_UNSAID);
  guint age = tb_cube_add_dimension (cube, "age", NULL, TB_COLUMN_ROLE_UNSAID);

  tb_cube_add_code (cube, sex, "T", "Total");
  tb_cube_add_code (cube, age, "Y65", NULL);
  tb_cube_test_add_dimension (cube, "adj", TB_COLUMN_ROLE_UNSAID, "NSA");
  tb_cube_test_add_dimension (cube, "time", TB_COLUMN_ROLE_UNSAID, "2020 2021");
  tb_cube_get_subject (cube)->id = "pop";
  tb_cube_get_info (cube)->title = tb_cube_text (cube, "Population");
  tb_cube_get_info (cube)->description = tb_cube_text (cube, "Usual residents.");
  g_assert_true (tb_cube_begin (cube, 0));
  tb_cube_test_add_cell (cube, (const guint32[]) { 0, 0, 0, 0 }, "10");
  tb_cube_test_add_cell (cube, (const guint32[]) { 0, 0, TB_CUBE_NO_CODE, 1 }, "11");

  g_autoptr (TbDataset) dataset = tb_cube_finish (cube);
  g_autofree char *rows = tb_cube_test_list_rows (dataset);

  g_assert_cmpstr (rows, ==, "pop||adj=NSA|2020|10|unstated|1\npop|||2021|11|unstated|1\n");
  g_assert_cmpstr (tb_text_get (&tb_dataset_get_info (dataset)->description, TB_LANGUAGE_EN), ==,
                   "Usual residents.\nSex: Total\nage: Y65");
  tb_cube_test_check_round_trip (dataset);
}

/* Power 6, "Million euro", and both: the number stays as printed, and is multiplied once. */
static void
test_multipliers (TbCubeFixture *fixture,
                  gconstpointer  data)
{
  TbCube *cube = fixture->cube;
  guint indicator = tb_cube_test_add_dimension (cube, "indicator", TB_COLUMN_ROLE_INDICATOR, "power wording both each");
  TbCubeCell cell = TB_CUBE_CELL_INIT;
  guint32 codes[2] = { 0, 0 };

  tb_cube_get_code (cube, indicator, 0)->multiplier = tb_cube_test_decimal ("1000000");
  tb_cube_get_code (cube, indicator, 1)->unit = "Million euro";
  tb_cube_get_code (cube, indicator, 2)->unit = "Million euro";
  tb_cube_get_code (cube, indicator, 2)->multiplier = tb_cube_test_decimal ("1000000");
  tb_cube_test_add_dimension (cube, "time", TB_COLUMN_ROLE_PERIOD, "2020 2021");
  g_assert_true (tb_cube_begin (cube, 0));
  cell.has_value = TRUE;
  cell.value = tb_cube_test_decimal ("1.50");
  for (codes[0] = 0; codes[0] < 4; codes[0]++)
    g_assert_true (tb_cube_add (cube, codes, &cell));
  codes[0] = 3;
  codes[1] = 1;
  cell.multiplier = tb_cube_test_decimal ("1000");
  g_assert_true (tb_cube_add (cube, codes, &cell));

  g_autoptr (TbDataset) dataset = tb_cube_finish (cube);
  static const char *const multipliers[] = { "1000000", "1000000", "1000000", "1", "1000" };

  for (guint i = 0; i < 5; i++)
    {
      const TbSeries *series = tb_dataset_get_series (dataset, MIN (i, 3));
      TbObservation observation;

      tb_series_get (series, i == 4 ? 1 : 0, &observation);
      g_assert_true (tb_decimal_identical (observation.value, (TbDecimal) { 150, -2 }));
      g_assert_cmpint (tb_decimal_compare (observation.multiplier, tb_cube_test_decimal (multipliers[i])), ==, 0);
    }
  tb_cube_test_check_round_trip (dataset);
}

/* Two codes that come to the same unit are told apart by a breakdown. */
static void
test_units (TbCubeFixture *fixture,
            gconstpointer  data)
{
  TbCube *cube = fixture->cube;
  guint unit;

  tb_cube_get_subject (cube)->id = "gdp";
  tb_cube_test_add_dimension (cube, "geo", TB_COLUMN_ROLE_PLACE, "DK");
  unit = tb_cube_add_dimension (cube, "unit", NULL, TB_COLUMN_ROLE_UNSAID);
  tb_cube_add_code (cube, unit, "MIO_EUR", "Million euro");
  tb_cube_add_code (cube, unit, "EUR", "Euro");
  tb_cube_test_add_dimension (cube, "time", TB_COLUMN_ROLE_PERIOD, "2020");
  g_assert_true (tb_cube_begin (cube, 0));
  tb_cube_test_add_cell (cube, (const guint32[]) { 0, 0, 0 }, "1.5");
  tb_cube_test_add_cell (cube, (const guint32[]) { 0, 1, 0 }, "1500000");

  g_autoptr (TbDataset) dataset = tb_cube_finish (cube);
  const TbSeriesInfo *first = tb_series_get_info (tb_dataset_get_series (dataset, 0));
  const TbSeriesInfo *second = tb_series_get_info (tb_dataset_get_series (dataset, 1));

  g_assert_true (first->unit == second->unit);
  g_assert_cmpstr (first->unit->currency, ==, "EUR");
  g_assert_cmpstr (first->breakdown[0].value, ==, "MIO_EUR");
  g_assert_cmpint (tb_decimal_compare (first->multiplier, tb_cube_test_decimal ("1000000")), ==, 0);
  g_assert_cmpint (tb_decimal_compare (second->multiplier, TB_DECIMAL_ONE), ==, 0);
  tb_cube_test_check_round_trip (dataset);
}

/* Places come in the order of the codes, with those that they are parts of, and no others. */
static void
test_parents (TbCubeFixture *fixture,
              gconstpointer  data)
{
  TbCube *cube = fixture->cube;
  guint geo = tb_cube_test_add_dimension (cube, "geo", TB_COLUMN_ROLE_PLACE, "EU DE DE1 FR ring1 ring2");
  static const guint32 parents[] = { TB_CUBE_NO_CODE, 0, 1, 0, 5, 4 };

  for (guint32 i = 0; i < G_N_ELEMENTS (parents); i++)
    tb_cube_get_code (cube, geo, i)->parent = parents[i];
  g_assert_true (tb_cube_begin (cube, 0));
  tb_cube_test_add_cell (cube, (const guint32[]) { 2 }, "1");
  tb_cube_test_add_cell (cube, (const guint32[]) { 4 }, "2");

  g_autoptr (TbDataset) dataset = tb_cube_finish (cube);
  const TbCatalog *catalog = tb_dataset_get_catalog (dataset);
  g_autoptr (GString) places = g_string_new (NULL);

  for (gsize i = 0; i < tb_catalog_get_n_places (catalog); i++)
    {
      const TbPlace *place = tb_catalog_get_place (catalog, i);

      g_string_append_printf (places, "%s<%s ", place->id, place->parent != NULL ? place->parent->id : "");
    }
  g_assert_cmpstr (places->str, ==, "EU< DE<EU DE1<DE ring1< ");
  tb_cube_test_check_report (fixture, "cube.csv: warning: some places of the dimension \"geo\" are parts of "
                                      "themselves; they are taken for parts of none\n");
  tb_cube_test_check_round_trip (dataset);
}

/* Ids that come again, and empty ones. */
static void
test_ids (TbCubeFixture *fixture,
          gconstpointer  data)
{
  TbCube *cube = fixture->cube;
  guint a = tb_cube_add_dimension (cube, "d", NULL, TB_COLUMN_ROLE_UNSAID);

  tb_cube_get_subject (cube)->id = "x";
  tb_cube_add_code (cube, a, "1", "one");
  tb_cube_add_code (cube, a, "1", "one");
  tb_cube_add_code (cube, a, "1", "ONE");
  tb_cube_add_code (cube, a, "", NULL);
  tb_cube_test_add_dimension (cube, "d", TB_COLUMN_ROLE_UNSAID, "p q");
  tb_cube_test_add_dimension (cube, "", TB_COLUMN_ROLE_UNSAID, "r s");
  g_assert_true (tb_cube_begin (cube, 0));
  for (guint32 i = 0; i < 4; i++)
    tb_cube_test_add_cell (cube, (const guint32[]) { i, i % 2, 0 }, "5");
  tb_cube_test_check_rows (fixture,
              "x||d=1;d (2)=p;dimension=r||5|unstated|1\n"
              "x||d=1;d (2)=q;dimension=r||5|unstated|1\n"
              "x||d=1 (3);d (2)=p;dimension=r||5|unstated|1\n"
              "x||d (2)=q;dimension=r||5|unstated|1\n");
  tb_cube_test_check_report (fixture, "cube.csv: warning: the dimension \"d\" has several codes \"1\" with different "
                                      "names; expected each once\n");
}

/* A source of all figures; titles that tell series apart from nothing. */
static void
test_source (TbCubeFixture *fixture,
             gconstpointer  data)
{
  TbCube *cube = fixture->cube;
  TbObservation observation;

  tb_cube_get_source (cube)->publisher = tb_cube_text (cube, "Statistics Bureau");
  tb_cube_get_source (cube)->url = "https://example.org/table";
  tb_cube_test_add_dimension (cube, "geo", TB_COLUMN_ROLE_PLACE, "A");
  tb_cube_test_add_dimension (cube, "TITLE", TB_COLUMN_ROLE_TITLE, "first second");
  g_assert_true (tb_cube_begin (cube, 0));
  tb_cube_test_add_cell (cube, (const guint32[]) { 0, 0 }, "1");
  tb_cube_test_add_cell (cube, (const guint32[]) { 0, 1 }, "1");

  g_autoptr (TbDataset) dataset = tb_cube_finish (cube);

  g_assert_cmpuint (tb_dataset_get_n_series (dataset), ==, 1);
  g_assert_cmpstr (tb_text_get (&tb_catalog_get_indicator (tb_dataset_get_catalog (dataset), 0)->description,
                                TB_LANGUAGE_EN), ==, "first");
  tb_series_get (tb_dataset_get_series (dataset, 0), 1, &observation);
  g_assert_cmpstr (tb_text_get (&observation.source->publisher, TB_LANGUAGE_EN), ==, "Statistics Bureau");
  tb_cube_test_check_round_trip (dataset);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  TB_CUBE_ADD_TEST ("plain", test_plain);
  TB_CUBE_ADD_TEST ("constants", test_constants);
  TB_CUBE_ADD_TEST ("multipliers", test_multipliers);
  TB_CUBE_ADD_TEST ("units", test_units);
  TB_CUBE_ADD_TEST ("parents", test_parents);
  TB_CUBE_ADD_TEST ("ids", test_ids);
  TB_CUBE_ADD_TEST ("source", test_source);

  return g_test_run ();
}
