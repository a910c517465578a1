/* The cube: figures that are more, or less, than a number and a period.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-cube-test.h"

#include <string.h>

/* Listed without a number, listed with a text, not listed, and given twice. */
static void
test_missing (TbCubeFixture *fixture,
              gconstpointer  data)
{
  TbCube *cube = fixture->cube;
  TbCubeCell cell = TB_CUBE_CELL_INIT;
  guint32 codes[2] = { 0, 0 };

  tb_cube_get_subject (cube)->id = "x";
  tb_cube_test_add_dimension (cube, "geo", TB_COLUMN_ROLE_PLACE, "A B");
  tb_cube_test_add_dimension (cube, "time", TB_COLUMN_ROLE_PERIOD, "2021 2020 2022 later");
  g_assert_true (tb_cube_begin (cube, 0));
  cell.status = TB_STATUS_MISSING;
  cell.note = "c: confidential";
  g_assert_true (tb_cube_add (cube, codes, &cell));
  codes[1] = 1;
  cell.is_text = TRUE;
  cell.note = "a few";
  g_assert_true (tb_cube_add (cube, codes, &cell));
  tb_cube_test_add_cell (cube, (const guint32[]) { 0, 2 }, "7");
  tb_cube_test_add_cell (cube, (const guint32[]) { 0, 2 }, "7");
  tb_cube_test_add_cell (cube, (const guint32[]) { 0, 2 }, "8");
  tb_cube_test_add_cell (cube, (const guint32[]) { 1, 3 }, "9");

  g_autoptr (TbDataset) dataset = tb_cube_finish (cube);
  g_autofree char *rows = tb_cube_test_list_rows (dataset);
  const TbSeries *series = tb_dataset_get_series (dataset, 0);
  TbObservation first, second;

  g_assert_cmpstr (rows, ==,
                   "x|A||2021||unstated|1\nx|A||2020||unstated|1\nx|A||2022|7|unstated|1\nx|A||2022|7|unstated|1\n"
                   "x|A||2022|8|unstated|1\nx|B||later|9|unstated|1\n");
  tb_cube_test_check_report (fixture,
                "cube.csv: warning: 2 figures are given for series and periods that have one already; all are kept\n"
                "cube.csv: warning: 1 period of no known spelling, \"later\", is kept as a text that is not computed "
                "with\n"
                "cube.csv: warning: 1 figure is no number that can be read, \"a few\"; it stays as a note\n");
  tb_series_get (series, 0, &first);
  tb_series_get (series, 1, &second);
  g_assert_cmpuint (first.status, ==, TB_STATUS_MISSING);
  g_assert_cmpstr (tb_text_get (&first.extra->note, TB_LANGUAGE_EN), ==, "c: confidential");
  g_assert_cmpstr (tb_text_get (&second.extra->note, TB_LANGUAGE_EN), ==, "a few");
  tb_series_get (series, 4, &first);
  g_assert_true (first.conflicts);
  tb_cube_test_check_round_trip (dataset);
}

/* Notes that come again in rows behind each other are kept once: an extra is large. */
static void
test_notes (TbCubeFixture *fixture,
            gconstpointer  data)
{
  TbCube *cube = fixture->cube;
  TbCubeCell cell = TB_CUBE_CELL_INIT;
  TbObservation observations[4];

  tb_cube_test_add_dimension (cube, "time", TB_COLUMN_ROLE_PERIOD, "2020 2021 2022 2023");
  g_assert_true (tb_cube_begin (cube, 0));
  for (guint32 i = 0; i < 4; i++)
    {
      cell.note = tb_pool_intern (tb_cube_get_pool (cube), i < 3 ? "same" : "other");
      g_assert_true (tb_cube_add (cube, &i, &cell));
    }

  g_autoptr (TbDataset) dataset = tb_cube_finish (cube);

  for (guint i = 0; i < 4; i++)
    tb_series_get (tb_dataset_get_series (dataset, 0), i, &observations[i]);
  g_assert_true (observations[0].extra == observations[2].extra);
  g_assert_true (observations[2].extra != observations[3].extra);
  tb_cube_test_check_report (fixture, "cube.csv: warning: none of the figures has a number\n");
}

/* The digits of a number that 64 bits do not hold; a forecast; a target. */
static void
test_kinds (TbCubeFixture *fixture,
            gconstpointer  data)
{
  TbCube *cube = fixture->cube;
  TbCubeCell cell = TB_CUBE_CELL_INIT;
  guint32 code = 0;
  TbObservation observation;

  tb_cube_test_add_dimension (cube, "time", TB_COLUMN_ROLE_PERIOD, "2020 2021 2022");
  g_assert_true (tb_cube_begin (cube, 0));
  cell.has_value = TRUE;
  cell.digits = "18446744073709551616.5";
  tb_decimal_parse (cell.digits, strlen (cell.digits), &cell.value);
  g_assert_true (tb_cube_add (cube, &code, &cell));
  cell = (TbCubeCell) { .has_value = TRUE, .value = { 5, 0 }, .multiplier = TB_DECIMAL_ONE, .kind = TB_KIND_FORECAST };
  code = 1;
  g_assert_true (tb_cube_add (cube, &code, &cell));
  cell.kind = TB_KIND_TARGET;
  code = 2;
  g_assert_true (tb_cube_add (cube, &code, &cell));

  g_autoptr (TbDataset) dataset = tb_cube_finish (cube);
  const TbSeries *series = tb_dataset_get_series (dataset, 0);

  tb_series_get (series, 0, &observation);
  g_assert_cmpstr (observation.extra->digits, ==, "18446744073709551616.5");
  tb_series_get (series, 1, &observation);
  g_assert_cmpint (observation.kind, ==, TB_KIND_FORECAST);
  tb_series_get (series, 2, &observation);
  g_assert_cmpint (observation.kind, ==, TB_KIND_TARGET);
  g_assert_cmpint (observation.extra->target.basis, ==, TB_TARGET_LEVEL_AT);
  tb_cube_test_check_round_trip (dataset);
}

/* Codes only in labels, white space and all (ONS), and months that only the name tells (CSO). */
static void
test_periods (TbCubeFixture *fixture,
              gconstpointer  data)
{
  TbCube *cube = fixture->cube;
  guint time = tb_cube_add_dimension (cube, "time", NULL, TB_COLUMN_ROLE_UNSAID);

  tb_cube_get_subject (cube)->id = "x";
  tb_cube_add_code (cube, time, "CI_0001", "Dec  1997");
  tb_cube_add_code (cube, time, "CI_0002", " Mar-May\n1992 ");
  tb_cube_add_code (cube, time, "2021Q1", "first quarter");
  tb_cube_add_code (cube, time, "CI_0003", "");
  g_assert_true (tb_cube_begin (cube, 0));
  for (guint32 i = 0; i < 4; i++)
    tb_cube_test_add_cell (cube, &i, "5");
  tb_cube_test_check_rows (fixture,
              "x|||1997-12|5|unstated|1\nx|||Mar-May 1992|5|unstated|1\nx|||2021-Q1|5|unstated|1\n"
              "x|||CI_0003|5|unstated|1\n");
  tb_cube_test_check_report (fixture,
                             "cube.csv: warning: 1 period of no known spelling, \"CI_0003\", is kept as a text that is "
                             "not computed with\n");
}

static void
test_metadata_only (TbCubeFixture *fixture,
                    gconstpointer  data)
{
  TbCube *cube = fixture->cube;

  tb_cube_test_add_dimension (cube, "indicator", TB_COLUMN_ROLE_INDICATOR, "a b");
  tb_cube_test_add_dimension (cube, "time", TB_COLUMN_ROLE_PERIOD, "2020");
  g_assert_true (tb_cube_begin (cube, 0));

  g_autoptr (TbDataset) dataset = tb_cube_finish (cube);

  g_assert_cmpuint (tb_dataset_get_n_series (dataset), ==, 0);
  g_assert_cmpuint (tb_catalog_get_n_indicators (tb_dataset_get_catalog (dataset)), ==, 2);
  tb_cube_test_check_report (fixture, "cube.csv: warning: the file describes figures, but has none\n");
  tb_cube_test_check_round_trip (dataset);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  TB_CUBE_ADD_TEST ("missing", test_missing);
  TB_CUBE_ADD_TEST ("notes", test_notes);
  TB_CUBE_ADD_TEST ("kinds", test_kinds);
  TB_CUBE_ADD_TEST ("periods", test_periods);
  TB_CUBE_ADD_TEST ("metadata-only", test_metadata_only);

  return g_test_run ();
}
