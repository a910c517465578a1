/* Arithmetic of colours: contrast, mixing, and how the colour-blind see them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-scene.h"

G_BEGIN_DECLS

typedef enum
{
  TB_VISION_NORMAL,
  TB_VISION_PROTANOPIA,
  TB_VISION_DEUTERANOPIA,
  TB_VISION_TRITANOPIA,
} TbVision;

#define TB_N_VISIONS 4

/* 0xRRGGBB, opaque. */
TbColor  tb_color_from_rgb      (guint32  rgb);
TbColor  tb_color_mix           (TbColor  a,
                                 TbColor  b,
                                 double   share_of_b);
double   tb_color_contrast      (TbColor  a,
                                 TbColor  b);
TbColor  tb_color_readable      (TbColor  self,
                                 TbColor  background,
                                 TbColor  towards,
                                 double   contrast);
TbColor  tb_color_simulate      (TbColor  self,
                                 TbVision vision);
double   tb_color_difference    (TbColor  a,
                                 TbColor  b);

G_END_DECLS
