/* The fixed words of the dataset format.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-vocabulary.h"

#include <string.h>

/* The spellings of the format's page, with the values they must have. */
static const struct
{
  const TbVocabulary *vocabulary;
  const char         *spelling;
  int                 value;
} words[] = {
  { &tb_unit_kinds, "count", TB_UNIT_COUNT }, { &tb_unit_kinds, "money", TB_UNIT_MONEY },
  { &tb_unit_kinds, "mass", TB_UNIT_MASS }, { &tb_unit_kinds, "area", TB_UNIT_AREA },
  { &tb_unit_kinds, "length", TB_UNIT_LENGTH }, { &tb_unit_kinds, "duration", TB_UNIT_DURATION },
  { &tb_unit_kinds, "percent", TB_UNIT_PERCENT }, { &tb_unit_kinds, "ratio", TB_UNIT_RATIO },
  { &tb_unit_kinds, "per", TB_UNIT_PER }, { &tb_unit_kinds, "index", TB_UNIT_INDEX },
  { &tb_unit_kinds, "rank", TB_UNIT_RANK }, { &tb_unit_kinds, "other", TB_UNIT_OTHER },
  { &tb_measures, "flow", TB_MEASURE_FLOW }, { &tb_measures, "stock", TB_MEASURE_STOCK },
  { &tb_measures, "cumulative", TB_MEASURE_CUMULATIVE }, { &tb_measures, "average", TB_MEASURE_AVERAGE },
  { &tb_measures, "ratio", TB_MEASURE_RATIO }, { &tb_measures, "index", TB_MEASURE_INDEX },
  { &tb_measures, "growth", TB_MEASURE_GROWTH }, { &tb_measures, "unstated", TB_MEASURE_UNSTATED },
  { &tb_sinces, "year-start", TB_SINCE_YEAR_START }, { &tb_sinces, "plan-start", TB_SINCE_PLAN_START },
  { &tb_sinces, "inception", TB_SINCE_INCEPTION }, { &tb_sinces, "unstated", TB_SINCE_UNSTATED },
  { &tb_directions, "up", TB_DIRECTION_UP }, { &tb_directions, "down", TB_DIRECTION_DOWN },
  { &tb_directions, "none", TB_DIRECTION_NONE },
  { &tb_kinds, "actual", TB_KIND_ACTUAL }, { &tb_kinds, "target", TB_KIND_TARGET },
  { &tb_kinds, "plan", TB_KIND_PLAN }, { &tb_kinds, "forecast", TB_KIND_FORECAST },
  { &tb_qualifiers, "exact", TB_QUALIFIER_EXACT }, { &tb_qualifiers, "over", TB_QUALIFIER_OVER },
  { &tb_qualifiers, "at-least", TB_QUALIFIER_AT_LEAST }, { &tb_qualifiers, "about", TB_QUALIFIER_ABOUT },
  { &tb_qualifiers, "nearly", TB_QUALIFIER_NEARLY }, { &tb_qualifiers, "at-most", TB_QUALIFIER_AT_MOST },
  { &tb_qualifiers, "under", TB_QUALIFIER_UNDER },
  { &tb_bases, "discrete", TB_BASIS_DISCRETE }, { &tb_bases, "year-to-date", TB_BASIS_YEAR_TO_DATE },
  { &tb_bases, "as-of", TB_BASIS_AS_OF }, { &tb_bases, "multi-year", TB_BASIS_MULTI_YEAR },
  { &tb_change_kinds, "on-year-percent", TB_CHANGE_ON_YEAR_PERCENT },
  { &tb_change_kinds, "on-year-absolute", TB_CHANGE_ON_YEAR_ABSOLUTE },
  { &tb_change_kinds, "on-period-percent", TB_CHANGE_ON_PERIOD_PERCENT },
  { &tb_change_kinds, "percent-base-unstated", TB_CHANGE_PERCENT_BASE_UNSTATED },
  { &tb_change_kinds, "points", TB_CHANGE_POINTS }, { &tb_change_kinds, "times", TB_CHANGE_TIMES },
  { &tb_target_bases, "level-at", TB_TARGET_LEVEL_AT }, { &tb_target_bases, "sum-over", TB_TARGET_SUM_OVER },
  { &tb_target_bases, "avg-over", TB_TARGET_AVG_OVER }, { &tb_target_bases, "growth-avg", TB_TARGET_GROWTH_AVG },
  { &tb_target_bases, "cum-plan", TB_TARGET_CUM_PLAN },
  { &tb_comparators, "at-least", TB_COMPARATOR_AT_LEAST }, { &tb_comparators, "at-most", TB_COMPARATOR_AT_MOST },
  { &tb_comparators, "equal", TB_COMPARATOR_EQUAL }, { &tb_comparators, "range", TB_COMPARATOR_RANGE },
  { &tb_comparators, "about", TB_COMPARATOR_ABOUT }, { &tb_comparators, "verbal", TB_COMPARATOR_VERBAL },
  { &tb_path_kinds, "none", TB_PATH_NONE }, { &tb_path_kinds, "linear", TB_PATH_LINEAR },
  { &tb_path_kinds, "geometric", TB_PATH_GEOMETRIC },
};

static const TbVocabulary *const all[] = {
  &tb_unit_kinds, &tb_measures, &tb_sinces, &tb_directions, &tb_kinds, &tb_qualifiers,
  &tb_bases, &tb_change_kinds, &tb_target_bases, &tb_comparators, &tb_path_kinds,
};

static void
test_spellings (void)
{
  int n_spelled = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_assert_cmpint (tb_vocabulary_find (words[i].vocabulary, words[i].spelling), ==, words[i].value);
      g_assert_cmpstr (tb_vocabulary_spelling (words[i].vocabulary, words[i].value), ==, words[i].spelling);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    for (int value = 0; value < all[i]->n; value++)
      n_spelled += all[i]->spellings[value][0] != '\0';

  /* No spelling beyond those of the table above. */
  g_assert_cmpint (n_spelled, ==, G_N_ELEMENTS (words));
}

static void
test_unknown (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_assert_cmpint (tb_vocabulary_find (all[i], ""), ==, -1);
      g_assert_cmpint (tb_vocabulary_find (all[i], "Actual"), ==, -1);
      g_assert_cmpint (tb_vocabulary_find (all[i], "count "), ==, -1);
    }
}

static void
test_nearest (void)
{
  static const struct
  {
    const TbVocabulary *vocabulary;
    const char         *text;
    const char         *expected;
  } rows[] = {
    { &tb_measures, "stok", "stock" },
    { &tb_measures, "Stock", "stock" },
    { &tb_measures, "comulativ", "cumulative" },
    { &tb_measures, "folw", "flow" },
    { &tb_measures, "grwoth", "growth" },
    { &tb_qualifiers, "atleast", "at-least" },
    { &tb_qualifiers, "at_least", "at-least" },
    { &tb_bases, "year to date", "year-to-date" },
    { &tb_change_kinds, "on-year-precent", "on-year-percent" },
    { &tb_kinds, "targets", "target" },
    { &tb_directions, "dwon", "down" },
    { &tb_directions, "xy", NULL },
    { &tb_directions, "", NULL },
    { &tb_measures, "temperature", NULL },
    { &tb_path_kinds, "s", NULL },
    { &tb_kinds, "this is a long text that nobody can have meant as any of the words of a format", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (tb_vocabulary_nearest (rows[i].vocabulary, rows[i].text), ==, rows[i].expected);
}

/* Every value but "not said" has words in both languages, no two alike. */
static void
test_readers_words (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    for (int language = 0; language < TB_N_LANGUAGES; language++)
      {
        g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

        for (int value = 0; value < all[i]->n; value++)
          {
            const char *word = tb_vocabulary_word (all[i], value, (TbLanguage) language);

            g_assert_true (word[0] != '\0' || (all[i] == &tb_sinces && value == TB_SINCE_NONE));
            g_assert_true (g_hash_table_add (seen, (gpointer) word));
            if (word[0] != '\0')
              g_assert_true (g_str_is_ascii (word) == (language == TB_LANGUAGE_EN));
          }
      }
}

/* Codes and order of semantics P-7. */
static void
test_status (void)
{
  g_autofree char *none = tb_status_to_letters (0);
  g_autofree char *two = tb_status_to_letters (tb_status_from_letter ('P') | tb_status_from_letter ('B'));
  guint32 mask = 0;
  g_autofree char *letters = NULL;

  g_assert_cmpuint (tb_status_from_letter ('B'), ==, TB_STATUS_BREAK);
  g_assert_cmpuint (tb_status_from_letter ('M'), ==, TB_STATUS_MISSING);
  g_assert_cmpuint (tb_status_from_letter ('I'), ==, TB_STATUS_IMPUTED);
  g_assert_cmpuint (tb_status_from_letter ('F'), ==, TB_STATUS_FORECAST);
  g_assert_cmpuint (tb_status_from_letter ('E'), ==, TB_STATUS_ESTIMATED);
  g_assert_cmpuint (tb_status_from_letter ('P'), ==, TB_STATUS_PROVISIONAL);
  g_assert_cmpuint (tb_status_from_letter ('U'), ==, TB_STATUS_LOW_RELIABILITY);
  g_assert_cmpuint (tb_status_from_letter ('C'), ==, 0);
  g_assert_cmpuint (tb_status_from_letter ('b'), ==, 0);
  g_assert_cmpuint (tb_status_from_letter ('\0'), ==, 0);
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (two, ==, "BP");

  for (const char *p = "ABDEFGHIJKLMNOPQSUVW"; *p != '\0'; p++)
    {
      g_assert_cmpuint (tb_status_from_letter (*p), !=, 0);
      g_assert_cmpstr (tb_status_word (*p, TB_LANGUAGE_EN), !=, "");
      g_assert_cmpstr (tb_status_word (*p, TB_LANGUAGE_ZH), !=, "");
      mask |= tb_status_from_letter (*p);
    }
  letters = tb_status_to_letters (mask);
  g_assert_cmpstr (letters, ==, "BOMLHQJSDKWIFEPNUVGA");

  g_assert_cmpstr (tb_status_word ('P', TB_LANGUAGE_EN), ==, "provisional");
  g_assert_cmpstr (tb_status_word ('B', TB_LANGUAGE_ZH), ==, "序列中断");
  g_assert_cmpstr (tb_status_word ('A', TB_LANGUAGE_EN), ==, "normal");
  g_assert_cmpstr (tb_status_word ('C', TB_LANGUAGE_EN), ==, "");
}

static void
test_qualifier_marks (void)
{
  static const char *const expected_zh[] = { "", ">", "≥", "≈", "近", "≤", "<" };

  for (int i = 0; i < tb_qualifiers.n; i++)
    g_assert_cmpstr (tb_qualifier_mark ((TbQualifier) i, TB_LANGUAGE_ZH), ==, expected_zh[i]);
  g_assert_cmpstr (tb_qualifier_mark (TB_QUALIFIER_OVER, TB_LANGUAGE_EN), ==, ">");
  g_assert_cmpstr (tb_qualifier_mark (TB_QUALIFIER_NEARLY, TB_LANGUAGE_EN), ==, "nearly ");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/vocabulary/spellings", test_spellings);
  g_test_add_func ("/vocabulary/unknown", test_unknown);
  g_test_add_func ("/vocabulary/nearest", test_nearest);
  g_test_add_func ("/vocabulary/readers-words", test_readers_words);
  g_test_add_func ("/vocabulary/status", test_status);
  g_test_add_func ("/vocabulary/qualifier-marks", test_qualifier_marks);

  return g_test_run ();
}
