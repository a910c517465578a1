/* The JSON grammar, RFC 8259: what is in it and what is not.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-json-cursor.h"
#include "tb-json-syntax.h"
#include "tb-reader.h"

#include <string.h>

#define TEXT(text) text, sizeof (text) - 1

typedef struct
{
  const char *text;
  gsize       length;
} Accepted;

typedef struct
{
  const char *text;
  gsize       length;
  gsize       offset;  /* of the first byte with which it can no longer be JSON */
} Refused;

/* The section of RFC 8259 stands before each group. */
static const Accepted accepted[] = {
  /* 2: any value is a text, with white space around it. */
  { TEXT ("null") }, { TEXT ("true") }, { TEXT ("false") }, { TEXT ("0") }, { TEXT ("\"\"") }, { TEXT ("[]") },
  { TEXT ("{}") }, { TEXT (" \t\r\n1\t\r\n ") }, { TEXT ("[ ]") }, { TEXT ("{ }") }, { TEXT ("[\n]\n") },
  /* 4, 5: structure. */
  { TEXT ("[1,2 , 3]") }, { TEXT ("[[],[[]],{}]") }, { TEXT ("{\"a\":{\"a\":{}}}") }, { TEXT ("{\"\":0}") },
  { TEXT ("{\"a\":1,\"b\":2}") }, { TEXT ("{ \"a\" : [ ] , \"b\" : null }") }, { TEXT ("{\"a\":1,\"a\":2}") },
  /* 6: numbers. */
  { TEXT ("-0") }, { TEXT ("-1") }, { TEXT ("10") }, { TEXT ("0.0") }, { TEXT ("1.5") }, { TEXT ("-0.10") },
  { TEXT ("1e1") }, { TEXT ("1E1") }, { TEXT ("1e+1") }, { TEXT ("1e-1") }, { TEXT ("0e0") }, { TEXT ("0E+00") },
  { TEXT ("1.0e05") }, { TEXT ("1e999") }, { TEXT ("-1e-999") }, { TEXT ("123456789012345678901234567890") },
  { TEXT ("[0]") }, { TEXT ("[0,0]") },
  /* 7: strings. */
  { TEXT ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"") }, { TEXT ("\"\\u0041\\uabcd\\uABCD\"") }, { TEXT ("\"\\u0000\"") },
  { TEXT ("\"\\ud83d\\ude00\"") }, { TEXT ("\"\\uD83D\\uDE00\"") }, { TEXT ("\"\\uFFFF\"") }, { TEXT ("\"\x7f\"") },
  { TEXT ("\"\xc3\xa9\xe5\xba\x8a\xf0\x9f\x98\x80\"") }, { TEXT ("\"\xe2\x80\xa8\xe2\x80\xa9\"") },
  { TEXT ("\"\xef\xbf\xbf\"") }, { TEXT ("\"\xf4\x8f\xbf\xbf\"") }, { TEXT ("\" ' // /* */ \"") },
  { TEXT ("\"\xef\xbb\xbf\"") },
  /* 8.1: a reader may ignore a byte order mark. */
  { TEXT ("\xef\xbb\xbf[1]") },
};

static const Refused refused[] = {
  /* Ends too early. */
  { TEXT ("["), 1 }, { TEXT ("{"), 1 }, { TEXT ("[1"), 2 }, { TEXT ("[1,"), 3 }, { TEXT ("{\"a\""), 4 },
  { TEXT ("{\"a\":"), 5 }, { TEXT ("{\"a\":1"), 6 }, { TEXT ("{\"a\":1,"), 7 }, { TEXT ("\"abc"), 4 },
  { TEXT ("\"\\"), 2 },
  { TEXT ("\"\\u12"), 5 }, { TEXT ("tru"), 3 }, { TEXT ("-"), 1 }, { TEXT ("1."), 2 }, { TEXT ("1e"), 2 },
  { TEXT ("1e+"), 3 },
  { TEXT ("[[[["), 4 },
  /* Structure. */
  { TEXT ("]"), 0 }, { TEXT ("}"), 0 }, { TEXT (","), 0 }, { TEXT (":"), 0 }, { TEXT ("[1 2]"), 3 },
  { TEXT ("[,1]"), 1 },
  { TEXT ("[1,,2]"), 3 }, { TEXT ("[1,]"), 3 }, { TEXT ("[1:2]"), 2 }, { TEXT ("[1}"), 2 }, { TEXT ("{\"a\":1]"), 6 },
  { TEXT ("{,}"), 1 }, { TEXT ("{\"a\":1,}"), 7 }, { TEXT ("{\"a\" 1}"), 5 }, { TEXT ("{\"a\":}"), 5 },
  { TEXT ("{\"a\",1}"), 4 },
  { TEXT ("{a:1}"), 1 }, { TEXT ("{1:1}"), 1 }, { TEXT ("{null:1}"), 1 }, { TEXT ("{\"a\"::1}"), 5 },
  { TEXT ("{'a':1}"), 1 },
  { TEXT ("1 2"), 2 }, { TEXT ("[]]"), 2 }, { TEXT ("{}}"), 2 }, { TEXT ("[][]"), 2 }, { TEXT ("{}x"), 2 },
  { TEXT ("null,"), 4 },
  /* Numbers. */
  { TEXT ("01"), 1 }, { TEXT ("-01"), 2 }, { TEXT ("00"), 1 }, { TEXT ("+1"), 0 }, { TEXT (".5"), 0 },
  { TEXT ("-.5"), 1 },
  { TEXT ("[5.]"), 3 }, { TEXT ("1.e1"), 2 }, { TEXT ("[1e]"), 3 }, { TEXT ("1e1.5"), 3 }, { TEXT ("1.2.3"), 3 },
  { TEXT ("0x10"), 1 }, { TEXT ("1_000"), 1 }, { TEXT ("--1"), 1 }, { TEXT ("- 1"), 1 }, { TEXT ("1a"), 1 },
  { TEXT ("NaN"), 0 }, { TEXT ("nan"), 1 }, { TEXT ("Infinity"), 0 }, { TEXT ("-Infinity"), 1 }, { TEXT ("-NaN"), 1 },
  { TEXT ("inf"), 0 },
  { TEXT ("\xef\xbc\x91"), 0 },
  /* Literals. */
  { TEXT ("True"), 0 }, { TEXT ("NULL"), 0 }, { TEXT ("[nul]"), 4 }, { TEXT ("truth"), 3 }, { TEXT ("nulll"), 4 },
  { TEXT ("undefined"), 0 },
  { TEXT ("abc"), 0 },
  /* Strings. */
  { TEXT ("'a'"), 0 }, { TEXT ("\"a\nb\""), 2 }, { TEXT ("\"\t\""), 1 }, { TEXT ("\"\x01\""), 1 },
  { TEXT ("\"\0\""), 1 },
  { TEXT ("\"\\a\""), 2 }, { TEXT ("\"\\x41\""), 2 }, { TEXT ("\"\\U0041\""), 2 }, { TEXT ("\"\\u00G0\""), 5 },
  { TEXT ("\"\\u 041\""), 3 },
  { TEXT ("\"\\ud83d\""), 1 }, { TEXT ("\"\\ude00\""), 1 }, { TEXT ("\"\\ud83d\\u0041\""), 1 },
  { TEXT ("\"\\ud83dx\""), 1 },
  { TEXT ("\"\\\x01\""), 2 },
  /* UTF-8: alone, cut, too long, a surrogate, too large, outside of strings. */
  { TEXT ("\"\x80\""), 1 }, { TEXT ("\"\xe5\xba\""), 1 }, { TEXT ("\"\xc0\xaf\""), 1 },
  { TEXT ("\"\xed\xa0\x80\""), 1 },
  { TEXT ("\"\xf4\x90\x80\x80\""), 1 }, { TEXT ("\"\xff\""), 1 }, { TEXT ("[\xff]"), 1 }, { TEXT ("\"\xe5"), 1 },
  /* White space is only these four: no form feed, no-break space, mark inside. */
  { TEXT ("[\f1]"), 1 }, { TEXT ("[\v1]"), 1 }, { TEXT ("[\xc2\xa0" "1]"), 1 }, { TEXT ("[\xef\xbb\xbf" "1]"), 1 },
  { TEXT ("[1\0]"), 2 },
  /* Not JSON. */
  { TEXT ("// x\n1"), 0 }, { TEXT ("1 /* x */"), 2 }, { TEXT ("# x\n1"), 0 }, { TEXT ("<html>"), 0 },
  { TEXT ("a,b\n1,2\n"), 0 },
};

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

static gboolean
check_bytes (const char *text,
             gsize       length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (TbProblems) problems = tb_problems_new ("text");
  gboolean good = tb_reader_check_syntax (bytes, problems);

  g_assert_cmpuint (tb_problems_get_n_errors (problems), ==, good ? 0 : 1);
  return good;
}

/* The parser of data files agrees with the checker of the grammar. */
static gboolean
parses (const char *text,
        gsize       length)
{
  g_autoptr (TbProblems) problems = tb_problems_new ("text");
  g_autoptr (TbJsonDocument) document = tb_json_document_new (text, length, 0, problems);

  return document != NULL;
}

static void
test_accepted (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (accepted); i++)
    {
      gboolean has_mark = strncmp (accepted[i].text, "\xef\xbb\xbf", 3) == 0;

      g_test_message ("%s", accepted[i].text);
      g_assert_true (check_bytes (accepted[i].text, accepted[i].length));
      g_assert_true (has_mark || parses (accepted[i].text, accepted[i].length));
    }
}

static void
test_refused (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *message = NULL;
      g_autofree char *shown = g_utf8_make_valid (refused[i].text, -1);
      gsize offset = G_MAXSIZE;

      g_test_message ("%s", shown);
      g_assert_false (tb_json_syntax_check (refused[i].text, refused[i].length, &offset, &message));
      g_assert_cmpuint (offset, ==, refused[i].offset);
      g_assert_true (g_utf8_validate (message, -1, NULL));
      g_assert_false (parses (refused[i].text, refused[i].length));
    }
}

static void
test_empty (void)
{
  g_assert_false (check_bytes ("", 0));
  g_assert_false (check_bytes (" \n", 2));
  g_assert_false (check_bytes ("\xef\xbb\xbf", 3));
}

/* Both are asked about the same changed texts: one that only one of them takes
 * would be read without a position for its error, or refused without a reason. */
static void
test_agreement (void)
{
  static const char alphabet[] = "[]{}:,\"\\ \n019-+.eEtrufalsn/x\xe5\xba\x8a\x01";
  static const char sample[]
      = "{\"a\": [1, -2.50e+3, true, null], \"\\u5e8a\\n\": {\"b\": \"\xe5\xba\x8a\\ud83d\\ude00\"}}";

  for (int i = 0; i < 20000; i++)
    {
      char text[sizeof sample];
      gsize length = (gsize) pick (1, sizeof sample);
      g_autofree char *message = NULL;
      gsize offset;
      gboolean good;

      memcpy (text, sample, sizeof sample);
      for (int k = pick (0, 4); k > 0; k--)
        text[pick (0, (gint32) length)] = alphabet[pick (0, sizeof alphabet - 1)];
      if (pick (0, 2) == 1)
        length = sizeof sample - 1;

      good = tb_json_syntax_check (text, length, &offset, &message);
      if (good != parses (text, length))
        g_error ("%.*s: %s", (int) length, text, good ? "only the checker accepts" : message);
      g_assert_true (good || offset <= length);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/json-syntax/accepted", test_accepted);
  g_test_add_func ("/json-syntax/refused", test_refused);
  g_test_add_func ("/json-syntax/empty", test_empty);
  g_test_add_func ("/json-syntax/agreement", test_agreement);

  return g_test_run ();
}
