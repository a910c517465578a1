/* What is written as JSON-stat 2.0 is what other programs expect, and is read back the same.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-reader.h"
#include "tb-writer.h"

#include <string.h>

/* Arrays nested as deep as a file may have them lie deeper still in an extension. */
#define TOO_DEEP "nesting-512.tongbi.json"

/* Two regions; one figure provisional, one a bound, one not there; and a target. */
static const char small[] =
  "{\"tongbi\": \"dataset/1\", \"title\": {\"en\": \"Output\", \"zh\": \"产出\"}, \"updated\": \"2022-03-31\",\n"
  " \"sources\": {\"s\": {\"publisher\": \"Office\"}},\n"
  " \"places\": {\"w\": {\"name\": \"Whole\"}, \"n\": {\"name\": \"North\", \"parent\": \"w\"}},\n"
  " \"units\": {\"cny\": {\"kind\": \"money\", \"currency\": \"CNY\", "
  "\"name\": {\"en\": \"yuan\", \"zh\": \"元\"}}},\n"
  " \"indicators\": [{\"id\": \"out\", \"name\": {\"en\": \"Output\", \"zh\": \"产出\"}, \"unit\": \"cny\","
  " \"measure\": \"flow\"}],\n"
  " \"series\": [\n"
  "  {\"indicator\": \"out\", \"place\": \"w\", \"multiplier\": 10000, \"observations\": [\n"
  "   [\"2020\", 6.0], {\"period\": \"2021\", \"value\": 7.25, \"status\": \"P\", \"source\": \"s\"}]},\n"
  "  {\"indicator\": \"out\", \"place\": \"n\", \"multiplier\": 10000, \"observations\": [\n"
  "   {\"period\": \"2021\", \"value\": 3, \"qualifier\": \"over\"},\n"
  "   {\"period\": \"2025\", \"value\": 9, \"kind\": \"target\"}]}]}\n";

/* What the specification (https://json-stat.org/full/) makes of it, up to the extension: what is measured, place,
 * period; the target is a category of its own, because a cell says no more of its figure than its categories do. */
static const char small_cells[] =
  "  \"value\": {\"0\": 6.0, \"1\": 7.25, \"4\": 3, \"11\": 9},\n"
  "  \"status\": {\"1\": \"P\", \"4\": \">\"},\n"
  "  \"extension\": {\"status\": {\"label\": {";

static const char *const small_parts[] = {
  "{\n  \"version\": \"2.0\",\n  \"class\": \"dataset\",\n  \"label\": \"Output\",\n  \"source\": \"Office\",\n"
  "  \"updated\": \"2022-03-31\",\n  \"id\": [\"indicator\", \"place\", \"period\"],\n  \"size\": [2, 2, 3],\n"
  "  \"role\": {\"time\": [\"period\"], \"geo\": [\"place\"], \"metric\": [\"indicator\"]},\n",
  "\"category\": {\"index\": [\"out\", \"out (2)\"], "
  "\"label\": {\"out\": \"Output\", \"out (2)\": \"Output (target)\"}, ",
  "\"multiplier\": 4}",
  "\"category\": {\"index\": [\"w\", \"n\"], "
  "\"label\": {\"w\": \"Whole\", \"n\": \"North\"}, \"child\": {\"w\": [\"n\"]}}",
  "\"category\": {\"index\": [\"2020\", \"2021\", \"2025\"], ",
  small_cells,
};

static TbDataset *
read_text (const char *text,
           gsize       length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (TbProblems) problems = tb_problems_new ("input");
  g_autofree char *report = NULL;
  TbDataset *dataset = tb_reader_read_bytes (bytes, NULL, problems, NULL, NULL, NULL, NULL);

  report = tb_problems_dup_report (problems);
  if (dataset == NULL)
    g_error ("refused: %s", report);

  return dataset;
}

static char *
write_text (const TbDataset *dataset,
            TbLanguage       language)
{
  g_autoptr (GBytes) bytes = tb_writer_to_json_stat (dataset, language);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return g_strndup (text, length);
}

static void
check_round_trip (const TbDataset *dataset)
{
  g_autoptr (GBytes) written = tb_writer_to_json (dataset);

  for (int language = 0; language < TB_N_LANGUAGES; language++)
    {
      g_autofree char *text = write_text (dataset, (TbLanguage) language);
      g_autoptr (TbDataset) again = read_text (text, strlen (text));
      g_autoptr (GBytes) rewritten = tb_writer_to_json (again);

      if (!g_bytes_equal (written, rewritten))
        g_error ("another dataset is read back:\n%.*s", (int) g_bytes_get_size (rewritten),
                 (const char *) g_bytes_get_data (rewritten, NULL));
    }
}

static void
test_file (gconstpointer data)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TbDataset) dataset = NULL;
  gsize length;

  g_file_get_contents (data, &content, &length, &error);
  g_assert_no_error (error);
  dataset = read_text (content, length);
  check_round_trip (dataset);
}

static void
test_small (void)
{
  g_autoptr (TbDataset) dataset = read_text (small, strlen (small));
  g_autofree char *text = write_text (dataset, TB_LANGUAGE_EN);

  for (gsize i = 0; i < G_N_ELEMENTS (small_parts); i++)
    {
      if (strstr (text, small_parts[i]) == NULL)
        g_error ("no “%s” in:\n%s", small_parts[i], text);
    }
  check_round_trip (dataset);
}

/* Labels follow the language; ids and figures do not. */
static void
test_language (void)
{
  g_autoptr (TbDataset) dataset = read_text (small, strlen (small));
  g_autofree char *text = write_text (dataset, TB_LANGUAGE_ZH);

  g_assert_nonnull (strstr (text, "\"label\": \"产出\""));
  g_assert_nonnull (strstr (text, "\"place\": {\"label\": \"地区\""));
  g_assert_nonnull (strstr (text, "\"value\": {\"0\": 6.0, \"1\": 7.25, \"4\": 3, \"11\": 9}"));
}

/* A figure that another program changed is read as it changed it. */
static void
test_changed (void)
{
  g_autoptr (TbDataset) dataset = read_text (small, strlen (small));
  g_autofree char *text = write_text (dataset, TB_LANGUAGE_EN);
  char *figure = strstr (text, "7.25");
  g_autoptr (TbDataset) again = NULL;
  TbObservation observation;

  g_assert_nonnull (figure);
  memcpy (figure, "8.50", 4);
  again = read_text (text, strlen (text));
  tb_series_get (tb_dataset_get_series (again, 0), 1, &observation);
  g_assert_cmpfloat (observation.figure, ==, 85000.0);
  g_assert_cmpuint (observation.status, ==, TB_STATUS_PROVISIONAL);
}

/* What is no number any more is refused, and no figure without a value. */
static void
test_made_text (void)
{
  g_autoptr (TbDataset) dataset = read_text (small, strlen (small));
  g_autofree char *text = write_text (dataset, TB_LANGUAGE_EN);
  char *figure = strstr (text, "7.25");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TbProblems) problems = tb_problems_new ("x.json");
  g_autoptr (TbDataset) again = NULL;
  g_autofree char *report = NULL;

  g_assert_nonnull (figure);
  memcpy (figure, "\"25\"", 4);
  bytes = g_bytes_new (text, strlen (text));
  again = tb_reader_read_bytes (bytes, NULL, problems, NULL, NULL, NULL, NULL);
  report = tb_problems_dup_report (problems);
  g_assert_null (again);
  g_assert_nonnull (strstr (report, "found the string \"25\"; expected a number"));
}

/* Where the cells are not those that were written, the file is read as any other. */
static void
test_rearranged (void)
{
  g_autoptr (TbDataset) dataset = read_text (small, strlen (small));
  g_autofree char *text = write_text (dataset, TB_LANGUAGE_EN);
  char *count = strstr (text, "\"@cells\": [12]");
  g_autoptr (TbDataset) again = NULL;

  g_assert_nonnull (count);
  memcpy (count, "\"@cells\": [13]", 14);
  again = read_text (text, strlen (text));
  g_assert_cmpuint (tb_dataset_get_n_observations (again), ==, 4);
  g_assert_cmpstr (tb_dataset_get_info (again)->format, ==, "json-stat");
}

static guint
add_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_strconcat ("/writer-json-stat/", name, NULL);

      if (!g_str_has_suffix (name, ".tongbi.json") || g_str_equal (name, TOO_DEEP))
        continue;
      g_test_add_data_func_full (path, g_build_filename (folder, name, NULL), test_file, g_free);
      n++;
    }

  return n;
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *valid = NULL;
  g_autofree char *samples = NULL;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  valid = g_test_build_filename (G_TEST_DIST, "data", "valid", NULL);
  samples = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", NULL);
  g_test_add_func ("/writer-json-stat/small", test_small);
  g_test_add_func ("/writer-json-stat/language", test_language);
  g_test_add_func ("/writer-json-stat/changed", test_changed);
  g_test_add_func ("/writer-json-stat/made-text", test_made_text);
  g_test_add_func ("/writer-json-stat/rearranged", test_rearranged);
  g_assert_cmpuint (add_folder (valid), >=, 25);
  g_assert_cmpuint (add_folder (samples), >=, 4);

  return g_test_run ();
}
