/* Everything against everything: each pair of figures of an indicator, and each
 * target with each figure, in both languages. Whatever comes of it, it has a number or a rule, and never nan, inf,
 * −0 or an empty sentence.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-figure-text.h"
#include "tb-proposal.h"
#include "tb-published.h"
#include "tb-standing.h"
#include "tb-sweep.h"

#include <locale.h>
#include <math.h>

/* Up to so many figures, every pair is tried; of more, those near each other
 * and a year apart. */
#define MAX_ALL_PAIRS 48

static GArray *
collect_figures (const TbDataset   *dataset,
                 const TbIndicator *indicator)
{
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (TbFigure));
  gsize n;
  TbSeries *const *list = tb_dataset_get_series_of (dataset, indicator, &n);

  for (gsize s = 0; s < n; s++)
    for (gsize row = 0; row < tb_series_get_n (list[s]); row++)
      {
        TbFigure figure = { list[s], row };

        g_array_append_val (figures, figure);
      }

  return figures;
}

static TbKind
get_kind (TbFigure figure)
{
  TbObservation o;

  tb_series_get (figure.series, figure.row, &o);

  return o.kind;
}

static gboolean
has_any_number (const TbVerdict *verdict)
{
  return !isnan (verdict->absolute) || !isnan (verdict->relative) || !isnan (verdict->points)
         || !isnan (verdict->low) || !isnan (verdict->high);
}

static void
check_verdict (const TbVerdict *verdict,
               TbFigure         base,
               TbFigure         current)
{
  if (!tb_sweep_is_sound (verdict->absolute) || !tb_sweep_is_sound (verdict->relative)
      || !tb_sweep_is_sound (verdict->points) || !tb_sweep_is_sound (verdict->low)
      || !tb_sweep_is_sound (verdict->high) || !tb_sweep_is_sound (verdict->computed))
    tb_sweep_complain ("an unsound number", base, current);
  if (verdict->kind == TB_VERDICT_INVALID && has_any_number (verdict))
    tb_sweep_complain ("a number that was refused", base, current);
  if (verdict->kind == TB_VERDICT_INVALID && verdict->codes == 0)
    tb_sweep_complain ("refused without a rule", base, current);
  if (verdict->kind == TB_VERDICT_NOTE && verdict->codes == 0)
    tb_sweep_complain ("a note without a rule", base, current);
  if (verdict->kind != TB_VERDICT_INVALID && !has_any_number (verdict))
    tb_sweep_complain ("neither a number nor a rule", base, current);
  if (verdict->low > verdict->high)
    tb_sweep_complain ("bounds the wrong way round", base, current);
  if (!isnan (verdict->points) && (!isnan (verdict->relative) || !isnan (verdict->absolute)))
    tb_sweep_complain ("a percentage of a percentage", base, current);
}

static void
check_pair (TbFigure    base,
            TbFigure    current,
            TbReference reference)
{
  TbVerdict change = tb_verdict_change (base, current, reference);
  TbVerdict share = tb_verdict_share (current, base, reference);
  TbVerdict back = tb_verdict_change (current, base, reference);

  check_verdict (&change, base, current);
  check_verdict (&share, base, current);
  /* Both ways or, of targets and plans, one way at most. */
  if (get_kind (base) == get_kind (current)
      && (change.kind == TB_VERDICT_INVALID) != (back.kind == TB_VERDICT_INVALID))
    tb_sweep_complain ("refused one way only", base, current);
  if (tb_series_get_info (base.series)->unit == tb_series_get_info (current.series)->unit
      && change.bound == TB_BOUND_EXACT && !isnan (change.absolute) && !isnan (back.absolute)
      && (change.absolute > -back.absolute || change.absolute < -back.absolute))
    tb_sweep_complain ("another difference the other way round", base, current);
  for (TbLanguage language = 0; language < TB_N_LANGUAGES; language++)
    {
      tb_sweep_check_text (tb_verdict_dup_text (&change, base, current, reference, language), "change", base, current);
      tb_sweep_check_text (tb_verdict_dup_text (&share, base, current, reference, language), "share", base, current);
    }
}

static gboolean
is_tried (gsize i,
          gsize j,
          gsize n)
{
  gsize distance = i > j ? i - j : j - i;

  return i != j && (n <= MAX_ALL_PAIRS || distance == 1 || distance == 12 || distance + 1 == n);
}

/* With a few of the figures of another indicator: the first and the last. */
static void
check_strangers (const GArray *figures,
                 const GArray *others,
                 TbReference   reference)
{
  for (gsize a = 0; a < MIN (figures->len, MAX_ALL_PAIRS) && others->len > 0; a++)
    {
      TbFigure figure = g_array_index (figures, TbFigure, a);

      check_pair (figure, g_array_index (others, TbFigure, 0), reference);
      check_pair (figure, g_array_index (others, TbFigure, others->len - 1), reference);
    }
}

static void
test_pairs (gconstpointer data)
{
  g_autoptr (TbDataset) dataset = tb_sweep_read (data);
  TbCatalog *catalog = tb_dataset_get_catalog (dataset);
  gsize n = tb_catalog_get_n_indicators (catalog);

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GArray) figures = collect_figures (dataset, tb_catalog_get_indicator (catalog, i));
      g_autoptr (GArray) next = collect_figures (dataset, tb_catalog_get_indicator (catalog, (i + 1) % n));

      for (gsize a = 0; a < figures->len; a++)
        for (gsize b = 0; b < figures->len; b++)
          if (is_tried (a, b, figures->len))
            check_pair (g_array_index (figures, TbFigure, a), g_array_index (figures, TbFigure, b),
                        TB_REFERENCE_OF (dataset));
      if (n > 1)
        check_strangers (figures, next, TB_REFERENCE_OF (dataset));
    }
}

/* What occurs among the figures of one indicator. */
typedef struct
{
  TbRuleSet codes;
  guint     kinds[TB_VERDICT_INVALID + 1];
  guint     words[TB_STANDING_MISSED + 1];
} Occurrence;

static void
note_occurrence (Occurrence *seen,
                 TbFigure    a,
                 TbFigure    b,
                 TbReference reference)
{
  TbVerdict verdict = tb_verdict_change (a, b, reference);
  TbStanding standing;

  seen->codes |= verdict.codes;
  seen->kinds[verdict.kind]++;
  if (get_kind (a) != TB_KIND_TARGET || get_kind (b) != TB_KIND_ACTUAL)
    return;
  standing = tb_standing_assess (a, b, reference);
  seen->codes |= standing.codes;
  seen->words[standing.word]++;
}

/* The fixture set has a case of every rule on verdicts but R20, which is for
 * computed figures, of every rule on targets that is none of drawing, and of
 * every status word. */
static void
test_fixture_set (void)
{
  const TbRuleSet verdicts = TB_RULE_BIT (20) - 1;
  TbRuleSet expected = verdicts;
  g_autoptr (TbDataset) dataset = tb_sweep_read (tb_sweep_get_fixture_set ());
  TbCatalog *catalog = tb_dataset_get_catalog (dataset);
  g_autofree char *missing = NULL;
  Occurrence seen = { 0 };

  for (guint t = 1; t <= 8; t++)
    expected |= TB_RULE_T (t);
  for (gsize i = 0; i < tb_catalog_get_n_indicators (catalog); i++)
    {
      g_autoptr (GArray) figures = collect_figures (dataset, tb_catalog_get_indicator (catalog, i));

      for (gsize a = 0; a < figures->len; a++)
        for (gsize b = 0; b < figures->len; b++)
          if (a != b)
            note_occurrence (&seen, g_array_index (figures, TbFigure, a), g_array_index (figures, TbFigure, b),
                             TB_REFERENCE_OF (dataset));
    }
  missing = tb_rules_dup_codes (expected & ~seen.codes);
  g_assert_cmpstr (missing, ==, "");
  for (gsize i = 0; i < G_N_ELEMENTS (seen.kinds); i++)
    g_assert_cmpuint (seen.kinds[i], >, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (seen.words); i++)
    g_assert_cmpuint (seen.words[i], >, 0);
}

static void
check_reading (const TbReading *reading,
               const char      *what,
               TbFigure         target,
               TbFigure         actual)
{
  if (!tb_sweep_is_sound (reading->value))
    tb_sweep_complain (what, target, actual);
  if (reading->kind == TB_VERDICT_INVALID && (!isnan (reading->value) || reading->codes == 0))
    tb_sweep_complain (what, target, actual);
  if (reading->kind != TB_VERDICT_INVALID && isnan (reading->value) && reading->bound != TB_BOUND_BETWEEN)
    tb_sweep_complain (what, target, actual);
}

static void
check_standing (TbFigure    target,
                TbFigure    actual,
                TbReference reference)
{
  TbStanding standing = tb_standing_assess (target, actual, reference);
  guint32 row = (guint32) target.row;

  check_reading (&standing.gap, "the gap is unsound", target, actual);
  check_reading (&standing.completion, "the completion is unsound", target, actual);
  check_reading (&standing.progress, "the progress is unsound", target, actual);
  if (!tb_sweep_is_sound (standing.elapsed) || !tb_sweep_is_sound (standing.required)
      || !tb_sweep_is_sound (standing.growth) || !tb_sweep_is_sound (standing.growth_required))
    tb_sweep_complain ("an unsound number of a target", target, actual);
  if (standing.elapsed < 0 || standing.elapsed > 100)
    tb_sweep_complain ("time that has not elapsed", target, actual);
  for (TbLanguage language = 0; language < TB_N_LANGUAGES; language++)
    {
      TbNumberScale scale = tb_figure_scale (target.series, &row, 1, language);

      tb_sweep_check_text (tb_standing_dup_text (&standing, target, actual, language), "standing", target, actual);
      tb_sweep_check_text (tb_standing_dup_target (target, scale, language), "target", target, actual);
      if (standing.completion.kind == TB_VERDICT_INVALID)
        tb_sweep_check_text (tb_standing_dup_no_completion (&standing, target, actual, language), "completion",
                             target, actual);
      if (standing.word != TB_STANDING_NONE)
        tb_sweep_check_text (g_strdup (tb_standing_get_word (standing.word, language)), "word", target, actual);
    }
}

static void
check_target (const TbDataset *dataset,
              const GArray    *figures,
              TbFigure         target)
{
  TbReference reference = TB_REFERENCE_OF (dataset);
  TbFigure found = tb_standing_find_actual (dataset, target, 0, reference);

  if (found.series != NULL)
    {
      if (get_kind (found) != TB_KIND_ACTUAL)
        tb_sweep_complain ("measured by what was not observed", target, found);
      check_standing (target, found, reference);
    }
  for (gsize i = 0; i < figures->len; i++)
    {
      TbFigure figure = g_array_index (figures, TbFigure, i);

      if (figure.series != target.series || figure.row != target.row)
        check_standing (target, figure, reference);
    }
}

static void
test_targets (gconstpointer data)
{
  g_autoptr (TbDataset) dataset = tb_sweep_read (data);
  TbCatalog *catalog = tb_dataset_get_catalog (dataset);

  for (gsize i = 0; i < tb_catalog_get_n_indicators (catalog); i++)
    {
      g_autoptr (GArray) figures = collect_figures (dataset, tb_catalog_get_indicator (catalog, i));

      for (gsize t = 0; t < figures->len; t++)
        {
          TbFigure target = g_array_index (figures, TbFigure, t);
          TbKind kind = get_kind (target);

          if (kind == TB_KIND_TARGET || kind == TB_KIND_PLAN)
            check_target (dataset, figures, target);
        }
    }
}

static void
check_proposals (const TbDataset *dataset,
                 TbFigure         current)
{
  TbReference reference = TB_REFERENCE_OF (dataset);
  TbProposal proposals[TB_MAX_PROPOSALS];
  guint n = tb_proposal_list (dataset, current, 0, reference, proposals);

  g_assert_cmpuint (n, <=, TB_MAX_PROPOSALS);
  for (guint i = 0; i < n; i++)
    {
      if (proposals[i].verdict.kind == TB_VERDICT_INVALID)
        tb_sweep_complain ("proposed and refused", proposals[i].base, current);
      check_verdict (&proposals[i].verdict, proposals[i].base, current);
    }
  for (TbLanguage language = 0; n == 0 && language < TB_N_LANGUAGES; language++)
    tb_sweep_check_text (tb_proposal_dup_reason (dataset, current, 0, reference, language), "no proposal",
                         current, current);
}

static void
check_published (TbFigure figure)
{
  guint32 row = (guint32) figure.row;
  gboolean has_base;
  TbSide base;
  TbObservation o;

  tb_series_get (figure.series, figure.row, &o);
  has_base = tb_published_get_base (figure, &base);
  if (o.extra == NULL || !o.extra->change.given)
    {
      g_assert_false (has_base);
      return;
    }
  for (TbLanguage language = 0; language < TB_N_LANGUAGES; language++)
    {
      TbNumberScale scale = tb_figure_scale (figure.series, &row, 1, language);

      tb_sweep_check_text (tb_published_dup_change (figure, language), "published", figure, figure);
      tb_sweep_check_text (tb_published_dup_short (figure, scale, language), "published, short", figure, figure);
      if (has_base)
        tb_sweep_check_text (tb_published_dup_base (&base, language), "implied base", figure, figure);
    }
}

static void
test_proposals (gconstpointer data)
{
  g_autoptr (TbDataset) dataset = tb_sweep_read (data);

  for (gsize s = 0; s < tb_dataset_get_n_series (dataset); s++)
    {
      TbSeries *series = tb_dataset_get_series (dataset, s);

      for (gsize row = 0; row < tb_series_get_n (series); row++)
        {
          TbFigure figure = { series, row };

          check_proposals (dataset, figure);
          check_published (figure);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  tb_sweep_add ("pairs", test_pairs);
  tb_sweep_add ("targets", test_targets);
  tb_sweep_add ("proposals", test_proposals);
  g_test_add_func ("/sweep/fixture-set/complete", test_fixture_set);

  return g_test_run ();
}
