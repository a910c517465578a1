/* Reads several files as one dataset.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-files.h"

#include "tb-join.h"
#include "tb-limits.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

static void
on_share_cb (double   fraction,
             gpointer user_data)
{
  const TbReaderShare *self = user_data;

  self->whole->func (self->start + self->share * fraction, self->whole->user_data);
}

/**
 * tb_reader_share_init:
 * @self: (out caller-allocates): a share
 * @whole: who waits for all of it; must outlive the share
 * @i: which of the parts
 * @n: how many parts of equal length there are
 *
 * Makes a watch for one of several parts.
 */
void
tb_reader_share_init (TbReaderShare       *self,
                      const TbReaderWatch *whole,
                      gsize                i,
                      gsize                n)
{
  *self = (TbReaderShare) {
    .watch = { whole->func != NULL ? on_share_cb : NULL, self, whole->cancellable },
    .whole = whole,
    .start = (double) i / (double) n,
    .share = 1.0 / (double) n,
  };
}

/**
 * tb_reader_read_part:
 * @input: what is read
 * @bytes: the content of another file, from its siblings
 * @name: the name of that
 *
 * Reads a file that another one names: by the format that it is of, with the
 * same profile. Its problems are reported under its own name. It has no parts
 * of its own, so that files that name each other come to an end.
 *
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): the dataset; %NULL with an error reported, or cancelled
 */
TbDataset *
tb_reader_read_part (const TbReaderInput *input,
                     GBytes              *bytes,
                     const char          *name)
{
  TbReaderOptions options = { .profile = input->profile, .plan = input->plan };
  TbReaderWatch watch = { .cancellable = input->watch->cancellable };
  const char *whole = tb_problems_get_file (input->problems);
  g_autofree char *folder = g_path_get_dirname (whole);
  g_autofree char *file = g_str_equal (folder, ".") ? g_strdup (name) : g_build_filename (folder, name, NULL);
  g_autofree char *base = g_path_get_basename (name);
  g_autofree char *format = g_strdup (tb_plan_get_format (input->plan));
  TbDataset *dataset;

  tb_problems_set_file (input->problems, file);
  dataset = tb_reader_read_watched (bytes, base, &options, NULL, input->problems, &watch, NULL);
  tb_problems_set_file (input->problems, whole);
  tb_plan_set_format (input->plan, format);

  return dataset;
}

/* A file that has a folder, so that others may lie beside it. */
static TbDataset *
read_path (const char            *path,
           const TbReaderOptions *options,
           TbProblems            *problems,
           const TbReaderWatch   *watch,
           GError               **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *parent = g_path_get_dirname (path);
  g_auto (TbReaderFolder) folder = { .fd = -1 };
  g_autofd int opened = -1;
  int fd = tb_loader_open (path, problems);
  gboolean has_siblings;

  if (fd < 0)
    return NULL;
  if (fd != STDIN_FILENO)
    opened = fd;

  has_siblings = !g_str_equal (path, "-") && tb_reader_folder_init (&folder, parent, watch->cancellable);
  return tb_reader_read_fd (fd, name, options, has_siblings ? &folder.siblings : NULL, problems, watch, error);
}

static TbDataset *
read_remote (GFile                 *file,
             const TbReaderOptions *options,
             TbProblems            *problems,
             const TbReaderWatch   *watch,
             GError               **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, watch->cancellable, &failure);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = g_file_get_basename (file);

  if (stream == NULL && g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (stream == NULL)
    {
      tb_problems_add (problems, TB_SEVERITY_ERROR, 0, 0, "", _("the file cannot be read: %s"), failure->message);
      return NULL;
    }

  bytes = tb_loader_load_stream (G_INPUT_STREAM (stream), TB_LIMIT_FILE_BYTES, watch, problems, error);
  return bytes != NULL
             ? tb_reader_read_watched (bytes, name != NULL ? name : "", options, NULL, problems, watch, error)
             : NULL;
}

static TbDataset *
read_place (const TbReaderPlace   *place,
            const TbReaderOptions *options,
            TbProblems            *problems,
            const TbReaderWatch   *watch,
            GError               **error)
{
  if (place->path == NULL)
    return read_remote (place->file, options, problems, watch, error);
  if (!g_str_equal (place->path, "-") && g_file_test (place->path, G_FILE_TEST_IS_DIR))
    return tb_reader_read_folder (place->path, options, problems, watch, error);

  return read_path (place->path, options, problems, watch, error);
}

static char *
dup_label (const TbReaderPlace *place)
{
  return place->path != NULL ? g_strdup (place->path) : g_file_get_parse_name (place->file);
}

static char *
dup_name (const TbReaderPlace *place)
{
  return place->path != NULL ? g_path_get_basename (place->path) : g_file_get_basename (place->file);
}

/* All of them are wanted: one that cannot be read refuses the whole, but what is
 * wrong with the others is told too. */
static TbDataset *
read_several (const TbReaderPlace   *places,
              gsize                  n_places,
              const TbReaderOptions *options,
              TbProblems            *problems,
              const TbReaderWatch   *watch,
              GError               **error)
{
  g_autoptr (GPtrArray) datasets = g_ptr_array_new_with_free_func ((GDestroyNotify) tb_dataset_unref);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *whole = tb_problems_get_file (problems);
  TbDataset *joined;

  for (gsize i = 0; i < n_places; i++)
    {
      g_autofree char *label = dup_label (&places[i]);
      TbDataset *dataset;
      TbReaderShare share;

      tb_reader_share_init (&share, watch, i, n_places);
      tb_problems_set_file (problems, label);
      dataset = read_place (&places[i], options, problems, &share.watch, error);
      if (g_cancellable_is_cancelled (watch->cancellable))
        {
          g_clear_pointer (&dataset, tb_dataset_unref);
          g_clear_error (error);
          g_cancellable_set_error_if_cancelled (watch->cancellable, error);
          return NULL;
        }
      if (dataset != NULL)
        g_ptr_array_add (datasets, dataset);
      g_ptr_array_add (names, dup_name (&places[i]));
    }

  tb_problems_set_file (problems, whole);
  if (datasets->len < n_places)
    return NULL;
  joined = tb_join_datasets ((TbDataset *const *) datasets->pdata, (const char *const *) names->pdata, n_places,
                             problems, watch->cancellable);
  if (joined == NULL)
    g_cancellable_set_error_if_cancelled (watch->cancellable, error);
  return joined;
}

/**
 * tb_reader_read_places:
 * @places: (array length=n_places): files and folders
 * @n_places: how many, at least one
 * @options: (nullable): what the caller says about them
 * @problems: where errors and warnings go, each under the name of its file
 * @watch: progress and cancellation
 * @error: %G_IO_ERROR_CANCELLED, and nothing else
 *
 * Reads files and folders as one dataset; a single one as it is.
 *
 * Thread: any; blocks.
 *
 * Returns: (transfer full) (nullable): the dataset
 */
TbDataset *
tb_reader_read_places (const TbReaderPlace   *places,
                       gsize                  n_places,
                       const TbReaderOptions *options,
                       TbProblems            *problems,
                       const TbReaderWatch   *watch,
                       GError               **error)
{
  g_return_val_if_fail (n_places > 0, NULL);

  return n_places == 1 ? read_place (places, options, problems, watch, error)
                       : read_several (places, n_places, options, problems, watch, error);
}

/**
 * tb_reader_read_file:
 * @path: a file, "-" for standard input
 * @options: (nullable): what the caller says about it
 * @problems: where errors and warnings go, with their places
 * @progress: (nullable) (scope call): told how far the work is, in this thread
 * @user_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: %G_IO_ERROR_CANCELLED, and nothing else
 *
 * Reads a file of figures. Its format is told from its content.
 *
 * Thread: any; blocks.
 *
 * Returns: (transfer full) (nullable): the dataset, or %NULL with at least one
 *   error in @problems, or with @error set
 */
TbDataset *
tb_reader_read_file (const char            *path,
                     const TbReaderOptions *options,
                     TbProblems            *problems,
                     TbProgressFunc         progress,
                     gpointer               user_data,
                     GCancellable          *cancellable,
                     GError               **error)
{
  TbReaderWatch watch = { progress, user_data, cancellable };

  return read_path (path, options, problems, &watch, error);
}

/**
 * tb_reader_read_paths:
 * @paths: (array zero-terminated=1): files, folders and archives, at least one
 * @options: (nullable): what the caller says about them
 * @problems: where errors and warnings go, each under the name of its file
 * @progress: (nullable) (scope call): told how far the work is, in this thread
 * @user_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: %G_IO_ERROR_CANCELLED, and nothing else
 *
 * Reads several files as one dataset, as tb_join_datasets() tells.
 *
 * Thread: any; blocks.
 *
 * Returns: (transfer full) (nullable): the dataset, or %NULL with at least one
 *   error in @problems, or with @error set
 */
TbDataset *
tb_reader_read_paths (const char *const     *paths,
                      const TbReaderOptions *options,
                      TbProblems            *problems,
                      TbProgressFunc         progress,
                      gpointer               user_data,
                      GCancellable          *cancellable,
                      GError               **error)
{
  TbReaderWatch watch = { progress, user_data, cancellable };
  gsize n_paths = g_strv_length ((char **) paths);
  g_autofree TbReaderPlace *places = g_new0 (TbReaderPlace, n_paths);

  for (gsize i = 0; i < n_paths; i++)
    places[i].path = paths[i];

  return tb_reader_read_places (places, n_paths, options, problems, &watch, error);
}
