/* Reads the data files of a folder as one dataset.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-files.h"

#include "tb-join.h"
#include "tb-limits.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* A folder may hold anything; which of its files are looked into is told from
 * their names, and what they are then from their content. */
static const char *const suffixes[] = { ".json", ".csv", ".tsv", ".tab", ".px", ".gz", ".zip" };

/* Names of files that were left out are listed up to here. */
#define MAX_NAMED 5

/* What is read, and what of it there is. */
typedef struct
{
  const char            *path;
  const TbReaderOptions *options;
  TbProblems            *problems;
  const TbReaderWatch   *watch;
  TbReaderFolder         folder;
  GPtrArray             *names;      /* of the files to read, in order */
  GPtrArray             *others;     /* of what is not looked into */
  GPtrArray             *datasets;
  GPtrArray             *origins;    /* their names */
} Reading;

static void
clear_reading (Reading *self)
{
  tb_reader_folder_clear (&self->folder);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->others);
  g_ptr_array_unref (self->datasets);
  g_ptr_array_unref (self->origins);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, clear_reading)

static gboolean
is_data_name (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      if (g_str_has_suffix (lower, suffixes[i]))
        return TRUE;
    }

  return FALSE;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* In the order of their names, so that the same folder gives the same dataset. */
static gboolean
list_names (Reading *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->path, name, NULL);
      gboolean is_read = is_data_name (name) && !g_file_test (path, G_FILE_TEST_IS_DIR);

      if (*name == '.')
        continue;
      g_ptr_array_add (is_read ? self->names : self->others, g_strdup (name));
      if (self->names->len > TB_LIMIT_FILES)
        {
          tb_problems_add (self->problems, TB_SEVERITY_ERROR, 0, 0, "",
                           _("more than %d files in this folder; expected fewer"), TB_LIMIT_FILES);
          return FALSE;
        }
    }
  g_ptr_array_sort (self->names, compare_names);
  g_ptr_array_sort (self->others, compare_names);

  return TRUE;
}

static void
tell_others (Reading *self)
{
  g_autoptr (GString) list = g_string_new (NULL);

  if (self->others->len == 0)
    return;
  for (guint i = 0; i < MIN (self->others->len, MAX_NAMED); i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", (const char *) self->others->pdata[i]);
  if (self->others->len > MAX_NAMED)
    g_string_append (list, ", …");

  tb_problems_add (self->problems, TB_SEVERITY_WARNING, 0, 0, "",
                   g_dngettext (GETTEXT_PACKAGE, "not read, as its name is none of a data file: %s",
                                "not read, as their names are none of data files: %s", self->others->len),
                   list->str);
}

/* What is said of a file that was read goes on as it is; one that was not read is
 * told of by its first error, as a warning: there may be anything in a folder. One
 * that could not be opened has no error. */
static void
pass_problems (Reading    *self,
               TbProblems *found,
               gboolean    is_read)
{
  gsize n_listed = tb_problems_get_n_listed (found);
  gboolean is_told = FALSE;
  gboolean is_whole = is_read || tb_problems_get_n_errors (found) == 0;

  for (gsize i = 0; i < n_listed && !is_told; i++)
    {
      const TbProblem *problem = tb_problems_get (found, i);

      tb_problems_set_file (self->problems, problem->file);
      if (is_whole)
        tb_problems_add (self->problems, problem->severity, problem->line, problem->column, problem->pointer, "%s",
                         problem->message);
      else if (problem->severity == TB_SEVERITY_ERROR)
        {
          tb_problems_add (self->problems, TB_SEVERITY_WARNING, problem->line, problem->column, problem->pointer,
                           _("this file is left out: %s"), problem->message);
          is_told = TRUE;
        }
    }
  for (gsize i = n_listed; is_whole && i < tb_problems_get_n_warnings (found); i++)
    tb_problems_add (self->problems, TB_SEVERITY_WARNING, 0, 0, "", "%s", "");
}

static TbDataset *
read_entry (Reading             *self,
            const char          *name,
            TbProblems          *found,
            const TbReaderWatch *watch)
{
  g_autofd int fd = tb_reader_open_below (self->folder.fd, name, found);
  g_autoptr (GBytes) bytes = fd >= 0 ? tb_loader_read_fd (fd, TB_LIMIT_FILE_BYTES, 0, watch, found, NULL) : NULL;

  if (bytes == NULL)
    return NULL;

  return tb_reader_read_watched (bytes, name, self->options, &self->folder.siblings, found, watch, NULL);
}

/* FALSE when cancelled. */
static gboolean
read_name (Reading *self,
           gsize    i)
{
  const char *name = self->names->pdata[i];
  g_autofree char *label = g_build_filename (self->path, name, NULL);
  g_autoptr (TbProblems) found = tb_problems_new (label);
  TbReaderShare share;
  TbDataset *dataset;

  /* Metadata were read with the file that they belong to. */
  if (g_hash_table_contains (self->folder.used, name))
    return TRUE;

  tb_reader_share_init (&share, self->watch, i, self->names->len);
  dataset = read_entry (self, name, found, &share.watch);
  if (g_cancellable_is_cancelled (self->watch->cancellable))
    {
      g_clear_pointer (&dataset, tb_dataset_unref);
      return FALSE;
    }

  pass_problems (self, found, dataset != NULL);
  if (dataset != NULL)
    {
      g_ptr_array_add (self->datasets, dataset);
      g_ptr_array_add (self->origins, g_strdup (name));
    }
  return TRUE;
}

static TbDataset *
join (Reading *self)
{
  if (self->datasets->len == 0)
    {
      tb_problems_add (self->problems, TB_SEVERITY_ERROR, 0, 0, "",
                       _("no file of figures in this folder; expected at least one"));
      return NULL;
    }

  return tb_join_datasets ((TbDataset *const *) self->datasets->pdata, (const char *const *) self->origins->pdata,
                           self->datasets->len, self->problems);
}

static TbDataset *
read_names (Reading *self)
{
  const char *whole = tb_problems_get_file (self->problems);

  for (gsize i = 0; i < self->names->len; i++)
    {
      if (!read_name (self, i))
        return NULL;
    }

  tb_problems_set_file (self->problems, whole);
  tell_others (self);
  return join (self);
}

/* The descriptor of a data package says what else belongs to it. */
static gboolean
is_package (Reading *self)
{
  static const char package[] = "datapackage.json";

  for (guint i = 0; i < self->names->len; i++)
    {
      if (g_str_equal (self->names->pdata[i], package))
        {
          g_ptr_array_set_size (self->names, 0);
          g_ptr_array_set_size (self->others, 0);
          g_ptr_array_add (self->names, g_strdup (package));
          return TRUE;
        }
    }

  return FALSE;
}

/* As a file of its own, so that its errors are errors. */
static TbDataset *
read_package (Reading *self)
{
  g_autofree char *label = g_build_filename (self->path, self->names->pdata[0], NULL);
  const char *whole = tb_problems_get_file (self->problems);
  TbDataset *dataset;

  tb_problems_set_file (self->problems, label);
  dataset = read_entry (self, self->names->pdata[0], self->problems, self->watch);
  tb_problems_set_file (self->problems, whole);

  return dataset;
}

/**
 * tb_reader_read_folder:
 * @path: a folder
 * @options: (nullable): what the caller says about its files
 * @problems: where errors and warnings go, each under the name of its file
 * @watch: progress and cancellation
 * @error: %G_IO_ERROR_CANCELLED, and nothing else
 *
 * Reads the data files of a folder, not of those in it, as one dataset; a folder
 * with a data package as that. What is no file of figures is told, and left out.
 *
 * Thread: any; blocks.
 *
 * Returns: (transfer full) (nullable): the dataset
 */
TbDataset *
tb_reader_read_folder (const char            *path,
                       const TbReaderOptions *options,
                       TbProblems            *problems,
                       const TbReaderWatch   *watch,
                       GError               **error)
{
  g_auto (Reading) self = {
    .path = path,
    .options = options,
    .problems = problems,
    .watch = watch,
    .names = g_ptr_array_new_with_free_func (g_free),
    .others = g_ptr_array_new_with_free_func (g_free),
    .datasets = g_ptr_array_new_with_free_func ((GDestroyNotify) tb_dataset_unref),
    .origins = g_ptr_array_new_with_free_func (g_free),
  };
  TbDataset *dataset = NULL;

  if (!tb_reader_folder_init (&self.folder, path, watch->cancellable))
    {
      tb_problems_add (problems, TB_SEVERITY_ERROR, 0, 0, "", _("the folder cannot be read: %s"), g_strerror (errno));
      return NULL;
    }
  self.folder.used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!list_names (&self))
    return NULL;

  dataset = is_package (&self) ? read_package (&self) : read_names (&self);
  if (g_cancellable_set_error_if_cancelled (watch->cancellable, error))
    g_clear_pointer (&dataset, tb_dataset_unref);
  return dataset;
}
