/* Which of a million rows a picture can show.
 *
 * The first, last, lowest and highest figure of each column of a picture paint the
 * same pixels as all of them do: the M4 aggregation of Jugel et al., "M4: A
 * Visualization-Oriented Time Series Data Aggregation" (VLDB 2014).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-series-thin.h"

#include "tb-series-columns.h"

#include <math.h>

/* What two rows of one stretch have in common: all but flags of other rows. */
#define ALIKE_MASK (15u << TB_CODE_PERIOD_SHIFT | 3u << TB_CODE_KIND_SHIFT | 7u << TB_CODE_QUALIFIER_SHIFT \
                    | 3u << TB_CODE_BASIS_SHIFT | TB_CODE_CALENDAR)
/* An actual, exact number that nothing contradicts. */
#define PLAIN_MASK (3u << TB_CODE_KIND_SHIFT | 7u << TB_CODE_QUALIFIER_SHIFT | TB_CODE_HAS_VALUE | TB_CODE_CONFLICTS)

G_STATIC_ASSERT (TB_KIND_ACTUAL == 0 && TB_QUALIFIER_EXACT == 0);

/* Up to here powers of ten are doubles without rounding, and so one division or
 * product of such a number of 53 bits rounds once: order is kept. */
#define EXACT_POWER 22
#define EXACT_MANTISSA (G_GINT64_CONSTANT (1) << 53)

static const double powers[EXACT_POWER + 1] = {
  1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
  1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
};

typedef struct
{
  const TbSeriesColumns *columns;
  const guint32         *rows;
  guint                  n_columns;
  TbDay                  first_day;   /* of the picture */
  gint64                 n_days;
  gboolean               days_join;
  guint8                 seen[(G_MAXUINT16 + 1) / 8];  /* sources that are among the kept rows */

  guint32               *kept;
  guint32               *left_out;
  gsize                  n_kept;
  gsize                  next;        /* position behind the last kept row */

  /* The column that is being filled, positions in @rows; no row: @last < @first. */
  gssize                 first, last, low, high;
  double                 low_value, high_value;
  TbDay                  next_column; /* ends from this day on belong to a later column */
} Thinning;

static void
keep (Thinning *self,
      gsize     position)
{
  self->kept[self->n_kept] = self->rows[position];
  self->left_out[self->n_kept] = (guint32) (position - self->next);
  self->n_kept++;
  self->next = position + 1;
}

/* Keeps what shows of the column. */
static void
close_column (Thinning *self)
{
  gssize chosen[4] = { self->first, MIN (self->low, self->high), MAX (self->low, self->high), self->last };

  for (int i = 0; i < 4 && self->last >= self->first; i++)
    if (i == 0 || chosen[i] != chosen[i - 1])
      keep (self, (gsize) chosen[i]);
  self->first = 0;
  self->last = -1;
}

static void
open_column (Thinning *self,
             gsize     position,
             double    value,
             TbDay     end)
{
  gint64 column = (end - self->first_day) * (gint64) self->n_columns / self->n_days;

  self->first = self->last = self->low = self->high = (gssize) position;
  self->low_value = self->high_value = value;
  /* The least day d with (d − first) × columns ⁄ days ≥ column + 1. */
  self->next_column = self->first_day +
                      (TbDay) (((column + 1) * self->n_days + self->n_columns - 1) / (gint64) self->n_columns);
}

/* A number without anything beside it, in @out_value without its multiplier. */
static gboolean
is_plain (const Thinning *self,
          guint32         row,
          double         *out_value)
{
  const TbSeriesColumns *columns = self->columns;
  guint codes = columns->codes[row];
  guint kind = codes >> TB_CODE_PERIOD_SHIFT & 15;
  guint source = columns->source[row];
  gint64 mantissa = columns->mantissa[row];
  int exponent = columns->exponent[row];

  if ((codes & PLAIN_MASK) != TB_CODE_HAS_VALUE || columns->extra[row] != 0 || columns->status[row] != 0)
    return FALSE;
  if (kind == TB_PERIOD_NONE || kind == TB_PERIOD_TEXT || (self->seen[source / 8] & 1u << source % 8) == 0)
    return FALSE;
  if (mantissa >= EXACT_MANTISSA || mantissa <= -EXACT_MANTISSA || exponent < -EXACT_POWER || exponent > EXACT_POWER)
    return FALSE;
  *out_value = exponent < 0 ? (double) mantissa / powers[-exponent] : (double) mantissa * powers[exponent];

  return TRUE;
}

/* Whether a row goes on from the one before at once. */
static gboolean
goes_on (const Thinning *self,
         guint32         before,
         guint32         row)
{
  const TbSeriesColumns *columns = self->columns;
  guint kind = columns->codes[row] >> TB_CODE_PERIOD_SHIFT & 15;

  if (((columns->codes[before] ^ columns->codes[row]) & ALIKE_MASK) != 0 ||
      columns->multiplier[before] != columns->multiplier[row])
    return FALSE;
  if (columns->start[row] == columns->end[before] + 1)
    return TRUE;

  return self->days_join && kind == TB_PERIOD_D && columns->start[row] > columns->end[before];
}

static void
take (Thinning *self,
      gsize     position)
{
  guint32 row = self->rows[position];
  TbDay end = self->columns->end[row];
  guint source = self->columns->source[row];
  gboolean is_open = self->last >= self->first;
  double value;

  if (!is_plain (self, row, &value))
    {
      close_column (self);
      keep (self, position);
      self->seen[source / 8] |= (guint8) (1u << source % 8);
      return;
    }
  if (!is_open || end >= self->next_column || !goes_on (self, self->rows[position - 1], row))
    {
      close_column (self);
      open_column (self, position, value, end);
      return;
    }
  self->last = (gssize) position;
  if (value < self->low_value)
    {
      self->low = (gssize) position;
      self->low_value = value;
    }
  if (value > self->high_value)
    {
      self->high = (gssize) position;
      self->high_value = value;
    }
}

/**
 * tb_series_thin:
 * @self: a series
 * @rows: (array length=n_rows): rows of it in order of period
 * @n_rows: how many, at least 1
 * @n_columns: of the picture, at least 1
 * @days_join: whether days that are not next to each other are joined too
 * @out_rows: (array) (out caller-allocates): the kept rows; room for @n_rows
 * @out_n_left_out: (array) (out caller-allocates): how many rows were left out right
 *   before each; room for @n_rows
 *
 * Of stretches in which period follows period and each is an actual, exact number
 * with nothing beside it, keeps the first, last, lowest and highest row of each
 * column (M4); all other rows are kept, and so is the first row of each source.
 *
 * Missing: a row without a number is kept, and so are its neighbours.
 * Thread: any. Cost: O(n).
 *
 * Returns: how many rows are kept
 */
gsize
tb_series_thin (const TbSeries *self,
                const guint32  *rows,
                gsize           n_rows,
                guint           n_columns,
                gboolean        days_join,
                guint32        *out_rows,
                guint32        *out_n_left_out)
{
  Thinning thinning = { .columns = &self->columns, .rows = rows, .n_columns = n_columns, .days_join = days_join,
                        .kept = out_rows, .left_out = out_n_left_out, .last = -1 };

  g_return_val_if_fail (n_rows > 0 && n_columns > 0, 0);

  thinning.first_day = G_MAXINT32;
  for (gsize i = 0; i < n_rows && thinning.first_day == G_MAXINT32; i++)
    if (tb_period_is_dated (tb_series_get_period (self, rows[i])))
      thinning.first_day = self->columns.start[rows[i]];
  thinning.n_days = MAX ((gint64) self->columns.end[rows[n_rows - 1]] - thinning.first_day + 1, 1);

  for (gsize i = 0; i < n_rows; i++)
    take (&thinning, i);
  close_column (&thinning);

  return thinning.n_kept;
}
