/* The rules of comparison in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-verdict-private.h"

/* Why a comparison is refused; {NULL, NULL} for a rule that never refuses. */
static const TbPhrase refusals[TB_N_RULES] = {
  [0] = {{ "no figure to compare: none, no number, or no date", "没有可比的数：缺数、无数值或未注明时期" }},
  [1] = {{ "not the same thing: indicator, coverage, unit or prices differ", "指标、统计口径、单位或价格基准不同" }},
  [2] = {{ "measured in different ways, such as cumulative and of the period", "计量方式不同（如累计数与当期数）" }},
  [3] = {{ "periods of different length", "时期长短不同" }},
  [4] = {{ "cumulative over different parts of the year, or from unlike starts", "累计的起止时间不同" }},
  [5] = {{ "reporting years that begin at different times", "报告年度的起始时间不同" }},
  [7] = {{ "a level at a date against an amount over a period", "时点数与时期数不可比" }},
  [8] = {{ "the definition changed in between", "期间统计口径有变动" }},
  [15] = {{ "only bounds are known, which do not tell rise from fall", "仅公布界限值或区间，升降不能确定" }},
  [16] = {{ "a target, plan or forecast against another kind of figure", "目标、计划或预测数与实际数不构成增减" }},
  [19] = {{ "one of the periods was not complete yet", "其中一期尚未结束" }},
};

/* What a rule warns of, or says about how the answer was made. */
static const TbPhrase notes[TB_N_RULES] = {
  [2] = {{ "it is not stated what kind of measure this is", "未注明指标的计量方式" }},
  [4] = {{ "cumulative since a start that is not stated", "累计起点未注明" }},
  [6] = {{ "levels at two dates", "两个时点数之差" }},
  [8] = {{ "the definition changed; published change on comparable figures", "口径有变动，采用公布的可比增速" }},
  [9] = {{ "includes provisional, estimated or forecast figures", "含初步、估计或预测数" }},
  [10] = {{ "figures from different releases", "两期数据的发布版本不同" }},
  [11] = {{ "no percentage, the base is zero", "基数为零，不计算增速" }},
  [12] = {{ "no percentage, the base is negative or the sign changes", "基数为负或正负号改变，不计算增速" }},
  [13] = {{ "the difference of percentages is in percentage points", "百分比之差以百分点表示" }},
  [14] = {{ "the difference of growth rates is in percentage points", "增速之差以百分点表示" }},
  [15] = {{ "from approximate figures", "据约数计算" }},
  [17] = {{ "not larger than the rounding of the figures", "变化未超出四舍五入的误差" }},
  [18] = {{ "the published change differs from the computed one", "公布增速与计算增速不一致" }},
  [20] = {{ "one value is implied by others", "其中一个为推算数" }},
};

const char *
tb_rule_get_note (guint      rule,
                  TbLanguage language)
{
  g_return_val_if_fail (rule < TB_N_RULES, "");

  return notes[rule].in[language] != NULL ? notes[rule].in[language] : refusals[rule].in[language];
}

/**
 * tb_rule_get_reason:
 * @rule: a rule's number, under TB_N_RULES
 * @language: the reader's language
 *
 * Says in a few words why the rule refuses a comparison or, where it only
 * warns, what it warns of.
 *
 * Returns: (transfer none): the reason
 */
const char *
tb_rule_get_reason (guint      rule,
                    TbLanguage language)
{
  g_return_val_if_fail (rule < TB_N_RULES, "");

  return refusals[rule].in[language] != NULL ? refusals[rule].in[language] : notes[rule].in[language];
}
