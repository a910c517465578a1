/* Profiles and plans: what the user said of files, and how they were read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-plan.h"

#include <string.h>

static TbProfile *
parse (const char  *text,
       char       **out_report)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (TbProblems) problems = tb_problems_new ("profile.json");
  TbProfile *profile = tb_profile_parse (bytes, problems);

  *out_report = tb_problems_dup_report (problems);
  g_assert_cmpint (profile == NULL, ==, tb_problems_get_n_errors (problems) > 0);
  return profile;
}

static char *
write_profile (const TbProfile *profile)
{
  g_autoptr (GBytes) bytes = tb_profile_to_json (profile);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return g_strndup (text, length);
}

static const char whole[] = "{\n"
                            "  \"tongbi\": \"import-profile/1\",\n"
                            "  \"columns\": {\n"
                            "    \"Year\": {\"role\": \"period\"},\n"
                            "    \"地区\": {\"role\": \"place\"},\n"
                            "    \"Remarks\": {\"role\": \"ignored\"}\n"
                            "  },\n"
                            "  \"decimal_mark\": \",\",\n"
                            "  \"measure\": \"cumulative\",\n"
                            "  \"since\": \"year-start\",\n"
                            "  \"indicators\": {\n"
                            "    \"beds\": {\"measure\": \"stock\", \"unit\": \"beds\", \"direction\": \"up\", "
                            "\"name\": \"Hospital beds\"},\n"
                            "    \"rate\": {\"unit\": \"%\"}\n"
                            "  }\n"
                            "}\n";

static void
check_whole (const TbProfile *profile)
{
  const TbProfileIndicator *said;

  g_assert_cmpint (tb_profile_get_role (profile, "Year"), ==, TB_COLUMN_ROLE_PERIOD);
  g_assert_cmpint (tb_profile_get_role (profile, "地区"), ==, TB_COLUMN_ROLE_PLACE);
  g_assert_cmpint (tb_profile_get_role (profile, "year"), ==, TB_COLUMN_ROLE_UNSAID);
  g_assert_cmpint (tb_profile_get_decimal_mark (profile), ==, ',');
  said = tb_profile_get_indicator (profile, NULL);
  g_assert_true (said->has_measure);
  g_assert_cmpint (said->measure, ==, TB_MEASURE_CUMULATIVE);
  g_assert_cmpint (said->since, ==, TB_SINCE_YEAR_START);
  g_assert_false (said->has_direction);
  said = tb_profile_get_indicator (profile, "beds");
  g_assert_cmpint (said->measure, ==, TB_MEASURE_STOCK);
  g_assert_cmpint (said->direction, ==, TB_DIRECTION_UP);
  g_assert_cmpstr (said->name, ==, "Hospital beds");
  said = tb_profile_get_indicator (profile, "rate");
  g_assert_false (said->has_measure);
  g_assert_cmpstr (said->unit, ==, "%");
  g_assert_null (tb_profile_get_indicator (profile, "other"));
}

static void
test_whole (void)
{
  g_autofree char *report = NULL;
  g_autoptr (TbProfile) profile = parse (whole, &report);
  g_autoptr (TbProfile) copy = NULL;
  g_autofree char *written = NULL;

  g_assert_cmpstr (report, ==, "");
  check_whole (profile);
  copy = tb_profile_copy (profile);
  g_clear_pointer (&profile, tb_profile_unref);
  check_whole (copy);
  written = write_profile (copy);
  g_assert_cmpstr (written, ==, whole);
}

static void
test_changes (void)
{
  g_autoptr (TbProfile) profile = tb_profile_new ();
  g_autofree char *written = NULL;

  tb_profile_set_role (profile, "a", TB_COLUMN_ROLE_PLACE);
  tb_profile_set_role (profile, "b", TB_COLUMN_ROLE_VALUE);
  tb_profile_set_role (profile, "a", TB_COLUMN_ROLE_PERIOD);
  tb_profile_set_role (profile, "b", TB_COLUMN_ROLE_UNSAID);
  tb_profile_set_role (profile, "c", TB_COLUMN_ROLE_UNSAID);
  tb_profile_set_indicator (profile, NULL, &(TbProfileIndicator) { .has_measure = TRUE, .measure = TB_MEASURE_STOCK });
  tb_profile_set_indicator (profile, NULL,
                            &(TbProfileIndicator) { .has_direction = TRUE, .direction = TB_DIRECTION_DOWN });
  written = write_profile (profile);
  g_assert_cmpstr (written, ==,
                   "{\n  \"tongbi\": \"import-profile/1\",\n  \"columns\": {\n    \"a\": {\"role\": \"period\"}\n  },\n"
                   "  \"direction\": \"down\"\n}\n");
}

static const struct
{
  const char *text;
  const char *report;
} bad[] = {
  { "{\"tongbi\": \"import-profile/1\",\n \"colums\": {}}",
    "profile.json:2:2: error: /colums: found \"colums\"; expected \"columns\", or another of: measure, since, unit, "
    "direction, tongbi, columns, decimal_mark, indicators\n" },
  { "{\"tongbi\": \"import-profile/1\", \"columns\": {\"Year\": {\"role\": \"perod\"}}}",
    "profile.json:1:61: error: /columns/Year/role: found \"perod\"; expected \"period\", or another of: period, place, "
    "indicator, unit, breakdown, title, value, status, note, label, ignored\n" },
  { "{\"tongbi\": \"import-profile/1\", \"columns\": [\"Year\"]}",
    "profile.json:1:43: error: /columns: found [\"Year\"]; expected an object with an entry for each name\n" },
  { "{\"tongbi\": \"import-profile/1\",\n\n  \"indicators\": {\"a\": {\"since\": \"inception\"}}}",
    "profile.json:3:33: error: /indicators/a/since: \"since\" has no meaning here; expected it with the measure "
    "\"cumulative\" only\n" },
  { "{\"tongbi\": \"import-profile/1\", \"decimal_mark\": \"'\"}",
    "profile.json:1:48: error: /decimal_mark: found \"'\"; expected \".\" or \",\"\n" },
  { "{\"tongbi\": \"dataset/1\"}",
    "profile.json:1:12: error: /tongbi: found \"dataset/1\"; expected \"import-profile/1\", the version of profiles "
    "that "
    "this program reads\n" },
  { "{\"columns\": {}}", "profile.json:1:1: error: the key \"tongbi\" is missing; expected it here\n" },
  { "[]", "profile.json:1:1: error: found []; expected an object\n" },
};

static void
test_bad (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *report = NULL;
      g_autoptr (TbProfile) profile = parse (bad[i].text, &report);

      g_assert_null (profile);
      g_assert_cmpstr (report, ==, bad[i].report);
    }
}

static void
test_plan (void)
{
  g_autoptr (TbPlan) plan = tb_plan_new ();
  g_autoptr (TbProfile) profile = NULL;
  g_autofree char *nothing = tb_plan_dup_text (plan);
  g_autofree char *text = NULL;

  g_assert_cmpstr (nothing, ==, "");
  tb_plan_add_column (plan, "Year", TB_COLUMN_ROLE_PERIOD, FALSE, NULL);
  tb_plan_add_column (plan, "Month", TB_COLUMN_ROLE_BREAKDOWN, TRUE, NULL);
  tb_plan_add_column (plan, "Country", TB_COLUMN_ROLE_PLACE, FALSE, NULL);
  for (guint i = 1; i <= 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("v%u", i);

      tb_plan_add_column (plan, name, TB_COLUMN_ROLE_VALUE, FALSE, NULL);
    }
  tb_plan_set_n_unstated (plan, 5);
  text = tb_plan_dup_text (plan);
  g_assert_cmpstr (text, ==,
                   "Read with the period from “Year”, the place from “Country”, the values from “v1”, “v2”, “v3” and 2 "
                   "more. Another reading is possible of “Month”. "
                   "The file does not state the measure of 5 indicators.");

  profile = tb_plan_to_profile (plan);
  g_assert_cmpint (tb_profile_get_role (profile, "Month"), ==, TB_COLUMN_ROLE_BREAKDOWN);
  g_assert_cmpint (tb_profile_get_role (profile, "v5"), ==, TB_COLUMN_ROLE_VALUE);
}

/* The periods of a wide table are names of columns, also when the dimension made of them is told. */
static void
test_plan_of_header (void)
{
  g_autoptr (TbPlan) plan = tb_plan_new ();
  g_autofree char *text = NULL;

  tb_plan_add_header (plan, "period", TB_COLUMN_ROLE_PERIOD, NULL);
  tb_plan_add_column (plan, "Country", TB_COLUMN_ROLE_PLACE, FALSE, NULL);
  tb_plan_add_column (plan, "period", TB_COLUMN_ROLE_PERIOD, FALSE, NULL);
  text = tb_plan_dup_text (plan);
  g_assert_cmpstr (text, ==, "Read with the period from the header, the place from “Country”.");
}

/* Names as the offices of the source write them. */
static const struct
{
  const char   *id;
  const char   *label;
  TbColumnRole  role;
  const char   *source;
} names[] = {
  { "TIME_PERIOD", NULL, TB_COLUMN_ROLE_PERIOD, "SDMX" },
  { "Time", NULL, TB_COLUMN_ROLE_PERIOD, "Eurostat" },
  { "Tid", "år", TB_COLUMN_ROLE_PERIOD, "SCB" },
  { "ÅR", NULL, TB_COLUMN_ROLE_PERIOD, "PC-Axis, a capital that is no ASCII letter" },
  { "Kvartal", NULL, TB_COLUMN_ROLE_PERIOD, "Statistics Denmark" },
  { "Vuosi", NULL, TB_COLUMN_ROLE_PERIOD, "Statistics Finland" },
  { "TLIST(M1)", "Month", TB_COLUMN_ROLE_PERIOD, "CSO Ireland" },
  { "aika", NULL, TB_COLUMN_ROLE_PERIOD, "Statistics Finland" },
  { "  Ref. Date ", NULL, TB_COLUMN_ROLE_PERIOD, "Statistics Canada" },
  { "年份", NULL, TB_COLUMN_ROLE_PERIOD, "Chinese yearbooks" },
  { "Jahr", NULL, TB_COLUMN_ROLE_PERIOD, "German tables" },
  { "Quartal", NULL, TB_COLUMN_ROLE_PERIOD, "German tables" },
  { "Année", NULL, TB_COLUMN_ROLE_PERIOD, "French tables" },
  { "Trimestre", NULL, TB_COLUMN_ROLE_PERIOD, "French and Spanish tables" },
  { "AÑO", NULL, TB_COLUMN_ROLE_PERIOD, "Spanish tables" },
  { "Land", NULL, TB_COLUMN_ROLE_PLACE, "German tables" },
  { "Pays", NULL, TB_COLUMN_ROLE_PLACE, "French tables" },
  { "País", NULL, TB_COLUMN_ROLE_PLACE, "Spanish tables" },
  { "Indicateur", NULL, TB_COLUMN_ROLE_INDICATOR, "French tables" },
  { "Einheit", NULL, TB_COLUMN_ROLE_UNIT, "German tables" },
  { "Unité de mesure", NULL, TB_COLUMN_ROLE_UNIT, "French tables" },
  { "Unidad", NULL, TB_COLUMN_ROLE_UNIT, "Spanish tables" },
  { "Wert", NULL, TB_COLUMN_ROLE_VALUE, "German tables" },
  { "Valeurs", NULL, TB_COLUMN_ROLE_VALUE, "French tables" },
  { "Valor", NULL, TB_COLUMN_ROLE_VALUE, "Spanish tables" },
  { "Fußnoten", NULL, TB_COLUMN_ROLE_NOTE, "German tables" },
  { "地区代码", NULL, TB_COLUMN_ROLE_PLACE, "Chinese tables: code of the region" },
  { "指标名称", NULL, TB_COLUMN_ROLE_INDICATOR, "Chinese tables: name of the indicator" },
  { "计量单位", NULL, TB_COLUMN_ROLE_UNIT, "Chinese tables" },
  { "地区生产总值", NULL, TB_COLUMN_ROLE_UNSAID, "the gross product of a region is no region" },
  { "REF_AREA", NULL, TB_COLUMN_ROLE_PLACE, "SDMX" },
  { "weo-country", NULL, TB_COLUMN_ROLE_PLACE, "DB.nomics" },
  { "Country Code", NULL, TB_COLUMN_ROLE_PLACE, "World Bank csv" },
  { "C02076V02508", "Region", TB_COLUMN_ROLE_PLACE, "CSO Ireland: the label tells" },
  { "ContentsCode", "observations", TB_COLUMN_ROLE_INDICATOR, "PxWeb" },
  { "indic_na", NULL, TB_COLUMN_ROLE_INDICATOR, "Eurostat" },
  { "na_item", NULL, TB_COLUMN_ROLE_INDICATOR, "Eurostat" },
  { "UNIT_MEASURE", NULL, TB_COLUMN_ROLE_UNIT, "SDMX" },
  { "OBS_VALUE", NULL, TB_COLUMN_ROLE_VALUE, "SDMX-CSV" },
  { "OBS_STATUS", NULL, TB_COLUMN_ROLE_STATUS, "SDMX-CSV" },
  { "Value Footnotes", NULL, TB_COLUMN_ROLE_UNSAID, "no name of ours as a whole" },
  { "sex", "Sex", TB_COLUMN_ROLE_UNSAID, "Eurostat" },
  { "", NULL, TB_COLUMN_ROLE_UNSAID, "a column without a name" },
  { "How long the respondent has lived at the present address", NULL, TB_COLUMN_ROLE_UNSAID, "a survey" },
};

static void
test_names (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_test_message ("%s (%s)", names[i].id, names[i].source);
      g_assert_cmpint (tb_column_role_from_name (names[i].id, names[i].label), ==, names[i].role);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/profile/whole", test_whole);
  g_test_add_func ("/profile/changes", test_changes);
  g_test_add_func ("/profile/bad", test_bad);
  g_test_add_func ("/plan/text", test_plan);
  g_test_add_func ("/plan/text-of-header", test_plan_of_header);
  g_test_add_func ("/column-role/names", test_names);

  return g_test_run ();
}
