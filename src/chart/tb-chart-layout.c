/* Lays a chart out: spec + selection + text measurer → scene.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-chart.h"
#include "tb-chart-misfit.h"
#include "tb-chart-type.h"
#include "tb-chart-words.h"
#include "tb-decoration-plan.h"
#include "tb-scene-describe.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static TbSceneBuilder *
begin_scene (const TbChartSpecFields *fields,
             const TbFigures         *figures,
             const TbDecorationPlan  *plan,
             const char              *description)
{
  TbSceneInfo info = {
    .width = fields->width,
    .height = fields->height,
    .title = figures->title,
    .description = description,
    .language = fields->language == TB_LANGUAGE_ZH ? "zh-CN" : "en",
    .background = tb_theme_find (fields->style, fields->house)->background,
    .transparent = fields->transparent,
    .n_refused = plan != NULL ? plan->n_refused : 0,
  };

  return tb_scene_builder_new (&info);
}

/* What a type leaves out for want of room needs no words around the plot either. */
static TbChartFrame *
fit_frame (TbCanvas               *canvas,
           const TbChartTypeClass *klass,
           gpointer                content,
           GError                **error)
{
  const TbCanvas before = *canvas;
  gboolean with_legend = klass->wants_legend != NULL && klass->wants_legend (canvas);
  TbChartFrame *frame = tb_chart_frame_new (canvas, with_legend, error);

  if (frame == NULL || klass->limit == NULL || !klass->limit (canvas, frame, content))
    return frame;
  tb_chart_frame_free (frame);
  *canvas = before;
  canvas->n_dropped++;

  return tb_chart_frame_new (canvas, with_legend, error);
}

static gboolean
lay_out (TbCanvas               *canvas,
         const TbChartTypeClass *klass,
         gpointer                content,
         GError                **error)
{
  g_autoptr (TbChartFrame) frame = NULL;

  if (klass->frameless)
    {
      klass->lay_out (canvas, NULL, content);
      return TRUE;
    }
  frame = fit_frame (canvas, klass, content, error);
  if (frame == NULL)
    return FALSE;

  tb_scene_builder_begin (canvas->builder, TB_ROLE_FIGURE, canvas->figures->title);
  tb_chart_frame_draw (frame, canvas);
  klass->lay_out (canvas, frame, content);
  tb_scene_builder_end (canvas->builder);

  return TRUE;
}

/* The spec's own alternative text, or sentences on the figures and what is added to them. */
static char *
describe (const TbChartSpecFields *fields,
          const TbFigures         *figures,
          const TbDecorationPlan  *plan,
          gpointer                 content)
{
  g_autofree char *text = NULL;

  if (fields->description != NULL)
    return g_strdup (fields->description);
  text = tb_scene_describe (figures, tb_chart_type_get_class (fields->type), content);
  if (plan == NULL || plan->description->len == 0)
    return g_steal_pointer (&text);

  return g_strconcat (text, fields->language == TB_LANGUAGE_EN ? " " : "", plan->description->str, NULL);
}

static void
tell_refused (TbSceneBuilder  *builder,
              const TbFigures *figures)
{
  for (guint i = 0; i < figures->notes->len; i++)
    if (i < figures->n_refusals || g_ptr_array_find (figures->refused, g_ptr_array_index (figures->notes, i), NULL))
      tb_scene_builder_refuse (builder, g_ptr_array_index (figures->notes, i));
}

/* Describes and draws what a type makes of figures. */
static TbScene *
draw (const TbChartSpecFields *fields,
      const TbFigures         *figures,
      const TbDecorationPlan  *plan,
      gpointer                 content,
      const TbTextMeasure     *measure,
      GError                 **error)
{
  const TbChartTypeClass *klass = tb_chart_type_get_class (fields->type);
  g_autofree char *description = describe (fields, figures, plan, content);
  g_autoptr (TbSceneBuilder) builder = begin_scene (fields, figures, plan, description);
  TbCanvas canvas;

  tb_canvas_init (&canvas, fields, figures, measure, builder);
  canvas.plan = plan;
  if (!lay_out (&canvas, klass, content, error))
    return NULL;
  tb_scene_builder_count_dropped (builder, canvas.n_dropped);
  tell_refused (builder, figures);

  return tb_scene_builder_finish (g_steal_pointer (&builder));
}

/* All that is told, before any text is measured. */
static TbFigures *
read_figures (const TbChartSpecFields *fields,
              const TbSelection       *selection,
              gpointer                *out_content,
              TbDecorationPlan       **out_plan,
              GError                 **error)
{
  char *misfit = tb_chart_dup_misfit_of_selection (fields->type, selection, fields->language);
  g_autoptr (TbFigures) figures = NULL;

  if (misfit != NULL)
    {
      tb_chart_take_misfit (error, misfit);
      return NULL;
    }
  figures = tb_figures_new (fields, selection, error);
  if (figures == NULL)
    return NULL;
  *out_content = tb_chart_type_get_class (fields->type)->new_content (figures, fields, error);
  if (*out_content == NULL)
    return NULL;
  *out_plan = tb_decoration_plan_new (figures, fields);

  return g_steal_pointer (&figures);
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
  const TbChartTypeClass *klass = tb_chart_type_get_class (fields->type);
  g_autoptr (TbFigures) figures = NULL;
  g_autoptr (TbDecorationPlan) plan = NULL;
  gpointer content;
  TbScene *scene;

  if (!isfinite (fields->width) || !isfinite (fields->height) || fields->width < 1 || fields->height < 1)
    {
      g_set_error_literal (error, TB_CHART_ERROR, TB_CHART_ERROR_SIZE, _("A figure needs a width and a height"));
      return NULL;
    }
  figures = read_figures (fields, selection, &content, &plan, error);
  if (figures == NULL)
    return NULL;
  scene = draw (fields, figures, plan, content, measure, error);
  if (klass->free_content != NULL)
    klass->free_content (content);

  return scene;
}

/* Those that no refusal is among: it is told whatever the spec's own note says. */
static char *
join_notes (const TbFigures *figures)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = figures->n_refusals; i < figures->notes->len; i++)
    {
      const char *note = g_ptr_array_index (figures->notes, i);
      const char *end = tb_chart_word (TB_WORD_END, figures->language);
      gsize length = strlen (note) - (g_str_has_suffix (note, end) ? strlen (end) : 0);

      if (text->len > 0)
        g_string_append (text, tb_chart_word (TB_WORD_SENTENCE, figures->language));
      g_string_append_len (text, note, (gssize) length);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * tb_chart_read_wording:
 * @spec: what is shown
 * @selection: its figures, of tb_chart_select()
 * @out_wording: (out): the texts, for tb_chart_wording_clear()
 * @error: return location for an error
 *
 * Writes what a chart says where nobody has written anything: what an editor begins
 * with. Texts of @spec are not looked at.
 *
 * Errors: as of tb_chart_layout(), without those of the size.
 * Thread: any.
 *
 * Returns: whether the type fits
 */
gboolean
tb_chart_read_wording (const TbChartSpec *spec,
                       const TbSelection *selection,
                       TbChartWording    *out_wording,
                       GError           **error)
{
  TbChartSpecFields fields = *tb_chart_spec_get (spec);
  g_autoptr (TbFigures) figures = NULL;
  g_autoptr (TbDecorationPlan) plan = NULL;
  gpointer content;

  *out_wording = (TbChartWording) { 0 };
  fields.title = fields.subtitle = fields.note = fields.source = fields.description = NULL;
  figures = read_figures (&fields, selection, &content, &plan, error);
  if (figures == NULL)
    return FALSE;

  *out_wording = (TbChartWording) {
    .title = g_strdup (figures->title),
    .subtitle = g_strdup (figures->subtitle),
    .note = join_notes (figures),
    .source = g_strdup (figures->source),
    .description = describe (&fields, figures, plan, content),
    .base = figures->base_period,
    .current = figures->bar_period,
  };
  if (tb_chart_type_get_class (fields.type)->free_content != NULL)
    tb_chart_type_get_class (fields.type)->free_content (content);

  return TRUE;
}

/**
 * tb_chart_wording_clear:
 * @self: texts
 *
 * Frees the texts.
 */
void
tb_chart_wording_clear (TbChartWording *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->subtitle, g_free);
  g_clear_pointer (&self->note, g_free);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->description, g_free);
}

/**
 * tb_chart_take_misfit:
 * @error: return location for an error
 * @misfit: (transfer full): the reason, in the figure's language
 *
 * Sets %TB_CHART_ERROR_DATA.
 */
void
tb_chart_take_misfit (GError **error,
                      char    *misfit)
{
  g_set_error_literal (error, TB_CHART_ERROR, TB_CHART_ERROR_DATA, misfit);
  g_free (misfit);
}
