/* The steps of a chart spec: what is computed from the figures before they are drawn.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-chart-spec-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* More steps than there are kinds of them say nothing new. */
#define MOST_OPERATIONS TB_N_TRANSFORMS

static const char *const members[] = { "op", "base", "window", "with", "so_far", NULL };

static const char *
get_operation_name (int i)
{
  return tb_transform_get_name ((TbTransformKind) i);
}

static gboolean
read_kind (JsonNode         *node,
           const char       *pointer,
           TbChartOperation *operation,
           GError          **error)
{
  g_autofree char *expected = NULL;

  if (!tb_chart_spec_is_string (node))
    return tb_chart_spec_fail (error, pointer, _("expected a string, found %s"), tb_chart_spec_describe (node));
  if (tb_transform_from_name (json_node_get_string (node), &operation->kind))
    return TRUE;
  expected = tb_chart_spec_list_names (get_operation_name, TB_N_TRANSFORMS);

  return tb_chart_spec_fail (error, pointer, _("“%s” is unknown, expected one of %s"), json_node_get_string (node),
                             expected);
}

static gboolean
read_base (JsonNode         *node,
           const char       *pointer,
           guint16           year_start,
           TbChartOperation *operation,
           GError          **error)
{
  if (!tb_chart_spec_is_string (node))
    return tb_chart_spec_fail (error, pointer, _("expected a string, found %s"), tb_chart_spec_describe (node));

  return tb_chart_spec_parse_period (json_node_get_string (node), pointer, year_start, &operation->base, error);
}

static gboolean
read_window (JsonNode         *node,
             const char       *pointer,
             TbChartOperation *operation,
             GError          **error)
{
  double window;

  if (!JSON_NODE_HOLDS_VALUE (node) || tb_chart_spec_is_string (node)
      || json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return tb_chart_spec_fail (error, pointer, _("expected a number, found %s"), tb_chart_spec_describe (node));
  window = json_node_get_double (node);
  if (!(window >= 2 && window <= TB_MAX_WINDOW) || window > floor (window))
    return tb_chart_spec_fail (error, pointer, _("expected a whole number from %d to %d"), 2, TB_MAX_WINDOW);
  operation->window = (guint) window;

  return TRUE;
}

static gboolean
read_with (JsonNode         *node,
           const char       *pointer,
           TbChartOperation *operation,
           GError          **error)
{
  if (!tb_chart_spec_is_string (node))
    return tb_chart_spec_fail (error, pointer, _("expected a string, found %s"), tb_chart_spec_describe (node));
  operation->with = json_node_dup_string (node);

  return TRUE;
}

static gboolean
read_so_far (JsonNode         *node,
             const char       *pointer,
             TbChartOperation *operation,
             GError          **error)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return tb_chart_spec_fail (error, pointer, _("expected true or false, found %s"), tb_chart_spec_describe (node));
  operation->so_far = json_node_get_boolean (node);

  return TRUE;
}

/* A node of the member, or NULL; @out_pointer is where it stands. */
static JsonNode *
find_member (JsonObject *object,
             const char *pointer,
             const char *name,
             char      **out_pointer)
{
  g_free (*out_pointer);
  *out_pointer = g_strconcat (pointer, "/", name, NULL);

  return json_object_get_member (object, name);
}

static gboolean
read_object (JsonObject       *object,
             const char       *pointer,
             guint16           year_start,
             TbChartOperation *operation,
             GError          **error)
{
  g_autofree char *at = NULL;
  JsonNode *node;

  if (!tb_chart_spec_check_members (object, pointer, members, error))
    return FALSE;
  node = find_member (object, pointer, "op", &at);
  if (node == NULL)
    return tb_chart_spec_fail (error, pointer, _("expected a member \"%s\""), "op");
  if (!read_kind (node, at, operation, error))
    return FALSE;
  node = find_member (object, pointer, "base", &at);
  if (node != NULL && !read_base (node, at, year_start, operation, error))
    return FALSE;
  node = find_member (object, pointer, "window", &at);
  if (node != NULL && !read_window (node, at, operation, error))
    return FALSE;
  node = find_member (object, pointer, "with", &at);
  if (node != NULL && !read_with (node, at, operation, error))
    return FALSE;
  node = find_member (object, pointer, "so_far", &at);

  return node == NULL || read_so_far (node, at, operation, error);
}

/* A step that takes nothing is written as its name alone. */
static gboolean
read_operation (JsonNode         *node,
                const char       *pointer,
                guint16           year_start,
                TbChartOperation *operation,
                GError          **error)
{
  *operation = (TbChartOperation) { .base = TB_PERIOD_UNDATED };
  if (tb_chart_spec_is_string (node))
    {
      if (!read_kind (node, pointer, operation, error))
        return FALSE;
    }
  else if (!JSON_NODE_HOLDS_OBJECT (node))
    return tb_chart_spec_fail (error, pointer, _("expected a string or an object, found %s"),
                               tb_chart_spec_describe (node));
  else if (!read_object (json_node_get_object (node), pointer, year_start, operation, error))
    return FALSE;

  if (operation->kind == TB_TRANSFORM_INDEX && !tb_period_is_dated (operation->base))
    return tb_chart_spec_fail (error, pointer,
                               _("an index needs a base period, {\"op\": \"index\", \"base\": PERIOD}"));

  return TRUE;
}

/**
 * tb_chart_operations_free:
 * @operations: (transfer full) (nullable): steps
 * @n: how many
 *
 * Frees steps with what they own.
 */
void
tb_chart_operations_free (TbChartOperation *operations,
                          gsize             n)
{
  for (gsize i = 0; i < n; i++)
    g_free (operations[i].with);
  g_free (operations);
}

gboolean
tb_chart_spec_read_operations (JsonObject        *object,
                               guint16            year_start,
                               TbChartSpecFields *fields,
                               GError           **error)
{
  JsonNode *node = json_object_get_member (object, "operations");
  JsonArray *array;
  guint n;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return tb_chart_spec_fail (error, "/operations", _("expected an array, found %s"), tb_chart_spec_describe (node));
  array = json_node_get_array (node);
  n = json_array_get_length (array);
  if (n > MOST_OPERATIONS)
    return tb_chart_spec_fail (error, "/operations", _("expected at most %d steps"), MOST_OPERATIONS);

  fields->operations = g_new0 (TbChartOperation, n + 1);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/operations/%u", i);

      fields->n_operations = i + 1;
      if (!read_operation (json_array_get_element (array, i), pointer, year_start, &fields->operations[i], error))
        return FALSE;
    }

  return TRUE;
}

static void
write_operation (JsonBuilder            *builder,
                 const TbChartOperation *operation)
{
  const char *name = tb_transform_get_name (operation->kind);

  if (!tb_period_is_dated (operation->base) && operation->window == 0 && operation->with == NULL && !operation->so_far)
    {
      json_builder_add_string_value (builder, name);
      return;
    }
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "op");
  json_builder_add_string_value (builder, name);
  if (tb_period_is_dated (operation->base))
    {
      g_autofree char *base = tb_period_to_sdmx (operation->base);

      json_builder_set_member_name (builder, "base");
      json_builder_add_string_value (builder, base);
    }
  if (operation->window != 0)
    {
      json_builder_set_member_name (builder, "window");
      json_builder_add_int_value (builder, operation->window);
    }
  if (operation->with != NULL)
    {
      json_builder_set_member_name (builder, "with");
      json_builder_add_string_value (builder, operation->with);
    }
  if (operation->so_far)
    {
      json_builder_set_member_name (builder, "so_far");
      json_builder_add_boolean_value (builder, TRUE);
    }
  json_builder_end_object (builder);
}

void
tb_chart_spec_write_operations (JsonBuilder             *builder,
                                const TbChartSpecFields *fields)
{
  if (fields->n_operations == 0)
    return;
  json_builder_set_member_name (builder, "operations");
  json_builder_begin_array (builder);
  for (gsize i = 0; i < fields->n_operations; i++)
    write_operation (builder, &fields->operations[i]);
  json_builder_end_array (builder);
}
