/* Reads what a cell of JSON-stat says: its value, and its status.
 *
 * Values are numbers, or texts: numbers with flags, marks of missing figures, words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-json-stat-cell.h"

#include "tb-cube-cell.h"
#include "tb-json-inline.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a status code stands for. */
typedef struct
{
  guint32     status;
  const char *note;
} Meaning;

static const Meaning *
find_meaning (TbJsonStatCells *self,
              TbProvider       provider,
              const char      *code,
              gsize            length)
{
  Meaning *meaning = g_hash_table_lookup (self->meanings, code);
  const TbJsonValue *label;

  if (meaning != NULL)
    return meaning;

  label = tb_json_field_get (self->labels, code, TB_JSON_STRING);
  meaning = g_new0 (Meaning, 1);
  meaning->note = tb_status_text_parse (provider, code, length, tb_json_field_to_text (label, self->stat->pool),
                                        self->stat->pool, &meaning->status);
  g_hash_table_insert (self->meanings, g_strdup (code), meaning);
  return meaning;
}

static void
apply_status (TbJsonStatCells *self,
              TbCubeCell      *cell,
              TbProvider       provider,
              const char      *code)
{
  gsize length = strlen (code);
  const Meaning *meaning;

  if (length == 0)
    return;

  meaning = find_meaning (self, provider, code, length);
  cell->status |= meaning->status;
  tb_cube_cell_add_note (cell, meaning->note, self->stat->pool);
}

static void
read_status (TbJsonStatCells   *self,
             const TbJsonValue *value,
             TbCubeCell        *cell)
{
  const char *code = tb_json_field_to_text (value, self->stat->pool);

  if (code != NULL)
    apply_status (self, cell, *code == '.' || *code == '-' ? TB_PROVIDER_PXWEB : self->provider, code);
}

/* What is no number stays beside the figure as words, and is told once. */
static void
keep_text (TbJsonStatCells   *self,
           const TbJsonValue *value,
           TbCubeCell        *cell)
{
  if (self->n_texts++ == 0)
    self->first_text = tb_json_dup_text (value);
  tb_cube_cell_add_note (cell, tb_json_field_to_text (value, self->stat->pool), self->stat->pool);
}

static void
read_string (TbJsonStatCells   *self,
             const TbJsonValue *value,
             TbCubeCell        *cell)
{
  TbNumberStyle style = TB_NUMBER_STYLE_PLAIN;
  TbNumberText number = { 0 };
  gsize length;
  const char *text = tb_json_get_string (value, &length);

  style.with_flags = TRUE;
  switch (tb_number_text_parse (text, length, &style, &number))
    {
    case TB_NUMBER_GIVEN:
      tb_cube_cell_set_number (cell, &number, text, length, &style, self->stat->pool);
      break;
    case TB_NUMBER_MISSING:
      if (*text == '.' || *text == '-')
        apply_status (self, cell, TB_PROVIDER_PXWEB, text);
      else if (*text == ':' && number.n_flags == 0)
        apply_status (self, cell, TB_PROVIDER_EUROSTAT, ":");
      break;
    case TB_NUMBER_NONE:
      keep_text (self, value, cell);
      return;
    }
  if (number.n_flags > 0)
    {
      g_autofree char *flags = g_strndup (number.flags, number.n_flags);

      apply_status (self, cell, self->provider == TB_PROVIDER_ANY ? TB_PROVIDER_EUROSTAT : self->provider, flags);
    }
}

static void
read_number (TbJsonStatCells   *self,
             const TbJsonValue *value,
             TbCubeCell        *cell)
{
  gsize length;
  const char *text = tb_json_peek_text (value, &length);

  switch (tb_decimal_parse (text, length, &cell->value))
    {
    case TB_DECIMAL_EXACT:
      cell->has_value = TRUE;
      break;
    case TB_DECIMAL_LONG:
      cell->has_value = TRUE;
      cell->digits = tb_pool_intern_len (self->stat->pool, text, length);
      break;
    case TB_DECIMAL_OVERFLOW:
    case TB_DECIMAL_INVALID:
      keep_text (self, value, cell);
      break;
    }
}

/* FALSE: reported. */
static gboolean
read_value (TbJsonStatCells   *self,
            const TbJsonValue *value,
            TbCubeCell        *cell)
{
  switch (tb_json_peek_type (value))
    {
    case TB_JSON_NUMBER:
      read_number (self, value, cell);
      return TRUE;
    case TB_JSON_STRING:
      read_string (self, value, cell);
      return TRUE;
    case TB_JSON_NULL:
      return TRUE;
    case TB_JSON_BOOLEAN:
    case TB_JSON_ARRAY:
    case TB_JSON_OBJECT:
      break;
    }

  tb_json_report_add (self->stat->input->report, TB_SEVERITY_ERROR, value,
                      _("not a figure; expected a number, a string or null"));
  return FALSE;
}

static TbProvider
get_provider (const TbJsonStat *stat)
{
  switch (tb_json_stat_get_source (stat))
    {
    case TB_JSON_STAT_EUROSTAT:
      return TB_PROVIDER_EUROSTAT;
    case TB_JSON_STAT_PXWEB:
      return TB_PROVIDER_PXWEB;
    case TB_JSON_STAT_OTHER:
      break;
    }

  return TB_PROVIDER_ANY;
}

/**
 * tb_json_stat_cells_init:
 * @self: (out caller-allocates): a reading
 * @stat: a data set
 *
 * Begins the reading of the cells of a data set.
 */
void
tb_json_stat_cells_init (TbJsonStatCells *self,
                         TbJsonStat      *stat)
{
  const TbJsonValue *extension = tb_json_field_get (stat->root, "extension", TB_JSON_OBJECT);

  *self = (TbJsonStatCells) {
    .stat = stat,
    .meanings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .labels = tb_json_field_get (tb_json_field_get (extension, "status", TB_JSON_OBJECT), "label", TB_JSON_OBJECT),
    .provider = get_provider (stat),
  };
}

/**
 * tb_json_stat_cells_clear:
 * @self: a reading
 *
 * Ends it.
 */
void
tb_json_stat_cells_clear (TbJsonStatCells *self)
{
  g_hash_table_unref (self->meanings);
  g_free (self->first_text);
}

/**
 * tb_json_stat_cells_read:
 * @self: a reading
 * @value: (nullable): what the data set has as the value of a cell
 * @status: (nullable): and as its status
 * @cell: (inout): gets value, status and notes
 *
 * Missing: null is no value; a text that is no number is a note.
 *
 * Returns: %FALSE: the value can be none, which was reported
 */
gboolean
tb_json_stat_cells_read (TbJsonStatCells   *self,
                         const TbJsonValue *value,
                         const TbJsonValue *status,
                         TbCubeCell        *cell)
{
  if (value != NULL && !read_value (self, value, cell))
    return FALSE;
  if (status != NULL)
    read_status (self, status, cell);

  return TRUE;
}

/**
 * tb_json_stat_cells_report:
 * @self: a reading
 * @value: the member of the values
 *
 * Reports how many texts there were in place of numbers, and the first of them.
 */
void
tb_json_stat_cells_report (TbJsonStatCells   *self,
                           const TbJsonValue *value)
{
  if (self->n_texts == 0)
    return;

  tb_json_report_add (self->stat->input->report, TB_SEVERITY_WARNING, value,
                      ngettext ("%u figure is no number that can be read, %s; it stays as a note",
                                "%u figures are no numbers that can be read, the first is %s; they stay as notes",
                                self->n_texts), self->n_texts, self->first_text);
}
