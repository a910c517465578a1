/* Files that are read into one dataset, with what the user said about them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-import-private.h"

#include "tb-file-name.h"
#include "tb-import-store.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (TbImport, tb_import, G_TYPE_OBJECT)

static void
tb_import_finalize (GObject *object)
{
  TbImport *self = TB_IMPORT (object);

  g_ptr_array_unref (self->files);
  g_strfreev (self->stamps);
  g_clear_pointer (&self->plan, tb_plan_unref);
  g_free (self->shape);
  g_free (self->damage);
  g_clear_pointer (&self->profile, tb_profile_unref);
  g_clear_pointer (&self->dataset, tb_dataset_unref);
  g_clear_pointer (&self->problems, tb_problems_unref);
  G_OBJECT_CLASS (tb_import_parent_class)->finalize (object);
}

static void
tb_import_class_init (TbImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tb_import_finalize;
}

static void
tb_import_init (TbImport *self)
{
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * tb_import_new:
 * @files: (array length=n_files): files and folders
 * @n_files: how many, at least one
 *
 * Returns: (transfer full): files that are to be read into one dataset
 */
TbImport *
tb_import_new (GFile *const *files,
               gsize         n_files)
{
  TbImport *self = g_object_new (TB_TYPE_IMPORT, NULL);

  for (gsize i = 0; i < n_files; i++)
    g_ptr_array_add (self->files, g_object_ref (files[i]));
  return self;
}

/**
 * tb_import_copy:
 * @self: files that were read
 *
 * Returns: (transfer full): the same files, to be read otherwise without a
 *   change to what is known of the first
 */
TbImport *
tb_import_copy (TbImport *self)
{
  TbImport *copy = tb_import_new ((GFile *const *) self->files->pdata, self->files->len);

  copy->stamps = g_strdupv (self->stamps);
  copy->plan = self->plan != NULL ? tb_plan_ref (self->plan) : NULL;
  copy->shape = g_strdup (self->shape);
  copy->damage = g_strdup (self->damage);
  copy->profile = self->profile != NULL ? tb_profile_ref (self->profile) : NULL;
  copy->dataset = self->dataset != NULL ? tb_dataset_ref (self->dataset) : NULL;
  copy->problems = self->problems != NULL ? tb_problems_ref (self->problems) : NULL;
  return copy;
}

gsize
tb_import_get_n_files (TbImport *self)
{
  return self->files->len;
}

GFile *
tb_import_get_file (TbImport *self,
                    gsize     i)
{
  g_return_val_if_fail (i < self->files->len, NULL);

  return g_ptr_array_index (self->files, i);
}

char *const *
tb_import_get_stamps (TbImport *self)
{
  return self->stamps;
}

char *
tb_import_dup_name (TbImport *self)
{
  if (self->files->len > 1)
    return g_strdup_printf (ngettext ("%u file", "%u files", self->files->len), self->files->len);

  return tb_file_dup_name (g_ptr_array_index (self->files, 0));
}

TbDataset *
tb_import_get_dataset (TbImport *self)
{
  return self->dataset;
}

TbProblems *
tb_import_get_problems (TbImport *self)
{
  return self->problems;
}

const TbPlan *
tb_import_get_plan (TbImport *self)
{
  return self->plan;
}

TbProfile *
tb_import_get_profile (TbImport *self)
{
  return self->profile;
}

gboolean
tb_import_is_in_doubt (TbImport *self)
{
  return self->profile == NULL && self->plan != NULL && tb_plan_is_in_doubt (self->plan);
}

gboolean
tb_import_has_choices (TbImport *self)
{
  return self->shape != NULL;
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (tb_import_store_save_finish (result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * tb_import_remember_async:
 * @self: files that were read with a profile
 * @callback: (scope async): called at the end
 * @user_data: for @callback
 *
 * Keeps the profile, in a thread, for the next files of the shape.
 */
void
tb_import_remember_async (TbImport            *self,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_return_if_fail (self->shape != NULL && self->profile != NULL);

  g_task_set_source_tag (task, tb_import_remember_async);
  tb_import_store_save_async (self->shape, self->profile, saved_cb, task);
}

gboolean
tb_import_remember_finish (TbImport      *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
