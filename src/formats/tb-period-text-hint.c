/* What a dimension, or all of its codes together, say of the spelling of its
 * periods.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-period-text.h"

#include <string.h>

/* In a name these tell how long its periods are; in brackets those of PC-Axis,
 * TLIST(M1). The more particular come first. */
static const struct
{
  const char   *word;
  TbPeriodHint  hint;
} name_parts[] = {
  { "fiscal", TB_PERIOD_HINT_TWO_YEARS }, { "financial year", TB_PERIOD_HINT_TWO_YEARS },
  { "school year", TB_PERIOD_HINT_TWO_YEARS }, { "academic year", TB_PERIOD_HINT_TWO_YEARS },
  { "财年", TB_PERIOD_HINT_TWO_YEARS }, { "学年", TB_PERIOD_HINT_TWO_YEARS },
  { "month", TB_PERIOD_HINT_MONTH }, { "monat", TB_PERIOD_HINT_MONTH }, { "mois", TB_PERIOD_HINT_MONTH },
  { "månad", TB_PERIOD_HINT_MONTH }, { "måned", TB_PERIOD_HINT_MONTH }, { "kuukausi", TB_PERIOD_HINT_MONTH },
  { "maand", TB_PERIOD_HINT_MONTH }, { "(m1", TB_PERIOD_HINT_MONTH }, { "月", TB_PERIOD_HINT_MONTH },
  { "quarter", TB_PERIOD_HINT_QUARTER }, { "quartal", TB_PERIOD_HINT_QUARTER }, { "kvartal", TB_PERIOD_HINT_QUARTER },
  { "trimestre", TB_PERIOD_HINT_QUARTER }, { "kwartaal", TB_PERIOD_HINT_QUARTER },
  { "neljännes", TB_PERIOD_HINT_QUARTER }, { "(q1", TB_PERIOD_HINT_QUARTER }, { "季", TB_PERIOD_HINT_QUARTER },
  { "(a1", TB_PERIOD_HINT_YEAR },
  { "date", TB_PERIOD_HINT_DAY }, { "datum", TB_PERIOD_HINT_DAY }, { "fecha", TB_PERIOD_HINT_DAY },
  { "(d1", TB_PERIOD_HINT_DAY }, { "日期", TB_PERIOD_HINT_DAY },
};

/* The whole of a name: "years" is also what an age is counted in. */
static const char *const year_names[] = {
  "year", "years", "yr", "calendar year", "jahr", "année", "annee", "año", "ano", "anno", "år", "aar", "vuosi", "jaar",
  "rok", "年", "年份", "年度",
};

static TbPeriodHint
read_name (const char *name)
{
  g_autofree char *lower = g_strstrip (g_ascii_strdown (name, -1));

  for (gsize i = 0; i < G_N_ELEMENTS (year_names); i++)
    {
      if (strcmp (lower, year_names[i]) == 0)
        return TB_PERIOD_HINT_YEAR;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (name_parts); i++)
    {
      if (strstr (lower, name_parts[i].word) != NULL)
        return name_parts[i].hint;
    }

  return TB_PERIOD_HINT_NONE;
}

typedef struct
{
  gboolean has_fourth;  /* 2021T4: there is no fourth period of four months */
  gboolean has_split;   /* 2012-13, 1999-00: the first plus one, and no month */
  gboolean has_month;   /* 2012-07: a month, and not the first plus one */
} Codes;

static void
look_at (Codes      *codes,
         const char *code)
{
  int first, second;

  if (strspn (code, "0123456789") != 4)
    return;
  if (g_str_has_suffix (code + 4, "T4") && strlen (code) <= 7)
    codes->has_fourth = TRUE;
  if ((code[4] != '-' && code[4] != '/') || strspn (code + 5, "0123456789") != 2 || code[7] != '\0')
    return;

  first = (code[2] - '0') * 10 + (code[3] - '0');
  second = (code[5] - '0') * 10 + (code[6] - '0');
  if ((first + 1) % 100 != second)
    codes->has_month = TRUE;
  else if (second < 1 || second > 12)
    codes->has_split = TRUE;
}

/**
 * tb_period_text_find_hint:
 * @name: (nullable): of the dimension or column
 * @codes: (array length=n_codes) (nullable): its codes, or some of them
 * @n_codes: how many
 *
 * Finds out what codes mean that could be read in two ways alone: where there
 * is a T4, T counts quarters; where there is a 2012-13 and no code that can only
 * be a month, 2011-12 is no December.
 *
 * Thread: any.
 *
 * Returns: the hint for tb_period_text_parse()
 */
TbPeriodHint
tb_period_text_find_hint (const char        *name,
                          const char *const *codes,
                          gsize              n_codes)
{
  Codes seen = { 0 };

  for (gsize i = 0; i < n_codes; i++)
    look_at (&seen, codes[i]);
  if (seen.has_fourth)
    return TB_PERIOD_HINT_QUARTER;
  if (seen.has_split && !seen.has_month)
    return TB_PERIOD_HINT_TWO_YEARS;
  if (seen.has_month && !seen.has_split)
    return TB_PERIOD_HINT_MONTH;

  return name != NULL ? read_name (name) : TB_PERIOD_HINT_NONE;
}
