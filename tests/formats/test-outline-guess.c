/* Arrays whose end is guessed: what is read is what the whole text says, or the guess is taken back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-outline-test.h"

#include "tb-json-document.h"
#include "tb-json-elements.h"

#include <string.h>

static const char *const no_keys[] = { NULL };

static void
test_heads (void)
{
  static const struct { const char *text; const char *head; } cases[] = {
    { "{\"a\":1}", "{\"a\"" },
    { " \n{ \"a\": 1}, {", "{ \"a\"" },
    { "{\"a]\":1", "{\"a]\"" },
    { "{\"a,{\":1", "{\"a,{\"" },
    { "[1,2]", "[" },
    { "\t[[", "[" },
    /* No key, one that does not end, one with an escape, and plain values. */
    { "{}", NULL }, { "{", NULL }, { "{ \"a", NULL }, { "{\"a\\\"\":1", NULL },
    { "{\"a key that is much longer than the few bytes that are looked at of it\":1", NULL },
    { "1,2", NULL }, { "\"a\"", NULL }, { "null", NULL }, { "", NULL }, { "  ", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TbJsonHead head;
      const gboolean is_there = tb_json_head_init (&head, cases[i].text, strlen (cases[i].text));

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (is_there, ==, cases[i].head != NULL);
      if (is_there)
        g_assert_cmpmem (head.text, head.length, cases[i].head, strlen (cases[i].head));
    }
}

/* The cut is where "|" stands, which is a comma in the text. */
static void
test_cuts (void)
{
  static const struct { const char *first; const char *text; } cases[] = {
    { "{\"a\"", ",{\"a\":1}|{\"a\":" },
    { "{\"a\"", ",{\"a\":1}\n| \n{\"a\"" },
    { "{\"a\"", "[{\"a\":1,\"b\":[{\"c\":2},{\"c\":3}]}|{\"a\":2,\"b\":[{\"c\":2},{\"c\":3" },
    { "[", ",[1,2]|[3,4" },
    /* Too little of the element to tell, no comma but the first, no element like that. */
    { "{\"a\"", ",{\"a\":1}|{\"a\":2},{\"a" },
    { "{\"a\"", ",{\"a\":1,\"b\":2" },
    { "{\"a\"", ",{\"b\":1},{\"b\":1}," },
    { "[", ",1,2,3," },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdelimit (g_strdup (cases[i].text), "|", ',');
      const char *cut = strchr (cases[i].text, '|');
      TbJsonHead head;

      g_assert_true (tb_json_head_init (&head, cases[i].first, strlen (cases[i].first)));
      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (tb_json_head_find_cut (&head, text, strlen (text)), ==,
                        cut != NULL ? (gsize) (cut - cases[i].text) : 0);
    }
}

static void
test_closing (void)
{
  static const struct { const char *text; const char *closing; } cases[] = {
    { "1}]}", "}]}" },
    { "],\"a\":[1,{}],\"b\":{\"c\":2}} \n", "}]" },
    { "\"]}\\\"]\"]", "]" },
    { "x\\\"]}\\\\\"]}", "}]" },
    /* Only the end of a string is here. */
    { "} ] \\\" \" ]", "]" },
    { "1, 2", "" },
    { "1, [2", "" },
    { "]]]]]]]]]", "" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize places[8];
      const gsize n = tb_json_find_closing (cases[i].text, strlen (cases[i].text), places, G_N_ELEMENTS (places));

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (n, ==, strlen (cases[i].closing));
      for (gsize k = 0; k < n; k++)
        {
          g_assert_cmpint (cases[i].text[places[k]], ==, cases[i].closing[k]);
          g_assert_true (k == 0 || places[k] < places[k - 1]);
        }
    }
}

static gsize
count_open (const char                *text,
            gsize                      length,
            const TbJsonOutlineLimits *limits,
            gsize                     *out_end)
{
  g_autoptr (TbJsonOutline) outline = NULL;
  TbJsonSource source;
  gsize n = 0;

  tb_json_source_init_memory (&source, text, length);
  outline = tb_json_outline_new (&source, limits, no_keys, TRUE);
  for (guint i = 0; outline != NULL && i < outline->arrays->len; i++)
    {
      const TbJsonLargeArray *array = &g_array_index (outline->arrays, TbJsonLargeArray, i);

      n += array->is_open;
      *out_end = array->start + array->length;
    }

  return n;
}

#define ROW "{\"a\":[1,2]}"
#define FOUR_ROWS ROW "," ROW "," ROW "," ROW
#define ROWS FOUR_ROWS "," FOUR_ROWS "," FOUR_ROWS

/* Where the end is told by what the text ends with, and where it is not. */
static void
test_guesses (void)
{
  static const struct { const char *text; const char *rest; } cases[] = {
    { "[" ROWS "]", "" },
    { "[" ROWS "]\n\n", "\n\n" },
    { "{\"x\":[" ROWS "]}", "}" },
    { "{\"x\":[" ROWS "], \"n\":{\"b\":[2]}}", ", \"n\":{\"b\":[2]}}" },
    { "{\"y\":{\"x\":[" ROWS "],\"n\":\"]\"},\"z\":[]}", ",\"n\":\"]\"},\"z\":[]}" },
    /* Another array as large: guessed wrongly, which is found out when it is read. */
    { "{\"x\":[" ROWS "],\"y\":[" ROWS "]}", "}" },
    /* In an array; too short; plain values; other brackets; another kind of elements at the end. */
    { "[1,[" ROWS "]]", NULL },
    { "[" FOUR_ROWS "]", NULL },
    { "[1,22222,3333333,444444,555555,666666,7777777,8888888,9999999,10000,11111111,1222222,1333333,14444]", NULL },
    { "{\"x\":[" ROWS "}]", NULL },
    { "{\"x\":[" ROWS "],\"y\":[1111111,2222222,333333,444444,5555555,666666,777777,888888,99999]}", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const gsize length = strlen (cases[i].text);
      gsize end = 0;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (count_open (cases[i].text, length, &outline_tiny, &end), ==, cases[i].rest != NULL);
      if (cases[i].rest != NULL)
        g_assert_cmpstr (cases[i].text + end, ==, cases[i].rest);
    }
}

/* The text of a document that is read in parts; NULL where that fails. */
static char *
read_in_parts (const char                *text,
               gsize                      length,
               const TbJsonOutlineLimits *limits,
               gboolean                   may_guess,
               gboolean                  *out_is_misled)
{
  g_autoptr (TbJsonDocument) document = NULL;
  g_autofree char *written = NULL;
  TbJsonSource source;

  *out_is_misled = FALSE;
  tb_json_source_init_memory (&source, text, length);
  document = tb_json_document_new_streamed (&source, limits, no_keys, may_guess);
  if (document == NULL)
    return NULL;

  written = tb_json_dup_text (tb_json_document_get_root (document));
  if (tb_json_document_check_rest (document))
    return g_steal_pointer (&written);

  *out_is_misled = tb_json_document_is_misled (document);
  return NULL;
}

static char *
read_whole (const char *text,
            gsize       length)
{
  g_autoptr (TbProblems) problems = tb_problems_new ("x");
  g_autoptr (TbJsonDocument) document = tb_json_document_new (text, length, 0, problems);

  return document != NULL ? tb_json_dup_text (tb_json_document_get_root (document)) : NULL;
}

/* Returns whether an end was guessed, and rightly. What is read like that is what is read without; it is
 * never more than the whole text allows. */
static gboolean
check_text (const char                *text,
            gsize                      length,
            const TbJsonOutlineLimits *limits)
{
  gboolean is_misled, is_misled_again;
  g_autofree char *guessed = read_in_parts (text, length, limits, TRUE, &is_misled);
  g_autofree char *scanned = read_in_parts (text, length, limits, FALSE, &is_misled_again);
  gsize end;
  g_autofree char *whole = read_whole (text, length);

  g_assert_false (is_misled_again);
  if (guessed != NULL)
    g_assert_cmpstr (guessed, ==, whole);
  if (scanned != NULL)
    g_assert_cmpstr (scanned, ==, whole);
  /* What fails is taken back where the other way leads further. */
  if (guessed == NULL && scanned != NULL)
    g_assert_true (is_misled);

  return guessed != NULL && count_open (text, length, limits, &end) > 0;
}

static void
append_value (GString *text,
              int      depth)
{
  static const char *const plain[] = { "1", "-2.50e3", "null", "true", "\"\"", "\"],\"", "\"}, {\\\"\"", "\"\\\\\"",
                                       "\"年\"" };
  const int kind = depth > 0 ? g_test_rand_int_range (0, 4) : 2;
  const int n = g_test_rand_int_range (0, 4);

  if (kind > 1)
    {
      g_string_append (text, plain[g_test_rand_int_range (0, G_N_ELEMENTS (plain))]);
      return;
    }

  g_string_append_c (text, kind == 0 ? '[' : '{');
  for (int i = 0; i < n; i++)
    {
      g_string_append (text, i > 0 ? (g_test_rand_bit () ? "," : " ,\n") : "");
      if (kind == 1)
        g_string_append_printf (text, "\"%c\":", 'a' + i);
      append_value (text, depth - 1);
    }
  g_string_append_c (text, kind == 0 ? ']' : '}');
}

/* Elements alike, or of any kind; all rows are written by one pattern or nearly so. Of short ones more
 * than one is in the shortest run. */
static void
append_rows (GString *text)
{
  const int n = g_test_rand_int_range (0, 80);
  const int manner = g_test_rand_int_range (0, 6);

  g_string_append_c (text, '[');
  for (int i = 0; i < n; i++)
    {
      g_string_append (text, i > 0 ? ",\n" : "");
      if (manner == 0 || (manner == 1 && g_test_rand_int_range (0, 20) == 0))
        append_value (text, 3);
      else if (manner > 3)
        g_string_append (text, manner == 4 ? "[1]" : "{\"a\":1}");
      else
        {
          g_string_append (text, "{\"a\": ");
          append_value (text, manner == 3 ? 2 : 0);
          g_string_append (text, ", \"b\": ");
          append_value (text, 0);
          g_string_append_c (text, '}');
        }
    }
  g_string_append_c (text, ']');
}

static GString *
make_text (void)
{
  GString *text = g_string_new (NULL);
  const int n = g_test_rand_int_range (1, 4);

  if (g_test_rand_bit ())
    {
      append_rows (text);
      return text;
    }

  g_string_append_c (text, '{');
  for (int i = 0; i < n; i++)
    {
      g_string_append_printf (text, "%s\"m%d\": ", i > 0 ? ", " : "", i);
      if (g_test_rand_int_range (0, 3) > 0)
        append_rows (text);
      else
        append_value (text, 2);
    }
  g_string_append (text, "}\n");
  return text;
}

static void
damage (GString *text)
{
  static const char bytes[] = "{}[],:\"\\0 \n-x\x80";
  const int n = g_test_rand_int_range (1, 3);

  for (int i = 0; i < n && text->len > 1; i++)
    {
      const gssize at = g_test_rand_int_range (0, (gint32) text->len);

      if (g_test_rand_bit ())
        g_string_erase (text, at, 1);
      else
        g_string_insert_c (text, at, bytes[g_test_rand_int_range (0, sizeof bytes - 1)]);
    }
}

static void
test_random (void)
{
  static const TbJsonOutlineLimits *const limits[] = { &outline_tiny, &outline_small };
  guint n_guessed[] = { 0, 0 };

  for (int i = 0; i < 6000; i++)
    {
      g_autoptr (GString) text = make_text ();
      const gsize which = i % 2;

      n_guessed[which] += check_text (text->str, text->len, limits[which]);
      for (int k = 0; k < 4; k++)
        {
          damage (text);
          check_text (text->str, text->len, limits[which]);
        }
    }
  g_assert_cmpuint (n_guessed[0], >, 10);
  g_assert_cmpuint (n_guessed[1], >, 300);
}

/* Two arrays of rows: the end of the first one is not that of the text, and all is read. */
static void
test_two (void)
{
  g_autoptr (GString) text = g_string_new ("{\"data\":[");

  for (int i = 0; i < 100; i++)
    g_string_append_printf (text, "%s{\"t\":\"%d\",\"v\":%d}", i > 0 ? "," : "", 1901 + i, i);
  g_string_append (text, "],\"more\":[");
  for (int i = 0; i < 100; i++)
    g_string_append_printf (text, "%s{\"t\":\"%d\",\"v\":%d}", i > 0 ? "," : "", 1901 + i, i);
  g_string_append (text, "]}");
  g_assert_cmpuint (outline_check_text (text->str, text->len), >=, 1);
}

/* Many data sets of SDMX-JSON: how many there are is asked before they are read, which ends a reading with a guess. */
static void
test_data_sets (void)
{
  g_autoptr (GString) text = g_string_new ("{\"data\":{\"structures\":[{\"dimensions\":{\"observation\":["
                                           "{\"id\":\"TIME_PERIOD\",\"values\":[");

  for (int i = 0; i < 40; i++)
    g_string_append_printf (text, "%s{\"id\":\"%d\"}", i > 0 ? "," : "", 1981 + i);
  g_string_append (text, "]}]}}],\"dataSets\":[");
  for (int i = 0; i < 40; i++)
    g_string_append_printf (text, "%s{\"structure\":0,\"observations\":{\"%d\":[%d]}}", i > 0 ? "," : "", i, i);
  g_string_append (text, "]}}");
  g_assert_cmpuint (outline_check_text (text->str, text->len), >=, 1);
}

/* Pages of the World Bank, one behind the other as people join them. */
static void
test_pages (void)
{
  g_autoptr (GString) text = g_string_new ("[");

  for (int i = 0; i < 30; i++)
    g_string_append_printf (text,
                            "%s[{\"page\":%d,\"pages\":30,\"per_page\":1,\"total\":30},[{\"indicator\":{\"id\":\"P\"},"
                            "\"country\":{\"id\":\"XA\"},\"date\":\"%d\",\"value\":%d}]]",
                            i > 0 ? "," : "", i + 1, 1991 + i, i);
  g_string_append_c (text, ']');
  g_assert_cmpuint (outline_check_text (text->str, text->len), >=, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/outline-guess/heads", test_heads);
  g_test_add_func ("/outline-guess/cuts", test_cuts);
  g_test_add_func ("/outline-guess/closing", test_closing);
  g_test_add_func ("/outline-guess/guesses", test_guesses);
  g_test_add_func ("/outline-guess/random", test_random);
  g_test_add_func ("/outline-guess/two", test_two);
  g_test_add_func ("/outline-guess/data-sets", test_data_sets);
  g_test_add_func ("/outline-guess/pages", test_pages);

  return g_test_run ();
}
