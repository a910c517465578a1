/* Figures as SVG, with text as text, or as outlines where that is asked for.
 *
 * Cairo's SVG surface turns text into outlines, which can be neither searched
 * nor read aloud; this writes what the scene says.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-export-private.h"

#include "tb-font-report.h"
#include "tb-ink-private.h"
#include "tb-markup-private.h"
#include "tb-svg-private.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const TbScene *scene;
  GString       *out;
  guint          depth;
  const char    *family;   /* of the root element */
  TbShapedText  *text;     /* NULL: text stays text */
} SvgWriter;

static const char *const role_classes[] = { NULL, "figure", "frame", "plot", "axis", "grid",
                                            "series", "mark", "label", "legend" };

static void
indent (SvgWriter *self)
{
  g_string_append_printf (self->out, "%*s", (int) self->depth * 2, "");
}

/* Names tell what is defined, so that figures put into one page agree on them. */
static void
append_hatch_id (GString *out,
                 TbColor  color)
{
  g_string_append (out, "tb-hatch-");
  tb_svg_append_hex (out, color);
  if (color.a < 1)
    g_string_append_printf (out, "-%02x", (guint) lround (CLAMP (color.a, 0, 1) * 255));
}

static void
append_clip_id (GString *out,
                TbRect   rect)
{
  const double numbers[] = { rect.x, rect.y, rect.width, rect.height };

  g_string_append (out, "tb-clip");
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_string_append_c (out, '-');
      tb_svg_append_number (out, numbers[i]);
    }
}

static char *
dup_hatch (SvgWriter *self,
           TbColor    color)
{
  GString *out = g_string_new ("<pattern id=\"");

  append_hatch_id (out, color);
  g_string_append (out, "\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"");
  tb_svg_append_attribute (out, "width", TB_HATCH_SPACING_PX);
  tb_svg_append_attribute (out, "height", TB_HATCH_SPACING_PX);
  g_string_append (out, "><rect");
  tb_svg_append_attribute (out, "width", TB_HATCH_SPACING_PX);
  tb_svg_append_attribute (out, "height", TB_HATCH_SPACING_PX);
  tb_svg_append_color (out, "fill", tb_scene_get_info (self->scene)->background);
  g_string_append (out, "/><rect");
  tb_svg_append_attribute (out, "x", (TB_HATCH_SPACING_PX - TB_HATCH_WIDTH_PX) / 2);
  tb_svg_append_attribute (out, "width", TB_HATCH_WIDTH_PX);
  tb_svg_append_attribute (out, "height", TB_HATCH_SPACING_PX);
  tb_svg_append_color (out, "fill", color);
  g_string_append (out, "/></pattern>");

  return g_string_free_and_steal (out);
}

static char *
dup_clip (TbRect rect)
{
  GString *out = g_string_new ("<clipPath id=\"");

  append_clip_id (out, rect);
  g_string_append (out, "\"><rect");
  tb_svg_append_attribute (out, "x", rect.x);
  tb_svg_append_attribute (out, "y", rect.y);
  tb_svg_append_attribute (out, "width", rect.width);
  tb_svg_append_attribute (out, "height", rect.height);
  g_string_append (out, "/></clipPath>");

  return g_string_free_and_steal (out);
}

static void
append_definitions (SvgWriter *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gsize n;
  const TbNode *nodes = tb_scene_get_nodes (self->scene, &n);

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *definition = NULL;

      if (nodes[i].kind == TB_NODE_CLIP_BEGIN)
        definition = dup_clip (nodes[i].rect);
      else if (nodes[i].paint.fill == TB_FILL_HATCH)
        definition = dup_hatch (self, nodes[i].paint.fill_color);
      if (definition == NULL || g_hash_table_contains (seen, definition))
        continue;
      if (g_hash_table_size (seen) == 0)
        g_string_append (self->out, "  <defs>\n");
      g_string_append_printf (self->out, "    %s\n", definition);
      g_hash_table_add (seen, g_steal_pointer (&definition));
    }
  if (g_hash_table_size (seen) > 0)
    g_string_append (self->out, "  </defs>\n");
}

static void
append_paint (SvgWriter     *self,
              const TbPaint *paint)
{
  switch (paint->fill)
    {
    case TB_FILL_NONE:
      g_string_append (self->out, " fill=\"none\"");
      break;
    case TB_FILL_SOLID:
      tb_svg_append_color (self->out, "fill", paint->fill_color);
      break;
    case TB_FILL_HATCH:
      g_string_append (self->out, " fill=\"url(#");
      append_hatch_id (self->out, paint->fill_color);
      g_string_append (self->out, ")\"");
      break;
    }
  if (paint->stroke_width <= 0)
    return;
  tb_svg_append_color (self->out, "stroke", paint->stroke_color);
  tb_svg_append_attribute (self->out, "stroke-width", paint->stroke_width);
  if (paint->dashed)
    {
      g_string_append (self->out, " stroke-dasharray=\"");
      tb_svg_append_number (self->out, TB_DASH_ON_PX (paint->stroke_width));
      g_string_append_c (self->out, ' ');
      tb_svg_append_number (self->out, TB_DASH_OFF_PX (paint->stroke_width));
      g_string_append_c (self->out, '"');
    }
}

/* What the painter of pixels does by moving: edges along the axes stay sharp. */
static void
append_crisp (SvgWriter *self)
{
  g_string_append (self->out, " shape-rendering=\"crispEdges\"");
}

static void
append_rect (SvgWriter    *self,
             const TbNode *node)
{
  g_string_append (self->out, "<rect");
  tb_svg_append_attribute (self->out, "x", node->rect.x);
  tb_svg_append_attribute (self->out, "y", node->rect.y);
  tb_svg_append_attribute (self->out, "width", node->rect.width);
  tb_svg_append_attribute (self->out, "height", node->rect.height);
  append_paint (self, &node->paint);
  append_crisp (self);
  g_string_append (self->out, "/>\n");
}

static void
append_path (SvgWriter    *self,
             const TbNode *node)
{
  gsize n;
  const TbPathElement *elements = tb_scene_get_path (self->scene, node, &n);
  gboolean is_closed = n > 0 && elements[n - 1].op == TB_PATH_CLOSE;

  g_string_append (self->out, "<path d=\"");
  for (gsize i = 0; i < n; i++)
    {
      g_string_append_c (self->out, "MLZ"[elements[i].op]);
      if (elements[i].op == TB_PATH_CLOSE)
        continue;
      tb_svg_append_number (self->out, elements[i].x);
      g_string_append_c (self->out, ' ');
      tb_svg_append_number (self->out, elements[i].y);
    }
  g_string_append_c (self->out, '"');
  append_paint (self, &node->paint);
  if (node->paint.stroke_width > 0 && !is_closed)
    g_string_append (self->out, " stroke-linejoin=\"round\"");
  if (node->paint.stroke_width > 0 && !is_closed && !node->paint.dashed)
    g_string_append (self->out, " stroke-linecap=\"round\"");
  g_string_append (self->out, "/>\n");
}

static void
append_circle (SvgWriter    *self,
               const TbNode *node)
{
  g_string_append (self->out, "<circle");
  tb_svg_append_attribute (self->out, "cx", node->circle.x);
  tb_svg_append_attribute (self->out, "cy", node->circle.y);
  tb_svg_append_attribute (self->out, "r", node->circle.radius);
  append_paint (self, &node->paint);
  g_string_append (self->out, "/>\n");
}

static void
append_line (SvgWriter    *self,
             const TbNode *node)
{
  g_string_append (self->out, "<line");
  tb_svg_append_attribute (self->out, "x1", node->line.x1);
  tb_svg_append_attribute (self->out, "y1", node->line.y1);
  tb_svg_append_attribute (self->out, "x2", node->line.x2);
  tb_svg_append_attribute (self->out, "y2", node->line.y2);
  append_paint (self, &node->paint);
  if (fabs (node->line.x1 - node->line.x2) < 1e-6 || fabs (node->line.y1 - node->line.y2) < 1e-6)
    append_crisp (self);
  g_string_append (self->out, "/>\n");
}

static void
append_text (SvgWriter    *self,
             const TbNode *node)
{
  if (self->text == NULL ||
      !tb_svg_append_outlines (self->out, node, tb_shaped_text_get_line (self->text, node),
                               tb_shaped_text_get_x (self->text, node)))
    tb_svg_append_text (self->out, node, self->family);
}

/* The name of the link that every reader knows, also those of before SVG 2. */
static void
append_image (SvgWriter    *self,
              const TbNode *node)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (node->image.png, &length);
  g_autofree char *text = g_base64_encode (data, length);

  g_string_append (self->out, "<image");
  tb_svg_append_attribute (self->out, "x", node->image.rect.x);
  tb_svg_append_attribute (self->out, "y", node->image.rect.y);
  tb_svg_append_attribute (self->out, "width", node->image.rect.width);
  tb_svg_append_attribute (self->out, "height", node->image.rect.height);
  g_string_append_printf (self->out, " preserveAspectRatio=\"none\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
                                     " xlink:href=\"data:image/png;base64,%s\"/>\n", text);
}

static void
begin_group (SvgWriter    *self,
             const TbNode *node)
{
  g_string_append (self->out, "<g");
  if (role_classes[node->group.role] != NULL)
    tb_svg_append_text_attribute (self->out, "class", role_classes[node->group.role]);
  if (node->group.label != NULL)
    {
      g_string_append (self->out, " role=\"group\"");
      tb_svg_append_text_attribute (self->out, "aria-label", node->group.label);
    }
  g_string_append (self->out, ">\n");
}

static void
begin_clip (SvgWriter    *self,
            const TbNode *node)
{
  g_string_append (self->out, "<g clip-path=\"url(#");
  append_clip_id (self->out, node->rect);
  g_string_append (self->out, ")\">\n");
}

static void
append_node (SvgWriter    *self,
             const TbNode *node)
{
  switch (node->kind)
    {
    case TB_NODE_GROUP_BEGIN:
      begin_group (self, node);
      break;
    case TB_NODE_CLIP_BEGIN:
      begin_clip (self, node);
      break;
    case TB_NODE_GROUP_END:
    case TB_NODE_CLIP_END:
      g_string_append (self->out, "</g>\n");
      break;
    case TB_NODE_RECT:
      append_rect (self, node);
      break;
    case TB_NODE_PATH:
      append_path (self, node);
      break;
    case TB_NODE_CIRCLE:
      append_circle (self, node);
      break;
    case TB_NODE_LINE:
      append_line (self, node);
      break;
    case TB_NODE_IMAGE:
      append_image (self, node);
      break;
    case TB_NODE_TEXT:
      append_text (self, node);
      break;
    }
}

static void
append_element (GString    *out,
                const char *name,
                const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append_printf (out, "<%s>", name);
  tb_markup_append (out, text);
  g_string_append_printf (out, "</%s>", name);
}

/* Dublin Core, as other programs write and read it; the program that wrote a file
 * has its word in XMP (ISO 16684-1). */
static void
append_metadata (SvgWriter             *self,
                 const TbExportOptions *options)
{
  g_autoptr (GDateTime) date = options->created != 0 ? g_date_time_new_from_unix_utc (options->created) : NULL;
  g_autofree char *date_text = date != NULL ? g_date_time_format (date, "%Y-%m-%d") : NULL;

  g_string_append (self->out,
                   "  <metadata><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
                   "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                   "xmlns:dcterms=\"http://purl.org/dc/terms/\" "
                   "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"><rdf:Description rdf:about=\"\">");
  append_element (self->out, "dc:creator", options->author);
  append_element (self->out, "dc:description", options->subject);
  append_element (self->out, "dc:subject", options->keywords);
  append_element (self->out, "dc:date", date_text);
  append_element (self->out, "dc:language", tb_scene_get_info (self->scene)->language);
  append_element (self->out, "dc:source", options->data_hash);
  append_element (self->out, "dcterms:valid", options->vintage);
  append_element (self->out, "dcterms:provenance", options->formulas);
  if (self->text != NULL)
    {
      g_autofree char *families = tb_font_report_dup_families (self->text);

      append_element (self->out, "dc:relation", families);
    }
  append_element (self->out, "xmp:CreatorTool", TB_EXPORT_CREATOR);
  g_string_append (self->out, "</rdf:Description></rdf:RDF></metadata>\n");
}

static void
append_head (SvgWriter             *self,
             const TbExportOptions *options)
{
  const TbSceneInfo *info = tb_scene_get_info (self->scene);
  const double numbers[] = { info->width, info->height };

  g_string_append (self->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                              "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" role=\"img\"");
  if (info->language != NULL)
    {
      tb_svg_append_text_attribute (self->out, "lang", info->language);
      tb_svg_append_text_attribute (self->out, "xml:lang", info->language);
    }
  tb_svg_append_attribute (self->out, "width", numbers[0]);
  tb_svg_append_attribute (self->out, "height", numbers[1]);
  g_string_append (self->out, " viewBox=\"0 0 ");
  tb_svg_append_number (self->out, numbers[0]);
  g_string_append_c (self->out, ' ');
  tb_svg_append_number (self->out, numbers[1]);
  g_string_append (self->out, "\" text-rendering=\"geometricPrecision\"");
  if (self->family != NULL && self->text == NULL)
    tb_svg_append_family (self->out, self->family);
  if (self->text == NULL)
    g_string_append (self->out, " style=\"font-variant-numeric:tabular-nums\"");
  g_string_append (self->out, ">\n");
  if (info->title != NULL)
    {
      g_string_append (self->out, "  ");
      append_element (self->out, "title", info->title);
      g_string_append_c (self->out, '\n');
    }
  if (info->description != NULL)
    {
      g_string_append (self->out, "  ");
      append_element (self->out, "desc", info->description);
      g_string_append_c (self->out, '\n');
    }
  append_metadata (self, options);
}

static void
append_background (SvgWriter *self)
{
  const TbSceneInfo *info = tb_scene_get_info (self->scene);

  if (info->transparent || info->background.a <= 0)
    return;
  g_string_append (self->out, "  <rect width=\"100%\" height=\"100%\"");
  tb_svg_append_color (self->out, "fill", info->background);
  g_string_append (self->out, "/>\n");
}

static const char *
find_first_family (const TbScene *scene)
{
  gsize n;
  const TbNode *nodes = tb_scene_get_nodes (scene, &n);

  for (gsize i = 0; i < n; i++)
    {
      if (nodes[i].kind == TB_NODE_TEXT)
        return nodes[i].text.font.family;
    }

  return NULL;
}

/* Text as text is set by the reader, but in the places that these fonts gave it. */
static void
add_notices (const TbScene *scene,
             GPtrArray     *notices)
{
  g_autoptr (TbShapedText) text = tb_shaped_text_new (scene);

  tb_font_report_add_notices (text, notices);
}

/**
 * tb_export_to_svg:
 * @scene: a figure
 * @options: (nullable): metadata; the resolution does not matter
 * @error: return location for an error
 *
 * Writes a figure as SVG: text stays text in the fonts' names, or becomes
 * outlines that look the same without the fonts; groups carry their accessible
 * names, title and alternative text come first.
 *
 * Thread: any. Does not fail.
 *
 * Returns: (transfer full): the file's bytes
 */
GBytes *
tb_export_to_svg (const TbScene          *scene,
                  const TbExportOptions  *options,
                  GError                **error)
{
  const TbExportOptions defaults = TB_EXPORT_OPTIONS_INIT;
  const TbExportOptions *used = options != NULL ? options : &defaults;
  g_autoptr (TbShapedText) text = used->svg_text == TB_SVG_TEXT_AS_PATHS ? tb_shaped_text_new (scene) : NULL;
  SvgWriter self = { scene, g_string_sized_new (16384), 1, find_first_family (scene), text };
  gsize n;
  const TbNode *nodes = tb_scene_get_nodes (scene, &n);

  if (used->notices != NULL)
    add_notices (scene, used->notices);
  append_head (&self, used);
  append_definitions (&self);
  append_background (&self);
  for (gsize i = 0; i < n; i++)
    {
      if (nodes[i].kind == TB_NODE_GROUP_END || nodes[i].kind == TB_NODE_CLIP_END)
        self.depth--;
      indent (&self);
      append_node (&self, &nodes[i]);
      if (nodes[i].kind == TB_NODE_GROUP_BEGIN || nodes[i].kind == TB_NODE_CLIP_BEGIN)
        self.depth++;
    }
  g_string_append (self.out, "</svg>\n");

  return g_string_free_to_bytes (self.out);
}
