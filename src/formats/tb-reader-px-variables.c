/* Reads the variables of a PC-Axis file: values, codes, periods, contents.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-px.h"

#include "tb-limits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Decimals that are worth showing; beyond are slips. */
#define MAX_DECIMALS 15

/* What a value note and a reference time is said by. */
static const char *const note_keywords[] = { "REFPERIOD", "BASEPERIOD" };

/**
 * tb_px_get_variable:
 * @self: a file
 * @i: which
 *
 * Returns: (transfer none): a variable, in the order of the cells
 */
const TbPxVariable *
tb_px_get_variable (const TbPx *self,
                    guint       i)
{
  return &g_array_index (self->variables, TbPxVariable, i);
}

static gboolean
add_variable (TbPx                *self,
              const TbPxStatement *statement,
              const char          *name)
{
  TbPxVariable variable = {
    .name = name,
    .values = tb_px_find (self, "VALUES", name),
    .ids = tb_px_find (self, "CODES", name),
  };
  const char *keys = tb_px_get (self, "KEYS", name);

  if (self->variables->len >= TB_LIMIT_CUBE_DIMENSIONS)
    {
      tb_px_report (self, TB_SEVERITY_ERROR, statement->offset, _("there are %u dimensions; expected at most %u"),
                    self->variables->len + 1, TB_LIMIT_CUBE_DIMENSIONS);
      return FALSE;
    }
  for (guint i = 0; i < self->variables->len; i++)
    {
      if (!g_str_equal (tb_px_get_variable (self, i)->name, name))
        continue;
      tb_px_report (self, TB_SEVERITY_ERROR, statement->offset,
                    _("the variable \"%s\" is there twice; expected each once in \"STUB\" or \"HEADING\""), name);
      return FALSE;
    }
  if (variable.values == NULL)
    variable.values = variable.ids;
  if (variable.values == NULL)
    {
      tb_px_report (self, TB_SEVERITY_ERROR, statement->offset,
                    _("the values of the variable \"%s\" are not in the file; expected them in \"VALUES\""), name);
      return FALSE;
    }
  if (variable.ids != NULL && variable.ids->values->len != variable.values->values->len)
    {
      tb_px_report (self, TB_SEVERITY_ERROR, variable.ids->offset,
                    _("the number of codes of \"%s\" is %u; expected %u, one for each value"), name,
                    variable.ids->values->len, variable.values->values->len);
      return FALSE;
    }

  variable.size = variable.values->values->len;
  variable.is_keyed = keys != NULL;
  variable.is_keyed_by_code = keys != NULL && g_ascii_strcasecmp (keys, "CODES") == 0;
  variable.by_value = g_hash_table_new (g_str_hash, g_str_equal);
  variable.by_code = g_hash_table_new (g_str_hash, g_str_equal);
  g_array_append_val (self->variables, variable);
  return TRUE;
}

/* Stub then heading: the order of the cells. */
static gboolean
list_variables (TbPx *self)
{
  static const char *const keywords[] = { "STUB", "HEADING" };

  for (guint k = 0; k < G_N_ELEMENTS (keywords); k++)
    {
      const TbPxStatement *statement = tb_px_find (self, keywords[k], NULL);

      for (guint i = 0; statement != NULL && i < statement->values->len; i++)
        {
          if (!add_variable (self, statement, statement->values->pdata[i]))
            return FALSE;
        }
    }
  if (self->variables->len > 0)
    return TRUE;

  tb_px_report (self, TB_SEVERITY_ERROR, self->data,
                _("the file has no variables; expected them in \"STUB\" and \"HEADING\""));
  return FALSE;
}

static TbColumnRole
get_role (const TbPx *self,
          const char *name)
{
  static const struct
  {
    const char   *type;
    TbColumnRole  role;
  } types[] = {
    { "T", TB_COLUMN_ROLE_PERIOD },        { "Time", TB_COLUMN_ROLE_PERIOD },
    { "C", TB_COLUMN_ROLE_INDICATOR },     { "Contents", TB_COLUMN_ROLE_INDICATOR },
    { "G", TB_COLUMN_ROLE_PLACE },         { "Geographical", TB_COLUMN_ROLE_PLACE },
  };
  const char *type = tb_px_get (self, "VARIABLE-TYPE", name);

  if (g_strcmp0 (tb_px_get (self, "CONTVARIABLE", NULL), name) == 0)
    return TB_COLUMN_ROLE_INDICATOR;
  if (tb_px_find (self, "TIMEVAL", name) != NULL)
    return TB_COLUMN_ROLE_PERIOD;
  if (tb_px_find (self, "MAP", name) != NULL)
    return TB_COLUMN_ROLE_PLACE;
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      if (g_strcmp0 (type, types[i].type) == 0)
        return types[i].role;
    }

  return TB_COLUMN_ROLE_UNSAID;
}

/* Each of these is said of one variable only; the first has it. */
static void
add_dimension (TbPx     *self,
               guint     index,
               gboolean *taken)
{
  const char *name = tb_px_get_variable (self, index)->name;
  TbColumnRole role = get_role (self, name);

  if (role != TB_COLUMN_ROLE_UNSAID && taken[role])
    role = TB_COLUMN_ROLE_BREAKDOWN;
  taken[role] = TRUE;
  tb_cube_add_dimension (self->cube, name, NULL, role);
  if (role == TB_COLUMN_ROLE_INDICATOR)
    self->contents = (int) index;
}

/* A value's text often begins with its code ("00 Sweden"), which is the file's wording. */
static gboolean
add_codes (TbPx  *self,
           guint  index)
{
  const TbPxVariable *variable = tb_px_get_variable (self, index);
  g_auto (GStrv) times = tb_px_read_times (self, variable->name, variable->size);

  for (guint i = 0; i < variable->size; i++)
    {
      const char *value = variable->values->values->pdata[i];
      const char *id = variable->ids != NULL ? variable->ids->values->pdata[i] : value;
      const char *key = times != NULL ? times[i] : id;

      if (!g_hash_table_insert (variable->by_code, (gpointer) id, GUINT_TO_POINTER (i + 1)))
        {
          tb_px_report (self, TB_SEVERITY_ERROR,
                        variable->ids != NULL ? variable->ids->offset : variable->values->offset,
                        _("the code \"%s\" of \"%s\" is there twice; expected each once"), id, variable->name);
          return FALSE;
        }
      g_hash_table_insert (variable->by_value, (gpointer) value, GUINT_TO_POINTER (i + 1));
      tb_cube_add_code (self->cube, index, key, g_str_equal (key, value) ? NULL : value);
    }

  return TRUE;
}

/**
 * tb_px_add_variables:
 * @self: a file, parsed
 *
 * Adds the variables and their codes to the cube.
 *
 * Returns: whether they are all there; else it is reported
 */
gboolean
tb_px_add_variables (TbPx *self)
{
  gboolean taken[TB_COLUMN_ROLE_IGNORED + 1] = { FALSE };

  if (!list_variables (self))
    return FALSE;

  for (guint i = 0; i < self->variables->len; i++)
    add_dimension (self, i, taken);
  for (guint i = 0; i < self->variables->len; i++)
    {
      if (!add_codes (self, i))
        return FALSE;
    }

  return TRUE;
}

/* What is said of one value of the contents, else of all of them. */
static const char *
get_said (const TbPx *self,
          const char *keyword,
          const char *value)
{
  const char *said = value != NULL ? tb_px_get (self, keyword, value) : NULL;

  return said != NULL ? said : tb_px_get (self, keyword, NULL);
}

static int
get_decimals (const TbPx *self,
              const char *said)
{
  const char *text = said;

  if (text == NULL)
    text = tb_px_get (self, "SHOWDECIMALS", NULL);
  if (text == NULL)
    text = tb_px_get (self, "DECIMALS", NULL);

  return text != NULL && strlen (text) <= 2 && g_ascii_isdigit (*text)
         && g_ascii_strtoull (text, NULL, 10) <= MAX_DECIMALS ? (int) g_ascii_strtoull (text, NULL, 10) : -1;
}

static void
read_measure (TbCubeCode *code,
              const char *stockfa)
{
  if (g_strcmp0 (stockfa, "S") == 0)
    code->measure = TB_MEASURE_STOCK;
  else if (g_strcmp0 (stockfa, "F") == 0)
    code->measure = TB_MEASURE_FLOW;
  else if (g_strcmp0 (stockfa, "A") == 0)
    code->measure = TB_MEASURE_AVERAGE;
}

static void
append_note (GString    *notes,
             const char *note)
{
  if (note == NULL)
    return;
  if (notes->len > 0)
    g_string_append_c (notes, '\n');
  for (const char *p = note; *p != '\0'; p++)
    g_string_append_c (notes, *p == '#' ? '\n' : *p);
}

/* @value: of the variable of contents, NULL where there is none. */
static void
read_content (TbPx       *self,
              TbCubeCode *code,
              const char *value)
{
  g_autoptr (GString) notes = g_string_new (tb_text_get (&code->note, TB_LANGUAGE_EN));
  const char *prices = get_said (self, "CFPRICES", value);
  const char *sa = get_said (self, "SEASADJ", value);

  code->unit = get_said (self, "UNITS", value);
  read_measure (code, get_said (self, "STOCKFA", value));
  if (sa != NULL)
    code->sa = tb_px_is_yes (sa) ? TB_YES : TB_NO;
  if (g_strcmp0 (prices, "C") == 0)
    code->price_basis = "current";
  else if (g_strcmp0 (prices, "F") == 0)
    code->price_basis = "constant";
  if (tb_px_is_yes (get_said (self, "DAYADJ", value)))
    append_note (notes, _("Adjusted for working days."));
  for (guint i = 0; i < G_N_ELEMENTS (note_keywords); i++)
    append_note (notes, get_said (self, note_keywords[i], value));

  code->note = tb_cube_text (self->cube, notes->str);
}

/* Codes and what is noted of them: many notes of one code are joined once. */
static void
add_note (GHashTable *notes,
          TbCubeCode *code,
          const char *note)
{
  GString *joined = g_hash_table_lookup (notes, code);

  if (joined == NULL)
    {
      joined = g_string_new (tb_text_get (&code->note, TB_LANGUAGE_EN));
      g_hash_table_insert (notes, code, joined);
    }
  append_note (joined, note);
}

static void
settle_notes (TbPx       *self,
              GHashTable *notes)
{
  GHashTableIter iter;
  gpointer code, joined;

  g_hash_table_iter_init (&iter, notes);
  while (g_hash_table_iter_next (&iter, &code, &joined))
    ((TbCubeCode *) code)->note = tb_cube_text (self->cube, ((GString *) joined)->str);
}

static void
free_note (gpointer joined)
{
  g_string_free (joined, TRUE);
}

static void
read_note (TbPx                *self,
           GHashTable          *notes,
           const TbPxStatement *statement)
{
  for (guint i = 0; i < self->variables->len; i++)
    {
      const TbPxVariable *variable = tb_px_get_variable (self, i);
      const char *value = statement->keys->pdata[1];
      guint index;

      if (!g_str_equal (variable->name, statement->keys->pdata[0]))
        continue;
      index = GPOINTER_TO_UINT (g_hash_table_lookup (variable->by_value, value));
      if (index == 0)
        index = GPOINTER_TO_UINT (g_hash_table_lookup (variable->by_code, value));
      if (index > 0)
        add_note (notes, tb_cube_get_code (self->cube, i, index - 1), statement->values->pdata[0]);
      return;
    }
}

/* PRECISION("variable","value")=n: decimals of the figures of one value. */
static void
read_precision (TbPx                *self,
                const TbPxStatement *statement)
{
  const TbPxVariable *variable = self->contents >= 0 ? tb_px_get_variable (self, (guint) self->contents) : NULL;
  guint index;

  if (variable == NULL || !g_str_equal (variable->name, statement->keys->pdata[0]))
    return;

  index = GPOINTER_TO_UINT (g_hash_table_lookup (variable->by_value, statement->keys->pdata[1]));
  if (index > 0)
    tb_cube_get_code (self->cube, (guint) self->contents, index - 1)->decimals
      = get_decimals (self, statement->values->pdata[0]);
}

static void
read_of_values (TbPx *self)
{
  g_autoptr (GHashTable) notes = g_hash_table_new_full (NULL, NULL, NULL, free_note);

  for (guint i = 0; i < self->list->len; i++)
    {
      const TbPxStatement *statement = self->list->pdata[i];

      if (statement->language != NULL || statement->keys->len != 2 || statement->values->len == 0)
        continue;
      if (g_str_equal (statement->keyword, "VALUENOTE") || g_str_equal (statement->keyword, "VALUENOTEX"))
        read_note (self, notes, statement);
      else if (g_str_equal (statement->keyword, "PRECISION"))
        read_precision (self, statement);
    }
  settle_notes (self, notes);
}

/**
 * tb_px_read_contents:
 * @self: a file, whose variables are in the cube
 *
 * Reads what is said of what is measured: unit, decimals, stock or flow, prices,
 * adjustment, notes; of each value of the contents, or of the whole table.
 */
void
tb_px_read_contents (TbPx *self)
{
  static const char *const names[] = { "CONTENTS", "TITLE" };
  TbCubeCode *subject = tb_cube_get_subject (self->cube);
  const TbPxVariable *contents = self->contents >= 0 ? tb_px_get_variable (self, (guint) self->contents) : NULL;

  subject->id = tb_px_get (self, "MATRIX", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names) && tb_text_is_empty (&subject->label); i++)
    subject->label = tb_cube_text (self->cube, tb_px_get (self, names[i], NULL));
  subject->decimals = get_decimals (self, NULL);
  read_content (self, subject, NULL);

  for (guint i = 0; contents != NULL && i < contents->size; i++)
    {
      TbCubeCode *code = tb_cube_get_code (self->cube, (guint) self->contents, i);

      code->decimals = get_decimals (self, NULL);
      read_content (self, code, contents->values->values->pdata[i]);
    }
  read_of_values (self);
}
