/* What a cell or a row of the comparison table says in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-comparison-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Whether a dash in the cell stands for what the rules refuse. */
static gboolean
can_be_refused (TbColumnKind kind)
{
  switch (kind)
    {
    case TB_COLUMN_ABSOLUTE:
    case TB_COLUMN_RELATIVE:
    case TB_COLUMN_DEADLINE:
    case TB_COLUMN_ACTUAL:
    case TB_COLUMN_GAP:
    case TB_COLUMN_COMPLETION:
    case TB_COLUMN_ELAPSED:
    case TB_COLUMN_STATUS:
      return TRUE;
    case TB_COLUMN_FIGURE:
    case TB_COLUMN_PUBLISHED:
    case TB_COLUMN_TARGET:
      break;
    }
  return FALSE;
}

/**
 * tb_comparison_words_is_refused:
 * @comparison: a table
 * @column: a column of it
 * @cell: what the cell shows
 *
 * Returns: whether the cell has a reason in place of a number
 */
gboolean
tb_comparison_words_is_refused (const TbComparison *comparison,
                                gsize               column,
                                const char         *cell)
{
  return can_be_refused (tb_comparison_get_column (comparison, column)->kind) && g_str_equal (cell, "—");
}

/* The core ends a refusal with its rules in brackets, for footnotes: "… (R0)".
 * Readers of a sentence are spared them. Returns where they begin; NULL: there
 * are none. */
static char *
find_codes (char *sentence)
{
  static const char *const opening[] = { " (", "（" };
  static const char *const closing[] = { ")", "）" };

  for (gsize i = 0; i < G_N_ELEMENTS (opening); i++)
    {
      char *begin = g_strrstr (sentence, opening[i]);
      char *codes = begin != NULL ? begin + strlen (opening[i]) : NULL;
      gsize n = codes != NULL ? strspn (codes, "RYFT-0123456789 ") : 0;

      if (n >= 2 && strchr ("RYFT", *codes) != NULL && g_str_equal (codes + n, closing[i]))
        return begin;
    }
  return NULL;
}

/**
 * tb_comparison_words_dup_cell:
 * @comparison: a table
 * @row: a row of it
 * @column: a column of it
 * @language: of the table
 *
 * Says what a cell is: a figure with its nature and source, a change, how a
 * figure stands to its target; or why that cannot be said.
 *
 * Returns: (transfer full): the sentence
 */
char *
tb_comparison_words_dup_cell (const TbComparison *comparison,
                              gsize               row,
                              gsize               column,
                              TbLanguage          language)
{
  char *text = tb_comparison_dup_cell_description (comparison, row, column, language);
  char *codes = find_codes (text);

  if (codes != NULL)
    *codes = '\0';
  return text;
}

/* The rules that shaped a cell; "" for none. */
static char *
dup_codes (const TbComparison *comparison,
           gsize               row,
           gsize               column)
{
  TbColumnKind kind = tb_comparison_get_column (comparison, column)->kind;

  if (kind == TB_COLUMN_ABSOLUTE || kind == TB_COLUMN_RELATIVE)
    return tb_rules_dup_codes (tb_comparison_get_verdict (comparison, row, column).codes);
  if (kind == TB_COLUMN_GAP || kind == TB_COLUMN_COMPLETION || kind == TB_COLUMN_STATUS)
    return tb_rules_dup_codes (tb_comparison_get_standing (comparison, row).codes);
  return g_strdup ("");
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

  codes = dup_codes (comparison, row, column);
  if (*codes == '\0')
    return g_steal_pointer (&text);
  /* Translators: %s are codes of rules, such as "R3 R9" */
  rules = g_strdup_printf (_("Rules: %s"), codes);
  return g_strdup_printf ("%s\n%s", text, rules);
}

static void
append_line (GString    *text,
             const char *title,
             const char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  /* Translators: the title of a column, and what it says of a row */
  g_string_append_printf (text, _("%s — %s"), title, sentence);
}

/* "Target ≥100 sites — 46% of the target; 50% of the time elapsed" */
static void
append_standing (GString            *text,
                 const TbComparison *comparison,
                 gsize               row,
                 gsize               column,
                 TbLanguage          language)
{
  TbFigure target, actual;
  TbStanding standing;
  g_autofree char *cell = NULL;
  g_autofree char *title = NULL;
  g_autofree char *subject = NULL;
  g_autofree char *sentence = NULL;

  if (!tb_comparison_get_target (comparison, row, &target, &actual) || actual.series == NULL)
    return;
  standing = tb_comparison_get_standing (comparison, row);
  cell = tb_comparison_dup_cell (comparison, row, column, language);
  title = tb_comparison_dup_column_title (comparison, column, language);
  /* Translators: the title of a column, and what stands in it: "Target ≥100" */
  subject = g_strdup_printf (C_("title and value", "%s %s"), title, cell);
  sentence = tb_standing_dup_text (&standing, target, actual, language);
  append_line (text, subject, sentence);
}

/**
 * tb_comparison_words_dup_row:
 * @comparison: a table
 * @row: a row of it
 * @language: of the table
 *
 * Says what came of a row: each change, or why there is none, and how the row
 * stands to its target.
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
      TbColumnKind kind = tb_comparison_get_column (comparison, i)->kind;

      if (kind == TB_COLUMN_ABSOLUTE)
        {
          g_autofree char *title = tb_comparison_dup_column_title (comparison, i, language);
          g_autofree char *sentence = tb_comparison_words_dup_cell (comparison, row, i, language);

          append_line (text, title, sentence);
        }
      else if (kind == TB_COLUMN_TARGET)
        append_standing (text, comparison, row, i, language);
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
