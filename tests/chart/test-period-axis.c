/* Tests the axis of time: true widths, labels that thin out by meaning.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-figures.h"
#include "tb-period-axis.h"
#include "tb-test-charts.h"
#include "tb-test-datasets.h"

#include <string.h>

/* Writes the labels as rows: "上半年 | 2021年"; commas within a row. */
static char *
write_labels (const TbPeriodAxis *axis)
{
  gsize n;
  const TbPeriodTick *ticks = tb_period_axis_get_ticks (axis, &n);
  GString *text = g_string_new (NULL);
  gboolean any = TRUE;

  for (int row = 0; any; row++)
    {
      any = FALSE;
      for (gsize i = 0; i < n; i++)
        if (ticks[i].row == row)
          {
            g_string_append_printf (text, "%s%s", any ? "," : row > 0 ? " | " : "", ticks[i].text);
            any = TRUE;
          }
    }

  return g_string_free_and_steal (text);
}

typedef struct
{
  TbSelection  *selection;
  TbFigures    *figures;
  TbCanvas      canvas;
  TbPeriodAxis *axis;
} Fixture;

static void
set_up_dataset (Fixture    *self,
                TbDataset  *dataset,
                const char *indicator,
                const char *place,
                TbLanguage  language,
                double      width)
{
  char *indicators[] = { (char *) indicator, NULL };
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;
  g_autoptr (TbChartSpec) spec = NULL;

  fields.indicators = indicators;
  fields.place = (char *) place;
  fields.language = language;
  fields.width = width;
  spec = tb_chart_spec_new (&fields);
  self->selection = tb_chart_select (spec, dataset, NULL);
  g_assert_nonnull (self->selection);
  self->figures = tb_figures_new (tb_chart_spec_get (spec), self->selection, NULL);
  g_assert_nonnull (self->figures);
  self->axis = tb_period_axis_new (self->figures);
  tb_canvas_init (&self->canvas, tb_chart_spec_get (spec), self->figures, tb_text_measure_get_fixed (), NULL);
  tb_period_axis_set_range (self->axis, &self->canvas, self->canvas.margin, width - self->canvas.margin);
  self->canvas.spec = NULL;
}

static void
set_up (Fixture    *self,
        const char *data,
        const char *indicator,
        const char *place,
        TbLanguage  language,
        double      width)
{
  g_autoptr (TbDataset) dataset = tb_test_load_dataset (data);

  set_up_dataset (self, dataset, indicator, place, language, width);
}

static void
tear_down (Fixture *self)
{
  tb_period_axis_free (self->axis);
  tb_figures_free (self->figures);
  tb_selection_unref (self->selection);
}

#define CASES "tests/chart/data/charts.tongbi.json"
#define JOBS "data/samples/us-employment.tongbi.json"
#define POWER "data/samples/iowa-electricity.tongbi.json"

/* Expected by hand from semantics P-5 and the rule: each place by its name where
 * all fit, else larger units of the calendar, years before quarters. */
static const struct
{
  const char *data, *indicator, *place;
  TbLanguage  language;
  double      width;
  const char *labels;
} rows[] = {
  { CASES, "stations", "north", TB_LANGUAGE_ZH, 960, "上半年 | 2021年" },
  { CASES, "stations", "north", TB_LANGUAGE_EN, 960, "H1 | 2021" },
  { CASES, "stations", "north", TB_LANGUAGE_ZH, 320, "上半年 | 2021年" },
  { CASES, "investment", "north", TB_LANGUAGE_ZH, 960, "1—3月,1—6月,1—9月,1—12月,1—3月,1—6月 | 2021年,2022年" },
  { CASES, "quarterly", "north", TB_LANGUAGE_EN, 960, "Q1,Q2,Q3,Q4,Q1,Q2,H2,Q1 | 2020,2021,2022" },
  { CASES, "balance", "north", TB_LANGUAGE_ZH, 960, "2018年,2019年,2020年,2021年,2022年" },
  { CASES, "beds", "north", TB_LANGUAGE_ZH, 960, "12月末,12月末,12月末,12月末,6月末,12月末 | 2018年,2019年,2020年,2021年,2022年,2023年" },
  { POWER, "generation", "iowa", TB_LANGUAGE_EN, 320, "2001,2003,2005,2007,2009,2011,2013,2015,2017" },
  /* Round years, and where there is room the first and the last. */
  { POWER, "generation", "iowa", TB_LANGUAGE_EN, 120, "2005,2010,2015,2001" },
  { JOBS, "nonfarm-jobs", "us", TB_LANGUAGE_EN, 500, "2006,2007,2008,2009,2010,2011,2012,2013,2014,2015" },
  /* Ten years of months: halves of years would stand there twenty times. */
  { JOBS, "nonfarm-jobs", "us", TB_LANGUAGE_ZH, 1600, "2006年,2007年,2008年,2009年,2010年,2011年,2012年,2013年,2014年,2015年" },
};

static void
test_labels (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Fixture self;
      g_autofree char *labels = NULL;

      set_up (&self, rows[i].data, rows[i].indicator, rows[i].place, rows[i].language, rows[i].width);
      labels = write_labels (self.axis);
      g_test_message ("%s at %g", rows[i].indicator, rows[i].width);
      g_assert_cmpstr (labels, ==, rows[i].labels);
      tear_down (&self);
    }
}

/* Reporting years from July: the names that periods have in tables, never a row
 * of the calendar's years; short names only above the reporting years. */
static const struct
{
  const char *observations;
  TbLanguage  language;
  double      width;
  const char *labels;
} reporting_rows[] = {
  { "[\"2019-A1\", 5], [\"2020-A1\", 6], [\"2020-Q2\", 3], [\"2021-Q2\", 4]", TB_LANGUAGE_EN, 960,
    "FY 2019/20,Q2 FY 2020/21,Q2 FY 2021/22 | FY 2020/21" },
  { "[\"2019-A1\", 5], [\"2020-A1\", 6], [\"2020-Q2\", 3], [\"2021-Q2\", 4]", TB_LANGUAGE_ZH, 960,
    "2019/20财年,2020/21财年二季度,2021/22财年二季度 | 2020/21财年" },
  { "[\"2019-A1\", 5], [\"2020-A1\", 6]", TB_LANGUAGE_EN, 960, "FY 2019/20,FY 2020/21" },
  { "[\"2020-Q3\", 5], [\"2020-Q4\", 6], [\"2021-Q1\", 6], [\"2021-Q2\", 6]", TB_LANGUAGE_EN, 960,
    "Q3 FY 2020/21,Q4 FY 2020/21,Q1 FY 2021/22,Q2 FY 2021/22" },
  /* Eight full names of 13 letters are wider than the page, eight short ones are not. */
  { "[\"2019-Q3\", 5], [\"2019-Q4\", 6], [\"2020-Q1\", 6], [\"2020-Q2\", 6], "
    "[\"2020-Q3\", 5], [\"2020-Q4\", 6], [\"2021-Q1\", 6], [\"2021-Q2\", 6]", TB_LANGUAGE_EN, 480,
    "Q3,Q4,Q1,Q2,Q3,Q4,Q1,Q2 | FY 2019/20,FY 2020/21,FY 2021/22" },
  /* Years thin out to round ones. */
  { "[\"2013-A1\", 5], [\"2014-A1\", 6], [\"2015-A1\", 6], [\"2016-A1\", 6], [\"2017-A1\", 6], [\"2018-A1\", 6]",
    TB_LANGUAGE_EN, 320, "FY 2014/15,FY 2016/17,FY 2018/19" },
  /* Months keep the names and the years of the calendar. */
  { "[\"2020-M06\", 5], [\"2020-M07\", 6]", TB_LANGUAGE_EN, 960, "Dec,Jan | 2020,2021" },
};

static TbDataset *
make_reporting (const char *observations)
{
  g_autofree char *text = g_strdup_printf (
      "{\"tongbi\": \"dataset/1\", \"title\": \"T\", \"reporting_year_start\": \"07-01\", "
      "\"units\": {\"bed\": {\"name\": \"beds\", \"kind\": \"count\"}}, "
      "\"indicators\": [{\"id\": \"beds\", \"name\": \"Beds\", \"unit\": \"bed\", \"measure\": \"flow\"}], "
      "\"series\": [{\"indicator\": \"beds\", \"observations\": [%s]}]}",
      observations);

  return tb_test_read_dataset (text);
}

static void
test_reporting_years (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reporting_rows); i++)
    {
      g_autoptr (TbDataset) dataset = make_reporting (reporting_rows[i].observations);
      Fixture self;
      g_autofree char *labels = NULL;

      set_up_dataset (&self, dataset, "beds", NULL, reporting_rows[i].language, reporting_rows[i].width);
      labels = write_labels (self.axis);
      g_test_message ("%s at %g", reporting_rows[i].observations, reporting_rows[i].width);
      g_assert_cmpstr (labels, ==, reporting_rows[i].labels);
      tear_down (&self);
    }
}

/* P-4: longer spans are wider in proportion, those of one kind equally wide. */
static void
test_widths (void)
{
  Fixture self;
  double quarter = 0;

  set_up (&self, CASES, "quarterly", "north", TB_LANGUAGE_EN, 960);
  for (gsize i = 0; i < self.figures->tracks[0].n_points; i++)
    {
      const TbChartPoint *point = &self.figures->tracks[0].points[i];
      double width = tb_period_axis_map (self.axis, point->end) - tb_period_axis_map (self.axis, point->start);

      if (point->period.kind == TB_PERIOD_Q && quarter <= 0)
        quarter = width;
      g_assert_cmpfloat_with_epsilon (width,
                                      point->period.kind == TB_PERIOD_Q   ? quarter
                                      : point->period.kind == TB_PERIOD_S ? 2 * quarter
                                                                          : 4 * quarter,
                                      1e-6);
    }
  g_assert_cmpfloat (quarter, >, 10);
  tear_down (&self);
}

/* No two labels of a row touch, none leaves the page, at any width. */
static void
test_never_overlap (void)
{
  static const char *const indicators[] = { "stations", "investment", "output", "quarterly", "beds", "wage", "growth" };

  for (gsize i = 0; i < G_N_ELEMENTS (indicators); i++)
    for (double width = 120; width < 2000; width *= 1.17)
      {
        Fixture self;
        gsize n;
        const TbPeriodTick *ticks;

        set_up (&self, CASES, indicators[i], NULL, i % 2 == 0 ? TB_LANGUAGE_ZH : TB_LANGUAGE_EN, width);
        ticks = tb_period_axis_get_ticks (self.axis, &n);
        for (gsize k = 0; k < n; k++)
          {
            double half = ticks[k].label.extents.width / 2;

            g_assert_cmpfloat (ticks[k].x - half, >=, 0);
            g_assert_cmpfloat (ticks[k].x + half, <=, width);
            for (gsize j = 0; j < k; j++)
              if (ticks[j].row == ticks[k].row)
                g_assert_cmpfloat (ABS (ticks[j].x - ticks[k].x), >, half + ticks[j].label.extents.width / 2);
          }
        tear_down (&self);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/period-axis/P-5/labels", test_labels);
  g_test_add_func ("/period-axis/reporting-years", test_reporting_years);
  g_test_add_func ("/period-axis/P-4/widths", test_widths);
  g_test_add_func ("/period-axis/never-overlap", test_never_overlap);

  return g_test_run ();
}
