/* Round numbers inside an interval: where ticks go.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TbTickStep:
 * @factor: 1, 2 or 5
 * @power: power of ten
 *
 * A step of factor × 10^power, kept as integers so that multiples of it below
 * one come out exact: the tick is index × factor ÷ 10^−power, divided once.
 */
typedef struct
{
  int factor;
  int power;
} TbTickStep;

gboolean  tb_tick_step_choose  (double       start,
                                double       stop,
                                double       count,
                                TbTickStep  *out_step);
double    tb_tick_step_value   (TbTickStep   self,
                                gint64       index);
int       tb_tick_step_get_n_decimals (TbTickStep self);
double   *tb_ticks_new         (double       start,
                                double       stop,
                                double       count,
                                gsize       *out_n) G_GNUC_WARN_UNUSED_RESULT;
void      tb_ticks_nice        (double      *start,
                                double      *stop,
                                double       count);

G_END_DECLS
