/* What another reading of the same data brings (semantics A-4).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-analysis-data.h"
#include "tb-limits.h"
#include "tb-news.h"

#define UNIT "\"name\": {\"en\": \"beds\", \"zh\": \"张\"}, \"kind\": \"count\""
#define STOCK "\"measure\": \"stock\", \"direction\": \"up\""
#define BEDS(observations) "\"indicator\": \"things\", \"observations\": [" observations "]"
#define ROW(period, value) "{\"period\": \"" period "\", \"value\": " value "}"
#define MORE(period, value, more) "{\"period\": \"" period "\", \"value\": " value ", " more "}"
#define TARGET MORE ("2025-12-31", "100", "\"kind\": \"target\", \"comparator\": \"at-least\"")

/* Kinds are those that A-4 lists; the words of targets are T-5's. */
static const struct
{
  const char *name;
  const char *before;
  const char *after;
  const char *news;   /* English, one a line */
} rows[] = {
  { "same", BEDS (ROW ("2020-12-31", "10")), BEDS (ROW ("2020-12-31", "10")), "" },
  { "same/digits", BEDS (ROW ("2020-12-31", "10")), BEDS (ROW ("2020-12-31", "10.0")), "" },
  { "new", BEDS (ROW ("2020-12-31", "10")), BEDS (ROW ("2020-12-31", "10") ", " ROW ("2021-12-31", "12")),
    "new: Things, 31 Dec 2021: 12 beds\n" },
  { "new/earlier", BEDS (ROW ("2020-12-31", "10")), BEDS (ROW ("2020-12-31", "10") ", " ROW ("2019-12-31", "9")),
    "new: Things, 31 Dec 2019: 9 beds\n" },
  { "revised", BEDS (ROW ("2020-12-31", "10")), BEDS (ROW ("2020-12-31", "11")),
    "revised: Things, 31 Dec 2020: 10 beds → 11 beds\n" },
  { "revised/qualifier", BEDS (ROW ("2020-12-31", "10")), BEDS (MORE ("2020-12-31", "10", "\"qualifier\": \"over\"")),
    "revised: Things, 31 Dec 2020: 10 beds → >10 beds\n" },
  { "revised/given", BEDS (ROW ("2020-12-31", "null")), BEDS (ROW ("2020-12-31", "10")),
    "revised: Things, 31 Dec 2020: … → 10 beds\n" },
  { "removed", BEDS (ROW ("2020-12-31", "10") ", " ROW ("2021-12-31", "12")), BEDS (ROW ("2021-12-31", "12")),
    "removed: Things, 31 Dec 2020: 10 beds\n" },
  { "status", BEDS (MORE ("2020-12-31", "10", "\"status\": \"P\"")), BEDS (ROW ("2020-12-31", "10")),
    "status: Things, 31 Dec 2020: provisional → no mark\n" },
  { "target/met", BEDS (TARGET ", " ROW ("2025-12-31", "90")), BEDS (TARGET ", " ROW ("2025-12-31", "100")),
    "revised: Things, 31 Dec 2025: 90 beds → 100 beds\n"
    "target: Things (target), 31 Dec 2025: missed → achieved\n" },
  /* A later release beside the first one: the figure that stands has changed. */
  { "vintage", BEDS (MORE ("2020-12-31", "10", "\"vintage\": \"2021-01-15\"")),
    BEDS (MORE ("2020-12-31", "10", "\"vintage\": \"2021-01-15\"") ", "
          MORE ("2020-12-31", "11", "\"vintage\": \"2021-06-30\"")),
    "revised: Things, 31 Dec 2020: 10 beds → 11 beds\n" },
  { "series/gone", BEDS (ROW ("2020-12-31", "10")) "}, {"
    "\"indicator\": \"things\", \"breakdown\": {\"kind\": \"public\"}, "
    "\"observations\": [" ROW ("2020-12-31", "4") "]", BEDS (ROW ("2020-12-31", "10")),
    "removed: Things (public), 31 Dec 2020: 4 beds\n" },
};

static char *
dup_list (const TbNews *news)
{
  static const char *const names[TB_N_NEWS] = { "new", "revised", "removed", "status", "target", "decoration" };
  g_autoptr (GString) list = g_string_new (NULL);

  for (gsize i = 0; i < tb_news_get_n (news); i++)
    {
      const TbNewsItem *item = tb_news_get (news, i);
      g_autofree char *text = tb_news_dup_text (item, TB_LANGUAGE_EN);

      g_string_append_printf (list, "%s: %s\n", names[item->kind], text);
    }
  return g_string_free_and_steal (g_steal_pointer (&list));
}

static void
test_row (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (TbDataset) before = tb_analysis_data_series (UNIT, STOCK, rows[i].before);
  g_autoptr (TbDataset) after = tb_analysis_data_series (UNIT, STOCK, rows[i].after);
  g_autoptr (TbNews) news = tb_news_find (before, after);
  g_autofree char *list = dup_list (news);

  g_assert_cmpstr (list, ==, rows[i].news);
}

/* More than anybody reads are counted, and not listed. */
static void
test_limit (void)
{
  g_autoptr (GString) before = g_string_new ("\"indicator\": \"things\", \"observations\": [");
  g_autoptr (GString) after = g_string_new (before->str);
  g_autoptr (TbDataset) old = NULL;
  g_autoptr (TbDataset) new = NULL;
  g_autoptr (TbNews) news = NULL;

  for (int year = 1000; year < 1000 + TB_LIMIT_NEWS + 10; year++)
    {
      g_string_append_printf (before, "%s{\"period\": \"%d-12-31\", \"value\": 1}", year > 1000 ? ", " : "", year);
      g_string_append_printf (after, "%s{\"period\": \"%d-12-31\", \"value\": 2}", year > 1000 ? ", " : "", year);
    }
  g_string_append (before, "]");
  g_string_append (after, "]");
  old = tb_analysis_data_series (UNIT, STOCK, before->str);
  new = tb_analysis_data_series (UNIT, STOCK, after->str);
  news = tb_news_find (old, new);
  g_assert_cmpuint (tb_news_count (news, TB_NEWS_REVISED), ==, TB_LIMIT_NEWS + 10);
  g_assert_cmpuint (tb_news_get_n (news), ==, TB_LIMIT_NEWS);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/news/A-4/", rows[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/news/limit", test_limit);

  return g_test_run ();
}
