/* What the schema of a resource says about its columns (Table Schema 1 and 2).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-data-package.h"

#include "tb-json-field.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char  *name;
  TbTableType  type;
} types[] = {
  { "number", TB_TABLE_TYPE_NUMBER }, { "integer", TB_TABLE_TYPE_NUMBER },
  { "year", TB_TABLE_TYPE_PERIOD },   { "yearmonth", TB_TABLE_TYPE_PERIOD },
  { "date", TB_TABLE_TYPE_PERIOD },   { "datetime", TB_TABLE_TYPE_PERIOD },
  { "string", TB_TABLE_TYPE_TEXT },   { "boolean", TB_TABLE_TYPE_TEXT },
  { "time", TB_TABLE_TYPE_TEXT },     { "duration", TB_TABLE_TYPE_TEXT },
  { "geopoint", TB_TABLE_TYPE_TEXT }, { "object", TB_TABLE_TYPE_TEXT },
  { "array", TB_TABLE_TYPE_TEXT },    { "geojson", TB_TABLE_TYPE_TEXT },
  { "list", TB_TABLE_TYPE_TEXT },
};

static TbPool *
get_pool (const TbResource *self)
{
  return self->package->pool;
}

static const TbJsonValue *
find_field (const TbResource *self,
            const char       *name)
{
  TbJsonIter iter;

  tb_json_iter_init (&iter, self->fields);
  while (tb_json_iter_next (&iter))
    {
      const char *called = tb_json_field_get_text (iter.value, "name", get_pool (self));

      if (called != NULL && g_str_equal (called, name))
        return iter.value;
    }

  return NULL;
}

/* Texts, or objects with a text and what it means. Those of a field stand in place of the schema's. */
static const char *const *
list_missing (const TbResource  *self,
              const TbJsonValue *field)
{
  const TbJsonValue *list = tb_json_field_get (field, "missingValues", TB_JSON_ARRAY);
  const char **texts;
  TbJsonIter iter;
  guint n = 0, n_own = 0;

  if (list == NULL)
    list = tb_json_field_get (self->schema, "missingValues", TB_JSON_ARRAY);
  if (list == NULL)
    return NULL;

  texts = tb_pool_alloc0 (get_pool (self), (tb_json_get_size (list) + 2) * sizeof *texts);
  texts[n++] = "";
  tb_json_iter_init (&iter, list);
  while (tb_json_iter_next (&iter))
    {
      const TbJsonValue *value = tb_json_get_type (iter.value) == TB_JSON_OBJECT
                                   ? tb_json_field_get (iter.value, "value", TB_JSON_STRING) : iter.value;
      gsize length;
      const char *text;

      if (value == NULL || tb_json_get_type (value) != TB_JSON_STRING)
        continue;
      text = tb_json_get_string (value, &length);
      if (length == 0)
        continue;
      texts[n++] = tb_pool_intern_len (get_pool (self), text, length);
      n_own++;
    }

  /* Nothing but the empty cell is the default, by which words like "NA" are left to be found out. */
  return n_own > 0 ? texts : NULL;
}

static char
get_mark (const TbJsonValue *field,
          const char        *key,
          char               otherwise)
{
  const TbJsonValue *value = tb_json_field_get (field, key, TB_JSON_STRING);
  gsize length;
  const char *text = value != NULL ? tb_json_get_string (value, &length) : NULL;

  /* Spaces of all widths part thousands anyway. */
  return text != NULL && length == 1 ? text[0] : otherwise;
}

static void
take_style (const TbResource  *self,
            const TbJsonValue *field,
            TbTableHint       *hint)
{
  const TbJsonValue *bare = tb_json_field_get (field, "bareNumber", TB_JSON_BOOLEAN);

  hint->style = (TbNumberStyle) {
    .decimal_mark = get_mark (field, "decimalChar", '.'),
    .group_mark = get_mark (field, "groupChar", 0),
    .missing = list_missing (self, field),
    .bare = bare == NULL || tb_json_get_boolean (bare),
  };
  hint->has_style = hint->type == TB_TABLE_TYPE_NUMBER || hint->style.missing != NULL;
}

/* The settings by which Our World in Data shows a variable stand as JSON in a text. */
static void
take_display (const TbResource  *self,
              TbTable           *table,
              const TbJsonValue *field,
              TbTableHint       *hint)
{
  g_autoptr (TbProblems) problems = tb_problems_new ("");
  const TbJsonValue *value = tb_json_field_get (field, "owidDisplaySettings", TB_JSON_STRING);
  g_autoptr (TbJsonDocument) document = NULL;
  const TbJsonValue *root, *decimals, *is_day;
  const char *text, *said;
  gsize length;

  if (value == NULL)
    return;
  text = tb_json_get_string (value, &length);
  document = tb_json_document_new (text, length, 0, problems);
  if (document == NULL)
    return;

  root = tb_json_document_get_root (document);
  said = tb_json_field_get_text (root, "name", get_pool (self));
  hint->title = said != NULL ? said : hint->title;
  said = tb_json_field_get_text (root, "unit", get_pool (self));
  hint->unit = said != NULL ? said : hint->unit;
  decimals = tb_json_field_get (root, "numDecimalPlaces", TB_JSON_NUMBER);
  text = decimals != NULL ? tb_json_get_number (decimals, &length) : NULL;
  if (text != NULL && length == 1 && g_ascii_isdigit (*text))
    hint->decimals = *text - '0';
  is_day = tb_json_field_get (root, "yearIsDay", TB_JSON_BOOLEAN);
  if (is_day != NULL && tb_json_get_boolean (is_day))
    {
      said = tb_json_field_get_text (root, "zeroDay", get_pool (self));
      tb_table_set_day_numbers (table, said != NULL ? said : "2020-01-21");
    }
}

static void
take_field (const TbResource  *self,
            TbTable           *table,
            guint              column,
            const TbJsonValue *field)
{
  TbTableHint *hint = tb_table_get_hint (table, column);
  const char *type = tb_json_field_get_text (field, "type", get_pool (self));
  const char *format = tb_json_field_get_text (field, "format", get_pool (self));

  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (types); i++)
    {
      if (g_str_equal (type, types[i].name))
        hint->type = types[i].type;
    }
  if (hint->type == TB_TABLE_TYPE_PERIOD && format != NULL && strchr (format, '%') != NULL)
    hint->date_format = format;
  hint->title = tb_json_field_get_text (field, "title", get_pool (self));
  hint->unit = tb_json_field_get_text (field, "unit", get_pool (self));
  hint->description = tb_json_field_get_text (field, "description", get_pool (self));
  take_style (self, field, hint);
  take_display (self, table, field, hint);
}

/* Several resources may have a column of the same name: "Price" by month and by year. */
static void
set_id (const TbResource *self,
        TbTable          *table,
        guint             column)
{
  TbTableHint *hint = tb_table_get_hint (table, column);
  const char *name = tb_table_get_name (table, column);
  g_autofree char *id = g_strconcat (self->name, "/", name, NULL);
  const char *called = tb_json_field_get_text (self->value, "title", get_pool (self));
  g_autofree char *title = g_strdup_printf ("%s (%s)", hint->title != NULL ? hint->title : name,
                                            called != NULL ? called : self->name);

  hint->id = tb_pool_intern (get_pool (self), id);
  hint->title = tb_pool_intern (get_pool (self), title);
}

/* The header says what the columns are; fields that it does not have are told of. */
static void
compare (const TbResource *self,
         const TbTable    *table)
{
  gsize n_known = 0, n_fields = tb_json_get_size (self->fields);

  for (guint i = 0; i < tb_table_get_n_columns (table); i++)
    n_known += find_field (self, tb_table_get_name (table, i)) != NULL;
  if (n_known < n_fields || n_known < tb_table_get_n_columns (table))
    tb_package_warn (self->package, self->value,
                     _("the schema names %zu fields and the header of the resource “%s” has %u columns, "
                       "%zu of which are called the same; the header is followed"),
                     n_fields, self->name, tb_table_get_n_columns (table), n_known);
}

static void
take_package (const TbResource *self,
              TbTable          *table)
{
  const TbJsonValue *root = self->package->root;
  TbCube *cube = tb_table_get_cube (table);
  TbDatasetInfo *info = tb_cube_get_info (cube);
  const char *title = tb_json_field_get_text (root, "title", get_pool (self));

  if (title == NULL)
    title = tb_json_field_get_text (root, "name", get_pool (self));
  info->title = tb_cube_text (cube, tb_pool_intern (tb_cube_get_pool (cube), title != NULL ? title : ""));
  title = tb_json_field_get_text (root, "description", get_pool (self));
  info->description = tb_cube_text (cube, tb_pool_intern (tb_cube_get_pool (cube), title != NULL ? title : ""));
}

static const char *
get_one_of (const TbJsonValue *object,
            const char *const *keys,
            TbPool            *pool)
{
  for (guint i = 0; keys[i] != NULL; i++)
    {
      const char *text = tb_json_field_get_text (object, keys[i], pool);

      if (text != NULL)
        return text;
    }

  return NULL;
}

/* Several licences or sources are named one after another. */
static const char *
join_names (const TbJsonValue *list,
            const char *const *keys,
            TbPool            *pool)
{
  g_autoptr (GString) names = g_string_new (NULL);
  TbJsonIter iter;

  tb_json_iter_init (&iter, list);
  while (tb_json_iter_next (&iter))
    {
      const char *name = get_one_of (iter.value, keys, pool);

      if (name != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "", name);
    }

  return names->len > 0 ? tb_pool_intern (pool, names->str) : NULL;
}

static void
take_origin (const TbResource *self,
             TbTable          *table)
{
  static const char *const source_names[] = { "title", "name", NULL };
  static const char *const source_places[] = { "path", "web", "link", NULL };
  static const char *const licence_names[] = { "title", "name", "type", "id", "path", NULL };
  const TbJsonValue *root = self->package->root;
  const TbJsonValue *sources = tb_json_field_get (self->value, "sources", TB_JSON_ARRAY);
  const TbJsonValue *licences = tb_json_field_get (root, "licenses", TB_JSON_ARRAY);
  TbCube *cube = tb_table_get_cube (table);
  TbPool *pool = tb_cube_get_pool (cube);
  TbJsonIter first;

  if (sources == NULL || tb_json_get_size (sources) == 0)
    sources = tb_json_field_get (root, "sources", TB_JSON_ARRAY);
  if (licences != NULL)
    tb_cube_get_info (cube)->licence = join_names (licences, licence_names, pool);
  else
    tb_cube_get_info (cube)->licence = tb_json_field_get_text (root, "license", pool);
  if (sources == NULL)
    return;

  tb_cube_get_source (cube)->publisher = tb_cube_text (cube, join_names (sources, source_names, pool));
  tb_json_iter_init (&first, sources);
  if (tb_json_get_size (sources) == 1 && tb_json_iter_next (&first))
    tb_cube_get_source (cube)->url = get_one_of (first.value, source_places, pool);
}

void
tb_resource_describe (gpointer  user_data,
                      TbTable  *table)
{
  const TbResource *self = user_data;

  take_package (self, table);
  take_origin (self, table);
  if (self->fields != NULL)
    compare (self, table);
  for (guint i = 0; i < tb_table_get_n_columns (table); i++)
    {
      const TbJsonValue *field = self->fields != NULL ? find_field (self, tb_table_get_name (table, i)) : NULL;

      if (field != NULL)
        take_field (self, table, i, field);
      else
        tb_table_get_hint (table, i)->style.missing = list_missing (self, NULL);
      if (self->package->n_resources > 1)
        set_id (self, table, i);
    }
}

const char **
tb_resource_list_names (const TbResource *self)
{
  const char **names;
  TbJsonIter iter;
  guint n = 0;

  if (self->fields == NULL)
    return NULL;

  names = g_new0 (const char *, tb_json_get_size (self->fields) + 1);
  tb_json_iter_init (&iter, self->fields);
  while (tb_json_iter_next (&iter))
    {
      const char *name = tb_json_field_get_text (iter.value, "name", get_pool (self));

      if (name != NULL)
        names[n++] = name;
    }

  return names;
}
