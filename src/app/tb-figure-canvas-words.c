/* What a figure tells to those who do not see it, and about the point that is looked at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-figure-canvas-private.h"

/* The title, and what the whole figure shows. */
void
tb_figure_canvas_describe (TbFigureCanvas *self,
                           const char     *fallback)
{
  const TbSceneInfo *info = tb_scene_get_info (tb_figure_canvas_get_scene (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  info->title != NULL && *info->title != '\0' ? info->title : fallback,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  info->description != NULL ? info->description : "", -1);
}

void
tb_figure_canvas_announce_datum (TbFigureCanvas *self)
{
  g_autofree char *readout = tb_figure_canvas_dup_readout (self);

  if (readout != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), readout, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/**
 * tb_figure_canvas_dup_readout:
 * @self: a canvas
 *
 * Tells all about the point that is looked at, and what it can be compared with.
 *
 * Returns: (transfer full) (nullable): the sentence; %NULL where there is no point
 */
char *
tb_figure_canvas_dup_readout (TbFigureCanvas *self)
{
  TbChartPicture *picture;

  g_return_val_if_fail (TB_IS_FIGURE_CANVAS (self), NULL);

  picture = tb_chart_renderer_get_picture (self->renderer);
  if (self->datum.series < 0 || picture == NULL || picture->selection == NULL)
    return NULL;
  return tb_chart_dup_readout (picture->spec, picture->selection, self->datum);
}
