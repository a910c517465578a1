/* The columns of a table: what was seen of them, and what becomes of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-table-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rows by which columns are told apart, and cells: a table of ten thousand
 * columns needs no more memory than one of ten. */
#define LOOKED_ROWS 5000
#define LOOKED_CELLS 2000000

/* The place in @seen of a cell that is not there. */
#define NOT_SEEN G_MAXUINT32

static void
clear_column (gpointer data)
{
  TbTableColumn *self = data;

  for (guint i = 0; self->values != NULL && i < self->values->len; i++)
    g_free (tb_table_value (self, i)->text);
  g_clear_pointer (&self->values, g_array_unref);
  g_clear_pointer (&self->value_of, g_hash_table_unref);
  g_clear_pointer (&self->seen, g_array_unref);
  g_free (self->known);
  g_free (self->period);
  g_free (self->group);
  g_free (self->name);
}

/**
 * tb_table_new:
 * @input: the file; lives as long as the table
 * @source: who knows where the rows stand
 * @delimiter: of separated values, which hints at the decimal mark; 0 for none
 *
 * Thread: any.
 *
 * Returns: (transfer full): a table without columns
 */
TbTable *
tb_table_new (const TbReaderInput *input,
              const TbTableSource *source,
              char                 delimiter)
{
  TbTable *self = g_new0 (TbTable, 1);

  self->input = input;
  self->source = *source;
  self->delimiter = delimiter;
  self->columns = g_array_new (FALSE, TRUE, sizeof (TbTableColumn));
  g_array_set_clear_func (self->columns, clear_column);
  self->period = self->month = self->quarter = self->day = TB_TABLE_NONE;
  self->attribute = TB_TABLE_NONE;
  self->scale = self->group_dimension = self->row_dimension = self->indicator_dimension = TB_TABLE_NONE;
  self->cube = tb_cube_new (input);
  self->scratch = g_string_new (NULL);
  return self;
}

/**
 * tb_table_free:
 * @self: (transfer full): a table
 *
 * Thread: that of @self.
 */
void
tb_table_free (TbTable *self)
{
  tb_cube_free (self->cube);
  g_array_unref (self->columns);
  g_free (self->value_columns);
  g_free (self->keys);
  g_free (self->companions);
  g_free (self->codes);
  g_clear_pointer (&self->held, g_array_unref);
  if (self->held_text != NULL)
    g_string_free (self->held_text, TRUE);
  g_string_free (self->scratch, TRUE);
  g_free (self);
}

/**
 * tb_table_add_column:
 * @self: a table that is not settled
 * @name: (array length=length): as in the file
 * @length: in bytes
 *
 * Thread: that of @self.
 *
 * Returns: the column's index
 */
guint
tb_table_add_column (TbTable    *self,
                     const char *name,
                     gsize       length)
{
  TbTableColumn column = { .hint.decimals = -1, .owner = TB_TABLE_NONE, .label = TB_TABLE_NONE };

  column.name = g_strndup (name, length);
  column.values = g_array_new (FALSE, FALSE, sizeof (TbTableValue));
  column.value_of = g_hash_table_new (g_str_hash, g_str_equal);
  column.seen = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (self->columns, column);
  return self->columns->len - 1;
}

/**
 * tb_table_add_unnamed:
 * @self: a table that is not settled
 *
 * Adds a column that the file gives no name: it is called by its number.
 *
 * Thread: that of @self.
 *
 * Returns: the column's index
 */
guint
tb_table_add_unnamed (TbTable *self)
{
  g_autofree char *name = g_strdup_printf ("column %u", self->columns->len + 1);
  guint column = tb_table_add_column (self, name, strlen (name));

  tb_table_column (self, column)->is_unnamed = TRUE;
  return column;
}

/**
 * tb_table_add_grouped:
 * @self: a table that is not settled
 * @group: the upper name, which stands above several columns
 * @name: the lower one
 *
 * Adds a column that is named in two lines. One of them may be a period.
 *
 * Thread: that of @self.
 *
 * Returns: the column's index
 */
guint
tb_table_add_grouped (TbTable    *self,
                      const char *group,
                      const char *name)
{
  g_autofree char *both = g_strdup_printf ("%s, %s", group, name);
  const guint column = tb_table_add_column (self, both, strlen (both));
  gsize length;
  const gboolean is_below = tb_table_is_period_name (name, &length);

  if (!is_below && !tb_table_is_period_name (group, &length))
    return column;
  tb_table_column (self, column)->period = g_strdup (is_below ? name : group);
  tb_table_column (self, column)->group = g_strdup (is_below ? group : name);
  return column;
}

/**
 * tb_table_get_n_columns:
 * @self: a table
 *
 * Thread: that of @self.
 *
 * Returns: how many columns were added
 */
guint
tb_table_get_n_columns (const TbTable *self)
{
  return self->columns->len;
}

/**
 * tb_table_get_name:
 * @self: a table
 * @column: its index
 *
 * Thread: that of @self.
 *
 * Returns: (transfer none): the column's name in the file, or the one made of its number
 */
const char *
tb_table_get_name (const TbTable *self,
                   guint          column)
{
  return tb_table_column (self, column)->name;
}

/**
 * tb_table_get_hint:
 * @self: a table that is not settled
 * @column: its index
 *
 * Thread: that of @self.
 *
 * Returns: (transfer none): to be filled with what the file says of the column
 */
TbTableHint *
tb_table_get_hint (TbTable *self,
                   guint    column)
{
  return &tb_table_column (self, column)->hint;
}

/**
 * tb_table_get_cube:
 * @self: a table
 *
 * Thread: that of @self.
 *
 * Returns: (transfer none): where title, source … of the dataset are filled in
 */
TbCube *
tb_table_get_cube (TbTable *self)
{
  return self->cube;
}

/**
 * tb_table_is_dated:
 * @self: a table whose periods were looked for
 *
 * Thread: that of @self.
 *
 * Returns: whether a column, or the header, has periods
 */
gboolean
tb_table_is_dated (const TbTable *self)
{
  return self->is_wide || self->period != TB_TABLE_NONE;
}

/**
 * tb_table_set_day_numbers:
 * @self: a table that is not settled
 * @zero: YYYY-MM-DD
 *
 * Says that what is called a year is a number of days (formats.md, section 5). That is
 * told once; the numbers are kept, and stand in order by their days.
 *
 * Thread: that of @self.
 */
void
tb_table_set_day_numbers (TbTable    *self,
                          const char *zero)
{
  self->day_zero = zero;
}

/**
 * tb_table_set_unit:
 * @self: a table that is not settled
 * @unit: as the file words it
 *
 * Says what figures are counted in where neither their column nor their indicator says it.
 *
 * Thread: that of @self.
 */
void
tb_table_set_unit (TbTable    *self,
                   const char *unit)
{
  self->unit = unit;
}

/* The first byte of a key is its form: the number 1 is not the text "1". */
static guint32
find_value (TbTableColumn     *self,
            const TbTableCell *cell,
            GString           *scratch)
{
  gpointer place;
  TbTableValue value = { .form = cell->form };

  g_string_truncate (scratch, 0);
  g_string_append_c (scratch, 'a' + (char) cell->form);
  g_string_append_len (scratch, cell->text != NULL ? cell->text : "", cell->text != NULL ? (gssize) cell->length : 0);
  place = g_hash_table_lookup (self->value_of, scratch->str);
  if (place != NULL)
    return GPOINTER_TO_UINT (place) - 1;

  value.text = g_strdup (scratch->str);
  g_array_append_val (self->values, value);
  g_hash_table_insert (self->value_of, value.text, GUINT_TO_POINTER (self->values->len));
  return self->values->len - 1;
}

/**
 * tb_table_look:
 * @self: a table that is not settled
 * @cells: (array length=n): a row; columns behind the last have no cell
 * @n: how many
 *
 * Looks at a row, so that it can be told later what each column is.
 *
 * Thread: that of @self.
 *
 * Returns: whether more rows are of use
 */
gboolean
tb_table_look (TbTable           *self,
               const TbTableCell *cells,
               guint              n)
{
  static const guint32 not_seen = NOT_SEEN;

  for (guint i = 0; i < n; i++)
    {
      TbTableColumn *column = tb_table_column (self, i);
      guint32 place;

      if (cells[i].form == TB_TABLE_ABSENT)
        continue;

      /* A column may come up for the first time in a later row. */
      while (column->seen->len < self->n_looked)
        g_array_append_val (column->seen, not_seen);
      place = find_value (column, &cells[i], self->scratch);
      g_array_index (column->values, TbTableValue, place).count++;
      g_array_append_val (column->seen, place);
    }
  self->n_looked++;

  return self->n_looked < LOOKED_ROWS && (gsize) self->n_looked * MAX (self->columns->len, 1) < LOOKED_CELLS;
}

/* What is behind the byte that tells the form. */
static void
end_looking (TbTable *self)
{
  static const guint32 not_seen = NOT_SEEN;

  for (guint i = 0; i < self->columns->len; i++)
    {
      TbTableColumn *column = tb_table_column (self, i);

      while (column->seen->len < self->n_looked)
        g_array_append_val (column->seen, not_seen);
      g_clear_pointer (&column->value_of, g_hash_table_unref);
      for (guint k = 0; k < column->values->len; k++)
        {
          TbTableValue *value = &g_array_index (column->values, TbTableValue, k);

          memmove (value->text, value->text + 1, strlen (value->text));
        }
    }
}

/**
 * tb_table_settle:
 * @self: a table with all its columns
 * @n_expected: rows, 0 where not known
 *
 * Decides what each column is, tells it to the plan of the input, and begins the
 * cube.
 *
 * Thread: that of @self.
 *
 * Returns: %FALSE where that failed, which is reported
 */
gboolean
tb_table_settle (TbTable *self,
                 gsize    n_expected)
{
  end_looking (self);
  tb_table_find_facts (self);
  tb_table_find_roles (self);
  tb_table_tell_plan (self);
  if (self->day_zero != NULL && self->period != TB_TABLE_NONE)
    tb_problems_add (self->input->problems, TB_SEVERITY_WARNING, 0, 0, "",
                     _("the column “%s” holds numbers of days since %s, not years; they are kept as they are"),
                     tb_table_column (self, self->period)->name, self->day_zero);
  self->is_settled = TRUE;
  return tb_table_make_cube (self, n_expected);
}

/* Tells something of a cell in the row at hand. */
void
tb_table_report (const TbTable *self,
                 guint          column,
                 const char    *format,
                 ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  self->source.report (self->source.user_data, column, self->is_adding_held, message);
}

/* What is told once for a column at its first cell is counted here. */
static void
tell_counts (const TbTable *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const TbTableColumn *column = tb_table_column (self, i);

      if (column->n_no_numbers > 1)
        tb_problems_add (self->input->problems, TB_SEVERITY_WARNING, 0, 0, "",
                         _("the column “%s” holds text in place of a number in %zu cells; they are kept "
                           "without a value"), column->name, column->n_no_numbers);
    }
  if (self->n_undated > 0)
    tb_problems_add (self->input->problems, TB_SEVERITY_WARNING, 0, 0, "",
                     ngettext ("%zu row has no period, and is kept without a date; expected one in each row",
                               "%zu rows have no period, and are kept without a date; expected one in each row",
                               self->n_undated), self->n_undated);
}

/**
 * tb_table_finish:
 * @self: a settled table
 *
 * Thread: that of @self.
 *
 * Returns: (transfer full) (nullable): the dataset; %NULL where an error was reported or
 *   reading was cancelled
 */
TbDataset *
tb_table_finish (TbTable *self)
{
  if (!tb_table_end_attribute (self))
    return NULL;
  tell_counts (self);
  return tb_cube_finish (self->cube);
}
