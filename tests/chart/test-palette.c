/* Tests colours: contrast, and that series stay apart to every eye.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-palette.h"
#include "tb-theme.h"

#include <string.h>

/* The least differences, OKLab × 100: about five, three and seven just visible steps. */
#define LEAST_OF_FOUR 10.0
#define LEAST_OF_ALL 7.0
#define LEAST_OF_SIGNS 14.0

/* WCAG 2.2's own examples: black on white 21, #767676 on white 4.54. */
static void
test_contrast (void)
{
  TbColor white = tb_color_from_rgb (0xFFFFFF);

  g_assert_cmpfloat_with_epsilon (tb_color_contrast (tb_color_from_rgb (0), white), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (tb_color_contrast (white, tb_color_from_rgb (0x767676)), 4.54, 0.005);
  g_assert_cmpfloat_with_epsilon (tb_color_difference (tb_color_from_rgb (0), white), 100, 0.01);
}

/* To a protanope and a deuteranope red and green come together, blue and yellow
 * stay apart; to a tritanope red and green stay apart. */
static void
test_simulation (void)
{
  TbColor red = tb_color_from_rgb (0xB04040);
  TbColor green = tb_color_from_rgb (0x607030);
  double normal = tb_color_difference (red, green);

  for (int vision = TB_VISION_PROTANOPIA; vision <= TB_VISION_TRITANOPIA; vision++)
    {
      TbColor grey = tb_color_simulate (tb_color_from_rgb (0x808080), (TbVision) vision);
      double seen = tb_color_difference (tb_color_simulate (red, (TbVision) vision),
                                         tb_color_simulate (green, (TbVision) vision));

      /* Grey is seen by all alike. */
      g_assert_cmpfloat (tb_color_difference (grey, tb_color_from_rgb (0x808080)), <, 0.5);
      if (vision == TB_VISION_TRITANOPIA)
        g_assert_cmpfloat (seen, >, normal * 0.8);
      else
        g_assert_cmpfloat (seen, <, normal * 0.6);
    }
}

static void
test_readable (void)
{
  TbColor white = tb_color_from_rgb (0xFFFFFF);
  TbColor pale = tb_color_from_rgb (0xAE7CE7);
  TbColor readable = tb_color_readable (pale, white, tb_color_from_rgb (0), 4.5);

  g_assert_cmpfloat (tb_color_contrast (pale, white), <, 4.5);
  g_assert_cmpfloat (tb_color_contrast (readable, white), >=, 4.5);
  /* It stays the colour that it was, only darker. */
  g_assert_cmpfloat (readable.b, >, readable.r);
  g_assert_cmpfloat (readable.r, >, readable.g);
}

static void
test_theme (gconstpointer data)
{
  TbStyle style = (TbStyle) GPOINTER_TO_INT (data);
  const TbTheme *theme = tb_theme_get (style);
  gboolean high = style == TB_STYLE_HIGH_CONTRAST || style == TB_STYLE_HIGH_CONTRAST_DARK;

  g_assert_cmpfloat (tb_color_contrast (theme->text, theme->background), >=, high ? 12 : 7);
  g_assert_cmpfloat (tb_color_contrast (theme->text_muted, theme->background), >=, high ? 7 : 4.5);
  g_assert_cmpfloat (tb_color_contrast (theme->axis, theme->background), >=, 3);
  g_assert_cmpfloat (tb_color_contrast (theme->target, theme->background), >=, 4.5);
  g_assert_cmpfloat (tb_color_contrast (theme->highlight, theme->background), >=, 3);
  /* The grid is seen, but never before the data. */
  g_assert_cmpfloat (tb_color_contrast (theme->grid, theme->background), >, 1.1);
  g_assert_cmpfloat (tb_color_contrast (theme->grid, theme->background), <, 4.5);
  for (int i = 0; i < TB_N_SERIES_COLORS; i++)
    g_assert_cmpfloat (tb_color_contrast (theme->series[i], theme->background), >=, high ? 4.5 : 3);
  g_assert_true (g_str_has_prefix (theme->family, "Noto Sans CJK SC,"));
  g_assert_true (g_str_has_suffix (theme->family, "sans-serif"));
}

static void
test_apart (gconstpointer data)
{
  const TbTheme *theme = tb_theme_get ((TbStyle) GPOINTER_TO_INT (data));

  for (int vision = 0; vision < TB_N_VISIONS; vision++)
    for (int i = 0; i < TB_N_SERIES_COLORS; i++)
      for (int k = 0; k < i; k++)
        {
          double difference = tb_color_difference (tb_color_simulate (theme->series[i], (TbVision) vision),
                                                   tb_color_simulate (theme->series[k], (TbVision) vision));

          g_test_message ("vision %d, colours %d and %d: %.1f", vision, k, i, difference);
          g_assert_cmpfloat (difference, >=, i < 4 ? LEAST_OF_FOUR : LEAST_OF_ALL);
        }
}

/* Variances: to every eye good is unlike bad, and neither is like neutral. */
static void
test_signs (gconstpointer data)
{
  TbStyle style = (TbStyle) GPOINTER_TO_INT (data);
  const TbTheme *theme = tb_theme_get (style);
  gboolean high = style == TB_STYLE_HIGH_CONTRAST || style == TB_STYLE_HIGH_CONTRAST_DARK;
  const TbColor colors[] = { theme->good, theme->bad, theme->neutral };
  /* Written too: numbers of variances. */
  double contrast = high ? 7 : 4.5;

  for (gsize i = 0; i < G_N_ELEMENTS (colors); i++)
    g_assert_cmpfloat (tb_color_contrast (colors[i], theme->background), >=, contrast);
  for (int vision = 0; vision < TB_N_VISIONS; vision++)
    {
      TbColor good = tb_color_simulate (theme->good, (TbVision) vision);
      TbColor bad = tb_color_simulate (theme->bad, (TbVision) vision);
      TbColor neutral = tb_color_simulate (theme->neutral, (TbVision) vision);

      g_test_message ("vision %d: good and bad %.1f, good and neutral %.1f, bad and neutral %.1f", vision,
                      tb_color_difference (good, bad), tb_color_difference (good, neutral),
                      tb_color_difference (bad, neutral));
      g_assert_cmpfloat (tb_color_difference (good, bad), >=, LEAST_OF_SIGNS);
      g_assert_cmpfloat (tb_color_difference (good, neutral), >=, LEAST_OF_FOUR - 2);
      g_assert_cmpfloat (tb_color_difference (bad, neutral), >=, LEAST_OF_FOUR);
    }
}

/* What is picked out is unlike what is beside it, the greys; targets are unlike the grid. */
static void
test_highlight (gconstpointer data)
{
  const TbTheme *theme = tb_theme_get ((TbStyle) GPOINTER_TO_INT (data));
  TbColor grey = tb_color_mix (theme->background, theme->text_muted, 0.6);

  for (int vision = 0; vision < TB_N_VISIONS; vision++)
    {
      TbColor highlight = tb_color_simulate (theme->highlight, (TbVision) vision);

      g_assert_cmpfloat (tb_color_difference (highlight, tb_color_simulate (theme->series[0], (TbVision) vision)), >=,
                         LEAST_OF_FOUR);
      g_assert_cmpfloat (tb_color_difference (highlight, tb_color_simulate (grey, (TbVision) vision)), >=,
                         LEAST_OF_FOUR);
      g_assert_cmpfloat (tb_color_difference (theme->target, theme->grid), >=, LEAST_OF_FOUR * 2);
    }
}

static void
test_names (void)
{
  for (int style = TB_STYLE_LIGHT; style <= TB_STYLE_HIGH_CONTRAST_DARK; style++)
    {
      TbStyle back = (TbStyle) 99;

      g_assert_true (tb_style_from_name (tb_style_get_name ((TbStyle) style), &back));
      g_assert_cmpint (back, ==, style);
    }
  {
    TbStyle untouched = TB_STYLE_PRINT;

    g_assert_false (tb_style_from_name ("sepia", &untouched));
    g_assert_cmpint (untouched, ==, TB_STYLE_PRINT);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/palette/contrast", test_contrast);
  g_test_add_func ("/palette/simulation", test_simulation);
  g_test_add_func ("/palette/readable", test_readable);
  g_test_add_func ("/palette/names", test_names);
  for (int style = TB_STYLE_LIGHT; style <= TB_STYLE_HIGH_CONTRAST_DARK; style++)
    {
      g_autofree char *theme = g_strconcat ("/palette/A-3/theme/", tb_style_get_name ((TbStyle) style), NULL);
      g_autofree char *signs = g_strconcat ("/palette/A-3/signs/", tb_style_get_name ((TbStyle) style), NULL);
      g_autofree char *highlight = g_strconcat ("/palette/A-3/highlight/", tb_style_get_name ((TbStyle) style), NULL);
      g_autofree char *apart = g_strconcat ("/palette/A-3/apart/", tb_style_get_name ((TbStyle) style), NULL);

      g_test_add_data_func (theme, GINT_TO_POINTER (style), test_theme);
      g_test_add_data_func (apart, GINT_TO_POINTER (style), test_apart);
      g_test_add_data_func (signs, GINT_TO_POINTER (style), test_signs);
      g_test_add_data_func (highlight, GINT_TO_POINTER (style), test_highlight);
    }

  return g_test_run ();
}
