/* Reads the figures of a PC-Axis file.
 *
 * Tokens stand in the order of stub and heading, the last variable fastest. With
 * KEYS rows without figures are left out, and each row begins with the values or
 * codes of the keyed variables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-px.h"

#include "tb-cube-cell.h"
#include "tb-limits.h"
#include "tb-status-text.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

/* Notes of single cells that are looked for at each figure. */
#define MAX_CELL_NOTES 1000

/* Dots of a missing mark: DATASYMBOL1 to 6 say what they stand for. */
#define MAX_DOTS 6

/* Stands for any code in the note of a cell. */
#define ANY G_MAXUINT32

typedef struct
{
  const char *text;
  gsize       length;
  gsize       offset;
  gboolean    is_quoted;
} Token;

typedef struct
{
  guint32    *codes;  /* one a variable, or ANY */
  const char *text;
} CellNote;

typedef struct
{
  TbPx       *px;
  gsize       next;
  guint       n_variables;
  guint       n_keyed;
  guint32    *codes;
  guint64     n_cells;
  guint64     n_row;        /* cells behind each key */
  GArray     *notes;        /* of CellNote */
  const char *symbols[MAX_DOTS + 1];
  const char *nil;
  guint       n_texts;      /* in place of a number */
  gsize       first_text;
} Data;

static gboolean
is_space (char c)
{
  return g_ascii_isspace (c) || c == ',';
}

/* FALSE at the end of the data. */
static gboolean
take_token (Data  *self,
            Token *token)
{
  const char *text = self->px->text;
  gsize length = self->px->length;
  gsize i = self->next;

  while (i < length && is_space (text[i]))
    i++;
  self->next = i;
  if (i >= length || text[i] == ';')
    return FALSE;

  token->offset = i;
  token->is_quoted = text[i] == '"';
  if (token->is_quoted)
    {
      const char *end = memchr (text + i + 1, '"', length - i - 1);

      token->text = text + i + 1;
      token->length = end != NULL ? (gsize) (end - token->text) : length - i - 1;
      self->next = i + 1 + token->length + (end != NULL ? 1 : 0);
      return TRUE;
    }

  while (i < length && !is_space (text[i]) && text[i] != ';' && text[i] != '"')
    i++;
  token->text = text + token->offset;
  token->length = i - token->offset;
  self->next = i;
  return TRUE;
}

/* How many dots a mark has; 0 where it is none. The file's own texts for them are marks, too. */
static guint
count_dots (const Data  *self,
            const Token *token)
{
  if (token->length <= MAX_DOTS && strspn (token->text, ".") >= token->length)
    return (guint) token->length;
  for (guint i = 1; i <= MAX_DOTS && token->is_quoted; i++)
    {
      if (self->symbols[i] != NULL && strlen (self->symbols[i]) == token->length
          && strncmp (self->symbols[i], token->text, token->length) == 0)
        return i;
    }

  return 0;
}

static gboolean
is_nil (const Data  *self,
        const Token *token)
{
  return (token->length == 1 && *token->text == '-')
         || (token->is_quoted && self->nil != NULL && strlen (self->nil) == token->length
             && strncmp (self->nil, token->text, token->length) == 0);
}

static void
read_mark (Data       *self,
           TbCubeCell *cell,
           const char *mark,
           const char *label)
{
  /* A symbol that only says the mark again says nothing of its meaning. */
  gboolean says_more = label != NULL && strspn (label, ".-") < strlen (label);

  tb_cube_cell_add_note (cell, tb_status_text_parse (TB_PROVIDER_PXWEB, mark, strlen (mark), says_more ? label : NULL,
                                                     self->px->pool, &cell->status), self->px->pool);
}

static void
read_cell (Data        *self,
           const Token *token,
           TbCubeCell  *cell)
{
  static const char dots[] = "......";
  TbNumberStyle style = TB_NUMBER_STYLE_PLAIN;
  TbNumberText number = { 0 };
  guint n_dots = count_dots (self, token);

  if (n_dots > 0)
    {
      read_mark (self, cell, dots + MAX_DOTS - n_dots, self->symbols[n_dots]);
      return;
    }
  if (is_nil (self, token))
    {
      read_mark (self, cell, "-", self->nil);
      return;
    }

  switch (tb_number_text_parse (token->text, token->length, &style, &number))
    {
    case TB_NUMBER_GIVEN:
      tb_cube_cell_set_number (cell, &number, token->text, token->length, &style, self->px->pool);
      break;
    case TB_NUMBER_MISSING:
      break;
    case TB_NUMBER_NONE:
      if (self->n_texts++ == 0)
        self->first_text = token->offset;
      tb_cube_cell_add_note (cell, tb_pool_intern_len (self->px->pool, token->text, token->length), self->px->pool);
      break;
    }
}

static void
apply_notes (Data       *self,
             TbCubeCell *cell)
{
  for (guint i = 0; i < self->notes->len; i++)
    {
      const CellNote *note = &g_array_index (self->notes, CellNote, i);
      guint k = 0;

      while (k < self->n_variables && (note->codes[k] == ANY || note->codes[k] == self->codes[k]))
        k++;
      if (k == self->n_variables)
        tb_cube_cell_add_note (cell, note->text, self->px->pool);
    }
}

/* Steps to the next cell of those that follow @from. */
static void
step (Data  *self,
      guint  from)
{
  for (guint i = self->n_variables; i-- > from;)
    {
      if (++self->codes[i] < tb_px_get_variable (self->px, i)->size)
        return;
      self->codes[i] = 0;
    }
}

static gboolean
fail_count (const Data *self,
            guint64     n)
{
  tb_px_report (self->px, TB_SEVERITY_ERROR, MIN (self->next, self->px->length - 1),
                _("the number of figures is %" PRIu64 "; expected %" PRIu64
                  ", the product of the numbers of values"), n, self->n_cells);
  return FALSE;
}

static gboolean
add_cell (Data        *self,
          const Token *token)
{
  TbCubeCell cell = TB_CUBE_CELL_INIT;

  read_cell (self, token, &cell);
  if (self->notes->len > 0)
    apply_notes (self, &cell);
  return tb_cube_add (self->px->cube, self->codes, &cell);
}

static gboolean
read_dense (Data *self)
{
  guint64 n = 0;
  Token token;

  while (take_token (self, &token))
    {
      if (++n > self->n_cells)
        {
          while (take_token (self, &token))
            n++;
          return fail_count (self, n);
        }
      if (!add_cell (self, &token))
        return FALSE;
      step (self, 0);
    }

  return n == self->n_cells || fail_count (self, n);
}

/* The keyed variables come first: they are those of the stub. FALSE: reported. */
static gboolean
read_key (Data        *self,
          guint        index,
          const Token *token)
{
  const TbPxVariable *variable = tb_px_get_variable (self->px, index);
  g_autofree char *text = g_strndup (token->text, token->length);
  guint code = GPOINTER_TO_UINT (g_hash_table_lookup (variable->is_keyed_by_code ? variable->by_code
                                                                                 : variable->by_value, text));

  if (code == 0)
    {
      tb_px_report (self->px, TB_SEVERITY_ERROR, token->offset,
                    _("\"%s\" is no key of \"%s\"; expected one at the start of the row"), text, variable->name);
      return FALSE;
    }

  self->codes[index] = code - 1;
  return TRUE;
}

static gboolean
read_row (Data *self)
{
  Token token;

  for (guint64 i = 0; i < self->n_row; i++)
    {
      if (!take_token (self, &token))
        {
          tb_px_report (self->px, TB_SEVERITY_ERROR, MIN (self->next, self->px->length - 1),
                        _("the number of figures in the last row is %" PRIu64
                          "; expected %" PRIu64),
                        i, self->n_row);
          return FALSE;
        }
      if (!add_cell (self, &token))
        return FALSE;
      step (self, self->n_keyed);
    }

  return TRUE;
}

static gboolean
read_sparse (Data *self)
{
  Token token;

  while (take_token (self, &token))
    {
      for (guint i = 0; i < self->n_keyed; i++)
        {
          if (i > 0 && !take_token (self, &token))
            return fail_count (self, 0);
          if (!read_key (self, i, &token))
            return FALSE;
        }
      if (!read_row (self))
        return FALSE;
    }

  return TRUE;
}

/* FALSE: reported. */
static gboolean
measure (Data *self)
{
  self->n_cells = 1;
  self->n_row = 1;
  for (guint i = 0; i < self->n_variables; i++)
    {
      const TbPxVariable *variable = tb_px_get_variable (self->px, i);

      if (variable->is_keyed && self->n_keyed == i)
        self->n_keyed++;
      else if (variable->is_keyed)
        {
          tb_px_report (self->px, TB_SEVERITY_ERROR, tb_px_find (self->px, "KEYS", variable->name)->offset,
                        _("the variable \"%s\" has keys and one before it has none; expected keys for all variables of "
                          "the stub"),
                        variable->name);
          return FALSE;
        }
      else
        {
          self->n_row *= variable->size;
        }
      if (!g_uint64_checked_mul (&self->n_cells, self->n_cells, variable->size) || self->n_cells > TB_LIMIT_CELLS)
        {
          tb_px_report (self->px, TB_SEVERITY_ERROR, variable->values->offset,
                        _("the sizes make more cells than can be told apart; "
                          "expected at most %" PRIu64),
                        TB_LIMIT_CELLS);
          return FALSE;
        }
    }

  return TRUE;
}

static void
add_cell_note (Data                *self,
               const TbPxStatement *statement)
{
  CellNote note = { g_new (guint32, self->n_variables), statement->values->pdata[0] };

  for (guint i = 0; i < self->n_variables; i++)
    {
      const TbPxVariable *variable = tb_px_get_variable (self->px, i);
      const char *key = statement->keys->pdata[i];
      guint code = GPOINTER_TO_UINT (g_hash_table_lookup (variable->by_value, key));

      if (code == 0)
        code = GPOINTER_TO_UINT (g_hash_table_lookup (variable->by_code, key));
      note.codes[i] = code > 0 ? code - 1 : ANY;
      if (code == 0 && !g_str_equal (key, "*"))
        {
          g_free (note.codes);
          return;
        }
    }

  g_array_append_val (self->notes, note);
}

static void
collect_notes (Data *self)
{
  for (guint i = 0; i < self->px->list->len; i++)
    {
      const TbPxStatement *statement = self->px->list->pdata[i];

      if (statement->language != NULL || statement->keys->len != self->n_variables || statement->values->len == 0
          || !(g_str_equal (statement->keyword, "CELLNOTE") || g_str_equal (statement->keyword, "CELLNOTEX")))
        continue;
      if (self->notes->len == MAX_CELL_NOTES)
        {
          tb_px_report (self->px, TB_SEVERITY_WARNING, statement->offset,
                        _("the file has more than %d notes of single figures; "
                          "this one and those behind it are left out"),
                        MAX_CELL_NOTES);
          return;
        }
      add_cell_note (self, statement);
    }
}

static void
read_symbols (Data *self)
{
  for (guint i = 1; i <= MAX_DOTS; i++)
    {
      g_autofree char *keyword = g_strdup_printf ("DATASYMBOL%u", i);

      self->symbols[i] = tb_px_get (self->px, keyword, NULL);
    }
  self->nil = tb_px_get (self->px, "DATASYMBOLNIL", NULL);
  if (self->nil == NULL)
    self->nil = tb_px_get (self->px, "DATASYMBOL-NIL", NULL);
}

static void
report_texts (const Data *self)
{
  if (self->n_texts > 0)
    tb_px_report (self->px, TB_SEVERITY_WARNING, self->first_text,
                  ngettext ("%u figure is no number that can be read; it stays as a note",
                            "%u figures are no numbers that can be read, here is the first; they stay as notes",
                            self->n_texts), self->n_texts);
}

static void
clear_note (gpointer data)
{
  g_free (((CellNote *) data)->codes);
}

static void
clear (Data *self)
{
  g_array_unref (self->notes);
  g_free (self->codes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Data, clear)

/**
 * tb_px_read_data:
 * @px: a file, whose variables are in the cube
 *
 * Reads the figures into the cube.
 *
 * Returns: whether they are as many as the variables say; else it is reported, or cancelled
 */
gboolean
tb_px_read_data (TbPx *px)
{
  g_auto (Data) self = {
    .px = px,
    .next = px->data,
    .n_variables = px->variables->len,
    .codes = g_new0 (guint32, px->variables->len),
    .notes = g_array_new (FALSE, FALSE, sizeof (CellNote)),
  };

  g_array_set_clear_func (self.notes, clear_note);
  if (!measure (&self))
    return FALSE;
  read_symbols (&self);
  collect_notes (&self);
  if (!tb_cube_begin (px->cube, self.n_keyed > 0 ? 0 : (gsize) MIN (self.n_cells, px->length))
      || !(self.n_keyed > 0 ? read_sparse (&self) : read_dense (&self)))
    return FALSE;
  report_texts (&self);

  return TRUE;
}
