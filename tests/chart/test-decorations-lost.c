/* Tests which decorations another reading takes away, and the reasons.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart.h"
#include "tb-test-datasets.h"

#define ROW(period, value) "{\"period\": \"" period "\", \"value\": " value "}"
#define BOTH ROW ("2020", "100") ", " ROW ("2021", "120")
#define TARGET "{\"period\": \"2025\", \"value\": 200, \"kind\": \"target\", \"comparator\": \"at-least\", " \
               "\"target_basis\": \"sum-over\"}"

/* The figures of the indicator “a”, before and after, with those decorations: which of
 * them are lost. What is refused of both is no news. */
static const struct
{
  const char *name, *type;   /* NULL: the one that suits */
  const char *decorations;
  const char *before, *after;
  const char *lost[TB_N_LANGUAGES];   /* one a line */
} rows[] = {
  { "same", "line", "{\"kind\": \"note\", \"at\": \"2021\", \"text\": \"Strike\"}", BOTH, BOTH, { "", "" } },
  { "revised", "line", "{\"kind\": \"difference\"}", BOTH, ROW ("2020", "90") ", " ROW ("2021", "120"), { "", "" } },
  { "note/gone", "line", "{\"kind\": \"note\", \"at\": \"2021\", \"text\": \"Strike\"}", BOTH, ROW ("2020", "100") ", "
    ROW ("2019", "90"),
    { "Note “Strike”: there is no figure for 2021\n", "文字注释“Strike”：没有2021年的数值\n" } },
  { "highlight/gone", "line", "{\"kind\": \"highlight\", \"at\": \"2021\"}", BOTH, ROW ("2020", "100") ", "
    ROW ("2019", "90"),
    { "Highlight: there is no figure for 2021\n", "突出显示：没有2021年的数值\n" } },
  { "target-line/gone", "line", "{\"kind\": \"target-line\"}", BOTH ", " TARGET, BOTH,
    { "Target line: the series has no target in numbers\n", "目标线：该序列没有数值目标\n" } },
  /* R3: 2021 was a year and is a half-year now */
  { "difference/spans", "column", "{\"kind\": \"difference\"}", BOTH, ROW ("2020", "100") ", " ROW ("2021-S1", "60"),
    { "Difference arrow from 2020 to H1 2021: periods of different length*\n", NULL } },
  /* R8: the definition is another one by now */
  { "difference/break", "column", "{\"kind\": \"difference\"}", BOTH,
    ROW ("2020", "100") ", {\"period\": \"2021\", \"value\": 120, \"status\": \"B\"}",
    { "Difference arrow from 2020 to 2021: *\n", NULL } },
  { "break/outside", "column", "{\"kind\": \"break\", \"at\": \"2021\"}", BOTH, ROW ("2020", "100") ", "
    ROW ("2019", "90"),
    { "Break: it lies outside the time shown\n", NULL } },
  { "value-line/too-far", "line", "{\"kind\": \"value-line\", \"value\": 5000, \"text\": \"Limit\"}", BOTH,
    ROW ("2020", "1") ", " ROW ("2021", "2"),
    { "Value line “Limit”: it lies too far from the figures to be shown\n", NULL } },
  { "refused-before", "line",
    "{\"kind\": \"note\", \"at\": \"2015\", \"text\": \"Early\"}, {\"kind\": \"highlight\", \"at\": \"2021\"}",
    BOTH, ROW ("2020", "100") ", " ROW ("2019", "90"),
    { "Highlight: there is no figure for 2021\n", NULL } },
  { "several", "line",
    "{\"kind\": \"note\", \"at\": \"2021\", \"text\": \"One\"}, "
    "{\"kind\": \"note\", \"at\": \"2020\", \"text\": \"Two\"},"
    " {\"kind\": \"note\", \"at\": \"2021\", \"text\": \"Three\"}", BOTH, ROW ("2020", "100") ", " ROW ("2019", "90"),
    { "Note “One”: there is no figure for 2021\nNote “Three”: there is no figure for 2021\n", NULL } },
  /* No figures, and so no chart at all. */
  { "nothing", "line", "{\"kind\": \"note\", \"at\": \"2021\", \"text\": \"Strike\"}", BOTH, "",
    { "Note “Strike”: *\n", NULL } },
};

static TbDataset *
read_figures (const char *observations)
{
  g_autofree char *text = g_strdup_printf ("{\"tongbi\": \"dataset/1\", \"title\": \"T\", \"units\": {\"u\": "
                                           "{\"name\": \"things\", "
                                           "\"kind\": \"count\"}}, \"indicators\": [{\"id\": \"a\", \"name\": \"A\", "
                                           "\"unit\": \"u\", "
                                           "\"measure\": \"flow\"}], \"series\": [{\"indicator\": \"a\", "
                                           "\"observations\": [%s]}]}",
                                           observations);

  return tb_test_read_dataset (text);
}

static TbChartSpec *
read_spec (gsize      row,
           TbLanguage language)
{
  g_autofree char *json = g_strdup_printf ("{\"tongbi\": \"chart/1\", \"type\": \"%s\", \"language\": \"%s\", "
                                           "\"indicators\": [\"a\"],"
                                           " \"decorations\": [%s]}", rows[row].type,
                                           language == TB_LANGUAGE_ZH ? "zh" : "en", rows[row].decorations);
  g_autoptr (GError) error = NULL;
  TbChartSpec *spec = tb_chart_spec_from_json (json, -1, &error);

  g_assert_no_error (error);
  return spec;
}

static void
test_row (gconstpointer data)
{
  gsize row = GPOINTER_TO_SIZE (data);
  g_autoptr (TbDataset) before = read_figures (rows[row].before);
  g_autoptr (TbDataset) after = read_figures (rows[row].after);

  for (int language = 0; language < TB_N_LANGUAGES; language++)
    {
      g_autoptr (TbChartSpec) spec = read_spec (row, (TbLanguage) language);
      g_auto (GStrv) lost = tb_chart_find_lost_decorations (spec, FALSE, before, after);
      g_autofree char *joined = g_strjoinv ("\n", lost);
      g_autofree char *all = g_strconcat (joined, lost[0] != NULL ? "\n" : "", NULL);

      g_test_message ("%s", all);
      if (rows[row].lost[language] != NULL)
        g_assert_true (g_pattern_match_simple (rows[row].lost[language], all));
    }
}

/* The suited type is found for each reading: columns have a place for arrows, the bars of
 * one figure have none. */
static void
test_automatic_type (void)
{
  g_autoptr (TbDataset) before = read_figures (BOTH);
  g_autoptr (TbDataset) after = read_figures (ROW ("2021", "120"));
  g_autoptr (TbChartSpec) spec = read_spec (1, TB_LANGUAGE_EN);
  g_auto (GStrv) lost = tb_chart_find_lost_decorations (spec, TRUE, before, after);

  g_assert_cmpuint (g_strv_length (lost), ==, 1);
  g_test_message ("%s", lost[0]);
  g_assert_true (g_str_has_prefix (lost[0], "Difference arrow: "));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/A-4/decorations/%s", rows[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/A-4/decorations/automatic-type", test_automatic_type);

  return g_test_run ();
}
