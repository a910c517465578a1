/* Makes pictures of charts in a thread.
 *
 * Only immutable values cross threads. A newer request cancels the older one,
 * and only the newest task's result is taken.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-chart-renderer.h"

#include "tb-export.h"
#include "tb-insight.h"
#include "tb-paint-cairo.h"

struct _TbChartRenderer
{
  GObject         parent_instance;

  TbChartPicture *picture;
  GTask          *task;         /* nullable: under way, for the newest request */
  GCancellable   *cancellable;
  gboolean        is_busy;
};

G_DEFINE_FINAL_TYPE (TbChartRenderer, tb_chart_renderer, G_TYPE_OBJECT)

enum
{
  SIGNAL_READY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What pictures of the same figures share, however they look: a selection keeps
 * what was chosen of long series. Immutable, atomically ref-counted. */
typedef struct
{
  TbDataset   *dataset;
  char        *key;         /* the spec without its looks */
  TbSelection *selection;
  char        *misfits[TB_N_CHART_TYPES];
  TbChartType  suggested;
  TbDay        first_day;
  TbDay        last_day;
} Basis;

typedef struct
{
  TbDataset      *dataset;
  TbChartSpec    *spec;
  TbChartPicture *before;      /* nullable: the picture that is there */
  gboolean        choose_type;
  int             width_px;
  int             height_px;
  GMutex          mutex;       /* of what follows */
  GCond           is_over;
  gboolean        is_done;
  TbChartPicture *made;        /* nullable: not yet, or cancelled */
} Job;

static void
basis_clear (gpointer data)
{
  Basis *self = data;

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
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->before, tb_chart_picture_unref);
  g_clear_pointer (&job->made, tb_chart_picture_unref);
  g_mutex_clear (&job->mutex);
  g_cond_clear (&job->is_over);
  tb_dataset_unref (job->dataset);
  tb_chart_spec_unref (job->spec);
  g_free (job);
}

static void
picture_clear (gpointer data)
{
  TbChartPicture *self = data;

  g_clear_pointer (&self->spec, tb_chart_spec_unref);
  g_clear_pointer (&self->selection, tb_selection_unref);
  g_clear_pointer (&self->scene, tb_scene_unref);
  g_clear_object (&self->texture);
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
find_days (Basis             *self,
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

static Basis *
basis_new (const Job *job,
           char      *key,
           GError   **error)
{
  Basis *self = g_atomic_rc_box_new0 (Basis);
  TbChartSpecFields whole = *tb_chart_spec_get (job->spec);
  g_autoptr (TbChartSpec) unzoomed = NULL;
  g_autoptr (TbSelection) all = NULL;

  self->key = key;
  self->dataset = tb_dataset_ref (job->dataset);
  self->selection = tb_chart_select (job->spec, job->dataset, error);
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
      all = tb_chart_select (unzoomed, job->dataset, NULL);
    }
  find_days (self, all != NULL ? all : self->selection);

  return self;
}

/* That of the picture before where the figures are the same. */
static Basis *
find_basis (const Job *job,
            GError   **error)
{
  g_autofree char *key = dup_key (job->spec);
  Basis *before = job->before != NULL ? job->before->basis : NULL;

  if (before != NULL && before->dataset == job->dataset && g_str_equal (before->key, key))
    return g_atomic_rc_box_acquire (before);

  return basis_new (job, g_steal_pointer (&key), error);
}

/* Of the picture before all but its pixels where only they are asked for anew. */
static gboolean
take_scene (TbChartPicture *self,
            const Job      *job)
{
  const TbChartPicture *before = job->before;

  if (before == NULL || before->scene == NULL || before->asked != job->spec || before->basis != self->basis
      || before->chose_type != job->choose_type)
    return FALSE;
  g_clear_pointer (&self->spec, tb_chart_spec_unref);
  self->spec = tb_chart_spec_ref (before->spec);
  self->scene = tb_scene_ref (before->scene);
  self->insight = g_strdup (before->insight);
  return TRUE;
}

static void
lay_out (TbChartPicture *self)
{
  g_autoptr (GError) error = NULL;

  self->scene = tb_export_layout (self->spec, self->selection, &error);
  if (self->scene == NULL)
    self->refusal = g_strdup (error->message);
  else
    self->insight = tb_insight_dup (self->selection, self->scene, tb_chart_spec_get (self->spec)->language);
}

static TbChartPicture *
draw (const Job    *job,
      GCancellable *cancellable)
{
  g_autoptr (TbChartPicture) picture = g_atomic_rc_box_new0 (TbChartPicture);
  g_autoptr (GError) error = NULL;
  const Basis *basis;

  picture->spec = tb_chart_spec_ref (job->spec);
  picture->asked = tb_chart_spec_ref (job->spec);
  picture->chose_type = job->choose_type;
  picture->basis = find_basis (job, &error);
  basis = picture->basis;
  if (basis == NULL)
    {
      picture->refusal = g_strdup (error->message);
      return g_steal_pointer (&picture);
    }
  picture->selection = tb_selection_ref (basis->selection);
  for (int i = 0; i < TB_N_CHART_TYPES; i++)
    picture->misfits[i] = g_strdup (basis->misfits[i]);
  picture->suggested = basis->suggested;
  picture->first_day = basis->first_day;
  picture->last_day = basis->last_day;
  if (job->choose_type)
    {
      g_clear_pointer (&picture->spec, tb_chart_spec_unref);
      picture->spec = with_type (job->spec, picture->suggested);
    }
  if (g_cancellable_is_cancelled (cancellable))
    return g_steal_pointer (&picture);

  if (!take_scene (picture, job))
    lay_out (picture);
  if (picture->scene != NULL && job->width_px > 0)
    picture->texture = paint (picture->scene, job->width_px, job->height_px);
  return g_steal_pointer (&picture);
}

static void
draw_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Job *job = data;
  TbChartPicture *made = g_cancellable_is_cancelled (cancellable) ? NULL : draw (job, cancellable);

  g_mutex_lock (&job->mutex);
  job->made = made;
  job->is_done = TRUE;
  g_cond_signal (&job->is_over);
  g_mutex_unlock (&job->mutex);
  g_task_return_boolean (task, TRUE);
}

static void
take (TbChartRenderer *self,
      Job             *job)
{
  g_clear_object (&self->task);
  g_clear_pointer (&self->picture, tb_chart_picture_unref);
  self->picture = tb_chart_picture_ref (job->made);
  self->is_busy = FALSE;
  g_signal_emit (self, signals[SIGNAL_READY], 0);
}

static void
drawn_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  TbChartRenderer *self = TB_CHART_RENDERER (source);
  Job *job = g_task_get_task_data (G_TASK (result));

  /* Cancelled, or waited for and taken already. */
  if (self->task == G_TASK (result) && job->made != NULL && g_task_propagate_boolean (G_TASK (result), NULL))
    take (self, job);
}

static void
tb_chart_renderer_dispose (GObject *object)
{
  TbChartRenderer *self = TB_CHART_RENDERER (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->task);
  g_clear_pointer (&self->picture, tb_chart_picture_unref);
  G_OBJECT_CLASS (tb_chart_renderer_parent_class)->dispose (object);
}

static void
tb_chart_renderer_class_init (TbChartRendererClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tb_chart_renderer_dispose;
  signals[SIGNAL_READY] = g_signal_new ("ready", TB_TYPE_CHART_RENDERER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
}

static void
tb_chart_renderer_init (TbChartRenderer *self)
{
}

TbChartRenderer *
tb_chart_renderer_new (void)
{
  return g_object_new (TB_TYPE_CHART_RENDERER, NULL);
}

/**
 * tb_chart_renderer_request:
 * @self: a renderer
 * @dataset: where the figures are
 * @spec: what to draw
 * @choose_type: whether to draw the type that suits best in place of the spec's
 * @width_px: of the picture, device pixels; 0 where that is not known yet: the picture
 *   then has a scene and no texture
 * @height_px: likewise
 *
 * Asks for a picture; `ready` is emitted when it is there. The older picture
 * stays until then, an older request is dropped. Where the picture that is there is
 * of the same @spec, its scene is painted in the new size and not laid out again.
 *
 * Thread: main.
 */
void
tb_chart_renderer_request (TbChartRenderer *self,
                           TbDataset       *dataset,
                           TbChartSpec     *spec,
                           gboolean         choose_type,
                           int              width_px,
                           int              height_px)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (TB_IS_CHART_RENDERER (self));
  g_return_if_fail ((width_px > 0) == (height_px > 0));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->is_busy = TRUE;

  job = g_new0 (Job, 1);
  g_mutex_init (&job->mutex);
  g_cond_init (&job->is_over);
  job->dataset = tb_dataset_ref (dataset);
  job->spec = tb_chart_spec_ref (spec);
  job->choose_type = choose_type;
  job->width_px = width_px;
  job->height_px = height_px;
  if (self->picture != NULL)
    job->before = tb_chart_picture_ref (self->picture);

  task = g_task_new (self, self->cancellable, drawn_cb, NULL);
  g_task_set_static_name (task, "[tongbi] draw chart");
  g_task_set_source_tag (task, tb_chart_renderer_request);
  g_task_set_task_data (task, job, job_free);
  g_set_object (&self->task, task);
  g_task_run_in_thread (task, draw_in_thread);
}

/**
 * tb_chart_renderer_wait:
 * @self: a renderer
 * @most_ms: for how long at most
 *
 * Waits for the picture that is asked for, if one is, without turning the main loop;
 * `ready` is emitted before it returns.
 *
 * Thread: main.
 */
void
tb_chart_renderer_wait (TbChartRenderer *self,
                        guint            most_ms)
{
  gint64 end = g_get_monotonic_time () + (gint64) most_ms * 1000;
  g_autoptr (GTask) task = NULL;
  gboolean waits = TRUE;
  gboolean is_made;
  Job *job;

  g_return_if_fail (TB_IS_CHART_RENDERER (self));

  if (self->task == NULL)
    return;
  task = g_object_ref (self->task);
  job = g_task_get_task_data (task);
  g_mutex_lock (&job->mutex);
  while (!job->is_done && waits)
    waits = g_cond_wait_until (&job->is_over, &job->mutex, end);
  is_made = job->made != NULL;
  g_mutex_unlock (&job->mutex);
  if (is_made)
    take (self, job);
}

/**
 * tb_chart_renderer_clear:
 * @self: a renderer
 *
 * Drops the picture and what is under way.
 */
void
tb_chart_renderer_clear (TbChartRenderer *self)
{
  g_return_if_fail (TB_IS_CHART_RENDERER (self));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->task);
  self->is_busy = FALSE;
  g_clear_pointer (&self->picture, tb_chart_picture_unref);
}

TbChartPicture *
tb_chart_renderer_get_picture (TbChartRenderer *self)
{
  g_return_val_if_fail (TB_IS_CHART_RENDERER (self), NULL);

  return self->picture;
}

gboolean
tb_chart_renderer_is_busy (TbChartRenderer *self)
{
  g_return_val_if_fail (TB_IS_CHART_RENDERER (self), FALSE);

  return self->is_busy;
}
