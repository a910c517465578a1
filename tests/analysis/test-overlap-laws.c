/* Laws of categories (B-8): how many numbers are counted twice decides, whatever the order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-category-range.h"
#include "tb-overlap.h"

#include <math.h>

#define N_DRAWS 400
#define MOST_CATEGORIES 7
#define MOST_NUMBER 60

/* Bands of whole numbers, both ends in them; they part at random, or are drawn at random. */
typedef struct
{
  guint n;
  int   low[MOST_CATEGORIES], high[MOST_CATEGORIES];
} Bands;

static Bands
draw (gboolean is_partition)
{
  Bands self = { .n = (guint) g_test_rand_int_range (2, MOST_CATEGORIES + 1) };
  int at = 0;

  for (guint i = 0; i < self.n; i++)
    {
      self.low[i] = is_partition ? at : g_test_rand_int_range (0, MOST_NUMBER);
      self.high[i] = self.low[i] + g_test_rand_int_range (1, 8);
      at = self.high[i] + 1;
    }

  return self;
}

/* Whether some band has more than a limit in common with another, number by number. */
static gboolean
is_counted_twice (const Bands *self)
{
  for (guint i = 0; i < self->n; i++)
    for (guint k = 0; k < i; k++)
      {
        int common = 0;

        for (int number = 0; number < 2 * MOST_NUMBER; number++)
          common += self->low[i] <= number && number <= self->high[i] && self->low[k] <= number
                    && number <= self->high[k];
        if (common > 1)
          return TRUE;
      }

  return FALSE;
}

static gboolean
find (const Bands *self,
      gboolean     is_reversed)
{
  TbBreakdown categories[MOST_CATEGORIES];
  const TbBreakdown *pointers[MOST_CATEGORIES];
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;
  g_autoptr (TbOverlap) overlap = NULL;
  gsize a, b;

  for (guint i = 0; i < self->n; i++)
    {
      guint from = is_reversed ? self->n - 1 - i : i;

      g_strv_builder_take (kept, g_strdup_printf ("Y%d-%d", self->low[from], self->high[from]));
    }
  texts = g_strv_builder_end (kept);
  for (guint i = 0; i < self->n; i++)
    {
      categories[i] = (TbBreakdown) { "age", texts[i], NULL };
      pointers[i] = &categories[i];
    }
  overlap = tb_overlap_new (pointers, self->n);

  return tb_overlap_find (overlap, &a, &b);
}

static void
test_numbers (void)
{
  for (int i = 0; i < N_DRAWS; i++)
    {
      Bands self = draw (FALSE);

      g_assert_cmpint (find (&self, FALSE), ==, is_counted_twice (&self));
      g_assert_cmpint (find (&self, TRUE), ==, is_counted_twice (&self));
    }
}

static void
test_partition (void)
{
  for (int i = 0; i < N_DRAWS; i++)
    {
      Bands self = draw (TRUE);

      g_assert_false (find (&self, FALSE));
    }
}

/* Whatever stands in a text, what is read of it is a range: it is within itself, and
 * overlaps with itself where it is more than a number. */
static void
test_any_text (void)
{
  static const char *const pieces[] = {
    "15", "0", "64", "1,000", "0.5", "99999999999999999999999999", "-", "–", "—", "~", "T", " to ", "至", "+", ">", "≥",
    "<=", "under ", "over ", " and over", "岁", "及以上", "以下", "万", "亿", "元", "Y", "_", "GE", "LT", "(", ")", "Age ",
    "from ", ".", ",", "１", "～", "女", " ",
  };

  for (int i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      TbCategoryRange range;

      for (int k = g_test_rand_int_range (0, 8); k > 0; k--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      if (tb_category_range_read (&range, text->str) != TB_CATEGORY_RANGE)
        continue;
      if (range.low > range.high || isnan (range.low) || isnan (range.high)
          || !tb_category_range_is_within (&range, &range)
          || tb_category_range_overlaps (&range, &range) == range.is_single)
        g_error ("“%s” was read as %g to %g", text->str, range.low, range.high);
      g_assert_nonnull (range.prefix);
      g_assert_nonnull (range.unit);
      tb_category_range_clear (&range);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/overlap-laws/B-8/numbers", test_numbers);
  g_test_add_func ("/overlap-laws/B-8/partition", test_partition);
  g_test_add_func ("/overlap-laws/any-text", test_any_text);

  return g_test_run ();
}
