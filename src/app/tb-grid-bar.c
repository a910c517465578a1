/* The bar in a cell of the comparison table.
 *
 * Which way it runs is the sign, its fill whether that is for the better: solid or
 * hatched; an outline is neither, so that no meaning hangs on a colour alone (N-4, B-7).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-grid-bar.h"

#include "tb-chart-style.h"
#include "tb-theme.h"

#include <math.h>

#define THICKNESS 9.0f
#define HATCH_STEP 4.0f
#define LEAST_PX 1.5f
#define SLIT_PX 3.0f

static GdkRGBA
get_color (TbTone tone)
{
  const TbTheme *theme = tb_theme_get (tb_chart_style_for_screen ());
  TbColor color = theme->neutral;

  switch (tone)
    {
    case TB_TONE_GOOD:
      color = theme->good;
      break;
    case TB_TONE_BAD:
      color = theme->bad;
      break;
    case TB_TONE_NEUTRAL:
      break;
    }
  return (GdkRGBA) { (float) color.r, (float) color.g, (float) color.b, (float) color.a };
}

static void
outline (GtkSnapshot           *snapshot,
         const graphene_rect_t *bar,
         const GdkRGBA         *color)
{
  GskRoundedRect edge;

  gsk_rounded_rect_init_from_rect (&edge, bar, 0);
  gtk_snapshot_append_border (snapshot, &edge, (float[4]) { 1, 1, 1, 1 },
                              (GdkRGBA[4]) { *color, *color, *color, *color });
}

static void
hatch (GtkSnapshot           *snapshot,
       const graphene_rect_t *bar,
       const GdkRGBA         *color)
{
  gtk_snapshot_push_repeat (snapshot, bar,
                            &GRAPHENE_RECT_INIT (bar->origin.x, bar->origin.y, HATCH_STEP, bar->size.height));
  gtk_snapshot_append_color (
      snapshot, color, &GRAPHENE_RECT_INIT (bar->origin.x, bar->origin.y, HATCH_STEP / 2 - 0.5f, bar->size.height));
  gtk_snapshot_pop (snapshot);
  outline (snapshot, bar, color);
}

static void
fill (GtkSnapshot           *snapshot,
      const graphene_rect_t *bar,
      TbTone                 tone)
{
  GdkRGBA color = get_color (tone);

  switch (tone)
    {
    case TB_TONE_GOOD:
      gtk_snapshot_append_color (snapshot, &color, bar);
      break;
    case TB_TONE_BAD:
      hatch (snapshot, bar, &color);
      break;
    case TB_TONE_NEUTRAL:
      outline (snapshot, bar, &color);
      break;
    }
}

/* N-7: a slit tells that the bar stands for more than its length. */
static void
cut (GtkSnapshot           *snapshot,
     const graphene_rect_t *bar,
     gboolean               to_left)
{
  float x = to_left ? bar->origin.x + 2 * SLIT_PX : bar->origin.x + bar->size.width - 3 * SLIT_PX;
  const TbTheme *theme = tb_theme_get (tb_chart_style_for_screen ());
  GdkRGBA paper = { (float) theme->background.r, (float) theme->background.g, (float) theme->background.b, 1 };

  gtk_snapshot_append_color (snapshot, &paper,
                             &GRAPHENE_RECT_INIT (x, bar->origin.y - 1, SLIT_PX, bar->size.height + 2));
}

static void
draw_change (GtkSnapshot           *snapshot,
             const TbCellLook      *look,
             const graphene_rect_t *place,
             float                  y)
{
  float zero = roundf (place->origin.x + place->size.width / 2);
  float length = MAX ((float) fabs (look->bar) * place->size.width / 2, LEAST_PX);
  graphene_rect_t bar = GRAPHENE_RECT_INIT (look->bar < 0 ? zero - length : zero, y, length, THICKNESS);
  GdkRGBA axis = get_color (TB_TONE_NEUTRAL);

  if (look->bar != 0)
    fill (snapshot, &bar, look->tone);
  if (look->is_cut)
    cut (snapshot, &bar, look->bar < 0);
  axis.alpha *= 0.7f;
  gtk_snapshot_append_color (snapshot, &axis, &GRAPHENE_RECT_INIT (zero - 0.5f, y - 4, 1, THICKNESS + 8));
}

/* What is reached, in the whole, and how much of the time had passed. */
static void
draw_completion (GtkSnapshot           *snapshot,
                 const TbCellLook      *look,
                 const graphene_rect_t *place,
                 float                  y)
{
  GdkRGBA color = get_color (TB_TONE_NEUTRAL);
  GdkRGBA track = color;
  graphene_rect_t bar = GRAPHENE_RECT_INIT (place->origin.x, y, (float) look->bar * place->size.width, THICKNESS);

  track.alpha *= 0.25f;
  gtk_snapshot_append_color (snapshot, &track,
                             &GRAPHENE_RECT_INIT (place->origin.x, y, place->size.width, THICKNESS));
  gtk_snapshot_append_color (snapshot, &color, &bar);
  if (look->is_cut)
    cut (snapshot, &bar, FALSE);
  if (!isnan (look->tick))
    {
      const TbTheme *theme = tb_theme_get (tb_chart_style_for_screen ());
      GdkRGBA text = { (float) theme->text.r, (float) theme->text.g, (float) theme->text.b, 1 };
      GdkRGBA paper = { (float) theme->background.r, (float) theme->background.g, (float) theme->background.b, 1 };
      float x = roundf (place->origin.x + (float) look->tick * place->size.width) - 1;

      /* With a rim, so that it is seen on the bar too. */
      gtk_snapshot_append_color (snapshot, &paper, &GRAPHENE_RECT_INIT (x - 1, y - 3, 4, THICKNESS + 6));
      gtk_snapshot_append_color (snapshot, &text, &GRAPHENE_RECT_INIT (x, y - 3, 2, THICKNESS + 6));
    }
}

void
tb_grid_bar_snapshot (GtkSnapshot           *snapshot,
                      const TbCellLook      *look,
                      const graphene_rect_t *place)
{
  float y = roundf (place->origin.y + (place->size.height - THICKNESS) / 2);

  if (look->is_progress)
    draw_completion (snapshot, look, place, y);
  else
    draw_change (snapshot, look, place, y);
}
