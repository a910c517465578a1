/* On which scale the rows of a bullet list stand, and in which order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-bullet.h"

#include "tb-chart-units.h"

#include <math.h>

/* Rates that all lie in the uppermost part of a scale from zero look alike on it. */
#define DOT_SHARE 0.93

/* Free beyond the last mark, as a share of what the axis holds: there "meets" is seen. */
#define HEADROOM 0.08

/* Rates that differ more than so many times have scales of their own. */
#define LIKE_SIZE 5.0

static double
get_number (const TbBulletRow *row,
            int                which)
{
  const double numbers[] = { row->value, row->range_low, row->range_high, row->goal, row->goal_low,
                             row->goal_high, row->on_way, row->previous, row->baseline };

  return which < (int) G_N_ELEMENTS (numbers) ? numbers[which] : NAN;
}

#define N_NUMBERS 9

static void
widen (TbBulletGroup     *group,
       const TbBulletRow *row)
{
  for (int i = 0; i < N_NUMBERS; i++)
    {
      /* fmin() and fmax() leave NaN aside. */
      group->low = fmin (group->low, get_number (row, i));
      group->high = fmax (group->high, get_number (row, i));
    }
}

static gboolean
belongs (const TbBulletGroup *group,
         const TbBulletRow   *row)
{
  const TbUnit *unit = tb_series_get_info (row->choice.target.series)->unit;

  if (tb_bullet_is_growth (row))
    return group->unit == NULL;

  return group->unit != NULL && tb_units_share_axis (group->unit, unit);
}

static double
get_size (const TbBulletRow *row)
{
  double size = 0;

  for (int i = 0; i < N_NUMBERS; i++)
    size = fmax (size, fabs (get_number (row, i)));

  return size;
}

/* Amounts of one unit are set against each other by their lengths (N-6). Rates of
 * unlike size, 5 % and 95 %, are not: on one scale the small ones could not be read. */
static gboolean
are_of_like_size (const TbBulletGroup *group,
                  const TbBulletRow   *row)
{
  double size = get_size (row);

  switch (group->unit != NULL ? group->unit->kind : TB_UNIT_PERCENT)
    {
    case TB_UNIT_PERCENT:
    case TB_UNIT_RATIO:
    case TB_UNIT_PER:
    case TB_UNIT_INDEX:
    case TB_UNIT_RANK:
    case TB_UNIT_OTHER:
      return size <= group->largest * LIKE_SIZE && group->largest <= size * LIKE_SIZE;
    case TB_UNIT_COUNT:
    case TB_UNIT_MONEY:
    case TB_UNIT_MASS:
    case TB_UNIT_AREA:
    case TB_UNIT_LENGTH:
    case TB_UNIT_DURATION:
      break;
    }

  return TRUE;
}

/* Two groups of one unit have each its numbers at the axis. */
static void
mark_split_groups (TbBullet *self)
{
  for (gsize i = 0; i < self->n_groups; i++)
    for (gsize k = 0; k < self->n_groups; k++)
      {
        const TbUnit *unit = self->groups[i].unit;
        const TbUnit *other = self->groups[k].unit;

        if (i != k && (unit == other || (unit != NULL && other != NULL && tb_units_share_axis (unit, other))))
          self->groups[i].has_ticks = TRUE;
      }
}

/**
 * tb_bullet_group_rows:
 * @self: rows that were read
 *
 * Finds which rows share a scale (N-6).
 */
void
tb_bullet_group_rows (TbBullet *self)
{
  self->groups = g_new0 (TbBulletGroup, self->n_rows);
  for (gsize i = 0; i < self->n_rows; i++)
    {
      TbBulletRow *row = &self->rows[i];
      gsize k = 0;

      while (k < self->n_groups &&
             (self->own_scales || !belongs (&self->groups[k], row) || !are_of_like_size (&self->groups[k], row)))
        k++;
      if (k == self->n_groups)
        self->groups[self->n_groups++] = (TbBulletGroup) {
          .unit = tb_bullet_is_growth (row) ? NULL : tb_series_get_info (row->choice.target.series)->unit,
          .low = INFINITY, .high = -INFINITY, .largest = get_size (row),
        };
      row->group = k;
      widen (&self->groups[k], row);
    }
  mark_split_groups (self);
}

/* T-9: an index, a rank or a temperature has no length; rates that all lie close
 * together far from zero would show none. */
static gboolean
suits_dots (const TbBulletGroup *group)
{
  if (group->unit == NULL || !(group->high > group->low))
    return FALSE;
  switch (group->unit->kind)
    {
    case TB_UNIT_INDEX:
    case TB_UNIT_RANK:
      return TRUE;
    case TB_UNIT_PERCENT:
    case TB_UNIT_RATIO:
      return group->low > DOT_SHARE * group->high;
    case TB_UNIT_OTHER:
      return group->low > DOT_SHARE * group->high || group->low < 0;
    case TB_UNIT_COUNT:
    case TB_UNIT_MONEY:
    case TB_UNIT_MASS:
    case TB_UNIT_AREA:
    case TB_UNIT_LENGTH:
    case TB_UNIT_DURATION:
    case TB_UNIT_PER:
      break;
    }

  return FALSE;
}

/**
 * tb_bullet_scale_rows:
 * @self: rows in groups
 * @language: the figure's
 *
 * Chooses the scale of each row's numbers, which is told with its unit; that of lengths
 * is its group's.
 */
void
tb_bullet_scale_rows (TbBullet  *self,
                      TbLanguage language)
{
  for (gsize i = 0; i < self->n_groups; i++)
    {
      TbBulletGroup *group = &self->groups[i];

      group->is_dot = suits_dots (group);
      group->has_ticks = group->has_ticks || group->is_dot;
    }
  for (gsize i = 0; i < self->n_rows; i++)
    {
      TbBulletRow *row = &self->rows[i];
      const TbUnit *unit = self->groups[row->group].unit;

      row->scale = unit != NULL && tb_unit_takes_scale (unit) ? tb_number_scale_choose (get_size (row), language)
                                                              : tb_number_scale_for_power (0, language);
    }
}

/**
 * tb_bullet_get_extent:
 * @self: rows
 * @group: which scale
 * @n_rows: of the first so many rows
 * @out_low: (out): what its axis begins with
 * @out_high: (out): what it ends with
 *
 * From zero for lengths; with room beyond the last mark, so that its side is seen and
 * a target outside of the figures is on the axis (T-9).
 */
void
tb_bullet_get_extent (const TbBullet *self,
                      gsize           group,
                      gsize           n_rows,
                      double         *out_low,
                      double         *out_high)
{
  TbBulletGroup extent = { .low = INFINITY, .high = -INFINITY };
  gboolean is_dot = self->groups[group].is_dot;
  double room;

  for (gsize i = 0; i < n_rows; i++)
    if (self->rows[i].group == group)
      widen (&extent, &self->rows[i]);
  if (!is_dot)
    {
      extent.low = fmin (extent.low, 0);
      extent.high = fmax (extent.high, 0);
    }
  if (!(extent.high > extent.low))
    {
      extent.low -= is_dot ? 1 : 0;
      extent.high = extent.low + 1;
    }
  room = (extent.high - extent.low) * HEADROOM * (is_dot ? 2 : 1);
  *out_low = extent.low - (is_dot || extent.low < 0 ? room : 0);
  *out_high = extent.high + room;
}

static double
get_behind (const TbBulletRow *row)
{
  const TbStanding *standing = &row->choice.standing;

  if (row->choice.refused || standing->gap.kind == TB_VERDICT_INVALID || isnan (standing->gap.value))
    return NAN;
  if (!isnan (row->goal_low) && !isnan (row->goal_high))
    return fabs (standing->gap.value);

  return !isnan (row->goal_high) ? standing->gap.value : -standing->gap.value;
}

static double
get_completion (const TbBulletRow *row)
{
  const TbReading *completion = &row->choice.standing.completion;

  return row->choice.refused || completion->kind == TB_VERDICT_INVALID ? NAN : completion->value;
}

/* Smaller first, what has none last. */
static int
compare_numbers (double a,
                 double b)
{
  if (isnan (a) || isnan (b))
    return (isnan (a) != 0) - (isnan (b) != 0);

  return (a > b) - (a < b);
}

typedef struct
{
  TbChartOrder order;
} Sorting;

/* Gaps and sizes are set against each other among rows of one unit alone (C6). */
static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const TbBulletRow *one = a;
  const TbBulletRow *other = b;
  int order = 0;

  switch (((const Sorting *) data)->order)
    {
    case TB_CHART_ORDER_USUAL:
      /* What is measured comes before what is not. */
      order = (isnan (one->value) && isnan (one->range_low)) - (isnan (other->value) && isnan (other->range_low));
      break;
    case TB_CHART_ORDER_GAP:
      order = one->group != other->group ? (one->group > other->group) - (one->group < other->group)
                                         : compare_numbers (-get_behind (one), -get_behind (other));
      break;
    case TB_CHART_ORDER_SIZE:
      order = one->group != other->group ? (one->group > other->group) - (one->group < other->group)
                                         : compare_numbers (-one->value, -other->value);
      break;
    case TB_CHART_ORDER_COMPLETION:
      order = compare_numbers (get_completion (one), get_completion (other));
      break;
    case TB_CHART_ORDER_DECLARED:
    case TB_CHART_ORDER_CHANGE:
      break;
    }

  return order != 0 ? order : (one->index > other->index) - (one->index < other->index);
}

/**
 * tb_bullet_sort_rows:
 * @self: rows in groups
 * @order: their order
 *
 * Sorts the rows, stable: gaps and sizes within one unit, completions where there are any.
 */
void
tb_bullet_sort_rows (TbBullet    *self,
                     TbChartOrder order)
{
  Sorting sorting = { order };

  g_sort_array (self->rows, self->n_rows, sizeof *self->rows, compare_rows, &sorting);
}
