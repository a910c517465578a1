/* Rows of values and rows of their statuses, as the IMF's wide tables have them.
 *
 * A column "Attribute" says which a row is: "Value", and below it "Status" with the same
 * keys, whose cells are the status codes of the figures above them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-table-private.h"

#include <glib/gi18n-lib.h>

#define ATTRIBUTE "attribute"
#define VALUE "value"
#define STATUS "status"

static gboolean
is_word (const char *text,
         gsize       length,
         const char *word)
{
  return strlen (word) == length && g_ascii_strncasecmp (text, word, length) == 0;
}

static gboolean
is_attribute (const TbTableColumn *self)
{
  gboolean has_values = FALSE, has_statuses = FALSE;

  if (g_ascii_strcasecmp (self->name, ATTRIBUTE) != 0
      || (self->role != TB_COLUMN_ROLE_UNSAID && self->role != TB_COLUMN_ROLE_IGNORED))
    return FALSE;

  for (guint i = 0; i < self->values->len; i++)
    {
      const char *text = tb_table_value (self, i)->text;
      const gsize length = strlen (text);

      if (!is_word (text, length, VALUE) && !is_word (text, length, STATUS))
        return FALSE;
      has_values |= is_word (text, length, VALUE);
      has_statuses |= is_word (text, length, STATUS);
    }

  return has_values && has_statuses;
}

static gboolean
has_periods_in_header (const TbTable *self)
{
  guint n = 0;
  gsize length;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const TbTableColumn *column = tb_table_column (self, i);

      if (column->by_name == TB_COLUMN_ROLE_PERIOD || column->role == TB_COLUMN_ROLE_PERIOD
          || column->hint.type == TB_TABLE_TYPE_PERIOD)
        return FALSE;
      n += !column->is_unnamed && column->facts.n_numbers > 0 && tb_table_is_period_name (column->name, &length);
    }

  return n > 1;
}

/* In separated values whose header has the periods: elsewhere statuses have a column, or are members. */
void
tb_table_find_attribute (TbTable *self)
{
  self->attribute = TB_TABLE_NONE;
  for (guint i = 0; self->delimiter != 0 && i < self->columns->len; i++)
    {
      TbTableColumn *column = tb_table_column (self, i);

      if (!is_attribute (column) || !has_periods_in_header (self))
        continue;
      column->role = TB_COLUMN_ROLE_IGNORED;
      column->is_redundant = TRUE;
      self->attribute = i;
      self->held = g_array_new (FALSE, FALSE, sizeof (TbTableCell));
      self->held_text = g_string_new (NULL);
      return;
    }
}

/* The texts of a row live no longer than the row. */
static void
hold (TbTable           *self,
      const TbTableCell *cells)
{
  gsize at = 0;

  g_string_truncate (self->held_text, 0);
  g_array_set_size (self->held, 0);
  for (guint i = 0; i < self->columns->len; i++)
    g_string_append_len (self->held_text, cells[i].length > 0 ? cells[i].text : "", (gssize) cells[i].length);
  g_array_append_vals (self->held, cells, self->columns->len);
  for (guint i = 0; i < self->columns->len; i++)
    {
      TbTableCell *cell = &g_array_index (self->held, TbTableCell, i);

      cell->text = self->held_text->str + at;
      at += cell->length;
    }
  if (self->source.hold != NULL)
    self->source.hold (self->source.user_data);
}

static gboolean
is_of_held (const TbTable     *self,
            const TbTableCell *cells)
{
  for (guint i = 0; i < self->held->len; i++)
    {
      const TbTableCell *cell = &g_array_index (self->held, TbTableCell, i);

      if (i == self->attribute || tb_table_column (self, i)->is_period_name)
        continue;
      if (cell->length != cells[i].length
          || (cell->length > 0 && memcmp (cell->text, cells[i].text, cell->length) != 0))
        return FALSE;
    }

  return self->held->len > 0;
}

static gboolean
add_held (TbTable           *self,
          const TbTableCell *statuses)
{
  gboolean goes_on = TRUE;

  self->statuses = statuses;
  self->is_adding_held = TRUE;
  if (self->held->len > 0)
    goes_on = tb_table_add_row (self, (const TbTableCell *) (gpointer) self->held->data);
  self->statuses = NULL;
  self->is_adding_held = FALSE;
  g_array_set_size (self->held, 0);

  return goes_on;
}

gboolean
tb_table_add_attribute (TbTable           *self,
                        const TbTableCell *cells)
{
  const TbTableCell *cell = &cells[self->attribute];

  if (is_word (cell->length > 0 ? cell->text : "", cell->length, STATUS))
    {
      if (is_of_held (self, cells))
        return add_held (self, cells);
      if (self->n_apart++ == 0)
        tb_table_report (self, self->attribute, _("this row of statuses follows no row of the values that they are of, "
                                                  "and is left out; expected one just before it"));
      return TRUE;
    }
  if (!add_held (self, NULL))
    return FALSE;

  hold (self, cells);
  return TRUE;
}

/* Behind the last row. */
gboolean
tb_table_end_attribute (TbTable *self)
{
  if (self->attribute == TB_TABLE_NONE)
    return TRUE;
  if (self->n_apart > 1)
    tb_problems_add (self->input->problems, TB_SEVERITY_WARNING, 0, 0, "",
                     _("%zu rows of statuses are left out, since no row of their values is just before them"),
                     self->n_apart);

  return add_held (self, NULL);
}
