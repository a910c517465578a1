/* Reads the numbers that a category of a breakdown stands for, from its code or name.
 *
 * What is not certainly a range is none: totals of sound parts are not to be refused.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-category-range.h"

#include <math.h>
#include <string.h>

/* A number of the text: where it stands, and its size with 千, 万 or 亿 behind it. */
typedef struct
{
  const char *start;
  const char *end;
  double      value;
  double      scale;
} Number;

/* A word beside a number, and whether the number itself is meant too. */
typedef struct
{
  const char     *word;
  gboolean        is_low;
  TbCategoryLimit limit;
} Bound;

/* The first that fits is taken: “及以上” stands before “以上”, “不超过” before “超过”. */
static const Bound behind[] = {
  { "and over", TRUE, TB_LIMIT_IN },      { "and above", TRUE, TB_LIMIT_IN },  { "and more", TRUE, TB_LIMIT_IN },
  { "and older", TRUE, TB_LIMIT_IN },     { "or over", TRUE, TB_LIMIT_IN },    { "or above", TRUE, TB_LIMIT_IN },
  { "or more", TRUE, TB_LIMIT_IN },       { "or older", TRUE, TB_LIMIT_IN },   { "and under", FALSE, TB_LIMIT_IN },
  { "and below", FALSE, TB_LIMIT_IN },    { "and less", FALSE, TB_LIMIT_IN },  { "and younger", FALSE, TB_LIMIT_IN },
  { "or under", FALSE, TB_LIMIT_IN },     { "or below", FALSE, TB_LIMIT_IN },  { "or less", FALSE, TB_LIMIT_IN },
  { "or fewer", FALSE, TB_LIMIT_IN },     { "or younger", FALSE, TB_LIMIT_IN },
  { "及以上", TRUE, TB_LIMIT_IN },        { "或以上", TRUE, TB_LIMIT_IN },     { "以上", TRUE, TB_LIMIT_UNSURE },
  { "及以下", FALSE, TB_LIMIT_IN },       { "或以下", FALSE, TB_LIMIT_IN },    { "以下", FALSE, TB_LIMIT_UNSURE },
  { "+", TRUE, TB_LIMIT_IN },
};

static const Bound before[] = {
  { ">=", TRUE, TB_LIMIT_IN },            { "≥", TRUE, TB_LIMIT_IN },          { ">", TRUE, TB_LIMIT_OUT },
  { "at least", TRUE, TB_LIMIT_IN },      { "more than", TRUE, TB_LIMIT_OUT }, { "over", TRUE, TB_LIMIT_OUT },
  { "above", TRUE, TB_LIMIT_OUT },        { "older than", TRUE, TB_LIMIT_OUT },
  { "<=", FALSE, TB_LIMIT_IN },           { "≤", FALSE, TB_LIMIT_IN },         { "<", FALSE, TB_LIMIT_OUT },
  { "less than", FALSE, TB_LIMIT_OUT },   { "fewer than", FALSE, TB_LIMIT_OUT },
  { "younger than", FALSE, TB_LIMIT_OUT }, { "under", FALSE, TB_LIMIT_OUT },   { "below", FALSE, TB_LIMIT_OUT },
  { "up to", FALSE, TB_LIMIT_UNSURE },    { "不低于", TRUE, TB_LIMIT_IN },     { "不小于", TRUE, TB_LIMIT_IN },
  { "不超过", FALSE, TB_LIMIT_IN },       { "不大于", FALSE, TB_LIMIT_IN },    { "不高于", FALSE, TB_LIMIT_IN },
  { "超过", TRUE, TB_LIMIT_OUT },         { "大于", TRUE, TB_LIMIT_OUT },      { "高于", TRUE, TB_LIMIT_OUT },
  { "不满", FALSE, TB_LIMIT_OUT },        { "未满", FALSE, TB_LIMIT_OUT },     { "不足", FALSE, TB_LIMIT_OUT },
  { "小于", FALSE, TB_LIMIT_OUT },        { "低于", FALSE, TB_LIMIT_OUT },
};

/* In codes, behind "Y" or "_". */
static const Bound in_codes[] = {
  { "ge", TRUE, TB_LIMIT_IN },
  { "gt", TRUE, TB_LIMIT_OUT },
  { "le", FALSE, TB_LIMIT_IN },
  { "lt", FALSE, TB_LIMIT_OUT },
};

/* Thousands apart by commas too; the scale of Chinese numbers goes with them. */
static const char *
read_number (const char *text,
             Number     *out_number)
{
  static const struct { const char *word; double scale; } scales[] = { { "千", 1e3 }, { "万", 1e4 }, { "亿", 1e8 } };
  const char *at = text;
  double fraction = 1;

  *out_number = (Number) { .start = text, .scale = 1 };
  while (g_ascii_isdigit (*at))
    {
      out_number->value = out_number->value * 10 + (*at++ - '0');
      if (*at == ',' && g_ascii_isdigit (at[1]) && g_ascii_isdigit (at[2]) && g_ascii_isdigit (at[3])
          && !g_ascii_isdigit (at[4]))
        at++;
    }
  if (*at == '.' && g_ascii_isdigit (at[1]))
    for (at++; g_ascii_isdigit (*at); at++)
      out_number->value += (*at - '0') * (fraction /= 10);
  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    if (g_str_has_prefix (at, scales[i].word))
      {
        out_number->scale *= scales[i].scale;
        at += strlen (scales[i].word);
      }
  out_number->end = at;

  return at;
}

/* The last two numbers; those before them are part of a name: "5-year bands: 15-19". */
static gsize
find_numbers (const char *text,
              Number      out_numbers[2])
{
  gsize n = 0;

  while (*text != '\0')
    {
      Number number;

      if (!g_ascii_isdigit (*text))
        {
          text++;
          continue;
        }
      text = read_number (text, &number);
      if (n >= 2)
        out_numbers[0] = out_numbers[1];
      out_numbers[n >= 2 ? 1 : n] = number;
      n++;
    }

  return n;
}

/* Without spaces, brackets and underscores around it. */
static void
trim (char *text)
{
  static const char marks[] = " _:()\t";
  gsize start = strspn (text, marks);
  gsize end = strlen (text);

  while (end > start && strchr (marks, text[end - 1]) != NULL)
    end--;
  memmove (text, text + start, end - start);
  text[end - start] = '\0';
}

static gboolean
is_word_at (const char *text,
            const char *at,
            const char *word)
{
  const char *end = at + strlen (word);

  if (!g_ascii_isalpha (*word))
    return TRUE;

  return (at == text || !g_ascii_isalpha (at[-1])) && !g_ascii_isalpha (*end);
}

/* The bound in what stands behind a number; the unit may be before it or after it. */
static const Bound *
take_behind (char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (behind); i++)
    {
      char *at = strstr (text, behind[i].word);
      gsize length = strlen (behind[i].word);

      if (at == NULL || !is_word_at (text, at, behind[i].word)
          || (*at == '+' && strspn (text, " ") < (gsize) (at - text)))
        continue;
      memmove (at, at + length, strlen (at + length) + 1);
      return &behind[i];
    }

  return NULL;
}

/* The bound that ends what stands before a number. */
static const Bound *
take_before (char *text)
{
  gsize end = strlen (text);

  while (end > 0 && text[end - 1] == ' ')
    end--;
  text[end] = '\0';
  for (gsize i = 0; i < G_N_ELEMENTS (before); i++)
    {
      gsize length = strlen (before[i].word);

      if (end < length || !g_str_has_suffix (text, before[i].word)
          || !is_word_at (text, text + end - length, before[i].word))
        continue;
      text[end - length] = '\0';
      return &before[i];
    }
  for (gsize i = 0; i < G_N_ELEMENTS (in_codes); i++)
    if (end > 2 && g_str_has_suffix (text, in_codes[i].word) && (text[end - 3] == 'y' || text[end - 3] == '_'))
      {
        text[end - 2] = '\0';
        return &in_codes[i];
      }

  return NULL;
}

/* Years of age are spelled in many ways; which bands they are in is no part of them. */
static void
spell_alike (TbCategoryRange *self)
{
  static const char *const years[] = { "years", "year", "years old", "year old", "years of age", "yrs", "岁", "周岁",
                                       NULL };

  trim (self->prefix);
  trim (self->unit);
  if (g_str_has_prefix (self->prefix, "from") && (self->prefix[4] == '\0' || self->prefix[4] == ' '))
    {
      memmove (self->prefix, self->prefix + 4, strlen (self->prefix + 4) + 1);
      trim (self->prefix);
    }
  if (g_strv_contains (years, self->unit))
    {
      g_free (self->unit);
      self->unit = g_strdup ("years");
    }
  if (g_str_equal (self->prefix, "y") || g_str_equal (self->prefix, "aged") || g_str_equal (self->prefix, "ages")
      || g_str_equal (self->prefix, "age") || g_str_equal (self->prefix, "年龄")
      || g_str_has_prefix (self->prefix, "age_") || g_str_has_prefix (self->prefix, "age "))
    {
      g_free (self->prefix);
      self->prefix = g_strdup ("");
    }
}

/* What stands between two numbers of a range: a dash, with the unit before it or the
 * prefix once more behind it. */
static gboolean
is_dash (const char *between,
         const char *prefix,
         const char *unit)
{
  static const char *const dashes[] = { "-", "‐", "‑", "–", "—", "―", "−", "~", "〜", "至", "到", " to ", "t", NULL };

  for (gsize i = 0; dashes[i] != NULL; i++)
    {
      const char *at = strstr (between, dashes[i]);
      g_autofree char *left = NULL;
      g_autofree char *right = NULL;

      if (at == NULL || (dashes[i][0] == 't' && between[1] != '\0'))
        continue;
      left = g_strndup (between, (gsize) (at - between));
      right = g_strdup (at + strlen (dashes[i]));
      trim (left);
      trim (right);
      if ((left[0] == '\0' || g_str_has_prefix (unit, left)) && (right[0] == '\0' || g_str_has_suffix (prefix, right)))
        return TRUE;
    }

  return FALSE;
}

/* "1-5万" is 1万 to 5万, and "5000-1万" is not 5000万, nor is "1元-5万元" of 1万元. */
static void
set_numbers (TbCategoryRange *self,
             const Number    *low,
             const Number    *high,
             const char      *between)
{
  self->low = low->value * low->scale;
  self->high = high->value * high->scale;
  if (low->scale == 1 && low->value < high->value && (self->unit[0] == '\0' || strstr (between, self->unit) == NULL))
    self->low = low->value * high->scale;
}

static TbCategoryForm
read_two (TbCategoryRange *self,
          const Number     numbers[2])
{
  g_autofree char *between = g_strndup (numbers[0].end, (gsize) (numbers[1].start - numbers[0].end));
  gboolean is_repeated, is_age;
  const Bound *from, *upto;

  if (is_dash (between, self->prefix, self->unit))
    {
      gsize length = strlen (between);
      gsize n = strlen (self->prefix);

      is_repeated = n > 0 && g_ascii_isalpha (self->prefix[n - 1]) && g_ascii_isalpha (between[length - 1])
                    && length > 1;
      is_age = n > 0 && self->prefix[n - 1] == 'y' && (n == 1 || self->prefix[n - 2] == '_');
      set_numbers (self, &numbers[0], &numbers[1], between);
      self->low_limit = TB_LIMIT_IN;
      self->high_limit = TB_LIMIT_UNSURE;
      self->is_certain = is_repeated || is_age;
      return self->low < self->high ? TB_CATEGORY_RANGE : TB_CATEGORY_NUMBERED;
    }
  /* “300人以上1000人以下” */
  from = take_behind (between);
  upto = take_behind (self->unit);
  if (from == NULL || upto == NULL || !from->is_low || upto->is_low || !g_str_has_prefix (self->unit, between))
    return TB_CATEGORY_OTHER;
  set_numbers (self, &numbers[0], &numbers[1], between);
  self->low_limit = from->limit;
  self->high_limit = upto->limit;

  return self->low < self->high ? TB_CATEGORY_RANGE : TB_CATEGORY_OTHER;
}

static TbCategoryForm
read_one (TbCategoryRange *self,
          const Number    *number)
{
  const Bound *bound = take_behind (self->unit);
  gsize n;

  if (bound == NULL)
    bound = take_before (self->prefix);
  n = strlen (self->prefix);
  self->is_certain = n > 0 && (g_ascii_isalpha (self->prefix[n - 1]) || self->prefix[n - 1] == '_');
  self->low = self->high = number->value * number->scale;
  self->low_limit = self->high_limit = TB_LIMIT_IN;
  self->is_single = bound == NULL;
  if (bound == NULL)
    return TB_CATEGORY_RANGE;
  if (bound->is_low)
    self->high = INFINITY;
  else
    self->low = -INFINITY;
  *(bound->is_low ? &self->low_limit : &self->high_limit) = bound->limit;

  return TB_CATEGORY_RANGE;
}

/* Wide digits of Chinese texts count too. */
static gboolean
has_digit (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isdigit (g_utf8_get_char (text)))
      return TRUE;

  return FALSE;
}

/**
 * tb_category_range_read:
 * @self: (out caller-allocates): the range
 * @text: a code or a name
 *
 * Reads one number, two with a dash, or one with a word for “and more” or “less than”.
 *
 * Thread: any.
 *
 * Returns: what the text is; only a %TB_CATEGORY_RANGE is to be cleared
 */
TbCategoryForm
tb_category_range_read (TbCategoryRange *self,
                        const char      *text)
{
  g_autofree char *plain = has_digit (text) ? g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE) : NULL;
  g_autofree char *lower = plain != NULL ? g_ascii_strdown (plain, -1) : NULL;
  Number numbers[2];
  TbCategoryForm form = TB_CATEGORY_OTHER;
  gsize n = lower != NULL ? find_numbers (lower, numbers) : 0;

  *self = (TbCategoryRange) { 0 };
  if (n == 0)
    return form;
  if (n >= 2)
    {
      self->prefix = g_strndup (lower, (gsize) (numbers[0].start - lower));
      self->unit = g_strdup (numbers[1].end);
      trim (self->unit);
      form = read_two (self, numbers);
    }
  if (form == TB_CATEGORY_OTHER)
    {
      const Number *last = &numbers[MIN (n, 2) - 1];

      tb_category_range_clear (self);
      self->prefix = g_strndup (lower, (gsize) (last->start - lower));
      self->unit = g_strdup (last->end);
      form = read_one (self, last);
    }
  spell_alike (self);
  if (form != TB_CATEGORY_RANGE)
    tb_category_range_clear (self);

  return form;
}

void
tb_category_range_clear (TbCategoryRange *self)
{
  g_free (self->prefix);
  g_free (self->unit);
  *self = (TbCategoryRange) { 0 };
}

/**
 * tb_category_range_overlaps:
 * @a: a range
 * @b: another of its kind
 *
 * Two that only share a limit do so where both certainly have it: “15岁及以下” and
 * “15–64”; classes “0–500” and “500–1000” share none.
 *
 * Thread: any; no allocation.
 *
 * Returns: whether something is counted in both
 */
gboolean
tb_category_range_overlaps (const TbCategoryRange *a,
                            const TbCategoryRange *b)
{
  double low = MAX (a->low, b->low);
  double high = MIN (a->high, b->high);

  if (a->is_single && b->is_single)
    return FALSE;
  if (low != high)
    return low < high;

  /* What either leaves out, or may leave out, is not certainly in both. */
  return (a->low < low || a->low_limit == TB_LIMIT_IN) && (b->low < low || b->low_limit == TB_LIMIT_IN)
         && (a->high > high || a->high_limit == TB_LIMIT_IN) && (b->high > high || b->high_limit == TB_LIMIT_IN);
}

/**
 * tb_category_range_is_within:
 * @self: a range
 * @other: another of its kind
 *
 * Thread: any; no allocation.
 *
 * Returns: whether all numbers of the one are in the other
 */
gboolean
tb_category_range_is_within (const TbCategoryRange *self,
                             const TbCategoryRange *other)
{
  return (self->low > other->low || (self->low == other->low && self->low_limit <= other->low_limit))
         && (self->high < other->high || (self->high == other->high && self->high_limit <= other->high_limit));
}
