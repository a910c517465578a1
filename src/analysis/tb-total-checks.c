/* Whether rows that look like the parts of one whole are that, and may be added up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-known.h"
#include "tb-overlap.h"
#include "tb-parts.h"
#include "tb-side.h"
#include "tb-total-private.h"

#include <math.h>

/* More breakdowns than these are not told from a sum that is simply larger. */
#define MOST_TIMES 9

gboolean
tb_total_has_same_coverage (const TbSeriesInfo *a,
                            const TbSeriesInfo *b)
{
  return a->since == b->since && a->since_day == b->since_day && a->sa == b->sa && a->year_start == b->year_start
         && g_strcmp0 (a->price_basis, b->price_basis) == 0
         && tb_text_equal (tb_series_get_scope (a), tb_series_get_scope (b));
}

static TbSeries *
get_part (const TbTotal *self,
          guint          i)
{
  return g_ptr_array_index (self->parts, i);
}

TbTotalRefusal
tb_total_find_reason (const TbSeriesInfo *info)
{
  if (info->measure == TB_MEASURE_UNSTATED)
    return TB_TOTAL_UNSTATED;

  return info->indicator->additive == TB_NO ? TB_TOTAL_SAID : TB_TOTAL_NOT_ADDITIVE;
}

void
tb_total_refuse (GArray *const        *refused,
                 TbTotalRefusal        why,
                 const TbTotalRefused *what)
{
  GArray *list = refused[why];
  const TbIndicator *indicator = tb_series_get_info (what->series)->indicator;

  for (guint i = 0; i < list->len; i++)
    if (tb_series_get_info (g_array_index (list, TbTotalRefused, i).series)->indicator == indicator)
      return;
  g_array_append_val (list, *what);
}

/* The categories of the parts, in their order. */
static GPtrArray *
list_categories (const TbTotal *self)
{
  GPtrArray *categories = g_ptr_array_sized_new (self->parts->len);

  for (guint i = 0; i < self->parts->len; i++)
    g_ptr_array_add (categories, (gpointer) tb_total_get_category (self, tb_series_get_info (get_part (self, i))));

  return categories;
}

static gboolean
has_category (const GPtrArray   *categories,
              guint              n,
              const TbBreakdown *category)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (((const TbBreakdown *) g_ptr_array_index (categories, i))->value, category->value))
      return TRUE;

  return FALSE;
}

void
tb_total_settle (TbTotal *self)
{
  g_autoptr (GPtrArray) categories = NULL;
  g_autoptr (TbOverlap) overlap = NULL;
  guint n = self->parts->len;

  if (self->sort == TB_TOTAL_BY_BREAKDOWN && n > 1 && n < self->n_expected)
    {
      categories = list_categories (self);
      for (guint i = 0; i < self->listed->len; i++)
        if (!has_category (categories, n, g_ptr_array_index (self->listed, i)))
          g_ptr_array_add (categories, g_ptr_array_index (self->listed, i));
      overlap = tb_overlap_new ((const TbBreakdown *const *) categories->pdata, categories->len);
      for (guint i = n; i < categories->len; i++)
        self->n_expected -= tb_overlap_is_held (overlap, i, n) ? 1 : 0;
    }
  self->n_expected = MAX (self->n_expected, n);
}

/* Each alone, and beside the first one. */
static gboolean
are_alike (const TbTotal  *self,
           TbTotalRefusal *out_why,
           TbTotalRefused *out_refused)
{
  const TbSeriesInfo *first = tb_series_get_info (get_part (self, 0));

  for (guint i = 0; i < self->parts->len; i++)
    {
      const TbSeriesInfo *info = tb_series_get_info (get_part (self, i));

      if (!tb_parts_is_additive (info))
        *out_why = tb_total_find_reason (info);
      else if (info->unit != first->unit)
        *out_why = TB_TOTAL_MIXED_UNITS;
      else if (!tb_total_has_same_coverage (info, first))
        *out_why = TB_TOTAL_MIXED_COVERAGE;
      else
        continue;
      out_refused->series = get_part (self, i);
      return FALSE;
    }

  return TRUE;
}

/* Whether no part is counted in another one too. */
static gboolean
are_apart (const TbTotal  *self,
           TbTotalRefusal *out_why,
           TbTotalRefused *out_refused)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (TbOverlap) overlap = NULL;
  const TbBreakdown *const *categories;
  gsize a, b;
  gssize sum;

  if (self->sort != TB_TOTAL_BY_BREAKDOWN)
    return TRUE;
  list = list_categories (self);
  categories = (const TbBreakdown *const *) list->pdata;
  overlap = tb_overlap_new (categories, list->len);
  out_refused->series = get_part (self, 0);
  if (tb_overlap_find (overlap, &a, &b))
    {
      *out_why = TB_TOTAL_OVERLAP;
      out_refused->categories[0] = categories[a];
      out_refused->categories[1] = categories[b];
      return FALSE;
    }
  sum = tb_overlap_find_sum ((TbSeries *const *) self->parts->pdata, categories, list->len, self->known);
  if (sum < 0)
    return TRUE;
  *out_why = TB_TOTAL_CONTAINS;
  out_refused->categories[0] = categories[sum];

  return FALSE;
}

/* What was published of the whole in the period of a cell. */
static gboolean
read_whole (const TbTotal     *self,
            const TbTotalCell *cell,
            TbInterval        *out_whole)
{
  TbFigure figure = tb_known_find (self->whole, cell->period, TB_KIND_ACTUAL, self->known);
  TbSide side;

  return tb_side_load (&side, figure) && !side.observation.conflicts && tb_period_equal (side.span, cell->span)
         && tb_parts_read (figure, tb_series_get_info (get_part (self, 0))->unit, out_whole) && !out_whole->about;
}

/* Beyond the rounding of all of them, on the parts' side of zero. Where they are on both,
 * one that is in no file may make up for the others. */
static gboolean
exceeds (const TbTotalCell *cell,
         const TbInterval  *whole)
{
  TbInterval rest;
  double least;

  if (cell->sign == 0 || cell->sum.about)
    return FALSE;
  rest = tb_interval_subtract (whole, &cell->sum);
  least = rest.rounding * (1 + 1e-9);

  return cell->sign > 0 ? !rest.high.open && rest.high.number < -least : !rest.low.open && rest.low.number > least;
}

/* Of which multiple of the whole the sum is; 0: of none. */
static int
find_times (const TbTotalCell *cell,
            const TbInterval  *whole)
{
  double sum = tb_interval_get_stated (&cell->sum);
  double one = tb_interval_get_stated (whole);
  double times;

  if (cell->state != TB_TOTAL_SUM || !tb_interval_is_exact (&cell->sum) || !tb_interval_is_exact (whole)
      || fabs (one) <= whole->rounding)
    return 0;
  times = round (sum / one);
  if (times < 2 || times > MOST_TIMES
      || fabs (sum - times * one) > (cell->sum.rounding + times * whole->rounding) * (1 + 1e-9))
    return 0;

  return (int) times;
}

/* F-5: what is more than its whole is not made of its parts alone. The latest period
 * where it is so is told; several breakdowns of one whole show in all periods. */
static gboolean
are_within_whole (const TbTotal  *self,
                  TbTotalRefusal *out_why,
                  TbTotalRefused *out_refused)
{
  gboolean is_first = TRUE;
  int times = 0;

  for (gsize i = self->n_cells; self->whole != NULL && i > 0; i--)
    {
      const TbTotalCell *cell = &self->cells[i - 1];
      TbInterval whole;

      if (!read_whole (self, cell, &whole))
        continue;
      if (!is_first && times > 0 && cell->state == TB_TOTAL_SUM && find_times (cell, &whole) != times)
        times = 0;
      if (!is_first || !exceeds (cell, &whole))
        continue;
      *out_refused = (TbTotalRefused) { .series = self->whole, .part = get_part (self, 0), .period = cell->period,
                                        .sum = cell->sum, .whole = whole };
      times = find_times (cell, &whole);
      is_first = FALSE;
    }
  *out_why = times > 0 ? TB_TOTAL_MULTIPLE : TB_TOTAL_EXCEEDS;

  return is_first;
}

gboolean
tb_total_is_sound (const TbTotal  *self,
                   TbTotalRefusal *out_why,
                   TbTotalRefused *out_refused)
{
  return are_alike (self, out_why, out_refused) && are_apart (self, out_why, out_refused)
         && are_within_whole (self, out_why, out_refused);
}
