/* The floor of charts: the figure of bench-peers by Cairo and Pango alone, with
 * nothing of a program around it.
 *
 * Usage: floor-cairo pdf|png OUT N-CHARTS
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <cairo-pdf.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <stdlib.h>

#define WIDTH 1600
#define HEIGHT 900

static void
show_text (PangoLayout *layout,
           cairo_t     *cr,
           const char  *font,
           const char  *text,
           double       x,
           double       y)
{
  PangoFontDescription *description = pango_font_description_from_string (font);

  pango_layout_set_font_description (layout, description);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
  pango_font_description_free (description);
}

static void
draw_series (cairo_t *cr,
             double   base,
             double   step,
             double   red)
{
  cairo_set_source_rgb (cr, red, 0.3, 0.5);
  for (int i = 1; i <= 40; i++)
    cairo_line_to (cr, 60 + i * 37, 860 - (base + i * step + 4000 * sin (i * 1.3)) / 100);
  cairo_stroke_preserve (cr);
  cairo_new_path (cr);
  for (int i = 1; i <= 40; i++)
    {
      cairo_arc (cr, 60 + i * 37, 860 - (base + i * step + 4000 * sin (i * 1.3)) / 100, 3, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static void
draw (cairo_t *cr,
      int      chart)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  g_autofree char *title = g_strdup_printf ("地区生产总值：第%d号图", chart);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0.1, 0.1, 0.1);
  show_text (layout, cr, "Noto Sans CJK SC Bold 20px", title, 20, 10);
  show_text (layout, cr, "Noto Sans CJK SC 14px", "亿元", 20, 50);
  show_text (layout, cr, "Noto Sans CJK SC 14px", "第二产业增加值", 1400, 100);
  show_text (layout, cr, "Noto Sans CJK SC 14px", "第三产业增加值", 1400, 400);
  show_text (layout, cr, "Noto Sans CJK SC 14px", "资料来源：国家统计局", 20, 870);
  for (int i = 0; i < 10; i++)
    {
      g_autofree char *year = g_strdup_printf ("%d年", 2014 + i);
      g_autofree char *number = g_strdup_printf ("%d", 10000 * i);

      show_text (layout, cr, "Noto Sans CJK SC 13px", year, 80 + i * 148, 850);
      show_text (layout, cr, "Noto Sans CJK SC 13px", number, 10, 830 - i * 80);
      cairo_set_line_width (cr, 1);
      cairo_move_to (cr, 60, 840 - i * 80);
      cairo_line_to (cr, 1580, 840 - i * 80);
      cairo_stroke (cr);
    }
  cairo_set_line_width (cr, 2);
  draw_series (cr, 50000, 700, 0.1);
  draw_series (cr, 30000, 500, 0.8);
  g_object_unref (layout);
}

static void
write_one (const char *format,
           const char *file,
           int         chart)
{
  gboolean is_pdf = g_str_equal (format, "pdf");
  cairo_surface_t *surface = is_pdf ? cairo_pdf_surface_create (file, WIDTH * 0.75, HEIGHT * 0.75)
                                    : cairo_image_surface_create (CAIRO_FORMAT_RGB24, 2 * WIDTH, 2 * HEIGHT);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, is_pdf ? 0.75 : 2, is_pdf ? 0.75 : 2);
  draw (cr, chart);
  cairo_destroy (cr);
  if (!is_pdf)
    cairo_surface_write_to_png (surface, file);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
}

int
main (int    argc,
      char **argv)
{
  int n_charts = argc == 4 ? atoi (argv[3]) : 0;

  for (int i = 1; i <= n_charts; i++)
    {
      g_autofree char *file = n_charts == 1 ? g_strdup (argv[2]) : g_strdup_printf ("%s-%d", argv[2], i);

      write_one (argv[1], file, i);
    }

  return n_charts > 0 ? 0 : 2;
}
