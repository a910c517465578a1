/* The cube: what is too much, and who has waited enough.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-cube-test.h"

#include "tb-limits.h"

static void
test_limit_dimensions (TbCubeFixture *fixture,
                       gconstpointer  data)
{
  for (guint i = 0; i <= TB_LIMIT_CUBE_DIMENSIONS; i++)
    tb_cube_add_dimension (fixture->cube, "d", NULL, TB_COLUMN_ROLE_UNSAID);
  g_assert_false (tb_cube_begin (fixture->cube, 0));
  g_assert_null (tb_cube_finish (fixture->cube));
  tb_cube_test_check_report (fixture, "cube.csv: error: there are 65 dimensions; expected at most 64\n");
}

static void
test_limit_codes (TbCubeFixture *fixture,
                  gconstpointer  data)
{
  TbCubeCell cell = TB_CUBE_CELL_INIT;
  guint32 code;

  tb_cube_set_limits (fixture->cube, &(TbCubeLimits) { 10, 3, 10 });
  tb_cube_test_add_dimension (fixture->cube, "d", TB_COLUMN_ROLE_UNSAID, "a b c");
  g_assert_true (tb_cube_begin (fixture->cube, 0));
  code = tb_cube_intern (fixture->cube, 0, "b", 1);
  g_assert_cmpuint (code, ==, 1);
  code = tb_cube_intern (fixture->cube, 0, "x", 1);
  g_assert_cmpuint (code, ==, TB_CUBE_NO_CODE);
  g_assert_false (tb_cube_add (fixture->cube, &code, &cell));
  g_assert_null (tb_cube_finish (fixture->cube));
  tb_cube_test_check_report (fixture, "cube.csv: error: the dimension \"d\" has more codes than can be kept; expected "
                                      "at most 3\n");
}

static void
test_limit_series (TbCubeFixture *fixture,
                   gconstpointer  data)
{
  TbCubeCell cell = TB_CUBE_CELL_INIT;

  tb_cube_set_limits (fixture->cube, &(TbCubeLimits) { 10, 10, 2 });
  tb_cube_test_add_dimension (fixture->cube, "d", TB_COLUMN_ROLE_UNSAID, "a b c");
  g_assert_true (tb_cube_begin (fixture->cube, 0));
  tb_cube_test_add_cell (fixture->cube, (const guint32[]) { 0 }, "1");
  tb_cube_test_add_cell (fixture->cube, (const guint32[]) { 1 }, "1");
  g_assert_false (tb_cube_add (fixture->cube, (const guint32[]) { 2 }, &cell));
  g_assert_false (tb_cube_add (fixture->cube, (const guint32[]) { 0 }, &cell));
  g_assert_null (tb_cube_finish (fixture->cube));
  tb_cube_test_check_report (fixture, "cube.csv: error: there are more series than can be kept; expected at most 2\n");
}

static void
test_cancelled (TbCubeFixture *fixture,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  TbCubeCell cell = TB_CUBE_CELL_INIT;
  guint n = 0;

  fixture->watch.cancellable = cancellable;
  tb_cube_test_add_dimension (fixture->cube, "d", TB_COLUMN_ROLE_UNSAID, "a");
  g_assert_true (tb_cube_begin (fixture->cube, 0));
  tb_cube_test_add_cell (fixture->cube, (const guint32[]) { 0 }, "1");
  g_cancellable_cancel (cancellable);
  while (tb_cube_add (fixture->cube, (const guint32[]) { 0 }, &cell))
    n++;
  g_assert_cmpuint (n, <, TB_READER_STRIDE);
  g_assert_null (tb_cube_finish (fixture->cube));
  tb_cube_test_check_report (fixture, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  TB_CUBE_ADD_TEST ("limits/dimensions", test_limit_dimensions);
  TB_CUBE_ADD_TEST ("limits/codes", test_limit_codes);
  TB_CUBE_ADD_TEST ("limits/series", test_limit_series);
  TB_CUBE_ADD_TEST ("cancelled", test_cancelled);

  return g_test_run ();
}
