/* What a figure can be compared with, or why with nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-analysis-data.h"
#include "tb-proposal.h"
#include "tb-test-rows.h"

static const char unit[] = "\"name\": {\"en\": \"units\", \"zh\": \"台\"}, \"kind\": \"count\"";
static const char flow[] = "\"measure\": \"flow\"";
static const char stock[] = "\"measure\": \"stock\"";

/* The figure is the last row of the first series; a sister stands in a series
 * of its own. Proposals: kind and "series:row". */
typedef struct
{
  const char *name;
  const char *indicator;
  const char *series;
  const char *proposals;
  const char *known;
} Row;

#define OF_X "\"indicator\": \"things\", \"place\": \"x\", \"observations\": "
#define AND "}, {"

static const Row rows[] = {
  /* The same span a year earlier, then the half-year before. */
  { "span-year-earlier", flow, OF_X "[[\"2020-S2\", 3], [\"2020-S1\", 2], [\"2021-S1\", 4]]",
    "year-earlier 0:1, previous 0:0", NULL },
  { "previous", flow, OF_X "[[\"2021-Q1\", 3], [\"2021-Q2\", 2]]", "previous 0:0", NULL },
  /* Two years earlier, for want of a nearer one; the half-year is of another length (R3). */
  { "earlier", flow, OF_X "[[\"2018\", 1], [\"2019\", 3], [\"2020-S1\", 2], [\"2021\", 4]]", "earlier 0:1", NULL },
  /* A year to date is spelled by its last month or as a span. */
  { "year-to-date", "\"measure\": \"cumulative\", \"since\": \"year-start\"",
    OF_X "[[\"2020-07\", 6], [\"2020-01/2020-08\", 7], [\"2021-08\", 9]]", "year-earlier 0:1", NULL },
  /* R6: levels, of the same date, of the last year-end, and the nearest other. */
  { "level", stock, OF_X "[[\"2020-09-30\", 1], [\"2020-12-31\", 2], [\"2021-06-30\", 3], [\"2021-09-30\", 4]]",
    "year-earlier 0:0, year-end 0:1, earlier 0:2", NULL },
  { "level-at-year-end", stock, OF_X "[[\"2019-12-31\", 1], [\"2020-12-31\", 2], [\"2021-12-31\", 4]]",
    "year-earlier 0:1, earlier 0:0", NULL },
  /* A level of a year stands for its end. */
  { "level-of-year", stock, OF_X "[[\"2020\", 2], [\"2021-12-31\", 4]]", "year-earlier 0:0", NULL },
  /* R0: a missing figure is passed over. */
  { "missing", flow, OF_X "[[\"2018\", 1], {\"period\": \"2020\", \"value\": null, \"status\": \"M\"}, [\"2021\", 4]]",
    "earlier 0:0", NULL },
  { "without-number", flow,
    OF_X "[[\"2020\", 1], {\"period\": \"2021\", \"value\": null, \"status\": \"M\"}]", "", NULL },
  { "undated", flow, OF_X "[[\"2020\", 1], [null, 4]]", "", NULL },
  /* A later figure is none to compare with. */
  { "later", flow, OF_X "[[\"2022\", 1], [\"2021\", 4]]", "", NULL },
  { "alone", flow, OF_X "[[\"2021\", 4]]", "", NULL },
  /* R1: another coverage, another place. */
  { "sister-of-other-scope", flow,
    OF_X "[[\"2021\", 4]]" AND OF_X "[[\"2020\", 3]], \"scope\": \"counties\"", "", NULL },
  { "other-place", flow,
    OF_X "[[\"2021\", 4]]" AND "\"indicator\": \"things\", \"place\": \"y\", "
    "\"observations\": [[\"2020\", 3]]", "", NULL },
  /* R16: an observed figure has no target for a base. */
  { "target-before", flow, OF_X "[{\"period\": \"2020\", \"value\": 3, \"kind\": \"target\"},"
    " [\"2021\", 4]]", "", NULL },
  { "target-after-target", flow,
    OF_X "[{\"period\": \"2020\", \"value\": 3, \"kind\": \"target\"},"
    " {\"period\": \"2021\", \"value\": 4, \"kind\": \"target\"}]",
    "year-earlier 0:0", NULL },
  /* As known on a day: the second release of 2020 had not come yet. */
  { "known", flow, OF_X "[{\"period\": \"2020\", \"value\": 3, \"vintage\": \"2021-01-20\"},"
                        " {\"period\": \"2020\", \"value\": 2, \"vintage\": \"2022-02-10\"}, [\"2021\", 4]]",
    "year-earlier 0:0", "2022-01-31" },
  { "known-today", flow, OF_X "[{\"period\": \"2020\", \"value\": 3, \"vintage\": \"2021-01-20\"},"
                              " {\"period\": \"2020\", \"value\": 2, \"vintage\": \"2022-02-10\"}, [\"2021\", 4]]",
    "year-earlier 0:1", NULL },
};

static TbDay
parse_day (const char *text)
{
  TbDay day = 0;

  if (text != NULL)
    g_assert_true (tb_day_parse (text, &day));

  return day;
}

static gsize
find_series (TbDataset      *dataset,
             const TbSeries *series)
{
  for (gsize i = 0; i < tb_dataset_get_n_series (dataset); i++)
    {
      if (tb_dataset_get_series (dataset, i) == series)
        return i;
    }
  g_assert_not_reached ();
}

static TbFigure
get_last (TbDataset *dataset)
{
  TbSeries *series = tb_dataset_get_series (dataset, 0);

  return (TbFigure) { series, tb_series_get_n (series) - 1 };
}

static void
test_row (gconstpointer data)
{
  static const char *const kinds[] = { "year-earlier", "year-end", "previous", "earlier" };
  const Row *row = data;
  g_autoptr (TbDataset) dataset = tb_analysis_data_series (unit, row->indicator, row->series);
  TbProposal proposals[TB_MAX_PROPOSALS];
  guint n = tb_proposal_list (dataset, get_last (dataset), parse_day (row->known), TB_REFERENCE_OF (dataset),
                              proposals);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (proposals[i].verdict.kind, !=, TB_VERDICT_INVALID);
      g_string_append_printf (text, "%s%s %" G_GSIZE_FORMAT ":%" G_GSIZE_FORMAT, i > 0 ? ", " : "",
                              kinds[proposals[i].kind],
                              find_series (dataset, proposals[i].base.series), proposals[i].base.row);
    }
  g_assert_cmpstr (text->str, ==, row->proposals);
}

/* @series, @row: the refused figure whose reason ends the text; -1: none is named. */
typedef struct
{
  const char *name;
  const char *series_json;
  int         series, row;
  const char *en, *zh;
} Reason;

static const Reason reasons[] = {
  { "alone", OF_X "[[\"2021-S1\", 4]]", -1, 0, "the only figure of this indicator", "本指标仅有这一个数" },
  { "alone-in-its-place", OF_X "[[\"2021\", 4]]" AND "\"indicator\": \"things\", \"place\": \"y\", "
    "\"observations\": [[\"2020\", 3]]",
    -1, 0, "the only figure of this indicator for its place and breakdown", "本指标在该地区、该分组仅有这一个数" },
  { "first", OF_X "[[\"2022\", 5], [\"2021\", 4]]", -1, 0,
    "there is no earlier figure of this indicator", "本指标没有更早的数" },
  { "undated", OF_X "[[\"2020\", 5], [null, 4]]", -1, 0,
    "a figure without a date is compared with nothing", "未注明时期，不作比较" },
  { "no-number", OF_X "[[\"2020\", 5], {\"period\": \"2021\", \"value\": null, \"status\": \"M\"}]", -1, 0,
    "there is no number to compare", "无数值可比" },
  { "R3", OF_X "[[\"2018\", 5], [\"2019\", 5], [\"2021-S1\", 4]]", 0, 1,
    "no figure for H1 2020; 2019: ", "无2020年上半年的数；2019年：" },
  { "R1", OF_X "[[\"2021-S1\", 4]]" AND OF_X "[[\"2020-S1\", 3]], \"scope\": \"counties\"", 1, 0,
    "H1 2020: ", "2020年上半年：" },
  { "R16", OF_X "[{\"period\": \"2020\", \"value\": 3, \"kind\": \"target\"}, [\"2021\", 4]]", 0, 0,
    "2020 (target): ", "2020年（目标）：" },
};

static void
assert_reason (const Reason *reason,
               TbDataset    *dataset,
               TbLanguage    language,
               const char   *expected)
{
  TbReference reference = TB_REFERENCE_OF (dataset);
  TbFigure current = get_last (dataset);
  g_autofree char *text = tb_proposal_dup_reason (dataset, current, 0, reference, language);
  g_autofree char *whole = NULL;
  g_autofree char *why = NULL;

  if (reason->series >= 0)
    {
      TbFigure base = { tb_dataset_get_series (dataset, (gsize) reason->series), (gsize) reason->row };
      TbVerdict verdict = tb_verdict_change (base, current, reference);

      g_assert_cmpint (verdict.kind, ==, TB_VERDICT_INVALID);
      why = tb_verdict_dup_text (&verdict, base, current, reference, language);
    }
  whole = g_strconcat (expected, why, NULL);
  g_assert_cmpstr (text, ==, whole);
}

static void
test_reason (gconstpointer data)
{
  const Reason *reason = data;
  g_autoptr (TbDataset) dataset = tb_analysis_data_series (unit, flow, reason->series_json);

  assert_reason (reason, dataset, TB_LANGUAGE_EN, reason->en);
  assert_reason (reason, dataset, TB_LANGUAGE_ZH, reason->zh);
}

/* Series 0 has both periods, 1 is of unlike length in them, 2 and 3 are one
 * indicator split by scope, 4 has only one of the periods. */
static void
test_comparable (void)
{
  g_autoptr (TbDataset) dataset = tb_analysis_data_series (unit, flow,
    OF_X "[[\"2020\", 2], [\"2021\", 4]]" AND
    OF_X "[{\"period\": \"2020\", \"value\": 3, \"kind\": \"target\"}, [\"2021\", 4]], \"scope\": \"planned\"" AND
    "\"indicator\": \"things\", \"place\": \"y\", \"scope\": \"towns\", \"observations\": [[\"2020\", 2]]" AND
    "\"indicator\": \"things\", \"place\": \"y\", \"scope\": \"all\", \"observations\": [[\"2021\", 4]]" AND
    "\"indicator\": \"others\", \"observations\": [[\"2021-12-31\", 4]]");
  g_autoptr (GArray) list = tb_comparable_list (dataset, tb_test_read_period ("2020"), tb_test_read_period ("2021"), 0,
                                                TB_REFERENCE_OF (dataset));
  const TbComparable *pairs = (const TbComparable *) (gpointer) list->data;

  g_assert_cmpuint (list->len, ==, 3);
  g_assert_cmpint (pairs[0].verdict.kind, ==, TB_VERDICT_VALID);
  g_assert_cmpfloat (pairs[0].verdict.absolute, ==, 2.0);
  g_assert_true ((pairs[1].verdict.codes & TB_RULE (16)) != 0);
  g_assert_cmpuint (find_series (dataset, pairs[2].base.series), ==, 2);
  g_assert_cmpuint (find_series (dataset, pairs[2].current.series), ==, 3);
  g_assert_cmpint (pairs[2].verdict.kind, ==, TB_VERDICT_INVALID);
  g_assert_cmpuint (pairs[2].verdict.codes & (TB_RULE (0) | TB_RULE (1)), ==, TB_RULE (1));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  TB_TEST_ADD_ROWS ("/proposal/", rows, name, test_row);
  TB_TEST_ADD_ROWS ("/proposal/reason/", reasons, name, test_reason);
  g_test_add_func ("/proposal/comparable", test_comparable);

  return g_test_run ();
}
