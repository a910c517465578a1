/* Which rows of a selection a chart reads: none of what the legend switched off,
 * of long lines what the page can show.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-figures-private.h"

#include "tb-chart-hidden.h"
#include "tb-chart-type.h"

/* Columns of M4 to a px of the page: two to a pixel of a screen of twice the
 * density. Widths are rounded up to a power of two, so that a page that is made
 * wider step by step takes the rows that were chosen before. */
#define COLUMNS_PER_PX 4
#define LEAST_COLUMNS 256
#define MOST_COLUMNS 65536

/* With less than this many rows to a column little would be left out. */
#define ROWS_PER_COLUMN 4

static guint
choose_n_columns (double width)
{
  guint n_columns = LEAST_COLUMNS;

  while (n_columns < MOST_COLUMNS && (double) n_columns < width * COLUMNS_PER_PX)
    n_columns *= 2;

  return n_columns;
}

/* Stocks of trading days are joined over week-ends; flows are not (semantics P-3). */
static gboolean
joins_days (const TbSeriesInfo *info,
            const TbSelected   *selected)
{
  TbGlance glance;

  tb_series_glance (selected->series, selected->rows[0], &glance);

  return glance.basis == TB_BASIS_AS_OF || info->measure == TB_MEASURE_STOCK;
}

static void
choose_rows (const TbFigures *self,
             TbTrack         *track,
             double           width)
{
  const TbSelected *selected = tb_selection_get (self->selection, (gsize) track->index);
  guint n_columns = choose_n_columns (width);
  TbThinned thinned;

  track->rows = selected->rows;
  track->n_rows = track->n_all = selected->n_rows;
  if (!tb_chart_type_get_class (self->type)->thins || selected->n_rows < (gsize) n_columns * ROWS_PER_COLUMN)
    return;
  thinned = tb_selection_thin (self->selection, (gsize) track->index, n_columns,
                               joins_days (tb_series_get_info (selected->series), selected));
  track->rows = thinned.rows;
  track->n_rows = thinned.n_rows;
  track->n_left_out = thinned.n_left_out;
}

/**
 * tb_figures_choose_rows:
 * @self: figures whose tracks have their series
 * @spec: what to show
 *
 * Chooses the rows of all tracks: those of the selection, of long series only what
 * a line of the page's width can show; none of a series that is switched off.
 *
 * Returns: whether a series is left
 */
gboolean
tb_figures_choose_rows (TbFigures               *self,
                        const TbChartSpecFields *spec)
{
  g_autoptr (GHashTable) hidden = tb_chart_hidden_new (spec);
  gsize n_shown = 0;

  for (gsize i = 0; i < self->n_tracks; i++)
    {
      TbTrack *track = &self->tracks[i];

      track->hidden = tb_chart_hidden_has (hidden, track->series);
      if (track->hidden)
        continue;
      choose_rows (self, track, spec->width);
      n_shown++;
    }

  return n_shown > 0;
}
