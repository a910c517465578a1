/* C6: a list of figures with their targets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-bullet.h"
#include "tb-chart-type.h"

/* Most series of a file have no target and give no row, but each is looked at. */
#define MOST_BULLET_SERIES 1000

static gpointer
new_content (TbFigures               *figures,
             const TbChartSpecFields *spec,
             GError                 **error)
{
  return tb_bullet_new (figures, spec, error);
}

static void
free_content (gpointer content)
{
  tb_bullet_free (content);
}

static void
lay_out (TbCanvas           *canvas,
         const TbChartFrame *frame,
         gpointer            content)
{
  tb_layout_bullet (canvas, frame->plot, content);
}

const TbChartTypeClass tb_type_bullet = {
  .name = "bullet",
  .title = { { "Bullet chart", "子弹图" } },
  .notation = TB_NOTATION_NONE,
  .many_units = TRUE,
  .most_series = MOST_BULLET_SERIES,
  .orders = TB_ORDER (SIZE) | TB_ORDER (DECLARED) | TB_ORDER (GAP) | TB_ORDER (COMPLETION),
  .own_legend = TRUE,
  .keep_points = tb_bullet_keep_points,
  .new_content = new_content,
  .free_content = free_content,
  .describes_all = TRUE,
  .describe = tb_bullet_describe,
  .lay_out = lay_out,
};
