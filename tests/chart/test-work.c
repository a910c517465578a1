/* Tests saved work as JSON: both ways without loss, and what a bad one gets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-test-texts.h"
#include "tb-work.h"

#include <string.h>

#define SHA256 "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" /* of "test" */

static TbWork *
make_work (void)
{
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;
  g_autoptr (TbChartSpec) spec = NULL;
  TbWork *work;

  fields.type = TB_CHART_LINE;
  fields.indicators = (char *[]) { (char *) "beds", NULL };
  fields.title = (char *) "床位";
  spec = tb_chart_spec_new (&fields);
  work = tb_work_new (spec);
  work->automatic_type = TRUE;
  work->shown = g_strdup ("table");
  work->reading = g_strdup ("{\"tongbi\":\"import-profile/1\"}");
  tb_work_add_file (work, "../数据/beds & nurses.json", SHA256);
  tb_work_add_file (work, "more", NULL);
  tb_work_set_document (work, "/home/a/床位.tongbi-chart.json", SHA256);
  return work;
}

static void
test_round_trip (void)
{
  g_autoptr (TbWork) work = make_work ();
  g_autoptr (TbWork) copy = tb_work_copy (work);
  g_autofree char *text = tb_work_to_json (copy);
  g_autoptr (GError) error = NULL;
  g_autoptr (TbWork) again = tb_work_from_json (text, -1, &error);
  g_autofree char *text_again = NULL;

  g_assert_no_error (error);
  text_again = tb_work_to_json (again);
  g_assert_cmpstr (text_again, ==, text);
  g_assert_cmpuint (again->n_files, ==, 2);
  g_assert_cmpstr (again->files[0].path, ==, "../数据/beds & nurses.json");
  g_assert_cmpstr (again->files[0].sha256, ==, SHA256);
  g_assert_cmpstr (again->files[1].path, ==, "more");
  g_assert_null (again->files[1].sha256);
  g_assert_cmpstr (again->reading, ==, "{\"tongbi\":\"import-profile/1\"}");
  g_assert_cmpstr (again->shown, ==, "table");
  g_assert_cmpstr (again->document.path, ==, "/home/a/床位.tongbi-chart.json");
  g_assert_cmpstr (again->document.sha256, ==, SHA256);
  g_assert_true (again->automatic_type);
  g_assert_cmpstr (tb_chart_spec_get (again->spec)->title, ==, "床位");
}

/* Saved work is a chart to all who read charts, and a chart is work without files. */
static void
test_is_chart (void)
{
  g_autoptr (TbWork) work = make_work ();
  g_autofree char *text = tb_work_to_json (work);
  g_autofree char *expected = tb_chart_spec_to_json (work->spec);
  g_autoptr (GError) error = NULL;
  g_autoptr (TbChartSpec) spec = tb_chart_spec_from_json (text, -1, &error);
  g_autoptr (TbWork) plain = NULL;
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = tb_chart_spec_to_json (spec);
  g_assert_cmpstr (found, ==, expected);
  plain = tb_work_from_json (expected, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plain->n_files, ==, 0);
  g_assert_null (plain->shown);
  g_assert_null (plain->document.path);
  g_assert_false (plain->automatic_type);
}

static void
test_errors (void)
{
  static const struct
  {
    const char *rest;
    const char *message;
  } cases[] = {
    { "\"data\": 1", "/data: expected an object, found a number" },
    { "\"data\": {\"file\": []}", "/data/file: *" },
    { "\"data\": {\"files\": {}}", "/data/files: expected an array, found an object" },
    { "\"data\": {\"files\": [7]}", "/data/files/0: expected an object, found a number" },
    { "\"data\": {\"files\": [{\"path\": \"a\"}, {}]}", "/data/files/1: expected a member “path”" },
    { "\"data\": {\"files\": [{\"path\": \"\"}]}", "/data/files/0: expected a member “path”" },
    { "\"data\": {\"files\": [{\"path\": 1}]}", "/data/files/0/path: expected a string, found a number" },
    { "\"data\": {\"files\": [{\"path\": \"a\", \"sha256\": \"12\"}]}",
      "/data/files/0/sha256: expected 64 hexadecimal digits" },
    { "\"data\": {\"reading\": \"x\"}", "/data/reading: expected an object, found a string" },
    { "\"view\": []", "/view: expected an object, found an array" },
    { "\"view\": {\"shown\": 3}", "/view/shown: expected a string, found a number" },
    { "\"view\": {\"automatic_type\": 1}", "/view/automatic_type: expected true or false, found a number" },
    { "\"view\": {\"document\": \"x\"}", "/view/document: expected an object, found a string" },
    { "\"view\": {\"document\": {}}", "/view/document: expected a member “path”" },
    { "\"view\": {\"document\": {\"path\": \"a\", \"sha256\": \"1\"}}",
      "/view/document/sha256: expected 64 hexadecimal digits" },
    { "\"titel\": \"x\"", "/titel: *" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"tongbi\": \"chart/1\", %s}", cases[i].rest);
      g_autoptr (GError) error = NULL;
      g_autoptr (TbWork) work = tb_work_from_json (text, -1, &error);

      g_test_message ("%s", text);
      g_assert_null (work);
      g_assert_error (error, TB_CHART_ERROR, TB_CHART_ERROR_SPEC);
      g_test_message ("%s", error->message);
      g_assert_true (g_pattern_match_simple (cases[i].message, tb_test_skip_place (error->message)));
    }
}

static void
test_too_many_files (void)
{
  g_autoptr (TbWork) work = make_work ();
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TbWork) again = NULL;

  for (guint i = 0; i < 4095; i++)
    tb_work_add_file (work, "a", NULL);
  text = tb_work_to_json (work);
  again = tb_work_from_json (text, -1, &error);
  g_assert_null (again);
  g_assert_cmpstr (tb_test_skip_place (error->message), ==, "/data/files: 4097 files; at most 4096 can be read as one");
}

static void
test_is_document (void)
{
  static const struct
  {
    const char *text;
    gboolean    is;
  } cases[] = {
    { "{\"tongbi\": \"chart/1\"}", TRUE },
    { "{\n  \"tongbi\" : \"chart/1\",\n", TRUE },
    { "{\"tongbi\": \"dataset/1\"}", FALSE },
    { "{\"tongbi\": \"chart/1", FALSE },
    { "{\"tongbi\"", FALSE },
    { "", FALSE },
    { "a,b\n1,2\n", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize length = strlen (cases[i].text);
      /* As the bytes of a file, without an end. */
      g_autofree char *bytes = g_memdup2 (cases[i].text, length);

      g_assert_cmpint (tb_work_is_document (bytes, length), ==, cases[i].is);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/work/round-trip", test_round_trip);
  g_test_add_func ("/work/is-chart", test_is_chart);
  g_test_add_func ("/work/errors", test_errors);
  g_test_add_func ("/work/too-many-files", test_too_many_files);
  g_test_add_func ("/work/is-document", test_is_document);

  return g_test_run ();
}
