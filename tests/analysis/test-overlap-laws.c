/* Laws of categories (B-8): how many numbers are counted twice decides, whatever the order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-overlap.h"

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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/overlap-laws/B-8/numbers", test_numbers);
  g_test_add_func ("/overlap-laws/B-8/partition", test_partition);

  return g_test_run ();
}
