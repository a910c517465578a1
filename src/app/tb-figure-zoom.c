/* Dragging over a chart and zooming by keys: which span is asked for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-figure-zoom.h"

/* Of a key: the middle half, or twice as much; a quarter further. */
#define ZOOM_IN 0.5
#define ZOOM_OUT 2.0
#define SHIFT 0.25

gboolean
tb_figure_zoom_from_key (guint            key,
                         GdkModifierType  state,
                         double          *out_factor,
                         double          *out_shift)
{
  static const struct { guint keys[3]; double factor, shift; } keys[] = {
    { { GDK_KEY_plus, GDK_KEY_KP_Add, GDK_KEY_equal }, ZOOM_IN, 0 },
    { { GDK_KEY_minus, GDK_KEY_KP_Subtract, GDK_KEY_minus }, ZOOM_OUT, 0 },
    { { GDK_KEY_0, GDK_KEY_KP_0, GDK_KEY_0 }, 0, 0 },
    { { GDK_KEY_Left, GDK_KEY_KP_Left, GDK_KEY_Left }, 1, -SHIFT },
    { { GDK_KEY_Right, GDK_KEY_KP_Right, GDK_KEY_Right }, 1, SHIFT },
  };

  if ((state & gtk_accelerator_get_default_mod_mask () & ~(guint) GDK_SHIFT_MASK) != GDK_CONTROL_MASK)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (keys[i].keys); k++)
      if (keys[i].keys[k] == key)
        {
          *out_factor = keys[i].factor;
          *out_shift = keys[i].shift;
          return TRUE;
        }

  return FALSE;
}

/* Zooming in keeps the point that is looked at; without one, the middle. */
static gboolean
find_narrower (const TbChartPicture *picture,
               const TbScenePlot    *plot,
               TbDatum               datum,
               double                factor,
               TbPeriod             *out_from,
               TbPeriod             *out_to)
{
  double half = plot->rect.width * factor / 2;
  double middle = plot->rect.x + plot->rect.width / 2;
  TbRect box;

  if (datum.series >= 0 && tb_scene_find_datum (picture->scene, datum, &box))
    middle = box.x + box.width / 2;
  middle = CLAMP (middle, plot->rect.x + half, plot->rect.x + plot->rect.width - half);

  return tb_chart_find_span (picture->selection, picture->scene, plot, middle - half, middle + half, out_from, out_to);
}

/**
 * tb_figure_zoom_find:
 * @picture: what is shown
 * @datum: the point that is looked at, or none
 * @factor: of the span to the shown one; 0: all there is
 * @shift: of its middle, in spans
 * @out_from: (out): for the spec
 * @out_to: (out): for the spec
 *
 * Finds the span that a key asks for.
 *
 * Returns: whether it is another one than what is shown
 */
gboolean
tb_figure_zoom_find (const TbChartPicture *picture,
                     TbDatum               datum,
                     double                factor,
                     double                shift,
                     TbPeriod             *out_from,
                     TbPeriod             *out_to)
{
  const TbChartSpecFields *fields;
  const TbScenePlot *plots;
  gsize n_plots;

  *out_from = *out_to = TB_PERIOD_UNDATED;
  if (picture == NULL || picture->scene == NULL)
    return FALSE;
  fields = tb_chart_spec_get (picture->spec);
  plots = tb_scene_get_plots (picture->scene, &n_plots);
  /* Who zoomed in and took a type without an axis of time gets out again. */
  if (n_plots == 0 && factor > 0)
    return FALSE;
  if (factor > 0 && factor < 1 && !find_narrower (picture, &plots[0], datum, factor, out_from, out_to))
    return FALSE;
  if (factor >= 1)
    tb_chart_move_span (&plots[0], picture->first_day, picture->last_day, factor, shift, out_from, out_to);

  return !tb_period_equal (*out_from, fields->from) || !tb_period_equal (*out_to, fields->to);
}
