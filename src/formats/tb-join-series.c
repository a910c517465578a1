/* Joins the series of several datasets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-join-private.h"

#include "tb-limits.h"

#include <glib/gi18n-lib.h>

/* The dimension that keeps series apart which are of one key and yet not the same. */
#define FILE_DIMENSION "file"

/* A series of one dataset. */
typedef struct
{
  gsize     dataset;
  TbSeries *series;
} Part;

/* What becomes one series: its parts, in the order of the files. */
typedef struct
{
  TbSeriesInfo  info;
  GArray       *parts;
} Group;

static void
free_group (gpointer data)
{
  Group *group = data;

  g_array_unref (group->parts);
  g_free (group);
}

/* What is not part of the key, and yet has to be the same in one series. */
static gboolean
is_alike (const TbSeriesInfo *a,
          const TbSeriesInfo *b)
{
  return a->since == b->since && a->since_day == b->since_day && a->sa == b->sa && a->year_start == b->year_start
         && g_strcmp0 (a->price_basis, b->price_basis) == 0;
}

/* The first file that has words for a value names it. */
static void
map_breakdown (const TbJoin *self,
               TbSeriesInfo *info)
{
  TbBreakdown *breakdown = tb_pool_alloc0 (self->pool, (info->n_breakdown + 1) * sizeof *breakdown);

  for (guint i = 0; i < info->n_breakdown; i++)
    {
      breakdown[i] = info->breakdown[i];
      breakdown[i].category = tb_catalog_find_category (self->catalog, breakdown[i].dimension, breakdown[i].value);
    }
  info->breakdown = breakdown;
}

static TbSeriesInfo
map_info (const TbJoin   *self,
          const TbSeries *series)
{
  TbSeriesInfo info = *tb_series_get_info (series);

  info.indicator = tb_join_get (self, info.indicator);
  info.place = tb_join_get (self, info.place);
  info.unit = tb_join_get (self, info.unit);
  info.year_start_said = info.year_start_said || info.year_start != self->info.year_start;
  if (info.n_breakdown > 0)
    map_breakdown (self, &info);

  return info;
}

static void
set_apart (TbJoin         *self,
           gsize           dataset,
           const TbSeries *series,
           TbSeriesInfo   *info)
{
  TbBreakdown *breakdown = tb_pool_alloc0 (self->pool, (info->n_breakdown + 1) * sizeof *breakdown);
  g_autofree char *name = tb_series_dup_name (series, TB_LANGUAGE_EN, TRUE);

  for (guint i = 0; i < info->n_breakdown; i++)
    breakdown[i] = info->breakdown[i];
  breakdown[info->n_breakdown] = (TbBreakdown) {
    tb_pool_intern (self->pool, FILE_DIMENSION), tb_pool_intern (self->pool, self->names[dataset]),
  };
  info->breakdown = breakdown;
  info->n_breakdown++;
  tb_problems_add (self->problems, TB_SEVERITY_WARNING, 0, 0, "",
                   _("%s: the series “%s” differs in its start, year, seasonal adjustment or prices from that of an "
                     "earlier file; it is kept apart"),
                   self->names[dataset], name);
}

static void
add_part (TbJoin     *self,
          GHashTable *groups,
          GPtrArray  *in_order,
          const Part *part)
{
  TbSeriesInfo info = map_info (self, part->series);
  Group *group = g_hash_table_lookup (groups, &info);

  if (group != NULL && !is_alike (&group->info, &info))
    {
      set_apart (self, part->dataset, part->series, &info);
      group = g_hash_table_lookup (groups, &info);
    }
  if (group == NULL)
    {
      group = g_new0 (Group, 1);
      group->info = info;
      group->parts = g_array_new (FALSE, FALSE, sizeof (Part));
      g_hash_table_insert (groups, &group->info, group);
      g_ptr_array_add (in_order, group);
    }

  g_array_append_val (group->parts, *part);
}

static GPtrArray *
group_series (TbJoin *self)
{
  g_autoptr (GHashTable) groups = g_hash_table_new (tb_series_key_hash, tb_series_key_equal);
  GPtrArray *in_order = g_ptr_array_new_with_free_func (free_group);

  for (gsize d = 0; d < self->n; d++)
    {
      for (gsize i = 0; i < tb_dataset_get_n_series (self->datasets[d]); i++)
        {
          Part part = { d, tb_dataset_get_series (self->datasets[d], i) };

          add_part (self, groups, in_order, &part);
        }
    }

  return in_order;
}

/* Figures that name no source are of their file. */
static const TbSource *
get_file_source (TbJoin *self,
                 gsize   dataset)
{
  TbSource *source = g_hash_table_lookup (self->unsourced, self->datasets[dataset]);
  const TbDatasetInfo *info = tb_dataset_get_info (self->datasets[dataset]);
  g_autofree char *id = NULL;
  TbTextEntry *title;

  if (source != NULL)
    return source;

  /* From the number of the file on: of many files of one name not all ids are tried each time. */
  id = g_strdup (self->names[dataset]);
  for (gsize i = MAX (dataset + 1, 2); (source = tb_catalog_add_source (self->catalog, id)) == NULL; i++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%zu", self->names[dataset], i);
    }
  title = tb_pool_alloc0 (self->pool, sizeof *title);
  title->text = tb_pool_intern (self->pool, self->names[dataset]);
  source->title = (TbText) { title, 1 };
  source->publisher = info->publisher;
  g_hash_table_insert (self->unsourced, self->datasets[dataset], source);

  return source;
}

static gboolean
add_row (TbJoin          *self,
         const Part      *part,
         gsize            row,
         TbSeriesBuilder *builder)
{
  TbObservation observation;
  TbObservationExtra extra;

  tb_series_get (part->series, row, &observation);
  observation.source = observation.source != NULL ? tb_join_get (self, observation.source)
                                                  : get_file_source (self, part->dataset);
  if (observation.extra != NULL)
    {
      extra = *observation.extra;
      extra.change.against = tb_join_get (self, extra.change.against);
      observation.extra = &extra;
    }

  return tb_series_builder_add (builder, &observation);
}

/* The row of a part contradicts another one only since the files are together. */
static gboolean
is_new_conflict (const TbSeries *joined,
                 gsize           row,
                 const Part     *part,
                 gsize           row_of_part)
{
  TbObservation now, before;

  tb_series_get (joined, row, &now);
  if (!now.conflicts)
    return FALSE;
  tb_series_get (part->series, row_of_part, &before);

  return !before.conflicts;
}

/* The files after the first are those that say otherwise. */
static void
report_conflicts (TbJoin         *self,
                  const Group    *group,
                  const TbSeries *joined)
{
  gsize start = tb_series_get_n (g_array_index (group->parts, Part, 0).series);

  for (guint p = 1; p < group->parts->len; p++)
    {
      const Part *part = &g_array_index (group->parts, Part, p);
      gsize n_rows = tb_series_get_n (part->series);
      gsize n = 0, first = 0;

      for (gsize i = 0; i < n_rows; i++)
        {
          if (!is_new_conflict (joined, start + i, part, i))
            continue;
          first = n++ == 0 ? start + i : first;
        }
      if (n > 0)
        {
          g_autofree char *name = tb_series_dup_name (joined, TB_LANGUAGE_EN, TRUE);
          g_autofree char *period = tb_period_to_sdmx (tb_series_get_period (joined, first));

          tb_problems_add (self->problems, TB_SEVERITY_WARNING, 0, 0, "",
                           g_dngettext (GETTEXT_PACKAGE,
                                        "conflict: %s: “%s”, %zu figure (%s) differs in another file; both are kept",
                                        "conflict: %s: “%s”, %zu figures (from %s on) differ in another file; "
                                        "all are kept", n),
                           self->names[part->dataset], name, n, period);
        }
      start += n_rows;
    }
}

static TbSeries *
join_group (TbJoin      *self,
            const Group *group)
{
  g_autoptr (TbSeriesBuilder) builder = NULL;
  TbSeries *joined;
  gsize n = 0;

  for (guint p = 0; p < group->parts->len; p++)
    n += tb_series_get_n (g_array_index (group->parts, Part, p).series);

  builder = tb_series_builder_new (self->catalog, &group->info, n);
  for (guint p = 0; p < group->parts->len; p++)
    {
      const Part *part = &g_array_index (group->parts, Part, p);

      for (gsize i = 0; i < tb_series_get_n (part->series); i++)
        {
          if (add_row (self, part, i, builder))
            continue;
          tb_problems_add (
              self->problems, TB_SEVERITY_ERROR, 0, 0, "",
              _("too many observations or different multipliers in one series; expected at most %d and %d"),
              TB_LIMIT_OBSERVATIONS, TB_LIMIT_MULTIPLIERS);
          return NULL;
        }
    }

  joined = tb_series_builder_finish (builder);
  report_conflicts (self, group, joined);
  return joined;
}

/**
 * tb_join_series:
 * @self: a joining whose catalog is filled
 *
 * Makes one series of all series of one key. Series of one key that count
 * otherwise (since when, adjusted or not, at what prices, by which year) are
 * kept apart by a dimension "file".
 *
 * Returns: (transfer full) (nullable) (element-type TbSeries): in the order of
 *   the files; %NULL: a limit is passed, which is reported, or joining was cancelled
 */
GPtrArray *
tb_join_series (TbJoin *self)
{
  g_autoptr (GPtrArray) groups = group_series (self);
  g_autoptr (GPtrArray) series = g_ptr_array_new_with_free_func ((GDestroyNotify) tb_series_unref);

  for (guint i = 0; i < groups->len; i++)
    {
      TbSeries *joined = g_cancellable_is_cancelled (self->cancellable) ? NULL : join_group (self, groups->pdata[i]);

      if (joined == NULL)
        return NULL;
      g_ptr_array_add (series, joined);
    }

  return g_steal_pointer (&series);
}
