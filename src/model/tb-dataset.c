/* A dataset: a catalog and its series.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-dataset.h"

struct _TbDataset
{
  gatomicrefcount ref_count;
  TbDatasetInfo   info;
  TbCatalog      *catalog;
  TbSeries      **series;        /* in file order, owned */
  TbSeries      **by_indicator;  /* the same, grouped by indicator */
  gsize          *group_starts;  /* n indicators + 1 */
  gsize           n_series;
  gsize           n_observations;
};

static gsize
get_indicator_index (const TbDataset *self,
                     const TbSeries  *series)
{
  return tb_catalog_index_of_indicator (self->catalog, tb_series_get_info (series)->indicator);
}

/* A counting sort, so that the order within an indicator stays the file's. */
static void
group_by_indicator (TbDataset *self)
{
  gsize n_indicators = tb_catalog_get_n_indicators (self->catalog);
  g_autofree gsize *next = NULL;

  self->group_starts = g_new0 (gsize, n_indicators + 1);
  for (gsize i = 0; i < self->n_series; i++)
    self->group_starts[get_indicator_index (self, self->series[i]) + 1]++;
  for (gsize i = 0; i < n_indicators; i++)
    self->group_starts[i + 1] += self->group_starts[i];

  next = g_memdup2 (self->group_starts, (n_indicators + 1) * sizeof (gsize));
  self->by_indicator = g_new (TbSeries *, self->n_series);
  for (gsize i = 0; i < self->n_series; i++)
    self->by_indicator[next[get_indicator_index (self, self->series[i])]++] = self->series[i];
}

/**
 * tb_dataset_new:
 * @info: title and so on; its strings belong to the catalog's pool
 * @catalog: what the series refer to
 * @series: (array length=n_series): series of @catalog, in file order
 * @n_series: how many
 *
 * Returns: (transfer full): an immutable dataset. Thread: any.
 */
TbDataset *
tb_dataset_new (const TbDatasetInfo *info,
                TbCatalog           *catalog,
                TbSeries           **series,
                gsize                n_series)
{
  TbDataset *self = g_new0 (TbDataset, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->info = *info;
  self->catalog = tb_catalog_ref (catalog);
  self->series = g_new (TbSeries *, n_series);
  self->n_series = n_series;
  for (gsize i = 0; i < n_series; i++)
    {
      self->series[i] = tb_series_ref (series[i]);
      self->n_observations += tb_series_get_n (series[i]);
    }
  group_by_indicator (self);

  return self;
}

/**
 * tb_dataset_ref:
 * @self: a dataset
 *
 * Returns: (transfer full): the same dataset. Thread: any.
 */
TbDataset *
tb_dataset_ref (TbDataset *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * tb_dataset_unref:
 * @self: (transfer full): a dataset
 *
 * Gives a reference back. Thread: any.
 */
void
tb_dataset_unref (TbDataset *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (gsize i = 0; i < self->n_series; i++)
    tb_series_unref (self->series[i]);
  g_free (self->series);
  g_free (self->by_indicator);
  g_free (self->group_starts);
  tb_catalog_unref (self->catalog);
  g_free (self);
}

/**
 * tb_dataset_get_info:
 * @self: a dataset
 *
 * Returns: (transfer none): its title and so on
 */
const TbDatasetInfo *
tb_dataset_get_info (const TbDataset *self)
{
  return &self->info;
}

/**
 * tb_dataset_get_catalog:
 * @self: a dataset
 *
 * Returns: (transfer none): what its series refer to
 */
TbCatalog *
tb_dataset_get_catalog (const TbDataset *self)
{
  return self->catalog;
}

/**
 * tb_dataset_get_n_series:
 * @self: a dataset
 *
 * Returns: how many series it has
 */
gsize
tb_dataset_get_n_series (const TbDataset *self)
{
  return self->n_series;
}

/**
 * tb_dataset_get_series:
 * @self: a dataset
 * @i: which, in file order
 *
 * Returns: (transfer none): the series
 */
TbSeries *
tb_dataset_get_series (const TbDataset *self,
                       gsize            i)
{
  g_return_val_if_fail (i < self->n_series, NULL);

  return self->series[i];
}

/**
 * tb_dataset_get_series_of:
 * @self: a dataset
 * @indicator: an indicator of its catalog
 * @out_n: (out): how many there are, 0 for an indicator without figures
 *
 * Returns: (transfer none) (array length=out_n): its series in file order
 */
TbSeries *const *
tb_dataset_get_series_of (const TbDataset   *self,
                          const TbIndicator *indicator,
                          gsize             *out_n)
{
  gsize i = tb_catalog_index_of_indicator (self->catalog, indicator);

  *out_n = self->group_starts[i + 1] - self->group_starts[i];
  return self->by_indicator + self->group_starts[i];
}

/**
 * tb_dataset_get_n_observations:
 * @self: a dataset
 *
 * Returns: how many rows it has, confirmations and conflicts counted
 */
gsize
tb_dataset_get_n_observations (const TbDataset *self)
{
  return self->n_observations;
}
