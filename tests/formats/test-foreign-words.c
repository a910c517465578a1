/* What foreign files say in words: titles, descriptions, publishers, names, decimals.
 *
 * The files are those of tests/data/formats, whose figures test-foreign.c checks;
 * the words are those of the files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-reader.h"
#include "tb-test-rows.h"

typedef struct
{
  const char *file;
  const char *title;
  const char *description;
  const char *publisher;
  const char *updated;      /* NULL: not said */
  const char *source;       /* its title and URL, with a space between */
  const char *indicator;    /* the first one: id, name and decimals */
  const char *note;         /* its description */
  const char *unit;         /* the id of its unit */
} Words;

#define SHAPE_INTRO "Prepared: 2021-05-01T10:00:00Z\n"
#define SHAPES_TITLED \
  SHAPE_INTRO "Frequency: Annual", "The Office", NULL, "Population", "POP Population 1", \
  "Population of Germany\nPopulation of France"

static const Words words[] = {
  { "sdmx-json/shape-series.json", "Population", SHAPES_TITLED, "person" },
  { "sdmx-json/shape-cross-section.json", "Population", SHAPES_TITLED, "person" },
  { "sdmx-json/shape-flat.json", "Population", SHAPES_TITLED, "person" },
  { "sdmx-json/working-draft.json", "Rates",
    "Prepared: 2012-01-01T00:00:00\nSource agency: X Bank\nFrequency: Monthly", "X Bank", NULL, "Rates",
    "RATES Rates -1", "", "unstated" },
  { "sdmx-json/groups.json", "Areas",
    SHAPE_INTRO "Remark: all land\nSource: Census; Survey (DE)\nSource: Survey (2019)\nCoverage: land only\n"
    "Frequency: Annual", "The Office", NULL, "Areas", "areas Areas -1", "", "unstated" },
  { "sdmx-json/remarks-on-series.json", "Things",
    SHAPE_INTRO "Collection: End of period (DE)\nCollection: Average (FR)", "The Office", NULL, "Things",
    "things Things -1", "", "unstated" },
  { "sdmx-csv/version-1.csv", "OFF:POP(1.0)", "COLLECTION: end of year\nFREQ: A", "", NULL, "OFF:POP(1.0)",
    "POP POP 1", "", "person" },
  { "sdmx-csv/labels.csv", "Population", "Frequency: Annual", "", NULL, "Population", "POP Population -1", "",
    "unstated" },
  { "sdmx-csv/version-2-names.csv", "Population", "", "", NULL, "Population", "POP Population -1", "", "percent" },
  { "sdmx-csv/wildcards.csv", "OFF:POP(1.0)", "REMARK: counted (DE)\nREMARK: for all", "", NULL, "OFF:POP(1.0)",
    "POP OFF:POP(1.0) -1", "", "unstated" },
  { "world-bank/version-2.json", "Indicators", "", "World Bank", "2024-03-28", "Indicators",
    "GDP GDP (current US$) 2", "", "current-us" },
  { "world-bank/version-1.json", "Population", "", "World Bank", NULL, "", "POP Population 0", "", "unstated" },
  { "dbnomics/periods.json", "Trade", "Goods only", "The Office", "2024-05-06", "Trade https://office.example/",
    "OFF/TR/A.DE Series A.DE -1", "freq: A; Country: Germany; unit: Percent; Product: Cats", "percent" },
  { "dbnomics/labels-as-pairs.json", "Trade", "", "", NULL, "Trade", "OFF/TR/X.DE Series X.DE -1",
    "Country: Germany\nrevised\nsee page 3", "unstated" },
  { "owid/older.json", "older", "", "", "2018-12-11", "", "77 Forest cover 1", "Land with trees.\nSource: FAO",
    "of-land" },
  { "owid/conversion.json", "Money", "", "", NULL, "", "7 Money -1",
    "Our World in Data shows these figures multiplied by 0.001, in the unit “thousand people”; here they are as in "
    "the file.",
    "person" },
  { "owid/current.json", "Tests", "", "", "2021-04-01", "", "4711 Tests 1", "", "tests" },
};

static const char *
get (const TbText *text)
{
  return tb_text_is_empty (text) ? "" : tb_text_get (text, TB_LANGUAGE_EN);
}

static char *
dup_source (const TbCatalog *catalog)
{
  const TbSource *source = tb_catalog_get_n_sources (catalog) > 0 ? tb_catalog_get_source (catalog, 0) : NULL;

  if (source == NULL)
    return g_strdup ("");

  return g_strconcat (get (&source->title), source->url != NULL ? " " : "", source->url, NULL);
}

static void
test_words (gconstpointer data)
{
  const Words *expected = data;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "formats", expected->file, NULL);
  const char *const paths[] = { path, NULL };
  g_autoptr (TbProblems) problems = tb_problems_new (expected->file);
  g_autoptr (TbDataset) dataset = tb_reader_read_paths (paths, NULL, problems, NULL, NULL, NULL, NULL);
  const TbDatasetInfo *info;
  const TbIndicator *indicator;
  g_autofree char *updated = NULL;
  g_autofree char *source = NULL;
  g_autofree char *named = NULL;

  g_assert_nonnull (dataset);
  info = tb_dataset_get_info (dataset);
  g_assert_cmpstr (get (&info->title), ==, expected->title);
  g_assert_cmpstr (get (&info->description), ==, expected->description);
  g_assert_cmpstr (get (&info->publisher), ==, expected->publisher);
  updated = info->updated != 0 ? tb_day_to_string (info->updated) : NULL;
  g_assert_cmpstr (updated, ==, expected->updated);
  source = dup_source (tb_dataset_get_catalog (dataset));
  g_assert_cmpstr (source, ==, expected->source);

  indicator = tb_catalog_get_indicator (tb_dataset_get_catalog (dataset), 0);
  named = g_strdup_printf ("%s %s %d", indicator->id, get (&indicator->name), indicator->decimals);
  g_assert_cmpstr (named, ==, expected->indicator);
  g_assert_cmpstr (get (&indicator->description), ==, expected->note);
  g_assert_cmpstr (indicator->unit->id, ==, expected->unit);
}

/* Both of our languages are kept; another one is better than none. */
static void
test_languages (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "formats", "sdmx-json", "languages.json", NULL);
  const char *const paths[] = { path, NULL };
  g_autoptr (TbProblems) problems = tb_problems_new ("languages.json");
  g_autoptr (TbDataset) dataset = tb_reader_read_paths (paths, NULL, problems, NULL, NULL, NULL, NULL);
  const TbPlace *germany, *france;

  g_assert_nonnull (dataset);
  g_assert_cmpstr (tb_text_get (&tb_dataset_get_info (dataset)->title, TB_LANGUAGE_ZH), ==, "东西");
  germany = tb_catalog_find_place (tb_dataset_get_catalog (dataset), "DE");
  france = tb_catalog_find_place (tb_dataset_get_catalog (dataset), "FR");
  g_assert_cmpstr (tb_text_get (&germany->name, TB_LANGUAGE_ZH), ==, "德国");
  g_assert_cmpstr (tb_text_get (&germany->name, TB_LANGUAGE_EN), ==, "Germany");
  g_assert_cmpstr (tb_text_get (&france->name, TB_LANGUAGE_ZH), ==, "France");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  TB_TEST_ADD_ROWS ("/foreign-words/", words, file, test_words);
  g_test_add_func ("/foreign-words/languages", test_languages);

  return g_test_run ();
}
