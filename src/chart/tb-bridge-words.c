/* The words of waterfalls and stock-flow bridges.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-bridge.h"

#include "tb-chart-misfit.h"

static const TbPhrase words[TB_N_BRIDGE_WORDS] = {
  [TB_BRIDGE_WORD_RESIDUAL] = { { "Other (discrepancy)", "其他（差额）" } },
  [TB_BRIDGE_WORD_TOTAL] = { { "Total", "合计" } },
  [TB_BRIDGE_WORD_SUBTOTAL] = { { "%s", "%s小计" } },
  [TB_BRIDGE_WORD_SUBTOTALS] = { { "Thin bars: the sum of the parts above", "细条为以上分项小计" } },
  [TB_BRIDGE_WORD_OTHERS] = { { "%d others", "其他%d项" } },
  [TB_BRIDGE_WORD_END_OF] = { { "End %s", "%s末" } },
  [TB_BRIDGE_WORD_WITHIN_ROUNDING] = { { "The discrepancy lies within the rounding of the published figures",
                                         "差额在公布数据的四舍五入误差之内" } },
  [TB_BRIDGE_WORD_CUT] = { { "Levels are lines, not columns: the axis does not begin at zero",
                             "期初、期末以短线表示水平，数轴不从零开始" } },
  [TB_BRIDGE_WORD_IN_RESIDUAL] = { { "%s: part of the discrepancy, as no change may be given: %s",
                                     "%s不可比，计入差额：%s" } },
  [TB_BRIDGE_WORD_FEW] = { { "A waterfall needs at least two figures that follow each other.",
                             "瀑布图要求至少有两期相连的数据。" } },
  [TB_BRIDGE_WORD_MANY] = { { "A waterfall of more than %d steps cannot be read; choose fewer periods or parts.",
                              "瀑布图超过%d项难以阅读，请缩短时段或减少分项。" } },
  [TB_BRIDGE_WORD_MEASURE] = { { "Only levels and amounts can be added up; averages, ratios, indices and rates cannot.",
                                 "只有存量和流量可以相加减，平均数、比率、指数、增速不能。" } },
  [TB_BRIDGE_WORD_REFUSED] = { { "No change can be given for %s: %s.", "%s不可比：%s。" } },
  [TB_BRIDGE_WORD_INEXACT] = { { "What is published only as a bound or a range cannot be added up: %s.",
                                 "%s仅公布界限或区间，不能相加减。" } },
  [TB_BRIDGE_WORD_NO_TILE] = { { "There is a gap or an overlap: %s does not follow %s at once.",
                                 "%s与%s不相衔接：中间缺期或时段重叠。" } },
  [TB_BRIDGE_WORD_BREAK]
  = { { "There is a break in the series at %s: what lies before and after it cannot be added up.",
        "%s起序列口径调整，调整前后的数据不能相加。" } },
  [TB_BRIDGE_WORD_RUNNING]
  = { { "Totals since the start of the year contain those before them and cannot be added up; take single periods.",
        "自年初累计数已包含此前各期，不能再相加，请改用当期数。" } },
  [TB_BRIDGE_WORD_NO_WHOLE]
  = { { "None of these series is the whole of the others (part_of); choose the whole and its parts, or one series.",
        "所选序列中没有其余各项的合计（part_of），请选择合计及其分项，或只选一个序列。" } },
  [TB_BRIDGE_WORD_NO_PART] = { { "%s has no figure for %s or %s", "%s缺%s或%s的数据" } },
  [TB_BRIDGE_WORD_NO_PAIR] = { { "There are no two periods of %s that may be compared.", "%s没有可比的两期数据。" } },
  [TB_BRIDGE_WORD_SAID] = { { "The file says that these figures do not add up: %s.", "文件注明“%s”不可加总。" } },
  [TB_BRIDGE_WORD_TWICE] = { { "Some would be counted twice, as these overlap: %s and %s.",
                               "“%s”与“%s”相互重叠，相加会重复计算。" } },
  [TB_BRIDGE_WORD_SUM] = { { "Some would be counted twice, as this is the sum of others: %s.",
                             "“%s”为其他分项之和，相加会重复计算。" } },
  [TB_BRIDGE_WORD_EXCEED] = { { "The parts come to more than “%s” (%s), so that they are not its parts alone.",
                                "各项之和大于%s（%s），并非其互不重复的组成部分。" } },
  [TB_BRIDGE_WORD_NEEDS_STOCK_AND_FLOW]
  = { { "A stock-flow bridge needs two series in one unit: a stock, and the flow of its additions.",
        "存量流量图要求有同一单位的两个序列：存量及其增减（流量）。" } },
  [TB_BRIDGE_WORD_ONE_STOCK] = { { "A stock-flow bridge needs the stock at two dates.",
                                   "存量流量图要求有两个时点的存量。" } },
  [TB_BRIDGE_WORD_UNCOVERED] = { { "The flows do not fill the time from %s to %s: no flow begins on %s.",
                                   "流量未能覆盖%s至%s：缺少自%s起的流量。" } },
};

/**
 * tb_bridge_word:
 * @word: a phrase
 * @language: the figure's
 *
 * Returns: (transfer none): the phrase, with %s and %d for what is filled in
 */
const char *
tb_bridge_word (TbBridgeWord word,
                TbLanguage   language)
{
  return words[word].in[language];
}

void
tb_bridge_refuse (GError     **error,
                  TbBridgeWord word,
                  TbLanguage   language,
                  ...)
{
  va_list arguments;

  va_start (arguments, language);
  tb_chart_take_misfit (error, g_strdup_vprintf (words[word].in[language], arguments));
  va_end (arguments);
}
