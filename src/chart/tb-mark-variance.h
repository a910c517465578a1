/* Draws how far figures are from others: columns for amounts, pins for percentages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-canvas.h"

G_BEGIN_DECLS

/* What a pin bears at its end. */
typedef enum
{
  TB_PIN_SQUARE,   /* a variance of an actual figure */
  TB_PIN_HATCH,    /* of a forecast */
  TB_PIN_DOT,      /* a growth as published */
  TB_PIN_RING,     /* a computed growth */
} TbPinHead;

/**
 * TbVarianceMark:
 * @x: the middle, px
 * @zero: y of the zero line of its panel
 * @end: y of its number
 * @width: of a column, or of the head of a pin
 * @color: of the column or the stem: good, bad or neutral
 * @head_color: of the head: that of the figure
 * @head: of a pin
 * @hatched: a column of a forecast
 * @broken: N-7: a pin that is cut off before its number
 *
 * A variance: above its zero line where the figure is more, below where it is less,
 * so that its sign is seen without its colour (semantics N-3, N-4).
 */
typedef struct
{
  double    x;
  double    zero;
  double    end;
  double    width;
  TbColor   color;
  TbColor   head_color;
  TbPinHead head;
  gboolean  hatched;
  gboolean  broken;
  TbDatum   datum;
} TbVarianceMark;

void    tb_mark_variance_draw_column (TbCanvas             *canvas,
                                      const TbVarianceMark *mark);
void    tb_mark_variance_draw_pin    (TbCanvas             *canvas,
                                      const TbVarianceMark *mark);
/* All ink of a pin, for labels to keep clear of. */
TbRect  tb_mark_variance_get_pin_box (const TbVarianceMark *mark);

G_END_DECLS
