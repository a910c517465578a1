/* Colours and type of a figure: light, dark, print and high contrast.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-house-style-private.h"

#include <string.h>

/* One list for both scripts: its Latin letters and figures are of the same
 * design as its Chinese, so that a mixed line keeps one weight and baseline. */
#define FAMILY "Noto Sans CJK SC, Source Han Sans SC, Noto Sans SC, sans-serif"

/* Sizes at 960 × 540; layout scales them gently with the figure. */
#define TYPE .family = FAMILY, .title_px = 23, .subtitle_px = 15, .label_px = 13.5, .note_px = 12.5

/* The least contrast of coloured words on the page: WCAG 2.2, 1.4.3 and 1.4.6. */
#define READABLE 4.5
#define READABLE_HIGH 7

#define RGB(red, green, blue) { (red) / 255.0, (green) / 255.0, (blue) / 255.0, 1 }

/* Hues were chosen by eye, then their lightness and depth were searched for:
 * every pair of the series' colours stays apart to normal sight and to the three
 * kinds of dichromats, and all stand out from their background; test-palette.c
 * measures both. The first ones are the furthest apart, because most figures
 * need no more. Good is a blue that leans to green and bad an orange, which no
 * kind of colour blindness confuses, as it does green and red. On white
 * they are the same for screen and paper. */
#define SERIES_ON_WHITE                                                                                                \
  .series = {                                                                                                          \
    RGB (0x1D, 0x4E, 0x89), RGB (0xD9, 0x58, 0x0F), RGB (0x37, 0x87, 0x78),                                            \
    RGB (0x8A, 0x21, 0x4E), RGB (0x53, 0x99, 0xCD), RGB (0x81, 0x55, 0x11),                                            \
    RGB (0x86, 0x67, 0xAD), RGB (0x3A, 0x49, 0x1B),                                                                    \
  }
#define JUDGED_ON_WHITE                                                                                                \
  .good = RGB (0x13, 0x78, 0x9D), .bad = RGB (0xB9, 0x50, 0x00), .neutral = RGB (0x53, 0x57, 0x60)

static const TbTheme themes[] = {
  [TB_STYLE_LIGHT] = {
    TYPE,
    .readable = READABLE,
    .background = RGB (0xFF, 0xFF, 0xFF),
    .text = RGB (0x1B, 0x1D, 0x21),
    .text_muted = RGB (0x5C, 0x63, 0x70),
    .grid = RGB (0xE3, 0xE5, 0xE9),
    .axis = RGB (0x33, 0x37, 0x3D),
    SERIES_ON_WHITE,
    .target = RGB (0x33, 0x37, 0x3D),
    .highlight = RGB (0xD9, 0x58, 0x0F),
    JUDGED_ON_WHITE,
  },
  [TB_STYLE_DARK] = {
    TYPE,
    .readable = READABLE,
    .background = RGB (0x1E, 0x1E, 0x22),
    .text = RGB (0xF2, 0xF3, 0xF5),
    .text_muted = RGB (0xA9, 0xAF, 0xBA),
    .grid = RGB (0x3A, 0x3B, 0x42),
    .axis = RGB (0xC9, 0xCD, 0xD4),
    .series = {
      RGB (0x6C, 0xB1, 0xF0),
      RGB (0xF5, 0x8B, 0x4C),
      RGB (0x86, 0xE3, 0xBA),
      RGB (0xB2, 0x4A, 0x6E),
      RGB (0xF6, 0xCB, 0x65),
      RGB (0x8C, 0x70, 0xD7),
      RGB (0x92, 0x71, 0x21),
      RGB (0xDC, 0xC8, 0xF5),
    },
    .target = RGB (0xD9, 0xDC, 0xE1),
    .highlight = RGB (0xF5, 0x8B, 0x4C),
    .good = RGB (0x5C, 0xC3, 0xDF),
    .bad = RGB (0xF0, 0x7F, 0x3C),
    .neutral = RGB (0x8E, 0x94, 0x9F),
  },
  [TB_STYLE_PRINT] = {
    TYPE,
    .readable = READABLE,
    .background = RGB (0xFF, 0xFF, 0xFF),
    .text = RGB (0x00, 0x00, 0x00),
    .text_muted = RGB (0x4A, 0x4A, 0x4A),
    .grid = RGB (0xD0, 0xD0, 0xD0),
    .axis = RGB (0x00, 0x00, 0x00),
    SERIES_ON_WHITE,
    .target = RGB (0x00, 0x00, 0x00),
    .highlight = RGB (0xD9, 0x58, 0x0F),
    JUDGED_ON_WHITE,
  },
  [TB_STYLE_HIGH_CONTRAST] = {
    TYPE,
    .readable = READABLE_HIGH,
    .background = RGB (0xFF, 0xFF, 0xFF),
    .text = RGB (0x00, 0x00, 0x00),
    .text_muted = RGB (0x2E, 0x2E, 0x2E),
    .grid = RGB (0x9A, 0x9A, 0x9A),
    .axis = RGB (0x00, 0x00, 0x00),
    .series = {
      RGB (0x00, 0x3F, 0x88),
      RGB (0x9A, 0x32, 0x00),
      RGB (0x28, 0x70, 0x62),
      RGB (0x59, 0x0D, 0x32),
      RGB (0x0D, 0x7C, 0xB8),
      RGB (0x89, 0x6D, 0x2F),
      RGB (0x68, 0x31, 0xB6),
      RGB (0x1E, 0x16, 0x0E),
    },
    .target = RGB (0x00, 0x00, 0x00),
    .highlight = RGB (0xB0, 0x3A, 0x00),
    .good = RGB (0x23, 0x5D, 0x77),
    .bad = RGB (0x9B, 0x2F, 0x00),
    .neutral = RGB (0x32, 0x35, 0x3D),
  },
  [TB_STYLE_HIGH_CONTRAST_DARK] = {
    TYPE,
    .readable = READABLE_HIGH,
    .background = RGB (0x00, 0x00, 0x00),
    .text = RGB (0xFF, 0xFF, 0xFF),
    .text_muted = RGB (0xDA, 0xDA, 0xDA),
    .grid = RGB (0x6E, 0x6E, 0x6E),
    .axis = RGB (0xFF, 0xFF, 0xFF),
    .series = {
      RGB (0x7F, 0xC4, 0xFF),
      RGB (0xFF, 0x9E, 0x57),
      RGB (0x8D, 0xFC, 0xAF),
      RGB (0xD9, 0x49, 0x89),
      RGB (0xFE, 0xDB, 0x39),
      RGB (0xBD, 0x85, 0xF2),
      RGB (0x94, 0x7B, 0x3B),
      RGB (0xFA, 0xEB, 0xFF),
    },
    .target = RGB (0xFF, 0xFF, 0xFF),
    .highlight = RGB (0xFF, 0x9E, 0x57),
    .good = RGB (0xA6, 0xF6, 0xEF),
    .bad = RGB (0xFC, 0x76, 0x0E),
    .neutral = RGB (0xA1, 0xA5, 0xAF),
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

/**
 * tb_theme_find:
 * @style: a style
 * @house: (nullable): what a house has of its own
 *
 * Returns: (transfer none): its theme, as long as @house lives
 */
const TbTheme *
tb_theme_find (TbStyle             style,
               const TbHouseStyle *house)
{
  g_return_val_if_fail ((gsize) style < TB_N_STYLES, &themes[TB_STYLE_LIGHT]);

  return house != NULL ? &house->themes[style] : tb_theme_get (style);
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
