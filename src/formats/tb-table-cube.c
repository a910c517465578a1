/* The dimensions that the columns of a table make.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-table-private.h"

#include "tb-unit-text.h"

#include <string.h>

static const char *
intern (const TbTable *self,
        const char    *text)
{
  return text != NULL ? tb_pool_intern (tb_cube_get_pool (self->cube), text) : NULL;
}

/* What the file says of the column becomes what is said of its indicator. */
static void
describe (const TbTable       *self,
          const TbTableColumn *column,
          TbCubeCode          *code)
{
  const gboolean is_percent = column->facts.n_percents > 0 && column->facts.n_percents == column->facts.n_numbers;

  g_autofree char *bracketed = NULL;
  gsize stem;

  code->unit = intern (self, column->hint.unit);
  if (code->unit == NULL)
    code->unit = intern (self, bracketed = tb_unit_text_dup_bracketed (column->name, &stem));
  if (code->unit == NULL && is_percent)
    code->unit = "%";
  if (code->unit == NULL)
    code->unit = intern (self, self->unit);
  code->decimals = column->hint.decimals;
  code->note = tb_cube_text (self->cube, column->hint.description);
}

/* The wording of a column, without its unit. */
static char *
dup_title (const TbTableColumn *column)
{
  gsize stem;
  g_autofree char *unit = NULL;

  if (column->hint.title != NULL)
    return g_strdup (column->hint.title);
  if (column->hint.unit == NULL)
    unit = tb_unit_text_dup_bracketed (column->name, &stem);

  return unit != NULL ? g_strndup (column->name, stem) : g_strdup (column->name);
}

static void
add_indicators (TbTable *self)
{
  self->indicator_dimension = tb_cube_add_dimension (self->cube, "indicator", NULL, TB_COLUMN_ROLE_INDICATOR);
  tb_cube_hide_dimension (self->cube, self->indicator_dimension);
  self->n_dimensions++;
  for (guint i = 0; i < self->n_value_columns; i++)
    {
      TbTableColumn *column = tb_table_column (self, self->value_columns[i]);
      g_autofree char *title = dup_title (column);

      column->code = tb_cube_add_code (self->cube, self->indicator_dimension,
                                       column->hint.id != NULL ? column->hint.id : column->name, intern (self, title));
      describe (self, column, tb_cube_get_code (self->cube, self->indicator_dimension, column->code));
    }
}

/* The name of the file without what stands behind the point. */
static char *
dup_stem (const char *name)
{
  const char *point = strrchr (name, '.');

  return point != NULL && point > name ? g_strndup (name, point - name) : g_strdup (name);
}

static void
describe_subject (TbTable *self)
{
  TbCubeCode *subject = tb_cube_get_subject (self->cube);
  const TbTableColumn *column;
  g_autofree char *stem = dup_stem (self->input->name);
  g_autofree char *title = NULL;

  if (self->is_wide)
    {
      subject->unit = intern (self, self->unit);
      if (subject->id == NULL && *stem != '\0')
        subject->id = intern (self, stem);
      return;
    }
  if (self->n_value_columns == 0)
    return;

  column = tb_table_column (self, self->value_columns[0]);
  describe (self, column, subject);
  subject->id = intern (self, column->hint.id != NULL ? column->hint.id : column->name);
  title = dup_title (column);
  subject->label = tb_cube_text (self->cube, intern (self, title));
}

/* The periods of the header, as the file spells them. */
static void
add_header_periods (TbTable *self)
{
  self->period_dimension = tb_cube_add_dimension (self->cube, "period", NULL, TB_COLUMN_ROLE_PERIOD);
  self->n_dimensions++;
  for (guint i = 0; i < self->n_value_columns; i++)
    {
      TbTableColumn *column = tb_table_column (self, self->value_columns[i]);
      g_autofree char *spelling = NULL;
      const char *name = column->period != NULL ? column->period : column->name;
      gsize length;

      column->code = TB_CUBE_NO_CODE;
      if (!column->is_period_name)
        continue;
      tb_table_is_period_name (name, &length);
      spelling = g_strndup (name, length);
      column->code = tb_cube_add_code (self->cube, self->period_dimension, spelling, NULL);
    }
}

/* The names above or below the periods of the header: what is measured, unless a column says that. */
static void
add_groups (TbTable *self,
            gboolean is_breakdown)
{
  g_autofree char *stem_of_file = dup_stem (self->input->name);
  const char *subject = *stem_of_file != '\0' ? stem_of_file : "value";
  gboolean has_groups = FALSE;

  for (guint i = 0; i < self->n_value_columns; i++)
    has_groups |= tb_table_column (self, self->value_columns[i])->group != NULL
                  || !tb_table_column (self, self->value_columns[i])->is_period_name;
  if (!has_groups)
    return;

  self->group_dimension = tb_cube_add_dimension (self->cube, is_breakdown ? "column" : "indicator", NULL,
                                                 is_breakdown ? TB_COLUMN_ROLE_BREAKDOWN : TB_COLUMN_ROLE_INDICATOR);
  tb_cube_hide_dimension (self->cube, self->group_dimension);
  self->n_dimensions++;
  for (guint i = 0; i < self->n_value_columns; i++)
    {
      TbTableColumn *column = tb_table_column (self, self->value_columns[i]);
      const char *group = column->group != NULL ? column->group : column->is_period_name ? subject : column->name;
      gsize stem = strlen (group);
      g_autofree char *unit = tb_unit_text_dup_bracketed (group, &stem);
      TbCubeCode *code;

      column->group_code = tb_cube_intern (self->cube, self->group_dimension, group, strlen (group));
      code = tb_cube_get_code (self->cube, self->group_dimension, column->group_code);
      code->unit = unit != NULL ? intern (self, unit) : intern (self, self->unit);
      if (unit != NULL)
        code->label = tb_cube_text (self->cube, tb_pool_intern_len (tb_cube_get_pool (self->cube), group, stem));
    }
}

static gboolean
is_dimension (const TbTable *self,
              guint          i)
{
  switch (tb_table_column (self, i)->role)
    {
    case TB_COLUMN_ROLE_PERIOD:
      return i == self->period;
    case TB_COLUMN_ROLE_PLACE:
    case TB_COLUMN_ROLE_INDICATOR:
    case TB_COLUMN_ROLE_UNIT:
    case TB_COLUMN_ROLE_BREAKDOWN:
    case TB_COLUMN_ROLE_TITLE:
      return TRUE;
    case TB_COLUMN_ROLE_UNSAID:
    case TB_COLUMN_ROLE_VALUE:
    case TB_COLUMN_ROLE_STATUS:
    case TB_COLUMN_ROLE_NOTE:
    case TB_COLUMN_ROLE_LABEL:
    case TB_COLUMN_ROLE_IGNORED:
      break;
    }

  return FALSE;
}

static void
add_columns (TbTable *self)
{
  self->keys = g_new0 (guint, self->columns->len);
  self->companions = g_new0 (guint, self->columns->len);
  for (guint i = 0; i < self->columns->len; i++)
    {
      TbTableColumn *column = tb_table_column (self, i);

      if (column->role == TB_COLUMN_ROLE_STATUS || column->role == TB_COLUMN_ROLE_NOTE)
        self->companions[self->n_companions++] = i;
      column->labelled = TB_CUBE_NO_CODE;
      if (!is_dimension (self, i))
        continue;
      self->keys[self->n_keys++] = i;
      column->dimension = tb_cube_add_dimension (self->cube, column->name, column->hint.title, column->role);
      column->known = g_new0 (TbTableKnown, TB_TABLE_N_KNOWN);
      self->n_dimensions++;
      column->is_alone = column->label == TB_TABLE_NONE
                         && (i != self->period || (self->month == TB_TABLE_NONE && self->quarter == TB_TABLE_NONE));
      if (i == self->period)
        self->period_dimension = column->dimension;
    }

  /* Rows that nothing tells apart are figures of their own all the same. */
  if (self->n_keys == 0 && !self->is_wide && self->n_looked > 1)
    {
      self->row_dimension = tb_cube_add_dimension (self->cube, "row", NULL, TB_COLUMN_ROLE_BREAKDOWN);
      tb_cube_hide_dimension (self->cube, self->row_dimension);
      self->n_dimensions++;
    }
}

/* Codes that are there when the cube begins tell what all of them may be: 202108. */
static void
add_looked_periods (TbTable *self)
{
  TbTableColumn *column = self->period != TB_TABLE_NONE ? tb_table_column (self, self->period) : NULL;
  TbDay zero;

  if (self->day_zero != NULL && tb_day_parse (self->day_zero, &zero))
    tb_cube_set_day_zero (self->cube, zero);
  if (column == NULL || self->month != TB_TABLE_NONE || self->quarter != TB_TABLE_NONE)
    return;

  for (guint i = 0; i < column->values->len; i++)
    {
      const TbTableValue *value = tb_table_value (column, i);

      if (value->form >= TB_TABLE_NUMBER && *value->text != '\0')
        tb_table_intern (self, column, value->text, strlen (value->text));
    }
}

static void
find_value_columns (TbTable *self)
{
  self->value_columns = g_new0 (guint, self->columns->len);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const TbTableColumn *column = tb_table_column (self, i);

      if (column->is_period_name || column->role == TB_COLUMN_ROLE_VALUE)
        self->value_columns[self->n_value_columns++] = i;
    }
}

static gboolean
has_indicator_column (const TbTable *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      if (tb_table_column (self, i)->role == TB_COLUMN_ROLE_INDICATOR)
        return TRUE;
    }

  return FALSE;
}

/* Adds the dimensions of the cube, and begins it. */
gboolean
tb_table_make_cube (TbTable *self,
                    gsize    n_expected)
{
  gsize n_figures;

  find_value_columns (self);
  if (self->n_value_columns > 1 && !self->is_wide)
    add_indicators (self);
  else if (!has_indicator_column (self))
    describe_subject (self);
  add_columns (self);
  if (self->is_wide)
    {
      add_header_periods (self);
      add_groups (self, has_indicator_column (self));
    }
  add_looked_periods (self);

  self->codes = g_new0 (guint32, MAX (self->n_dimensions, 1));
  if (!g_size_checked_mul (&n_figures, n_expected, MAX (self->n_value_columns, 1)))
    n_figures = 0;
  return tb_cube_begin (self->cube, n_figures);
}
