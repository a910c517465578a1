/* Reads members of a spec's JSON, and says of a wrong one where it stands and what was expected.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-chart-spec-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

gboolean
tb_chart_spec_fail (GError    **error,
                    const char *pointer,
                    const char *format,
                    ...)
{
  va_list arguments;
  g_autofree char *what = NULL;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, TB_CHART_ERROR, TB_CHART_ERROR_SPEC, "%s: %s", pointer[0] == '\0' ? "/" : pointer, what);

  return FALSE;
}

/* What a member is, in words. */
const char *
tb_chart_spec_describe (JsonNode *node)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      return _("an object");
    case JSON_NODE_ARRAY:
      return _("an array");
    case JSON_NODE_NULL:
      return _("null");
    case JSON_NODE_VALUE:
    default:
      if (json_node_get_value_type (node) == G_TYPE_STRING)
        return _("a string");
      if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
        return _("true or false");
      return _("a number");
    }
}

gboolean
tb_chart_spec_is_string (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

gboolean
tb_chart_spec_read_string (JsonObject *object,
                           const char *parent,
                           const char *name,
                           char      **out_text,
                           GError    **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL)
    return TRUE;
  if (!tb_chart_spec_is_string (node))
    {
      g_autofree char *pointer = g_strconcat (parent, "/", name, NULL);

      /* Translators: %s is what was found, such as "a number" */
      return tb_chart_spec_fail (error, pointer, _("expected a string, found %s"), tb_chart_spec_describe (node));
    }
  *out_text = json_node_dup_string (node);

  return TRUE;
}

gboolean
tb_chart_spec_read_strings (JsonObject *object,
                            const char *name,
                            char     ***out_texts,
                            GError    **error)
{
  JsonNode *node = json_object_get_member (object, name);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *pointer = g_strconcat ("/", name, NULL);
  JsonArray *array;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return tb_chart_spec_fail (error, pointer, _("expected an array of strings, found %s"),
                               tb_chart_spec_describe (node));
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      g_autofree char *of_element = g_strdup_printf ("%s/%u", pointer, i);

      if (!tb_chart_spec_is_string (element))
        return tb_chart_spec_fail (error, of_element, _("expected a string, found %s"),
                                   tb_chart_spec_describe (element));
      g_strv_builder_add (builder, json_node_get_string (element));
    }
  *out_texts = g_strv_builder_end (builder);

  return TRUE;
}

gboolean
tb_chart_spec_read_flag (JsonObject *object,
                         const char *parent,
                         const char *name,
                         gboolean   *out_flag,
                         GError    **error)
{
  JsonNode *node = json_object_get_member (object, name);
  g_autofree char *pointer = g_strconcat (parent, "/", name, NULL);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return tb_chart_spec_fail (error, pointer, _("expected true or false, found %s"), tb_chart_spec_describe (node));
  *out_flag = json_node_get_boolean (node);

  return TRUE;
}

gboolean
tb_chart_spec_read_number (JsonObject *object,
                           const char *parent,
                           const char *name,
                           double     *out_number,
                           GError    **error)
{
  JsonNode *node = json_object_get_member (object, name);
  g_autofree char *pointer = g_strconcat (parent, "/", name, NULL);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || tb_chart_spec_is_string (node)
      || json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return tb_chart_spec_fail (error, pointer, _("expected a number, found %s"), tb_chart_spec_describe (node));
  *out_number = json_node_get_double (node);

  return TRUE;
}

char *
tb_chart_spec_list_names (const char *(*get_name) (int i),
                          int           n)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < n; i++)
    g_string_append_printf (text, "%s\"%s\"", i > 0 ? ", " : "", get_name (i));

  return g_string_free_and_steal (text);
}

gboolean
tb_chart_spec_read_name (JsonObject *object,
                         const char *parent,
                         const char *name,
                         const char *(*get_name) (int i),
                         int         n,
                         int        *out_value,
                         GError    **error)
{
  g_autofree char *text = NULL;
  g_autofree char *pointer = g_strconcat (parent, "/", name, NULL);
  g_autofree char *expected = NULL;

  if (!tb_chart_spec_read_string (object, parent, name, &text, error))
    return FALSE;
  if (text == NULL)
    return TRUE;
  for (int i = 0; i < n; i++)
    if (strcmp (get_name (i), text) == 0)
      {
        *out_value = i;
        return TRUE;
      }
  expected = tb_chart_spec_list_names (get_name, n);

  /* Translators: the first %s is what was found, the second a list of what is allowed */
  return tb_chart_spec_fail (error, pointer, _("“%s” is unknown, expected one of %s"), text, expected);
}

gboolean
tb_chart_spec_read_day (JsonObject *object,
                        const char *name,
                        TbDay      *out_day,
                        GError    **error)
{
  g_autofree char *text = NULL;
  g_autofree char *pointer = g_strconcat ("/", name, NULL);

  if (!tb_chart_spec_read_string (object, "", name, &text, error))
    return FALSE;
  if (text != NULL && !tb_day_parse (text, out_day))
    return tb_chart_spec_fail (error, pointer, _("“%s” is no day, expected YYYY-MM-DD"), text);

  return TRUE;
}

gboolean
tb_chart_spec_parse_period (const char *text,
                            const char *pointer,
                            guint16     year_start,
                            TbPeriod   *out_period,
                            GError    **error)
{
  g_autoptr (GError) reason = NULL;

  if (!tb_period_parse (text, year_start, out_period, &reason))
    return tb_chart_spec_fail (error, pointer, "%s", reason->message);
  if (!tb_period_is_dated (*out_period))
    return tb_chart_spec_fail (error, pointer, _("“%s” is no period that can be placed in time"), text);

  return TRUE;
}

gboolean
tb_chart_spec_read_period (JsonObject *object,
                           const char *name,
                           guint16     year_start,
                           TbPeriod   *out_period,
                           GError    **error)
{
  g_autofree char *text = NULL;
  g_autofree char *pointer = g_strconcat ("/", name, NULL);

  if (!tb_chart_spec_read_string (object, "", name, &text, error))
    return FALSE;

  return text == NULL || tb_chart_spec_parse_period (text, pointer, year_start, out_period, error);
}

gboolean
tb_chart_spec_check_members (JsonObject        *object,
                             const char        *parent,
                             const char *const *members,
                             GError           **error)
{
  g_autoptr (GList) names = json_object_get_members (object);

  for (const GList *item = names; item != NULL; item = item->next)
    {
      g_autofree char *pointer = NULL;
      g_autofree char *expected = NULL;

      if (g_strv_contains (members, item->data))
        continue;
      pointer = g_strconcat (parent, "/", item->data, NULL);
      expected = g_strjoinv (", ", (char **) members);

      return tb_chart_spec_fail (error, pointer, _("unknown member, expected one of %s"), expected);
    }

  return TRUE;
}

void
tb_chart_spec_write_string (JsonBuilder *builder,
                            const char  *name,
                            const char  *text)
{
  if (text == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

void
tb_chart_spec_write_strings (JsonBuilder       *builder,
                             const char        *name,
                             const char *const *texts)
{
  if (texts == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (gsize i = 0; texts[i] != NULL; i++)
    json_builder_add_string_value (builder, texts[i]);
  json_builder_end_array (builder);
}

void
tb_chart_spec_write_period (JsonBuilder *builder,
                            const char  *name,
                            TbPeriod     period)
{
  g_autofree char *text = NULL;

  if (!tb_period_is_dated (period))
    return;
  text = tb_period_to_sdmx (period);
  tb_chart_spec_write_string (builder, name, text);
}

void
tb_chart_spec_write_number (JsonBuilder *builder,
                            const char  *name,
                            double       number)
{
  json_builder_set_member_name (builder, name);
  if (fabs (number) > 1e15 || fabs (number - trunc (number)) > 0)
    json_builder_add_double_value (builder, number);
  else
    json_builder_add_int_value (builder, (gint64) number);
}
