/* How many rows of a comparison table are not compared, and why.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-comparison-caption.h"

#include <glib/gi18n-lib.h>

/* More would push the table down; each row tells its own reason. */
#define MAX_REASONS 3

/* Rules that refuse, those first that never merely warn: of several in one
 * verdict, the first of these is certain to be a reason. */
static const guint refusing[] = { 0, 7, 3, 5, 19, 16, 15, 2, 4, 8, 1 };

static guint
find_rule (TbRuleSet codes)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refusing); i++)
    if ((codes & TB_RULE (refusing[i])) != 0)
      return refusing[i];
  return 0;
}

/* The rules that refuse changes of a row, each by the first of its verdict. */
static TbRuleSet
find_rules (const TbComparison *comparison,
            gsize               row,
            gssize              column)
{
  TbRuleSet rules = 0;

  for (gsize i = 0; i < tb_comparison_get_n_columns (comparison); i++)
    {
      TbVerdict verdict;

      if (tb_comparison_get_column (comparison, i)->kind != TB_COLUMN_ABSOLUTE || (column >= 0 && (gsize) column != i))
        continue;
      verdict = tb_comparison_get_verdict (comparison, row, i);
      if (verdict.kind == TB_VERDICT_INVALID)
        rules |= TB_RULE_BIT (find_rule (verdict.codes));
    }
  return rules;
}

/**
 * tb_refusals_count:
 * @self: (out): where to count
 * @comparison: a table
 * @column: of the amounts of one pair of periods; −1: of all pairs
 *
 * Counts the rows with a change that is refused. Thread: any.
 */
void
tb_refusals_count (TbRefusals         *self,
                   const TbComparison *comparison,
                   gssize              column)
{
  *self = (TbRefusals) { .n_rows = tb_comparison_get_n_rows (comparison) };
  for (gsize row = 0; row < self->n_rows; row++)
    {
      TbRuleSet rules = find_rules (comparison, row, column);

      self->n_refused += rules != 0;
      for (guint rule = 0; rules != 0 && rule < TB_N_RULES; rule++)
        self->n_by_rule[rule] += (rules & TB_RULE_BIT (rule)) != 0;
    }
}

/* The rule with the most rows that is not yet @told; -1 where there is none. */
static int
find_most (const TbRefusals *self,
           TbRuleSet         told)
{
  int most = -1;

  for (guint rule = 0; rule < TB_N_RULES; rule++)
    if (self->n_by_rule[rule] > 0 && (told & TB_RULE_BIT (rule)) == 0
        && (most < 0 || self->n_by_rule[rule] > self->n_by_rule[most]))
      most = (int) rule;
  return most;
}

/**
 * tb_refusals_write_letter:
 * @self: what was counted
 * @codes: of a verdict that refuses
 * @out: (out): where to write
 * @size: of @out
 *
 * Finds the letter of the rule that refuses.
 */
void
tb_refusals_write_letter (const TbRefusals *self,
                          TbRuleSet         codes,
                          char             *out,
                          gsize             size)
{
  guint wanted = find_rule (codes);
  TbRuleSet told = 0;
  int rule;

  for (char letter = 'a'; (rule = find_most (self, told)) >= 0; letter++)
    {
      told |= TB_RULE_BIT (rule);
      if ((guint) rule == wanted)
        {
          g_strlcpy (out, (const char[]) { letter, '\0' }, size);
          return;
        }
    }
  g_strlcpy (out, "", size);
}

void
tb_refusals_append_legend (const TbRefusals *self,
                           GString          *text,
                           TbLanguage        language)
{
  TbRuleSet told = 0;
  int rule;

  for (char letter = 'a'; (rule = find_most (self, told)) >= 0; letter++)
    {
      told |= TB_RULE_BIT (rule);
      if (text->len > 0)
        g_string_append (text, "  ·  ");
      /* Translators: of a legend: a letter, why rows are not compared, and how many: "a different units (7 rows)"; keep
       * <b> and </b> */
      g_string_append_printf (text,
                              ngettext ("<b>%c</b> %s (%zu row)", "<b>%c</b> %s (%zu rows)", self->n_by_rule[rule]),
                              letter, tb_rule_get_reason ((guint) rule, language), self->n_by_rule[rule]);
    }
}

static char *
dup_reasons (const TbRefusals *self,
             TbLanguage        language)
{
  g_autoptr (GString) text = g_string_new (NULL);
  TbRuleSet told = 0;
  gsize n_left = self->n_refused;
  int rule;

  for (guint i = 0; i < MAX_REASONS && (rule = find_most (self, told)) >= 0; i++)
    {
      const char *reason = tb_rule_get_reason ((guint) rule, language);

      told |= TB_RULE_BIT (rule);
      n_left -= self->n_by_rule[rule];
      if (i > 0)
        /* Translators: between reasons */
        g_string_append (text, C_("list", "; "));
      if (self->n_by_rule[rule] == self->n_refused)
        g_string_append (text, reason);
      else
        /* Translators: a reason, and in how many rows it holds: "periods of different length (7)" */
        g_string_append_printf (text, _("%s (%zu)"), reason, self->n_by_rule[rule]);
    }
  if (n_left > 0)
    {
      g_string_append (text, C_("list", "; "));
      /* Translators: other reasons, and in how many rows they hold */
      g_string_append_printf (text, _("other reasons (%zu)"), n_left);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * tb_refusals_dup_text:
 * @self: what was counted
 * @language: of the table
 *
 * Says how many rows are not compared, and why.
 *
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): "12 of 20 rows cannot be compared:
 *   periods of different length"; %NULL where nothing is refused
 */
char *
tb_refusals_dup_text (const TbRefusals *self,
                      TbLanguage        language)
{
  g_autofree char *reasons = NULL;

  if (self->n_refused == 0)
    return NULL;
  reasons = dup_reasons (self, language);
  if (self->n_refused < self->n_rows)
    /* Translators: %1$zu and %2$zu are counts of rows, %3$s the reasons */
    return g_strdup_printf (ngettext ("%1$zu of %2$zu row cannot be compared: %3$s",
                                      "%1$zu of %2$zu rows cannot be compared: %3$s", self->n_rows),
                            self->n_refused, self->n_rows, reasons);
  /* Translators: a pair of periods in a table of one row, or of several; %s are the reasons */
  return g_strdup_printf (ngettext ("These two periods cannot be compared: %s",
                                    "No row can be compared over these two periods: %s", self->n_rows), reasons);
}
