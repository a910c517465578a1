/* The types of chart: one table of what each is called, needs and does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-frame.h"

G_BEGIN_DECLS

#define TB_ORDER(name) (1u << TB_CHART_ORDER_##name)

/**
 * TbChartTypeClass:
 * @name: in specs and on the command line
 * @title: for readers: "Column chart"
 * @notation: how it draws targets, forecasts and what may still change
 * @frameless: fills the page: no title, notes or source
 * @many_units: takes figures of different units
 * @thins: shows long series as lines, of which figures that no pixel would show may
 *   be left out (M4); other types are refused for series of very many figures
 * @orders: of rows, parts or bars, beside its own: a mask of TB_ORDER(); 0: none
 * @usual_orders: those of @orders that its own is
 * @own_legend: its legend and panels tell targets, forecasts and how figures stand to
 *   them: no note does
 * @plot_share: of the page, that the plot keeps before notes give way; 0: the usual one
 * @most_series: more do not fit; 0: no limit
 * @describes_all: @describe tells all figures: the usual sentences on each series are
 *   left out
 * @keep_points: nullable: leaves out of the points just read what the type does not
 *   show, before texts and notes are written
 * @new_content: computes from what was read what the type shows, or tells in
 *   @error (%TB_CHART_ERROR_DATA, in the figure's language) why it does not fit;
 *   may add notes and legend entries to @figures. Never %NULL without @error: a
 *   type without a content of its own returns @figures
 * @free_content: nullable
 * @describe: nullable: adds sentences to the alternative text
 * @wants_legend: nullable: whether this page needs an entry for each series above
 *   the plot, beside those that @new_content added
 * @limit: nullable: leaves out of the content what @frame's plot has no room for, with
 *   what notes and legend say of it; TRUE: the frame is to be measured anew
 * @lay_out: puts the marks into @frame's plot (of a frameless type @frame is NULL)
 *
 * A static table of functions; a file for each type (tb-type-NAME.c).
 */
typedef struct
{
  const char *name;
  TbPhrase    title;
  TbNotation  notation;
  gboolean    frameless;
  gboolean    many_units;
  gboolean    thins;
  guint       orders;
  guint       usual_orders;
  gboolean    own_legend;
  double      plot_share;
  gsize       most_series;
  gboolean    describes_all;
  void      (*keep_points)  (TbFigures               *figures,
                             const TbChartSpecFields *spec);
  gpointer  (*new_content)  (TbFigures               *figures,
                             const TbChartSpecFields *spec,
                             GError                 **error);
  void      (*free_content) (gpointer                 content);
  void      (*describe)     (gconstpointer            content,
                             const TbFigures         *figures,
                             GString                 *text);
  gboolean  (*wants_legend) (const TbCanvas          *canvas);
  gboolean  (*limit)        (TbCanvas                *canvas,
                             const TbChartFrame      *frame,
                             gpointer                 content);
  void      (*lay_out)      (TbCanvas                *canvas,
                             const TbChartFrame      *frame,
                             gpointer                 content);
} TbChartTypeClass;

const TbChartTypeClass *tb_chart_type_get_class (TbChartType              type);

extern const TbChartTypeClass tb_type_line, tb_type_column, tb_type_bar, tb_type_sparkline;
extern const TbChartTypeClass tb_type_cumulative_discrete;
extern const TbChartTypeClass tb_type_year_to_date;
extern const TbChartTypeClass tb_type_bullet, tb_type_target_path;
extern const TbChartTypeClass tb_type_waterfall, tb_type_stock_flow;
extern const TbChartTypeClass tb_type_stacked, tb_type_stacked_share;
extern const TbChartTypeClass tb_type_slope, tb_type_dumbbell, tb_type_small_multiples;
extern const TbChartTypeClass tb_type_growth, tb_type_previous_year, tb_type_plan;

G_END_DECLS
