/* The figures of a cube: each goes to its series at once.
 *
 * A series is found by its codes: that of the figure before, the one that came
 * after that one the last time, or else by a table with open addressing (linear
 * probing, at most half full: Knuth, The Art of Computer Programming 3, 6.4,
 * algorithm L).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cube-private.h"

#include "tb-limits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MIN_SLOTS 64

/* Rows for which a series has room before it is known how many it has. */
#define MIN_ROWS 4

static TbCubeSeries *
get_series (const TbCube *self,
            guint32       i)
{
  return &g_array_index (self->series, TbCubeSeries, i);
}

void
tb_cube_clear_series (TbCube *self)
{
  for (guint i = 0; i < self->series->len; i++)
    g_clear_pointer (&get_series (self, i)->builder, tb_series_builder_free);
}

guint32
tb_cube_get_series_code (const TbCube *self,
                         guint32       series,
                         guint32       dimension)
{
  const guint32 *asides = (const guint32 *) (gpointer) self->asides->data + (gsize) series * self->n_asides;

  for (guint32 i = 0; i < self->n_keys; i++)
    {
      if (self->key_dimensions[i] == dimension)
        return tb_cube_get_key (self, series)[i];
    }
  for (guint32 i = 0; i < self->n_asides; i++)
    {
      if (self->aside_dimensions[i] == dimension)
        return asides[i];
    }

  return TB_CUBE_NO_CODE;
}

static inline gboolean
is_series (const TbCube  *self,
           guint32        series,
           const guint32 *codes)
{
  const guint32 *key = tb_cube_get_key (self, series);

  for (guint32 i = 0; i < self->n_keys; i++)
    {
      if (key[i] != codes[self->key_dimensions[i]])
        return FALSE;
    }

  return TRUE;
}

/* FNV-1a over the codes, with its bits mixed at the end. */
static guint32
hash_codes (const TbCube  *self,
            const guint32 *codes)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (guint32 i = 0; i < self->n_keys; i++)
    hash = (hash ^ codes[self->key_dimensions[i]]) * G_GUINT64_CONSTANT (1099511628211);

  return (guint32) (hash ^ hash >> 32);
}

/* The hash of a series that is there, from its key. */
static guint32
hash_series (const TbCube *self,
             guint32       series)
{
  const guint32 *key = tb_cube_get_key (self, series);
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (guint32 i = 0; i < self->n_keys; i++)
    hash = (hash ^ key[i]) * G_GUINT64_CONSTANT (1099511628211);

  return (guint32) (hash ^ hash >> 32);
}

static void
grow_slots (TbCube *self)
{
  g_free (self->slots);
  self->n_slots = self->n_slots == 0 ? MIN_SLOTS : self->n_slots * 2;
  self->slots = g_new0 (guint32, self->n_slots);
  for (guint32 s = 0; s < self->series->len; s++)
    {
      guint32 i = hash_series (self, s) & (self->n_slots - 1);

      while (self->slots[i] != 0)
        i = (i + 1) & (self->n_slots - 1);
      self->slots[i] = s + 1;
    }
}

/* How many rows the series before has is a good guess for the next one. */
static gsize
expect_rows (const TbCube *self)
{
  gsize n_last = self->last_series != TB_CUBE_NONE
                   ? tb_series_builder_get_n (get_series (self, self->last_series)->builder)
                   : 0;

  return MAX (MAX (self->n_rows_guess, n_last), MIN_ROWS);
}

static guint32
add_series (TbCube        *self,
            const guint32 *codes)
{
  TbCubeSeries series = { .follower = TB_CUBE_NONE };

  if (self->series->len >= self->limits.n_series)
    {
      tb_cube_fail (self, _("there are more series than can be kept; expected at most %u"), self->limits.n_series);
      return TB_CUBE_NONE;
    }

  series.builder = tb_series_builder_new (self->catalog, NULL, expect_rows (self));
  g_array_append_val (self->series, series);
  for (guint32 i = 0; i < self->n_keys; i++)
    {
      TbCubeDimension *dimension = tb_cube_get_dimension (self, self->key_dimensions[i]);
      guint32 code = codes[self->key_dimensions[i]];

      g_assert (code == TB_CUBE_NO_CODE || code < dimension->codes->len);
      g_array_append_val (self->keys, code);
      dimension->lacks_codes = dimension->lacks_codes || code == TB_CUBE_NO_CODE;
    }
  for (guint32 i = 0; i < self->n_asides; i++)
    g_array_append_val (self->asides, codes[self->aside_dimensions[i]]);

  return self->series->len - 1;
}

static guint32
look_up (TbCube        *self,
         const guint32 *codes)
{
  guint32 i;

  if (self->series->len * 2 >= self->n_slots)
    grow_slots (self);

  i = hash_codes (self, codes) & (self->n_slots - 1);
  while (self->slots[i] != 0)
    {
      if (is_series (self, self->slots[i] - 1, codes))
        return self->slots[i] - 1;
      i = (i + 1) & (self->n_slots - 1);
    }

  if (add_series (self, codes) == TB_CUBE_NONE)
    return TB_CUBE_NONE;
  self->slots[i] = self->series->len;
  return self->series->len - 1;
}

static inline guint32
find_series (TbCube        *self,
             const guint32 *codes)
{
  guint32 last = self->last_series;
  guint32 found;

  if (last == TB_CUBE_NONE)
    return self->last_series = look_up (self, codes);
  if (is_series (self, last, codes))
    return last;

  found = get_series (self, last)->follower;
  if (found == TB_CUBE_NONE || !is_series (self, found, codes))
    {
      found = look_up (self, codes);
      if (found == TB_CUBE_NONE)
        return found;
      get_series (self, last)->follower = found;
    }

  return self->last_series = found;
}

/* Every code as the one that it is. */
static const guint32 *
resolve (TbCube        *self,
         const guint32 *codes)
{
  for (guint i = 0; i < self->dimensions->len; i++)
    {
      const TbCubeDimension *dimension = tb_cube_get_dimension (self, i);

      self->resolved[i] = codes[i] == TB_CUBE_NO_CODE || codes[i] >= dimension->keys->len
                            ? TB_CUBE_NO_CODE
                            : g_array_index (dimension->keys, TbCubeKey, codes[i]).canonical;
    }

  return self->resolved;
}

/* The same words again and again are one text. */
static TbText
get_note (TbCube     *self,
          const char *note)
{
  TbText text;

  if (note == NULL || *note == '\0')
    return (TbText) { 0 };

  text.n_entries = 1;
  text.entries = g_hash_table_lookup (self->notes, note);
  if (text.entries == NULL)
    {
      text = tb_cube_text (self, note);
      g_hash_table_insert (self->notes, (gpointer) note, (gpointer) text.entries);
    }

  return text;
}

/* A figure with something beside it, or a target. */
static gboolean
add_full (TbCube           *self,
          TbSeriesBuilder  *builder,
          const TbPeriod   *period,
          const TbCubeCell *cell)
{
  TbObservationExtra extra;
  TbObservation observation = {
    .period = *period,
    .has_value = cell->has_value,
    .value = cell->value,
    .multiplier = cell->multiplier,
    .kind = cell->kind,
    .status = cell->status,
    .basis = TB_BASIS_AS_OF,
  };

  /* Equal extras are told by their bytes, those between the members too. */
  memset (&extra, 0, sizeof extra);
  extra.digits = cell->has_value ? tb_pool_intern (self->pool, cell->digits) : NULL;
  extra.period_text = period->text;
  extra.note = get_note (self, cell->note);
  if (extra.digits != NULL || extra.period_text != NULL || extra.note.n_entries > 0)
    observation.extra = &extra;

  return tb_series_builder_add (builder, &observation);
}

static inline gboolean
is_plain (const TbPeriod   *period,
          const TbCubeCell *cell)
{
  return period->text == NULL && cell->note == NULL && cell->digits == NULL && cell->kind == TB_KIND_ACTUAL;
}

static const TbPeriod *
get_period (TbCube        *self,
            const guint32 *codes)
{
  static const TbPeriod undated = TB_PERIOD_UNDATED;
  guint32 code = self->period_dimension == TB_CUBE_NONE ? TB_CUBE_NO_CODE : codes[self->period_dimension];

  if (code == TB_CUBE_NO_CODE)
    return &undated;
  if (code >= self->periods->len)
    tb_cube_parse_periods (self);
  g_assert (code < self->periods->len);

  return &g_array_index (self->periods, TbPeriod, code);
}

/**
 * tb_cube_add:
 * @self: a cube that has begun
 * @codes: a code of each dimension, or %TB_CUBE_NO_CODE
 * @cell: the figure
 *
 * Adds a figure to its series. Nothing is allocated for a figure that has no note,
 * and no more digits than a number holds.
 *
 * Missing: a cell without a value is kept as a row without one.
 * Cost: about 200 instructions where figures come in the order of the last ones.
 *
 * Returns: %FALSE where a limit is passed, which was reported, or cancelled
 */
gboolean
tb_cube_add (TbCube           *self,
             const guint32    *codes,
             const TbCubeCell *cell)
{
  const TbPeriod *period;
  TbSeriesBuilder *builder;
  guint32 series;
  gboolean done;

  if (self->has_failed || (self->n_figures++ % TB_READER_STRIDE == 0 && !tb_cube_step (self)))
    return FALSE;

  if (self->has_aliases)
    codes = resolve (self, codes);
  series = find_series (self, codes);
  if (series == TB_CUBE_NONE)
    return FALSE;

  period = get_period (self, codes);
  builder = get_series (self, series)->builder;
  self->n_numbers += cell->has_value ? 1 : 0;
  if (cell->is_text && self->n_texts++ == 0)
    self->first_text = cell->note;
  if (is_plain (period, cell))
    done = tb_series_builder_add_plain (builder, period, cell->has_value, cell->value, cell->multiplier, cell->status);
  else
    done = add_full (self, builder, period, cell);
  if (!done)
    tb_cube_fail (self, _("a series has more figures, or more multipliers, than can be kept; expected at most %u "
                          "multipliers"), TB_LIMIT_MULTIPLIERS);

  return done;
}
