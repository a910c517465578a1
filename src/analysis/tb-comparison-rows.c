/* Some rows of a comparison table, as a table of their own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-comparison-private.h"

/**
 * tb_comparison_new_of:
 * @self: a comparison
 * @rows: (array length=n_rows): which of its rows
 * @n_rows: how many
 * @words: (nullable): what the rows were found by, where they are not all
 *
 * Makes a table of some rows, in the order given, with all columns of @self and the
 * same answers in the cells: what is sorted and searched on a screen is so in a file.
 *
 * Thread: any. Cost: O(n) of the figures; no verdict is made again.
 *
 * Returns: (transfer full): a new comparison
 */
TbComparison *
tb_comparison_new_of (TbComparison  *self,
                      const guint32 *rows,
                      gsize          n_rows,
                      const char    *words)
{
  TbComparison *some = g_new (TbComparison, 1);

  *some = *self;
  g_atomic_ref_count_init (&some->ref_count);
  some->selection = tb_selection_new_of (self->selection, rows, n_rows);
  some->columns = g_array_copy (self->columns);
  some->sisters = g_ptr_array_ref (self->sisters);
  some->words = g_strdup (words);
  some->n_all = self->n_rows;
  some->n_rows = n_rows;
  some->rows = g_new0 (TbTableRow, MAX (n_rows, 1));
  for (gsize i = 0; i < n_rows; i++)
    {
      some->rows[i] = self->rows[rows[i]];
      some->rows[i].cells = g_memdup2 (some->rows[i].cells, MAX (some->rows[i].n_cells, 1) * sizeof (TbCell));
    }

  return some;
}

/**
 * tb_comparison_get_words:
 * @self: a comparison
 * @out_n_all: (out): how many rows were searched
 *
 * Returns: (transfer none) (nullable): what the rows were found by; %NULL where
 *   nothing was searched for
 */
const char *
tb_comparison_get_words (const TbComparison *self,
                         gsize              *out_n_all)
{
  *out_n_all = self->n_all;
  return self->words;
}
