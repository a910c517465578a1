/* Which figure of a period stands: confirmations, conflicts, vintages, and what
 * was known on a day (format.md, R10).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-analysis-data.h"
#include "tb-known.h"
#include "tb-test-rows.h"

/* Sources: a of 2026-05-31 (publisher A), b and c without a day (B, A). Rows:
 * 0 and 1 are two releases of 2024; 2 has a source only; 3 and 4 agree;
 * 5 and 6 contradict each other; 7 confirms 6; 8 and 9 have no date. */
static const char observations[] =
  "\"indicator\": \"things\", \"observations\": ["
  " {\"period\": \"2024\", \"value\": 10, \"vintage\": \"2025-01-20\"},"
  " {\"period\": \"2024\", \"value\": 11, \"vintage\": \"2026-02-10\"},"
  " {\"period\": \"2025\", \"value\": 12, \"source\": \"a\"},"
  " {\"period\": \"2023\", \"value\": 9, \"source\": \"a\"},"
  " {\"period\": \"2023\", \"value\": 9, \"source\": \"b\"},"
  " {\"period\": \"2022\", \"value\": 7, \"source\": \"b\"},"
  " {\"period\": \"2022\", \"value\": 8, \"source\": \"a\"},"
  " {\"period\": \"2022\", \"value\": 8, \"source\": \"c\"},"
  " {\"period\": null, \"value\": 1, \"source\": \"a\"},"
  " {\"period\": null, \"value\": 2, \"vintage\": \"2026-06-30\"}]";

static const char indicator[] = "\"measure\": \"flow\"";
static const char unit[] = "\"name\": {\"en\": \"units\", \"zh\": \"台\"}, \"kind\": \"count\"";

static TbDataset *
make (void)
{
  return tb_analysis_data_series (unit, indicator, observations);
}

static TbDay
parse_day (const char *text)
{
  TbDay day = 0;

  if (text != NULL)
    g_assert_true (tb_day_parse (text, &day));

  return day;
}

typedef struct
{
  const char *name;
  const char *known;
  const char *read;   /* rows in order of period */
} Row;

static const Row rows[] = {
  /* Today: the latest vintage; confirmations once; both sides of a conflict. */
  { "today", NULL, "5 6 3 1 2 8 9" },
  /* Before anything was published that has a day: what has none was
   * known when its period was over, and so are 3 and 6, for which b and c vouch. */
  { "before-all", "2024-12-31", "5 6 3" },
  /* A figure of 2022 that nothing dates cannot have been known within 2022. */
  { "not-over-yet", "2022-12-30", "" },
  { "first-vintage", "2025-01-20", "5 6 3 0" },
  { "day-before-the-second", "2026-02-09", "5 6 3 0" },
  { "second-vintage", "2026-02-10", "5 6 3 1" },
  { "publication", "2026-05-31", "5 6 3 1 2 8" },
  { "after-all", "2026-06-30", "5 6 3 1 2 8 9" },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (TbDataset) dataset = make ();
  TbSeries *series = tb_dataset_get_series (dataset, 0);
  TbDay known = parse_day (row->known);
  g_autofree guint32 *sorted = g_new (guint32, tb_series_get_n (series));
  gsize n = tb_known_sort (series, known, sorted);
  g_autoptr (GString) text = g_string_new (NULL);
  gsize n_read = 0;

  for (gsize i = 0; i < n; i++)
    {
      g_assert_true (tb_known_is_read (series, sorted[i], known));
      g_string_append_printf (text, "%s%u", i > 0 ? " " : "", sorted[i]);
    }
  g_assert_cmpstr (text->str, ==, row->read);

  for (gsize i = 0; i < tb_series_get_n (series); i++)
    n_read += tb_known_is_read (series, i, known) ? 1 : 0;
  g_assert_cmpuint (n_read, ==, n);
}

/* A target is known before its time comes; where nothing dates it, from the first. */
static void
test_target (void)
{
  g_autoptr (TbDataset) dataset = tb_analysis_data_series (unit, indicator,
    "\"indicator\": \"things\", \"observations\": [{\"period\": \"2027\", \"value\": 20, \"kind\": \"target\"},"
    " {\"period\": \"2026\", \"value\": 19, \"kind\": \"target\", \"source\": \"a\"}]");
  TbSeries *series = tb_dataset_get_series (dataset, 0);

  g_assert_true (tb_known_is_read (series, 0, parse_day ("2022-12-30")));
  g_assert_false (tb_known_is_read (series, 1, parse_day ("2026-05-30")));
  g_assert_true (tb_known_is_read (series, 1, parse_day ("2026-05-31")));
}

static void
test_find (void)
{
  g_autoptr (TbDataset) dataset = make ();
  TbSeries *series = tb_dataset_get_series (dataset, 0);

  g_assert_cmpuint (tb_known_find (series, tb_test_read_period ("2024"), TB_KIND_ACTUAL, 0).row, ==, 1);
  g_assert_cmpuint (tb_known_find (series, tb_test_read_period ("2024"), TB_KIND_ACTUAL,
                                   parse_day ("2025-12-31")).row, ==, 0);
  g_assert_null (tb_known_find (series, tb_test_read_period ("2024"), TB_KIND_ACTUAL, parse_day ("2025-01-19")).series);
  g_assert_null (tb_known_find (series, tb_test_read_period ("2024"), TB_KIND_TARGET, 0).series);
  g_assert_null (tb_known_find (series, tb_test_read_period ("2021"), TB_KIND_ACTUAL, 0).series);
  /* Of figures in conflict, the first. */
  g_assert_cmpuint (tb_known_find (series, tb_test_read_period ("2022"), TB_KIND_ACTUAL, 0).row, ==, 5);
}

static void
test_sources (void)
{
  g_autoptr (TbDataset) dataset = make ();
  TbSeries *series = tb_dataset_get_series (dataset, 0);
  g_autofree char *both = tb_known_dup_sources (series, 3, TB_LANGUAGE_EN);
  g_autofree char *both_zh = tb_known_dup_sources (series, 3, TB_LANGUAGE_ZH);
  g_autofree char *then = tb_known_dup_sources_on (series, 3, parse_day ("2026-05-30"), TB_LANGUAGE_EN);
  g_autofree char *rival = tb_known_dup_sources (series, 5, TB_LANGUAGE_EN);
  g_autofree char *confirmed = tb_known_dup_sources (series, 6, TB_LANGUAGE_EN);
  g_autofree char *none = tb_known_dup_sources (series, 0, TB_LANGUAGE_EN);

  g_assert_cmpstr (both, ==, "A, 31 May 2026; B");
  g_assert_cmpstr (both_zh, ==, "A，2026年5月31日；B");
  g_assert_cmpstr (then, ==, "B");
  g_assert_cmpstr (rival, ==, "B");
  g_assert_cmpstr (confirmed, ==, "A, 31 May 2026; A");
  g_assert_null (none);
}

/* What is a vintage of a target replaces no observed figure, and a year to date
 * no figure of the period. */
static void
test_keys (void)
{
  g_autoptr (TbDataset) dataset = tb_analysis_data_series (unit, indicator,
    "\"indicator\": \"things\", \"observations\": ["
    " {\"period\": \"2024\", \"value\": 10, \"vintage\": \"2025-01-20\"},"
    " {\"period\": \"2024\", \"value\": 11, \"vintage\": \"2025-02-10\", \"kind\": \"target\"},"
    " {\"period\": \"2024\", \"value\": 10, \"vintage\": \"2025-02-10\", \"basis\": \"year-to-date\"}]");
  TbSeries *series = tb_dataset_get_series (dataset, 0);

  for (gsize row = 0; row < 3; row++)
    g_assert_true (tb_known_is_read (series, row, parse_day ("2025-03-01")));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  TB_TEST_ADD_ROWS ("/known/", rows, name, test_row);
  g_test_add_func ("/known/find", test_find);
  g_test_add_func ("/known/target", test_target);
  g_test_add_func ("/known/sources", test_sources);
  g_test_add_func ("/known/keys", test_keys);

  return g_test_run ();
}
