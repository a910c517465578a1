/* The member "table" of specs: how the comparison table of the same figures is set up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-chart-spec-private.h"

#include <glib/gi18n-lib.h>

static const char *const members[] = { "totals", "pairs", NULL };
static const char *const pair_members[] = { "base", "current", NULL };

static gboolean
read_period (JsonObject *object,
             const char *parent,
             const char *name,
             guint16     year_start,
             TbPeriod   *out_period,
             GError    **error)
{
  g_autofree char *pointer = g_strconcat (parent, "/", name, NULL);
  g_autofree char *text = NULL;

  if (!tb_chart_spec_read_string (object, parent, name, &text, error))
    return FALSE;
  if (text == NULL)
    return tb_chart_spec_fail (error, parent, _("expected a member \"%s\""), name);

  return tb_chart_spec_parse_period (text, pointer, year_start, out_period, error);
}

static gboolean
read_pair (JsonNode      *node,
           const char    *pointer,
           guint16        year_start,
           TbComparePair *out_pair,
           GError       **error)
{
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return tb_chart_spec_fail (error, pointer, _("expected an object, found %s"), tb_chart_spec_describe (node));
  object = json_node_get_object (node);

  return tb_chart_spec_check_members (object, pointer, pair_members, error)
         && read_period (object, pointer, "base", year_start, &out_pair->base, error)
         && read_period (object, pointer, "current", year_start, &out_pair->current, error);
}

/* Columns of the same two periods twice would be one band of four. */
static gboolean
check_new (const TbChartSpecFields *fields,
           const char              *pointer,
           GError                 **error)
{
  const TbComparePair *last = &fields->table_pairs[fields->n_table_pairs - 1];

  for (const TbComparePair *pair = fields->table_pairs; pair < last; pair++)
    if (tb_compare_pair_equal (*pair, *last))
      return tb_chart_spec_fail (error, pointer, _("this pair of periods is given twice"));

  return TRUE;
}

static gboolean
read_pairs (JsonObject        *table,
            guint16            year_start,
            TbChartSpecFields *fields,
            GError           **error)
{
  JsonNode *node = json_object_get_member (table, "pairs");
  JsonArray *array;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return tb_chart_spec_fail (error, "/table/pairs", _("expected an array, found %s"), tb_chart_spec_describe (node));
  array = json_node_get_array (node);
  if (json_array_get_length (array) > TB_CHART_MOST_PAIRS)
    return tb_chart_spec_fail (error, "/table/pairs", _("expected at most %d pairs of periods"), TB_CHART_MOST_PAIRS);
  fields->table_pairs = g_new0 (TbComparePair, json_array_get_length (array) + 1);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/table/pairs/%u", i);

      if (!read_pair (json_array_get_element (array, i), pointer, year_start,
                      &fields->table_pairs[fields->n_table_pairs++], error)
          || !check_new (fields, pointer, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
tb_chart_spec_read_table (JsonObject        *object,
                          guint16            year_start,
                          TbChartSpecFields *fields,
                          GError           **error)
{
  JsonNode *node = json_object_get_member (object, "table");
  JsonObject *table;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return tb_chart_spec_fail (error, "/table", _("expected an object, found %s"), tb_chart_spec_describe (node));
  table = json_node_get_object (node);

  return tb_chart_spec_check_members (table, "/table", members, error)
         && tb_chart_spec_read_flag (table, "/table", "totals", &fields->table_totals, error)
         && read_pairs (table, year_start, fields, error);
}

static void
write_pairs (JsonBuilder             *builder,
             const TbChartSpecFields *fields)
{
  if (fields->n_table_pairs == 0)
    return;
  json_builder_set_member_name (builder, "pairs");
  json_builder_begin_array (builder);
  for (gsize i = 0; i < fields->n_table_pairs; i++)
    {
      json_builder_begin_object (builder);
      tb_chart_spec_write_period (builder, "base", fields->table_pairs[i].base);
      tb_chart_spec_write_period (builder, "current", fields->table_pairs[i].current);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

void
tb_chart_spec_write_table (JsonBuilder             *builder,
                           const TbChartSpecFields *fields)
{
  if (!fields->table_totals && fields->n_table_pairs == 0)
    return;
  json_builder_set_member_name (builder, "table");
  json_builder_begin_object (builder);
  if (fields->table_totals)
    {
      json_builder_set_member_name (builder, "totals");
      json_builder_add_boolean_value (builder, TRUE);
    }
  write_pairs (builder, fields);
  json_builder_end_object (builder);
}
