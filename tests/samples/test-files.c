/* Every sample: read without a word of warning, in its saved form, in both
 * languages, small, and with the number of figures that it is known to have.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-reader.h"
#include "tb-writer.h"

#define MAX_BYTES (300 * 1024)

typedef struct
{
  const char *name;
  gsize       n_indicators;
  gsize       n_series;
  gsize       n_observations;
} Sample;

static const Sample samples[] = {
  /* The rows and ids of qingdao-facts.csv; its series differ by unit, measure, place and scope. */
  { "digital-qingdao", 358, 374, 390 },
  /* Two cities: 4 yearly indicators × 4 years, 2 monthly ones × 48 months. */
  { "city-weather", 6, 12, 2 * (4 * 4 + 2 * 48) },
  /* 17 years of three groups and their sum. */
  { "iowa-electricity", 4, 4, 4 * 17 },
  /* Ten years of months, eight sectors. */
  { "us-employment", 8, 8, 8 * 120 },
};

static char *
dup_path (const Sample *sample)
{
  g_autofree char *file = g_strconcat (sample->name, ".tongbi.json", NULL);

  return g_build_filename (g_getenv ("TB_SOURCE_ROOT"), "data", "samples", file, NULL);
}

static TbDataset *
read_sample (const Sample *sample)
{
  g_autofree char *path = dup_path (sample);
  g_autoptr (TbProblems) problems = tb_problems_new (path);
  g_autoptr (GError) error = NULL;
  TbDataset *dataset = tb_reader_read_file (path, NULL, problems, NULL, NULL, NULL, &error);
  g_autofree char *report = tb_problems_dup_report (problems);

  g_assert_no_error (error);
  g_assert_cmpstr (report, ==, "");
  g_assert_nonnull (dataset);

  return dataset;
}

static void
test_reads_clean (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr (TbDataset) dataset = read_sample (sample);

  g_assert_cmpuint (tb_catalog_get_n_indicators (tb_dataset_get_catalog (dataset)), ==, sample->n_indicators);
  g_assert_cmpuint (tb_dataset_get_n_series (dataset), ==, sample->n_series);
  g_assert_cmpuint (tb_dataset_get_n_observations (dataset), ==, sample->n_observations);
}

static void
test_saved_form (gconstpointer data)
{
  const Sample *sample = data;
  g_autofree char *path = dup_path (sample);
  g_autofree char *text = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;
  g_autoptr (TbDataset) dataset = read_sample (sample);
  g_autoptr (GBytes) saved = tb_writer_to_json (dataset);
  g_autofree char *saved_text = g_strndup (g_bytes_get_data (saved, NULL), g_bytes_get_size (saved));

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (length, <, MAX_BYTES);
  if (g_strcmp0 (text, saved_text) == 0)
    return;

  {
    g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
    g_auto (GStrv) saved_lines = g_strsplit (saved_text, "\n", -1);

    for (guint i = 0; lines[i] != NULL && saved_lines[i] != NULL; i++)
      g_assert_cmpstr (lines[i], ==, saved_lines[i]);
    g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (saved_lines));
  }
}

static void
assert_bilingual (const TbText *text,
                  const char   *what,
                  const char   *id)
{
  if (tb_text_find (text, TB_LANGUAGE_EN) == NULL || tb_text_find (text, TB_LANGUAGE_ZH) == NULL)
    g_error ("The %s of %s is not in both languages", what, id);
}

static void
assert_bilingual_if_given (const TbText *text,
                           const char   *what,
                           const char   *id)
{
  if (!tb_text_is_empty (text))
    assert_bilingual (text, what, id);
}

static void
assert_series_bilingual (TbSeries *series)
{
  const TbSeriesInfo *info = tb_series_get_info (series);

  assert_bilingual_if_given (&info->scope, "scope", info->indicator->id);
  for (gsize i = 0; i < tb_series_get_n (series); i++)
    {
      TbObservation observation;

      tb_series_get (series, i, &observation);
      g_assert_nonnull (observation.source);
      if (observation.extra != NULL)
        assert_bilingual_if_given (&observation.extra->note, "note", info->indicator->id);
    }
}

static void
test_both_languages (gconstpointer data)
{
  g_autoptr (TbDataset) dataset = read_sample (data);
  const TbDatasetInfo *info = tb_dataset_get_info (dataset);
  TbCatalog *catalog = tb_dataset_get_catalog (dataset);

  assert_bilingual (&info->title, "title", "the dataset");
  assert_bilingual (&info->description, "description", "the dataset");
  assert_bilingual (&info->publisher, "publisher", "the dataset");
  for (gsize i = 0; i < tb_catalog_get_n_indicators (catalog); i++)
    {
      const TbIndicator *indicator = tb_catalog_get_indicator (catalog, i);

      assert_bilingual (&indicator->name, "name", indicator->id);
      assert_bilingual_if_given (&indicator->scope, "scope", indicator->id);
      assert_bilingual_if_given (&indicator->description, "description", indicator->id);
    }
  for (gsize i = 0; i < tb_catalog_get_n_units (catalog); i++)
    assert_bilingual (&tb_catalog_get_unit (catalog, i)->name, "name", tb_catalog_get_unit (catalog, i)->id);
  for (gsize i = 0; i < tb_catalog_get_n_places (catalog); i++)
    assert_bilingual (&tb_catalog_get_place (catalog, i)->name, "name", tb_catalog_get_place (catalog, i)->id);
  for (gsize i = 0; i < tb_catalog_get_n_domains (catalog); i++)
    assert_bilingual (&tb_catalog_get_domain (catalog, i)->name, "name", tb_catalog_get_domain (catalog, i)->id);
  for (gsize i = 0; i < tb_catalog_get_n_sources (catalog); i++)
    {
      const TbSource *source = tb_catalog_get_source (catalog, i);

      assert_bilingual (&source->publisher, "publisher", source->id);
      assert_bilingual (&source->title, "title", source->id);
    }
  for (gsize i = 0; i < tb_dataset_get_n_series (dataset); i++)
    assert_series_bilingual (tb_dataset_get_series (dataset, i));
}

/* The sums that were computed for the samples, against their parts. */
static double
figure_of (TbDataset  *dataset,
           const char *indicator_id,
           gsize       series,
           const char *period_text)
{
  const TbIndicator *indicator = tb_catalog_find_indicator (tb_dataset_get_catalog (dataset), indicator_id);
  TbPeriod period;
  gsize n;
  TbSeries *const *list;
  gssize row;

  g_assert_nonnull (indicator);
  g_assert_true (tb_period_parse (period_text, TB_CALENDAR_YEAR, &period, NULL));
  list = tb_dataset_get_series_of (dataset, indicator, &n);
  g_assert_cmpuint (series, <, n);
  row = tb_series_find (list[series], period, TB_KIND_ACTUAL);
  g_assert_cmpint (row, >=, 0);

  return tb_series_get_figure (list[series], (gsize) row);
}

static void
test_sums (void)
{
  g_autoptr (TbDataset) weather = read_sample (&samples[1]);
  g_autoptr (TbDataset) electricity = read_sample (&samples[2]);
  g_autoptr (TbDataset) jobs = read_sample (&samples[3]);

  /* The year to date ends at the year's total; 1,226.0 mm is the sum of the 366 daily figures,
     * added with another program. */
  g_assert_cmpfloat (figure_of (weather, "precipitation", 0, "2012"), ==, 1226.0);
  for (gsize city = 0; city < 2; city++)
    for (int year = 2012; year < 2016; year++)
      {
        g_autofree char *text = g_strdup_printf ("%d", year);

        g_assert_cmpfloat (figure_of (weather, "precipitation-to-date", city, text), ==,
                           figure_of (weather, "precipitation", city, text));
      }
  for (int year = 2001; year < 2018; year++)
    {
      g_autofree char *text = g_strdup_printf ("%d", year);

      g_assert_cmpfloat (figure_of (electricity, "generation", 0, text), ==,
                         figure_of (electricity, "generation-fossil", 0, text)
                         + figure_of (electricity, "generation-nuclear", 0, text)
                         + figure_of (electricity, "generation-renewable", 0, text));
    }
  g_assert_cmpfloat (figure_of (jobs, "nonfarm-jobs", 0, "2015-12"), ==, 143093000.0);
  g_assert_cmpfloat (figure_of (jobs, "nonfarm-jobs", 0, "2015-12"), ==,
                     figure_of (jobs, "private-jobs", 0,
                                "2015-12") + figure_of (jobs, "government-jobs", 0, "2015-12"));
}

static void
add_for_each (const char        *name,
              GTestDataFunc      func)
{
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = g_strdup_printf ("/samples/files/%s/%s", name, samples[i].name);

      g_test_add_data_func (path, &samples[i], func);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  add_for_each ("reads-clean", test_reads_clean);
  add_for_each ("saved-form", test_saved_form);
  add_for_each ("both-languages", test_both_languages);
  g_test_add_func ("/samples/files/sums", test_sums);

  return g_test_run ();
}
