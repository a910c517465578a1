/* Tidy csv, as cli.md has it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-test-datasets.h"
#include "tb-writer.h"

#include <string.h>

#define HEADER                                                                                                         \
  "indicator,place,breakdown,period,period_start,period_end,value,low,high,unit,multiplier,kind,qualifier,basis,"     \
  "status,published_change,published_change_kind,source,vintage,note\n"

#define HEAD                                                                                                           \
  "{\"tongbi\": \"dataset/1\", \"title\": \"T\", \"sources\": {\"a\": {}, \"b\": {}}, \"places\": {\"qd\": {}},"       \
  " \"units\": {\"bed\": {\"kind\": \"count\"}},"                                                                      \
  " \"indicators\": [{\"id\": \"beds\", \"name\": \"Beds\", \"unit\": \"bed\", \"measure\": \"flow\"}], \"series\": [" \
  "{\"indicator\": \"beds\", \"place\": \"qd\", \"breakdown\": {\"owner\": \"public\", \"age\": \"60+\"},"             \
  " \"multiplier\": 10000, \"observations\": ["

typedef struct
{
  const char *observations;
  const char *rows;
} Case;

/* The figures are worked out by hand: 21.76 × 10000 is 217600 exactly. */
static const Case cases[] = {
  { "[\"2021\", 21.76]",
    "beds,qd,owner=public;age=60+,2021,2021-01-01,2021-12-31,217600,,,bed,10000,actual,exact,discrete,,,,,,\n" },
  { "[\"2021-S1\", 0.35]",
    "beds,qd,owner=public;age=60+,2021-S1,2021-01-01,2021-06-30,3500,,,bed,10000,actual,exact,discrete,,,,,,\n" },
  { "[null, 0.1]", "beds,qd,owner=public;age=60+,,,,1000,,,bed,10000,actual,exact,discrete,,,,,,\n" },
  { "[\"2021\", null]",
    "beds,qd,owner=public;age=60+,2021,2021-01-01,2021-12-31,,,,bed,10000,actual,exact,discrete,,,,,,\n" },
  { "{\"period\": \"2021-08-31\", \"low\": 30, \"high\": 40, \"multiplier\": 0.1, \"kind\": \"target\", \"basis\": "
    "\"as-of\"}",
    "beds,qd,owner=public;age=60+,2021-08-31,2021-08-31,2021-08-31,,3,4,bed,0.1,target,exact,as-of,,,,,,\n" },
  /* A figure said by two sources is two rows. */
  { "{\"period\": \"2021\", \"value\": 1, \"source\": \"a\"}, {\"period\": \"2021\", \"value\": 1, \"source\": \"b\"}",
    "beds,qd,owner=public;age=60+,2021,2021-01-01,2021-12-31,10000,,,bed,10000,actual,exact,discrete,,,,a,,\n"
    "beds,qd,owner=public;age=60+,2021,2021-01-01,2021-12-31,10000,,,bed,10000,actual,exact,discrete,,,,b,,\n" },
  { "{\"period\": \"2021\", \"value\": 1, \"status\": [\"P\", \"B\"], "
    "\"qualifier\": \"at-least\", \"vintage\": \"2022-01-31\"}",
    "beds,qd,owner=public;age=60+,2021,2021-01-01,2021-12-31,"
    "10000,,,bed,10000,actual,at-least,discrete,B;P,,,,2022-01-31,\n" },
  /* An absolute change takes the multiplier, a percentage does not. */
  { "{\"period\": \"2021\", \"value\": 1, \"published_change\": {\"value\": 23.30, \"kind\": \"on-year-percent\"}}",
    "beds,qd,owner=public;age=60+,2021,2021-01-01,2021-12-31,"
    "10000,,,bed,10000,actual,exact,discrete,,23.3,on-year-percent,,,\n" },
  { "{\"period\": \"2021\", \"value\": 1, \"published_change\": {\"value\": -0.2, \"kind\": \"on-year-absolute\"}}",
    "beds,qd,owner=public;age=60+,2021,2021-01-01,2021-12-31,"
    "10000,,,bed,10000,actual,exact,discrete,,-2000,on-year-absolute,,,\n" },
  /* RFC 4180, 2.5 to 2.7: quotes around commas, quotes and line ends; a quote is doubled. */
  { "{\"period\": \"2021\", \"value\": 1, \"note\": \"a, \\\"b\\\"\\nc\"}",
    "beds,qd,owner=public;age=60+,2021,2021-01-01,2021-12-31,10000,,,bed,10000,actual,exact,discrete,,,,,,\"a, "
    "\"\"b\"\"\nc\"\n" },
  { "{\"period\": \"2021\", \"value\": 1, \"note\": {\"zh\": \"说明\", \"en\": \"note\"}}",
    "beds,qd,owner=public;age=60+,2021,2021-01-01,2021-12-31,10000,,,bed,10000,actual,exact,discrete,,,,,,note\n" },
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

static GBytes *
to_csv (const char *observations,
        gboolean    with_bom)
{
  g_autofree char *text = g_strconcat (HEAD, observations, "]}]}", NULL);
  g_autoptr (TbDataset) dataset = tb_test_read_dataset (text);

  return tb_writer_to_csv (dataset, with_bom);
}

static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) csv = to_csv (cases[i].observations, FALSE);
      g_autofree char *text = g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv));
      g_autofree char *expected = g_strconcat (HEADER, cases[i].rows, NULL);

      g_assert_cmpstr (text, ==, expected);
    }
}

static void
test_bom (void)
{
  g_autoptr (GBytes) csv = to_csv ("", TRUE);

  g_assert_cmpmem (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv), "\xEF\xBB\xBF" HEADER,
                   sizeof ("\xEF\xBB\xBF" HEADER) - 1);
}

/* Every value reads back to the same double (semantics L-2). */
static void
test_values_read_back (void)
{
  for (int i = 0; i < 500; i++)
    {
      g_autofree char *observation = g_strdup_printf ("{\"period\": \"2021\", \"value\": %d.%02d, "
                                                      "\"multiplier\": 1e%d}",
                                                      pick (0, 100000), pick (0, 100),
                                                      pick (-8, 9));
      g_autoptr (GBytes) csv = to_csv (observation, FALSE);
      g_autofree char *text = g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv));
      g_auto (GStrv) fields = g_strsplit (text + sizeof HEADER - 1, ",", -1);
      g_auto (GStrv) parts = g_strsplit_set (observation, " ,}", -1);
      g_autofree char *product = g_strdup_printf ("%se%s", parts[4], parts[7] + 2);

      /* The decimal number itself, read by another function. */
      g_assert_cmpfloat (g_ascii_strtod (fields[6], NULL), ==, g_ascii_strtod (product, NULL));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/writer-csv/rows", test_rows);
  g_test_add_func ("/writer-csv/bom", test_bom);
  g_test_add_func ("/writer-csv/values-read-back", test_values_read_back);

  return g_test_run ();
}
