/* Where the figure that is looked at comes from, whatever the view.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-window-private.h"

#include "tb-comparison-columns.h"
#include "tb-source-dialog.h"

/* The point under the pointer or the keyboard's. */
static TbFigure
find_in_chart (TbWindow *self)
{
  TbFigureCanvas *canvas = tb_chart_view_get_canvas (self->chart_view);
  TbChartPicture *picture = tb_figure_canvas_get_picture (canvas);
  TbDatum datum = tb_figure_canvas_get_datum (canvas);

  if (picture == NULL || picture->selection == NULL || datum.series < 0 || datum.row < 0
      || (gsize) datum.series >= tb_selection_get_n (picture->selection))
    return (TbFigure) { NULL, 0 };
  return (TbFigure) { tb_selection_get (picture->selection, (gsize) datum.series)->series, (gsize) datum.row };
}

/* What a cell shows or was computed with: its figure, the later one of a change, what
 * measures a target. */
static TbFigure
find_in_cell (const TbComparison *comparison,
              gsize               row,
              gsize               column)
{
  TbFigure other = { NULL, 0 };
  TbFigure figure = { NULL, 0 };
  gssize own;

  switch (tb_comparison_get_column (comparison, column)->kind)
    {
    case TB_COLUMN_FIGURE:
      own = tb_comparison_get_figure (comparison, row, column);
      if (own >= 0)
        figure = (TbFigure) { tb_comparison_get_series (comparison, row), (gsize) own };
      break;
    case TB_COLUMN_ABSOLUTE:
    case TB_COLUMN_RELATIVE:
      tb_comparison_get_pair (comparison, row, column, &other, &figure);
      break;
    case TB_COLUMN_PUBLISHED:
      figure = tb_comparison_get_published (comparison, row, column);
      break;
    case TB_COLUMN_TARGET:
    case TB_COLUMN_DEADLINE:
      tb_comparison_get_target (comparison, row, &figure, &other);
      break;
    case TB_COLUMN_ACTUAL:
    case TB_COLUMN_GAP:
    case TB_COLUMN_COMPLETION:
    case TB_COLUMN_ELAPSED:
    case TB_COLUMN_STATUS:
      tb_comparison_get_target (comparison, row, &other, &figure);
      break;
    }
  return figure;
}

/* The cell with the focus. */
static TbFigure
find_in_table (TbWindow *self)
{
  const TbComparison *comparison = tb_comparison_view_get_comparison (self->comparison_view);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gsize row;
  int column;

  if (comparison == NULL || focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->comparison_view))
      || !tb_comparison_columns_find (focus, &row, &column) || row >= tb_comparison_get_n_rows (comparison)
      || column < 0 || (gsize) column >= tb_comparison_get_n_columns (comparison))
    return (TbFigure) { NULL, 0 };
  return find_in_cell (comparison, row, (gsize) column);
}

/* Where no figure is pointed at: the latest one of what is shown. */
static TbFigure
find_latest (TbWindow *self)
{
  g_autoptr (TbDigest) digest = NULL;

  if (tb_session_get_n_selected (self->session) == 0)
    return (TbFigure) { NULL, 0 };
  digest = tb_digest_new (tb_session_get_dataset (self->session), tb_session_get_selected (self->session, 0),
                          tb_session_get_place (self->session), 0, tb_session_get_language (self->session));
  return digest->latest;
}

/**
 * tb_window_show_source:
 * @self: a window with a dataset open
 *
 * Tells where the figure that is looked at comes from: the point of the chart, the
 * cell of the table; else the latest figure of the first indicator shown. Cards of
 * the overview tell their own.
 */
void
tb_window_show_source (TbWindow *self)
{
  TbDataset *dataset = tb_session_get_dataset (self->session);
  TbFigure figure = tb_window_shows_table (self) ? find_in_table (self) : find_in_chart (self);
  GVariant *target;

  if (dataset == NULL)
    return;
  if (figure.series == NULL)
    figure = find_latest (self);
  target = tb_source_target_new (dataset, figure);
  if (target != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (self), TB_SHOW_SOURCE_ACTION, target);
}
