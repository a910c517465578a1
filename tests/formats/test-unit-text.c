/* Units as files word them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-unit-text.h"

#include <string.h>

#define N_ROUNDS 5000

/* Sources: ES is Eurostat's code list UNIT, WB the names of the World Bank's
 * indicators, OECD, PX PC-Axis files (UNITS), NBS the National Bureau of
 * Statistics of China. @name: in English, else in any language. */
static const struct
{
  const char *source;
  const char *id;
  const char *label;
  TbUnitKind  kind;
  const char *unit_id;
  const char *name;
  const char *currency;
  gint64      multiplier;
  double      per;
} rows[] = {
  { "none said", NULL, NULL, TB_UNIT_OTHER, "unstated", NULL, NULL, 1, 0 },
  { "none said", "", "", TB_UNIT_OTHER, "unstated", NULL, NULL, 1, 0 },
  { "thousands of what?", NULL, "Thousands", TB_UNIT_OTHER, "unstated", NULL, NULL, 1000, 0 },

  { "ES", "EUR", "Euro", TB_UNIT_MONEY, "EUR", NULL, "EUR", 1, 0 },
  { "ES", "MIO_EUR", "Million euro", TB_UNIT_MONEY, "EUR", NULL, "EUR", 1000000, 0 },
  { "ES, no label", "MIO_EUR", NULL, TB_UNIT_MONEY, "EUR", NULL, "EUR", 1000000, 0 },
  { "ES, empty label", "MIO_EUR", "", TB_UNIT_MONEY, "EUR", NULL, "EUR", 1000000, 0 },
  { "ES", "EUR_HAB", "Euro per inhabitant", TB_UNIT_MONEY, "EUR_HAB", "Euro per inhabitant", "EUR", 1, 0 },
  { "ES", "CP_MEUR", "Current prices, million euro", TB_UNIT_MONEY, "current-prices-euro", "Current prices, euro",
    "EUR",
    1000000, 0 },
  { "ES", "CLV10_MEUR", "Chain linked volumes (2010), million euro", TB_UNIT_MONEY, "chain-linked-volumes-2010-euro",
    "Chain linked volumes (2010), euro", "EUR", 1000000, 0 },
  { "ES", "CP_MNAC", "Current prices, million units of national currency", TB_UNIT_OTHER,
    "current-prices-national-currency", "Current prices, national currency", NULL, 1000000, 0 },
  { "PX", NULL, "Euro Million", TB_UNIT_MONEY, "EUR", NULL, "EUR", 1000000, 0 },
  { "OECD", "USD", "US Dollar, Millions", TB_UNIT_MONEY, "USD", NULL, "USD", 1000000, 0 },
  { "SDMX", "NOK", "Norwegian krone", TB_UNIT_MONEY, "NOK", NULL, "NOK", 1, 0 },
  { "SDMX: the label calls it money", "XAF", "CFA franc BEAC", TB_UNIT_MONEY, "XAF", NULL, "XAF", 1, 0 },
  { "no money", "ALL", "All items", TB_UNIT_OTHER, "ALL", "All items", NULL, 1, 0 },
  { "no money", "ALL", NULL, TB_UNIT_OTHER, "ALL", "ALL", NULL, 1, 0 },
  { "WB", NULL, "current US$", TB_UNIT_MONEY, "current-us", "current US$", "USD", 1, 0 },
  { "WB", NULL, "constant 2015 US$", TB_UNIT_MONEY, "constant-2015-us", "constant 2015 US$", "USD", 1, 0 },
  { "WB: parities are no money", NULL, "current international $", TB_UNIT_OTHER, "current-international",
    "current international $", NULL, 1, 0 },
  { "OECD: parities are no money", "USD_PPP", "US dollars, PPP converted", TB_UNIT_OTHER, "USD_PPP",
    "US dollars, PPP converted", NULL, 1, 0 },
  { "of which country?", NULL, "$", TB_UNIT_OTHER, "unit", "$", NULL, 1, 0 },
  { "signs", NULL, "€m", TB_UNIT_MONEY, "EUR", NULL, "EUR", 1000000, 0 },
  { "signs", NULL, "£bn", TB_UNIT_MONEY, "GBP", NULL, "GBP", 1000000000, 0 },
  { "NBS", NULL, "100 million yuan", TB_UNIT_MONEY, "CNY", NULL, "CNY", 100000000, 0 },
  { "NBS", NULL, "亿元", TB_UNIT_MONEY, "CNY", NULL, "CNY", 100000000, 0 },
  { "NBS", NULL, "万元", TB_UNIT_MONEY, "CNY", NULL, "CNY", 10000, 0 },
  { "NBS", NULL, "单位：万亿元", TB_UNIT_MONEY, "CNY", NULL, "CNY", 1000000000000, 0 },
  { "NBS", NULL, "亿美元", TB_UNIT_MONEY, "USD", NULL, "USD", 100000000, 0 },
  { "NBS", NULL, "元/平方米", TB_UNIT_MONEY, "元-平方米", "元/平方米", "CNY", 1, 0 },
  { "NBS", NULL, "万元/人", TB_UNIT_MONEY, "元-人", "元/人", "CNY", 10000, 0 },
  { "national currency", NULL, "Millions of national currency", TB_UNIT_OTHER, "national-currency", "national currency",
    NULL, 1000000, 0 },
  { "the unit of Sweden and Norway", NULL, "tkr", TB_UNIT_OTHER, "tkr", "tkr", NULL, 1, 0 },

  { "ES", "PC", "Percentage", TB_UNIT_PERCENT, "percent", "%", NULL, 1, 0 },
  { "ES", "PC", "Prozent", TB_UNIT_PERCENT, "percent", "%", NULL, 1, 0 },
  { "ES", "PC_GDP", "Percentage of gross domestic product (GDP)", TB_UNIT_PERCENT, "PC_GDP",
    "Percentage of gross domestic product (GDP)", NULL, 1, 0 },
  { "WB", NULL, "% of GDP", TB_UNIT_PERCENT, "of-gdp", "% of GDP", NULL, 1, 0 },
  { "WB", NULL, "annual %", TB_UNIT_PERCENT, "annual", "annual %", NULL, 1, 0 },
  { "sign", NULL, "%", TB_UNIT_PERCENT, "percent", "%", NULL, 1, 0 },
  { "points are not percent", NULL, "percentage points", TB_UNIT_PERCENT, "percentage-point", "percentage points", NULL,
    1, 0 },
  { "NBS", NULL, "‰", TB_UNIT_PERCENT, "per-mille", "‰", NULL, 1, 0 },

  { "WB", NULL, "per 1,000 people", TB_UNIT_PER, "per-1-000-people", "per 1,000 people", NULL, 1, 1000 },
  { "WB", NULL, "per 100 people", TB_UNIT_PER, "per-100-people", "per 100 people", NULL, 1, 100 },
  { "ES", "P_HTHAB", "Per hundred thousand inhabitants", TB_UNIT_PER, "P_HTHAB", "Per hundred thousand inhabitants",
    NULL,
    1, 100000 },
  { "OWID", NULL, "cases per million", TB_UNIT_PER, "cases-per-million", "cases per million", NULL, 1, 1000000 },
  { "WB", NULL, "per 100,000 live births", TB_UNIT_PER, "per-100-000-live-births", "per 100,000 live births", NULL, 1,
    100000 },
  { "NBS", NULL, "人/万人", TB_UNIT_PER, "人-万人", "人/万人", NULL, 1, 10000 },
  { "NBS", NULL, "每十万人", TB_UNIT_PER, "每十万人", "每十万人", NULL, 1, 100000 },
  { "NBS", NULL, "1/10万", TB_UNIT_PER, "1-10万", "1/10万", NULL, 1, 100000 },
  { "no number behind it", NULL, "passengers per day", TB_UNIT_OTHER, "passengers-per-day", "passengers per day", NULL,
    1,
    0 },

  { "ES", "I15", "Index, 2015=100", TB_UNIT_INDEX, "I15", "Index, 2015=100", NULL, 1, 0 },
  { "OECD", NULL, "2015=100", TB_UNIT_INDEX, "2015-100", "2015=100", NULL, 1, 0 },
  { "NBS", NULL, "指数（上年=100）", TB_UNIT_INDEX, "指数-上年-100", "指数（上年=100）", NULL, 1, 0 },
  { "ES: the change of an index", "PD_PCH_PRE_EUR", "Price index (implicit deflator), percentage change, euro",
    TB_UNIT_PERCENT, "PD_PCH_PRE_EUR", "Price index (implicit deflator), percentage change, euro", NULL, 1, 0 },
  { "PX", NULL, "Index", TB_UNIT_INDEX, "index", "index", NULL, 1, 0 },

  { "PX", NULL, "persons", TB_UNIT_COUNT, "person", "persons", NULL, 1, 0 },
  { "ES", "THS_PER", "Thousand persons", TB_UNIT_COUNT, "person", "persons", NULL, 1000, 0 },
  { "OECD", "PS", "Persons, Thousands", TB_UNIT_COUNT, "person", "persons", NULL, 1000, 0 },
  { "OECD", NULL, "Persons (in thousands)", TB_UNIT_COUNT, "person", "persons", NULL, 1000, 0 },
  { "NBS", NULL, "10 000 persons", TB_UNIT_COUNT, "person", "persons", NULL, 10000, 0 },
  { "NBS", NULL, "万人", TB_UNIT_COUNT, "person", "persons", NULL, 10000, 0 },
  { "NBS", NULL, "人", TB_UNIT_COUNT, "person", "persons", NULL, 1, 0 },
  { "NBS", NULL, "千人", TB_UNIT_COUNT, "person", "persons", NULL, 1000, 0 },
  { "ES", "NR", "Number", TB_UNIT_COUNT, "number", NULL, NULL, 1, 0 },
  { "ES", "THS", NULL, TB_UNIT_COUNT, "number", NULL, NULL, 1000, 0 },
  { "PX", NULL, "antal", TB_UNIT_COUNT, "number", NULL, NULL, 1, 0 },
  { "NBS", NULL, "万户", TB_UNIT_COUNT, "household", "households", NULL, 10000, 0 },

  { "ES", "MIO_T", "Million tonnes", TB_UNIT_MASS, "tonne", "tonnes", NULL, 1000000, 0 },
  { "NBS: a kilo is no scale", NULL, "千克", TB_UNIT_MASS, "kilogram", "kg", NULL, 1, 0 },
  { "NBS", NULL, "万吨", TB_UNIT_MASS, "tonne", "tonnes", NULL, 10000, 0 },
  { "NBS", NULL, "10 000 tons", TB_UNIT_MASS, "ton", "tons", NULL, 10000, 0 },
  { "WB", NULL, "sq. km", TB_UNIT_AREA, "square-kilometre", "km²", NULL, 1, 0 },
  { "NBS", NULL, "千公顷", TB_UNIT_AREA, "hectare", "hectares", NULL, 1000, 0 },
  { "NBS", NULL, "万亩", TB_UNIT_AREA, "mu", "mu", NULL, 10000, 0 },
  { "NBS", NULL, "公里", TB_UNIT_LENGTH, "kilometre", "km", NULL, 1, 0 },
  { "WB", NULL, "(years)", TB_UNIT_DURATION, "year", "years", NULL, 1, 0 },

  { "an energy, scaled", NULL, "Million kWh", TB_UNIT_OTHER, "kwh", "kWh", NULL, 1000000, 0 },
  { "NBS: 万 of kilowatt hours", NULL, "万千瓦时", TB_UNIT_OTHER, "千瓦时", "千瓦时", NULL, 10000, 0 },
  { "NBS: a kilo is no scale", NULL, "千瓦时", TB_UNIT_OTHER, "千瓦时", "千瓦时", NULL, 1, 0 },
  { "ES", "THS_TOE", "Thousand tonnes of oil equivalent", TB_UNIT_OTHER, "tonnes-of-oil-equivalent",
    "tonnes of oil equivalent", NULL, 1000, 0 },
  { "no scale", NULL, "Millionaires", TB_UNIT_OTHER, "millionaires", "Millionaires", NULL, 1, 0 },
  { "no metre, no million", NULL, "m", TB_UNIT_OTHER, "m", "m", NULL, 1, 0 },
  { "PX", NULL, "Device varies with the subject", TB_UNIT_OTHER, "device-varies-with-the-subject",
    "Device varies with the subject", NULL, 1, 0 },
};

static void
check_row (gsize i)
{
  g_autoptr (TbPool) pool = tb_pool_new ();
  g_autoptr (TbCatalog) catalog = tb_catalog_new (pool);
  TbDecimal multiplier, again;
  const TbUnit *unit = tb_unit_text_find (catalog, rows[i].id, rows[i].label, &multiplier);

  g_test_message ("%s: %s, %s", rows[i].source, rows[i].id != NULL ? rows[i].id : "–",
                  rows[i].label != NULL ? rows[i].label : "–");
  g_assert_cmpstr (unit->id, ==, rows[i].unit_id);
  g_assert_cmpint (unit->kind, ==, rows[i].kind);
  g_assert_cmpstr (tb_text_get (&unit->name, TB_LANGUAGE_EN), ==, rows[i].name != NULL ? rows[i].name : "");
  g_assert_cmpstr (unit->currency, ==, rows[i].currency);
  g_assert_cmpint (tb_decimal_compare (multiplier, (TbDecimal) { rows[i].multiplier, 0 }), ==, 0);
  g_assert_cmpfloat (unit->per, ==, rows[i].per);
  g_assert_true (tb_unit_text_find (catalog, rows[i].id, rows[i].label, &again) == unit);
  g_assert_cmpuint (tb_catalog_get_n_units (catalog), ==, 1);
}

static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    check_row (i);
}

/* Two units whose codes are the same, and one with two wordings. */
static void
test_ids (void)
{
  g_autoptr (TbPool) pool = tb_pool_new ();
  g_autoptr (TbCatalog) catalog = tb_catalog_new (pool);
  TbDecimal multiplier;
  const TbUnit *a = tb_unit_text_find (catalog, "X", "litres", &multiplier);
  const TbUnit *b = tb_unit_text_find (catalog, "X", "gallons", &multiplier);
  const TbUnit *euro = tb_unit_text_find (catalog, "MIO_EUR", "Million euro", &multiplier);

  g_assert_cmpstr (a->id, ==, "X");
  g_assert_cmpstr (b->id, ==, "X-2");
  g_assert_true (tb_unit_text_find (catalog, "X", "gallons", &multiplier) == b);
  g_assert_true (tb_unit_text_find (catalog, NULL, "EUR mn", &multiplier) == euro);
}

static void
test_laws (void)
{
  static const char *const pieces[] = {
    "million", "Thousand", "1000", "per", "/", " ", "euro", "US$", "%", "(", ")", ",", "万", "千", "人", "元", "index",
    "2015=100", "persons", "m", "bn", "of", "-", "kWh", "每", "10",
  };
  g_autoptr (GString) text = g_string_new (NULL);

  for (int round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (TbPool) pool = tb_pool_new ();
      g_autoptr (TbCatalog) catalog = tb_catalog_new (pool);
      int n = g_test_rand_int_range (0, 7);
      TbDecimal multiplier;
      const TbUnit *unit;

      g_string_truncate (text, 0);
      for (int i = 0; i < n; i++)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      unit = tb_unit_text_find (catalog, g_test_rand_bit () ? "MIO_EUR" : NULL, text->str, &multiplier);
      g_assert_true (unit->id != NULL && *unit->id != '\0');
      g_assert_cmpint (multiplier.mantissa, >, 0);
      g_assert_cmpint (unit->kind == TB_UNIT_PER, ==, unit->per > 0);
      g_assert_cmpint (unit->kind == TB_UNIT_MONEY, ==, unit->currency != NULL);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/unit-text/rows", test_rows);
  g_test_add_func ("/formats/unit-text/ids", test_ids);
  g_test_add_func ("/formats/unit-text/laws", test_laws);

  return g_test_run ();
}
