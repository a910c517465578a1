/* A scene as text: goldens, and what --dump-scene shows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-scene.h"

#include <math.h>
#include <string.h>

static const char *const role_names[] = { "none", "figure", "frame", "plot", "axis", "grid",
                                          "series", "mark", "label", "legend" };
static const char *const anchor_names[] = { "start", "middle", "end" };
static const char *const fill_names[] = { "none", "solid", "hatch" };

static void
append_number (GString *dump,
               double   number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  /* No −0.00: a sign that says nothing would differ between machines. */
  g_ascii_formatd (buffer, sizeof buffer, "%.2f", number);
  g_string_append (dump, strcmp (buffer, "-0.00") == 0 ? "0.00" : buffer);
}

static void
append_numbers (GString      *dump,
                const double *numbers,
                gsize         n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_string_append_c (dump, ' ');
      append_number (dump, numbers[i]);
    }
}

static void
append_rect (GString *dump,
             TbRect   rect)
{
  append_numbers (dump, (double[]) { rect.x, rect.y, rect.width, rect.height }, 4);
}

static guint
to_byte (double channel)
{
  return (guint) lround (CLAMP (channel, 0, 1) * 255);
}

static void
append_color (GString    *dump,
              const char *name,
              TbColor     color)
{
  g_string_append_printf (dump, " %s=#%02x%02x%02x", name, to_byte (color.r), to_byte (color.g), to_byte (color.b));
  if (color.a < 1)
    g_string_append_printf (dump, "%02x", to_byte (color.a));
}

static void
append_text (GString    *dump,
             const char *text)
{
  g_string_append (dump, " \"");
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (dump, '\\');
      g_string_append_c (dump, *p);
    }
  g_string_append_c (dump, '"');
}

static void
append_paint (GString       *dump,
              const TbPaint *paint)
{
  if (paint->fill != TB_FILL_NONE)
    append_color (dump, fill_names[paint->fill], paint->fill_color);
  if (paint->stroke_width > 0)
    {
      append_color (dump, "stroke", paint->stroke_color);
      g_string_append (dump, " width=");
      append_number (dump, paint->stroke_width);
      if (paint->dashed)
        g_string_append (dump, " dashed");
    }
}

static void
append_path (GString       *dump,
             const TbScene *scene,
             const TbNode  *node)
{
  gsize n;
  const TbPathElement *elements = tb_scene_get_path (scene, node, &n);

  for (gsize i = 0; i < n; i++)
    {
      g_string_append_printf (dump, " %c", "MLZ"[elements[i].op]);
      if (elements[i].op != TB_PATH_CLOSE)
        append_numbers (dump, (double[]) { elements[i].x, elements[i].y }, 2);
    }
}

static void
append_text_node (GString      *dump,
                  const TbNode *node)
{
  append_text (dump, node->text.text);
  g_string_append_printf (dump, " %s", anchor_names[node->text.anchor]);
  append_numbers (dump, (double[]) { node->text.x, node->text.y }, 2);
  g_string_append (dump, " size=");
  append_number (dump, node->text.font.size_px);
  if (node->text.font.weight == TB_WEIGHT_BOLD)
    g_string_append (dump, " bold");
  append_color (dump, "color", node->text.color);
  g_string_append (dump, " box");
  append_rect (dump, node->text.box);
}

static void
append_geometry (GString       *dump,
                 const TbScene *scene,
                 const TbNode  *node)
{
  switch (node->kind)
    {
    case TB_NODE_GROUP_BEGIN:
      g_string_append_printf (dump, "group %s", role_names[node->group.role]);
      if (node->group.label != NULL)
        append_text (dump, node->group.label);
      break;
    case TB_NODE_CLIP_BEGIN:
      g_string_append (dump, "clip");
      append_rect (dump, node->rect);
      break;
    case TB_NODE_GROUP_END:
    case TB_NODE_CLIP_END:
      g_string_append (dump, "end");
      break;
    case TB_NODE_RECT:
      g_string_append (dump, "rect");
      append_rect (dump, node->rect);
      break;
    case TB_NODE_PATH:
      g_string_append (dump, "path");
      append_path (dump, scene, node);
      break;
    case TB_NODE_CIRCLE:
      g_string_append (dump, "circle");
      append_numbers (dump, (double[]) { node->circle.x, node->circle.y, node->circle.radius }, 3);
      break;
    case TB_NODE_IMAGE:
      g_string_append (dump, "image");
      append_numbers (dump, (double[]) { node->image.rect.x, node->image.rect.y, node->image.rect.width,
                                         node->image.rect.height }, 4);
      break;
    case TB_NODE_LINE:
      g_string_append (dump, "line");
      append_numbers (dump, (double[]) { node->line.x1, node->line.y1, node->line.x2, node->line.y2 }, 4);
      break;
    case TB_NODE_TEXT:
      g_string_append (dump, "text");
      append_text_node (dump, node);
      break;
    }
}

static void
append_info (GString           *dump,
             const TbSceneInfo *info)
{
  g_string_append (dump, "scene");
  append_numbers (dump, (double[]) { info->width, info->height }, 2);
  g_string_append_printf (dump, " language=%s", info->language != NULL ? info->language : "none");
  append_color (dump, info->transparent ? "transparent background" : "background", info->background);
  g_string_append_printf (dump, " dropped=%u\n", info->n_dropped);
  if (info->title != NULL)
    {
      g_string_append (dump, "title");
      append_text (dump, info->title);
      g_string_append_c (dump, '\n');
    }
  if (info->description != NULL)
    {
      g_string_append (dump, "description");
      append_text (dump, info->description);
      g_string_append_c (dump, '\n');
    }
}

/**
 * tb_scene_dump:
 * @self: a scene
 *
 * Writes every node on a line of its own, indented by the groups and clips it
 * is in, numbers with 2 decimals. A text's font family is left out: it is the
 * theme's, the same for all.
 *
 * Thread: any.
 *
 * Returns: (transfer full): the text
 */
char *
tb_scene_dump (const TbScene *self)
{
  GString *dump = g_string_new (NULL);
  gsize n;
  const TbNode *nodes = tb_scene_get_nodes (self, &n);
  guint depth = 0;

  append_info (dump, tb_scene_get_info (self));
  for (gsize i = 0; i < n; i++)
    {
      if (nodes[i].kind == TB_NODE_GROUP_END || nodes[i].kind == TB_NODE_CLIP_END)
        depth--;
      g_string_append_printf (dump, "%*s", (int) depth * 2, "");
      append_geometry (dump, self, &nodes[i]);
      append_paint (dump, &nodes[i].paint);
      if (nodes[i].datum.series >= 0)
        g_string_append_printf (dump, " datum=%d:%d", nodes[i].datum.series, nodes[i].datum.row);
      g_string_append_c (dump, '\n');
      if (nodes[i].kind == TB_NODE_GROUP_BEGIN || nodes[i].kind == TB_NODE_CLIP_BEGIN)
        depth++;
    }

  return g_string_free_and_steal (dump);
}
