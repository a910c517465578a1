/* The fixed words of figures, in both languages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-words.h"

static const TbPhrase words[TB_N_WORDS] = {
  [TB_WORD_AND] = { { " and ", "和" } },
  [TB_WORD_COMMA] = { { ", ", "，" } },
  [TB_WORD_LIST] = { { ", ", "、" } },
  [TB_WORD_SENTENCE] = { { ". ", "；" } },
  [TB_WORD_FULL_STOP] = { { ". ", "。" } },
  [TB_WORD_END] = { { ".", "。" } },
  [TB_WORD_COLON] = { { ": ", "：" } },
  [TB_WORD_BRACKETS] = { { "%s (%s)", "%s（%s）" } },
  [TB_WORD_SOURCE] = { { "Source: %s", "来源：%s" } },
  [TB_WORD_SOURCE_DATED] = { { "%s, %s", "%s，%s" } },
  [TB_WORD_SOURCES_MORE] = { { "%s and %d more", "%s等，另有%d个来源" } },
  [TB_WORD_NOTE] = { { "Note: %s", "注：%s" } },
  [TB_WORD_UNIT] = { { "%s", "单位：%s" } },
  [TB_WORD_SPAN] = { { "%s–%s", "%s—%s" } },
  [TB_WORD_ALL_MONTHS] = { { "Jan–Dec", "1—12月" } },
  [TB_WORD_YEAR] = { { "%d", "%d年" } },
  [TB_WORD_YEAR_BARE] = { { "%d", "%d" } },
  [TB_WORD_YEAR_SHORT] = { { "’%02d", "’%02d" } },
  [TB_WORD_FISCAL_BARE] = { { "%d/%02d", "%d/%02d" } },
  [TB_WORD_YEAR_END] = { { "end %d", "%d年末" } },
  [TB_WORD_MONTH_END] = { { "end %s", "%s末" } },
  [TB_WORD_TARGET] = { { "target", "目标" } },
  [TB_WORD_PLAN] = { { "plan", "计划" } },
  [TB_WORD_FORECAST] = { { "forecast", "预测" } },
  [TB_WORD_ACTUAL] = { { "actual", "实际" } },
  [TB_WORD_KIND_LABEL] = { { "%s %s", "%s %s" } },
  [TB_WORD_OUTLINED] = { { "Outlined columns show the %s", "空心柱为%s数" } },
  [TB_WORD_HATCHED] = { { "Hatched columns show the forecast", "斜线柱为预测数" } },
  [TB_WORD_INDICATIVE] = { { "Dashed target: indicative, not binding", "虚线为预期性目标" } },
  [TB_WORD_BINDING] = { { "The target is binding", "目标为约束性指标" } },
  [TB_WORD_BINDING_BOTH] = { { "Solid: binding target; dashed: indicative", "实线为约束性目标，虚线为预期性目标" } },
  [TB_WORD_VERBAL] = { { "%s for %s, in words: %s", "%2$s%1$s（文字表述）：%3$s" } },
  [TB_WORD_GROWTH_TARGET] = { { "%s for %s: %s", "%2$s%1$s：%3$s" } },
  [TB_WORD_GROWTH_TARGET_UNDATED] = { { "%s: %s", "%s：%s" } },
  [TB_WORD_VERBAL_UNDATED] = { { "%s in words: %s", "%s（文字表述）：%s" } },
  [TB_WORD_VERBAL_MORE] = { { "and %d more targets in words", "另有%d项文字表述的目标" } },
  [TB_WORD_DIAMONDS] = { { "Diamonds show the %s", "菱形为%s数" } },
  [TB_WORD_DASHED] = { { "Hollow dots show the forecast", "空心圆点为预测数" } },
  [TB_WORD_TICKS] = { { "Upright ticks show the %s", "竖线为%s数" } },
  [TB_WORD_QUALIFIER] = { { "%s %s", "%s表示%s" } },
  [TB_WORD_BREAK] = { { "New definition from %s: %s", "%s起口径调整：%s" } },
  [TB_WORD_BREAK_PLAIN] = { { "Break in the series at %s", "%s起口径调整，与前期不可比" } },
  [TB_WORD_BREAK_LABEL] = { { "break", "口径调整" } },
  [TB_WORD_CONFLICT] = { { "%s: sources differ, both figures are shown", "%s：各来源数字不一，一并列出" } },
  [TB_WORD_ROUNDED] = { { "Numbers are rounded to %s decimals at most", "数字最多保留%s位小数" } },
  [TB_WORD_ROUNDED_ONE] = { { "Numbers are rounded to one decimal at most", "数字最多保留1位小数" } },
  [TB_WORD_ROUNDED_WHOLE] = { { "Numbers are rounded to whole ones", "数字已取整" } },
  [TB_WORD_RANGE] = { { "Pale part: the published range", "浅色部分为公布的区间" } },
  [TB_WORD_UNDATED] = { { "Not drawn, no period given: %s", "未注明时期而未绘出：%s" } },
  [TB_WORD_CHANGE_ONLY] = { { "Not drawn, only the change was published: %s", "仅公布变动幅度而未绘出：%s" } },
  [TB_WORD_MISSING] = { { "… no figure available", "…表示暂无数据" } },
  [TB_WORD_TOTALS] = { { "Running totals stand at the end of their span", "累计数标于期末" } },
  [TB_WORD_STATUS] = { { "%s: %s", "%s：%s" } },
  [TB_WORD_PUBLISHED_CHANGE] = { { "%s: %s, as published", "%s：%s（公布数）" } },
  [TB_WORD_BRACKET] = { { "Totals stand at the end of their span; the bracket shows the span",
                          "累计数标于期末，括线为累计时段" } },
  [TB_WORD_SINCE_UNSTATED] = { { "The start of the running total is not stated", "累计起点未说明" } },
  [TB_WORD_SEGMENT] = { { "Level lines: averages over the span", "横线为时段平均数" } },
  [TB_WORD_WIDE] = { { "Pale wide columns include the narrow ones before them", "浅色宽柱包含其前方各期" } },
  [TB_WORD_NOT_ZERO] = { { "The vertical axis does not begin at zero", "纵轴不从零开始" } },
  [TB_WORD_SCOPE] = { { "Scope: %s", "口径：%s" } },
  [TB_WORD_GREY] = { { "Grey: %d more series", "灰色为另外%d个序列" } },
  [TB_WORD_NO_FIGURE] = { { "no figure", "无数据" } },
  [TB_WORD_MORE_ROWS] = { { "%d more not shown", "另有%d项未列出" } },
  [TB_WORD_PERIOD_NOTE] = { { "%s: %s", "%s：%s" } },
  [TB_WORD_OLDER_VINTAGES] = { { "Latest release of each figure", "各期采用最新发布数" } },
  [TB_WORD_FIRST] = { { "first %s %s", "%2$s为%1$s（首期）" } },
  [TB_WORD_LAST] = { { "last %s %s", "%2$s为%1$s（最新）" } },
  [TB_WORD_LOWEST] = { { "lowest %s %s", "最低为%2$s的%1$s" } },
  [TB_WORD_HIGHEST] = { { "highest %s %s", "最高为%2$s的%1$s" } },
  [TB_WORD_ONLY] = { { "%s %s", "%2$s为%1$s" } },
  [TB_WORD_NOT_COMPARED] = { { "first and last not compared: %s", "首尾两数不作比较：%s" } },
  [TB_WORD_STANDING] = { { "%s against the %s for %s: %s", "%1$s对照%3$s%2$s：%4$s" } },
  [TB_WORD_STANDING_UNDATED] = { { "%s against the %s: %s", "%s对照%s：%s" } },
  [TB_WORD_NO_CHANGE] = { { "no change given: %s", "不计算增减：%s" } },
  [TB_WORD_CLAUSE] = { { "; ", "；" } },
  [TB_WORD_LEFT_OUT] = { { "%s left out: %s", "%s未列入：%s" } },
  [TB_WORD_NOT_COMPUTED] = { { "Not computed for %s: %s", "%s未计算：%s" } },
  [TB_WORD_MORE_REASONS] = { { "%d more reasons are not listed", "另有%d项原因未列出" } },
  [TB_WORD_IMPLIED_COLUMN] = { { "Pale with a dashed edge: implied by other figures (%s)",
                                 "浅色虚线框为推算数（%s）" } },
  [TB_WORD_IMPLIED_LINE] = { { "Dashed lines lead to what other figures imply (%s)", "虚线所至为推算数（%s）" } },
  [TB_WORD_IN_PERCENT] = { { "in percent", "%" } },
  [TB_WORD_CHART_OF] = { { "%s: %s", "%s：%s" } },
  [TB_WORD_AND_MORE] = { { "and %d more", "另有%d项" } },
  [TB_WORD_MISFIT_UNITS] = { { "The figures are in different units (%s and %s); one axis cannot hold both.",
                               "各指标计量单位不同（%s与%s），不能共用一条坐标轴。" } },
  [TB_WORD_MISFIT_NO_DATED] = { { "None of the figures has a period to be placed by.",
                                  "所选数据均未注明时期，无法定位。" } },
  [TB_WORD_MISFIT_CHANGE_ONLY] = { { "The publication gives a change only, no level to draw: %s.",
                                     "仅公布变动幅度，无水平数可绘：%s。" } },
  [TB_WORD_MISFIT_VERBAL] = { { "There is no number to draw. %s.", "无数值可绘。%s。" } },
  [TB_WORD_MISFIT_ONE_POINT] = { { "A line needs at least two figures in one series.",
                                   "折线图要求同一序列至少有两个数据。" } },
  [TB_WORD_MISFIT_ONE_SERIES] = { { "A ranking needs at least two series with a figure in the same period.",
                                    "条形图要求至少两个序列有同期数据。" } },
  [TB_WORD_MISFIT_ONE_PART] = { { "A ranking needs at least two series beside that of the whole (%s).",
                                  "除总体（%s）外，条形图要求至少两个序列有同期数据。" } },
  [TB_WORD_MISFIT_MANY_SERIES] = { { "%s: more than %d series cannot be told apart; choose fewer, or another type.",
                                     "%s：超过%d个序列难以分辨，请减少序列或改用其他图表。" } },
  [TB_WORD_MISFIT_NO_NUMBER] = { { "None of the figures has a number; all are missing.",
                                   "所选数据均无数值（缺失），无法绘图。" } },
  [TB_WORD_MISFIT_TOO_LARGE] = { { "Figures beyond ten to the 307th are too large to be drawn.",
                                   "数值超过10的307次方，过大，无法绘图。" } },
  [TB_WORD_MISFIT_TOO_SMALL] = { { "Figures below ten to the minus 300th are too small to be drawn.",
                                   "数值小于10的负300次方，过小，无法绘图。" } },
  [TB_WORD_MISFIT_SEVERAL_FOR_SPARK] = { { "A sparkline shows one series.", "迷你图只显示一个序列。" } },
  [TB_WORD_MISFIT_EMPTY] = { { "There is no figure to draw.", "没有可绘制的数据。" } },
  [TB_WORD_MISFIT_CLASH]
  = { { "Spans of different length lie in each other in several series; side by side they could not be told apart.",
        "多个序列的时段长短不一且互相包含，并列会混淆，请只选一个序列。" } },
  [TB_WORD_MISFIT_CONFLICTS]
  = { { "No two figures may be joined by a line: where they follow each other, sources contradict each other.",
        "相邻各期的不同来源数据相互矛盾，不能连成折线。" } },
  [TB_WORD_MISFIT_NEVER_JOINED]
  = { { "No two figures may be joined by a line: a period between them is missing, or their spans or kinds differ.",
        "各数据之间缺期，或时段、类别不同，不能连成折线。" } },
};

/**
 * tb_chart_word:
 * @word: which
 * @language: the figure's
 *
 * Returns: (transfer none): the word, static
 */
const char *
tb_chart_word (TbChartWord word,
               TbLanguage  language)
{
  g_return_val_if_fail (word < TB_N_WORDS, "");

  return words[word].in[language];
}

/**
 * tb_chart_words_format:
 * @word: which
 * @language: the figure's
 * @...: what its %s and %d stand for
 *
 * Returns: (transfer full): the text
 */
char *
tb_chart_words_format (TbChartWord word,
                       TbLanguage  language,
                       ...)
{
  va_list arguments;
  char *text;

  va_start (arguments, language);
  text = g_strdup_vprintf (tb_chart_word (word, language), arguments);
  va_end (arguments);

  return text;
}

/**
 * tb_chart_words_join:
 * @parts: (element-type utf8): what to list
 * @language: the figure's
 *
 * Returns: (transfer full): "a, b and c", "a、b和c"
 */
char *
tb_chart_words_join (const GPtrArray *parts,
                     TbLanguage       language)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      if (i > 0)
        g_string_append (text, tb_chart_word (i + 1 == parts->len ? TB_WORD_AND : TB_WORD_LIST, language));
      g_string_append (text, g_ptr_array_index (parts, i));
    }

  return g_string_free_and_steal (text);
}

/**
 * tb_chart_words_join_some:
 * @parts: (element-type utf8): the first of what is listed
 * @n_more: how many more there are
 * @language: the figure's
 *
 * Returns: (transfer full): "a, b, and 2 more"; "a and b" where that is all
 */
char *
tb_chart_words_join_some (const GPtrArray *parts,
                          guint            n_more,
                          TbLanguage       language)
{
  GString *text;
  g_autofree char *more = NULL;

  if (n_more == 0)
    return tb_chart_words_join (parts, language);

  text = g_string_new (NULL);
  for (guint i = 0; i < parts->len; i++)
    {
      g_string_append (text, g_ptr_array_index (parts, i));
      g_string_append (text, tb_chart_word (TB_WORD_LIST, language));
    }
  more = tb_chart_words_format (TB_WORD_AND_MORE, language, (int) n_more);
  g_string_append (text, more);

  return g_string_free_and_steal (text);
}

/**
 * tb_chart_kind_word:
 * @kind: a kind of figure
 * @language: the figure's
 *
 * Returns: (transfer none): the kind in a word
 */
const char *
tb_chart_kind_word (TbKind     kind,
                    TbLanguage language)
{
  static const TbChartWord by_kind[] = {
    [TB_KIND_ACTUAL] = TB_WORD_ACTUAL,
    [TB_KIND_TARGET] = TB_WORD_TARGET,
    [TB_KIND_PLAN] = TB_WORD_PLAN,
    [TB_KIND_FORECAST] = TB_WORD_FORECAST,
  };

  return tb_chart_word (by_kind[kind], language);
}
