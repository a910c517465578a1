/* Filling the cells of a list that are in sight, and those near it.
 *
 * Lists and grids of GTK make some two hundred cells, of which a tenth is in sight.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cells-in-sight.h"

struct _TbCellsInSight
{
  GObject          parent_instance;

  GtkWidget       *list;
  TbCellsGetStale  get_stale;
  TbCellsFill      fill;
  int              frame_us;
  guint            fill_id;   /* 0: all cells near say what they can */
  gint64           queued;    /* the frame in which cells were last moved or made */
};

G_DEFINE_FINAL_TYPE (TbCellsInSight, tb_cells_in_sight, G_TYPE_OBJECT)

/* Lists hide what is outside of them without giving it a place; what was not laid out
 * yet has no size. */
static gboolean
is_in_sight (GtkWidget *cell)
{
  return gtk_widget_get_child_visible (cell) && gtk_widget_get_width (cell) > 0;
}

/* The cells in sight, and as many pages of such on both sides; @out_width is theirs.
 * FALSE: none is. */
static gboolean
find_near (GtkWidget *list,
           double     n_pages,
           int       *out_first,
           int       *out_last,
           int       *out_width)
{
  int first = -1;
  int last = -1;
  int i = 0;
  int more;

  for (GtkWidget *cell = gtk_widget_get_first_child (list); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell), i++)
    if (is_in_sight (cell))
      {
        first = first < 0 ? i : first;
        last = i;
        *out_width = gtk_widget_get_width (cell);
      }
  more = (int) (n_pages * (last - first + 1));
  *out_first = first - more;
  *out_last = last + more;

  return first >= 0;
}

/* As the list will. To lay texts out takes longer than to set them. */
static void
measure (GtkWidget *cell,
         int        width)
{
  int least;

  gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (cell, GTK_ORIENTATION_VERTICAL, MAX (width, least), NULL, NULL, NULL, NULL);
}

/* FALSE where the time was not enough for all cells so many pages from what is in sight. */
static gboolean
fill_near (TbCellsInSight *self,
           double          n_pages,
           gint64          until)
{
  int first;
  int last;
  int width;
  int i = 0;

  if (!find_near (self->list, n_pages, &first, &last, &width))
    return TRUE;
  for (GtkWidget *cell = gtk_widget_get_first_child (self->list); cell != NULL && i <= last;
       cell = gtk_widget_get_next_sibling (cell), i++)
    {
      GtkWidget *stale = i >= first ? self->get_stale (cell) : NULL;

      if (stale == NULL)
        continue;
      if (g_get_monotonic_time () >= until)
        return FALSE;
      self->fill (stale);
      measure (cell, width);
    }
  return TRUE;
}

/* A list that was not laid out yet has all its cells in one place, and one that was
 * scrolled has them where they were: ticks come before the layout of their frame, and
 * scrolling may come before both. */
static gboolean
fill_cb (GtkWidget     *list,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  TbCellsInSight *self = user_data;
  gint64 until = g_get_monotonic_time () + self->frame_us;

  if (gtk_widget_get_mapped (list)
      && (gtk_widget_get_height (list) == 0 || !fill_near (self, 0, until) || !fill_near (self, 1, until)
          || gdk_frame_clock_get_frame_counter (clock) < self->queued + 2))
    return G_SOURCE_CONTINUE;
  self->fill_id = 0;
  return G_SOURCE_REMOVE;
}

/**
 * tb_cells_in_sight_queue:
 * @self: what fills a list
 *
 * Looks for cells to fill from the next frame on, as where one is made or has more to say.
 */
void
tb_cells_in_sight_queue (TbCellsInSight *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->list);

  self->queued = clock != NULL ? gdk_frame_clock_get_frame_counter (clock) : 0;
  if (self->fill_id == 0)
    self->fill_id = gtk_widget_add_tick_callback (self->list, fill_cb, self, NULL);
}

static void
tb_cells_in_sight_dispose (GObject *object)
{
  TbCellsInSight *self = TB_CELLS_IN_SIGHT (object);

  if (self->fill_id != 0)
    gtk_widget_remove_tick_callback (self->list, self->fill_id);
  self->fill_id = 0;
  G_OBJECT_CLASS (tb_cells_in_sight_parent_class)->dispose (object);
}

static void
tb_cells_in_sight_class_init (TbCellsInSightClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tb_cells_in_sight_dispose;
}

static void
tb_cells_in_sight_init (TbCellsInSight *self)
{
}

/**
 * tb_cells_in_sight_new:
 * @list: a list or grid view; it outlives what is returned
 * @frame_us: the most of a frame that is spent, microseconds
 * @get_stale: finds what is to be filled in a cell; %NULL: nothing
 * @fill: fills it
 *
 * Fills the cells in sight, and those a page away, a few in each frame: also when the
 * list is scrolled or comes to be shown.
 *
 * Returns: (transfer full): what fills them
 */
TbCellsInSight *
tb_cells_in_sight_new (GtkWidget       *list,
                       int              frame_us,
                       TbCellsGetStale  get_stale,
                       TbCellsFill      fill)
{
  TbCellsInSight *self = g_object_new (TB_TYPE_CELLS_IN_SIGHT, NULL);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  GCallback queue = G_CALLBACK (tb_cells_in_sight_queue);

  self->list = list;
  self->frame_us = frame_us;
  self->get_stale = get_stale;
  self->fill = fill;
  g_signal_connect_object (adjustment, "value-changed", queue, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", queue, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "map", queue, self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * tb_cells_in_sight_is_busy:
 * @self: what fills a list
 *
 * Returns: whether cells in sight may not say yet what they can
 */
gboolean
tb_cells_in_sight_is_busy (TbCellsInSight *self)
{
  return self->fill_id != 0 && gtk_widget_get_mapped (self->list);
}

/**
 * tb_cells_in_sight_is_waited_for:
 * @self: what fills a list
 *
 * Returns: whether the list is yet to be laid out first, and is to come up with its
 *   cells filled
 */
gboolean
tb_cells_in_sight_is_waited_for (TbCellsInSight *self)
{
  return gtk_widget_get_height (self->list) == 0;
}
