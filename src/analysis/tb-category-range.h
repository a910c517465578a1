/* The numbers that a category of a breakdown stands for: “15–24”, “Y_GE65”, “65岁及以上”.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How much a limit is in the range: classes of money may leave out the upper one, “以上”
 * and “以下” leave it open. In order. */
typedef enum
{
  TB_LIMIT_OUT,
  TB_LIMIT_UNSURE,
  TB_LIMIT_IN,
} TbCategoryLimit;

/**
 * TbCategoryRange:
 * @prefix: what stands before the numbers, spelled alike; only ranges with the same one are of a kind
 * @unit: what stands behind them, likewise
 * @low, @high: the numbers; ±∞ where there is none
 * @low_limit, @high_limit: whether they are in it
 * @is_single: one number: a range only beside ranges
 * @is_certain: also in a code whose category has a name: "Y15-24", "C10-C12"
 */
typedef struct
{
  char           *prefix;
  char           *unit;
  double          low, high;
  TbCategoryLimit low_limit, high_limit;
  gboolean        is_single;
  gboolean        is_certain;
} TbCategoryRange;

typedef enum
{
  TB_CATEGORY_OTHER,      /* says no numbers */
  TB_CATEGORY_RANGE,
  TB_CATEGORY_NUMBERED,   /* "2-1": its dash is none of a range */
} TbCategoryForm;

/* Clear it where a range was read. */
TbCategoryForm  tb_category_range_read      (TbCategoryRange       *self,
                                             const char            *text);
void            tb_category_range_clear     (TbCategoryRange       *self);
/* Of two of one kind: whether some number is certainly in both. */
gboolean        tb_category_range_overlaps  (const TbCategoryRange *a,
                                             const TbCategoryRange *b);
/* Whether all numbers of @self are in @other. */
gboolean        tb_category_range_is_within (const TbCategoryRange *self,
                                             const TbCategoryRange *other);

G_END_DECLS
