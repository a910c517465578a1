/* Shows a new window once there is something to see in it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-window-private.h"

/* So long a window waits for its first chart at most, to come up with it. */
#define CHART_MS 100

/* The chart is made in a thread while the window is laid out, and is there in its first
 * frame. */
static void
present (gpointer data)
{
  TbWindow *self = data;

  self->present_id = 0;
  self->presents_soon = FALSE;
  tb_chart_view_begin (self->chart_view);
  gtk_window_present (GTK_WINDOW (self));
  tb_chart_view_wait (self->chart_view, CHART_MS * self->patience);
}

/* In the next turn: a window that is shown before its figures are would lay out and
 * draw another page first, and fade from that to them. */
void
tb_window_queue_present (TbWindow *self)
{
  if (self->presents_soon && self->present_id == 0)
    self->present_id = g_timeout_add_once (0, present, self);
}

/**
 * tb_window_present_soon:
 * @self: a window
 *
 * Presents the window; a new one that opens a file as soon as its figures are there,
 * or the reading takes longer.
 */
void
tb_window_present_soon (TbWindow *self)
{
  g_return_if_fail (TB_IS_WINDOW (self));

  self->presents_soon = self->opening != NULL && !gtk_widget_get_visible (GTK_WIDGET (self));
  if (!self->presents_soon)
    gtk_window_present (GTK_WINDOW (self));
}
