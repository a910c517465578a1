/* Reads what DB.nomics calls things: datasets, series, the codes of dimensions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-dbnomics.h"

#include <string.h>

/* For the labels of a file's only dataset, and for the labels of dimensions. */
#define ANY ""

static gboolean
is_list (const TbJsonValue *value)
{
  return tb_json_get_type (value) == TB_JSON_OBJECT || tb_json_get_type (value) == TB_JSON_ARRAY;
}

static void
add_label (TbDbnomics        *self,
           const char        *dataset,
           const char        *dimension,
           const char        *code,
           const TbJsonValue *label)
{
  const char *text = tb_json_field_to_text (label, self->pool);

  if (code != NULL && text != NULL)
    g_hash_table_insert (self->labels, g_strconcat (dataset, "\n", dimension, "\n", code, NULL), (gpointer) text);
}

static const char *
find_label (const TbDbnomics *self,
            const char       *dataset,
            const char       *dimension,
            const char       *code)
{
  g_autofree char *key = g_strconcat (dataset, "\n", dimension, "\n", code, NULL);
  g_autofree char *key_of_any = g_strconcat (ANY, "\n", dimension, "\n", code, NULL);
  const char *label = g_hash_table_lookup (self->labels, key);

  return label != NULL ? label : g_hash_table_lookup (self->labels, key_of_any);
}

/* An object, or a list of pairs of a code and its label. */
static void
read_labels (TbDbnomics        *self,
             const char        *dataset,
             const char        *dimension,
             const TbJsonValue *labels)
{
  TbJsonIter iter;

  if (!is_list (labels))
    return;

  tb_json_iter_init (&iter, labels);
  while (tb_json_iter_next (&iter))
    {
      const TbJsonValue *code = iter.key;
      const TbJsonValue *label = iter.value;

      if (code == NULL
          && (tb_json_get_type (iter.value) != TB_JSON_ARRAY || !tb_json_get_pair (iter.value, &code, &label)))
        continue;
      add_label (self, dataset, dimension, tb_json_field_to_text (code, self->pool), label);
    }
}

static void
read_dataset_labels (TbDbnomics        *self,
                     const char        *name,
                     const TbJsonValue *dataset)
{
  const TbJsonValue *of_dimensions = tb_json_field_get_any (dataset, "dimensions_labels");
  const TbJsonValue *of_values = tb_json_field_get_any (dataset, "dimensions_values_labels");
  TbJsonIter iter;

  if (of_dimensions != NULL)
    read_labels (self, name, ANY, of_dimensions);
  if (of_values == NULL || !is_list (of_values))
    return;

  tb_json_iter_init (&iter, of_values);
  while (tb_json_iter_next (&iter))
    {
      const TbJsonValue *dimension = iter.key;
      const TbJsonValue *labels = iter.value;
      const char *id;

      if (dimension == NULL
          && (tb_json_get_type (iter.value) != TB_JSON_ARRAY || !tb_json_get_pair (iter.value, &dimension, &labels)))
        continue;
      id = tb_json_field_to_text (dimension, self->pool);
      if (id != NULL)
        read_labels (self, name, id, labels);
    }
}

/* {"IMF/WEO": {…}} or a list of them. */
static void
read_datasets (TbDbnomics        *self,
               const TbJsonValue *datasets)
{
  TbJsonIter iter;

  tb_json_iter_init (&iter, datasets);
  while (tb_json_iter_next (&iter))
    {
      const char *provider = tb_json_field_get_text (iter.value, "provider_code", self->pool);
      const char *code = tb_json_field_get_text (iter.value, "code", self->pool);
      g_autofree char *name = NULL;

      if (provider != NULL && code != NULL)
        name = g_strdup_printf ("%s/%s", provider, code);
      else if (iter.key != NULL)
        name = g_strdup (tb_json_field_to_text (iter.key, self->pool));
      read_dataset_labels (self, name != NULL ? name : ANY, iter.value);
    }
}

/**
 * tb_dbnomics_read_head:
 * @self: a reading
 * @root: the answer
 *
 * Reads what is true of all series: the dataset, who publishes it, and the labels of codes.
 */
void
tb_dbnomics_read_head (TbDbnomics        *self,
                       const TbJsonValue *root)
{
  const TbJsonValue *dataset = tb_json_field_get (root, "dataset", TB_JSON_OBJECT);
  const TbJsonValue *datasets = tb_json_field_get_any (root, "datasets");
  const TbJsonValue *provider = tb_json_field_get (root, "provider", TB_JSON_OBJECT);
  const char *publisher = tb_json_field_get_text (provider, "name", self->pool);
  TbDatasetInfo *info = tb_cube_get_info (self->cube);
  TbSource *source = tb_cube_get_source (self->cube);

  if (publisher == NULL)
    publisher = tb_json_field_get_text (dataset, "provider_name", self->pool);
  info->title = tb_cube_text (self->cube, tb_json_field_get_text (dataset, "name", self->pool));
  info->description = tb_cube_text (self->cube, tb_json_field_get_text (dataset, "description", self->pool));
  info->publisher = tb_cube_text (self->cube, publisher);
  info->updated = tb_json_field_get_day (dataset, "updated_at");
  source->title = info->title;
  source->publisher = info->publisher;
  source->url = tb_json_field_get_text (provider, "website", self->pool);
  if (dataset != NULL)
    read_dataset_labels (self, ANY, dataset);
  if (datasets != NULL && is_list (datasets))
    read_datasets (self, datasets);
}

/* "weo-country" is a country: the last word of a name tells as well as the whole. */
static TbColumnRole
find_role (const char *dimension,
           const char *label)
{
  TbColumnRole role = tb_column_role_from_name (dimension, label);
  const char *word = strrchr (dimension, '-');

  if (role == TB_COLUMN_ROLE_UNSAID && word != NULL)
    role = tb_column_role_from_name (word + 1, NULL);

  return role;
}

/* The code of a series in a dimension that says where, or in what unit: the first such, where it has several. */
static void
find_code (TbDbnomics *self,
           guint       dimension,
           const char *code,
           const char *label,
           guint32    *out_code)
{
  guint32 n = tb_cube_get_n_codes (self->cube, dimension);

  if (*out_code != TB_CUBE_NO_CODE)
    return;

  *out_code = tb_cube_intern (self->cube, dimension, code, strlen (code));
  if (*out_code == n && label != NULL)
    tb_cube_get_code (self->cube, dimension, n)->label = tb_cube_text (self->cube, label);
}

static void
find_dimensions (TbDbnomics        *self,
                 const char        *dataset,
                 const TbJsonValue *dimensions,
                 GString           *description,
                 guint32           *out_codes)
{
  TbJsonIter iter;

  tb_json_iter_init (&iter, dimensions);
  while (tb_json_iter_next (&iter))
    {
      const char *dimension = tb_json_field_to_text (iter.key, self->pool);
      const char *code = tb_json_field_to_text (iter.value, self->pool);
      const char *dimension_label, *label;
      TbColumnRole role;

      if (dimension == NULL || code == NULL)
        continue;
      dimension_label = find_label (self, dataset, ANY, dimension);
      label = find_label (self, dataset, dimension, code);
      role = find_role (dimension, dimension_label);
      if (role == TB_COLUMN_ROLE_PLACE)
        find_code (self, TB_DBNOMICS_PLACE, code, label, &out_codes[TB_DBNOMICS_PLACE]);
      else if (role == TB_COLUMN_ROLE_UNIT)
        find_code (self, TB_DBNOMICS_UNIT, code, label, &out_codes[TB_DBNOMICS_UNIT]);
      g_string_append_printf (description, "%s%s: %s", description->len > 0 ? "; " : "",
                              dimension_label != NULL ? dimension_label : dimension, label != NULL ? label : code);
    }
}

static void
add_notes (TbDbnomics        *self,
           const TbJsonValue *notes,
           GString           *description)
{
  const char *text = tb_json_field_to_text (notes, self->pool);
  TbJsonIter iter;

  if (text != NULL)
    g_string_append_printf (description, "%s%s", description->len > 0 ? "\n" : "", text);
  if (notes == NULL || tb_json_get_type (notes) != TB_JSON_ARRAY)
    return;

  tb_json_iter_init (&iter, notes);
  while (tb_json_iter_next (&iter))
    {
      text = tb_json_field_to_text (iter.value, self->pool);
      if (text != NULL)
        g_string_append_printf (description, "%s%s", description->len > 0 ? "\n" : "", text);
    }
}

static void
append_part (GString    *id,
             const char *part)
{
  if (part != NULL)
    g_string_append_printf (id, "%s%s", id->len > 0 ? "/" : "", part);
}

/* Where the answer does not describe the dataset, its name is with each series; of several datasets no name
 * is that of all. */
static void
note_dataset (TbDbnomics        *self,
              const TbJsonValue *doc)
{
  TbDatasetInfo *info = tb_cube_get_info (self->cube);
  const char *name = tb_json_field_get_text (doc, "dataset_name", self->pool);
  TbText text = tb_cube_text (self->cube, name);

  if (self->n_read == 1 && tb_text_is_empty (&info->title))
    info->title = text;
  else if (name != NULL && !tb_text_is_empty (&info->title) && !tb_text_equal (&info->title, &text))
    info->title = (TbText) { 0 };
  tb_cube_get_source (self->cube)->title = info->title;
}

/**
 * tb_dbnomics_find_codes:
 * @self: a reading
 * @doc: a series
 * @out_codes: (out) (array): its codes, one a dimension; no period
 *
 * Finds what a series is: the indicator "provider/dataset/series", the place and the unit where its
 * dimensions name one, and words for its description.
 */
void
tb_dbnomics_find_codes (TbDbnomics        *self,
                        const TbJsonValue *doc,
                        guint32           *out_codes)
{
  g_autoptr (GString) id = g_string_new (NULL);
  g_autoptr (GString) description = g_string_new (NULL);
  g_autofree char *dataset = NULL;
  const TbJsonValue *dimensions = tb_json_field_get (doc, "dimensions", TB_JSON_OBJECT);
  guint32 n = tb_cube_get_n_codes (self->cube, TB_DBNOMICS_SERIES);
  TbCubeCode *code;

  for (guint i = 0; i < TB_DBNOMICS_N_DIMENSIONS; i++)
    out_codes[i] = TB_CUBE_NO_CODE;

  append_part (id, tb_json_field_get_text (doc, "provider_code", self->pool));
  append_part (id, tb_json_field_get_text (doc, "dataset_code", self->pool));
  dataset = g_strdup (id->str);
  append_part (id, tb_json_field_get_text (doc, "series_code", self->pool));
  out_codes[TB_DBNOMICS_SERIES] = tb_cube_intern (self->cube, TB_DBNOMICS_SERIES, id->str, id->len);
  if (dimensions != NULL)
    find_dimensions (self, dataset, dimensions, description, out_codes);
  if (out_codes[TB_DBNOMICS_SERIES] != n)
    return;

  note_dataset (self, doc);
  add_notes (self, tb_json_field_get_any (doc, "notes"), description);
  code = tb_cube_get_code (self->cube, TB_DBNOMICS_SERIES, n);
  code->label = tb_cube_text (self->cube, tb_json_field_get_text (doc, "series_name", self->pool));
  code->note = tb_cube_text (self->cube, description->str);
}
