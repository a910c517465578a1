/* How the rows of a series stand to each other.
 *
 * Rows of the same period, kind, basis and vintage confirm each other where
 * they say the same, and conflict where they do not (format.md). Of rows that
 * differ in vintage only, the latest replaces the others.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-limits.h"
#include "tb-series-columns.h"

#define KEY_MASK (3u << TB_CODE_KIND_SHIFT | 3u << TB_CODE_BASIS_SHIFT)
#define SAYING_MASK (7u << TB_CODE_QUALIFIER_SHIFT | TB_CODE_HAS_VALUE)

static const TbObservationExtra nothing;

static const TbObservationExtra *
get_extra (const TbSeries *self,
           gsize           i)
{
  guint32 extra = self->columns.extra[i];

  return extra == 0 ? &nothing : &g_array_index (self->extras, TbObservationExtra, extra - 1);
}

static gboolean
same_figure (const TbSeries *self,
             gsize           a,
             gsize           b)
{
  const TbObservationExtra *extra_a = get_extra (self, a);
  const TbObservationExtra *extra_b = get_extra (self, b);
  TbObservation one, other;

  tb_series_get (self, a, &one);
  tb_series_get (self, b, &other);
  if (extra_a->digits != NULL || extra_b->digits != NULL)
    return g_strcmp0 (extra_a->digits, extra_b->digits) == 0
           && tb_decimal_compare (one.multiplier, other.multiplier) == 0;

  TbDecimal full_a, full_b;
  if (tb_decimal_product (one.value, one.multiplier, &full_a)
      && tb_decimal_product (other.value, other.multiplier, &full_b))
    return tb_decimal_compare (full_a, full_b) == 0;

  return !(one.figure < other.figure) && !(one.figure > other.figure);
}

static gboolean
same_change (const TbPublishedChange *a,
             const TbPublishedChange *b)
{
  if (a->given != b->given)
    return FALSE;

  return !a->given || (a->kind == b->kind && tb_decimal_compare (a->value, b->value) == 0);
}

/* Whether two rows of one key say the same. */
static gboolean
says_same (const TbSeries *self,
           gsize           a,
           gsize           b)
{
  const TbObservationExtra *extra_a = get_extra (self, a);
  const TbObservationExtra *extra_b = get_extra (self, b);
  guint codes_a = self->columns.codes[a] & SAYING_MASK;

  if (codes_a != (self->columns.codes[b] & SAYING_MASK))
    return FALSE;
  if ((codes_a & TB_CODE_HAS_VALUE) != 0)
    return same_figure (self, a, b);
  if (extra_a->has_low != extra_b->has_low || extra_a->has_high != extra_b->has_high)
    return FALSE;
  if (extra_a->has_low && tb_decimal_compare (extra_a->low, extra_b->low) != 0)
    return FALSE;
  if (extra_a->has_high && tb_decimal_compare (extra_a->high, extra_b->high) != 0)
    return FALSE;

  return same_change (&extra_a->change, &extra_b->change)
         && tb_text_equal (&extra_a->target.text, &extra_b->target.text);
}

/* What a row says: a number, a change or words alone, or nothing. */
typedef enum
{
  SAYS_NOTHING,
  SAYS_OTHER,
  SAYS_NUMBER,
} Content;

static Content
get_content (const TbSeries *self,
             gsize           i)
{
  const TbObservationExtra *extra = get_extra (self, i);

  if ((self->columns.codes[i] & TB_CODE_HAS_VALUE) != 0 || extra->has_low || extra->has_high)
    return SAYS_NUMBER;

  return extra->change.given || !tb_text_is_empty (&extra->target.text) ? SAYS_OTHER : SAYS_NOTHING;
}

/* A missing figure contradicts nothing, a change alone no number. */
static gboolean
contradicts (const TbSeries *self,
             gsize           a,
             gsize           b)
{
  Content content = get_content (self, a);

  return content != SAYS_NOTHING && content == get_content (self, b) && !says_same (self, a, b);
}

static gboolean
same_key (const TbSeries *self,
          gsize           a,
          gsize           b)
{
  return (self->columns.codes[a] & KEY_MASK) == (self->columns.codes[b] & KEY_MASK);
}

static gboolean
same_vintage (const TbSeries *self,
              gsize           a,
              gsize           b)
{
  return get_extra (self, a)->vintage == get_extra (self, b)->vintage;
}

/**
 * tb_series_relate:
 * @self: a series
 * @a: a row
 * @b: another row
 *
 * Tells whether two rows speak of the same, and then whether they say the same:
 * qualifier, value × multiplier, range, change and words. Undated rows may be
 * of different times.
 *
 * Missing: a row without a number does not contradict one that has one.
 * Thread: any. No allocation.
 *
 * Returns: the relation; it does not depend on the order of the two
 */
TbRowRelation
tb_series_relate (const TbSeries *self,
                  gsize           a,
                  gsize           b)
{
  g_return_val_if_fail (a < self->n && b < self->n, TB_ROWS_UNRELATED);

  if (!same_key (self, a, b) || !same_vintage (self, a, b) || tb_series_compare_periods (self, a, b) != 0
      || !tb_period_is_dated (tb_series_get_period (self, a)))
    return TB_ROWS_UNRELATED;
  if (says_same (self, a, b))
    return TB_ROWS_AGREE;

  return contradicts (self, a, b) ? TB_ROWS_CONFLICT : TB_ROWS_UNRELATED;
}

/* Relates a row to an earlier one of the same period. */
static void
relate (TbSeries *self,
        gsize     earlier,
        gsize     later)
{
  guint16 *codes = self->columns.codes;
  TbDay vintage_earlier = get_extra (self, earlier)->vintage;
  TbDay vintage_later = get_extra (self, later)->vintage;

  if (!same_key (self, earlier, later))
    return;
  if (vintage_earlier != vintage_later)
    codes[vintage_earlier < vintage_later ? earlier : later] |= TB_CODE_SUPERSEDED;
  else if ((codes[earlier] & TB_CODE_CONFIRMS) != 0)
    return;
  else if (says_same (self, earlier, later))
    codes[later] |= TB_CODE_CONFIRMS;
  else if ((codes[later] & TB_CODE_CONFIRMS) == 0 && contradicts (self, earlier, later))
    {
      codes[earlier] |= TB_CODE_CONFLICTS;
      codes[later] |= TB_CODE_CONFLICTS;
    }
}

/* A row that confirms one of several conflicting rows confirms: it must be
 * found before it is taken for a conflict with another. */
static void
relate_group (TbSeries      *self,
              const guint32 *rows,
              gsize          n)
{
  for (gsize later = 1; later < n; later++)
    {
      for (gsize earlier = 0; earlier < later; earlier++)
        {
          if (same_key (self, rows[earlier], rows[later]) && same_vintage (self, rows[earlier], rows[later])
              && (self->columns.codes[rows[earlier]] & TB_CODE_CONFIRMS) == 0
              && says_same (self, rows[earlier], rows[later]))
            {
              self->columns.codes[rows[later]] |= TB_CODE_CONFIRMS;
              break;
            }
        }
      for (gsize earlier = 0; earlier < later; earlier++)
        relate (self, rows[earlier], rows[later]);
    }
}

static void
mark_all_conflicting (TbSeries      *self,
                      const guint32 *rows,
                      gsize          n)
{
  for (gsize i = 0; i < n; i++)
    self->columns.codes[rows[i]] |= TB_CODE_CONFLICTS;
}

static void
relate_sorted (TbSeries      *self,
               const guint32 *rows)
{
  for (gsize first = 0; first < self->n;)
    {
      TbPeriod period = tb_series_get_period (self, rows[first]);
      gsize end = first + 1;

      while (end < self->n && tb_period_equal (tb_series_get_period (self, rows[end]), period))
        end++;

      /* Two undated figures may be of two times: nothing follows from them. */
      gsize n = tb_period_is_dated (period) ? end - first : 0;

      if (n > TB_LIMIT_ROWS_OF_A_PERIOD)
        mark_all_conflicting (self, rows + first, n);
      else if (n > 1)
        relate_group (self, rows + first, n);
      first = end;
    }
}

void
tb_series_relate_rows (TbSeries *self)
{
  g_autofree guint32 *rows = NULL;
  const TbDay *end = self->columns.end;

  self->is_sorted = self->is_strict = TRUE;
  for (gsize i = 1; i < self->n && self->is_sorted; i++)
    {
      int order;

      if (end[i - 1] > 0 && end[i - 1] < end[i])
        continue;
      order = tb_series_compare_periods (self, i - 1, i);
      self->is_sorted = order <= 0;
      self->is_strict = order < 0 && self->is_strict;
    }
  if (self->is_strict)
    return;

  rows = g_new (guint32, self->n);
  for (gsize i = 0; i < self->n; i++)
    rows[i] = (guint32) i;
  tb_series_sort_rows (self, rows, self->n);
  relate_sorted (self, rows);
}

/* Of rows of one period. */
static gsize
count_in_group (const TbSeries *self,
                const guint32  *rows,
                gsize           n)
{
  gsize n_repeated = 0;

  for (gsize later = 1; later < n; later++)
    {
      gsize first = later > TB_LIMIT_ROWS_OF_A_PERIOD ? later - 1 : 0;

      for (gsize earlier = first; earlier < later; earlier++)
        {
          if (same_key (self, rows[earlier], rows[later]) && same_vintage (self, rows[earlier], rows[later]))
            {
              n_repeated++;
              break;
            }
        }
    }

  return n_repeated;
}

/* As of files that have the newest figure first. */
static gboolean
is_strictly_backwards (const TbSeries *self)
{
  for (gsize i = 1; i < self->n; i++)
    {
      if (tb_series_compare_periods (self, i - 1, i) <= 0)
        return FALSE;
    }

  return TRUE;
}

/**
 * tb_series_count_repeated:
 * @self: a series
 *
 * Counts the rows of a period that an earlier row of the same kind, basis and vintage
 * is of already, whatever they say; of undated rows all but the first.
 *
 * Cost: O(1) where the rows are in order of time, O(n) where they are backwards, else O(n log n).
 * Thread: any.
 *
 * Returns: how many there are
 */
gsize
tb_series_count_repeated (const TbSeries *self)
{
  g_autofree guint32 *rows = NULL;
  gsize n_repeated = 0;

  if (self->is_strict || is_strictly_backwards (self))
    return 0;

  rows = g_new (guint32, self->n);
  for (gsize i = 0; i < self->n; i++)
    rows[i] = (guint32) i;
  tb_series_sort_rows (self, rows, self->n);
  for (gsize first = 0, end = 1; first < self->n; first = end, end++)
    {
      while (end < self->n && tb_series_compare_periods (self, rows[first], rows[end]) == 0)
        end++;
      n_repeated += count_in_group (self, rows + first, end - first);
    }

  return n_repeated;
}
