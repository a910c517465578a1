/* With how many decimals figures are shown that a file gives with all that a
 * computer reckoned: "8.004598637" is no measurement to the millionth.
 *
 * A hint for showing alone: the figures keep all their digits. Exchange rates have
 * up to six.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cube-private.h"

#include <math.h>

/* More decimals than these are not printed by offices, but left by a computer. */
#define MOST_PRINTED_DECIMALS 6

/* Figures of an indicator that are looked at. */
#define MOST_LOOKED_AT 1000

/* What a figure in the middle is shown with. */
#define SIGNIFICANT_DIGITS 3

typedef struct
{
  gsize   n;            /* figures looked at */
  int     n_decimals;   /* the most of any */
  GArray *sizes;        /* nullable; of double: figures without their signs, as printed */
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_clear_pointer (&look->sizes, g_array_unref);
  g_free (look);
}

static void
look_at (Look           *look,
         const TbSeries *series)
{
  for (gsize i = 0; i < tb_series_get_n (series) && look->n < MOST_LOOKED_AT; i++)
    {
      TbGlance glance;

      tb_series_glance (series, i, &glance);
      if (!glance.is_plain || glance.value.mantissa == 0)
        continue;
      look->n_decimals = MAX (look->n_decimals, tb_decimal_get_n_decimals (glance.value));
      look->n++;
      if (look->sizes != NULL)
        {
          double size = fabs (tb_decimal_to_double (glance.value));

          g_array_append_val (look->sizes, size);
        }
    }
}

static int
compare_sizes (gconstpointer a,
               gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

static int
choose (Look *look)
{
  double middle;

  g_array_sort (look->sizes, compare_sizes);
  middle = g_array_index (look->sizes, double, look->sizes->len / 2);

  return CLAMP (SIGNIFICANT_DIGITS - 1 - (int) floor (log10 (middle)), 0, TB_CUBE_MOST_DECIMALS);
}

/* Looks at the first figures of each indicator that leaves its decimals open. */
static void
look_at_all (GHashTable      *looks,
             const GPtrArray *series)
{
  for (guint i = 0; i < series->len; i++)
    {
      const TbIndicator *indicator = tb_series_get_info (g_ptr_array_index (series, i))->indicator;
      Look *look = g_hash_table_lookup (looks, indicator);

      if (indicator->decimals >= 0 && indicator->decimals <= MOST_PRINTED_DECIMALS)
        continue;
      if (look == NULL)
        {
          look = g_new0 (Look, 1);
          g_hash_table_insert (looks, (gpointer) indicator, look);
        }
      look_at (look, g_ptr_array_index (series, i));
    }
}

/* Few files have such figures: only then it matters how large they are. */
void
tb_cube_hint_decimals (const GPtrArray *series)
{
  g_autoptr (GHashTable) looks = g_hash_table_new_full (NULL, NULL, NULL, look_free);
  gboolean has_many = FALSE;
  GHashTableIter iter;
  gpointer key, value;

  look_at_all (looks, series);
  g_hash_table_iter_init (&iter, looks);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Look *look = value;

      if (look->n_decimals <= MOST_PRINTED_DECIMALS)
        continue;
      look->n = 0;
      look->sizes = g_array_new (FALSE, FALSE, sizeof (double));
      has_many = TRUE;
    }
  if (!has_many)
    return;

  look_at_all (looks, series);
  g_hash_table_iter_init (&iter, looks);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      Look *look = value;

      if (look->sizes != NULL)
        ((TbIndicator *) key)->decimals = choose (look);
    }
}
