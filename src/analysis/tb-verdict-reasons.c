/* Why two figures may not be compared, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-figure-private.h"
#include "tb-verdict-private.h"

#include <string.h>

typedef struct
{
  const TbSide *base;
  const TbSide *current;
  TbReference   reference;
  TbLanguage    language;
  gboolean      is_share;  /* @base is the whole, @current the part */
} Reader;

static const TbPhrase commas = {{ ", ", "、" }};

static char *
label_span (const Reader *reader,
            const TbSide *side)
{
  return tb_period_label (side->span, reader->language, TB_PERIOD_LABEL_FULL);
}

static char *
dup_spans (const Reader *reader)
{
  g_autofree char *base = label_span (reader, reader->base);
  g_autofree char *current = label_span (reader, reader->current);

  return g_strconcat (base, commas.in[reader->language], current, NULL);
}

/* What a side measures, where a word tells it from the other side. */
static const char *
get_class_word (const Reader *reader,
                const TbSide *side)
{
  static const TbPhrase words[] = {
    [TB_CLASS_FLOW] = {{ "of the period", "当期数" }},
    [TB_CLASS_TO_DATE] = {{ "year to date", "累计数" }},
    [TB_CLASS_PLAN_TOTAL] = {{ "since the start of the plan", "规划期累计数" }},
    [TB_CLASS_LOOSE_TOTAL] = {{ "since a start that is not stated", "起点未注明的累计数" }},
    [TB_CLASS_LEVEL] = {{ "level at a date", "时点数" }},
    [TB_CLASS_RATE] = {{ "", "" }},
    [TB_CLASS_UNSTATED] = {{ "not stated", "未注明" }},
  };
  TbClass class = tb_side_classify (side);

  return class == TB_CLASS_RATE ? tb_vocabulary_word (&tb_measures, (int) side->info->measure, reader->language)
                                : words[class].in[reader->language];
}

static char *
dup_measures (const Reader *reader)
{
  return g_strconcat (get_class_word (reader, reader->base), commas.in[reader->language],
                      get_class_word (reader, reader->current), NULL);
}

/* "1 Apr", "4月1日" */
static char *
label_year_start (const Reader *reader,
                  const TbSide *side)
{
  static const char months[] = "Jan\0Feb\0Mar\0Apr\0May\0Jun\0Jul\0Aug\0Sep\0Oct\0Nov\0Dec";
  guint start = tb_side_get_year_start (side);

  if (reader->language == TB_LANGUAGE_ZH)
    return g_strdup_printf ("%u月%u日", start / 100, start % 100);

  return g_strdup_printf ("%u %s", start % 100, months + 4 * (start / 100 - 1));
}

static char *
dup_year_starts (const Reader *reader)
{
  g_autofree char *base = label_year_start (reader, reader->base);
  g_autofree char *current = label_year_start (reader, reader->current);

  return g_strconcat (base, commas.in[reader->language], current, NULL);
}

/* The new definition and since when; NULL where only a flag says so. */
static char *
dup_definition (const Reader *reader)
{
  static const TbPhrase pattern = {{ "%s: %s", "%s起：%s" }};
  TbDay after = MIN (reader->base->span.end, reader->current->span.end);
  TbDay upto = MAX (reader->base->span.end, reader->current->span.end);
  const TbSeries *series = reader->current->figure.series;
  gssize row = tb_series_find_break (series, after, upto);
  g_autofree char *definition = NULL;
  g_autofree char *label = NULL;
  TbObservation o;

  if (row < 0)
    {
      series = reader->base->figure.series;
      row = tb_series_find_break (series, after, upto);
    }
  if (row < 0)
    return NULL;
  tb_series_get (series, (gsize) row, &o);
  label = tb_period_label (o.period, reader->language, TB_PERIOD_LABEL_FULL);
  if (o.extra == NULL || tb_text_is_empty (&o.extra->definition))
    return g_steal_pointer (&label);
  definition = tb_text_dup_marked (&o.extra->definition, reader->language);

  return g_strdup_printf (pattern.in[reader->language], label, definition);
}

/* The time that a figure is for: of a level that is aimed at, its deadline. */
static char *
label_time (const Reader *reader,
            const TbSide *side)
{
  const TbObservation *o = &side->observation;

  if (o->kind != TB_KIND_ACTUAL && o->extra != NULL && o->extra->target.deadline != 0
      && (tb_side_is_level (side) || o->basis == TB_BASIS_AS_OF))
    return tb_day_label (o->extra->target.deadline, reader->language);
  if (reader->language == TB_LANGUAGE_ZH && side->span.kind == TB_PERIOD_A && !tb_side_is_level (side))
    {
      g_autofree char *year = label_span (reader, side);

      return g_strconcat (year, "全年", NULL);
    }

  return label_span (reader, side);
}

static gboolean
is_average_growth (const TbSide *side)
{
  const TbObservation *o = &side->observation;

  return o->kind != TB_KIND_ACTUAL && o->extra != NULL && o->extra->target.basis == TB_TARGET_GROWTH_AVG;
}

/* What a side is the figure of, where its time does not tell it from the other. */
static const char *
get_basis_word (const Reader *reader,
                const TbSide *side)
{
  static const TbPhrase growth = {{ "average growth", "年均增速" }};

  return is_average_growth (side) ? growth.in[reader->language] : get_class_word (reader, side);
}

/* R16: the two kinds, and that they are for another time or of another basis. */
static char *
dup_kinds (const Reader *reader)
{
  static const TbPhrase times = {{ "%s is for %s, %s for %s", "%s为%s数，%s为%s数" }};
  static const TbPhrase bases = {{ "%1$s and %3$s differ in basis: %2$s, %4$s", "%s为%s，%s为%s" }};
  static const TbPhrase kinds[] = {
    [TB_KIND_ACTUAL] = {{ "the actual figure", "实际" }},
    [TB_KIND_TARGET] = {{ "the target", "目标" }},
    [TB_KIND_PLAN] = {{ "the plan", "计划" }},
    [TB_KIND_FORECAST] = {{ "the forecast", "预测" }},
  };
  static const TbPhrase whole = {{ "the whole is a target or plan: ask how far it is completed, not for a share",
                                   "总体为目标或计划数，应计算完成率，不计算比重" }};
  static const TbPhrase aims = {{ "neither is an actual figure", "两者均非实际数" }};
  const TbSide *aim = reader->base->observation.kind != TB_KIND_ACTUAL ? reader->base : reader->current;
  const TbSide *other = aim == reader->base ? reader->current : reader->base;
  const char *aim_word = kinds[aim->observation.kind].in[reader->language];
  const char *other_word = kinds[other->observation.kind].in[reader->language];
  g_autofree char *aim_time = label_time (reader, aim);
  g_autofree char *other_time = label_time (reader, other);
  const char *aim_basis = get_basis_word (reader, aim);
  const char *other_basis = get_basis_word (reader, other);

  if (aim->observation.kind == other->observation.kind || !tb_period_is_dated (aim->span)
      || !tb_period_is_dated (other->span))
    return other->observation.kind != TB_KIND_ACTUAL ? g_strdup (aims.in[reader->language]) : NULL;
  if (!is_average_growth (aim) && !is_average_growth (other) && strcmp (aim_time, other_time) != 0)
    return g_strdup_printf (times.in[reader->language], aim_word, aim_time, other_word, other_time);
  if (strcmp (aim_basis, other_basis) != 0)
    return g_strdup_printf (bases.in[reader->language], aim_word, aim_basis, other_word, other_basis);

  if (reader->is_share)
    return g_strdup (whole.in[reader->language]);

  return other->observation.kind != TB_KIND_ACTUAL ? g_strdup (aims.in[reader->language]) : NULL;
}

/* R19: which period was not over, and when. */
static char *
dup_open_period (const Reader *reader)
{
  static const TbPhrase pattern = {{ "%1$s was not over on %2$s", "截至%2$s，%1$s尚未结束" }};
  const TbSide *side = tb_side_is_closed (reader->base, reader->reference) ? reader->current : reader->base;
  g_autofree char *label = label_span (reader, side);
  g_autofree char *day = tb_day_label (tb_side_get_reference_day (side, reader->reference), reader->language);

  return g_strdup_printf (pattern.in[reader->language], label, day);
}

/* Whether no number holds the difference of the two. */
static gboolean
overflows (const Reader *reader)
{
  TbInterval from, difference;

  if (!tb_side_convert (reader->base, reader->current->info->unit, &from))
    return FALSE;
  difference = tb_interval_subtract (&reader->current->value, &from);

  return isinf (difference.low.number) || isinf (difference.high.number);
}

/* R0: which of the two lacks what; NULL where neither does. */
static char *
dup_lack (const Reader *reader)
{
  static const TbPhrase number = {{ "no number for %s", "%s无数值" }};
  static const TbPhrase numberless = {{ "no number to compare", "无数值可比" }};
  static const TbPhrase undated = {{ "a figure without a date", "其中有数据未注明时期" }};
  static const TbPhrase too_large = {{ "the result is too large to compute", "结果过大，无法计算" }};
  const TbSide *side = !reader->base->known ? reader->base : reader->current;
  gboolean is_dated = tb_period_is_dated (side->observation.period);
  g_autofree char *label = NULL;

  if (!side->known && !is_dated)
    return g_strdup (numberless.in[reader->language]);
  if (!side->known)
    {
      label = label_span (reader, side);
      return g_strdup_printf (number.in[reader->language], label);
    }
  if (!tb_period_is_dated (reader->base->observation.period) || !is_dated)
    return g_strdup (undated.in[reader->language]);

  return overflows (reader) ? g_strdup (too_large.in[reader->language]) : NULL;
}

/* Rates of growth to a day are not marked as such. */
static gboolean
is_at_date (const TbSide *side)
{
  return side->observation.basis == TB_BASIS_AS_OF
         || (tb_side_classify (side) == TB_CLASS_RATE && side->span.kind == TB_PERIOD_D);
}

/* R3: spans, or a date against a span. */
static char *
dup_lengths (const Reader *reader)
{
  static const TbPhrase within = {{ "%2$s does not lie within %1$s", "%2$s不在%1$s之内" }};
  static const TbPhrase date = {{ "one figure is at a date, the other over a period (%s, %s)", "一为时点数，一为时期数（%s、%s）" }};
  static const TbPhrase lengths = {{ "periods of different length (%s, %s)", "时期长短不同（%s、%s）" }};
  gboolean is_date = is_at_date (reader->base) != is_at_date (reader->current);
  const TbPhrase *pattern = reader->is_share ? &within : is_date ? &date : &lengths;
  g_autofree char *base = label_span (reader, reader->base);
  g_autofree char *current = label_span (reader, reader->current);

  return g_strdup_printf (pattern->in[reader->language], base, current);
}

/* R4: totals that do not run over the same span, or levels of two days. */
static char *
dup_cut_off (const Reader *reader)
{
  static const TbPhrase pattern = {{ "%s (%s)", "%s（%s）" }};
  static const TbPhrase unstated = {{ "cumulative since starts that are not stated, in two series or by two publishers",
                                      "累计起点未注明，且序列或发布机构不同" }};
  g_autofree char *spans = dup_spans (reader);
  const char *what = reader->is_share ? tb_reasons_get_days (reader->base, reader->current, reader->language)
                                      : tb_rule_get_reason (4, reader->language);

  if (!reader->is_share && tb_side_classify (reader->base) == TB_CLASS_LOOSE_TOTAL)
    return g_strdup (unstated.in[reader->language]);

  return g_strdup_printf (pattern.in[reader->language], what, spans);
}

/* F-5: why the one can be no share of the other. */
static const char *
get_share_bar (const Reader *reader)
{
  static const TbPhrase rates = {{ "no share of a rate, an index or a set amount", "比率、指数和规定标准不计算比重" }};
  static const TbPhrase negative = {{ "no share of or by a figure below zero", "有负值，不计算比重" }};
  static const TbPhrase zero = {{ "the whole is zero", "总体为零，不计算比重" }};
  static const TbPhrase larger = {{ "the part is larger than the whole", "部分大于总体，不计算比重" }};
  const TbInterval *whole = &reader->base->value;
  const TbInterval *part = &reader->current->value;
  TbDecimal factor;

  if (tb_side_classify (reader->base) == TB_CLASS_RATE || tb_side_classify (reader->current) == TB_CLASS_RATE
      || tb_unit_points_factor (reader->base->info->unit, &factor) || reader->base->info->unit->kind == TB_UNIT_RANK
      || reader->base->info->unit->kind == TB_UNIT_INDEX || reader->base->info->indicator->is_parameter)
    return rates.in[reader->language];
  if ((!part->low.open && part->low.number < 0) || (!whole->low.open && whole->low.number < 0))
    return negative.in[reader->language];
  if (!whole->low.open && !whole->high.open && !(whole->high.number > 0))
    return zero.in[reader->language];
  if (!part->low.open && !whole->high.open && part->low.number > whole->high.number)
    return larger.in[reader->language];

  return tb_rule_get_reason (34, reader->language);
}

/* R1 in full; of a share, both may be one thing and yet no part and whole. */
static char *
dup_not_same (const Reader *reader)
{
  static const TbPhrase pattern = {{ "not the same thing: %s", "%s" }};
  static const TbPhrase other = {{ "no part of that whole: %s", "不构成该总体的一部分：%s" }};
  static const TbPhrase no_part = {{ "not declared a part of that whole", "未注明构成该总体的一部分" }};
  guint differs = tb_side_find_differences (reader->base, reader->current) & TB_DIFFERS_REFUSED;
  g_autofree char *things = NULL;

  /* A part always has another name than its whole. */
  if (reader->is_share)
    differs &= ~(guint) (TB_DIFFERS_INDICATOR | TB_DIFFERS_PLACE);
  if (differs == 0)
    return g_strdup (no_part.in[reader->language]);
  things = tb_reasons_dup_differences (differs, reader->base, reader->current, reader->language);

  return g_strdup_printf ((reader->is_share ? &other : &pattern)->in[reader->language], things);
}

/* A reason that only figures can tell; NULL where the rule says all. */
static char *
dup_own_reason (const Reader *reader,
                guint         rule)
{
  static const TbPhrase no_share = {{ "only bounds are known, which do not tell the share", "仅公布界限值或区间，不能计算比重" }};

  switch (rule)
    {
    case 0:
      return dup_lack (reader);
    case 1:
      return dup_not_same (reader);
    case 3:
      return dup_lengths (reader);
    case 4:
      return dup_cut_off (reader);
    case 15:
      return reader->is_share ? g_strdup (no_share.in[reader->language]) : NULL;
    case 16:
      return dup_kinds (reader);
    case 19:
      return dup_open_period (reader);
    case 34:
      return reader->is_share ? g_strdup (get_share_bar (reader)) : NULL;
    default:
      return NULL;
    }
}

/* What differs by a rule; NULL where its reason says all. */
static char *
dup_detail (const Reader *reader,
            guint         rule)
{
  switch (rule)
    {
    case 2:
      return dup_measures (reader);
    case 5:
      return dup_year_starts (reader);
    case 7:
      return dup_spans (reader);
    case 8:
      return dup_definition (reader);
    default:
      return NULL;
    }
}

static char *
dup_reason (const Reader *reader,
            guint         rule)
{
  static const TbPhrase pattern = {{ "%s (%s)", "%s（%s）" }};
  const char *reason = tb_rule_get_reason (rule, reader->language);
  g_autofree char *detail = NULL;
  char *own = NULL;

  if (reader->base == NULL)
    return g_strdup (reason);
  own = dup_own_reason (reader, rule);
  if (own != NULL)
    return own;
  detail = dup_detail (reader, rule);

  return detail == NULL ? g_strdup (reason) : g_strdup_printf (pattern.in[reader->language], reason, detail);
}

/* The most telling reasons first: what the two are, then their times. That a
 * level is no amount (R7) says more than that their measures differ (R2). */
static guint
find_first (TbRuleSet refuses)
{
  static const guint first[] = { 1, 16, 7, 8 };
  guint rule = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (first); i++)
    {
      if ((refuses & TB_RULE (first[i])) != 0)
        return first[i];
    }
  while ((refuses & TB_RULE_BIT (rule)) == 0)
    rule++;

  return rule;
}

static char *
dup_reasons (const Reader *reader,
             TbRuleSet     refuses)
{
  g_autoptr (GString) text = g_string_new (NULL);
  TbRuleSet left = refuses & (TB_RULE_BIT (TB_N_RULES) - 1);

  if ((left & TB_RULE (7)) != 0 && reader->base != NULL)
    left &= ~TB_RULE (2);
  while (left != 0)
    {
      guint rule = find_first (left);
      g_autofree char *reason = dup_reason (reader, rule);

      tb_text_join (text, reason, reader->language);
      left &= ~TB_RULE_BIT (rule);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * tb_reasons_dup_text:
 * @refuses: the rules that refuse a change
 * @base: (nullable): the one figure
 * @current: (nullable): the other one
 * @reference: the day that the rules went by
 * @language: the reader's language
 *
 * Returns: (transfer full): every reason with what differs, the most telling
 *   first
 */
char *
tb_reasons_dup_text (TbRuleSet     refuses,
                     const TbSide *base,
                     const TbSide *current,
                     TbReference   reference,
                     TbLanguage    language)
{
  const Reader reader = { base, current, reference, language, FALSE };

  return dup_reasons (&reader, refuses);
}

/**
 * tb_reasons_dup_share_text:
 * @refuses: the rules that refuse a share
 * @whole: the whole
 * @part: the part
 * @reference: the day that the rules went by
 * @language: the reader's language
 *
 * Returns: (transfer full): as tb_reasons_dup_text()
 */
char *
tb_reasons_dup_share_text (TbRuleSet     refuses,
                           const TbSide *whole,
                           const TbSide *part,
                           TbReference   reference,
                           TbLanguage    language)
{
  const Reader reader = { whole, part, reference, language, TRUE };

  return dup_reasons (&reader, refuses);
}
