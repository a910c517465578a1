/* Writes a dataset as JSON-stat 2.0: the file as a whole.
 *
 * Figures stand once, in the cells. `extension.tongbi` has the rest of the dataset as the
 * dataset format has it, only that an observation is the number of its cell, or an object
 * with a member `@cell`; those that have no cell are written in full. `@cells` says how many
 * each data set has, so that a file that another program cut is not misread. Members of the
 * dataset, its series and observations that begin with "@" themselves get one more.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-writer-json-stat.h"

#include "tb-writer-native.h"
#include "tb-writer.h"

/* {"tongbi": "dataset/1", …, "@cells": [66], "series": [{…, "@cube": 0,
 *  "observations": [0, 1, {"@cell": 2, "qualifier": "over"}, {"period": "2019", …}]}]} */
static void
write_counts (TbJsonObject *object,
              GPtrArray    *cubes)
{
  tb_json_object_key (object, "@cells");
  g_string_append_c (object->out, '[');
  for (guint i = 0; i < cubes->len; i++)
    g_string_append_printf (object->out, "%s%" G_GUINT64_FORMAT, i > 0 ? ", " : "",
                            ((TbJsonStatCube *) cubes->pdata[i])->n_cells);
  g_string_append_c (object->out, ']');
}

static void
write_one_series (GString        *out,
                  const TbSeries *series,
                  guint32         cube,
                  const guint64  *positions)
{
  const TbSeriesInfo *info = tb_series_get_info (series);
  TbJsonObject object;

  tb_json_object_open (&object, out, TB_JSON_ONE_LINE);
  object.doubles_at = TRUE;
  tb_native_write_key (&object, info);
  tb_json_object_decimal (&object, "@cube", (TbDecimal) { cube, 0 });
  tb_json_object_key (&object, "observations");
  g_string_append_c (out, '[');
  for (gsize i = 0; i < tb_series_get_n (series); i++)
    {
      TbObservation observation;

      tb_series_get (series, i, &observation);
      g_string_append (out, i > 0 ? ", " : "");
      if (positions[i] == TB_JSON_STAT_NO_CELL)
        tb_native_write_observation (out, info, &observation, TRUE);
      else
        tb_native_write_observation_of_cell (out, info, &observation, positions[i]);
    }
  g_string_append_c (out, ']');
  tb_json_object_members (&object, info->unknown);
  tb_json_object_close (&object);
}

/* What the reader of our own files needs to make the same dataset again. */
static char *
make_own (const TbDataset  *dataset,
          GPtrArray        *cubes,
          const guint32    *cube_of,
          guint64         **positions)
{
  GString *out = g_string_new (NULL);
  TbJsonObject object;

  tb_json_object_open (&object, out, TB_JSON_ONE_LINE);
  object.doubles_at = TRUE;
  tb_native_write_head (&object, dataset);
  write_counts (&object, cubes);
  tb_json_object_key (&object, "series");
  g_string_append_c (out, '[');
  for (gsize i = 0; i < tb_dataset_get_n_series (dataset); i++)
    {
      g_string_append (out, i > 0 ? ",\n " : "\n ");
      write_one_series (out, tb_dataset_get_series ((TbDataset *) dataset, i), cube_of[i], positions[i]);
    }
  g_string_append_c (out, ']');
  tb_json_object_members (&object, tb_dataset_get_info (dataset)->unknown);
  tb_json_object_close (&object);

  return g_string_free_and_steal (out);
}

static void
write_collection (TbJsonObject    *root,
                  const TbDataset *dataset,
                  GPtrArray       *cubes,
                  TbLanguage       language,
                  const char      *own)
{
  const TbDatasetInfo *info = tb_dataset_get_info (dataset);
  TbJsonObject link, extension;

  tb_json_object_string (root, "version", "2.0");
  tb_json_object_string (root, "class", "collection");
  tb_json_object_string (root, "label", tb_text_get (&info->title, language));
  tb_json_object_key (root, "link");
  tb_json_object_open (&link, root->out, TB_JSON_ONE_LINE);
  tb_json_object_key (&link, "item");
  g_string_append_c (root->out, '[');
  for (guint i = 0; i < cubes->len; i++)
    {
      TbJsonObject item;

      g_string_append (root->out, i > 0 ? ",\n    " : "\n    ");
      tb_json_object_open (&item, root->out, TB_JSON_ONE_LINE);
      tb_json_stat_write_cube (&item, dataset, cubes->pdata[i], language, NULL);
      tb_json_object_close (&item);
    }
  g_string_append_c (root->out, ']');
  tb_json_object_close (&link);

  tb_json_object_key (root, "extension");
  tb_json_object_open (&extension, root->out, TB_JSON_ONE_LINE);
  tb_json_object_key (&extension, "tongbi");
  g_string_append (root->out, own);
  tb_json_object_close (&extension);
}

/**
 * tb_writer_to_json_stat:
 * @dataset: a dataset
 * @language: of labels and words for other programs
 *
 * Writes a dataset for programs that read JSON-stat. Series that share their
 * dimensions are one data set; where there are several, the file is a
 * collection of them. Numbers are as printed, with their multiplier beside the unit.
 *
 * Thread: any.
 *
 * Returns: (transfer full): the file's content
 */
GBytes *
tb_writer_to_json_stat (const TbDataset *dataset,
                        TbLanguage       language)
{
  g_autofree guint32 *cube_of = NULL;
  guint64 **positions = NULL;
  g_autoptr (GPtrArray) cubes = tb_json_stat_make_cubes (dataset, &cube_of, &positions);
  g_autofree char *own = make_own (dataset, cubes, cube_of, positions);
  GString *out = g_string_new (NULL);
  TbJsonObject root;

  tb_json_object_open (&root, out, 2);
  if (cubes->len == 1)
    tb_json_stat_write_cube (&root, dataset, cubes->pdata[0], language, own);
  else
    write_collection (&root, dataset, cubes, language, own);
  tb_json_object_close (&root);
  g_string_append_c (out, '\n');

  for (gsize i = 0; i < tb_dataset_get_n_series (dataset); i++)
    g_free (positions[i]);
  g_free (positions);
  return g_string_free_to_bytes (out);
}
