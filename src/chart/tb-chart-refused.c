/* Types of chart that are not offered, and what to take in their place.
 *
 * What is refused, and why, follows Cleveland and McGill, "Graphical Perception"
 * (1984): positions on a common scale are read best, then lengths, then angles and
 * areas; and IBCS for scales and axes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-chart-refused.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *names;   /* parted by blanks */
  TbPhrase    reason;
} Refusal;

static const Refusal refusals[] = {
  { "pie doughnut donut ring rose nightingale",
    { { N_("Angles and areas of a circle are hard to compare: take “stacked-share” for parts of a whole, or “bar” to "
            "rank them"),
        "圆的角度和面积难以比较：构成请用“stacked-share”（百分比堆积柱形图），排序请用“bar”（条形图）" } } },
  { "3d 3-d 3d-column 3d-bar 3d-pie 3d-line column-3d bar-3d pie-3d cylinder cone pyramid",
    { { N_("Depth shows no figure and hides some: take “column”, “bar” or “stacked”"),
        "立体效果不表示数据且会遮挡数据：请用“column”（柱形图）、“bar”（条形图）或“stacked”（堆积柱形图）" } } },
  { "dual-axis dual-axes two-axes secondary-axis second-axis combo column-line line-column",
    { { N_("Where two scales cross is chosen, not measured: take “growth” for a rate beside its amounts, or "
            "“small-multiples” for two units"),
        "双坐标轴的交点由人为设定、并非数据：增速与总量请用“growth”（总量与增速图），"
        "两种单位请用“small-multiples”（分面图）" } } },
  { "gauge speedometer dial thermometer",
    { { N_("A dial takes a page for one figure: take “bullet”, which sets figures against their targets row by row"),
        "仪表盘以整页只示一个数：请用“bullet”（子弹图），逐行对照目标" } } },
  { "radar spider web star polar",
    { { N_("The area of a web depends on the order of its axes: take “small-multiples”, or “dumbbell” for two "
            "periods"),
        "雷达图的面积取决于坐标轴次序：请用“small-multiples”（分面图）；两期对比请用“dumbbell”（哑铃图）" } } },
  { "smooth smoothed smoothed-line smooth-line spline curve",
    { { N_("A smoothed line passes through values that nobody measured: take “line”, or compute a moving average"),
        "平滑曲线会经过并不存在的数值：请用“line”（折线图），或计算移动平均" } } },
  { "area stacked-area filled-line stream streamgraph",
    { { N_("Areas are read as sums, which rates and levels at different dates have not: take “line”, or “stacked” for "
            "the parts of a whole"),
        "面积易被读作总和，而比率和不同时点的存量不可加总：请用“line”（折线图）；构成请用“stacked”（堆积柱形图）" } } },
  { "bubble pictogram treemap sunburst word-cloud wordcloud funnel",
    { { N_("Areas are hard to compare: take “bar” to rank figures, or “stacked” for the parts of a whole"),
        "面积大小难以比较：排序请用“bar”（条形图），构成请用“stacked”（堆积柱形图）" } } },
};

/**
 * tb_chart_type_get_refusal:
 * @name: what somebody calls a type of chart; letters of either case
 * @language: the reader's
 *
 * Tells why a type of chart is not offered, and which to take. Thread: any.
 *
 * Returns: (transfer none) (nullable): the reason; %NULL where nothing is known
 *   against the name
 */
const char *
tb_chart_type_get_refusal (const char *name,
                           TbLanguage  language)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  g_strdelimit (lower, "_ ", '-');
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_auto (GStrv) names = g_strsplit (refusals[i].names, " ", -1);

      if (g_strv_contains ((const char *const *) names, lower))
        return refusals[i].reason.in[language];
    }

  return NULL;
}
