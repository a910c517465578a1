/* Small multiples: a panel a series, with one scale for each unit (C14).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-frame.h"

G_BEGIN_DECLS

/* What stands on one scale: the series of a unit, or, by the spec's switch, one series. */
typedef struct
{
  TbFigures  *sample;      /* all its series: they choose the scale of numbers */
  double      low, high;   /* of the axis of values */
  gboolean    is_line;
  const char *caption;     /* nullable: its unit, where the page has several; that the scale is its own */
} TbMultiplesGroup;

typedef struct
{
  gsize       track;
  gsize       group;
  TbFigures  *part;
  const char *name;
  const char *last;        /* of lines: the last number; "" for none */
  TbDatum     last_datum;
} TbMultiplesPanel;

typedef struct
{
  TbFigures        *figures;
  TbMultiplesGroup *groups;
  gsize             n_groups;
  TbMultiplesPanel *panels;
  gsize             n_panels;
  gboolean          own_scales;
} TbMultiples;

void tb_layout_multiples (TbCanvas           *canvas,
                          const TbChartFrame *frame,
                          const TbMultiples  *multiples);

G_END_DECLS
