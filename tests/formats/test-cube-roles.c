/* The cube: what each dimension is taken to be.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-cube-test.h"

/* What a file with these dimensions is taken to be. A dimension is "id=codes" or "id:role=codes"; of the roles that
 * must come out there are those that are not breakdowns, and "?" behind what is in doubt. */
typedef struct
{
  const char *name;
  const char *dimensions[6];
  const char *expected;
  const char *source;
} RoleCase;

static const RoleCase role_cases[] = {
  { "eurostat", { "freq=A", "unit=PC MIO_EUR", "na_item=B1G B1GQ", "geo=DK SE", "time=2022 2023" },
    "unit:unit na_item:indicator geo:place time:period", "Eurostat's JSON-stat says no role; formats.md 1" },
  { "pxweb", { "Region=01 03", "ContentsCode=BE0101N1", "Tid=2022 2023" },
    "Region:place ContentsCode:indicator Tid:period", "SCB; formats.md 1" },
  { "finnish", { "Alue=SSS KU091", "Vuosi=2022 2023", "Tiedot=vaesto" },
    "Alue:place Vuosi:period Tiedot:indicator", "Statistics Finland; formats.md 1" },
  { "said", { "A:place=x y", "B:period=1 2", "C:indicator=p q", "D:unit=km kg" },
    "A:place B:period C:indicator D:unit", "what the file says holds, whatever the names and codes" },
  { "said-against-name", { "time:breakdown=morning evening", "day:period=2021-01-01 2021-01-02" },
    "day:period", "a dimension \"time\" of the time of day" },
  { "two-periods", { "arrival:period=2021 2022", "departure:period=2021 2023" },
    "arrival:period", "two roles of time are possible; the first is taken: formats.md 1" },
  { "two-places", { "residence:place=G1 G2", "birth:place=G1 G3", "year=2020 2021" },
    "residence:place year:period", "Galicia has two; formats.md 1" },
  { "by-codes", { "LABEL=2020M01 2020M02", "group=a b" },
    "LABEL:period", "the one dimension whose every code is a period: formats.md 1" },
  { "by-codes-not-all", { "LABEL=2020M01 Total", "group=a b" },
    "", "one code is none: undated, rather than guessed" },
  { "by-codes-two", { "from=2019 2020", "to=2021 2022 2023" },
    "to:period?", "two would do: the longer one is taken, and told" },
  { "by-codes-implausible", { "altitude=1000 1200", "group=a b" },
    "", "heights are no years of our age" },
  { "broken-promise", { "day=Mon Tue Wed", "survey=2019 2020" },
    "survey:period", "days of the week are no dates" },
  { "promise-alone", { "period=before after", "geo=A B" },
    "period:period geo:place", "nothing else tells time: kept as text" },
  { "year-and-month", { "year=2020 2021", "month=01 02" },
    "year:period", "months without a year are no periods" },
  { "sdmx", { "FREQ=A", "REF_AREA=JP KR", "SUBJECT=GDP POP", "MEASURE=CUR VOL", "TIME_PERIOD=2020 2021" },
    "REF_AREA:place SUBJECT:indicator? MEASURE:breakdown? TIME_PERIOD:period", "OECD: two could be what is measured" },
  { "sdmx-constant", { "MEASURE=CUR", "SUBJECT=GDP POP", "TIME_PERIOD=2020" },
    "SUBJECT:indicator TIME_PERIOD:period", "the one that varies: formats.md 2" },
  { "no-time", { "sex=F M", "age=Y15 Y16" }, "", "OECD PART2 has no time: formats.md 2" },
};

static TbColumnRole
find_role (const char *name)
{
  return name != NULL ? (TbColumnRole) tb_vocabulary_find (&tb_column_roles, name) : TB_COLUMN_ROLE_UNSAID;
}

static char *
list_roles (const TbPlan *plan)
{
  GString *list = g_string_new (NULL);

  for (gsize i = 0; i < tb_plan_get_n_columns (plan); i++)
    {
      const TbPlanColumn *column = tb_plan_get_column (plan, i);

      if (column->role == TB_COLUMN_ROLE_BREAKDOWN && !column->in_doubt)
        continue;
      g_string_append_printf (list, "%s%s:%s%s", list->len > 0 ? " " : "", column->name,
                              tb_vocabulary_spelling (&tb_column_roles, (int) column->role),
                              column->in_doubt ? "?" : "");
    }

  return g_string_free_and_steal (list);
}

static void
test_roles (TbCubeFixture *fixture,
            gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (role_cases); i++)
    {
      const RoleCase *row = &role_cases[i];
      TbCubeFixture fresh;
      g_autofree char *found = NULL;

      tb_cube_test_set_up (&fresh, NULL);
      for (guint k = 0; row->dimensions[k] != NULL; k++)
        {
          g_auto (GStrv) parts = g_strsplit (row->dimensions[k], "=", 2);
          g_auto (GStrv) name = g_strsplit (parts[0], ":", 2);

          tb_cube_test_add_dimension (fresh.cube, name[0], find_role (name[1]), parts[1]);
        }
      g_assert_true (tb_cube_begin (fresh.cube, 0));
      found = list_roles (fresh.plan);
      g_test_message ("%s: %s (%s)", row->name, found, row->source);
      g_assert_cmpstr (found, ==, row->expected);
      tb_cube_test_tear_down (&fresh, NULL);
    }
}

/* What the user says goes before everything, and nothing is in doubt then. */
static void
test_profile (TbCubeFixture *fixture,
              gconstpointer  data)
{
  g_autoptr (TbProfile) profile = tb_profile_new ();
  TbCube *cube = fixture->cube;

  fixture->input.profile = profile;
  tb_profile_set_role (profile, "from", TB_COLUMN_ROLE_PERIOD);
  tb_profile_set_role (profile, "to", TB_COLUMN_ROLE_BREAKDOWN);
  tb_profile_set_role (profile, "remark", TB_COLUMN_ROLE_IGNORED);
  tb_profile_set_role (profile, "geo", TB_COLUMN_ROLE_INDICATOR);
  tb_profile_set_indicator (profile, "A", &(TbProfileIndicator) {
    .has_measure = TRUE, .measure = TB_MEASURE_CUMULATIVE, .since = TB_SINCE_YEAR_START, .name = "The first",
    .has_direction = TRUE, .direction = TB_DIRECTION_DOWN,
  });
  tb_profile_set_indicator (profile, NULL, &(TbProfileIndicator) {
    .has_measure = TRUE, .measure = TB_MEASURE_FLOW, .unit = "%",
  });

  tb_cube_test_add_dimension (cube, "geo", TB_COLUMN_ROLE_PLACE, "A B");
  tb_cube_test_add_dimension (cube, "from", TB_COLUMN_ROLE_UNSAID, "2019 2020");
  tb_cube_test_add_dimension (cube, "to", TB_COLUMN_ROLE_PERIOD, "2021 2022 2023");
  tb_cube_test_add_dimension (cube, "remark", TB_COLUMN_ROLE_UNSAID, "x y");
  g_assert_true (tb_cube_begin (cube, 0));
  g_assert_false (tb_plan_is_in_doubt (fixture->plan));
  tb_cube_test_add_cell (cube, (const guint32[]) { 0, 0, 1, 0 }, "1");
  tb_cube_test_add_cell (cube, (const guint32[]) { 1, 1, 2, 1 }, "2");

  g_autoptr (TbDataset) dataset = tb_cube_finish (cube);
  g_autofree char *rows = tb_cube_test_list_rows (dataset);
  const TbCatalog *catalog = tb_dataset_get_catalog (dataset);
  const TbIndicator *first = tb_catalog_find_indicator (catalog, "A");
  const TbIndicator *second = tb_catalog_find_indicator (catalog, "B");
  TbObservation observation;

  g_assert_cmpstr (rows, ==, "A||to=2022|2019|1|unstated|1\nB||to=2023|2020|2|percent|1\n");
  g_assert_cmpstr (tb_text_get (&first->name, TB_LANGUAGE_EN), ==, "The first");
  g_assert_cmpint (first->measure, ==, TB_MEASURE_CUMULATIVE);
  g_assert_cmpint (first->since, ==, TB_SINCE_YEAR_START);
  g_assert_cmpint (first->direction, ==, TB_DIRECTION_DOWN);
  g_assert_cmpint (second->measure, ==, TB_MEASURE_FLOW);
  /* What a figure does not say follows from the measure (format.md): year-to-date, discrete. */
  tb_series_get (tb_dataset_get_series (dataset, 0), 0, &observation);
  g_assert_cmpint (observation.basis, ==, TB_BASIS_YEAR_TO_DATE);
  tb_series_get (tb_dataset_get_series (dataset, 1), 0, &observation);
  g_assert_cmpint (observation.basis, ==, TB_BASIS_DISCRETE);
  g_assert_cmpuint (tb_plan_get_n_unstated (fixture->plan), ==, 0);
  tb_cube_test_check_round_trip (dataset);
}

/* What is said for all holds where neither the file nor the profile says it of one. */
static void
test_measures (TbCubeFixture *fixture,
               gconstpointer  data)
{
  static const TbMeasure expected[] = { TB_MEASURE_FLOW, TB_MEASURE_STOCK, TB_MEASURE_AVERAGE, TB_MEASURE_FLOW };
  g_autoptr (TbProfile) profile = tb_profile_new ();
  TbCube *cube = fixture->cube;
  guint indicator;

  fixture->input.profile = profile;
  tb_profile_set_indicator (profile, NULL, &(TbProfileIndicator) { .has_measure = TRUE, .measure = TB_MEASURE_FLOW });
  tb_profile_set_indicator (profile, "c", &(TbProfileIndicator) { .has_measure = TRUE, .measure = TB_MEASURE_AVERAGE });
  tb_profile_set_indicator (profile, "d", &(TbProfileIndicator) { .name = "The last" });
  indicator = tb_cube_test_add_dimension (cube, "indicator", TB_COLUMN_ROLE_INDICATOR, "a b c d");
  tb_cube_get_code (cube, indicator, 1)->measure = TB_MEASURE_STOCK;
  tb_cube_get_code (cube, indicator, 2)->measure = TB_MEASURE_STOCK;
  tb_cube_test_add_dimension (cube, "time", TB_COLUMN_ROLE_PERIOD, "2020");
  g_assert_true (tb_cube_begin (cube, 0));
  for (guint32 i = 0; i < G_N_ELEMENTS (expected); i++)
    tb_cube_test_add_cell (cube, (const guint32[]) { i, 0 }, "1");

  g_autoptr (TbDataset) dataset = tb_cube_finish (cube);

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpint (tb_catalog_get_indicator (tb_dataset_get_catalog (dataset), i)->measure, ==, expected[i]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  TB_CUBE_ADD_TEST ("roles", test_roles);
  TB_CUBE_ADD_TEST ("profile", test_profile);
  TB_CUBE_ADD_TEST ("measures", test_measures);

  return g_test_run ();
}
