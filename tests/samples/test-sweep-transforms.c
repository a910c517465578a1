/* Each transformation of each series, in both languages. Each gives points or a
 * rule, and never nan, inf, −0 or an empty sentence.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-figure-text.h"
#include "tb-known.h"
#include "tb-reader.h"
#include "tb-sweep.h"
#include "tb-transform.h"
#include "tb-writer.h"

#include <locale.h>
#include <math.h>

static void
check_point (const TbDerived *derived,
             gsize            i,
             const char      *what)
{
  const TbPoint *point = tb_derived_get (derived, i);
  TbFigure source = { tb_derived_get_source (derived), point->row >= 0 ? (gsize) point->row : 0 };
  double stated = tb_interval_get_stated (&point->value);

  if (point->kind != TB_VERDICT_VALID && point->codes == 0)
    tb_sweep_complain (what, source, source);
  if (point->kind == TB_VERDICT_INVALID)
    {
      for (TbLanguage language = 0; language < TB_N_LANGUAGES; language++)
        tb_sweep_check_text (tb_derived_dup_note (derived, i, language), what, source, source);
      return;
    }
  if (!tb_sweep_is_sound (stated) || tb_interval_is_unknown (&point->value))
    tb_sweep_complain (what, source, source);
  for (TbLanguage language = 0; language < TB_N_LANGUAGES; language++)
    {
      g_autofree char *note = tb_derived_dup_note (derived, i, language);

      if (note != NULL)
        tb_sweep_check_text (g_steal_pointer (&note), what, source, source);
      else if (point->kind == TB_VERDICT_NOTE)
        tb_sweep_complain (what, source, source);
    }
}

/* As a dataset, and as a file that can be read again. */
static void
check_taken_over (TbDerived       *derived,
                  const TbDataset *dataset)
{
  g_autoptr (TbDataset) own = tb_derived_to_dataset (&derived, 1, dataset);
  TbSeries *series = tb_dataset_get_series (own, 0);
  g_autoptr (TbDataset) again = NULL;
  g_autoptr (TbProblems) problems = tb_problems_new ("derived");
  g_autoptr (GBytes) bytes = tb_writer_to_json (own);
  g_autofree char *report = NULL;

  g_assert_cmpuint (tb_series_get_n (series), ==, tb_derived_get_n (derived));
  for (gsize i = 0; i < tb_series_get_n (series); i++)
    {
      const TbPoint *point = tb_derived_get (derived, i);
      TbFigure figure = { series, i };
      TbObservation o;

      tb_series_get (series, i, &o);
      g_assert_true (tb_sweep_is_sound (o.figure));
      if (point->kind == TB_VERDICT_INVALID)
        g_assert_false (o.has_value || tb_observation_is_range (&o));
      else
        g_assert_true (o.has_value || tb_observation_is_range (&o));
      for (TbLanguage language = 0; language < TB_N_LANGUAGES; language++)
        tb_sweep_check_text (tb_figure_dup_description (series, i, language), "derived figure", figure, figure);
    }
  again = tb_reader_read_bytes (bytes, NULL, problems, NULL, NULL, NULL, NULL);
  report = tb_problems_dup_report (problems);
  if (again == NULL)
    g_error ("A derived dataset should be a good one: %s", report);
}

static void
check_derived (TbDerived       *derived,
               const TbDataset *dataset,
               const char      *what)
{
  TbFigure source = { tb_derived_get_source (derived), 0 };

  if (tb_derived_get_n (derived) == 0)
    tb_sweep_complain (what, source, source);
  for (gsize i = 0; i < tb_derived_get_n (derived); i++)
    check_point (derived, i, what);
  for (TbLanguage language = 0; language < TB_N_LANGUAGES; language++)
    tb_sweep_check_text (tb_derived_dup_steps (derived, language), what, source, source);
  tb_sweep_check_text (tb_derived_dup_formula (derived), what, source, source);
  check_taken_over (derived, dataset);
}

/* The whole that the series is a part of, or the population; where there is none,
 * itself: a step that needs another series has to refuse what is none. */
static TbSeries *
find_other (const TbDataset *dataset,
            TbSeries        *series,
            TbTransformKind  kind)
{
  const TbIndicator *other = tb_series_get_info (series)->indicator->part_of;
  gsize n = 0;
  TbSeries *const *list;

  if (kind == TB_TRANSFORM_PER_CAPITA)
    other = tb_catalog_find_indicator (tb_dataset_get_catalog (dataset), "population");
  list = other != NULL ? tb_dataset_get_series_of (dataset, other, &n) : NULL;

  return n > 0 ? list[0] : series;
}

static void
check_error (const GError *error,
             const char   *what,
             TbSeries     *series)
{
  TbFigure figure = { series, 0 };

  g_assert_nonnull (error);
  g_assert_true (error->domain == TB_TRANSFORM_ERROR);
  tb_sweep_check_text (g_strdup (error->message), what, figure, figure);
  if (error->code == TB_TRANSFORM_ERROR_MISFIT
      && !g_regex_match_simple ("^(?:R\\d+|[YFT]-\\d+)[:：]", error->message, 0, 0))
    {
      g_test_message ("%s: no rule in “%s”", what, error->message);
      g_test_fail ();
    }
}

/* No step sets figures against each other that the rules of comparison refuse;
 * but an index, or a growth, may be a bound whose sign is not known (R15). */
static void
check_not_refused (TbDerived       *derived,
                   TbTransformKind  kind,
                   TbReference      reference)
{
  /* R15, and what does not refuse but is listed beside it. */
  const TbRuleSet may_stand = TB_RULE (15) | TB_RULE (6) | TB_RULE (9) | TB_RULE (10) | TB_RULE (13) | TB_RULE (14)
                              | TB_RULE_F (10);
  TbSeries *series = tb_derived_get_source (derived);

  if (kind < TB_TRANSFORM_CHANGE || (kind > TB_TRANSFORM_CAGR && kind != TB_TRANSFORM_INDEX))
    return;
  for (gsize i = 0; i < tb_derived_get_n (derived); i++)
    {
      const TbPoint *point = tb_derived_get (derived, i);
      TbFigure current = { series, (gsize) MAX (point->row, 0) };
      TbObservation o;
      TbFigure base;
      TbVerdict verdict;

      if (point->kind == TB_VERDICT_INVALID || tb_period_equal (point->base, point->period))
        continue;
      g_assert_cmpint (point->row, >=, 0);
      tb_series_get (series, current.row, &o);
      base = tb_known_find (series, point->base, o.kind, 0);
      if (base.series == NULL)
        continue;
      verdict = tb_verdict_change (base, current, reference);
      if (verdict.kind == TB_VERDICT_INVALID && (verdict.codes & ~may_stand) != 0)
        tb_sweep_complain (tb_transform_get_name (kind), base, current);
    }
}

/* F-8: the people of one place do not divide what is of another. */
static void
check_same_place (TbDerived         *derived,
                  const TbTransform *step)
{
  TbSeries *series = tb_derived_get_source (derived);
  TbFigure figure = { series, 0 };

  if (step->kind != TB_TRANSFORM_PER_CAPITA
      || tb_series_get_info (series)->place == tb_series_get_info (step->other)->place)
    return;
  for (gsize i = 0; i < tb_derived_get_n (derived); i++)
    if (tb_derived_get (derived, i)->kind != TB_VERDICT_INVALID)
      tb_sweep_complain ("per head of another place", figure, (TbFigure) { step->other, 0 });
}

static void
check_steps (const TbDataset   *dataset,
             TbSeries          *series,
             const TbTransform *steps,
             gsize              n_steps)
{
  g_autofree char *what = NULL;

  what = n_steps == 1 ? g_strdup (tb_transform_get_name (steps[0].kind))
                      : g_strdup_printf ("%s, %s", tb_transform_get_name (steps[0].kind),
                                         tb_transform_get_name (steps[1].kind));
  for (TbLanguage language = 0; language < TB_N_LANGUAGES; language++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TbDerived) derived = tb_transform_apply (series, steps, n_steps, 0, TB_REFERENCE_OF (dataset),
                                                          language, &error);

      if (derived == NULL)
        check_error (error, what, series);
      else if (language == TB_LANGUAGE_EN)
        check_derived (derived, dataset, what);
      if (derived != NULL && n_steps == 1 && language == TB_LANGUAGE_EN)
        {
          check_not_refused (derived, steps[0].kind, TB_REFERENCE_OF (dataset));
          check_same_place (derived, &steps[0]);
        }
    }
}

static void
check_misfit (TbSeries          *series,
              const TbTransform *step,
              TbReference        reference)
{
  TbFigure figure = { series, 0 };

  for (TbLanguage language = 0; language < TB_N_LANGUAGES; language++)
    {
      g_autofree char *misfit = tb_transform_dup_misfit (series, step, language);
      g_autoptr (GError) error = NULL;
      g_autoptr (TbDerived) derived = NULL;

      if (misfit == NULL)
        continue;
      derived = tb_transform_apply (series, step, 1, 0, reference, language, &error);
      g_assert_null (derived);
      tb_sweep_check_text (g_steal_pointer (&misfit), tb_transform_get_name (step->kind), figure, figure);
    }
}

static TbPeriod
find_first_period (const TbSeries *series)
{
  g_autofree guint32 *rows = g_new (guint32, tb_series_get_n (series) + 1);
  gsize n = tb_series_sort (series, rows);

  for (gsize i = 0; i < n; i++)
    {
      TbPeriod period = tb_series_get_period (series, rows[i]);

      if (tb_period_is_dated (period))
        return period;
    }

  return TB_PERIOD_UNDATED;
}

static TbTransform
make_step (const TbDataset *dataset,
           TbSeries        *series,
           TbTransformKind  kind)
{
  return (TbTransform) { .kind = kind, .base = find_first_period (series),
                         .other = find_other (dataset, series, kind) };
}

static void
transform_all (const TbDataset *dataset,
               TbSeries        *series)
{
  TbTransform steps[2] = { { .kind = TB_TRANSFORM_DISCRETE, .base = TB_PERIOD_UNDATED } };

  for (TbTransformKind kind = 0; kind < TB_N_TRANSFORMS; kind++)
    {
      TbTransform *step = &steps[1];

      *step = make_step (dataset, series, kind);
      check_misfit (series, step, TB_REFERENCE_OF (dataset));
      check_steps (dataset, series, step, 1);
      step->so_far = TRUE;
      step->window = 2;
      check_steps (dataset, series, step, 1);
      if (kind != TB_TRANSFORM_DISCRETE)
        check_steps (dataset, series, steps, 2);
    }
}

static void
test_transforms (gconstpointer data)
{
  g_autoptr (TbDataset) dataset = tb_sweep_read (data);

  for (gsize s = 0; s < tb_dataset_get_n_series (dataset); s++)
    transform_all (dataset, tb_dataset_get_series (dataset, s));
}

/* The rule that a message begins with. */
static TbRuleSet
read_rule (const char *message)
{
  for (guint rule = 0; rule < TB_N_RULES; rule++)
    {
      g_autofree char *prefix = g_strdup_printf ("%s:", tb_rule_get_code (rule));

      if (g_str_has_prefix (message, prefix))
        return TB_RULE_BIT (rule);
    }

  return 0;
}

/* Adds the rules that were met. Returns whether there is a number. */
static gboolean
gather_rules (const TbDataset   *dataset,
              TbSeries          *series,
              const TbTransform *steps,
              gsize              n_steps,
              TbRuleSet         *rules)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TbDerived) derived = tb_transform_apply (series, steps, n_steps, 0, TB_REFERENCE_OF (dataset),
                                                      TB_LANGUAGE_EN, &error);
  gboolean has_number = FALSE;

  if (derived == NULL)
    {
      *rules |= read_rule (error->message);
      return FALSE;
    }
  for (gsize i = 0; i < tb_derived_get_n (derived); i++)
    {
      const TbPoint *point = tb_derived_get (derived, i);

      *rules |= point->codes;
      has_number = has_number || point->kind != TB_VERDICT_INVALID;
    }

  return has_number;
}

/* There is no step that nothing in the fixture set can be put through, and no
 * rule on steps that nothing in it meets; F-1 is the order of the steps. */
static void
test_fixture_set (void)
{
  g_autoptr (TbDataset) dataset = tb_sweep_read (tb_sweep_get_fixture_set ());
  TbTransform steps[2] = { { .kind = TB_TRANSFORM_DISCRETE, .base = TB_PERIOD_UNDATED } };
  TbRuleSet expected = TB_RULE (20);
  g_autofree char *missing = NULL;
  TbRuleSet rules = 0;

  for (guint rule = 1; rule <= 9; rule++)
    expected |= TB_RULE_Y (rule) | TB_RULE_F (rule + 1);
  for (TbTransformKind kind = 0; kind < TB_N_TRANSFORMS; kind++)
    {
      guint n_given = 0;

      for (gsize s = 0; s < tb_dataset_get_n_series (dataset); s++)
        {
          TbSeries *series = tb_dataset_get_series (dataset, s);

          steps[1] = make_step (dataset, series, kind);
          n_given += gather_rules (dataset, series, &steps[1], 1, &rules) ? 1 : 0;
          gather_rules (dataset, series, steps, 2, &rules);
        }
      if (n_given == 0)
        g_error ("Nothing was computed by %s", tb_transform_get_name (kind));
    }
  missing = tb_rules_dup_codes (expected & ~rules);
  g_assert_cmpstr (missing, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  tb_sweep_add ("transforms", test_transforms);
  g_test_add_func ("/sweep/fixture-set/computed", test_fixture_set);

  return g_test_run ();
}
