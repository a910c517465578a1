/* The texts of a figure, shaped once for all that draws or describes them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-shaped-text.h"

#include "tb-pango-private.h"

struct _TbShapedText
{
  const TbScene  *scene;
  const TbNode   *nodes;
  gsize           n_nodes;
  PangoLayout   **layouts;   /* of each node; NULL where it is no text */
};

/**
 * tb_shaped_text_new:
 * @scene: a figure; it must live as long as the result
 *
 * Shapes all texts of a figure in the fonts of the machine.
 *
 * Returns: (transfer full): the texts; free them with tb_shaped_text_free()
 */
TbShapedText *
tb_shaped_text_new (const TbScene *scene)
{
  TbShapedText *self = g_new0 (TbShapedText, 1);
  PangoContext *context = tb_pango_context_new (tb_scene_get_info (scene)->language);

  self->scene = scene;
  self->nodes = tb_scene_get_nodes (scene, &self->n_nodes);
  self->layouts = g_new0 (PangoLayout *, self->n_nodes);
  for (gsize i = 0; i < self->n_nodes; i++)
    {
      if (self->nodes[i].kind != TB_NODE_TEXT)
        continue;
      self->layouts[i] = pango_layout_new (context);
      tb_pango_set_line (self->layouts[i], &self->nodes[i].text.font, self->nodes[i].text.text, -1);
    }
  g_object_unref (context);

  return self;
}

/**
 * tb_shaped_text_free:
 * @self: (nullable): texts
 */
void
tb_shaped_text_free (TbShapedText *self)
{
  if (self == NULL)
    return;
  for (gsize i = 0; i < self->n_nodes; i++)
    g_clear_object (&self->layouts[i]);
  g_free (self->layouts);
  g_free (self);
}

/**
 * tb_shaped_text_get_scene:
 * @self: texts
 *
 * Returns: (transfer none): their figure
 */
const TbScene *
tb_shaped_text_get_scene (const TbShapedText *self)
{
  return self->scene;
}

/**
 * tb_shaped_text_get_line:
 * @self: texts
 * @node: a node of their figure
 *
 * Returns: (transfer none) (nullable): the node's text; %NULL where it has none
 */
PangoLayoutLine *
tb_shaped_text_get_line (const TbShapedText *self,
                         const TbNode       *node)
{
  PangoLayout *layout = self->layouts[node - self->nodes];

  return layout != NULL ? pango_layout_get_line_readonly (layout, 0) : NULL;
}

/**
 * tb_shaped_text_get_x:
 * @self: texts
 * @node: a node of their figure that is text
 *
 * Unit: logical px.
 *
 * Returns: where the text starts
 */
double
tb_shaped_text_get_x (const TbShapedText *self,
                      const TbNode       *node)
{
  PangoRectangle logical;
  double width;

  pango_layout_line_get_extents (tb_shaped_text_get_line (self, node), NULL, &logical);
  width = (double) logical.width / PANGO_SCALE;
  switch (node->text.anchor)
    {
    case TB_ANCHOR_START:
      return node->text.x;
    case TB_ANCHOR_MIDDLE:
      return node->text.x - width / 2;
    case TB_ANCHOR_END:
      return node->text.x - width;
    }

  g_return_val_if_reached (node->text.x);
}
