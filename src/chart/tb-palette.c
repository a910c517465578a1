/* Arithmetic of colours: contrast, mixing, and how the colour-blind see them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-palette.h"

#include <math.h>

/* sRGB's transfer function, IEC 61966-2-1. */
static double
linearise (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
encode (double light)
{
  light = CLAMP (light, 0, 1);

  return light <= 0.0031308 ? light * 12.92 : 1.055 * pow (light, 1 / 2.4) - 0.055;
}

/**
 * tb_color_from_rgb:
 * @rgb: 0xRRGGBB
 *
 * Makes an opaque colour.
 *
 * Returns: the colour
 */
TbColor
tb_color_from_rgb (guint32 rgb)
{
  return (TbColor) { (double) (rgb >> 16 & 0xFF) / 255, (double) (rgb >> 8 & 0xFF) / 255, (double) (rgb & 0xFF) / 255,
                    1 };
}

/**
 * tb_color_mix:
 * @a: a colour
 * @b: another
 * @share_of_b: 0 gives @a, 1 gives @b
 *
 * Mixes two colours in sRGB, as a transparent layer of @b over @a would.
 *
 * Returns: the mixture
 */
TbColor
tb_color_mix (TbColor a,
              TbColor b,
              double  share_of_b)
{
  double share_of_a = 1 - share_of_b;

  return (TbColor) { a.r * share_of_a + b.r * share_of_b,
                     a.g * share_of_a + b.g * share_of_b,
                     a.b * share_of_a + b.b * share_of_b,
                     a.a * share_of_a + b.a * share_of_b };
}

/* Relative luminance, WCAG 2.2: 0 for black to 1 for white. */
static double
get_luminance (TbColor self)
{
  return 0.2126 * linearise (self.r) + 0.7152 * linearise (self.g) + 0.0722 * linearise (self.b);
}

/**
 * tb_color_contrast:
 * @a: a colour
 * @b: another
 *
 * Contrast ratio of WCAG 2.2, 1 to 21.
 *
 * Returns: the ratio
 */
double
tb_color_contrast (TbColor a,
                   TbColor b)
{
  double of_a = get_luminance (a);
  double of_b = get_luminance (b);

  return (MAX (of_a, of_b) + 0.05) / (MIN (of_a, of_b) + 0.05);
}

/**
 * tb_color_readable:
 * @self: the colour wished for
 * @background: what it stands on
 * @towards: the colour of plain text there
 * @contrast: the ratio to reach
 *
 * Moves a colour towards that of plain text just as far as text in it needs to
 * be read.
 *
 * Returns: @self, or a mixture with @towards
 */
TbColor
tb_color_readable (TbColor self,
                   TbColor background,
                   TbColor towards,
                   double  contrast)
{
  for (int step = 0; step < 20; step++)
    {
      TbColor mixture = tb_color_mix (self, towards, step / 20.0);

      if (tb_color_contrast (mixture, background) >= contrast)
        return mixture;
    }

  return towards;
}

/**
 * tb_color_simulate:
 * @self: a colour
 * @vision: whose eyes
 *
 * How a colour looks to a dichromat: the matrices for severity 1.0 of Machado,
 * Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color
 * Vision Deficiency" (IEEE TVCG 15, 2009), applied to linear light.
 *
 * Returns: the colour seen
 */
TbColor
tb_color_simulate (TbColor  self,
                   TbVision vision)
{
  static const double matrices[TB_N_VISIONS][9] = {
    { 1, 0, 0, 0, 1, 0, 0, 0, 1 },
    { 0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998 },
    { 0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881 },
    { 1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900 },
  };
  const double *m = matrices[vision];
  double r = linearise (self.r);
  double g = linearise (self.g);
  double b = linearise (self.b);

  return (TbColor) { encode (m[0] * r + m[1] * g + m[2] * b),
                     encode (m[3] * r + m[4] * g + m[5] * b),
                     encode (m[6] * r + m[7] * g + m[8] * b),
                     self.a };
}

/* Björn Ottosson's OKLab (2020). */
static void
to_oklab (TbColor color,
          double  out_lab[3])
{
  double r = linearise (color.r);
  double g = linearise (color.g);
  double b = linearise (color.b);
  double l = cbrt (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  double m = cbrt (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  double s = cbrt (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);

  out_lab[0] = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
  out_lab[1] = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
  out_lab[2] = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
}

/**
 * tb_color_difference:
 * @a: a colour
 * @b: another
 *
 * How different two colours look: their distance in OKLab, times 100 (black and
 * white are 100 apart, a just visible step is about 2).
 *
 * Returns: the difference
 */
double
tb_color_difference (TbColor a,
                     TbColor b)
{
  double of_a[3];
  double of_b[3];

  to_oklab (a, of_a);
  to_oklab (b, of_b);

  return 100 * sqrt ((of_a[0] - of_b[0]) * (of_a[0] - of_b[0]) + (of_a[1] - of_b[1]) * (of_a[1] - of_b[1]) +
                     (of_a[2] - of_b[2]) * (of_a[2] - of_b[2]));
}
