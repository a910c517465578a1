/* Data packages: what they say of their columns, and that they read back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-problems.h"
#include "tb-reader.h"
#include "tb-test-datasets.h"
#include "tb-writer.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define HEAD                                                                                                           \
  "{\"tongbi\": \"dataset/1\", \"title\": {\"en\": \"City, plan\", \"zh\": \"规划\"}, \"licence\": \"CC BY 4.0\","       \
  " \"publisher\": \"Bureau\", \"updated\": \"2023-06-30\","                                                           \
  " \"sources\": {\"a\": {\"publisher\": \"Daily\", \"title\": \"Review\", \"url\": \"https://example.org/\"}},"       \
  " \"places\": {\"qd\": {\"name\": \"Qingdao\"}}, \"units\": {\"bed\": {\"kind\": \"count\", \"name\": \"beds\"}},"   \
  " \"indicators\": [{\"id\": \"beds\", \"name\": \"Beds\", \"unit\": \"bed\", \"measure\": \"flow\"}], \"series\": [" \
  "{\"indicator\": \"beds\", \"place\": \"qd\", \"multiplier\": 10000, \"observations\": ["

static TbDataset *
read_text (const char *observations)
{
  g_autofree char *text = g_strconcat (HEAD, observations, "]}]}", NULL);

  return tb_test_read_dataset (text);
}

static char *
make_place (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("tb-package-XXXXXX", &error);

  g_assert_no_error (error);

  return folder;
}

static JsonObject *
get_object (JsonObject *object,
            const char *array,
            guint       i)
{
  return json_array_get_object_element (json_object_get_array_member (object, array), i);
}

/* The specification's own names of things, and what the dataset says. */
static void
test_descriptor (void)
{
  g_autoptr (TbDataset) dataset = read_text ("[\"2021\", 6.50], [\"2022\", 6.77]");
  g_autofree char *place = make_place ();
  g_autofree char *folder = g_build_filename (place, "package", NULL);
  g_autofree char *path = g_build_filename (folder, "datapackage.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  JsonObject *root, *resource, *field, *schema;

  g_assert_true (tb_writer_save_data_package (dataset, folder, &error));
  g_assert_no_error (error);
  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpstr (json_object_get_string_member (root, "profile"), ==, "tabular-data-package");
  g_assert_cmpstr (json_object_get_string_member (root, "name"), ==, "city-plan");
  g_assert_cmpstr (json_object_get_string_member (root, "title"), ==, "City, plan");
  g_assert_cmpstr (json_object_get_string_member (root, "created"), ==, "2023-06-30T00:00:00Z");
  g_assert_cmpstr (json_object_get_string_member (get_object (root, "licenses", 0), "name"), ==, "CC-BY-4.0");
  g_assert_cmpstr (json_object_get_string_member (get_object (root, "sources", 0), "title"), ==, "Daily, Review");
  g_assert_cmpstr (json_object_get_string_member (get_object (root, "sources", 0), "path"), ==, "https://example.org/");

  resource = get_object (root, "resources", 0);
  g_assert_cmpstr (json_object_get_string_member (resource, "path"), ==, "data.csv");
  schema = json_object_get_object_member (resource, "schema");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (schema, "fields")), ==, 20);
  field = get_object (schema, "fields", 0);
  g_assert_cmpstr (json_object_get_string_member (field, "name"), ==, "indicator");
  g_assert_cmpstr (json_object_get_string_member (get_object (field, "categories", 0), "label"), ==, "Beds");
  g_assert_cmpstr (json_object_get_string_member (get_object (field, "categories", 0), "unit"), ==, "bed");
  field = get_object (schema, "fields", 4);
  g_assert_cmpstr (json_object_get_string_member (field, "type"), ==, "date");
  field = get_object (schema, "fields", 6);
  g_assert_cmpstr (json_object_get_string_member (field, "name"), ==, "value");
  g_assert_cmpstr (json_object_get_string_member (field, "type"), ==, "number");
  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (schema, "missingValues"), 0), ==, "");
}

/* Its periods come back as they were, not as their first days. */
static void
check_period (const TbSeries *series)
{
  TbPeriod period = tb_series_get_period (series, 0);

  g_assert_cmpint (period.kind, ==, TB_PERIOD_A);
  g_assert_cmpint (period.start, ==, tb_day_new (2021, 1, 1));
  g_assert_cmpint (period.end, ==, tb_day_new (2021, 12, 31));
}

static void
check_read (const char *path)
{
  g_autoptr (TbProblems) problems = tb_problems_new (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TbDataset) dataset = tb_reader_read_file (path, NULL, problems, NULL, NULL, NULL, &error);
  double sum = 0;

  g_assert_no_error (error);
  for (gsize s = 0; s < tb_dataset_get_n_series (dataset); s++)
    {
      const TbSeries *series = tb_dataset_get_series (dataset, s);

      for (gsize i = 0; i < tb_series_get_n (series); i++)
        sum += tb_series_get_figure (series, i);
    }
  /* (6.50 + 6.77) × 10,000 */
  g_assert_cmpuint (tb_dataset_get_n_observations (dataset), ==, 2);
  g_assert_cmpfloat (sum, ==, 132700.0);
  g_assert_cmpuint (tb_dataset_get_n_series (dataset), ==, 1);
  check_period (tb_dataset_get_series (dataset, 0));
}

/* A package holds full figures: the multiplier, which it tells, is not applied again. */
static void
test_round_trip (void)
{
  g_autoptr (TbDataset) dataset = read_text ("[\"2021\", 6.50], [\"2022\", 6.77]");
  g_autofree char *place = make_place ();
  g_autofree char *descriptor = g_build_filename (place, "folder", "datapackage.json", NULL);
  g_autofree char *folder = g_build_filename (place, "folder", NULL);
  g_autofree char *zip = g_build_filename (place, "package.zip", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = tb_writer_to_data_package (dataset, &error);
  g_autoptr (GBytes) again = tb_writer_to_data_package (dataset, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, again));
  g_file_set_contents (zip, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  g_assert_true (tb_writer_save_data_package (dataset, folder, &error));
  check_read (descriptor);
  check_read (zip);
}

/* What is in a folder stays, and nothing is left beside it. */
static void
test_folder_in_use (void)
{
  g_autoptr (TbDataset) dataset = read_text ("[\"2021\", 6.50]");
  g_autofree char *place = make_place ();
  g_autofree char *folder = g_build_filename (place, "used", NULL);
  g_autofree char *file = g_build_filename (folder, "mine.txt", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, "mine", -1, NULL));
  g_assert_false (tb_writer_save_data_package (dataset, folder, &error));
  g_assert_nonnull (error);
  g_assert_true (g_file_test (file, G_FILE_TEST_EXISTS));
  dir = g_dir_open (place, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "used");
  g_assert_null (g_dir_read_name (dir));
}

static const struct { const char *observations; const char *losses; } loss_rows[] = {
  { "[\"2021\", 1]", NULL },
  { "{\"period\": \"2021\", \"value\": 1, \"note\": \"n\", \"low\": 1, \"high\": 2}", NULL },
  { "{\"period\": \"2021\", \"value\": 1, \"kind\": \"target\", \"comparator\": \"at-most\"}",
    "deadlines, comparators and paths of targets" },
  { "{\"period\": \"2021\", \"value\": 1, \"break\": \"new count\", \"status\": [\"B\"]}", "changes of definition" },
};

static void
test_losses (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (loss_rows); i++)
    {
      g_autoptr (TbDataset) dataset = read_text (loss_rows[i].observations);
      g_autofree char *losses = tb_writer_dup_tidy_losses (dataset);

      g_assert_cmpstr (losses, ==, loss_rows[i].losses);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/writer-data-package/descriptor", test_descriptor);
  g_test_add_func ("/writer-data-package/round-trip", test_round_trip);
  g_test_add_func ("/writer-data-package/folder-in-use", test_folder_in_use);
  g_test_add_func ("/writer-data-package/losses", test_losses);

  return g_test_run ();
}
