/* How far the reading of a large text is: it never goes back, and tells no step that is not one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-limits.h"
#include "tb-reader.h"

/* A text is read in parts of a megabyte's sixteenth and less; more than this share of it at once is a jump. */
#define MOST 0.1

static const char sdmx_head[] = "{\"structure\": {\"dimensions\": {\"series\": [{\"id\": \"REF_AREA\", \"values\": [";
static const char sdmx_times[] = "]}], \"observation\": [{\"id\": \"TIME_PERIOD\", \"values\": [";

/* Series of 100 figures each, in an object by their codes. */
static GString *
make_sdmx (int n_series)
{
  GString *text = g_string_new (sdmx_head);

  for (int i = 0; i < n_series; i++)
    g_string_append_printf (text, "%s{\"id\": \"R%d\"}", i > 0 ? "," : "", i);
  g_string_append (text, sdmx_times);
  for (int i = 0; i < 100; i++)
    g_string_append_printf (text, "%s{\"id\": \"%d\"}", i > 0 ? "," : "", 1901 + i);
  g_string_append (text, "]}]}}, \"dataSets\": [{\"series\": {");
  for (int i = 0; i < n_series; i++)
    {
      g_string_append_printf (text, "%s\n\"%d\": {\"observations\": {", i > 0 ? "," : "", i);
      for (int k = 0; k < 100; k++)
        g_string_append_printf (text, "%s\"%d\": [%d.%d]", k > 0 ? ", " : "", k, i, k);
      g_string_append (text, "}}");
    }
  g_string_append (text, "}}]}");

  return text;
}

/* Rows, of whose array the end is guessed: all of it is in the object's last member. */
static void
append_rows (GString    *text,
             const char *key,
             int         n_places)
{
  g_string_append_printf (text, "\"%s\": [", key);
  for (int i = 0; i < n_places; i++)
    {
      for (int k = 0; k < 100; k++)
        g_string_append_printf (text, "%s\n{\"place\": \"R%d\", \"year\": \"%d\", \"value\": %d.%d}",
                                i + k > 0 ? "," : "", i, 1901 + k, i, k);
    }
  g_string_append_c (text, ']');
}

static GString *
make_rows (int n_places)
{
  GString *text = g_string_new ("{");

  append_rows (text, "data", n_places);
  g_string_append_c (text, '}');
  return text;
}

/* Behind the rows there are others like them: the end of the text is no end of the first ones. */
static GString *
make_two_arrays (int n_places)
{
  GString *text = g_string_new ("{");

  append_rows (text, "data", n_places);
  g_string_append (text, ", ");
  append_rows (text, "rows", n_places);
  g_string_append_c (text, '}');
  return text;
}

static void
note_progress (double   fraction,
               gpointer data)
{
  g_array_append_val ((GArray *) data, fraction);
}

static void
check_steps (GArray *fractions)
{
  double last = 0;

  for (guint i = 0; i < fractions->len; i++)
    {
      const double fraction = g_array_index (fractions, double, i);

      g_assert_cmpfloat (fraction, >=, last);
      g_assert_cmpfloat (fraction, <=, last + MOST);
      last = fraction;
    }
  g_assert_cmpfloat (last, ==, 1.0);
}

static void
check_text (GString *text)
{
  g_autofree char *path = g_build_filename (g_get_user_runtime_dir (), "large.json", NULL);
  g_autoptr (GString) owned = text;
  g_autoptr (TbProblems) problems = tb_problems_new ("x");
  g_autoptr (GArray) fractions = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (TbDataset) dataset = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (text->len, >, TB_LIMIT_WHOLE_TEXT_BYTES);
  g_mkdir_with_parents (g_get_user_runtime_dir (), 0700);
  g_file_set_contents (path, text->str, (gssize) text->len, &error);
  g_assert_no_error (error);
  dataset = tb_reader_read_file (path, NULL, problems, note_progress, fractions, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (dataset);
  check_steps (fractions);
}

static void
test_sdmx (void)
{
  check_text (make_sdmx (6000));
}

static void
test_rows (void)
{
  check_text (make_rows (1500));
}

static void
test_two_arrays (void)
{
  check_text (make_two_arrays (900));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/outline-progress/sdmx", test_sdmx);
  g_test_add_func ("/outline-progress/rows", test_rows);
  g_test_add_func ("/outline-progress/two-arrays", test_two_arrays);

  return g_test_run ();
}
