/* A figure on its page, with the point that is looked at.
 *
 * The picture is made elsewhere (TbChartRenderer). The point is marked by a few
 * nodes above it, so that moving the pointer renders nothing anew.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-figure-canvas-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Under this magnification the text of a page is too small for a screen. */
#define MIN_MAGNIFICATION 0.72
#define UPRIGHT_MAX_PX 480
#define UPRIGHT_PROPORTION 1.2
#define MARGIN_PX 12

G_DEFINE_FINAL_TYPE (TbFigureCanvas, tb_figure_canvas, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_READY,
  SIGNAL_DATUM_CHANGED,
  SIGNAL_SERIES_CLICKED,
  SIGNAL_SPAN_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

TbScene *
tb_figure_canvas_get_scene (TbFigureCanvas *self)
{
  TbChartPicture *picture = tb_chart_renderer_get_picture (self->renderer);

  return picture != NULL ? picture->scene : NULL;
}

double
tb_figure_canvas_to_scene (TbFigureCanvas *self,
                           double         *x,
                           double         *y)
{
  double scale = tb_scene_get_info (tb_figure_canvas_get_scene (self))->width / MAX ((double) self->page.size.width, 1);

  *x = (*x - (double) self->page.origin.x) * scale;
  *y = (*y - (double) self->page.origin.y) * scale;

  return scale;
}

void
tb_figure_canvas_set_datum (TbFigureCanvas *self,
                            TbDatum         datum)
{
  if (self->datum.series == datum.series && self->datum.row == datum.row)
    return;
  self->datum = datum;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_DATUM_CHANGED], 0);
}

static double
get_device_scale (TbFigureCanvas *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;

  return surface != NULL ? gdk_surface_get_scale (surface) : gtk_widget_get_scale_factor (GTK_WIDGET (self));
}

/* The largest rectangle of the page's proportions that fits. On a telephone held
 * upright, where a landscape page would be a stamp, the figure is only read, and
 * takes the room there is. */
static void
place_page (TbFigureCanvas *self,
            int             width,
            int             height)
{
  const TbChartSpecFields *fields;
  double room_width = MAX (width - 2 * MARGIN_PX, 1);
  double room_height = MAX (height - 2 * MARGIN_PX, 1);
  double magnification;

  if (self->spec == NULL)
    return;
  fields = tb_chart_spec_get (self->spec);
  if (!self->keep_size && room_width < UPRIGHT_MAX_PX && room_height > room_width)
    {
      double upright = MIN (room_height, room_width * UPRIGHT_PROPORTION);

      graphene_rect_init (&self->page, MARGIN_PX, (float) floor ((height - upright) / 2), (float) room_width,
                          (float) floor (upright));
      return;
    }
  magnification = MIN (room_width / fields->width, room_height / fields->height);
  graphene_rect_init (&self->page,
                      (float) floor ((width - fields->width * magnification) / 2),
                      (float) floor ((height - fields->height * magnification) / 2),
                      (float) floor (fields->width * magnification), (float) floor (fields->height * magnification));
}

/* On a small widget the same page is laid out smaller, so that its text, shown
 * at a readable size, has fewer details rather than fewer pixels. */
static TbChartSpec *
dup_spec_for_size (TbFigureCanvas *self)
{
  TbChartSpecFields fields = *tb_chart_spec_get (self->spec);
  double magnification = (double) self->page.size.width / fields.width;

  if (self->keep_size || magnification >= MIN_MAGNIFICATION)
    return tb_chart_spec_ref (self->spec);
  fields.width = (double) self->page.size.width / MIN_MAGNIFICATION;
  fields.height = (double) self->page.size.height / MIN_MAGNIFICATION;
  return tb_chart_spec_new (&fields);
}

static void
request (gpointer data)
{
  TbFigureCanvas *self = data;
  double scale = get_device_scale (self);
  g_autoptr (TbChartSpec) spec = NULL;

  self->request_id = 0;
  if (self->spec == NULL)
    return;
  /* Not laid out yet: the scene is made ready for the window's first frame, which may
   * have need of its words too, and its pixels once their number is known. */
  if (gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    {
      tb_chart_renderer_request (self->renderer, self->dataset, self->spec, self->choose_type, 0, 0);
      return;
    }
  if (self->page.size.width < 8 || self->page.size.height < 8)
    return;
  self->asked_width = (int) ceil ((double) self->page.size.width * scale);
  self->asked_height = (int) ceil ((double) self->page.size.height * scale);
  spec = dup_spec_for_size (self);
  tb_chart_renderer_request (self->renderer, self->dataset, spec, self->choose_type, self->asked_width,
                             self->asked_height);
}

/* Several changes in one turn of the main loop make one picture. */
static void
queue_request (TbFigureCanvas *self)
{
  if (self->request_id == 0)
    self->request_id = g_idle_add_once (request, self);
}

static void
ready_cb (TbFigureCanvas *self)
{
  TbScene *scene = tb_figure_canvas_get_scene (self);

  if (scene != NULL)
    {
      TbRect box;

      tb_figure_canvas_describe (self, _("Chart"));
      if (self->datum.series >= 0 && !tb_scene_find_datum (scene, self->datum, &box))
        tb_figure_canvas_set_datum (self, TB_NO_DATUM);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_READY], 0);
}

static void
tb_figure_canvas_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  TbFigureCanvas *self = TB_FIGURE_CANVAS (widget);
  double scale = get_device_scale (self);

  place_page (self, width, height);
  if ((int) ceil ((double) self->page.size.width * scale) != self->asked_width
      || (int) ceil ((double) self->page.size.height * scale) != self->asked_height)
    queue_request (self);
}

static void
tb_figure_canvas_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 100;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 400 : 225;
}

static void
tb_figure_canvas_dispose (GObject *object)
{
  TbFigureCanvas *self = TB_FIGURE_CANVAS (object);

  g_clear_handle_id (&self->request_id, g_source_remove);
  g_clear_object (&self->renderer);
  g_clear_pointer (&self->dataset, tb_dataset_unref);
  g_clear_pointer (&self->spec, tb_chart_spec_unref);
  G_OBJECT_CLASS (tb_figure_canvas_parent_class)->dispose (object);
}

static void
tb_figure_canvas_class_init (TbFigureCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tb_figure_canvas_dispose;
  widget_class->snapshot = tb_figure_canvas_snapshot;
  widget_class->size_allocate = tb_figure_canvas_size_allocate;
  widget_class->measure = tb_figure_canvas_measure;
  signals[SIGNAL_READY] = g_signal_new ("ready", TB_TYPE_FIGURE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
  signals[SIGNAL_DATUM_CHANGED] = g_signal_new ("datum-changed", TB_TYPE_FIGURE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL,
                                                NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SERIES_CLICKED] = g_signal_new ("series-clicked", TB_TYPE_FIGURE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL,
                                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_SPAN_CHOSEN] = g_signal_new ("span-chosen", TB_TYPE_FIGURE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                              NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "figure");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tb_figure_canvas_init (TbFigureCanvas *self)
{
  self->datum = TB_NO_DATUM;
  self->renderer = tb_chart_renderer_new ();
  g_signal_connect_object (self->renderer, "ready", G_CALLBACK (ready_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Chart"), -1);
  tb_figure_canvas_add_pointer (self);
  tb_figure_canvas_add_keys (self);
  tb_figure_canvas_add_drag (self);
}

/**
 * tb_figure_canvas_set_chart:
 * @self: a canvas
 * @dataset: where the figures are
 * @spec: what to draw, with the page's size
 * @choose_type: whether to draw the type that suits best in place of the spec's
 * @keep_size: whether the page is shown as it is however small the widget
 *
 * Sets what is drawn. The picture before stays until the new one is there;
 * `ready` is emitted then.
 */
void
tb_figure_canvas_set_chart (TbFigureCanvas *self,
                            TbDataset     *dataset,
                            TbChartSpec   *spec,
                            gboolean       choose_type,
                            gboolean       keep_size)
{
  g_return_if_fail (TB_IS_FIGURE_CANVAS (self));

  tb_dataset_ref (dataset);
  g_clear_pointer (&self->dataset, tb_dataset_unref);
  self->dataset = dataset;
  tb_chart_spec_ref (spec);
  g_clear_pointer (&self->spec, tb_chart_spec_unref);
  self->spec = spec;
  self->choose_type = choose_type;
  self->keep_size = keep_size;
  tb_figure_canvas_set_datum (self, TB_NO_DATUM);
  place_page (self, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
  queue_request (self);
}

void
tb_figure_canvas_clear (TbFigureCanvas *self)
{
  g_return_if_fail (TB_IS_FIGURE_CANVAS (self));

  g_clear_handle_id (&self->request_id, g_source_remove);
  g_clear_pointer (&self->spec, tb_chart_spec_unref);
  g_clear_pointer (&self->dataset, tb_dataset_unref);
  tb_chart_renderer_clear (self->renderer);
  tb_figure_canvas_set_datum (self, TB_NO_DATUM);
}

void
tb_figure_canvas_begin (TbFigureCanvas *self)
{
  g_return_if_fail (TB_IS_FIGURE_CANVAS (self));

  if (self->request_id == 0)
    return;
  g_clear_handle_id (&self->request_id, g_source_remove);
  request (self);
}

void
tb_figure_canvas_wait (TbFigureCanvas *self,
                       guint           most_ms)
{
  g_return_if_fail (TB_IS_FIGURE_CANVAS (self));

  tb_chart_renderer_wait (self->renderer, most_ms);
}

TbChartPicture *
tb_figure_canvas_get_picture (TbFigureCanvas *self)
{
  g_return_val_if_fail (TB_IS_FIGURE_CANVAS (self), NULL);

  return tb_chart_renderer_get_picture (self->renderer);
}

gboolean
tb_figure_canvas_is_busy (TbFigureCanvas *self)
{
  g_return_val_if_fail (TB_IS_FIGURE_CANVAS (self), FALSE);

  return self->request_id != 0 || tb_chart_renderer_is_busy (self->renderer);
}

TbDatum
tb_figure_canvas_get_datum (TbFigureCanvas *self)
{
  g_return_val_if_fail (TB_IS_FIGURE_CANVAS (self), TB_NO_DATUM);

  return self->datum;
}

void
tb_figure_canvas_get_span (TbFigureCanvas *self,
                           TbPeriod       *out_from,
                           TbPeriod       *out_to)
{
  g_return_if_fail (TB_IS_FIGURE_CANVAS (self));

  *out_from = self->from;
  *out_to = self->to;
}

/**
 * tb_figure_canvas_set_walkable:
 * @self: a canvas
 * @walkable: whether pointer and keyboard look at single points
 *
 * Makes the figure one that is read, or (a preview) one that is only seen.
 */
void
tb_figure_canvas_set_walkable (TbFigureCanvas *self,
                               gboolean       walkable)
{
  g_return_if_fail (TB_IS_FIGURE_CANVAS (self));

  self->walkable = walkable;
  gtk_widget_set_focusable (GTK_WIDGET (self), walkable);
}
