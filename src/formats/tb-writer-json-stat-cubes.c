/* Arranges the figures of a dataset in cubes, for JSON-stat.
 *
 * Series that have the same dimensions (a place or none, the same breakdowns, dates or
 * none) share a cube. Its first dimension is what is measured: figures that differ in unit,
 * multiplier, measure, kind or basis are categories of their own there, because a cube has
 * no other place to say it.
 *
 * A cell has one figure. It is the standing one: those that a later vintage replaces, that
 * say again what is said, or that contradict an earlier row are in no cell.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-writer-json-stat.h"

#include "tb-limits.h"

#include <string.h>

/* Parts the pieces of a key; no id has it. */
#define SEPARATOR "\x1F"

typedef struct
{
  const TbDataset *dataset;
  GPtrArray       *cubes;
  GHashTable      *by_signature;
  guint32         *cube_of;      /* by series */
  guint64        **positions;
  gboolean         is_split;     /* each series has a cube of its own */
} Cubes;

static void
free_variant (gpointer data)
{
  TbJsonStatVariant *variant = data;

  g_free (variant->id);
  g_free (variant);
}

static void
free_axis (gpointer data)
{
  TbJsonStatAxis *axis = data;

  g_free (axis->id);
  g_ptr_array_unref (axis->categories);
  g_hash_table_unref (axis->indices);
  g_free (axis);
}

static void
free_cube (gpointer data)
{
  TbJsonStatCube *cube = data;

  g_ptr_array_unref (cube->variants);
  g_hash_table_unref (cube->variant_indices);
  g_ptr_array_unref (cube->places);
  g_hash_table_unref (cube->place_indices);
  g_ptr_array_unref (cube->breakdown);
  g_array_unref (cube->periods);
  g_hash_table_unref (cube->period_indices);
  g_array_unref (cube->series);
  g_array_unref (cube->cells);
  g_free (cube);
}

static gboolean
has_dates (const TbSeries *series)
{
  for (gsize i = 0; i < tb_series_get_n (series); i++)
    {
      if (tb_series_get_period (series, i).kind != TB_PERIOD_NONE)
        return TRUE;
    }

  return FALSE;
}

static char *
make_signature (const Cubes    *self,
                const TbSeries *series,
                guint32         index)
{
  const TbSeriesInfo *info = tb_series_get_info (series);
  GString *signature = g_string_new (info->place != NULL ? "place" : "");

  g_string_append (signature, has_dates (series) ? SEPARATOR "period" : SEPARATOR);
  for (guint i = 0; i < info->n_breakdown; i++)
    g_string_append_printf (signature, SEPARATOR "%s", info->breakdown[i].dimension);
  if (self->is_split)
    g_string_append_printf (signature, SEPARATOR SEPARATOR "%u", index);

  return g_string_free_and_steal (signature);
}

static TbJsonStatCube *
add_cube (Cubes          *self,
          const TbSeries *series)
{
  const TbSeriesInfo *info = tb_series_get_info (series);
  TbJsonStatCube *cube = g_new0 (TbJsonStatCube, 1);

  cube->variants = g_ptr_array_new_with_free_func (free_variant);
  cube->variant_indices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  cube->places = g_ptr_array_new ();
  cube->place_indices = g_hash_table_new (NULL, NULL);
  cube->breakdown = g_ptr_array_new_with_free_func (free_axis);
  cube->periods = g_array_new (FALSE, FALSE, sizeof (TbPeriod));
  cube->period_indices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  cube->series = g_array_new (FALSE, FALSE, sizeof (guint32));
  cube->cells = g_array_new (FALSE, FALSE, sizeof (TbJsonStatCell));
  cube->has_place = info->place != NULL;
  cube->has_period = has_dates (series);
  for (guint i = 0; i < info->n_breakdown; i++)
    {
      TbJsonStatAxis *axis = g_new0 (TbJsonStatAxis, 1);

      axis->id = g_strdup (info->breakdown[i].dimension);
      axis->categories = g_ptr_array_new ();
      axis->indices = g_hash_table_new (g_str_hash, g_str_equal);
      g_ptr_array_add (cube->breakdown, axis);
    }
  g_ptr_array_add (self->cubes, cube);

  return cube;
}

static void
assign (Cubes *self)
{
  for (gsize s = 0; s < tb_dataset_get_n_series (self->dataset); s++)
    {
      TbSeries *series = tb_dataset_get_series (self->dataset, s);
      char *signature = make_signature (self, series, (guint32) s);
      gpointer found = g_hash_table_lookup (self->by_signature, signature);
      guint32 index = GPOINTER_TO_UINT (found) - 1;
      guint32 number = (guint32) s;

      if (found == NULL)
        {
          add_cube (self, series);
          index = self->cubes->len - 1;
          g_hash_table_insert (self->by_signature, signature, GUINT_TO_POINTER (index + 1));
        }
      else
        {
          g_free (signature);
        }
      self->cube_of[s] = index;
      g_array_append_val (((TbJsonStatCube *) self->cubes->pdata[index])->series, number);
    }
}

static char *
make_variant_key (const TbSeriesInfo  *info,
                  const TbObservation *observation)
{
  g_autofree char *multiplier = tb_decimal_to_string (observation->multiplier);
  GString *key = g_string_new (info->indicator->id);

  g_string_append_printf (key, SEPARATOR "%s" SEPARATOR "%s" SEPARATOR "%d,%d,%d,%d,%d,%d,%d" SEPARATOR "%s",
                          info->unit->id, multiplier, info->measure, info->since, info->since_day, info->sa,
                          info->year_start, observation->kind, observation->basis,
                          info->price_basis != NULL ? info->price_basis : "");
  for (guint i = 0; i < info->scope.n_entries; i++)
    g_string_append_printf (key, SEPARATOR "%s", info->scope.entries[i].text);

  return g_string_free_and_steal (key);
}

/* The indicator's id for the first of its variants, "id (2)" … for the others. */
static char *
make_variant_id (const TbJsonStatCube *cube,
                 const char           *indicator)
{
  g_autofree char *id = g_strdup (indicator);
  guint n = 1;
  guint i = 0;

  while (i < cube->variants->len)
    {
      const TbJsonStatVariant *variant = cube->variants->pdata[i++];

      if (!g_str_equal (variant->id, id))
        continue;
      g_free (id);
      id = g_strdup_printf ("%s (%u)", indicator, ++n);
      i = 0;
    }

  return g_steal_pointer (&id);
}

static guint
find_variant (TbJsonStatCube      *cube,
              const TbSeriesInfo  *info,
              const TbObservation *observation)
{
  char *key = make_variant_key (info, observation);
  gpointer found = g_hash_table_lookup (cube->variant_indices, key);
  TbJsonStatVariant *variant;

  if (found != NULL)
    {
      g_free (key);
      return GPOINTER_TO_UINT (found) - 1;
    }

  variant = g_new0 (TbJsonStatVariant, 1);
  *variant = (TbJsonStatVariant) {
    .id = make_variant_id (cube, info->indicator->id),
    .info = info,
    .multiplier = observation->multiplier,
    .kind = observation->kind,
    .basis = observation->basis,
    .n_decimals = -1,
  };
  g_ptr_array_add (cube->variants, variant);
  g_hash_table_insert (cube->variant_indices, key, GUINT_TO_POINTER (cube->variants->len));
  return cube->variants->len - 1;
}

/* Its place in @list, where it is put when it is new. */
static guint
find_or_add (GPtrArray    *list,
             GHashTable   *indices,
             gconstpointer item)
{
  gpointer found = g_hash_table_lookup (indices, item);

  if (found != NULL)
    return GPOINTER_TO_UINT (found) - 1;

  g_ptr_array_add (list, (gpointer) item);
  g_hash_table_insert (indices, (gpointer) item, GUINT_TO_POINTER (list->len));
  return list->len - 1;
}

static guint
find_category (TbJsonStatAxis *axis,
               const char     *id)
{
  return find_or_add (axis->categories, axis->indices, id);
}

/* Whether the row is the figure of its cell, as far as the row itself says. */
static gboolean
is_standing (const TbJsonStatCube *cube,
             const TbObservation  *observation)
{
  const TbObservationExtra *extra = observation->extra;

  if (observation->confirms || observation->superseded
      || cube->has_period != (observation->period.kind != TB_PERIOD_NONE))
    return FALSE;

  return observation->has_value || extra == NULL
         || (!extra->has_low && !extra->has_high && !extra->change.given && tb_text_is_empty (&extra->target.text));
}

static void
add_period (TbJsonStatCube *cube,
            TbPeriod        period)
{
  char *id = tb_period_to_sdmx (period);

  if (g_hash_table_contains (cube->period_indices, id))
    {
      g_free (id);
      return;
    }

  g_hash_table_insert (cube->period_indices, id, GUINT_TO_POINTER (cube->periods->len + 1));
  g_array_append_val (cube->periods, period);
}

/* All categories are known before the first cell has a position. */
static void
collect (Cubes *self,
         gsize  s)
{
  TbSeries *series = tb_dataset_get_series (self->dataset, s);
  const TbSeriesInfo *info = tb_series_get_info (series);
  TbJsonStatCube *cube = self->cubes->pdata[self->cube_of[s]];

  if (info->place != NULL)
    find_or_add (cube->places, cube->place_indices, info->place);
  for (guint i = 0; i < info->n_breakdown; i++)
    find_category (cube->breakdown->pdata[i], info->breakdown[i].value);
  for (gsize i = 0; i < tb_series_get_n (series); i++)
    {
      TbObservation observation;
      TbJsonStatVariant *variant;
      guint index;

      tb_series_get (series, i, &observation);
      if (!is_standing (cube, &observation))
        continue;
      index = find_variant (cube, info, &observation);
      variant = cube->variants->pdata[index];
      if (observation.has_value)
        variant->n_decimals = MAX (variant->n_decimals, tb_decimal_get_n_decimals (observation.value));
      if (cube->has_period)
        add_period (cube, observation.period);
    }
}

static int
compare_periods (gconstpointer a,
                 gconstpointer b)
{
  return tb_period_compare (*(const TbPeriod *) a, *(const TbPeriod *) b);
}

static void
sort_periods (TbJsonStatCube *cube)
{
  g_array_sort (cube->periods, compare_periods);
  g_hash_table_remove_all (cube->period_indices);
  for (guint i = 0; i < cube->periods->len; i++)
    g_hash_table_insert (cube->period_indices, tb_period_to_sdmx (g_array_index (cube->periods, TbPeriod, i)),
                         GUINT_TO_POINTER (i + 1));
}

/* FALSE: there are more cells than can be told apart. */
static gboolean
measure (TbJsonStatCube *cube)
{
  guint64 n = cube->variants->len;
  gboolean fits = TRUE;

  if (cube->has_place)
    fits = fits && g_uint64_checked_mul (&n, n, cube->places->len);
  for (guint i = 0; i < cube->breakdown->len; i++)
    fits = fits && g_uint64_checked_mul (&n, n, ((TbJsonStatAxis *) cube->breakdown->pdata[i])->categories->len);
  if (cube->has_period)
    fits = fits && g_uint64_checked_mul (&n, n, cube->periods->len);
  cube->n_cells = n;

  return fits && n <= TB_LIMIT_CELLS;
}

static guint64
find_position (const TbJsonStatCube *cube,
               const TbSeriesInfo   *info,
               guint                 variant,
               TbPeriod              period)
{
  guint64 position = variant;

  if (cube->has_place)
    position = position * cube->places->len
               + (GPOINTER_TO_UINT (g_hash_table_lookup (cube->place_indices, info->place)) - 1);
  for (guint i = 0; i < cube->breakdown->len; i++)
    {
      TbJsonStatAxis *axis = cube->breakdown->pdata[i];

      position = position * axis->categories->len + find_category (axis, info->breakdown[i].value);
    }
  if (cube->has_period)
    {
      g_autofree char *id = tb_period_to_sdmx (period);

      position = position * cube->periods->len
                 + (GPOINTER_TO_UINT (g_hash_table_lookup (cube->period_indices, id)) - 1);
    }

  return position;
}

static void
place_rows (Cubes      *self,
            gsize       s,
            GHashTable *taken)
{
  TbSeries *series = tb_dataset_get_series (self->dataset, s);
  const TbSeriesInfo *info = tb_series_get_info (series);
  TbJsonStatCube *cube = self->cubes->pdata[self->cube_of[s]];
  gsize n = tb_series_get_n (series);

  self->positions[s] = g_new (guint64, MAX (n, 1));
  for (gsize i = 0; i < n; i++)
    {
      TbJsonStatCell cell = { TB_JSON_STAT_NO_CELL, (guint32) s, (guint32) i };
      TbObservation observation;

      tb_series_get (series, i, &observation);
      if (is_standing (cube, &observation))
        cell.position = find_position (cube, info, find_variant (cube, info, &observation), observation.period);
      if (cell.position != TB_JSON_STAT_NO_CELL && g_hash_table_contains (taken, &cell.position))
        cell.position = TB_JSON_STAT_NO_CELL;
      self->positions[s][i] = cell.position;
      if (cell.position == TB_JSON_STAT_NO_CELL)
        continue;
      g_hash_table_add (taken, &self->positions[s][i]);
      g_array_append_val (cube->cells, cell);
    }
}

static int
compare_cells (gconstpointer a,
               gconstpointer b)
{
  const TbJsonStatCell *cell_a = a;
  const TbJsonStatCell *cell_b = b;

  return (cell_a->position > cell_b->position) - (cell_a->position < cell_b->position);
}

static void
place (Cubes *self)
{
  for (guint c = 0; c < self->cubes->len; c++)
    {
      TbJsonStatCube *cube = self->cubes->pdata[c];
      g_autoptr (GHashTable) taken = g_hash_table_new (g_int64_hash, g_int64_equal);

      for (guint i = 0; i < cube->series->len; i++)
        place_rows (self, g_array_index (cube->series, guint32, i), taken);
      g_array_sort (cube->cells, compare_cells);
    }
}

/* FALSE: a cube has too many cells. */
static gboolean
arrange (Cubes *self)
{
  gboolean fits = TRUE;

  assign (self);
  for (gsize s = 0; s < tb_dataset_get_n_series (self->dataset); s++)
    collect (self, s);
  for (guint c = 0; c < self->cubes->len; c++)
    {
      sort_periods (self->cubes->pdata[c]);
      fits = measure (self->cubes->pdata[c]) && fits;
    }

  return fits;
}

/**
 * tb_json_stat_make_cubes:
 * @dataset: a dataset
 * @out_cubes: (out) (transfer full): the cube of each series
 * @out_positions: (out) (transfer full): the cell of each row of each series, or
 *   %TB_JSON_STAT_NO_CELL
 *
 * Arranges all series in cubes. Where breakdowns differ so much that a cube had more cells than
 * can be told apart, each series has a cube of its own.
 *
 * Returns: (transfer full) (element-type TbJsonStatCube): the cubes
 */
GPtrArray *
tb_json_stat_make_cubes (const TbDataset   *dataset,
                         guint32          **out_cubes,
                         guint64         ***out_positions)
{
  gsize n = tb_dataset_get_n_series (dataset);
  Cubes self = {
    .dataset = dataset,
    .cubes = g_ptr_array_new_with_free_func (free_cube),
    .by_signature = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .cube_of = g_new0 (guint32, MAX (n, 1)),
    .positions = g_new0 (guint64 *, n + 1),
  };

  if (!arrange (&self))
    {
      self.is_split = TRUE;
      g_ptr_array_set_size (self.cubes, 0);
      g_hash_table_remove_all (self.by_signature);
      arrange (&self);
    }
  place (&self);
  g_hash_table_unref (self.by_signature);
  *out_cubes = self.cube_of;
  *out_positions = self.positions;

  return self.cubes;
}
