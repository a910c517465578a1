/* Tables that tests compare, and what they look for in them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-table.h"

#include "tb-test-datasets.h"

const char *const tb_app_table_sorting
  = "{\"tongbi\": \"dataset/1\", \"title\": \"Sorting\", \"units\": {\"u\": {\"name\": \"u\", \"kind\": \"count\"}},"
    " \"indicators\": [{\"id\": \"a\", \"name\": \"Beta\", \"unit\": \"u\", \"measure\": \"stock\"},"
    " {\"id\": \"b\", \"name\": \"Alpha\", \"unit\": \"u\", \"measure\": \"stock\"},"
    " {\"id\": \"c\", \"name\": \"Gamma\", \"unit\": \"u\", \"measure\": \"stock\"}],"
    " \"series\": [{\"indicator\": \"a\", \"observations\": [[\"2020-12-31\", 3], [\"2021-12-31\", 30]]},"
    " {\"indicator\": \"b\", \"observations\": [[\"2020-12-31\", 2]]},"
    " {\"indicator\": \"c\", \"observations\": [[\"2020-12-31\", 1], [\"2021-12-31\", 40]]}]}";

const char *const tb_app_table_refused
  = "{\"tongbi\": \"dataset/1\", \"title\": \"Refused\", \"units\": {\"u\": {\"name\": \"u\", \"kind\": \"count\"}},"
    " \"indicators\": [{\"id\": \"a\", \"name\": \"Alpha\", \"unit\": \"u\", \"measure\": \"flow\"},"
    " {\"id\": \"b\", \"name\": \"Beta\", \"unit\": \"u\", \"measure\": \"flow\"}],"
    " \"series\": [{\"indicator\": \"a\", \"observations\": [[\"2019\", 3], [\"2020\", 4], [\"2021-S1\", 5]]},"
    " {\"indicator\": \"b\", \"observations\": [[\"2020\", 7], [\"2021-S1\", 8]]}]}";

TbComparison *
tb_app_table_compare (const char                *text,
                      const TbComparisonOptions *options)
{
  g_autoptr (TbDataset) dataset = tb_test_read_dataset (text);
  TbSelectionQuery query = { .from = TB_PERIOD_UNDATED, .to = TB_PERIOD_UNDATED };
  g_autoptr (GError) error = NULL;
  g_autoptr (TbSelection) selection = tb_selection_new (dataset, &query, &error);

  g_assert_no_error (error);
  return tb_comparison_new (selection, options);
}

char *
tb_app_table_dup_order (const TbComparison *comparison,
                        int                 column,
                        gboolean            descending,
                        const char         *words)
{
  g_autoptr (TbComparisonOrder) order = tb_comparison_order_new (comparison, column, descending, words, TB_LANGUAGE_EN);
  g_autoptr (GString) rows = g_string_new (NULL);

  for (gsize i = 0; i < order->n; i++)
    g_string_append_printf (rows, "%u", order->rows[i]);
  return g_string_free_and_steal (g_steal_pointer (&rows));
}

gsize
tb_app_table_find_year (const TbComparison *comparison,
                        int                 year)
{
  for (gsize i = 0; i < tb_comparison_get_n_columns (comparison); i++)
    {
      const TbColumn *column = tb_comparison_get_column (comparison, i);

      if (column->kind == TB_COLUMN_FIGURE && tb_period_get_year (column->period) == year)
        return i;
    }
  g_assert_not_reached ();
}

gsize
tb_app_table_find_column (const TbComparison *comparison,
                          TbColumnKind        kind)
{
  for (gsize i = 0; i < tb_comparison_get_n_columns (comparison); i++)
    if (tb_comparison_get_column (comparison, i)->kind == kind)
      return i;
  g_assert_not_reached ();
}

TbCopiedCells
tb_app_table_choose_cells (const TbComparison *comparison,
                           const gsize        *rows,
                           gsize               n_rows,
                           const gsize        *columns,
                           gsize               n_columns)
{
  return (TbCopiedCells) { .comparison = comparison, .rows = rows, .n_rows = n_rows, .columns = columns,
                           .n_columns = n_columns, .language = TB_LANGUAGE_EN };
}
