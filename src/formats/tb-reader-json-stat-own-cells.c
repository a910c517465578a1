/* The cells of a JSON-stat file that this program wrote, as it has them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-json-stat-own.h"

/**
 * tb_json_stat_own_cells_free:
 * @data: (transfer full): cells
 *
 * Frees the cells of a data set; their texts stay in the pool.
 */
void
tb_json_stat_own_cells_free (gpointer data)
{
  TbJsonStatOwnCells *cells = data;

  g_clear_pointer (&cells->numbers, g_hash_table_unref);
  g_clear_pointer (&cells->statuses, g_hash_table_unref);
  g_clear_pointer (&cells->periods, g_ptr_array_unref);
  g_free (cells->dense);
  g_free (cells);
}

/**
 * tb_json_stat_own_count_cells:
 * @dataset: a data set
 * @out_n: (out): the product of its sizes, which are few
 *
 * Returns: %FALSE: there are none, or they make too many
 */
gboolean
tb_json_stat_own_count_cells (const TbJsonValue *dataset,
                              guint64           *out_n)
{
  const TbJsonValue *sizes = tb_json_get_type (dataset) == TB_JSON_OBJECT
                               ? tb_json_field_get (dataset, "size", TB_JSON_ARRAY) : NULL;
  TbJsonIter iter;

  if (sizes == NULL)
    return FALSE;

  *out_n = 1;
  tb_json_iter_init (&iter, sizes);
  while (tb_json_iter_next (&iter))
    {
      guint64 size;

      if (!tb_json_stat_get_integer (iter.value, &size) || !g_uint64_checked_mul (out_n, *out_n, size))
        return FALSE;
    }

  return TRUE;
}

/* Elements of a large array do not last, so that the text is kept. NULL for null. What another
 * program made of a number is kept too: the reader of the dataset says what is wrong with it. */
static const char *
dup_number (TbPool            *pool,
            const TbJsonValue *value)
{
  g_autofree char *other = NULL;
  gsize length;

  if (tb_json_get_type (value) == TB_JSON_NUMBER)
    {
      const char *text = tb_json_get_number (value, &length);

      return tb_pool_intern_len (pool, text, length);
    }
  if (tb_json_get_type (value) != TB_JSON_NULL)
    other = tb_json_dup_text (value);

  return tb_pool_intern (pool, other);
}

static guint64 *
dup_position (guint64 position)
{
  return g_memdup2 (&position, sizeof position);
}

static void
read_dense (TbJsonStatOwnCells *cells,
            TbPool             *pool,
            const TbJsonValue  *value)
{
  gsize i = 0;
  TbJsonIter iter;

  cells->dense = g_new0 (const char *, MAX (tb_json_get_size (value), 1));
  tb_json_iter_init (&iter, value);
  while (tb_json_iter_next (&iter))
    cells->dense[i++] = dup_number (pool, iter.value);
}

static void
read_sparse (TbJsonStatOwnCells *cells,
             TbPool             *pool,
             const TbJsonValue  *value)
{
  TbJsonIter iter;

  cells->numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  tb_json_iter_init (&iter, value);
  while (tb_json_iter_next (&iter))
    {
      const char *number = dup_number (pool, iter.value);
      guint64 position;

      if (tb_json_stat_get_integer (iter.key, &position))
        g_hash_table_insert (cells->numbers, dup_position (position), (gpointer) number);
    }
}

static void
read_statuses (TbJsonStatOwnCells *cells,
               TbPool             *pool,
               const TbJsonValue  *status)
{
  TbJsonIter iter;

  cells->statuses = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (status == NULL)
    return;

  tb_json_iter_init (&iter, status);
  while (tb_json_iter_next (&iter))
    {
      const char *text = tb_json_field_to_text (iter.value, pool);
      guint64 position;

      if (text != NULL && tb_json_stat_get_integer (iter.key, &position))
        g_hash_table_insert (cells->statuses, dup_position (position), (gpointer) text);
    }
}

/* Time is the last dimension, where there is one. */
static void
read_periods (TbJsonStatOwnCells *cells,
              TbPool             *pool,
              const TbJsonValue  *dataset)
{
  const TbJsonValue *role = tb_json_field_get (dataset, "role", TB_JSON_OBJECT);
  const TbJsonValue *time = tb_json_field_get (role, "time", TB_JSON_ARRAY);
  const TbJsonValue *dimension = tb_json_field_get (dataset, "dimension", TB_JSON_OBJECT);
  const TbJsonValue *index;
  const char *id;
  TbJsonIter iter;

  if (time == NULL)
    return;
  tb_json_iter_init (&iter, time);
  if (!tb_json_iter_next (&iter))
    return;

  id = tb_json_field_to_text (iter.value, pool);
  dimension = id != NULL ? tb_json_field_get (dimension, id, TB_JSON_OBJECT) : NULL;
  index = tb_json_field_get (tb_json_field_get (dimension, "category", TB_JSON_OBJECT), "index", TB_JSON_ARRAY);
  if (index == NULL || tb_json_get_size (index) == 0)
    return;

  cells->periods = g_ptr_array_new ();
  tb_json_iter_init (&iter, index);
  while (tb_json_iter_next (&iter))
    g_ptr_array_add (cells->periods, (gpointer) tb_json_field_to_text (iter.value, pool));
}

/**
 * tb_json_stat_own_cells_new:
 * @pool: where the texts are kept
 * @dataset: a data set that has its cells
 *
 * Reads the cells of a data set: numbers as they are written, letters of the status.
 *
 * Returns: (transfer full): the cells
 */
TbJsonStatOwnCells *
tb_json_stat_own_cells_new (TbPool            *pool,
                            const TbJsonValue *dataset)
{
  const TbJsonValue *value = tb_json_find (dataset, "value");
  TbJsonStatOwnCells *cells = g_new0 (TbJsonStatOwnCells, 1);

  tb_json_stat_own_count_cells (dataset, &cells->n_cells);
  if (tb_json_get_type (value) == TB_JSON_ARRAY)
    read_dense (cells, pool, value);
  else
    read_sparse (cells, pool, value);
  read_statuses (cells, pool, tb_json_field_get (dataset, "status", TB_JSON_OBJECT));
  read_periods (cells, pool, dataset);

  return cells;
}

/**
 * tb_json_stat_own_cells_find_number:
 * @cells: cells
 * @position: of one that there is
 *
 * Returns: (transfer none) (nullable): its number as written; %NULL for null
 */
const char *
tb_json_stat_own_cells_find_number (const TbJsonStatOwnCells *cells,
                                    guint64                   position)
{
  return cells->dense != NULL ? cells->dense[position] : g_hash_table_lookup (cells->numbers, &position);
}
