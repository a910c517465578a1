/* Lists of what is wrong with an input.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-limits.h"
#include "tb-problems.h"

#include <string.h>

/* FILE:LINE:COLUMN: error|warning: /json/pointer: message (format.md). */
static void
test_lines (void)
{
  static const struct
  {
    TbSeverity  severity;
    guint       line, column;
    const char *pointer;
    const char *expected;
  } rows[] = {
    { TB_SEVERITY_ERROR, 12, 7, "/series/0", "x.json:12:7: error: /series/0: 3 of 4" },
    { TB_SEVERITY_WARNING, 1, 1, "/title", "x.json:1:1: warning: /title: 3 of 4" },
    { TB_SEVERITY_ERROR, 3, 5, "", "x.json:3:5: error: 3 of 4" },
    { TB_SEVERITY_ERROR, 0, 0, "", "x.json: error: 3 of 4" },
  };
  g_autoptr (TbProblems) problems = tb_problems_new ("x.json");
  g_autofree char *none = tb_problems_dup_report (problems);
  g_autofree char *report = NULL;

  g_assert_cmpstr (none, ==, "");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *line = NULL;

      tb_problems_add (problems, rows[i].severity, rows[i].line, rows[i].column, rows[i].pointer, "%d of %d", 3, 4);
      line = tb_problems_dup_line (problems, i);
      g_assert_cmpstr (line, ==, rows[i].expected);
    }

  report = tb_problems_dup_report (problems);
  g_assert_true (g_str_has_prefix (report, "x.json:12:7: error: /series/0: 3 of 4\nx.json:1:1: "));
  g_assert_true (g_str_has_suffix (report, "x.json: error: 3 of 4\n"));
  g_assert_cmpuint (tb_problems_get_n_errors (problems), ==, 3);
  g_assert_cmpuint (tb_problems_get_n_warnings (problems), ==, 1);
}

/* A hostile file can not command the terminal, nor fake a line. */
static void
test_control_characters (void)
{
  g_autoptr (TbProblems) problems = tb_problems_new ("a\nb.json");
  g_autofree char *line = NULL;

  tb_problems_add (problems, TB_SEVERITY_ERROR, 1, 2, "/\x7Fx", "\"%s\" is wrong", "\x1B]0;床\x07\n\xC2\x9B\xC2\xA0");
  line = tb_problems_dup_line (problems, 0);
  g_assert_cmpstr (line, ==, "a\\u000Ab.json:1:2: error: /\\u007Fx: "
                             "\"\\u001B]0;床\\u0007\\u000A\\u009B\xC2\xA0\" is wrong");
}

static guint
count_lines (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == '\n';

  return n;
}

/* Fifty are listed, then they are counted. */
static void
test_limit (void)
{
  g_autoptr (TbProblems) problems = tb_problems_new ("x.json");
  g_autofree char *at_limit = NULL;
  g_autofree char *one_more = NULL;
  g_autofree char *many_more = NULL;

  g_assert_cmpint (TB_LIMIT_PROBLEMS, ==, 50);
  for (int i = 0; i < 50; i++)
    tb_problems_add (problems, TB_SEVERITY_ERROR, (guint) i + 1, 1, "/a", "wrong");
  at_limit = tb_problems_dup_report (problems);
  g_assert_cmpuint (count_lines (at_limit), ==, 50);

  tb_problems_add (problems, TB_SEVERITY_ERROR, 51, 1, "/a", "wrong");
  one_more = tb_problems_dup_report (problems);
  g_assert_cmpuint (count_lines (one_more), ==, 51);
  g_assert_nonnull (strstr (one_more, "1 more problem\n"));

  for (int i = 0; i < 1000; i++)
    tb_problems_add (problems, TB_SEVERITY_WARNING, 0, 0, "/a", "odd");
  many_more = tb_problems_dup_report (problems);
  g_assert_cmpuint (count_lines (many_more), ==, 51);
  g_assert_nonnull (strstr (many_more, "1001 more problems\n"));
  g_assert_cmpuint (tb_problems_get_n_listed (problems), ==, 50);
  g_assert_cmpuint (tb_problems_get_n_errors (problems), ==, 51);
  g_assert_cmpuint (tb_problems_get_n_warnings (problems), ==, 1000);
}

/* What refuses the file is listed, also behind fifty warnings. */
static void
test_errors_before_warnings (void)
{
  g_autoptr (TbProblems) problems = tb_problems_new ("x.json");
  g_autofree char *report = NULL;

  for (int i = 0; i < 60; i++)
    tb_problems_add (problems, TB_SEVERITY_WARNING, (guint) i + 1, 1, "/a", "odd");
  tb_problems_add (problems, TB_SEVERITY_ERROR, 99, 1, "/b", "wrong");
  report = tb_problems_dup_report (problems);
  g_assert_nonnull (strstr (report, "x.json:99:1: error: /b: wrong\n"));
  g_assert_nonnull (strstr (report, "11 more problems\n"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/problems/lines", test_lines);
  g_test_add_func ("/problems/control-characters", test_control_characters);
  g_test_add_func ("/problems/limit", test_limit);
  g_test_add_func ("/problems/errors-before-warnings", test_errors_before_warnings);

  return g_test_run ();
}
