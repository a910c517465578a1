/* Reads the structure of an SDMX-JSON message: dimensions and measures.
 *
 * SDMX-JSON data message, field guide, section "structure" (1.0 and 2.1).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-sdmx-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NOT_SAID G_MAXINT64

/* A dimension for the measures, where there are several: no dimension of SDMX has such an id. */
#define MEASURES_ID "measure"

/* More dimensions than any structure has; a figure has a code of each. */
#define MAX_DIMENSIONS 256

static TbText
read_words (TbSdmxJson        *self,
            const TbJsonValue *component)
{
  const TbJsonValue *names = tb_json_field_get (component, "names", TB_JSON_OBJECT);

  return tb_json_field_to_words (names != NULL ? names : tb_json_field_get_any (component, "name"), self->pool);
}

/* A code has an id; what is no code has a value in its place, or only a name. */
static void
read_value (TbSdmxJson        *self,
            const TbJsonValue *value,
            TbSdmxValue       *out_value)
{
  const TbJsonValue *said = tb_json_field_get_any (value, "value");

  if (tb_json_get_type (value) != TB_JSON_OBJECT)
    {
      out_value->id = tb_json_field_to_text (value, self->pool);
      return;
    }

  out_value->words = read_words (self, value);
  out_value->id = tb_json_field_get_text (value, "id", self->pool);
  if (out_value->id == NULL)
    out_value->id = tb_json_field_to_wording (said, self->pool);
  if (out_value->words.n_entries > 0)
    out_value->label = tb_text_get (&out_value->words, TB_LANGUAGE_EN);
  if (out_value->id == NULL)
    out_value->id = out_value->label;
}

/**
 * tb_sdmx_json_read_values:
 * @self: a reading
 * @component: a dimension, attribute or measure
 * @out_values: (out) (array length=out_n): its values, of the pool; one that is null has no id
 * @out_n: (out): how many they are
 *
 * Reads the list of values of a component.
 */
void
tb_sdmx_json_read_values (TbSdmxJson         *self,
                          const TbJsonValue  *component,
                          TbSdmxValue       **out_values,
                          guint              *out_n)
{
  const TbJsonValue *values = tb_json_field_get (component, "values", TB_JSON_ARRAY);
  gsize n = values != NULL ? MIN (tb_json_get_size (values), G_MAXINT32) : 0;
  TbJsonIter iter;

  *out_values = NULL;
  *out_n = 0;
  if (n == 0)
    return;

  *out_values = tb_pool_alloc0 (self->pool, n * sizeof (TbSdmxValue));
  tb_json_iter_init (&iter, values);
  while (*out_n < n && tb_json_iter_next (&iter))
    read_value (self, iter.value, &(*out_values)[(*out_n)++]);
}

/* "role": "TIME_PERIOD", or "roles": ["TIME_PERIOD"]. */
static const char *
read_role (TbSdmxJson        *self,
           const TbJsonValue *component)
{
  const TbJsonValue *role = tb_json_field_get_any (component, "role");
  TbJsonIter iter;

  if (role == NULL)
    role = tb_json_field_get_any (component, "roles");
  if (role == NULL || tb_json_get_type (role) != TB_JSON_ARRAY)
    return tb_json_field_to_text (role, self->pool);

  tb_json_iter_init (&iter, role);
  return tb_json_iter_next (&iter) ? tb_json_field_to_text (iter.value, self->pool) : NULL;
}

static gboolean
has_role_of (const TbSdmxJson *self,
             TbColumnRole      role)
{
  for (guint i = 0; i < self->dimensions->len; i++)
    {
      if (g_array_index (self->dimensions, TbSdmxDimension, i).role == role)
        return TRUE;
    }

  return FALSE;
}

/* Of the dimensions that say of themselves what they are the first is taken; what others are is found out
 * from their names. */
static TbColumnRole
find_role (const TbSdmxJson *self,
           const char       *id,
           const char       *role)
{
  TbColumnRole found = TB_COLUMN_ROLE_UNSAID;

  if (g_str_equal (id, "TIME_PERIOD")
      || (role != NULL && (g_str_equal (role, "TIME_PERIOD") || g_ascii_strcasecmp (role, "time") == 0)))
    found = TB_COLUMN_ROLE_PERIOD;
  else if (g_str_equal (id, "REF_AREA") || g_strcmp0 (role, "REF_AREA") == 0 || g_strcmp0 (role, "GEO") == 0)
    found = TB_COLUMN_ROLE_PLACE;
  else if (g_str_equal (id, "FREQ") || g_strcmp0 (role, "FREQ") == 0)
    return TB_COLUMN_ROLE_BREAKDOWN;

  return found != TB_COLUMN_ROLE_UNSAID && has_role_of (self, found) ? TB_COLUMN_ROLE_BREAKDOWN : found;
}

static gboolean
read_dimension (TbSdmxJson        *self,
                const TbJsonValue *component,
                TbSdmxLevel        level)
{
  TbSdmxDimension dimension = { .level = level, .key_position = NOT_SAID };

  dimension.id = tb_json_field_get_text (component, "id", self->pool);
  if (dimension.id == NULL || self->dimensions->len == MAX_DIMENSIONS)
    {
      tb_json_report_add (self->input->report, TB_SEVERITY_ERROR, component,
                          dimension.id == NULL ? _("a dimension without a name; expected \"id\"")
                                               : _("too many dimensions; expected at most 256"));
      return FALSE;
    }

  dimension.words = read_words (self, component);
  dimension.role = find_role (self, dimension.id, read_role (self, component));
  dimension.is_power = tb_sdmx_kind_from_id (dimension.id) == TB_SDMX_MULTIPLIER;
  tb_json_field_get_integer (component, "keyPosition", &dimension.key_position);
  tb_sdmx_json_read_values (self, component, &dimension.values, &dimension.n_values);
  if (level == TB_SDMX_LEVEL_DATA_SET && dimension.n_values > 1)
    tb_json_report_add (self->input->report, TB_SEVERITY_WARNING, component,
                        _("the dimension %s has %u values, and is left out; expected one that holds for the whole "
                          "dataset"),
                        dimension.id, dimension.n_values);

  g_array_append_val (self->dimensions, dimension);
  self->n_at[level]++;
  return TRUE;
}

static gboolean
read_dimension_list (TbSdmxJson        *self,
                     const TbJsonValue *list,
                     TbSdmxLevel        level)
{
  TbJsonIter iter;

  if (list == NULL)
    return TRUE;

  tb_json_iter_init (&iter, list);
  while (tb_json_iter_next (&iter))
    {
      if (!read_dimension (self, iter.value, level))
        return FALSE;
    }

  return TRUE;
}

static void
read_measures (TbSdmxJson        *self,
               const TbJsonValue *structure)
{
  const TbJsonValue *list = tb_json_field_get (tb_json_field_get_any (structure, "measures"), "observation",
                                               TB_JSON_ARRAY);
  TbJsonIter iter;

  if (list == NULL)
    return;

  tb_json_iter_init (&iter, list);
  while (tb_json_iter_next (&iter))
    {
      TbSdmxMeasure measure = { .words = read_words (self, iter.value) };

      measure.id = tb_json_field_get_text (iter.value, "id", self->pool);
      if (measure.id == NULL)
        measure.id = "OBS_VALUE";
      measure.is_listed = tb_json_field_get (iter.value, "values", TB_JSON_ARRAY) != NULL;
      tb_sdmx_json_read_values (self, iter.value, &measure.values, &measure.n_values);
      measure.is_listed = measure.n_values > 0;
      g_array_append_val (self->measures, measure);
    }
}

/**
 * tb_sdmx_json_read_structure:
 * @self: a reading
 * @structure: an object
 *
 * Reads which dimensions, attributes and measures there are.
 *
 * Returns: %FALSE with an error reported, where it is not to be understood
 */
gboolean
tb_sdmx_json_read_structure (TbSdmxJson        *self,
                             const TbJsonValue *structure)
{
  const TbJsonValue *dimensions = tb_json_field_get (structure, "dimensions", TB_JSON_OBJECT);
  const TbJsonValue *of_data_set = tb_json_field_get (dimensions, "dataSet", TB_JSON_ARRAY);

  if (dimensions == NULL)
    {
      tb_json_report_add (self->input->report, TB_SEVERITY_ERROR,
                          structure != NULL ? structure : tb_json_document_get_root (self->input->document),
                          _("the message does not describe its dimensions; expected \"structure\" with "
                            "\"dimensions\""));
      return FALSE;
    }

  if (of_data_set == NULL)
    of_data_set = tb_json_field_get (dimensions, "dataset", TB_JSON_ARRAY);
  if (!read_dimension_list (self, of_data_set, TB_SDMX_LEVEL_DATA_SET)
      || !read_dimension_list (self, tb_json_field_get (dimensions, "series", TB_JSON_ARRAY), TB_SDMX_LEVEL_SERIES)
      || !read_dimension_list (self, tb_json_field_get (dimensions, "observation", TB_JSON_ARRAY),
                               TB_SDMX_LEVEL_OBSERVATION))
    return FALSE;

  read_measures (self, structure);
  tb_sdmx_json_read_attribute_list (self, structure);
  return TRUE;
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b,
                   gpointer      user_data)
{
  const GArray *dimensions = user_data;
  guint index_a = *(const guint *) a;
  guint index_b = *(const guint *) b;
  gint64 position_a = g_array_index (dimensions, TbSdmxDimension, index_a).key_position;
  gint64 position_b = g_array_index (dimensions, TbSdmxDimension, index_b).key_position;

  if (position_a != position_b)
    return position_a < position_b ? -1 : 1;
  return (index_a > index_b) - (index_a < index_b);
}

static void
add_codes (TbSdmxJson      *self,
           TbSdmxDimension *dimension)
{
  dimension->codes = tb_pool_alloc0 (self->pool, MAX (dimension->n_values, 1) * sizeof (guint32));
  for (guint i = 0; i < dimension->n_values; i++)
    {
      const TbSdmxValue *value = &dimension->values[i];
      TbCubeCode *code;

      dimension->codes[i] = TB_CUBE_NO_CODE;
      if (value->id == NULL || (dimension->level == TB_SDMX_LEVEL_DATA_SET && dimension->n_values > 1))
        continue;
      dimension->codes[i] = tb_cube_add_code (self->sdmx.cube, dimension->in_cube, value->id, NULL);
      if (dimension->codes[i] == TB_CUBE_NO_CODE)
        return; /* too many: tb_cube_begin() fails */
      code = tb_cube_get_code (self->sdmx.cube, dimension->in_cube, dimension->codes[i]);
      code->label = value->words;
      code->decimals = -1;
    }
}

/* In the order of the data structure, whatever shape the message has. */
static void
add_dimensions (TbSdmxJson *self)
{
  g_autofree guint *order = g_new (guint, MAX (self->dimensions->len, 1));

  for (guint i = 0; i < self->dimensions->len; i++)
    order[i] = i;
  g_sort_array (order, self->dimensions->len, sizeof (guint), compare_positions, self->dimensions);
  for (guint i = 0; i < self->dimensions->len; i++)
    {
      TbSdmxDimension *dimension = &g_array_index (self->dimensions, TbSdmxDimension, order[i]);
      const char *label = dimension->words.n_entries > 0 ? tb_text_get (&dimension->words, TB_LANGUAGE_EN) : NULL;

      dimension->in_cube = tb_cube_add_dimension (self->sdmx.cube, dimension->id, label, dimension->role);
      add_codes (self, dimension);
    }
}

/* Several measures are several indicators. */
static void
add_measures (TbSdmxJson *self)
{
  if (self->measures->len <= 1)
    return;

  self->measure_in_cube = tb_cube_add_dimension (self->sdmx.cube, MEASURES_ID, NULL, TB_COLUMN_ROLE_INDICATOR);
  for (guint i = 0; i < self->measures->len; i++)
    {
      const TbSdmxMeasure *measure = &g_array_index (self->measures, TbSdmxMeasure, i);
      guint32 code = tb_cube_add_code (self->sdmx.cube, self->measure_in_cube, measure->id, NULL);

      if (code != TB_CUBE_NO_CODE)
        tb_cube_get_code (self->sdmx.cube, self->measure_in_cube, code)->label = measure->words;
    }
}

static gboolean
has_attribute_of (const TbSdmxJson *self,
                  TbSdmxKind        kind)
{
  for (guint i = 0; i < TB_SDMX_N_LEVELS; i++)
    {
      for (guint j = 0; j < self->attributes[i]->len; j++)
        {
          if (g_array_index (self->attributes[i], TbSdmxAttribute, j).kind == kind)
            return TRUE;
        }
    }

  return FALSE;
}

/* A unit among the dimensions tells figures apart, which an attribute does not. */
static gboolean
has_dimension_of_units (const TbSdmxJson *self)
{
  for (guint i = 0; i < self->dimensions->len; i++)
    {
      const TbSdmxDimension *dimension = &g_array_index (self->dimensions, TbSdmxDimension, i);

      if (tb_sdmx_kind_from_id (dimension->id) == TB_SDMX_UNIT)
        return TRUE;
    }

  return FALSE;
}

/**
 * tb_sdmx_json_fill_cube:
 * @self: a reading, the structure of which was read
 *
 * Adds the dimensions and their codes to the cube.
 *
 * Returns: %FALSE: stop
 */
gboolean
tb_sdmx_json_fill_cube (TbSdmxJson *self)
{
  add_dimensions (self);
  add_measures (self);
  tb_sdmx_add_dimensions (&self->sdmx, has_attribute_of (self, TB_SDMX_UNIT) && !has_dimension_of_units (self),
                          has_attribute_of (self, TB_SDMX_TITLE));
  self->n_codes = self->dimensions->len + (self->measures->len > 1) + (self->sdmx.unit != TB_SDMX_NO_DIMENSION)
                  + (self->sdmx.title != TB_SDMX_NO_DIMENSION);
  self->codes = g_new (guint32, MAX (self->n_codes, 1));
  self->indices = g_new0 (guint, MAX (self->dimensions->len, 1));

  return tb_cube_begin (self->sdmx.cube, 0);
}
