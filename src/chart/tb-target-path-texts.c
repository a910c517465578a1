/* The words of a target path: status, statement, labels, legend, alternative text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-target-path.h"

#include "tb-chart-standing.h"
#include "tb-chart-words.h"
#include "tb-figure-text.h"

#include <math.h>
#include <string.h>

static void
append_clause (GString    *text,
               const char *clause,
               TbLanguage  language)
{
  if (clause != NULL && clause[0] != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? tb_chart_word (TB_WORD_CLAUSE, language) : "", clause);
}

static void
append_completion (GString          *text,
                   const TbStanding *standing,
                   gboolean          with_time,
                   TbLanguage        language)
{
  static const TbPhrase done = { { "%s of the target", "完成目标的%s" } };
  g_autofree char *percent = tb_standing_dup_percent (&standing->completion, language);
  g_autofree char *clause = percent != NULL ? g_strdup_printf (done.in[language], percent) : NULL;
  /* Of time that is over nobody is ahead. */
  gboolean is_running = with_time && percent != NULL && standing->elapsed < 100;
  g_autofree char *elapsed = is_running ? tb_standing_dup_elapsed (standing, language) : NULL;

  append_clause (text, clause, language);
  append_clause (text, elapsed, language);
}

static void
append_progress (GString          *text,
                 const TbStanding *standing,
                 TbLanguage        language)
{
  static const TbPhrase way = { { "%s of the way from the baseline", "自基期以来的进展为%s" } };
  g_autofree char *percent = tb_standing_dup_percent (&standing->progress, language);
  g_autofree char *clause = percent != NULL ? g_strdup_printf (way.in[language], percent) : NULL;

  append_clause (text, clause, language);
}

static void
append_growth (GString          *text,
               const TbStanding *standing,
               TbLanguage        language)
{
  static const TbPhrase rise = { { "average growth so far %s%% a year, target %s%%", "年均增长%s%%，目标为增长%s%%" } };
  static const TbPhrase fall = { { "average growth so far −%s%% a year, target %s%%", "年均下降%s%%，目标为增长%s%%" } };
  const TbPhrase *pattern;
  g_autofree char *growth = NULL;
  g_autofree char *wanted = NULL;
  g_autofree char *clause = NULL;

  if (isnan (standing->growth))
    return;
  growth = tb_standing_dup_share (fabs (standing->growth));
  wanted = tb_standing_dup_share (standing->growth_required);
  pattern = standing->growth < 0 && !g_str_equal (growth, "0") ? &fall : &rise;
  clause = g_strdup_printf (pattern->in[language], growth, wanted);
  append_clause (text, clause, language);
}

/* T-1, T-2: how far above or below; of a ceiling, what is left or too much. */
static const TbPhrase *
find_gap_phrase (const TbTargetPath *self)
{
  static const TbPhrase target[] = { { { "%s below the target", "低于目标%s" } }, { { "%s above the target", "高于目标%s" } } };
  static const TbPhrase ceiling[] = { { { "headroom %s", "距上限余量%s" } }, { { "%s over the ceiling", "超出上限%s" } } };
  static const TbPhrase range[] = {
    { { "%s below the range", "低于目标区间%s" } }, { { "%s above the range", "高于目标区间%s" } },
  };
  const TbReading *gap = &self->choice.standing.gap;
  gboolean is_up = gap->bound == TB_BOUND_AT_LEAST || gap->value > 0 ||
                   (gap->bound == TB_BOUND_BETWEEN && gap->high > 0);

  return &(self->side == TB_SIDE_BELOW ? ceiling : self->side == TB_SIDE_WITHIN ? range : target)[is_up];
}

static void
append_gap (GString            *text,
            const TbTargetPath *self,
            const TbFigures    *figures)
{
  static const TbPhrase equal = { { "equal to the target", "与目标持平" } };
  static const TbPhrase inside = { { "inside the range", "处于目标区间内" } };
  const TbStanding *standing = &self->choice.standing;
  g_autofree char *gap = tb_standing_dup_gap (standing, self->choice.target, self->choice.actual, figures->scale,
                                              figures->language);
  const char *size = gap;
  g_autofree char *clause = NULL;
  gboolean is_level = gap != NULL && !(fabs (standing->gap.value) > 0) &&
                      (standing->gap.bound == TB_BOUND_EXACT || standing->gap.bound == TB_BOUND_ABOUT);

  if (gap == NULL || !isnan (standing->growth))
    return;
  if (g_str_has_prefix (size, "−"))
    size += strlen ("−");
  else if (size[0] == '+')
    size++;
  clause = is_level ? g_strdup ((self->side == TB_SIDE_WITHIN ? &inside : &equal)->in[figures->language])
                    : g_strdup_printf (find_gap_phrase (self)->in[figures->language], size);
  append_clause (text, clause, figures->language);
}

/* The figure that is judged, with its period. */
static void
append_actual (GString            *text,
               const TbTargetPath *self,
               const TbFigures    *figures)
{
  TbFigure actual = self->choice.actual;
  TbObservation observation;
  g_autofree char *number = NULL;
  g_autofree char *when = NULL;
  g_autofree char *clause = NULL;

  tb_series_get (actual.series, actual.row, &observation);
  number = tb_figure_dup_with_unit (actual.series, &observation, figures->scale, figures->language);
  when = tb_chart_dup_when (actual, figures->language);
  clause = tb_chart_words_format (TB_WORD_BRACKETS, figures->language, number, when);
  append_clause (text, clause, figures->language);
}

/* @brief: the figure and what is asked of it, or how much of the target it is. */
static char *
dup_statement (const TbTargetPath *self,
               const TbFigures    *figures,
               gboolean            brief)
{
  const TbStanding *standing = &self->choice.standing;
  g_autoptr (GString) text = g_string_new (NULL);

  append_actual (text, self, figures);
  append_clause (text, self->required_text, figures->language);
  if (self->choice.refused)
    return self->choice.pending ? g_string_free_and_steal (g_steal_pointer (&text))
                                : tb_target_dup_refusal (&self->choice, figures->language);
  if (brief && self->required_text[0] != '\0')
    return g_string_free_and_steal (g_steal_pointer (&text));
  append_completion (text, standing, !brief, figures->language);
  if (brief)
    return g_string_free_and_steal (g_steal_pointer (&text));
  append_growth (text, standing, figures->language);
  append_gap (text, self, figures);
  append_progress (text, standing, figures->language);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* "96.8 required" */
static char *
dup_required (const TbTargetPath *self,
              const TbFigures    *figures)
{
  static const TbPhrase required = { { "%s required", "应达到%s" } };
  const TbStanding *standing = &self->choice.standing;
  g_autofree char *amount = NULL;

  if (self->choice.refused || isnan (standing->required))
    return g_strdup ("");
  amount = tb_standing_dup_amount (self->choice.target, self->choice.actual, standing->required, figures->scale);

  return g_strdup_printf (required.in[figures->language], amount);
}

static void
write_legend (const TbTargetPath *self,
              TbFigures          *figures)
{
  static const TbPhrase actual = { { "Actual", "实际" } };
  static const TbPhrase path = { { "Required path", "进度要求" } };
  static const TbPhrase time = { { "Share of time elapsed", "时序进度" } };
  static const TbPhrase targets[3] = {
    { { "Indicative target", "预期性目标" } }, { { "Binding target", "约束性目标" } }, { { "Target", "目标" } },
  };
  static const TbPhrase on_path = { { "On path", "符合进度要求的一侧" } };
  static const TbPhrase meets = { { "Meets the target", "达到目标的区间" } };
  TbObservation observation;
  int which;

  tb_series_get (self->choice.target.series, self->choice.target.row, &observation);
  which = observation.extra->target.binding == TB_NO ? 0 : observation.extra->target.binding == TB_YES ? 1 : 2;
  tb_figures_add_legend (figures, g_strdup (actual.in[figures->language]),
                         self->figures_at_ends ? TB_SWATCH_SOLID : TB_SWATCH_LINE, TB_INK_ACTUAL, -1);
  if (self->n_nodes > 0)
    tb_figures_add_legend (figures, g_strdup ((self->is_time ? time : path).in[figures->language]),
                           TB_SWATCH_DASHED_LINE, TB_INK_MUTED, -1);
  tb_figures_add_legend (figures, g_strdup (targets[which].in[figures->language]),
                         self->indicative ? TB_SWATCH_DIAMOND : TB_SWATCH_SOLID_DIAMOND, TB_INK_TARGET, -1);
  if (self->side != TB_SIDE_NONE)
    tb_figures_add_legend (figures,
                           g_strdup ((self->n_nodes > 0 && !self->is_time ? on_path : meets).in[figures->language]),
                           TB_SWATCH_PALE_SHADE,
                           TB_INK_MUTED, -1);
}

static void
note_others (const TbTargetPath *self,
             TbFigures          *figures)
{
  static const TbPhrase others_note = { { "Other targets, not drawn: %s", "未绘出的其他目标：%s" } };
  static const TbPhrase other_note = { { "Another target, not drawn: %s", "未绘出的其他目标：%s" } };

  for (gsize i = 0; i < figures->n_tracks; i++)
    {
      g_autofree char *others = NULL;
      guint n = 0;

      if (figures->tracks[i].series != self->choice.target.series)
        continue;
      others = tb_target_dup_others (&self->choice, figures, &figures->tracks[i], &n);
      if (others != NULL)
        tb_figures_add_note (figures,
                             g_strdup_printf ((n > 1 ? others_note : other_note).in[figures->language], others));
    }
}

/**
 * tb_target_path_write:
 * @self: the way to a target
 * @figures: figures; keeps the texts; the legend is added
 *
 * Writes what is said beside the marks.
 */
void
tb_target_path_write (TbTargetPath *self,
                      TbFigures    *figures)
{
  static const TbPhrase refused = { { "Not compared", "不作比较" } };
  static const TbPhrase pending = { { "Not due yet", "尚未到期" } };
  static const TbPhrase target = { { "Target %s", "目标%s" } };
  static const TbPhrase plan = { { "Plan %s", "计划%s" } };
  g_autofree char *number = tb_standing_dup_target (self->choice.target, figures->scale, figures->language);
  TbObservation observation;
  gboolean is_plan;

  tb_series_get (self->choice.target.series, self->choice.target.row, &observation);
  is_plan = observation.kind == TB_KIND_PLAN;
  self->target_text = tb_figures_keep (figures, g_strdup_printf ((is_plan ? plan : target).in[figures->language],
                                                                 number));
  self->when_text = tb_figures_keep (figures, tb_chart_dup_when (self->choice.target, figures->language));
  self->required_text = tb_figures_keep (figures, dup_required (self, figures));
  self->word = self->choice.pending ? pending.in[figures->language]
               : self->choice.refused ? refused.in[figures->language]
                                    : tb_standing_get_word (self->choice.standing.word, figures->language);
  if (self->word[0] != '\0' && figures->language == TB_LANGUAGE_EN)
    {
      char *word = g_strdup (self->word);

      word[0] = g_ascii_toupper (word[0]);
      self->word = tb_figures_keep (figures, word);
    }
  self->statement = tb_figures_keep (figures, dup_statement (self, figures, FALSE));
  self->brief = tb_figures_keep (figures, dup_statement (self, figures, TRUE));
  write_legend (self, figures);
  note_others (self, figures);
}

/**
 * tb_target_path_describe:
 * @content: a #TbTargetPath
 * @figures: its figures
 * @text: is appended to
 *
 * T-11: the target with its date, the status, how far the figure is.
 */
void
tb_target_path_describe (gconstpointer    content,
                         const TbFigures *figures,
                         GString         *text)
{
  const TbTargetPath *self = content;
  TbReference reference = figures->reference;
  g_autofree char *words = tb_chart_dup_standing (tb_selection_get_dataset (figures->selection), self->choice.target,
                                                  figures->known, reference, figures->language, NULL, NULL);

  if (words == NULL)
    return;
  words[0] = g_ascii_toupper (words[0]);
  if (text->len > 0 && figures->language == TB_LANGUAGE_EN)
    g_string_append_c (text, ' ');
  g_string_append_printf (text, "%s%s", words, tb_chart_word (TB_WORD_END, figures->language));
}
