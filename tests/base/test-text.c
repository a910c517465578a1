/* Languages, text in several of them, and the pool that keeps strings.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-pool.h"
#include "tb-text.h"

#include <string.h>

static void
test_languages (void)
{
  static const struct
  {
    const char *name;
    gboolean    known;
    TbLanguage  language;
  } names[] = {
    { "en", TRUE, TB_LANGUAGE_EN }, { "en_US.UTF-8", TRUE, TB_LANGUAGE_EN }, { "EN-gb", TRUE, TB_LANGUAGE_EN },
    { "zh", TRUE, TB_LANGUAGE_ZH }, { "zh_CN", TRUE, TB_LANGUAGE_ZH }, { "zh-Hans", TRUE, TB_LANGUAGE_ZH },
    { "zh_CN.UTF-8@x", TRUE, TB_LANGUAGE_ZH }, { "fr", FALSE, 0 }, { "", FALSE, 0 }, { "e", FALSE, 0 },
    { "english", FALSE, 0 }, { "C", FALSE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      TbLanguage language;

      g_assert_true (tb_language_from_name (names[i].name, &language) == names[i].known);
      if (names[i].known)
        g_assert_cmpint (language, ==, names[i].language);
    }
  g_assert_cmpstr (tb_language_get_code (TB_LANGUAGE_EN), ==, "en");
  g_assert_cmpstr (tb_language_get_code (TB_LANGUAGE_ZH), ==, "zh");
}

/* L-2: a missing translation is the other language's, marked. */
static void
test_text (void)
{
  static const TbTextEntry both[] = { { "en", "beds" }, { "zh", "张" } };
  static const TbTextEntry variant[] = { { "zh-Hans", "张" }, { "en_GB", "beds" }, { "en", "hospital beds" } };
  static const TbTextEntry english[] = { { "en", "beds" } };
  static const TbTextEntry french[] = { { "fr", "lits" } };
  static const TbTextEntry plain[] = { { NULL, "张" } };
  static const struct
  {
    TbText      text;
    const char *found[TB_N_LANGUAGES];
    const char *got[TB_N_LANGUAGES];
    const char *marked[TB_N_LANGUAGES];
  } rows[] = {
    { { both, 2 }, { "beds", "张" }, { "beds", "张" }, { "beds", "张" } },
    { { variant, 3 }, { "hospital beds", "张" }, { "hospital beds", "张" }, { "hospital beds", "张" } },
    { { english, 1 }, { "beds", NULL }, { "beds", "beds" }, { "beds", "[beds]" } },
    { { french, 1 }, { NULL, NULL }, { "lits", "lits" }, { "[lits]", "[lits]" } },
    { { plain, 1 }, { NULL, NULL }, { "张", "张" }, { "张", "张" } },
    { { NULL, 0 }, { NULL, NULL }, { "", "" }, { "", "" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int language = 0; language < TB_N_LANGUAGES; language++)
      {
        g_autofree char *marked = tb_text_dup_marked (&rows[i].text, (TbLanguage) language);

        g_assert_cmpstr (tb_text_find (&rows[i].text, (TbLanguage) language), ==, rows[i].found[language]);
        g_assert_cmpstr (tb_text_get (&rows[i].text, (TbLanguage) language), ==, rows[i].got[language]);
        g_assert_cmpstr (marked, ==, rows[i].marked[language]);
        g_assert_true (tb_text_is_empty (&rows[i].text) == (rows[i].text.n_entries == 0));
      }

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (rows); j++)
      g_assert_true (tb_text_equal (&rows[i].text, &rows[j].text) == (i == j));
}

static void
test_pool (void)
{
  g_autoptr (TbPool) pool = tb_pool_new ();
  g_autofree char *long_text = g_strnfill (100000, 'x');
  char beds[] = "beds";
  const char *kept = tb_pool_intern (pool, beds);

  g_assert_cmpstr (kept, ==, "beds");
  g_assert_true (kept != beds);
  beds[0] = 'B';
  g_assert_cmpstr (kept, ==, "beds");
  g_assert_true (tb_pool_intern (pool, "beds") == kept);
  g_assert_true (tb_pool_intern_len (pool, "bedsheets", 4) == kept);
  g_assert_true (tb_pool_intern_len (pool, "", 0) == tb_pool_intern (pool, ""));
  g_assert_null (tb_pool_intern (pool, NULL));
  g_assert_true (tb_pool_intern (pool, long_text) == tb_pool_intern_len (pool, long_text, strlen (long_text)));
  /* Around the length up to which the stack is used. */
  for (gsize n = 254; n < 259; n++)
    {
      const char *part = tb_pool_intern_len (pool, long_text, n);

      g_assert_cmpuint (strlen (part), ==, n);
    }
}

static void
test_pool_memory (void)
{
  TbPool *pool = tb_pool_new ();
  g_autoptr (TbPool) other = tb_pool_ref (pool);
  int *memory = tb_pool_alloc0 (pool, 100 * sizeof (int));
  const char *text = tb_pool_intern (pool, "kept");

  for (int i = 0; i < 100; i++)
    g_assert_cmpint (memory[i], ==, 0);
  memory[99] = 1;
  tb_pool_unref (pool);
  /* The other reference still holds it all. */
  g_assert_cmpstr (text, ==, "kept");
  g_assert_cmpint (memory[99], ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/text/languages", test_languages);
  g_test_add_func ("/text/wordings", test_text);
  g_test_add_func ("/text/pool", test_pool);
  g_test_add_func ("/text/pool-memory", test_pool_memory);

  return g_test_run ();
}
