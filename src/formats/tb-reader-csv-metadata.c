/* What stands beside the figures of a chart of Our World in Data (formats.md, section 5).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-csv-metadata.h"

#include "tb-json-field.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_chart (const TbTable *table)
{
  return tb_table_get_n_columns (table) >= 3 && g_str_equal (tb_table_get_name (table, 0), "Entity")
         && (g_str_equal (tb_table_get_name (table, 1), "Code") || g_str_equal (tb_table_get_name (table, 1), "Year")
             || g_str_equal (tb_table_get_name (table, 1), "Day"));
}

static const char *
get_text (TbTable           *table,
          const TbJsonValue *object,
          const char        *key)
{
  return tb_json_field_get_text (object, key, tb_cube_get_pool (tb_table_get_cube (table)));
}

static void
take_chart (TbTable           *table,
            const TbJsonValue *chart)
{
  TbCube *cube = tb_table_get_cube (table);
  TbDatasetInfo *info = tb_cube_get_info (cube);
  TbSource *source = tb_cube_get_source (cube);
  const char *citation = get_text (table, chart, "citation");

  info->title = tb_cube_text (cube, get_text (table, chart, "title"));
  info->description = tb_cube_text (cube, get_text (table, chart, "subtitle"));
  info->publisher = tb_cube_text (cube, "Our World in Data");
  if (citation == NULL)
    return;

  source->publisher = tb_cube_text (cube, citation);
  source->title = info->title;
  source->url = get_text (table, chart, "originalChartUrl");
}

/* By the column's name, or by the short name that the file may be downloaded with. */
static guint
find_column (const TbTable     *table,
             const char        *name,
             const char        *short_name)
{
  for (guint i = 0; i < tb_table_get_n_columns (table); i++)
    {
      const char *column = tb_table_get_name (table, i);

      if (g_str_equal (column, name) || (short_name != NULL && g_str_equal (column, short_name)))
        return i;
    }

  return G_MAXUINT;
}

static void
take_column (TbTable           *table,
             const char        *name,
             const TbJsonValue *said)
{
  TbDatasetInfo *info = tb_cube_get_info (tb_table_get_cube (table));
  const guint column = find_column (table, name, get_text (table, said, "shortName"));
  const char *updated = get_text (table, said, "lastUpdated");
  TbTableHint *hint;
  TbDay day;

  if (column == G_MAXUINT)
    return;

  hint = tb_table_get_hint (table, column);
  hint->title = get_text (table, said, "titleShort");
  if (hint->title == NULL)
    hint->title = get_text (table, said, "titleLong");
  hint->unit = get_text (table, said, "unit");
  if (hint->unit == NULL)
    hint->unit = get_text (table, said, "shortUnit");
  hint->description = get_text (table, said, "descriptionShort");
  /* The dataset is as new as the newest of its columns. */
  if (updated != NULL && tb_day_parse (updated, &day))
    info->updated = MAX (info->updated, day);
}

static void
take_columns (TbTable           *table,
              const TbJsonValue *columns)
{
  TbJsonIter iter;
  gsize length;

  tb_json_iter_init (&iter, columns);
  while (tb_json_iter_next (&iter))
    {
      if (tb_json_get_type (iter.value) == TB_JSON_OBJECT)
        take_column (table, tb_json_get_string (iter.key, &length), iter.value);
    }
}

static GBytes *
load (const TbReaderInput  *input,
      char                **out_name)
{
  const char *point = strrchr (input->name, '.');

  if (input->siblings == NULL || point == NULL)
    return NULL;

  *out_name = g_strdup_printf ("%.*s.metadata.json", (int) (point - input->name), input->name);
  return input->siblings->load (input->siblings->user_data, *out_name, input->problems);
}

void
tb_csv_metadata_take (const TbReaderInput *input,
                      TbTable             *table)
{
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = is_chart (table) ? load (input, &name) : NULL;
  g_autoptr (TbProblems) problems = NULL;
  g_autoptr (TbJsonDocument) document = NULL;
  const TbJsonValue *root, *part;

  if (bytes == NULL)
    return;

  problems = tb_problems_new (name);
  document = tb_json_document_new (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 0, problems);
  if (document == NULL)
    {
      tb_problems_add (input->problems, TB_SEVERITY_WARNING, 0, 0, "",
                       _("“%s” beside the file is not JSON, so that the figures are read without it; expected their "
                         "description"),
                       name);
      return;
    }

  root = tb_json_document_get_root (document);
  part = tb_json_field_get (root, "chart", TB_JSON_OBJECT);
  if (part != NULL)
    take_chart (table, part);
  part = tb_json_field_get (root, "columns", TB_JSON_OBJECT);
  if (part != NULL)
    take_columns (table, part);
}
