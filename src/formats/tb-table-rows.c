/* The rows of a table, one by one, into the cube.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-table-private.h"

#include "tb-date-format.h"
#include "tb-unit-text.h"

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
    h += tb_bytes_load8 (text) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15) ^ tb_bytes_load8 (text + length - 8);
  else if (length >= 4)
    h += (guint64) tb_bytes_load4 (text) << 32 ^ tb_bytes_load4 (text + length - 4);
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
  const char *const *missing = column->hint.style.missing;

  for (guint i = 0; missing != NULL && missing[i] != NULL; i++)
    {
      if (strlen (missing[i]) == length && (length == 0 || memcmp (missing[i], text, length) == 0))
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

/* An indicator's unit may stand in its name. */
static guint32
intern_indicator (TbTable       *self,
                  TbTableColumn *column,
                  const char    *text,
                  gsize          length)
{
  const guint32 code = tb_cube_intern (self->cube, column->dimension, text, length);
  TbCubeCode *said = code != TB_CUBE_NO_CODE ? tb_cube_get_code (self->cube, column->dimension, code) : NULL;
  g_autofree char *name = g_strndup (text, length);
  g_autofree char *unit = NULL;
  gsize stem;

  if (said == NULL || said->unit != NULL)
    return code;

  unit = tb_unit_text_dup_bracketed (name, &stem);
  said->unit = unit != NULL ? tb_pool_intern (tb_cube_get_pool (self->cube), unit) : self->unit;
  if (unit != NULL && column->label == TB_TABLE_NONE)
    said->label = tb_cube_text (self->cube, tb_pool_intern_len (tb_cube_get_pool (self->cube), text, stem));
  return code;
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
  if (column->role == TB_COLUMN_ROLE_INDICATOR)
    return intern_indicator (self, column, text, length);
  if (column->hint.date_format != NULL && tb_date_format_parse (column->hint.date_format, text, length, date))
    return tb_cube_intern (self->cube, column->dimension, date, strlen (date));

  return tb_cube_intern (self->cube, column->dimension, text, length);
}

/* Not inline, so that what is known costs no more than it must. */
static G_NO_INLINE void
learn (TbTable       *self,
       TbTableColumn *column,
       const char    *text,
       gsize          length,
       TbTableKnown  *known)
{
  known->code = intern_slowly (self, column, text, length);
  known->id = tb_pool_intern_len (tb_cube_get_pool (self->cube), text, length);
  known->length = length;
}

/* The code of a text that is not that of the row before: few take turns mostly. */
static inline guint32
intern_other (TbTable       *self,
              TbTableColumn *column,
              const char    *text,
              gsize          length)
{
  TbTableKnown *known = &column->known[hash (text, length) % TB_TABLE_N_KNOWN];

  if (known->id == NULL || known->length != length || !tb_bytes_same (known->id, text, length))
    learn (self, column, text, length, known);
  column->last_id = known->id;
  column->last_length = length;
  column->last_code = known->code;
  return known->code;
}

/* The code of a text. Rows come sorted mostly, so that it is that of the row before. */
guint32
tb_table_intern (TbTable       *self,
                 TbTableColumn *column,
                 const char    *text,
                 gsize          length)
{
  if (column->last_id != NULL && column->last_length == length && tb_bytes_same (column->last_id, text, length))
    return column->last_code;

  return intern_other (self, column, text, length);
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
  gsize stem;

  if (label->form < TB_TABLE_NUMBER || code == column->labelled)
    return;

  column->labelled = code;
  said = tb_cube_get_code (self->cube, column->dimension, code);
  if (!tb_text_is_empty (&said->label))
    return;
  text = tb_pool_intern_len (tb_cube_get_pool (self->cube), label->text, label->length);
  if (column->role == TB_COLUMN_ROLE_INDICATOR && (said->unit == NULL || said->unit == self->unit))
    {
      g_autofree char *unit = tb_unit_text_dup_bracketed (text, &stem);

      said->unit = unit != NULL ? tb_pool_intern (tb_cube_get_pool (self->cube), unit) : said->unit;
      text = unit != NULL ? tb_pool_intern_len (tb_cube_get_pool (self->cube), text, stem) : text;
    }
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
  if (self->month == TB_TABLE_NONE && self->quarter == TB_TABLE_NONE)
    return find_code (self, column, cells, self->period);
  if (tb_table_write_period (self, cells))
    return tb_table_intern (self, column, self->scratch->str, self->scratch->len);

  return TB_CUBE_NO_CODE;
}

/* Of a column that is not as in the row before. */
static inline guint32
find_key (TbTable           *self,
          TbTableColumn     *column,
          const TbTableCell *cells,
          guint              i)
{
  guint32 code;

  if (column->is_alone && cells[i].form >= TB_TABLE_NUMBER && cells[i].length > 0)
    code = intern_other (self, column, cells[i].text, cells[i].length);
  else
    code = i == self->period ? find_period (self, column, cells) : find_code (self, column, cells, i);
  self->n_undated += code == TB_CUBE_NO_CODE && i == self->period;

  return code;
}

/* Rows come sorted mostly: the code of the row before. */
static inline gboolean
is_as_before (const TbTableColumn *column,
              const TbTableCell   *cell)
{
  return column->is_alone && cell->length > 0 && cell->length == column->last_length && cell->form >= TB_TABLE_NUMBER
         && column->last_code != TB_CUBE_NO_CODE && tb_bytes_same (column->last_id, cell->text, cell->length);
}

gboolean
tb_table_add_row (TbTable           *self,
                  const TbTableCell *cells)
{
  for (guint k = 0; k < self->n_keys; k++)
    {
      const guint i = self->keys[k];
      TbTableColumn *column = tb_table_column (self, i);

      if (is_as_before (column, &cells[i]))
        self->codes[column->dimension] = column->last_code;
      else
        self->codes[column->dimension] = find_key (self, column, cells, i);
    }
  if (self->row_dimension != TB_TABLE_NONE)
    {
      char number[24];

      g_snprintf (number, sizeof number, "%" G_GSIZE_FORMAT, self->n_rows + 1);
      self->codes[self->row_dimension] = tb_cube_add_code (self->cube, self->row_dimension, number, NULL);
    }
  self->n_rows++;
  if (self->scale != TB_TABLE_NONE)
    tb_table_take_scale (self, cells);

  for (guint k = 0; k < self->n_value_columns; k++)
    {
      if (!tb_table_add_figure (self, self->value_columns[k], cells))
        return FALSE;
    }

  return TRUE;
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
  return self->attribute == TB_TABLE_NONE ? tb_table_add_row (self, cells) : tb_table_add_attribute (self, cells);
}
