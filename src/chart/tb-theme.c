/* Colours and type of a figure: light, dark, print and high contrast.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-theme.h"

#include <string.h>

/* One list for both scripts: its Latin letters and figures are of the same
 * design as its Chinese, so that a mixed line keeps one weight and baseline. */
#define FAMILY "Noto Sans CJK SC, Source Han Sans SC, Noto Sans SC, sans-serif"

/* Sizes at 960 × 540; layout scales them gently with the figure. */
#define TYPE .family = FAMILY, .title_px = 23, .subtitle_px = 15, .label_px = 13.5, .note_px = 12.5

#define RGB(red, green, blue) { (red) / 255.0, (green) / 255.0, (blue) / 255.0, 1 }

/* The series colours were searched for, not chosen by eye: every pair of a set
 * stays apart to normal sight and to the three kinds of dichromats, and all
 * stand out from their background; test-palette.c measures both. The first ones
 * are the furthest apart, because most figures need no more. */
static const TbTheme themes[] = {
  [TB_STYLE_LIGHT] = {
    TYPE,
    .background = RGB (0xFF, 0xFF, 0xFF),
    .text = RGB (0x1B, 0x1D, 0x21),
    .text_muted = RGB (0x5C, 0x63, 0x70),
    .grid = RGB (0xE3, 0xE5, 0xE9),
    .axis = RGB (0x33, 0x37, 0x3D),
    .series = {
      RGB (0x1D, 0x4E, 0x89),
      RGB (0xD9, 0x58, 0x0F),
      RGB (0x1B, 0x99, 0x8B),
      RGB (0x8D, 0x0F, 0x00),
      RGB (0xAE, 0x7C, 0xE7),
      RGB (0x8E, 0x4E, 0xCD),
      RGB (0x5C, 0x21, 0x47),
      RGB (0xAA, 0x48, 0x45),
    },
    .target = RGB (0x33, 0x37, 0x3D),
    .highlight = RGB (0xD9, 0x58, 0x0F),
    .good = RGB (0x1A, 0x7F, 0x37),
    .bad = RGB (0xC6, 0x3A, 0x12),
    .neutral = RGB (0x6E, 0x75, 0x80),
  },
  [TB_STYLE_DARK] = {
    TYPE,
    .background = RGB (0x1E, 0x1E, 0x22),
    .text = RGB (0xF2, 0xF3, 0xF5),
    .text_muted = RGB (0xA9, 0xAF, 0xBA),
    .grid = RGB (0x3A, 0x3B, 0x42),
    .axis = RGB (0xC9, 0xCD, 0xD4),
    .series = {
      RGB (0x6C, 0xB1, 0xF0),
      RGB (0xF5, 0x8B, 0x4C),
      RGB (0xFC, 0xD1, 0xF9),
      RGB (0xB2, 0xF0, 0x83),
      RGB (0xC2, 0x55, 0x00),
      RGB (0x3E, 0x71, 0xE9),
      RGB (0x9C, 0x91, 0x9C),
      RGB (0x84, 0x64, 0x8B),
    },
    .target = RGB (0xD9, 0xDC, 0xE1),
    .highlight = RGB (0xF5, 0x8B, 0x4C),
    .good = RGB (0x5A, 0xC8, 0x7A),
    .bad = RGB (0xFF, 0x8A, 0x65),
    .neutral = RGB (0xA9, 0xAF, 0xBA),
  },
  [TB_STYLE_PRINT] = {
    TYPE,
    .background = RGB (0xFF, 0xFF, 0xFF),
    .text = RGB (0x00, 0x00, 0x00),
    .text_muted = RGB (0x4A, 0x4A, 0x4A),
    .grid = RGB (0xD0, 0xD0, 0xD0),
    .axis = RGB (0x00, 0x00, 0x00),
    .series = {
      RGB (0x1D, 0x4E, 0x89),
      RGB (0xD9, 0x58, 0x0F),
      RGB (0x1B, 0x99, 0x8B),
      RGB (0x8D, 0x0F, 0x00),
      RGB (0xAE, 0x7C, 0xE7),
      RGB (0x8E, 0x4E, 0xCD),
      RGB (0x5C, 0x21, 0x47),
      RGB (0xAA, 0x48, 0x45),
    },
    .target = RGB (0x00, 0x00, 0x00),
    .highlight = RGB (0xD9, 0x58, 0x0F),
    .good = RGB (0x1A, 0x7F, 0x37),
    .bad = RGB (0xC6, 0x3A, 0x12),
    .neutral = RGB (0x6E, 0x6E, 0x6E),
  },
  [TB_STYLE_HIGH_CONTRAST] = {
    TYPE,
    .background = RGB (0xFF, 0xFF, 0xFF),
    .text = RGB (0x00, 0x00, 0x00),
    .text_muted = RGB (0x2E, 0x2E, 0x2E),
    .grid = RGB (0x9A, 0x9A, 0x9A),
    .axis = RGB (0x00, 0x00, 0x00),
    .series = {
      RGB (0x00, 0x3F, 0x88),
      RGB (0xB0, 0x3A, 0x00),
      RGB (0x0C, 0x01, 0x00),
      RGB (0x79, 0x5F, 0xE2),
      RGB (0x4A, 0x25, 0x05),
      RGB (0x0D, 0x11, 0x48),
      RGB (0x76, 0x47, 0x5C),
      RGB (0xB2, 0x4F, 0x9E),
    },
    .target = RGB (0x00, 0x00, 0x00),
    .highlight = RGB (0xB0, 0x3A, 0x00),
    .good = RGB (0x00, 0x5A, 0x1E),
    .bad = RGB (0xA0, 0x1E, 0x00),
    .neutral = RGB (0x4A, 0x4A, 0x4A),
  },
  [TB_STYLE_HIGH_CONTRAST_DARK] = {
    TYPE,
    .background = RGB (0x00, 0x00, 0x00),
    .text = RGB (0xFF, 0xFF, 0xFF),
    .text_muted = RGB (0xDA, 0xDA, 0xDA),
    .grid = RGB (0x6E, 0x6E, 0x6E),
    .axis = RGB (0xFF, 0xFF, 0xFF),
    .series = {
      RGB (0x7F, 0xC4, 0xFF),
      RGB (0xFF, 0x9E, 0x57),
      RGB (0xA3, 0xFE, 0xDB),
      RGB (0xFE, 0xED, 0x25),
      RGB (0x7A, 0x92, 0xFD),
      RGB (0xC9, 0x5B, 0x0A),
      RGB (0x9E, 0x8E, 0x8C),
      RGB (0x63, 0x73, 0xB2),
    },
    .target = RGB (0xFF, 0xFF, 0xFF),
    .highlight = RGB (0xFF, 0x9E, 0x57),
    .good = RGB (0x7C, 0xF2, 0x9A),
    .bad = RGB (0xFF, 0xA0, 0x7A),
    .neutral = RGB (0xC8, 0xC8, 0xC8),
  },
};

static const char *const names[] = {
  [TB_STYLE_LIGHT] = "light",
  [TB_STYLE_DARK] = "dark",
  [TB_STYLE_PRINT] = "print",
  [TB_STYLE_HIGH_CONTRAST] = "high-contrast",
  [TB_STYLE_HIGH_CONTRAST_DARK] = "high-contrast-dark",
};

/**
 * tb_theme_get:
 * @style: a style
 *
 * Returns: (transfer none): its theme, static
 */
const TbTheme *
tb_theme_get (TbStyle style)
{
  g_return_val_if_fail ((gsize) style < G_N_ELEMENTS (themes), &themes[TB_STYLE_LIGHT]);

  return &themes[style];
}

const TbTheme *
tb_theme_find (TbStyle             style,
               const TbHouseStyle *house)
{
  return tb_theme_get (style);
}

/**
 * tb_style_get_name:
 * @style: a style
 *
 * Returns: (transfer none): its name in specs and on the command line
 */
const char *
tb_style_get_name (TbStyle style)
{
  g_return_val_if_fail ((gsize) style < G_N_ELEMENTS (names), names[TB_STYLE_LIGHT]);

  return names[style];
}

/**
 * tb_style_from_name:
 * @name: a name
 * @out_style: (out): the style
 *
 * Returns: whether there is such a style; else @out_style is left as it was
 */
gboolean
tb_style_from_name (const char *name,
                    TbStyle    *out_style)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], name) == 0)
      {
        *out_style = (TbStyle) i;
        return TRUE;
      }

  return FALSE;
}
