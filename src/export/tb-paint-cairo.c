/* Paints a scene with Cairo: on the screen, into PNG and PDF.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-paint-cairo.h"

#include "tb-ink-private.h"
#include "tb-paint-private.h"
#include "tb-pixel-grid-private.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const TbScene         *scene;
  const TbShapedText    *text;
  const TbDocumentFonts *fonts;   /* NULL: text is drawn in the fonts it was shaped in */
  cairo_t               *cr;
  TbPixelGrid            grid;
  TbColor                background;
} Painter;

static void
set_color (cairo_t *cr,
           TbColor  color)
{
  cairo_set_source_rgba (cr, color.r, color.g, color.b, color.a);
}

/* Lines instead of a pattern: a pattern would be rasterised or tiled in a PDF. */
static void
fill_with_hatch (Painter *self,
                 TbColor  color)
{
  double step = TB_HATCH_SPACING_PX * G_SQRT2;
  double x1, y1, x2, y2;

  cairo_save (self->cr);
  cairo_clip_preserve (self->cr);
  cairo_path_extents (self->cr, &x1, &y1, &x2, &y2);
  cairo_new_path (self->cr);
  set_color (self->cr, self->background);
  cairo_rectangle (self->cr, x1, y1, x2 - x1, y2 - y1);
  cairo_fill (self->cr);
  for (double c = (floor ((x1 + y1) / step) - 0.5) * step; c < x2 + y2 + step; c += step)
    {
      cairo_move_to (self->cr, c - y1 + step, y1 - step);
      cairo_line_to (self->cr, c - y2 - step, y2 + step);
    }
  set_color (self->cr, color);
  cairo_set_line_width (self->cr, TB_HATCH_WIDTH_PX);
  cairo_set_dash (self->cr, NULL, 0, 0);
  cairo_stroke (self->cr);
  cairo_restore (self->cr);
}

static void
fill (Painter       *self,
      const TbPaint *paint)
{
  switch (paint->fill)
    {
    case TB_FILL_NONE:
      break;
    case TB_FILL_SOLID:
      set_color (self->cr, paint->fill_color);
      cairo_fill_preserve (self->cr);
      break;
    case TB_FILL_HATCH:
      {
        cairo_path_t *path = cairo_copy_path (self->cr);

        fill_with_hatch (self, paint->fill_color);
        cairo_new_path (self->cr);
        cairo_append_path (self->cr, path);
        cairo_path_destroy (path);
      }
      break;
    }
}

static void
stroke (Painter       *self,
        const TbPaint *paint,
        double         width)
{
  if (paint->stroke_width > 0)
    {
      const double dashes[] = { TB_DASH_ON_PX (paint->stroke_width), TB_DASH_OFF_PX (paint->stroke_width) };

      set_color (self->cr, paint->stroke_color);
      cairo_set_line_width (self->cr, width);
      cairo_set_dash (self->cr, dashes, paint->dashed ? 2 : 0, 0);
      cairo_stroke_preserve (self->cr);
    }
  cairo_new_path (self->cr);
}

static void
paint_rect (Painter      *self,
            const TbNode *node)
{
  TbRect rect = node->rect;
  double width = node->paint.stroke_width;

  if (width > 0)
    tb_pixel_grid_snap_outline (&self->grid, &rect, &width);
  else
    rect = tb_pixel_grid_snap_rect (&self->grid, rect);
  cairo_set_line_join (self->cr, CAIRO_LINE_JOIN_MITER);
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_BUTT);
  cairo_rectangle (self->cr, rect.x, rect.y, rect.width, rect.height);
  fill (self, &node->paint);
  stroke (self, &node->paint, width);
}

static void
paint_path (Painter      *self,
            const TbNode *node)
{
  gsize n;
  const TbPathElement *elements = tb_scene_get_path (self->scene, node, &n);
  gboolean is_closed = n > 0 && elements[n - 1].op == TB_PATH_CLOSE;

  for (gsize i = 0; i < n; i++)
    {
      switch (elements[i].op)
        {
        case TB_PATH_MOVE:
          cairo_move_to (self->cr, elements[i].x, elements[i].y);
          break;
        case TB_PATH_LINE:
          cairo_line_to (self->cr, elements[i].x, elements[i].y);
          break;
        case TB_PATH_CLOSE:
          cairo_close_path (self->cr);
          break;
        }
    }
  cairo_set_line_join (self->cr, is_closed ? CAIRO_LINE_JOIN_MITER : CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (self->cr, is_closed || node->paint.dashed ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
  fill (self, &node->paint);
  stroke (self, &node->paint, node->paint.stroke_width);
}

static void
paint_circle (Painter      *self,
              const TbNode *node)
{
  cairo_new_sub_path (self->cr);
  cairo_arc (self->cr, node->circle.x, node->circle.y, node->circle.radius, 0, 2 * G_PI);
  cairo_close_path (self->cr);
  fill (self, &node->paint);
  stroke (self, &node->paint, node->paint.stroke_width);
}

static void
paint_line (Painter      *self,
            const TbNode *node)
{
  double x1 = node->line.x1;
  double y1 = node->line.y1;
  double x2 = node->line.x2;
  double y2 = node->line.y2;
  double width = node->paint.stroke_width;

  tb_pixel_grid_snap_line (&self->grid, &x1, &y1, &x2, &y2, &width);
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_BUTT);
  cairo_move_to (self->cr, x1, y1);
  cairo_line_to (self->cr, x2, y2);
  stroke (self, &node->paint, width);
}

/* What is left to read of the PNG. */
typedef struct
{
  const guint8 *bytes;
  gsize         n;
} PngSource;

static cairo_status_t
read_png_cb (void          *data,
             unsigned char *out,
             unsigned int   n)
{
  PngSource *source = data;

  if (n > source->n)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (out, source->bytes, n);
  source->bytes += n;
  source->n -= n;

  return CAIRO_STATUS_SUCCESS;
}

/* A damaged picture leaves its place empty: whoever reads it in refuses it. */
static void
paint_image (Painter      *self,
             const TbNode *node)
{
  PngSource source;
  const TbRect *rect = &node->image.rect;
  cairo_surface_t *picture;

  source.bytes = g_bytes_get_data (node->image.png, &source.n);
  picture = cairo_image_surface_create_from_png_stream (read_png_cb, &source);
  if (cairo_surface_status (picture) == CAIRO_STATUS_SUCCESS && rect->width > 0 && rect->height > 0)
    {
      cairo_save (self->cr);
      cairo_translate (self->cr, rect->x, rect->y);
      cairo_scale (self->cr, rect->width / cairo_image_surface_get_width (picture),
                   rect->height / cairo_image_surface_get_height (picture));
      cairo_set_source_surface (self->cr, picture, 0, 0);
      cairo_pattern_set_filter (cairo_get_source (self->cr), CAIRO_FILTER_BEST);
      /* Nothing around the picture shines through at its edges; documents keep it as it is. */
      if (self->grid.active)
        cairo_pattern_set_extend (cairo_get_source (self->cr), CAIRO_EXTEND_PAD);
      cairo_rectangle (self->cr, 0, 0, cairo_image_surface_get_width (picture),
                       cairo_image_surface_get_height (picture));
      cairo_fill (self->cr);
      cairo_restore (self->cr);
    }
  cairo_surface_destroy (picture);
}

static void
paint_text (Painter      *self,
            const TbNode *node)
{
  PangoLayoutLine *line = tb_shaped_text_get_line (self->text, node);

  set_color (self->cr, node->text.color);
  cairo_move_to (self->cr, tb_shaped_text_get_x (self->text, node), node->text.y);
  if (self->fonts != NULL)
    tb_document_fonts_show (self->fonts, self->cr, line);
  else
    pango_cairo_show_layout_line (self->cr, line);
  cairo_new_path (self->cr);
}

static void
begin_clip (Painter *self,
            TbRect   rect)
{
  TbRect snapped = tb_pixel_grid_widen_rect (&self->grid, rect);

  cairo_save (self->cr);
  cairo_rectangle (self->cr, snapped.x, snapped.y, snapped.width, snapped.height);
  cairo_clip (self->cr);
}

static void
paint_node (Painter      *self,
            const TbNode *node)
{
  switch (node->kind)
    {
    case TB_NODE_GROUP_BEGIN:
    case TB_NODE_GROUP_END:
      break;
    case TB_NODE_CLIP_BEGIN:
      begin_clip (self, node->rect);
      break;
    case TB_NODE_CLIP_END:
      cairo_restore (self->cr);
      break;
    case TB_NODE_RECT:
      paint_rect (self, node);
      break;
    case TB_NODE_PATH:
      paint_path (self, node);
      break;
    case TB_NODE_CIRCLE:
      paint_circle (self, node);
      break;
    case TB_NODE_LINE:
      paint_line (self, node);
      break;
    case TB_NODE_IMAGE:
      paint_image (self, node);
      break;
    case TB_NODE_TEXT:
      paint_text (self, node);
      break;
    }
}

static void
paint_background (const TbSceneInfo *info,
                  cairo_t           *cr)
{
  if (info->transparent || info->background.a <= 0)
    return;
  set_color (cr, info->background);
  cairo_rectangle (cr, 0, 0, info->width, info->height);
  cairo_fill (cr);
}

static void
paint_nodes (Painter *self)
{
  gsize n;
  const TbNode *nodes = tb_scene_get_nodes (self->scene, &n);

  for (gsize i = 0; i < n; i++)
    paint_node (self, &nodes[i]);
}

/**
 * tb_paint_document:
 * @text: the texts of the figure
 * @fonts: the fonts that the document embeds
 * @cr: its page; one unit of its space is a logical px
 *
 * Paints a figure into a document, with structure tags.
 *
 * Errors: those of Cairo stay in @cr and its surface; the caller looks there.
 * Thread: that of @text.
 */
void
tb_paint_document (const TbShapedText    *text,
                   const TbDocumentFonts *fonts,
                   cairo_t               *cr)
{
  const TbScene *scene = tb_shaped_text_get_scene (text);
  const TbSceneInfo *info = tb_scene_get_info (scene);
  Painter self = { .scene = scene, .text = text, .fonts = fonts, .cr = cr, .background = info->background };

  cairo_save (cr);
  tb_pixel_grid_init (&self.grid, cr);
  /* Painting inside of an open tag can break the file without a word of Cairo's. */
  paint_background (info, cr);
  cairo_tag_begin (cr, "Document", NULL);
  cairo_tag_begin (cr, "Figure", NULL);
  paint_nodes (&self);
  cairo_tag_end (cr, "Figure");
  cairo_tag_end (cr, "Document");
  cairo_restore (cr);
}

/**
 * tb_paint_cairo:
 * @scene: what to paint
 * @cr: into what; one unit of its space is a logical px
 *
 * Paints a scene. Lines and edges along the axes are moved onto whole pixels
 * where the target has pixels; vector targets get the exact coordinates.
 *
 * Errors: those of Cairo stay in @cr and its surface; the caller looks there.
 * Thread: any, one at a time for one context.
 */
void
tb_paint_cairo (const TbScene *scene,
                cairo_t       *cr)
{
  g_autoptr (TbShapedText) text = tb_shaped_text_new (scene);

  tb_paint_shaped (text, cr);
}

/**
 * tb_paint_shaped:
 * @text: the texts of the figure
 * @cr: into what; one unit of its space is a logical px
 *
 * Paints a scene whose texts are shaped already, as tb_paint_cairo() does.
 */
void
tb_paint_shaped (const TbShapedText *text,
                 cairo_t            *cr)
{
  const TbScene *scene = tb_shaped_text_get_scene (text);
  const TbSceneInfo *info = tb_scene_get_info (scene);
  Painter self = { .scene = scene, .text = text, .cr = cr, .background = info->background };

  cairo_save (cr);
  tb_pixel_grid_init (&self.grid, cr);
  paint_background (info, cr);
  paint_nodes (&self);
  cairo_restore (cr);
}
