/* Reads the figures of a data set of JSON-stat: `value` and `status`.
 *
 * Cells stand in row-major order, the last dimension fastest. Both members are
 * walked over side by side in this order, whichever form they have, so that
 * nothing is allocated for cells that are not listed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-json-stat.h"

#include "tb-cube-cell.h"
#include "tb-status-text.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

/* A member of an object by position. */
typedef struct
{
  guint64            position;
  const TbJsonValue *value;
} Entry;

typedef enum
{
  FORM_NONE,
  FORM_ALL,     /* one for all cells */
  FORM_ARRAY,   /* one for each cell */
  FORM_OBJECT,  /* by position */
} Form;

/* One of the two members, on its way. */
typedef struct
{
  Form               form;
  const TbJsonValue *value;    /* FORM_ALL */
  TbJsonIter         iter;     /* FORM_ARRAY */
  GArray            *entries;  /* FORM_OBJECT: of Entry, by position */
  guint              next;
} Lane;

/* What a status code stands for. */
typedef struct
{
  guint32     status;
  const char *note;
} Meaning;

typedef struct
{
  TbJsonStat        *stat;
  guint32           *codes;
  guint64            position;   /* of the cell that @codes are of */
  Lane               values;
  Lane               statuses;
  GHashTable        *meanings;   /* of Meaning by code */
  const TbJsonValue *labels;     /* nullable: of the status codes */
  TbProvider         provider;
  char              *first_text; /* in place of a number */
  guint              n_texts;
} Walk;

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *entry_a = a;
  const Entry *entry_b = b;

  return (entry_a->position > entry_b->position) - (entry_a->position < entry_b->position);
}

/* FALSE: reported. */
static gboolean
collect (Walk              *self,
         const TbJsonValue *object,
         TbSeverity         severity,
         GArray            *entries)
{
  gboolean is_sorted = TRUE;
  guint64 last = 0;
  TbJsonIter iter;

  tb_json_iter_init (&iter, object);
  while (tb_json_iter_next (&iter))
    {
      Entry entry = { .value = iter.value };
      gsize length;

      if (!tb_json_stat_get_integer (iter.key, &entry.position) || entry.position >= self->stat->n_cells)
        {
          tb_json_report_add (self->stat->input->report, severity, iter.key,
                              _("\"%s\" is no cell of the dataset; expected a number below %" PRIu64),
                              tb_json_get_string (iter.key, &length), self->stat->n_cells);
          if (severity == TB_SEVERITY_ERROR)
            return FALSE;
          continue;
        }
      is_sorted = is_sorted && entry.position >= last;
      last = entry.position;
      g_array_append_val (entries, entry);
    }
  if (!is_sorted)
    g_array_sort (entries, compare_entries);

  return TRUE;
}

static gboolean
open_values (Walk              *self,
             const TbJsonValue *value)
{
  TbJsonType type = tb_json_get_type (value);

  if (type == TB_JSON_OBJECT)
    {
      self->values.form = FORM_OBJECT;
      self->values.entries = g_array_new (FALSE, FALSE, sizeof (Entry));
      return collect (self, value, TB_SEVERITY_ERROR, self->values.entries);
    }
  if (type != TB_JSON_ARRAY)
    {
      tb_json_report_add (self->stat->input->report, TB_SEVERITY_ERROR, value,
                          _("not the figures of a dataset; expected an array or object"));
      return FALSE;
    }
  if (tb_json_get_size (value) != self->stat->n_cells)
    {
      tb_json_report_add (self->stat->input->report, TB_SEVERITY_ERROR, value,
                          _("the number of figures is %zu; expected %" PRIu64
                            ", the product of the sizes"),
                          tb_json_get_size (value), self->stat->n_cells);
      return FALSE;
    }

  self->values.form = FORM_ARRAY;
  tb_json_iter_init (&self->values.iter, value);
  return TRUE;
}

/* A status that does not fit is told; the figures stand. */
static void
open_statuses (Walk              *self,
               const TbJsonValue *status)
{
  TbJsonType type = status != NULL ? tb_json_get_type (status) : TB_JSON_NULL;
  Lane *lane = &self->statuses;

  if (type == TB_JSON_STRING)
    {
      lane->form = FORM_ALL;
      lane->value = status;
    }
  else if (type == TB_JSON_OBJECT)
    {
      lane->form = FORM_OBJECT;
      lane->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
      collect (self, status, TB_SEVERITY_WARNING, lane->entries);
    }
  else if (type == TB_JSON_ARRAY)
    {
      gsize n = tb_json_get_size (status);

      tb_json_iter_init (&lane->iter, status);
      if (n == 1 && self->stat->n_cells != 1 && tb_json_iter_next (&lane->iter))
        {
          lane->form = FORM_ALL;
          lane->value = lane->iter.value;
          return;
        }
      lane->form = FORM_ARRAY;
      if (n != self->stat->n_cells && n > 0)
        tb_json_report_add (self->stat->input->report, TB_SEVERITY_WARNING, status,
                            _("%zu status codes for %" PRIu64
                              " figures; they are taken for the first ones"),
                            n, self->stat->n_cells);
    }
}

static guint64
peek (const Lane *lane)
{
  return lane->form == FORM_OBJECT && lane->next < lane->entries->len
           ? g_array_index (lane->entries, Entry, lane->next).position : G_MAXUINT64;
}

/* What the lane says of a cell; the cells are asked for in order. An array is read an element at a time. */
static const TbJsonValue *
take (Lane    *lane,
      guint64  position)
{
  switch (lane->form)
    {
    case FORM_NONE:
      return NULL;
    case FORM_ALL:
      return lane->value;
    case FORM_ARRAY:
      return tb_json_iter_next (&lane->iter) ? lane->iter.value : NULL;
    case FORM_OBJECT:
      if (peek (lane) != position)
        return NULL;
      return g_array_index (lane->entries, Entry, lane->next++).value;
    }

  return NULL;
}

/* The next cell that the file lists. FALSE: there is none. */
static gboolean
find_next (Walk    *self,
           guint64  from,
           guint64 *out_position)
{
  if (self->values.form == FORM_ARRAY)
    *out_position = from;
  else
    *out_position = MIN (peek (&self->values), peek (&self->statuses));

  return *out_position < self->stat->n_cells;
}

/* Steps from one cell to the next without a division, and far ones with. */
static void
move (Walk    *self,
      guint64  position)
{
  guint n = self->stat->dimensions->len;

  if (position == self->position)
    return;
  if (position == self->position + 1)
    {
      for (guint i = n; i-- > 0;)
        {
          if (++self->codes[i] < tb_json_stat_get_dimension (self->stat, i)->size)
            break;
          self->codes[i] = 0;
        }
    }
  else
    {
      guint64 rest = position;

      for (guint i = n; i-- > 0;)
        {
          guint32 size = tb_json_stat_get_dimension (self->stat, i)->size;

          self->codes[i] = (guint32) (rest % size);
          rest /= size;
        }
    }
  self->position = position;
}

static const Meaning *
find_meaning (Walk       *self,
              TbProvider  provider,
              const char *code,
              gsize       length)
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
apply_status (Walk       *self,
              TbCubeCell *cell,
              TbProvider  provider,
              const char *code)
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
read_status (Walk              *self,
             const TbJsonValue *value,
             TbCubeCell        *cell)
{
  const char *code = tb_json_field_to_text (value, self->stat->pool);

  if (code != NULL)
    apply_status (self, cell, *code == '.' || *code == '-' ? TB_PROVIDER_PXWEB : self->provider, code);
}

/* What is no number stays beside the figure as words, and is told once. */
static void
keep_text (Walk              *self,
           const TbJsonValue *value,
           TbCubeCell        *cell)
{
  if (self->n_texts++ == 0)
    self->first_text = tb_json_dup_text (value);
  tb_cube_cell_add_note (cell, tb_json_field_to_text (value, self->stat->pool), self->stat->pool);
}

static void
read_string (Walk              *self,
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
read_number (Walk              *self,
             const TbJsonValue *value,
             TbCubeCell        *cell)
{
  gsize length;
  const char *text = tb_json_get_number (value, &length);

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
read_value (Walk              *self,
            const TbJsonValue *value,
            TbCubeCell        *cell)
{
  switch (tb_json_get_type (value))
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

static gboolean
walk (Walk *self)
{
  guint64 from = 0;
  guint64 position;

  while (find_next (self, from, &position))
    {
      TbCubeCell cell = TB_CUBE_CELL_INIT;
      const TbJsonValue *value = take (&self->values, position);
      const TbJsonValue *status = take (&self->statuses, position);

      move (self, position);
      if (value != NULL && !read_value (self, value, &cell))
        return FALSE;
      if (status != NULL)
        read_status (self, status, &cell);
      if (!tb_cube_add (self->stat->cube, self->codes, &cell))
        return FALSE;
      from = position + 1;
    }

  return TRUE;
}

static void
report_texts (Walk              *self,
              const TbJsonValue *value)
{
  if (self->n_texts == 0)
    return;

  tb_json_report_add (self->stat->input->report, TB_SEVERITY_WARNING, value,
                      ngettext ("%u figure is no number that can be read, %s; it stays as a note",
                                "%u figures are no numbers that can be read, the first is %s; they stay as notes",
                                self->n_texts), self->n_texts, self->first_text);
}

static void
clear (Walk *self)
{
  g_clear_pointer (&self->values.entries, g_array_unref);
  g_clear_pointer (&self->statuses.entries, g_array_unref);
  g_hash_table_unref (self->meanings);
  g_free (self->codes);
  g_free (self->first_text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, clear)

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
 * tb_json_stat_read_values:
 * @stat: a data set, whose dimensions and categories are in the cube
 *
 * Reads the figures into the cube. Metadata without figures is told.
 *
 * Returns: whether all could be read; else it is reported, or cancelled
 */
gboolean
tb_json_stat_read_values (TbJsonStat *stat)
{
  const TbJsonValue *value = tb_json_find (stat->root, "value");
  const TbJsonValue *extension = tb_json_field_get (stat->root, "extension", TB_JSON_OBJECT);
  g_auto (Walk) self = {
    .stat = stat,
    .codes = g_new0 (guint32, stat->dimensions->len),
    .meanings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .labels = tb_json_field_get (tb_json_field_get (extension, "status", TB_JSON_OBJECT), "label", TB_JSON_OBJECT),
    .provider = get_provider (stat),
  };

  if (value == NULL || tb_json_get_type (value) == TB_JSON_NULL
      || (tb_json_get_type (value) == TB_JSON_ARRAY && tb_json_get_size (value) == 0))
    return TRUE;
  if (!open_values (&self, value))
    return FALSE;

  open_statuses (&self, tb_json_find (stat->root, "status"));
  if (!walk (&self))
    return FALSE;
  report_texts (&self, value);

  return TRUE;
}
