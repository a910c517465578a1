/* Lays a chart out: spec + selection + text measurer → scene.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-chart.h"
#include "tb-chart-layouts.h"
#include "tb-chart-misfit.h"
#include "tb-chart-words.h"
#include "tb-scene-describe.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static TbSceneBuilder *
begin_scene (const TbChartSpecFields *fields,
             const TbFigures         *figures,
             const char              *description)
{
  TbSceneInfo info = {
    .width = fields->width,
    .height = fields->height,
    .title = figures->title,
    .description = description,
    .language = fields->language == TB_LANGUAGE_ZH ? "zh-CN" : "en",
    .background = tb_theme_get (fields->style)->background,
  };

  return tb_scene_builder_new (&info);
}

/* What only the type of chart can know has to be told in the notes too. */
static void
note_layout (TbFigures *figures)
{
  if (figures->own_note != NULL || figures->type != TB_CHART_LINE)
    return;
  if (tb_layout_line_leaves_zero_out (figures))
    g_ptr_array_add (figures->notes, (gpointer) tb_chart_word (TB_WORD_NOT_ZERO, figures->language));
  if (figures->n_tracks > TB_N_SERIES_COLORS)
    g_ptr_array_add (figures->notes,
                     (gpointer) tb_figures_keep (figures, tb_chart_words_format (TB_WORD_GREY, figures->language,
                                                                                (int) figures->n_tracks - TB_N_SERIES_COLORS)));
}

static gboolean
lay_out (TbCanvas *canvas,
         GError  **error)
{
  const TbFigures *figures = canvas->figures;
  g_autoptr (TbChartFrame) frame = NULL;
  gboolean with_legend = figures->type == TB_CHART_COLUMN && figures->n_tracks > 1;

  if (figures->type == TB_CHART_SPARKLINE)
    {
      tb_layout_spark (canvas);
      return TRUE;
    }
  if (figures->type == TB_CHART_LINE)
    with_legend = tb_layout_line_needs_legend (canvas);
  frame = tb_chart_frame_new (canvas, with_legend, error);
  if (frame == NULL)
    return FALSE;

  tb_scene_builder_begin (canvas->builder, TB_ROLE_FIGURE, figures->title);
  tb_chart_frame_draw (frame, canvas);
  switch (figures->type)
    {
    case TB_CHART_LINE:
      tb_layout_line (canvas, frame);
      break;
    case TB_CHART_COLUMN:
      tb_layout_column (canvas, frame);
      break;
    case TB_CHART_BAR:
      tb_layout_bar (canvas, frame);
      break;
    case TB_CHART_SPARKLINE:
      break;
    }
  tb_scene_builder_end (canvas->builder);

  return TRUE;
}

/**
 * tb_chart_layout:
 * @spec: what to show
 * @selection: its figures, of tb_chart_select()
 * @measure: what text measures
 * @error: return location for an error
 *
 * Lays a chart out: figures with their words, then their places, then the scene.
 * A pure function: the same arguments give the same scene.
 *
 * Missing: gaps; figures without a period are told in the notes.
 * Errors: %TB_CHART_ERROR_DATA where the type does not fit, with the reason in the
 *   figure's language; %TB_CHART_ERROR_SIZE where the page is too small.
 * Thread: any, that of @measure.
 *
 * Returns: (transfer full) (nullable): the scene
 */
TbScene *
tb_chart_layout (const TbChartSpec   *spec,
                 const TbSelection   *selection,
                 const TbTextMeasure *measure,
                 GError             **error)
{
  const TbChartSpecFields *fields = tb_chart_spec_get (spec);
  g_autofree char *misfit = NULL;
  g_autoptr (TbFigures) figures = NULL;
  g_autoptr (TbSceneBuilder) builder = NULL;
  g_autofree char *description = NULL;
  TbCanvas canvas;

  if (!isfinite (fields->width) || !isfinite (fields->height) || fields->width < 1 || fields->height < 1)
    {
      g_set_error_literal (error, TB_CHART_ERROR, TB_CHART_ERROR_SIZE, _("A figure needs a width and a height"));
      return NULL;
    }
  misfit = tb_chart_dup_misfit_of_selection (fields->type, selection, fields->language);
  if (misfit == NULL)
    {
      figures = tb_figures_new (fields, selection, error);
      if (figures == NULL)
        return NULL;
      misfit = tb_chart_dup_misfit_of_figures (figures);
    }
  if (misfit != NULL)
    {
      g_set_error_literal (error, TB_CHART_ERROR, TB_CHART_ERROR_DATA, misfit);
      return NULL;
    }

  note_layout (figures);
  description = fields->description != NULL ? g_strdup (fields->description) : tb_scene_describe (figures);
  builder = begin_scene (fields, figures, description);
  tb_canvas_init (&canvas, fields, figures, measure, builder);
  if (!lay_out (&canvas, error))
    return NULL;
  tb_scene_builder_count_dropped (builder, canvas.n_dropped);

  return tb_scene_builder_finish (g_steal_pointer (&builder));
}
