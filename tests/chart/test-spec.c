/* Tests chart specs as JSON: both ways without loss, and what a bad one gets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-spec.h"
#include "tb-test-texts.h"

#include <string.h>

static void
assert_same_period (TbPeriod a,
                    TbPeriod b)
{
  g_assert_cmpint (a.start, ==, b.start);
  g_assert_cmpint (a.end, ==, b.end);
  g_assert_cmpint (a.kind, ==, b.kind);
}

static void
assert_same_operations (const TbChartSpecFields *a,
                        const TbChartSpecFields *b)
{
  g_assert_cmpuint (a->n_operations, ==, b->n_operations);
  for (gsize i = 0; i < a->n_operations; i++)
    {
      g_assert_cmpint (a->operations[i].kind, ==, b->operations[i].kind);
      assert_same_period (a->operations[i].base, b->operations[i].base);
      g_assert_cmpuint (a->operations[i].window, ==, b->operations[i].window);
      g_assert_cmpstr (a->operations[i].with, ==, b->operations[i].with);
      g_assert_cmpint (a->operations[i].so_far, ==, b->operations[i].so_far);
    }
}

static void
assert_same_decorations (const TbChartSpecFields *a,
                         const TbChartSpecFields *b)
{
  g_assert_cmpuint (a->n_decorations, ==, b->n_decorations);
  for (gsize i = 0; i < a->n_decorations; i++)
    {
      g_assert_cmpint (a->decorations[i].kind, ==, b->decorations[i].kind);
      g_assert_cmpstr (a->decorations[i].series, ==, b->decorations[i].series);
      g_assert_cmpint (a->decorations[i].from.role, ==, b->decorations[i].from.role);
      assert_same_period (a->decorations[i].from.period, b->decorations[i].from.period);
      g_assert_cmpint (a->decorations[i].to.role, ==, b->decorations[i].to.role);
      assert_same_period (a->decorations[i].to.period, b->decorations[i].to.period);
      g_assert_cmpint (a->decorations[i].show, ==, b->decorations[i].show);
      g_assert_cmpfloat (a->decorations[i].value, ==, b->decorations[i].value);
      g_assert_cmpstr (a->decorations[i].text, ==, b->decorations[i].text);
    }
}

static void
assert_same (const TbChartSpecFields *a,
             const TbChartSpecFields *b)
{
  g_assert_cmpint (a->type, ==, b->type);
  g_assert_true (a->indicators == NULL ? b->indicators == NULL
                                       : b->indicators != NULL && g_strv_equal ((const char *const *) a->indicators,
                                                                                (const char *const *) b->indicators));
  g_assert_cmpstr (a->place, ==, b->place);
  assert_same_period (a->from, b->from);
  assert_same_period (a->to, b->to);
  g_assert_cmpuint (a->kinds, ==, b->kinds);
  g_assert_cmpint (a->language, ==, b->language);
  g_assert_cmpint (a->style, ==, b->style);
  g_assert_cmpfloat (a->width, ==, b->width);
  g_assert_cmpfloat (a->height, ==, b->height);
  g_assert_cmpstr (a->title, ==, b->title);
  g_assert_cmpstr (a->subtitle, ==, b->subtitle);
  g_assert_cmpstr (a->note, ==, b->note);
  g_assert_cmpstr (a->source, ==, b->source);
  g_assert_cmpstr (a->description, ==, b->description);
  g_assert_cmpint (a->show_values, ==, b->show_values);
  g_assert_cmpint (a->decimals, ==, b->decimals);
  assert_same_operations (a, b);
  assert_same_period (a->base, b->base);
  assert_same_period (a->current, b->current);
  g_assert_cmpint (a->order, ==, b->order);
  g_assert_cmpint (a->own_scales, ==, b->own_scales);
  g_assert_cmpint (a->transparent, ==, b->transparent);
  g_assert_cmpint (a->table_totals, ==, b->table_totals);
  g_assert_cmpuint (a->n_table_pairs, ==, b->n_table_pairs);
  for (gsize i = 0; i < a->n_table_pairs; i++)
    {
      assert_same_period (a->table_pairs[i].base, b->table_pairs[i].base);
      assert_same_period (a->table_pairs[i].current, b->table_pairs[i].current);
    }
  g_assert_true (a->hidden == NULL ? b->hidden == NULL
                                   : g_strv_equal ((const char *const *) a->hidden, (const char *const *) b->hidden));
  g_assert_cmpint (a->as_of, ==, b->as_of);
  g_assert_cmpint (a->known, ==, b->known);
  g_assert_cmpstr (a->house != NULL ? tb_house_style_get_json (a->house) : NULL, ==,
                   b->house != NULL ? tb_house_style_get_json (b->house) : NULL);
  assert_same_decorations (a, b);
}

static void
assert_round_trip (const TbChartSpecFields *fields)
{
  g_autoptr (TbChartSpec) spec = tb_chart_spec_new (fields);
  g_autofree char *text = tb_chart_spec_to_json (spec);
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TbChartSpec) back = tb_chart_spec_from_json (text, -1, &error);

  g_assert_no_error (error);
  assert_same (tb_chart_spec_get (back), fields);
  again = tb_chart_spec_to_json (back);
  g_assert_cmpstr (again, ==, text);
}

static void
test_defaults (void)
{
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;
  g_autoptr (GError) error = NULL;
  g_autoptr (TbChartSpec) least = tb_chart_spec_from_json ("{\"tongbi\": \"chart/1\"}", -1, &error);

  g_assert_no_error (error);
  assert_same (tb_chart_spec_get (least), &fields);
  assert_round_trip (&fields);
}

static void
test_everything (void)
{
  char *indicators[] = { (char *) "base-stations-5g-new", (char *) "hospital-*", NULL };
  char *hidden[] = { (char *) "hospital-beds@qingdao,type=public#市区", NULL };
  TbChartSpecFields fields = {
    .type = TB_CHART_LINE,
    .indicators = indicators,
    .place = (char *) "qingdao",
    .kinds = 1u << TB_KIND_ACTUAL | 1u << TB_KIND_FORECAST,
    .language = TB_LANGUAGE_ZH,
    .style = TB_STYLE_HIGH_CONTRAST_DARK,
    .width = 604.7244094488189,
    .height = 340,
    .title = (char *) "“引号”\\ and \"quotes\"",
    .subtitle = (char *) "",
    .note = (char *) "注\n二",
    .source = (char *) "",
    .description = (char *) "📈",
    .show_values = FALSE,
    .order = TB_CHART_ORDER_GAP,
    .own_scales = TRUE,
    .transparent = TRUE,
    .table_totals = TRUE,
    .decimals = 2,
    .hidden = hidden,
    .as_of = tb_day_new (2021, 8, 16),
    .known = tb_day_new (2021, 1, 12),
  };

  g_assert_true (tb_period_parse ("2020-Q3", TB_CALENDAR_YEAR, &fields.from, NULL));
  g_assert_true (tb_period_parse ("2021-01/2021-08", TB_CALENDAR_YEAR, &fields.to, NULL));
  g_assert_true (tb_period_parse ("2020", TB_CALENDAR_YEAR, &fields.base, NULL));
  g_assert_true (tb_period_parse ("2021", TB_CALENDAR_YEAR, &fields.current, NULL));
  assert_round_trip (&fields);
}

static void
test_reporting_year (void)
{
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;

  g_assert_true (tb_period_parse ("2010-Q2", 701, &fields.from, NULL));
  assert_round_trip (&fields);
}

/* Pairs of the table's periods, in their order, and the reporting year that they are of. */
static void
test_pairs (void)
{
  static const char *const periods[][2] = { { "2019-Q2", "2020-Q2" }, { "2020-Q1", "2020-Q2" }, { "2020", "2019" },
                                            { "2019-12-31", "2020-06-30" }, { "2019-01/2019-08", "2020-01/2020-08" } };
  static const guint16 year_starts[] = { TB_CALENDAR_YEAR, 701 };

  for (gsize n = 0; n <= G_N_ELEMENTS (periods); n++)
    for (gsize y = 0; y < G_N_ELEMENTS (year_starts); y++)
      {
        TbChartSpecFields fields = TB_CHART_SPEC_INIT;
        TbComparePair pairs[G_N_ELEMENTS (periods)];

        for (gsize i = 0; i < n; i++)
          {
            g_assert_true (tb_period_parse (periods[i][0], year_starts[y], &pairs[i].base, NULL));
            g_assert_true (tb_period_parse (periods[i][1], year_starts[y], &pairs[i].current, NULL));
          }
        fields.table_pairs = pairs;
        fields.n_table_pairs = n;
        assert_round_trip (&fields);
      }
}

/* Every kind of step, with and without what it takes. */
static void
test_operations (void)
{
  for (int kind = 0; kind < TB_N_TRANSFORMS; kind++)
    {
      TbChartSpecFields fields = TB_CHART_SPEC_INIT;
      TbChartOperation operations[] = {
        { .kind = (TbTransformKind) kind, .base = TB_PERIOD_UNDATED },
        { .kind = (TbTransformKind) kind, .base = TB_PERIOD_UNDATED, .window = 12, .with = (char *) "gdp",
          .so_far = TRUE },
      };

      g_assert_true (tb_period_parse ("2020-Q1", 701, &operations[1].base, NULL));
      if (kind == TB_TRANSFORM_INDEX)
        operations[0].base = operations[1].base;
      fields.operations = operations;
      fields.n_operations = G_N_ELEMENTS (operations);
      assert_round_trip (&fields);
    }
}

/* Every kind, with all that it takes and with what it cannot do without. */
static void
test_decorations (void)
{
  TbAttachment period = { .role = TB_ATTACH_PERIOD };
  TbAttachment year_before = { TB_ATTACH_YEAR_BEFORE, TB_PERIOD_UNDATED };
  TbAttachment highest = { TB_ATTACH_HIGHEST, TB_PERIOD_UNDATED };
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;
  char *key = (char *) "beds@qingdao";
  TbDecoration decorations[] = {
    { .kind = TB_DECORATION_DIFFERENCE, .series = key, .from = year_before, .to = highest,
      .show = TB_DIFFERENCE_RELATIVE },
    { .kind = TB_DECORATION_DIFFERENCE, .from = TB_NO_ATTACHMENT, .to = TB_NO_ATTACHMENT },
    { .kind = TB_DECORATION_CAGR, .from = highest, .to = TB_NO_ATTACHMENT },
    { .kind = TB_DECORATION_VALUE_LINE, .from = TB_NO_ATTACHMENT, .to = TB_NO_ATTACHMENT, .value = 4.83e10 },
    { .kind = TB_DECORATION_VALUE_LINE, .from = TB_NO_ATTACHMENT, .to = TB_NO_ATTACHMENT, .value = -0.1,
      .text = (char *) "下限" },
    { .kind = TB_DECORATION_TARGET_LINE, .from = TB_NO_ATTACHMENT, .to = TB_NO_ATTACHMENT },
    { .kind = TB_DECORATION_SPAN, .text = (char *) "" },
    { .kind = TB_DECORATION_BREAK, .to = TB_NO_ATTACHMENT },
    { .kind = TB_DECORATION_HIGHLIGHT, .series = key, .from = TB_NO_ATTACHMENT, .to = TB_NO_ATTACHMENT },
    { .kind = TB_DECORATION_HIGHLIGHT, .from = highest, .to = TB_NO_ATTACHMENT },
    { .kind = TB_DECORATION_NOTE, .to = TB_NO_ATTACHMENT, .text = (char *) "new sites" },
  };

  g_assert_true (tb_period_parse ("2020-Q3", 701, &period.period, NULL));
  decorations[6].from = decorations[6].to = decorations[7].from = decorations[10].from = period;
  fields.decorations = decorations;
  fields.n_decorations = G_N_ELEMENTS (decorations);
  assert_round_trip (&fields);
}

/* The style of a house is kept as it was given. */
static void
test_theme (void)
{
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;
  g_autoptr (GError) error = NULL;
  g_autoptr (TbHouseStyle) house = tb_house_style_from_json ("{\"tongbi\": \"theme/1\", \"margin\": 30}", -1, &error);

  g_assert_no_error (error);
  fields.house = house;
  assert_round_trip (&fields);
}

/* What takes nothing is written as a name. */
static void
test_short_operations (void)
{
  static const char text[] = "{\"tongbi\": \"chart/1\", \"operations\": [{\"op\": \"discrete\"}, \"percent-on-year\"]}";
  g_autoptr (TbChartSpec) spec = tb_chart_spec_from_json (text, -1, NULL);
  g_autofree char *written = tb_chart_spec_to_json (spec);

  g_assert_nonnull (strstr (written, "\"discrete\",\n    \"percent-on-year\""));
}

static void
test_lifetime (void)
{
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;
  g_autofree char *title = g_strdup ("kept");
  TbChartSpec *spec;
  TbChartSpec *second;

  fields.title = title;
  spec = tb_chart_spec_new (&fields);
  second = tb_chart_spec_ref (spec);
  title[0] = 'x';
  tb_chart_spec_unref (spec);
  g_assert_cmpstr (tb_chart_spec_get (second)->title, ==, "kept");
  tb_chart_spec_unref (second);
}

/* A backslash before u0000 is no escape of it, and names may be in several objects. */
static void
test_no_fault (void)
{
  static const char text[] = "{\"tongbi\": \"chart/1\", \"title\": \"a\\\\u0000\", \"decorations\":"
                             " [{\"kind\": \"cagr\"}, {\"kind\": \"cagr\"}]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (TbChartSpec) spec = tb_chart_spec_from_json (text, -1, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (tb_chart_spec_get (spec)->title, ==, "a\\u0000");
}

/* Of editors that write one. */
static void
test_byte_order_mark (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TbChartSpec) spec = tb_chart_spec_from_json ("\xEF\xBB\xBF{\"tongbi\": \"chart/1\"}", -1, &error);

  g_assert_no_error (error);
  g_assert_nonnull (spec);
}

/* Where, and a word of what was expected. */
static const struct
{
  const char *name, *text, *pointer, *expected;
} bad[] = {
  /* RFC 8259: the first byte that cannot follow, counted by hand. */
  { "not-json", "{", "Line 1, column 2: ", "a key in double quotes" },
  { "empty", "", "Line 1, column 1: ", "a value" },
  { "array", "[]", "/: ", "object" },
  { "no-format", "{}", "/tongbi: ", "chart/1" },
  { "other-format", "{\"tongbi\": \"dataset/1\"}", "/tongbi: ", "chart/1" },
  { "unknown-member", "{\"tongbi\": \"chart/1\", \"tytle\": \"x\"}", "/tytle: ", "title" },
  { "unknown-type", "{\"tongbi\": \"chart/1\", \"type\": \"columns\"}", "/type: ", "\"column\"" },
  { "type-number", "{\"tongbi\": \"chart/1\", \"type\": 3}", "/type: ", "string" },
  { "indicators-string", "{\"tongbi\": \"chart/1\", \"indicators\": \"a\"}", "/indicators: ", "array" },
  { "indicator-number", "{\"tongbi\": \"chart/1\", \"indicators\": [\"a\", 2]}", "/indicators/1: ", "string" },
  { "impossible-period", "{\"tongbi\": \"chart/1\", \"from\": \"2021-Q5\"}", "/from: ", "2021-Q5" },
  { "undatable-period", "{\"tongbi\": \"chart/1\", \"to\": 2021}", "/to: ", "string" },
  { "year-start", "{\"tongbi\": \"chart/1\", \"reporting_year_start\": \"13-01\"}", "/reporting_year_start: ",
    "MM-DD" },
  { "kind", "{\"tongbi\": \"chart/1\", \"kinds\": [\"actual\", \"budget\"]}", "/kinds/1: ", "\"plan\"" },
  { "language", "{\"tongbi\": \"chart/1\", \"language\": \"fr\"}", "/language: ", "\"zh\"" },
  { "style", "{\"tongbi\": \"chart/1\", \"style\": \"sepia\"}", "/style: ", "\"print\"" },
  { "width-string", "{\"tongbi\": \"chart/1\", \"width\": \"960\"}", "/width: ", "number" },
  { "width-zero", "{\"tongbi\": \"chart/1\", \"width\": 0}", "/width: ", "32767" },
  { "height-large", "{\"tongbi\": \"chart/1\", \"height\": 1e9}", "/height: ", "32767" },
  { "values", "{\"tongbi\": \"chart/1\", \"values\": 1}", "/values: ", "true or false" },
  { "table-array", "{\"tongbi\": \"chart/1\", \"table\": []}", "/table: ", "expected an object, found an array" },
  { "table-member", "{\"tongbi\": \"chart/1\", \"table\": {\"total\": true}}", "/table/total: ", "totals" },
  { "totals-string", "{\"tongbi\": \"chart/1\", \"table\": {\"totals\": \"yes\"}}", "/table/totals: ",
    "expected true or false, found a string" },
  { "totals-null", "{\"tongbi\": \"chart/1\", \"table\": {\"totals\": null}}", "/table/totals: ",
    "expected true or false, found null" },
  { "title-null", "{\"tongbi\": \"chart/1\", \"title\": null}", "/title: ", "null" },
  { "operations", "{\"tongbi\": \"chart/1\", \"operations\": \"percent\"}", "/operations: ", "array" },
  { "operation", "{\"tongbi\": \"chart/1\", \"operations\": [\"percent\", \"share\", \"pie\"]}", "/operations/2: ",
    "\"share\"" },
  { "operation-number", "{\"tongbi\": \"chart/1\", \"operations\": [1]}", "/operations/0: ", "object" },
  { "operation-member", "{\"tongbi\": \"chart/1\", \"operations\": [{\"op\": \"share\", \"of\": \"x\"}]}",
    "/operations/0/of: ", "with" },
  { "operation-unnamed", "{\"tongbi\": \"chart/1\", \"operations\": [{}]}", "/operations/0: ", "\"op\"" },
  { "index-without-base", "{\"tongbi\": \"chart/1\", \"operations\": [\"index\"]}", "/operations/0: ", "base" },
  { "base", "{\"tongbi\": \"chart/1\", \"operations\": [{\"op\": \"index\", \"base\": \"2021-Q5\"}]}",
    "/operations/0/base: ", "2021-Q5" },
  { "window", "{\"tongbi\": \"chart/1\", \"operations\": [{\"op\": \"moving-average\", \"window\": 367}]}",
    "/operations/0/window: ", "366" },
  { "as-of", "{\"tongbi\": \"chart/1\", \"as_of\": \"2021-02-30\"}", "/as_of: ", "YYYY-MM-DD" },
  { "order", "{\"tongbi\": \"chart/1\", \"order\": \"name\"}", "/order: ", "\"declared\"" },
  { "hidden", "{\"tongbi\": \"chart/1\", \"hidden\": [\"a\", 2]}", "/hidden/1: ", "string" },
  { "decorations", "{\"tongbi\": \"chart/1\", \"decorations\": {}}", "/decorations: ", "array" },
  { "decoration", "{\"tongbi\": \"chart/1\", \"decorations\": [{\"kind\": \"trend\"}]}", "/decorations/0/kind: ",
    "\"cagr\"" },
  { "decoration-unnamed", "{\"tongbi\": \"chart/1\", \"decorations\": [{}]}", "/decorations/0: ", "\"kind\"" },
  { "decoration-member", "{\"tongbi\": \"chart/1\", \"decorations\": [{\"kind\": \"cagr\", \"text\": \"doubled\"}]}",
    "/decorations/0/text: ", "cagr" },
  { "decoration-end", "{\"tongbi\": \"chart/1\", \"decorations\": [{\"kind\": \"cagr\", \"from\": \"2021-Q5\"}]}",
    "/decorations/0/from: ", "highest" },
  { "span-of-roles",
    "{\"tongbi\": \"chart/1\", \"decorations\": [{\"kind\": \"span\", \"from\": \"first\", \"to\": \"2021\"}]}",
    "/decorations/0/from: ", "period" },
  { "note-long", "{\"tongbi\": \"chart/1\", \"decorations\": [{\"kind\": \"note\", \"at\": \"last\", \"text\": "
    "\"123456789 123456789 123456789 123456789 123456789 1\"}]}", "/decorations/0/text: ", "50" },
  { "table", "{\"tongbi\": \"chart/1\", \"table\": []}", "/table: ", "object" },
  { "table-member", "{\"tongbi\": \"chart/1\", \"table\": {\"pair\": []}}", "/table/pair: ", "pairs" },
  { "pairs", "{\"tongbi\": \"chart/1\", \"table\": {\"pairs\": {}}}", "/table/pairs: ", "array" },
  { "pair", "{\"tongbi\": \"chart/1\", \"table\": {\"pairs\": [\"2019..2020\"]}}", "/table/pairs/0: ",
    "object" },
  { "pair-of-one", "{\"tongbi\": \"chart/1\", \"table\": {\"pairs\": [{\"base\": \"2019\"}]}}",
    "/table/pairs/0: ", "\"current\"" },
  { "pair-member",
    "{\"tongbi\": \"chart/1\", \"table\": {\"pairs\": [{\"base\": \"2019\", \"current\": \"2020\","
    " \"from\": \"2018\"}]}}",
    "/table/pairs/0/from: ", "base, current" },
  { "pair-period",
    "{\"tongbi\": \"chart/1\", \"table\": {\"pairs\": [{\"base\": \"2019\", \"current\": \"2021-Q5\"}]}}",
    "/table/pairs/0/current: ", "2021-Q5" },
  { "pair-twice",
    "{\"tongbi\": \"chart/1\", \"table\": {\"pairs\": [{\"base\": \"2018\", \"current\": \"2019\"},"
    " {\"base\": \"2019\", \"current\": \"2020\"}, {\"base\": \"2019-Q1\", \"current\": \"2020-Q1\"},"
    " {\"base\": \"2019-01/2019-03\", \"current\": \"2020-01/2020-03\"}]}}", "/table/pairs/3: ", "twice" },
  { "pairs-many",
    "{\"tongbi\": \"chart/1\", \"table\": {\"pairs\": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]}}",
    "/table/pairs: ", "12" },
  { "theme", "{\"tongbi\": \"chart/1\", \"theme\": {\"tongbi\": \"theme/1\", \"margin\": \"x\"}}", "/theme/margin: ",
    "" },
  /* json-glib would take the last of them. */
  { "twice", "{\"tongbi\": \"chart/1\", \"type\": \"line\", \"type\": \"column\"}", "/type: ",
    "“type” is given twice" },
  { "twice-escaped", "{\"tongbi\": \"chart/1\", \"title\": \"a\", \"t\\u0069tle\": \"a\"}", "/title: ", "twice" },
  { "twice-deep",
    "{\"tongbi\": \"chart/1\", \"decorations\": [{\"kind\": \"cagr\"}, {\"kind\": \"value-line\", \"value\": 1,"
    " \"value\": 5}]}", "/decorations/1/value: ", "twice" },
  { "twice-in-theme",
    "{\"tongbi\": \"chart/1\", \"theme\": {\"tongbi\": \"theme/1\", \"sizes\": {\"note\": 12, \"note\": 13}}}",
    "/theme/sizes/note: ", "twice" },
  { "twice-discarded",
    "{\"tongbi\": \"chart/1\", \"theme\": {\"margin\": 9, \"margin\": 8}, \"theme\": {\"margin\": 9}}",
    "/theme/margin: ", "twice" },
  { "nul", "{\"tongbi\": \"chart/1\", \"title\": \"a\\u0000b\"}", "/: ", "U+0000" },
  { "nul-key", "{\"tongbi\": \"chart/1\", \"title\\u0000\": \"a\"}", "/: ", "U+0000" },
  { "note-empty",
    "{\"tongbi\": \"chart/1\", \"decorations\": [{\"kind\": \"note\", \"at\": \"last\", \"text\": \"\"}]}",
    "/decorations/0/text: ", "1 to 50" },
  { "truncated", "{\"tongbi\": \"chart/1\", ", "Line 1, column 23: ", "a key in double quotes" },
  { "second-line", "{\"tongbi\": \"chart/1\",\n \"标题\": tru}", "Line 2, column 11: ", "the rest of true" },
  { "trailing-comma", "{\"tongbi\": \"chart/1\", \"hidden\": [\"a\",]}", "Line 1, column 38: ",
    "a value after the comma" },
  { "not-utf-8", "{\"tongbi\": \"chart/1\", \"title\": \"\xFF\"}", "/: ", "UTF-8" },
};

static void
test_bad (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TbChartSpec) spec = tb_chart_spec_from_json (bad[i].text, -1, &error);

      g_test_message ("%s: %s", bad[i].name, error != NULL ? error->message : "accepted");
      g_assert_null (spec);
      g_assert_error (error, TB_CHART_ERROR, TB_CHART_ERROR_SPEC);
      /* What is no document as a whole, and its grammar, are told in their own ways. */
      g_assert_true (g_str_has_prefix (bad[i].pointer[0] != '/' || g_str_equal (bad[i].pointer, "/: ")
                                         ? error->message : tb_test_skip_place (error->message),
                                       bad[i].pointer));
      g_assert_nonnull (strstr (error->message, bad[i].expected));
    }
}

/* Where what is wrong stands, counted by hand in the text: values, else what should have held
 * them; of members that are given twice the second one. */
static const struct
{
  const char *text;
  const char *message;
} places[] = {
  { "{\n  \"tongbi\": \"chart/1\",\n  \"table\": {\"totals\": \"yes\"}\n}", "Line 3, column 23: /table/totals: " },
  { "{\n  \"tongbi\": \"chart/1\",\n  \"table\": {\"total\": true}\n}", "Line 3, column 22: /table/total: " },
  { "{\n  \"tongbi\": \"chart/1\",\n  \"table\": []\n}", "Line 3, column 12: /table: " },
  { "{\"tongbi\": \"chart/1\",\n\"kinds\": [\"actual\",\n \"budget\"]}", "Line 3, column 2: /kinds/1: " },
  { "{\n\"type\": \"line\"}", "Line 1, column 1: /tongbi: " },
  { "\xEF\xBB\xBF{\"title\": \"标题\", \"tongbi\": 5}", "Line 1, column 27: /tongbi: " },
  { "{\"title\": \"a}\\\"{\", \"type\": 3, \"tongbi\": \"chart/1\"}", "Line 1, column 28: /type: " },
  { "{\"tongbi\": \"chart/1\",\n \"type\": \"line\",\n \"type\": \"column\"}", "Line 3, column 10: /type: " },
  { "{\"tongbi\": \"chart/1\", \"decorations\": [{\"kind\": \"cagr\"},\n {\"kind\": \"value-line\"}]}",
    "Line 2, column 2: /decorations/1" },
  { "{\"tongbi\": \"chart/1\", \"theme\": {\"tongbi\": \"theme/1\",\n \"sizes\": {\"note\": [1, {\"a\": 2}]}}}",
    "Line 2, column 20: /theme/sizes/note: " },
};

static void
test_places (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TbChartSpec) spec = tb_chart_spec_from_json (places[i].text, -1, &error);

      g_assert_null (spec);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, places[i].message));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/spec/defaults", test_defaults);
  g_test_add_func ("/spec/everything", test_everything);
  g_test_add_func ("/spec/reporting-year", test_reporting_year);
  g_test_add_func ("/spec/pairs", test_pairs);
  g_test_add_func ("/spec/no-fault", test_no_fault);
  g_test_add_func ("/spec/byte-order-mark", test_byte_order_mark);
  g_test_add_func ("/spec/operations", test_operations);
  g_test_add_func ("/spec/decorations", test_decorations);
  g_test_add_func ("/spec/theme", test_theme);
  g_test_add_func ("/spec/operations/short", test_short_operations);
  g_test_add_func ("/spec/lifetime", test_lifetime);
  g_test_add_func ("/spec/bad", test_bad);
  g_test_add_func ("/spec/places", test_places);

  return g_test_run ();
}
