/* Tables as JSON: every figure with all that it is, every change with its verdict.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-export-table-private.h"
#include "tb-json-text.h"

#include <math.h>

typedef struct
{
  const TbComparison *comparison;
  TbLanguage          language;
  JsonBuilder        *builder;
} Writer;

static void
add_text (JsonBuilder *builder,
          const char  *member,
          const char  *text)
{
  json_builder_set_member_name (builder, member);
  if (text != NULL && *text != '\0')
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_number (JsonBuilder *builder,
            const char  *member,
            double       number)
{
  json_builder_set_member_name (builder, member);
  if (isfinite (number))
    json_builder_add_double_value (builder, number);
  else
    json_builder_add_null_value (builder);
}

static void
add_day (JsonBuilder *builder,
         const char  *member,
         TbDay        day)
{
  g_autofree char *text = day == 0 ? NULL : tb_day_to_string (day);

  add_text (builder, member, text);
}

static void
add_words (const Writer *writer,
           const char   *member,
           const TbText *text)
{
  g_autofree char *words = tb_text_is_empty (text) ? NULL : tb_text_dup_marked (text, writer->language);

  add_text (writer->builder, member, words);
}

static char *
dup_spelling (TbPeriod period)
{
  return period.kind == TB_PERIOD_NONE ? NULL : tb_period_to_sdmx (period);
}

static void
add_period (const Writer *writer,
            const char   *member,
            TbPeriod      period)
{
  g_autofree char *text = dup_spelling (period);

  add_text (writer->builder, member, text);
}

/* ["B", "P"] */
static void
add_status (JsonBuilder *builder,
            guint32      status)
{
  g_autofree char *letters = tb_status_to_letters (status);

  json_builder_set_member_name (builder, "status");
  json_builder_begin_array (builder);
  for (const char *p = letters; *p != '\0'; p++)
    {
      const char letter[2] = { *p, '\0' };

      json_builder_add_string_value (builder, letter);
    }
  json_builder_end_array (builder);
}

static void
add_source (const Writer   *writer,
            const TbSource *source)
{
  json_builder_set_member_name (writer->builder, "source");
  if (source == NULL)
    {
      json_builder_add_null_value (writer->builder);
      return;
    }
  json_builder_begin_object (writer->builder);
  add_text (writer->builder, "id", source->id);
  add_words (writer, "publisher", &source->publisher);
  add_words (writer, "title", &source->title);
  add_day (writer->builder, "published", source->published);
  add_text (writer->builder, "url", source->url);
  json_builder_end_object (writer->builder);
}

static void
add_published_change (const Writer             *writer,
                      const TbObservationExtra *extra)
{
  JsonBuilder *builder = writer->builder;

  json_builder_set_member_name (builder, "published_change");
  if (extra == NULL || !extra->change.given)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  add_number (builder, "value", tb_decimal_to_double (extra->change.value));
  add_text (builder, "kind", tb_vocabulary_spelling (&tb_change_kinds, (int) extra->change.kind));
  json_builder_end_object (builder);
}

static void
add_figure (const Writer *writer,
            gsize         row,
            gsize         column,
            gsize         figure)
{
  JsonBuilder *builder = writer->builder;
  TbSeries *series = tb_comparison_get_series (writer->comparison, row);
  g_autofree char *shown = tb_comparison_dup_cell (writer->comparison, row, column, writer->language);
  g_autofree char *label = tb_comparison_dup_column_title (writer->comparison, column, writer->language);
  TbObservation o;
  TbText none = { 0 };

  tb_series_get (series, figure, &o);
  json_builder_begin_object (builder);
  add_period (writer, "period", o.period);
  add_day (builder, "period_start", o.period.start);
  add_day (builder, "period_end", o.period.end);
  add_text (builder, "label", label);
  add_number (builder, "value", o.has_value ? o.figure : NAN);
  add_number (builder, "low", tb_observation_get_low (&o));
  add_number (builder, "high", tb_observation_get_high (&o));
  add_text (builder, "unit", tb_series_get_info (series)->unit->id);
  add_number (builder, "multiplier", tb_decimal_to_double (o.multiplier));
  add_text (builder, "kind", tb_vocabulary_spelling (&tb_kinds, (int) o.kind));
  add_text (builder, "qualifier", tb_vocabulary_spelling (&tb_qualifiers, (int) o.qualifier));
  add_text (builder, "basis", tb_vocabulary_spelling (&tb_bases, (int) o.basis));
  add_status (builder, o.status);
  add_source (writer, o.source);
  add_day (builder, "vintage", o.extra != NULL ? o.extra->vintage : 0);
  add_published_change (writer, o.extra);
  add_words (writer, "note", o.extra != NULL ? &o.extra->note : &none);
  add_text (builder, "shown", shown);
  json_builder_end_object (builder);
}

static void
add_codes (JsonBuilder     *builder,
           const TbVerdict *verdict)
{
  json_builder_set_member_name (builder, "codes");
  json_builder_begin_array (builder);
  for (guint rule = 0; rule < TB_N_RULES; rule++)
    {
      g_autofree char *code = g_strdup_printf ("R%u", rule);

      if ((verdict->codes & TB_RULE (rule)) != 0)
        json_builder_add_string_value (builder, code);
    }
  json_builder_end_array (builder);
}

static const char *
get_verdict_word (TbVerdictKind kind)
{
  switch (kind)
    {
    case TB_VERDICT_VALID:
      return "valid";
    case TB_VERDICT_NOTE:
      return "note";
    case TB_VERDICT_INVALID:
      break;
    }

  return "invalid";
}

static const char *
get_bound_word (TbBound bound)
{
  switch (bound)
    {
    case TB_BOUND_EXACT:
      return "exact";
    case TB_BOUND_AT_LEAST:
      return "at-least";
    case TB_BOUND_AT_MOST:
      return "at-most";
    case TB_BOUND_ABOUT:
      return "about";
    case TB_BOUND_BETWEEN:
      break;
    }

  return "between";
}

static void
add_change (const Writer *writer,
            gsize         row,
            gsize         column)
{
  JsonBuilder *builder = writer->builder;
  const TbColumn *what = tb_comparison_get_column (writer->comparison, column);
  TbVerdict verdict = tb_comparison_get_verdict (writer->comparison, row, column);
  gboolean invalid = verdict.kind == TB_VERDICT_INVALID;
  TbFigure base, current;
  g_autofree char *text = NULL;

  tb_comparison_get_pair (writer->comparison, row, column, &base, &current);
  text = tb_verdict_dup_text (&verdict, base, current, tb_comparison_get_reference (writer->comparison),
                              writer->language);

  json_builder_begin_object (builder);
  add_period (writer, "base", what->base);
  add_period (writer, "current", what->period);
  add_text (builder, "verdict", get_verdict_word (verdict.kind));
  add_codes (builder, &verdict);
  add_number (builder, "absolute", verdict.absolute);
  add_number (builder, "relative", verdict.relative);
  add_number (builder, "points", verdict.points);
  add_text (builder, "bound", invalid ? NULL : get_bound_word (verdict.bound));
  add_number (builder, "low", verdict.low);
  add_number (builder, "high", verdict.high);
  add_text (builder, "text", text);
  add_text (builder, "reason", invalid ? text : NULL);
  json_builder_end_object (builder);
}

static void
add_identity (const Writer       *writer,
              const TbSeriesInfo *info,
              gsize               row)
{
  JsonBuilder *builder = writer->builder;
  g_autofree char *title = tb_comparison_dup_row_title (writer->comparison, row, writer->language);
  g_autofree char *unit = tb_comparison_dup_row_unit (writer->comparison, row, writer->language);

  add_text (builder, "indicator", info->indicator->id);
  add_text (builder, "name", title);
  add_text (builder, "place", info->place != NULL ? info->place->id : NULL);
  json_builder_set_member_name (builder, "breakdown");
  json_builder_begin_object (builder);
  for (guint i = 0; i < info->n_breakdown; i++)
    add_text (builder, info->breakdown[i].dimension, info->breakdown[i].value);
  json_builder_end_object (builder);
  add_words (writer, "scope", &info->scope);
  add_text (builder, "unit", info->unit->id);
  add_text (builder, "unit_shown", unit);
  add_text (builder, "measure", tb_vocabulary_spelling (&tb_measures, (int) info->measure));
}

static void
add_row (const Writer *writer,
         gsize         row)
{
  JsonBuilder *builder = writer->builder;
  gsize n_columns = tb_comparison_get_n_columns (writer->comparison);

  json_builder_begin_object (builder);
  add_identity (writer, tb_series_get_info (tb_comparison_get_series (writer->comparison, row)), row);
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
  json_builder_end_object (builder);
}

char *
tb_table_to_json (const TbComparison *comparison,
                  TbLanguage          language)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *title = tb_table_dup_title (comparison, language);
  Writer writer = { comparison, language, builder };

  json_builder_begin_object (builder);
  add_text (builder, "tongbi", "table/1");
  add_text (builder, "title", title);
  add_text (builder, "language", tb_language_get_code (language));
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (gsize row = 0; row < tb_comparison_get_n_rows (comparison); row++)
    add_row (&writer, row);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return tb_json_to_text (root);
}
