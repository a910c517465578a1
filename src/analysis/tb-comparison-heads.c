/* The two lines of a comparison table's header: bands, and what stands below them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-comparison-private.h"

/**
 * tb_comparison_dup_column_head:
 * @self: a comparison
 * @column: which one
 * @language: the table's language
 *
 * Names a column for a header that has its band above (B-1): what the band says
 * is left out.
 *
 * Thread: any.
 *
 * Returns: (transfer full): "H1 2021", "Amount", "%", "Completion"
 */
char *
tb_comparison_dup_column_head (const TbComparison *self,
                               gsize               column,
                               TbLanguage          language)
{
  static const TbPhrase amount = { { "Amount", "增减量" } };
  static const TbPhrase percent = { { "%", "增长（%）" } };
  const TbColumn *what = tb_comparison_get_column (self, column);

  if (what->kind == TB_COLUMN_ABSOLUTE)
    return g_strdup (amount.in[language]);
  if (what->kind == TB_COLUMN_RELATIVE)
    return g_strdup (percent.in[language]);
  if (what->kind == TB_COLUMN_PUBLISHED)
    return tb_period_label (what->period, language, TB_PERIOD_LABEL_FULL);

  return tb_comparison_dup_column_title (self, column, language);
}

/**
 * tb_comparison_dup_column_band:
 * @self: a comparison
 * @column: which one
 * @language: the table's language
 *
 * Names what columns side by side have in common, of changes with the two
 * periods. Columns with the same text belong together.
 *
 * Thread: any.
 *
 * Returns: (transfer full): "Half-year", "Change, 2019 to 2020"
 */
char *
tb_comparison_dup_column_band (const TbComparison *self,
                               gsize               column,
                               TbLanguage          language)
{
  static const TbPhrase change = { { "Change, %1$s to %2$s", "%2$s比%1$s" } };
  static const TbPhrase published = { { "Published change", "公布增减" } };
  const TbColumn *what = tb_comparison_get_column (self, column);
  g_autofree char *base = NULL;
  g_autofree char *current = NULL;

  if (what->kind == TB_COLUMN_PUBLISHED)
    return g_strdup (published.in[language]);
  if (tb_column_get_group (what->kind) != TB_GROUP_CHANGES)
    return g_strdup (tb_comparison_get_column_band (self, column, language));
  base = tb_period_label (what->base, language, TB_PERIOD_LABEL_FULL);
  current = tb_period_label (what->period, language, TB_PERIOD_LABEL_FULL);

  return g_strdup_printf (change.in[language], base, current);
}
