/* Walks over the cells of a data set of JSON-stat: `value` and `status`.
 *
 * Cells stand in row-major order, the last dimension fastest. Both members are
 * walked over side by side in this order, whichever form they have, so that
 * nothing is allocated for cells that are not listed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-json-stat-cell.h"

#include "tb-json-inline.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

typedef enum
{
  FORM_NONE,
  FORM_ALL,     /* one for all cells */
  FORM_ARRAY,   /* one for each cell */
  FORM_OBJECT,  /* by position */
  FORM_STREAM,  /* an object that is not in memory: by position, in this order */
} Form;

/* One of the two members, on its way. */
typedef struct
{
  Form               form;
  const TbJsonValue *value;    /* FORM_ALL */
  TbJsonIter         iter;     /* FORM_ARRAY, FORM_STREAM */
  GArray            *entries;  /* FORM_OBJECT: of TbJsonStatEntry, by position */
  guint              next;
  const TbJsonValue *object;   /* FORM_STREAM */
  guint64            position; /* of the next member; G_MAXUINT64: there is none */
} Lane;

typedef struct
{
  TbJsonStat        *stat;
  guint              n_codes;
  guint32           *codes;
  guint32           *sizes;      /* of the dimensions */
  guint64            position;   /* of the cell that @codes are of */
  Lane               values;
  Lane               statuses;
  TbJsonStatCells    cells;
} Walk;

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
      TbJsonStatEntry entry = { .value = iter.value };
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
    g_array_sort (entries, tb_json_stat_compare_entries);

  return TRUE;
}

/* Finds the position of the next member. The walk itself stays before it: its value may have to be loaded again
 * when its turn comes. What does not ascend, or is no cell, is told when the text is read whole. */
static void
peek_member (Lane    *lane,
             guint64  first,
             guint64  n_cells)
{
  TbJsonIter ahead = lane->iter;

  lane->position = G_MAXUINT64;
  if (!tb_json_iter_next (&ahead))
    return;
  if (tb_json_stat_get_integer (ahead.key, &lane->position) && lane->position >= first && lane->position < n_cells)
    return;

  lane->position = G_MAXUINT64;
  tb_json_refuse_stream (lane->object);
}

/* FALSE: reported. */
static gboolean
open_object (Walk              *self,
             Lane              *lane,
             const TbJsonValue *object,
             TbSeverity         severity)
{
  if (!tb_json_is_streamed (object))
    {
      lane->form = FORM_OBJECT;
      lane->entries = g_array_new (FALSE, FALSE, sizeof (TbJsonStatEntry));
      return collect (self, object, severity, lane->entries);
    }

  lane->form = FORM_STREAM;
  lane->object = object;
  tb_json_iter_init (&lane->iter, object);
  peek_member (lane, 0, self->stat->n_cells);
  return TRUE;
}

static gboolean
open_values (Walk              *self,
             const TbJsonValue *value)
{
  TbJsonType type = tb_json_get_type (value);

  if (type == TB_JSON_OBJECT)
    return open_object (self, &self->values, value, TB_SEVERITY_ERROR);
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
      open_object (self, lane, status, TB_SEVERITY_WARNING);
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
  if (lane->form == FORM_STREAM)
    return lane->position;

  return lane->form == FORM_OBJECT && lane->next < lane->entries->len
           ? g_array_index (lane->entries, TbJsonStatEntry, lane->next).position : G_MAXUINT64;
}

static const TbJsonValue *
take_listed (const Walk *self,
             Lane       *lane,
             guint64     position)
{
  switch (lane->form)
    {
    case FORM_NONE:
    case FORM_ARRAY:
      return NULL;
    case FORM_ALL:
      return lane->value;
    case FORM_OBJECT:
      if (peek (lane) != position)
        return NULL;
      return g_array_index (lane->entries, TbJsonStatEntry, lane->next++).value;
    case FORM_STREAM:
      if (lane->position != position)
        return NULL;
      lane->position = G_MAXUINT64;
      if (!tb_json_iter_next (&lane->iter))
        return NULL;
      peek_member (lane, position + 1, self->stat->n_cells);
      return lane->iter.value;
    }

  return NULL;
}

/* What the lane says of a cell; the cells are asked for in order. An array is read an element at a time. */
static inline const TbJsonValue *
take (const Walk *self,
      Lane       *lane,
      guint64     position)
{
  if (lane->form == FORM_ARRAY)
    return tb_json_iter_step (&lane->iter) ? lane->iter.value : NULL;

  return lane->form == FORM_NONE ? NULL : take_listed (self, lane, position);
}

/* The next cell that the file lists. FALSE: there is none. */
static inline gboolean
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
static inline void
move (Walk    *self,
      guint64  position)
{
  guint64 rest = position;

  if (position == self->position + 1)
    {
      guint i = self->n_codes;

      while (i-- > 0 && ++self->codes[i] == self->sizes[i])
        self->codes[i] = 0;
    }
  else if (position != self->position)
    {
      for (guint i = self->n_codes; i-- > 0; rest /= self->sizes[i])
        self->codes[i] = (guint32) (rest % self->sizes[i]);
    }
  self->position = position;
}

static gboolean
walk (Walk *self)
{
  guint64 from = 0;
  guint64 position;

  while (find_next (self, from, &position))
    {
      TbCubeCell cell = TB_CUBE_CELL_INIT;
      const TbJsonValue *value = take (self, &self->values, position);
      const TbJsonValue *status = take (self, &self->statuses, position);

      if (value == NULL && self->values.form == FORM_ARRAY)
        return FALSE; /* it is not what it was taken for: the text is read whole */
      move (self, position);
      if (!tb_json_stat_cells_read (&self->cells, value, status, &cell))
        return FALSE;
      if (!tb_cube_add (self->stat->cube, self->codes, &cell))
        return FALSE;
      from = position + 1;
    }

  return TRUE;
}

static void
clear (Walk *self)
{
  g_clear_pointer (&self->values.entries, g_array_unref);
  g_clear_pointer (&self->statuses.entries, g_array_unref);
  tb_json_stat_cells_clear (&self->cells);
  g_free (self->codes);
  g_free (self->sizes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, clear)

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
  g_auto (Walk) self = {
    .stat = stat,
    .n_codes = stat->dimensions->len,
    .codes = g_new0 (guint32, stat->dimensions->len),
    .sizes = g_new (guint32, stat->dimensions->len),
  };

  for (guint i = 0; i < self.n_codes; i++)
    self.sizes[i] = tb_json_stat_get_dimension (stat, i)->size;
  tb_json_stat_cells_init (&self.cells, stat);
  if (value == NULL || tb_json_get_type (value) == TB_JSON_NULL
      || (tb_json_get_type (value) == TB_JSON_ARRAY && tb_json_get_size (value) == 0))
    return TRUE;
  if (!open_values (&self, value))
    return FALSE;

  open_statuses (&self, tb_json_find (stat->root, "status"));
  if (!walk (&self))
    return FALSE;
  tb_json_stat_cells_report (&self.cells, value);

  return TRUE;
}
