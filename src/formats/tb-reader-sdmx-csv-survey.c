/* Walks over the rows of SDMX-CSV before their figures are read.
 *
 * Which codes there are has to be known before the cube begins; and which
 * attributes are the same for whole series, so that they are told once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-sdmx-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rows that say something of several figures: each is held against each figure. */
#define MAX_GROUPS 200

/* The index of the series of a row. */
static guint
find_series (TbSdmxCsv         *self,
             const TbSeparated *record,
             GString           *key)
{
  gpointer found = g_hash_table_lookup (self->series, tb_sdmx_csv_name_series (self, record, key));

  if (found != NULL)
    return GPOINTER_TO_UINT (found) - 1;

  g_ptr_array_add (self->series_keys, g_strdup (key->str));
  g_hash_table_insert (self->series, self->series_keys->pdata[self->series_keys->len - 1],
                       GUINT_TO_POINTER (self->series_keys->len));
  return self->series_keys->len - 1;
}

/* Attributes that are the same for all figures of a series say something of the series. Where it is not known
 * which column is the period, all figures are held together. */
static void
survey_attributes (TbSdmxCsv         *self,
                   const TbSeparated *record,
                   GString           *key)
{
  guint series = G_MAXUINT;

  for (guint i = 0; i < self->columns->len; i++)
    {
      TbSdmxColumn *column = tb_sdmx_csv_get_column (self, i);
      TbSdmxValue value = { 0 };

      if (column->by_series == NULL || column->varies)
        continue;
      if (series == G_MAXUINT)
        series = find_series (self, record, key);
      value = tb_sdmx_csv_get_value (self, record, i);
      if (value.id == NULL)
        value.id = "";
      if (value.label != NULL)
        value.id = value.label;
      if (series >= column->by_series->len)
        {
          /* Series that came while another column was looked at are new here too. */
          g_ptr_array_set_size (column->by_series, (int) series + 1);
          column->by_series->pdata[series] = (gpointer) value.id;
        }
      else if (column->by_series->pdata[series] == NULL)
        column->by_series->pdata[series] = (gpointer) value.id;
      else if (!g_str_equal (column->by_series->pdata[series], value.id))
        column->varies = TRUE;
    }
}

/* A row of a group, kept as texts: its codes are the key, its attributes hold for all figures that it fits. */
static void
add_group (TbSdmxCsv         *self,
           const TbSeparated *record)
{
  g_autoptr (GStrvBuilder) builder = NULL;
  g_autoptr (GString) where = NULL;

  if (self->groups->len == MAX_GROUPS)
    {
      self->n_groups_lost++;
      return;
    }

  builder = g_strv_builder_new ();
  where = g_string_new (NULL);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const TbSdmxColumn *column = tb_sdmx_csv_get_column (self, i);
      TbSdmxValue value = tb_sdmx_csv_get_value (self, record, i);

      g_strv_builder_add (builder, value.id != NULL ? value.id : "");
      if (column->use == TB_SDMX_COLUMN_DIMENSION && value.id != NULL)
        g_string_append_printf (where, "%s%s", where->len > 0 ? "." : "", value.id);
    }
  g_ptr_array_add (self->groups, g_strv_builder_end (builder));

  for (guint i = 0; i < self->columns->len; i++)
    {
      const TbSdmxColumn *column = tb_sdmx_csv_get_column (self, i);
      TbSdmxValue value = tb_sdmx_csv_get_value (self, record, i);

      if (column->by_series != NULL && value.id != NULL)
        tb_sdmx_remark (&self->sdmx, column->name, &value, where->str);
    }
}

/* What the attributes say of whole series, for the description. */
static void
remark_on_series (TbSdmxCsv *self)
{
  for (guint i = 0; i < self->series_keys->len; i++)
    tb_sdmx_note_place (&self->sdmx, self->series_keys->pdata[i]);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const TbSdmxColumn *column = tb_sdmx_csv_get_column (self, i);

      if (column->by_series == NULL || column->varies)
        continue;
      for (guint j = 0; j < column->by_series->len; j++)
        {
          TbSdmxValue value = { .id = column->by_series->pdata[j] };

          if (value.id != NULL && *value.id != '\0')
            tb_sdmx_remark (&self->sdmx, column->name, &value, self->series_keys->pdata[j]);
        }
    }
}

/* Where fields are not parted by commas, numbers may have a decimal comma: all of them, and none a point. */
static void
survey_numbers (TbSdmxCsv         *self,
                const TbSeparated *record)
{
  for (guint i = 0; i < self->columns->len && i < record->n_fields; i++)
    {
      const TbSeparatedField *field = &record->fields[i];

      if (tb_sdmx_csv_get_column (self, i)->use != TB_SDMX_COLUMN_MEASURE)
        continue;
      self->has_point |= memchr (field->text, '.', field->length) != NULL;
      self->has_comma |= memchr (field->text, ',', field->length) != NULL;
    }
}

static void
settle_decimal_mark (TbSdmxCsv *self)
{
  const TbProfile *profile = self->input->profile;
  gboolean is_said = profile != NULL && tb_profile_get_decimal_mark (profile) != 0;

  if (!is_said && self->dialect.delimiter != ',' && self->has_comma && !self->has_point)
    self->style.decimal_mark = ',';
}

static void
report_unclosed (TbSdmxCsv         *self,
                 const TbSeparated *record)
{
  tb_problems_add (self->input->problems, TB_SEVERITY_ERROR, record->line, 1, "",
                   _("the file ends within a quoted cell of the row that begins here; expected a closing quote"));
}

/**
 * tb_sdmx_csv_survey:
 * @self: a reading
 * @records: behind the header
 *
 * Walks over all rows before the cube begins: which codes there are, what holds for groups of figures, and
 * which attributes say something of whole series.
 *
 * Returns: %FALSE: stop
 */
gboolean
tb_sdmx_csv_survey (TbSdmxCsv   *self,
                    TbSeparated *records)
{
  g_autoptr (GString) key = g_string_new (NULL);
  gsize n = 0;

  self->warns = TRUE;
  while (tb_separated_next (records))
    {
      if (records->unclosed)
        {
          report_unclosed (self, records);
          return FALSE;
        }
      switch (tb_sdmx_csv_classify (self, records))
        {
        case TB_SDMX_ROW_FIGURE:
          tb_sdmx_csv_intern_codes (self, records);
          survey_attributes (self, records, key);
          survey_numbers (self, records);
          self->n_rows++;
          break;
        case TB_SDMX_ROW_GROUP:
          add_group (self, records);
          break;
        case TB_SDMX_ROW_DELETION:
          self->n_deletions++;
          break;
        case TB_SDMX_ROW_BAD:
          break;
        }
      if (++n % TB_READER_STRIDE == 0 && !tb_reader_watch_step (self->input->watch, TB_READER_LOADED))
        return FALSE;
    }
  self->warns = FALSE;
  settle_decimal_mark (self);
  remark_on_series (self);
  return TRUE;
}
