/* A text of separated values as a table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-csv-table.h"

#include "tb-limits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One text while it is read. */
typedef struct
{
  const TbReaderInput *input;
  const TbCsvTableOptions  *options;
  TbSeparatedDialect   dialect;
  TbSeparated          records;
  TbTable             *table;
  TbTableCell         *cells;
  guint                n_columns;
  gboolean             is_adding;
  gsize                n_rows;
  gsize                n_long, n_short;
  guint                long_line, short_line;
  GString             *remarks;
  guint                remark_line;   /* the last that was taken */
  guint                held_line;     /* of the row that is added when others have come */
  char                *unit;
  char                *source;
  gboolean             is_settled;
  gboolean             is_below;      /* notes have begun */
  TbDay                updated;
} Csv;

static void
clear_csv (Csv *self)
{
  tb_separated_clear (&self->records);
  g_clear_pointer (&self->table, tb_table_free);
  g_free (self->cells);
  g_string_free (self->remarks, TRUE);
  g_free (self->unit);
  g_free (self->source);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Csv, clear_csv)

/* Where a cell begins in its line. It takes as long as the line, and is not looked for
 * beyond the problems that are listed: there may be one of each of many columns. */
static guint
find_place (const Csv *self,
            gsize      column)
{
  if (column >= self->records.n_fields || tb_problems_get_n_warnings (self->input->problems) >= TB_LIMIT_PROBLEMS)
    return 1;

  return tb_separated_get_column (&self->records, column);
}

/* What the table tells of a row that is added. */
static void
report (gpointer    user_data,
        guint       column,
        gboolean    is_held,
        const char *message)
{
  const Csv *self = user_data;

  tb_problems_add (self->input->problems, TB_SEVERITY_WARNING, is_held ? self->held_line : self->records.line,
                   is_held ? 1 : find_place (self, column), "", "%s", message);
}

/* Its cells are not there any more when it is added. */
static void
hold (gpointer user_data)
{
  Csv *self = user_data;

  self->held_line = self->records.line;
}

/* Spaces around what is not quoted are there for the eye. */
static TbSeparatedField
get_trimmed (const TbSeparatedField *field)
{
  TbSeparatedField self = *field;

  while (!self.was_quoted && self.length > 0 && (*self.text == ' ' || *self.text == '\t'))
    self.text++, self.length--;
  while (!self.was_quoted && self.length > 0
         && (self.text[self.length - 1] == ' ' || self.text[self.length - 1] == '\t'))
    self.length--;

  return self;
}

static TbTableCell
get_cell (const Csv *self,
          gsize      i)
{
  TbSeparatedField field = get_trimmed (&self->records.fields[i]);
  const char *nothing = self->options->null_sequence;

  if (field.length == 0)
    return (TbTableCell) { "", 0, TB_TABLE_EMPTY };
  if (nothing != NULL && strlen (nothing) == field.length && memcmp (nothing, field.text, field.length) == 0)
    return (TbTableCell) { "", 0, TB_TABLE_NULL };

  return (TbTableCell) { field.text, field.length, TB_TABLE_TEXT };
}

static gsize
count_given (const Csv *self)
{
  gsize n = self->records.n_fields;

  while (n > 0 && get_trimmed (&self->records.fields[n - 1]).length == 0)
    n--;

  return n;
}

/* "单位：万吨" above a table holds for all of it. */
static void
take_unit (Csv                    *self,
           const TbSeparatedField *field)
{
  static const char *const before[] = { "单位：", "单位:", "计量单位：", "计量单位:" };

  for (gsize i = 0; i < G_N_ELEMENTS (before); i++)
    {
      const gsize length = strlen (before[i]);

      if (self->unit != NULL || field->length <= length || strncmp (field->text, before[i], length) != 0)
        continue;
      self->unit = g_strndup (field->text + length, field->length - length);
      tb_table_set_unit (self->table, self->unit);
    }
}

/* A line that is no row: what the file says of the table as a whole. */
static void
take_remark (Csv *self)
{
  g_autofree char *first = NULL;
  gsize begin;

  /* Rows are walked over twice. */
  if (self->records.line <= self->remark_line)
    return;
  self->remark_line = self->records.line;
  begin = self->remarks->len;
  for (gsize i = 0; i < count_given (self); i++)
    {
      TbSeparatedField field = get_trimmed (&self->records.fields[i]);

      if (field.length == 0)
        continue;
      if (self->table != NULL && !self->is_settled)
        take_unit (self, &field);
      if (self->remarks->len > begin)
        g_string_append (self->remarks, self->is_below ? ", " : ": ");
      else if (begin > 0)
        begin = g_string_append_c (self->remarks, '\n')->len;
      g_string_append_len (self->remarks, field.text, (gssize) field.length);
      if (i == 0)
        first = g_ascii_strdown (field.text, (gssize) field.length);
      else if (i == 1 && first != NULL && g_str_has_prefix (first, "last updated"))
        {
          g_autofree char *date = g_strndup (field.text, field.length);

          if (!tb_day_parse (date, &self->updated))
            self->updated = 0;
        }
    }
  if (self->source == NULL)
    self->source = g_strdup (tb_csv_table_find_source (self->remarks->str + begin));
}

/* @names: how many there are that begin with each and differ by their number only. */
static void
add_column (Csv        *self,
            gsize       i,
            GHashTable *names)
{
  TbSeparatedField field = get_trimmed (&self->records.fields[i]);
  g_autofree char *wanted = g_strndup (field.text, field.length);
  g_autofree char *name = g_strdup (wanted);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (names, wanted));

  if (field.length == 0)
    {
      tb_table_add_unnamed (self->table);
      return;
    }
  while (g_hash_table_contains (names, name))
    {
      g_free (name);
      name = g_strdup_printf ("%.*s (%u)", (int) MIN (field.length, 4096), field.text, ++n);
    }
  g_hash_table_insert (names, g_strdup (wanted), GUINT_TO_POINTER (MAX (n, 1)));
  if (n > 0)
    tb_problems_add (self->input->problems, TB_SEVERITY_WARNING, self->records.line, find_place (self, i), "",
                     _("a column of this name is there already; this one is called “%s” here"), name);
  g_hash_table_insert (names, g_strdup (name), GUINT_TO_POINTER (1));
  tb_table_add_column (self->table, name, strlen (name));
}

/* FALSE: there is one line of names. */
static gboolean
take_second_line (Csv *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < self->n_columns; i++)
    {
      TbSeparatedField field = get_trimmed (&self->records.fields[i]);

      g_ptr_array_add (names, g_strndup (field.text, field.length));
    }

  return tb_csv_table_take_second (&self->records, self->table, (const char *const *) names->pdata, names->len,
                                   self->input->problems);
}

/* Leaves the walk before the first row. FALSE: reported. */
static gboolean
read_header (Csv *self)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  TbSeparatedMark begin = tb_separated_get_mark (&self->records);
  TbSeparatedMark at = begin;
  gboolean has_header = FALSE;
  gsize header = 0;

  if (!self->options->has_no_header)
    has_header = tb_csv_table_find_header (self->input->text, self->input->length, &self->dialect, &header);
  for (gsize i = 0; tb_separated_next (&self->records) && i < header; i++)
    {
      take_remark (self);
      at = tb_separated_get_mark (&self->records);
    }

  if (self->records.n_fields > TB_LIMIT_COLUMNS)
    {
      tb_problems_add (self->input->problems, TB_SEVERITY_ERROR, self->records.line, 1, "",
                       _("more than %d columns in the table; expected fewer"), TB_LIMIT_COLUMNS);
      return FALSE;
    }
  self->n_columns = (guint) self->records.n_fields;
  if (has_header && take_second_line (self))
    return TRUE;
  if (has_header)
    {
      tb_separated_go_to (&self->records, at);
      tb_separated_next (&self->records);
    }
  for (gsize i = 0; i < self->n_columns; i++)
    {
      if (has_header)
        add_column (self, i, names);
      else if (self->options->names != NULL && i < g_strv_length ((char **) self->options->names))
        tb_table_add_column (self->table, self->options->names[i], strlen (self->options->names[i]));
      else
        tb_table_add_unnamed (self->table);
    }
  if (has_header)
    return TRUE;

  if (!self->options->has_no_header)
    tb_problems_add (self->input->problems, TB_SEVERITY_WARNING, self->records.line, 1, "",
                     _("the first line holds figures, so that the columns are called by their numbers; expected names "
                       "of columns"));
  tb_separated_go_to (&self->records, begin);
  return TRUE;
}

/* Below a table stand lines that spreadsheets fill up with empty cells, or whose commas part them.
 * Behind the first of them what has nothing but a text in its first cell is one as well. */
static gboolean
is_note (Csv   *self,
         gsize  n_given)
{
  const TbSeparatedField first = get_trimmed (&self->records.fields[0]);
  const gboolean is_alone = n_given == 1 && self->n_columns > 1;
  const gboolean is_parted = n_given == self->records.n_fields && n_given < self->n_columns;

  if (n_given == 0 || (!is_alone && !is_parted))
    return FALSE;
  if (tb_csv_table_begins_note (first.text, first.length))
    self->is_below = TRUE;
  else if (is_parted && !is_alone)
    return FALSE;

  return self->is_below;
}

/* FALSE: it is no row. */
static gboolean
read_row (Csv *self)
{
  const gsize n_given = count_given (self);
  const gsize n = self->records.n_fields;

  if (n_given == 0 && n > 1)
    return FALSE;
  if ((n == 1 && self->n_columns > 1) || is_note (self, n_given))
    {
      take_remark (self);
      return FALSE;
    }
  if (n_given > self->n_columns)
    {
      if (self->is_adding && self->n_long++ == 0)
        self->long_line = self->records.line;
      return FALSE;
    }
  if (self->is_adding && n < self->n_columns && self->n_short++ == 0)
    self->short_line = self->records.line;

  for (gsize i = 0; i < self->n_columns; i++)
    self->cells[i] = i < n ? get_cell (self, i) : (TbTableCell) { "", 0, TB_TABLE_ABSENT };
  return TRUE;
}

static void
tell_lengths (const Csv *self)
{
  if (self->n_long > 0)
    tb_problems_add (self->input->problems, TB_SEVERITY_WARNING, self->long_line, 1, "",
                     ngettext ("%zu row, this one, has more cells than the header has columns (%u); it "
                               "is left out, since its figures cannot be told apart",
                               "%zu rows, of which this is the first, have more cells than the header has columns "
                               "(%u); they are left out, since their figures cannot be told apart", self->n_long),
                     self->n_long, self->n_columns);
  if (self->n_short > 0)
    tb_problems_add (self->input->problems, TB_SEVERITY_WARNING, self->short_line, 1, "",
                     ngettext ("%zu row, this one, has fewer cells than the header has columns (%u)",
                               "%zu rows, of which this is the first, have fewer cells than the header has columns "
                               "(%u)", self->n_short), self->n_short, self->n_columns);
}

/* FALSE: reported, or stopped. */
static gboolean
add_rows (Csv *self)
{
  self->is_adding = TRUE;
  while (tb_separated_next (&self->records))
    {
      if (self->records.unclosed)
        {
          tb_problems_add (self->input->problems, TB_SEVERITY_ERROR, self->records.line, 1, "",
                           _("the file ends within a quoted cell of the row that begins here; expected a closing "
                             "quote"));
          return FALSE;
        }
      if (!read_row (self))
        continue;
      self->n_rows++;
      if (!tb_table_add (self->table, self->cells))
        return FALSE;
    }
  if (self->n_long > self->n_rows)
    {
      tb_problems_add (self->input->problems, TB_SEVERITY_ERROR, self->long_line, 1, "",
                       _("%zu of %zu rows, of which this is the first, have more cells than the "
                         "header has columns (%u); expected as many"),
                       self->n_long, self->n_long + self->n_rows, self->n_columns);
      return FALSE;
    }

  tell_lengths (self);
  return TRUE;
}

/* What the lines about the table say is a part of what the dataset says of itself. */
static void
tell_remarks (Csv *self)
{
  TbCube *cube = tb_table_get_cube (self->table);
  TbDatasetInfo *info = tb_cube_get_info (cube);

  if (self->remarks->len > 0 && tb_text_is_empty (&info->description))
    info->description = tb_cube_text (cube, tb_pool_intern (tb_cube_get_pool (cube), self->remarks->str));
  if (self->source != NULL && tb_text_is_empty (&tb_cube_get_source (cube)->publisher))
    tb_cube_get_source (cube)->publisher = tb_cube_text (cube, tb_pool_intern (tb_cube_get_pool (cube), self->source));
  if (info->updated == 0)
    info->updated = self->updated;
}

static TbDataset *
read_table (const TbReaderInput     *input,
            const TbCsvTableOptions *options)
{
  g_auto (Csv) self = { .input = input, .options = options, .remarks = g_string_new (NULL) };
  const TbTableSource source = { .report = report, .hold = hold, .user_data = &self };
  TbSeparatedMark body;

  if (!tb_encoding_check_utf8 (input))
    return NULL;
  if (options->dialect != NULL)
    self.dialect = *options->dialect;
  else
    tb_separated_sniff (input->text, input->length, &self.dialect);

  self.table = tb_table_new (input, &source, self.dialect.delimiter);
  tb_separated_init (&self.records, input->text, input->length, &self.dialect);
  if (!read_header (&self))
    return NULL;
  if (options->describe != NULL)
    options->describe (options->user_data, self.table);

  self.cells = g_new0 (TbTableCell, MAX (self.n_columns, 1));
  body = tb_separated_get_mark (&self.records);
  self.is_settled = TRUE;
  while (tb_separated_next (&self.records))
    {
      if (read_row (&self) && !tb_table_look (self.table, self.cells, self.n_columns))
        break;
    }
  if (!tb_table_settle (self.table, 0))
    return NULL;

  tb_separated_go_to (&self.records, body);
  self.is_below = FALSE;
  if (!add_rows (&self))
    return NULL;

  tell_remarks (&self);
  return tb_table_finish (self.table);
}

/**
 * tb_csv_table_read:
 * @input: the text, and who is told
 * @options: what is known of it
 *
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): its figures; %NULL where an error was reported, or
 *   reading was cancelled
 */
TbDataset *
tb_csv_table_read (const TbReaderInput *input,
             const TbCsvTableOptions  *options)
{
  TbReaderInput copy = *input;
  g_autofree char *chinese = tb_encoding_convert_chinese (input->text, input->length, &copy.length);

  if (chinese == NULL)
    return read_table (input, options);

  copy.text = chinese;
  tb_problems_add (input->problems, TB_SEVERITY_WARNING, 0, 0, "",
                   _("the file is not UTF-8, and is read as Chinese text in GB 18030 (GBK), which its bytes look like; "
                     "expected UTF-8"));
  return read_table (&copy, options);
}
