/* The chart beside the table in an XLSX file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-table-xlsx-private.h"

#include "tb-table-chart.h"

#include <math.h>

/* Pixels at 96 a inch. */
#define WIDTH 720
#define HEIGHT 400
#define DEFAULT_WIDTH 480.0
#define DEFAULT_HEIGHT 288.0

static lxw_chart_font
get_font (const TbXlsx *self,
          double        size,
          TbColor       color)
{
  return (lxw_chart_font) { .name = (char *) self->font, .size = size, .color = tb_xlsx_get_color (color) };
}

static void
add_series (TbXlsx             *self,
            lxw_chart          *chart,
            const TbTableChart *what,
            gsize               i)
{
  lxw_chart_series *series = chart_add_series (chart, NULL, NULL);
  lxw_row_t row = (lxw_row_t) (TB_XLSX_FIRST_ROW + what->rows[i]);
  lxw_col_t first = (lxw_col_t) (TB_SHEET_N_HEADS + what->first);
  lxw_col_t last = (lxw_col_t) (TB_SHEET_N_HEADS + what->end - 1);
  lxw_color_t color = tb_xlsx_get_color (self->theme->series[i]);
  lxw_chart_line line = { .color = color, .width = 2.25f };
  lxw_chart_line thin = { .color = tb_xlsx_get_color (self->theme->background), .width = 0.75f };
  lxw_chart_fill fill = { .color = color };

  chart_series_set_name_range (series, self->page->table_name, row, 0);
  chart_series_set_categories (series, self->page->table_name, TB_XLSX_HEAD_ROW, first, TB_XLSX_HEAD_ROW, last);
  chart_series_set_values (series, self->page->table_name, row, first, row, last);
  if (!what->is_line)
    {
      chart_series_set_fill (series, &fill);
      return;
    }
  chart_series_set_line (series, &line);
  chart_series_set_marker_type (series, what->end - what->first > 24 ? LXW_CHART_MARKER_NONE : LXW_CHART_MARKER_CIRCLE);
  chart_series_set_marker_size (series, 6);
  chart_series_set_marker_fill (series, &fill);
  chart_series_set_marker_line (series, &thin);
}

static const char *
get_axis_format (const TbTableChart *what)
{
  double largest = what->is_percent ? what->largest * 100 : what->largest;

  if (largest >= 10)
    return what->is_percent ? "0%" : "#,##0";

  return what->is_percent ? "0.0%" : largest >= 1 ? "0.0" : "0.00";
}

static void
set_axes (TbXlsx             *self,
          lxw_chart          *chart,
          const TbTableChart *what)
{
  g_autofree char *unit = tb_comparison_dup_row_unit (self->comparison, what->rows[0], self->language);
  lxw_chart_font words = get_font (self, 9, self->theme->text_muted);
  lxw_chart_line grid = { .color = tb_xlsx_get_color (self->theme->grid), .width = 0.75f };
  lxw_chart_line base = { .color = tb_xlsx_get_color (self->theme->axis), .width = 0.75f };
  lxw_chart_line none = { .none = LXW_TRUE };

  words.bold = LXW_EXPLICIT_FALSE;
  chart_axis_set_name (chart->x_axis, tb_comparison_get_column_band (self->comparison, what->first, self->language));
  chart_axis_set_name (chart->y_axis, unit);
  chart_axis_set_name_font (chart->x_axis, &words);
  chart_axis_set_name_font (chart->y_axis, &words);
  chart_axis_set_num_font (chart->x_axis, &words);
  chart_axis_set_num_font (chart->y_axis, &words);
  chart_axis_set_num_format (chart->y_axis, get_axis_format (what));
  chart_axis_set_line (chart->x_axis, &base);
  chart_axis_set_line (chart->y_axis, &none);
  chart_axis_set_label_position (chart->x_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
  chart_axis_major_gridlines_set_line (chart->y_axis, &grid);
  chart_axis_set_major_tick_mark (chart->y_axis, LXW_CHART_AXIS_TICK_MARK_NONE);
}

static char *
dup_title (const TbXlsx       *self,
           const TbTableChart *what)
{
  return what->n_rows == 1 ? tb_comparison_dup_row_title (self->comparison, what->rows[0], self->language)
                           : g_strdup (self->page->title);
}

/* Excel shows no more of a title than 255 characters. */
#define TITLE_LIMIT 255

void
tb_xlsx_add_chart (TbXlsx *self)
{
  const TbSheetLimits limits = { .text = TITLE_LIMIT };
  lxw_chart_options options = { .x_scale = WIDTH / DEFAULT_WIDTH, .y_scale = HEIGHT / DEFAULT_HEIGHT };
  lxw_chart_font title_font = get_font (self, 13, self->theme->text);
  lxw_chart_font words = get_font (self, 9, self->theme->text);
  lxw_chart_line none = { .none = LXW_TRUE };
  g_autofree char *title = NULL;
  g_autofree char *fit = NULL;
  gsize n_columns = tb_comparison_get_n_columns (self->comparison) + TB_SHEET_N_HEADS;
  TbTableChart what;
  lxw_chart *chart;

  if (n_columns + 1 >= self->limits->columns
      || !tb_table_chart_choose (self->comparison, self->page->notes, self->language, &what))
    return;
  title = dup_title (self, &what);
  fit = tb_sheet_dup_text (title, &limits);
  chart = workbook_add_chart (self->workbook, what.is_line ? LXW_CHART_LINE : LXW_CHART_COLUMN);
  for (gsize i = 0; i < what.n_rows; i++)
    add_series (self, chart, &what, i);
  title_font.bold = LXW_TRUE;
  chart_title_set_name (chart, fit);
  chart_title_set_name_font (chart, &title_font);
  set_axes (self, chart, &what);
  chart_chartarea_set_line (chart, &none);
  chart_legend_set_position (chart, what.n_rows > 1 ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
  chart_legend_set_font (chart, &words);
  if (!what.is_line)
    chart_set_series_gap (chart, 70);
  options.description = fit;
  worksheet_set_column (self->table, (lxw_col_t) n_columns, (lxw_col_t) n_columns, 2, NULL);
  worksheet_insert_chart_opt (self->table, TB_XLSX_BAND_ROW, (lxw_col_t) (n_columns + 1), chart, &options);
}
