/* The engine's answer to a question, and how a reader is told it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cli-compare-private.h"

#include "tb-figure-text.h"
#include "tb-published.h"
#include "tb-text-measure.h"

#include <string.h>

static const TbPhrase colons = { { ": ", "：" } };

static gboolean
is_aim (TbFigure figure)
{
  TbObservation o;

  if (figure.series == NULL)
    return FALSE;
  tb_series_get (figure.series, figure.row, &o);

  return o.kind != TB_KIND_ACTUAL;
}

/* The sentence that the engine has and, where there is no completion, why. */
static char *
dup_standing_text (const TbCliAnswer *self,
                   TbLanguage         language)
{
  static const TbPhrase sentences = { { "; ", "；" } };
  g_autofree char *text = tb_standing_dup_text (&self->standing, self->target, self->actual, language);
  g_autofree char *reason = NULL;

  if (self->standing.completion.kind == TB_VERDICT_INVALID)
    reason = tb_standing_dup_no_completion (&self->standing, self->target, self->actual, language);
  if (reason == NULL || *reason == '\0' || strstr (text, reason) != NULL)
    return g_steal_pointer (&text);
  if (*text == '\0')
    return g_steal_pointer (&reason);

  return g_strconcat (text, sentences.in[language], reason, NULL);
}

/* What was asked for and is not there. */
static void
append_absence (GString    *text,
                TbFigure    figure,
                TbPeriod    period,
                int         kind,
                TbLanguage  language)
{
  static const TbPhrase dated = { { "no figure for %s", "无%s的数" } };
  static const TbPhrase undated = { { "no figure without a date", "无未注明时期的数" } };
  static const TbPhrase of_kind = { { " (%s)", "（%s）" } };
  static const TbPhrase separators = { { "; ", "；" } };
  g_autofree char *label = NULL;

  if (figure.series != NULL)
    return;
  if (text->len > 0)
    g_string_append (text, separators.in[language]);
  label = tb_period_is_dated (period) ? tb_period_label (period, language, TB_PERIOD_LABEL_FULL) : NULL;
  if (label != NULL)
    g_string_append_printf (text, dated.in[language], label);
  else
    g_string_append (text, undated.in[language]);
  if (kind != TB_CLI_ANY_KIND)
    g_string_append_printf (text, of_kind.in[language], tb_vocabulary_word (&tb_kinds, kind, language));
}

/* R0 in words; NULL where both figures are there. */
static char *
dup_absence (const TbCliPair     *pair,
             const TbCliQuestion *question)
{
  static const TbPhrase no_target = { { "no target for it", "没有与之对应的目标" } };
  TbLanguage language = question->language;
  GString *text;

  if (pair->base.series != NULL && pair->current.series != NULL)
    return NULL;
  if (!question->has_base && pair->current.series != NULL && question->operation == TB_CLI_COMPLETION)
    return g_strdup (no_target.in[language]);
  if (!question->has_base && pair->current.series != NULL)
    return tb_proposal_dup_reason (question->dataset, pair->current, question->known, question->reference, language);

  text = g_string_new (NULL);
  if (question->has_base)
    append_absence (text, pair->base, question->base, question->base_kind, language);
  append_absence (text, pair->current, question->current, question->current_kind, language);

  return g_string_free_and_steal (text);
}

static void
assess (TbCliAnswer         *self,
        const TbCliQuestion *question)
{
  const TbFigure none = { NULL, 0 };
  const TbCliPair *pair = &self->pair;
  gboolean swapped = (is_aim (pair->current) && !is_aim (pair->base))
                     || (pair->current.series == NULL && !is_aim (pair->base));

  self->target = swapped ? pair->current : pair->base;
  self->actual = swapped ? pair->base : pair->current;
  /* R0: without two figures there is nothing to assess. */
  if (self->text != NULL)
    self->standing = tb_standing_assess (none, none, question->reference);
  else
    {
      self->standing = tb_standing_assess (self->target, self->actual, question->reference);
      self->text = dup_standing_text (self, question->language);
    }
}

static void
weigh (TbCliAnswer         *self,
       const TbCliQuestion *question)
{
  const TbCliPair *pair = &self->pair;
  TbReference reference = question->reference;

  self->verdict = question->operation == TB_CLI_SHARE
                    ? tb_verdict_share (pair->current, pair->base, reference)
                    : tb_verdict_change (pair->base, pair->current, reference);
  if (self->text == NULL)
    self->text = tb_verdict_dup_text (&self->verdict, pair->base, pair->current, reference, question->language);
}

TbCliAnswer
tb_cli_answer (const TbCliQuestion *question,
               const TbCliPair     *pair)
{
  TbCliAnswer self = { .pair = *pair, .is_completion = question->operation == TB_CLI_COMPLETION };

  self.text = dup_absence (pair, question);
  if (self.is_completion)
    assess (&self, question);
  else
    weigh (&self, question);

  return self;
}

void
tb_cli_answer_clear (TbCliAnswer *self)
{
  g_clear_pointer (&self->text, g_free);
}

/* Of several answers the most doubtful counts; one that is withheld does not. */
static void
take_kind (TbVerdictKind *kind,
           TbVerdictKind  given)
{
  if (given != TB_VERDICT_INVALID && (*kind == TB_VERDICT_INVALID || given > *kind))
    *kind = given;
}

/* A target without a completion can have a gap, a progress or a judgement: then
 * the question is answered. That no path was given is no judgement. */
static TbVerdictKind
get_standing_kind (const TbStanding *standing)
{
  TbVerdictKind kind = TB_VERDICT_INVALID;

  take_kind (&kind, standing->completion.kind);
  take_kind (&kind, standing->gap.kind);
  take_kind (&kind, standing->progress.kind);
  if (standing->word != TB_STANDING_NONE && standing->word != TB_STANDING_NO_PATH)
    take_kind (&kind, standing->word_kind);

  return kind;
}

TbVerdictKind
tb_cli_answer_get_kind (const TbCliAnswer *self)
{
  return self->is_completion ? get_standing_kind (&self->standing) : self->verdict.kind;
}

TbRuleSet
tb_cli_answer_get_codes (const TbCliAnswer *self)
{
  return self->is_completion ? self->standing.codes : self->verdict.codes;
}

char *
tb_cli_answer_dup_codes (const TbCliAnswer *self,
                         TbLanguage         language)
{
  static const TbPhrase kinds[] = {
    [TB_VERDICT_VALID] = { { "comparable", "可比" } },
    [TB_VERDICT_NOTE] = { { "comparable, with a note", "可比，须注意" } },
    [TB_VERDICT_INVALID] = { { "not comparable", "不可比" } },
  };
  static const TbPhrase completions[] = {
    [TB_VERDICT_VALID] = { { "measured by its target", "可对照目标衡量" } },
    [TB_VERDICT_NOTE] = { { "measured by its target, with a note", "可对照目标衡量，须注意" } },
    [TB_VERDICT_INVALID] = { { "not measured by its target", "不可对照目标衡量" } },
  };
  TbVerdictKind kind = tb_cli_answer_get_kind (self);
  const TbPhrase *phrase = self->is_completion ? &completions[kind] : &kinds[kind];
  g_autofree char *codes = tb_rules_dup_codes (tb_cli_answer_get_codes (self));

  return g_strconcat (phrase->in[language], *codes != '\0' ? colons.in[language] : "", codes, NULL);
}

static void
append_line (GString    *text,
             const char *label,
             const char *content,
             TbLanguage  language)
{
  g_autofree char *line = NULL;
  g_autofree char *clean = NULL;

  if (content == NULL || *content == '\0')
    return;
  line = label != NULL ? g_strconcat (label, colons.in[language], content, NULL) : g_strdup (content);
  clean = tb_text_clean (line);
  g_string_append (text, clean);
  g_string_append_c (text, '\n');
}

static void
append_figure (GString    *text,
               const char *label,
               TbFigure    figure,
               TbLanguage  language)
{
  static const TbPhrase none = { { "no figure", "无数据" } };
  g_autofree char *content = figure.series == NULL
                               ? g_strdup (none.in[language])
                               : tb_figure_dup_description (figure.series, figure.row, language);

  append_line (text, label, content, language);
}

/* The description of the figure says its published change; what follows from it
 * is not in the file. */
static void
append_implied_base (GString    *text,
                     TbFigure    figure,
                     TbLanguage  language)
{
  static const TbPhrase label = { { "Implied base", "推算基数" } };
  g_autofree char *implied = NULL;
  TbSide base;

  if (figure.series == NULL || !tb_published_get_base (figure, &base))
    return;
  implied = tb_published_dup_base (&base, language);
  append_line (text, label.in[language], implied, language);
}

/* Says which base the engine chose. */
static void
append_proposal (GString         *text,
                 const TbCliPair *pair,
                 TbLanguage       language)
{
  static const TbPhrase label = { { "Compared with", "对比期" } };
  static const TbPhrase words[] = {
    [TB_PROPOSAL_YEAR_EARLIER] = { { "the same period a year earlier", "上年同期" } },
    [TB_PROPOSAL_YEAR_END] = { { "the last year-end", "上年末" } },
    [TB_PROPOSAL_PREVIOUS] = { { "the period before", "上期" } },
    [TB_PROPOSAL_EARLIER] = { { "the nearest earlier figure that can be compared", "最近的可比时期" } },
  };

  if (pair->is_proposed)
    append_line (text, label.in[language], words[pair->proposal].in[language], language);
}

char *
tb_cli_answer_dup_text (const TbCliAnswer *self,
                        TbLanguage         language)
{
  static const TbPhrase sides[] = { { { "Base", "基期" } }, { { "Current", "本期" } } };
  static const TbPhrase share_sides[] = { { { "Whole", "总体" } }, { { "Part", "部分" } } };
  static const TbPhrase target_sides[] = { { { "Target", "目标" } }, { { "Actual", "实际" } } };
  gboolean is_share = !self->is_completion && self->verdict.operation == TB_OPERATION_SHARE;
  const TbPhrase *labels = self->is_completion ? target_sides : is_share ? share_sides : sides;
  g_autofree char *codes = tb_cli_answer_dup_codes (self, language);
  GString *text = g_string_new (NULL);

  append_figure (text, labels[0].in[language], self->is_completion ? self->target : self->pair.base, language);
  append_figure (text, labels[1].in[language], self->is_completion ? self->actual : self->pair.current, language);
  append_proposal (text, &self->pair, language);
  append_implied_base (text, self->pair.current, language);
  append_line (text, NULL, self->text, language);
  append_line (text, NULL, codes, language);

  return g_string_free_and_steal (text);
}
