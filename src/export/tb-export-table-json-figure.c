/* Figures as JSON: each with all that it is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-table-json-private.h"

#include <math.h>

void
tb_table_json_add_text (JsonBuilder *builder,
                        const char  *member,
                        const char  *text)
{
  tb_json_add_text (builder, member, text != NULL && *text != '\0' ? text : NULL);
}

void
tb_table_json_add_day (JsonBuilder *builder,
                       const char  *member,
                       TbDay        day)
{
  g_autofree char *text = day == 0 ? NULL : tb_day_to_string (day);

  tb_table_json_add_text (builder, member, text);
}

void
tb_table_json_add_words (const TbTableJson *writer,
                         const char        *member,
                         const TbText      *text)
{
  g_autofree char *words = tb_text_is_empty (text) ? NULL : tb_text_dup_marked (text, writer->language);

  tb_table_json_add_text (writer->builder, member, words);
}

static char *
dup_spelling (TbPeriod period)
{
  return period.kind == TB_PERIOD_NONE ? NULL : tb_period_to_sdmx (period);
}

void
tb_table_json_add_period (const TbTableJson *writer,
                          const char        *member,
                          TbPeriod           period)
{
  g_autofree char *text = dup_spelling (period);

  tb_table_json_add_text (writer->builder, member, text);
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
add_source (const TbTableJson *writer,
            const TbSource    *source)
{
  json_builder_set_member_name (writer->builder, "source");
  if (source == NULL)
    {
      json_builder_add_null_value (writer->builder);
      return;
    }
  json_builder_begin_object (writer->builder);
  tb_table_json_add_text (writer->builder, "id", source->id);
  tb_table_json_add_words (writer, "publisher", &source->publisher);
  tb_table_json_add_words (writer, "title", &source->title);
  tb_table_json_add_day (writer->builder, "published", source->published);
  tb_table_json_add_text (writer->builder, "url", source->url);
  json_builder_end_object (writer->builder);
}

static void
add_published_change (const TbTableJson        *writer,
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
  tb_json_add_number (builder, "value", tb_decimal_to_double (extra->change.value));
  tb_table_json_add_text (builder, "kind", tb_vocabulary_spelling (&tb_change_kinds, (int) extra->change.kind));
  json_builder_end_object (builder);
}

/* The members of a figure, in the object that is open. */
void
tb_table_json_add_figure (const TbTableJson *writer,
                          TbFigure           figure,
                          const char        *label,
                          const char        *shown)
{
  JsonBuilder *builder = writer->builder;
  TbObservation o;
  TbText none = { 0 };

  tb_series_get (figure.series, figure.row, &o);
  tb_table_json_add_period (writer, "period", o.period);
  tb_table_json_add_day (builder, "period_start", o.period.start);
  tb_table_json_add_day (builder, "period_end", o.period.end);
  tb_table_json_add_text (builder, "label", label);
  tb_json_add_number (builder, "value", o.has_value ? o.figure : NAN);
  tb_json_add_number (builder, "low", tb_observation_get_low (&o));
  tb_json_add_number (builder, "high", tb_observation_get_high (&o));
  tb_table_json_add_text (builder, "unit", tb_series_get_info (figure.series)->unit->id);
  tb_json_add_number (builder, "multiplier", tb_decimal_to_double (o.multiplier));
  tb_table_json_add_text (builder, "kind", tb_vocabulary_spelling (&tb_kinds, (int) o.kind));
  tb_table_json_add_text (builder, "qualifier", tb_vocabulary_spelling (&tb_qualifiers, (int) o.qualifier));
  tb_table_json_add_text (builder, "basis", tb_vocabulary_spelling (&tb_bases, (int) o.basis));
  add_status (builder, o.status);
  add_source (writer, o.source);
  tb_table_json_add_day (builder, "vintage", o.extra != NULL ? o.extra->vintage : 0);
  add_published_change (writer, o.extra);
  tb_table_json_add_words (writer, "note", o.extra != NULL ? &o.extra->note : &none);
  tb_table_json_add_text (builder, "shown", shown);
}
