/* The table of the types of chart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-type.h"

#include "tb-chart-figures-private.h"
#include "tb-chart-words.h"

#include <string.h>

static const TbChartTypeClass *const classes[TB_N_CHART_TYPES] = {
  [TB_CHART_LINE] = &tb_type_line,
  [TB_CHART_COLUMN] = &tb_type_column,
  [TB_CHART_BAR] = &tb_type_bar,
  [TB_CHART_SPARKLINE] = &tb_type_sparkline,
  [TB_CHART_CUMULATIVE_DISCRETE] = &tb_type_cumulative_discrete,
  [TB_CHART_YEAR_TO_DATE] = &tb_type_year_to_date,
  [TB_CHART_BULLET] = &tb_type_bullet,
  [TB_CHART_TARGET_PATH] = &tb_type_target_path,
  [TB_CHART_GROWTH] = &tb_type_growth,
  [TB_CHART_PREVIOUS_YEAR] = &tb_type_previous_year,
  [TB_CHART_PLAN] = &tb_type_plan,
  [TB_CHART_WATERFALL] = &tb_type_waterfall,
  [TB_CHART_STOCK_FLOW] = &tb_type_stock_flow,
  [TB_CHART_STACKED] = &tb_type_stacked,
  [TB_CHART_STACKED_SHARE] = &tb_type_stacked_share,
  [TB_CHART_SLOPE] = &tb_type_slope,
  [TB_CHART_DUMBBELL] = &tb_type_dumbbell,
  [TB_CHART_SMALL_MULTIPLES] = &tb_type_small_multiples,
};

/**
 * tb_chart_type_get_class:
 * @type: a type of chart
 *
 * Returns: (transfer none): what it is called, needs and does
 */
const TbChartTypeClass *
tb_chart_type_get_class (TbChartType type)
{
  g_return_val_if_fail ((gsize) type < G_N_ELEMENTS (classes), &tb_type_column);

  return classes[type];
}

TbNotation
tb_chart_type_get_notation (TbChartType type)
{
  return tb_chart_type_get_class (type)->notation;
}

/**
 * tb_chart_type_get_name:
 * @type: a type of chart
 *
 * Returns: (transfer none): its name in specs and on the command line
 */
const char *
tb_chart_type_get_name (TbChartType type)
{
  return tb_chart_type_get_class (type)->name;
}

/**
 * tb_chart_type_word:
 * @type: a type of chart
 * @language: the reader's
 *
 * Returns: (transfer none): its name for readers: "Column chart", "柱形图"
 */
const char *
tb_chart_type_word (TbChartType type,
                    TbLanguage  language)
{
  return tb_chart_type_get_class (type)->title.in[language];
}

/**
 * tb_chart_type_get_orders:
 * @type: a type of chart
 * @distinct: leaves out those that are what is usual for the type
 *
 * Returns: the orders that its rows, parts or bars may be in, the usual one among
 *   them: a mask of 1 << order
 */
guint
tb_chart_type_get_orders (TbChartType type,
                          gboolean    distinct)
{
  const TbChartTypeClass *class = tb_chart_type_get_class (type);

  return TB_ORDER (USUAL) | (distinct ? class->orders & ~class->usual_orders : class->orders);
}

/**
 * tb_chart_type_from_name:
 * @name: a name
 * @out_type: (out): the type
 *
 * Returns: whether there is such a type; else @out_type is left as it was
 */
gboolean
tb_chart_type_from_name (const char  *name,
                         TbChartType *out_type)
{
  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    if (strcmp (classes[i]->name, name) == 0)
      {
        *out_type = (TbChartType) i;
        return TRUE;
      }

  return FALSE;
}
