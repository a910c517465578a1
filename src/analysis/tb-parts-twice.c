/* Series that count something twice, by the file's own word or by their figures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-overlap.h"
#include "tb-parts.h"

/* The categories of all series in one dimension. */
typedef struct
{
  const char         *dimension;
  const TbBreakdown **categories;   /* nullable: of each series */
  TbOverlap          *overlap;
} Dimension;

static void
clear_dimension (gpointer data)
{
  Dimension *self = data;

  g_free (self->categories);
  tb_overlap_free (self->overlap);
}

static const TbBreakdown *
find_category (const TbSeriesInfo *info,
               const char         *dimension)
{
  for (guint i = 0; i < info->n_breakdown; i++)
    if (g_str_equal (info->breakdown[i].dimension, dimension))
      return &info->breakdown[i];

  return NULL;
}

static gboolean
has_dimension (const GArray *dimensions,
               const char   *dimension)
{
  for (guint i = 0; i < dimensions->len; i++)
    if (g_str_equal (g_array_index (dimensions, Dimension, i).dimension, dimension))
      return TRUE;

  return FALSE;
}

static GArray *
list_dimensions (TbSeries *const *series,
                 gsize            n)
{
  GArray *dimensions = g_array_new (FALSE, FALSE, sizeof (Dimension));

  g_array_set_clear_func (dimensions, clear_dimension);
  for (gsize i = 0; i < n; i++)
    {
      const TbSeriesInfo *info = tb_series_get_info (series[i]);

      for (guint k = 0; k < info->n_breakdown; k++)
        {
          Dimension dimension = { .dimension = info->breakdown[k].dimension };

          if (has_dimension (dimensions, dimension.dimension))
            continue;
          dimension.categories = g_new0 (const TbBreakdown *, n);
          for (gsize s = 0; s < n; s++)
            dimension.categories[s] = find_category (tb_series_get_info (series[s]), dimension.dimension);
          dimension.overlap = tb_overlap_new (dimension.categories, n);
          g_array_append_val (dimensions, dimension);
        }
    }

  return dimensions;
}

/* Whether some dimension keeps two series apart: men and women of any age are. */
static gboolean
are_apart (const GArray *dimensions,
           gsize         a,
           gsize         b)
{
  for (guint i = 0; i < dimensions->len; i++)
    {
      const Dimension *dimension = &g_array_index (dimensions, Dimension, i);
      const TbBreakdown *one = dimension->categories[a];
      const TbBreakdown *other = dimension->categories[b];

      if (one != NULL && other != NULL && !g_str_equal (one->value, other->value) && !tb_parts_is_all (one)
          && !tb_parts_is_all (other) && !tb_overlap_is_between (dimension->overlap, a, b))
        return TRUE;
    }

  return FALSE;
}

/* Whether one is the other, or lies in it: what differs in both may meet in neither. */
static gboolean
may_meet (const TbSeriesInfo *a,
          const TbSeriesInfo *b)
{
  return (a->indicator == b->indicator || tb_indicator_is_within (a->indicator, b->indicator)
          || tb_indicator_is_within (b->indicator, a->indicator))
         && (a->place == b->place
             || (a->place != NULL && b->place != NULL
                 && (tb_place_is_within (a->place, b->place) || tb_place_is_within (b->place, a->place))));
}

/* The dimension that alone tells all of them apart; NULL: there is none. */
static const Dimension *
find_only (TbSeries *const *series,
           gsize            n,
           const GArray    *dimensions)
{
  const TbSeriesInfo *first = tb_series_get_info (series[0]);
  const Dimension *only = NULL;

  for (gsize i = 1; i < n; i++)
    if (tb_series_get_info (series[i])->indicator != first->indicator
        || tb_series_get_info (series[i])->place != first->place)
      return NULL;
  for (guint i = 0; i < dimensions->len; i++)
    {
      const Dimension *dimension = &g_array_index (dimensions, Dimension, i);
      gboolean is_same = TRUE;

      for (gsize s = 0; s < n; s++)
        {
          if (dimension->categories[s] == NULL)
            return NULL;
          is_same = is_same && g_str_equal (dimension->categories[s]->value, dimension->categories[0]->value);
        }
      if (!is_same && only != NULL)
        return NULL;
      if (!is_same)
        only = dimension;
    }

  return only;
}

/**
 * tb_parts_find_twice:
 * @series: (array length=n): what is to stand as parts beside each other
 * @n: how many
 * @known: as known on that day; 0: today
 * @out_a: (out): one of them
 * @out_b: (out): another that counts some of the same; −1: @out_a is the sum of others
 *
 * Two series count something twice where neither their indicators nor their places
 * part them, and no breakdown does: no two categories that are apart. Ages 15–24 and
 * 15–64 are not, nor women and the young.
 *
 * Thread: any. Cost: O(n²).
 *
 * Returns: whether that is certain of any
 */
gboolean
tb_parts_find_twice (TbSeries *const *series,
                     gsize            n,
                     TbDay            known,
                     gsize           *out_a,
                     gssize          *out_b)
{
  g_autoptr (GArray) dimensions = list_dimensions (series, n);
  const Dimension *only;
  gssize sum;

  for (gsize a = 0; a < n; a++)
    for (gsize b = a + 1; b < n; b++)
      if (may_meet (tb_series_get_info (series[a]), tb_series_get_info (series[b])) && !are_apart (dimensions, a, b))
        {
          *out_a = a;
          *out_b = (gssize) b;
          return TRUE;
        }
  only = n > 0 ? find_only (series, n, dimensions) : NULL;
  sum = only != NULL ? tb_overlap_find_sum (series, only->categories, n, known) : -1;
  *out_a = (gsize) MAX (sum, 0);
  *out_b = -1;

  return sum >= 0;
}
