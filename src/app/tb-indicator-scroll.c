/* Brings the chosen row of the list of indicators into sight.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-indicator-scroll.h"

/* A list is laid out in two frames, scrolled in a third, and laid out there in a fourth. */
#define FRAMES_TO_SCROLL 5
#define FRAMES_TO_REACH 2
#define FRAMES_TO_CENTRE 1

struct _TbIndicatorScroll
{
  GtkListView        *list;       /* of the sidebar, which lives longer */
  GtkEventController *focus;      /* of @list */
  TbIndicatorModel   *model;
  TbGrowingModel     *rows;       /* of @model, what the list has by now */
  guint               n_frames;   /* until it is done */
  guint               tick_id;
  guint               focus_id;
  double              from;       /* where the list was scrolled to before */
};

static gboolean
find_selected (TbIndicatorScroll *self,
               guint             *out_position)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  for (guint i = 0; i < n; i++)
    if (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->model), i))
      {
        *out_position = i;
        return TRUE;
      }
  return FALSE;
}

static void
scroll_to_selected (TbIndicatorScroll  *self,
                    GtkListScrollFlags  flags)
{
  guint position;

  if (find_selected (self, &position))
    {
      tb_growing_model_reach (self->rows, position);
      gtk_list_view_scroll_to (self->list, position, flags, NULL);
    }
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0 && flags != GTK_LIST_SCROLL_NONE)
    gtk_list_view_scroll_to (self->list, 0, flags, NULL);
}

/* The list gets its rows some in each frame; all that are missing at once would take
 * longer than a frame. */
static gboolean
waits_for_rows (TbIndicatorScroll *self)
{
  guint position;

  return find_selected (self, &position) && !tb_growing_model_has_reached (self->rows, position);
}

static gboolean
is_in_sight (GtkWidget *row,
             GtkWidget *list)
{
  graphene_rect_t bounds;

  return gtk_widget_get_mapped (row) && gtk_widget_compute_bounds (row, list, &bounds)
         && bounds.origin.y + bounds.size.height > 0 && bounds.origin.y < (float) gtk_widget_get_height (list);
}

static void
show_focus (gpointer data)
{
  TbIndicatorScroll *self = data;
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  g_clear_handle_id (&self->focus_id, g_source_remove);
  /* Once the list has been scrolled, it is asked again. */
  if (self->tick_id != 0 && waits_for_rows (self))
    return;
  if (row != NULL && !is_in_sight (row, GTK_WIDGET (self->list)))
    scroll_to_selected (self, GTK_LIST_SCROLL_FOCUS);
}

/* The row that had the focus last may be out of sight, and GTK leaves it there: nobody
 * would see or hear where the focus is. Which row it is, is known afterwards. */
static void
focus_entered_cb (TbIndicatorScroll *self)
{
  if (self->focus_id == 0)
    self->focus_id = g_idle_add_once (show_focus, self);
}

static GtkAdjustment *
get_adjustment (TbIndicatorScroll *self)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));
}

/* A list brings a row just to its edge; what is chosen shall be seen among its
 * neighbours. */
static void
centre (TbIndicatorScroll *self)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  double value = gtk_adjustment_get_value (adjustment);

  if (value > self->from)
    gtk_adjustment_set_value (adjustment, value + gtk_adjustment_get_page_size (adjustment) / 3);
  else if (value < self->from)
    gtk_adjustment_set_value (adjustment, value - gtk_adjustment_get_page_size (adjustment) / 3);
}

/* A list that was never laid out cannot be scrolled. */
static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  TbIndicatorScroll *self = user_data;

  if (self->n_frames == FRAMES_TO_REACH + 1 && waits_for_rows (self))
    return G_SOURCE_CONTINUE;
  self->n_frames--;
  if (self->n_frames == FRAMES_TO_REACH)
    {
      self->from = gtk_adjustment_get_value (get_adjustment (self));
      scroll_to_selected (self, GTK_LIST_SCROLL_NONE);
    }
  else if (self->n_frames == FRAMES_TO_CENTRE)
    centre (self);
  if (self->n_frames > 0)
    return G_SOURCE_CONTINUE;
  self->tick_id = 0;
  /* The row with the focus may have gone out of sight. */
  if ((gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
    show_focus (self);
  return G_SOURCE_REMOVE;
}

/**
 * tb_indicator_scroll_new:
 * @list: a list
 * @model: its indicators
 * @rows: what the list has of them by now
 *
 * Watches the focus of the list: a row that has it is seen.
 *
 * Returns: (transfer full): to be freed before the list is
 */
TbIndicatorScroll *
tb_indicator_scroll_new (GtkListView      *list,
                         TbIndicatorModel *model,
                         TbGrowingModel   *rows)
{
  TbIndicatorScroll *self = g_new0 (TbIndicatorScroll, 1);

  self->list = list;
  self->model = g_object_ref (model);
  self->rows = g_object_ref (rows);
  self->focus = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (self->focus, "enter", G_CALLBACK (focus_entered_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (list), self->focus);

  return self;
}

void
tb_indicator_scroll_free (TbIndicatorScroll *self)
{
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->list), self->tick_id);
  g_clear_handle_id (&self->focus_id, g_source_remove);
  gtk_widget_remove_controller (GTK_WIDGET (self->list), self->focus);
  g_object_unref (self->model);
  g_object_unref (self->rows);
  g_free (self);
}

/**
 * tb_indicator_scroll_queue:
 * @self: of a list
 *
 * Brings the first chosen row into sight, once the list is laid out.
 */
void
tb_indicator_scroll_queue (TbIndicatorScroll *self)
{
  self->n_frames = FRAMES_TO_SCROLL;
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->list), scroll_cb, self, NULL);
}

gboolean
tb_indicator_scroll_is_busy (const TbIndicatorScroll *self)
{
  return self->tick_id != 0;
}
