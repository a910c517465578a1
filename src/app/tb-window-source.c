/* Where the figure that is looked at comes from, whatever the view.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-window-private.h"

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
 * Tells where the figure that is looked at comes from: the point of the chart; else
 * the latest figure of the first indicator shown. Cards of the overview and cells of
 * the table tell their own.
 */
void
tb_window_show_source (TbWindow *self)
{
  TbDataset *dataset = tb_session_get_dataset (self->session);
  TbFigure figure = { NULL, 0 };
  GVariant *target;

  if (dataset == NULL)
    return;
  if (!tb_window_shows_table (self) && !tb_window_shows_overview (self))
    figure = find_in_chart (self);
  if (figure.series == NULL)
    figure = find_latest (self);
  target = tb_source_target_new (dataset, figure);
  if (target != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (self), TB_SHOW_SOURCE_ACTION, target);
}
