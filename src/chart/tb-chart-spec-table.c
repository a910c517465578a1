/* The member "table" of specs: how the comparison table of the same figures is set up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-chart-spec-private.h"

#include <glib/gi18n-lib.h>

static const char *const members[] = { "totals", NULL };

gboolean
tb_chart_spec_read_table (JsonObject        *object,
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
         && tb_chart_spec_read_flag (table, "/table", "totals", &fields->table_totals, error);
}

void
tb_chart_spec_write_table (JsonBuilder             *builder,
                           const TbChartSpecFields *fields)
{
  if (!fields->table_totals)
    return;
  json_builder_set_member_name (builder, "table");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "totals");
  json_builder_add_boolean_value (builder, TRUE);
  json_builder_end_object (builder);
}
