/* The cube: figures in any order, against a plain table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-cube-test.h"

#include <string.h>

/* Any order of figures against a plain table of what was said of each key. */
#define N_RANDOM 100000

static void
add_random (TbCube      *cube,
            GHashTable  *model,
            guint        n_dimensions,
            const guint *n_codes)
{
  guint32 codes[4];
  TbCubeCell cell = TB_CUBE_CELL_INIT;
  GString *key = g_string_new (NULL);
  GArray *values;

  cell.has_value = TRUE;
  cell.value.mantissa = g_test_rand_int_range (-1000000, 1000000);
  for (guint d = 0; d < n_dimensions; d++)
    {
      codes[d] = (guint32) g_test_rand_int_range (0, (gint32) n_codes[d]);
      /* Now and then as rows have it: by its spelling. */
      if (g_test_rand_int_range (0, 4) == 0)
        {
          char id[16];

          g_snprintf (id, sizeof id, d == 1 ? "%u" : "c%u", d == 1 ? 1900 + codes[d] : codes[d]);
          g_assert_cmpuint (tb_cube_intern (cube, d, id, strlen (id)), ==, codes[d]);
        }
      g_string_append_printf (key, d == 1 ? "%u|" : "c%u|", d == 1 ? 1900 + codes[d] : codes[d]);
    }
  g_assert_true (tb_cube_add (cube, codes, &cell));

  values = g_hash_table_lookup (model, key->str);
  if (values == NULL)
    {
      values = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_hash_table_insert (model, g_strdup (key->str), values);
    }
  g_array_append_val (values, cell.value.mantissa);
  g_string_free (key, TRUE);
}

/* Every row is the next one that was said of its key. */
static void
check_against (const TbDataset *dataset,
               GHashTable      *model)
{
  for (gsize s = 0; s < tb_dataset_get_n_series (dataset); s++)
    {
      const TbSeries *series = tb_dataset_get_series (dataset, s);
      const TbSeriesInfo *info = tb_series_get_info (series);
      g_autoptr (GHashTable) n_seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (gsize i = 0; i < tb_series_get_n (series); i++)
        {
          TbObservation observation;
          g_autofree char *period = NULL;
          char *key;
          const GArray *values;
          guint n;

          tb_series_get (series, i, &observation);
          period = tb_period_to_sdmx (observation.period);
          key = g_strdup_printf ("%s|%s|%s|%s|", info->place->id, period, info->breakdown[0].value,
                                 info->breakdown[1].value);
          values = g_hash_table_lookup (model, key);
          g_assert_nonnull (values);
          n = GPOINTER_TO_UINT (g_hash_table_lookup (n_seen, key));
          g_assert_cmpuint (n, <, values->len);
          g_assert_cmpint (observation.value.mantissa, ==, g_array_index (values, gint64, n));
          g_hash_table_insert (n_seen, key, GUINT_TO_POINTER (n + 1));
        }
    }
}

static void
test_random (TbCubeFixture *fixture,
             gconstpointer  data)
{
  static const guint n_codes[4] = { 40, 60, 7, 5 };
  static const char *const ids[4] = { "geo", "time", "a", "b" };
  g_autoptr (GHashTable) model
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);

  for (guint d = 0; d < 4; d++)
    {
      guint dimension = tb_cube_add_dimension (fixture->cube, ids[d], NULL, TB_COLUMN_ROLE_UNSAID);

      for (guint i = 0; i < n_codes[d]; i++)
        {
          g_autofree char *id = d == 1 ? g_strdup_printf ("%u", 1900 + i) : g_strdup_printf ("c%u", i);

          tb_cube_add_code (fixture->cube, dimension, id, NULL);
        }
    }
  g_assert_true (tb_cube_begin (fixture->cube, 0));
  for (guint i = 0; i < N_RANDOM; i++)
    add_random (fixture->cube, model, 4, n_codes);

  g_autoptr (TbDataset) dataset = tb_cube_finish (fixture->cube);
  g_autofree char *expected
      = g_strdup_printf ("cube.csv: warning: %u figures are given for series and periods that have one already; all "
                         "are kept\n",
                         N_RANDOM - g_hash_table_size (model));

  g_assert_cmpuint (tb_dataset_get_n_observations (dataset), ==, N_RANDOM);
  g_assert_cmpuint (tb_dataset_get_n_series (dataset), <=, 40 * 7 * 5);
  check_against (dataset, model);
  tb_cube_test_check_report (fixture, expected);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  TB_CUBE_ADD_TEST ("random", test_random);

  return g_test_run ();
}
