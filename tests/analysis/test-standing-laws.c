/* Laws of standings, on targets and figures drawn at random.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-analysis-data.h"
#include "tb-side.h"
#include "tb-standing.h"

#include <math.h>
#include <string.h>

#define N_DRAWS 3000
#define ROOM 1e-9
#define NO_REFERENCE ((TbReference) { 0, 0 })

/* What a part of the way differs in from the whole of it; bounds; and that a
 * target is no figure. Every other refusal forbids a completion. */
#define ABOUT_THE_WAY (TB_RULE (2) | TB_RULE (3) | TB_RULE (4) | TB_RULE (15) | TB_RULE (16))

typedef struct
{
  TbDataset *dataset;
  TbFigure   target;
  TbFigure   actual;
} Draw;

static const char *
pick (const char *const *choices,
      guint              n)
{
  return choices[g_test_rand_int_range (0, (gint32) n)];
}

#define PICK(choices) pick (choices, G_N_ELEMENTS (choices))

static char *
draw_target (void)
{
  static const char *const periods[] = { "2025", "2025", "2025", "2025-12-31", "2021/2025", "2024" };
  static const char *const values[] = { "100", "100.0", "0", "7", "-20", "250" };
  static const char *const comparators[] = { "at-least", "at-least", "at-most", "equal", "about" };
  static const char *const bases[] = { "", ", \"target_basis\": \"level-at\"", ", \"target_basis\": \"sum-over\"",
                                       ", \"target_basis\": \"cum-plan\"", ", \"target_basis\": \"growth-avg\"",
                                       ", \"target_basis\": \"avg-over\"" };
  static const char *const baselines[] = { "", ", \"baseline\": {\"period\": \"2020-12-31\", \"value\": 50}",
                                           ", \"baseline\": {\"period\": \"2020\", \"value\": 80}" };
  static const char *const paths[] = { "", ", \"path\": \"linear\"", ", \"path\": \"geometric\"",
                                       ", \"path\": [[\"2025-06-30\", 40], [\"2025-12-31\", 90]]" };
  static const char *const kinds[] = { "target", "target", "plan" };

  return g_strdup_printf ("{\"period\": \"%s\", \"value\": %s, \"kind\": \"%s\", \"comparator\": \"%s\"%s%s%s}",
                          PICK (periods), PICK (values), PICK (kinds), PICK (comparators), PICK (bases),
                          PICK (baselines), PICK (paths));
}

static char *
draw_figure (void)
{
  static const char *const periods[] = { "2025", "2025-S1", "2025-S1", "2025-06", "2025-Q1", "2025-12-31", "2025-06-30",
                                         "2024",
                                         "2021-01/2023-06", "2023" };
  static const char *const values[] = { "46", "46.0", "105", "0", "-3", "100", "null" };
  static const char *const bases[] = { "", ", \"basis\": \"year-to-date\"", ", \"basis\": \"as-of\"" };
  static const char *const qualifiers[] = { "", "", "", ", \"qualifier\": \"over\"", ", \"qualifier\": \"about\"",
                                            ", \"qualifier\": \"under\"" };
  static const char *const statuses[] = { "", "", ", \"status\": \"P\"", ", \"status\": \"B\"",
                                          ", \"vintage\": \"2025-03-31\"" };

  return g_strdup_printf ("{\"period\": \"%s\", \"value\": %s%s%s%s}", PICK (periods), PICK (values), PICK (bases),
                          PICK (qualifiers), PICK (statuses));
}

/* The pair in one series or two, with a difference of things now and then. */
static Draw
draw_pair (void)
{
  static const char *const measures[] = { "flow", "flow", "flow", "flow", "stock", "average", "ratio", "cumulative",
                                          "unstated" };
  static const char *const directions[] = { "up", "down", "none" };
  static const char *const sinces[] = { "year-start", "plan-start", "inception", "unstated", "2021-01-01" };
  static const char *const keys[] = { ", \"scope\": \"a\"", ", \"place\": \"x\"", ", \"breakdown\": {\"k\": \"v\"}",
                                      ", \"measure\": \"index\"", ", \"unit\": \"v\"" };
  gboolean one_series = g_test_rand_int_range (0, 4) > 0;
  g_autofree char *target = draw_target ();
  g_autofree char *figure = draw_figure ();
  g_autofree char *indicator = g_strdup_printf ("\"measure\": \"%s\", \"since\": \"%s\", \"direction\": \"%s\"",
                                                PICK (measures), PICK (sinces), PICK (directions));
  g_autofree char *series = NULL;
  Draw draw;

  if (strstr (indicator, "cumulative") == NULL)
    *strstr (indicator, ", \"since\"") = '\0';
  if (one_series)
    series = g_strdup_printf ("\"indicator\": \"things\", \"observations\": [%s, %s]", target, figure);
  else
    series = g_strdup_printf ("\"indicator\": \"things\", \"observations\": [%s]}, "
                              "{\"indicator\": \"things\"%s, \"observations\": [%s]", target, PICK (keys), figure);

  draw.dataset = tb_analysis_data_series ("\"name\": \"kg\", \"kind\": \"mass\"", indicator, series);
  draw.target = (TbFigure) { tb_dataset_get_series (draw.dataset, 0), 0 };
  draw.actual = (TbFigure) { tb_dataset_get_series (draw.dataset, one_series ? 0 : 1), one_series ? 1 : 0 };

  return draw;
}

static gboolean
adds_up (TbFigure figure)
{
  TbMeasure measure = tb_series_get_info (figure.series)->measure;

  return measure == TB_MEASURE_FLOW || measure == TB_MEASURE_CUMULATIVE;
}

/* The issue's own law: completion never uses a value that a verdict refused. */
static void
check_completion (const Draw       *draw,
                  const TbStanding *standing)
{
  TbObservation target, actual;
  TbSide base, current;

  if (standing->completion.kind == TB_VERDICT_INVALID)
    {
      g_assert_true (isnan (standing->completion.value));
      g_assert_cmpuint (standing->completion.codes, !=, 0);
      return;
    }

  tb_series_get (draw->target.series, draw->target.row, &target);
  tb_series_get (draw->actual.series, draw->actual.row, &actual);
  g_assert_true (tb_side_load (&base, draw->target) && tb_side_load (&current, draw->actual));
  g_assert_cmpuint (tb_side_weigh (&base, &current, NO_REFERENCE).refuses & ~ABOUT_THE_WAY, ==, 0);
  g_assert_true (adds_up (draw->target) && adds_up (draw->actual));
  g_assert_true (target.extra->target.comparator == TB_COMPARATOR_AT_LEAST
                 || target.extra->target.comparator == TB_COMPARATOR_EQUAL);
  g_assert_cmpfloat (target.figure, >, 0);
  g_assert_cmpfloat_with_epsilon (standing->completion.value, 100 * actual.figure / target.figure, ROOM);
  if (actual.qualifier == TB_QUALIFIER_EXACT)
    g_assert_cmpint (standing->completion.bound, ==, TB_BOUND_EXACT);
  else
    g_assert_cmpint (standing->completion.bound, !=, TB_BOUND_EXACT);
}

/* A gap is the difference that a verdict gives, and is there only where one is. */
static void
check_gap (const Draw       *draw,
           const TbStanding *standing,
           const TbVerdict  *verdict)
{
  TbObservation target;

  if (standing->gap.kind == TB_VERDICT_INVALID || !isnan (standing->growth))
    return;
  tb_series_get (draw->target.series, draw->target.row, &target);
  if (target.extra->target.comparator == TB_COMPARATOR_ABOUT)
    return;
  g_assert_cmpuint (verdict->codes & TB_RULE (1), ==, 0);
  g_assert_cmpuint (verdict->codes & TB_RULE (8), ==, 0);
  if (verdict->kind != TB_VERDICT_INVALID)
    g_assert_cmpfloat_with_epsilon (standing->gap.value, verdict->absolute, ROOM);
}

static void
check_word (const Draw       *draw,
            const TbStanding *standing)
{
  gboolean is_final = standing->word == TB_STANDING_ACHIEVED || standing->word == TB_STANDING_MISSED;
  TbObservation actual;

  tb_series_get (draw->actual.series, draw->actual.row, &actual);
  g_assert_cmpint (standing->word == TB_STANDING_NONE, ==, standing->word_kind == TB_VERDICT_INVALID);
  if (is_final && actual.period.end < tb_target_get_deadline (draw->target))
    g_assert_true (adds_up (draw->actual));
  if (standing->word != TB_STANDING_NONE)
    {
      g_assert_true (actual.has_value);
      g_assert_cmpint (actual.period.end, <=, MAX (tb_target_get_deadline (draw->target),
                                                   tb_series_get_period (draw->target.series, 0).end));
      if ((actual.status & TB_STATUS_PROVISIONAL) != 0)
        g_assert_cmpint (standing->word_kind, ==, TB_VERDICT_NOTE);
    }
}

static void
check_texts (const Draw       *draw,
             const TbStanding *standing)
{
  static const char *const never[] = { "nan", "inf", "∞", "−0 ", "−0%", "(null)", "…", ";;", "%%" };

  for (int language = 0; language < TB_N_LANGUAGES; language++)
    {
      g_autofree char *text = tb_standing_dup_text (standing, draw->target, draw->actual, (TbLanguage) language);
      g_autofree char *reason = tb_standing_dup_no_completion (standing, draw->target, draw->actual,
                                                               (TbLanguage) language);

      g_assert_cmpstr (text, !=, "");
      g_assert_cmpint (*reason == '\0', ==, standing->completion.kind != TB_VERDICT_INVALID);
      for (gsize i = 0; i < G_N_ELEMENTS (never); i++)
        g_assert_null (strstr (text, never[i]));
    }
}

static void
test_laws (void)
{
  guint n_completions = 0, n_gaps = 0, n_words = 0, n_progress = 0, n_growth = 0;

  for (guint i = 0; i < N_DRAWS; i++)
    {
      Draw draw = draw_pair ();
      TbStanding standing = tb_standing_assess (draw.target, draw.actual, NO_REFERENCE);
      TbVerdict verdict = tb_verdict_change (draw.target, draw.actual, NO_REFERENCE);

      check_completion (&draw, &standing);
      check_gap (&draw, &standing, &verdict);
      check_word (&draw, &standing);
      check_texts (&draw, &standing);
      n_completions += standing.completion.kind != TB_VERDICT_INVALID;
      n_gaps += standing.gap.kind != TB_VERDICT_INVALID;
      n_words += standing.word != TB_STANDING_NONE;
      n_progress += standing.progress.kind != TB_VERDICT_INVALID;
      n_growth += !isnan (standing.growth);
      tb_dataset_unref (draw.dataset);
    }

  /* The laws say nothing where nothing was drawn. */
  g_test_message ("%u completions, %u gaps, %u words, %u ways, %u rates", n_completions, n_gaps, n_words, n_progress,
                  n_growth);
  g_assert_cmpuint (n_completions, >, N_DRAWS / 300);
  g_assert_cmpuint (n_gaps, >, N_DRAWS / 50);
  g_assert_cmpuint (n_words, >, N_DRAWS / 100);
  g_assert_cmpuint (n_progress, >, N_DRAWS / 300);
  g_assert_cmpuint (n_growth, >, 0);
}

/* The scale of the printed numbers changes nothing but the gap's size. */
static void
test_scale (void)
{
  static const char *const figures[] = { "46", "99", "100", "105" };

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    for (int power = 0; power <= 8; power += 4)
      {
        g_autofree char *series = g_strdup_printf (
          "\"indicator\": \"things\", \"multiplier\": 1e%d, \"observations\": ["
          "{\"period\": \"2025\", \"value\": 100, \"kind\": \"target\", \"path\": \"linear\"},"
          "{\"period\": \"2025-S1\", \"value\": %s, \"basis\": \"year-to-date\"}]", power, figures[i]);
        g_autoptr (TbDataset) dataset = tb_analysis_data_series ("\"name\": \"kg\", \"kind\": \"mass\"",
                                                                 "\"measure\": \"flow\", \"direction\": \"up\"",
                                                                 series);
        TbStanding standing = tb_standing_assess ((TbFigure) { tb_dataset_get_series (dataset, 0), 0 },
                                                  (TbFigure) { tb_dataset_get_series (dataset, 0), 1 },
                                                  NO_REFERENCE);

        g_assert_cmpfloat (standing.completion.value, ==, g_ascii_strtod (figures[i], NULL));
        g_assert_cmpint (standing.word, ==,
                         i == 0 ? TB_STANDING_BEHIND_PATH : i == 1 ? TB_STANDING_ON_PATH : TB_STANDING_ACHIEVED);
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/standing/laws/drawn-pairs", test_laws);
  g_test_add_func ("/standing/laws/scale", test_scale);

  return g_test_run ();
}
