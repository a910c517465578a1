/* The Digital Qingdao sample against the table of facts, row by row: each row
 * finds an observation of its own that says the same, but for the differences
 * that tb-fact-match.c lists with their reasons.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-fact-match.h"
#include "tb-reader.h"

#include <string.h>

#define N_ROWS 390
#define N_INDICATORS 358
#define N_RENAME_COLUMNS 3

typedef struct
{
  TbDataset  *dataset;
  GPtrArray  *rows;     /* of GStrv */
  GHashTable *renamed;  /* indicator id → GStrv of qingdao-renamed.csv */
  GPtrArray  *renames;
} Fixture;

/* Takes the first observation not yet taken that says what @row says. */
static gboolean
take_observation (Fixture           *fixture,
                  const char *const *row,
                  GHashTable        *taken,
                  GString           *reasons)
{
  const TbIndicator *indicator = tb_catalog_find_indicator (tb_dataset_get_catalog (fixture->dataset),
                                                            row[FACT_INDICATOR_ID]);
  TbSeries *const *list;
  gsize n = 0;

  g_assert_nonnull (indicator);
  list = tb_dataset_get_series_of (fixture->dataset, indicator, &n);
  for (gsize s = 0; s < n; s++)
    for (gsize i = 0; i < tb_series_get_n (list[s]); i++)
      {
        g_autofree char *key = g_strdup_printf ("%p/%" G_GSIZE_FORMAT, (void *) list[s], i);
        TbObservation observation;
        const char *difference;

        tb_series_get (list[s], i, &observation);
        difference = tb_fact_find_difference (row, fixture->renamed, tb_series_get_info (list[s]), &observation);
        if (difference == NULL && g_hash_table_add (taken, g_steal_pointer (&key)))
          return TRUE;
        g_string_append_printf (reasons, " %s", difference != NULL ? difference : "taken");
      }

  return FALSE;
}

static void
test_rows (gconstpointer data)
{
  Fixture *fixture = (Fixture *) data;
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_missing = 0;

  g_assert_cmpuint (fixture->rows->len, ==, N_ROWS);
  for (guint i = 0; i < fixture->rows->len; i++)
    {
      const char *const *row = g_ptr_array_index (fixture->rows, i);
      g_autoptr (GString) reasons = g_string_new (NULL);

      if (take_observation (fixture, row, taken, reasons))
        continue;
      n_missing++;
      g_test_message ("line %u, %s %s %s: no observation says this; they differ in:%s",
                      i + 2, row[FACT_INDICATOR_ID], row[FACT_PERIOD], row[FACT_VALUE], reasons->str);
    }
  g_assert_cmpuint (n_missing, ==, 0);
  g_assert_cmpuint (g_hash_table_size (taken), ==, tb_dataset_get_n_observations (fixture->dataset));
}

static void
test_indicators (gconstpointer data)
{
  const Fixture *fixture = data;
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  TbCatalog *catalog = tb_dataset_get_catalog (fixture->dataset);

  for (guint i = 0; i < fixture->rows->len; i++)
    g_hash_table_add (ids, ((char **) g_ptr_array_index (fixture->rows, i))[FACT_INDICATOR_ID]);
  g_assert_cmpuint (g_hash_table_size (ids), ==, N_INDICATORS);
  g_assert_cmpuint (tb_catalog_get_n_indicators (catalog), ==, N_INDICATORS);
  for (gsize i = 0; i < tb_catalog_get_n_indicators (catalog); i++)
    g_assert_true (g_hash_table_contains (ids, tb_catalog_get_indicator (catalog, i)->id));
}

/* Parameters are what the table calls so, durations, and what has a price. */
static void
test_parameters (gconstpointer data)
{
  const Fixture *fixture = data;
  TbCatalog *catalog = tb_dataset_get_catalog (fixture->dataset);

  for (guint i = 0; i < fixture->rows->len; i++)
    {
      const char *const *row = g_ptr_array_index (fixture->rows, i);
      const TbIndicator *indicator = tb_catalog_find_indicator (catalog, row[FACT_INDICATOR_ID]);
      gboolean policy = strstr (row[FACT_NOTE], "policy parameter") != NULL;
      /* An age is no duration of anything done, and days gone by are a running total. */
      gboolean duration = indicator->unit->kind == TB_UNIT_DURATION
                          && !g_str_equal (row[FACT_UNIT_EN], "years of age")
                          && !g_str_equal (row[FACT_MEASURE], "cumulative");
      gboolean price = strstr (indicator->id, "-price") != NULL || g_str_equal (row[FACT_UNIT_EN], "yuan per mu");

      if (policy || duration || price)
        g_assert_true (indicator->is_parameter);
      if (indicator->is_parameter)
        g_assert_cmpint (indicator->measure, ==, TB_MEASURE_STOCK);
    }
}

static const TbSeries *
get_only_series (const Fixture *fixture,
                 const char    *indicator_id)
{
  TbCatalog *catalog = tb_dataset_get_catalog (fixture->dataset);
  gsize n;
  TbSeries *const *list = tb_dataset_get_series_of (fixture->dataset,
                                                    tb_catalog_find_indicator (catalog, indicator_id), &n);

  g_assert_cmpuint (n, ==, 1);

  return list[0];
}

/* Figures that two papers print are one figure with two sources. */
static void
test_confirmations (gconstpointer data)
{
  const Fixture *fixture = data;
  const TbSeries *chains = get_only_series (fixture, "key-industry-chains");
  TbObservation first, second;
  guint n_confirming = 0;

  tb_series_get (chains, 0, &first);
  tb_series_get (chains, 1, &second);
  g_assert_false (first.confirms);
  g_assert_true (second.confirms);
  g_assert_cmpstr (first.source->id, !=, second.source->id);
  for (gsize s = 0; s < tb_dataset_get_n_series (fixture->dataset); s++)
    {
      const TbSeries *series = tb_dataset_get_series (fixture->dataset, s);

      for (gsize i = 0; i < tb_series_get_n (series); i++)
        {
          tb_series_get (series, i, &first);
          g_assert_false (first.conflicts);
          n_confirming += first.confirms ? 1 : 0;
        }
    }
  /* The other is the target of city-brain-new-resources, printed in February and May. */
  g_assert_cmpuint (n_confirming, ==, 2);
}

/* What section A of the comparables calls progress is one series; what it
 * warns of has another scope, and so is another series. */
static void
test_scopes (gconstpointer data)
{
  static const char *const apart[] = {
    "smart-factories-workshops", "one-code-domains", "one-code-scenes", "city-brain-cross-domain-scenes",
    "smart-community-demo-sites", "smart-block-demo-sites", "video-feeds-connected", "video-feed-depts",
    "city-brain-app-scenes",
    "emergency-drill-teams", "emergency-drill-participants", "emergency-drill-subjects",
  };
  static const char *const together[] = {
    "base-stations-5g-new", "smart-traffic-facilities-built", "civic-projects", "civic-project-subitems",
    "macau-weekly-flights", "parking-berths-connected", "shanghai-training-batches", "key-industry-chains",
    "general-high-school-admission-rate", "digital-qingdao-plan-completion-rate",
    "digital-qingdao-key-projects-count",
  };
  const Fixture *fixture = data;
  TbCatalog *catalog = tb_dataset_get_catalog (fixture->dataset);

  for (gsize i = 0; i < G_N_ELEMENTS (apart); i++)
    {
      gsize n;
      TbSeries *const *list = tb_dataset_get_series_of (fixture->dataset,
                                                        tb_catalog_find_indicator (catalog, apart[i]), &n);

      g_assert_cmpuint (n, ==, 2);
      g_assert_false (tb_text_equal (&tb_series_get_info (list[0])->scope, &tb_series_get_info (list[1])->scope));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (together); i++)
    g_assert_true (tb_text_is_empty (&tb_series_get_info (get_only_series (fixture, together[i]))->scope));
}

/* Lists that are drawn up anew, other wholes and other counting words: one series,
 * whose later figures say that their definition differs. */
static void
test_definitions (gconstpointer data)
{
  static const struct
  {
    const char *indicator;
    guint       rows;        /* a bit each */
  } differing[] = {
    { "city-brain-new-resources", 1 << 0 },
    { "digital-qingdao-key-projects-count", 1 << 1 },
    { "digital-office-joint-items", 1 << 0 },
    { "digital-qingdao-plan-completion-rate", 1 << 1 },
    { "civic-projects", 1 << 1 | 1 << 2 },
    { "civic-project-subitems", 1 << 1 },
  };
  const guint32 mark = tb_status_from_letter ('D');
  const Fixture *fixture = data;
  gsize n_found = 0;

  for (gsize s = 0; s < tb_dataset_get_n_series (fixture->dataset); s++)
    {
      const TbSeries *series = tb_dataset_get_series (fixture->dataset, s);
      guint rows = 0;

      for (gsize i = 0; i < tb_series_get_n (series); i++)
        {
          TbObservation observation;

          tb_series_get (series, i, &observation);
          if (observation.status == mark)
            rows |= 1u << i;
          else
            g_assert_cmpuint (observation.status, ==, 0);
        }
      if (rows == 0)
        continue;
      g_assert_cmpuint (n_found, <, G_N_ELEMENTS (differing));
      g_assert_cmpstr (tb_series_get_info (series)->indicator->id, ==, differing[n_found].indicator);
      g_assert_cmpuint (rows, ==, differing[n_found++].rows);
    }
  g_assert_cmpuint (n_found, ==, G_N_ELEMENTS (differing));
}

/* What the targets say, and what follows for them from their figures. */
static void
test_targets (gconstpointer data)
{
  static const struct
  {
    const char   *indicator;
    gsize         row;
    const char   *deadline;   /* NULL for none */
    TbTargetBasis basis;
    TbComparator  comparator;
  } targets[] = {
    { "base-stations-5g-new", 1, NULL, TB_TARGET_SUM_OVER, TB_COMPARATOR_AT_LEAST },
    { "metro-network-latency", 0, NULL, TB_TARGET_LEVEL_AT, TB_COMPARATOR_AT_MOST },
    { "mobile-service-rate", 0, "2023-12-31", TB_TARGET_LEVEL_AT, TB_COMPARATOR_AT_LEAST },
    { "double12-service-items", 0, "2021-10-31", TB_TARGET_LEVEL_AT, TB_COMPARATOR_AT_LEAST },
    { "civic-projects", 1, NULL, TB_TARGET_LEVEL_AT, TB_COMPARATOR_EQUAL },
    { "home-elderly-beds-built", 0, NULL, TB_TARGET_SUM_OVER, TB_COMPARATOR_AT_LEAST },
    { "digital-economy-key-projects-total-investment", 0, NULL, TB_TARGET_CUM_PLAN, TB_COMPARATOR_EQUAL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      TbObservation observation;
      g_autofree char *deadline = NULL;

      tb_series_get (get_only_series (data, targets[i].indicator), targets[i].row, &observation);
      g_assert_nonnull (observation.extra);
      if (observation.extra->target.deadline != 0)
        deadline = tb_day_to_string (observation.extra->target.deadline);
      g_assert_cmpstr (deadline, ==, targets[i].deadline);
      g_assert_cmpint (observation.extra->target.basis, ==, targets[i].basis);
      g_assert_cmpint (observation.extra->target.comparator, ==, targets[i].comparator);
    }
}

/* The shares that section C of the comparables calls sound. */
static void
test_parts (gconstpointer data)
{
  static const struct
  {
    const char *part;
    const char *whole;
  } pairs[] = {
    { "rd-staff-industry", "rd-staff" },
    { "clinical-research-centres-provincial", "clinical-research-centres-new" },
    { "clinical-research-centres-national", "clinical-research-centres-new" },
    { "coop-drones", "coop-machines" },
    { "voucher-institutions-universities", "voucher-institutions" },
    { "voucher-institutions-firms", "voucher-institutions" },
    { "qd-sh-fund-projects", "qd-sh-projects-signed" },
    { "digital-economy-key-projects-completed-investment", "digital-economy-key-projects-total-investment" },
    { "digital-economy-key-projects-period-investment", "digital-economy-key-projects-completed-investment" },
    { "seaweed-salvaged-nearshore", "seaweed-salvaged" },
  };
  const Fixture *fixture = data;
  TbCatalog *catalog = tb_dataset_get_catalog (fixture->dataset);

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      const TbIndicator *part = tb_catalog_find_indicator (catalog, pairs[i].part);
      const TbIndicator *whole = tb_catalog_find_indicator (catalog, pairs[i].whole);

      g_assert_true (part->part_of == whole);
      g_assert_true (tb_unit_same_family (part->unit, whole->unit));
      g_assert_true (tb_text_equal (&part->scope, &whole->scope));
    }
}

static void
set_up (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (g_getenv ("TB_SOURCE_ROOT"), "data", "samples",
                                            "digital-qingdao.tongbi.json", NULL);
  g_autoptr (TbProblems) problems = tb_problems_new (path);
  g_autoptr (GError) error = NULL;

  fixture->dataset = tb_reader_read_file (path, NULL, problems, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (fixture->dataset);
  fixture->rows = tb_facts_read ("qingdao-facts.csv", FACT_N_COLUMNS);
  fixture->renames = tb_facts_read ("qingdao-renamed.csv", N_RENAME_COLUMNS);
  fixture->renamed = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < fixture->renames->len; i++)
    {
      char **row = g_ptr_array_index (fixture->renames, i);

      g_assert_true (g_hash_table_insert (fixture->renamed, row[0], row));
    }
}

static void
tear_down (Fixture *fixture)
{
  g_clear_pointer (&fixture->renamed, g_hash_table_unref);
  g_clear_pointer (&fixture->renames, g_ptr_array_unref);
  g_clear_pointer (&fixture->rows, g_ptr_array_unref);
  g_clear_pointer (&fixture->dataset, tb_dataset_unref);
}

int
main (int   argc,
      char *argv[])
{
  Fixture fixture = { 0 };
  int result;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  set_up (&fixture);
  g_test_add_data_func ("/samples/qingdao/rows", &fixture, test_rows);
  g_test_add_data_func ("/samples/qingdao/indicators", &fixture, test_indicators);
  g_test_add_data_func ("/samples/qingdao/parameters", &fixture, test_parameters);
  g_test_add_data_func ("/samples/qingdao/confirmations", &fixture, test_confirmations);
  g_test_add_data_func ("/samples/qingdao/scopes", &fixture, test_scopes);
  g_test_add_data_func ("/samples/qingdao/definitions", &fixture, test_definitions);
  g_test_add_data_func ("/samples/qingdao/targets", &fixture, test_targets);
  g_test_add_data_func ("/samples/qingdao/parts", &fixture, test_parts);
  result = g_test_run ();
  tear_down (&fixture);

  return result;
}
