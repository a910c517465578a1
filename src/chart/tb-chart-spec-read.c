/* Reads chart specs from JSON: data/schemas/chart-1.schema.json.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-chart-refused.h"
#include "tb-chart-spec-private.h"
#include "tb-house-style-private.h"
#include "tb-vocabulary.h"
#include "tb-work.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>


/* A page is at least a sparkline in a table and at most what an image may be. */
#define LEAST_SIDE 8.0
#define LARGEST_SIDE 32767.0

static const char *const members[] = { "tongbi", "type", "indicators", "place", "from", "to", "reporting_year_start",
                                       "base", "current", "kinds", "as_of", "as_known", "operations", "order",
                                       "own_scales", "hidden", "decorations", "language", "style", "theme",
                                       "transparent", "width", "height",
                                       "title", "subtitle", "note", "source", "description", "values", "decimals",
                                       "table",
                                       /* of saved work: tb-work.h */
                                       "data", "view", NULL };

static const char *
get_type_name (int i)
{
  return tb_chart_type_get_name ((TbChartType) i);
}

static const char *
get_order_name (int i)
{
  return tb_chart_order_get_name ((TbChartOrder) i);
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
    return tb_chart_spec_fail (error, "/kinds", _("expected an array of strings, found %s"),
                               tb_chart_spec_describe (node));
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
          g_autofree char *expected = tb_chart_spec_list_names (get_kind_name, tb_kinds.n);

          return tb_chart_spec_fail (error, pointer, _("“%s” is unknown, expected one of %s"),
                                     json_node_get_string (element), expected);
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
  g_autofree char *pointer = g_strconcat ("/", name, NULL);

  if (!tb_chart_spec_read_number (object, "", name, out_side, error))
    return FALSE;
  if (!(*out_side >= LEAST_SIDE && *out_side <= LARGEST_SIDE))
    return tb_chart_spec_fail (error, pointer, _("expected a number from %g to %g"), LEAST_SIDE, LARGEST_SIDE);

  return TRUE;
}

static gboolean
read_decimals (JsonObject *object,
               int        *out_decimals,
               GError    **error)
{
  double number = *out_decimals;

  if (json_object_get_member (object, "decimals") == NULL)
    return TRUE;
  if (!tb_chart_spec_read_number (object, "", "decimals", &number, error))
    return FALSE;
  if (!(number >= 0 && number <= TB_CHART_MOST_DECIMALS) || number != floor (number))
    return tb_chart_spec_fail (error, "/decimals", _("expected a whole number from 0 to %d"), TB_CHART_MOST_DECIMALS);
  *out_decimals = (int) number;

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

  if (!tb_chart_spec_read_string (object, "", "reporting_year_start", &text, error))
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

static gboolean
check_format (JsonObject *object,
              GError    **error)
{
  g_autofree char *format = NULL;

  if (!tb_chart_spec_check_members (object, "", members, error) ||
      !tb_chart_spec_read_string (object, "", "tongbi", &format, error))
    return FALSE;
  if (g_strcmp0 (format, TB_CHART_SPEC_FORMAT) != 0)
    return tb_chart_spec_fail (error, "/tongbi", _("expected \"%s\""), TB_CHART_SPEC_FORMAT);

  return TRUE;
}

/* Which figures, and what is made of them. */
static gboolean
read_selection (JsonObject        *object,
                TbChartSpecFields *fields,
                GError           **error)
{
  guint16 year_start = TB_CALENDAR_YEAR;

  return tb_chart_spec_read_strings (object, "indicators", &fields->indicators, error) &&
         tb_chart_spec_read_string (object, "", "place", &fields->place, error) &&
         read_year_start (object, &year_start, error) &&
         tb_chart_spec_read_period (object, "from", year_start, &fields->from, error) &&
         tb_chart_spec_read_period (object, "to", year_start, &fields->to, error) &&
         tb_chart_spec_read_period (object, "base", year_start, &fields->base, error) &&
         tb_chart_spec_read_period (object, "current", year_start, &fields->current, error) &&
         read_kinds (object, &fields->kinds, error) &&
         tb_chart_spec_read_day (object, "as_of", &fields->as_of, error) &&
         tb_chart_spec_read_day (object, "as_known", &fields->known, error) &&
         tb_chart_spec_read_strings (object, "hidden", &fields->hidden, error) &&
         tb_chart_spec_read_operations (object, year_start, fields, error) &&
         tb_chart_spec_read_decorations (object, year_start, fields, error) &&
         tb_chart_spec_read_table (object, year_start, fields, error);
}

static gboolean
read_texts (JsonObject        *object,
            TbChartSpecFields *fields,
            GError           **error)
{
  return tb_chart_spec_read_string (object, "", "title", &fields->title, error) &&
         tb_chart_spec_read_string (object, "", "subtitle", &fields->subtitle, error) &&
         tb_chart_spec_read_string (object, "", "note", &fields->note, error) &&
         tb_chart_spec_read_string (object, "", "source", &fields->source, error) &&
         tb_chart_spec_read_string (object, "", "description", &fields->description, error);
}

/* Of a type that is deliberately not offered the reason is worth more than a list. */
static gboolean
check_type (JsonObject  *object,
            GError     **error)
{
  JsonNode *node = json_object_get_member (object, "type");
  const char *name = node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
                       ? json_node_get_string (node)
                       : NULL;
  const char *refusal = name != NULL ? tb_chart_type_get_refusal (name, TB_LANGUAGE_EN) : NULL;

  if (refusal != NULL)
    return tb_chart_spec_fail (error, "/type", _("“%s” is not offered. %s"), name, _(refusal));

  return TRUE;
}

/* A theme stands in the spec as it does in a file of its own. */
static gboolean
read_theme (JsonObject        *object,
            TbChartSpecFields *fields,
            GError           **error)
{
  JsonNode *node = json_object_get_member (object, "theme");
  g_autofree char *text = NULL;
  g_autoptr (GError) reason = NULL;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return tb_chart_spec_fail (error, "/theme", _("expected an object, found %s"), tb_chart_spec_describe (node));
  text = json_to_string (node, FALSE);
  fields->house = tb_house_style_read (text, -1, &reason);
  if (fields->house != NULL)
    return TRUE;
  g_set_error (error, TB_CHART_ERROR, TB_CHART_ERROR_SPEC, "/theme%s", reason->message);

  return FALSE;
}

static gboolean
read_fields (JsonObject        *object,
             TbChartSpecFields *fields,
             GError           **error)
{
  int type = (int) fields->type;
  int order = (int) fields->order;
  int language = (int) fields->language;
  int style = (int) fields->style;

  if (!check_format (object, error) || !check_type (object, error) ||
      !tb_chart_spec_read_name (object, "", "type", get_type_name, TB_N_CHART_TYPES, &type, error) ||
      !read_selection (object, fields, error) ||
      !tb_chart_spec_read_name (object, "", "order", get_order_name, TB_N_CHART_ORDERS, &order, error) ||
      !tb_chart_spec_read_flag (object, "", "own_scales", &fields->own_scales, error) ||
      !tb_chart_spec_read_name (object, "", "language", get_language_name, TB_N_LANGUAGES, &language, error) ||
      !tb_chart_spec_read_name (object, "", "style", get_style_name, TB_STYLE_HIGH_CONTRAST_DARK + 1, &style, error) ||
      !read_theme (object, fields, error) ||
      !tb_chart_spec_read_flag (object, "", "transparent", &fields->transparent, error) ||
      !read_side (object, "width", &fields->width, error) || !read_side (object, "height", &fields->height, error) ||
      !read_texts (object, fields, error) ||
      !tb_chart_spec_read_flag (object, "", "values", &fields->show_values, error) ||
      !read_decimals (object, &fields->decimals, error))
    return FALSE;
  fields->type = (TbChartType) type;
  fields->order = (TbChartOrder) order;
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
  g_strfreev (fields->hidden);
  g_clear_pointer (&fields->house, tb_house_style_unref);
  tb_chart_operations_free (fields->operations, fields->n_operations);
  tb_decorations_free (fields->decorations, fields->n_decorations);
  g_free (fields->table_pairs);
  g_free (fields->title);
  g_free (fields->subtitle);
  g_free (fields->note);
  g_free (fields->source);
  g_free (fields->description);
}

/* The chart that the root of a document is; its members "data" and "view" are read
 * by tb_work_from_json(). */
TbChartSpec *
tb_chart_spec_from_object (JsonObject  *object,
                           GError     **error)
{
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;
  TbChartSpec *spec = NULL;

  if (read_fields (object, &fields, error))
    spec = tb_chart_spec_new (&fields);
  clear_fields (&fields);

  return spec;
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
 * Errors: %TB_CHART_ERROR_SPEC: line, column, JSON pointer, what is wrong, what was expected.
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): the spec
 */
TbChartSpec *
tb_chart_spec_from_json (const char *text,
                         gssize      length,
                         GError    **error)
{
  g_autoptr (TbWork) work = tb_work_from_json (text, length, error);

  return work != NULL ? tb_chart_spec_ref (work->spec) : NULL;
}
