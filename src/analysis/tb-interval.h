/* What a figure is known to be: between which limits.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-observation.h"

G_BEGIN_DECLS

/**
 * TbLimit:
 * @value: all digits of it, where @exact
 * @number: the same, rounded once
 * @open: nothing is known on this side
 * @strict: the value itself is not reached ("over")
 * @exact: @value holds
 */
typedef struct
{
  TbDecimal value;
  double    number;
  guint8    open;
  guint8    strict;
  guint8    exact;
} TbLimit;

/**
 * TbInterval:
 * @low, @high: the limits by qualifier and range, on the printed values (R15);
 *   equal for an exact figure
 * @rounding: the half-units of all printed terms, summed (R17, R18, Y-7); it is
 *   no part of the limits
 * @about: one of the terms is "about" or "nearly": the limits are no bounds
 *
 * In the unit, multiplier applied. A plain value; no allocation; any thread.
 */
typedef struct
{
  TbLimit low, high;
  double  rounding;
  guint8  about;
} TbInterval;

/* How an interval, or a difference of two, is to be read. */
typedef enum
{
  TB_BOUND_EXACT,
  TB_BOUND_AT_LEAST,
  TB_BOUND_AT_MOST,
  TB_BOUND_ABOUT,
  TB_BOUND_BETWEEN,
} TbBound;

/* FALSE: the figure has neither a number nor a range. The floor or ceiling of a
 * target is the target itself and no uncertainty. */
gboolean    tb_interval_read      (TbInterval          *self,
                                   const TbObservation *observation,
                                   const TbUnit        *unit);
TbInterval  tb_interval_of_number (double               number,
                                   double               rounding);
gboolean    tb_interval_is_exact  (const TbInterval    *self);
/* Both limits are open. */
gboolean    tb_interval_is_unknown (const TbInterval   *self);
/* Exact on the printed digits where they fit 64 bits, rounded once. */
TbInterval  tb_interval_add       (const TbInterval    *a,
                                   const TbInterval    *b);
TbInterval  tb_interval_subtract  (const TbInterval    *a,
                                   const TbInterval    *b);
TbInterval  tb_interval_scale     (const TbInterval    *self,
                                   TbDecimal            factor);
/* a ÷ b × @factor, for b > 0 and a ≥ 0; FALSE where b may be 0 or below, or a
 * below 0. */
gboolean    tb_interval_divide    (const TbInterval    *a,
                                   const TbInterval    *b,
                                   double               factor,
                                   TbInterval          *out_ratio);
/* −1, 0, 1: the sign that every value of it has; FALSE where it is not known. */
gboolean    tb_interval_get_sign  (const TbInterval    *self,
                                   int                 *out_sign);
TbBound     tb_interval_get_bound (const TbInterval    *self);
/* What stands before a number that is only a bound: ">", "≥", "<", "≤", "≈", or "". */
const char *tb_bound_get_mark     (TbBound              bound,
                                   gboolean             strict);
/* The number to state: the value or the bound; NaN for between and unknown. */
double      tb_interval_get_stated (const TbInterval   *self);
/* As a row of a series: number, qualifier or range. @extra: where a range goes. */
void        tb_interval_write     (const TbInterval    *self,
                                   TbObservation       *observation,
                                   TbObservationExtra  *extra);

G_END_DECLS
