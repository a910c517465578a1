/* Reading the files of an import.
 *
 * They are read once to learn their shape; where something is kept for it, once
 * more with that.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-import-private.h"

#include "tb-import-store.h"
#include "tb-related-file.h"

#include <glib/gi18n-lib.h>

/* One call of tb_import_read_async(). */
typedef struct
{
  TbProfile      *profile;  /* nullable */
  gboolean        is_kept;  /* @profile is the one that was kept */
  TbPlan         *plan;     /* nullable: filled by a reading that tells what the files are */
  TbDataset      *dataset;  /* what came of the reading before */
  TbProblems     *problems;
  char           *shape;
  char           *damage;
  char          **stamps;
  TbProgressFunc  progress;
  gpointer        user_data;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->profile, tb_profile_unref);
  g_clear_pointer (&reading->plan, tb_plan_unref);
  g_clear_pointer (&reading->dataset, tb_dataset_unref);
  g_clear_pointer (&reading->problems, tb_problems_unref);
  g_free (reading->shape);
  g_free (reading->damage);
  g_strfreev (reading->stamps);
  g_free (reading);
}

static gboolean
has_choices (const TbPlan *plan)
{
  return tb_plan_get_n_columns (plan) > 0 || tb_plan_get_n_unstated (plan) > 0;
}

static void
take_result (GTask *task)
{
  TbImport *self = g_task_get_source_object (task);
  Reading *reading = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task))
    return;

  g_strfreev (self->stamps);
  self->stamps = g_steal_pointer (&reading->stamps);
  if (reading->plan != NULL)
    {
      g_clear_pointer (&self->plan, tb_plan_unref);
      self->plan = g_steal_pointer (&reading->plan);
      g_set_str (&self->shape, reading->shape);
      g_set_str (&self->damage, reading->damage);
    }
  if (self->damage != NULL)
    tb_problems_add (reading->problems, TB_SEVERITY_WARNING, 0, 0, "",
                     _("the choice that is remembered for such files cannot be used and was left aside: %s"),
                     self->damage);
  g_clear_pointer (&self->profile, tb_profile_unref);
  self->profile = g_steal_pointer (&reading->profile);
  g_clear_pointer (&self->dataset, tb_dataset_unref);
  self->dataset = g_steal_pointer (&reading->dataset);
  g_clear_pointer (&self->problems, tb_problems_unref);
  self->problems = g_steal_pointer (&reading->problems);
  g_task_return_boolean (task, TRUE);
}

static void start_reading (GTask *task);

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Reading *reading = data;

  g_task_return_pointer (task, tb_import_store_load (reading->shape, &reading->damage),
                         (GDestroyNotify) tb_profile_unref);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *reading = g_task_get_task_data (task);

  reading->profile = g_task_propagate_pointer (G_TASK (result), NULL);
  if (reading->profile == NULL)
    {
      take_result (task);
      return;
    }
  reading->is_kept = TRUE;
  start_reading (g_steal_pointer (&task));
}

/* Looks whether something is kept for files of this shape. */
static void
start_loading (GTask *task)
{
  g_autoptr (GTask) loading = g_task_new (NULL, g_task_get_cancellable (task), loaded_cb, task);

  g_task_set_static_name (loading, "[tongbi] load profile");
  g_task_set_source_tag (loading, start_loading);
  g_task_set_task_data (loading, g_task_get_task_data (task), NULL);
  g_task_run_in_thread (loading, load_in_thread);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *reading = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (TbProblems) problems = NULL;
  g_autoptr (TbDataset) dataset = tb_reader_read_finish (result, &problems, &error);

  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  /* What was kept does not suit these files after all. */
  if (reading->is_kept && dataset == NULL)
    {
      reading->damage = g_strdup (tb_problems_get_n_listed (problems) > 0 ? tb_problems_get (problems, 0)->message
                                                                          : "");
      g_clear_pointer (&reading->profile, tb_profile_unref);
      take_result (task);
      return;
    }

  g_clear_pointer (&reading->dataset, tb_dataset_unref);
  reading->dataset = g_steal_pointer (&dataset);
  g_clear_pointer (&reading->problems, tb_problems_unref);
  reading->problems = g_steal_pointer (&problems);
  if (reading->plan != NULL && reading->shape == NULL && has_choices (reading->plan))
    reading->shape = tb_plan_dup_shape (reading->plan);
  if (reading->profile != NULL || reading->shape == NULL)
    {
      take_result (task);
      return;
    }
  start_loading (g_steal_pointer (&task));
}

/* Takes the task. */
static void
start_reading (GTask *task)
{
  TbImport *self = g_task_get_source_object (task);
  Reading *reading = g_task_get_task_data (task);
  TbReaderOptions options = { .profile = reading->profile };

  /* With a profile too where nothing is known yet: of saved work. */
  if (reading->plan == NULL && (reading->profile == NULL || self->plan == NULL))
    options.plan = reading->plan = tb_plan_new ();
  tb_reader_read_async ((GFile *const *) self->files->pdata, self->files->len, &options, reading->progress,
                        reading->user_data, g_task_get_cancellable (task), read_cb, task);
}

static void
stamp_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  GPtrArray *files = data;
  g_autoptr (GStrvBuilder) stamps = g_strv_builder_new ();

  for (guint i = 0; i < files->len; i++)
    {
      char *stamp = tb_related_file_dup_stamp (g_ptr_array_index (files, i), cancellable);

      g_strv_builder_take (stamps, stamp != NULL ? stamp : g_strdup (""));
    }
  g_task_return_pointer (task, g_strv_builder_end (stamps), (GDestroyNotify) g_strfreev);
}

static void
stamped_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *reading = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  reading->stamps = g_task_propagate_pointer (G_TASK (result), &error);
  if (reading->stamps == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    start_reading (g_steal_pointer (&task));
}

/* Before they are read: who hashes them later knows whether these are still the bytes
 * that were read. Takes the task. */
static void
start_stamping (GTask *task)
{
  TbImport *self = g_task_get_source_object (task);
  g_autoptr (GTask) stamping = g_task_new (NULL, g_task_get_cancellable (task), stamped_cb, task);

  g_task_set_static_name (stamping, "[tongbi] stamp files");
  g_task_set_source_tag (stamping, start_stamping);
  g_task_set_task_data (stamping, g_ptr_array_ref (self->files), (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (stamping, stamp_in_thread);
}

/**
 * tb_import_read_async:
 * @self: files
 * @profile: (nullable): what the user says about them; %NULL: what is kept for
 *   files of the shape, if anything is
 * @progress: (nullable) (scope notified): as of tb_reader_read_async()
 * @user_data_of_progress: for @progress
 * @cancellable: (nullable): stops it
 * @callback: (scope async): called at the end
 * @user_data: for @callback
 *
 * Reads the files in a thread.
 */
void
tb_import_read_async (TbImport            *self,
                      TbProfile           *profile,
                      TbProgressFunc       progress,
                      gpointer             user_data_of_progress,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);

  reading->profile = profile != NULL ? tb_profile_ref (profile) : NULL;
  reading->progress = progress;
  reading->user_data = user_data_of_progress;
  g_task_set_source_tag (task, tb_import_read_async);
  g_task_set_static_name (task, "[tongbi] import");
  g_task_set_task_data (task, reading, reading_free);
  start_stamping (task);
}

gboolean
tb_import_read_finish (TbImport      *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
