/* A small drawing of an indicator's figures.
 *
 * The scene is laid out when the row is first drawn, which takes microseconds;
 * rows that are never in sight are never laid out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-sparkline.h"

#include "tb-chart-style.h"
#include "tb-chart.h"
#include "tb-paint-cairo.h"

/* One figure has no course. */
#define MIN_POINTS 2

struct _TbSparkline
{
  GtkWidget        parent_instance;

  TbIndicatorItem *item;
  TbScene         *scene;   /* nullable: not laid out, or there is nothing to draw */
  gboolean         is_laid_out;
  TbStyle          style;
  int              width;
  int              height;
};

G_DEFINE_FINAL_TYPE (TbSparkline, tb_sparkline, GTK_TYPE_WIDGET)

static void
lay_out (TbSparkline *self)
{
  g_autoptr (TbChartSpec) spec = NULL;
  g_autoptr (TbSelection) selection = NULL;
  const TbIndicator *indicator = tb_indicator_item_get_indicator (self->item);
  char *ids[] = { (char *) indicator->id, NULL };
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;

  fields.type = TB_CHART_SPARKLINE;
  fields.indicators = ids;
  fields.place = (char *) tb_indicator_item_get_place (self->item);
  fields.style = self->style;
  fields.width = self->width;
  fields.height = self->height;
  fields.title = fields.subtitle = fields.note = fields.source = fields.description = (char *) "";
  fields.show_values = FALSE;
  spec = tb_chart_spec_new (&fields);
  selection = tb_chart_select (spec, tb_indicator_item_get_dataset (self->item), NULL);
  /* What has no sparkline (one figure, undated figures) leaves its place empty. */
  if (selection != NULL)
    self->scene = tb_chart_layout (spec, selection, tb_text_measure_get_fixed (), NULL);
}

static void
ensure_scene (TbSparkline *self)
{
  TbStyle style = tb_chart_style_for_screen ();
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->is_laid_out && style == self->style && width == self->width && height == self->height)
    return;
  g_clear_pointer (&self->scene, tb_scene_unref);
  self->is_laid_out = TRUE;
  self->style = style;
  self->width = width;
  self->height = height;
  if (self->item != NULL && width > 0 && height > 0)
    lay_out (self);
}

static void
draw (TbSparkline *self,
      GtkSnapshot *snapshot)
{
  cairo_t *cr
    = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) self->width, (float) self->height));

  /* Time runs as on the chart, which is in a language of its own, also where
   * the window is read from the right. */
  tb_paint_cairo (self->scene, cr);
  cairo_destroy (cr);
}

/* Turns the page's background into black (white on a light page), so that it
 * leaves nothing in the mask. */
static void
push_levels (GtkSnapshot *snapshot,
             TbColor      paper,
             gboolean     is_dark)
{
  graphene_matrix_t matrix;
  graphene_vec4_t offset;
  double base[3] = { paper.r, paper.g, paper.b };
  float factor[3];
  float shift[3];

  for (gsize i = 0; i < 3; i++)
    {
      factor[i] = (float) (is_dark ? 1 / MAX (1 - base[i], 0.1) : 1 / MAX (base[i], 0.1));
      shift[i] = (float) (is_dark ? -base[i] / MAX (1 - base[i], 0.1) : 0);
    }
  graphene_matrix_init_from_float (&matrix, (float[16]) { factor[0], 0, 0, 0, 0, factor[1], 0, 0,
                                                          0, 0, factor[2], 0, 0, 0, 0, 1 });
  graphene_vec4_init (&offset, shift[0], shift[1], shift[2], 0);
  gtk_snapshot_push_color_matrix (snapshot, &matrix, &offset);
}

/* A scene has a page's background. Here only its ink is wanted, in the colour
 * of the row's text, on whatever the row stands on: the drawing is the mask. */
static void
tb_sparkline_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  TbSparkline *self = TB_SPARKLINE (widget);
  gboolean is_dark;
  GdkRGBA color;

  ensure_scene (self);
  if (self->scene == NULL || tb_scene_get_n_data (self->scene) < MIN_POINTS)
    return;
  is_dark = self->style == TB_STYLE_DARK || self->style == TB_STYLE_HIGH_CONTRAST_DARK;
  gtk_widget_get_color (widget, &color);
  gtk_snapshot_push_mask (snapshot, is_dark ? GSK_MASK_MODE_LUMINANCE : GSK_MASK_MODE_INVERTED_LUMINANCE);
  push_levels (snapshot, tb_scene_get_info (self->scene)->background, is_dark);
  draw (self, snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (0, 0, (float) self->width, (float) self->height));
  gtk_snapshot_pop (snapshot);
}

static void
tb_sparkline_finalize (GObject *object)
{
  TbSparkline *self = TB_SPARKLINE (object);

  g_clear_object (&self->item);
  g_clear_pointer (&self->scene, tb_scene_unref);
  G_OBJECT_CLASS (tb_sparkline_parent_class)->finalize (object);
}

static void
tb_sparkline_class_init (TbSparklineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = tb_sparkline_finalize;
  widget_class->snapshot = tb_sparkline_snapshot;
  gtk_widget_class_set_css_name (widget_class, "sparkline");
  /* The row says its latest figure; the drawing adds nothing to be spoken. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
tb_sparkline_init (TbSparkline *self)
{
}

/**
 * tb_sparkline_set_item:
 * @self: a sparkline
 * @item: (nullable): whose figures are drawn
 *
 * Draws the figures of another indicator.
 */
void
tb_sparkline_set_item (TbSparkline     *self,
                       TbIndicatorItem *item)
{
  g_return_if_fail (TB_IS_SPARKLINE (self));

  if (!g_set_object (&self->item, item))
    return;
  g_clear_pointer (&self->scene, tb_scene_unref);
  self->is_laid_out = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
