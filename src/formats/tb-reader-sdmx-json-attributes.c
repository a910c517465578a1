/* Reads the attributes of SDMX-JSON, at whatever level they are attached.
 *
 * An attribute is a place in the list of its values or, where it has no list,
 * the value itself (2.x). Trailing ones may be left out. Places behind the end
 * of the list occur; the attribute is then not known, the figure is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-sdmx-json.h"

/**
 * tb_sdmx_json_init:
 * @self: (out caller-allocates): a reading
 * @input: the file
 *
 * Begins to read the data sets of one structure.
 */
void
tb_sdmx_json_init (TbSdmxJson          *self,
                   const TbReaderInput *input)
{
  *self = (TbSdmxJson) {
    .input = input,
    .dimensions = g_array_new (FALSE, FALSE, sizeof (TbSdmxDimension)),
    .measures = g_array_new (FALSE, FALSE, sizeof (TbSdmxMeasure)),
    .measure_in_cube = TB_SDMX_NO_DIMENSION,
    .groups = tb_sdmx_json_groups_new (),
    .where = g_string_new (NULL),
  };
  for (guint i = 0; i < TB_SDMX_N_LEVELS; i++)
    self->attributes[i] = g_array_new (FALSE, FALSE, sizeof (TbSdmxAttribute));
  tb_sdmx_init (&self->sdmx, input);
  self->pool = self->sdmx.pool;
}

/**
 * tb_sdmx_json_clear:
 * @self: a reading
 *
 * Frees what it holds.
 */
void
tb_sdmx_json_clear (TbSdmxJson *self)
{
  g_array_unref (self->dimensions);
  g_array_unref (self->measures);
  g_ptr_array_unref (self->groups);
  g_string_free (self->where, TRUE);
  g_free (self->codes);
  g_free (self->indices);
  for (guint i = 0; i < TB_SDMX_N_LEVELS; i++)
    g_array_unref (self->attributes[i]);
  tb_sdmx_clear (&self->sdmx);
}

static gboolean
is_time (const TbSdmxJson *self,
         const char       *id)
{
  for (guint i = 0; i < self->dimensions->len; i++)
    {
      const TbSdmxDimension *dimension = &g_array_index (self->dimensions, TbSdmxDimension, i);

      if (dimension->role == TB_COLUMN_ROLE_PERIOD && g_str_equal (dimension->id, id))
        return TRUE;
    }

  return FALSE;
}

/* "relationship": {"dimensions": ["FREQ", "REF_AREA"]}: in a flat message the attribute is attached to each
 * figure, but says something of the series. */
static gboolean
is_of_series (TbSdmxJson        *self,
              const TbJsonValue *component)
{
  const TbJsonValue *relationship = tb_json_field_get_any (component, "relationship");
  const TbJsonValue *dimensions = tb_json_field_get (relationship, "dimensions", TB_JSON_ARRAY);
  TbJsonIter iter;

  if (dimensions == NULL)
    return tb_json_field_get_any (relationship, "dataflow") != NULL;

  tb_json_iter_init (&iter, dimensions);
  while (tb_json_iter_next (&iter))
    {
      const char *id = tb_json_field_to_text (iter.value, self->pool);

      if (id != NULL && is_time (self, id))
        return FALSE;
    }

  return TRUE;
}

static TbSdmxKind
find_kind (TbSdmxJson        *self,
           const TbJsonValue *component,
           const char        *id)
{
  const TbJsonValue *roles = tb_json_field_get_any (component, "roles");
  TbSdmxKind kind = tb_sdmx_kind_from_id (id);
  TbJsonIter iter;

  if (kind == TB_SDMX_OTHER)
    kind = tb_sdmx_kind_from_id (tb_json_field_get_text (component, "role", self->pool));
  if (kind != TB_SDMX_OTHER || roles == NULL || tb_json_get_type (roles) != TB_JSON_ARRAY)
    return kind;

  tb_json_iter_init (&iter, roles);
  return tb_json_iter_next (&iter) ? tb_sdmx_kind_from_id (tb_json_field_to_text (iter.value, self->pool)) : kind;
}

/* A default is an id of the list, or the value itself. */
static TbSdmxValue
find_fallback (const TbSdmxAttribute *attribute,
               const char            *id)
{
  for (guint i = 0; id != NULL && i < attribute->n_values; i++)
    {
      if (g_strcmp0 (attribute->values[i].id, id) == 0)
        return attribute->values[i];
    }

  return (TbSdmxValue) { .id = id };
}

static void
read_attribute (TbSdmxJson        *self,
                const TbJsonValue *component,
                TbSdmxLevel        level)
{
  const TbJsonValue *names = tb_json_field_get (component, "names", TB_JSON_OBJECT);
  const char *id = tb_json_field_get_text (component, "id", self->pool);
  TbSdmxAttribute attribute = { 0 };

  attribute.name = tb_json_field_to_wording (names != NULL ? names : tb_json_field_get_any (component, "name"),
                                             self->pool);
  if (attribute.name == NULL)
    attribute.name = id != NULL ? id : "?";
  attribute.kind = find_kind (self, component, id);
  attribute.is_listed = tb_json_field_get (component, "values", TB_JSON_ARRAY) != NULL;
  attribute.of_series = level == TB_SDMX_LEVEL_OBSERVATION && is_of_series (self, component);
  tb_sdmx_json_read_values (self, component, &attribute.values, &attribute.n_values);
  attribute.fallback = find_fallback (&attribute, tb_json_field_get_text (component, "default", self->pool));
  self->has_remarks_of_figures |= attribute.of_series && attribute.kind == TB_SDMX_OTHER;
  g_array_append_val (self->attributes[level], attribute);
}

/**
 * tb_sdmx_json_read_attribute_list:
 * @self: a reading, the dimensions of which were read
 * @structure: an object
 *
 * Reads which attributes there are.
 */
void
tb_sdmx_json_read_attribute_list (TbSdmxJson        *self,
                                  const TbJsonValue *structure)
{
  static const char *const keys[TB_SDMX_N_LEVELS][2] = {
    { "dataSet", "dataset" }, { "dimensionGroup", NULL }, { "series", NULL }, { "observation", NULL },
  };
  const TbJsonValue *attributes = tb_json_field_get (structure, "attributes", TB_JSON_OBJECT);
  TbJsonIter iter;

  for (guint i = 0; i < TB_SDMX_N_LEVELS; i++)
    {
      const TbJsonValue *list = tb_json_field_get (attributes, keys[i][0], TB_JSON_ARRAY);

      if (list == NULL && keys[i][1] != NULL)
        list = tb_json_field_get (attributes, keys[i][1], TB_JSON_ARRAY);
      if (list == NULL)
        continue;
      tb_json_iter_init (&iter, list);
      while (tb_json_iter_next (&iter))
        read_attribute (self, iter.value, (TbSdmxLevel) i);
    }
}

/**
 * tb_sdmx_json_find_value:
 * @value: (nullable): a value
 * @n_values: how many values are listed
 * @out_index: (out): the place in the list
 *
 * Returns: whether the value is a place in the list
 */
gboolean
tb_sdmx_json_find_value (const TbJsonValue *value,
                         guint              n_values,
                         guint             *out_index)
{
  gint64 index;

  if (!tb_json_field_to_integer (value, &index) || index < 0 || index >= (gint64) n_values)
    return FALSE;

  *out_index = (guint) index;
  return TRUE;
}

/* One value: a place in the list, or what it is. */
static TbSdmxValue
resolve_one (TbSdmxJson            *self,
             const TbSdmxAttribute *attribute,
             const TbJsonValue     *value)
{
  guint index;

  if (tb_json_get_type (value) == TB_JSON_NUMBER && attribute->is_listed)
    {
      if (tb_sdmx_json_find_value (value, attribute->n_values, &index))
        return attribute->values[index];
      self->sdmx.n_unlisted++;
      return (TbSdmxValue) { 0 };
    }

  return (TbSdmxValue) { .id = tb_json_field_to_wording (value, self->pool) };
}

/* Several values are told one after the other. */
static TbSdmxValue
resolve (TbSdmxJson            *self,
         const TbSdmxAttribute *attribute,
         const TbJsonValue     *value)
{
  g_autoptr (GString) joined = NULL;
  TbJsonIter iter;

  if (tb_json_get_type (value) != TB_JSON_ARRAY)
    return resolve_one (self, attribute, value);

  joined = g_string_new (NULL);
  tb_json_iter_init (&iter, value);
  while (tb_json_iter_next (&iter))
    {
      TbSdmxValue one = resolve_one (self, attribute, iter.value);

      if (tb_json_get_size (value) == 1)
        return one;
      if (one.id != NULL)
        g_string_append_printf (joined, "%s%s", joined->len > 0 ? "; " : "", one.label != NULL ? one.label : one.id);
    }

  return (TbSdmxValue) { .id = joined->len > 0 ? tb_pool_intern_len (self->pool, joined->str, joined->len) : NULL };
}

/**
 * tb_sdmx_json_apply_attributes:
 * @self: a reading
 * @level: where they are attached
 * @iter: at the first of them; there may be fewer than are described
 * @where: what they are said of, in codes
 * @state: (inout): what holds for a figure
 *
 * Takes what attributes say. Those of series and above that say nothing of a known kind are remarks in the
 * description, those of figures are notes.
 */
void
tb_sdmx_json_apply_attributes (TbSdmxJson  *self,
                               TbSdmxLevel  level,
                               TbJsonIter  *iter,
                               const char  *where,
                               TbSdmxState *state)
{
  GArray *attributes = self->attributes[level];

  for (guint i = 0; i < attributes->len; i++)
    {
      const TbSdmxAttribute *attribute = &g_array_index (attributes, TbSdmxAttribute, i);
      TbSdmxValue value = { 0 };

      if (iter != NULL && tb_json_iter_next (iter) && tb_json_get_type (iter->value) != TB_JSON_NULL)
        value = resolve (self, attribute, iter->value);
      else if (level != TB_SDMX_LEVEL_GROUP)
        value = attribute->fallback;
      if (value.id == NULL)
        continue;
      if (attribute->kind != TB_SDMX_OTHER)
        tb_sdmx_apply (&self->sdmx, attribute->kind, attribute->name, &value, state);
      else if (level == TB_SDMX_LEVEL_OBSERVATION && !attribute->of_series)
        tb_sdmx_add_note (&self->sdmx, attribute->name, &value, state);
      else if (where != NULL)
        tb_sdmx_remark (&self->sdmx, attribute->name, &value, where);
    }
}
