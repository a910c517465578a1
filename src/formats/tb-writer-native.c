/* Writes the dataset format (format.md, "Saving").
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-writer-native.h"

#include "tb-writer.h"

/* Spaces before the observations of a series, which begin a line, below its
 * first key; each of them has its own line, indented by two more. */
#define OBSERVATIONS_INDENT 5

static void
write_breakdown (TbJsonObject       *object,
                 const TbSeriesInfo *info)
{
  TbJsonObject breakdown;

  if (info->n_breakdown == 0)
    return;

  tb_json_object_key (object, "breakdown");
  tb_json_object_open (&breakdown, object->out, TB_JSON_ONE_LINE);
  for (guint i = 0; i < info->n_breakdown; i++)
    tb_json_object_string (&breakdown, info->breakdown[i].dimension, info->breakdown[i].value);
  tb_json_object_close (&breakdown);
}

/* What differs from the indicator. */
static void
write_overrides (TbJsonObject       *object,
                 const TbSeriesInfo *info)
{
  const TbIndicator *indicator = info->indicator;
  gboolean same_measure = info->measure == indicator->measure;
  TbSince since = same_measure ? indicator->since : TB_SINCE_NONE;
  TbDay since_day = same_measure ? indicator->since_day : 0;

  if (info->unit != indicator->unit)
    tb_json_object_string (object, "unit", info->unit->id);
  if (!same_measure)
    tb_json_object_string (object, "measure", tb_vocabulary_spelling (&tb_measures, info->measure));
  if (info->since != since || info->since_day != since_day)
    tb_native_write_since (object, info->since, info->since_day);
  if (info->sa != indicator->sa)
    tb_native_write_said (object, "sa", info->sa);
  if (g_strcmp0 (info->price_basis, indicator->price_basis) != 0)
    tb_json_object_string (object, "price_basis", info->price_basis);
  if (info->year_start_said)
    tb_native_write_year_start (object, info->year_start);
}

static void
write_observations (TbJsonObject   *object,
                    const TbSeries *series)
{
  GString *out = object->out;
  gsize n = tb_series_get_n (series);

  object->indent = OBSERVATIONS_INDENT;
  tb_json_object_key (object, "observations");
  object->indent = TB_JSON_ONE_LINE;
  g_string_append_c (out, '[');
  for (gsize i = 0; i < n; i++)
    {
      TbObservation observation;

      tb_series_get (series, i, &observation);
      g_string_append (out, i > 0 ? ",\n       " : "\n       ");
      tb_native_write_observation (out, tb_series_get_info (series), &observation, FALSE);
    }
  g_string_append (out, n > 0 ? "\n     ]" : "]");
}

/**
 * tb_native_write_key:
 * @object: the object of a series
 * @info: what holds for it
 *
 * Writes the key and the defaults of a series.
 */
void
tb_native_write_key (TbJsonObject       *object,
                     const TbSeriesInfo *info)
{
  tb_json_object_string (object, "indicator", info->indicator->id);
  tb_json_object_string (object, "place", info->place != NULL ? info->place->id : NULL);
  write_breakdown (object, info);
  tb_native_write_text (object, "scope", &info->scope);
  if (!tb_decimal_identical (info->multiplier, TB_DECIMAL_ONE))
    tb_json_object_decimal (object, "multiplier", info->multiplier);
  write_overrides (object, info);
}

static void
write_one_series (GString        *out,
                  const TbSeries *series)
{
  const TbSeriesInfo *info = tb_series_get_info (series);
  TbJsonObject object;

  tb_json_object_open (&object, out, TB_JSON_ONE_LINE);
  tb_native_write_key (&object, info);
  write_observations (&object, series);
  tb_json_object_members (&object, info->unknown);
  tb_json_object_close (&object);
}

/* An observation a line. */
static void
write_series (TbJsonObject    *root,
              const TbDataset *dataset)
{
  gsize n = tb_dataset_get_n_series (dataset);

  tb_json_object_key (root, "series");
  g_string_append_c (root->out, '[');
  for (gsize i = 0; i < n; i++)
    {
      g_string_append (root->out, i > 0 ? ",\n    " : "\n    ");
      write_one_series (root->out, tb_dataset_get_series (dataset, i));
    }
  g_string_append (root->out, n > 0 ? "\n  ]" : "]");
}

/**
 * tb_native_write_head:
 * @root: the file's object
 * @dataset: a dataset
 *
 * Writes all that comes before the series.
 */
void
tb_native_write_head (TbJsonObject    *root,
                      const TbDataset *dataset)
{
  const TbDatasetInfo *info = tb_dataset_get_info (dataset);
  const TbCatalog *catalog = tb_dataset_get_catalog ((TbDataset *) dataset);

  tb_json_object_string (root, "tongbi", "dataset/1");
  tb_native_write_text (root, "title", &info->title);
  tb_native_write_text (root, "description", &info->description);
  tb_native_write_text (root, "publisher", &info->publisher);
  tb_json_object_string (root, "licence", info->licence);
  tb_native_write_day (root, "updated", info->updated);
  if (info->year_start != TB_CALENDAR_YEAR)
    tb_native_write_year_start (root, info->year_start);
  tb_native_write_catalog (root, catalog);
  tb_native_write_indicators (root, catalog);
}

/**
 * tb_writer_to_json:
 * @dataset: a dataset
 *
 * Writes a dataset as a file of the dataset format. Nothing is sorted; the
 * members that were not ours come after the known ones.
 *
 * Thread: any. The same dataset always gives the same bytes, which read back
 * give the same dataset.
 *
 * Returns: (transfer full): the file's content
 */
GBytes *
tb_writer_to_json (const TbDataset *dataset)
{
  const TbDatasetInfo *info = tb_dataset_get_info (dataset);
  GString *out = g_string_new (NULL);
  TbJsonObject root;

  tb_json_object_open (&root, out, 2);
  tb_native_write_head (&root, dataset);
  write_series (&root, dataset);
  tb_json_object_members (&root, info->unknown);
  tb_json_object_close (&root);
  g_string_append_c (out, '\n');

  return g_string_free_to_bytes (out);
}
