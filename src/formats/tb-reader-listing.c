/* Reads the data files of a folder or archive as one dataset.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-files.h"

#include "tb-join.h"
#include "tb-limits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A folder or archive may hold anything; which of its files are looked into is told from
 * their names, and what they are then from their content. Spreadsheets are told what to do
 * about; and many a file that is called one is separated values. */
static const char *const suffixes[] = {
  ".json", ".csv", ".tsv", ".tab", ".px", ".gz", ".zip", ".xls", ".xlsx", ".xlsm", ".xlsb", ".ods",
};

/* Names of files that were left out are listed up to here. */
#define MAX_NAMED 5

/* One reading: what came of it so far. */
typedef struct
{
  const TbReaderListing *listing;
  const TbReaderOptions *options;
  TbProblems            *problems;
  const TbReaderWatch   *watch;
  GHashTable            *used;       /* names that were loaded as siblings, a set */
  GPtrArray             *names;      /* of the files to read, in order */
  GPtrArray             *others;     /* of what is not looked into */
  GPtrArray             *datasets;
  GPtrArray             *origins;    /* their names */
} Reading;

/* The files beside one of them. */
typedef struct
{
  Reading *reading;
  char    *folder;   /* with a slash, or "" */
} Beside;

static void
clear_reading (Reading *self)
{
  g_hash_table_unref (self->used);
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

/* In the order of their names, so that the same files give the same dataset. */
static void
sort_names (Reading *self)
{
  for (guint i = 0; i < self->listing->names->len; i++)
    {
      const char *name = self->listing->names->pdata[i];

      g_ptr_array_add (is_data_name (name) ? self->names : self->others, (gpointer) name);
    }
  g_ptr_array_sort (self->names, compare_names);
  g_ptr_array_sort (self->others, compare_names);
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
                   g_dngettext (GETTEXT_PACKAGE, "not read, since the name is not that of a data file: %s",
                                "not read, since the names are not those of data files: %s", self->others->len),
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

static GBytes *
load_beside (gpointer    user_data,
             const char *name,
             TbProblems *problems)
{
  const Beside *self = user_data;
  Reading *reading = self->reading;
  g_autofree char *path = NULL;

  if (!tb_reader_check_sibling (name, problems))
    return NULL;

  path = g_strconcat (self->folder, name, NULL);
  g_hash_table_add (reading->used, g_strdup (path));
  return reading->listing->load (reading->listing->user_data, path, problems);
}

static TbDataset *
read_entry (Reading             *self,
            const char          *name,
            TbProblems          *found,
            const TbReaderWatch *watch)
{
  const char *slash = strrchr (name, '/');
  g_autofree char *folder = slash != NULL ? g_strndup (name, (gsize) (slash + 1 - name)) : g_strdup ("");
  Beside beside = { self, folder };
  TbReaderSiblings siblings = { load_beside, &beside };

  return self->listing->read (self->listing->user_data, name, self->options, &siblings, found, watch);
}

/* FALSE when cancelled. */
static gboolean
read_name (Reading *self,
           gsize    i)
{
  const char *name = self->names->pdata[i];
  g_autofree char *label = g_build_filename (self->listing->label, name, NULL);
  g_autoptr (TbProblems) found = tb_problems_new (label);
  TbReaderShare share;
  TbDataset *dataset;

  /* Metadata were read with the file that they belong to. */
  if (g_hash_table_contains (self->used, name))
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
                       _("no file of figures in it; expected at least one"));
      return NULL;
    }

  return tb_join_datasets ((TbDataset *const *) self->datasets->pdata, (const char *const *) self->origins->pdata,
                           self->datasets->len, self->problems, self->watch->cancellable);
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

/* The descriptor of a data package says what else belongs to it. In an archive it
 * may be in a folder. */
static const char *
find_package (Reading *self)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const char *name = self->names->pdata[i];

      if (g_str_equal (name, "datapackage.json") || g_str_has_suffix (name, "/datapackage.json"))
        return name;
    }

  return NULL;
}

/* As a file of its own, so that its errors are errors. */
static TbDataset *
read_single (Reading    *self,
             const char *name)
{
  g_autofree char *label = g_build_filename (self->listing->label, name, NULL);
  const char *whole = tb_problems_get_file (self->problems);
  TbDataset *dataset;

  tb_problems_set_file (self->problems, label);
  dataset = read_entry (self, name, self->problems, self->watch);
  tb_problems_set_file (self->problems, whole);

  return dataset;
}

static TbDataset *
read_all (Reading *self)
{
  const char *package = find_package (self);

  if (package != NULL)
    return read_single (self, package);
  if (self->names->len == 1)
    {
      tell_others (self);
      return read_single (self, self->names->pdata[0]);
    }

  return read_names (self);
}

/**
 * tb_reader_read_listing:
 * @listing: the files that there are
 * @options: (nullable): what the caller says about them
 * @problems: where errors and warnings go, each under the name of its file
 * @watch: progress and cancellation
 * @error: %G_IO_ERROR_CANCELLED, and nothing else
 *
 * Reads the data files among some files as one dataset; a data package as that, a
 * single one as itself. What is no file of figures is told, and left out.
 *
 * Thread: any; blocks.
 *
 * Returns: (transfer full) (nullable): the dataset
 */
TbDataset *
tb_reader_read_listing (const TbReaderListing *listing,
                        const TbReaderOptions *options,
                        TbProblems            *problems,
                        const TbReaderWatch   *watch,
                        GError               **error)
{
  g_auto (Reading) self = {
    .listing = listing,
    .options = options,
    .problems = problems,
    .watch = watch,
    .used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .names = g_ptr_array_new (),
    .others = g_ptr_array_new (),
    .datasets = g_ptr_array_new_with_free_func ((GDestroyNotify) tb_dataset_unref),
    .origins = g_ptr_array_new_with_free_func (g_free),
  };
  TbDataset *dataset;

  sort_names (&self);
  dataset = read_all (&self);
  if (g_cancellable_set_error_if_cancelled (watch->cancellable, error))
    g_clear_pointer (&dataset, tb_dataset_unref);
  return dataset;
}
