/* What is to be kept in mind of figures that may be compared, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-figure-private.h"
#include "tb-verdict-private.h"

#include <string.h>

typedef struct
{
  const TbVerdict *verdict;
  const TbSide    *base;
  const TbSide    *current;
  TbLanguage       language;
} Reader;

static gboolean
has_status (const Reader *reader,
            guint32       status)
{
  return ((reader->base->observation.status | reader->current->observation.status) & status) != 0;
}

static gboolean
is_change (const Reader *reader)
{
  return reader->verdict->operation == TB_OPERATION_CHANGE;
}

static void
append (GString        *text,
        const TbPhrase *note,
        TbLanguage      language)
{
  tb_text_join (text, note->in[language], language);
}

static void
append_word (GString        *words,
             const TbPhrase *word,
             TbLanguage      language)
{
  static const TbPhrase commas = {{ ", ", "、" }};

  g_string_append_printf (words, "%s%s", words->len > 0 ? commas.in[language] : "", word->in[language]);
}

/* Where an aim is set against an outcome, the sentence says which is the forecast. */
static gboolean
has_forecast (const Reader *reader)
{
  TbKind a = reader->base->observation.kind;
  TbKind b = reader->current->observation.kind;

  if (is_change (reader) && a != b && (a == TB_KIND_FORECAST || b == TB_KIND_FORECAST))
    return FALSE;

  return a == TB_KIND_FORECAST || b == TB_KIND_FORECAST || has_status (reader, TB_STATUS_FORECAST);
}

/**
 * tb_status_dup_note:
 * @status: a mask of TB_STATUS_…, of one figure or more
 * @language: the reader's language
 *
 * R9: what is not final about figures, or not of one definition.
 *
 * Returns: (transfer full): "includes provisional figures", "口径不完全一致"; "" for nothing
 */
char *
tb_status_dup_note (guint32    status,
                    TbLanguage language)
{
  static const TbPhrase definition = {{ "definitions differ in part", "口径不完全一致" }};
  static const TbPhrase includes = {{ "includes %s figures", "含%s" }};
  static const struct { guint32 status; TbPhrase word; } statuses[] = {
    { TB_STATUS_PROVISIONAL, {{ "provisional", "初步数" }} },
    { TB_STATUS_ESTIMATED, {{ "estimated", "估计数" }} },
    { TB_STATUS_IMPUTED, {{ "imputed", "插补数" }} },
    { TB_STATUS_LOW_RELIABILITY, {{ "less reliable", "可靠性较低的数" }} },
    { TB_STATUS_FORECAST, {{ "forecast", "预测数" }} },
  };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *note = NULL;

  if ((status & TB_STATUS_DEFINITION) != 0)
    append (text, &definition, language);
  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      if ((status & statuses[i].status) != 0)
        append_word (words, &statuses[i].word, language);
    }
  if (words->len > 0)
    note = g_strdup_printf (includes.in[language], words->str);
  tb_text_join (text, note, language);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
append_status (GString      *text,
               const Reader *reader)
{
  guint32 status = reader->base->observation.status | reader->current->observation.status;
  g_autofree char *note = NULL;

  status &= ~(guint32) TB_STATUS_FORECAST;
  note = tb_status_dup_note (status | (has_forecast (reader) ? TB_STATUS_FORECAST : 0), reader->language);
  tb_text_join (text, note, reader->language);
}

static void
append_sources (GString      *text,
                const Reader *reader)
{
  static const TbPhrase conflict = {{ "sources disagree", "不同来源的数据不一致" }};
  const TbObservationExtra *one = reader->base->observation.extra;
  const TbObservationExtra *other = reader->current->observation.extra;
  gboolean conflicts = reader->base->observation.conflicts || reader->current->observation.conflicts;

  /* Of two figures for one period, the difference itself says so. */
  if (conflicts && !(is_change (reader) && tb_side_is_same_figure (reader->base, reader->current)))
    append (text, &conflict, reader->language);
  if (one != NULL && other != NULL && one->vintage != 0 && other->vintage != 0 && one->vintage != other->vintage)
    tb_text_join (text, tb_rule_get_note (10, reader->language), reader->language);
}

static char *
dup_unit (const TbSide *side,
          TbLanguage    language)
{
  return tb_text_dup_marked (&side->info->unit->name, language);
}

/* R1 where it only warns: 项 against 个, which a language may not tell apart. */
static void
append_words (GString      *text,
              const Reader *reader)
{
  static const TbPhrase alike = {{ "counting words differ", "计量用词不同" }};
  static const TbPhrase words = {{ "counting words differ (“%s”, “%s”)", "计量用词不同（“%s”、“%s”）" }};
  g_autofree char *base = dup_unit (reader->base, reader->language);
  g_autofree char *current = dup_unit (reader->current, reader->language);
  gboolean is_alike = strcmp (base, current) == 0;
  g_autofree char *note = is_alike ? g_strdup (alike.in[reader->language])
                                   : g_strdup_printf (words.in[reader->language], base, current);

  tb_text_join (text, note, reader->language);
}

/* R1: what is in two units of one family is shown in that of the current figure. */
static void
append_conversion (GString      *text,
                   const Reader *reader)
{
  static const TbPhrase converted = {{ "converted from “%s”", "由“%s”换算" }};
  const TbSide *from = is_change (reader) ? reader->base : reader->current;
  g_autofree char *unit = dup_unit (from, reader->language);
  g_autofree char *note = g_strdup_printf (converted.in[reader->language], unit);

  tb_text_join (text, note, reader->language);
}

/* The same, and a baseline of another name. */
static void
append_names (GString      *text,
              const Reader *reader)
{
  static const TbPhrase baseline = {{ "the baseline differs: %s", "与基期数%s" }};
  guint differs = tb_side_find_differences (reader->base, reader->current);
  g_autofree char *things = NULL;
  g_autofree char *note = NULL;

  if ((differs & TB_DIFFERS_WORD) != 0)
    append_words (text, reader);
  if ((differs & TB_DIFFERS_SIZE) != 0)
    append_conversion (text, reader);
  /* A part always has another name than its whole. */
  if ((differs & TB_DIFFERS_REFUSED) == 0 || !is_change (reader))
    return;
  things = tb_reasons_dup_differences (differs, reader->base, reader->current, reader->language);
  note = g_strdup_printf (baseline.in[reader->language], things);
  tb_text_join (text, note, reader->language);
}

static void
append_aim (GString      *text,
            const Reader *reader,
            const TbSide *side)
{
  static const TbPhrase pattern = {{ "%s is %s, not an outcome", "%s为%s，非实际数" }};
  static const TbPhrase words[] = {
    [TB_KIND_ACTUAL] = {{ "", "" }},
    [TB_KIND_TARGET] = {{ "a target", "目标数" }},
    [TB_KIND_PLAN] = {{ "a plan", "计划数" }},
    [TB_KIND_FORECAST] = {{ "a forecast", "预测数" }},
  };
  g_autofree char *label = NULL;
  g_autofree char *note = NULL;

  if (side->observation.kind == TB_KIND_ACTUAL)
    return;
  label = tb_period_label (side->span, reader->language, TB_PERIOD_LABEL_FULL);
  note = g_strdup_printf (pattern.in[reader->language], label, words[side->observation.kind].in[reader->language]);
  tb_text_join (text, note, reader->language);
}

/* R16: which of the two is no outcome. A gap says so by itself. */
static void
append_aims (GString      *text,
             const Reader *reader)
{
  if (!is_change (reader) || (reader->verdict->codes & TB_RULE_T (7)) != 0
      || tb_side_is_gap (reader->base, reader->current))
    return;
  append_aim (text, reader, reader->base);
  append_aim (text, reader, reader->current);
}

/* Two aims of one kind may be compared as outcomes are; R9 tells of forecasts. */
static void
append_both_aims (GString      *text,
                  const Reader *reader)
{
  static const TbPhrase targets = {{ "both are targets, not outcomes", "两者均为目标数，非实际数" }};
  static const TbPhrase plans = {{ "both are plans, not outcomes", "两者均为计划数，非实际数" }};
  TbKind kind = reader->base->observation.kind;

  if (!is_change (reader) || kind != reader->current->observation.kind
      || (reader->verdict->codes & (TB_RULE_T (7) | TB_RULE (16))) != 0)
    return;
  if (kind == TB_KIND_TARGET)
    append (text, &targets, reader->language);
  else if (kind == TB_KIND_PLAN)
    append (text, &plans, reader->language);
}

/* R18: the size of the computed change, in the sort of the published one. */
static char *
dup_computed_size (const Reader *reader)
{
  const TbVerdict *verdict = reader->verdict;

  if ((verdict->codes & TB_RULE (13)) != 0 || isnan (verdict->relative))
    return tb_difference_dup_text (verdict, reader->base, reader->current, verdict->computed, reader->language);

  return tb_percent_dup_text (verdict->computed, FALSE);
}

/* {falls, rises}: percentages, points, amounts (L-3). */
static const TbPhrase *
get_computed_verbs (const TbVerdict *verdict)
{
  static const TbPhrase percent[] = { {{ "a fall", "下降" }}, {{ "a rise", "增长" }} };
  static const TbPhrase points[] = { {{ "a fall", "下降" }}, {{ "a rise", "提高" }} };
  static const TbPhrase amounts[] = { {{ "a fall", "减少" }}, {{ "a rise", "增加" }} };

  if ((verdict->codes & TB_RULE (13)) != 0)
    return points;

  return isnan (verdict->relative) ? amounts : percent;
}

/* R15: how the figures bound the computed change, which is the end nearest to the
 * published one. */
static TbBound
find_computed_bound (const Reader *reader,
                     gboolean     *out_rises)
{
  const TbVerdict *verdict = reader->verdict;
  double published = (verdict->codes & TB_RULE (13)) != 0 ? verdict->points
                     : isnan (verdict->relative) ? verdict->absolute : verdict->relative;
  TbInterval from, difference;
  int sign = 0;

  *out_rises = verdict->computed > 0;
  if (!tb_side_convert (reader->base, reader->current->info->unit, &from))
    return TB_BOUND_EXACT;
  difference = tb_interval_subtract (&reader->current->value, &from);
  if (tb_interval_get_bound (&difference) == TB_BOUND_EXACT || !tb_interval_get_sign (&difference, &sign))
    return TB_BOUND_EXACT;
  *out_rises = sign > 0;

  return (verdict->computed > published) == *out_rises ? TB_BOUND_AT_LEAST : TB_BOUND_AT_MOST;
}

/* The published change differs from the computed one: which that is. */
static void
append_computed (GString      *text,
                 const Reader *reader)
{
  static const TbPhrase unchanged = {{ "as published, while the figures give no change", "为公布数，按两期数据计算为持平" }};
  static const TbPhrase some = {{ "as published, while the figures give %s", "为公布数，按两期数据计算为%s" }};
  static const TbPhrase patterns[] = {
    [TB_BOUND_EXACT] = {{ "as published, while the figures give %s of %s", "为公布数，按两期数据计算为%s%s" }},
    [TB_BOUND_AT_LEAST] = {{ "as published, while the figures give %s of at least %s", "为公布数，按两期数据计算为至少%s%s" }},
    [TB_BOUND_AT_MOST] = {{ "as published, while the figures give %s of at most %s", "为公布数，按两期数据计算为至多%s%s" }},
  };
  gboolean rises;
  TbBound bound = find_computed_bound (reader, &rises);
  const char *verb = get_computed_verbs (reader->verdict)[rises].in[reader->language];
  g_autofree char *size = dup_computed_size (reader);
  g_autofree char *note = NULL;

  if (fabs (reader->verdict->computed) > 0)
    note = g_strdup_printf (patterns[bound].in[reader->language], verb, size);
  else if (bound == TB_BOUND_EXACT)
    note = g_strdup (unchanged.in[reader->language]);
  else
    note = g_strdup_printf (some.in[reader->language], verb);

  tb_text_join (text, note, reader->language);
}

const char *
tb_reasons_get_days (const TbSide *whole,
                     const TbSide *part,
                     TbLanguage    language)
{
  static const TbPhrase days = {{ "of different days", "时点不同" }};
  static const TbPhrase cut_off = {{ "up to different days", "截止日期不同" }};
  gboolean are_stocks = whole->info->measure == TB_MEASURE_STOCK && part->info->measure == TB_MEASURE_STOCK;

  return (are_stocks ? &days : &cut_off)->in[language];
}

/* R11, R12: where nothing changed nobody misses the percentage. */
static gboolean
misses_percentage (const TbVerdict *verdict)
{
  return (verdict->codes & TB_RULE (17)) == 0 && (verdict->absolute > 0 || verdict->absolute < 0);
}

static void
append_note (GString      *text,
             const Reader *reader,
             guint         rule)
{
  TbLanguage language = reader->language;

  switch (rule)
    {
    case 1:
      append_names (text, reader);
      return;
    case 4:
      tb_text_join (text, is_change (reader) ? tb_rule_get_note (4, language)
                                             : tb_reasons_get_days (reader->base, reader->current, language), language);
      return;
    case 9:
      append_status (text, reader);
      return;
    case 10:
      append_sources (text, reader);
      return;
    case 11:
    case 12:
      if (misses_percentage (reader->verdict))
        break;
      return;
    case 15:
      if (reader->base->value.about || reader->current->value.about)
        break;
      return;
    case 16:
      append_aims (text, reader);
      return;
    case 18:
      append_computed (text, reader);
      return;
    default:
      break;
    }
  tb_text_join (text, tb_rule_get_note (rule, language), language);
}

/**
 * tb_reasons_append_notes:
 * @text: what they are appended to
 * @verdict: a verdict that gives numbers
 * @base: the earlier figure; of a share, the whole
 * @current: the later one; of a share, the part
 * @language: the reader's language
 *
 * Says after a change or a share what to keep in mind: warnings, and why there
 * is no percentage. R17 is said by the change itself.
 */
void
tb_reasons_append_notes (GString         *text,
                         const TbVerdict *verdict,
                         const TbSide    *base,
                         const TbSide    *current,
                         TbLanguage       language)
{
  static const guint said[] = { 1, 2, 4, 8, 9, 10, 11, 12, 15, 16, 18, 20, 39 };
  const Reader reader = { verdict, base, current, language };

  append_both_aims (text, &reader);
  for (gsize i = 0; i < G_N_ELEMENTS (said); i++)
    {
      if ((verdict->codes & TB_RULE_BIT (said[i])) != 0)
        append_note (text, &reader, said[i]);
    }
}
