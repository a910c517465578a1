/* What the axis of time and its labels share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-period-axis.h"

G_BEGIN_DECLS

/* Two moments nearer than this, in months, are one: less than a day. */
#define TB_PERIOD_AXIS_SAME_TIME 0.02

/* One place for marks: a span, or the moment at its end. */
typedef struct
{
  TbPeriod     period;
  double       start, end;
  gboolean     at_end;
  gboolean     bracket;  /* the end of a running total: named by its span */
  TbPeriodKind class;    /* what kind of period it reads as: 31 December reads as a year's end */
} TbPeriodItem;

struct _TbPeriodAxis
{
  TbLanguage   language;
  GArray      *items;      /* of TbPeriodItem, by end */
  double       from, to;   /* months */
  gboolean     uniform;    /* all of one class, all spans or all ends */
  guint16      year_start; /* of parts of reporting years, if there are any; else the calendar's */
  TbScale      scale;
  GArray      *ticks;      /* of TbPeriodTick */
  GArray      *separators; /* of double: px of the year boundaries that are marked */
  double       inset_px;
  int          n_rows;
  double       row_px;
  double       gap_px;     /* from the axis to the first row */
};

/* Chooses the labels for the range that is set. */
void tb_period_axis_choose_labels (TbPeriodAxis   *self,
                                   const TbCanvas *canvas);

G_END_DECLS
