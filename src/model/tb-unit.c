/* What figures are counted in, as it stands beside a number.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-unit.h"

#include <string.h>

/* Units are few; a longer chain is a ring. */
#define MAX_CHAIN 32

/* Names that say no more than the sign does. */
static const char per_mille[] = "‰";

static const struct
{
  const char *sign;
  const char *names[8];
} signs[] = {
  { per_mille, { "‰", "per mille", "permille", "per mil", "千分之", "千分率", "千分比" } },
  { "%", { "%", "percent", "per cent", "percentage", "百分之", "百分率", "百分比" } },
};

/* A ratio with one of these names is a plain number between numbers: nothing
 * stands behind it. Others have something, as in "2.7 times". */
static const char *const fraction_names[] = {
  "fraction", "share", "proportion", "ratio",
  "分数", "比例", "比重", "占比", "比率", "小数",
};

/* For a unit of money that has a currency and no name. */
static const struct
{
  const char *code;
  const char *name_zh;
} currencies[] = {
  { "CNY", "元" }, { "USD", "美元" }, { "EUR", "欧元" }, { "GBP", "英镑" },
  { "JPY", "日元" }, { "HKD", "港元" }, { "MOP", "澳门元" }, { "TWD", "新台币元" },
  { "KRW", "韩元" }, { "CHF", "瑞士法郎" }, { "CAD", "加元" }, { "AUD", "澳元" },
  { "SGD", "新加坡元" }, { "RUB", "卢布" }, { "INR", "卢比" },
};

static const char *
find_currency_name (const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (currencies); i++)
    {
      if (strcmp (currencies[i].code, code) == 0)
        return currencies[i].name_zh;
    }

  return NULL;
}

static gboolean
is_one_of (const char        *text,
           const char *const *names)
{
  for (; *names != NULL; names++)
    {
      if (g_ascii_strcasecmp (text, *names) == 0)
        return TRUE;
    }

  return FALSE;
}

/* The sign of a percentage, or %NULL where the name says more than one, as
 * "percentage points" does. */
static const char *
find_sign (const TbUnit *self)
{
  if (self->kind != TB_UNIT_PERCENT)
    return NULL;
  if (tb_text_is_empty (&self->name))
    return "%";

  for (guint i = 0; i < self->name.n_entries; i++)
    {
      for (gsize j = 0; j < G_N_ELEMENTS (signs); j++)
        {
          if (is_one_of (self->name.entries[i].text, signs[j].names))
            return signs[j].sign;
        }
    }

  return NULL;
}

/* "fraction", "fraction of the whole", "比重". */
static gboolean
is_fraction (const TbUnit *self)
{
  if (self->kind != TB_UNIT_RATIO)
    return FALSE;
  if (tb_text_is_empty (&self->name))
    return TRUE;

  for (guint i = 0; i < self->name.n_entries; i++)
    {
      for (gsize j = 0; j < G_N_ELEMENTS (fraction_names); j++)
        {
          const char *text = self->name.entries[i].text;
          gsize n = strlen (fraction_names[j]);

          if (g_ascii_strncasecmp (text, fraction_names[j], n) == 0 && (text[n] == '\0' || text[n] == ' '))
            return TRUE;
        }
    }

  return FALSE;
}

static const TbUnit *
find_root (const TbUnit *self)
{
  for (int i = 0; i < MAX_CHAIN && self->base != NULL; i++)
    self = self->base;

  return self;
}

static gboolean
is_share (const TbUnit *self)
{
  return self->kind == TB_UNIT_PERCENT || is_fraction (self);
}

/**
 * tb_unit_same_family:
 * @a: a unit
 * @b: a unit
 *
 * Tells whether figures in one unit can be brought into the other (R1): the
 * same unit; two that are multiples of a common one by `base` and `factor`; or
 * both shares of a whole, in percent, per mille or as fractions (R13). Two
 * units of money in one currency are one family only where their bases say so,
 * because nothing else tells how many of one make the other.
 *
 * Thread: any.
 *
 * Returns: whether they are of one family
 */
gboolean
tb_unit_same_family (const TbUnit *a,
                     const TbUnit *b)
{
  const TbUnit *a_root = find_root (a);
  const TbUnit *b_root = find_root (b);

  return a_root == b_root || g_strcmp0 (a_root->id, b_root->id) == 0 || (is_share (a_root) && is_share (b_root));
}

/* "‰" in any wording, also with more behind it: "‰ of births". */
static gboolean
is_per_mille (const TbUnit *self)
{
  if (find_sign (self) == per_mille)
    return TRUE;

  for (guint i = 0; i < self->name.n_entries; i++)
    {
      if (g_str_has_prefix (self->name.entries[i].text, per_mille))
        return TRUE;
    }

  return FALSE;
}

/**
 * tb_unit_points_factor:
 * @self: a unit
 * @out_factor: (out): what a difference in it is to be multiplied by
 *
 * R13: percentages, parts per thousand and fractions differ in percentage
 * points.
 *
 * Thread: any.
 *
 * Returns: whether the unit is one of them
 */
gboolean
tb_unit_points_factor (const TbUnit *self,
                       TbDecimal    *out_factor)
{
  TbDecimal factor = TB_DECIMAL_ONE;

  if (!is_share (find_root (self)))
    return FALSE;

  for (int i = 0; i < MAX_CHAIN && self->base != NULL; i++, self = self->base)
    {
      if (!tb_decimal_product (factor, self->factor, &factor))
        return FALSE;
    }
  if (self->kind == TB_UNIT_RATIO)
    return tb_decimal_product (factor, (TbDecimal) { 100, 0 }, out_factor);
  if (is_per_mille (self))
    return tb_decimal_product (factor, (TbDecimal) { 1, -1 }, out_factor);

  *out_factor = factor;

  return TRUE;
}

/* The product of the factors up to the root. */
static gboolean
find_root_factor (const TbUnit *self,
                  TbDecimal    *out_factor)
{
  *out_factor = TB_DECIMAL_ONE;
  for (int i = 0; i < MAX_CHAIN && self->base != NULL; i++, self = self->base)
    {
      if (!tb_decimal_product (*out_factor, self->factor, out_factor))
        return FALSE;
    }

  return TRUE;
}

/**
 * tb_unit_conversion:
 * @from: the unit that a figure is in
 * @to: the unit that it is wanted in
 * @out_factor: (out): what the figure is to be multiplied by
 *
 * Converts between units of one family by their bases and factors (R1), and
 * between percent, per mille and fractions (R13). A quotient that no decimal
 * ends, as of months in a year, is given to 18 digits.
 *
 * Thread: any. No allocation.
 *
 * Returns: whether the figure can be brought into @to
 */
gboolean
tb_unit_conversion (const TbUnit *from,
                    const TbUnit *to,
                    TbDecimal    *out_factor)
{
  TbDecimal numerator, denominator;

  *out_factor = TB_DECIMAL_ONE;
  if (from == to)
    return TRUE;
  if (!tb_unit_same_family (from, to))
    return FALSE;

  /* The roots of shares may be two: percent, and a fraction. */
  if (tb_unit_points_factor (from, &numerator) && tb_unit_points_factor (to, &denominator))
    return tb_decimal_quotient (numerator, denominator, out_factor);

  return find_root_factor (from, &numerator) && find_root_factor (to, &denominator)
         && tb_decimal_quotient (numerator, denominator, out_factor);
}

/**
 * tb_unit_takes_scale:
 * @self: a unit
 *
 * Thread: any.
 *
 * Returns: whether numbers in it are shortened by 万, 亿, million (L-1): not
 *   where they are percentages, indices, ranks or rates
 */
gboolean
tb_unit_takes_scale (const TbUnit *self)
{
  switch (self->kind)
    {
    case TB_UNIT_COUNT:
    case TB_UNIT_MONEY:
    case TB_UNIT_MASS:
    case TB_UNIT_AREA:
    case TB_UNIT_LENGTH:
    case TB_UNIT_OTHER:
      return TRUE;
    case TB_UNIT_DURATION:
    case TB_UNIT_PERCENT:
    case TB_UNIT_RATIO:
    case TB_UNIT_PER:
    case TB_UNIT_INDEX:
    case TB_UNIT_RANK:
      break;
    }

  return FALSE;
}

/* The name in a language; of money without one, what its currency is called. */
static char *
dup_name (const TbUnit *self,
          TbLanguage    language)
{
  const char *currency = NULL;

  if (!tb_text_is_empty (&self->name))
    return tb_text_dup_marked (&self->name, language);
  if (self->kind != TB_UNIT_MONEY || self->currency == NULL)
    return g_strdup ("");

  currency = language == TB_LANGUAGE_ZH ? find_currency_name (self->currency) : NULL;

  return g_strdup (currency != NULL ? currency : self->currency);
}

/* " per mu" of "yuan per mu": what a price is the price of. */
static const char *
find_per (const char *name)
{
  const char *per = strstr (name, " per ");

  return per != NULL ? per : "";
}

static gboolean
is_code_money (const TbUnit *self,
               TbLanguage    language)
{
  return language == TB_LANGUAGE_EN && self->kind == TB_UNIT_MONEY && self->currency != NULL;
}

/* "1", "+1", "≥1", but not "0.1", "1.0", "21". */
static gboolean
is_one (const char *number)
{
  while (*number != '\0' && !g_ascii_isdigit (*number))
    number++;

  return strcmp (number, "1") == 0;
}

/* How long the noun and what stands before it are: "flights" of "flights per week". */
static gsize
find_noun_end (const char *name)
{
  static const char *const links[] = { " per ", " a ", " an ", " of ", " in ", " (", "/" };
  gsize end = strlen (name);

  for (gsize i = 0; i < G_N_ELEMENTS (links); i++)
    {
      const char *link = strstr (name, links[i]);

      if (link != NULL)
        end = MIN (end, (gsize) (link - name));
    }

  return end;
}

static gboolean
ends_with (const char *noun,
           gsize       length,
           const char *ending)
{
  gsize n = strlen (ending);

  return length > n && strncmp (noun + length - n, ending, n) == 0;
}

/* English units are named in the plural; "1 flight per week" wants the singular,
 * where the noun makes its plural in a plain way. */
static char *
dup_singular (const char *name)
{
  static const char *const odd[] = { "ss", "us", "is", "ses", "zes", "oes", "eries", "ecies" };
  static const char *const with_e[] = { "ches", "shes", "xes" };
  gsize end = find_noun_end (name);

  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      if (ends_with (name, end, odd[i]))
        return g_strdup (name);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (with_e); i++)
    {
      if (ends_with (name, end, with_e[i]))
        return g_strdup_printf ("%.*s%s", (int) end - 2, name, name + end);
    }
  if (ends_with (name, end, "ies"))
    return g_strdup_printf ("%.*sy%s", (int) end - 3, name, name + end);
  if (ends_with (name, end, "s") && g_ascii_islower (name[end - 2]))
    return g_strdup_printf ("%.*s%s", (int) end - 1, name, name + end);

  return g_strdup (name);
}

/* A space before a name, but not between figures and Chinese. */
static char *
join (const char *number,
      const char *suffix,
      const char *name,
      TbLanguage  language)
{
  gboolean is_tight = name[0] == '\0' || name[0] == '%' || name[0] == '/' || g_str_has_prefix (name, "‰");

  if (language == TB_LANGUAGE_ZH)
    is_tight = is_tight || name[0] != '[';

  return g_strconcat (number, suffix, is_tight ? "" : " ", name, NULL);
}

/**
 * tb_unit_attach:
 * @self: a unit
 * @number: a number as it is shown
 * @suffix: (nullable): the scale's suffix, "万", " million" or ""
 * @language: the figure's language
 *
 * Writes a number with its unit: `6.77万张`, `67,700 beds`, `CNY 48.3 billion`,
 * `483亿元`, `61%`, `1 flight per week`, `4.85 per 100,000`, `4.85/10万`, `第4位`. Indices and
 * fractions stand alone. A name that is missing in the language is given in
 * brackets in the other.
 *
 * Thread: any.
 *
 * Returns: (transfer full): the text
 */
char *
tb_unit_attach (const TbUnit *self,
                const char   *number,
                const char   *suffix,
                TbLanguage    language)
{
  static const char each_zh[] = "每";
  g_autofree char *name = dup_name (self, language);
  const char *scale = suffix != NULL ? suffix : "";
  const char *sign = find_sign (self);
  char *singular = NULL;

  if (sign != NULL)
    return g_strconcat (number, scale, sign, NULL);
  if (self->kind == TB_UNIT_INDEX || is_fraction (self))
    return g_strconcat (number, scale, NULL);
  if (self->kind == TB_UNIT_RANK && language == TB_LANGUAGE_ZH)
    return g_strconcat ("第", number, scale, "位", NULL);
  if (self->kind == TB_UNIT_RANK)
    return g_strconcat ("No. ", number, scale, NULL);
  if (is_code_money (self, language))
    return g_strconcat (self->currency, " ", number, scale, find_per (name), NULL);
  if (language == TB_LANGUAGE_ZH && self->kind == TB_UNIT_PER && g_str_has_prefix (name, each_zh))
    return g_strconcat (number, scale, "/", name + sizeof each_zh - 1, NULL);

  if (language == TB_LANGUAGE_EN && self->kind != TB_UNIT_MONEY && *scale == '\0' && is_one (number))
    name = (singular = dup_singular (name), g_free (name), singular);

  return join (number, scale, name, language);
}

/**
 * tb_unit_label:
 * @self: a unit
 * @suffix: (nullable): the suffix of the scale that holds for the whole, or ""
 * @language: the figure's language
 *
 * Names a unit for a subtitle or a header: `万张`, `million beds`,
 * `CNY billion`, `亿元`, `%`, `每10万`.
 *
 * Thread: any.
 *
 * Returns: (transfer full): the text, "" for a unit without a name
 */
char *
tb_unit_label (const TbUnit *self,
               const char   *suffix,
               TbLanguage    language)
{
  g_autofree char *name = dup_name (self, language);
  const char *scale = suffix != NULL ? suffix : "";
  const char *sign = find_sign (self);

  if (is_code_money (self, language))
    return g_strconcat (self->currency, scale, find_per (name), NULL);
  if (sign != NULL)
    name = (g_free (name), g_strdup (sign));
  if (scale[0] == ' ')
    scale++;
  if (scale[0] == '\0')
    return g_steal_pointer (&name);
  if (name[0] == '\0')
    return g_strdup (scale);

  return join (scale, "", name, language);
}
