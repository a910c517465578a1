/* Several datasets as one: what is joined, what is kept apart, what is told.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-join.h"
#include "tb-reader.h"
#include "tb-test-rows.h"
#include "tb-writer.h"

#include <string.h>

#define UNITS "\"units\":{\"u\":{\"name\":\"persons\",\"kind\":\"count\"}},"
#define INDICATORS "\"indicators\":[{\"id\":\"i\",\"name\":\"Births\",\"unit\":\"u\",\"measure\":\"flow\"}],"

static char *
make (const char *head,
      const char *units,
      const char *indicators,
      const char *series)
{
  return g_strconcat ("{\"tongbi\":\"dataset/1\",", head, units, indicators, "\"series\":[", series, "]}", NULL);
}

static TbDataset *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (TbProblems) problems = tb_problems_new ("part");
  TbDataset *dataset = tb_reader_read_bytes (bytes, NULL, problems, NULL, NULL, NULL, NULL);
  g_autofree char *report = tb_problems_dup_report (problems);

  g_assert_cmpstr (report, ==, "");
  g_assert_nonnull (dataset);
  return dataset;
}

/* Joins two datasets, "a.json" and "b.json"; what is read must outlive neither. */
static TbDataset *
join_two (const char  *a,
          const char  *b,
          char       **out_report)
{
  static const char *const names[] = { "a.json", "b.json" };
  g_autoptr (TbProblems) problems = tb_problems_new ("all");
  TbDataset *datasets[] = { read_text (a), read_text (b) };
  TbDataset *joined = tb_join_datasets (datasets, names, 2, problems, NULL);
  g_autoptr (GBytes) written = NULL;
  g_autoptr (TbProblems) found = tb_problems_new ("written");
  g_autoptr (TbDataset) again = NULL;

  tb_dataset_unref (datasets[0]);
  tb_dataset_unref (datasets[1]);
  g_assert_nonnull (joined);
  *out_report = tb_problems_dup_report (problems);

  /* What was joined is a dataset as any other: it is written and read again. */
  written = tb_writer_to_json (joined);
  again = tb_reader_read_bytes (written, NULL, found, NULL, NULL, NULL, NULL);
  g_assert_nonnull (again);
  g_assert_cmpuint (tb_dataset_get_n_observations (again), ==, tb_dataset_get_n_observations (joined));

  return joined;
}

/**
 * Case:
 * @a, @b: series of the two files
 * @n_series, @n_rows: of the joined dataset
 * @report: what is told
 *
 * Two files with the same indicator "i", whose definition may be replaced.
 */
typedef struct
{
  const char *name;
  const char *units_b;
  const char *indicators_b;
  const char *a;
  const char *b;
  gsize       n_series;
  gsize       n_rows;
  const char *report;
} Case;

#define ROWS(rows) "{\"indicator\":\"i\",\"observations\":[" rows "]}"

static const Case cases[] = {
  { "other-periods", UNITS, INDICATORS, ROWS ("[\"2020\",1]"), ROWS ("[\"2021\",2]"), 1, 2, "" },
  { "other-breakdowns", UNITS, INDICATORS,
    "{\"indicator\":\"i\",\"breakdown\":{\"s\":\"f\"},\"observations\":[[\"2020\",1]]}",
    "{\"indicator\":\"i\",\"breakdown\":{\"s\":\"m\"},\"observations\":[[\"2020\",2]]}", 2, 2, "" },
  { "confirmed", UNITS, INDICATORS, ROWS ("[\"2020\",1]"), ROWS ("[\"2020\",1.0]"), 1, 2, "" },
  { "contradicted", UNITS, INDICATORS, ROWS ("[\"2020\",1],[\"2021\",5]"), ROWS ("[\"2020\",2],[\"2021\",5]"), 1, 4,
    "all: warning: conflict: b.json: “Births”, 1 figure (2020) differs in another file; both are kept\n" },
  { "contradicted-twice", UNITS, INDICATORS, ROWS ("[\"2020\",1],[\"2021\",5]"), ROWS ("[\"2020\",2],[\"2021\",6]"), 1,
    4,
    "all: warning: conflict: b.json: “Births”, 2 figures (from 2020 on) differ in another file; all are kept\n" },
  { "other-measure", UNITS, "\"indicators\":[{\"id\":\"i\",\"name\":\"Births\",\"unit\":\"u\",\"measure\":\"stock\"}],",
    ROWS ("[\"2020\",1]"), ROWS ("[\"2020\",2]"), 2, 2,
    "all: warning: b.json: the indicator “i” differs in its measure from that of a.json; it is kept apart as “i-2”\n" },
  { "other-name", UNITS, "\"indicators\":[{\"id\":\"i\",\"name\":\"Deaths\",\"unit\":\"u\",\"measure\":\"flow\"}],",
    ROWS ("[\"2020\",1]"), ROWS ("[\"2020\",2]"), 2, 2,
    "all: warning: b.json: the indicator “i” differs in its name from that of a.json; it is kept apart as “i-2”\n" },
  { "same-name-in-capitals", UNITS,
    "\"indicators\":[{\"id\":\"i\",\"name\":\"BIRTHS \",\"unit\":\"u\",\"measure\":\"flow\"}],", ROWS ("[\"2020\",1]"),
    ROWS ("[\"2021\",2]"), 1, 2, "" },
  { "other-prices", UNITS,
    "\"indicators\":[{\"id\":\"i\",\"name\":\"Births\",\"unit\":\"u\","
    "\"measure\":\"flow\",\"price_basis\":\"current\"}],",
    ROWS ("[\"2020\",1]"), ROWS ("[\"2021\",2]"), 2, 2,
    "all: warning: b.json: the indicator “i” differs in its prices from that of a.json; it is kept apart as “i-2”\n" },
  /* The unit differs, and with it the indicator; an id that a file has itself is not taken for it. */
  { "other-unit", "\"units\":{\"u\":{\"name\":\"euro\",\"kind\":\"money\",\"currency\":\"EUR\"},"
                  "\"u-2\":{\"name\":\"dollar\",\"kind\":\"money\",\"currency\":\"USD\"}},", INDICATORS,
    ROWS ("[\"2020\",1]"), ROWS ("[\"2020\",2]"), 2, 2,
    "all: warning: b.json: the unit “u” differs in its name from that of a.json; it is kept apart as “u-3”\n"
    "all: warning: b.json: the indicator “i” differs in its unit from that of a.json; it is kept apart as “i-2”\n" },
  { "counted-since-elsewhen", UNITS, INDICATORS, ROWS ("[\"2020\",1]"),
    "{\"indicator\":\"i\",\"sa\":true,\"observations\":[[\"2020\",2]]}", 2, 2,
    "all: warning: b.json: the series “Births” differs in its start, year, seasonal adjustment or prices "
    "from that of an earlier file; it is kept apart\n" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *a = make ("\"title\":\"A\",", UNITS, INDICATORS, c->a);
  g_autofree char *b = make ("\"title\":\"B\",", c->units_b, c->indicators_b, c->b);
  g_autofree char *report = NULL;
  g_autoptr (TbDataset) joined = join_two (a, b, &report);

  g_assert_cmpstr (report, ==, c->report);
  g_assert_cmpuint (tb_dataset_get_n_series (joined), ==, c->n_series);
  g_assert_cmpuint (tb_dataset_get_n_observations (joined), ==, c->n_rows);
}

static TbObservation
get_row (const TbDataset *dataset,
         gsize            series,
         gsize            row)
{
  TbObservation observation;

  tb_series_get (tb_dataset_get_series (dataset, series), row, &observation);
  return observation;
}

/* A source of its own is kept; a row without one names its file. */
static void
test_sources (void)
{
  g_autofree char *a = make ("\"title\":\"A\",\"publisher\":\"Office\",\"sources\":{\"s\":{\"title\":\"Yearbook\"}},",
                             UNITS,
                             INDICATORS, ROWS ("{\"period\":\"2020\",\"value\":1,\"source\":\"s\"},[\"2021\",2]"));
  g_autofree char *b = make ("\"title\":\"B\",\"sources\":{\"s\":{\"title\":\"Bulletin\"}},", UNITS, INDICATORS,
                             ROWS ("{\"period\":\"2022\",\"value\":3,\"source\":\"s\"},[\"2023\",4]"));
  g_autofree char *report = NULL;
  g_autoptr (TbDataset) joined = join_two (a, b, &report);

  g_assert_cmpstr (report, ==, "");
  g_assert_cmpstr (tb_text_get (&get_row (joined, 0, 0).source->title, TB_LANGUAGE_EN), ==, "Yearbook");
  g_assert_cmpstr (get_row (joined, 0, 1).source->id, ==, "a.json");
  g_assert_cmpstr (tb_text_get (&get_row (joined, 0, 1).source->publisher, TB_LANGUAGE_EN), ==, "Office");
  g_assert_cmpstr (tb_text_get (&get_row (joined, 0, 2).source->title, TB_LANGUAGE_EN), ==, "Bulletin");
  g_assert_cmpstr (get_row (joined, 0, 2).source->id, ==, "s-2");
  g_assert_cmpstr (get_row (joined, 0, 3).source->id, ==, "b.json");
}

/* Digits, notes, changes against a place and texts of periods belong to the file's
 * dataset, which is gone when they are looked at. */
static void
test_extras (void)
{
  g_autofree char *a
      = make ("\"title\":\"A\",\"places\":{\"p\":{\"name\":\"Here\"},\"q\":{\"name\":\"There\",\"parent\":\"p\"}},",
              UNITS,
              INDICATORS, "{\"indicator\":\"i\",\"place\":\"q\",\"observations\":[[\"2020\",1]]}");
  g_autofree char *b
      = make ("\"title\":\"B\",\"places\":{\"p\":{},\"q\":{\"name\":\"there\"}},", UNITS, INDICATORS,
              "{\"indicator\":\"i\",\"place\":\"q\",\"observations\":["
              "{\"period\":\"2021\",\"value\":12345678901234567890,"
              "\"note\":\"Counted anew\",\"published_change\":{\"value\":1,\"kind\":\"points\",\"against\":\"p\"}}]}");
  g_autofree char *report = NULL;
  g_autoptr (TbDataset) joined = join_two (a, b, &report);
  TbObservation row = get_row (joined, 0, 1);
  const TbPlace *place = tb_series_get_info (tb_dataset_get_series (joined, 0))->place;

  g_assert_cmpstr (report, ==, "");
  g_assert_cmpuint (tb_dataset_get_n_series (joined), ==, 1);
  g_assert_cmpstr (row.extra->digits, ==, "12345678901234567890");
  g_assert_cmpstr (tb_text_get (&row.extra->note, TB_LANGUAGE_EN), ==, "Counted anew");
  g_assert_true (row.extra->change.against == tb_catalog_find_place (tb_dataset_get_catalog (joined), "p"));
  g_assert_cmpstr (tb_text_get (&place->name, TB_LANGUAGE_EN), ==, "There");
  g_assert_true (place->parent == row.extra->change.against);
}

/* A unit that rests on another is the same where that is the same. */
static void
test_unit_chain (void)
{
  static const char units[] = "\"units\":{\"u\":{\"name\":\"tonnes\",\"kind\":\"mass\","
                              "\"base\":\"kg\",\"factor\":1000},"
                              "\"kg\":{\"name\":\"kg\",\"kind\":\"mass\"}},";
  g_autofree char *a = make ("\"title\":\"A\",", units, INDICATORS, ROWS ("[\"2020\",1]"));
  g_autofree char *b = make ("\"title\":\"B\",", units, INDICATORS, ROWS ("[\"2021\",1]"));
  g_autofree char *report = NULL;
  g_autoptr (TbDataset) joined = join_two (a, b, &report);
  TbCatalog *catalog = tb_dataset_get_catalog (joined);

  g_assert_cmpstr (report, ==, "");
  g_assert_cmpuint (tb_catalog_get_n_units (catalog), ==, 2);
  g_assert_true (tb_catalog_find_unit (catalog, "u")->base == tb_catalog_find_unit (catalog, "kg"));
}

static void
test_info (void)
{
  g_autofree char *a = make ("\"title\":{\"en\":\"A\",\"zh\":\"甲\"},\"licence\":\"CC0\",\"updated\":\"2020-01-01\",",
                             UNITS,
                             INDICATORS, ROWS ("[\"2020\",1]"));
  g_autofree char *b = make ("\"title\":\"B\",\"description\":\"Notes\",\"licence\":\"CC0\","
                             "\"updated\":\"2021-02-03\",",
                             UNITS, INDICATORS, ROWS ("[\"2021\",1]"));
  g_autofree char *report = NULL;
  g_autoptr (TbDataset) joined = join_two (a, b, &report);
  const TbDatasetInfo *info = tb_dataset_get_info (joined);
  g_autofree char *updated = tb_day_to_string (info->updated);

  g_assert_cmpstr (report, ==, "");
  g_assert_cmpstr (tb_text_get (&info->title, TB_LANGUAGE_EN), ==, "A; B");
  g_assert_cmpstr (tb_text_get (&info->title, TB_LANGUAGE_ZH), ==, "甲; B");
  g_assert_cmpstr (tb_text_get (&info->description, TB_LANGUAGE_EN), ==, "Notes");
  g_assert_cmpstr (info->licence, ==, "CC0");
  g_assert_cmpstr (updated, ==, "2021-02-03");
}

/* Reporting years that begin in other months give series of their own. */
static void
test_reporting_years (void)
{
  g_autofree char *a = make ("\"title\":\"A\",", UNITS, INDICATORS, ROWS ("[\"2020\",1]"));
  g_autofree char *b = make ("\"title\":\"B\",\"reporting_year_start\":\"04-01\",", UNITS, INDICATORS,
                             ROWS ("[\"2020-A1\",2]"));
  g_autofree char *report = NULL;
  g_autoptr (TbDataset) joined = join_two (a, b, &report);

  g_assert_cmpstr (report, ==,
                   "all: warning: b.json: the series “Births” differs in its start, year, seasonal adjustment or "
                   "prices "
                   "from that of an earlier file; it is kept apart\n");
  g_assert_cmpuint (tb_series_get_info (tb_dataset_get_series (joined, 1))->year_start, ==, 401);
  g_assert_cmpstr (tb_series_get_info (tb_dataset_get_series (joined, 1))->breakdown[0].value, ==, "b.json");
}

static void
test_single (void)
{
  g_autofree char *text = make ("\"title\":\"A\",", UNITS, INDICATORS, ROWS ("[\"2020\",1]"));
  TbDataset *dataset = read_text (text);
  const char *name = "a.json";
  g_autoptr (TbProblems) problems = tb_problems_new ("all");
  g_autoptr (TbDataset) joined = tb_join_datasets (&dataset, &name, 1, problems, NULL);

  g_assert_true (joined == dataset);
  tb_dataset_unref (dataset);
}

#define MANY 4000

/* Each says of one id that it is another indicator; the last one says what the first does. */
static void
make_many (TbDataset  **datasets,
           const char **names)
{
  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *indicators
          = g_strdup_printf ("\"indicators\":[{\"id\":\"i\",\"name\":\"Births %u\",\"unit\":\"u\","
                             "\"measure\":\"flow\"}],", (i + 1) % MANY == 0 ? 0 : i / 2);
      g_autofree char *text
          = make ("\"title\":\"T\",", UNITS, indicators,
                  "{\"indicator\":\"i\",\"observations\":[[\"2020\",1]]}");

      datasets[i] = read_text (text);
      names[i] = "a.json";
    }
}

static void
free_many (TbDataset **datasets)
{
  for (guint i = 0; i < MANY; i++)
    tb_dataset_unref (datasets[i]);
}

/* Files 0 and 1 define one indicator, 2 and 3 another, and so on: as many as there are pairs, found
 * however many there are before. */
static void
test_many_definitions (void)
{
  static TbDataset *datasets[MANY];
  static const char *names[MANY];
  g_autoptr (TbProblems) problems = tb_problems_new ("all");
  g_autoptr (TbDataset) joined = NULL;
  const TbCatalog *catalog;

  make_many (datasets, names);
  joined = tb_join_datasets (datasets, names, MANY, problems, NULL);
  free_many (datasets);

  g_assert_nonnull (joined);
  catalog = tb_dataset_get_catalog (joined);
  g_assert_cmpuint (tb_catalog_get_n_indicators (catalog), ==, MANY / 2);
  g_assert_nonnull (tb_catalog_find_indicator (catalog, "i-2000"));
  g_assert_null (tb_catalog_find_indicator (catalog, "i-2001"));
  g_assert_cmpuint (tb_dataset_get_n_series (joined), ==, MANY / 2);
  /* All but those of the first definition, which are files 0, 1 and the last. */
  g_assert_cmpuint (tb_problems_get_n_warnings (problems), ==, MANY - 3);
}

static void
test_cancelled (void)
{
  static const char *const names[] = { "a.json", "b.json" };
  g_autofree char *text = make ("\"title\":\"T\",", UNITS, INDICATORS,
                                "{\"indicator\":\"i\",\"observations\":[[\"2020\",1]]}");
  g_autoptr (TbDataset) a = read_text (text);
  g_autoptr (TbDataset) b = read_text (text);
  TbDataset *datasets[] = { a, b };
  g_autoptr (TbProblems) problems = tb_problems_new ("all");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (tb_join_datasets (datasets, names, 2, problems, cancellable));
  g_assert_cmpuint (tb_problems_get_n_errors (problems), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  TB_TEST_ADD_ROWS ("/join/case/", cases, name, test_case);
  g_test_add_func ("/join/sources", test_sources);
  g_test_add_func ("/join/extras", test_extras);
  g_test_add_func ("/join/unit-chain", test_unit_chain);
  g_test_add_func ("/join/info", test_info);
  g_test_add_func ("/join/reporting-years", test_reporting_years);
  g_test_add_func ("/join/single", test_single);
  g_test_add_func ("/join/many-definitions", test_many_definitions);
  g_test_add_func ("/join/cancelled", test_cancelled);

  return g_test_run ();
}
