/* Writes chart specs as JSON: data/schemas/chart-1.schema.json.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-spec-private.h"
#include "tb-vocabulary.h"

#include <math.h>

#define FORMAT "chart/1"

static void
write_string (JsonBuilder *builder,
              const char  *name,
              const char  *text)
{
  if (text == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
write_period (JsonBuilder *builder,
              const char  *name,
              TbPeriod     period)
{
  g_autofree char *text = NULL;

  if (!tb_period_is_dated (period))
    return;
  text = tb_period_to_sdmx (period);
  write_string (builder, name, text);
}

static void
write_side (JsonBuilder *builder,
            const char  *name,
            double       side)
{
  json_builder_set_member_name (builder, name);
  if (fabs (side - floor (side)) > 0)
    json_builder_add_double_value (builder, side);
  else
    json_builder_add_int_value (builder, (gint64) side);
}

/* The reporting year of any period that is spelled by one; those of the calendar
 * are read alike in all. */
static guint16
find_year_start (const TbChartSpecFields *fields)
{
  if (tb_period_is_dated (fields->from) && fields->from.year_start != TB_CALENDAR_YEAR)
    return fields->from.year_start;
  if (tb_period_is_dated (fields->to) && fields->to.year_start != TB_CALENDAR_YEAR)
    return fields->to.year_start;
  for (gsize i = 0; i < fields->n_operations; i++)
    if (tb_period_is_dated (fields->operations[i].base) && fields->operations[i].base.year_start != TB_CALENDAR_YEAR)
      return fields->operations[i].base.year_start;

  return TB_CALENDAR_YEAR;
}

static void
write_selection (JsonBuilder             *builder,
                 const TbChartSpecFields *fields)
{
  guint16 year_start = find_year_start (fields);

  if (fields->indicators != NULL)
    {
      json_builder_set_member_name (builder, "indicators");
      json_builder_begin_array (builder);
      for (gsize i = 0; fields->indicators[i] != NULL; i++)
        json_builder_add_string_value (builder, fields->indicators[i]);
      json_builder_end_array (builder);
    }
  write_string (builder, "place", fields->place);
  write_period (builder, "from", fields->from);
  write_period (builder, "to", fields->to);
  if (year_start != TB_CALENDAR_YEAR && year_start != 0)
    {
      g_autofree char *day = g_strdup_printf ("%02d-%02d", year_start / 100, year_start % 100);

      write_string (builder, "reporting_year_start", day);
    }
  if (fields->kinds != 0)
    {
      json_builder_set_member_name (builder, "kinds");
      json_builder_begin_array (builder);
      for (int kind = 0; kind < tb_kinds.n; kind++)
        if ((fields->kinds & 1u << kind) != 0)
          json_builder_add_string_value (builder, tb_vocabulary_spelling (&tb_kinds, kind));
      json_builder_end_array (builder);
    }
}

/**
 * tb_chart_spec_to_json:
 * @self: a spec
 *
 * Writes a spec so that tb_chart_spec_from_json() reads the same again. The same
 * spec always gives the same bytes. Thread: any.
 *
 * Returns: (transfer full): the document, indented, with a final newline
 */
char *
tb_chart_spec_to_json (const TbChartSpec *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  const TbChartSpecFields *fields = tb_chart_spec_get (self);

  json_builder_begin_object (builder);
  write_string (builder, "tongbi", FORMAT);
  write_string (builder, "type", tb_chart_type_get_name (fields->type));
  write_selection (builder, fields);
  tb_chart_spec_write_operations (builder, fields);
  write_string (builder, "language", tb_language_get_code (fields->language));
  write_string (builder, "style", tb_style_get_name (fields->style));
  write_side (builder, "width", fields->width);
  write_side (builder, "height", fields->height);
  write_string (builder, "title", fields->title);
  write_string (builder, "subtitle", fields->subtitle);
  write_string (builder, "note", fields->note);
  write_string (builder, "source", fields->source);
  write_string (builder, "description", fields->description);
  json_builder_set_member_name (builder, "values");
  json_builder_add_boolean_value (builder, fields->show_values);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);

  return g_strconcat (text, "\n", NULL);
}
