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

typedef struct
{
  const TbDataset      *dataset;
  const TbJsonStatCube *cube;
  TbLanguage            language;
  const char          **ids;
} Writer;

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

/**
 * tb_json_stat_list_ids:
 * @cube: a cube
 *
 * Returns: (transfer container) (array zero-terminated=1): the ids of its
 *   dimensions: indicator, place, breakdowns, period
 */
const char **
tb_json_stat_list_ids (const TbJsonStatCube *cube)
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

static void
write_text (TbJsonObject *object,
            const char   *key,
            const TbText *text,
            TbLanguage    language)
{
  if (!tb_text_is_empty (text))
    tb_json_object_string (object, key, tb_text_get (text, language));
}

static void
open_member (TbJsonObject *parent,
             const char   *key,
             TbJsonObject *member)
{
  tb_json_object_key (parent, key);
  tb_json_object_open (member, parent->out, TB_JSON_ONE_LINE);
}

/* ["a","b"] */
static void
write_strings (TbJsonObject      *object,
               const char        *key,
               const char *const *strings,
               gsize              n)
{
  tb_json_object_key (object, key);
  g_string_append_c (object->out, '[');
  for (gsize i = 0; i < n; i++)
    {
      g_string_append (object->out, i > 0 ? ", " : "");
      tb_json_append_string (object->out, strings[i]);
    }
  g_string_append_c (object->out, ']');
}

/* 10000 → 4; −1 where it is no power of ten. */
static int
get_power (TbDecimal multiplier)
{
  int power = multiplier.exponent;

  if (multiplier.mantissa <= 0)
    return -1;
  while (multiplier.mantissa % 10 == 0)
    {
      multiplier.mantissa /= 10;
      power++;
    }

  return multiplier.mantissa == 1 ? power : -1;
}

/* The scale is said in words too, because few programs know the member for it. */
static void
write_unit (const Writer            *self,
            TbJsonObject            *units,
            const TbJsonStatVariant *variant)
{
  const TbUnit *unit = variant->info->unit;
  g_autofree char *name = tb_unit_label (unit, "", self->language);
  g_autofree char *multiplier = tb_decimal_to_string (variant->multiplier);
  g_autofree char *scaled = NULL;
  const char *base = *name != '\0' ? name : unit->id;
  gboolean is_scaled = !tb_decimal_identical (variant->multiplier, TB_DECIMAL_ONE);
  int power = get_power (variant->multiplier);
  int n_decimals = variant->info->indicator->decimals >= 0 ? variant->info->indicator->decimals : variant->n_decimals;
  TbJsonObject object;

  open_member (units, variant->id, &object);
  scaled = is_scaled ? g_strdup_printf ("%s × %s", multiplier, base) : NULL;
  tb_json_object_string (&object, "label", is_scaled ? scaled : base);
  if (n_decimals >= 0)
    tb_json_object_decimal (&object, "decimals", (TbDecimal) { n_decimals, 0 });
  if (unit->kind == TB_UNIT_PERCENT)
    tb_json_object_string (&object, "symbol", "%");
  if (is_scaled && power > 0)
    {
      tb_json_object_string (&object, "base", base);
      tb_json_object_decimal (&object, "multiplier", (TbDecimal) { power, 0 });
    }
  tb_json_object_close (&object);
}

static char *
make_variant_label (const Writer            *self,
                    const TbJsonStatVariant *variant)
{
  const TbText *scope = tb_series_get_scope (variant->info);
  const char *name = tb_text_get (&variant->info->indicator->name, self->language);
  GString *label = g_string_new (name != NULL ? name : variant->info->indicator->id);

  if (!tb_text_is_empty (scope))
    g_string_append_printf (label, " (%s)", tb_text_get (scope, self->language));
  if (variant->kind != TB_KIND_ACTUAL)
    {
      const char *word = tb_vocabulary_word (&tb_kinds, (int) variant->kind, self->language);

      g_string_append_printf (label, " (%s)",
                              word != NULL ? word : tb_vocabulary_spelling (&tb_kinds, (int) variant->kind));
    }

  return g_string_free_and_steal (label);
}

static void
write_variants (const Writer *self,
                TbJsonObject *category)
{
  GPtrArray *variants = self->cube->variants;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  TbJsonObject object;

  for (guint i = 0; i < variants->len; i++)
    g_ptr_array_add (ids, ((TbJsonStatVariant *) variants->pdata[i])->id);
  write_strings (category, "index", (const char *const *) ids->pdata, ids->len);

  open_member (category, "label", &object);
  for (guint i = 0; i < variants->len; i++)
    {
      g_autofree char *label = make_variant_label (self, variants->pdata[i]);

      tb_json_object_string (&object, ids->pdata[i], label);
    }
  tb_json_object_close (&object);

  open_member (category, "unit", &object);
  for (guint i = 0; i < variants->len; i++)
    write_unit (self, &object, variants->pdata[i]);
  tb_json_object_close (&object);
}

static void
write_children (const Writer  *self,
                TbJsonObject  *category,
                const TbPlace *whole)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  for (guint i = 0; i < self->cube->places->len; i++)
    {
      const TbPlace *place = self->cube->places->pdata[i];

      if (place->parent == whole)
        g_ptr_array_add (parts, (gpointer) place->id);
    }
  if (parts->len > 0)
    write_strings (category, whole->id, (const char *const *) parts->pdata, parts->len);
}

static gboolean
has_parts (const TbJsonStatCube *cube)
{
  for (guint i = 0; i < cube->places->len; i++)
    {
      const TbPlace *place = cube->places->pdata[i];

      if (place->parent != NULL && g_hash_table_contains (cube->place_indices, place->parent))
        return TRUE;
    }

  return FALSE;
}

static void
write_places (const Writer *self,
              TbJsonObject *category)
{
  GPtrArray *places = self->cube->places;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  TbJsonObject object;

  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (ids, (gpointer) ((const TbPlace *) places->pdata[i])->id);
  write_strings (category, "index", (const char *const *) ids->pdata, ids->len);
  open_member (category, "label", &object);
  for (guint i = 0; i < places->len; i++)
    write_text (&object, ids->pdata[i], &((const TbPlace *) places->pdata[i])->name, self->language);
  tb_json_object_close (&object);
  if (!has_parts (self->cube))
    return;

  open_member (category, "child", &object);
  for (guint i = 0; i < places->len; i++)
    write_children (self, &object, places->pdata[i]);
  tb_json_object_close (&object);
}

static void
write_periods (const Writer *self,
               TbJsonObject *category)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  TbJsonObject object;

  for (guint i = 0; i < self->cube->periods->len; i++)
    g_ptr_array_add (ids, tb_period_to_sdmx (g_array_index (self->cube->periods, TbPeriod, i)));
  write_strings (category, "index", (const char *const *) ids->pdata, ids->len);
  open_member (category, "label", &object);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *label = tb_period_label (g_array_index (self->cube->periods, TbPeriod, i), self->language,
                                                TB_PERIOD_LABEL_FULL);

      tb_json_object_string (&object, ids->pdata[i], label);
    }
  tb_json_object_close (&object);
}

static void
write_categories (const Writer *self,
                  TbJsonObject *category,
                  guint         dimension)
{
  guint n_before = self->cube->has_place ? 2 : 1;

  if (dimension == 0)
    write_variants (self, category);
  else if (dimension == 1 && self->cube->has_place)
    write_places (self, category);
  else if (dimension - n_before < self->cube->breakdown->len)
    {
      const TbJsonStatAxis *axis = self->cube->breakdown->pdata[dimension - n_before];

      write_strings (category, "index", (const char *const *) axis->categories->pdata, axis->categories->len);
    }
  else
    write_periods (self, category);
}

static const char *
get_label (const Writer *self,
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
write_dimensions (const Writer *self,
                  TbJsonObject *root,
                  guint         n)
{
  TbJsonObject dimensions;

  tb_json_object_key (root, "dimension");
  tb_json_object_open (&dimensions, root->out, root->indent > 0 ? root->indent + 2 : root->indent);
  for (guint i = 0; i < n; i++)
    {
      TbJsonObject dimension, category;

      open_member (&dimensions, self->ids[i], &dimension);
      tb_json_object_string (&dimension, "label", get_label (self, i, n));
      open_member (&dimension, "category", &category);
      write_categories (self, &category, i);
      tb_json_object_close (&category);
      tb_json_object_close (&dimension);
    }
  tb_json_object_close (&dimensions);
}

static guint
get_size (const Writer *self,
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
write_shape (const Writer *self,
             TbJsonObject *root,
             guint         n)
{
  TbJsonObject role;

  write_strings (root, "id", self->ids, n);
  tb_json_object_key (root, "size");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (root->out, "%s%u", i > 0 ? ", " : "[", get_size (self, i));
  g_string_append_c (root->out, ']');

  open_member (root, "role", &role);
  if (self->cube->has_period)
    write_strings (&role, "time", &self->ids[n - 1], 1);
  if (self->cube->has_place)
    write_strings (&role, "geo", &self->ids[1], 1);
  write_strings (&role, "metric", &self->ids[0], 1);
  tb_json_object_close (&role);
}

static void
get_cell (const Writer   *self,
          guint           i,
          TbObservation  *out_observation)
{
  const TbJsonStatCell *cell = &g_array_index (self->cube->cells, TbJsonStatCell, i);

  tb_series_get (tb_dataset_get_series ((TbDataset *) self->dataset, cell->series), cell->row, out_observation);
}

static void
append_value (GString             *out,
              const TbObservation *observation)
{
  if (!observation->has_value)
    g_string_append (out, "null");
  else if (observation->extra != NULL && observation->extra->digits != NULL)
    g_string_append (out, observation->extra->digits);
  else
    tb_json_append_decimal (out, observation->value);
}

/* All cells in an array, where most of them have a figure, else these by their position. */
static void
write_values (const Writer *self,
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
      append_value (root->out, &observation);
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
make_status_label (const Writer        *self,
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
write_statuses (const Writer *self,
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
        open_member (root, "status", &statuses);
      tb_json_object_string (&statuses, position, status);
    }
  if (statuses.out == NULL)
    return FALSE;

  tb_json_object_close (&statuses);
  return TRUE;
}

static void
write_status_labels (const Writer *self,
                     TbJsonObject *extension)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  TbJsonObject status, label;

  open_member (extension, "status", &status);
  open_member (&status, "label", &label);
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
write_source (const Writer *self,
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
  g_autofree const char **ids = tb_json_stat_list_ids (cube);
  Writer self = { dataset, cube, language, ids };
  guint n = g_strv_length ((char **) ids);
  TbJsonObject extension;
  gboolean has_statuses;
  g_autofree char *updated = info->updated != 0 ? tb_day_to_string (info->updated) : NULL;

  tb_json_object_string (root, "version", "2.0");
  tb_json_object_string (root, "class", "dataset");
  write_text (root, "label", &info->title, language);
  write_source (&self, root);
  tb_json_object_string (root, "updated", updated);
  if (!tb_text_is_empty (&info->description))
    {
      const char *note = tb_text_get (&info->description, language);

      write_strings (root, "note", &note, 1);
    }
  write_shape (&self, root, n);
  write_dimensions (&self, root, n);
  write_values (&self, root);
  has_statuses = write_statuses (&self, root);
  if (!has_statuses && own == NULL)
    return;

  open_member (root, "extension", &extension);
  if (has_statuses)
    write_status_labels (&self, &extension);
  if (own != NULL)
    {
      tb_json_object_key (&extension, "tongbi");
      g_string_append (root->out, own);
    }
  tb_json_object_close (&extension);
}
