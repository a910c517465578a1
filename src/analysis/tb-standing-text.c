/* A standing in one sentence.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-figure-private.h"
#include "tb-standing-private.h"
#include "tb-verdict-private.h"

#include <math.h>

/* Percentage points of completion by which nobody is ahead or behind. */
#define LEAST_DISTANCE 0.05

/* The bits of R0 to R20. */
#define RULES_OF_COMPARISON (TB_RULE (21) - 1)

typedef struct
{
  const TbStanding *standing;
  TbAim             aim;
  TbLanguage        language;
  GString          *text;
} Writer;

static const TbPhrase colons = { { ": ", "：" } };

static void
append (Writer     *writer,
        const char *part)
{
  tb_text_join (writer->text, part, writer->language);
}

/**
 * tb_standing_dup_distance:
 * @self: how a figure stands
 *
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): the points between completion and time
 *   elapsed, without sign; %NULL where there are none, or a bound is all that is known
 */
char *
tb_standing_dup_distance (const TbStanding *self)
{
  double difference = self->completion.value - self->elapsed;

  if (isnan (difference) || fabs (difference) < LEAST_DISTANCE ||
      (self->completion.bound != TB_BOUND_EXACT && self->completion.bound != TB_BOUND_ABOUT))
    return NULL;

  return tb_percent_dup_rounded (fabs (difference), 0);
}

/**
 * tb_standing_dup_elapsed:
 * @self: how a figure stands
 * @language: the reader's language
 *
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): "50% of the time elapsed, −4 percentage
 *   points", the points being those of the completion where it has a number; %NULL
 *   where the time is not known
 */
char *
tb_standing_dup_elapsed (const TbStanding *self,
                         TbLanguage        language)
{
  static const TbPhrase elapsed = { { "%s%% of the time elapsed", "时序进度%s%%" } };
  static const TbPhrase ahead = { { ", +%s", "，超前%s" } };
  static const TbPhrase behind = { { ", −%s", "，落后%s" } };
  const TbPhrase *side = self->completion.value > self->elapsed ? &ahead : &behind;
  g_autofree char *share = NULL;
  g_autofree char *part = NULL;
  g_autofree char *distance = NULL;
  g_autofree char *points = NULL;
  g_autofree char *rest = NULL;

  if (isnan (self->elapsed))
    return NULL;
  share = tb_percent_dup_rounded (self->elapsed, 0);
  part = g_strdup_printf (elapsed.in[language], share);
  distance = tb_standing_dup_distance (self);
  if (distance == NULL)
    return g_steal_pointer (&part);
  points = tb_figure_dup_points (distance, language);
  rest = g_strdup_printf (side->in[language], points);

  return g_strconcat (part, rest, NULL);
}

static void
write_completion (Writer *writer)
{
  static const TbPhrase of_target = { { "%s of the target", "完成目标的%s" } };
  static const TbPhrase of_plan = { { "%s of the plan", "完成计划的%s" } };
  gboolean is_plan = writer->aim.target.observation.kind == TB_KIND_PLAN;
  g_autofree char *share = tb_reading_dup_percent (&writer->standing->completion, writer->language);
  g_autofree char *part = g_strdup_printf ((is_plan ? &of_plan : &of_target)->in[writer->language], share);
  g_autofree char *elapsed = NULL;

  append (writer, part);
  if (isnan (writer->standing->elapsed))
    return;
  elapsed = tb_standing_dup_elapsed (writer->standing, writer->language);
  append (writer, elapsed);
}

/* {below, level, above}, by comparator: a ceiling has headroom (T-2). */
static const TbPhrase *
get_gap_phrases (const TbAim *aim)
{
  static const TbPhrase target[] = {
    {{ "%s below the target", "低于目标%s" }}, {{ "equal to the target", "与目标持平" }},
    {{ "%s above the target", "高于目标%s" }},
  };
  static const TbPhrase ceiling[] = {
    {{ "headroom %s", "距上限余量%s" }}, {{ "at the ceiling, no headroom", "等于上限，无余量" }},
    {{ "%s over the ceiling", "超出上限%s" }},
  };
  static const TbPhrase range[] = {
    {{ "%s below the range", "低于目标区间%s" }}, {{ "inside the range", "处于目标区间内" }},
    {{ "%s above the range", "高于目标区间%s" }},
  };

  if (!aim->has_goal || aim->aim->comparator == TB_COMPARATOR_RANGE)
    return range;

  return aim->aim->comparator == TB_COMPARATOR_AT_MOST ? ceiling : target;
}

/* Which side of the target a gap lies on: −1, 0, 1. */
static int
find_gap_side (const TbReading *gap)
{
  switch (gap->bound)
    {
    case TB_BOUND_AT_LEAST:
      return 1;
    case TB_BOUND_AT_MOST:
      return -1;
    case TB_BOUND_BETWEEN:
      return gap->high > 0 ? 1 : -1;
    case TB_BOUND_EXACT:
    case TB_BOUND_ABOUT:
      break;
    }

  return gap->value > 0 ? 1 : gap->value < 0 ? -1 : 0;
}

/* More than 100 is above 100, by nobody knows how much. */
static const char *
get_unknown_gap (const Writer *writer,
                 int           side)
{
  static const TbPhrase target[] = {
    {{ "below the target, by how much is not known", "低于目标，幅度不详" }},
    {{ "above the target, by how much is not known", "高于目标，幅度不详" }},
  };
  static const TbPhrase ceiling[] = {
    {{ "below the ceiling, by how much is not known", "低于上限，幅度不详" }},
    {{ "over the ceiling, by how much is not known", "超出上限，幅度不详" }},
  };
  gboolean is_ceiling = writer->aim.aim->comparator == TB_COMPARATOR_AT_MOST;

  return (is_ceiling ? ceiling : target)[side > 0].in[writer->language];
}

static void
write_gap (Writer *writer)
{
  const TbReading *gap = &writer->standing->gap;
  const TbPhrase *phrases = get_gap_phrases (&writer->aim);
  int side = find_gap_side (gap);
  g_autofree char *amount = NULL;
  g_autofree char *part = NULL;

  if (side == 0)
    append (writer, phrases[1].in[writer->language]);
  else if (gap->bound != TB_BOUND_BETWEEN && !(fabs (gap->value) > 0))
    append (writer, get_unknown_gap (writer, side));
  else
    {
      amount = tb_aim_dup_gap (&writer->aim, writer->standing, writer->language);
      part = g_strdup_printf (phrases[side + 1].in[writer->language], amount);
      append (writer, part);
    }
}

/* With a second decimal where one would hide that the two differ. */
static char *
format_growth (double growth,
               double wanted)
{
  g_autofree char *number = tb_percent_dup_rounded (fabs (growth), 0);
  g_autofree char *other = tb_percent_dup_rounded (fabs (wanted), 0);

  if (growth < 0 || !g_str_equal (number, other) || !(fabs (growth - wanted) > 0))
    return g_steal_pointer (&number);

  return tb_number_format (growth, 2);
}

/* T-8: "average growth so far 6.5% a year, target 7%" */
static void
write_growth (Writer *writer)
{
  static const TbPhrase rise = { { "average growth so far %s%% a year, target %s%%", "年均增长%s%%，目标为增长%s%%" } };
  static const TbPhrase fall = { { "average growth so far −%s%% a year, target %s%%", "年均下降%s%%，目标为增长%s%%" } };
  const TbStanding *standing = writer->standing;
  g_autofree char *growth = format_growth (standing->growth, standing->growth_required);
  g_autofree char *wanted = tb_number_format (standing->growth_required,
                                             tb_decimal_get_n_decimals (writer->aim.target.observation.value));
  const TbPhrase *pattern = standing->growth < 0 && !g_str_equal (growth, "0") ? &fall : &rise;
  g_autofree char *part = g_strdup_printf (pattern->in[writer->language], growth, wanted);

  append (writer, part);
}

static gboolean
is_so_far (TbStandingWord word)
{
  return word == TB_STANDING_MET_SO_FAR || word == TB_STANDING_ON_PATH || word == TB_STANDING_BEHIND_PATH
         || word == TB_STANDING_NO_PATH;
}

/* The word, with what the path asks for, or the day by which it is judged. */
static char *
dup_word (const Writer *writer)
{
  static const TbPhrase asked = { { "%s (%s required)", "%s（应达到%s）" } };
  static const TbPhrase due = { { "%s, due %s", "%s，期限为%s" } };
  const TbStanding *standing = writer->standing;
  const char *word = tb_standing_get_word (standing->word, writer->language);
  gboolean by_path = standing->word == TB_STANDING_ON_PATH || standing->word == TB_STANDING_BEHIND_PATH;
  g_autofree char *amount = NULL;

  if (by_path && !isnan (standing->required))
    {
      amount = tb_aim_dup_size (&writer->aim, standing->required, FALSE, writer->language);
      return g_strdup_printf (asked.in[writer->language], word, amount);
    }
  if (is_so_far (standing->word) && writer->text->len == 0)
    {
      amount = tb_day_label (writer->aim.deadline, writer->language);
      return g_strdup_printf (due.in[writer->language], word, amount);
    }

  return g_strdup (word);
}

static void
write_word (Writer *writer)
{
  gboolean after_gap = writer->standing->gap.kind != TB_VERDICT_INVALID
                       && writer->standing->completion.kind == TB_VERDICT_INVALID;
  g_autofree char *word = dup_word (writer);

  if (after_gap && writer->text->len > 0 && *word != '\0')
    g_string_append_printf (writer->text, "%s%s", colons.in[writer->language], word);
  else
    append (writer, word);
}

static void
write_progress (Writer *writer)
{
  static const TbPhrase way = { { "%s of the way from the baseline", "自基期以来的进展为%s" } };
  g_autofree char *share = tb_reading_dup_percent (&writer->standing->progress, writer->language);
  g_autofree char *part = g_strdup_printf (way.in[writer->language], share);

  append (writer, part);
}

/* What warns, and why a figure that could be given has no word. */
static void
write_notes (Writer *writer)
{
  static const TbPhrase no_tolerance = { { "no tolerance is given, so whether it is met is not said",
                                           "未注明允差，不判断是否达到" } };
  const TbStanding *standing = writer->standing;
  TbVerdict warnings = { .kind = TB_VERDICT_NOTE, .codes = writer->aim.notes };

  if (writer->aim.value.about)
    warnings.codes |= TB_RULE (15);
  tb_reasons_append_notes (writer->text, &warnings, &writer->aim.target, &writer->aim.actual, writer->language);
  if (standing->word == TB_STANDING_NONE && writer->aim.aim->comparator == TB_COMPARATOR_ABOUT)
    append (writer, no_tolerance.in[writer->language]);
}

/* T-10: what kind of target it is. */
static void
write_binding (Writer *writer)
{
  static const TbPhrase binding = { { "binding target", "约束性目标" } };
  static const TbPhrase indicative = { { "indicative target", "预期性目标" } };

  if (writer->aim.aim->binding == TB_YES)
    append (writer, binding.in[writer->language]);
  else if (writer->aim.aim->binding == TB_NO)
    append (writer, indicative.in[writer->language]);
}

static void
write_reasons (Writer   *writer,
               TbRuleSet codes)
{
  g_autofree char *reasons = tb_reasons_dup_text (codes, &writer->aim.target, &writer->aim.actual,
                                                  writer->aim.reference, writer->language);

  append (writer, reasons);
}

/* T-6: a total that would be completed, had its target a size. */
static gboolean
lacks_size (const TbAim *aim)
{
  return aim->is_sum && aim->has_goal && !(aim->goal.low.number > 0);
}

static void
write_verbal (Writer *writer)
{
  g_autofree char *text = tb_standing_dup_target (writer->aim.target.figure,
                                                  tb_number_scale_for_power (0, writer->language), writer->language);

  append (writer, tb_rule_get_reason (43, writer->language));
  g_string_append_printf (writer->text, "%s%s", colons.in[writer->language], text);
}

/* Why nothing at all can be said. That the figure is on its way only is no news
 * where something else forbids to use it. */
static TbRuleSet
find_refusals (const Writer *writer)
{
  const TbStanding *standing = writer->standing;
  TbRuleSet refuses = standing->gap.codes | (standing->completion.codes & RULES_OF_COMPARISON);
  TbRuleSet others = refuses & ~TB_RULE (16);

  return others != 0 && writer->aim.actual.observation.kind == TB_KIND_ACTUAL ? others : refuses;
}

/**
 * tb_standing_dup_text:
 * @self: how the figure stands
 * @target: the target
 * @actual: the figure
 * @language: the reader's language
 *
 * Says in one sentence how far the figure is, the status word and what warns; or
 * why nothing can be said.
 *
 * Thread: any.
 *
 * Returns: (transfer full): "46% of the target; 50% of the time elapsed, −4
 *   percentage points; no path given", "高于目标5.0台：已实现"
 */
char *
tb_standing_dup_text (const TbStanding *self,
                      TbFigure          target,
                      TbFigure          actual,
                      TbLanguage        language)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Writer writer = { .standing = self, .language = language, .text = text };

  if (!tb_aim_load (&writer.aim, target, actual, self->reference))
    return g_strdup (tb_rule_get_reason ((self->codes & TB_RULE (16)) != 0 ? 16 : 0, language));
  if ((self->codes & TB_RULE_T (4)) != 0)
    write_verbal (&writer);
  else
    {
      if (self->completion.kind != TB_VERDICT_INVALID)
        write_completion (&writer);
      else if (!isnan (self->growth))
        write_growth (&writer);
      else if (self->gap.kind != TB_VERDICT_INVALID)
        write_gap (&writer);
      write_word (&writer);
      if (self->progress.kind != TB_VERDICT_INVALID)
        write_progress (&writer);
      if (text->len > 0)
        write_notes (&writer);
      else
        write_reasons (&writer, find_refusals (&writer));
    }
  write_binding (&writer);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * tb_standing_dup_no_completion:
 * @self: how the figure stands
 * @target: the target
 * @actual: the figure
 * @language: the reader's language
 *
 * Says why there is no completion, for the cell that shows "–" (T-6).
 *
 * Thread: any.
 *
 * Returns: (transfer full): the reasons; "" where there is a completion
 */
char *
tb_standing_dup_no_completion (const TbStanding *self,
                               TbFigure          target,
                               TbFigure          actual,
                               TbLanguage        language)
{
  static const TbPhrase zero = { { "a target of zero or less has no percentage", "目标值为零或负数，无百分比可算" } };
  g_autoptr (GString) text = g_string_new (NULL);
  Writer writer = { .standing = self, .language = language, .text = text };
  TbRuleSet codes;

  if (self->completion.kind != TB_VERDICT_INVALID)
    return g_strdup ("");
  if (!tb_aim_load (&writer.aim, target, actual, self->reference))
    return g_strdup (tb_rule_get_reason ((self->codes & TB_RULE (16)) != 0 ? 16 : 0, language));
  /* What the comparator says is more than that T-6 does not hold. */
  codes = self->completion.codes;
  if ((codes & (TB_RULE_T (2) | TB_RULE_T (3) | TB_RULE_T (4))) != 0)
    codes &= ~TB_RULE_T (6);
  if (codes == TB_RULE_T (6) && lacks_size (&writer.aim))
    append (&writer, zero.in[language]);
  else
    write_reasons (&writer, codes);

  return g_string_free_and_steal (g_steal_pointer (&text));
}
