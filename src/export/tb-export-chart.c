/* From a chart's spec to a drawing and to a file, with the fonts of the machine.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-export.h"

#include "tb-chart.h"
#include "tb-measure-pango.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbTextMeasure, tb_measure_pango_free)

/**
 * tb_export_layout:
 * @spec: what to show
 * @selection: the figures, of tb_chart_select()
 * @error: return location for an error
 *
 * Lays a chart out with the fonts of the machine.
 *
 * Errors: %TB_CHART_ERROR.
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): a scene
 */
TbScene *
tb_export_layout (const TbChartSpec  *spec,
                  const TbSelection  *selection,
                  GError            **error)
{
  const char *const languages[TB_N_LANGUAGES] = { "en", "zh-CN" };
  g_autoptr (TbTextMeasure) measure = tb_measure_pango_new (languages[tb_chart_spec_get (spec)->language]);

  return tb_chart_layout (spec, selection, measure, error);
}

/**
 * tb_export_chart:
 * @spec: what to show
 * @dataset: the figures
 * @format: the file's format
 * @options: (nullable): what goes in beside the drawing
 * @error: return location for an error
 *
 * Selects, lays out and writes a chart, all in the calling thread.
 *
 * Errors: those of selection, %TB_CHART_ERROR, %TB_EXPORT_ERROR.
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): the file's bytes
 */
GBytes *
tb_export_chart (const TbChartSpec      *spec,
                 TbDataset              *dataset,
                 TbExportFormat          format,
                 const TbExportOptions  *options,
                 GError                **error)
{
  g_autoptr (TbSelection) selection = tb_chart_select (spec, dataset, error);
  g_autoptr (TbScene) scene = NULL;

  if (selection == NULL)
    return NULL;
  scene = tb_export_layout (spec, selection, error);
  if (scene == NULL)
    return NULL;

  return tb_export_scene (scene, format, options, error);
}
