/* Targets as JSON: what is aimed at, and how it is kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-table-json-private.h"

/* What a column of the row's target shows, or says in its footnote. */
static char *
dup_cell (const TbTableJson *writer,
          gsize              row,
          TbColumnKind       kind,
          gboolean           note)
{
  for (gsize column = 0; column < tb_comparison_get_n_columns (writer->comparison); column++)
    {
      if (tb_comparison_get_column (writer->comparison, column)->kind == kind)
        return note ? tb_comparison_dup_cell_note (writer->comparison, row, column, writer->language)
                    : tb_comparison_dup_cell (writer->comparison, row, column, writer->language);
    }

  return NULL;
}

static void
add_target (const TbTableJson *writer,
            gsize              row,
            TbFigure           target)
{
  JsonBuilder *builder = writer->builder;
  g_autofree char *shown = dup_cell (writer, row, TB_COLUMN_TARGET, FALSE);
  g_autofree char *label = tb_period_label (tb_series_get_period (target.series, target.row), writer->language,
                                            TB_PERIOD_LABEL_FULL);
  TbObservation o;

  tb_series_get (target.series, target.row, &o);
  json_builder_set_member_name (builder, "target");
  json_builder_begin_object (builder);
  tb_table_json_add_figure (writer, target, label, shown);
  tb_table_json_add_day (builder, "deadline", tb_target_get_deadline (target));
  if (o.extra != NULL)
    {
      tb_table_json_add_text (builder, "comparator",
                              tb_vocabulary_spelling (&tb_comparators, (int) o.extra->target.comparator));
      tb_table_json_add_text (builder, "target_basis",
                              tb_vocabulary_spelling (&tb_target_bases, (int) o.extra->target.basis));
      tb_table_json_add_words (writer, "text", &o.extra->target.text);
    }
  json_builder_end_object (builder);
}

static void
add_actual (const TbTableJson *writer,
            gsize              row,
            TbFigure           actual)
{
  JsonBuilder *builder = writer->builder;
  g_autofree char *shown = dup_cell (writer, row, TB_COLUMN_ACTUAL, FALSE);
  g_autofree char *label = NULL;

  json_builder_set_member_name (builder, "actual");
  if (actual.series == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  label = tb_period_label (tb_series_get_period (actual.series, actual.row), writer->language, TB_PERIOD_LABEL_FULL);
  json_builder_begin_object (builder);
  tb_table_json_add_text (builder, "indicator", tb_series_get_info (actual.series)->indicator->id);
  tb_table_json_add_figure (writer, actual, label, shown);
  json_builder_end_object (builder);
}

/* "gap": {"verdict", "codes", "value", "bound", "low", "high", "shown", "reason"} */
static void
add_reading (const TbTableJson *writer,
             gsize              row,
             const char        *member,
             const TbReading   *reading,
             TbColumnKind       kind)
{
  JsonBuilder *builder = writer->builder;
  gboolean invalid = reading->kind == TB_VERDICT_INVALID;
  g_autofree char *shown = dup_cell (writer, row, kind, FALSE);
  g_autofree char *reason = invalid ? dup_cell (writer, row, kind, TRUE) : NULL;

  json_builder_set_member_name (builder, member);
  json_builder_begin_object (builder);
  tb_table_json_add_text (builder, "verdict", tb_json_get_verdict (reading->kind));
  tb_json_add_codes (builder, reading->codes);
  tb_json_add_number (builder, "value", reading->value);
  tb_table_json_add_text (builder, "bound", invalid ? NULL : tb_json_get_bound (reading->bound));
  tb_json_add_number (builder, "low", reading->low);
  tb_json_add_number (builder, "high", reading->high);
  tb_table_json_add_text (builder, "shown", shown);
  tb_table_json_add_text (builder, "reason", reason);
  json_builder_end_object (builder);
}

void
tb_table_json_add_standing (const TbTableJson *writer,
                            gsize              row)
{
  JsonBuilder *builder = writer->builder;
  TbStanding standing = tb_comparison_get_standing (writer->comparison, row);
  g_autofree char *text = NULL;
  TbFigure target, actual;

  json_builder_set_member_name (builder, "standing");
  if (!tb_comparison_get_target (writer->comparison, row, &target, &actual))
    {
      json_builder_add_null_value (builder);
      return;
    }

  json_builder_begin_object (builder);
  add_target (writer, row, target);
  add_actual (writer, row, actual);
  if (actual.series != NULL)
    text = tb_standing_dup_text (&standing, target, actual, writer->language);
  else
    text = dup_cell (writer, row, TB_COLUMN_STATUS, TRUE);
  tb_table_json_add_text (builder, "verdict", tb_json_get_verdict (standing.word_kind));
  tb_json_add_codes (builder, standing.codes);
  tb_table_json_add_text (builder, "status_word", tb_standing_get_word (standing.word, TB_LANGUAGE_EN));
  add_reading (writer, row, "gap", &standing.gap, TB_COLUMN_GAP);
  tb_table_json_add_text (builder, "gap_in", standing.in_points ? "points" : "unit");
  add_reading (writer, row, "completion", &standing.completion, TB_COLUMN_COMPLETION);
  tb_json_add_number (builder, "elapsed", standing.elapsed);
  tb_table_json_add_text (builder, "text", text);
  json_builder_end_object (builder);
}
