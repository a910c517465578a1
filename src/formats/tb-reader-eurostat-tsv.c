/* Reads the tab-separated files of Eurostat's bulk download.
 *
 * The first cell of the header names the dimensions of the key, and behind a
 * backslash that of the columns: "freq,unit,geo\TIME_PERIOD". Cells are numbers
 * with flags ("12.3 b") or ":" with them (": c").
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cube-cell.h"
#include "tb-separated.h"
#include "tb-status-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Dimensions of a key; Eurostat's tables have up to fifteen. */
#define MAX_DIMENSIONS 64

/* Flags are letters; what is longer is text. */
#define MAX_FLAGS 16

typedef struct
{
  const TbReaderInput *input;
  TbCube              *cube;
  TbPool              *pool;
  TbSeparated          records;
  guint                n_key;
  guint32              codes[MAX_DIMENSIONS];
  gsize                n_columns;
  guint                n_texts;
  guint                first_line;
  guint                first_column;
} Table;

static gsize
get_first_cell (const TbReaderInput *input)
{
  const char *tab = memchr (input->text, '\t', input->length);

  return tab != NULL ? (gsize) (tab - input->text) : 0;
}

static gboolean
sniff (const TbReaderInput *input)
{
  gsize n = get_first_cell (input);

  return n > 0 && memchr (input->text, '\\', n) != NULL && memchr (input->text, '\n', n) == NULL
         && memchr (input->text, '"', n) == NULL;
}

static void
trim (const char **text,
      gsize       *length)
{
  while (*length > 0 && g_ascii_isspace (**text))
    {
      (*text)++;
      (*length)--;
    }
  while (*length > 0 && g_ascii_isspace ((*text)[*length - 1]))
    (*length)--;
}

static void
report (const Table *self,
        TbSeverity   severity,
        gsize        column,
        const char  *format,
        ...) G_GNUC_PRINTF (4, 5);

static void
report (const Table *self,
        TbSeverity   severity,
        gsize        column,
        const char  *format,
        ...)
{
  const guint at = column < self->records.n_fields ? tb_separated_get_column (&self->records, column) : 1;
  va_list arguments;

  va_start (arguments, format);
  tb_problems_add_valist (self->input->problems, severity, self->records.line, at, "", format, arguments);
  va_end (arguments);
}

/* The parts of a key, each given to @func; how many there are. */
static guint
split_key (Table       *self,
           const char  *text,
           gsize        length,
           void       (*func) (Table      *self,
                               guint       i,
                               const char *part,
                               gsize       length))
{
  const char *end = text + length;
  guint n = 0;

  while (n < MAX_DIMENSIONS)
    {
      const char *comma = memchr (text, ',', (gsize) (end - text));
      gsize n_part = (gsize) ((comma != NULL ? comma : end) - text);
      const char *part = text;

      trim (&part, &n_part);
      func (self, n++, part, n_part);
      if (comma == NULL)
        break;
      text = comma + 1;
    }

  return n;
}

static void
add_dimension (Table      *self,
               guint       i G_GNUC_UNUSED,
               const char *part,
               gsize       length)
{
  g_autofree char *name = g_strndup (part, length);

  tb_cube_add_dimension (self->cube, name, NULL, TB_COLUMN_ROLE_UNSAID);
}

static void
intern_part (Table      *self,
             guint       i,
             const char *part,
             gsize       length)
{
  if (i < self->n_key)
    self->codes[i] = tb_cube_intern (self->cube, i, part, length);
}

/* FALSE: reported. */
static gboolean
read_header (Table *self)
{
  const TbSeparatedField *first = self->records.fields;
  const char *backslash = memchr (first->text, '\\', first->length);
  const char *last;
  gsize n_last;
  g_autofree char *name = NULL;

  if (backslash == NULL)
    {
      report (self, TB_SEVERITY_ERROR, 0,
              _("not a header of Eurostat; expected the names of dimensions such as \"freq,unit,geo\\TIME_PERIOD\""));
      return FALSE;
    }

  self->n_key = split_key (self, first->text, (gsize) (backslash - first->text), add_dimension);
  if (self->n_key == MAX_DIMENSIONS)
    {
      report (self, TB_SEVERITY_ERROR, 0, _("too many dimensions; expected fewer than %d"), MAX_DIMENSIONS);
      return FALSE;
    }

  last = backslash + 1;
  n_last = first->length - (gsize) (last - first->text);
  trim (&last, &n_last);
  name = g_strndup (last, n_last);
  tb_cube_add_dimension (self->cube, name, NULL,
                         tb_column_role_from_name (name, NULL) == TB_COLUMN_ROLE_PERIOD ? TB_COLUMN_ROLE_PERIOD
                                                                                       : TB_COLUMN_ROLE_UNSAID);
  self->n_columns = self->records.n_fields - 1;
  for (gsize i = 1; i <= self->n_columns; i++)
    {
      const char *code = self->records.fields[i].text;
      gsize length = self->records.fields[i].length;
      g_autofree char *id = NULL;

      trim (&code, &length);
      id = g_strndup (code, length);
      tb_cube_add_code (self->cube, self->n_key, id, NULL);
    }

  return TRUE;
}

static void
read_flags (Table              *self,
            const TbNumberText *number,
            gboolean            is_marked,
            TbCubeCell         *cell)
{
  gsize n = MIN (number->n_flags, MAX_FLAGS);
  const char *text = n > 0 ? number->flags : ":";

  if (n > 0 || is_marked)
    tb_cube_cell_add_note (cell, tb_status_text_parse (TB_PROVIDER_EUROSTAT, text, n > 0 ? n : 1, NULL, self->pool,
                                                       &cell->status), self->pool);
}

static void
read_cell (Table      *self,
           gsize       column,
           TbCubeCell *cell)
{
  const TbSeparatedField *field = &self->records.fields[column];
  TbNumberStyle style = TB_NUMBER_STYLE_PLAIN;
  TbNumberText number;
  g_autofree char *text = NULL;

  style.with_flags = TRUE;
  switch (tb_number_text_parse (field->text, field->length, &style, &number))
    {
    case TB_NUMBER_GIVEN:
      tb_cube_cell_set_number (cell, &number, field->text, field->length, &style, self->pool);
      read_flags (self, &number, FALSE, cell);
      break;
    case TB_NUMBER_MISSING:
      read_flags (self, &number, memchr (field->text, ':', field->length) != NULL, cell);
      break;
    case TB_NUMBER_NONE:
      if (self->n_texts++ == 0)
        {
          self->first_line = self->records.line;
          self->first_column = tb_separated_get_column (&self->records, column);
        }
      text = g_strndup (field->text, field->length);
      tb_cube_cell_add_note (cell, tb_pool_intern (self->pool, g_strstrip (text)), self->pool);
      break;
    }
}

/* FALSE: reported, or cancelled. */
static gboolean
read_record (Table *self)
{
  const TbSeparatedField *key = self->records.fields;
  guint n = split_key (self, key->text, key->length, intern_part);

  if (n != self->n_key)
    {
      report (self, TB_SEVERITY_ERROR, 0, _("the number of parts of the key is %u; expected %u, as the header says"), n,
              self->n_key);
      return FALSE;
    }
  if (self->records.n_fields - 1 > self->n_columns)
    {
      report (self, TB_SEVERITY_ERROR, self->n_columns + 1,
              _("the number of figures in the row is %u; expected at most %u, as the header says"),
              (guint) self->records.n_fields - 1, (guint) self->n_columns);
      return FALSE;
    }

  for (gsize i = 1; i < self->records.n_fields; i++)
    {
      TbCubeCell cell = TB_CUBE_CELL_INIT;

      read_cell (self, i, &cell);
      self->codes[self->n_key] = (guint32) (i - 1);
      if (!tb_cube_add (self->cube, self->codes, &cell))
        return FALSE;
    }

  return TRUE;
}

static void
report_texts (const Table *self)
{
  if (self->n_texts > 0)
    tb_problems_add (self->input->problems, TB_SEVERITY_WARNING, self->first_line, self->first_column, "",
                     ngettext ("%u figure is no number that can be read; it stays as a note",
                               "%u figures are no numbers that can be read, here is the first; they stay as notes",
                               self->n_texts), self->n_texts);
}

static void
clear (Table *self)
{
  tb_separated_clear (&self->records);
  tb_cube_free (self->cube);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, clear)

static TbDataset *
read_table (const TbReaderInput *input)
{
  static const TbSeparatedDialect dialect = { .delimiter = '\t' };
  g_auto (Table) self = { .input = input, .cube = tb_cube_new (input) };

  if (!tb_encoding_check_utf8 (input))
    return NULL;

  self.pool = tb_cube_get_pool (self.cube);
  tb_separated_init (&self.records, input->text, input->length, &dialect);
  if (!tb_separated_next (&self.records) || !read_header (&self) || !tb_cube_begin (self.cube, 0))
    return NULL;
  while (tb_separated_next (&self.records))
    {
      if (!read_record (&self))
        return NULL;
    }
  report_texts (&self);

  return tb_cube_finish (self.cube);
}

const TbReader tb_reader_eurostat_tsv = {
  .id = "eurostat-tsv",
  .is_json = FALSE,
  .sniff = sniff,
  .read = read_table,
};
