/* Large arrays an element at a time: the same dataset, problems and places as of a text read whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-outline-test.h"
#include "tb-reader-stream.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static const char *const object_keys[] = { "value", "x", NULL };

static char *
get_content (const char *path,
             gsize      *out_length)
{
  g_autoptr (GError) error = NULL;
  char *content = NULL;

  g_file_get_contents (path, &content, out_length, &error);
  g_assert_no_error (error);
  return content;
}

static void
test_file (gconstpointer data)
{
  gsize length;
  g_autofree char *text = get_content (data, &length);

  outline_check_text (text, length);
}

/* Of each format that can be read in parts, files of which that is so even where all arrays are large. */
static void
test_formats (void)
{
  static const char *const names[] = {
    "dbnomics/periods.json", "owid/older.json", "pxweb-json/table.json",
    "world-bank/places.json", "world-bank/version-2.json",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "formats", names[i], NULL);
      gsize length;
      g_autofree char *text = get_content (path, &length);

      g_test_message ("%s", names[i]);
      g_assert_cmpuint (outline_check_text (text, length), >=, 1);
    }
}

/* Any byte replaced, taken away or put in: what is refused is refused with the same words. */
static void
test_damage (gconstpointer data)
{
  static const char bytes[] = "{}[],:\"\\0 \n-x\x80";
  gsize length;
  g_autofree char *text = get_content (data, &length);

  if (length == 0 || length > 20000)
    return;

  for (int i = 0; i < 60; i++)
    {
      g_autoptr (GString) damaged = g_string_new_len (text, (gssize) length);
      gssize at = g_test_rand_int_range (0, (gint32) length);
      char byte = bytes[g_test_rand_int_range (0, sizeof bytes - 1)];

      if (g_test_rand_bit ())
        g_string_erase (damaged, at, 1);
      if (g_test_rand_bit ())
        g_string_insert_c (damaged, at, byte);
      outline_check_text (damaged->str, damaged->len);
    }
}

#define HEAD                                                                                                           \
  "{\"tongbi\": \"dataset/1\", \"title\": \"Many\", \"units\": {\"u\": {\"kind\": \"count\"}},\n"                      \
  " \"indicators\": [{\"id\": \"i\", \"name\": \"I\", \"unit\": \"u\", \"measure\": \"flow\"}], \"series\": [\n"

/* Series that are each small, then series that are each large; with warnings in all of them. */
static char *
make_dataset (int n_series,
              int n_rows)
{
  GString *text = g_string_new (HEAD);

  for (int s = 0; s < n_series; s++)
    {
      g_string_append_printf (text, "%s{\"indicator\": \"i\", \"breakdown\": {\"ü\": \"%d\"}, \"observations\": [",
                              s > 0 ? ",\n" : "", s);
      for (int r = 0; r < n_rows; r++)
        g_string_append_printf (text, "%s{\"period\": \"%d\", \"value\": %d, \"notee\": \"年\"}", r > 0 ? ",\n" : "",
                                1900 + r % 100, r / 50);
      g_string_append (text, "]}");
    }
  g_string_append (text, "], \"other\": [");
  for (int i = 0; i < 500; i++)
    g_string_append_printf (text, "%s[%d, {\"a\": \"\\u00e4\\\"]\"}]", i > 0 ? ", " : "", i);
  g_string_append (text, "]}");

  return g_string_free_and_steal (text);
}

static void
test_made (void)
{
  static const int sizes[][2] = { { 200, 2 }, { 3, 300 }, { 1, 101 } };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *text = make_dataset (sizes[i][0], sizes[i][1]);

      g_assert_cmpuint (outline_check_text (text, strlen (text)), >=, 1);
    }
}

/* Errors with their places, deep in arrays that were taken out. */
static void
test_errors (void)
{
  g_autofree char *text = make_dataset (50, 20);
  g_autoptr (GString) bad = g_string_new (text);
  g_autoptr (TbDataset) dataset = NULL;
  g_autofree char *report = NULL;

  g_string_replace (bad, "\"1917\", \"value\": 0", "\"1917\", \"value\": \"0\"", 40);
  g_assert_true (outline_read_text (bad->str, bad->len, &outline_small, &dataset, &report));
  g_assert_null (dataset);
  g_assert_nonnull (strstr (report, "x:20:"));
  g_assert_nonnull (strstr (report,
                            "error: /series/7/observations/17/value: found the string \"0\"; expected a number"));
  outline_check_text (bad->str, bad->len);
}

/* The same series twice is told with both places, although the first one is long gone. */
static void
test_repeated_series (void)
{
  g_autofree char *text = make_dataset (50, 2);
  g_autoptr (GString) bad = g_string_new (text);
  g_autoptr (TbDataset) dataset = NULL;
  g_autofree char *report = NULL;

  g_string_replace (bad, "\"ü\": \"49\"", "\"ü\": \"3\"", 0);
  g_assert_true (outline_read_text (bad->str, bad->len, &outline_small, &dataset, &report));
  g_assert_nonnull (strstr (report, "error: /series/49: the same series as /series/3: \"i\""));
  outline_check_text (bad->str, bad->len);
}

/* What is taken out, and what is looked into. */
static void
test_cuts (void)
{
  static const struct { const char *text; const char *outline; guint n; } cases[] = {
    { "[1,2,3]", NULL, 0 },
    { "[1111,2222,3333,4444,5555,6666,7777]", "[0]", 7 },
    { "{\"a\": [1111,2222,3333,4444,5555,6666,7777], \"b\": 1}", "{\"a\": [0], \"b\": 1}", 7 },
    /* An array of one large element stays. */
    { "[[1111,2222,3333,4444,5555,6666,7777]]", "[[0]]", 7 },
    { "[7, [1111,2222,3333,4444,5555,6666,7777] ]", "[7, [0] ]", 7 },
    /* Brackets, commas and quotes in strings are none. */
    { "[\"[,\\\"]\", \"\\\\\", \"]]]]]]\", \"{,,,,,,,\", 1, 22222222222]", "[0]", 6 },
    { "[{\"a\": [1, 2]}, {\"a\": [3, 4]}, {\"a\": [5, 6]}]", "[0]", 3 },
    /* Objects under some keys, with spaces before them or not. */
    { "{\"value\": {\"1\":1111,\"2\":2222,\"3\":3333,\"4\":4}, \"b\": 1}", "{\"value\": [0], \"b\": 1}", 4 },
    { "{\"b\":[{\"x\"\n :\t{\"1\":1111,\"2\":[2222],\"3\":{\"a\":3},\"4\":4}}]}", "{\"b\":[{\"x\"\n :\t[0]}]}", 4 },
    { "{\"other\": {\"1\":1111,\"2\":2222,\"3\":3333,\"4\":4,\"5\":5}}", NULL, 0 },
    { "{\"1\":1111,\"2\":2222,\"3\":3333,\"4\":4,\"5\":5,\"6\":6}", NULL, 0 },
    { "[{\"1\":1111,\"2\":2222,\"3\":3333,\"4\":4,\"5\":5,\"6\":6}]", NULL, 0 },
    /* One of which a member is large stays. */
    { "{\"x\": {\"a\":1, \"x\":{\"1\":1111,\"2\":2222,\"3\":3333,\"4\":4},\"c\":[1],\"d\":11111111}}",
      "{\"x\": {\"a\":1, \"x\":[0],\"c\":[1],\"d\":11111111}}", 4 },
    /* Brackets that do not fit. */
    { "{\"x\":{\"1\":1,\"2\":2,\"3\":3,\"4\":4]}", NULL, 0 },
    { "[1111,2222,3333,4444,5555,6666,7777", NULL, 0 },
    { "[1111,2222,3333,4444,5555,6666,7777}", NULL, 0 },
    { "[1111,2222,3333,4444,5555,6666,7777]]", NULL, 0 },
    { "[1111,2222,3333,4444,5555,6666,7777,\"", NULL, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TbJsonOutline) outline = NULL;
      TbJsonSource source;

      tb_json_source_init_memory (&source, cases[i].text, strlen (cases[i].text));
      outline = tb_json_outline_new (&source, &outline_tiny, object_keys, FALSE);
      g_test_message ("%s", cases[i].text);
      g_assert_true ((outline == NULL) == (cases[i].outline == NULL));
      if (outline == NULL)
        continue;
      g_assert_cmpmem (outline->text->data, outline->text->len, cases[i].outline, strlen (cases[i].outline));
      g_assert_cmpuint (outline->arrays->len, ==, 1);
      g_assert_cmpuint (g_array_index (outline->arrays, TbJsonLargeArray, 0).n, ==, cases[i].n);
    }
}

/* Commas too many are no elements. */
static void
test_commas (void)
{
  static const char *const texts[] = {
    "[1111,2222,3333,4444,5555,6666,7777,]", "[,1111,2222,3333,4444,5555,6666,7777]",
    "[1111,2222,,3333,4444,5555,6666,7777]",
    "[1111,2222,3333,4444,5555,6666,7777 7]",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (TbJsonDocument) document = NULL;
      TbJsonSource source;

      tb_json_source_init_memory (&source, texts[i], strlen (texts[i]));
      document = tb_json_document_new_streamed (&source, &outline_tiny, object_keys, FALSE);
      g_assert_true (document == NULL || !tb_json_document_check_rest (document));
    }
}

/* Several walks over one array and over others, side by side and inside each other: none loses its place. */
static void
test_walks (void)
{
  g_autoptr (GString) text = g_string_new ("[");
  g_autoptr (TbJsonDocument) document = NULL;
  TbJsonSource source;
  TbJsonIter outer;
  gsize n = 0;

  for (int i = 0; i < 300; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? "," : "", i);
  g_string_append (text, "]");
  tb_json_source_init_memory (&source, text->str, text->len);
  document = tb_json_document_new_streamed (&source, &outline_tiny, object_keys, FALSE);
  g_assert_nonnull (document);
  g_assert_cmpuint (tb_json_get_size (tb_json_document_get_root (document)), ==, 300);

  tb_json_iter_init (&outer, tb_json_document_get_root (document));
  for (; tb_json_iter_next (&outer); n++)
    {
      g_autofree char *number = tb_json_dup_text (outer.value);
      g_autofree char *pointer = tb_json_document_dup_pointer (document, outer.value);
      g_autofree char *expected = g_strdup_printf ("%zu", n);
      TbJsonIter inner;
      gsize n_inner = 0;

      g_assert_cmpstr (number, ==, expected);
      g_assert_cmpstr (pointer + 1, ==, expected);
      tb_json_iter_init (&inner, tb_json_document_get_root (document));
      while (tb_json_iter_next (&inner))
        n_inner++;
      g_assert_cmpuint (n_inner, ==, 300);
    }
  g_assert_cmpuint (n, ==, 300);
}

typedef struct
{
  const char   *path;
  const char   *text;
  double        at;
  GCancellable *cancellable;
} Meddler;

/* Another program writes into the file, once. */
static void
meddle (double   fraction,
        gpointer data)
{
  Meddler *meddler = data;
  g_autofd int fd = -1;

  if (fraction < meddler->at || meddler->text == NULL)
    return;

  fd = g_open (meddler->path, O_WRONLY, 0);
  if (*meddler->text == '\0')
    g_assert_cmpint (ftruncate (fd, 1000), ==, 0);
  else
    g_assert_cmpint (write (fd, meddler->text, strlen (meddler->text)), >, 0);
  meddler->text = NULL;
}

static void
cancel (double   fraction,
        gpointer data)
{
  Meddler *meddler = data;

  if (fraction >= meddler->at)
    g_cancellable_cancel (meddler->cancellable);
}

/* Large enough to be read in parts by itself. */
static char *
write_large (void)
{
  g_autofree char *text = make_dataset (60, 1500);
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (g_get_user_runtime_dir (), "large.json", NULL);

  g_mkdir_with_parents (g_get_user_runtime_dir (), 0700);
  g_assert_cmpuint (strlen (text), >, 4 << 20);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

static void
test_changing (void)
{
  static const struct { const char *text; double at; } cases[] = {
    { "", 0.1 }, { "", 0.4 }, { "", 0.7 }, { "{\"tongbi\" : ", 0.8 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = write_large ();
      Meddler meddler = { path, cases[i].text, cases[i].at, NULL };
      g_autoptr (TbProblems) problems = tb_problems_new ("x");
      g_autoptr (TbDataset) dataset = tb_reader_read_file (path, NULL, problems, meddle, &meddler, NULL, NULL);
      g_autofree char *report = tb_problems_dup_report (problems);

      g_assert_null (meddler.text);
      g_assert_null (dataset);
      g_assert_cmpstr (report, ==, "x: error: the file changed while it was read; expected one that stays as it is\n");
    }
}

static void
test_cancelling (void)
{
  static const double fractions[] = { 0, 0.2, 0.45, 0.6, 0.9 };
  g_autofree char *path = write_large ();

  for (gsize i = 0; i < G_N_ELEMENTS (fractions); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Meddler meddler = { path, NULL, fractions[i], cancellable };
      g_autoptr (TbProblems) problems = tb_problems_new ("x");
      g_autoptr (GError) error = NULL;

      g_assert_null (tb_reader_read_file (path, NULL, problems, cancel, &meddler, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpuint (tb_problems_get_n_listed (problems), ==, 0);
    }
}

static void
note_progress (double   fraction,
               gpointer data)
{
  g_array_append_val ((GArray *) data, fraction);
}

static void
test_progress (void)
{
  g_autofree char *path = write_large ();
  g_autoptr (TbProblems) problems = tb_problems_new ("x");
  g_autoptr (GArray) fractions = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (TbDataset) dataset = tb_reader_read_file (path, NULL, problems, note_progress, fractions, NULL, NULL);

  g_assert_nonnull (dataset);
  g_assert_cmpuint (fractions->len, >, 20);
  for (guint i = 1; i < fractions->len; i++)
    g_assert_cmpfloat (g_array_index (fractions, double, i), >=, g_array_index (fractions, double, i - 1));
  g_assert_cmpfloat (g_array_index (fractions, double, fractions->len - 1), ==, 1.0);
}

static void
add_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *base = g_path_get_basename (folder);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      char *path = g_build_filename (folder, name, NULL);
      g_autofree char *file_path = g_strconcat ("/outline/file/", base, "/", name, NULL);
      g_autofree char *damage_path = g_strconcat ("/outline/damage/", base, "/", name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          add_folder (path);
          g_free (path);
          continue;
        }
      if (!g_str_has_suffix (name, ".json"))
        {
          g_free (path);
          continue;
        }
      g_test_add_data_func_full (damage_path, g_strdup (path), test_damage, g_free);
      g_test_add_data_func_full (file_path, path, test_file, g_free);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = NULL;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  folder = g_test_build_filename (G_TEST_DIST, "data", NULL);
  g_test_add_func ("/outline/cuts", test_cuts);
  g_test_add_func ("/outline/commas", test_commas);
  g_test_add_func ("/outline/walks", test_walks);
  g_test_add_func ("/outline/made", test_made);
  g_test_add_func ("/outline/formats", test_formats);
  g_test_add_func ("/outline/errors", test_errors);
  g_test_add_func ("/outline/repeated-series", test_repeated_series);
  g_test_add_func ("/outline/changing", test_changing);
  g_test_add_func ("/outline/cancelling", test_cancelling);
  g_test_add_func ("/outline/progress", test_progress);
  add_folder (folder);

  return g_test_run ();
}
