/* What the cells of a column look like.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-table-private.h"

#include "tb-date-format.h"
#include "tb-period-text.h"

#include <string.h>

/* Letters behind a number that may be status codes; more are a word. */
#define LONGEST_FLAGS 3

/* Different cells that must be no periods for the others to be none. */
#define TRIED_PERIODS 64

/* Codes by which it is told what numbers may be as periods. */
#define HINTED_CODES 256

static const char *const months[] = {
  "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
  "december",
};

/* Where the marks of a text that looks like a number stand. */
typedef struct
{
  guint n_points, n_commas, n_apostrophes;
  guint before;  /* digits before the first mark */
  guint behind;  /* digits behind the last mark */
  char  last;
  gboolean leading_zero;
  gboolean is_number;
} Marks;

static void
take_mark (Marks *self,
           char   mark)
{
  self->n_points += mark == '.';
  self->n_commas += mark == ',';
  self->last = mark;
  self->behind = 0;
}

static Marks
find_marks (const char *text)
{
  Marks self = { .is_number = TRUE };
  guint n_digits = 0;

  for (; *text != '\0'; text++)
    {
      if (g_ascii_isdigit (*text))
        {
          self.leading_zero |= n_digits == 0 && *text == '0';
          self.before += self.last == 0;
          self.behind++;
          n_digits++;
        }
      else if (*text == '.' || *text == ',')
        take_mark (&self, *text);
      else if (*text == '\'')
        self.n_apostrophes++;
      else if (g_ascii_isalpha (*text) && n_digits == 0)
        self.is_number = FALSE;
    }
  self.is_number &= n_digits > 0;

  return self;
}

/* A single mark with one to three digits before and three behind can be both:
 * "1,234". Otherwise the last mark of two sorts is the decimal one, and a mark
 * that stands twice parts thousands (formats.md, section 11). */
static void
count_marks (TbTableFacts *self,
             const char   *text,
             guint         count)
{
  Marks marks = find_marks (text);
  guint n = marks.n_points + marks.n_commas;
  gboolean is_unclear = n == 1 && marks.behind == 3 && marks.before >= 1 && marks.before <= 3 && !marks.leading_zero;
  gboolean is_decimal = marks.n_points > 0 && marks.n_commas > 0 ? TRUE : n == 1;

  if (!marks.is_number || n == 0)
    return;
  if (is_unclear)
    self->n_unclear_marks += count;
  else if ((marks.last == '.') == is_decimal)
    self->n_point_marks += count;
  else
    self->n_comma_marks += count;
}

static gboolean
has_apostrophes (const TbTableColumn *self)
{
  for (guint i = 0; i < self->values->len; i++)
    {
      Marks marks = find_marks (tb_table_value (self, i)->text);

      if (marks.is_number && marks.n_apostrophes > 0 && marks.n_points + marks.n_commas <= 1)
        return TRUE;
    }

  return FALSE;
}

/* The column's own numbers, else those of the others, else the delimiter: a
 * semicolon stands where the comma is the decimal mark. */
static char
choose_decimal_mark (const TbTable       *self,
                     const TbTableColumn *column,
                     const TbTableFacts  *all)
{
  const TbTableFacts *own = &column->facts;
  char said = self->input->profile != NULL ? tb_profile_get_decimal_mark (self->input->profile) : 0;

  if (said != 0)
    return said;
  if (own->n_point_marks != own->n_comma_marks)
    return own->n_point_marks > own->n_comma_marks ? '.' : ',';
  if (all->n_point_marks != all->n_comma_marks)
    return all->n_point_marks > all->n_comma_marks ? '.' : ',';

  return self->delimiter == ';' ? ',' : '.';
}

static void
choose_styles (TbTable *self)
{
  TbTableFacts all = { 0 };

  for (guint i = 0; i < self->columns->len; i++)
    {
      TbTableColumn *column = tb_table_column (self, i);

      for (guint k = 0; k < column->values->len; k++)
        if (tb_table_value (column, k)->form == TB_TABLE_TEXT)
          count_marks (&column->facts, tb_table_value (column, k)->text, tb_table_value (column, k)->count);
      all.n_point_marks += column->facts.n_point_marks;
      all.n_comma_marks += column->facts.n_comma_marks;
    }

  for (guint i = 0; i < self->columns->len; i++)
    {
      TbTableColumn *column = tb_table_column (self, i);
      char mark = choose_decimal_mark (self, column, &all);

      column->style = (TbNumberStyle) { mark, mark == '.' ? ',' : '.', NULL, TRUE, TRUE };
      if (has_apostrophes (column))
        column->style.group_mark = '\'';
      if (column->hint.has_style)
        column->style = column->hint.style;
      else
        column->style.missing = column->hint.style.missing;
      /* Nothing tells, and another mark would make another number of it. */
      if (!column->hint.has_style && column->facts.n_unclear_marks > 0 && all.n_point_marks + all.n_comma_marks == 0
          && (self->input->profile == NULL || tb_profile_get_decimal_mark (self->input->profile) == 0))
        column->in_doubt = TRUE;
    }
}

static gboolean
is_digits (const char *text,
           gsize       length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
    }

  return length > 0;
}

static gboolean
is_month (const char *text,
          gsize       length)
{
  if (length > 1 && (text[0] == 'M' || text[0] == 'm') && is_digits (text + 1, length - 1))
    return is_month (text + 1, length - 1);
  if (is_digits (text, length))
    return length <= 2 && g_ascii_strtoull (text, NULL, 10) >= 1 && g_ascii_strtoull (text, NULL, 10) <= 12;

  for (guint i = 0; length >= 3 && i < G_N_ELEMENTS (months); i++)
    {
      if (length <= strlen (months[i]) && g_ascii_strncasecmp (text, months[i], length) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_quarter (const char *text,
            gsize       length)
{
  if (length == 2 && strchr ("QqKkTt", text[0]) != NULL)
    return text[1] >= '1' && text[1] <= '4';

  return length == 1 && text[0] >= '1' && text[0] <= '4';
}

static void
count_number (TbTableColumn      *self,
              const TbTableValue *value,
              const TbNumberText *number)
{
  TbTableFacts *facts = &self->facts;
  gsize length = strlen (value->text);
  gboolean is_integer = number->value.exponent >= 0 && number->n_flags == 0 && !number->is_percent;

  if (number->n_flags > LONGEST_FLAGS)
    return;

  facts->n_numbers += value->count;
  facts->n_literals += value->form == TB_TABLE_NUMBER ? value->count : 0;
  facts->n_percents += number->is_percent ? value->count : 0;
  facts->n_flagged += number->n_flags > 0 ? value->count : 0;
  facts->n_integers += is_integer ? value->count : 0;
  facts->n_years += length == 4 && is_digits (value->text, length) && value->text[0] != '0' ? value->count : 0;
  /* "007" is a code, and would become a 7. */
  facts->n_leading_zeros += length > 1 && value->text[0] == '0' && is_digits (value->text, length) ? value->count : 0;
}

/* What the numbers of the column may be as periods: 202101 is a month where all are. */
static TbPeriodHint
find_hint (const TbTableColumn *self)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  for (guint i = 0; i < self->values->len && codes->len < HINTED_CODES; i++)
    {
      if (tb_table_value (self, i)->form >= TB_TABLE_NUMBER)
        g_ptr_array_add (codes, tb_table_value (self, i)->text);
    }

  return tb_period_text_find_hint (self->name, (const char *const *) codes->pdata, codes->len);
}

/* The cells of a column that neither the file nor its name calls one of periods
 * are looked at as such until enough of them are none. */
static gboolean
may_be_period (const TbTableColumn *self)
{
  return self->by_name == TB_COLUMN_ROLE_PERIOD || self->hint.type == TB_TABLE_TYPE_PERIOD
         || self->facts.n_distinct <= TRIED_PERIODS || self->facts.n_periods > 0;
}

static void
count_period (TbTableColumn      *self,
              const TbTableValue *value,
              TbPeriodHint        hint,
              TbPool             *pool)
{
  const gsize length = strlen (value->text);
  char date[TB_DATE_FORMAT_LENGTH];
  TbPeriod period = TB_PERIOD_UNDATED;
  gboolean is_period = self->hint.date_format != NULL
                         ? tb_date_format_parse (self->hint.date_format, value->text, length, date)
                         : tb_period_text_parse (value->text, length, hint, pool, &period);

  self->facts.n_periods += is_period ? value->count : 0;
  /* "2021/22" and −500 stand in order, though they are not computed with. */
  self->facts.n_ordered += is_period || period.end != 0 ? value->count : 0;
}

static void
count_value (TbTableColumn      *self,
             const TbTableValue *value,
             TbPeriodHint        hint,
             TbPool             *pool)
{
  TbTableFacts *facts = &self->facts;
  const gsize length = strlen (value->text);
  TbNumberText number;
  TbNumberForm form;

  facts->n_seen += value->count;
  if (value->form == TB_TABLE_EMPTY || value->form == TB_TABLE_NULL)
    return;
  form = tb_number_text_parse (value->text, length, &self->style, &number);
  if (form == TB_NUMBER_MISSING)
    return;

  facts->n_given += value->count;
  facts->n_distinct++;
  facts->longest = MAX (facts->longest, length);
  if (form == TB_NUMBER_GIVEN)
    count_number (self, value, &number);
  if (may_be_period (self))
    count_period (self, value, hint, pool);
  if (is_month (value->text, length))
    facts->n_months += value->count;
  if (is_quarter (value->text, length))
    facts->n_quarters += value->count;
}

/* Looks at each different cell of each column once. */
void
tb_table_find_facts (TbTable *self)
{
  g_autoptr (TbPool) pool = tb_pool_new ();

  choose_styles (self);
  for (guint i = 0; i < self->columns->len; i++)
    {
      TbTableColumn *column = tb_table_column (self, i);

      TbPeriodHint hint = find_hint (column);

      column->by_name = tb_column_role_from_name (column->name, column->hint.title);

      for (guint k = 0; k < column->values->len; k++)
        count_value (column, tb_table_value (column, k), hint, pool);
    }
}
