/* How a comparison table is held.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-comparison.h"

G_BEGIN_DECLS

/* A figure in its column; a column that a row fills has mostly one. */
typedef struct
{
  guint32 column;
  guint32 row;
} TbCell;

typedef struct
{
  TbSeries      *series;   /* the selection holds it */
  TbCell        *cells;    /* in order of column */
  gsize          n_cells;
  TbNumberScale  scales[TB_N_LANGUAGES];
} TbTableRow;

struct _TbComparison
{
  gatomicrefcount  ref_count;
  TbSelection     *selection;
  GArray          *columns;     /* TbColumn: figures, then two for each pair */
  gsize            n_figures;
  TbTableRow      *rows;
  gsize            n_rows;
  gboolean         many_places;
  TbReference      reference;   /* for R19 */
};

/* Fills the columns of figures, and the cells of all rows. */
void      tb_comparison_lay_figures  (TbComparison     *self);
/* The pair that can be compared and ends last; of several, the one that most
 * rows have. FALSE: there is none. */
gboolean  tb_comparison_propose_pair (const TbComparison *self,
                                      TbComparePair      *out_pair);
TbFigure  tb_comparison_find_figure  (const TbComparison *self,
                                      gsize               row,
                                      TbPeriod            period,
                                      TbKind              kind);
/* The row in the series of figure @i, from 0, that the cell has beside the one
 * that it shows: figures in conflict, and without a date; −1 behind the last. */
gssize    tb_comparison_get_other    (const TbComparison *self,
                                      gsize               row,
                                      gsize               column,
                                      gsize               i);

G_END_DECLS
