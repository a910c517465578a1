/* Categories that are made up of others, as their figures prove.
 *
 * That one code begins with another is a hint and no proof ("1" and "10" may be anything);
 * that the figures add up in all periods, by more than chance, is one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-known.h"
#include "tb-overlap.h"
#include "tb-parts.h"
#include "tb-side.h"

#include <math.h>
#include <string.h>

/* Chance lets parts add up to another one once in so many cases, as a power of ten. */
#define CERTAIN 3

typedef struct
{
  TbSeries *const          *series;
  const TbBreakdown *const *categories;
  TbDay                     known;
} Family;

static int
compare_codes (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const TbBreakdown *const *categories = data;

  return strcmp (categories[*(const gsize *) a]->value, categories[*(const gsize *) b]->value);
}

/* Those whose codes begin with that of the first, without those below them. */
static gsize
list_children (const Family *self,
               const gsize  *order,
               gsize         n,
               gsize        *out_children)
{
  const char *code = self->categories[order[0]]->value;
  gsize n_children = 0;

  for (gsize i = 1; i < n && g_str_has_prefix (self->categories[order[i]]->value, code); i++)
    if (n_children == 0 || !g_str_has_prefix (self->categories[order[i]]->value,
                                              self->categories[out_children[n_children - 1]]->value))
      out_children[n_children++] = order[i];

  return n_children;
}

/* FALSE: some has no figure of that span. */
static gboolean
add_up (const Family *self,
        const gsize  *children,
        gsize         n,
        const TbSide *whole,
        TbInterval   *out_sum)
{
  for (gsize i = 0; i < n; i++)
    {
      TbFigure figure
          = tb_known_find (self->series[children[i]], whole->observation.period, TB_KIND_ACTUAL, self->known);
      TbInterval value;
      TbSide side;

      if (!tb_side_load (&side, figure) || side.observation.conflicts || !tb_period_equal (side.span, whole->span)
          || !tb_parts_read (figure, whole->info->unit, &value) || !tb_interval_is_exact (&value))
        return FALSE;
      *out_sum = i > 0 ? tb_interval_add (out_sum, &value) : value;
    }

  return TRUE;
}

/* By how many powers of ten it is no chance that they add up; negative: they do not. */
static double
weigh_figure (const Family *self,
              gsize         parent,
              gsize         row,
              const gsize  *children,
              gsize         n)
{
  TbInterval sum, rest;
  TbSide side;
  double step, size;

  if (!tb_known_is_read (self->series[parent], row, self->known)
      || !tb_side_load (&side, (TbFigure) { self->series[parent], row }) || side.observation.kind != TB_KIND_ACTUAL
      || !side.known || side.observation.conflicts || !tb_interval_is_exact (&side.value)
      || !add_up (self, children, n, &side, &sum))
    return 0;
  rest = tb_interval_subtract (&side.value, &sum);
  if (fabs (tb_interval_get_stated (&rest)) > rest.rounding * (1 + 1e-9))
    return -1;
  step = rest.rounding > 0 ? 2 * rest.rounding : 1;
  size = fabs (tb_interval_get_stated (&side.value));

  return size > step ? log10 (size / step) : 0;
}

static gboolean
is_sum (const Family *self,
        gsize         parent,
        const gsize  *children,
        gsize         n)
{
  double weight = 0;

  for (gsize row = 0; n > 1 && row < tb_series_get_n (self->series[parent]); row++)
    {
      double more = weigh_figure (self, parent, row, children, n);

      if (more < 0)
        return FALSE;
      weight += more;
    }

  return weight >= CERTAIN;
}

/**
 * tb_overlap_find_sum:
 * @series: (array length=n): one of each category, alike in all else
 * @categories: (array length=n): what tells them apart
 * @n: how many
 * @known: as known on that day; 0: today
 *
 * Finds a category that is no part beside the others as it is their sum: its code
 * begins theirs, and their figures come to its own, within their rounding, in every
 * period that all have.
 *
 * Missing: periods that one has no exact figure of prove nothing.
 * Thread: any. Cost: O(n log n), and O(figures) of codes that begin others.
 *
 * Returns: which; −1: of none that is proven
 */
gssize
tb_overlap_find_sum (TbSeries *const          *series,
                     const TbBreakdown *const *categories,
                     gsize                     n,
                     TbDay                     known)
{
  Family self = { series, categories, known };
  g_autofree gsize *order = g_new (gsize, MAX (n, 1));
  g_autofree gsize *children = g_new (gsize, MAX (n, 1));

  for (gsize i = 0; i < n; i++)
    order[i] = i;
  g_sort_array (order, n, sizeof *order, compare_codes, (gpointer) categories);
  for (gsize i = 0; i < n; i++)
    if (is_sum (&self, order[i], children, list_children (&self, order + i, n - i, children)))
      return (gssize) order[i];

  return -1;
}
