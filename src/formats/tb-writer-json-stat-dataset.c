/* Writes one data set of JSON-stat.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-writer-json-stat.h"

#include <string.h>

static const TbPhrase indicator_words = { { "Indicator", "指标" } };
static const TbPhrase place_words = { { "Place", "地区" } };
static const TbPhrase period_words = { { "Period", "时间" } };

static gboolean
is_breakdown (const TbJsonStatCube *cube,
              const char           *id)
{
  for (guint i = 0; i < cube->breakdown->len; i++)
    {
      if (g_str_equal (((TbJsonStatAxis *) cube->breakdown->pdata[i])->id, id))
        return TRUE;
    }

  return FALSE;
}

/* A breakdown keeps its id; what is ours steps aside. */
static const char *
choose_id (const TbJsonStatCube *cube,
           const char           *id,
           const char           *other)
{
  return is_breakdown (cube, id) ? other : id;
}

/* The ids of its dimensions: indicator, place, breakdowns, period. (transfer container) */
static const char **
list_ids (const TbJsonStatCube *cube)
{
  const char **ids = g_new0 (const char *, cube->breakdown->len + 4);
  guint n = 0;

  ids[n++] = choose_id (cube, "indicator", "indicator (of figures)");
  if (cube->has_place)
    ids[n++] = choose_id (cube, "place", "place (of figures)");
  for (guint i = 0; i < cube->breakdown->len; i++)
    ids[n++] = ((TbJsonStatAxis *) cube->breakdown->pdata[i])->id;
  if (cube->has_period)
    ids[n++] = choose_id (cube, "period", "period (of figures)");

  return ids;
}

static const char *
get_label (const TbJsonStatWriter *self,
           guint         dimension,
           guint         n)
{
  if (dimension == 0)
    return indicator_words.in[self->language];
  if (dimension == 1 && self->cube->has_place)
    return place_words.in[self->language];
  if (dimension == n - 1 && self->cube->has_period)
    return period_words.in[self->language];
  return self->ids[dimension];
}

static void
write_dimensions (const TbJsonStatWriter *self,
                  TbJsonObject *root,
                  guint         n)
{
  TbJsonObject dimensions;

  tb_json_object_key (root, "dimension");
  tb_json_object_open (&dimensions, root->out, root->indent > 0 ? root->indent + 2 : root->indent);
  for (guint i = 0; i < n; i++)
    {
      TbJsonObject dimension, category;

      tb_json_stat_open_member (&dimensions, self->ids[i], &dimension);
      tb_json_object_string (&dimension, "label", get_label (self, i, n));
      tb_json_stat_open_member (&dimension, "category", &category);
      tb_json_stat_write_categories (self, &category, i);
      tb_json_object_close (&category);
      tb_json_object_close (&dimension);
    }
  tb_json_object_close (&dimensions);
}

static guint
get_size (const TbJsonStatWriter *self,
          guint         dimension)
{
  guint n_before = self->cube->has_place ? 2 : 1;

  if (dimension == 0)
    return self->cube->variants->len;
  if (dimension == 1 && self->cube->has_place)
    return self->cube->places->len;
  if (dimension - n_before < self->cube->breakdown->len)
    return ((TbJsonStatAxis *) self->cube->breakdown->pdata[dimension - n_before])->categories->len;
  return self->cube->periods->len;
}

static void
write_shape (const TbJsonStatWriter *self,
             TbJsonObject *root,
             guint         n)
{
  TbJsonObject role;

  tb_json_stat_write_strings (root, "id", self->ids, n);
  tb_json_object_key (root, "size");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (root->out, "%s%u", i > 0 ? ", " : "[", get_size (self, i));
  g_string_append_c (root->out, ']');

  tb_json_stat_open_member (root, "role", &role);
  if (self->cube->has_period)
    tb_json_stat_write_strings (&role, "time", &self->ids[n - 1], 1);
  if (self->cube->has_place)
    tb_json_stat_write_strings (&role, "geo", &self->ids[1], 1);
  tb_json_stat_write_strings (&role, "metric", &self->ids[0], 1);
  tb_json_object_close (&role);
}

static void
get_cell (const TbJsonStatWriter   *self,
          guint           i,
          TbObservation  *out_observation)
{
  const TbJsonStatCell *cell = &g_array_index (self->cube->cells, TbJsonStatCell, i);

  tb_series_get (tb_dataset_get_series ((TbDataset *) self->dataset, cell->series), cell->row, out_observation);
}

/* All cells in an array, where most of them have a figure, else these by their position. */
static void
write_values (const TbJsonStatWriter *self,
              TbJsonObject *root)
{
  const GArray *cells = self->cube->cells;
  gboolean is_dense = self->cube->n_cells / 2 <= cells->len;
  guint64 position = 0;

  tb_json_object_key (root, "value");
  g_string_append_c (root->out, is_dense ? '[' : '{');
  for (guint i = 0; i < cells->len; i++)
    {
      guint64 at = g_array_index (cells, TbJsonStatCell, i).position;
      TbObservation observation;

      get_cell (self, i, &observation);
      for (; is_dense && position < at; position++)
        g_string_append (root->out, position > 0 ? ", null" : "null");
      g_string_append (root->out, i > 0 || (is_dense && position > 0) ? ", " : "");
      if (!is_dense)
        g_string_append_printf (root->out, "\"%" G_GUINT64_FORMAT "\": ", at);
      tb_json_append_figure (root->out, &observation);
      position++;
    }
  for (; is_dense && position < self->cube->n_cells; position++)
    g_string_append (root->out, position > 0 ? ", null" : "null");
  g_string_append_c (root->out, is_dense ? ']' : '}');
}

/* The letters of SDMX; a sign behind them says that the number is a bound or rough. NULL for none. */
static char *
make_status (const TbObservation *observation)
{
  g_autofree char *letters = tb_status_to_letters (observation->status);
  const char *mark = tb_qualifier_mark (observation->qualifier, TB_LANGUAGE_EN);

  return *letters == '\0' && *mark == '\0' ? NULL : g_strconcat (letters, mark, NULL);
}

static char *
make_status_label (const TbJsonStatWriter        *self,
                   const TbObservation *observation)
{
  g_autofree char *letters = tb_status_to_letters (observation->status);
  GString *label = g_string_new (NULL);

  for (const char *p = letters; *p != '\0'; p++)
    g_string_append_printf (label, "%s%s", label->len > 0 ? "; " : "", tb_status_word (*p, self->language));
  if (observation->qualifier != TB_QUALIFIER_EXACT)
    {
      const char *word = tb_vocabulary_word (&tb_qualifiers, (int) observation->qualifier, self->language);

      g_string_append_printf (label, "%s%s", label->len > 0 ? "; " : "",
                              word != NULL ? word
                                           : tb_vocabulary_spelling (&tb_qualifiers, (int) observation->qualifier));
    }

  return g_string_free_and_steal (label);
}

/* FALSE: no cell has one. */
static gboolean
write_statuses (const TbJsonStatWriter *self,
                TbJsonObject *root)
{
  TbJsonObject statuses = { 0 };

  for (guint i = 0; i < self->cube->cells->len; i++)
    {
      g_autofree char *position
        = g_strdup_printf ("%" G_GUINT64_FORMAT, g_array_index (self->cube->cells, TbJsonStatCell, i).position);
      g_autofree char *status = NULL;
      TbObservation observation;

      get_cell (self, i, &observation);
      status = make_status (&observation);
      if (status == NULL)
        continue;
      if (statuses.out == NULL)
        tb_json_stat_open_member (root, "status", &statuses);
      tb_json_object_string (&statuses, position, status);
    }
  if (statuses.out == NULL)
    return FALSE;

  tb_json_object_close (&statuses);
  return TRUE;
}

static void
write_status_labels (const TbJsonStatWriter *self,
                     TbJsonObject *extension)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  TbJsonObject status, label;

  tb_json_stat_open_member (extension, "status", &status);
  tb_json_stat_open_member (&status, "label", &label);
  for (guint i = 0; i < self->cube->cells->len; i++)
    {
      g_autofree char *code = NULL;
      TbObservation observation;

      get_cell (self, i, &observation);
      code = make_status (&observation);
      if (code != NULL && !g_hash_table_contains (seen, code))
        {
          g_autofree char *words = make_status_label (self, &observation);

          tb_json_object_string (&label, code, words);
          g_hash_table_add (seen, g_steal_pointer (&code));
        }
    }
  tb_json_object_close (&label);
  tb_json_object_close (&status);
}

/* The publishers of the figures, each once. */
static void
write_source (const TbJsonStatWriter *self,
              TbJsonObject *root)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GString) sources = g_string_new (NULL);

  for (guint i = 0; i < self->cube->cells->len; i++)
    {
      TbObservation observation;
      const TbText *text;

      get_cell (self, i, &observation);
      if (observation.source == NULL || !g_hash_table_add (seen, (gpointer) observation.source))
        continue;
      text = tb_text_is_empty (&observation.source->publisher) ? &observation.source->title
                                                               : &observation.source->publisher;
      if (!tb_text_is_empty (text) && strstr (sources->str, tb_text_get (text, self->language)) == NULL)
        g_string_append_printf (sources, "%s%s", sources->len > 0 ? "; " : "", tb_text_get (text, self->language));
    }
  if (sources->len == 0 && !tb_text_is_empty (&tb_dataset_get_info (self->dataset)->publisher))
    g_string_append (sources, tb_text_get (&tb_dataset_get_info (self->dataset)->publisher, self->language));
  if (sources->len > 0)
    tb_json_object_string (root, "source", sources->str);
}

/**
 * tb_json_stat_write_cube:
 * @root: the object of the data set
 * @dataset: the dataset
 * @cube: a cube of it
 * @language: of labels and words
 * @own: (nullable): JSON text for the extension: what JSON-stat cannot say
 *
 * Writes a cube: labels, source and day of the update, shape, dimensions,
 * figures to the last printed digit, status codes with what they mean.
 */
void
tb_json_stat_write_cube (TbJsonObject         *root,
                         const TbDataset      *dataset,
                         const TbJsonStatCube *cube,
                         TbLanguage            language,
                         const char           *own)
{
  const TbDatasetInfo *info = tb_dataset_get_info (dataset);
  g_autofree const char **ids = list_ids (cube);
  TbJsonStatWriter self = { dataset, cube, language, ids };
  guint n = g_strv_length ((char **) ids);
  TbJsonObject extension;
  gboolean has_statuses;
  g_autofree char *updated = info->updated != 0 ? tb_day_to_string (info->updated) : NULL;

  tb_json_object_string (root, "version", "2.0");
  tb_json_object_string (root, "class", "dataset");
  tb_json_stat_write_text (root, "label", &info->title, language);
  write_source (&self, root);
  tb_json_object_string (root, "updated", updated);
  if (!tb_text_is_empty (&info->description))
    {
      const char *note = tb_text_get (&info->description, language);

      tb_json_stat_write_strings (root, "note", &note, 1);
    }
  write_shape (&self, root, n);
  write_dimensions (&self, root, n);
  write_values (&self, root);
  has_statuses = write_statuses (&self, root);
  if (!has_statuses && own == NULL)
    return;

  tb_json_stat_open_member (root, "extension", &extension);
  if (has_statuses)
    write_status_labels (&self, &extension);
  if (own != NULL)
    {
      tb_json_object_key (&extension, "tongbi");
      g_string_append (root->out, own);
    }
  tb_json_object_close (&extension);
}
