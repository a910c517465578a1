/* The words of decorations in the figure's language.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-decoration-private.h"

static const TbPhrase words[TB_N_DECORATION_WORDS] = {
  [TB_DECORATION_WORD_NO_SERIES] = { { "there is no series “%s” in this chart", "图中没有序列“%s”" } },
  [TB_DECORATION_WORD_NO_FIGURE] = { { "there is no figure for %s", "没有%s的数值" } },
  [TB_DECORATION_WORD_NO_ROLE] = { { "there is no such figure", "没有对应的数值" } },
  [TB_DECORATION_WORD_ONE_FIGURE] = { { "both ends are the same figure", "两端为同一数值" } },
  [TB_DECORATION_WORD_NO_TARGET] = { { "the series has no target in numbers", "该序列没有数值目标" } },
  [TB_DECORATION_WORD_OUTSIDE] = { { "it lies outside the time shown", "不在图示时段内" } },
  [TB_DECORATION_WORD_TOO_FAR] = { { "it lies too far from the figures to be shown", "与数据相距过远，无法标示" } },
  [TB_DECORATION_WORD_REFUSED] = { { "The %s is left out: %s.", "未添加%s：%s。" } },
  [TB_DECORATION_WORD_REFUSED_PAIR] = { { "The %s from %s to %s is left out: %s.", "未添加%s（%s至%s）：%s。" } },
  [TB_DECORATION_WORD_NO_PLACE] = { { "Not drawn, as this type of chart has no place for it: %s.",
                                      "此类图表无处添加，未绘出：%s。" } },
  [TB_DECORATION_WORD_LOST_TEXT] = { { "%s “%s”: %s", "%s“%s”：%s" } },
  [TB_DECORATION_WORD_LOST_PAIR] = { { "%s from %s to %s: %s", "%s（%s至%s）：%s" } },
  [TB_DECORATION_WORD_HOMELESS] = { { "this type of chart has no place for it", "此类图表无处添加" } },
  [TB_DECORATION_WORD_CAGR] = { { "Average growth from %s to %s: %s.", "%s至%s：%s。" } },
  [TB_DECORATION_WORD_UP] = { { "+%s a year", "年均增长%s" } },
  [TB_DECORATION_WORD_DOWN] = { { "−%s a year", "年均下降%s" } },
  [TB_DECORATION_WORD_FLAT] = { { "%s a year", "年均增长%s" } },
  [TB_DECORATION_WORD_BOTH] = { { "%s (%s)", "%s（%s）" } },
  [TB_DECORATION_WORD_TEXT_AND_NUMBER] = { { "%s: %s", "%s：%s" } },
  [TB_DECORATION_WORD_TARGET] = { { "Target for %s: %s", "%s目标：%s" } },
  [TB_DECORATION_WORD_TARGET_UNDATED] = { { "Target: %s", "目标：%s" } },
};

static const TbPhrase kinds[TB_N_DECORATIONS] = {
  [TB_DECORATION_DIFFERENCE] = { { "difference arrow", "增减箭头" } },
  [TB_DECORATION_CAGR] = { { "average growth arrow", "年均增速箭头" } },
  [TB_DECORATION_VALUE_LINE] = { { "value line", "参考线" } },
  [TB_DECORATION_TARGET_LINE] = { { "target line", "目标线" } },
  [TB_DECORATION_SPAN] = { { "shaded span", "时段底色" } },
  [TB_DECORATION_BREAK] = { { "break", "口径调整标记" } },
  [TB_DECORATION_HIGHLIGHT] = { { "highlight", "突出显示" } },
  [TB_DECORATION_NOTE] = { { "note", "文字注释" } },
};

const char *
tb_decoration_word (TbDecorationWord word,
                    TbLanguage       language)
{
  return words[word].in[language];
}

const char *
tb_decoration_kind_word (TbDecorationKind kind,
                         TbLanguage       language)
{
  return kinds[kind].in[language];
}
