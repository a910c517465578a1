/* Saved work as a file: found, read and written in threads.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-work-file.h"

#include "tb-file-save.h"
#include "tb-related-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of a document of a person's choices; what is larger is figures. */
#define MAX_BYTES ((gsize) 4 << 20)
/* Enough to tell which of the two a file is. */
#define HEAD_BYTES 4096

void
tb_work_found_free (TbWorkFound *self)
{
  g_clear_object (&self->file);
  g_clear_pointer (&self->work, tb_work_free);
  g_free (self->digest);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_object (&self->missing);
  g_clear_object (&self->document);
  g_clear_pointer (&self->saved, tb_work_free);
  g_free (self);
}

/* NULL without @error: it is something else. */
static TbWork *
read_work (GFile         *file,
           GCancellable  *cancellable,
           char         **out_digest,
           GError       **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GBytes) head = NULL;
  g_autoptr (GBytes) rest = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) fault = NULL;
  gsize length;
  const char *data;
  TbWork *work;

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) != G_FILE_TYPE_REGULAR)
    return NULL;
  stream = g_file_read (file, cancellable, error);
  head = stream != NULL ? g_input_stream_read_bytes (G_INPUT_STREAM (stream), HEAD_BYTES, cancellable, error) : NULL;
  if (head == NULL)
    return NULL;
  data = g_bytes_get_data (head, &length);
  if (!tb_work_is_document (data, length))
    return NULL;
  g_string_append_len (text, data, (gssize) length);
  rest = g_input_stream_read_bytes (G_INPUT_STREAM (stream), MAX_BYTES, cancellable, error);
  if (rest == NULL)
    return NULL;
  data = g_bytes_get_data (rest, &length);
  if (length == MAX_BYTES)
    {
      g_set_error (error, TB_CHART_ERROR, TB_CHART_ERROR_SPEC, _("a chart of more than %zu bytes"), MAX_BYTES);
      return NULL;
    }
  g_string_append_len (text, data, (gssize) length);
  work = tb_work_from_json (text->str, (gssize) text->len, &fault);
  if (work == NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  else
    *out_digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text->str, text->len);

  return work;
}

/* Of work that was kept for the case of a crash: the document, and what it holds by now. */
static void
find_document (TbWorkFound  *found,
               GCancellable *cancellable)
{
  g_autofree char *digest = NULL;

  if (!found->is_recovered || found->work == NULL || found->work->document.path == NULL)
    return;
  found->document = tb_related_file_resolve (found->work->document.path, found->file);
  found->saved = read_work (found->document, cancellable, &digest, NULL);
}

typedef struct
{
  GFile    *file;
  gboolean  is_recovered;
} Finding;

static void
finding_free (gpointer data)
{
  Finding *finding = data;

  g_object_unref (finding->file);
  g_free (finding);
}

static void
find_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Finding *finding = data;
  g_autoptr (TbWorkFound) found = g_new0 (TbWorkFound, 1);
  g_autoptr (GError) error = NULL;

  found->file = g_object_ref (finding->file);
  found->is_recovered = finding->is_recovered;
  found->files = g_ptr_array_new_with_free_func (g_object_unref);
  found->work = read_work (found->file, cancellable, &found->digest, &error);
  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  for (gsize i = 0; found->work != NULL && i < found->work->n_files; i++)
    {
      GFile *of = tb_related_file_resolve (found->work->files[i].path, found->file);

      g_ptr_array_add (found->files, of);
      if (found->missing == NULL && !tb_related_file_is_there (of, cancellable))
        found->missing = g_object_ref (of);
    }
  find_document (found, cancellable);
  g_task_return_pointer (task, g_steal_pointer (&found), (GDestroyNotify) tb_work_found_free);
}

/**
 * tb_work_file_find_async:
 * @file: a file that the user opens
 * @is_recovered: whether it was kept for the case of a crash
 * @cancellable: (nullable): stops it
 * @callback: (scope async): called at the end
 * @user_data: for @callback
 *
 * Finds out, in a thread, whether a file is saved work, and whether the files are
 * there whose figures it shows.
 */
void
tb_work_file_find_async (GFile               *file,
                         gboolean             is_recovered,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Finding *finding = g_new0 (Finding, 1);

  g_task_set_source_tag (task, tb_work_file_find_async);
  g_task_set_static_name (task, "[tongbi] find work");
  finding->file = g_object_ref (file);
  finding->is_recovered = is_recovered;
  g_task_set_task_data (task, finding, finding_free);
  g_task_run_in_thread (task, find_in_thread);
}

TbWorkFound *
tb_work_file_find_finish (GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  GPtrArray  *files;
  char      **stamps;   /* nullable */
} Digesting;

static void
digesting_free (gpointer data)
{
  Digesting *digesting = data;

  g_ptr_array_unref (digesting->files);
  g_strfreev (digesting->stamps);
  g_free (digesting);
}

/* After it was hashed: @stamp is from before it was read. */
static gboolean
is_changed (GFile        *file,
            const char   *stamp,
            GCancellable *cancellable)
{
  g_autofree char *now = stamp[0] != '\0' ? tb_related_file_dup_stamp (file, cancellable) : NULL;

  return now != NULL && !g_str_equal (now, stamp);
}

static void
digest_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  const Digesting *digesting = data;
  g_autoptr (GStrvBuilder) digests = g_strv_builder_new ();

  for (guint i = 0; i < digesting->files->len; i++)
    {
      GFile *file = g_ptr_array_index (digesting->files, i);
      char *digest = tb_related_file_dup_digest (file, cancellable);

      if (digest != NULL && digesting->stamps != NULL && is_changed (file, digesting->stamps[i], cancellable))
        {
          g_free (digest);
          digest = g_strdup (TB_WORK_FILE_CHANGED);
        }
      g_strv_builder_take (digests, digest != NULL ? digest : g_strdup (""));
    }
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_strv_builder_end (digests), (GDestroyNotify) g_strfreev);
}

/**
 * tb_work_file_digest_async:
 * @files: (array length=n_files): files that were read
 * @n_files: how many
 * @stamps: (nullable): of each, of tb_related_file_dup_stamp(), from before it was read
 * @cancellable: (nullable): stops it
 * @callback: (scope async): called at the end
 * @user_data: for @callback
 *
 * Computes in a thread what tells these files from later ones. One that was written
 * since it was read is %TB_WORK_FILE_CHANGED: its bytes are not those that were read.
 */
void
tb_work_file_digest_async (GFile *const        *files,
                           gsize                n_files,
                           char *const         *stamps,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Digesting *digesting = g_new0 (Digesting, 1);

  digesting->files = g_ptr_array_new_with_free_func (g_object_unref);
  digesting->stamps = g_strdupv ((char **) stamps);
  for (gsize i = 0; i < n_files; i++)
    g_ptr_array_add (digesting->files, g_object_ref (files[i]));
  g_task_set_source_tag (task, tb_work_file_digest_async);
  g_task_set_static_name (task, "[tongbi] digest");
  g_task_set_task_data (task, digesting, digesting_free);
  g_task_run_in_thread (task, digest_in_thread);
}

gboolean
tb_work_file_is_digest (const char *digest)
{
  return digest[0] != '\0' && !g_str_equal (digest, TB_WORK_FILE_CHANGED);
}

GStrv
tb_work_file_digest_finish (GAsyncResult  *result,
                            GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  GFile        *file;
  TbWork       *work;
  char         *replaced;  /* nullable */
  char         *digest;    /* nullable: of what was written */
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_object_unref (saving->file);
  g_clear_pointer (&saving->work, tb_work_free);
  g_free (saving->replaced);
  g_free (saving->digest);
  g_free (saving);
}

/* Whether somebody else wrote the file since. One that is gone is no loss. */
static gboolean
is_as_it_was (const Saving  *saving,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autofree char *digest = saving->replaced != NULL ? tb_related_file_dup_digest (saving->file, cancellable) : NULL;

  if (digest == NULL || g_str_equal (digest, saving->replaced))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG, _("it was written by another window or program"));

  return FALSE;
}

static void
save_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Saving *saving = data;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!is_as_it_was (saving, cancellable, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  text = tb_work_to_json (saving->work);
  saving->digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  if (tb_file_write (saving->file, text, strlen (text), cancellable, &error))
    g_task_return_pointer (task, g_steal_pointer (&saving->work), (GDestroyNotify) tb_work_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * tb_work_file_save_async:
 * @file: where to
 * @work: what; copied
 * @replaced: (nullable): the SHA-256 of what @file holds as far as is known; where it
 *   holds something else by now, nothing is written and the error is
 *   %G_IO_ERROR_WRONG_ETAG
 * @cancellable: (nullable): stops it
 * @callback: (scope async): called at the end
 * @user_data: for @callback
 *
 * Saves work in a thread, whole or not at all.
 */
void
tb_work_file_save_async (GFile               *file,
                         TbWork              *work,
                         const char          *replaced,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Saving *data = g_new0 (Saving, 1);

  data->file = g_object_ref (file);
  data->work = tb_work_copy (work);
  data->replaced = g_strdup (replaced);
  g_task_set_source_tag (task, tb_work_file_save_async);
  g_task_set_static_name (task, "[tongbi] save work");
  g_task_set_task_data (task, data, saving_free);
  g_task_run_in_thread (task, save_in_thread);
}

TbWork *
tb_work_file_save_finish (GAsyncResult  *result,
                          char         **out_digest,
                          GError       **error)
{
  GTask *task = G_TASK (result);
  Saving *saving = g_task_get_task_data (task);

  if (out_digest != NULL)
    *out_digest = g_task_had_error (task) ? NULL : g_strdup (saving->digest);

  return g_task_propagate_pointer (task, error);
}
