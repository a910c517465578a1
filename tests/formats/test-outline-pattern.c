/* Rows that are parsed by the first of them: what comes of it is what the parser makes of the text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-json-pattern.h"

#include <string.h>

static void
fill (TbJsonSlot *slot,
      const char *text)
{
  memcpy (tb_json_slot_make_room (slot, strlen (text)), text, strlen (text));
}

static void
check_same (const yyjson_val *val,
            const yyjson_val *expected)
{
  const gsize length = unsafe_yyjson_get_len ((gpointer) expected);
  const uint8_t type = unsafe_yyjson_get_type ((gpointer) expected);

  g_assert_cmpuint (unsafe_yyjson_get_type ((gpointer) val), ==, type);
  g_assert_cmpuint (unsafe_yyjson_get_len ((gpointer) val), ==, length);
  if (type == YYJSON_TYPE_STR || type == YYJSON_TYPE_RAW)
    g_assert_cmpmem (val->uni.str, length, expected->uni.str, length);
  if (type == YYJSON_TYPE_STR)
    g_assert_cmpint (val->uni.str[length], ==, '\0');
  if (type == YYJSON_TYPE_BOOL)
    g_assert_cmpint (unsafe_yyjson_get_bool ((gpointer) val), ==, unsafe_yyjson_get_bool ((gpointer) expected));
  if (type == YYJSON_TYPE_ARR || type == YYJSON_TYPE_OBJ)
    g_assert_cmpuint (val->uni.ofs, ==, expected->uni.ofs);
}

/* By the pattern of the first row of @text, which is an array of objects, the rows of @other.
 * Returns whether the pattern has taken them. */
static gboolean
check_rows (const char *text,
            const char *other)
{
  TbJsonSlot first = { 0 }, parsed = { 0 }, slot = { 0 };
  g_autofree TbJsonPattern *pattern = NULL;
  gboolean is_taken;

  fill (&first, text);
  g_assert_true (tb_json_slot_parse (&first, strlen (text), FALSE));
  pattern = tb_json_pattern_new (text, strlen (text), first.root + 1);
  fill (&slot, other);
  fill (&parsed, other);
  is_taken = pattern != NULL && tb_json_pattern_parse (pattern, &slot, strlen (other));
  if (is_taken)
    {
      g_test_message ("%s", other);
      g_assert_true (tb_json_slot_parse (&parsed, strlen (other), FALSE));
      g_assert_cmpuint (slot.n_values, ==, parsed.n_values);
      for (gsize i = 0; i < slot.n_values; i++)
        check_same (slot.root + i, parsed.root + i);
    }
  tb_json_slot_clear (&first);
  tb_json_slot_clear (&parsed);
  tb_json_slot_clear (&slot);

  return is_taken;
}

#define ROWS "[{\"a\": \"x\", \"b]\":1,\"\": null },\n{\"a\": \"y\", \"b]\":2,\"\": null }]"

/* Rows as in ROWS. */
static const struct { const char *text; gboolean is_taken; } cases[] = {
  { ROWS, TRUE },
  { ",{\"a\": \"x\", \"b]\":1,\"\": null },", TRUE },
  { "[ \n{\"a\": \"x\", \"b]\":1,\"\": null } \n, {\"a\": \"x\", \"b]\":1,\"\": null }\t]", TRUE },
  { "[{\"a\": \"\", \"b]\":-0.50e+10,\"\": true }]", TRUE },
  { "[{\"a\": \"a text that is longer than sixteen bytes\", \"b]\":0,\"\": false }]", TRUE },
  { "[{\"a\": \"sixteen bytes ..\", \"b]\":1E-7,\"\": 1e5 }]", TRUE },
  { "[{\"a\": \"年, ü\", \"b]\":\"1\",\"\": \"a year that is 年\" }]", TRUE },
  { "[{\"a\": 12345678901234567890123, \"b]\":null,\"\": \"\x7f\" }]", TRUE },
  /* What is written otherwise. */
  { "[{\"a\": \"x\", \"b]\":1, \"\": null }]", FALSE },
  { "[{\"a\":  \"x\", \"b]\":1,\"\": null }]", FALSE },
  { "[{\"a\": \"x\", \"b]\":1,\"\": null}]", FALSE },
  { "[{\"a\": \"x\", \"b]\":1}]", FALSE },
  { "[{\"b]\": \"x\", \"a\":1,\"\": null }]", FALSE },
  { "[{\"a\": \"\\u0041\", \"b]\":1,\"\": null }]", FALSE },
  { "[{\"a\": [], \"b]\":1,\"\": null }]", FALSE },
  { "[{\"a\": {}, \"b]\":1,\"\": null }]", FALSE },
  { "[1]", FALSE },
  { "[]", FALSE },
  /* What is no JSON. */
  { "[{\"a\": \"x\", \"b]\":01,\"\": null }]", FALSE },
  { "[{\"a\": \"x\", \"b]\":-,\"\": null }]", FALSE },
  { "[{\"a\": \"x\", \"b]\":1.,\"\": null }]", FALSE },
  { "[{\"a\": \"x\", \"b]\":.5,\"\": null }]", FALSE },
  { "[{\"a\": \"x\", \"b]\":1e,\"\": null }]", FALSE },
  { "[{\"a\": \"x\", \"b]\":+1,\"\": null }]", FALSE },
  { "[{\"a\": \"x\", \"b]\":1,\"\": nul }]", FALSE },
  { "[{\"a\": \"x\", \"b]\":1,\"\": NaN }]", FALSE },
  { "[{\"a\": \"x\ty\", \"b]\":1,\"\": null }]", FALSE },
  { "[{\"a\": \"\x80\", \"b]\":1,\"\": null }]", FALSE },
  { "[{\"a\": \"\xed\xa0\x80\", \"b]\":1,\"\": null }]", FALSE },
  { "[{\"a\": \"sixteen bytes ..\xc3\", \"b]\":1,\"\": null }]", FALSE },
  { "[{\"a\": \"x\", \"b]\":1,\"\": null },]", FALSE },
  { "[,{\"a\": \"x\", \"b]\":1,\"\": null }]", FALSE },
  { "[{\"a\": \"x\", \"b]\":1,\"\": null } 1]", FALSE },
  { "[{\"a\": \"x\", \"b]\":1,\"\": null", FALSE },
  { "[{\"a\": \"x\", \"b]\":1,\"\":", FALSE },
  { "[{\"a\": \"x\", \"b]\":1", FALSE },
  { "[{\"a\": \"x", FALSE },
  { "[{\"a\": \"sixteen bytes ..", FALSE },
  { "[{\"a\": ", FALSE },
  { "[{", FALSE },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = g_utf8_make_valid (cases[i].text, -1);

      g_test_message ("%s", shown);
      g_assert_cmpint (check_rows (ROWS, cases[i].text), ==, cases[i].is_taken);
    }
}

/* Rows that have no pattern. */
static void
test_none (void)
{
  static const char *const texts[] = {
    "[{}]", "[{\"a\":[]}]", "[{\"a\":{}}]", "[{\"a\":\"\\n\"}]", "[{\"\\u0061\":1}]", "[{\"a\":1,\"b\":\"\\\"\"}]",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_false (check_rows (texts[i], texts[i]));
}

/* So many members as there is room for, and one more; keys as long, and longer. */
static void
test_limits (void)
{
  for (int n = TB_JSON_PATTERN_MEMBERS; n <= TB_JSON_PATTERN_MEMBERS + 1; n++)
    {
      g_autoptr (GString) text = g_string_new ("[{");

      for (int i = 0; i < n; i++)
        g_string_append_printf (text, "%s\"%d\":%d", i > 0 ? "," : "", i, i);
      g_string_append (text, "}]");
      g_assert_cmpint (check_rows (text->str, text->str), ==, n == TB_JSON_PATTERN_MEMBERS);
    }
  for (int length = TB_JSON_PATTERN_BYTES - 30; length < TB_JSON_PATTERN_BYTES + 30; length++)
    {
      g_autofree char *key = g_strnfill ((gsize) length, 'k');
      g_autofree char *text = g_strdup_printf ("[{\"%s\":1}]", key);

      g_assert_true (check_rows (text, text) || length > TB_JSON_PATTERN_BYTES - 20);
      g_assert_false (check_rows (text, text) && length >= TB_JSON_PATTERN_BYTES);
    }
}

/* Any byte replaced, taken away or put in: where the pattern still holds, the parser agrees. */
static void
test_damage (void)
{
  static const char bytes[] = "{}[],:\"\\0 \n-.e5xn\x80\xc3\xbc";
  guint n_taken = 0;

  for (int i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new ("[");

      for (int k = g_test_rand_int_range (1, 4); k > 0; k--)
        g_string_append_printf (text, "{\"a\": \"%s\", \"b]\":%d,\"\": null }%s", g_test_rand_bit () ? "ü" : "2001-05",
                                g_test_rand_int_range (-20, 20), k > 1 ? "," : "]");
      for (int k = g_test_rand_int_range (0, 3); k > 0; k--)
        {
          const gssize at = g_test_rand_int_range (1, (gint32) text->len);

          if (g_test_rand_bit ())
            g_string_erase (text, at, 1);
          else
            g_string_insert_c (text, at, bytes[g_test_rand_int_range (0, sizeof bytes - 1)]);
        }
      n_taken += check_rows (ROWS, text->str);
    }
  g_assert_cmpuint (n_taken, >, 6000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/outline-pattern/cases", test_cases);
  g_test_add_func ("/outline-pattern/none", test_none);
  g_test_add_func ("/outline-pattern/limits", test_limits);
  g_test_add_func ("/outline-pattern/damage", test_damage);

  return g_test_run ();
}
