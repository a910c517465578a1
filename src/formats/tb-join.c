/* Several datasets as one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-join-private.h"

#include <glib/gi18n-lib.h>

/* Titles and notes of so many files are listed; the rest are told by "…". */
#define MAX_LISTED 8

typedef const TbText *(*GetText) (const TbDatasetInfo *info);

static const TbText *
get_title (const TbDatasetInfo *info)
{
  return &info->title;
}

static const TbText *
get_description (const TbDatasetInfo *info)
{
  return &info->description;
}

static const TbText *
get_publisher (const TbDatasetInfo *info)
{
  return &info->publisher;
}

static const TbDatasetInfo *
get_info (const TbJoin *self,
          gsize         i)
{
  return tb_dataset_get_info (self->datasets[i]);
}

static gboolean
is_tagged (const TbText *text)
{
  for (guint i = 0; i < text->n_entries; i++)
    {
      if (text->entries[i].language != NULL)
        return TRUE;
    }

  return FALSE;
}

/* The different wordings one after another. */
static const char *
list_texts (TbJoin     *self,
            GetText     get,
            TbLanguage  language,
            const char *separator)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) list = g_string_new (NULL);

  for (gsize i = 0; i < self->n; i++)
    {
      const char *text = tb_text_get (get (get_info (self, i)), language);

      if (*text == '\0' || !g_hash_table_add (seen, (gpointer) text))
        continue;
      if (g_hash_table_size (seen) <= MAX_LISTED)
        g_string_append_printf (list, "%s%s", list->len > 0 ? separator : "", text);
      else if (g_hash_table_size (seen) == MAX_LISTED + 1)
        g_string_append_printf (list, "%s…", separator);
    }

  return tb_pool_intern_len (self->pool, list->str, list->len);
}

static TbText
join_texts (TbJoin     *self,
            GetText     get,
            const char *separator)
{
  gboolean tagged = FALSE, all_same = TRUE, any = FALSE;
  guint n_entries;
  TbTextEntry *entries;

  for (gsize i = 0; i < self->n; i++)
    {
      const TbText *text = get (get_info (self, i));

      any = any || !tb_text_is_empty (text);
      tagged = tagged || is_tagged (text);
      all_same = all_same && tb_text_equal (text, get (get_info (self, 0)));
    }
  if (all_same || !any)
    return *get (get_info (self, 0));

  n_entries = tagged ? TB_N_LANGUAGES : 1;
  entries = tb_pool_alloc0 (self->pool, n_entries * sizeof *entries);
  for (guint i = 0; i < n_entries; i++)
    entries[i] = (TbTextEntry) {
      tagged ? tb_language_get_code ((TbLanguage) i) : NULL, list_texts (self, get, (TbLanguage) i, separator),
    };

  return (TbText) { entries, n_entries };
}

static const char *
join_licences (TbJoin *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) list = g_string_new (NULL);

  for (gsize i = 0; i < self->n; i++)
    {
      const char *licence = get_info (self, i)->licence;

      if (licence != NULL && g_hash_table_add (seen, (gpointer) licence))
        g_string_append_printf (list, "%s%s", list->len > 0 ? "; " : "", licence);
    }

  return list->len > 0 ? tb_pool_intern (self->pool, list->str) : NULL;
}

/* The members of other programs are objects of unknown meaning: those of the
 * first file are kept, which is told. */
static void
keep_unknown (TbJoin *self)
{
  self->info.unknown = get_info (self, 0)->unknown;
  for (gsize i = 1; i < self->n; i++)
    {
      const char *unknown = get_info (self, i)->unknown;

      if (unknown == NULL || g_strcmp0 (unknown, self->info.unknown) == 0)
        continue;
      if (self->info.unknown == NULL)
        self->info.unknown = unknown;
      else
        tb_problems_add (self->problems, TB_SEVERITY_WARNING, 0, 0, "",
                         _("%s: the members of other programs differ from those of an earlier file and are not kept"),
                         self->names[i]);
    }
}

static void
join_info (TbJoin *self)
{
  self->info = *get_info (self, 0);
  self->info.title = join_texts (self, get_title, "; ");
  self->info.description = join_texts (self, get_description, "\n\n");
  self->info.publisher = join_texts (self, get_publisher, "; ");
  self->info.licence = join_licences (self);
  for (gsize i = 1; i < self->n; i++)
    {
      const TbDatasetInfo *info = get_info (self, i);

      self->info.updated = MAX (self->info.updated, info->updated);
      if (g_strcmp0 (self->info.format, info->format) != 0)
        self->info.format = "dataset/1";
    }
  keep_unknown (self);
}

static void
clear (TbJoin *self)
{
  g_hash_table_unref (self->entries);
  g_hash_table_unref (self->origins);
  g_hash_table_unref (self->unsourced);
  tb_catalog_unref (self->catalog);
  tb_pool_unref (self->pool);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TbJoin, clear)

/**
 * tb_join_datasets:
 * @datasets: (array length=n): what to join, at least one
 * @names: (array length=n): the files that they are of, for messages and sources
 * @n: how many
 * @problems: where it is told what was kept apart and what is contradicted
 * @cancellable: (nullable): stops it
 *
 * Makes one dataset of several. Indicators, places and units of one id that are
 * defined alike are the same; what is defined otherwise is kept apart under an
 * id of its own. Series of one key become one, their rows in the order of the
 * files. Rows without a source get one that names their file. A single dataset
 * is given back as it is.
 *
 * Missing: rows without a value stay such.
 * Thread: any. Cost: O(observations).
 *
 * Returns: (transfer full) (nullable): the dataset; %NULL: a limit is passed, which is reported, or it
 *   was cancelled
 */
TbDataset *
tb_join_datasets (TbDataset *const  *datasets,
                  const char *const *names,
                  gsize              n,
                  TbProblems        *problems,
                  GCancellable      *cancellable)
{
  g_autoptr (GPtrArray) series = NULL;

  g_return_val_if_fail (n > 0, NULL);

  if (n == 1)
    return tb_dataset_ref (datasets[0]);

  TbPool *pool = tb_pool_new ();
  g_auto (TbJoin) self = {
    .datasets = datasets,
    .names = names,
    .n = n,
    .problems = problems,
    .cancellable = cancellable,
    .pool = pool,
    .catalog = tb_catalog_new (pool),
    .entries = g_hash_table_new (NULL, NULL),
    .origins = g_hash_table_new (NULL, NULL),
    .unsourced = g_hash_table_new (NULL, NULL),
  };

  for (gsize i = 0; i < n; i++)
    tb_pool_keep (pool, tb_catalog_get_pool (tb_dataset_get_catalog (datasets[i])));
  join_info (&self);
  if (!tb_join_catalogs (&self))
    return NULL;
  series = tb_join_series (&self);
  if (series == NULL)
    return NULL;

  return tb_dataset_new (&self.info, self.catalog, (TbSeries **) series->pdata, series->len);
}
