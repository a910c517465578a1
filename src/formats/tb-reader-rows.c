/* Reads tidy rows: an array of JSON objects, alone or as a member of one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-rows-table.h"

#include "tb-json-field.h"

#include <glib/gi18n-lib.h>

/* Where rows may stand in an object. */
static const char *const members[] = { "data", "values", "rows", "observations", "records", "items" };

static gboolean
holds_rows (const TbJsonValue *value)
{
  TbJsonIter iter;

  if (value == NULL || tb_json_get_type (value) != TB_JSON_ARRAY)
    return FALSE;

  tb_json_iter_init (&iter, value);
  return tb_json_iter_next (&iter) && tb_json_get_type (iter.value) == TB_JSON_OBJECT;
}

static const TbJsonValue *
find_rows (const TbJsonDocument *document)
{
  const TbJsonValue *root = tb_json_document_get_root (document);

  if (holds_rows (root))
    return root;

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const TbJsonValue *rows = tb_json_field_get (root, members[i], TB_JSON_ARRAY);

      if (holds_rows (rows))
        return rows;
    }

  return NULL;
}

/* A grid of numbers with its size: heights of a field, no figures of anything dated. */
static gboolean
is_grid (const TbJsonDocument *document)
{
  const TbJsonValue *root = tb_json_document_get_root (document);
  const TbJsonValue *values;
  TbJsonIter iter;

  values = tb_json_field_get (root, "values", TB_JSON_ARRAY);
  if (values == NULL || tb_json_field_get (root, "width", TB_JSON_NUMBER) == NULL
      || tb_json_field_get (root, "height", TB_JSON_NUMBER) == NULL)
    return FALSE;

  tb_json_iter_init (&iter, values);
  return !tb_json_iter_next (&iter) || tb_json_get_type (iter.value) == TB_JSON_NUMBER;
}

static gboolean
sniff (const TbReaderInput *input)
{
  return find_rows (input->document) != NULL || is_grid (input->document);
}

static const char *
get_root_text (const TbReaderInput *input,
               TbTable             *table,
               const char          *key)
{
  return tb_json_field_get_text (tb_json_document_get_root (input->document), key,
                                 tb_cube_get_pool (tb_table_get_cube (table)));
}

/* What an answer of FRED, and what many files, say beside the rows. */
static void
describe (gpointer  user_data,
          TbTable  *table)
{
  const TbReaderInput *input = user_data;
  TbCube *cube = tb_table_get_cube (table);
  TbDatasetInfo *info = tb_cube_get_info (cube);
  const char *unit = get_root_text (input, table, "units");
  TbTableHint *hint;

  info->title = tb_cube_text (cube, get_root_text (input, table, "title"));
  info->description = tb_cube_text (cube, get_root_text (input, table, "description"));
  for (guint i = 0; unit != NULL && i < tb_table_get_n_columns (table); i++)
    {
      hint = tb_table_get_hint (table, i);
      if (g_str_equal (tb_table_get_name (table, i), "value"))
        hint->unit = unit;
    }
}

static TbDataset *
read_rows (const TbReaderInput *input)
{
  const TbJsonValue *rows = find_rows (input->document);
  TbReaderInput copy = *input;

  if (rows != NULL)
    return tb_rows_read (input, rows, describe, &copy);

  tb_json_report_add (input->report, TB_SEVERITY_ERROR, tb_json_document_get_root (input->document),
                      _("the file is a grid of numbers without periods or names; expected rows of figures"));
  return NULL;
}

const TbReader tb_reader_rows = {
  .id = "rows",
  .is_json = TRUE,
  .sniff = sniff,
  .read = read_rows,
  .is_streaming = TRUE,
};
