/* The header of a table in two lines: what columns side by side have in common, and
 * what stands below it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-table-page.h"

static gboolean
is_change (const TbColumn *column)
{
  return tb_column_get_group (column->kind) == TB_GROUP_CHANGES;
}

static gboolean
is_same_pair (const TbColumn *a,
              const TbColumn *b)
{
  return tb_compare_pair_equal ((TbComparePair) { a->base, a->period }, (TbComparePair) { b->base, b->period });
}

/* Whether the changes of a table are of more than one pair of periods. */
static gboolean
has_several_pairs (const TbComparison *comparison)
{
  const TbColumn *first = NULL;

  for (gsize i = 0; i < tb_comparison_get_n_columns (comparison); i++)
    {
      const TbColumn *column = tb_comparison_get_column (comparison, i);

      if (!is_change (column))
        continue;
      if (first != NULL && !is_same_pair (first, column))
        return TRUE;
      first = column;
    }

  return FALSE;
}

static gboolean
names_pair (const TbComparison *comparison,
            gsize               column)
{
  return is_change (tb_comparison_get_column (comparison, column)) && has_several_pairs (comparison);
}

/**
 * tb_table_dup_band:
 * @comparison: a table
 * @column: which one
 * @language: the table's language
 *
 * Returns: (transfer full): what stands above the column and its neighbours: "Year",
 *   "Change"; "Change, 2016 to 2017" in a table of several pairs
 */
char *
tb_table_dup_band (const TbComparison *comparison,
                   gsize               column,
                   TbLanguage          language)
{
  if (names_pair (comparison, column))
    return tb_comparison_dup_column_band (comparison, column, language);

  return g_strdup (tb_comparison_get_column_band (comparison, column, language));
}

/**
 * tb_table_dup_head:
 * @comparison: a table
 * @column: which one
 * @language: the table's language
 *
 * Returns: (transfer full): the title of the column, without what its band says already
 */
char *
tb_table_dup_head (const TbComparison *comparison,
                   gsize               column,
                   TbLanguage          language)
{
  if (names_pair (comparison, column))
    return tb_comparison_dup_column_head (comparison, column, language);

  return tb_comparison_dup_column_title (comparison, column, language);
}

/**
 * tb_table_begins_band:
 * @comparison: a table
 * @column: which one
 *
 * Returns: whether the column before it, if any, is of another band
 */
gboolean
tb_table_begins_band (const TbComparison *comparison,
                      gsize               column)
{
  const TbColumn *before;
  const TbColumn *what;

  if (column == 0)
    return TRUE;
  before = tb_comparison_get_column (comparison, column - 1);
  what = tb_comparison_get_column (comparison, column);
  if (is_change (before) && is_change (what))
    return !is_same_pair (before, what);

  /* What is one word in one language is one in the other. */
  return !g_str_equal (tb_comparison_get_column_band (comparison, column, TB_LANGUAGE_EN),
                       tb_comparison_get_column_band (comparison, column - 1, TB_LANGUAGE_EN));
}

/**
 * tb_table_find_band_end:
 * @comparison: a table
 * @first: a column
 *
 * Returns: the first column behind those that are of one band with @first
 */
gsize
tb_table_find_band_end (const TbComparison *comparison,
                        gsize               first)
{
  gsize end = first + 1;

  while (end < tb_comparison_get_n_columns (comparison) && !tb_table_begins_band (comparison, end))
    end++;

  return end;
}
