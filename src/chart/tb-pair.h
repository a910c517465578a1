/* Running totals, and the amounts of single periods that they are made of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-frame.h"
#include "tb-interval.h"

G_BEGIN_DECLS

/**
 * TbPairSlot:
 * @total: (nullable): what had come together by the end of the span
 * @part: what the span itself has; may be missing
 * @merged: it holds several periods together, as one between was not published (Y-2)
 * @negative: the total fell within the year (Y-4)
 */
typedef struct
{
  const TbChartPoint *total;
  const TbChartPoint *part;
  gboolean            merged;
  gboolean            negative;
  char               *total_text;
  char               *part_text;
} TbPairSlot;

/**
 * TbPair:
 * @figures: those of the totals
 * @discrete: what the engine makes of them (Y-1)
 * @slots: of TbPairSlot, in order of time
 */
typedef struct
{
  TbFigures *figures;
  TbFigures *discrete;
  GArray    *slots;
} TbPair;

TbPair  *tb_pair_new          (TbFigures               *figures,
                               const TbChartSpecFields *spec,
                               GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
void     tb_pair_free         (gpointer                 content);
void     tb_pair_describe     (gconstpointer            content,
                               const TbFigures         *figures,
                               GString                 *text);
/* FALSE: the parts of a year do not add up to its last total, beyond what was
 * printed; TRUE where one of them is missing. */
gboolean tb_pair_ties_out     (const TbPair            *self);
void     tb_layout_pair       (TbCanvas                *canvas,
                               const TbChartFrame      *frame,
                               gpointer                 content);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbPair, tb_pair_free)

G_END_DECLS
