/* Reads chart specs from JSON: data/schemas/chart-1.schema.json.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-chart-spec-private.h"
#include "tb-vocabulary.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FORMAT "chart/1"

/* A page is at least a sparkline in a table and at most what an image may be. */
#define LEAST_SIDE 8.0
#define LARGEST_SIDE 32767.0

static const char *const members[] = { "tongbi",  "type",  "indicators", "place",    "from",   "to",    "reporting_year_start",
                                       "kinds",   "operations", "language", "style",   "width",    "height", "title", "subtitle",
                                       "note",    "source", "description", "values", NULL };

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

/* Reads a string, or leaves @out_text where there is none. */
static gboolean
read_string (JsonObject *object,
             const char *name,
             char      **out_text,
             GError    **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL)
    return TRUE;
  if (!tb_chart_spec_is_string (node))
    {
      g_autofree char *pointer = g_strconcat ("/", name, NULL);

      /* Translators: %s is what was found, such as "a number" */
      return tb_chart_spec_fail (error, pointer, _("expected a string, found %s"), tb_chart_spec_describe (node));
    }
  *out_text = json_node_dup_string (node);

  return TRUE;
}

static char *
list_names (const char *(*get_name) (int i),
            int           n)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < n; i++)
    g_string_append_printf (text, "%s\"%s\"", i > 0 ? ", " : "", get_name (i));

  return g_string_free_and_steal (text);
}

static const char *
get_type_name (int i)
{
  return tb_chart_type_get_name ((TbChartType) i);
}

static const char *
get_style_name (int i)
{
  return tb_style_get_name ((TbStyle) i);
}

static const char *
get_language_name (int i)
{
  return tb_language_get_code ((TbLanguage) i);
}

static const char *
get_kind_name (int i)
{
  return tb_vocabulary_spelling (&tb_kinds, i);
}

/* Reads one of a list of names. */
static gboolean
read_name (JsonObject *object,
           const char *name,
           const char *(*get_name) (int i),
           int         n,
           int        *out_value,
           GError    **error)
{
  g_autofree char *text = NULL;
  g_autofree char *pointer = g_strconcat ("/", name, NULL);
  g_autofree char *expected = NULL;

  if (!read_string (object, name, &text, error))
    return FALSE;
  if (text == NULL)
    return TRUE;
  for (int i = 0; i < n; i++)
    if (strcmp (get_name (i), text) == 0)
      {
        *out_value = i;
        return TRUE;
      }
  expected = list_names (get_name, n);

  /* Translators: the first %s is what was found, the second a list of what is allowed */
  return tb_chart_spec_fail (error, pointer, _("“%s” is unknown, expected one of %s"), text, expected);
}

static gboolean
read_indicators (JsonObject *object,
                 char     ***out_indicators,
                 GError    **error)
{
  JsonNode *node = json_object_get_member (object, "indicators");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return tb_chart_spec_fail (error, "/indicators", _("expected an array of strings, found %s"), tb_chart_spec_describe (node));
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      g_autofree char *pointer = g_strdup_printf ("/indicators/%u", i);

      if (!tb_chart_spec_is_string (element))
        return tb_chart_spec_fail (error, pointer, _("expected a string, found %s"), tb_chart_spec_describe (element));
      g_strv_builder_add (builder, json_node_get_string (element));
    }
  *out_indicators = g_strv_builder_end (builder);

  return TRUE;
}

static gboolean
read_kinds (JsonObject *object,
            guint      *out_kinds,
            GError    **error)
{
  JsonNode *node = json_object_get_member (object, "kinds");
  JsonArray *array;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return tb_chart_spec_fail (error, "/kinds", _("expected an array of strings, found %s"), tb_chart_spec_describe (node));
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      g_autofree char *pointer = g_strdup_printf ("/kinds/%u", i);
      int kind;

      if (!tb_chart_spec_is_string (element))
        return tb_chart_spec_fail (error, pointer, _("expected a string, found %s"), tb_chart_spec_describe (element));
      kind = tb_vocabulary_find (&tb_kinds, json_node_get_string (element));
      if (kind < 0)
        {
          g_autofree char *expected = list_names (get_kind_name, tb_kinds.n);

          return tb_chart_spec_fail (error, pointer, _("“%s” is unknown, expected one of %s"), json_node_get_string (element), expected);
        }
      *out_kinds |= 1u << kind;
    }

  return TRUE;
}

static gboolean
read_side (JsonObject *object,
           const char *name,
           double     *out_side,
           GError    **error)
{
  JsonNode *node = json_object_get_member (object, name);
  g_autofree char *pointer = g_strconcat ("/", name, NULL);
  double side;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || tb_chart_spec_is_string (node) || json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return tb_chart_spec_fail (error, pointer, _("expected a number, found %s"), tb_chart_spec_describe (node));
  side = json_node_get_double (node);
  if (!(side >= LEAST_SIDE && side <= LARGEST_SIDE))
    return tb_chart_spec_fail (error, pointer, _("expected a number from %g to %g"), LEAST_SIDE, LARGEST_SIDE);
  *out_side = side;

  return TRUE;
}

static gboolean
read_year_start (JsonObject *object,
                 guint16    *out_year_start,
                 GError    **error)
{
  g_autofree char *text = NULL;
  int month;
  int day;

  if (!read_string (object, "reporting_year_start", &text, error))
    return FALSE;
  if (text == NULL)
    return TRUE;
  if (!(strlen (text) == 5 && g_ascii_isdigit (text[0]) && g_ascii_isdigit (text[1]) && text[2] == '-' &&
        g_ascii_isdigit (text[3]) && g_ascii_isdigit (text[4])))
    return tb_chart_spec_fail (error, "/reporting_year_start", _("“%s” is no day of the year, expected MM-DD"), text);
  month = (text[0] - '0') * 10 + text[1] - '0';
  day = (text[3] - '0') * 10 + text[4] - '0';
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, 2001))
    return tb_chart_spec_fail (error, "/reporting_year_start", _("“%s” is no day of the year, expected MM-DD"), text);
  *out_year_start = (guint16) (month * 100 + day);

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

static gboolean
read_period (JsonObject *object,
             const char *name,
             guint16     year_start,
             TbPeriod   *out_period,
             GError    **error)
{
  g_autofree char *text = NULL;
  g_autofree char *pointer = g_strconcat ("/", name, NULL);

  if (!read_string (object, name, &text, error))
    return FALSE;

  return text == NULL || tb_chart_spec_parse_period (text, pointer, year_start, out_period, error);
}

static gboolean
check_members (JsonObject *object,
               GError    **error)
{
  g_autoptr (GList) names = json_object_get_members (object);

  for (const GList *item = names; item != NULL; item = item->next)
    {
      gboolean known = FALSE;

      for (gsize i = 0; members[i] != NULL && !known; i++)
        known = strcmp (members[i], item->data) == 0;
      if (!known)
        {
          g_autofree char *pointer = g_strconcat ("/", item->data, NULL);
          g_autofree char *expected = g_strjoinv (", ", (char **) members);

          return tb_chart_spec_fail (error, pointer, _("unknown member, expected one of %s"), expected);
        }
    }

  return TRUE;
}

static gboolean
read_fields (JsonObject        *object,
             TbChartSpecFields *fields,
             GError           **error)
{
  JsonNode *values = json_object_get_member (object, "values");
  g_autofree char *format = NULL;
  guint16 year_start = TB_CALENDAR_YEAR;
  int type = (int) fields->type;
  int language = (int) fields->language;
  int style = (int) fields->style;

  if (!check_members (object, error) || !read_string (object, "tongbi", &format, error))
    return FALSE;
  if (format == NULL || strcmp (format, FORMAT) != 0)
    return tb_chart_spec_fail (error, "/tongbi", _("expected \"%s\""), FORMAT);
  if (!read_name (object, "type", get_type_name, TB_N_CHART_TYPES, &type, error) ||
      !read_indicators (object, &fields->indicators, error) || !read_string (object, "place", &fields->place, error) ||
      !read_year_start (object, &year_start, error) || !read_period (object, "from", year_start, &fields->from, error) ||
      !read_period (object, "to", year_start, &fields->to, error) || !read_kinds (object, &fields->kinds, error) ||
      !tb_chart_spec_read_operations (object, year_start, fields, error) ||
      !read_name (object, "language", get_language_name, TB_N_LANGUAGES, &language, error) ||
      !read_name (object, "style", get_style_name, TB_STYLE_HIGH_CONTRAST_DARK + 1, &style, error) ||
      !read_side (object, "width", &fields->width, error) || !read_side (object, "height", &fields->height, error) ||
      !read_string (object, "title", &fields->title, error) || !read_string (object, "subtitle", &fields->subtitle, error) ||
      !read_string (object, "note", &fields->note, error) || !read_string (object, "source", &fields->source, error) ||
      !read_string (object, "description", &fields->description, error))
    return FALSE;
  if (values != NULL && (!JSON_NODE_HOLDS_VALUE (values) || json_node_get_value_type (values) != G_TYPE_BOOLEAN))
    return tb_chart_spec_fail (error, "/values", _("expected true or false, found %s"), tb_chart_spec_describe (values));
  if (values != NULL)
    fields->show_values = json_node_get_boolean (values);
  fields->type = (TbChartType) type;
  fields->language = (TbLanguage) language;
  fields->style = (TbStyle) style;

  return TRUE;
}

/* TEXT periods are refused above, so that the periods own nothing. */
static void
clear_fields (TbChartSpecFields *fields)
{
  g_strfreev (fields->indicators);
  g_free (fields->place);
  tb_chart_operations_free (fields->operations, fields->n_operations);
  g_free (fields->title);
  g_free (fields->subtitle);
  g_free (fields->note);
  g_free (fields->source);
  g_free (fields->description);
}

/**
 * tb_chart_spec_from_json:
 * @text: a document after data/schemas/chart-1.schema.json
 * @length: its length in bytes, −1 where it ends in NUL
 * @error: return location for an error
 *
 * Reads a spec. Members that are not there have the values of
 * `TB_CHART_SPEC_INIT`; unknown ones are refused, because a misspelt one would
 * else be lost in silence.
 *
 * Errors: %TB_CHART_ERROR_SPEC: JSON pointer, what is wrong, what was expected.
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): the spec
 */
TbChartSpec *
tb_chart_spec_from_json (const char *text,
                         gssize      length,
                         GError    **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) reason = NULL;
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;
  TbChartSpec *spec = NULL;
  JsonNode *root;

  json_parser_set_strict (parser, TRUE);
  if (!g_utf8_validate (text, length, NULL))
    {
      tb_chart_spec_fail (error, "", _("the text is not UTF-8"));
      return NULL;
    }
  if (!json_parser_load_from_data (parser, text, length, &reason))
    {
      tb_chart_spec_fail (error, "", "%s", reason->message);
      return NULL;
    }
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      tb_chart_spec_fail (error, "", _("expected an object with \"tongbi\": \"%s\""), FORMAT);
      return NULL;
    }
  if (read_fields (json_node_get_object (root), &fields, error))
    spec = tb_chart_spec_new (&fields);
  clear_fields (&fields);

  return spec;
}
