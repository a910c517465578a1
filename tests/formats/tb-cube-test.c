/* What the tests of the cube share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-cube-test.h"

#include "tb-writer.h"

#include <string.h>

void
tb_cube_test_set_up (TbCubeFixture *fixture,
                     gconstpointer  data)
{
  fixture->problems = tb_problems_new ("cube.csv");
  fixture->plan = tb_plan_new ();
  fixture->input = (TbReaderInput) {
    .name = "cube.csv", .problems = fixture->problems, .plan = fixture->plan, .watch = &fixture->watch,
  };
  fixture->cube = tb_cube_new (&fixture->input);
}

void
tb_cube_test_tear_down (TbCubeFixture *fixture,
                        gconstpointer  data)
{
  tb_cube_free (fixture->cube);
  tb_plan_unref (fixture->plan);
  tb_problems_unref (fixture->problems);
}

TbDecimal
tb_cube_test_decimal (const char *text)
{
  TbDecimal result;

  g_assert_cmpint (tb_decimal_parse (text, strlen (text), &result), ==, TB_DECIMAL_EXACT);
  return result;
}

/* A dimension with codes, given as one text with spaces between them. */
guint
tb_cube_test_add_dimension (TbCube      *cube,
                            const char  *id,
                            TbColumnRole role,
                            const char  *codes)
{
  g_auto (GStrv) list = g_strsplit (codes, " ", -1);
  guint dimension = tb_cube_add_dimension (cube, id, NULL, role);

  for (guint i = 0; list[i] != NULL; i++)
    tb_cube_add_code (cube, dimension, list[i], NULL);

  return dimension;
}

/* @value NULL: none. */
void
tb_cube_test_add_cell (TbCube        *cube,
                       const guint32 *codes,
                       const char    *value)
{
  TbCubeCell cell = TB_CUBE_CELL_INIT;

  cell.has_value = value != NULL;
  if (value != NULL)
    cell.value = tb_cube_test_decimal (value);
  g_assert_true (tb_cube_add (cube, codes, &cell));
}

/* The rows of the dataset: "indicator|place|breakdown|period|value|unit|multiplier", a line each. */
char *
tb_cube_test_list_rows (const TbDataset *dataset)
{
  g_autoptr (GBytes) csv = tb_writer_to_csv (dataset, FALSE);
  g_auto (GStrv) lines = g_strsplit (g_bytes_get_data (csv, NULL), "\n", -1);
  GString *rows = g_string_new (NULL);

  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], ",", -1);

      g_string_append_printf (rows, "%s|%s|%s|%s|%s|%s|%s\n", fields[0], fields[1], fields[2], fields[3], fields[6],
                              fields[9], fields[10]);
    }

  return g_string_free_and_steal (rows);
}

void
tb_cube_test_check_report (TbCubeFixture *fixture,
                           const char    *expected)
{
  g_autofree char *report = tb_problems_dup_report (fixture->problems);

  g_assert_cmpstr (report, ==, expected);
}

/* What is made can be written, and is read back as the same. */
void
tb_cube_test_check_round_trip (TbDataset *dataset)
{
  g_autoptr (GBytes) written = tb_writer_to_json (dataset);
  g_autoptr (TbProblems) problems = tb_problems_new ("written");
  g_autoptr (TbDataset) again = tb_reader_read_bytes (written, NULL, problems, NULL, NULL, NULL, NULL);
  g_autofree char *report = tb_problems_dup_report (problems);
  g_autoptr (GBytes) rewritten = NULL;

  g_assert_cmpuint (tb_problems_get_n_errors (problems), ==, 0);
  if (again == NULL)
    g_error ("refused: %s", report);
  rewritten = tb_writer_to_json (again);
  g_assert_true (g_bytes_equal (written, rewritten));
}

void
tb_cube_test_check_rows (TbCubeFixture *fixture,
                         const char    *expected)
{
  g_autoptr (TbDataset) dataset = tb_cube_finish (fixture->cube);
  g_autofree char *rows = NULL;

  g_assert_nonnull (dataset);
  rows = tb_cube_test_list_rows (dataset);
  g_assert_cmpstr (rows, ==, expected);
  tb_cube_test_check_round_trip (dataset);
}
