/* The cube: how figures by dimensions become a dataset.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-cube-private.h"
#include "tb-limits.h"
#include "tb-writer.h"

#include <string.h>

typedef struct
{
  TbProblems    *problems;
  TbPlan        *plan;
  TbReaderWatch  watch;
  TbReaderInput  input;
  TbCube        *cube;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->problems = tb_problems_new ("cube.csv");
  fixture->plan = tb_plan_new ();
  fixture->input = (TbReaderInput) {
    .name = "cube.csv", .problems = fixture->problems, .plan = fixture->plan, .watch = &fixture->watch,
  };
  fixture->cube = tb_cube_new (&fixture->input);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  tb_cube_free (fixture->cube);
  tb_plan_unref (fixture->plan);
  tb_problems_unref (fixture->problems);
}

static TbDecimal
decimal (const char *text)
{
  TbDecimal result;

  g_assert_cmpint (tb_decimal_parse (text, strlen (text), &result), ==, TB_DECIMAL_EXACT);
  return result;
}

/* A dimension with codes, given as one text with spaces between them. */
static guint
add_dimension (TbCube       *cube,
               const char   *id,
               TbColumnRole  role,
               const char   *codes)
{
  g_auto (GStrv) list = g_strsplit (codes, " ", -1);
  guint dimension = tb_cube_add_dimension (cube, id, NULL, role);

  for (guint i = 0; list[i] != NULL; i++)
    tb_cube_add_code (cube, dimension, list[i], NULL);

  return dimension;
}

/* @value NULL: none. */
static void
add_cell (TbCube        *cube,
          const guint32 *codes,
          const char    *value)
{
  TbCubeCell cell = TB_CUBE_CELL_INIT;

  cell.has_value = value != NULL;
  if (value != NULL)
    cell.value = decimal (value);
  g_assert_true (tb_cube_add (cube, codes, &cell));
}

/* The rows of the dataset: "indicator|place|breakdown|period|value|unit|multiplier", a line each. */
static char *
list_rows (const TbDataset *dataset)
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

static void
check_report (Fixture    *fixture,
              const char *expected)
{
  g_autofree char *report = tb_problems_dup_report (fixture->problems);

  g_assert_cmpstr (report, ==, expected);
}

/* What is made can be written, and is read back as the same. */
static void
check_round_trip (TbDataset *dataset)
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

static void
check_rows (Fixture    *fixture,
            const char *expected)
{
  g_autoptr (TbDataset) dataset = tb_cube_finish (fixture->cube);
  g_autofree char *rows = NULL;

  g_assert_nonnull (dataset);
  rows = list_rows (dataset);
  g_assert_cmpstr (rows, ==, expected);
  check_round_trip (dataset);
}

static void
test_plain (Fixture       *fixture,
            gconstpointer  data)
{
  TbCube *cube = fixture->cube;

  add_dimension (cube, "geo", TB_COLUMN_ROLE_UNSAID, "DE FR");
  add_dimension (cube, "sex", TB_COLUMN_ROLE_UNSAID, "F M");
  add_dimension (cube, "freq", TB_COLUMN_ROLE_UNSAID, "A");
  add_dimension (cube, "time", TB_COLUMN_ROLE_UNSAID, "2020 2021");
  tb_cube_get_subject (cube)->label = tb_cube_text (cube, "Life expectancy");
  g_assert_true (tb_cube_begin (cube, 8));
  for (guint32 i = 0; i < 8; i++)
    {
      const char *values[] = { "83.4", "83.3", "78.6", NULL, "85.3", "85.5", "79.2", "79.30" };

      add_cell (cube, (const guint32[]) { i / 4, i / 2 % 2, 0, i % 2 }, values[i]);
    }

  check_rows (fixture,
              "life-expectancy|DE|sex=F|2020|83.4|unstated|1\n"
              "life-expectancy|DE|sex=F|2021|83.3|unstated|1\n"
              "life-expectancy|DE|sex=M|2020|78.6|unstated|1\n"
              "life-expectancy|DE|sex=M|2021||unstated|1\n"
              "life-expectancy|FR|sex=F|2020|85.3|unstated|1\n"
              "life-expectancy|FR|sex=F|2021|85.5|unstated|1\n"
              "life-expectancy|FR|sex=M|2020|79.2|unstated|1\n"
              "life-expectancy|FR|sex=M|2021|79.3|unstated|1\n");
  check_report (fixture, "");
  g_assert_cmpuint (tb_plan_get_n_unstated (fixture->plan), ==, 1);
  g_assert_false (tb_plan_is_in_doubt (fixture->plan));
}

#define ADD_TEST(name, function) g_test_add ("/cube/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD_TEST ("plain", test_plain);

  return g_test_run ();
}
