/* The verdicts on many pairs of rows of one series. Private to the analysis.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-verdict-plain.h"

G_BEGIN_DECLS

/* Sorts of rows of a series, such as years and half-years; more are few. */
#define TB_MAX_SORTS 8

/**
 * TbRowVerdicts:
 * @series: the series; it is to outlive this
 * @reference: for R19
 * @n_rules: how many of @rules there are so far
 * @rules: what holds for all plain pairs of a sort
 *
 * What is known of a series from the pairs that were asked for. Belongs to one thread.
 */
typedef struct
{
  const TbSeries *series;
  TbReference     reference;
  guint           n_rules;
  TbPlainRules    rules[TB_MAX_SORTS];
} TbRowVerdicts;

void  tb_row_verdicts_init    (TbRowVerdicts  *self,
                               const TbSeries *series,
                               TbReference     reference);
/* The verdict that tb_verdict_change() gives, to the last bit. @base is the row that
 * stands where @pair says: in the period before, or a year earlier. */
void  tb_row_verdicts_compare (TbRowVerdicts  *self,
                               gsize           base,
                               gsize           current,
                               TbPairKind      pair,
                               TbVerdict      *out_verdict);

G_END_DECLS
