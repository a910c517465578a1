/* Rows that are alike, and one among them that is not: the same dataset, problems and places as of a text read whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-outline-test.h"

#include <string.h>

#define N_ROWS 60

/* So many rows tell what the columns are. */
#define LOOKED_ROWS 5000

typedef struct
{
  const char *usual;    /* of a row; {n} is its period */
  const char *other;
} Case;

static const Case cases[] = {
  { "{\"t\":\"{n}\",\"v\":1}", "{\"t\":\"{n}\",\"v\":2}" },
  /* Other members, or the same in another order. */
  { "{\"t\":\"{n}\",\"v\":1}", "{\"v\":2,\"t\":\"{n}\"}" },
  { "{\"t\":\"{n}\",\"v\":1}", "{\"t\":\"{n}\",\"w\":2}" },
  { "{\"t\":\"{n}\",\"v\":1}", "{\"t\":\"{n}\"}" },
  { "{\"t\":\"{n}\",\"v\":1}", "{\"t\":\"{n}\",\"v\":2,\"w\":3}" },
  { "{\"t\":\"{n}\",\"v\":1}", "{\"t\":\"{n}\",\"_v\":2}" },
  { "{\"t\":\"{n}\",\"_v\":1}", "{\"t\":\"{n}\",\"v\":2}" },
  { "{\"_t\":\"x\",\"t\":\"{n}\",\"v\":1}", "{\"t\":\"{n}\",\"_t\":\"x\",\"v\":2}" },
  { "{\"t\":\"{n}\",\"v\":1}", "{\"\\u0074\":\"{n}\",\"v\":2}" },
  { "{\"t\":\"{n}\",\"v\":1,\"\":3}", "{\"t\":\"{n}\",\"v\":2,\" \":3}" },
  /* Keys as long as each other that differ in one byte, behind the eighth too. */
  { "{\"t\":\"{n}\",\"figures1\":1}", "{\"t\":\"{n}\",\"figures2\":2}" },
  { "{\"t\":\"{n}\",\"figures_1\":1}", "{\"t\":\"{n}\",\"figures_2\":2}" },
  { "{\"t\":\"{n}\",\"1_figures\":1}", "{\"t\":\"{n}\",\"2_figures\":2}" },
  { "{\"t\":\"{n}\",\"figures_of_places\":1}", "{\"t\":\"{n}\",\"figures-of_places\":2}" },
  /* Values of other types. */
  { "{\"t\":\"{n}\",\"v\":1}", "{\"t\":\"{n}\",\"v\":\"2\"}" },
  { "{\"t\":\"{n}\",\"v\":1}", "{\"t\":\"{n}\",\"v\":\"\"}" },
  { "{\"t\":\"{n}\",\"v\":1}", "{\"t\":\"{n}\",\"v\":null}" },
  { "{\"t\":\"{n}\",\"v\":1}", "{\"t\":\"{n}\",\"v\":true}" },
  { "{\"t\":\"{n}\",\"v\":1}", "{\"t\":{n},\"v\":2}" },
  { "{\"t\":\"{n}\",\"v\":1}", "{\"t\":\"\",\"v\":2}" },
  { "{\"t\":\"{n}\",\"v\":null}", "{\"t\":\"{n}\",\"v\":2}" },
  { "{\"t\":\"{n}\",\"v\":1}", "{\"t\":\"{n}\",\"v\":[]}" },
  { "{\"t\":\"{n}\",\"v\":1}", "{\"t\":\"{n}\",\"v\":{}}" },
  { "{\"t\":\"{n}\",\"v\":1}", "{\"t\":\"{n}\",\"v\":[2]}" },
  { "{\"t\":\"{n}\",\"v\":1}", "{\"t\":\"{n}\",\"v\":{\"t\":2}}" },
  /* No rows, and no JSON. */
  { "{\"t\":\"{n}\",\"v\":1}", "{}" },
  { "{\"t\":\"{n}\",\"v\":1}", "[\"{n}\",2]" },
  { "{\"t\":\"{n}\",\"v\":1}", "2" },
  { "{\"t\":\"{n}\",\"v\":1}", "null" },
  { "{\"t\":\"{n}\",\"v\":1}", "{\"t\":\"{n}\",\"t\":2}" },
  { "{\"t\":\"{n}\",\"t\":1}", "{\"t\":\"{n}\",\"t\":2}" },
  { "{\"t\":\"{n}\",\"v\":1}", "{\"t\":\"{n}\",\"v\":}" },
  { "{\"t\":\"{n}\",\"v\":1}", "{\"t\":\"{n}\",\"v\":2]" },
  { "{\"t\":\"{n}\",\"v\":1}", "{\"t\":\"{n}\",\"v\":2}," },
  { "{\"t\":\"{n}\",\"v\":1}", "{\"t\":\"{n}\",\"v\":\"2}" },
};

/* @n_others rows from @first on are the other ones, and @first + 40 is one too. */
static char *
make_rows (const Case *self,
           int         first,
           int         n_others)
{
  GString *text = g_string_new ("[");

  for (int i = 0; i < N_ROWS; i++)
    {
      const gboolean is_other = (i >= first && i < first + n_others) || i == first + 40;
      g_autoptr (GString) row = g_string_new (is_other ? self->other : self->usual);
      g_autofree char *period = g_strdup_printf ("%d", 1950 + i);

      g_string_replace (row, "{n}", period, 0);
      g_string_append (text, i > 0 ? ",\n" : "");
      g_string_append (text, row->str);
    }
  g_string_append_c (text, ']');

  return g_string_free_and_steal (text);
}

static void
test_rows (gconstpointer data)
{
  static const int counts[] = { 1, 2, 7 };

  for (int first = 0; first < 20; first++)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
        {
          g_autofree char *text = make_rows (data, first, counts[i]);

          outline_check_text (text, strlen (text));
        }
    }
}

/* Nothing is wrong with the first ones, so that they are read in parts. */
static void
test_parts (void)
{
  for (int i = 0; i < 5; i++)
    {
      g_autofree char *text = make_rows (&cases[i], 3, 7);

      g_assert_cmpuint (outline_check_text (text, strlen (text)), >=, 1);
    }
}

/* A member that comes up when the columns are settled is left out of each row. */
static void
test_late (void)
{
  g_autoptr (GString) text = g_string_new ("[");

  for (int i = 0; i < LOOKED_ROWS + 100; i++)
    g_string_append_printf (text, "%s{\"a\":\"%d\",\"t\":\"%d\",\"v\":1%s}", i > 0 ? ",\n" : "", i / 100,
                            1900 + i % 100,
                            i > LOOKED_ROWS + 50 ? ",\"w\":2" : "");
  g_string_append_c (text, ']');
  g_assert_cmpuint (outline_check_text (text->str, text->len), >=, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/outline-rows/%zu", i);

      g_test_add_data_func (path, &cases[i], test_rows);
    }
  g_test_add_func ("/outline-rows/parts", test_parts);
  g_test_add_func ("/outline-rows/late", test_late);

  return g_test_run ();
}
