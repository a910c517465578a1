/* Filling the cells of a list that are in sight, and those near it.
 *
 * Lists and grids of GTK make some two hundred cells, of which a tenth is in sight.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cells-in-sight.h"

/* How far a cell is from what is in sight, in pages: 0 in sight. */
static double
get_distance (GtkWidget *list,
              GtkWidget *cell)
{
  double page = MAX (gtk_widget_get_height (list), 1);
  graphene_rect_t bounds;
  double above, below;

  if (!gtk_widget_compute_bounds (cell, list, &bounds))
    return G_MAXDOUBLE;
  above = -(double) (bounds.origin.y + bounds.size.height);
  below = (double) bounds.origin.y - page;
  return MAX (MAX (above, below), 0) / page;
}

/**
 * tb_cells_in_sight_fill:
 * @list: a list or grid view
 * @n_pages: how far from what is in sight; 0: only what is
 * @until: when to stop, by the monotonic clock
 * @get_stale: finds what is to be filled in a cell; %NULL: nothing
 * @fill: fills it
 *
 * Fills cells near what is in sight, as many as the time allows.
 *
 * Returns: %FALSE where the time was not enough for all of them
 */
gboolean
tb_cells_in_sight_fill (GtkWidget       *list,
                        double           n_pages,
                        gint64           until,
                        TbCellsGetStale  get_stale,
                        TbCellsFill      fill)
{
  for (GtkWidget *cell = gtk_widget_get_first_child (list); cell != NULL; cell = gtk_widget_get_next_sibling (cell))
    {
      GtkWidget *stale = get_stale (cell);

      if (stale == NULL || get_distance (list, cell) > n_pages)
        continue;
      if (g_get_monotonic_time () >= until)
        return FALSE;
      fill (stale);
    }
  return TRUE;
}
