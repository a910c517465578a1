/* The verdict on two plain figures of one series, by what holds for all of it.
 * Private to the analysis.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-side.h"

G_BEGIN_DECLS

/* How a pair lies, as who found it knows. */
typedef enum
{
  TB_PAIR_PREVIOUS,
  TB_PAIR_YEAR_EARLIER,
  TB_N_PAIRS,
} TbPairKind;

/**
 * TbPlainRules:
 * @series: the series
 * @reference: for R19
 * @sort: of the rows that they are for
 * @has_breaks: the definition changes somewhere (R8)
 * @is_usable: by pair: the rules below hold for all pairs of that kind
 * @rules: by pair: what applies to every one, but for R8, R9 and R19
 * @codes: what shapes the numbers (R13, R14)
 * @in_points, @points: the unit is a percentage, and its factor
 * @has_relative: a percentage is among the answers
 * @is_date: the figures hold at a date, and have no length
 * @is_whole: figures without decimals and multiplier have no rounding
 * @multiplier_number, @multiplier: the last one that was asked for
 *
 * What the rules say to all plain pairs of a series, weighed once.
 */
typedef struct
{
  const TbSeries *series;
  TbReference     reference;
  guint           sort;
  gboolean        has_breaks;
  gboolean        is_usable[TB_N_PAIRS];
  TbWeighing      rules[TB_N_PAIRS];
  TbRuleSet       codes;
  gboolean        in_points;
  TbDecimal       points;
  gboolean        has_relative;
  gboolean        is_date;
  gboolean        is_whole;
  guint           multiplier_number;
  TbDecimal       multiplier;
} TbPlainRules;

void      tb_plain_rules_init    (TbPlainRules   *self,
                                  const TbSeries *series,
                                  const TbGlance *sample,
                                  gsize           row,
                                  TbReference     reference);
/* FALSE: the pair is not for here, and tb_verdict_change() is to be asked. Where it is
 * TRUE, the verdict is the same as that one's. */
gboolean  tb_plain_rules_compare (TbPlainRules   *self,
                                  const TbGlance *base,
                                  const TbGlance *current,
                                  TbPairKind      pair,
                                  TbVerdict      *out_verdict);

G_END_DECLS
