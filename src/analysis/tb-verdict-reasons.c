/* Why two figures may not be compared, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-verdict-private.h"

#include <string.h>

typedef struct
{
  const TbSide *base;
  const TbSide *current;
  TbReference   reference;
  TbLanguage    language;
} Reader;

static const TbPhrase separators = {{ "; ", "；" }};
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

static char *
dup_year_starts (const Reader *reader)
{
  guint a = reader->base->observation.period.year_start;
  guint b = reader->current->observation.period.year_start;

  return g_strdup_printf ("%02u-%02u%s%02u-%02u", a / 100, a % 100, commas.in[reader->language], b / 100, b % 100);
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

static char *
dup_kind_and_span (const Reader *reader,
                   const TbSide *side)
{
  static const TbPhrase pattern = {{ "%s %s", "%s%s" }};
  g_autofree char *label = label_span (reader, side);

  return g_strdup_printf (pattern.in[reader->language],
                          tb_vocabulary_word (&tb_kinds, (int) side->observation.kind, reader->language), label);
}

static char *
dup_kinds (const Reader *reader)
{
  g_autofree char *base = dup_kind_and_span (reader, reader->base);
  g_autofree char *current = dup_kind_and_span (reader, reader->current);

  return g_strconcat (base, commas.in[reader->language], current, NULL);
}

/* Which period was not over, and when. */
static char *
dup_open_period (const Reader *reader)
{
  static const TbPhrase pattern = {{ "%s on %s", "%s，截至%s" }};
  const TbSide *side = tb_side_is_closed (reader->base, reader->reference) ? reader->current : reader->base;
  g_autofree char *label = label_span (reader, side);
  g_autofree char *day = tb_day_label (tb_side_get_reference_day (side, reader->reference), reader->language);

  return g_strdup_printf (pattern.in[reader->language], label, day);
}

/* One thing that differs, with both sides of it; takes the two. */
static void
append_difference (GString        *text,
                   const Reader   *reader,
                   const TbPhrase *what,
                   char           *base,
                   char           *current)
{
  static const TbPhrase quoted = {{ "%s (“%s”, “%s”)", "%s（“%s”、“%s”）" }};
  static const TbPhrase nothing = {{ "not stated", "未注明" }};
  const char *a = base != NULL && *base != '\0' ? base : nothing.in[reader->language];
  const char *b = current != NULL && *current != '\0' ? current : nothing.in[reader->language];

  if (text->len > 0)
    g_string_append (text, commas.in[reader->language]);
  g_string_append_printf (text, quoted.in[reader->language], what->in[reader->language], a, b);
  g_free (base);
  g_free (current);
}

static char *
dup_place (const TbSide *side,
           TbLanguage    language)
{
  return side->info->place != NULL ? tb_text_dup_marked (&side->info->place->name, language) : NULL;
}

static char *
dup_breakdown (const TbSide *side,
               TbLanguage    language)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < side->info->n_breakdown; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? commas.in[language] : "", side->info->breakdown[i].value);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
dup_unit (const TbSide *side,
          TbLanguage    language)
{
  char *name = tb_text_dup_marked (&side->info->unit->name, language);

  return *name != '\0' ? name : (g_free (name), tb_unit_label (side->info->unit, "", language));
}

static char *
dup_adjustment (const TbSide *side,
                TbLanguage    language)
{
  static const TbPhrase words[] = { {{ "no", "否" }}, {{ "yes", "是" }} };

  return g_strdup (words[side->info->sa == TB_YES].in[language]);
}

/* 项 and 个 are both "items": then the other language tells them apart. */
static void
append_units (GString      *text,
              const Reader *reader)
{
  static const TbPhrase what = {{ "unit", "单位" }};
  TbLanguage other = reader->language == TB_LANGUAGE_EN ? TB_LANGUAGE_ZH : TB_LANGUAGE_EN;
  g_autofree char *a = dup_unit (reader->base, reader->language);
  g_autofree char *b = dup_unit (reader->current, reader->language);
  gboolean is_same = strcmp (a, b) == 0;

  append_difference (text, reader, &what, is_same ? dup_unit (reader->base, other) : g_steal_pointer (&a),
                     is_same ? dup_unit (reader->current, other) : g_steal_pointer (&b));
}

/**
 * tb_reasons_dup_differences:
 * @differs: a mask of TB_DIFFERS_…
 * @base: a side
 * @current: another one
 * @language: the reader's language
 *
 * R1: what of the two differs, each with both sides of it.
 *
 * Returns: (transfer full): "scope (“a”, “b”), currency (“CNY”, “USD”)"; "" for nothing
 */
char *
tb_reasons_dup_differences (guint         differs,
                            const TbSide *base,
                            const TbSide *current,
                            TbLanguage    language)
{
  const Reader a_reader = { .base = base, .current = current, .language = language };
  const Reader *reader = &a_reader;
  static const TbPhrase indicator = {{ "indicator", "指标" }}, place = {{ "place", "地区" }};
  static const TbPhrase breakdown = {{ "breakdown", "分组" }}, scope = {{ "scope", "口径" }};
  static const TbPhrase currency = {{ "currency", "币种" }};
  static const TbPhrase prices = {{ "prices", "价格基准" }}, adjustment = {{ "seasonal adjustment", "季节调整" }};
  const TbSide *a = base;
  const TbSide *b = current;
  g_autoptr (GString) text = g_string_new (NULL);

  if ((differs & TB_DIFFERS_INDICATOR) != 0)
    append_difference (text, reader, &indicator, tb_text_dup_marked (&a->info->indicator->name, language),
                       tb_text_dup_marked (&b->info->indicator->name, language));
  if ((differs & TB_DIFFERS_PLACE) != 0)
    append_difference (text, reader, &place, dup_place (a, language), dup_place (b, language));
  if ((differs & TB_DIFFERS_BREAKDOWN) != 0)
    append_difference (text, reader, &breakdown, dup_breakdown (a, language), dup_breakdown (b, language));
  if ((differs & TB_DIFFERS_SCOPE) != 0)
    append_difference (text, reader, &scope, tb_text_dup_marked (&a->info->scope, language),
                       tb_text_dup_marked (&b->info->scope, language));
  if ((differs & (TB_DIFFERS_UNIT | TB_DIFFERS_WORD)) != 0)
    append_units (text, reader);
  if ((differs & TB_DIFFERS_CURRENCY) != 0)
    append_difference (text, reader, &currency, g_strdup (a->info->unit->currency), g_strdup (b->info->unit->currency));
  if ((differs & TB_DIFFERS_PRICES) != 0)
    append_difference (text, reader, &prices, g_strdup (a->info->price_basis), g_strdup (b->info->price_basis));
  if ((differs & TB_DIFFERS_ADJUSTMENT) != 0)
    append_difference (text, reader, &adjustment, dup_adjustment (a, language), dup_adjustment (b, language));

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* R1 in full; of a share, both may be one thing and yet no part and whole. */
static char *
dup_not_same (const Reader *reader)
{
  static const TbPhrase pattern = {{ "not the same thing: %s", "不属同一指标：%s" }};
  static const TbPhrase no_part = {{ "not declared a part of that whole", "未注明构成该总体的一部分" }};
  guint differs = tb_side_find_differences (reader->base, reader->current) & TB_DIFFERS_REFUSED;
  g_autofree char *things = tb_reasons_dup_differences (differs, reader->base, reader->current, reader->language);

  return differs == 0 ? g_strdup (no_part.in[reader->language])
                      : g_strdup_printf (pattern.in[reader->language], things);
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
    case 3:
    case 4:
      return dup_spans (reader);
    case 5:
      return dup_year_starts (reader);
    case 8:
      return dup_definition (reader);
    case 16:
      return dup_kinds (reader);
    case 19:
      return dup_open_period (reader);
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

  if (rule == 1 && reader->base != NULL)
    return dup_not_same (reader);
  if (reader->base != NULL)
    detail = dup_detail (reader, rule);

  return detail == NULL ? g_strdup (reason) : g_strdup_printf (pattern.in[reader->language], reason, detail);
}

char *
tb_reasons_dup_text (TbRuleSet     refuses,
                     const TbSide *base,
                     const TbSide *current,
                     TbReference   reference,
                     TbLanguage    language)
{
  const Reader reader = { base, current, reference, language };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint rule = 0; rule < TB_N_RULES; rule++)
    {
      g_autofree char *reason = NULL;

      if ((refuses & TB_RULE_BIT (rule)) == 0)
        continue;
      reason = dup_reason (&reader, rule);
      if (text->len > 0)
        g_string_append (text, separators.in[language]);
      g_string_append (text, reason);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}
