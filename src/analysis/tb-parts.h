/* What is a part of what, and what parts add up to: for stacks, shares and totals alike.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-verdict.h"

G_BEGIN_DECLS

/* Whether a series is a part of another by the file's own word. */
gboolean  tb_parts_is_within   (const TbSeriesInfo *part,
                                const TbSeriesInfo *whole);
/* Whether a category calls itself the total of its dimension. */
gboolean  tb_parts_is_all      (const TbBreakdown  *breakdown);
/* Whether figures of several such series may be added up (B-8). */
gboolean  tb_parts_is_additive (const TbSeriesInfo *info);
/* Finds two series that count something twice; @out_b −1: one that is the sum of others.
 * FALSE: that is not certain of any. */
gboolean  tb_parts_find_twice  (TbSeries *const    *series,
                                gsize               n,
                                TbDay               known,
                                gsize              *out_a,
                                gssize             *out_b);
/* FALSE: there is no number, or none in that unit. */
gboolean  tb_parts_read        (TbFigure            figure,
                                const TbUnit       *unit,
                                TbInterval         *out_value);
/* The exact sum of those that have a number; returns how many have. */
gsize     tb_parts_add_up      (const TbFigure     *figures,
                                gsize               n,
                                const TbUnit       *unit,
                                TbInterval         *out_sum);

G_END_DECLS
