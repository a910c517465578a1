/* What a wording of a unit says that numbers are to be multiplied by.
 *
 * "Billion" is the English one, 10^9: no office among those of formats.md
 * publishes in another language with that spelling.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-unit-text-private.h"

#include <string.h>

#define THOUSAND G_GINT64_CONSTANT (1000)
#define MILLION (THOUSAND * THOUSAND)
#define BILLION (MILLION * THOUSAND)
#define TRILLION (BILLION * THOUSAND)

typedef struct
{
  const char *word;
  gint64      factor;
} Scale;

/* The longer of two that begin alike comes first. */
static const Scale words[] = {
  { "hundred million", 100 * MILLION },
  { "hundred thousand", 100 * THOUSAND },
  { "ten thousand", 10 * THOUSAND },
  { "100 million", 100 * MILLION },
  { "100 thousand", 100 * THOUSAND },
  { "10 thousand", 10 * THOUSAND },
  { "10 million", 10 * MILLION },
  { "thousands", THOUSAND },
  { "thousand", THOUSAND },
  { "thous.", THOUSAND },
  { "ths.", THOUSAND },
  { "tsd.", THOUSAND },
  { "'000s", THOUSAND },
  { "'000", THOUSAND },
  { "000s", THOUSAND },
  { "000'", THOUSAND },
  { "millions", MILLION },
  { "million", MILLION },
  { "mln.", MILLION },
  { "mln", MILLION },
  { "mill.", MILLION },
  { "mio.", MILLION },
  { "mio", MILLION },
  { "mn", MILLION },
  { "billions", BILLION },
  { "billion", BILLION },
  { "milliards", BILLION },
  { "milliard", BILLION },
  { "mrd.", BILLION },
  { "mrd", BILLION },
  { "bln", BILLION },
  { "bn", BILLION },
  { "trillions", TRILLION },
  { "trillion", TRILLION },
  { "trn", TRILLION },
  { "100000000", 100 * MILLION },
  { "100,000,000", 100 * MILLION },
  { "1000000", MILLION },
  { "1,000,000", MILLION },
  { "1 000 000", MILLION },
  { "100000", 100 * THOUSAND },
  { "100,000", 100 * THOUSAND },
  { "100 000", 100 * THOUSAND },
  { "10000", 10 * THOUSAND },
  { "10,000", 10 * THOUSAND },
  { "10 000", 10 * THOUSAND },
  { "1000", THOUSAND },
  { "1,000", THOUSAND },
  { "1 000", THOUSAND },
};

static const Scale chinese[] = {
  { "万亿", TRILLION }, { "千亿", 100 * BILLION }, { "百亿", 10 * BILLION }, { "十亿", BILLION }, { "亿", 100 * MILLION },
  { "千万", 10 * MILLION }, { "百万", MILLION }, { "十万", 100 * THOUSAND }, { "万", 10 * THOUSAND }, { "千", THOUSAND },
};

/* Before "_" in the codes of Eurostat and OECD. */
static const Scale codes[] = {
  { "THS_", THOUSAND }, { "TH_", THOUSAND }, { "MIO_", MILLION }, { "MLN_", MILLION }, { "MN_", MILLION },
  { "BIO_", BILLION }, { "BN_", BILLION }, { "MRD_", BILLION },
};

/* What may stand between a scale and what it is a scale of. */
static gsize
count_link (const char *text)
{
  static const char *const links[] = { " units of ", " of ", " d'", " de ", "-", " " };

  for (gsize i = 0; i < G_N_ELEMENTS (links); i++)
    {
      if (g_ascii_strncasecmp (text, links[i], strlen (links[i])) == 0)
        return strlen (links[i]);
    }

  return 0;
}

static gboolean
is_letter (char c)
{
  return g_ascii_isalnum (c) || c == '_' || (unsigned char) c >= 0x80;
}

static gint64
cut_start (GString *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize n = strlen (words[i].word);
      gsize n_link;

      if (g_ascii_strncasecmp (text->str, words[i].word, n) != 0)
        continue;
      n_link = count_link (text->str + n);
      /* "Millionth", "10000-year". A mark ends a word as well as a space. */
      if (text->str[n] != '\0' && n_link == 0 && is_letter (text->str[n]))
        continue;
      if (g_ascii_isdigit (text->str[n - 1]) && text->str[n] == '-')
        continue;
      g_string_erase (text, 0, (gssize) (n + n_link));
      return words[i].factor;
    }

  return 1;
}

static gboolean
has_before (const char *text,
            gsize       end,
            const char *word)
{
  gsize n = strlen (word);

  return end >= n && g_ascii_strncasecmp (text + end - n, word, n) == 0;
}

static gsize
skip_marks (const char *text,
            gsize       end)
{
  while (end > 0 && strchr (" ,(;:-", text[end - 1]) != NULL)
    end--;

  return end;
}

/* Where a scale begins that ends a text, with what parts it from the rest; 0
 * where it is the whole text, a part of a word, or what a rate is counted by. */
static gsize
find_end_scale (const char *text,
                gsize       word)
{
  gsize start = skip_marks (text, word);

  if (start == word && g_ascii_isalnum (text[start - 1]))
    return 0;
  if (has_before (text, start, "per") || has_before (text, start, "/"))
    return 0;
  if (has_before (text, start, " in") || has_before (text, start, "(in"))
    start = skip_marks (text, start - strlen (" in"));

  return start;
}

/* "EUR million", "US dollars, millions", "persons (in thousands)", "€bn". Not
 * "cases per million". */
static gint64
cut_end (GString *text)
{
  gboolean is_closed = text->len > 0 && text->str[text->len - 1] == ')';
  gsize end = text->len - (is_closed ? 1 : 0);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize n = strlen (words[i].word);
      gsize start = end > n && has_before (text->str, end, words[i].word) ? find_end_scale (text->str, end - n) : 0;

      if (start == 0)
        continue;
      g_string_truncate (text, start);
      return words[i].factor;
    }

  return 1;
}

/* "Current prices, million euro". */
static gint64
cut_middle (GString *text)
{
  const char *comma = strstr (text->str, ", ");

  for (; comma != NULL; comma = strstr (comma + 2, ", "))
    {
      gsize start = (gsize) (comma + 2 - text->str);
      g_autoptr (GString) rest = g_string_new (comma + 2);
      gint64 factor = cut_start (rest);

      if (factor > 1 && rest->len > 0)
        {
          g_string_truncate (text, start);
          g_string_append (text, rest->str);
          return factor;
        }
    }

  return 1;
}

/* "€m", "US$ m", "£m": beside a sign of money m is no metre. */
static gint64
cut_money_m (GString *text)
{
  static const char *const signs[] = { "€", "£", "US$" };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      gsize n = strlen (signs[i]);

      if (g_str_has_prefix (text->str, signs[i])
          && (strcmp (text->str + n, "m") == 0 || strcmp (text->str + n, " m") == 0))
        {
          g_string_truncate (text, n);
          return MILLION;
        }
    }

  return 1;
}

/* 千 is also the kilo of 千瓦时 and 千帕, and 万分 a fraction. */
static gint64
cut_chinese (GString *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (chinese); i++)
    {
      gsize n = strlen (chinese[i].word);
      const char *rest = text->str + n;
      TbUnitWords known;
      gsize length;

      if (!g_str_has_prefix (text->str, chinese[i].word))
        continue;
      if (g_str_has_prefix (rest, "分"))
        return 1;
      if (strcmp (chinese[i].word, "千") == 0
          && (g_str_has_prefix (rest, "克") || g_str_has_prefix (rest, "米")
              || (!tb_unit_words_find (rest, &known) && tb_unit_words_find_currency (rest, &length) == NULL)))
        return 1;
      g_string_erase (text, 0, (gssize) n);
      return chinese[i].factor;
    }

  return 1;
}

TbDecimal
tb_unit_scale_cut (GString *text)
{
  gint64 factor = cut_chinese (text);

  if (factor == 1)
    factor = cut_start (text);
  if (factor == 1)
    factor = cut_money_m (text);
  if (factor == 1)
    factor = cut_end (text);
  if (factor == 1)
    factor = cut_middle (text);

  return (TbDecimal) { factor, 0 };
}

TbDecimal
tb_unit_scale_cut_code (GString *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      if (g_str_has_prefix (code->str, codes[i].word))
        {
          g_string_erase (code, 0, (gssize) strlen (codes[i].word));
          return (TbDecimal) { codes[i].factor, 0 };
        }
    }
  if (strcmp (code->str, "THS") == 0)
    {
      g_string_assign (code, "NR");
      return (TbDecimal) { THOUSAND, 0 };
    }

  return TB_DECIMAL_ONE;
}

double
tb_unit_scale_find_per (const char *text)
{
  static const char *const marks[] = { "per ", "/", "每" };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autofree char *lower = g_ascii_strdown (text, -1);
      const char *mark = strstr (lower, marks[i]);
      g_autoptr (GString) rest = mark != NULL ? g_string_new (mark + strlen (marks[i])) : NULL;
      gint64 factor;

      if (rest == NULL || (i == 0 && mark > lower && g_ascii_isalnum (mark[-1])))
        continue;
      if (g_str_has_prefix (rest->str, "10万"))
        return 100.0 * THOUSAND;
      if (g_str_has_prefix (rest->str, "100") && !g_ascii_isdigit (rest->str[3]) && rest->str[3] != ','
          && strncmp (rest->str + 3, " 000", 4) != 0 && strncmp (rest->str + 3, " mill", 5) != 0
          && strncmp (rest->str + 3, " thou", 5) != 0)
        return 100;
      factor = cut_chinese (rest);
      factor = factor > 1 ? factor : cut_start (rest);
      if (factor > 1)
        return (double) factor;
    }

  return 0;
}
