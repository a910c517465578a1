/* Colours and type of a figure.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-house-style.h"
#include "tb-scene.h"

G_BEGIN_DECLS

typedef enum
{
  TB_STYLE_LIGHT, TB_STYLE_DARK, TB_STYLE_PRINT, TB_STYLE_HIGH_CONTRAST, TB_STYLE_HIGH_CONTRAST_DARK
} TbStyle;

#define TB_N_SERIES_COLORS 8

/* Sizes in logical px at the reference size of a figure; static, read only. */
struct _TbTheme
{
  const char *family;
  double      title_px, subtitle_px, label_px, note_px;
  double      readable;   /* the least contrast of coloured words on the page */
  TbColor     background, text, text_muted, grid, axis;
  TbColor     series[TB_N_SERIES_COLORS];
  TbColor     target;
  TbColor     highlight;
  TbColor     good, bad, neutral;   /* of variances and status alone (N-4), never without a sign or a shape */
  GBytes     *logo;                 /* nullable: PNG */
  double      margin_px;            /* around the figure; 0: the usual one */
};

const TbTheme *tb_theme_get            (TbStyle      style);
/* With what a house has of its own; as long as @house lives. */
const TbTheme *tb_theme_find           (TbStyle      style,
                                        const TbHouseStyle *house);
const char    *tb_style_get_name       (TbStyle      style);   /* "light", "dark", "print" … */
gboolean       tb_style_from_name      (const char  *name,
                                        TbStyle     *out_style);

G_END_DECLS
