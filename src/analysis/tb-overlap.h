/* Categories of one breakdown that are no parts beside each other (B-8): their numbers
 * overlap, or one is made up of others.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-series.h"

G_BEGIN_DECLS

typedef struct _TbOverlap TbOverlap;

/* Of categories of one dimension, which live as long; NULL among them: none. */
TbOverlap *tb_overlap_new        (const TbBreakdown *const *categories,
                                  gsize                     n) G_GNUC_WARN_UNUSED_RESULT;
void       tb_overlap_free       (TbOverlap                *self);
/* Whether two of them certainly have numbers in common: "15–24" and "Y15-64". */
gboolean   tb_overlap_is_between (const TbOverlap          *self,
                                  gsize                     a,
                                  gsize                     b);
/* The first two that have. */
gboolean   tb_overlap_find       (const TbOverlap          *self,
                                  gsize                    *out_a,
                                  gsize                    *out_b);
/* Whether what one counts is counted in the first @n of them: it is within one of these, or made up of some. */
gboolean   tb_overlap_is_held    (const TbOverlap          *self,
                                  gsize                     category,
                                  gsize                     n);
/* Which of the series is the sum of those whose codes begin with its own, by their
 * figures as known on a day; −1: that is not proven of any. */
gssize     tb_overlap_find_sum   (TbSeries *const          *series,
                                  const TbBreakdown *const *categories,
                                  gsize                     n,
                                  TbDay                     known);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbOverlap, tb_overlap_free)

G_END_DECLS
