/* The small drawing of a row's figures in the comparison table (C15).
 *
 * The chart's own sparkline is painted once for a row that comes in sight; frames
 * then only blend it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-grid-trend.h"

#include "tb-chart.h"
#include "tb-paint-cairo.h"

#define HEIGHT_PX 20
/* One figure has no course. */
#define MIN_POINTS 2

static TbScene *
lay_out (const TbSelection *selection,
         gsize              i,
         TbLanguage         language)
{
  const TbSeriesInfo *info = tb_series_get_info (tb_selection_get (selection, i)->series);
  g_autoptr (TbSelection) single = tb_selection_new_of (selection, (guint32[]) { (guint32) i }, 1);
  g_autoptr (TbChartSpec) spec = NULL;
  char *ids[] = { (char *) info->indicator->id, NULL };
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;

  fields.type = TB_CHART_SPARKLINE;
  fields.indicators = ids;
  fields.place = info->place != NULL ? (char *) info->place->id : NULL;
  fields.style = TB_STYLE_LIGHT;
  fields.width = TB_GRID_TREND_PX;
  fields.height = HEIGHT_PX;
  fields.language = language;
  /* A title is not drawn, and said. */
  fields.subtitle = fields.note = fields.source = (char *) "";
  fields.show_values = FALSE;
  spec = tb_chart_spec_new (&fields);
  return tb_chart_layout (spec, single, tb_text_measure_get_fixed (), NULL);
}

/* How dark a pixel is on its page, as its opacity: white ink, premultiplied. */
static void
keep_ink (cairo_surface_t *surface,
          TbColor          paper)
{
  guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  double lightest = MAX (0.299 * paper.r + 0.587 * paper.g + 0.114 * paper.b, 0.1);

  cairo_surface_flush (surface);
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    {
      guint32 *row = (guint32 *) (gpointer) (data + y * stride);

      for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
        {
          double light = (0.299 * ((row[x] >> 16) & 0xff) + 0.587 * ((row[x] >> 8) & 0xff) + 0.114 * (row[x] & 0xff))
                         / 255;
          guint32 ink = (guint32) (255 * CLAMP (1 - light / lightest, 0, 1) + 0.5);

          row[x] = ink << 24 | ink << 16 | ink << 8 | ink;
        }
    }
  cairo_surface_mark_dirty (surface);
}

static GdkTexture *
new_texture (cairo_surface_t *surface)
{
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) stride * (gsize) height);

  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height, GDK_MEMORY_DEFAULT, bytes,
                                 (gsize) stride);
}

GdkTexture *
tb_grid_trend_new (GtkWidget         *widget,
                   const TbSelection *selection,
                   gsize              i,
                   TbLanguage         language,
                   char             **out_words)
{
  g_autoptr (TbScene) scene = lay_out (selection, i, language);
  int scale = gtk_widget_get_scale_factor (widget);
  cairo_surface_t *surface;
  GdkTexture *texture;
  cairo_t *cr;

  if (scene == NULL || tb_scene_get_n_data (scene) < MIN_POINTS)
    return NULL;
  *out_words = g_strdup (tb_scene_get_info (scene)->description);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, TB_GRID_TREND_PX * scale, HEIGHT_PX * scale);
  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  tb_paint_cairo (scene, cr);
  cairo_destroy (cr);
  keep_ink (surface, tb_scene_get_info (scene)->background);
  texture = new_texture (surface);
  cairo_surface_destroy (surface);
  return texture;
}

/* Time runs as on the chart also where the window is read from the right. */
void
tb_grid_trend_snapshot (GdkTexture  *trend,
                        GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  /* Between pixels it would blur. */
  int x = (gtk_widget_get_width (widget) - TB_GRID_TREND_PX) / 2;
  int y = (gtk_widget_get_height (widget) - HEIGHT_PX) / 2;
  graphene_rect_t place = GRAPHENE_RECT_INIT ((float) x, (float) y, TB_GRID_TREND_PX, HEIGHT_PX);
  graphene_matrix_t matrix;
  graphene_vec4_t offset;
  GdkRGBA color;

  gtk_widget_get_color (widget, &color);
  graphene_matrix_init_scale (&matrix, color.red, color.green, color.blue);
  graphene_vec4_init (&offset, 0, 0, 0, 0);
  gtk_snapshot_push_color_matrix (snapshot, &matrix, &offset);
  gtk_snapshot_append_texture (snapshot, trend, &place);
  gtk_snapshot_pop (snapshot);
}
