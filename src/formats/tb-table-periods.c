/* When the figures of a table are: a column, several columns, or its header.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-table-private.h"

#include "tb-period-text.h"

#include <string.h>

static const char *const month_names[] = { "month", "mon", "monat", "mois", "mes", "mese", "maand", "månad", "måned",
                                           NULL };
static const char *const quarter_names[] = { "quarter", "qtr", "quartal", "trimestre", "kvartal", "kwartaal", NULL };
static const char *const day_names[] = { "day", "tag", "jour", "día", "dia", "dag", NULL };

static gboolean
is_one_of (const char        *name,
           const char *const *names)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return g_strv_contains (names, folded);
}

static const char *
get_cell (const TbTableColumn *self,
          guint                row)
{
  guint32 place = g_array_index (self->seen, guint32, row);

  return place < self->values->len ? tb_table_value (self, place)->text : "";
}

/**
 * tb_table_is_period_name:
 * @name: of a column
 * @out_length: (out): bytes of it that are the period's spelling
 *
 * A header may be a period: 1960, 2020-Q1, and "1960 [YR1960]" of the World Bank's data bank.
 * Other numbers than years of four digits are none: columns are numbered often.
 *
 * Thread: any.
 *
 * Returns: whether it is
 */
gboolean
tb_table_is_period_name (const char *name,
                       gsize      *out_length)
{
  g_autoptr (TbPool) pool = tb_pool_new ();
  const char *bracket = strstr (name, " [YR");
  gsize length = bracket != NULL ? (gsize) (bracket - name) : strlen (name);
  const gsize n_digits = strspn (name, "0123456789");
  TbPeriod period;

  *out_length = length;
  if (length == 0 || (n_digits == length && (length != 4 || name[0] == '0' || name[0] > '2')))
    return FALSE;

  return tb_period_text_parse (name, length, TB_PERIOD_HINT_NONE, pool, &period);
}

static gboolean
may_hold_figures (const TbTable       *table,
                  const TbTableColumn *self)
{
  /* Every other row may be one of statuses. */
  const guint n_rows = table->attribute != TB_TABLE_NONE ? 4 : 2;

  return self->role == TB_COLUMN_ROLE_UNSAID && self->facts.n_numbers * n_rows >= self->facts.n_given;
}

/* Periods in the header: at least two, or one where no other column is of numbers. */
static void
find_wide (TbTable *self)
{
  guint n_periods = 0, n_others = 0;
  gsize length;

  for (guint i = 0; i < self->columns->len; i++)
    {
      TbTableColumn *column = tb_table_column (self, i);

      column->is_period_name = may_hold_figures (self, column) && !column->is_unnamed
                               && tb_table_is_period_name (column->period != NULL ? column->period : column->name,
                                                           &length);
      n_periods += column->is_period_name;
      n_others += !column->is_period_name && column->facts.n_numbers > 0;
    }
  self->is_wide = n_periods > 1 || (n_periods == 1 && n_others == 0);
  for (guint i = 0; i < self->columns->len; i++)
    {
      TbTableColumn *column = tb_table_column (self, i);

      column->is_period_name &= self->is_wide;
      if (column->is_period_name)
        column->role = TB_COLUMN_ROLE_VALUE;
    }
}

/* By its name or by the file's schema. A period may be misspelt here and there: its text is kept. */
static gboolean
is_called_period (const TbTableColumn *self)
{
  if (self->role != TB_COLUMN_ROLE_UNSAID)
    return FALSE;
  if (self->hint.type == TB_TABLE_TYPE_PERIOD)
    return self->facts.n_given > 0;

  return self->by_name == TB_COLUMN_ROLE_PERIOD && self->facts.n_given > 0
         && self->facts.n_ordered * 2 >= self->facts.n_given;
}

static gboolean
is_all_years (const TbTableColumn *self)
{
  return self->facts.n_given > 0 && self->facts.n_years == self->facts.n_given;
}

/* Whether each cell of @self that is there is a part of the cell of @whole beside it. */
static gboolean
is_part_of (const TbTable       *table,
            const TbTableColumn *self,
            const TbTableColumn *whole)
{
  for (guint row = 0; row < table->n_looked; row++)
    {
      if (strstr (get_cell (whole, row), get_cell (self, row)) == NULL)
        return FALSE;
    }

  return TRUE;
}

/* Whether @self tells more of when than @other: in more rows, or the day in place of the year. */
static gboolean
is_better (const TbTable       *table,
           const TbTableColumn *self,
           const TbTableColumn *other)
{
  if (self->facts.n_given != other->facts.n_given)
    return self->facts.n_given > other->facts.n_given
           && (is_part_of (table, other, self) || other->facts.n_distinct < 2);
  if (is_all_years (other) && !is_all_years (self))
    return is_part_of (table, other, self);

  return other->facts.n_distinct < 2 && self->facts.n_distinct > 1;
}

static guint
find_called (TbTable *self)
{
  guint best = TB_TABLE_NONE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      TbTableColumn *column = tb_table_column (self, i);

      if (is_called_period (column)
          && (best == TB_TABLE_NONE || is_better (self, column, tb_table_column (self, best))))
        best = i;
    }

  return best;
}

static guint
count_numbers (const TbTable *self)
{
  guint n = 0;

  for (guint i = 0; i < self->columns->len; i++)
    n += tb_table_column (self, i)->facts.n_numbers > 0;

  return n;
}

/* The only column all of whose cells are periods. Four digits may be a number of
 * something, so that there must be another column of numbers. */
static guint
find_uncalled (TbTable *self)
{
  guint found = TB_TABLE_NONE, n_found = 0;
  const guint n_numbers = count_numbers (self);

  for (guint i = 0; i < self->columns->len; i++)
    {
      TbTableColumn *column = tb_table_column (self, i);
      const TbTableFacts *facts = &column->facts;
      gboolean is_period = column->role == TB_COLUMN_ROLE_UNSAID && column->hint.type == TB_TABLE_TYPE_UNSAID
                           && facts->n_given > 0 && facts->n_given == self->n_looked
                           && facts->n_periods == facts->n_given;

      is_period = is_period && (facts->n_numbers == 0 || (is_all_years (column) && n_numbers > 1));
      if (!is_period)
        continue;
      n_found++;
      if (found == TB_TABLE_NONE || is_better (self, column, tb_table_column (self, found)))
        found = i;
    }
  if (found != TB_TABLE_NONE)
    tb_table_column (self, found)->in_doubt = n_found > 1 || is_all_years (tb_table_column (self, found));

  return found;
}

static guint
find_part (TbTable           *self,
           const char *const *names)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      TbTableColumn *column = tb_table_column (self, i);
      const TbTableFacts *facts = &column->facts;
      gboolean fits = names == quarter_names ? facts->n_quarters == facts->n_given
                      : names == month_names ? facts->n_months == facts->n_given
                                             : facts->n_integers == facts->n_given && facts->longest <= 2;

      const gboolean is_free = !column->is_said || column->role == TB_COLUMN_ROLE_PERIOD;

      if (i != self->period && is_free && facts->n_given > 0 && fits && is_one_of (column->name, names))
        return i;
    }

  return TB_TABLE_NONE;
}

static void
take_part (TbTable *self,
           guint    part,
           guint   *out_part)
{
  TbTableColumn *column;

  if (part == TB_TABLE_NONE)
    return;

  column = tb_table_column (self, part);
  if (out_part != NULL)
    *out_part = part;
  column->role = out_part != NULL ? TB_COLUMN_ROLE_PERIOD : TB_COLUMN_ROLE_IGNORED;
  column->is_redundant = out_part == NULL;
}

/* A column of months beside one of years makes periods with it; beside one of
 * days it says nothing more. */
static void
take_parts (TbTable *self)
{
  const gboolean is_years = is_all_years (tb_table_column (self, self->period));
  const guint month = find_part (self, month_names);

  if (month != TB_TABLE_NONE)
    {
      take_part (self, month, is_years ? &self->month : NULL);
      take_part (self, find_part (self, day_names), is_years ? &self->day : NULL);
      return;
    }
  take_part (self, find_part (self, quarter_names), is_years ? &self->quarter : NULL);
}

static void
leave_out_repeated (TbTable *self)
{
  TbTableColumn *period = tb_table_column (self, self->period);

  for (guint i = 0; i < self->columns->len; i++)
    {
      TbTableColumn *column = tb_table_column (self, i);

      if (i == self->period || !is_called_period (column) || !is_part_of (self, column, period))
        continue;
      column->role = TB_COLUMN_ROLE_IGNORED;
      column->is_redundant = TRUE;
      period->in_doubt = TRUE;
    }
}

/* Finds out when the figures are. */
void
tb_table_find_periods (TbTable *self)
{
  if (self->period == TB_TABLE_NONE)
    self->period = find_called (self);
  if (self->period == TB_TABLE_NONE)
    find_wide (self);
  if (self->period == TB_TABLE_NONE && !self->is_wide)
    self->period = find_uncalled (self);
  if (self->period == TB_TABLE_NONE)
    return;

  tb_table_column (self, self->period)->role = TB_COLUMN_ROLE_PERIOD;
  leave_out_repeated (self);
  take_parts (self);
}

/* The number of a month from "3", "03", "M03", "Mar"; 0 for none. */
static guint
read_month (const TbTableCell *cell)
{
  static const char names[] = "janfebmaraprmayjunjulaugsepoctnovdec";
  const char *text = cell->text;
  gsize length = cell->length;
  guint number = 0;

  if (length > 1 && (*text == 'M' || *text == 'm') && g_ascii_isdigit (text[1]))
    text++, length--;
  for (guint i = 0; length >= 3 && i < 12; i++)
    {
      if (g_ascii_strncasecmp (text, names + 3 * i, 3) == 0)
        return i + 1;
    }
  for (gsize i = 0; i < length && length <= 2; i++)
    number = g_ascii_isdigit (text[i]) ? number * 10 + (guint) (text[i] - '0') : 100;

  return number >= 1 && number <= 31 ? number : 0;
}

static guint
read_quarter (const TbTableCell *cell)
{
  char last = cell->length > 0 ? cell->text[cell->length - 1] : '0';

  return cell->length <= 2 && last >= '1' && last <= '4' ? (guint) (last - '0') : 0;
}

/* Writes the period of a row whose year, month … stand in columns of their own.
 * FALSE: one of them is missing or is none. */
gboolean
tb_table_write_period (TbTable           *self,
                       const TbTableCell *cells)
{
  const TbTableCell *year = &cells[self->period];
  guint number;

  if (year->form < TB_TABLE_NUMBER || year->length == 0)
    return FALSE;

  g_string_truncate (self->scratch, 0);
  g_string_append_len (self->scratch, year->text, (gssize) year->length);
  if (self->quarter != TB_TABLE_NONE)
    {
      number = cells[self->quarter].form >= TB_TABLE_NUMBER ? read_quarter (&cells[self->quarter]) : 0;
      g_string_append_printf (self->scratch, "-Q%u", number);
      return number > 0;
    }

  number = cells[self->month].form >= TB_TABLE_NUMBER ? read_month (&cells[self->month]) : 0;
  g_string_append_printf (self->scratch, "-%02u", number);
  if (number == 0 || number > 12)
    return FALSE;
  if (self->day != TB_TABLE_NONE && cells[self->day].form >= TB_TABLE_NUMBER)
    {
      number = read_month (&cells[self->day]);
      g_string_append_printf (self->scratch, "-%02u", number);
    }

  return number > 0;
}
