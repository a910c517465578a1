/* Tables as JSON: every figure with all that it is, every change with its
 * verdict, every target with how it is kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-table-json-private.h"
#include "tb-json-text.h"

#include <math.h>

static void
add_figure (const TbTableJson *writer,
            gsize              row,
            gsize              column,
            gsize              figure)
{
  const TbSeries *series = tb_comparison_get_series (writer->comparison, row);
  g_autofree char *shown = tb_comparison_dup_cell (writer->comparison, row, column, writer->language);
  g_autofree char *label = tb_comparison_dup_column_title (writer->comparison, column, writer->language);

  json_builder_begin_object (writer->builder);
  tb_table_json_add_figure (writer, (TbFigure) { series, figure }, label, shown);
  json_builder_end_object (writer->builder);
}

static void
add_change (const TbTableJson *writer,
            gsize              row,
            gsize              column)
{
  JsonBuilder *builder = writer->builder;
  const TbColumn *what = tb_comparison_get_column (writer->comparison, column);
  TbVerdict verdict = tb_comparison_get_verdict (writer->comparison, row, column);
  gboolean invalid = verdict.kind == TB_VERDICT_INVALID;
  g_autofree char *text = tb_comparison_dup_change_text (writer->comparison, row, column, writer->language);

  json_builder_begin_object (builder);
  tb_table_json_add_period (writer, "base", what->base);
  tb_table_json_add_period (writer, "current", what->period);
  tb_table_json_add_text (builder, "verdict", tb_json_get_verdict (verdict.kind));
  tb_json_add_codes (builder, verdict.codes);
  tb_json_add_number (builder, "absolute", verdict.absolute);
  tb_json_add_number (builder, "relative", verdict.relative);
  tb_json_add_number (builder, "points", verdict.points);
  tb_table_json_add_text (builder, "bound", invalid ? NULL : tb_json_get_bound (verdict.bound));
  tb_json_add_number (builder, "low", verdict.low);
  tb_json_add_number (builder, "high", verdict.high);
  tb_json_add_number (builder, "computed", verdict.computed);
  tb_table_json_add_text (builder, "text", text);
  tb_table_json_add_text (builder, "reason", invalid ? text : NULL);
  json_builder_end_object (builder);
}

static void
add_identity (const TbTableJson  *writer,
              const TbSeriesInfo *info,
              gsize               row)
{
  JsonBuilder *builder = writer->builder;
  g_autofree char *title = tb_comparison_dup_row_title (writer->comparison, row, writer->language);
  g_autofree char *unit = tb_comparison_dup_row_unit (writer->comparison, row, writer->language);

  tb_table_json_add_text (builder, "indicator", info->indicator->id);
  tb_table_json_add_text (builder, "name", title);
  tb_table_json_add_text (builder, "place", info->place != NULL ? info->place->id : NULL);
  json_builder_set_member_name (builder, "breakdown");
  json_builder_begin_object (builder);
  for (guint i = 0; i < info->n_breakdown; i++)
    tb_table_json_add_text (builder, info->breakdown[i].dimension, info->breakdown[i].value);
  json_builder_end_object (builder);
  tb_table_json_add_words (writer, "scope", &info->scope);
  tb_table_json_add_text (builder, "unit", info->unit->id);
  tb_table_json_add_text (builder, "unit_shown", unit);
  tb_table_json_add_text (builder, "measure", tb_vocabulary_spelling (&tb_measures, (int) info->measure));
}

/* What the parts of a total come to in a period, beside what was published. */
static void
add_sum (const TbTableJson *writer,
         const TbTotal     *total,
         TbPeriod           period)
{
  JsonBuilder *builder = writer->builder;
  const TbTotalCell *cell = tb_total_find (total, period);
  g_autofree char *note = NULL;
  TbInterval residual;

  if (cell == NULL)
    return;
  note = tb_total_dup_note (total, cell, writer->language);
  json_builder_begin_object (builder);
  tb_table_json_add_period (writer, "period", period);
  json_builder_set_member_name (builder, "known");
  json_builder_add_int_value (builder, (gint64) cell->n_known);
  tb_json_add_number (builder, "sum", cell->state == TB_TOTAL_SUM ? tb_interval_get_stated (&cell->sum) : NAN);
  tb_table_json_add_text (builder, "bound", cell->state == TB_TOTAL_SUM
                                              ? tb_json_get_bound (tb_interval_get_bound (&cell->sum)) : NULL);
  tb_json_add_number (builder, "residual",
                      tb_total_get_residual (total, period, &residual) ? tb_interval_get_stated (&residual) : NAN);
  tb_table_json_add_text (builder, "note", note);
  json_builder_end_object (builder);
}

/* B-8: of what the row is the total. */
static void
add_total (const TbTableJson *writer,
           gsize              row)
{
  JsonBuilder *builder = writer->builder;
  const TbTotal *total = tb_comparison_get_total (writer->comparison, row);
  TbSeries *const *parts;
  gsize n;

  if (total == NULL)
    return;
  parts = tb_total_get_parts (total, &n);
  json_builder_set_member_name (builder, "total");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "published");
  json_builder_add_boolean_value (builder, tb_total_is_published (total));
  json_builder_set_member_name (builder, "expected");
  json_builder_add_int_value (builder, (gint64) tb_total_get_n_expected (total));
  json_builder_set_member_name (builder, "parts");
  json_builder_begin_array (builder);
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *key = tb_series_dup_key (parts[i]);

      json_builder_add_string_value (builder, key);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "sums");
  json_builder_begin_array (builder);
  for (gsize i = 0; i < tb_comparison_get_n_columns (writer->comparison); i++)
    {
      const TbColumn *column = tb_comparison_get_column (writer->comparison, i);

      if (column->kind == TB_COLUMN_FIGURE && column->figure_kind == TB_KIND_ACTUAL)
        add_sum (writer, total, column->period);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static gboolean
has_targets (const TbComparison *comparison)
{
  gsize n = tb_comparison_get_n_columns (comparison);

  return n > 0 && tb_comparison_get_column (comparison, n - 1)->kind == TB_COLUMN_STATUS;
}

static void
add_row (const TbTableJson *writer,
         gsize              row)
{
  JsonBuilder *builder = writer->builder;
  gsize n_columns = tb_comparison_get_n_columns (writer->comparison);

  json_builder_begin_object (builder);
  add_identity (writer, tb_series_get_info (tb_comparison_get_series (writer->comparison, row)), row);
  add_total (writer, row);
  json_builder_set_member_name (builder, "figures");
  json_builder_begin_array (builder);
  for (gsize column = 0; column < n_columns; column++)
    {
      gssize figure = tb_comparison_get_figure (writer->comparison, row, column);

      if (figure >= 0)
        add_figure (writer, row, column, (gsize) figure);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "changes");
  json_builder_begin_array (builder);
  for (gsize column = 0; column < n_columns; column++)
    {
      if (tb_comparison_get_column (writer->comparison, column)->kind == TB_COLUMN_ABSOLUTE)
        add_change (writer, row, column);
    }
  json_builder_end_array (builder);
  if (has_targets (writer->comparison))
    tb_table_json_add_standing (writer, row);
  json_builder_end_object (builder);
}

char *
tb_table_to_json (const TbComparison *comparison,
                  TbLanguage          language)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *title = tb_table_dup_title (comparison, language);
  g_autofree char *no_total = tb_comparison_dup_no_total (comparison, language);
  TbTableJson writer = { comparison, language, builder };

  json_builder_begin_object (builder);
  tb_table_json_add_text (builder, "tongbi", "table/1");
  tb_table_json_add_text (builder, "title", title);
  tb_table_json_add_text (builder, "language", tb_language_get_code (language));
  tb_table_json_add_day (builder, "as_of", tb_comparison_get_reference (comparison).as_of);
  tb_table_json_add_day (builder, "as_known", tb_selection_get_known (tb_comparison_get_selection (comparison)));
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (gsize row = 0; row < tb_comparison_get_n_rows (comparison); row++)
    add_row (&writer, row);
  json_builder_end_array (builder);
  if (no_total != NULL)
    tb_table_json_add_text (builder, "without_total", no_total);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return tb_json_to_text (root);
}
