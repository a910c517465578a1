/* Makes pictures of charts in a thread.
 *
 * Only immutable values cross threads. A newer request cancels the older one,
 * and only the newest task's result is taken.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-chart-renderer.h"

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

typedef struct
{
  TbChartWanted   wanted;
  TbChartPicture *before;      /* nullable: the picture that is there */
  GMutex          mutex;       /* of what follows */
  GCond           is_over;
  gboolean        is_done;
  TbChartPicture *made;        /* nullable: not yet, or cancelled */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->before, tb_chart_picture_unref);
  g_clear_pointer (&job->made, tb_chart_picture_unref);
  g_mutex_clear (&job->mutex);
  g_cond_clear (&job->is_over);
  tb_dataset_unref (job->wanted.dataset);
  tb_chart_spec_unref (job->wanted.spec);
  g_free (job);
}

static void
draw_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Job *job = data;
  TbChartPicture *made = NULL;

  if (!g_cancellable_is_cancelled (cancellable))
    made = tb_chart_picture_new (&job->wanted, job->before, cancellable);
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

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->is_busy = TRUE;

  job = g_new0 (Job, 1);
  g_mutex_init (&job->mutex);
  g_cond_init (&job->is_over);
  job->wanted = (TbChartWanted) { tb_dataset_ref (dataset), tb_chart_spec_ref (spec), choose_type, width_px,
                                  height_px };
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
