/* What each column of a table is, by its name and by what is in it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-table-private.h"
#include "tb-tidy-row.h"
#include "tb-unit-text.h"

#include <string.h>

/* Words of a status column that does not call itself one of flags: longer ones
 * are a state of something ("employed"). */
#define LONGEST_STATUS 4

/* Whether one of the words is in the name, as a word: "Country Code", "iso_code". */
static gboolean
has_word (const char *name,
          const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);
  g_autofree char *folded = g_ascii_strdown (name, -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      const gsize length = strlen (list[i]);

      for (const char *at = strstr (folded, list[i]); at != NULL; at = strstr (at + 1, list[i]))
        if ((at == folded || !g_ascii_isalnum (at[-1])) && !g_ascii_isalnum (at[length]))
          return TRUE;
    }

  return FALSE;
}

static gboolean
is_numeric (const TbTableColumn *self)
{
  if (self->hint.type != TB_TABLE_TYPE_UNSAID)
    return self->hint.type == TB_TABLE_TYPE_NUMBER;

  /* Half of them: "<5" and "12–15" stand among numbers, and are told. */
  return self->facts.n_numbers > 0 && self->facts.n_numbers * 2 >= self->facts.n_given;
}

static gboolean
is_free (const TbTableColumn *self)
{
  return self->role == TB_COLUMN_ROLE_UNSAID;
}

/* Integers that may name something in place of counting it. */
static gboolean
may_be_codes (const TbTableColumn *self)
{
  return self->facts.n_integers == self->facts.n_given;
}

/* Tidy csv as tb_writer_to_csv() writes it, also inside of a data package. */
static gboolean
is_own_tidy (const TbTable *self)
{
  gboolean is_own = self->columns->len == TB_TIDY_N_COLUMNS;

  for (guint i = 0; is_own && i < TB_TIDY_N_COLUMNS; i++)
    is_own = g_str_equal (tb_table_column (self, i)->name, tb_tidy_get_name ((TbTidyColumn) i));

  return is_own;
}

/* Its periods are in one column and said again as days in two others, and its
 * values have their multipliers applied. */
static void
take_own_tidy (TbTable *self)
{
  static const TbTidyColumn repeated[] = { TB_TIDY_PERIOD_START, TB_TIDY_PERIOD_END, TB_TIDY_MULTIPLIER };

  for (gsize i = 0; i < G_N_ELEMENTS (repeated); i++)
    {
      TbTableColumn *column = tb_table_column (self, repeated[i]);

      if (column->is_said)
        continue;
      column->role = TB_COLUMN_ROLE_IGNORED;
      column->is_redundant = TRUE;
    }
  if (self->period == TB_TABLE_NONE && tb_table_column (self, TB_TIDY_PERIOD)->facts.n_given > 0)
    self->period = TB_TIDY_PERIOD;
}

static void
take_said (TbTable *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      TbTableColumn *column = tb_table_column (self, i);

      if (self->input->profile != NULL)
        column->role = tb_profile_get_role (self->input->profile, column->name);
      column->is_said = column->role != TB_COLUMN_ROLE_UNSAID;
      if (column->is_said && column->role == TB_COLUMN_ROLE_PERIOD && self->period == TB_TABLE_NONE)
        self->period = i;
    }
}

/* The nearest column of numbers before @i. */
static guint
find_value_before (const TbTable *self,
                   guint          i)
{
  while (i-- > 0)
    {
      const TbTableColumn *column = tb_table_column (self, i);

      if (column->role == TB_COLUMN_ROLE_VALUE || (is_free (column) && is_numeric (column)))
        return i;
    }

  return TB_TABLE_NONE;
}

static gboolean
looks_like_status (const TbTableColumn *self)
{
  if (has_word (self->name, "flag flags") || g_ascii_strcasecmp (self->name, "obs_status") == 0)
    return !is_numeric (self) || may_be_codes (self);

  return self->by_name == TB_COLUMN_ROLE_STATUS && !is_numeric (self) && self->facts.longest <= LONGEST_STATUS;
}

static void
find_companions (TbTable *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      TbTableColumn *column = tb_table_column (self, i);

      if (is_free (column) && looks_like_status (column))
        column->role = TB_COLUMN_ROLE_STATUS;
      else if (is_free (column) && column->by_name == TB_COLUMN_ROLE_NOTE && !is_numeric (column))
        column->role = TB_COLUMN_ROLE_NOTE;
      if (column->role == TB_COLUMN_ROLE_STATUS || column->role == TB_COLUMN_ROLE_NOTE)
        column->owner = find_value_before (self, i);
    }
}

/* A column of nothing is told of by a header without a name only. */
static void
leave_out_empty (TbTable *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      TbTableColumn *column = tb_table_column (self, i);

      if (is_free (column) && column->facts.n_seen > 0 && column->facts.n_given == 0
          && column->hint.type != TB_TABLE_TYPE_NUMBER && column->by_name != TB_COLUMN_ROLE_VALUE)
        column->is_empty = TRUE;
    }
}

/* A number that names what the row is about. */
static gboolean
is_numbered_key (const TbTableColumn *self)
{
  switch (self->by_name)
    {
    case TB_COLUMN_ROLE_PLACE:
      /* Countries in German; in English numbers below it are areas. */
      return may_be_codes (self) && g_ascii_strcasecmp (self->name, "land") != 0;
    case TB_COLUMN_ROLE_INDICATOR:
    case TB_COLUMN_ROLE_UNIT:
    case TB_COLUMN_ROLE_BREAKDOWN:
      return may_be_codes (self);
    case TB_COLUMN_ROLE_UNSAID:
    case TB_COLUMN_ROLE_PERIOD:
    case TB_COLUMN_ROLE_TITLE:
    case TB_COLUMN_ROLE_VALUE:
    case TB_COLUMN_ROLE_STATUS:
    case TB_COLUMN_ROLE_NOTE:
    case TB_COLUMN_ROLE_LABEL:
    case TB_COLUMN_ROLE_IGNORED:
      break;
    }

  return may_be_codes (self) && has_word (self->name, "id code iso nr no key");
}

static gboolean
has_role (const TbTable *self,
          TbColumnRole   role,
          gboolean       by_name)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const TbTableColumn *column = tb_table_column (self, i);

      if (column->role == role || (by_name && is_free (column) && column->by_name == role))
        return TRUE;
    }

  return FALSE;
}

static guint
count_free_numbers (const TbTable *self)
{
  guint n = 0;

  for (guint i = 0; i < self->columns->len; i++)
    n += is_free (tb_table_column (self, i)) && is_numeric (tb_table_column (self, i));

  return n;
}

/* Beside a column that says which indicator a row is of, the one called a value is
 * the value, and other numbers say something about it. */
static gboolean
has_indicator_and_value (const TbTable *self)
{
  return has_role (self, TB_COLUMN_ROLE_VALUE, TRUE) && has_role (self, TB_COLUMN_ROLE_INDICATOR, TRUE);
}

/* 0, 1, 2 … or 1, 2, 3 …: the number of a row. */
static gboolean
counts_rows (const TbTable       *self,
             const TbTableColumn *column)
{
  guint64 first = 0;

  if (column->facts.n_integers != self->n_looked || self->n_looked < 2)
    return FALSE;

  for (guint row = 0; row < self->n_looked; row++)
    {
      const char *text = tb_table_value (column, g_array_index (column->seen, guint32, row))->text;
      guint64 number = g_ascii_strtoull (text, NULL, 10);

      if (row == 0)
        first = number;
      if (first > 1 || number != first + row)
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_keys (const TbTable *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const TbTableColumn *column = tb_table_column (self, i);

      if (is_free (column) && !is_numeric (column) && !column->is_empty)
        return TRUE;
    }

  return FALSE;
}

/* Beside periods in the header numbers tell what a row is about, unless they are counted in something
 * themselves: "同比增长（%）" behind the years. Where rows have indicators it is not known of which. */
static gboolean
is_wide_value (const TbTable       *self,
               const TbTableColumn *column)
{
  gsize stem;
  g_autofree char *unit = tb_unit_text_dup_bracketed (column->name, &stem);

  return (unit != NULL || (column->facts.n_percents > 0 && column->facts.n_percents == column->facts.n_numbers))
         && !has_role (self, TB_COLUMN_ROLE_INDICATOR, TRUE);
}

/* What is no period, status or note is a number or tells apart whose number it is. */
static void
find_values (TbTable *self)
{
  guint n_left = count_free_numbers (self);
  guint last_key = TB_TABLE_NONE;
  const gboolean is_told = has_indicator_and_value (self);
  const gboolean is_bare = !tb_table_is_dated (self) && !has_keys (self);

  for (guint i = 0; i < self->columns->len; i++)
    {
      TbTableColumn *column = tb_table_column (self, i);
      gboolean is_key;

      if (!is_free (column) || !is_numeric (column))
        continue;

      is_key = column->facts.n_leading_zeros > 0
               || (self->is_wide && !is_wide_value (self, column)) || is_numbered_key (column)
               || (is_told && column->by_name != TB_COLUMN_ROLE_VALUE)
               || (i == 0 && n_left > 1 && (is_bare || column->is_unnamed) && counts_rows (self, column));
      column->in_doubt |= is_key && column->facts.n_leading_zeros == 0;
      column->in_doubt |= !is_key && column->facts.n_numbers < column->facts.n_given;
      column->role = is_key ? TB_COLUMN_ROLE_BREAKDOWN : TB_COLUMN_ROLE_VALUE;
      if (is_key && column->facts.n_leading_zeros == 0)
        last_key = i;
    }
  if (last_key != TB_TABLE_NONE && !self->is_wide && !has_role (self, TB_COLUMN_ROLE_VALUE, FALSE))
    tb_table_column (self, last_key)->role = TB_COLUMN_ROLE_VALUE;
}

static void
find_keys (TbTable *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      TbTableColumn *column = tb_table_column (self, i);
      const gboolean is_key = is_free (column) || (!column->is_said && column->role == TB_COLUMN_ROLE_BREAKDOWN);

      if (!is_key)
        continue;
      if (column->is_empty || (column->is_unnamed && counts_rows (self, column)))
        column->role = TB_COLUMN_ROLE_IGNORED;
      else if (column->by_name == TB_COLUMN_ROLE_PLACE || column->by_name == TB_COLUMN_ROLE_INDICATOR
               || column->by_name == TB_COLUMN_ROLE_UNIT)
        column->role = column->by_name;
      else
        column->role = TB_COLUMN_ROLE_BREAKDOWN;
    }
}

/* Each indicator is a column, or a code in one: both at once make breakdowns of
 * the codes. There is one unit column. */
static void
settle_indicators (TbTable *self)
{
  guint n_values = 0, n_indicators = 0, n_units = 0;

  for (guint i = 0; i < self->columns->len; i++)
    n_values += tb_table_column (self, i)->role == TB_COLUMN_ROLE_VALUE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      TbTableColumn *column = tb_table_column (self, i);

      if (column->role == TB_COLUMN_ROLE_INDICATOR && ((n_values > 1 && !self->is_wide) || n_indicators++ > 0))
        {
          column->role = TB_COLUMN_ROLE_BREAKDOWN;
          column->in_doubt = !column->is_said;
        }
      if (column->role == TB_COLUMN_ROLE_UNIT && n_units++ > 0)
        column->role = TB_COLUMN_ROLE_BREAKDOWN;
    }
}

/* Decides what each column is: what the profile says, then periods, then what
 * goes with a number, then numbers, then what is left. */
void
tb_table_find_roles (TbTable *self)
{
  take_said (self);
  if (is_own_tidy (self))
    take_own_tidy (self);
  leave_out_empty (self);
  tb_table_find_scale (self);
  tb_table_find_attribute (self);
  tb_table_find_periods (self);
  find_companions (self);
  find_values (self);
  find_keys (self);
  tb_table_find_labels (self);
  settle_indicators (self);
}

/* Tells how the table was read. */
void
tb_table_tell_plan (const TbTable *self)
{
  g_autoptr (GPtrArray) headers = g_ptr_array_new ();

  for (guint i = 0; i < self->columns->len; i++)
    {
      const TbTableColumn *column = tb_table_column (self, i);
      const char *samples[4] = { NULL };
      guint n = 0;

      if (column->is_period_name)
        {
          if (headers->len < 3)
            g_ptr_array_add (headers, column->name);
          continue;
        }
      for (guint k = 0; k < column->values->len && n < 3; k++)
        if (tb_table_value (column, k)->form >= TB_TABLE_NUMBER)
          samples[n++] = tb_table_value (column, k)->text;
      if (!(column->is_empty && column->is_unnamed) && !column->is_scale)
        tb_plan_add_column (self->input->plan, column->name, column->role, column->in_doubt && !column->is_said,
                            samples);
    }
  if (headers->len > 0)
    {
      g_ptr_array_add (headers, NULL);
      tb_plan_add_header (self->input->plan, "period", TB_COLUMN_ROLE_PERIOD, (const char *const *) headers->pdata);
    }
}
