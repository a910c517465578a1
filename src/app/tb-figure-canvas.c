/* A figure on its page, with the point that is looked at.
 *
 * The picture is made elsewhere (TbChartRenderer). The point is marked by a few
 * nodes above it, so that moving the pointer renders nothing anew.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-figure-canvas.h"

#include "tb-figure-zoom.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* How far from a mark the pointer still means it, in widget pixels. */
#define REACH_PX 28.0
/* Under this magnification the text of a page is too small for a screen. */
#define MIN_MAGNIFICATION 0.72
#define UPRIGHT_MAX_PX 480
#define UPRIGHT_PROPORTION 1.2
#define CORNER_PX 8.0f
#define MARGIN_PX 12
/* A shorter drag is a click. */
#define LEAST_DRAG_PX 8.0
/* How far beside the name of a series a click still means it. */
#define NAME_REACH_PX 4.0
/* A figure may stand in so many panels. */
#define MOST_BOXES 16

struct _TbFigureCanvas
{
  GtkWidget        parent_instance;

  TbChartRenderer *renderer;
  TbDataset       *dataset;
  TbChartSpec     *spec;
  gboolean         choose_type;
  gboolean         keep_size;
  gboolean         walkable;
  TbDatum          datum;
  graphene_rect_t  page;          /* where the figure is, widget pixels */
  guint            request_id;
  gboolean         is_dragging;   /* over a span */
  double           drag_from;     /* widget pixels */
  double           drag_to;
  double           drag_y;
  TbPeriod         from;          /* the span chosen last */
  TbPeriod         to;
  int              asked_width;   /* of the last request, device pixels */
  int              asked_height;
};

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

static TbScene *
get_scene (TbFigureCanvas *self)
{
  TbChartPicture *picture = tb_chart_renderer_get_picture (self->renderer);

  return picture != NULL ? picture->scene : NULL;
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
  if (self->spec == NULL || self->page.size.width < 8 || self->page.size.height < 8)
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
set_datum (TbFigureCanvas *self,
           TbDatum        datum)
{
  if (self->datum.series == datum.series && self->datum.row == datum.row)
    return;
  self->datum = datum;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_DATUM_CHANGED], 0);
}

static void
ready_cb (TbFigureCanvas *self)
{
  TbScene *scene = get_scene (self);

  if (scene != NULL)
    {
      const TbSceneInfo *info = tb_scene_get_info (scene);
      TbRect box;

      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      info->title != NULL && *info->title != '\0' ? info->title : _("Chart"),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      info->description != NULL ? info->description : "", -1);
      if (self->datum.series >= 0 && !tb_scene_find_datum (scene, self->datum, &box))
        set_datum (self, TB_NO_DATUM);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_READY], 0);
}

/* From places of the widget to those of the scene; returns how many logical px a
 * pixel of the widget is. */
static double
to_scene (TbFigureCanvas *self,
          double         *x,
          double         *y)
{
  double scale = tb_scene_get_info (get_scene (self))->width / MAX ((double) self->page.size.width, 1);

  *x = (*x - (double) self->page.origin.x) * scale;
  *y = (*y - (double) self->page.origin.y) * scale;

  return scale;
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           TbFigureCanvas            *self)
{
  TbScene *scene = get_scene (self);
  double scale;

  if (scene == NULL || !self->walkable || self->is_dragging)
    return;
  scale = to_scene (self, &x, &y);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   tb_scene_hit_series (scene, x, y, NAME_REACH_PX * scale) >= 0 ? "pointer" : NULL);
  set_datum (self, tb_scene_hit_test (scene, x, y, REACH_PX * scale));
}

static void
leave_cb (TbFigureCanvas *self)
{
  if (!gtk_widget_has_focus (GTK_WIDGET (self)))
    set_datum (self, TB_NO_DATUM);
}

static void
focus_leave_cb (TbFigureCanvas *self)
{
  set_datum (self, TB_NO_DATUM);
}

static void
pressed_cb (TbFigureCanvas *self)
{
  if (self->walkable)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* The plot that a drag began in. */
static const TbScenePlot *
find_dragged_plot (TbFigureCanvas *self,
                   double          x,
                   double          y)
{
  TbScene *scene = get_scene (self);

  if (scene == NULL || !self->walkable)
    return NULL;
  to_scene (self, &x, &y);

  return tb_scene_find_plot (scene, x, y);
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               TbFigureCanvas *self)
{
  pressed_cb (self);
  self->is_dragging = FALSE;
  self->drag_from = self->drag_to = x;
  self->drag_y = y;
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          dx,
                double          dy,
                TbFigureCanvas *self)
{
  self->drag_to = self->drag_from + dx;
  if (fabs (dx) < LEAST_DRAG_PX && !self->is_dragging)
    return;
  if (find_dragged_plot (self, self->drag_from, self->drag_y) == NULL)
    return;
  self->is_dragging = TRUE;
  set_datum (self, TB_NO_DATUM);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
click (TbFigureCanvas *self,
       double          x,
       double          y)
{
  TbScene *scene = get_scene (self);
  double scale;
  int series;

  if (scene == NULL || !self->walkable)
    return;
  scale = to_scene (self, &x, &y);
  series = tb_scene_hit_series (scene, x, y, NAME_REACH_PX * scale);
  if (series >= 0)
    g_signal_emit (self, signals[SIGNAL_SERIES_CLICKED], 0, series);
}

static void
drag_end_cb (GtkGestureDrag *gesture,
             double          dx,
             double          dy,
             TbFigureCanvas *self)
{
  gboolean was_dragging = self->is_dragging;

  self->is_dragging = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (was_dragging)
    tb_figure_canvas_choose_span (self, self->drag_from, self->drag_from + dx, self->drag_y);
  else if (fabs (dx) < LEAST_DRAG_PX && fabs (dy) < LEAST_DRAG_PX)
    click (self, self->drag_from, self->drag_y);
}

static void
drag_cancel_cb (TbFigureCanvas *self)
{
  self->is_dragging = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                TbFigureCanvas        *self)
{
  TbChartStep step;
  double factor;
  double shift;

  if (self->walkable && tb_figure_zoom_from_key (key, state, &factor, &shift))
    {
      tb_figure_canvas_zoom (self, factor, shift);
      return GDK_EVENT_STOP;
    }
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if ((key == GDK_KEY_h || key == GDK_KEY_H) && self->datum.series >= 0)
    {
      g_signal_emit (self, signals[SIGNAL_SERIES_CLICKED], 0, self->datum.series);
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_Escape && self->datum.series >= 0)
    {
      set_datum (self, TB_NO_DATUM);
      return GDK_EVENT_STOP;
    }
  return tb_chart_step_from_key (key, &step) && tb_figure_canvas_walk (self, step);
}

static GdkRGBA
get_accent (void)
{
  GdkRGBA rgba = { 0.90f, 0.38f, 0.0f, 1.0f };

  return rgba;
}

/* A ring around a small mark, a frame around a large one, and a hair line down
 * to the axis for the eye. */
static void
snapshot_datum (TbFigureCanvas *self,
                GtkSnapshot   *snapshot)
{
  TbScene *scene = get_scene (self);
  GdkRGBA color = get_accent ();
  float border[4] = { 2, 2, 2, 2 };
  float scale;
  TbRect boxes[MOST_BOXES];
  gsize n;

  if (scene == NULL || self->datum.series < 0)
    return;
  n = tb_scene_find_boxes (scene, self->datum, boxes, MOST_BOXES);
  scale = self->page.size.width / (float) tb_scene_get_info (scene)->width;
  for (gsize i = 0; i < n; i++)
    {
      const TbRect *box = &boxes[i];
      GskRoundedRect ring;

      gsk_rounded_rect_init_from_rect (&ring,
                                       &GRAPHENE_RECT_INIT (self->page.origin.x + (float) box->x * scale - 3,
                                                            self->page.origin.y + (float) box->y * scale - 3,
                                                            (float) box->width * scale + 6, (float) box->height * scale + 6),
                                       MIN ((float) MIN (box->width, box->height) * scale / 2 + 3, 6));
      gtk_snapshot_append_border (snapshot, &ring, border, (GdkRGBA[4]) { color, color, color, color });
    }
}

/* The span that is being dragged over, as high as its plot. */
static void
snapshot_drag (TbFigureCanvas *self,
               GtkSnapshot    *snapshot)
{
  const TbScenePlot *plot = self->is_dragging ? find_dragged_plot (self, self->drag_from, self->drag_y) : NULL;
  GdkRGBA color = get_accent ();
  float scale;
  float left;
  float right;
  graphene_rect_t band;

  if (plot == NULL)
    return;
  scale = self->page.size.width / (float) tb_scene_get_info (get_scene (self))->width;
  left = self->page.origin.x + (float) plot->rect.x * scale;
  right = left + (float) plot->rect.width * scale;
  graphene_rect_init (&band, CLAMP ((float) MIN (self->drag_from, self->drag_to), left, right),
                      self->page.origin.y + (float) plot->rect.y * scale, 0, (float) plot->rect.height * scale);
  band.size.width = CLAMP ((float) MAX (self->drag_from, self->drag_to), left, right) - band.origin.x;
  color.alpha = 0.16f;
  gtk_snapshot_append_color (snapshot, &color, &band);
}

static void
tb_figure_canvas_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  TbFigureCanvas *self = TB_FIGURE_CANVAS (widget);
  TbChartPicture *picture = tb_chart_renderer_get_picture (self->renderer);
  GskRoundedRect paper;
  GdkRGBA edge;

  if (picture == NULL || picture->texture == NULL || self->page.size.width < 1)
    return;
  gsk_rounded_rect_init_from_rect (&paper, &self->page, CORNER_PX);
  gtk_snapshot_append_outset_shadow (snapshot, &paper, &(GdkRGBA) { 0, 0, 0, 0.20f }, 0, 1, 0, 4);
  gtk_widget_get_color (widget, &edge);
  edge.alpha *= 0.12f;
  gtk_snapshot_append_outset_shadow (snapshot, &paper, &edge, 0, 0, 1, 0);
  gtk_snapshot_push_rounded_clip (snapshot, &paper);
  gtk_snapshot_append_scaled_texture (snapshot, picture->texture, GSK_SCALING_FILTER_LINEAR, &self->page);
  gtk_snapshot_pop (snapshot);
  snapshot_datum (self, snapshot);
  snapshot_drag (self, snapshot);
  if (gtk_widget_has_visible_focus (widget))
    {
      GdkRGBA color;
      float border[4] = { 2, 2, 2, 2 };

      gtk_widget_get_color (widget, &color);
      color.alpha *= 0.5f;
      gsk_rounded_rect_shrink (&paper, -4, -4, -4, -4);
      gtk_snapshot_append_border (snapshot, &paper, border, (GdkRGBA[4]) { color, color, color, color });
    }
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
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 150;
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
  signals[SIGNAL_SERIES_CLICKED] = g_signal_new ("series-clicked", TB_TYPE_FIGURE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                                 NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_SPAN_CHOSEN] = g_signal_new ("span-chosen", TB_TYPE_FIGURE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                              NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "figure");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
add_controllers (TbFigureCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (drag_cancel_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, key);
  gtk_widget_add_controller (widget, focus);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
}

static void
tb_figure_canvas_init (TbFigureCanvas *self)
{
  self->datum = TB_NO_DATUM;
  self->renderer = tb_chart_renderer_new ();
  g_signal_connect_object (self->renderer, "ready", G_CALLBACK (ready_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Chart"), -1);
  add_controllers (self);
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
  set_datum (self, TB_NO_DATUM);
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
  set_datum (self, TB_NO_DATUM);
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

/**
 * tb_figure_canvas_dup_readout:
 * @self: a canvas
 *
 * Tells all about the point that is looked at, and what it can be compared with.
 *
 * Returns: (transfer full) (nullable): the sentence; %NULL where there is no point
 */
char *
tb_figure_canvas_dup_readout (TbFigureCanvas *self)
{
  TbChartPicture *picture;

  g_return_val_if_fail (TB_IS_FIGURE_CANVAS (self), NULL);

  picture = tb_chart_renderer_get_picture (self->renderer);
  if (self->datum.series < 0 || picture == NULL || picture->selection == NULL)
    return NULL;
  return tb_chart_dup_readout (picture->spec, picture->selection, self->datum);
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
 * tb_figure_canvas_zoom:
 * @self: a canvas
 * @factor: of the span to the shown one; 0: all there is
 * @shift: of its middle, in spans
 *
 * Asks for another span of time, as the keys do.
 *
 * Returns: whether there is another one to show
 */
gboolean
tb_figure_canvas_zoom (TbFigureCanvas *self,
                       double          factor,
                       double          shift)
{
  g_return_val_if_fail (TB_IS_FIGURE_CANVAS (self), FALSE);

  if (!tb_figure_zoom_find (tb_chart_renderer_get_picture (self->renderer), self->datum, factor, shift, &self->from, &self->to))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return FALSE;
    }
  g_signal_emit (self, signals[SIGNAL_SPAN_CHOSEN], 0);
  return TRUE;
}

/**
 * tb_figure_canvas_choose_span:
 * @self: a canvas
 * @x1: widget pixels
 * @x2: likewise
 * @y: likewise, in a plot
 *
 * Asks for the span between two places of a plot, as dragging does.
 *
 * Returns: whether at least two periods are there
 */
gboolean
tb_figure_canvas_choose_span (TbFigureCanvas *self,
                              double          x1,
                              double          x2,
                              double          y)
{
  TbChartPicture *picture;
  const TbScenePlot *plot;
  double other = y;

  g_return_val_if_fail (TB_IS_FIGURE_CANVAS (self), FALSE);

  picture = tb_chart_renderer_get_picture (self->renderer);
  plot = find_dragged_plot (self, x1, y);
  if (plot == NULL || picture->selection == NULL)
    return FALSE;
  to_scene (self, &x1, &y);
  to_scene (self, &x2, &other);
  if (!tb_chart_find_span (picture->selection, picture->scene, plot, x1, x2, &self->from, &self->to))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return FALSE;
    }
  g_signal_emit (self, signals[SIGNAL_SPAN_CHOSEN], 0);
  return TRUE;
}

/**
 * tb_figure_canvas_walk:
 * @self: a canvas
 * @step: where to go
 *
 * Goes to another point, as the arrow keys do, and tells it to screen readers.
 *
 * Returns: whether there is a point
 */
gboolean
tb_figure_canvas_walk (TbFigureCanvas *self,
                       TbChartStep     step)
{
  TbScene *scene;
  TbDatum datum;
  g_autofree char *readout = NULL;

  g_return_val_if_fail (TB_IS_FIGURE_CANVAS (self), FALSE);

  scene = get_scene (self);
  if (scene == NULL || !self->walkable)
    return FALSE;
  datum = tb_chart_walk (scene, self->datum, step);
  if (datum.series < 0)
    return FALSE;
  set_datum (self, datum);
  readout = tb_figure_canvas_dup_readout (self);
  if (readout != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), readout, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  return TRUE;
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
