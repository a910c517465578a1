/* Lays charts of files in the source tree out, at fixed text widths.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-test-charts.h"

#include "tb-reader.h"

TbDataset *
tb_test_load_dataset (const char *path)
{
  const char *root = g_getenv ("TB_SOURCE_ROOT");
  g_autofree char *file = NULL;
  g_autoptr (TbProblems) problems = NULL;
  g_autofree char *report = NULL;
  g_autoptr (GError) error = NULL;
  TbDataset *dataset;

  g_assert_nonnull (root);
  file = g_build_filename (root, path, NULL);
  problems = tb_problems_new (file);
  dataset = tb_reader_read_file (file, NULL, problems, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  if (tb_problems_get_n_errors (problems) > 0)
    {
      report = tb_problems_dup_report (problems);
      g_test_message ("%s", report);
    }
  g_assert_nonnull (dataset);

  return dataset;
}

TbScene *
tb_test_lay_out (TbDataset               *dataset,
                 const TbChartSpecFields *fields,
                 GError                 **error)
{
  g_autoptr (TbChartSpec) spec = tb_chart_spec_new (fields);
  g_autoptr (TbSelection) selection = tb_chart_select (spec, dataset, error);

  if (selection == NULL)
    return NULL;

  return tb_chart_layout (spec, selection, tb_text_measure_get_fixed (), error);
}

TbScene *
tb_test_lay_out_indicator (const char  *path,
                           TbChartType  type,
                           TbLanguage   language,
                           const char  *indicator,
                           const char  *place,
                           double       width,
                           double       height,
                           GError     **error)
{
  g_autoptr (TbDataset) dataset = tb_test_load_dataset (path);
  char *indicators[] = { (char *) indicator, NULL };
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;

  fields.type = type;
  fields.language = language;
  fields.indicators = indicators;
  fields.place = (char *) place;
  fields.width = width;
  fields.height = height;

  return tb_test_lay_out (dataset, &fields, error);
}
