/* Categories of one breakdown whose numbers overlap.
 *
 * A category says its numbers in its code and in its names; each of these is compared
 * with the others of its kind alone: a code "1-2" is none of the years "1–2".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-overlap.h"

#include "tb-category-range.h"

#include <math.h>

/* What categories are read from: the code, and the name in each language. */
#define N_SPELLINGS (1 + TB_N_LANGUAGES)

typedef struct
{
  TbCategoryRange range;
  gboolean        is_read;
} Reading;

struct _TbOverlap
{
  Reading *readings[N_SPELLINGS];   /* of each category */
  gsize    n;
};

static const char *
get_name (const TbBreakdown *category,
          TbLanguage         language)
{
  if (category->category == NULL || tb_text_is_empty (&category->category->name))
    return category->value;

  return tb_text_get (&category->category->name, language);
}

static gboolean
is_named (const TbBreakdown *category)
{
  return category->category != NULL && !tb_text_is_empty (&category->category->name)
         && !g_str_equal (tb_text_get (&category->category->name, TB_LANGUAGE_EN), category->value);
}

static const char *
get_spelling (const TbBreakdown *category,
              int                spelling)
{
  return spelling == 0 ? category->value : get_name (category, (TbLanguage) (spelling - 1));
}

/* Whether a spelling says what the one before it has said. */
static gboolean
is_repeated (const TbBreakdown *const *categories,
             gsize                     n,
             int                       spelling)
{
  for (gsize i = 0; i < n; i++)
    if (categories[i] != NULL && get_spelling (categories[i], spelling) != get_spelling (categories[i], spelling - 1))
      return FALSE;

  return TRUE;
}

/* Where a dash is once no dash of a range ("2-1"), it is none in the others either. */
static void
read_spelling (Reading                  *readings,
               const TbBreakdown *const *categories,
               gsize                     n,
               int                       spelling)
{
  gboolean is_numbered = FALSE;

  if (spelling > 0 && is_repeated (categories, n, spelling))
    return;

  for (gsize i = 0; i < n; i++)
    {
      TbCategoryForm form;

      if (categories[i] == NULL)
        continue;
      form = tb_category_range_read (&readings[i].range, get_spelling (categories[i], spelling));
      readings[i].is_read = form == TB_CATEGORY_RANGE;
      is_numbered = is_numbered || form == TB_CATEGORY_NUMBERED;
      /* What has a name is called by its code at will: "1-2" may be anything. */
      if (readings[i].is_read && spelling == 0 && is_named (categories[i]) && !readings[i].range.is_certain)
        {
          tb_category_range_clear (&readings[i].range);
          readings[i].is_read = FALSE;
        }
    }
  for (gsize i = 0; is_numbered && i < n; i++)
    if (readings[i].is_read)
      {
        tb_category_range_clear (&readings[i].range);
        readings[i].is_read = FALSE;
      }
}

/**
 * tb_overlap_new:
 * @categories: (array length=n): categories of one dimension
 * @n: how many
 *
 * Reads the numbers that the categories stand for.
 *
 * Thread: any. Cost: O(n).
 *
 * Returns: (transfer full): what can be asked of them
 */
TbOverlap *
tb_overlap_new (const TbBreakdown *const *categories,
                gsize                     n)
{
  TbOverlap *self = g_new0 (TbOverlap, 1);

  self->n = n;
  for (int i = 0; i < N_SPELLINGS; i++)
    {
      self->readings[i] = g_new0 (Reading, MAX (n, 1));
      read_spelling (self->readings[i], categories, n, i);
    }

  return self;
}

void
tb_overlap_free (TbOverlap *self)
{
  for (int spelling = 0; spelling < N_SPELLINGS; spelling++)
    {
      for (gsize i = 0; i < self->n; i++)
        tb_category_range_clear (&self->readings[spelling][i].range);
      g_free (self->readings[spelling]);
    }
  g_free (self);
}

/* Of one kind: "65+" is beside "15–24 years" too. */
static gboolean
are_of_one_kind (const Reading *a,
                 const Reading *b)
{
  return a->is_read && b->is_read && g_str_equal (a->range.prefix, b->range.prefix)
         && (a->range.unit[0] == '\0' || b->range.unit[0] == '\0' || g_str_equal (a->range.unit, b->range.unit));
}

gboolean
tb_overlap_is_between (const TbOverlap *self,
                       gsize            a,
                       gsize            b)
{
  for (int i = 0; i < N_SPELLINGS; i++)
    if (are_of_one_kind (&self->readings[i][a], &self->readings[i][b])
        && tb_category_range_overlaps (&self->readings[i][a].range, &self->readings[i][b].range))
      return TRUE;

  return FALSE;
}

/* In order of their kinds and numbers: those that overlap are neighbours, or an earlier
 * one reaches further than its neighbours. */
static int
compare_readings (gconstpointer a,
                  gconstpointer b,
                  gpointer      data)
{
  const Reading *readings = data;
  const TbCategoryRange *one = &readings[*(const gsize *) a].range;
  const TbCategoryRange *other = &readings[*(const gsize *) b].range;
  int order = g_strcmp0 (one->prefix, other->prefix);

  if (order != 0)
    return order;
  if (one->low != other->low)
    return one->low < other->low ? -1 : 1;
  if (one->high != other->high)
    return one->high < other->high ? -1 : 1;

  return (*(const gsize *) a > *(const gsize *) b) - (*(const gsize *) a < *(const gsize *) b);
}

static gsize
sort_readings (const Reading *readings,
               gsize          n,
               gsize         *out_order)
{
  gsize n_read = 0;

  for (gsize i = 0; i < n; i++)
    if (readings[i].is_read)
      out_order[n_read++] = i;
  g_sort_array (out_order, n_read, sizeof *out_order, compare_readings, (gpointer) readings);

  return n_read;
}

/**
 * tb_overlap_find:
 * @self: categories
 * @out_a: (out): one that overlaps with another
 * @out_b: (out): the other one
 *
 * Thread: any. Cost: O(n log n) where nothing overlaps.
 *
 * Returns: whether any two certainly have numbers in common
 */
gboolean
tb_overlap_find (const TbOverlap *self,
                 gsize           *out_a,
                 gsize           *out_b)
{
  g_autofree gsize *order = g_new (gsize, MAX (self->n, 1));

  for (int spelling = 0; spelling < N_SPELLINGS; spelling++)
    {
      const Reading *readings = self->readings[spelling];
      gsize n = sort_readings (readings, self->n, order);

      for (gsize i = 0; i < n; i++)
        for (gsize k = i + 1; k < n && readings[order[k]].range.low <= readings[order[i]].range.high
                              && g_str_equal (readings[order[k]].range.prefix, readings[order[i]].range.prefix); k++)
          if (are_of_one_kind (&readings[order[i]], &readings[order[k]])
              && tb_category_range_overlaps (&readings[order[i]].range, &readings[order[k]].range))
            {
              *out_a = MIN (order[i], order[k]);
              *out_b = MAX (order[i], order[k]);
              return TRUE;
            }
    }

  return FALSE;
}

/* Whether one range begins where the other ends: "15–24", "25–64"; "0–500", "500–1000". */
static gboolean
goes_on (double high,
         double low)
{
  return low == high || (low == high + 1 && floor (high) == high);
}

/* Whether ranges within another, in order, leave nothing of it. Ages have no end below 0. */
static gboolean
is_made_up (const TbCategoryRange        *whole,
            const TbCategoryRange *const *parts,
            gsize                         n)
{
  double reached;

  if (n == 0 || !(parts[0]->low == whole->low || (isinf (whole->low) && parts[0]->low == 0)))
    return FALSE;
  reached = parts[0]->high;
  for (gsize i = 1; i < n; i++)
    {
      if (parts[i]->low > reached && !goes_on (reached, parts[i]->low))
        return FALSE;
      reached = MAX (reached, parts[i]->high);
    }

  return reached == whole->high || (whole->high_limit == TB_LIMIT_OUT && goes_on (reached, whole->high));
}

/* By one spelling. */
static gboolean
is_held_by (const Reading *readings,
            gsize          category,
            gsize          n)
{
  const TbCategoryRange *range = &readings[category].range;
  g_autofree gsize *order = g_new (gsize, MAX (n, 1));
  g_autofree const TbCategoryRange **parts = g_new (const TbCategoryRange *, MAX (n, 1));
  gsize n_read = sort_readings (readings, n, order);
  gsize n_parts = 0;

  for (gsize i = 0; i < n_read; i++)
    {
      const Reading *other = &readings[order[i]];

      if (!are_of_one_kind (&readings[category], other))
        continue;
      if (tb_category_range_is_within (range, &other->range))
        return TRUE;
      if (tb_category_range_is_within (&other->range, range))
        parts[n_parts++] = &other->range;
    }

  return is_made_up (range, parts, n_parts);
}

gboolean
tb_overlap_is_held (const TbOverlap *self,
                    gsize            category,
                    gsize            n)
{
  for (int i = 0; i < N_SPELLINGS; i++)
    if (self->readings[i][category].is_read && is_held_by (self->readings[i], category, n))
      return TRUE;

  return FALSE;
}
