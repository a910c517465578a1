/* Where the definition of a series changes (R8).
 *
 * The rows are few and listed once when a series is made, so that a comparison
 * costs the same however long its series is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-series-columns.h"

static const TbObservationExtra *
get_extra (const TbSeries *self,
           gsize           i)
{
  guint32 extra = self->columns.extra[i];

  return extra == 0 ? NULL : &g_array_index (self->extras, TbObservationExtra, extra - 1);
}

static gboolean
declares_definition (const TbSeries *self,
                     gsize           i)
{
  const TbObservationExtra *extra = get_extra (self, i);

  return extra != NULL && !tb_text_is_empty (&extra->definition);
}

static int
compare_breaks (gconstpointer a,
                gconstpointer b)
{
  const TbSeriesBreak *one = a;
  const TbSeriesBreak *other = b;

  if (one->day != other->day)
    return one->day < other->day ? -1 : 1;

  return (one->row > other->row) - (one->row < other->row);
}

void
tb_series_index_breaks (TbSeries *self)
{
  for (gsize i = 0; i < self->n; i++)
    {
      TbSeriesBreak found;

      if ((self->columns.status[i] | self->columns.extra[i]) == 0)
        continue;

      /* An undated row is before and after nothing. */
      found = (TbSeriesBreak) { self->columns.end[i], (guint32) i };
      if (found.day > 0 && ((self->columns.status[i] & TB_STATUS_BREAK) != 0 || declares_definition (self, i)))
        g_array_append_val (self->breaks, found);
    }
  g_array_sort (self->breaks, compare_breaks);
}

/* How many breaks are at or before @day. */
static guint
count_upto (const TbSeries *self,
            TbDay           day)
{
  guint low = 0, high = self->breaks->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->breaks, TbSeriesBreak, middle).day <= day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * tb_series_has_breaks:
 * @self: a series
 *
 * Returns: whether its definition ever changes
 */
gboolean
tb_series_has_breaks (const TbSeries *self)
{
  return self->breaks->len > 0;
}

/**
 * tb_series_has_break_between:
 * @self: a series
 * @after: the day that the earlier figure ends with
 * @upto: the day that the later figure ends with
 *
 * Tells whether the definition changes after the one figure, and at or before
 * the other (R8): by status B or by a declared break. A break at the earlier
 * figure is none: it is the first of the new definition.
 *
 * Thread: any. Cost: O(log n) of the breaks, no allocation.
 *
 * Returns: whether it does
 */
gboolean
tb_series_has_break_between (const TbSeries *self,
                             TbDay           after,
                             TbDay           upto)
{
  return self->breaks->len > 0 && count_upto (self, after) < count_upto (self, upto);
}

/**
 * tb_series_find_break:
 * @self: a series
 * @after: the day that the earlier figure ends with
 * @upto: the day that the later figure ends with
 *
 * Thread: any. Cost: O(breaks between the two), no allocation.
 *
 * Returns: the row of the latest break between the two that declares its
 *   definition, else of the latest one; −1 where there is none
 */
gssize
tb_series_find_break (const TbSeries *self,
                      TbDay           after,
                      TbDay           upto)
{
  guint first = count_upto (self, after);
  guint end = count_upto (self, upto);

  for (guint i = end; i > first; i--)
    {
      guint32 row = g_array_index (self->breaks, TbSeriesBreak, i - 1).row;

      if (declares_definition (self, row))
        return row;
    }

  return end > first ? (gssize) g_array_index (self->breaks, TbSeriesBreak, end - 1).row : -1;
}
