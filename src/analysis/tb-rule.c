/* The rules of comparison in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-rule.h"

/* Why a comparison is refused; {NULL, NULL} for a rule that never refuses. */
static const TbPhrase refusals[TB_N_RULES] = {
  [0] = { { "a figure is missing, or has no number or date", "缺数、无数值或未注明时期" } },
  [1] = { { "not the same thing: indicator, coverage, unit or prices differ", "指标、口径、单位或价格基准不同" } },
  [2] = { { "measured in different ways", "计量方式不同" } },
  [3] = { { "periods of different length", "时期长短不同" } },
  [4] = { { "cumulative over different spans", "累计的起止时间不同" } },
  [5] = { { "reporting years that begin at different times", "报告年度的起始时间不同" } },
  [7] = { { "a level at a date against an amount over a period", "时点数与时期数不可比" } },
  [8] = { { "the definition changed in between", "期间统计口径有变动" } },
  [15] = { { "only bounds are known, which do not tell rise from fall", "仅公布界限值或区间，升降不能确定" } },
  [16] = { { "a target, plan or forecast of another time or basis than the actual figure",
             "目标、计划或预测数与实际数的时期或口径不同" } },
  [19] = { { "one of the periods was not complete yet", "其中一期尚未结束" } },
  [21] = { { "cumulative figures that do not belong together", "累计数的口径、单位或年度不一致，不能相减" } },
  [22] = { { "an earlier cumulative figure of the year is missing", "缺少年内上一期累计数" } },
  [23] = { { "only amounts over a period can be split or added up", "只有时期数可以拆分或累加" } },
  [27] = { { "smaller than what rounding leaves open", "差额过小，舍入误差占比过大" } },
  [28] = { { "a figure of the sum is missing", "缺少汇总所需的数" } },
  [29] = { { "a part of the year is missing", "缺少年内部分时期的数" } },
  [30] = { { "steps that do not follow each other", "运算步骤不能衔接" } },
  [31] = { { "no figure for the period that it is compared with", "缺少对比时期的数" } },
  [32] = { { "an average growth rate needs positive figures of one kind, a year apart or more",
             "年均增速要求两端为正、口径一致且相隔一年以上" } },
  [33] = { { "no figure for the base period, or a change of definition since", "缺少基期数，或其后口径有变动" } },
  [34] = { { "not a part of that whole, or a negative part", "不构成该总体的一部分，或有负值" } },
  [35] = { { "not a part of the total whose growth it would add to", "不构成该总量的组成部分，不能计算贡献" } },
  [36] = { { "not all figures of the period are there, or they cannot be summed", "时期内数据不全，或不能汇总" } },
  [37] = { { "no figure of the population for that date", "缺少对应时点的人口数" } },
  [38] = { { "fewer figures than the average needs, or a change of definition between them",
             "期数不足，或其间口径有变动" } },
  [40] = { { "a floor is met or missed, not completed", "下限目标只论是否达到" } },
  [41] = { { "a ceiling has headroom, no completion", "上限目标只看余量，不计算完成率" } },
  [42] = { { "a range or an approximate target is met within its tolerance, not completed",
             "区间或约数目标只论是否在区间或允差之内" } },
  [43] = { { "the target is put in words only", "目标仅有文字表述" } },
  [44] = { { "the target has no deadline", "目标未注明期限" } },
  [45] = { { "completion applies only to totals added up from the same start", "完成率仅适用于自同一起点累计的目标" } },
  [46] = { { "no baseline, or one that already equals the target", "无基期数，或基期数已等于目标" } },
  [47] = { { "average growth needs a baseline or the rate of every year, and positive figures",
             "年均增速须有基期数或历年增速，且各数为正" } },
};

/* What a rule warns of, or says about how the answer was made. */
static const TbPhrase notes[TB_N_RULES] = {
  [1] = {{ "units of one family, converted, or counting words differ", "同类单位已换算，或计量用词不同" }},
  [2] = {{ "it is not stated what kind of measure this is", "未注明指标的计量方式" }},
  [3] = {{ "a part of a longer period", "为较长时期的一部分" }},
  [4] = {{ "cumulative since a start that is not stated", "累计起点未注明" }},
  [6] = {{ "levels at two dates", "两个时点数之差" }},
  [8] = {{ "the definition changed; published change on comparable figures", "口径有变动，采用公布的可比增速" }},
  [9] = {{ "includes provisional, estimated, forecast or differently defined figures", "含初步、估计、预测或口径有别的数" }},
  [10] = {{ "figures from different releases", "数据来自不同的发布版本" }},
  [11] = {{ "no percentage, the base is zero", "基数为零，不计算增速" }},
  [12] = {{ "no percentage, the base is negative or the sign changes", "基数为负或正负号改变，不计算增速" }},
  [13] = {{ "the difference of percentages is in percentage points", "百分比之差以百分点表示" }},
  [14] = {{ "the difference of growth rates is in percentage points", "增速之差以百分点表示" }},
  [15] = {{ "from approximate figures", "据约数计算" }},
  [16] = {{ "one is a target, plan or forecast, not an outcome", "其中有目标、计划或预测数，非实际数" }},
  [17] = {{ "not larger than the rounding of the figures", "变化未超出四舍五入误差" }},
  [18] = {{ "the published change differs from the computed one", "公布增速与计算增速不一致" }},
  [20] = {{ "one value is implied by others", "其中一个为推算数" }},
  [24] = {{ "below the figure before it: revised within the year?", "低于上期累计数，疑为年内修订" }},
  [25] = {{ "the year's total differs from the last cumulative figure", "全年数与最后一期累计数不一致" }},
  [26] = {{ "growth of the figures of the period, not a difference of growth rates", "按当期数计算增速，不以两个增速相减" }},
  [34] = {{ "a share of a whole", "占总体的比重" }},
  [39] = {{ "not seasonally adjusted", "未经季节调整" }},
  [46] = {{ "set against the baseline of the target", "与目标的基期数相比" }},
  [48] = {{ "the axis begins at zero", "坐标轴自零开始" }},
  [49] = {{ "indicative, not binding", "预期性目标，非约束性" }},
  [50] = {{ "a target", "目标" }},
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

/**
 * tb_rule_get_code:
 * @rule: a rule's bit, under TB_N_RULES
 *
 * Returns: (transfer none): "R13", "F-10"
 */
const char *
tb_rule_get_code (guint rule)
{
  static const char *const codes[TB_N_RULES] = {
    "R0", "R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11", "R12", "R13", "R14", "R15", "R16",
    "R17", "R18", "R19", "R20",
    "Y-1", "Y-2", "Y-3", "Y-4", "Y-5", "Y-6", "Y-7", "Y-8", "Y-9",
    "F-1", "F-2", "F-3", "F-4", "F-5", "F-6", "F-7", "F-8", "F-9", "F-10",
    "T-1", "T-2", "T-3", "T-4", "T-5", "T-6", "T-7", "T-8", "T-9", "T-10", "T-11",
  };

  g_return_val_if_fail (rule < TB_N_RULES, "");

  return codes[rule];
}

/**
 * tb_rules_dup_codes:
 * @rules: a set of rules
 *
 * Returns: (transfer full): their codes in the order of the tables, "R2 R13
 *   F-10"; "" for none
 */
char *
tb_rules_dup_codes (TbRuleSet rules)
{
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint rule = 0; rule < TB_N_RULES; rule++)
    {
      if ((rules & TB_RULE_BIT (rule)) != 0)
        g_string_append_printf (codes, "%s%s", codes->len > 0 ? " " : "", tb_rule_get_code (rule));
    }

  return g_string_free_and_steal (g_steal_pointer (&codes));
}
