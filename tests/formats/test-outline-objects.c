/* Large objects a member at a time: the same dataset, problems and places as of a text read whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-json-document.h"
#include "tb-outline-test.h"
#include "tb-reader.h"

#include <string.h>

#define STAT_HEAD                                                                                                      \
  "{\"version\": \"2.0\", \"class\": \"dataset\", \"label\": \"Beds\", \"id\": [\"geo\", \"year\"], "                 \
  "\"size\": [%d, 50],\n" \
  " \"role\": {\"time\": [\"year\"], \"geo\": [\"geo\"]}, \"dimension\": {\"geo\": {\"category\": {\"index\": ["

/* A data set of JSON-stat, 50 figures a place, up to its values. */
static GString *
begin_stat (int n_places)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, STAT_HEAD, n_places);
  for (int i = 0; i < n_places; i++)
    g_string_append_printf (text, "%s\"R%d\"", i > 0 ? ", " : "", i);
  g_string_append (text, "]}}, \"year\": {\"category\": {\"index\": [");
  for (int i = 0; i < 50; i++)
    g_string_append_printf (text, "%s\"%d\"", i > 0 ? ", " : "", 1970 + i);
  g_string_append (text, "]}}},\n");

  return text;
}

/* An object of members from @first on, one in @step cells, a line each. */
static void
append_cells (GString    *text,
              const char *key,
              int         first,
              int         end,
              int         step,
              const char *format)
{
  g_string_append_printf (text, "\"%s\": {", key);
  for (int i = first; i < end; i += step)
    {
      g_string_append_printf (text, "%s\n\"%d\": ", i > first ? "," : "", i);
      g_string_append_printf (text, format, i % 7);
    }
  g_string_append_c (text, '}');
}

static char *
make_sparse (const char *status)
{
  GString *text = begin_stat (4);

  append_cells (text, "value", 1, 200, 3, "%d.50");
  g_string_append (text, ",\n");
  append_cells (text, "status", 1, 200, 2, status);
  g_string_append_c (text, '}');

  return g_string_free_and_steal (text);
}

static void
replace_once (GString    *text,
              const char *find,
              const char *replacement)
{
  g_assert_nonnull (strstr (text->str, find));
  g_string_replace (text, find, replacement, 1);
}

/* Values and status codes side by side, also where many runs of one lie between two of the other. */
static void
test_sparse (void)
{
  static const char *const statuses[] = {
    "\"p%d\"", "\"provisional, and so on, and so on, and so on, and so on, and so on, and so on, and so on %d\"",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autofree char *text = make_sparse (statuses[i]);

      g_assert_cmpuint (outline_check_text (text, strlen (text)), >=, 1);
    }
}

/* Few status codes among many values: a run of codes goes while values are read, and is entered again where the
 * walk was, at a member and not at what is between two of them. */
static void
test_rare_statuses (void)
{
  static const int steps[] = { 11, 25, 40, 60 };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GString) text = begin_stat (60);

      append_cells (text, "value", 0, 3000, 1, "%d.25");
      g_string_append (text, ",\n");
      append_cells (text, "status", 3, 3000, steps[i], "\"p%d\"");
      g_string_append_c (text, '}');
      g_assert_cmpuint (outline_check_text (text->str, text->len), >=, 1);
    }
}

/* Many runs of status codes to one of values, both arrays: no figure is taken from what came in its place. */
static void
test_side_by_side (void)
{
  static const struct { const char *value; const char *status; } cases[] = {
    /* Two codes are as long as a run of values, so that they fit into its memory. */
    { "%d", "\"provisional figure of the office, not final:  %d\"" },
    { "1000000000000000000000000000000000000000000000000000000000000000000000000.%d", "\"%d\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = begin_stat (12);

      g_string_append (text, "\"value\": [");
      for (int n = 0; n < 600; n++)
        {
          g_string_append (text, n > 0 ? "," : "");
          g_string_append_printf (text, cases[i].value, n % 10);
        }
      g_string_append (text, "], \"status\": [");
      for (int n = 0; n < 600; n++)
        {
          g_string_append (text, n > 0 ? "," : "");
          g_string_append_printf (text, cases[i].status, n % 10);
        }
      g_string_append (text, "]}");
      g_assert_cmpuint (outline_check_text (text->str, text->len), >=, 1);
    }
}

/* What is not as it should be in a sparse object is told as of a text read whole. */
static void
test_sparse_faults (void)
{
  static const struct { const char *find; const char *replacement; const char *message; } cases[] = {
    /* Not in order: read whole. */
    { "\"100\": 2.50", "\"102\": 2.50", NULL },
    /* The same cell twice, by the same key or another. */
    { "\"100\": 2.50", "\"4\": 2.50", "error: /value/4: the key \"4\" is there twice" },
    { "\"100\": 2.50", "\"\\u0034\": 2.50", "error: /value/4: the key \"4\" is there twice" },
    { "\"100\": 2.50", "\"097\": 2.50", NULL },
    { "\"100\": 2.50", "\"200\": 2.50", "error: /value/200: \"200\" is no cell of the dataset" },
    { "\"100\": 2.50", "\"\": 2.50", "error: /value/: \"\" is no cell of the dataset" },
    { "\"100\": 2.50", "\"a~/\\n\": 2.50", "error: /value/a~0~1\\u000A: " },
    { "\"100\": 2.50", "\"100\": {\"a\": 1}", "x:37:8: error: /value/100: not a figure; expected a number" },
    { "\"100\": 2.50", "\"100\": {\"a\": 1, \"a\": 2}", "error: /value/100/a: the key \"a\" is there twice" },
    { "\"100\": 2.50", "\"100\": 2.50,", "x:37:13: error: found \",\"" },
    { "\"100\": 2.50", "\"100\" 2.50", "" },
    { "\"100\": 2.50", "100: 2.50", "" },
    { "\"100\": 2.50", "\"100\": 2.50, [1]", "" },
    { "\"101\": \"p3\"", "\"101\": \"p3\", \"201\": \"p\"", "warning: /status/201: \"201\" is no cell" },
    { "\"101\": \"p3\"", "\"9\": \"p3\"", "error: /status/9: the key \"9\" is there twice" },
    { "\"101\": \"p3\"", "\"102\": \"p3\"", NULL },
    { "\"101\": \"p3\"", "\"5000000000000000000000\": \"p3\"", "warning: /status/5000000000000000000000: " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = make_sparse ("\"p%d\"");
      g_autoptr (GString) bad = g_string_new (text);
      g_autofree char *report = NULL;

      g_test_message ("%s", cases[i].replacement);
      replace_once (bad, cases[i].find, cases[i].replacement);
      outline_check_text (bad->str, bad->len);
      report = outline_dup_report (bad->str, bad->len);
      if (cases[i].message != NULL && strstr (report, cases[i].message) == NULL)
        g_error ("expected \"%s\", got %s", cases[i].message, report);
    }
}

#define SDMX_HEAD                                                                                                      \
  "{\"data\": {\"structure\": {\"name\": \"Made\", \"dimensions\": {\"series\": [\n"                                   \
  "{\"id\": \"REF_AREA\", \"values\": [{\"id\": \"DE\"}, {\"id\": \"FR\"}, {\"id\": \"IT\"}]},\n"                      \
  "{\"id\": \"ITEM\", \"values\": [{\"id\": \"A\"}, {\"id\": \"B\"}, {\"id\": \"C\"}, {\"id\": \"D\"}]}],\n"           \
  "\"observation\": [{\"id\": \"TIME_PERIOD\", \"values\": ["

/* @in_series: the figures of a series together; else all of them in one object. A line a
 * figure, from the seventh on. */
static char *
make_sdmx (gboolean in_series,
           int      n_periods)
{
  GString *text = g_string_new (SDMX_HEAD);

  for (int i = 0; i < n_periods; i++)
    g_string_append_printf (text, "%s{\"id\": \"%d\"}", i > 0 ? ", " : "", 1900 + i);
  g_string_append (text,
                   "]}]}, \"attributes\": {\"observation\": [{\"id\": \"OBS_STATUS\", \"values\": [{\"id\": "
                   "\"P\"}]}]}},\n");
  g_string_append_printf (text, "\"dataSets\": [{\"%s\": {", in_series ? "series" : "observations");
  for (int s = 0; s < 12; s++)
    {
      if (in_series)
        g_string_append_printf (text, "%s\"%d:%d\": {\"observations\": {", s > 0 ? "," : "", s / 4, s % 4);
      for (int i = 0; i < n_periods; i++)
        {
          g_string_append (text, i > 0 || (!in_series && s > 0) ? ",\n" : "\n");
          if (in_series)
            g_string_append_printf (text, "\"%d\": [%d.%d, 0]", i, i, s);
          else
            g_string_append_printf (text, "\"%d:%d:%d\": [%d.%d]", s / 4, s % 4, i, i, s);
        }
      if (in_series)
        g_string_append (text, "}}\n");
    }
  g_string_append (text, "}}]}}");

  return g_string_free_and_steal (text);
}

/* Series that are large or not, and figures without them. */
static void
test_sdmx (void)
{
  for (int n = 2; n < 100; n += 19)
    {
      g_autofree char *series = make_sdmx (TRUE, n);
      g_autofree char *flat = make_sdmx (FALSE, n);

      g_assert_cmpuint (outline_check_text (series, strlen (series)), >=, 1);
      g_assert_cmpuint (outline_check_text (flat, strlen (flat)), >=, 2);
    }
}

static void
test_sdmx_faults (void)
{
  static const struct
  {
    gboolean in_series;
    const char *find, *replacement, *message;
  } cases[] = {
    /* Keys in any order are read in parts all the same. */
    { FALSE, "\"0:1:7\"", "\"2:3:20\"", NULL },
    { TRUE, "\"1:1\"", "\"2:1\"", "error: /data/dataSets/0/series/2:1: the key \"2:1\" is there twice" },
    { TRUE, "\"1:1\"", "\"\\u0032:1\"", "error: /data/dataSets/0/series/2:1: the key \"2:1\" is there twice" },
    { TRUE, "\"1:1\"", "\"1:4\"", "error: /data/dataSets/0/series/1:4: the key refers to no value" },
    { TRUE, "\"1:1\"", "\"1:1:1\"", "error: /data/dataSets/0/series/1:1:1: the number of parts" },
    { TRUE, "\"7\": [7.5, 0]", "\"6\": [7.5, 0]", "error: /data/dataSets/0/series/1:1/observations/6: the key \"6\"" },
    { TRUE, "\"7\": [7.5, 0]", "\"20\": [7.5, 0]", "/series/1:1/observations/20: the key refers to no value" },
    { TRUE, "\"7\": [7.5, 0]", "\"7\": [\"a\", 0, {\"b\": 1, \"b\": 2}]", "/observations/7/2/b: the key \"b\" is" },
    { FALSE, "\"0:1:7\"", "\"0:1:3\"", "/observations/0:1:3: the key \"0:1:3\" is there twice" },
    { FALSE, "\"0:1:7\"", "\"2:3:8\"", "/observations/2:3:8: the key \"2:3:8\" is there twice" },
    { FALSE, "\"0:1:7\"", "\"0:1:x\"", "/observations/0:1:x: the key refers to no value of the dimension TIME" },
    { FALSE, "\"0:1:7\"", "\"0:1:7\\u0000\"", "the number of parts" },
    { FALSE, "\"0:1:7\": ", "\"0:1:7\": 1, ", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = make_sdmx (cases[i].in_series, 20);
      g_autoptr (GString) bad = g_string_new (text);
      g_autofree char *report = NULL;

      g_test_message ("%s", cases[i].replacement);
      replace_once (bad, cases[i].find, cases[i].replacement);
      outline_check_text (bad->str, bad->len);
      report = outline_dup_report (bad->str, bad->len);
      if (cases[i].message != NULL && strstr (report, cases[i].message) == NULL)
        g_error ("expected \"%s\", got %s", cases[i].message, report);
    }
}

/* Keys in any order, none twice: read in parts all the same. */
static void
test_any_order (void)
{
  g_autofree char *text = make_sdmx (FALSE, 20);
  g_autoptr (GString) mixed = g_string_new (text);

  replace_once (mixed, "\"0:1:7\"", "\"?\"");
  replace_once (mixed, "\"2:3:9\"", "\"0:1:7\"");
  replace_once (mixed, "\"?\"", "\"2:3:9\"");
  g_assert_cmpuint (outline_check_text (mixed->str, mixed->len), >=, 2);
}

/* Where an object of many members is not what its key makes it look like, it is read whole. */
static void
test_other_objects (void)
{
  static const char *const texts[] = {
    "{\"dimension\": {\"status\": {\"label\": \"S\", \"link\": {\"a\": 1}, \"category\": {\"index\": [\"a\", \"b\"]},"
    " \"link\": 1}}, \"id\": [\"status\"], \"size\": [2], \"value\": [1, 2]}",
    "{\"dimension\": {\"status\": {\"label\": \"S\", \"link\": {\"a\": 1}, \"category\": {\"index\": [\"a\", \"b\"]},"
    " \"x\": 1, \"y\": 1}}, \"id\": [\"status\"], \"size\": [2], \"value\": {\"0\": 1, \"1\": 2}}",
    "{\"value\": {\"dimension\": {\"a\": {\"category\": {\"index\": [\"a\", \"b\"]}}}, \"id\": [\"a\"], \"size\": [2],"
    " \"value\": {\"0\": 1, \"1\": 2}, \"x\": 1}}",
    "{\"status\": {\"dimension\": {\"a\": {\"category\": {\"index\": [\"a\"]}}}, \"id\": [\"a\"], \"size\": [1],"
    " \"value\": {\"0\": 1}, \"x\": 1}, \"series\": {\"0\": 1, \"1\": 2, \"2\": 3, \"3\": 4, \"4\": 5}}",
    "{\"tongbi\": \"dataset/1\", \"series\": {\"a\": 1, \"b\": 2, \"c\": 3, \"d\": 4, \"e\": 5, \"f\": 6, \"a\": 7}}",
    "[{\"series\": {\"a\": 1, \"b\": 2, \"c\": 3, \"d\": 4, \"e\": 5, \"f\": 6, \"g\": 7}, \"year\": 2020, \"v\": 1}]",
    "{\"data\": {\"dataSets\": [{\"series\": {\"a\": 1, \"b\": 2, \"c\": 3, \"d\": 4, \"e\": 5, \"f\": 6, \"\": 7}}]}}",
    "{\"data\": {\"dataSets\": [{\"series\": {}, \"observations\": {}}]}, \"value\": {}, \"status\": {  }}",
    "{\"dataSets\": [{\"x\\\"series\": {\"a\": 1, \"b\": 2, \"c\": 3, \"d\": 4, \"e\": 5, \"f\": 6, \"\": 7}}]}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    outline_check_text (texts[i], strlen (texts[i]));
}

/* Objects in objects, up to the limit of nesting and beyond, and ends too early. */
static void
test_deep (void)
{
  for (int depth = 500; depth < 520; depth++)
    {
      g_autofree char *open = g_strnfill ((gsize) depth, '[');
      g_autofree char *close = g_strnfill ((gsize) depth, ']');
      g_autofree char *text = make_sdmx (FALSE, 5);
      g_autoptr (GString) deep = g_string_new (text);
      g_autofree char *value = g_strdup_printf ("\"0:1:3\": [1, %s%s], \"x\": [1", open, close);

      replace_once (deep, "\"0:1:3\": [3", value);
      outline_check_text (deep->str, deep->len);
    }
}

static void
test_truncated (void)
{
  g_autofree char *sdmx = make_sdmx (TRUE, 9);
  g_autofree char *sparse = make_sparse ("\"p%d\"");

  for (gsize length = strlen (sdmx) - 1; length > 300; length -= 13)
    outline_check_text (sdmx, length);
  for (gsize length = strlen (sparse) - 1; length > 300; length -= 13)
    outline_check_text (sparse, length);
}

/* A large object is only walked over: who looks up a key in it has the text read whole. */
static void
test_find (void)
{
  static const char *const keys[] = { "x", NULL };
  static const char text[] = "{\"x\": {\"a\": 1111, \"b\": 2222, \"c\": 3333, \"d\": 4444}, \"y\": 1}";
  g_autoptr (TbJsonDocument) document = NULL;
  const TbJsonValue *object;
  TbJsonSource source;

  tb_json_source_init_memory (&source, text, strlen (text));
  document = tb_json_document_new_streamed (&source, &outline_tiny, keys, FALSE);
  g_assert_nonnull (document);
  object = tb_json_find (tb_json_document_get_root (document), "x");
  g_assert_true (tb_json_is_streamed (object));
  g_assert_cmpint (tb_json_get_type (object), ==, TB_JSON_OBJECT);
  g_assert_cmpuint (tb_json_get_size (object), ==, 4);
  g_assert_true (tb_json_document_check_rest (document));
  g_assert_null (tb_json_find (object, "a"));
  g_assert_false (tb_json_document_check_rest (document));
}

/* Pointers, places and text of members and keys. */
static void
test_members (void)
{
  static const char *const keys[] = { "x", NULL };
  static const char text[] = "[0, {\"x\": {\n\"a/\": 1111,\n\"b\\u0041\": [2, 2],\n \"c\": 3333,\n\"d\": {\"e\": 4}}, "
                             "\"y\": 1}]";
  static const char *const pointers[] = { "/1/x/a~1", "/1/x/bA", "/1/x/c", "/1/x/d" };
  static const guint columns[] = { 1, 1, 2, 1 };
  g_autoptr (TbJsonDocument) document = NULL;
  g_autofree char *written = NULL;
  TbJsonSource source;
  TbJsonIter outer, inner;
  guint n = 0;

  tb_json_source_init_memory (&source, text, strlen (text));
  document = tb_json_document_new_streamed (&source, &outline_tiny, keys, FALSE);
  g_assert_nonnull (document);
  written = tb_json_dup_text (tb_json_document_get_root (document));
  g_assert_cmpstr (written, ==, "[0,{\"x\":{\"a/\":1111,\"bA\":[2,2],\"c\":3333,\"d\":{\"e\":4}},\"y\":1}]");

  tb_json_iter_init (&outer, tb_json_document_get_root (document));
  g_assert_true (tb_json_iter_next (&outer) && tb_json_iter_next (&outer));
  tb_json_iter_init (&inner, tb_json_find (outer.value, "x"));
  for (; tb_json_iter_next (&inner); n++)
    {
      g_autofree char *of_key = tb_json_document_dup_pointer (document, inner.key);
      g_autofree char *of_value = tb_json_document_dup_pointer (document, inner.value);
      TbJsonPlace place = { tb_json_document_get_position (document, inner.key), 0, 0 };

      tb_json_document_locate (document, &place, 1);
      g_assert_cmpstr (of_key, ==, pointers[n]);
      g_assert_cmpstr (of_value, ==, pointers[n]);
      g_assert_cmpuint (place.line, ==, n + 2);
      g_assert_cmpuint (place.column, ==, columns[n]);
    }
  g_assert_cmpuint (n, ==, 4);
}

/* Large enough to be read in parts by itself. */
static char *
write_large (void)
{
  g_autoptr (GString) text = begin_stat (2000);
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (g_get_user_runtime_dir (), "large.json", NULL);

  append_cells (text, "value", 0, 100000, 1, "0.0000000000000000000000000000000000001%d");
  g_string_append_c (text, '}');
  g_assert_cmpuint (text->len, >, 4 << 20);
  g_mkdir_with_parents (g_get_user_runtime_dir (), 0700);
  g_file_set_contents (path, text->str, (gssize) text->len, &error);
  g_assert_no_error (error);
  return path;
}

typedef struct
{
  double        at;
  double        last;
  GCancellable *cancellable;
} Follower;

static void
follow (double   fraction,
        gpointer data)
{
  Follower *follower = data;

  g_assert_cmpfloat (fraction, >=, follower->last);
  follower->last = fraction;
  if (fraction >= follower->at)
    g_cancellable_cancel (follower->cancellable);
}

/* Progress never goes back, and the reading ends where it is cancelled. */
static void
test_progress (void)
{
  static const double fractions[] = { 0, 0.3, 0.6, 0.9, 2 };
  g_autofree char *path = write_large ();

  for (gsize i = 0; i < G_N_ELEMENTS (fractions); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Follower follower = { fractions[i], 0, cancellable };
      g_autoptr (TbProblems) problems = tb_problems_new ("x");
      g_autoptr (GError) error = NULL;
      g_autoptr (TbDataset) dataset = tb_reader_read_file (path, NULL, problems, follow, &follower, cancellable,
                                                           &error);

      g_assert_cmpuint (tb_problems_get_n_listed (problems), ==, 0);
      if (fractions[i] > 1)
        {
          g_assert_no_error (error);
          g_assert_cmpuint (tb_dataset_get_n_observations (dataset), ==, 100000);
          g_assert_cmpfloat (follower.last, ==, 1.0);
          continue;
        }
      g_assert_null (dataset);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpfloat (follower.last, <, fractions[i] + 0.2);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/outline-objects/members", test_members);
  g_test_add_func ("/outline-objects/find", test_find);
  g_test_add_func ("/outline-objects/sparse", test_sparse);
  g_test_add_func ("/outline-objects/rare-statuses", test_rare_statuses);
  g_test_add_func ("/outline-objects/side-by-side", test_side_by_side);
  g_test_add_func ("/outline-objects/sparse-faults", test_sparse_faults);
  g_test_add_func ("/outline-objects/sdmx", test_sdmx);
  g_test_add_func ("/outline-objects/sdmx-faults", test_sdmx_faults);
  g_test_add_func ("/outline-objects/any-order", test_any_order);
  g_test_add_func ("/outline-objects/other-objects", test_other_objects);
  g_test_add_func ("/outline-objects/deep", test_deep);
  g_test_add_func ("/outline-objects/truncated", test_truncated);
  g_test_add_func ("/outline-objects/progress", test_progress);

  return g_test_run ();
}
