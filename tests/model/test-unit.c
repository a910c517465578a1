/* Units beside numbers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-unit.h"

typedef struct
{
  const char *source;
  TbUnitKind  kind;
  const char *en;       /* nullable */
  const char *zh;       /* nullable */
  const char *currency;
  const char *number;
  const char *suffix_en;
  const char *suffix_zh;
  const char *attached_en;
  const char *attached_zh;
  const char *label_en;
  const char *label_zh;
} Row;

static const Row rows[] = {
  { "beds, count", TB_UNIT_COUNT, "beds", "张", NULL, "6.77", "", "万", "6.77 beds", "6.77万张", "beds", "万张" },
  { "beds, million", TB_UNIT_COUNT, "beds", "张", NULL, "9.75", " million", "万",
    "9.75 million beds", "9.75万张", "million beds", "万张" },
  { "L-1, yuan", TB_UNIT_MONEY, "yuan", "元", "CNY", "483", " billion", "亿",
    "CNY 483 billion", "483亿元", "CNY billion", "亿元" },
  { "dollars", TB_UNIT_MONEY, "US dollars", "美元", "USD", "5,340", "", "万", "USD 5,340", "5,340万美元", "USD", "万美元" },
  { "money without a name", TB_UNIT_MONEY, NULL, NULL, "USD", "3", "", "亿", "USD 3", "3亿美元", "USD", "亿美元" },
  { "a currency we have no word for", TB_UNIT_MONEY, NULL, NULL, "XAF", "3", "", "", "XAF 3", "3XAF", "XAF", "XAF" },
  { "a price", TB_UNIT_MONEY, "yuan per mu", "元/亩", "CNY", "500", "", "", "CNY 500 per mu", "500元/亩", "CNY per mu",
    "元/亩" },
  { "money without a currency", TB_UNIT_MONEY, "taels", "两", NULL, "5", "", "", "5 taels", "5两", "taels", "两" },
  { "percent", TB_UNIT_PERCENT, "percent", "%", NULL, "61", "", "", "61%", "61%", "%", "%" },
  { "percent, no name", TB_UNIT_PERCENT, NULL, NULL, NULL, "61", "", "", "61%", "61%", "%", "%" },
  { "per mille", TB_UNIT_PERCENT, "per mille", "‰", NULL, "1.2", "", "", "1.2‰", "1.2‰", "‰", "‰" },
  { "points are not percent", TB_UNIT_PERCENT, "percentage points", "个百分点", NULL, "4.2", "", "",
    "4.2 percentage points", "4.2个百分点", "percentage points", "个百分点" },
  { "fraction", TB_UNIT_RATIO, "fraction of the whole", "分数", NULL, "0.75", "", "", "0.75", "0.75",
    "fraction of the whole", "分数" },
  { "times", TB_UNIT_RATIO, "times", "倍", NULL, "2.7", "", "", "2.7 times", "2.7倍", "times", "倍" },
  { "per 100,000", TB_UNIT_PER, "per 100,000", "每10万", NULL, "4.85", "", "", "4.85 per 100,000", "4.85/10万",
    "per 100,000", "每10万" },
  { "per 1,000 people", TB_UNIT_PER, "beds per 1,000 people", "张/千人", NULL, "6.2", "", "",
    "6.2 beds per 1,000 people", "6.2张/千人", "beds per 1,000 people", "张/千人" },
  { "index", TB_UNIT_INDEX, "index points", "指数", NULL, "103.2", "", "", "103.2", "103.2", "index points", "指数" },
  { "rank", TB_UNIT_RANK, "rank", "名次", NULL, "4", "", "", "No. 4", "第4位", "rank", "名次" },
  { "tonnes", TB_UNIT_MASS, "tonnes", "吨", NULL, "1.2", " million", "万", "1.2 million tonnes", "1.2万吨",
    "million tonnes", "万吨" },
  { "area", TB_UNIT_AREA, "square kilometres", "平方公里", NULL, "11", "", "", "11 square kilometres", "11平方公里",
    "square kilometres", "平方公里" },
  { "L-2: English only", TB_UNIT_COUNT, "beds", NULL, NULL, "7", "", "", "7 beds", "7 [beds]", "beds", "[beds]" },
  { "L-2: Chinese only", TB_UNIT_COUNT, NULL, "张", NULL, "7", "", "万", "7 [张]", "7万张", "[张]", "万张" },
  { "one of them", TB_UNIT_COUNT, "flights per week", "班/周", NULL, "1", "", "", "1 flight per week", "1班/周",
    "flights per week", "班/周" },
  { "one, with a sign", TB_UNIT_COUNT, "entries", "项", NULL, "≥1", "", "", "≥1 entry", "≥1项", "entries", "项" },
  { "one, with an e", TB_UNIT_COUNT, "batches of goods", "批", NULL, "1", "", "", "1 batch of goods", "1批",
    "batches of goods", "批" },
  { "not one", TB_UNIT_COUNT, "beds", "张", NULL, "1.0", "", "", "1.0 beds", "1.0张", "beds", "张" },
  { "one million", TB_UNIT_COUNT, "beds", "张", NULL, "1", " million", "万", "1 million beds", "1万张", "million beds",
    "万张" },
  { "a plural of its own", TB_UNIT_COUNT, "people", "人", NULL, "1", "", "", "1 people", "1人", "people", "人" },
  { "no name at all", TB_UNIT_OTHER, NULL, NULL, NULL, "7", "", "万", "7", "7万", "", "万" },
  { "a name that begins with a sign", TB_UNIT_OTHER, "%/year", "%/年", NULL, "3", "", "", "3%/year", "3%/年", "%/year",
    "%/年" },
};

static TbUnit
make_unit (const Row   *row,
           TbTextEntry  entries[2])
{
  TbUnit unit = { .id = "u", .kind = row->kind, .currency = row->currency, .factor = TB_DECIMAL_ONE };

  if (row->en != NULL)
    entries[unit.name.n_entries++] = (TbTextEntry) { "en", row->en };
  if (row->zh != NULL)
    entries[unit.name.n_entries++] = (TbTextEntry) { "zh", row->zh };
  unit.name.entries = entries;

  return unit;
}

static void
test_attach (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TbTextEntry entries[2];
      TbUnit unit = make_unit (&rows[i], entries);
      g_autofree char *en = tb_unit_attach (&unit, rows[i].number, rows[i].suffix_en, TB_LANGUAGE_EN);
      g_autofree char *zh = tb_unit_attach (&unit, rows[i].number, rows[i].suffix_zh, TB_LANGUAGE_ZH);

      g_test_message ("%s", rows[i].source);
      g_assert_cmpstr (en, ==, rows[i].attached_en);
      g_assert_cmpstr (zh, ==, rows[i].attached_zh);
    }
}

static void
test_label (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TbTextEntry entries[2];
      TbUnit unit = make_unit (&rows[i], entries);
      g_autofree char *en = tb_unit_label (&unit, rows[i].suffix_en, TB_LANGUAGE_EN);
      g_autofree char *zh = tb_unit_label (&unit, rows[i].suffix_zh, TB_LANGUAGE_ZH);

      g_test_message ("%s", rows[i].source);
      g_assert_cmpstr (en, ==, rows[i].label_en);
      g_assert_cmpstr (zh, ==, rows[i].label_zh);
    }
}

static void
test_no_suffix (void)
{
  TbTextEntry entries[2];
  TbUnit unit = make_unit (&rows[0], entries);
  g_autofree char *attached = tb_unit_attach (&unit, "5", NULL, TB_LANGUAGE_ZH);
  g_autofree char *label = tb_unit_label (&unit, NULL, TB_LANGUAGE_EN);

  g_assert_cmpstr (attached, ==, "5张");
  g_assert_cmpstr (label, ==, "beds");
}

/* R1 and R13. */
static void
test_family (void)
{
  const TbTextEntry share_name = { "en", "fraction of the whole" };
  const TbTextEntry times_name = { "en", "times" };
  const TbUnit kilogram = { .id = "kg", .kind = TB_UNIT_MASS };
  const TbUnit tonne = { .id = "t", .kind = TB_UNIT_MASS, .base = &kilogram, .factor = { 1000, 0 } };
  const TbUnit kilotonne = { .id = "kt", .kind = TB_UNIT_MASS, .base = &tonne, .factor = { 1000, 0 } };
  const TbUnit jin = { .id = "jin", .kind = TB_UNIT_MASS };
  const TbUnit percent = { .id = "percent", .kind = TB_UNIT_PERCENT };
  const TbUnit permille = { .id = "permille", .kind = TB_UNIT_PERCENT };
  const TbUnit fraction = { .id = "fraction", .kind = TB_UNIT_RATIO, .name = { &share_name, 1 } };
  const TbUnit times = { .id = "times", .kind = TB_UNIT_RATIO, .name = { &times_name, 1 } };
  const TbUnit yuan = { .id = "yuan", .kind = TB_UNIT_MONEY, .currency = "CNY" };
  const TbUnit dollar = { .id = "dollar", .kind = TB_UNIT_MONEY, .currency = "USD" };
  const TbUnit yuan_again = yuan;
  TbUnit ring_a = { .id = "a" };
  TbUnit ring_b = { .id = "b", .base = &ring_a };

  ring_a.base = &ring_b;

  g_assert_true (tb_unit_same_family (&tonne, &tonne));
  g_assert_true (tb_unit_same_family (&tonne, &kilogram));
  g_assert_true (tb_unit_same_family (&kilotonne, &kilogram));
  g_assert_true (tb_unit_same_family (&tonne, &kilotonne));
  g_assert_false (tb_unit_same_family (&tonne, &jin));
  g_assert_true (tb_unit_same_family (&percent, &permille));
  g_assert_true (tb_unit_same_family (&percent, &fraction));
  g_assert_false (tb_unit_same_family (&percent, &times));
  g_assert_false (tb_unit_same_family (&yuan, &dollar));
  g_assert_true (tb_unit_same_family (&yuan, &yuan_again));
  g_assert_false (tb_unit_same_family (&yuan, &percent));

  /* A ring ends; what it is the family of does not matter. */
  tb_unit_same_family (&ring_a, &ring_b);
}

/* R13: 1 percentage point is 1 %, 10 ‰, 0.01 as a fraction. */
static void
test_points (void)
{
  static const TbTextEntry sign[] = { { NULL, "‰" } };
  static const TbTextEntry words[] = { { NULL, "per mille" } };
  static const TbTextEntry chinese[] = { { "en", "rate of births" }, { "zh", "千分率" } };
  static const TbTextEntry more[] = { { NULL, "‰ of births" } };
  static const TbTextEntry times[] = { { NULL, "times" } };
  static const TbUnit fraction = { .id = "f", .kind = TB_UNIT_RATIO, .factor = { 1, 0 } };
  static const struct
  {
    TbUnit      unit;
    const char *factor;  /* nullable: no percentage */
  } cases[] = {
    { { .id = "a", .kind = TB_UNIT_PERCENT }, "1" },
    { { .id = "b", .kind = TB_UNIT_PERCENT, .name = { sign, 1 } }, "0.1" },
    { { .id = "c", .kind = TB_UNIT_PERCENT, .name = { words, 1 } }, "0.1" },
    { { .id = "d", .kind = TB_UNIT_PERCENT, .name = { chinese, 2 } }, "0.1" },
    { { .id = "e", .kind = TB_UNIT_PERCENT, .name = { more, 1 } }, "0.1" },
    { { .id = "f", .kind = TB_UNIT_RATIO }, "100" },
    { { .id = "g", .kind = TB_UNIT_OTHER, .base = &fraction, .factor = { 1, -4 } }, "0.01" },
    { { .id = "h", .kind = TB_UNIT_RATIO, .name = { times, 1 } }, NULL },
    { { .id = "i", .kind = TB_UNIT_COUNT }, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TbDecimal factor;

      g_test_message ("%s", cases[i].unit.id);
      g_assert_true (tb_unit_points_factor (&cases[i].unit, &factor) == (cases[i].factor != NULL));
      if (cases[i].factor != NULL)
        g_assert_cmpfloat (tb_decimal_to_double (factor), ==, g_ascii_strtod (cases[i].factor, NULL));
    }
}

/* R1: a tonne is 1,000 kg; R13: a fraction of 0.5 is 50 % and 500 ‰. */
static void
test_conversion (void)
{
  static const TbTextEntry mille_name = { NULL, "‰" };
  static const TbUnit kg = { .id = "kg", .kind = TB_UNIT_MASS };
  static const TbUnit tonne = { .id = "t", .kind = TB_UNIT_MASS, .base = &kg, .factor = { 1000, 0 } };
  static const TbUnit kilotonne = { .id = "kt", .kind = TB_UNIT_MASS, .base = &tonne, .factor = { 1000, 0 } };
  static const TbUnit month = { .id = "m", .kind = TB_UNIT_DURATION };
  static const TbUnit year = { .id = "y", .kind = TB_UNIT_DURATION, .base = &month, .factor = { 12, 0 } };
  static const TbUnit percent = { .id = "percent", .kind = TB_UNIT_PERCENT };
  static const TbUnit mille = { .id = "mille", .kind = TB_UNIT_PERCENT, .name = { &mille_name, 1 } };
  static const TbUnit fraction = { .id = "f", .kind = TB_UNIT_RATIO };
  static const TbUnit nothing = { .id = "0", .kind = TB_UNIT_MASS, .base = &kg, .factor = { 0, 0 } };
  static const struct
  {
    const TbUnit *from;
    const TbUnit *to;
    double        factor;  /* 0: none */
  } cases[] = {
    { &kg, &kg, 1 }, { &tonne, &kg, 1000 }, { &kg, &tonne, 0.001 }, { &kilotonne, &tonne, 1000 },
    { &kg, &kilotonne, 1e-6 },
    { &year, &month, 12 }, { &month, &year, 1 / 12.0 },
    { &fraction, &percent, 100 }, { &percent, &fraction, 0.01 }, { &mille, &percent, 0.1 }, { &fraction, &mille, 1000 },
    { &kg, &month, 0 }, { &kg, &percent, 0 }, { &kg, &nothing, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TbDecimal factor;

      g_test_message ("%s to %s", cases[i].from->id, cases[i].to->id);
      g_assert_true (tb_unit_conversion (cases[i].from, cases[i].to, &factor) == (cases[i].factor > 0));
      if (cases[i].factor > 0)
        g_assert_cmpfloat (tb_decimal_to_double (factor), ==, cases[i].factor);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/unit/attach", test_attach);
  g_test_add_func ("/unit/label", test_label);
  g_test_add_func ("/unit/no-suffix", test_no_suffix);
  g_test_add_func ("/unit/family", test_family);
  g_test_add_func ("/unit/points", test_points);
  g_test_add_func ("/unit/conversion", test_conversion);

  return g_test_run ();
}
