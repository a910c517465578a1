/* Reads the header of SDMX-CSV: what each column is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-sdmx-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LABEL_SEPARATOR ": "

static const char *
intern (TbSdmxCsv  *self,
        const char *text,
        gsize       length)
{
  return tb_pool_intern_len (self->pool, text, length);
}

/* "ATTR_1[]" has several values in a cell; "STRUCTURE[;]" says what is between them. */
static void
cut_brackets (TbSdmxCsv    *self,
              TbSdmxColumn *column)
{
  const char *open = strchr (column->id, '[');
  gsize length = strlen (column->id);

  if (open == NULL || length == 0 || column->id[length - 1] != ']')
    return;
  if (length == (gsize) (open - column->id) + 3)
    self->sub_delimiter = open[1];
  column->is_list = length == (gsize) (open - column->id) + 2;
  column->id = intern (self, column->id, (gsize) (open - column->id));
}

static void
read_name (TbSdmxCsv              *self,
           const TbSeparatedField *field,
           TbSdmxColumn           *column)
{
  const char *text = intern (self, field->text, field->length);
  const char *label = strstr (text, LABEL_SEPARATOR);

  column->id = label != NULL ? intern (self, text, (gsize) (label - text)) : text;
  column->is_labelled = label != NULL;
  cut_brackets (self, column);
  column->name = label != NULL ? label + strlen (LABEL_SEPARATOR) : column->id;
}

static gboolean
is_measure (const char *id)
{
  return g_str_has_prefix (id, "OBS_VALUE");
}

/* Columns that are there whatever the structure. */
static gboolean
find_fixed_use (TbSdmxColumn *column)
{
  static const struct
  {
    const char     *id;
    TbSdmxColumnUse use;
  } fixed[] = {
    { "DATAFLOW", TB_SDMX_COLUMN_STRUCTURE },
    { "STRUCTURE", TB_SDMX_COLUMN_SKIPPED },
    { "STRUCTURE_ID", TB_SDMX_COLUMN_STRUCTURE },
    { "STRUCTURE_NAME", TB_SDMX_COLUMN_NAME },
    { "ACTION", TB_SDMX_COLUMN_ACTION },
    { "SERIES_KEY", TB_SDMX_COLUMN_SKIPPED },
    { "OBS_KEY", TB_SDMX_COLUMN_SKIPPED },
    { "LAST UPDATE", TB_SDMX_COLUMN_ATTRIBUTE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fixed); i++)
    {
      if (!g_str_equal (column->id, fixed[i].id))
        continue;
      column->use = fixed[i].use;
      return TRUE;
    }

  return FALSE;
}

/* FALSE where the user said nothing of the column. */
static gboolean
find_use_of_profile (const TbSdmxCsv *self,
                     TbSdmxColumn    *column)
{
  const TbProfile *profile = self->input->profile;

  column->role = profile != NULL ? tb_profile_get_role (profile, column->id) : TB_COLUMN_ROLE_UNSAID;
  switch (column->role)
    {
    case TB_COLUMN_ROLE_UNSAID:
      return FALSE;
    case TB_COLUMN_ROLE_PERIOD:
    case TB_COLUMN_ROLE_PLACE:
    case TB_COLUMN_ROLE_INDICATOR:
    case TB_COLUMN_ROLE_BREAKDOWN:
      column->use = TB_SDMX_COLUMN_DIMENSION;
      break;
    case TB_COLUMN_ROLE_VALUE:
      column->use = TB_SDMX_COLUMN_MEASURE;
      break;
    case TB_COLUMN_ROLE_UNIT:
      column->use = TB_SDMX_COLUMN_ATTRIBUTE;
      column->kind = TB_SDMX_UNIT;
      break;
    case TB_COLUMN_ROLE_TITLE:
      column->use = TB_SDMX_COLUMN_ATTRIBUTE;
      column->kind = TB_SDMX_TITLE;
      break;
    case TB_COLUMN_ROLE_STATUS:
      column->use = TB_SDMX_COLUMN_ATTRIBUTE;
      column->kind = TB_SDMX_STATUS;
      break;
    case TB_COLUMN_ROLE_NOTE:
      column->use = TB_SDMX_COLUMN_ATTRIBUTE;
      break;
    case TB_COLUMN_ROLE_LABEL:
      column->use = TB_SDMX_COLUMN_LABEL;
      break;
    case TB_COLUMN_ROLE_IGNORED:
      column->use = TB_SDMX_COLUMN_SKIPPED;
      break;
    }

  return TRUE;
}

static TbColumnRole
find_role (const char *id)
{
  if (g_str_equal (id, "TIME_PERIOD"))
    return TB_COLUMN_ROLE_PERIOD;
  if (g_str_equal (id, "REF_AREA"))
    return TB_COLUMN_ROLE_PLACE;

  return g_ascii_strcasecmp (id, "FREQ") == 0 ? TB_COLUMN_ROLE_BREAKDOWN : TB_COLUMN_ROLE_UNSAID;
}

/* Dimensions come before the measure, attributes behind it. Where nothing comes before it, only what is known
 * to be an attribute is taken for one: to take a dimension for an attribute would mix series. */
static void
find_use (TbSdmxColumn *column,
          gboolean      is_behind,
          gboolean      has_dimensions)
{
  column->kind = tb_sdmx_kind_from_id (column->id);
  if (is_measure (column->id))
    column->use = TB_SDMX_COLUMN_MEASURE;
  else if (column->kind == TB_SDMX_UNIT)
    column->use = is_behind ? TB_SDMX_COLUMN_ATTRIBUTE : TB_SDMX_COLUMN_DIMENSION;
  else if (column->kind != TB_SDMX_OTHER || column->is_list)
    column->use = TB_SDMX_COLUMN_ATTRIBUTE;
  else if (g_str_equal (column->id, "TIME_PERIOD") || !is_behind || !has_dimensions)
    column->use = TB_SDMX_COLUMN_DIMENSION;
  else
    column->use = TB_SDMX_COLUMN_ATTRIBUTE;
  if (column->use == TB_SDMX_COLUMN_DIMENSION)
    column->role = find_role (column->id);
}

/* With names in columns of their own each component has two: DIM_1, "Dimension 1". */
static void
pair_labels (TbSdmxCsv *self)
{
  gboolean has_names = FALSE;
  gboolean is_label = FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      TbSdmxColumn *column = tb_sdmx_csv_get_column (self, i);

      if (find_fixed_use (column))
        {
          has_names |= column->use == TB_SDMX_COLUMN_NAME;
          continue;
        }
      if (!has_names)
        return;
      if (is_label)
        {
          TbSdmxColumn *before = tb_sdmx_csv_get_column (self, i - 1);

          column->use = TB_SDMX_COLUMN_LABEL;
          before->has_labels = TRUE;
          before->name = column->id;
        }
      is_label = !is_label;
    }
}

static gboolean
has_dimension_before_measure (const TbSdmxCsv *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      TbSdmxColumn column = *tb_sdmx_csv_get_column (self, i);

      if (is_measure (column.id))
        return FALSE;
      if (!find_fixed_use (&column) && column.use != TB_SDMX_COLUMN_LABEL
          && tb_sdmx_kind_from_id (column.id) == TB_SDMX_OTHER && !column.is_list)
        return TRUE;
    }

  return FALSE;
}

static void
find_uses (TbSdmxCsv *self)
{
  gboolean has_dimensions = has_dimension_before_measure (self);
  gboolean is_behind = FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      TbSdmxColumn *column = tb_sdmx_csv_get_column (self, i);

      if (!find_fixed_use (column) && column->use != TB_SDMX_COLUMN_LABEL && !find_use_of_profile (self, column))
        find_use (column, is_behind, has_dimensions);
      if (column->use == TB_SDMX_COLUMN_MEASURE)
        {
          is_behind = TRUE;
          self->n_measures++;
        }
      if (column->use == TB_SDMX_COLUMN_STRUCTURE)
        self->structure = i;
      if (column->use == TB_SDMX_COLUMN_DIMENSION && column->role == TB_COLUMN_ROLE_PERIOD)
        self->period = i;
      if (column->use == TB_SDMX_COLUMN_ATTRIBUTE && column->kind == TB_SDMX_OTHER)
        column->by_series = g_ptr_array_new ();
    }
}

/* What no dimension of the cube tells of itself. */
static void
tell (TbSdmxCsv *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const TbSdmxColumn *column = tb_sdmx_csv_get_column (self, i);

      if (column->use == TB_SDMX_COLUMN_MEASURE)
        tb_plan_add_column (self->input->plan, column->id, TB_COLUMN_ROLE_VALUE, FALSE, NULL);
      else if (column->use == TB_SDMX_COLUMN_ATTRIBUTE
               && (column->kind == TB_SDMX_STATUS || column->kind == TB_SDMX_FLAG))
        tb_plan_add_column (self->input->plan, column->id, TB_COLUMN_ROLE_STATUS, FALSE, NULL);
      else if (column->use == TB_SDMX_COLUMN_ATTRIBUTE && column->kind == TB_SDMX_OTHER)
        tb_plan_add_column (self->input->plan, column->id, TB_COLUMN_ROLE_NOTE, FALSE, NULL);
    }
}

/**
 * tb_sdmx_csv_read_header:
 * @self: a reading
 * @record: the first record
 *
 * Reads what each column is.
 *
 * Returns: %FALSE with an error reported, where there is no measure
 */
gboolean
tb_sdmx_csv_read_header (TbSdmxCsv         *self,
                         const TbSeparated *record)
{
  for (gsize i = 0; i < record->n_fields; i++)
    {
      TbSdmxColumn column = { 0 };

      read_name (self, &record->fields[i], &column);
      g_array_append_val (self->columns, column);
    }

  pair_labels (self);
  find_uses (self);
  if (self->n_measures > 0)
    {
      tell (self);
      return TRUE;
    }

  tb_problems_add (self->input->problems, TB_SEVERITY_ERROR, record->line, 1, "",
                   _("no column of figures; expected one named OBS_VALUE, or a profile that says which it is"));
  return FALSE;
}
