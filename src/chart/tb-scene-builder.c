/* Scenes in the making: every primitive with its box, texts cleaned.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-scene-private.h"

#include <math.h>
#include <string.h>

struct _TbSceneBuilder
{
  TbSceneInfo   info;
  GArray       *nodes;
  GArray       *elements;
  GStringChunk *strings;
  GPtrArray    *images;     /* of GBytes */
  GArray       *plots;      /* of TbScenePlot */
  GPtrArray    *refused;    /* of const char*, in @strings */
  GString      *open;       /* one letter for each group (g) and clip (c) that is open */
};

/* Texts are cleaned here, once for every output. */
static const char *
copy_text (TbSceneBuilder *self,
           const char     *text)
{
  g_autofree char *clean = NULL;

  if (text == NULL)
    return NULL;
  clean = tb_text_clean (text);

  return g_string_chunk_insert_const (self->strings, clean);
}

/**
 * tb_scene_builder_new:
 * @info: size, texts and background; copied
 *
 * Starts a drawing. A builder belongs to one thread.
 *
 * Returns: (transfer full): a builder
 */
TbSceneBuilder *
tb_scene_builder_new (const TbSceneInfo *info)
{
  TbSceneBuilder *self = g_new0 (TbSceneBuilder, 1);

  self->nodes = g_array_new (FALSE, TRUE, sizeof (TbNode));
  self->elements = g_array_new (FALSE, FALSE, sizeof (TbPathElement));
  self->strings = g_string_chunk_new (1024);
  self->images = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->plots = g_array_new (FALSE, FALSE, sizeof (TbScenePlot));
  self->refused = g_ptr_array_new ();
  self->open = g_string_new (NULL);
  self->info = *info;
  self->info.title = copy_text (self, info->title);
  self->info.description = copy_text (self, info->description);
  self->info.language = copy_text (self, info->language);

  return self;
}

/**
 * tb_scene_builder_free:
 * @self: a builder that was not finished
 */
void
tb_scene_builder_free (TbSceneBuilder *self)
{
  g_array_unref (self->nodes);
  g_array_unref (self->elements);
  g_clear_pointer (&self->strings, g_string_chunk_free);
  g_clear_pointer (&self->images, g_ptr_array_unref);
  g_clear_pointer (&self->plots, g_array_unref);
  g_clear_pointer (&self->refused, g_ptr_array_unref);
  g_string_free (self->open, TRUE);
  g_free (self);
}

const TbNode *
tb_scene_builder_peek (const TbSceneBuilder *self,
                       gsize                *out_n,
                       const TbPathElement **out_elements)
{
  *out_n = self->nodes->len;
  *out_elements = (const TbPathElement *) (gpointer) self->elements->data;

  return (const TbNode *) (gpointer) self->nodes->data;
}

static TbNode *
add_node (TbSceneBuilder *self,
          TbNodeKind      kind,
          const TbPaint  *paint,
          TbDatum         datum)
{
  TbNode *node;

  g_array_set_size (self->nodes, self->nodes->len + 1);
  node = &g_array_index (self->nodes, TbNode, self->nodes->len - 1);
  node->kind = kind;
  node->datum = datum;
  if (paint != NULL)
    node->paint = *paint;

  return node;
}

/**
 * tb_scene_builder_begin:
 * @self: a builder
 * @role: what the group is
 * @label: (nullable): its accessible name
 *
 * Opens a group; groups nest.
 */
void
tb_scene_builder_begin (TbSceneBuilder *self,
                        TbSceneRole     role,
                        const char     *label)
{
  TbNode *node = add_node (self, TB_NODE_GROUP_BEGIN, NULL, TB_NO_DATUM);

  node->group.role = role;
  node->group.label = copy_text (self, label);
  g_string_append_c (self->open, 'g');
}

static gboolean
close_one (TbSceneBuilder *self,
           char            what)
{
  if (self->open->len == 0 || self->open->str[self->open->len - 1] != what)
    return FALSE;
  g_string_truncate (self->open, self->open->len - 1);

  return TRUE;
}

/**
 * tb_scene_builder_end:
 * @self: a builder
 *
 * Closes the innermost group, in which no clip may be open.
 */
void
tb_scene_builder_end (TbSceneBuilder *self)
{
  gboolean closed = close_one (self, 'g');

  g_return_if_fail (closed);
  add_node (self, TB_NODE_GROUP_END, NULL, TB_NO_DATUM);
}

/**
 * tb_scene_builder_clip:
 * @self: a builder
 * @rect: what follows is seen only inside this
 */
void
tb_scene_builder_clip (TbSceneBuilder *self,
                       TbRect          rect)
{
  TbNode *node = add_node (self, TB_NODE_CLIP_BEGIN, NULL, TB_NO_DATUM);

  node->rect = rect;
  g_string_append_c (self->open, 'c');
}

/**
 * tb_scene_builder_unclip:
 * @self: a builder
 *
 * Ends the innermost clip, in which no group may be open.
 */
void
tb_scene_builder_unclip (TbSceneBuilder *self)
{
  gboolean closed = close_one (self, 'c');

  g_return_if_fail (closed);
  add_node (self, TB_NODE_CLIP_END, NULL, TB_NO_DATUM);
}

/**
 * tb_scene_builder_rect:
 * @self: a builder
 * @rect: logical px; a negative width or height is turned round
 * @paint: fill and stroke
 * @datum: what it stands for, or %TB_NO_DATUM
 */
void
tb_scene_builder_rect (TbSceneBuilder *self,
                       TbRect          rect,
                       const TbPaint  *paint,
                       TbDatum         datum)
{
  TbNode *node;

  g_return_if_fail (isfinite (rect.x) && isfinite (rect.y) && isfinite (rect.width) && isfinite (rect.height));

  node = add_node (self, TB_NODE_RECT, paint, datum);
  node->rect = rect;
  if (rect.width < 0)
    {
      node->rect.x = rect.x + rect.width;
      node->rect.width = -rect.width;
    }
  if (rect.height < 0)
    {
      node->rect.y = rect.y + rect.height;
      node->rect.height = -rect.height;
    }
}

/**
 * tb_scene_builder_path:
 * @self: a builder
 * @elements: (array length=n): straight pieces, the first of them a move
 * @n: how many
 * @paint: fill and stroke
 * @datum: what it stands for, or %TB_NO_DATUM
 */
void
tb_scene_builder_path (TbSceneBuilder      *self,
                       const TbPathElement *elements,
                       gsize                n,
                       const TbPaint       *paint,
                       TbDatum              datum)
{
  TbNode *node;

  g_return_if_fail (n == 0 || elements[0].op == TB_PATH_MOVE);
  g_return_if_fail (n <= G_MAXUINT - self->elements->len);
  for (gsize i = 0; i < n; i++)
    g_return_if_fail (elements[i].op == TB_PATH_CLOSE || (isfinite (elements[i].x) && isfinite (elements[i].y)));

  node = add_node (self, TB_NODE_PATH, paint, datum);
  node->path.first = self->elements->len;
  node->path.n = (guint) n;
  if (n > 0)
    g_array_append_vals (self->elements, elements, (guint) n);
}

/**
 * tb_scene_builder_circle:
 * @self: a builder
 * @x: of the centre
 * @y: of the centre
 * @radius: logical px
 * @paint: fill and stroke
 * @datum: what it stands for, or %TB_NO_DATUM
 */
void
tb_scene_builder_circle (TbSceneBuilder *self,
                         double          x,
                         double          y,
                         double          radius,
                         const TbPaint  *paint,
                         TbDatum         datum)
{
  TbNode *node;

  g_return_if_fail (isfinite (x) && isfinite (y) && radius >= 0);

  node = add_node (self, TB_NODE_CIRCLE, paint, datum);
  node->circle.x = x;
  node->circle.y = y;
  node->circle.radius = radius;
}

/**
 * tb_scene_builder_line:
 * @self: a builder
 * @x1: of the start
 * @y1: of the start
 * @x2: of the end
 * @y2: of the end
 * @paint: only the stroke counts
 * @datum: what it stands for, or %TB_NO_DATUM
 */
void
tb_scene_builder_line (TbSceneBuilder *self,
                       double          x1,
                       double          y1,
                       double          x2,
                       double          y2,
                       const TbPaint  *paint,
                       TbDatum         datum)
{
  TbNode *node;

  g_return_if_fail (isfinite (x1) && isfinite (y1) && isfinite (x2) && isfinite (y2));

  node = add_node (self, TB_NODE_LINE, paint, datum);
  node->paint.fill = TB_FILL_NONE;
  node->line.x1 = x1;
  node->line.y1 = y1;
  node->line.x2 = x2;
  node->line.y2 = y2;
}

static double
get_anchor_share (TbAnchor anchor)
{
  switch (anchor)
    {
    case TB_ANCHOR_START:
      return 0;
    case TB_ANCHOR_MIDDLE:
      return 0.5;
    case TB_ANCHOR_END:
      return 1;
    }

  g_return_val_if_reached (0);
}

/**
 * tb_scene_builder_text:
 * @self: a builder
 * @text: one line; control characters are dropped
 * @font: its font
 * @color: its colour
 * @anchor: which part of the line stands at @x
 * @x: of the anchor
 * @y: of the baseline
 * @extents: as measured
 * @datum: what it labels, or %TB_NO_DATUM
 *
 * Adds a line of text; an empty one adds nothing.
 */
void
tb_scene_builder_text (TbSceneBuilder *self,
                       const char     *text,
                       const TbFont   *font,
                       TbColor         color,
                       TbAnchor        anchor,
                       double          x,
                       double          y,
                       TbTextExtents   extents,
                       TbDatum         datum)
{
  TbNode *node;
  const char *clean;

  g_return_if_fail (isfinite (x) && isfinite (y) && font->size_px > 0);

  clean = copy_text (self, text);
  if (clean == NULL || *clean == '\0')
    return;

  node = add_node (self, TB_NODE_TEXT, NULL, datum);
  node->text.text = clean;
  node->text.font = *font;
  node->text.font.family = copy_text (self, font->family);
  node->text.color = color;
  node->text.anchor = anchor;
  node->text.x = x;
  node->text.y = y;
  node->text.box = (TbRect) { x - extents.width * get_anchor_share (anchor), y - extents.ascent,
                              extents.width, extents.ascent + extents.descent };
}

/**
 * tb_scene_builder_image:
 * @self: a builder
 * @png: a picture; a reference is taken
 * @rect: where it stands, px
 *
 * Draws a logo. It stands for no data.
 */
void
tb_scene_builder_image (TbSceneBuilder *self,
                        GBytes         *png,
                        TbRect          rect)
{
  TbNode *node = add_node (self, TB_NODE_IMAGE, NULL, TB_NO_DATUM);

  node->image.rect = rect;
  node->image.png = g_bytes_ref (png);
  g_ptr_array_add (self->images, node->image.png);
}

/**
 * tb_scene_builder_plot:
 * @self: a builder
 * @plot: a plot over time; copied
 *
 * Tells which moments a plot shows. Nothing is drawn.
 */
void
tb_scene_builder_plot (TbSceneBuilder    *self,
                       const TbScenePlot *plot)
{
  g_return_if_fail (isfinite (plot->from) && isfinite (plot->to));

  g_array_append_val (self->plots, *plot);
}

/**
 * tb_scene_builder_refuse:
 * @self: a builder
 * @sentence: what a rule of comparison keeps out, and why; copied
 *
 * Tells what is not drawn or not compared. Nothing is drawn.
 */
void
tb_scene_builder_refuse (TbSceneBuilder *self,
                         const char     *sentence)
{
  g_ptr_array_add (self->refused, (gpointer) copy_text (self, sentence));
}

/**
 * tb_scene_builder_count_dropped:
 * @self: a builder
 * @n: how many more labels found no room
 */
void
tb_scene_builder_count_dropped (TbSceneBuilder *self,
                                guint           n)
{
  self->info.n_dropped += n;
}

/**
 * tb_scene_builder_finish:
 * @self: (transfer full): a builder whose groups and clips are all closed
 *
 * Makes the drawing and frees the builder.
 *
 * Returns: (transfer full): the scene
 */
TbScene *
tb_scene_builder_finish (TbSceneBuilder *self)
{
  TbScene *scene = g_new0 (TbScene, 1);

  if (self->open->len > 0)
    g_critical ("A scene was finished with %" G_GSIZE_FORMAT " groups or clips open.", self->open->len);
  while (self->open->len > 0)
    {
      if (self->open->str[self->open->len - 1] == 'g')
        tb_scene_builder_end (self);
      else
        tb_scene_builder_unclip (self);
    }

  g_atomic_ref_count_init (&scene->ref_count);
  scene->info = self->info;
  scene->strings = g_steal_pointer (&self->strings);
  scene->images = g_steal_pointer (&self->images);
  scene->plots = g_steal_pointer (&self->plots);
  scene->refused = g_steal_pointer (&self->refused);
  scene->nodes = g_array_steal (self->nodes, &scene->n_nodes);
  scene->elements = g_array_steal (self->elements, &scene->n_elements);
  tb_scene_index (scene);
  tb_scene_builder_free (self);

  return scene;
}
