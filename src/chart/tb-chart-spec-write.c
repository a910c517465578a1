/* Writes chart specs as JSON: data/schemas/chart-1.schema.json.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-spec-private.h"
#include "tb-vocabulary.h"

static void
take_year_start (TbPeriod period,
                 guint16 *year_start)
{
  if (*year_start == TB_CALENDAR_YEAR && tb_period_is_dated (period) && period.year_start != 0)
    *year_start = period.year_start;
}

/* The reporting year of any period that is spelled by one; those of the calendar
 * are read alike in all. */
static guint16
find_year_start (const TbChartSpecFields *fields)
{
  const TbPeriod periods[] = { fields->from, fields->to, fields->base, fields->current };
  guint16 year_start = TB_CALENDAR_YEAR;

  for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
    take_year_start (periods[i], &year_start);
  for (gsize i = 0; i < fields->n_operations; i++)
    take_year_start (fields->operations[i].base, &year_start);
  for (gsize i = 0; i < fields->n_decorations; i++)
    {
      const TbDecoration *decoration = &fields->decorations[i];

      if (decoration->from.role == TB_ATTACH_PERIOD)
        take_year_start (decoration->from.period, &year_start);
      if (decoration->to.role == TB_ATTACH_PERIOD)
        take_year_start (decoration->to.period, &year_start);
    }
  for (gsize i = 0; i < fields->n_table_pairs; i++)
    {
      take_year_start (fields->table_pairs[i].base, &year_start);
      take_year_start (fields->table_pairs[i].current, &year_start);
    }

  return year_start;
}

static void
write_day (JsonBuilder *builder,
           const char  *name,
           TbDay        day)
{
  g_autofree char *text = day != 0 ? tb_day_to_string (day) : NULL;

  tb_chart_spec_write_string (builder, name, text);
}

static void
write_selection (JsonBuilder             *builder,
                 const TbChartSpecFields *fields)
{
  guint16 year_start = find_year_start (fields);

  tb_chart_spec_write_strings (builder, "indicators", (const char *const *) fields->indicators);
  tb_chart_spec_write_string (builder, "place", fields->place);
  tb_chart_spec_write_period (builder, "from", fields->from);
  tb_chart_spec_write_period (builder, "to", fields->to);
  tb_chart_spec_write_period (builder, "base", fields->base);
  tb_chart_spec_write_period (builder, "current", fields->current);
  if (year_start != TB_CALENDAR_YEAR)
    {
      g_autofree char *day = g_strdup_printf ("%02d-%02d", year_start / 100, year_start % 100);

      tb_chart_spec_write_string (builder, "reporting_year_start", day);
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
  write_day (builder, "as_of", fields->as_of);
  write_day (builder, "as_known", fields->known);
  tb_chart_spec_write_strings (builder, "hidden", (const char *const *) fields->hidden);
}

static void
write_theme (JsonBuilder        *builder,
             const TbHouseStyle *house)
{
  g_autoptr (JsonNode) theme = house != NULL ? json_from_string (tb_house_style_get_json (house), NULL) : NULL;

  if (theme == NULL)
    return;
  json_builder_set_member_name (builder, "theme");
  json_builder_add_value (builder, g_steal_pointer (&theme));
}

/* What is not set is left out. */
static void
write_flag (JsonBuilder *builder,
            const char  *name,
            gboolean     flag)
{
  if (!flag)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, TRUE);
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
  tb_chart_spec_write_string (builder, "tongbi", TB_CHART_SPEC_FORMAT);
  tb_chart_spec_write_string (builder, "type", tb_chart_type_get_name (fields->type));
  write_selection (builder, fields);
  tb_chart_spec_write_operations (builder, fields);
  if (fields->order != TB_CHART_ORDER_USUAL)
    tb_chart_spec_write_string (builder, "order", tb_chart_order_get_name (fields->order));
  write_flag (builder, "own_scales", fields->own_scales);
  tb_chart_spec_write_decorations (builder, fields);
  tb_chart_spec_write_string (builder, "language", tb_language_get_code (fields->language));
  tb_chart_spec_write_string (builder, "style", tb_style_get_name (fields->style));
  write_theme (builder, fields->house);
  write_flag (builder, "transparent", fields->transparent);
  tb_chart_spec_write_number (builder, "width", fields->width);
  tb_chart_spec_write_number (builder, "height", fields->height);
  tb_chart_spec_write_string (builder, "title", fields->title);
  tb_chart_spec_write_string (builder, "subtitle", fields->subtitle);
  tb_chart_spec_write_string (builder, "note", fields->note);
  tb_chart_spec_write_string (builder, "source", fields->source);
  tb_chart_spec_write_string (builder, "description", fields->description);
  json_builder_set_member_name (builder, "values");
  json_builder_add_boolean_value (builder, fields->show_values);
  if (fields->decimals >= 0)
    {
      json_builder_set_member_name (builder, "decimals");
      json_builder_add_int_value (builder, fields->decimals);
    }
  tb_chart_spec_write_table (builder, fields);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);

  return g_strconcat (text, "\n", NULL);
}
