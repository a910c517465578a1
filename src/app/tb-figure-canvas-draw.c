/* Draws a figure on its page, the point that is looked at and the span dragged over.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-figure-canvas-private.h"

#include <adwaita.h>

#define CORNER_PX 8.0f
#define SQUARE_PX 8.0f
/* A figure may stand in so many panels. */
#define MOST_BOXES 16

/* Of what is pointed at, on light and dark pages. */
static const GdkRGBA mark_color = { 0.90f, 0.38f, 0.0f, 1.0f };

/* A ring around a small mark, a frame around a large one. */
static void
snapshot_datum (TbFigureCanvas *self,
                GtkSnapshot   *snapshot)
{
  TbScene *scene = tb_figure_canvas_get_scene (self);
  float border[4] = { 2, 2, 2, 2 };
  float scale;
  TbRect boxes[MOST_BOXES];
  gsize n;

  if (scene == NULL || self->datum.series < 0)
    return;
  n = tb_scene_find_boxes (scene, self->datum, boxes, MOST_BOXES);
  scale = self->page.size.width / (float) tb_scene_get_info (scene)->width;
  for (gsize i = 0; i < n; i++)
    {
      const TbRect *box = &boxes[i];
      graphene_rect_t around;
      GskRoundedRect ring;

      graphene_rect_init (&around, self->page.origin.x + (float) box->x * scale - 3,
                          self->page.origin.y + (float) box->y * scale - 3, (float) box->width * scale + 6,
                          (float) box->height * scale + 6);
      gsk_rounded_rect_init_from_rect (&ring, &around, MIN ((float) MIN (box->width, box->height) * scale / 2 + 3, 6));
      gtk_snapshot_append_border (snapshot, &ring, border,
                                  (GdkRGBA[4]) { mark_color, mark_color, mark_color, mark_color });
    }
}

/* The span that is being dragged over, as high as its plot. */
static void
snapshot_drag (TbFigureCanvas *self,
               GtkSnapshot    *snapshot)
{
  const TbScenePlot *plot
    = self->is_dragging ? tb_figure_canvas_find_dragged_plot (self, self->drag_from, self->drag_y) : NULL;
  GdkRGBA color = mark_color;
  float scale;
  float left;
  float right;
  graphene_rect_t band;

  if (plot == NULL)
    return;
  scale = self->page.size.width / (float) tb_scene_get_info (tb_figure_canvas_get_scene (self))->width;
  left = self->page.origin.x + (float) plot->rect.x * scale;
  right = left + (float) plot->rect.width * scale;
  graphene_rect_init (&band, CLAMP ((float) MIN (self->drag_from, self->drag_to), left, right),
                      self->page.origin.y + (float) plot->rect.y * scale, 0, (float) plot->rect.height * scale);
  band.size.width = CLAMP ((float) MAX (self->drag_from, self->drag_to), left, right) - band.origin.x;
  color.alpha = 0.16f;
  gtk_snapshot_append_color (snapshot, &color, &band);
}

static void
append_square (GtkSnapshot           *snapshot,
               const graphene_rect_t *page,
               int                    x,
               int                    y,
               GdkRGBA                color)
{
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (page->origin.x + (float) x * SQUARE_PX,
                                                  page->origin.y + (float) y * SQUARE_PX, SQUARE_PX, SQUARE_PX));
}

/* Squares, as drawing programs show what is not painted, in the lightness that the
 * figure is made for. */
static void
snapshot_nothing (TbFigureCanvas *self,
                  GtkSnapshot    *snapshot)
{
  TbColor ground = tb_scene_get_info (tb_figure_canvas_get_scene (self))->background;
  GdkRGBA even = { (float) ground.r, (float) ground.g, (float) ground.b, 1 };
  GdkRGBA odd = { (even.red * 5 + 0.5f) / 6, (even.green * 5 + 0.5f) / 6, (even.blue * 5 + 0.5f) / 6, 1 };
  graphene_rect_t tile = GRAPHENE_RECT_INIT (self->page.origin.x, self->page.origin.y, 2 * SQUARE_PX, 2 * SQUARE_PX);

  gtk_snapshot_push_repeat (snapshot, &self->page, &tile);
  for (int i = 0; i < 4; i++)
    append_square (snapshot, &self->page, i % 2, i / 2, (i % 2 + i / 2) % 2 == 0 ? even : odd);
  gtk_snapshot_pop (snapshot);
}

/* Until its pixels are there, in the first frame of a window. */
static void
snapshot_drawing (TbFigureCanvas *self,
                  GtkSnapshot    *snapshot,
                  TbChartPicture *picture)
{
  const TbSceneInfo *info = tb_scene_get_info (picture->scene);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &self->page.origin);
  gtk_snapshot_scale (snapshot, self->page.size.width / (float) info->width,
                      self->page.size.height / (float) info->height);
  gtk_snapshot_append_node (snapshot, picture->drawing);
  gtk_snapshot_restore (snapshot);
}

static gboolean
can_draw (TbFigureCanvas *self,
          TbChartPicture *picture)
{
  if (picture == NULL || picture->scene == NULL || self->page.size.width < 1)
    return FALSE;
  return picture->texture != NULL || picture->drawing != NULL;
}

void
tb_figure_canvas_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  TbFigureCanvas *self = TB_FIGURE_CANVAS (widget);
  TbChartPicture *picture = tb_chart_renderer_get_picture (self->renderer);
  GskRoundedRect paper;
  GdkRGBA edge;

  if (!can_draw (self, picture))
    return;
  gsk_rounded_rect_init_from_rect (&paper, &self->page, CORNER_PX);
  gtk_snapshot_append_outset_shadow (snapshot, &paper, &(GdkRGBA) { 0, 0, 0, 0.20f }, 0, 1, 0, 4);
  gtk_widget_get_color (widget, &edge);
  edge.alpha *= 0.12f;
  gtk_snapshot_append_outset_shadow (snapshot, &paper, &edge, 0, 0, 1, 0);
  gtk_snapshot_push_rounded_clip (snapshot, &paper);
  if (tb_scene_get_info (picture->scene)->transparent)
    snapshot_nothing (self, snapshot);
  if (picture->texture != NULL)
    gtk_snapshot_append_scaled_texture (snapshot, picture->texture, GSK_SCALING_FILTER_LINEAR, &self->page);
  else
    snapshot_drawing (self, snapshot, picture);
  gtk_snapshot_pop (snapshot);
  snapshot_datum (self, snapshot);
  snapshot_drag (self, snapshot);
  if (gtk_widget_has_visible_focus (widget))
    {
      AdwStyleManager *styles = adw_style_manager_get_default ();
      float border[4] = { 2, 2, 2, 2 };
      GdkRGBA color;

      adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (styles),
                                           adw_style_manager_get_dark (styles), &color);
      gsk_rounded_rect_shrink (&paper, -4, -4, -4, -4);
      gtk_snapshot_append_border (snapshot, &paper, border, (GdkRGBA[4]) { color, color, color, color });
    }
}
