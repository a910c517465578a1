/* Two periods set against each other, series by series (C13).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-frame.h"

G_BEGIN_DECLS

/* A series in both periods; what the rules refuse is no pair. */
typedef struct
{
  gsize               track;
  const TbChartPoint *base, *current;
  const char         *base_text, *current_text;
  TbVerdict           verdict;
  const char         *change;    /* "+4.2 pp", "−12.5%", "≈0"; "" where there is no number */
  int                 sign;      /* of @change; 0: within rounding, or not known */
  TbInk               ink;       /* whether it is for the better, where the indicator has a direction */
  gboolean            strong;    /* highlighted */
} TbPair;

typedef struct
{
  TbFigures  *figures;
  TbPair     *pairs;          /* in the order of the rows */
  gsize       n_pairs;
  gboolean    is_directed;    /* some indicator has a direction: colours say good and bad */
  gboolean    has_highlight;
  const char *base_when, *current_when;
} TbPairs;

TbPairs   *tb_pairs_new            (TbFigures               *figures,
                                    const TbChartSpecFields *spec,
                                    GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
void       tb_pairs_free           (TbPairs                 *self);
TbColor    tb_pairs_get_color      (const TbPairs           *self,
                                    const TbCanvas          *canvas,
                                    const TbPair            *pair);
/* The same, dark enough to be read as text. */
TbColor    tb_pairs_get_text_color (const TbPairs           *self,
                                    const TbCanvas          *canvas,
                                    const TbPair            *pair);
void       tb_layout_slope         (TbCanvas                *canvas,
                                    const TbChartFrame      *frame,
                                    const TbPairs           *pairs);
void       tb_layout_dumbbell      (TbCanvas                *canvas,
                                    const TbChartFrame      *frame,
                                    const TbPairs           *pairs);

G_END_DECLS
