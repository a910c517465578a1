/* Takes cells of the comparison table to the clipboard.
 *
 * Half a million cells in words take seconds, so that they are written in a thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-comparison-clip.h"

#include "tb-comparison-copy.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  TbCopiedCells  cells;
  TbComparison  *comparison;
  gsize         *rows;
  gsize         *columns;
  char          *caption;
  gsize          n_marked;  /* cells, those of names, units and trends too */
  gboolean       is_whole;  /* whole rows */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  tb_comparison_unref (job->comparison);
  g_free (job->rows);
  g_free (job->columns);
  g_free (job->caption);
  g_free (job);
}

static void
get_range (TbComparisonGrid *grid,
           TbGridRange      *out_range)
{
  if (tb_comparison_grid_get_selected (grid, out_range))
    return;
  *out_range = (TbGridRange) { 0, (guint) MAX (tb_comparison_grid_get_order (grid)->n, 1) - 1, 0,
                               MAX (tb_comparison_grid_get_n_shown (grid), 1) - 1 };
}

static Job *
new_job (TbComparisonGrid *grid,
         const char       *caption)
{
  TbComparisonOrder *order = tb_comparison_grid_get_order (grid);
  const TbShownTable *table = tb_comparison_grid_get_table (grid);
  Job *job = g_new0 (Job, 1);
  TbGridRange range;

  get_range (grid, &range);
  job->comparison = tb_comparison_ref (table->comparison);
  job->rows = g_new (gsize, order->n + 1);
  job->columns = g_new (gsize, tb_comparison_grid_get_n_shown (grid) + 1);
  job->caption = g_strdup (caption);
  job->cells = (TbCopiedCells) { .comparison = job->comparison, .rows = job->rows, .columns = job->columns,
                                 .caption = job->caption, .language = table->language };
  for (guint i = range.first_row; i <= range.last_row && i < order->n; i++)
    job->rows[job->cells.n_rows++] = order->rows[i];
  for (guint i = range.first_column; i <= range.last_column; i++)
    if (tb_comparison_grid_get_shown (grid, i)->index >= 0)
      job->columns[job->cells.n_columns++] = (gsize) tb_comparison_grid_get_shown (grid, i)->index;
  job->n_marked = job->cells.n_rows * (range.last_column - range.first_column + 1);
  job->is_whole = job->n_marked == job->cells.n_rows * tb_comparison_grid_get_n_shown (grid);
  job->cells.is_single = range.first_row == range.last_row && range.first_column == range.last_column
                         && job->cells.n_columns == 1;
  return job;
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  const Job *job = data;

  g_task_return_pointer (task, tb_comparison_copy_provider (&job->cells), g_object_unref);
}

/**
 * tb_comparison_clip_start:
 * @grid: a grid that shows a table
 * @caption: (nullable): which rows the table shows
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Writes what is selected, all where nothing is, in the order shown, in a thread.
 */
void
tb_comparison_clip_start (TbComparisonGrid    *grid,
                          const char          *caption,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (grid, NULL, callback, user_data);

  g_task_set_static_name (task, "[tongbi] copy table");
  g_task_set_source_tag (task, tb_comparison_clip_start);
  g_task_set_task_data (task, new_job (grid, caption), job_free);
  g_task_run_in_thread (task, write_in_thread);
}

static char *
dup_text (const Job *job)
{
  if (job->is_whole)
    return g_strdup_printf (ngettext ("%zu row copied", "%zu rows copied", job->cells.n_rows), job->cells.n_rows);

  return g_strdup_printf (ngettext ("%zu cell copied", "%zu cells copied", job->n_marked), job->n_marked);
}

/**
 * tb_comparison_clip_finish:
 * @result: of tb_comparison_clip_start()
 * @out_text: (out): what there is to say of it: "3 rows copied", "12 cells copied"
 *
 * Returns: (transfer full): what goes to the clipboard
 */
GdkContentProvider *
tb_comparison_clip_finish (GAsyncResult  *result,
                           char         **out_text)
{
  *out_text = dup_text (g_task_get_task_data (G_TASK (result)));

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
