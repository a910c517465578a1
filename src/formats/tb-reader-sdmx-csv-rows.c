/* Reads the rows of SDMX-CSV.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-sdmx-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LABEL_SEPARATOR ": "

/* An empty cell of a dimension, or "~", stands for all of its codes. */
static gboolean
is_wildcard (const TbSeparatedField *field)
{
  return field->length == 0 || (field->length == 1 && *field->text == '~');
}

/* Several values of one cell are told one after the other. */
static const char *
intern_cell (TbSdmxCsv              *self,
             const TbSdmxColumn     *column,
             const TbSeparatedField *field)
{
  g_autoptr (GString) shown = NULL;

  if (!column->is_list || self->sub_delimiter == 0)
    return tb_pool_intern_len (self->pool, field->text, field->length);

  shown = g_string_new (NULL);
  for (gsize i = 0; i < field->length; i++)
    {
      if (field->text[i] == self->sub_delimiter)
        g_string_append (shown, "; ");
      else
        g_string_append_c (shown, field->text[i]);
    }

  return tb_pool_intern_len (self->pool, shown->str, shown->len);
}

/**
 * tb_sdmx_csv_get_value:
 * @self: a reading
 * @record: a row
 * @i: a column
 *
 * Returns: the code and label in a cell, interned; no id where it is empty
 */
TbSdmxValue
tb_sdmx_csv_get_value (TbSdmxCsv         *self,
                       const TbSeparated *record,
                       guint              i)
{
  const TbSdmxColumn *column = tb_sdmx_csv_get_column (self, i);
  TbSdmxValue value = { 0 };
  const char *separator;

  if (i >= record->n_fields || is_wildcard (&record->fields[i]))
    return value;

  value.id = intern_cell (self, column, &record->fields[i]);
  separator = column->is_labelled ? strstr (value.id, LABEL_SEPARATOR) : NULL;
  if (separator != NULL)
    {
      value.label = separator + strlen (LABEL_SEPARATOR);
      value.id = tb_pool_intern_len (self->pool, value.id, (gsize) (separator - value.id));
    }
  else if (column->has_labels && i + 1 < record->n_fields && record->fields[i + 1].length > 0)
    {
      value.label = tb_pool_intern_len (self->pool, record->fields[i + 1].text, record->fields[i + 1].length);
    }

  return value;
}

static gboolean
is_deletion (const TbSeparatedField *action)
{
  return action->length > 0 && g_ascii_toupper (*action->text) == 'D';
}

/**
 * tb_sdmx_csv_classify:
 * @self: a reading
 * @record: a row
 *
 * Tells how a row is to be taken; what is wrong with it is told in the first walk.
 *
 * Returns: as what
 */
TbSdmxRow
tb_sdmx_csv_classify (TbSdmxCsv         *self,
                      const TbSeparated *record)
{
  gboolean has_wildcard = FALSE, has_value = FALSE;

  if (record->n_fields > self->columns->len)
    {
      if (self->warns)
        tb_problems_add (self->input->problems, TB_SEVERITY_WARNING, record->line, 1, "",
                         _("the row has %zu fields and is left out; expected %u, as in the header"), record->n_fields,
                         self->columns->len);
      return TB_SDMX_ROW_BAD;
    }

  for (guint i = 0; i < self->columns->len; i++)
    {
      const TbSdmxColumn *column = tb_sdmx_csv_get_column (self, i);
      gboolean is_empty = i >= record->n_fields || is_wildcard (&record->fields[i]);

      if (column->use == TB_SDMX_COLUMN_ACTION && !is_empty && is_deletion (&record->fields[i]))
        return TB_SDMX_ROW_DELETION;
      has_wildcard |= column->use == TB_SDMX_COLUMN_DIMENSION && is_empty;
      has_value |= column->use == TB_SDMX_COLUMN_MEASURE && !is_empty;
    }

  return has_wildcard && !has_value ? TB_SDMX_ROW_GROUP : TB_SDMX_ROW_FIGURE;
}

/**
 * tb_sdmx_csv_name_series:
 * @self: a reading
 * @record: a row
 * @key: gets the codes of all dimensions but the period; nothing where that is not known
 *
 * Returns: (transfer none): what is in @key
 */
const char *
tb_sdmx_csv_name_series (TbSdmxCsv         *self,
                         const TbSeparated *record,
                         GString           *key)
{
  g_string_truncate (key, 0);
  for (guint i = 0; self->period != G_MAXUINT && i < self->columns->len; i++)
    {
      const TbSdmxColumn *column = tb_sdmx_csv_get_column (self, i);
      TbSdmxValue value = { 0 };

      if (column->use != TB_SDMX_COLUMN_DIMENSION || i == self->period)
        continue;
      value = tb_sdmx_csv_get_value (self, record, i);
      g_string_append_printf (key, "%s%s", key->len > 0 ? "." : "", value.id != NULL ? value.id : "");
    }

  return key->str;
}

/* Where there are several. */
static void
intern_dataflow (TbSdmxCsv         *self,
                 const TbSeparated *record)
{
  TbSdmxValue value;
  const char *id;
  guint32 n;

  if (self->structure_in_cube == TB_SDMX_NO_DIMENSION)
    return;

  value = tb_sdmx_csv_get_value (self, record, self->structure);
  id = tb_sdmx_csv_find_dataflow (self, value.id != NULL ? value.id : "");
  n = tb_cube_get_n_codes (self->sdmx.cube, self->structure_in_cube);
  self->codes[self->structure_in_cube] = tb_cube_intern (self->sdmx.cube, self->structure_in_cube, id, strlen (id));
  if (self->codes[self->structure_in_cube] == n && value.label != NULL)
    tb_cube_get_code (self->sdmx.cube, self->structure_in_cube, n)->label
        = tb_cube_text (self->sdmx.cube, value.label);
}

/**
 * tb_sdmx_csv_intern_codes:
 * @self: a reading
 * @record: a row
 *
 * Finds the codes of a row, and adds those that are new.
 */
void
tb_sdmx_csv_intern_codes (TbSdmxCsv         *self,
                          const TbSeparated *record)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const TbSdmxColumn *column = tb_sdmx_csv_get_column (self, i);
      TbSdmxValue value;
      guint32 n, code;

      if (column->use != TB_SDMX_COLUMN_DIMENSION)
        continue;
      self->codes[column->in_cube] = TB_CUBE_NO_CODE;
      value = tb_sdmx_csv_get_value (self, record, i);
      if (value.id == NULL)
        continue;
      n = tb_cube_get_n_codes (self->sdmx.cube, column->in_cube);
      code = tb_cube_intern (self->sdmx.cube, column->in_cube, value.id, strlen (value.id));
      if (code == n && value.label != NULL)
        tb_cube_get_code (self->sdmx.cube, column->in_cube, code)->label = tb_cube_text (self->sdmx.cube, value.label);
      self->codes[column->in_cube] = code;
    }

  intern_dataflow (self, record);
}

static gboolean
fits (TbSdmxCsv         *self,
      const TbSeparated *record,
      char             **group)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      if (tb_sdmx_csv_get_column (self, i)->use != TB_SDMX_COLUMN_DIMENSION || *group[i] == '\0')
        continue;
      if (g_strcmp0 (tb_sdmx_csv_get_value (self, record, i).id, group[i]) != 0)
        return FALSE;
    }

  return TRUE;
}

/* What groups say holds where the row itself says nothing. */
static void
apply_groups (TbSdmxCsv         *self,
              const TbSeparated *record,
              TbSdmxState       *state)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      char **group = self->groups->pdata[i];

      if (!fits (self, record, group))
        continue;
      for (guint j = 0; j < self->columns->len; j++)
        {
          const TbSdmxColumn *column = tb_sdmx_csv_get_column (self, j);
          TbSdmxValue value = { .id = group[j] };

          if (column->use == TB_SDMX_COLUMN_ATTRIBUTE && *group[j] != '\0'
              && tb_sdmx_csv_get_value (self, record, j).id == NULL)
            tb_sdmx_apply (&self->sdmx, column->kind, column->name, &value, state);
        }
    }
}

static void
apply_attributes (TbSdmxCsv         *self,
                  const TbSeparated *record,
                  TbSdmxState       *state)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const TbSdmxColumn *column = tb_sdmx_csv_get_column (self, i);
      TbSdmxValue value;

      if (column->use != TB_SDMX_COLUMN_ATTRIBUTE && column->use != TB_SDMX_COLUMN_DIMENSION)
        continue;
      if (column->use == TB_SDMX_COLUMN_DIMENSION && column->kind != TB_SDMX_MULTIPLIER)
        continue;
      if (column->kind == TB_SDMX_OTHER && !column->varies)
        continue;
      value = tb_sdmx_csv_get_value (self, record, i);
      if (column->kind != TB_SDMX_OTHER)
        tb_sdmx_apply (&self->sdmx, column->kind, column->name, &value, state);
      else
        tb_sdmx_add_note (&self->sdmx, column->name, &value, state);
    }
}

static void
note_decimals (TbSdmxCsv *self,
               int        decimals)
{
  TbCubeCode *subject = tb_cube_get_subject (self->sdmx.cube);

  subject->decimals = MAX (subject->decimals, decimals);
  for (guint i = 0; decimals >= 0 && i < self->columns->len; i++)
    {
      const TbSdmxColumn *column = tb_sdmx_csv_get_column (self, i);
      TbCubeCode *code;

      if (column->use != TB_SDMX_COLUMN_DIMENSION || self->codes[column->in_cube] == TB_CUBE_NO_CODE)
        continue;
      code = tb_cube_get_code (self->sdmx.cube, column->in_cube, self->codes[column->in_cube]);
      code->decimals = MAX (code->decimals, decimals);
    }
}

static gboolean
read_row (TbSdmxCsv         *self,
          const TbSeparated *record)
{
  TbSdmxState state = TB_SDMX_STATE_INIT;

  tb_sdmx_csv_intern_codes (self, record);
  apply_groups (self, record, &state);
  apply_attributes (self, record, &state);
  note_decimals (self, state.decimals);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const TbSdmxColumn *column = tb_sdmx_csv_get_column (self, i);
      TbCubeCell cell = TB_CUBE_CELL_INIT;

      if (column->use != TB_SDMX_COLUMN_MEASURE)
        continue;
      if (i < record->n_fields)
        tb_json_field_parse_cell (record->fields[i].text, record->fields[i].length, &self->style, self->pool, &cell);
      if (self->measure_in_cube != TB_SDMX_NO_DIMENSION)
        self->codes[self->measure_in_cube] = column->in_cube;
      if (!tb_sdmx_add_cell (&self->sdmx, self->codes, &cell, &state))
        return FALSE;
    }

  return TRUE;
}

/**
 * tb_sdmx_csv_read_rows:
 * @self: a reading, the cube of which was begun
 * @records: behind the header
 *
 * Reads the figures.
 *
 * Returns: %FALSE: stop
 */
gboolean
tb_sdmx_csv_read_rows (TbSdmxCsv   *self,
                       TbSeparated *records)
{
  while (tb_separated_next (records))
    {
      if (tb_sdmx_csv_classify (self, records) == TB_SDMX_ROW_FIGURE && !read_row (self, records))
        return FALSE;
    }

  return TRUE;
}
