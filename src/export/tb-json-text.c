/* JSON text of a tree, with each number in its shortest form.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-json-text.h"

#include "tb-number-format.h"

static void append_node (GString  *text,
                         JsonNode *node,
                         guint     depth);

static void
append_line_start (GString *text,
                   guint    depth)
{
  g_string_append_c (text, '\n');
  for (guint i = 0; i < depth; i++)
    g_string_append (text, "  ");
}

static void
append_string (GString    *text,
               const char *raw)
{
  g_string_append_c (text, '"');
  for (const char *p = raw; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (text, "\\%c", *p);
      else if (*p == '\n')
        g_string_append (text, "\\n");
      else if ((guchar) *p < 0x20 || *p == 0x7f)
        g_string_append_printf (text, "\\u%04x", (guint) *p);
      else
        g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

static void
append_value (GString  *text,
              JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    append_string (text, json_node_get_string (node));
  else if (type == G_TYPE_DOUBLE)
    {
      g_autofree char *number = tb_number_to_shortest (json_node_get_double (node));

      g_string_append (text, number);
    }
  else if (type == G_TYPE_INT64)
    g_string_append_printf (text, "%" G_GINT64_FORMAT, json_node_get_int (node));
  else
    g_string_append (text, json_node_get_boolean (node) ? "true" : "false");
}

static void
append_array (GString   *text,
              JsonArray *array,
              guint      depth)
{
  guint n = json_array_get_length (array);
  gboolean flat = TRUE;

  /* Short lists of words stay on one line. */
  for (guint i = 0; i < n; i++)
    flat = flat && JSON_NODE_HOLDS_VALUE (json_array_get_element (array, i));

  g_string_append_c (text, '[');
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (text, flat ? ", " : ",");
      if (!flat)
        append_line_start (text, depth + 1);
      append_node (text, json_array_get_element (array, i), depth + 1);
    }
  if (!flat)
    append_line_start (text, depth);
  g_string_append_c (text, ']');
}

static void
append_object (GString    *text,
               JsonObject *object,
               guint       depth)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;
  gboolean first = TRUE;

  g_string_append_c (text, '{');
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      g_string_append (text, first ? "" : ",");
      append_line_start (text, depth + 1);
      append_string (text, name);
      g_string_append (text, ": ");
      append_node (text, node, depth + 1);
      first = FALSE;
    }
  if (!first)
    append_line_start (text, depth);
  g_string_append_c (text, '}');
}

static void
append_node (GString  *text,
             JsonNode *node,
             guint     depth)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      append_object (text, json_node_get_object (node), depth);
      break;
    case JSON_NODE_ARRAY:
      append_array (text, json_node_get_array (node), depth);
      break;
    case JSON_NODE_VALUE:
      append_value (text, node);
      break;
    case JSON_NODE_NULL:
      g_string_append (text, "null");
      break;
    }
}

/**
 * tb_json_to_text:
 * @root: a tree of our own making: what follows is recursive
 *
 * Thread: any.
 *
 * Returns: (transfer full): its text, with a final newline
 */
char *
tb_json_to_text (JsonNode *root)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_node (text, root, 0);
  g_string_append_c (text, '\n');

  return g_string_free_and_steal (g_steal_pointer (&text));
}
