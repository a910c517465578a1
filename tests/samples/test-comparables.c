/* Every row of the notes on comparable figures is a case: the engine, run on the
 * sample, gives the verdict that the row gives, for the reason it gives.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-comparables.h"
#include "tb-plain-text.h"
#include "tb-sample.h"
#include "tb-standing.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#define N_ROWS_A 13
#define N_ROWS_B 14
#define N_ROWS_C 24

static TbDataset *dataset;

static TbReference
get_reference (void)
{
  return TB_REFERENCE_OF (dataset);
}

static TbFigure
find_figure (const TbComparableKey *key)
{
  return tb_sample_find (dataset, key);
}

static gboolean
is_same_figure (TbFigure a,
                TbFigure b)
{
  return a.series == b.series && (a.series == NULL || a.row == b.row);
}

static void
assert_plain (const char *text)
{
  const char *fault = tb_plain_text_find_fault (text);

  if (fault != NULL)
    g_error ("%s in: “%s”", fault, text);
}

static void
assert_codes (TbRuleSet codes,
              TbRuleSet expected,
              const char *what)
{
  g_autofree char *missing = tb_rules_dup_codes (expected & ~codes);
  g_autofree char *has = tb_rules_dup_codes (codes);

  if (*missing != '\0')
    g_error ("%s: expected %s among the codes, which are: %s", what, missing, has);
}

/* Two scopes that part the figures of one indicator are both named. */
static void
assert_scopes_told (const TbVerdict *verdict,
                    TbFigure         a,
                    TbFigure         b)
{
  const TbSeriesInfo *one = tb_series_get_info (a.series);
  const TbSeriesInfo *other = tb_series_get_info (b.series);

  if (one->indicator != other->indicator || tb_text_equal (&one->scope, &other->scope))
    return;

  for (TbLanguage language = 0; language < TB_N_LANGUAGES; language++)
    {
      g_autofree char *text = tb_verdict_dup_text (verdict, a, b, get_reference (), language);
      const char *scope = tb_text_find (&one->scope, language);
      const char *other_scope = tb_text_find (&other->scope, language);

      if ((scope != NULL && strstr (text, scope) == NULL)
          || (other_scope != NULL && strstr (text, other_scope) == NULL))
        g_error ("Both scopes should be told in: “%s”", text);
    }
}

static void
assert_texts (const TbVerdict *verdict,
              TbFigure         base,
              TbFigure         current)
{
  for (TbLanguage language = 0; language < TB_N_LANGUAGES; language++)
    {
      g_autofree char *text = tb_verdict_dup_text (verdict, base, current, get_reference (), language);

      g_test_message ("%s", text);
      assert_plain (text);
    }
}

static void
assert_no_number (const TbVerdict *verdict)
{
  g_assert_true (isnan (verdict->absolute));
  g_assert_true (isnan (verdict->relative));
  g_assert_true (isnan (verdict->points));
  g_assert_true (isnan (verdict->low));
  g_assert_true (isnan (verdict->high));
}

static void
assert_refused (const TbVerdict *verdict,
                TbFigure         base,
                TbFigure         current,
                TbRuleSet        codes)
{
  g_assert_cmpint (verdict->kind, ==, TB_VERDICT_INVALID);
  assert_no_number (verdict);
  assert_codes (verdict->codes, codes, "refused");
  assert_texts (verdict, base, current);
  if ((verdict->codes & TB_RULE (1)) != 0 && verdict->operation == TB_OPERATION_CHANGE)
    assert_scopes_told (verdict, base, current);
}

static double
get_number (const TbVerdict *verdict)
{
  if (verdict->operation == TB_OPERATION_SHARE)
    return verdict->relative;

  return isnan (verdict->points) ? verdict->absolute : verdict->points;
}

static void
check_verdict (const TbComparableCheck *check,
               TbFigure                 a,
               TbFigure                 b)
{
  gboolean share = check->ask == ASK_SHARE;
  TbVerdict verdict = share ? tb_verdict_share (a, b, get_reference ()) : tb_verdict_change (a, b, get_reference ());
  TbFigure base = share ? b : a;
  TbFigure current = share ? a : b;
  TbVerdict back;

  g_assert_cmpint (verdict.operation, ==, share ? TB_OPERATION_SHARE : TB_OPERATION_CHANGE);
  if (check->kind == TB_VERDICT_INVALID)
    {
      assert_refused (&verdict, base, current, check->codes);
      if (share)
        return;
      /* What cannot be compared cannot be compared the other way round. */
      back = tb_verdict_change (b, a, get_reference ());
      assert_refused (&back, b, a, check->codes);
      return;
    }

  assert_texts (&verdict, base, current);
  g_assert_cmpint (verdict.kind, ==, check->kind);
  assert_codes (verdict.codes, check->codes, "compared");
  if (!isnan (check->number))
    g_assert_cmpfloat_with_epsilon (get_number (&verdict), check->number,
                                    check->within + 1e-9 * (1 + fabs (check->number)));
}

static void
assert_standing_texts (const TbStanding *standing,
                       TbFigure          target,
                       TbFigure          actual)
{
  for (TbLanguage language = 0; language < TB_N_LANGUAGES; language++)
    {
      g_autofree char *text = tb_standing_dup_text (standing, target, actual, language);

      g_test_message ("%s", text);
      assert_plain (text);
      if (standing->completion.kind == TB_VERDICT_INVALID)
        {
          g_autofree char *reason = tb_standing_dup_no_completion (standing, target, actual, language);

          assert_plain (reason);
        }
    }
}

/* Nothing at all is said of a target by a figure of another thing. */
static void
assert_no_standing (TbFigure  target,
                    TbFigure  actual,
                    TbRuleSet codes)
{
  TbStanding standing = tb_standing_assess (target, actual, get_reference ());

  g_assert_cmpint (standing.word, ==, TB_STANDING_NONE);
  g_assert_cmpint (standing.gap.kind, ==, TB_VERDICT_INVALID);
  g_assert_cmpint (standing.completion.kind, ==, TB_VERDICT_INVALID);
  g_assert_true (isnan (standing.gap.value));
  g_assert_true (isnan (standing.completion.value));
  assert_codes (standing.gap.codes, codes, "the gap");
  assert_codes (standing.completion.codes, codes, "the completion");
  assert_standing_texts (&standing, target, actual);
}

static void
check_completion (const TbComparableCheck *check,
                  TbFigure                 target,
                  TbFigure                 actual)
{
  TbStanding standing = tb_standing_assess (target, actual, get_reference ());
  TbFigure found = tb_standing_find_actual (dataset, target, 0, get_reference ());

  if (check->kind == TB_VERDICT_INVALID)
    {
      assert_no_standing (target, actual, check->codes);
      g_assert_false (is_same_figure (found, actual));
      return;
    }

  assert_standing_texts (&standing, target, actual);
  g_assert_true (is_same_figure (found, actual));
  g_assert_cmpint (standing.completion.kind, ==, check->kind);
  assert_codes (standing.codes | standing.completion.codes, check->codes, "completion");
  g_assert_cmpint (standing.completion.bound, ==, TB_BOUND_EXACT);
  g_assert_cmpfloat_with_epsilon (standing.completion.value, check->number,
                                  check->within + 1e-9 * (1 + fabs (check->number)));
  g_assert_cmpfloat (standing.elapsed, >, 0);
  g_assert_cmpfloat (standing.elapsed, <=, 100);
}

static gboolean
is_aim (TbFigure figure)
{
  TbObservation o;

  tb_series_get (figure.series, figure.row, &o);

  return o.kind == TB_KIND_TARGET || o.kind == TB_KIND_PLAN;
}

static void
check_look_alikes (const TbComparableRow *row)
{
  for (gsize i = 0; i < TB_MAX_LOOK_ALIKES && row->look_alikes[i].indicator != NULL; i++)
    for (gsize j = 0; j < TB_MAX_LOOK_ALIKES && row->look_alikes[j].indicator != NULL; j++)
      {
        TbFigure a = find_figure (&row->look_alikes[i]);
        TbFigure b = find_figure (&row->look_alikes[j]);
        TbVerdict verdict;

        if (i == j)
          continue;
        verdict = tb_verdict_change (a, b, get_reference ());
        assert_refused (&verdict, a, b, row->codes);
        verdict = tb_verdict_share (a, b, get_reference ());
        assert_refused (&verdict, b, a, row->codes);
        if (is_aim (a) && !is_aim (b))
          assert_no_standing (a, b, row->codes);
      }
}

/* Issue 3 maps the words of the notes to kinds of verdicts. */
static void
assert_word_fits (const TbComparableRow *row)
{
  guint changes[3] = { 0 }, others[3] = { 0 };

  for (gsize i = 0; i < TB_MAX_CHECKS && row->checks[i].a.indicator != NULL; i++)
    (row->checks[i].ask == ASK_CHANGE ? changes : others)[row->checks[i].kind]++;

  switch (row->word)
    {
    case WORD_YES:
      g_assert_cmpuint (changes[TB_VERDICT_VALID], >, 0);
      break;
    case WORD_YES_WITH_WARNING:
      g_assert_cmpuint (changes[TB_VERDICT_NOTE], >, 0);
      break;
    case WORD_LIMITED:
      g_assert_cmpuint (changes[TB_VERDICT_NOTE] + others[TB_VERDICT_NOTE], >, 0);
      g_assert_cmpuint (changes[TB_VERDICT_VALID] + others[TB_VERDICT_VALID], ==, 0);
      break;
    case WORD_YES_AS_PROGRESS:
    case WORD_PART_OF_WHOLE:
      g_assert_cmpuint (changes[TB_VERDICT_VALID] + changes[TB_VERDICT_NOTE], ==, 0);
      g_assert_cmpuint (others[TB_VERDICT_VALID], >, 0);
      break;
    case WORD_LIMITED_NO_SIGN:
    case WORD_AGREE:
    case WORD_NO:
      g_assert_cmpuint (changes[TB_VERDICT_VALID] + changes[TB_VERDICT_NOTE], ==, 0);
      g_assert_cmpuint (others[TB_VERDICT_VALID] + others[TB_VERDICT_NOTE], ==, 0);
      g_assert_true (changes[TB_VERDICT_INVALID] > 0 || row->look_alikes[0].indicator != NULL);
      break;
    }
}

static void
test_row (gconstpointer data)
{
  const TbComparableRow *row = data;

  assert_word_fits (row);
  for (gsize i = 0; i < TB_MAX_CHECKS && row->checks[i].a.indicator != NULL; i++)
    {
      const TbComparableCheck *check = &row->checks[i];
      TbFigure a = find_figure (&check->a);
      TbFigure b = find_figure (&check->b);

      g_test_message ("check %" G_GSIZE_FORMAT ": %s %s, %s %s", i, check->a.indicator, check->a.period,
                      check->b.indicator, check->b.period);
      if (check->ask == ASK_COMPLETION)
        check_completion (check, a, b);
      else
        check_verdict (check, a, b);
    }
  check_look_alikes (row);
}

/* All rows, in their order, and none left out. */
static void
test_rows_complete (void)
{
  static const int n_expected[] = { N_ROWS_A, N_ROWS_B, N_ROWS_C };
  int n_found[] = { 0, 0, 0 };

  for (gsize i = 0; i < tb_n_comparable_rows; i++)
    {
      const TbComparableRow *row = &tb_comparable_rows[i];

      g_assert_cmpint (row->number, ==, ++n_found[row->section - 'A']);
      g_assert_true (i == 0 || row->section >= row[-1].section);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (n_expected); i++)
    g_assert_cmpint (n_found[i], ==, n_expected[i]);
}

/* A target that no figure of these pages tells of has no standing. */
static void
test_targets_without_actual (void)
{
  TbCatalog *catalog = tb_dataset_get_catalog (dataset);
  guint n_targets = 0;

  for (gsize i = 0; tb_targets_without_actual[i] != NULL; i++)
    {
      const char *id = tb_targets_without_actual[i];
      const TbIndicator *indicator = tb_catalog_find_indicator (catalog, id);
      TbSeries *const *list;
      gsize n;

      g_assert_nonnull (indicator);
      list = tb_dataset_get_series_of (dataset, indicator, &n);
      g_assert_cmpuint (n, ==, 1);
      for (gsize row = 0; row < tb_series_get_n (list[0]); row++)
        {
          TbFigure target = { list[0], row };
          TbFigure found = tb_standing_find_actual (dataset, target, 0, get_reference ());

          g_assert_true (is_aim (target));
          if (found.series != NULL)
            g_error ("The target of %s should have no figure to it", id);
          n_targets++;
        }
    }
  /* One each; of the flights there is the opening plan as well. */
  g_assert_cmpuint (n_targets, ==, 26);
}

/* Whether the notes let the two be compared, in this or the other direction. */
static gboolean
is_among_rows (TbFigure a,
               TbFigure b)
{
  for (gsize r = 0; r < tb_n_comparable_rows; r++)
    for (gsize i = 0; i < TB_MAX_CHECKS && tb_comparable_rows[r].checks[i].a.indicator != NULL; i++)
      {
        const TbComparableCheck *check = &tb_comparable_rows[r].checks[i];
        TbFigure one, other;

        if (check->ask != ASK_CHANGE || check->kind == TB_VERDICT_INVALID)
          continue;
        one = find_figure (&check->a);
        other = find_figure (&check->b);
        if ((is_same_figure (a, one) && is_same_figure (b, other))
            || (is_same_figure (a, other) && is_same_figure (b, one)))
          return TRUE;
      }

  return FALSE;
}

/* The target of A 4 is in two papers, which the notes set in one line. */
static gboolean
is_confirmation (TbFigure a,
                 TbFigure b)
{
  TbObservation one, other;

  tb_series_get (a.series, a.row, &one);
  tb_series_get (b.series, b.row, &other);

  return a.series == b.series && (one.confirms || other.confirms) && tb_period_equal (one.period, other.period);
}

static void
check_all_with (TbFigure  a,
                gsize    *n_compared)
{
  for (gsize s = 0; s < tb_dataset_get_n_series (dataset); s++)
    {
      TbSeries *series = tb_dataset_get_series (dataset, s);

      for (gsize row = 0; row < tb_series_get_n (series); row++)
        {
          TbFigure b = { series, row };
          TbVerdict verdict;

          if (is_same_figure (a, b))
            continue;
          verdict = tb_verdict_change (a, b, get_reference ());
          if (verdict.kind == TB_VERDICT_INVALID)
            continue;
          (*n_compared)++;
          if (!is_among_rows (a, b) && !is_confirmation (a, b))
            g_error ("%s and %s should not be compared", tb_series_get_info (a.series)->indicator->id,
                     tb_series_get_info (series)->indicator->id);
        }
    }
}

/* Of all 151,710 pairs of figures, none is compared that the notes do not name. */
static void
test_nothing_else (void)
{
  gsize n_compared = 0, n_named = 0;

  for (gsize s = 0; s < tb_dataset_get_n_series (dataset); s++)
    {
      TbSeries *series = tb_dataset_get_series (dataset, s);

      for (gsize row = 0; row < tb_series_get_n (series); row++)
        check_all_with ((TbFigure) { series, row }, &n_compared);
    }
  for (gsize r = 0; r < tb_n_comparable_rows; r++)
    for (gsize i = 0; i < TB_MAX_CHECKS && tb_comparable_rows[r].checks[i].a.indicator != NULL; i++)
      n_named += tb_comparable_rows[r].checks[i].ask == ASK_CHANGE
                 && tb_comparable_rows[r].checks[i].kind != TB_VERDICT_INVALID ? 1 : 0;
  /* Both ways, and the target that is said twice. */
  g_assert_cmpuint (n_compared, ==, 2 * (n_named + 1));
}

int
main (int   argc,
      char *argv[])
{
  int result;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  dataset = tb_sample_read ("digital-qingdao");
  for (gsize i = 0; i < tb_n_comparable_rows; i++)
    {
      const TbComparableRow *row = &tb_comparable_rows[i];
      g_autofree char *path = g_strdup_printf ("/comparables/%c/%02d-%s", row->section, row->number, row->name);

      g_test_add_data_func (path, row, test_row);
    }
  g_test_add_func ("/comparables/complete", test_rows_complete);
  g_test_add_func ("/comparables/targets-without-actual", test_targets_without_actual);
  g_test_add_func ("/comparables/nothing-else", test_nothing_else);
  result = g_test_run ();
  g_clear_pointer (&dataset, tb_dataset_unref);

  return result;
}
