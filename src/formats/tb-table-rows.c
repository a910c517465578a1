/* The rows of a table, one by one, into the cube.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-table-private.h"

#include "tb-date-format.h"
#include "tb-status-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* By the ends of the text: codes differ there, and a collision costs no more than
 * asking the cube. */
static guint
hash (const char *text,
      gsize       length)
{
  guint64 h = length;

  if (length >= 8)
    h += tb_table_load8 (text) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15) ^ tb_table_load8 (text + length - 8);
  else if (length >= 4)
    h += (guint64) tb_table_load4 (text) << 32 ^ tb_table_load4 (text + length - 4);
  else
    for (gsize i = 0; i < length; i++)
      h = h << 8 | (guchar) text[i];

  return (guint) (h * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15) >> 40);
}

/* A schema may name texts that stand for nothing in any column. */
static gboolean
is_missing (const TbTableColumn *column,
            const char          *text,
            gsize                length)
{
  for (guint i = 0; column->hint.style.missing != NULL && column->hint.style.missing[i] != NULL; i++)
    {
      if (strlen (column->hint.style.missing[i]) == length && memcmp (column->hint.style.missing[i], text, length) == 0)
        return TRUE;
    }

  return FALSE;
}

/* JSON may hold U+0000, which no text here can. */
static void
tell_zero (TbTable       *self,
           TbTableColumn *column)
{
  if (!column->has_zero)
    tb_table_report (self, G_MAXUINT, _("a text in the column “%s” holds the character U+0000; it is read up to there"),
                     column->name);
  column->has_zero = TRUE;
}

/* A date that the file's schema spells in its own way is written as others are. */
static guint32
intern_slowly (TbTable       *self,
               TbTableColumn *column,
               const char    *text,
               gsize          length)
{
  char date[TB_DATE_FORMAT_LENGTH];

  if (is_missing (column, text, length))
    return TB_CUBE_NO_CODE;
  if (memchr (text, '\0', length) != NULL)
    tell_zero (self, column);
  if (column->hint.date_format != NULL && tb_date_format_parse (column->hint.date_format, text, length, date))
    return tb_cube_intern (self->cube, column->dimension, date, strlen (date));

  return tb_cube_intern (self->cube, column->dimension, text, length);
}

/* The code of a text. Rows come sorted mostly, so that it is that of the row
 * before, or one of a few that take turns. */
guint32
tb_table_intern (TbTable       *self,
                 TbTableColumn *column,
                 const char    *text,
                 gsize          length)
{
  TbTableKnown *known;

  if (column->last_id != NULL && column->last_length == length && tb_table_same (column->last_id, text, length))
    return column->last_code;

  known = &column->known[hash (text, length) % TB_TABLE_N_KNOWN];
  if (known->id == NULL || known->length != length || !tb_table_same (known->id, text, length))
    {
      known->code = intern_slowly (self, column, text, length);
      known->id = tb_pool_intern_len (tb_cube_get_pool (self->cube), text, length);
      known->length = length;
    }
  column->last_id = known->id;
  column->last_length = length;
  column->last_code = known->code;
  return known->code;
}

/* The first wording of a code is its own. */
static void
take_label (TbTable             *self,
            TbTableColumn       *column,
            guint32              code,
            const TbTableCell   *label)
{
  TbCubeCode *said;
  const char *text;

  if (label->form < TB_TABLE_NUMBER || code == column->labelled)
    return;

  column->labelled = code;
  said = tb_cube_get_code (self->cube, column->dimension, code);
  if (!tb_text_is_empty (&said->label))
    return;
  text = tb_pool_intern_len (tb_cube_get_pool (self->cube), label->text, label->length);
  said->label = tb_cube_text (self->cube, text);
}

static guint32
find_code (TbTable           *self,
           TbTableColumn     *column,
           const TbTableCell *cells,
           guint              i)
{
  const TbTableCell *cell = &cells[i];
  const TbTableCell *label = column->label != TB_TABLE_NONE ? &cells[column->label] : NULL;
  guint32 code;

  /* What has no code stands for itself. */
  if ((cell->form < TB_TABLE_NUMBER || cell->length == 0) && label != NULL)
    {
      cell = label;
      label = NULL;
    }
  if (cell->form < TB_TABLE_NUMBER || cell->length == 0)
    return TB_CUBE_NO_CODE;

  code = tb_table_intern (self, column, cell->text, cell->length);
  if (label != NULL && code != TB_CUBE_NO_CODE)
    take_label (self, column, code, label);

  return code;
}

static guint32
find_period (TbTable           *self,
             TbTableColumn     *column,
             const TbTableCell *cells)
{
  guint32 code = TB_CUBE_NO_CODE;

  if (self->month == TB_TABLE_NONE && self->quarter == TB_TABLE_NONE)
    code = find_code (self, column, cells, self->period);
  else if (tb_table_write_period (self, cells))
    code = tb_table_intern (self, column, self->scratch->str, self->scratch->len);
  self->n_undated += code == TB_CUBE_NO_CODE;

  return code;
}

static const char *
keep (const TbTable *self,
      const char    *text,
      gsize          length)
{
  return tb_pool_intern_len (tb_cube_get_pool (self->cube), text, length);
}

/* The dash of a table may mean zero, and dots say why there is no number: such are kept. */
static const char *
keep_missing (const TbTable     *self,
              const TbTableCell *cell)
{
  for (gsize i = 0; i < cell->length; i++)
    {
      if (cell->text[i] != '-' && cell->text[i] != '.' && cell->text[i] != ':')
        return NULL;
    }

  return cell->length > 0 && !(cell->length == 1 && cell->text[0] != '-') ? keep (self, cell->text, cell->length) : NULL;
}

static void
add_note (const TbTable *self,
          TbCubeCell    *figure,
          const char    *note)
{
  g_autofree char *both = NULL;

  if (note == NULL || *note == '\0')
    return;

  both = figure->note != NULL ? g_strconcat (figure->note, "; ", note, NULL) : NULL;
  figure->note = both != NULL ? tb_pool_intern (tb_cube_get_pool (self->cube), both) : note;
}

static void
take_status (const TbTable *self,
             TbCubeCell    *figure,
             const char    *text,
             gsize          length)
{
  guint32 status = 0;

  add_note (self, figure, tb_status_text_parse (TB_PROVIDER_ANY, text, length, NULL, tb_cube_get_pool (self->cube), &status));
  figure->status |= status;
}

static void
tell_no_number (TbTable           *self,
                guint              i,
                const TbTableCell *cell,
                TbCubeCell        *figure)
{
  TbTableColumn *column = tb_table_column (self, i);

  if (column->n_no_numbers++ == 0)
    {
      g_autofree char *shown = g_utf8_substring (cell->text, 0, MIN (g_utf8_strlen (cell->text, (gssize) cell->length), 40));

      tb_table_report (self, i, _("“%s” in the column “%s” is no number; expected a number; kept without a value, with this "
                                  "text as a note"), shown, column->name);
    }
  add_note (self, figure, keep (self, cell->text, cell->length));
}

static void
tell_too_large (TbTable           *self,
                guint              i,
                const TbTableCell *cell,
                TbCubeCell        *figure)
{
  TbTableColumn *column = tb_table_column (self, i);

  if (column->n_too_large++ == 0)
    tb_table_report (self, i, _("a number in the column “%s” is larger than can be computed with; kept without a value, "
                                "with its text as a note"), column->name);
  add_note (self, figure, keep (self, cell->text, cell->length));
}

static void
take_literal (TbTable           *self,
              guint              i,
              const TbTableCell *cell,
              TbCubeCell        *figure)
{
  TbDecimalParse parse = tb_decimal_parse (cell->text, cell->length, &figure->value);

  figure->has_value = parse == TB_DECIMAL_EXACT || parse == TB_DECIMAL_LONG;
  if (parse == TB_DECIMAL_LONG)
    figure->digits = keep (self, cell->text, cell->length);
  else if (parse == TB_DECIMAL_OVERFLOW)
    tell_too_large (self, i, cell, figure);
  else if (parse == TB_DECIMAL_INVALID)
    tell_no_number (self, i, cell, figure);
}

static void
take_number (TbTable             *self,
             guint                i,
             const TbTableCell   *cell,
             const TbNumberText  *number,
             TbCubeCell          *figure)
{
  const TbTableColumn *column = tb_table_column (self, i);

  figure->has_value = TRUE;
  figure->value = number->value;
  if (number->is_long)
    {
      g_autofree char *digits = tb_number_text_dup_digits (cell->text, cell->length, &column->style);

      figure->digits = keep (self, digits, strlen (digits));
    }
  if (number->n_flags > 0)
    take_status (self, figure, number->flags, number->n_flags);
  if (number->is_percent && column->facts.n_percents != column->facts.n_numbers)
    add_note (self, figure, "%");
}

static void
take_text (TbTable           *self,
           guint              i,
           const TbTableCell *cell,
           TbCubeCell        *figure)
{
  const TbTableColumn *column = tb_table_column (self, i);
  TbNumberText number = { 0 };

  switch (tb_number_text_parse (cell->text, cell->length, &column->style, &number))
    {
    case TB_NUMBER_GIVEN:
      take_number (self, i, cell, &number, figure);
      break;
    case TB_NUMBER_MISSING:
      if (number.n_flags > 0)
        take_status (self, figure, number.flags, number.n_flags);
      else if (column->style.missing == NULL)
        add_note (self, figure, keep_missing (self, cell));
      break;
    case TB_NUMBER_NONE:
      if (tb_decimal_parse (cell->text, cell->length, &number.value) == TB_DECIMAL_OVERFLOW)
        tell_too_large (self, i, cell, figure);
      else
        tell_no_number (self, i, cell, figure);
      break;
    }
}

/* Numbers as JSON writes them are by far the most, in files of text too. */
static gboolean
take_plain (const TbTableColumn *column,
            const TbTableCell   *cell,
            TbCubeCell          *figure)
{
  if (column->style.decimal_mark != '.' || column->style.missing != NULL || cell->length > 15)
    return FALSE;

  figure->has_value = tb_decimal_parse (cell->text, cell->length, &figure->value) == TB_DECIMAL_EXACT;
  return figure->has_value;
}

/* The same status stands in many rows on end. */
static void
take_status_cell (const TbTable     *self,
                  TbTableColumn     *column,
                  const TbTableCell *cell,
                  TbCubeCell        *figure)
{
  if (column->last_id == NULL || column->last_length != cell->length
      || !tb_table_same (column->last_id, cell->text, cell->length))
    {
      TbPool *pool = tb_cube_get_pool (self->cube);

      column->last_id = keep (self, cell->text, cell->length);
      column->last_length = cell->length;
      column->last_note = tb_status_text_parse (TB_PROVIDER_ANY, cell->text, cell->length, NULL, pool, &column->last_status);
    }
  figure->status |= column->last_status;
  add_note (self, figure, column->last_note);
}

static void
take_companions (TbTable           *self,
                 guint              i,
                 const TbTableCell *cells,
                 TbCubeCell        *figure)
{
  for (guint k = 0; k < self->n_companions; k++)
    {
      const guint at = self->companions[k];
      TbTableColumn *column = tb_table_column (self, at);

      if (cells[at].form < TB_TABLE_NUMBER || cells[at].length == 0 || (column->owner != i && column->owner != TB_TABLE_NONE))
        continue;
      if (column->role == TB_COLUMN_ROLE_STATUS)
        take_status_cell (self, column, &cells[at], figure);
      else
        add_note (self, figure, keep (self, cells[at].text, cells[at].length));
    }
}

static gboolean
add_figure (TbTable           *self,
            guint              i,
            const TbTableCell *cells)
{
  const TbTableCell *cell = &cells[i];
  const TbTableColumn *column = tb_table_column (self, i);
  TbCubeCell figure = TB_CUBE_CELL_INIT;

  /* Of a row with several figures those that are not there are no figures; what
   * a row has but one of is listed by the row. */
  if (cell->form == TB_TABLE_ABSENT || (cell->form == TB_TABLE_EMPTY && self->n_value_columns > 1))
    return TRUE;

  if (self->is_wide)
    self->codes[self->period_dimension] = column->code;
  else if (self->indicator_dimension != TB_TABLE_NONE)
    self->codes[self->indicator_dimension] = column->code;

  if (cell->form == TB_TABLE_NUMBER)
    take_literal (self, i, cell, &figure);
  else if (cell->form == TB_TABLE_TEXT && !take_plain (column, cell, &figure))
    take_text (self, i, cell, &figure);
  if (cell->form == TB_TABLE_TEXT && figure.has_value && self->delimiter == 0 && self->n_text_numbers++ == 0)
    tb_table_report (self, i, _("numbers are given as texts in the column “%s”; read as numbers"), column->name);
  if (self->n_companions > 0)
    take_companions (self, i, cells, &figure);

  return tb_cube_add (self->cube, self->codes, &figure);
}

/**
 * tb_table_add:
 * @self: a settled table
 * @cells: a row: a cell for each column
 *
 * Adds the figures of a row. Cells are not looked at afterwards.
 *
 * Thread: that of @self.
 *
 * Returns: %FALSE where a limit is passed, which is reported, or reading was cancelled
 */
gboolean
tb_table_add (TbTable           *self,
              const TbTableCell *cells)
{
  for (guint k = 0; k < self->n_keys; k++)
    {
      const guint i = self->keys[k];
      TbTableColumn *column = tb_table_column (self, i);

      self->codes[column->dimension] = i == self->period ? find_period (self, column, cells)
                                                         : find_code (self, column, cells, i);
    }
  if (self->row_dimension != TB_TABLE_NONE)
    {
      char number[24];

      g_snprintf (number, sizeof number, "%" G_GSIZE_FORMAT, self->n_rows + 1);
      self->codes[self->row_dimension] = tb_cube_add_code (self->cube, self->row_dimension, number, NULL);
    }
  self->n_rows++;

  for (guint k = 0; k < self->n_value_columns; k++)
    {
      if (!add_figure (self, self->value_columns[k], cells))
        return FALSE;
    }

  return TRUE;
}
