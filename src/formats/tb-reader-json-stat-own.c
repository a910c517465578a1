/* Reads a JSON-stat file that this program wrote, without loss (tb-writer-json-stat.c).
 *
 * `extension.tongbi` is a document of the dataset format whose observations refer
 * to cells. With what the cells hold it is made whole and read as such: the figures
 * are those of the cells, also where another program changed them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-json-stat-own.h"

#include "tb-json-structure.h"
#include "tb-json-writer.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

typedef struct
{
  const TbReaderInput *input;
  TbPool              *pool;
  GPtrArray           *cubes;  /* of TbJsonStatOwnCells */
  GString             *out;
} Own;

static const TbJsonValue *
find_own (const TbJsonValue *root)
{
  return tb_json_field_get (tb_json_field_get (root, "extension", TB_JSON_OBJECT), "tongbi", TB_JSON_OBJECT);
}

static const TbJsonValue *
find_items (const TbJsonValue *root)
{
  return tb_json_field_get (tb_json_field_get (root, "link", TB_JSON_OBJECT), "item", TB_JSON_ARRAY);
}

/* Whether a data set has as many cells as were written, and as many figures. */
static gboolean
is_whole (const TbJsonValue *dataset,
          const TbJsonValue *count)
{
  const TbJsonValue *value = tb_json_get_type (dataset) == TB_JSON_OBJECT ? tb_json_find (dataset, "value") : NULL;
  guint64 n, expected;

  if (value == NULL || !tb_json_stat_get_integer (count, &expected) || !tb_json_stat_own_count_cells (dataset, &n)
      || n != expected)
    return FALSE;

  return tb_json_get_type (value) == TB_JSON_OBJECT
         || (tb_json_get_type (value) == TB_JSON_ARRAY && tb_json_get_size (value) == n);
}

/**
 * tb_json_stat_is_own:
 * @root: an object
 *
 * Returns: whether it is a file of this program, and has still the cells that were written
 */
gboolean
tb_json_stat_is_own (const TbJsonValue *root)
{
  const TbJsonValue *own = find_own (root);
  const TbJsonValue *counts = tb_json_field_get (own, "@cells", TB_JSON_ARRAY);
  const TbJsonValue *items = find_items (root);
  TbJsonIter of_count, of_item;

  if (counts == NULL)
    return FALSE;
  if (items == NULL)
    {
      tb_json_iter_init (&of_count, counts);
      return tb_json_get_size (counts) == 1 && tb_json_iter_next (&of_count) && is_whole (root, of_count.value);
    }
  if (tb_json_get_size (items) != tb_json_get_size (counts))
    return FALSE;

  tb_json_iter_init (&of_count, counts);
  tb_json_iter_init (&of_item, items);
  while (tb_json_iter_next (&of_count) && tb_json_iter_next (&of_item))
    {
      if (!is_whole (of_item.value, of_count.value))
        return FALSE;
    }

  return TRUE;
}

/* What a cell says: period, value, status. */
static void
write_cell (Own                      *self,
            const TbJsonStatOwnCells *cells,
            guint64                   position,
            gboolean                  with_period,
            TbJsonObject             *object)
{
  const char *number = tb_json_stat_own_cells_find_number (cells, position);
  const char *status = g_hash_table_lookup (cells->statuses, &position);
  const char *period
    = cells->periods != NULL ? cells->periods->pdata[position % cells->periods->len] : NULL;
  guint n = 0;

  if (with_period)
    tb_json_object_key (object, "period");
  if (with_period && period != NULL)
    tb_json_append_string (self->out, period);
  else if (with_period)
    g_string_append (self->out, "null");
  tb_json_object_key (object, "value");
  g_string_append (self->out, number != NULL ? number : "null");
  /* A sign behind the letters repeats the qualifier. */
  for (const char *p = status; p != NULL && g_ascii_isupper (*p); p++)
    {
      if (n++ == 0)
        tb_json_object_key (object, "status");
      g_string_append_printf (self->out, "%s\"%c\"", n == 1 ? "[" : ", ", *p);
    }
  if (n > 0)
    g_string_append_c (self->out, ']');
}

/* Members with one "@" are of the file, those with two of the dataset. */
static void
write_members (Own               *self,
               const TbJsonValue *value,
               const char        *except,
               TbJsonObject      *object)
{
  TbJsonIter iter;

  tb_json_iter_init (&iter, value);
  while (tb_json_iter_next (&iter))
    {
      g_autofree char *text = NULL;
      gsize length;
      const char *key = tb_json_get_string (iter.key, &length);

      if (g_str_equal (key, except) || (key[0] == '@' && key[1] != '@'))
        continue;
      text = tb_json_dup_text (iter.value);
      tb_json_object_key (object, key[0] == '@' ? key + 1 : key);
      g_string_append (self->out, text);
    }
}

/* FALSE: reported. */
static gboolean
write_observation (Own                      *self,
                   const TbJsonStatOwnCells *cells,
                   const TbJsonValue        *value)
{
  TbJsonType type = tb_json_get_type (value);
  const TbJsonValue *cell = type == TB_JSON_OBJECT ? tb_json_find (value, "@cell") : value;
  guint64 position;
  TbJsonObject object;

  if (type == TB_JSON_OBJECT && cell == NULL)
    {
      tb_json_object_open (&object, self->out, TB_JSON_ONE_LINE);
      write_members (self, value, "@cell", &object);
      tb_json_object_close (&object);
      return TRUE;
    }
  if (type == TB_JSON_ARRAY)
    {
      g_autofree char *text = tb_json_dup_text (value);

      g_string_append (self->out, text);
      return TRUE;
    }
  if (!tb_json_stat_get_integer (cell, &position) || position >= cells->n_cells)
    {
      tb_json_report_add (self->input->report, TB_SEVERITY_ERROR, cell,
                          _("not a cell of the dataset; expected a number below %" PRIu64),
                          cells->n_cells);
      return FALSE;
    }

  tb_json_object_open (&object, self->out, TB_JSON_ONE_LINE);
  write_cell (self, cells, position, type != TB_JSON_OBJECT || tb_json_find (value, "period") == NULL, &object);
  if (type == TB_JSON_OBJECT)
    write_members (self, value, "@cell", &object);
  tb_json_object_close (&object);
  return TRUE;
}

/* FALSE: reported. */
static gboolean
write_one_series (Own               *self,
                  const TbJsonValue *value)
{
  const TbJsonValue *cube = tb_json_get_type (value) == TB_JSON_OBJECT ? tb_json_find (value, "@cube") : NULL;
  const TbJsonValue *observations = cube != NULL ? tb_json_field_get (value, "observations", TB_JSON_ARRAY) : NULL;
  guint64 index;
  gsize n = 0;
  TbJsonObject object;
  TbJsonIter iter;

  if (observations == NULL || !tb_json_stat_get_integer (cube, &index) || index >= self->cubes->len)
    {
      tb_json_report_add (self->input->report, TB_SEVERITY_ERROR, value,
                          _("not a series of a dataset; expected members \"@cube\" and \"observations\""));
      return FALSE;
    }

  tb_json_object_open (&object, self->out, TB_JSON_ONE_LINE);
  write_members (self, value, "observations", &object);
  tb_json_object_key (&object, "observations");
  g_string_append_c (self->out, '[');
  tb_json_iter_init (&iter, observations);
  while (tb_json_iter_next (&iter))
    {
      g_string_append (self->out, n++ > 0 ? "," : "");
      if (!write_observation (self, self->cubes->pdata[index], iter.value))
        return FALSE;
    }
  g_string_append_c (self->out, ']');
  tb_json_object_close (&object);
  return TRUE;
}

/* FALSE: reported, or cancelled. */
static gboolean
write_document (Own               *self,
                const TbJsonValue *own)
{
  const TbJsonValue *series = tb_json_field_get (own, "series", TB_JSON_ARRAY);
  gsize n = 0;
  TbJsonObject object;
  TbJsonIter iter;

  tb_json_object_open (&object, self->out, TB_JSON_ONE_LINE);
  write_members (self, own, "series", &object);
  tb_json_object_key (&object, "series");
  g_string_append_c (self->out, '[');
  if (series != NULL)
    tb_json_iter_init (&iter, series);
  while (series != NULL && tb_json_iter_next (&iter))
    {
      g_string_append (self->out, n++ > 0 ? "," : "");
      if (g_cancellable_is_cancelled (self->input->watch->cancellable) || !write_one_series (self, iter.value))
        return FALSE;
    }
  g_string_append_c (self->out, ']');
  tb_json_object_close (&object);
  return TRUE;
}

/* What the reader of the dataset format says of a text that is in no file is said of the extension. */
static void
hand_on (const TbReaderInput *input,
         const TbJsonValue   *own,
         const TbProblems    *problems)
{
  for (gsize i = 0; i < tb_problems_get_n_listed (problems); i++)
    {
      const TbProblem *problem = tb_problems_get (problems, i);

      tb_json_report_add (input->report, problem->severity, own, "%s: %s", problem->pointer, problem->message);
    }
}

static TbDataset *
read_document (const TbReaderInput *input,
               const GString       *text,
               TbProblems          *problems)
{
  g_autoptr (TbJsonDocument) document = tb_json_document_new (text->str, text->len, 0, problems);
  g_autoptr (TbJsonReport) report = document != NULL ? tb_json_report_new (document) : NULL;
  g_autoptr (TbDataset) dataset = NULL;
  TbReaderInput own = *input;

  if (document == NULL)
    return NULL;

  own.document = document;
  own.report = report;
  own.text = text->str;
  own.length = text->len;
  own.problems = problems;
  if (tb_json_check_structure (document, report))
    dataset = tb_reader_native.read (&own);
  tb_json_report_flush (report, problems);

  return tb_problems_get_n_errors (problems) == 0 ? g_steal_pointer (&dataset) : NULL;
}

/**
 * tb_json_stat_read_own:
 * @input: the file
 * @root: its root, which tb_json_stat_is_own()
 *
 * Reads the dataset that was written.
 *
 * Returns: (transfer full) (nullable): the same dataset; %NULL: reported, or cancelled
 */
TbDataset *
tb_json_stat_read_own (const TbReaderInput *input,
                       const TbJsonValue   *root)
{
  g_autoptr (TbPool) pool = tb_pool_new ();
  g_autoptr (GPtrArray) cubes = g_ptr_array_new_with_free_func (tb_json_stat_own_cells_free);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (TbProblems) problems = tb_problems_new (input->name);
  const TbJsonValue *own = find_own (root);
  const TbJsonValue *items = find_items (root);
  Own self = { input, pool, cubes, out };
  TbDataset *dataset;
  TbJsonIter iter;

  if (items != NULL)
    tb_json_iter_init (&iter, items);
  else
    g_ptr_array_add (cubes, tb_json_stat_own_cells_new (pool, root));
  while (items != NULL && tb_json_iter_next (&iter))
    g_ptr_array_add (cubes, tb_json_stat_own_cells_new (pool, iter.value));
  if (!write_document (&self, own))
    return NULL;

  dataset = read_document (input, out, problems);
  hand_on (input, own, problems);
  return dataset;
}
