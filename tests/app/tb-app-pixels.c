/* What a window draws, as pixels.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-pixels.h"

guint32 *
tb_app_pixels_render (GtkWidget *native,
                      int        scale,
                      int       *out_width,
                      int       *out_height)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (native);
  g_autoptr (GdkTextureDownloader) downloader = NULL;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  graphene_rect_t whole;
  guint32 *pixels;

  if (!gtk_widget_compute_bounds (native, native, &whole))
    g_error ("%s has no size", gtk_widget_get_css_name (native));
  gtk_snapshot_scale (snapshot, (float) scale, (float) scale);
  /* A widget's origin is within its frame, a paintable's is that of the frame. */
  gtk_snapshot_translate (snapshot, &whole.origin);
  gdk_paintable_snapshot (paintable, snapshot, (double) whole.size.width, (double) whole.size.height);
  node = gtk_snapshot_free_to_node (snapshot);
  *out_width = scale * gtk_widget_get_width (native);
  *out_height = scale * gtk_widget_get_height (native);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (native)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) *out_width, (float) *out_height));
  pixels = g_new (guint32, (gsize) *out_width * (gsize) *out_height);
  downloader = gdk_texture_downloader_new (texture);
  gdk_texture_downloader_set_format (downloader, GDK_MEMORY_R8G8B8A8);
  gdk_texture_downloader_download_into (downloader, (guchar *) pixels, (gsize) *out_width * sizeof (guint32));
  return pixels;
}

TbColor
tb_app_pixels_color (guint32 pixel)
{
  const guchar *bytes = (const guchar *) &pixel;

  return (TbColor) { bytes[0] / 255.0, bytes[1] / 255.0, bytes[2] / 255.0, 1 };
}
