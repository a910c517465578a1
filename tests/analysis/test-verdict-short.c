/* The size of a change in a few characters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-analysis-data.h"
#include "tb-verdict.h"

/* Two figures of a level a year apart; what is expected follows from them by
 * hand. */
static const struct
{
  const char *name;
  const char *unit;          /* members of the unit */
  const char *base;          /* members of the observation */
  const char *current;
  int         sign;
  const char *expected[2];   /* NULL: none */
  const char *with_sign;     /* nullable: not looked at */
} cases[] = {
  /* 9 of 131 more than 131 is 6.87 %. */
  { "/verdict-short/percent", "\"kind\": \"count\"", "\"value\": 131", "\"value\": 140", 1, { "6.9%", "6.9%" } },
  { "/verdict-short/fall", "\"kind\": \"count\"", "\"value\": 200", "\"value\": 150", -1, { "25.0%", "25.0%" },
    "−25.0%" },
  { "/verdict-short/unchanged", "\"kind\": \"count\"", "\"value\": 200", "\"value\": 200", 0, { "unchanged", "持平" } },
  { "/verdict-short/R0", "\"kind\": \"count\"", "\"value\": null", "\"value\": 150", 0, { NULL, NULL } },
  /* No percentage of zero: the amount. */
  { "/verdict-short/R11", "\"kind\": \"count\"", "\"value\": 0", "\"value\": 12", 1, { "12 units", "12台" } },
  { "/verdict-short/R13", "\"kind\": \"percent\"", "\"value\": 33.2", "\"value\": 37.4", 1, { "4.2 pp", "4.2个百分点" },
    "+4.2 pp" },
  /* A difference of ranks is no rank. */
  { "/verdict-short/rank", "\"kind\": \"rank\"", "\"value\": 5", "\"value\": 11", 1, { "6 places", "6位" } },
  /* More than 500 after 400 is more than a quarter more; under 400 after 500 is
   * more than a fifth less. */
  { "/verdict-short/R15/at-least", "\"kind\": \"count\"", "\"value\": 400", "\"value\": 500, \"qualifier\": \"over\"",
    1,
    { ">25.0%", ">25.0%" }, ">+25.0%" },
  { "/verdict-short/R15/at-most", "\"kind\": \"count\"", "\"value\": 500", "\"value\": 400, \"qualifier\": \"under\"",
    -1,
    { ">20.0%", ">20.0%" }, "<−20.0%" },
  { "/verdict-short/R15/unknown", "\"kind\": \"count\"", "\"value\": 500", "\"value\": 400, \"qualifier\": \"over\"", 0,
    { NULL, NULL } },
  /* The arrow goes with what is said, and that is what was published. */
  { "/verdict-short/R18/percent", "\"kind\": \"count\"", "\"value\": 100",
    "\"value\": 105, \"published_change\": {\"value\": -4, \"kind\": \"on-year-percent\"}", -1, { "4.0%", "4.0%" } },
  { "/verdict-short/R18/unchanged", "\"kind\": \"count\"", "\"value\": 100",
    "\"value\": 105, \"published_change\": {\"value\": 0.0, \"kind\": \"on-year-percent\"}", 0, { "unchanged", "持平" } },
  { "/verdict-short/R18/amount", "\"kind\": \"count\"", "\"value\": 100",
    "\"value\": 105, \"published_change\": {\"value\": 4, \"kind\": \"on-year-absolute\"}", 1, { "4 units", "4台" } },
  { "/verdict-short/R15/between", "\"kind\": \"count\"", "\"value\": 100", "\"low\": 110, \"high\": 120", 0,
    { NULL, NULL } },
};

static void
test_short (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *series = g_strdup_printf ("\"indicator\": \"things\", \"observations\": [{\"period\": "
                                             "\"2020-12-31\", %s}, {\"period\": "
                                             "\"2021-12-31\", %s}]", cases[i].base, cases[i].current);
  g_autofree char *unit = g_strdup_printf ("\"name\": {\"en\": \"units\", \"zh\": \"台\"}, %s", cases[i].unit);
  g_autoptr (TbDataset) dataset = tb_analysis_data_series (unit, "\"measure\": \"stock\"", series);
  const TbSeries *only = tb_dataset_get_series (dataset, 0);
  TbFigure base = { only, 0 };
  TbFigure current = { only, 1 };
  TbVerdict verdict = tb_verdict_change (base, current, TB_REFERENCE_OF (dataset));

  for (int language = 0; language < 2; language++)
    {
      int sign;
      g_autofree char *text = tb_verdict_dup_short (&verdict, base, current, (TbLanguage) language, &sign);

      g_assert_cmpstr (text, ==, cases[i].expected[language]);
      g_assert_cmpint (sign, ==, cases[i].sign);
    }
  if (cases[i].with_sign != NULL)
    {
      int sign;
      g_autofree char *text = tb_verdict_dup_signed (&verdict, base, current, TB_LANGUAGE_EN, &sign);

      g_assert_cmpstr (text, ==, cases[i].with_sign);
      g_assert_cmpint (sign, ==, cases[i].sign);
    }
}

/* What a computer left behind the digits that a rate is shown with is not told of its
 * change either (5.601183673 − 3.64470674 = 1.956476933), unless it would read as none. */
static const struct
{
  const char *name;
  const char *base;
  const char *current;
  const char *expected;
} shown[] = {
  { "/verdict-short/decimals/as-shown", "\"value\": 5.601183673", "\"value\": 3.64470674", "2.0 pp" },
  { "/verdict-short/decimals/not-zero", "\"value\": 5.6012", "\"value\": 5.5999", "0.001 pp" },
  { "/verdict-short/decimals/bound", "\"value\": 5.6", "\"value\": 3.64, \"qualifier\": \"at-most\"",
    "≥1.96 pp" },
};

static void
test_decimals (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *series = g_strdup_printf ("\"indicator\": \"things\", \"observations\": [{\"period\": \"2020\", "
                                             "%s}, {\"period\": \"2021\", %s}]", shown[i].base, shown[i].current);
  g_autoptr (TbDataset) dataset = tb_analysis_data_series ("\"name\": \"%\", \"kind\": \"percent\"",
                                                           "\"measure\": \"ratio\", \"decimals\": 1", series);
  const TbSeries *only = tb_dataset_get_series (dataset, 0);
  TbFigure base = { only, 0 };
  TbFigure current = { only, 1 };
  TbVerdict verdict = tb_verdict_change (base, current, TB_REFERENCE_OF (dataset));
  int sign;
  g_autofree char *text = tb_verdict_dup_short (&verdict, base, current, TB_LANGUAGE_EN, &sign);

  g_assert_cmpstr (text, ==, shown[i].expected);
  g_assert_cmpint (sign, ==, -1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].name, GSIZE_TO_POINTER (i), test_short);
  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    g_test_add_data_func (shown[i].name, GSIZE_TO_POINTER (i), test_decimals);
  return g_test_run ();
}
