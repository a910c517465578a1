/* What the parts of the layout of panels of variances share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-frame.h"
#include "tb-chart-panel.h"
#include "tb-mark-variance.h"
#include "tb-variance.h"

G_BEGIN_DECLS

/* A slot of a panel: a mark with its number, or the mark of the reason for none. */
typedef struct
{
  const TbVariance *pair;
  TbVarianceMark    mark;
  gboolean          is_empty;
  gboolean          is_wide;  /* columns of shorter spans stand before it */
  char             *text;
  TbLabel           label;
  gboolean          has_label;
  TbRect            box;      /* of the label */
  TbColor           color;    /* of it */
} TbSlot;

/**
 * TbVariancePanel:
 * @is_relative: pins of percentages; else columns of amounts
 * @shown: there is room for it
 * @caption: its heading
 * @room: with its heading, px
 * @low, @high: what its axis holds
 * @above, @below: there are numbers, or marks of reasons, above zero and below it
 * @top, @zero, @bottom: y of @high, of zero and of @low
 * @axis: (nullable): where not every mark has its number
 */
typedef struct
{
  gboolean     is_relative;
  gboolean     shown;
  TbTextBlock *caption;
  TbRect       room;
  double       low, high;
  gboolean     above, below;
  double       top, zero, bottom;
  TbValueAxis *axis;
  GArray      *slots;         /* of TbSlot */
} TbVariancePanel;

typedef struct
{
  TbCanvas          *page;
  TbCanvas           canvas;  /* of the figures */
  TbCanvas           plain;   /* of percentages */
  const TbVariances *content;
  TbRect             room;
  TbBehind          *behind;
  gsize              n_behind;
  TbColumnLayout    *base;
  TbVariancePanel    absolute, relative;
} TbVariancePage;

double tb_variance_panel_get_number  (const TbVariancePanel *self,
                                      const TbVariance      *pair);
/* Heights around the marks: the heading and the numbers above and below. */
double tb_variance_panel_get_overhead (const TbVariancePanel *self,
                                      const TbVariancePage  *page);
/* Marks and numbers where the columns of the figures stand. */
void   tb_variance_panel_fill        (TbVariancePanel       *self,
                                      TbVariancePage        *page);
void   tb_variance_panel_draw        (const TbVariancePanel *self,
                                      TbVariancePage        *page);
/* Between the heading and what is under it, and around numbers, px. */
double tb_variance_page_get_gap      (const TbVariancePage  *page);
double tb_variance_page_get_line     (const TbVariancePage  *page);
/* What the head of a pin takes beyond its end, px. */
double tb_variance_page_get_head     (const TbVariancePage  *page);

G_END_DECLS
