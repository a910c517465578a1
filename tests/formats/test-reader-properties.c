/* Laws of reading that hold for any text: nothing crashes, nothing is guessed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-reader.h"
#include "tb-writer.h"

#include <string.h>

/* The same numbers in every run: a test that fails now and then says nothing. */
static gint32
pick (gint32 from,
      gint32 below)
{
  static GRand *numbers = NULL;

  if (numbers == NULL)
    numbers = g_rand_new_with_seed (20230509);

  return g_rand_int_range (numbers, from, below);
}

static char *
get_sample (const char *name,
            gsize      *out_length)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "valid", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, out_length, &error);
  g_assert_no_error (error);
  return text;
}

static TbDataset *
read_text (const char *text,
           gsize       length,
           TbProblems *problems)
{
  /* A copy of exactly this size, so that reading beyond it is seen. */
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);

  return tb_reader_read_bytes (bytes, NULL, problems, NULL, NULL, NULL, NULL);
}

/* Either there is a dataset and no error, or no dataset and an error with a
 * message and, where it has a place, one within the text. */
static TbDataset *
check_outcome (const char *text,
               gsize       length)
{
  g_autoptr (TbProblems) problems = tb_problems_new ("text");
  TbDataset *dataset = read_text (text, length, problems);

  g_assert_cmpint (dataset == NULL, ==, tb_problems_get_n_errors (problems) > 0);
  for (gsize i = 0; i < tb_problems_get_n_listed (problems); i++)
    {
      const TbProblem *problem = tb_problems_get (problems, i);

      g_assert_cmpint (*problem->message, !=, '\0');
      g_assert_true (g_utf8_validate (problem->message, -1, NULL));
      g_assert_null (strchr (problem->message, '\n'));
      g_assert_cmpuint (problem->line, >, 0);
      g_assert_cmpuint (problem->column, >, 0);
      g_assert_cmpuint (problem->line, <=, length + 1);
    }

  return dataset;
}

static const char *const samples[] = {
  "unknown-keys.tongbi.json", "targets.tongbi.json", "relations.tongbi.json", "catalog.tongbi.json",
  "texts.tongbi.json",        "periods.tongbi.json", "overrides.tongbi.json", "digits.tongbi.json",
};

/* No beginning of a file is taken for the whole. */
static void
test_cut (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      gsize length;
      g_autofree char *text = get_sample (samples[i], &length);

      /* The last byte is a line end, without which it is whole. */
      for (gsize n = 0; n < length - 1; n++)
        g_assert_null (check_outcome (text, n));
    }
}

static void
mutate (GString *text)
{
  static const char *const pieces[] = {
    "{", "}",       "[",  "]",  ",",           ":",          "\"",   "null",       "true", "1e999",        "-",    "0",
    ".", "\\u0000", "{}", "[]", "\"2021-Q5\"", "\"target\"", "\"\"", "\"period\"", "\xff", "\xe5\xba\x8a", "1e308"
  };
  gssize at = pick (0, (gint32) text->len);
  gssize n = pick (1, 13);

  switch (pick (0, 4))
    {
    case 0:
      text->str[at] = (char) (text->str[at] ^ 1 << pick (0, 8));
      break;
    case 1:
      g_string_erase (text, at, MIN (n, (gssize) text->len - at));
      break;
    case 2:
      g_string_insert (text, at, pieces[pick (0, G_N_ELEMENTS (pieces))]);
      break;
    default:
      g_string_insert_len (text, at, text->str + at / 2, MIN (5 * n, (gssize) text->len - at / 2));
      break;
    }
}

/* What is read at all is written so that it reads the same. */
static void
check_round_trip (TbDataset *dataset)
{
  g_autoptr (GBytes) written = tb_writer_to_json (dataset);
  g_autoptr (GBytes) csv = tb_writer_to_csv (dataset, FALSE);
  g_autoptr (TbDataset) again = check_outcome (g_bytes_get_data (written, NULL), g_bytes_get_size (written));
  g_autoptr (GBytes) rewritten = NULL;
  g_autoptr (GBytes) csv_again = NULL;

  g_assert_nonnull (again);
  rewritten = tb_writer_to_json (again);
  csv_again = tb_writer_to_csv (again, FALSE);
  g_assert_true (g_bytes_equal (written, rewritten));
  g_assert_true (g_bytes_equal (csv, csv_again));
}

static void
test_changed (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      gsize length;
      g_autofree char *text = get_sample (samples[i], &length);

      for (int n = 0; n < 1500; n++)
        {
          g_autoptr (GString) changed = g_string_new_len (text, (gssize) length);
          g_autoptr (TbDataset) dataset = NULL;

          for (int k = pick (1, 4); k > 0 && changed->len > 0; k--)
            mutate (changed);
          dataset = check_outcome (changed->str, changed->len);
          if (dataset != NULL)
            check_round_trip (dataset);
        }
    }
}

/* A value of any type in the place of any other: these pass the grammar, so
 * that they try the reader and not the parser. */
static void
test_replaced (void)
{
  static const char *const values[]
      = { "null", "true", "[]", "{}", "\"\"", "\"x\"", "-1", "1e999", "[[1]]", "{\"en\": 1}", "123456789012345678901" };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      gsize length;
      g_autofree char *text = get_sample (samples[i], &length);

      for (const char *p = strstr (text, "\": "); p != NULL; p = strstr (p + 3, "\": "))
        {
          gsize before = (gsize) (p + 3 - text);
          gsize n_old = strcspn (p + 3, ",}]\n");

          for (gsize k = 0; k < G_N_ELEMENTS (values); k++)
            {
              g_autoptr (GString) changed = g_string_new_len (text, (gssize) before);
              g_autoptr (TbDataset) dataset = NULL;

              g_string_append (changed, values[k]);
              g_string_append (changed, p + 3 + n_old);
              dataset = check_outcome (changed->str, changed->len);
              if (dataset != NULL)
                check_round_trip (dataset);
            }
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/reader/properties/cut", test_cut);
  g_test_add_func ("/reader/properties/changed", test_changed);
  g_test_add_func ("/reader/properties/replaced", test_replaced);

  return g_test_run ();
}
