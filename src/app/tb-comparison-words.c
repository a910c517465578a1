/* What a cell or a row of the comparison table says in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-comparison-words.h"

#include <glib/gi18n-lib.h>

static gboolean
is_change (const TbComparison *comparison,
           gsize               column)
{
  TbColumnKind kind = tb_comparison_get_column (comparison, column)->kind;

  return kind == TB_COLUMN_ABSOLUTE || kind == TB_COLUMN_RELATIVE;
}

/**
 * tb_comparison_words_is_refused:
 * @comparison: a table
 * @row: a row of it
 * @column: a column of it
 *
 * Returns: whether the cell has a reason in place of a number
 */
gboolean
tb_comparison_words_is_refused (const TbComparison *comparison,
                                gsize               row,
                                gsize               column)
{
  return is_change (comparison, column)
         && tb_comparison_get_verdict (comparison, row, column).kind == TB_VERDICT_INVALID;
}

static char *
dup_change (const TbComparison *comparison,
            gsize               row,
            gsize               column,
            TbLanguage          language)
{
  TbVerdict verdict = tb_comparison_get_verdict (comparison, row, column);
  TbFigure base, current;
  g_autofree char *text = NULL;

  tb_comparison_get_pair (comparison, row, column, &base, &current);
  text = tb_verdict_dup_text (&verdict, base, current, tb_comparison_get_reference (comparison), language);
  if (verdict.kind != TB_VERDICT_INVALID)
    return g_steal_pointer (&text);
  /* Translators: %s is the reason */
  return g_strdup_printf (_("not compared: %s"), text);
}

/**
 * tb_comparison_words_dup_cell:
 * @comparison: a table
 * @row: a row of it
 * @column: a column of it
 * @language: of the table
 *
 * Says what a cell is: a figure with its nature and source, a change, or why
 * there is none.
 *
 * Returns: (transfer full): the sentence
 */
char *
tb_comparison_words_dup_cell (const TbComparison *comparison,
                              gsize               row,
                              gsize               column,
                              TbLanguage          language)
{
  if (is_change (comparison, column))
    return dup_change (comparison, row, column, language);
  return tb_comparison_dup_cell_description (comparison, row, column, language);
}

/* The description of a figure names the indicator and the period itself. */
static gboolean
names_itself (const TbComparison *comparison,
              gsize               row,
              gsize               column)
{
  return tb_comparison_get_column (comparison, column)->kind == TB_COLUMN_FIGURE
         && tb_comparison_get_figure (comparison, row, column) >= 0;
}

/**
 * tb_comparison_words_dup_name:
 * @comparison: a table
 * @row: a row of it
 * @column: a column of it
 * @language: of the table
 *
 * Says all of a cell: the row, the column and what is there (B-11).
 *
 * Returns: (transfer full): the accessible name
 */
char *
tb_comparison_words_dup_name (const TbComparison *comparison,
                              gsize               row,
                              gsize               column,
                              TbLanguage          language)
{
  g_autofree char *text = tb_comparison_words_dup_cell (comparison, row, column, language);
  g_autofree char *row_title = NULL;
  g_autofree char *column_title = NULL;

  if (names_itself (comparison, row, column))
    return g_steal_pointer (&text);
  row_title = tb_comparison_dup_row_title (comparison, row, language);
  column_title = tb_comparison_dup_column_title (comparison, column, language);
  /* Translators: a cell of the table: the row, the column, and what the cell says */
  return g_strdup_printf (_("%s; %s — %s"), row_title, column_title, text);
}

/**
 * tb_comparison_words_dup_tooltip:
 * @comparison: a table
 * @row: a row of it
 * @column: a column of it
 * @language: of the table
 *
 * Says what a cell is and, in the last line, by which rules.
 *
 * Returns: (transfer full): the tooltip
 */
char *
tb_comparison_words_dup_tooltip (const TbComparison *comparison,
                                 gsize               row,
                                 gsize               column,
                                 TbLanguage          language)
{
  g_autofree char *text = tb_comparison_words_dup_cell (comparison, row, column, language);
  g_autofree char *codes = NULL;
  g_autofree char *rules = NULL;

  if (!is_change (comparison, column))
    return g_steal_pointer (&text);
  codes = tb_rules_dup_codes (tb_comparison_get_verdict (comparison, row, column).codes);
  if (*codes == '\0')
    return g_steal_pointer (&text);
  /* Translators: %s are codes of rules, such as "R3 R9" */
  rules = g_strdup_printf (_("Rules: %s"), codes);
  return g_strdup_printf ("%s\n%s", text, rules);
}

/**
 * tb_comparison_words_dup_row:
 * @comparison: a table
 * @row: a row of it
 * @language: of the table
 *
 * Says what came of a row: each change, or why there is none.
 *
 * Returns: (transfer full): lines of text; "" where the table compares nothing
 */
char *
tb_comparison_words_dup_row (const TbComparison *comparison,
                             gsize               row,
                             TbLanguage          language)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < tb_comparison_get_n_columns (comparison); i++)
    {
      g_autofree char *sentence = NULL;
      g_autofree char *title = NULL;

      if (tb_comparison_get_column (comparison, i)->kind != TB_COLUMN_ABSOLUTE)
        continue;
      title = tb_comparison_dup_column_title (comparison, i, language);
      sentence = tb_comparison_words_dup_cell (comparison, row, i, language);
      if (text->len > 0)
        g_string_append_c (text, '\n');
      /* Translators: the title of a column, and what its cell says */
      g_string_append_printf (text, _("%s — %s"), title, sentence);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * tb_comparison_words_dup_detail:
 * @comparison: a table
 * @row: a row of it
 * @column: a column of it, or that of the names or units
 * @language: of the table
 *
 * Says what is looked at, for the place below the table.
 *
 * Returns: (transfer full): lines of text
 */
char *
tb_comparison_words_dup_detail (const TbComparison *comparison,
                                gsize               row,
                                int                 column,
                                TbLanguage          language)
{
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  if (column >= 0)
    return tb_comparison_words_dup_name (comparison, row, (gsize) column, language);
  title = tb_comparison_dup_row_title (comparison, row, language);
  text = tb_comparison_words_dup_row (comparison, row, language);
  if (*text == '\0')
    return g_steal_pointer (&title);
  return g_strdup_printf ("%s\n%s", title, text);
}
