/* Rows of JSON objects as a table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-rows-table.h"

#include "tb-json-inline.h"
#include "tb-limits.h"
#include "tb-table-private.h"

#include <glib/gi18n-lib.h>

/* How U+0000 is shown in the name of a column, where it would be its end. */
#define SYMBOL_FOR_NULL "␀"

/* Of a column, in the pool. */
typedef struct
{
  const char *text;
  gsize       length;
} Name;

typedef struct
{
  const TbReaderInput *input;
  const TbJsonValue   *rows;
  TbTable             *table;
  GHashTable          *columns;     /* of name to index + 1 */
  GArray              *names;       /* of Name, one a column */
  GArray              *cells;       /* of TbTableCell, likewise */
  GArray              *order;       /* of guint: the columns of the last row's members; empty where one has none */
  guint                next;        /* the column that comes up next where a row is as the one before */
  const TbJsonValue   *row;
  gboolean             is_adding;
  gboolean             has_failed;
  gboolean             is_arrays;
  gsize                n_late;      /* members whose column was not there when the table was settled */
  gsize                n_others;    /* elements that are no rows */
} Rows;

static void
clear_rows (Rows *self)
{
  g_clear_pointer (&self->table, tb_table_free);
  g_hash_table_unref (self->columns);
  g_array_unref (self->names);
  g_array_unref (self->cells);
  g_array_unref (self->order);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rows, clear_rows)

/* Of a row that is an object the member is found again by its name. */
static void
report (gpointer    user_data,
        guint       column,
        gboolean    is_held,
        const char *message)
{
  const Rows *self = user_data;
  const TbJsonValue *value = NULL;

  if (column < self->names->len && !self->is_arrays)
    value = tb_json_find (self->row, g_array_index (self->names, Name, column).text);
  tb_json_report_add (self->input->report, TB_SEVERITY_WARNING, value != NULL ? value : self->row, "%s", message);
}

/* A key that begins with "_" says something about the row or the file. */
static gboolean
is_remark (const char *name,
           gsize       length)
{
  return length > 0 && name[0] == '_';
}

/* NULL where the name has no character U+0000. Two names that differ behind it are two columns. */
static char *
dup_visible (const char *name,
             gsize       length)
{
  GString *visible;

  if (memchr (name, '\0', length) == NULL)
    return NULL;

  visible = g_string_sized_new (length + strlen (SYMBOL_FOR_NULL));
  for (gsize i = 0; i < length; i++)
    {
      if (name[i] == '\0')
        g_string_append (visible, SYMBOL_FOR_NULL);
      else
        g_string_append_c (visible, name[i]);
    }

  return g_string_free_and_steal (visible);
}

static void
tell_zero (Rows              *self,
           const TbJsonValue *key,
           const char        *visible)
{
  tb_json_report_add (self->input->report, TB_SEVERITY_WARNING, key,
                      _("the name of a column holds the character U+0000, which is shown as “%s” here; expected a name "
                        "without it"), visible);
}

/* FALSE: reported. */
static gboolean
has_room (Rows              *self,
          const TbJsonValue *key)
{
  if (self->cells->len < TB_LIMIT_COLUMNS)
    return TRUE;

  self->has_failed = TRUE;
  tb_json_report_add (self->input->report, TB_SEVERITY_ERROR, key,
                      _("more than %d columns in the table; expected fewer"), TB_LIMIT_COLUMNS);
  return FALSE;
}

static guint
add_column (Rows       *self,
            const char *name,
            gsize       length)
{
  guint column = tb_table_add_column (self->table, name, length);
  Name kept = { tb_pool_intern_len (tb_cube_get_pool (tb_table_get_cube (self->table)), name, length), length };

  g_hash_table_insert (self->columns, (gpointer) kept.text, GUINT_TO_POINTER (column + 1));
  g_array_append_val (self->names, kept);
  g_array_set_size (self->cells, column + 1);
  return column;
}

static inline gboolean
is_called (const Name *self,
           const char *name,
           gsize       length)
{
  return self->length == length && tb_bytes_same (self->text, name, length);
}

/* Of a member that is not where it was in the row before. G_MAXUINT: there is no such column. */
static guint
look_column_up (Rows              *self,
                const TbJsonValue *key)
{
  gsize length;
  const char *name = tb_json_get_string (key, &length);
  g_autofree char *visible = dup_visible (name, length);
  guint column;

  if (visible != NULL)
    {
      name = visible;
      length = strlen (visible);
    }
  column = GPOINTER_TO_UINT (g_hash_table_lookup (self->columns, name));

  if (column > 0)
    {
      self->next = column;
      return column - 1;
    }
  if (is_remark (name, length))
    return G_MAXUINT;
  if (self->is_adding)
    {
      if (self->n_late++ == 0)
        tb_json_report_add (self->input->report, TB_SEVERITY_WARNING, key,
                            _("“%s” is no member of the first rows, and is left out; expected the same members in all "
                              "rows"),
                            name);
      return G_MAXUINT;
    }

  if (!has_room (self, key))
    return G_MAXUINT;
  if (visible != NULL)
    tell_zero (self, key, visible);
  self->next = add_column (self, name, length) + 1;
  return self->next - 1;
}

/* The members of rows stand in the same order mostly, so that the next one is asked first. */
static inline guint
find_column (Rows              *self,
             const TbJsonValue *key)
{
  gsize length;
  const char *name = tb_json_peek_text (key, &length);

  if (self->next < self->cells->len && is_called (&g_array_index (self->names, Name, self->next), name, length))
    return self->next++;

  return look_column_up (self, key);
}

static void
refuse_nested (Rows              *self,
               const TbJsonValue *value)
{
  self->has_failed = TRUE;
  tb_json_report_add (self->input->report, TB_SEVERITY_ERROR, value,
                      tb_json_get_type (value) == TB_JSON_ARRAY
                        ? _("a row holds an array here; expected a number or a text")
                        : _("a row holds an object here; expected a number or a text"));
}

/* What is neither a number nor a text, or an empty one. */
static void
take_other (Rows              *self,
            TbTableCell       *cell,
            const TbJsonValue *value)
{
  switch (tb_json_get_type (value))
    {
    case TB_JSON_NUMBER:
    case TB_JSON_STRING:
    case TB_JSON_NULL:
      *cell = (TbTableCell) { "", 0, TB_TABLE_NULL };
      break;
    case TB_JSON_BOOLEAN:
      cell->text = tb_json_get_boolean (value) ? "true" : "false";
      cell->length = strlen (cell->text);
      cell->form = TB_TABLE_TEXT;
      break;
    case TB_JSON_ARRAY:
    case TB_JSON_OBJECT:
      refuse_nested (self, value);
      break;
    }
}

static inline TbTableCell *
get_cell (const Rows *self,
          guint       column)
{
  return &g_array_index (self->cells, TbTableCell, column);
}

/* FALSE: the file is refused. */
static inline gboolean
take_value (Rows              *self,
            TbTableCell       *cell,
            const TbJsonValue *value)
{
  static const guint8 forms[] = {
    [TB_JSON_NUMBER] = TB_TABLE_NUMBER, [TB_JSON_STRING] = TB_TABLE_TEXT, [TB_JSON_OBJECT] = TB_TABLE_ABSENT,
  };
  const guint8 form = forms[tb_json_peek_type (value)];
  gsize length;
  const char *text = tb_json_peek_text (value, &length);

  if (form == TB_TABLE_ABSENT || length == 0)
    {
      take_other (self, cell, value);
      return !self->has_failed;
    }

  *cell = (TbTableCell) { text, length, form };
  return TRUE;
}

static void
take_array (Rows *self)
{
  TbJsonIter iter;

  tb_json_iter_init (&iter, self->row);
  for (guint i = 0; tb_json_iter_next (&iter) && !self->has_failed; i++)
    {
      if (i < self->cells->len)
        take_value (self, get_cell (self, i), iter.value);
      else if (self->n_late++ == 0)
        tb_json_report_add (self->input->report, TB_SEVERITY_WARNING, iter.value,
                            _("a row has more elements than the first row names; the rest is left out"));
    }
}

static void
take_object (Rows *self)
{
  const TbJsonValue *key = tb_json_peek_inside (self->row);
  gboolean is_whole = TRUE;

  self->next = 0;
  g_array_set_size (self->order, 0);
  for (gsize n = tb_json_peek_size (self->row); n > 0 && !self->has_failed; n--)
    {
      const guint column = find_column (self, key);
      const TbJsonValue *value = tb_json_peek_inside (key);

      if (column != G_MAXUINT)
        take_value (self, get_cell (self, column), value);
      is_whole = is_whole && column != G_MAXUINT;
      g_array_append_val (self->order, column);
      key = tb_json_peek_next (value);
    }
  if (!is_whole)
    g_array_set_size (self->order, 0);
}

/* A row with the members of the row before: they go where those went. */
static inline void
take_alike (Rows *self)
{
  const guint *columns = (const guint *) (gpointer) self->order->data;
  const guint n = self->order->len;
  const TbJsonValue *row = self->row;
  TbTableCell *cells = get_cell (self, 0);

  for (guint i = 0; i < n && take_value (self, &cells[columns[i]], tb_json_peek_member (row, i)); i++)
    continue;
}

/* FALSE: the element is no row, or the file is refused. */
static gboolean
take_element (Rows *self)
{
  if (tb_json_get_type (self->row) != (self->is_arrays ? TB_JSON_ARRAY : TB_JSON_OBJECT))
    {
      if (self->is_adding && self->n_others++ == 0)
        tb_json_report_add (self->input->report, TB_SEVERITY_WARNING, self->row,
                            _("this element is not a row like the first one, and is left out"));
      return FALSE;
    }

  if (self->cells->len > 0)
    memset (self->cells->data, 0, self->cells->len * sizeof (TbTableCell));
  if (self->is_arrays)
    take_array (self);
  else
    take_object (self);

  return !self->has_failed;
}

static inline gboolean
take_row (Rows             *self,
          const TbJsonIter *iter)
{
  self->row = iter->value;
  if (self->order->len == 0 || !tb_json_iter_is_alike (iter))
    return take_element (self);

  take_alike (self);
  return !self->has_failed;
}

/* The first row of arrays names their columns. FALSE: reported. */
static gboolean
take_header (Rows              *self,
             const TbJsonValue *header)
{
  TbJsonIter iter;

  tb_json_iter_init (&iter, header);
  while (tb_json_iter_next (&iter))
    {
      g_autofree char *visible = NULL;
      gsize length;
      const char *name;

      if (tb_json_get_type (iter.value) != TB_JSON_STRING)
        {
          tb_json_report_add (self->input->report, TB_SEVERITY_ERROR, iter.value,
                              _("a column has no name here; expected names of columns in the first row"));
          return FALSE;
        }
      name = tb_json_get_string (iter.value, &length);
      visible = dup_visible (name, length);
      if (!has_room (self, iter.value))
        return FALSE;
      if (visible != NULL)
        tell_zero (self, iter.value, visible);
      add_column (self, visible != NULL ? visible : name, visible != NULL ? strlen (visible) : length);
    }

  return TRUE;
}

static gboolean
look (Rows *self)
{
  TbJsonIter iter;
  gboolean is_of_use = TRUE;

  tb_json_iter_init (&iter, self->rows);
  if (self->is_arrays && tb_json_iter_next (&iter) && !take_header (self, iter.value))
    return FALSE;
  while (is_of_use && !self->has_failed && tb_json_iter_next (&iter))
    {
      if (take_row (self, &iter))
        is_of_use = tb_table_look (self->table, (const TbTableCell *) (gpointer) self->cells->data, self->cells->len);
    }

  return !self->has_failed;
}

static gboolean
add (Rows *self)
{
  TbJsonIter iter;

  self->is_adding = TRUE;
  tb_json_iter_init (&iter, self->rows);
  if (self->is_arrays)
    tb_json_iter_next (&iter);
  while (tb_json_iter_step (&iter))
    {
      if (take_row (self, &iter)
          && !tb_table_add (self->table, (const TbTableCell *) (gpointer) self->cells->data))
        return FALSE;
      if (self->has_failed)
        return FALSE;
    }

  return TRUE;
}

/* What is told once, at its first place, is counted for the end. */
static void
tell_counts (const Rows *self)
{
  if (self->n_late > 1)
    tb_json_report_add (self->input->report, TB_SEVERITY_WARNING, self->rows,
                        _("%zu values are left out, since the first rows have no member for them"),
                        self->n_late);
  if (self->n_others > 1)
    tb_json_report_add (self->input->report, TB_SEVERITY_WARNING, self->rows,
                        _("%zu elements are left out, since they are not rows like the first one"), self->n_others);
}

/**
 * tb_rows_read:
 * @input: the file, with its document
 * @rows: an array in it
 * @describe: (nullable) (scope call): called when the columns are known
 * @user_data: for @describe
 *
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): the figures of the rows; %NULL where an error was
 *   reported, or reading was cancelled
 */
TbDataset *
tb_rows_read (const TbReaderInput *input,
              const TbJsonValue   *rows,
              void               (*describe) (gpointer  user_data,
                                              TbTable  *table),
              gpointer             user_data)
{
  g_auto (Rows) self = {
    .input = input,
    .rows = rows,
    .columns = g_hash_table_new (g_str_hash, g_str_equal),
    .names = g_array_new (FALSE, FALSE, sizeof (Name)),
    .cells = g_array_new (FALSE, TRUE, sizeof (TbTableCell)),
    .order = g_array_new (FALSE, FALSE, sizeof (guint)),
    .row = rows,
  };
  const TbTableSource source = { .report = report, .user_data = &self };
  TbJsonIter first;

  tb_json_iter_init (&first, rows);
  self.is_arrays = tb_json_iter_next (&first) && tb_json_get_type (first.value) == TB_JSON_ARRAY;
  self.table = tb_table_new (input, &source, 0);
  if (!look (&self))
    return NULL;
  if (describe != NULL)
    describe (user_data, self.table);
  if (!tb_table_settle (self.table, tb_json_guess_size (rows)) || !add (&self))
    return NULL;

  tell_counts (&self);
  return tb_table_finish (self.table);
}
