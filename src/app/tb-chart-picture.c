/* Makes the picture of a chart, and what is told beside it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-chart-picture.h"

#include "tb-export.h"
#include "tb-insight.h"
#include "tb-paint-cairo.h"

#define MOST_DATA_AT_ONCE 400

/* What pictures of the same figures share, however they look: a selection keeps
 * what was chosen of long series. Immutable, atomically ref-counted. */
struct _TbChartBasis
{
  TbDataset   *dataset;
  char        *key;         /* the spec without its looks */
  TbSelection *selection;
  char        *misfits[TB_N_CHART_TYPES];
  TbChartType  suggested;
  TbDay        first_day;
  TbDay        last_day;
};

static void
basis_clear (gpointer data)
{
  TbChartBasis *self = data;

  g_clear_pointer (&self->dataset, tb_dataset_unref);
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->selection, tb_selection_unref);
  for (gsize i = 0; i < TB_N_CHART_TYPES; i++)
    g_clear_pointer (&self->misfits[i], g_free);
}

static void
basis_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, basis_clear);
}

static void
picture_clear (gpointer data)
{
  TbChartPicture *self = data;

  g_clear_pointer (&self->spec, tb_chart_spec_unref);
  g_clear_pointer (&self->listed, tb_selection_unref);
  g_clear_pointer (&self->selection, tb_selection_unref);
  g_clear_pointer (&self->scene, tb_scene_unref);
  g_clear_object (&self->texture);
  g_clear_pointer (&self->drawing, gsk_render_node_unref);
  g_clear_pointer (&self->refusal, g_free);
  g_clear_pointer (&self->insight, g_free);
  for (gsize i = 0; i < TB_N_CHART_TYPES; i++)
    g_clear_pointer (&self->misfits[i], g_free);
  g_clear_pointer (&self->basis, basis_unref);
  g_clear_pointer (&self->asked, tb_chart_spec_unref);
}

TbChartPicture *
tb_chart_picture_ref (TbChartPicture *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
tb_chart_picture_unref (TbChartPicture *self)
{
  g_atomic_rc_box_release_full (self, picture_clear);
}

static GdkTexture *
paint (const TbScene *scene,
       int            width_px,
       int            height_px)
{
  const TbSceneInfo *info = tb_scene_get_info (scene);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width_px, height_px);
  cairo_t *cr = cairo_create (surface);
  GdkTexture *texture = NULL;

  cairo_scale (cr, width_px / info->width, height_px / info->height);
  tb_paint_cairo (scene, cr);
  cairo_surface_flush (surface);
  if (cairo_status (cr) == CAIRO_STATUS_SUCCESS && cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    {
      gsize stride = (gsize) cairo_image_surface_get_stride (surface);
      g_autoptr (GBytes) pixels = g_bytes_new (cairo_image_surface_get_data (surface), stride * (gsize) height_px);

      texture = gdk_memory_texture_new (width_px, height_px, GDK_MEMORY_DEFAULT, pixels, stride);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return texture;
}

/* NULL for scenes of so many points that a frame would wait for them. */
static GskRenderNode *
draw (const TbScene *scene)
{
  const TbSceneInfo *info = tb_scene_get_info (scene);
  GskRenderNode *node;
  cairo_t *cr;

  if (tb_scene_get_n_data (scene) > MOST_DATA_AT_ONCE)
    return NULL;
  node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, (float) info->width, (float) info->height));
  cr = gsk_cairo_node_get_draw_context (node);
  tb_paint_cairo (scene, cr);
  cairo_destroy (cr);
  return node;
}

static TbChartSpec *
with_type (TbChartSpec *spec,
           TbChartType  type)
{
  TbChartSpecFields fields = *tb_chart_spec_get (spec);

  fields.type = type;
  return tb_chart_spec_new (&fields);
}

/* Columns, lines and bars. */
static gboolean
is_usual (TbChartType type)
{
  return type == TB_CHART_COLUMN || type == TB_CHART_LINE || type == TB_CHART_BAR;
}

/* What tells which figures are shown, and in which language. */
static char *
dup_key (const TbChartSpec *spec)
{
  const TbChartSpecFields *fields = tb_chart_spec_get (spec);
  TbChartSpecFields key = TB_CHART_SPEC_INIT;
  g_autoptr (TbChartSpec) plain = NULL;

  key.indicators = fields->indicators;
  key.place = fields->place;
  key.from = fields->from;
  key.to = fields->to;
  key.kinds = fields->kinds;
  key.operations = fields->operations;
  key.n_operations = fields->n_operations;
  key.known = fields->known;
  key.language = fields->language;
  plain = tb_chart_spec_new (&key);

  return tb_chart_spec_to_json (plain);
}

/* From when to when there are figures; rows are in order of their ends. */
static void
find_days (TbChartBasis      *self,
           const TbSelection *selection)
{
  self->first_day = G_MAXINT32;
  self->last_day = 0;
  for (gsize i = 0; i < tb_selection_get_n (selection); i++)
    {
      const TbSelected *selected = tb_selection_get (selection, i);

      for (gsize k = 0; k < selected->n_rows; k++)
        {
          TbPeriod period = tb_series_get_period (selected->series, selected->rows[k]);

          if (!tb_period_is_dated (period))
            continue;
          self->first_day = MIN (self->first_day, period.start);
          self->last_day = MAX (self->last_day, period.end);
        }
    }
}

static TbChartBasis *
basis_new (const TbChartWanted *wanted,
           char                *key,
           GError             **error)
{
  TbChartBasis *self = g_atomic_rc_box_new0 (TbChartBasis);
  TbChartSpecFields whole = *tb_chart_spec_get (wanted->spec);
  g_autoptr (TbChartSpec) listed = NULL;
  g_autoptr (TbChartSpec) unzoomed = NULL;
  g_autoptr (TbSelection) all = NULL;

  self->key = key;
  self->dataset = tb_dataset_ref (wanted->dataset);
  whole.hidden = NULL;
  listed = tb_chart_spec_new (&whole);
  self->selection = tb_chart_select (listed, wanted->dataset, error);
  if (self->selection == NULL)
    {
      basis_unref (self);
      return NULL;
    }
  for (int i = 0; i < TB_N_CHART_TYPES; i++)
    if (is_usual ((TbChartType) i))
      self->misfits[i] = tb_chart_dup_misfit ((TbChartType) i, self->selection, whole.language);
  self->suggested = tb_chart_suggest (self->selection);
  if (tb_period_is_dated (whole.from) || tb_period_is_dated (whole.to))
    {
      whole.from = whole.to = TB_PERIOD_UNDATED;
      unzoomed = tb_chart_spec_new (&whole);
      all = tb_chart_select (unzoomed, wanted->dataset, NULL);
    }
  find_days (self, all != NULL ? all : self->selection);

  return self;
}

/* That of the picture before where the figures are the same. */
static TbChartBasis *
find_basis (const TbChartWanted   *wanted,
            const TbChartPicture  *before,
            GError               **error)
{
  g_autofree char *key = dup_key (wanted->spec);
  TbChartBasis *basis = before != NULL ? before->basis : NULL;

  if (basis != NULL && basis->dataset == wanted->dataset && g_str_equal (basis->key, key))
    return g_atomic_rc_box_acquire (basis);

  return basis_new (wanted, g_steal_pointer (&key), error);
}

/* Of the picture before all but its pixels where only they are asked for anew. */
static gboolean
take_scene (TbChartPicture       *self,
            const TbChartWanted  *wanted,
            const TbChartPicture *before)
{
  if (before == NULL || before->scene == NULL || before->asked != wanted->spec || before->basis != self->basis
      || before->chose_type != wanted->choose_type)
    return FALSE;
  g_clear_pointer (&self->spec, tb_chart_spec_unref);
  self->spec = tb_chart_spec_ref (before->spec);
  self->scene = tb_scene_ref (before->scene);
  self->insight = g_strdup (before->insight);
  return TRUE;
}

static void
take_selection (TbChartPicture *self)
{
  const TbChartBasis *basis = self->basis;
  gboolean is_part;

  self->selection = tb_chart_select_shown (self->spec, basis->selection);
  is_part = self->selection != basis->selection;
  for (int i = 0; i < TB_N_CHART_TYPES; i++)
    if (is_part && is_usual ((TbChartType) i))
      self->misfits[i] = tb_chart_dup_misfit ((TbChartType) i, self->selection,
                                              tb_chart_spec_get (self->spec)->language);
    else
      self->misfits[i] = g_strdup (basis->misfits[i]);
  self->suggested = is_part ? tb_chart_suggest (self->selection) : basis->suggested;
}

static void
lay_out (TbChartPicture *self)
{
  g_autoptr (GError) error = NULL;

  self->scene = tb_export_layout (self->spec, self->selection, &error);
  if (self->scene == NULL)
    self->refusal = g_strdup (error->message);
  else
    self->insight = tb_insight_dup (self->selection, self->scene, tb_chart_spec_get (self->spec));
}

/**
 * tb_chart_picture_new:
 * @wanted: what is asked for
 * @before: (nullable): the picture that is there; what is the same is taken from it
 * @cancellable: (nullable): leaves out what is not begun yet
 *
 * Makes a picture: chooses the type, lays the figures out and paints them.
 *
 * Thread: any.
 *
 * Returns: (transfer full): the picture
 */
TbChartPicture *
tb_chart_picture_new (const TbChartWanted  *wanted,
                      const TbChartPicture *before,
                      GCancellable         *cancellable)
{
  g_autoptr (TbChartPicture) picture = g_atomic_rc_box_new0 (TbChartPicture);
  g_autoptr (GError) error = NULL;
  const TbChartBasis *basis;

  picture->spec = tb_chart_spec_ref (wanted->spec);
  picture->asked = tb_chart_spec_ref (wanted->spec);
  picture->chose_type = wanted->choose_type;
  picture->basis = find_basis (wanted, before, &error);
  basis = picture->basis;
  if (basis == NULL)
    {
      picture->refusal = g_strdup (error->message);
      return g_steal_pointer (&picture);
    }
  picture->listed = tb_selection_ref (basis->selection);
  take_selection (picture);
  picture->first_day = basis->first_day;
  picture->last_day = basis->last_day;
  if (wanted->choose_type)
    {
      g_clear_pointer (&picture->spec, tb_chart_spec_unref);
      picture->spec = with_type (wanted->spec, picture->suggested);
    }
  if (g_cancellable_is_cancelled (cancellable))
    return g_steal_pointer (&picture);

  if (!take_scene (picture, wanted, before))
    lay_out (picture);
  if (picture->scene != NULL && wanted->width_px > 0)
    picture->texture = paint (picture->scene, wanted->width_px, wanted->height_px);
  if (picture->scene != NULL && picture->texture == NULL)
    picture->drawing = draw (picture->scene);
  return g_steal_pointer (&picture);
}
