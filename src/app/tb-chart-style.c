/* Which colours a figure on the screen has.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-chart-style.h"

#include <adwaita.h>

/**
 * tb_chart_style_for_screen:
 *
 * Finds the style that goes with the system's colour scheme and contrast.
 *
 * Thread: main.
 *
 * Returns: a style
 */
TbStyle
tb_chart_style_for_screen (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return dark ? TB_STYLE_HIGH_CONTRAST_DARK : TB_STYLE_HIGH_CONTRAST;
  return dark ? TB_STYLE_DARK : TB_STYLE_LIGHT;
}
