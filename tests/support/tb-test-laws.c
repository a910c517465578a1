/* What must hold of every scene: texts apart, inside the page and legible.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-test-laws.h"

#include "tb-palette.h"

#include <math.h>

/* A box is as high as the font's line; letters fill about its middle. */
#define BLANK_OF_LINE 0.18

/* A mark that covers less of a text than this touches its rim only. */
#define SHARE_THAT_HURTS 0.1
#define SHARE_OF_WHOLE 0.95

/* WCAG 2.2, 1.4.3. */
#define LEAST_CONTRAST 4.5

static gboolean
is_inside (TbRect box,
           double width,
           double height,
           double touch)
{
  return box.x >= -touch && box.y >= -touch && box.x + box.width <= width + touch
  && box.y + box.height <= height + touch;
}

static double
get_shared (TbRect a,
            TbRect b)
{
  double width = MIN (a.x + a.width, b.x + b.width) - MAX (a.x, b.x);
  double height = MIN (a.y + a.height, b.y + b.height) - MAX (a.y, b.y);

  return width > 0 && height > 0 ? width * height : 0;
}

static gboolean
overlap (TbRect a,
         TbRect b,
         double touch)
{
  return a.x + touch < b.x + b.width && b.x + touch < a.x + a.width && a.y + touch < b.y + b.height &&
         b.y + touch < a.y + a.height;
}

static TbRect
get_letters (const TbNode *text)
{
  TbRect box = text->text.box;

  return (TbRect) { box.x, box.y + box.height * BLANK_OF_LINE, box.width, box.height * (1 - 2 * BLANK_OF_LINE) };
}

static void
widen (TbRect *box,
       double  x,
       double  y)
{
  double right = MAX (box->x + box->width, x);
  double bottom = MAX (box->y + box->height, y);

  box->x = MIN (box->x, x);
  box->y = MIN (box->y, y);
  box->width = right - box->x;
  box->height = bottom - box->y;
}

static TbRect
get_path_box (const TbScene *scene,
              const TbNode  *node)
{
  gsize n;
  const TbPathElement *path = tb_scene_get_path (scene, node, &n);
  TbRect box = n > 0 ? (TbRect) { path[0].x, path[0].y, 0, 0 } : (TbRect) { 0, 0, 0, 0 };

  for (gsize i = 0; i < n; i++)
    if (path[i].op != TB_PATH_CLOSE)
      widen (&box, path[i].x, path[i].y);

  return box;
}

/* FALSE for what leaves no ink. */
static gboolean
get_ink (const TbScene *scene,
         const TbNode  *node,
         TbRect        *out_box)
{
  switch (node->kind)
    {
    case TB_NODE_RECT:
      *out_box = node->rect;
      return TRUE;
    case TB_NODE_CIRCLE:
      *out_box = (TbRect) { node->circle.x - node->circle.radius, node->circle.y - node->circle.radius,
                            2 * node->circle.radius, 2 * node->circle.radius };
      return TRUE;
    case TB_NODE_LINE:
      *out_box = (TbRect) { node->line.x1, node->line.y1, 0, 0 };
      widen (out_box, node->line.x2, node->line.y2);
      return TRUE;
    case TB_NODE_PATH:
      *out_box = get_path_box (scene, node);
      return TRUE;
    case TB_NODE_IMAGE:
      *out_box = node->image.rect;
      return TRUE;
    case TB_NODE_GROUP_BEGIN:
    case TB_NODE_GROUP_END:
    case TB_NODE_CLIP_BEGIN:
    case TB_NODE_CLIP_END:
    case TB_NODE_TEXT:
      break;
    }

  return FALSE;
}

static void
check_page (const TbScene *scene,
            const TbNode  *node,
            double         touch,
            GPtrArray     *breaches)
{
  const TbSceneInfo *info = tb_scene_get_info (scene);
  TbRect box;

  if (node->kind == TB_NODE_TEXT)
    box = node->text.box;
  else if (!get_ink (scene, node, &box))
    return;
  if (!isfinite (box.x) || !isfinite (box.y) || !isfinite (box.width) || !isfinite (box.height))
    g_ptr_array_add (breaches, g_strdup ("a place is no number"));
  else if (!is_inside (box, info->width, info->height, touch))
    g_ptr_array_add (breaches, g_strdup_printf ("%s leaves the page at %.1f, %.1f, %.1f × %.1f",
                                                node->kind == TB_NODE_TEXT ? node->text.text : "a mark", box.x, box.y,
                                                box.width, box.height));
}

static void
check_apart (const GPtrArray *texts,
             double           touch,
             GPtrArray       *breaches)
{
  for (guint i = 0; i < texts->len; i++)
    for (guint k = 0; k < i; k++)
      {
        const TbNode *a = g_ptr_array_index (texts, i);
        const TbNode *b = g_ptr_array_index (texts, k);

        if (overlap (a->text.box, b->text.box, touch))
          g_ptr_array_add (breaches, g_strdup_printf ("“%s” overlaps “%s”", a->text.text, b->text.text));
      }
}

/* What is under a text, from below: a fill that holds all of it is its ground;
 * one that holds a part must be read over as well; what comes later covers it. */
static void
check_ground (const TbScene *scene,
              const TbNode  *nodes,
              gsize          n,
              gsize          at,
              GPtrArray     *breaches)
{
  const TbNode *text = &nodes[at];
  TbRect letters = get_letters (text);
  double area = MAX (letters.width * letters.height, 1e-6);
  TbColor ground = tb_scene_get_info (scene)->background;
  TbColor part = ground;
  double contrast;

  for (gsize i = 0; i < n; i++)
    {
      double share;

      if (nodes[i].kind != TB_NODE_RECT || nodes[i].paint.fill == TB_FILL_NONE)
        continue;
      share = get_shared (nodes[i].rect, letters) / area;
      if (share < SHARE_THAT_HURTS)
        continue;
      if (i > at)
        g_ptr_array_add (breaches, g_strdup_printf ("“%s” is covered by a mark", text->text.text));
      else if (nodes[i].paint.fill == TB_FILL_HATCH)
        part = nodes[i].paint.fill_color;
      else if (share >= SHARE_OF_WHOLE)
        part = ground = tb_color_mix (ground, nodes[i].paint.fill_color, nodes[i].paint.fill_color.a);
      else
        part = tb_color_mix (ground, nodes[i].paint.fill_color, nodes[i].paint.fill_color.a);
    }
  contrast = MIN (tb_color_contrast (text->text.color, ground), tb_color_contrast (text->text.color, part));
  if (contrast < LEAST_CONTRAST)
    g_ptr_array_add (breaches, g_strdup_printf ("“%s” has a contrast of %.1f", text->text.text, contrast));
}

/* Liang and Barsky (1984): whether a part of a line lies in a box. */
static gboolean
crosses (TbRect box,
         double x1,
         double y1,
         double x2,
         double y2)
{
  const double p[] = { x1 - x2, x2 - x1, y1 - y2, y2 - y1 };
  const double q[] = { x1 - box.x, box.x + box.width - x1, y1 - box.y, box.y + box.height - y1 };
  double from = 0;
  double to = 1;

  for (int i = 0; i < 4; i++)
    {
      if (!(fabs (p[i]) > 0))
        {
          if (q[i] < 0)
            return FALSE;
          continue;
        }
      if (p[i] < 0)
        from = MAX (from, q[i] / p[i]);
      else
        to = MIN (to, q[i] / p[i]);
    }

  return from < to;
}

/* The line of a series through the letters of a text that is not its own name. */
static void
check_lines (const TbScene *scene,
             const TbNode  *nodes,
             gsize          n,
             const TbNode  *text,
             GPtrArray     *breaches)
{
  TbRect letters = get_letters (text);

  for (gsize i = 0; i < n; i++)
    {
      gsize n_elements;
      const TbPathElement *path;

      if (nodes[i].kind != TB_NODE_PATH || nodes[i].paint.fill != TB_FILL_NONE || nodes[i].datum.series < 0)
        continue;
      path = tb_scene_get_path (scene, &nodes[i], &n_elements);
      for (gsize k = 1; k < n_elements; k++)
        if (path[k].op == TB_PATH_LINE && crosses (letters, path[k - 1].x, path[k - 1].y, path[k].x, path[k].y))
          {
            g_ptr_array_add (breaches, g_strdup_printf ("a line runs through “%s”", text->text.text));
            return;
          }
    }
}

/**
 * tb_test_laws_check:
 * @scene: a scene
 * @touch: px that boxes may share
 * @breaches: of sentences, each owned
 *
 * Checks that nothing leaves the page, that no two texts overlap, that each text
 * has a contrast of 4.5 with all that is under it and nothing on it, and that no
 * series' line runs through one.
 */
void
tb_test_laws_check (const TbScene *scene,
                    double         touch,
                    GPtrArray     *breaches)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  gsize n;
  const TbNode *nodes = tb_scene_get_nodes (scene, &n);

  for (gsize i = 0; i < n; i++)
    {
      check_page (scene, &nodes[i], touch, breaches);
      if (nodes[i].kind != TB_NODE_TEXT)
        continue;
      g_ptr_array_add (texts, (gpointer) &nodes[i]);
      check_ground (scene, nodes, n, i, breaches);
      check_lines (scene, nodes, n, &nodes[i], breaches);
    }
  check_apart (texts, touch, breaches);
}
