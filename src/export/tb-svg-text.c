/* Text of figures in SVG: as text, or as outlines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-svg-private.h"

#include "tb-font-subset-private.h"
#include "tb-markup-private.h"

#include <string.h>

static const char *const anchors[] = { NULL, "middle", "end" };

/* A list of families in CSS: names in quotes, generic ones without. Where none of
 * them is, a reader still takes letters without serifs. */
static char *
dup_css_family (const char *family)
{
  g_auto (GStrv) names = g_strsplit (family, ",", -1);
  GString *out = g_string_new (NULL);
  gboolean has_generic = FALSE;

  for (gsize i = 0; names[i] != NULL; i++)
    {
      const char *name = g_strstrip (names[i]);
      gboolean is_generic = strcmp (name, "sans-serif") == 0 || strcmp (name, "serif") == 0 ||
                            strcmp (name, "monospace") == 0;

      if (*name == '\0')
        continue;
      if (out->len > 0)
        g_string_append (out, ", ");
      if (is_generic)
        g_string_append (out, name);
      else
        g_string_append_printf (out, "'%s'", g_strdelimit (names[i], "'\"\\", ' '));
      has_generic = has_generic || is_generic;
    }
  if (!has_generic)
    g_string_append (out, out->len > 0 ? ", sans-serif" : "sans-serif");

  return g_string_free_and_steal (out);
}

void
tb_svg_append_family (GString    *out,
                      const char *family)
{
  g_autofree char *css = dup_css_family (family);

  tb_svg_append_text_attribute (out, "font-family", css);
}

void
tb_svg_append_text (GString      *out,
                    const TbNode *node,
                    const char   *family)
{
  const char *text = node->text.text;

  g_string_append (out, "<text");
  tb_svg_append_attribute (out, "x", node->text.x);
  tb_svg_append_attribute (out, "y", node->text.y);
  tb_svg_append_attribute (out, "font-size", node->text.font.size_px);
  if (node->text.font.weight == TB_WEIGHT_BOLD)
    g_string_append (out, " font-weight=\"700\"");
  if (g_strcmp0 (node->text.font.family, family) != 0)
    tb_svg_append_family (out, node->text.font.family);
  if (anchors[node->text.anchor] != NULL)
    tb_svg_append_text_attribute (out, "text-anchor", anchors[node->text.anchor]);
  tb_svg_append_color (out, "fill", node->text.color);
  /* SVG would drop what Pango keeps. */
  if (text[0] == ' ' || g_str_has_suffix (text, " ") || strstr (text, "  ") != NULL)
    g_string_append (out, " xml:space=\"preserve\"");
  g_string_append_c (out, '>');
  tb_markup_append (out, text);
  g_string_append (out, "</text>\n");
}

static void
append_points (GString                 *out,
               char                     command,
               const cairo_path_data_t *points,
               int                      n)
{
  g_string_append_c (out, command);
  for (int i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (out, ' ');
      tb_svg_append_number (out, points[i].point.x);
      g_string_append_c (out, ' ');
      tb_svg_append_number (out, points[i].point.y);
    }
}

static void
append_path (GString            *out,
             const cairo_path_t *path)
{
  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *points = &path->data[i + 1];

      switch (path->data[i].header.type)
        {
        case CAIRO_PATH_MOVE_TO:
          /* Cairo ends each glyph with a move to where it is already. */
          if (i + path->data[i].header.length < path->num_data)
            append_points (out, 'M', points, 1);
          break;
        case CAIRO_PATH_LINE_TO:
          append_points (out, 'L', points, 1);
          break;
        case CAIRO_PATH_CURVE_TO:
          append_points (out, 'C', points, 3);
          break;
        case CAIRO_PATH_CLOSE_PATH:
          g_string_append_c (out, 'Z');
          break;
        }
    }
}

static gboolean
has_outlines (PangoLayoutLine *line)
{
  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      if (!tb_font_has_outlines (((const PangoGlyphItem *) l->data)->item->analysis.font))
        return FALSE;
    }

  return TRUE;
}

/* FALSE: some of the text are pictures, which have no outlines. The outlines keep
 * what they say as their accessible name. */
gboolean
tb_svg_append_outlines (GString         *out,
                        const TbNode    *node,
                        PangoLayoutLine *line,
                        double           x)
{
  cairo_surface_t *surface;
  cairo_path_t *path;
  cairo_t *cr;

  if (!has_outlines (line))
    return FALSE;
  if (line->length == 0)
    return TRUE;
  /* Nothing is drawn: it is only asked for its path. */
  surface = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  cr = cairo_create (surface);
  cairo_move_to (cr, x, node->text.y);
  pango_cairo_layout_line_path (cr, line);
  path = cairo_copy_path (cr);
  g_string_append (out, "<path role=\"img\"");
  tb_svg_append_text_attribute (out, "aria-label", node->text.text);
  g_string_append (out, " d=\"");
  append_path (out, path);
  g_string_append_c (out, '"');
  tb_svg_append_color (out, "fill", node->text.color);
  g_string_append (out, "/>\n");
  cairo_path_destroy (path);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return TRUE;
}
