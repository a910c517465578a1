/* What a comparison table says of targets beside its cells.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-comparison-private.h"
#include "tb-figure-private.h"
#include "tb-verdict-private.h"

#include <math.h>

/* The bits of R0 to R20. */
#define RULES_OF_COMPARISON (TB_RULE (21) - 1)

/* Those that warn of a number that is given. */
#define WARNINGS (TB_RULE (1) | TB_RULE (2) | TB_RULE (4) | TB_RULE (9) | TB_RULE (10) | TB_RULE (15) | TB_RULE (20))

/* Every reason in @codes: those of comparison with what differs. */
static char *
dup_reasons (const TbComparison *self,
             gsize               row,
             TbRuleSet           codes,
             TbLanguage          language)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *compared = NULL;
  TbSide target, actual;

  if ((codes & RULES_OF_COMPARISON) != 0 && tb_side_load (&target, self->rows[row].target)
      && tb_side_load (&actual, self->rows[row].actual))
    compared = tb_reasons_dup_text (codes & RULES_OF_COMPARISON, &target, &actual, self->reference, language);
  g_string_append (text, compared != NULL ? compared : "");
  for (guint rule = 21; rule < TB_N_RULES; rule++)
    {
      if ((codes & TB_RULE_BIT (rule)) != 0)
        tb_text_join (text, tb_rule_get_reason (rule, language), language);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* "no completion: … (T-6)" */
static char *
dup_refusal (const TbPhrase *what,
             const char     *reasons,
             TbRuleSet       codes,
             TbLanguage      language)
{
  g_autofree char *list = tb_rules_dup_codes (codes);

  return g_strdup_printf (what->in[language], reasons, list);
}

/* Why no status word can be said. */
static TbRuleSet
find_wordless (const TbStanding *standing,
               TbDay             deadline)
{
  TbRuleSet said = TB_RULE_T (3) | TB_RULE_T (4) | TB_RULE (15);

  if (deadline == 0)
    return TB_RULE_T (5) | (standing->codes & TB_RULE_T (4));
  if (standing->gap.kind == TB_VERDICT_INVALID)
    return standing->gap.codes;

  return standing->codes & said;
}

/* Why no time can have elapsed. */
static char *
dup_timeless (TbFigure   target,
              TbLanguage language)
{
  static const TbPhrase for_date = { { "no time elapsed: the target is for a date, not for a period (T-6)",
                                       "不计算时序进度：目标为时点数，没有起止时间（T-6）" } };
  static const TbPhrase endless = { { "no time elapsed: the target has no deadline (T-5)",
                                      "不计算时序进度：目标未注明期限（T-5）" } };

  return g_strdup ((tb_target_get_deadline (target) != 0 ? &for_date : &endless)->in[language]);
}

static char *
dup_refused (const TbComparison *self,
             gsize               row,
             TbColumnKind        kind,
             const TbStanding   *standing,
             TbLanguage          language)
{
  static const TbPhrase no_gap = { { "no gap to the target: %s (%s)", "不计算与目标差距：%s（%s）" } };
  static const TbPhrase no_completion = { { "no completion: %s (%s)", "不计算完成率：%s（%s）" } };
  static const TbPhrase no_time = { { "no time elapsed: %s (%s)", "不计算时序进度：%s（%s）" } };
  static const TbPhrase no_word = { { "no status: %s (%s)", "不作判断：%s（%s）" } };
  const TbTableRow *table_row = &self->rows[row];
  g_autofree char *reasons = NULL;
  TbRuleSet codes;

  if (kind == TB_COLUMN_COMPLETION && standing->completion.kind == TB_VERDICT_INVALID)
    {
      reasons = tb_standing_dup_no_completion (standing, table_row->target, table_row->actual, language);
      return dup_refusal (&no_completion, reasons, standing->completion.codes, language);
    }
  if (kind == TB_COLUMN_ELAPSED && isnan (standing->elapsed)
      && ((standing->gap.codes | standing->completion.codes) & TB_RULE (19)) != 0)
    {
      reasons = dup_reasons (self, row, TB_RULE (19), language);
      return dup_refusal (&no_time, reasons, TB_RULE (19), language);
    }
  if (kind == TB_COLUMN_GAP && standing->gap.kind == TB_VERDICT_INVALID)
    codes = standing->gap.codes;
  else if (kind == TB_COLUMN_ELAPSED && isnan (standing->elapsed))
    return dup_timeless (table_row->target, language);
  else if (kind == TB_COLUMN_STATUS && standing->word == TB_STANDING_NONE)
    codes = find_wordless (standing, tb_target_get_deadline (table_row->target));
  else
    return NULL;

  reasons = dup_reasons (self, row, codes, language);

  return dup_refusal (kind == TB_COLUMN_GAP ? &no_gap : &no_word, reasons, codes, language);
}

/* What a number or a word that is given rests on. */
static char *
dup_warnings (const TbTableRow *row,
              TbRuleSet         codes,
              TbLanguage        language)
{
  TbVerdict verdict = { .kind = TB_VERDICT_NOTE, .codes = codes & WARNINGS };
  g_autoptr (GString) text = g_string_new (NULL);
  TbSide target, actual;

  if (!tb_side_load (&target, row->target) || !tb_side_load (&actual, row->actual))
    return NULL;
  tb_reasons_append_notes (text, &verdict, &target, &actual, language);

  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

static char *
dup_no_actual (TbLanguage language)
{
  static const TbPhrase none = { { "no observed figure to measure the target by (R0)", "没有可用于衡量目标的实际数（R0）" } };

  return g_strdup (none.in[language]);
}

char *
tb_comparison_dup_target_note (const TbComparison *self,
                               gsize               row,
                               TbColumnKind        kind,
                               TbLanguage          language)
{
  static const TbPhrase no_deadline = { { "the target has no deadline (T-5)", "目标未注明期限（T-5）" } };
  const TbTableRow *table_row = &self->rows[row];
  TbStanding standing;
  char *refused;

  if (table_row->target.series == NULL || kind == TB_COLUMN_TARGET)
    return NULL;
  if (kind == TB_COLUMN_DEADLINE)
    return tb_target_get_deadline (table_row->target) == 0 ? g_strdup (no_deadline.in[language]) : NULL;
  if (table_row->actual.series == NULL)
    return dup_no_actual (language);

  standing = tb_comparison_get_standing (self, row);
  refused = dup_refused (self, row, kind, &standing, language);
  if (refused != NULL)
    return refused;
  if (kind == TB_COLUMN_GAP && standing.gap.kind == TB_VERDICT_NOTE)
    return dup_warnings (table_row, standing.gap.codes, language);
  if (kind == TB_COLUMN_COMPLETION && standing.completion.kind == TB_VERDICT_NOTE)
    return dup_warnings (table_row, standing.completion.codes, language);
  if (kind == TB_COLUMN_STATUS && standing.word_kind == TB_VERDICT_NOTE)
    return dup_warnings (table_row, standing.codes, language);

  return NULL;
}

char *
tb_comparison_dup_target_description (const TbComparison *self,
                                      gsize               row,
                                      TbColumnKind        kind,
                                      TbLanguage          language)
{
  static const TbPhrase none = { { "no target", "未设目标" } };
  const TbTableRow *table_row = &self->rows[row];
  TbStanding standing;
  char *refused;

  if (table_row->target.series == NULL)
    return g_strdup (none.in[language]);
  if (kind == TB_COLUMN_TARGET || kind == TB_COLUMN_DEADLINE)
    return tb_figure_dup_description_on (table_row->target.series, table_row->target.row, self->known, language);
  if (table_row->actual.series == NULL)
    return dup_no_actual (language);
  if (kind == TB_COLUMN_ACTUAL)
    return tb_figure_dup_description_on (table_row->actual.series, table_row->actual.row, self->known, language);

  standing = tb_comparison_get_standing (self, row);
  refused = dup_refused (self, row, kind, &standing, language);

  return refused != NULL ? refused : tb_standing_dup_text (&standing, table_row->target, table_row->actual, language);
}
