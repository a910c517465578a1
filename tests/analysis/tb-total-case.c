/* Tables with totals for the tests, and what they show.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-total-case.h"

#include "tb-analysis-data.h"

#define PLACES                                                                                                         \
  "\"places\": {\"s\": {\"name\": {\"en\": \"S\", \"zh\": \"省\"}}, \"x\": {\"name\": \"X\", \"parent\": \"s\"},"      \
  " \"y\": {\"name\": \"Y\", \"parent\": \"s\"}, \"z\": {\"name\": \"Z\", \"parent\": \"s\"},"                         \
  " \"u\": {\"name\": \"U\"}, \"v\": {\"name\": \"V\"}}"
#define UNITS                                                                                                          \
  "\"units\": {\"n\": {\"name\": {\"en\": \"heads\", \"zh\": \"头\"}, \"kind\": \"count\"},"                           \
  " \"t\": {\"name\": \"t\", \"kind\": \"mass\"},"                                                                     \
  " \"kt\": {\"name\": \"kt\", \"kind\": \"mass\", \"base\": \"t\", \"factor\": 1000},"                                \
  " \"pct\": {\"name\": \"%\", \"kind\": \"percent\"}, \"i\": {\"name\": \"i\", \"kind\": \"index\"}}"
/* Beside the wholes and parts, one of each measure that is never added up. */
#define INDICATORS                                                                                                     \
  "\"indicators\": [{\"id\": \"herd\", \"name\": {\"en\": \"Herd\", \"zh\": \"存栏\"}, \"unit\": \"n\","               \
  " \"measure\": \"stock\"},"                                                                                          \
  " {\"id\": \"crop\", \"name\": \"Crop\", \"unit\": \"t\", \"measure\": \"flow\"},"                                   \
  " {\"id\": \"wheat\", \"name\": \"Wheat\", \"unit\": \"t\", \"measure\": \"flow\", \"part_of\": \"crop\"},"          \
  " {\"id\": \"maize\", \"name\": \"Maize\", \"unit\": \"t\", \"measure\": \"flow\", \"part_of\": \"crop\"},"          \
  " {\"id\": \"winter\", \"name\": \"Winter\", \"unit\": \"t\", \"measure\": \"flow\", \"part_of\": \"wheat\"},"       \
  " {\"id\": \"spring\", \"name\": \"Spring\", \"unit\": \"t\", \"measure\": \"flow\", \"part_of\": \"wheat\"},"       \
  " {\"id\": \"durum\", \"name\": \"Durum\", \"unit\": \"t\", \"measure\": \"flow\","                               \
  " \"part_of\": \"wheat\"},"                                                                                          \
  " {\"id\": \"rate\", \"name\": \"Rate\", \"unit\": \"pct\", \"measure\": \"ratio\"},"                                \
  " {\"id\": \"index\", \"name\": \"Index\", \"unit\": \"i\", \"measure\": \"index\"},"                                \
  " {\"id\": \"mean\", \"name\": \"Mean\", \"unit\": \"t\", \"measure\": \"average\"},"                                \
  " {\"id\": \"cap\", \"name\": \"Cap\", \"unit\": \"t\", \"measure\": \"stock\", \"nature\": \"parameter\"},"         \
  " {\"id\": \"rain\", \"name\": \"Rain\", \"unit\": \"t\", \"measure\": \"flow\", \"additive\": false},"              \
  " {\"id\": \"open\", \"name\": \"Open\", \"unit\": \"t\", \"measure\": \"unstated\"}]"

TbDataset *
tb_total_case_read (const char *series)
{
  g_autofree char *json = g_strconcat ("{\"tongbi\": \"dataset/1\", \"title\": \"Test\", " PLACES ", " UNITS ", "
                                       INDICATORS ", \"series\": [", series, "]}", NULL);

  return tb_test_read_dataset (json);
}

TbComparison *
tb_total_case_compare (const char        *series,
                       const char *const *indicators,
                       const char        *base,
                       const char        *current)
{
  g_autoptr (TbDataset) dataset = tb_total_case_read (series);
  TbSelectionQuery query = { .indicators = indicators, .from = TB_PERIOD_UNDATED, .to = TB_PERIOD_UNDATED };
  g_autoptr (GError) error = NULL;
  g_autoptr (TbSelection) selection = tb_selection_new (dataset, &query, &error);
  TbComparePair pair = { TB_PERIOD_UNDATED, TB_PERIOD_UNDATED };

  g_assert_no_error (error);
  if (base != NULL)
    pair = (TbComparePair) { tb_test_read_period (base), tb_test_read_period (current) };

  return tb_comparison_new (selection, &(TbComparisonOptions) { .pairs = &pair, .n_pairs = base != NULL ? 1 : 0,
                                                                .totals = TRUE });
}

char *
tb_total_case_dump (const TbComparison *comparison,
                    TbLanguage          language)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize row = 0; row < tb_comparison_get_n_rows (comparison); row++)
    {
      g_autofree char *title = tb_comparison_dup_row_title (comparison, row, language);

      g_string_append_printf (text, "%s%s:", row > 0 ? "\n" : "", title);
      for (gsize column = 0; column < tb_comparison_get_n_columns (comparison); column++)
        {
          g_autofree char *cell = tb_comparison_dup_cell (comparison, row, column, language);

          if (tb_comparison_get_column (comparison, column)->kind == TB_COLUMN_FIGURE)
            g_string_append_printf (text, " [%s]", cell);
        }
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static gsize
find_total (const TbComparison *comparison)
{
  for (gsize row = 0; row < tb_comparison_get_n_rows (comparison); row++)
    if (tb_comparison_get_total (comparison, row) != NULL)
      return row;

  return G_MAXSIZE;
}

void
tb_total_case_test (gconstpointer data)
{
  const TbTotalCase *c = data;
  g_autoptr (TbComparison) comparison = tb_total_case_compare (c->series, NULL, NULL, NULL);
  g_autofree char *table = tb_total_case_dump (comparison, c->language);
  g_autofree char *refusals = tb_comparison_dup_no_total (comparison, c->language);
  gsize total = find_total (comparison);

  g_assert_cmpstr (table, ==, c->table);
  g_assert_cmpstr (refusals, ==, c->refusals);
  if (total != G_MAXSIZE)
    {
      gsize last = tb_comparison_get_n_columns (comparison) - 1;
      g_autofree char *note = NULL;

      while (tb_comparison_get_column (comparison, last)->kind != TB_COLUMN_FIGURE)
        last--;
      note = tb_comparison_dup_cell_note (comparison, total, last, c->language);
      g_assert_cmpstr (note, ==, c->note);
    }
}
