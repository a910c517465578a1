/* Units that files name in words, signs and codes.
 *
 * Only wordings that mean one thing everywhere are here: "$", "kr" and "m" are
 * not.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-unit-text-private.h"

#include <string.h>

#define MAX_WORDINGS 8

/* ISO 4217, the codes in use and those of the euro's predecessors. */
static const char iso_4217[] = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD "
                               "BTN BWP BYN BZD CAD CDF CHF CLP "
                               "CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD "
                               "GNF GTQ GYD HKD HNL HTG HUF IDR "
                               "ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD "
                               "LSL LYD MAD MDL MGA MKD MMK MNT "
                               "MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN "
                               "PYG QAR RON RSD RUB RWF SAR SBD "
                               "SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD "
                               "TZS UAH UGX USD UYU UZS VES VND "
                               "VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG ATS BEF CYP DEM EEK ESP FIM FRF GRD HRK IEP "
                               "ITL LTL LUF LVL MTL NLG PTE SIT SKK ";

/* Words beside which a code of three letters is a currency. */
static const char *const money_words[] = {
  "dollar", "euro",   "franc",   "krone",  "krona", "króna",  "kroon",  "koruna",   "peso",    "pound",  "dinar",
  "rupee",  "rupiah", "lira",    "real",   "ruble", "rouble", "rand",   "won",      "zloty",   "forint", "leu",
  "lev",    "baht",   "ringgit", "dirham", "riyal", "rial",   "shekel", "shilling", "kwacha",  "naira",  "birr",
  "yen",    "yuan",   "hryvnia", "tenge",  "kuna",  "mark",   "escudo", "peseta",   "guilder", "lek",    "dong",
  "taka",   "sol",    "元",      "镑",     "法郎",  "克朗",   "卢布",   "卢比",     "比索",
};

static const struct
{
  const char *code;
  const char *wordings[MAX_WORDINGS];
} currencies[] = {
  { "EUR", { "euro", "euros", "€", "欧元" } },
  { "USD",
    { "us dollar", "us dollars", "u.s. dollar", "u.s. dollars", "us$", "u.s.$", "united states dollars", "美元" } },
  { "CNY", { "yuan", "rmb", "renminbi", "rmb yuan", "元", "人民币元", "元人民币", "人民币" } },
  { "CNY", { "chinese yuan", "yuan renminbi", "yuan (rmb)", "元（人民币）" } },
  { "JPY", { "yen", "japanese yen", "日元", "円" } },
  { "GBP", { "pound sterling", "pounds sterling", "british pound", "british pounds", "uk pounds", "£", "英镑" } },
  { "HKD", { "hong kong dollar", "hong kong dollars", "hk$", "港元", "港币" } },
  { "TWD", { "new taiwan dollar", "new taiwan dollars", "nt$", "新台币元", "新台币" } },
  { "MOP", { "pataca", "patacas", "澳门元" } },
  { "KRW", { "korean won", "south korean won", "won", "韩元" } },
  { "CHF", { "swiss franc", "swiss francs", "瑞士法郎" } },
  { "SEK", { "swedish krona", "swedish kronor" } },
  { "NOK", { "norwegian krone", "norwegian kroner" } },
  { "DKK", { "danish krone", "danish kroner" } },
  { "CAD", { "canadian dollar", "canadian dollars", "加元" } },
  { "AUD", { "australian dollar", "australian dollars", "澳元" } },
  { "NZD", { "new zealand dollar", "new zealand dollars" } },
  { "SGD", { "singapore dollar", "singapore dollars", "新加坡元" } },
  { "INR", { "indian rupee", "indian rupees", "卢比" } },
  { "RUB", { "russian ruble", "russian rubles", "russian rouble", "russian roubles", "卢布" } },
  { "BRL", { "brazilian real", "brazilian reais" } },
  { "ZAR", { "south african rand" } },
  { "MXN", { "mexican peso", "mexican pesos" } },
  { "TRY", { "turkish lira", "turkish liras" } },
  { "PLN", { "polish zloty", "zloty", "zlotys" } },
  { "CZK", { "czech koruna", "czech crowns" } },
  { "HUF", { "hungarian forint", "forint", "forints" } },
  { "THB", { "thai baht", "baht" } },
  { "IDR", { "rupiah", "indonesian rupiah" } },
  { "MYR", { "ringgit", "malaysian ringgit" } },
};

/* @codes: of Eurostat's list UNIT and SDMX's CL_UNIT_MEASURE. */
static const struct
{
  TbUnitWords words;
  const char *codes[4];
  const char *wordings[MAX_WORDINGS];
} units[] = {
  { { TB_UNIT_PERCENT, "percent", "%", "%" }, { "PC", "PT", "PCT", "PERCENT" },
    { "%", "％", "percent", "per cent", "percentage", "pct", "百分比", "百分率" } },
  { { TB_UNIT_PERCENT, "percentage-point", "percentage points", "百分点" }, { "PP" },
    { "percentage point", "percentage points", "pp", "百分点", "个百分点" } },
  { { TB_UNIT_PERCENT, "per-mille", "‰", "‰" }, { NULL }, { "‰", "per mille", "per mil", "千分比", "千分率" } },
  { { TB_UNIT_INDEX, "index", "index", "指数" }, { "IX", "INX" }, { "index", "indices", "index number", "指数" } },
  { { TB_UNIT_RATIO, "ratio", "ratio", "比例" }, { "RT", "RATIO" }, { "ratio", "proportion", "fraction", "比例" } },
  { { TB_UNIT_RATIO, "times", "times", "倍" }, { NULL }, { "times", "倍" } },
  { { TB_UNIT_RANK, "rank", "rank", "位" }, { NULL }, { "rank", "ranking", "位次", "名次" } },
  /* What is counted stands in the name of the indicator. */
  { { TB_UNIT_COUNT, "number", NULL, NULL }, { "NR", "NB", "NUMBER", "PURE_NUMB" },
    { "number", "numbers", "count", "no.", "nr", "nr.", "antal", "anzahl" } },
  { { TB_UNIT_COUNT, "item", "items", "个" }, { NULL }, { "items", "pieces", "个" } },
  { { TB_UNIT_COUNT, "person", "persons", "人" }, { "PER", "PS", "PERS", "HAB" },
    { "person", "persons", "people", "inhabitants", "number of persons", "number of people", "人", "名" } },
  { { TB_UNIT_COUNT, "person-time", "person-times", "人次" }, { NULL }, { "person-times", "人次" } },
  { { TB_UNIT_COUNT, "household", "households", "户" }, { "HH" }, { "household", "households", "户" } },
  { { TB_UNIT_COUNT, "enterprise", "enterprises", "家企业" }, { NULL }, { "enterprises", "companies", "家企业" } },
  { { TB_UNIT_COUNT, "vehicle", "vehicles", "辆" }, { NULL }, { "vehicles", "cars", "辆" } },
  { { TB_UNIT_COUNT, "bed", "beds", "张" }, { NULL }, { "beds", "张", "张床位" } },
  { { TB_UNIT_COUNT, "case", "cases", "例" }, { NULL }, { "cases", "例" } },
  { { TB_UNIT_COUNT, "death", "deaths", "例死亡" }, { NULL }, { "deaths" } },
  { { TB_UNIT_COUNT, "job", "jobs", "个岗位" }, { NULL }, { "jobs", "个岗位" } },
  { { TB_UNIT_COUNT, "dwelling", "dwellings", "套" }, { NULL }, { "dwellings", "套" } },
  { { TB_UNIT_COUNT, "set", "sets", "台" }, { NULL }, { "台" } },
  { { TB_UNIT_COUNT, "institution", "institutions", "家" }, { NULL }, { "家", "所" } },
  { { TB_UNIT_COUNT, "head", "head", "头" }, { NULL }, { "head", "heads", "头" } },
  { { TB_UNIT_COUNT, "passenger", "passengers", "名旅客" }, { NULL }, { "passengers" } },
  { { TB_UNIT_MASS, "tonne", "tonnes", "吨" }, { "T" },
    { "tonne", "tonnes", "metric tons", "metric tonnes", "metric ton", "t", "吨", "公吨" } },
  { { TB_UNIT_MASS, "ton", "tons", "吨" }, { NULL }, { "ton", "tons" } },
  { { TB_UNIT_MASS, "kilogram", "kg", "千克" }, { "KG" },
    { "kg", "kilogram", "kilograms", "kilogramme", "kilogrammes", "千克", "公斤" } },
  { { TB_UNIT_MASS, "gram", "g", "克" }, { NULL }, { "gram", "grams", "grammes", "克" } },
  { { TB_UNIT_AREA, "hectare", "hectares", "公顷" }, { "HA" }, { "ha", "hectare", "hectares", "公顷" } },
  { { TB_UNIT_AREA, "square-kilometre", "km²", "平方公里" }, { "KM2" },
    { "km2", "km²", "sq km", "sq. km", "square kilometres", "square kilometers", "平方公里", "平方千米" } },
  { { TB_UNIT_AREA, "square-metre", "m²", "平方米" }, { "M2" },
    { "m2", "m²", "sq m", "sq. m", "square metres", "square meters", "平方米" } },
  { { TB_UNIT_AREA, "mu", "mu", "亩" }, { NULL }, { "mu", "亩" } },
  { { TB_UNIT_AREA, "acre", "acres", "英亩" }, { NULL }, { "acre", "acres", "英亩" } },
  { { TB_UNIT_LENGTH, "kilometre", "km", "公里" }, { "KM" },
    { "km", "kilometre", "kilometres", "kilometer", "kilometers", "公里", "千米" } },
  { { TB_UNIT_LENGTH, "metre", "metres", "米" }, { NULL }, { "metre", "metres", "meter", "meters", "米" } },
  { { TB_UNIT_LENGTH, "centimetre", "cm", "厘米" }, { NULL }, { "cm", "centimetres", "centimeters", "厘米" } },
  { { TB_UNIT_LENGTH, "millimetre", "mm", "毫米" }, { NULL }, { "mm", "millimetres", "millimeters", "毫米" } },
  { { TB_UNIT_DURATION, "year", "years", "年" }, { "YR" }, { "year", "years", "年" } },
  { { TB_UNIT_DURATION, "month", "months", "个月" }, { "MONTH" }, { "month", "months", "个月" } },
  { { TB_UNIT_DURATION, "week", "weeks", "周" }, { "WEEK" }, { "week", "weeks", "周" } },
  { { TB_UNIT_DURATION, "day", "days", "天" }, { "DAY" }, { "day", "days", "天", "日" } },
  { { TB_UNIT_DURATION, "hour", "hours", "小时" }, { "HR" }, { "hour", "hours", "小时" } },
  { { TB_UNIT_DURATION, "minute", "minutes", "分钟" }, { "MIN" }, { "minute", "minutes", "分钟" } },
};

/* Codes that are words as well. */
static const char *const risky_codes[] = { "ALL", "TOP" };

static gboolean
is_iso_4217 (const char *code,
             gsize       length)
{
  char key[5] = "";

  if (length != 3)
    return FALSE;
  for (gsize i = 0; i < 3; i++)
    {
      if (!g_ascii_isupper (code[i]))
        return FALSE;
      key[i] = code[i];
    }
  key[3] = ' ';

  return strstr (iso_4217, key) != NULL;
}

gboolean
tb_unit_words_is_money (const char *text)
{
  g_autofree char *lower = g_ascii_strdown (text, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (money_words); i++)
    {
      if (strstr (lower, money_words[i]) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* Whether a text begins with the code of a currency, and the code is no word. */
static gboolean
begins_with_code (const char *text)
{
  if (strlen (text) < 3 || !is_iso_4217 (text, 3) || g_ascii_isalnum (text[3]) || text[3] == '_')
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (risky_codes); i++)
    {
      if (memcmp (text, risky_codes[i], 3) == 0)
        return FALSE;
    }

  return TRUE;
}

const char *
tb_unit_words_find_currency (const char *text,
                             gsize      *out_length)
{
  const char *best = NULL;

  *out_length = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (currencies); i++)
    {
      for (gsize k = 0; k < MAX_WORDINGS && currencies[i].wordings[k] != NULL; k++)
        {
          gsize n = strlen (currencies[i].wordings[k]);

          if (n > *out_length && g_ascii_strncasecmp (text, currencies[i].wordings[k], n) == 0)
            {
              best = currencies[i].code;
              *out_length = n;
            }
        }
    }
  if (best == NULL && begins_with_code (text))
    {
      best = text;
      *out_length = 3;
    }

  return best;
}

static void
set_money (TbUnitWords *words,
           const char  *code)
{
  *words = (TbUnitWords) { .kind = TB_UNIT_MONEY };
  memcpy (words->currency, code, 3);
}

gboolean
tb_unit_words_find (const char  *text,
                    TbUnitWords *out_words)
{
  gsize length;
  const char *currency = tb_unit_words_find_currency (text, &length);

  if (currency != NULL && text[length] == '\0')
    {
      set_money (out_words, currency);
      return TRUE;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      for (gsize k = 0; k < MAX_WORDINGS && units[i].wordings[k] != NULL; k++)
        {
          if (g_ascii_strcasecmp (text, units[i].wordings[k]) == 0)
            {
              *out_words = units[i].words;
              return TRUE;
            }
        }
    }

  return FALSE;
}

gboolean
tb_unit_words_find_code (const char  *code,
                         TbUnitWords *out_words)
{
  if (is_iso_4217 (code, strlen (code)))
    {
      set_money (out_words, code);
      return TRUE;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      for (gsize k = 0; k < G_N_ELEMENTS (units[i].codes) && units[i].codes[k] != NULL; k++)
        {
          if (strcmp (code, units[i].codes[k]) == 0)
            {
              *out_words = units[i].words;
              return TRUE;
            }
        }
    }

  return FALSE;
}
