/* Reads the "json" answer of PxWeb: columns, and rows of keys and values.
 *
 * {"columns": [{"code", "text", "type": "d" | "t" | "c", …}], "comments": […],
 *  "data": [{"key": […], "values": […]}], "metadata": […]}
 *
 * Columns of type c are contents and have the values, the others the keys, in order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cube-cell.h"
#include "tb-day-text.h"
#include "tb-reader-json-stat.h"
#include "tb-status-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What PxWeb calls the contents in its other formats. */
#define CONTENTS "ContentsCode"

/* Columns of a table; each is looked for among the others. */
#define MAX_COLUMNS 1000

typedef struct
{
  const TbReaderInput *input;
  TbCube              *cube;
  TbPool              *pool;
  GPtrArray           *names;       /* of the key columns */
  GPtrArray           *codes;       /* of GHashTable for each of them: id → index + 1 */
  guint                n_contents;
  guint32             *cell_codes;
  guint                n_texts;
  char                *first_text;
} Table;

static gboolean
sniff (const TbReaderInput *input)
{
  const TbJsonValue *root = tb_json_document_get_root (input->document);
  const TbJsonValue *data;
  TbJsonIter iter;

  if (tb_json_get_type (root) != TB_JSON_OBJECT || tb_json_field_get (root, "columns", TB_JSON_ARRAY) == NULL)
    return FALSE;
  data = tb_json_field_get (root, "data", TB_JSON_ARRAY);
  if (data == NULL)
    return FALSE;

  tb_json_iter_init (&iter, data);
  if (!tb_json_iter_next (&iter))
    return TRUE;
  return tb_json_get_type (iter.value) == TB_JSON_OBJECT && tb_json_find (iter.value, "key") != NULL;
}

static void
fail (const Table       *self,
      const TbJsonValue *value,
      const char        *message)
{
  tb_json_report_add (self->input->report, TB_SEVERITY_ERROR, value, "%s", message);
}

static void
add_content (Table             *self,
             guint              contents,
             const TbJsonValue *column,
             const char        *id,
             const char        *label)
{
  TbCubeCode *code = tb_cube_get_code (self->cube, contents, tb_cube_add_code (self->cube, contents, id, label));

  code->unit = tb_json_field_get_text (column, "unit", self->pool);
  code->note = tb_cube_text (self->cube, tb_json_field_get_text (column, "comment", self->pool));
  self->n_contents++;
}

/* FALSE: reported. */
static gboolean
add_column (Table             *self,
            const TbJsonValue *column,
            gboolean           is_content,
            guint              contents)
{
  const char *id = NULL, *label, *type;

  if (tb_json_get_type (column) == TB_JSON_OBJECT)
    id = tb_json_field_get_text (column, "code", self->pool);
  if (id == NULL)
    {
      fail (self, column, _("a column has no code; expected a string in \"code\""));
      return FALSE;
    }

  label = tb_json_field_get_text (column, "text", self->pool);
  type = tb_json_field_get_text (column, "type", self->pool);
  if (is_content != (g_strcmp0 (type, "c") == 0))
    return TRUE;
  if (is_content)
    {
      add_content (self, contents, column, id, label);
      return TRUE;
    }

  tb_cube_add_dimension (self->cube, id, label,
                         g_strcmp0 (type, "t") == 0 ? TB_COLUMN_ROLE_PERIOD : TB_COLUMN_ROLE_UNSAID);
  g_ptr_array_add (self->names, (gpointer) id);
  g_ptr_array_add (self->codes, g_hash_table_new (g_str_hash, g_str_equal));
  return TRUE;
}

static gboolean
add_columns (Table             *self,
             const TbJsonValue *columns)
{
  guint contents = 0;
  TbJsonIter iter;

  if (tb_json_get_size (columns) > MAX_COLUMNS)
    {
      fail (self, columns, _("the table has too many columns; expected at most 1,000"));
      return FALSE;
    }
  for (int is_content = 0; is_content < 2; is_content++)
    {
      if (is_content)
        contents = tb_cube_add_dimension (self->cube, CONTENTS, NULL, TB_COLUMN_ROLE_INDICATOR);
      tb_json_iter_init (&iter, columns);
      while (tb_json_iter_next (&iter))
        {
          if (!add_column (self, iter.value, is_content, contents))
            return FALSE;
        }
    }
  if (self->n_contents > 0)
    return TRUE;

  fail (self, columns, _("the table has no column of values; expected one with \"type\": \"c\""));
  return FALSE;
}

/* FALSE: reported. */
static gboolean
intern_key (Table             *self,
            guint              index,
            const TbJsonValue *value)
{
  const char *id = tb_json_field_to_text (value, self->pool);
  GHashTable *codes = self->codes->pdata[index];
  guint code;

  if (id == NULL)
    {
      fail (self, value, _("not a code; expected a string"));
      return FALSE;
    }

  code = GPOINTER_TO_UINT (g_hash_table_lookup (codes, id));
  if (code == 0)
    {
      code = tb_cube_add_code (self->cube, index, id, NULL) + 1;
      g_hash_table_insert (codes, (gpointer) id, GUINT_TO_POINTER (code));
    }
  self->cell_codes[index] = code - 1;
  return TRUE;
}

/* FALSE: reported. */
static gboolean
read_key (Table             *self,
          const TbJsonValue *row)
{
  const TbJsonValue *key
    = tb_json_get_type (row) == TB_JSON_OBJECT ? tb_json_field_get (row, "key", TB_JSON_ARRAY) : NULL;
  guint index = 0;
  TbJsonIter iter;

  if (key == NULL || tb_json_get_size (key) != self->names->len)
    {
      tb_json_report_add (self->input->report, TB_SEVERITY_ERROR, key != NULL ? key : row,
                          _("the number of codes in the key of a row is %u; "
                            "expected %u, one for each column but those of values"),
                          key != NULL ? (guint) tb_json_get_size (key) : 0, self->names->len);
      return FALSE;
    }

  tb_json_iter_init (&iter, key);
  while (tb_json_iter_next (&iter))
    {
      if (!intern_key (self, index++, iter.value))
        return FALSE;
    }

  return TRUE;
}

/* All codes are known before the cube settles which column is the period. */
static gboolean
intern_keys (Table             *self,
             const TbJsonValue *data)
{
  TbJsonIter iter;

  tb_json_iter_init (&iter, data);
  while (tb_json_iter_next (&iter))
    {
      if (!read_key (self, iter.value))
        return FALSE;
    }

  return TRUE;
}

static void
read_cell (Table             *self,
           const TbJsonValue *value,
           TbCubeCell        *cell)
{
  TbNumberStyle style = TB_NUMBER_STYLE_PLAIN;
  TbNumberText number;
  const char *text = tb_json_field_to_text (value, self->pool);
  gsize length = text != NULL ? strlen (text) : 0;

  if (text == NULL)
    return;

  switch (tb_number_text_parse (text, length, &style, &number))
    {
    case TB_NUMBER_GIVEN:
      tb_cube_cell_set_number (cell, &number, text, length, &style, self->pool);
      break;
    case TB_NUMBER_MISSING:
      cell->note = tb_status_text_parse (TB_PROVIDER_PXWEB, text, length, NULL, self->pool, &cell->status);
      break;
    case TB_NUMBER_NONE:
      cell->note = text;
      if (self->n_texts++ == 0)
        self->first_text = tb_json_dup_text (value);
      break;
    }
}

/* FALSE: reported, or cancelled. */
static gboolean
read_row (Table             *self,
          const TbJsonValue *row)
{
  const TbJsonValue *values;
  TbJsonIter iter;

  if (!read_key (self, row))
    return FALSE;
  values = tb_json_field_get (row, "values", TB_JSON_ARRAY);
  if (values == NULL || tb_json_get_size (values) != self->n_contents)
    {
      tb_json_report_add (self->input->report, TB_SEVERITY_ERROR, values != NULL ? values : row,
                          _("the number of values in a row is %u; expected %u, one for each column of values"),
                          values != NULL ? (guint) tb_json_get_size (values) : 0, self->n_contents);
      return FALSE;
    }

  self->cell_codes[self->names->len] = 0;
  tb_json_iter_init (&iter, values);
  while (tb_json_iter_next (&iter))
    {
      TbCubeCell cell = TB_CUBE_CELL_INIT;

      read_cell (self, iter.value, &cell);
      if (!tb_cube_add (self->cube, self->cell_codes, &cell))
        return FALSE;
      self->cell_codes[self->names->len]++;
    }

  return TRUE;
}

static gboolean
read_rows (Table             *self,
           const TbJsonValue *data)
{
  TbJsonIter iter;

  tb_json_iter_init (&iter, data);
  while (tb_json_iter_next (&iter))
    {
      if (!read_row (self, iter.value))
        return FALSE;
    }
  if (self->n_texts > 0)
    tb_json_report_add (self->input->report, TB_SEVERITY_WARNING, data,
                        ngettext ("%u figure is no number that can be read, %s; it stays as a note",
                                  "%u figures are no numbers that can be read, the first is %s; they stay as notes",
                                  self->n_texts), self->n_texts, self->first_text);

  return TRUE;
}

/* A comment on one code; FALSE where it is on none that is here, or one that has another. */
static gboolean
read_comment (Table      *self,
              const char *variable,
              const char *value,
              const char *comment)
{
  for (guint i = 0; i < self->names->len && variable != NULL && value != NULL; i++)
    {
      guint code;

      if (!g_str_equal (self->names->pdata[i], variable))
        continue;
      code = GPOINTER_TO_UINT (g_hash_table_lookup (self->codes->pdata[i], value));
      /* A second comment on the same code stands with those on all figures. */
      if (code == 0 || !tb_text_is_empty (&tb_cube_get_code (self->cube, i, code - 1)->note))
        return FALSE;
      tb_cube_get_code (self->cube, i, code - 1)->note = tb_cube_text (self->cube, comment);
      return TRUE;
    }

  return FALSE;
}

static void
read_comments (Table             *self,
               const TbJsonValue *root)
{
  const TbJsonValue *comments = tb_json_field_get (root, "comments", TB_JSON_ARRAY);
  g_autoptr (GString) rest = g_string_new (NULL);
  TbJsonIter iter;

  if (comments == NULL)
    return;

  tb_json_iter_init (&iter, comments);
  while (tb_json_iter_next (&iter))
    {
      const char *variable, *value, *comment;

      if (tb_json_get_type (iter.value) != TB_JSON_OBJECT)
        continue;
      variable = tb_json_field_get_text (iter.value, "variable", self->pool);
      value = tb_json_field_get_text (iter.value, "value", self->pool);
      comment = tb_json_field_get_text (iter.value, "comment", self->pool);
      if (comment == NULL || read_comment (self, variable, value, comment))
        continue;
      g_string_append_printf (rest, "%s%s%s%s", rest->len > 0 ? "\n" : "", variable != NULL ? variable : "",
                              variable != NULL ? ": " : "", comment);
    }
  tb_cube_get_info (self->cube)->description = tb_cube_text (self->cube, rest->str);
}

/* [{"updated", "source", "label", …}] of newer servers. */
static void
read_metadata (Table             *self,
               const TbJsonValue *root)
{
  const TbJsonValue *metadata = tb_json_field_get (root, "metadata", TB_JSON_ARRAY);
  TbDatasetInfo *info = tb_cube_get_info (self->cube);
  const char *updated;
  TbJsonIter iter;

  if (metadata == NULL)
    return;

  tb_json_iter_init (&iter, metadata);
  if (!tb_json_iter_next (&iter) || tb_json_get_type (iter.value) != TB_JSON_OBJECT)
    return;
  info->title = tb_cube_text (self->cube, tb_json_field_get_text (iter.value, "label", self->pool));
  tb_cube_get_source (self->cube)->publisher
    = tb_cube_text (self->cube, tb_json_field_get_text (iter.value, "source", self->pool));
  updated = tb_json_field_get_text (iter.value, "updated", self->pool);
  if (updated != NULL && !tb_day_text_parse (updated, &info->updated))
    tb_json_report_add (self->input->report, TB_SEVERITY_WARNING, tb_json_find (iter.value, "updated"),
                        _("\"%s\" is no day that can be read in one way only; expected one such as \"2026-03-31\""),
                        updated);
}

static void
clear (Table *self)
{
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->codes);
  g_free (self->cell_codes);
  g_free (self->first_text);
  tb_cube_free (self->cube);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, clear)

static TbDataset *
read_table (const TbReaderInput *input)
{
  const TbJsonValue *root = tb_json_document_get_root (input->document);
  g_auto (Table) self = {
    .input = input,
    .cube = tb_cube_new (input),
    .names = g_ptr_array_new (),
    .codes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref),
    .cell_codes = g_new0 (guint32, MAX_COLUMNS + 1),
  };
  const TbJsonValue *columns, *data;

  self.pool = tb_cube_get_pool (self.cube);
  columns = tb_json_get_type (root) == TB_JSON_OBJECT ? tb_json_field_get (root, "columns", TB_JSON_ARRAY) : NULL;
  data = columns != NULL ? tb_json_field_get (root, "data", TB_JSON_ARRAY) : NULL;
  if (data == NULL)
    {
      fail (&self, root, _("not a table of PxWeb; expected an object with arrays in \"columns\" and \"data\""));
      return NULL;
    }

  read_metadata (&self, root);
  if (!add_columns (&self, columns) || !intern_keys (&self, data))
    return NULL;
  read_comments (&self, root);
  if (!tb_cube_begin (self.cube, tb_json_guess_size (data) * self.n_contents) || !read_rows (&self, data))
    return NULL;

  return tb_cube_finish (self.cube);
}

const TbReader tb_reader_pxweb_json = {
  .id = "pxweb-json",
  .is_json = TRUE,
  .sniff = sniff,
  .read = read_table,
  .is_streaming = TRUE,
};
