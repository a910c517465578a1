/* The figure in a cell of a table, with its status and notes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-table-private.h"

#include "tb-cube-cell.h"
#include "tb-status-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Characters of a cell that are shown in a message. */
#define SHOWN_CHARACTERS 40

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
  const char *end = cell->text + cell->length;

  for (const char *p = cell->text; p < end; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      /* Dashes and dots of print are those of a typewriter. */
      if (c != '-' && c != '.' && c != ':' && c != 0x2013 && c != 0x2014 && c != 0x2026)
        return NULL;
    }

  if (cell->length == 0 || (cell->length == 1 && cell->text[0] != '-'))
    return NULL;

  return keep (self, cell->text, cell->length);
}

static void
take_status (const TbTable *self,
             TbCubeCell    *figure,
             const char    *text,
             gsize          length)
{
  guint32 status = 0;
  TbPool *pool = tb_cube_get_pool (self->cube);

  tb_cube_cell_add_note (figure, tb_status_text_parse (TB_PROVIDER_ANY, text, length, NULL, pool, &status), pool);
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
      const long length = g_utf8_strlen (cell->text, (gssize) cell->length);
      g_autofree char *shown = g_utf8_substring (cell->text, 0, MIN (length, SHOWN_CHARACTERS));

      tb_table_report (self, i, _("“%s” in the column “%s” is no number, and is kept as a note without a value; "
                                  "expected a number"), shown, column->name);
    }
  tb_cube_cell_add_note (figure, keep (self, cell->text, cell->length), tb_cube_get_pool (self->cube));
}

static void
tell_too_large (TbTable           *self,
                guint              i,
                const TbTableCell *cell,
                TbCubeCell        *figure)
{
  TbTableColumn *column = tb_table_column (self, i);

  if (column->n_too_large++ == 0)
    tb_table_report (self, i, _("a number in the column “%s” is larger than can be computed with, and is kept as a "
                                "note without a value"), column->name);
  tb_cube_cell_add_note (figure, keep (self, cell->text, cell->length), tb_cube_get_pool (self->cube));
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

  tb_cube_cell_set_number (figure, number, cell->text, cell->length, &column->style, tb_cube_get_pool (self->cube));
  if (number->n_flags > 0)
    take_status (self, figure, number->flags, number->n_flags);
  if (number->is_percent && column->facts.n_percents != column->facts.n_numbers)
    tb_cube_cell_add_note (figure, "%", tb_cube_get_pool (self->cube));
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
        tb_cube_cell_add_note (figure, keep_missing (self, cell), tb_cube_get_pool (self->cube));
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
                  const TbTableCell *cells,
                  TbCubeCell        *figure)
{
  const TbTableCell *label = column->label != TB_TABLE_NONE ? &cells[column->label] : NULL;

  if (column->last_id == NULL || column->last_length != cell->length
      || !tb_bytes_same (column->last_id, cell->text, cell->length))
    {
      TbPool *pool = tb_cube_get_pool (self->cube);
      const char *wording = label != NULL && label->length > 0 ? keep (self, label->text, label->length) : NULL;

      column->last_id = keep (self, cell->text, cell->length);
      column->last_length = cell->length;
      column->last_note = tb_status_text_parse (TB_PROVIDER_ANY, cell->text, cell->length, wording, pool,
                                                &column->last_status);
    }
  figure->status |= column->last_status;
  tb_cube_cell_add_note (figure, column->last_note, tb_cube_get_pool (self->cube));
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

      if (cells[at].form < TB_TABLE_NUMBER || cells[at].length == 0
          || (column->owner != i && column->owner != TB_TABLE_NONE))
        continue;
      if (column->role == TB_COLUMN_ROLE_STATUS)
        take_status_cell (self, column, &cells[at], cells, figure);
      else
        tb_cube_cell_add_note (figure, keep (self, cells[at].text, cells[at].length), tb_cube_get_pool (self->cube));
    }
}

/* Adds the figure of one column in a row. FALSE: stop. */
gboolean
tb_table_add_figure (TbTable           *self,
                     guint              i,
                     const TbTableCell *cells)
{
  const TbTableCell *cell = &cells[i];
  const TbTableColumn *column = tb_table_column (self, i);
  TbCubeCell figure = TB_CUBE_CELL_INIT;

  /* Of a row with several figures those that are not there are no figures; what
   * a row has but one of is listed by the row. */
  const TbTableCell *status = self->statuses != NULL && self->statuses[i].length > 0 ? &self->statuses[i] : NULL;

  if (cell->form == TB_TABLE_ABSENT || (cell->form == TB_TABLE_EMPTY && self->n_value_columns > 1 && status == NULL))
    return TRUE;

  if (self->group_dimension != TB_TABLE_NONE)
    self->codes[self->group_dimension] = column->group_code;
  if (self->is_wide)
    self->codes[self->period_dimension] = column->code;
  else if (self->indicator_dimension != TB_TABLE_NONE)
    self->codes[self->indicator_dimension] = column->code;

  if (cell->form == TB_TABLE_NUMBER)
    take_literal (self, i, cell, &figure);
  else if (cell->form == TB_TABLE_TEXT && !take_plain (column, cell, &figure))
    take_text (self, i, cell, &figure);
  if (cell->form == TB_TABLE_TEXT && figure.has_value && self->delimiter == 0 && self->n_text_numbers++ == 0)
    tb_table_report (self, i, _("numbers are given as texts in the column “%s”; they are read as numbers"),
                     column->name);
  if (self->n_companions > 0)
    take_companions (self, i, cells, &figure);
  if (status != NULL)
    take_status (self, &figure, status->text, status->length);
  figure.multiplier = self->multiplier;
  if (self->scale_note != NULL)
    tb_cube_cell_add_note (&figure, self->scale_note, tb_cube_get_pool (self->cube));

  return tb_cube_add (self->cube, self->codes, &figure);
}
