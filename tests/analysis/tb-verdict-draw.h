/* Draws series with everything that the rules of comparison ask about.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-dataset.h"

G_BEGIN_DECLS

/**
 * TbVerdictDraw:
 * @seed: the same seed draws the same figures, whatever the rest says
 * @frequency: 'A', 'Q', 'M', 'W', 'D'; 'E': levels at the ends of months
 * @measure: what is measured
 * @is_percent: the unit is a percentage; else a mass
 * @n_rows: periods
 * @power: of the ten that the multiplier is; the printed digits are moved so
 *   that the figures and their last digits stay the same
 * @in_kilograms: the same figures in a unit of a thousandth
 * @is_plain: no gaps, breaks, aims, ranges or the like: exact figures alone
 * @is_count: the unit counts things, where it is no percentage
 * @is_wild: numbers of any size and multipliers of any sort; the power and the unit
 *   are not moved then
 * @is_shuffled: the rows are in no order
 */
typedef struct
{
  guint32   seed;
  char      frequency;
  TbMeasure measure;
  gboolean  is_percent;
  guint     n_rows;
  int       power;
  gboolean  in_kilograms;
  gboolean  is_plain;
  gboolean  is_count;
  gboolean  is_wild;
  gboolean  is_shuffled;
} TbVerdictDraw;

/* One series. */
TbDataset     *tb_verdict_draw     (const TbVerdictDraw *options) G_GNUC_WARN_UNUSED_RESULT;
/* Options at random, of g_test_rand_…(). */
TbVerdictDraw  tb_verdict_draw_any (void);

G_END_DECLS
