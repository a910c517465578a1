/* The header of the comparison table: titles of columns, and above them the bands
 * that tell columns of unlike kind apart (B-1).
 *
 * A screen reader has the band in the name of each title.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-grid-header.h"

#define BAND_GAP_PX 5
/* In less room there are no words, but dots. */
#define MIN_BAND_PX 36

struct _TbGridHeader
{
  GtkWidget             parent_instance;

  const TbGridGeometry *geometry;
  GPtrArray            *headings;   /* TbGridHeading, in order of their columns */
};

G_DEFINE_FINAL_TYPE (TbGridHeader, tb_grid_header, GTK_TYPE_WIDGET)

static TbGridHeading *
take_heading (TbGridHeader *self,
              GPtrArray    *known,
              guint         position)
{
  const TbShownColumn *column = tb_grid_geometry_get (self->geometry, position);

  for (guint i = 0; i < known->len; i++)
    if (tb_grid_heading_get_column (g_ptr_array_index (known, i)) == column)
      return g_ptr_array_steal_index (known, i);
  return NULL;
}

void
tb_grid_header_bind (TbGridHeader     *self,
                     const TbGridSpan *span,
                     const char       *sort_key,
                     gboolean          descending)
{
  g_autoptr (GPtrArray) known = g_steal_pointer (&self->headings);
  GtkWidget *before = NULL;

  self->headings = g_ptr_array_new ();
  for (guint i = 0; i < tb_grid_geometry_get_n (self->geometry); i++)
    {
      const TbShownColumn *column = tb_grid_geometry_get (self->geometry, i);
      TbGridHeading *heading;

      if (!tb_grid_span_contains (span, i))
        continue;
      heading = take_heading (self, known, i);
      if (heading == NULL)
        heading = TB_GRID_HEADING (tb_grid_heading_new ());
      if (gtk_widget_get_parent (GTK_WIDGET (heading)) == NULL
          || gtk_widget_get_prev_sibling (GTK_WIDGET (heading)) != before)
        gtk_widget_insert_after (GTK_WIDGET (heading), GTK_WIDGET (self), before);
      tb_grid_heading_bind (heading, column, i,
                            g_strcmp0 (sort_key, column->key) != 0 ? 0 : descending ? -1 : 1);
      g_ptr_array_add (self->headings, heading);
      before = GTK_WIDGET (heading);
    }
  for (guint i = 0; i < known->len; i++)
    gtk_widget_unparent (g_ptr_array_index (known, i));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

TbGridHeading *
tb_grid_header_get_heading (TbGridHeader *self,
                            guint         position)
{
  for (guint i = 0; i < self->headings->len; i++)
    if (tb_grid_heading_get_position (g_ptr_array_index (self->headings, i)) == position)
      return g_ptr_array_index (self->headings, i);
  return NULL;
}

int
tb_grid_header_get_band_height (TbGridHeader *self)
{
  g_autoptr (PangoLayout) layout = NULL;
  int height;

  for (guint i = 0; i < tb_grid_geometry_get_n (self->geometry); i++)
    {
      if (tb_grid_geometry_get (self->geometry, i)->band == NULL)
        continue;
      layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "X");
      pango_layout_get_pixel_size (layout, NULL, &height);
      return height + 2 * BAND_GAP_PX;
    }
  return 0;
}

static void
tb_grid_header_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  TbGridHeader *self = TB_GRID_HEADER (widget);
  int top = tb_grid_header_get_band_height (self);

  for (guint i = 0; i < self->headings->len; i++)
    {
      GtkWidget *heading = g_ptr_array_index (self->headings, i);
      guint at = tb_grid_heading_get_position (TB_GRID_HEADING (heading));
      GtkAllocation place = { tb_grid_geometry_get_left (self->geometry, at), top,
                              tb_grid_geometry_get (self->geometry, at)->width, MAX (height - top, 0) };

      gtk_widget_measure (heading, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (heading, &place, -1);
    }
}

/* A band over columns from @from to before @to, as far as it is in sight: its words
 * stay in sight while any of it is. */
static void
draw_band (TbGridHeader *self,
           GtkSnapshot  *snapshot,
           guint         from,
           guint         to)
{
  const TbGridGeometry *geometry = self->geometry;
  gboolean mirrored = geometry->mirrored;
  int frozen = tb_grid_geometry_get_frozen (geometry);
  int first = tb_grid_geometry_get_left (geometry, mirrored ? to - 1 : from);
  guint last = mirrored ? from : to - 1;
  int end = tb_grid_geometry_get_left (geometry, last) + tb_grid_geometry_get (geometry, last)->width;
  int left = MAX (first, mirrored ? 0 : frozen) + TB_GRID_PAD_PX;
  int right = MIN (end, mirrored ? geometry->width - frozen : geometry->width) - TB_GRID_PAD_PX;
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self),
                                                                   tb_grid_geometry_get (geometry, from)->band);
  PangoRectangle text;
  GdkRGBA color;

  if (right <= left)
    return;
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, (right - left) * PANGO_SCALE);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_get_pixel_extents (layout, NULL, &text);
  gtk_widget_get_color (GTK_WIDGET (self), &color);
  if (right - left >= MIN_BAND_PX || !pango_layout_is_ellipsized (layout))
    {
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (left, BAND_GAP_PX));
      gtk_snapshot_append_layout (snapshot, layout, &color);
      gtk_snapshot_restore (snapshot);
    }
  color.alpha *= 0.45f;
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (left, BAND_GAP_PX + text.height + 2, right - left, 1));
}

static void
draw_bands (TbGridHeader *self,
            GtkSnapshot  *snapshot)
{
  guint n = tb_grid_geometry_get_n (self->geometry);

  for (guint from = 0, to; from < n; from = to)
    {
      const char *band = tb_grid_geometry_get (self->geometry, from)->band;

      for (to = from + 1; to < n && g_strcmp0 (tb_grid_geometry_get (self->geometry, to)->band, band) == 0;)
        to++;
      if (band != NULL)
        draw_band (self, snapshot, from, to);
    }
}

static void
tb_grid_header_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  TbGridHeader *self = TB_GRID_HEADER (widget);
  int frozen = tb_grid_geometry_get_frozen (self->geometry);
  int width = gtk_widget_get_width (widget);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (self->geometry->mirrored ? 0 : frozen, 0,
                                                         MAX (width - frozen, 0), gtk_widget_get_height (widget)));
  draw_bands (self, snapshot);
  for (guint i = 0; i < self->headings->len; i++)
    if (tb_grid_heading_get_position (g_ptr_array_index (self->headings, i)) >= self->geometry->n_frozen)
      gtk_widget_snapshot_child (widget, g_ptr_array_index (self->headings, i), snapshot);
  gtk_snapshot_pop (snapshot);
  for (guint i = 0; i < self->headings->len; i++)
    if (tb_grid_heading_get_position (g_ptr_array_index (self->headings, i)) < self->geometry->n_frozen)
      gtk_widget_snapshot_child (widget, g_ptr_array_index (self->headings, i), snapshot);
}

static void
tb_grid_header_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&TB_GRID_HEADER (object)->headings, g_ptr_array_unref);
  G_OBJECT_CLASS (tb_grid_header_parent_class)->dispose (object);
}

static void
tb_grid_header_class_init (TbGridHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tb_grid_header_dispose;
  widget_class->size_allocate = tb_grid_header_size_allocate;
  widget_class->snapshot = tb_grid_header_snapshot;
  gtk_widget_class_set_css_name (widget_class, "gridheader");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
tb_grid_header_init (TbGridHeader *self)
{
  self->headings = g_ptr_array_new ();
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
tb_grid_header_new (const TbGridGeometry *geometry)
{
  TbGridHeader *self = g_object_new (TB_TYPE_GRID_HEADER, NULL);

  self->geometry = geometry;
  return GTK_WIDGET (self);
}
