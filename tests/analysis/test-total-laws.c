/* Laws of totals (B-8): exact sums, whatever the order of the parts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-analysis-data.h"
#include "tb-comparison.h"

#include <string.h>

#define N_TABLES 80
#define MOST_PARTS 8
#define MOST_PERIODS 5
#define MOST_DECIMALS 3

/* Amounts in thousandths, so that the sum can be made apart from the code under test. */
typedef struct
{
  guint    n_parts;
  guint    n_periods;
  gint64   amounts[MOST_PARTS][MOST_PERIODS];
  int      decimals[MOST_PARTS];
  gboolean missing[MOST_PARTS][MOST_PERIODS];
} Draw;

static gint64
get_power (int n)
{
  gint64 power = 1;

  for (int i = 0; i < n; i++)
    power *= 10;

  return power;
}

static Draw
draw (void)
{
  Draw self = { .n_parts = (guint) g_test_rand_int_range (2, MOST_PARTS + 1),
                .n_periods = (guint) g_test_rand_int_range (1, MOST_PERIODS + 1) };

  for (guint part = 0; part < self.n_parts; part++)
    {
      self.decimals[part] = g_test_rand_int_range (0, MOST_DECIMALS + 1);
      for (guint i = 0; i < self.n_periods; i++)
        {
          gint64 step = get_power (MOST_DECIMALS - self.decimals[part]);

          self.amounts[part][i] = (gint64) g_test_rand_int_range (-1000000, 1000000) * 1000 * step;
          self.amounts[part][i] += (gint64) g_test_rand_int_range (0, 1000) * step;
          self.missing[part][i] = g_test_rand_int_range (0, 12) == 0;
        }
    }

  return self;
}

/* The printed digits of a number: "-0.050". */
static char *
print (gint64 thousandths,
       int    decimals)
{
  gint64 units = thousandths / get_power (MOST_DECIMALS - decimals);
  gint64 power = get_power (decimals);
  gint64 size = ABS (units);

  if (decimals == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, units);

  return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%0*" G_GINT64_FORMAT, units < 0 ? "-" : "", size / power, decimals,
                          size % power);
}

static void
append_series (GString    *json,
               const Draw *self,
               guint       part)
{
  g_string_append_printf (json, "{\"indicator\": \"a\", \"breakdown\": {\"by\": \"p%u\"}, \"observations\": [", part);
  for (guint i = 0; i < self->n_periods; i++)
    {
      g_autofree char *number = print (self->amounts[part][i], self->decimals[part]);

      g_string_append_printf (json, "%s[\"%u\", %s]", i > 0 ? ", " : "", 2000 + i,
                              self->missing[part][i] ? "null" : number);
    }
  g_string_append (json, "]}");
}

static TbComparison *
compare (const Draw  *self,
         const guint *order)
{
  g_autoptr (GString) json
      = g_string_new ("{\"tongbi\": \"dataset/1\", \"title\": \"T\", \"units\": {\"u\": {\"name\": \"u\", "
                      "\"kind\": \"mass\"}}, \"indicators\": [{\"id\": \"a\", \"name\": \"A\", \"unit\": \"u\", "
                      "\"measure\": \"flow\"}], \"series\": [");
  TbSelectionQuery query = { .from = TB_PERIOD_UNDATED, .to = TB_PERIOD_UNDATED };
  g_autofree char *last = g_strdup_printf ("%u", 2000 + self->n_periods - 1);
  TbComparePair pair = { tb_test_read_period ("2000"), tb_test_read_period (last) };
  g_autoptr (TbDataset) dataset = NULL;
  g_autoptr (TbSelection) selection = NULL;

  for (guint i = 0; i < self->n_parts; i++)
    {
      g_string_append (json, i > 0 ? ", " : "");
      append_series (json, self, order[i]);
    }
  g_string_append (json, "]}");
  dataset = tb_test_read_dataset (json->str);
  selection = tb_selection_new (dataset, &query, NULL);

  /* What is proposed would be of the first row. */
  return tb_comparison_new (selection, &(TbComparisonOptions) { .pairs = &pair, .n_pairs = 1, .totals = TRUE });
}

static void
fill_order (guint    *out_order,
            guint     n,
            gboolean  shuffled)
{
  for (guint i = 0; i < n; i++)
    out_order[i] = i;
  for (guint i = n; shuffled && i > 1; i--)
    {
      guint k = (guint) g_test_rand_int_range (0, (gint32) i);
      guint kept = out_order[i - 1];

      out_order[i - 1] = out_order[k];
      out_order[k] = kept;
    }
}

static const TbTotal *
get_total (const TbComparison *comparison)
{
  const TbTotal *total = tb_comparison_get_total (comparison, tb_comparison_get_n_rows (comparison) - 1);

  g_assert_nonnull (total);

  return total;
}

static void
assert_sum (const Draw    *self,
            const TbTotal *total,
            guint          period)
{
  g_autofree char *year = g_strdup_printf ("%u", 2000 + period);
  const TbTotalCell *cell = tb_total_find (total, tb_test_read_period (year));
  gint64 sum = 0;
  gsize n_known = 0;

  for (guint part = 0; part < self->n_parts; part++)
    if (!self->missing[part][period])
      {
        sum += self->amounts[part][period];
        n_known++;
      }
  g_assert_nonnull (cell);
  g_assert_cmpuint (cell->n_known, ==, n_known);
  if (n_known < self->n_parts)
    {
      g_assert_cmpint (cell->state, ==, TB_TOTAL_INCOMPLETE);
      return;
    }
  g_assert_cmpint (cell->state, ==, TB_TOTAL_SUM);
  g_assert_true (tb_interval_is_exact (&cell->sum));
  g_assert_cmpint (tb_decimal_compare (cell->sum.low.value, (TbDecimal) { sum, -MOST_DECIMALS }), ==, 0);
}

/* total = Σ parts, digit by digit */
static void
test_sum (void)
{
  for (int i = 0; i < N_TABLES; i++)
    {
      Draw self = draw ();
      guint order[MOST_PARTS];
      g_autoptr (TbComparison) comparison = NULL;

      fill_order (order, self.n_parts, FALSE);
      comparison = compare (&self, order);
      for (guint period = 0; period < self.n_periods; period++)
        assert_sum (&self, get_total (comparison), period);
    }
}

/* What is shown in the total's row: figures, changes, notes. */
static char *
dump_total (const TbComparison *comparison)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gsize row = tb_comparison_get_n_rows (comparison) - 1;

  for (gsize column = 0; column < tb_comparison_get_n_columns (comparison); column++)
    {
      g_autofree char *cell = tb_comparison_dup_cell (comparison, row, column, TB_LANGUAGE_EN);

      g_string_append_printf (text, "[%s]", cell);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
test_order (void)
{
  for (int i = 0; i < N_TABLES; i++)
    {
      Draw self = draw ();
      guint order[MOST_PARTS];
      g_autoptr (TbComparison) one = NULL;
      g_autoptr (TbComparison) other = NULL;
      g_autofree char *expected = NULL;
      g_autofree char *actual = NULL;

      fill_order (order, self.n_parts, FALSE);
      one = compare (&self, order);
      fill_order (order, self.n_parts, TRUE);
      other = compare (&self, order);
      expected = dump_total (one);
      actual = dump_total (other);
      g_assert_cmpstr (actual, ==, expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/total-laws/B-8/sum-of-parts", test_sum);
  g_test_add_func ("/total-laws/B-8/order-of-parts", test_order);

  return g_test_run ();
}
