/* How far an outcome is from what was aimed at, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-verdict-private.h"

typedef struct
{
  const TbVerdict *verdict;
  const TbSide    *base;
  const TbSide    *current;
  TbLanguage       language;
} Writer;

static gboolean
has_points (const TbVerdict *verdict)
{
  return (verdict->codes & TB_RULE (13)) != 0;
}

static char *
format_difference (const Writer *writer,
                   double        difference)
{
  return tb_difference_dup_text (writer->verdict, writer->base, writer->current, difference, writer->language);
}

/* What an aim is called, and what it aims at. */
static const char *
get_kind_word (const Writer *writer,
               const TbSide *side)
{
  static const TbPhrase words[] = {
    [TB_KIND_ACTUAL] = {{ "the actual figure", "实际数" }},
    [TB_KIND_TARGET] = {{ "the target", "目标" }},
    [TB_KIND_PLAN] = {{ "the plan", "计划数" }},
    [TB_KIND_FORECAST] = {{ "the forecast", "预测数" }},
  };

  return words[side->observation.kind].in[writer->language];
}

/* T-7: whether what the two are set against is where the target starts from. */
static gboolean
is_base_the_baseline (const Writer *writer)
{
  const TbObservation *o = &writer->current->observation;

  return (writer->verdict->codes & TB_RULE_T (7)) != 0 && o->extra != NULL && o->extra->target.has_baseline
         && tb_period_equal (o->extra->target.baseline_period, writer->base->observation.period);
}

/* A baseline is told apart from its target by its date. */
static char *
dup_gap_base (const Writer *writer)
{
  static const TbPhrase baseline = {{ "its baseline (%s)", "基期数（%s）" }};
  g_autofree char *label = NULL;

  if (!is_base_the_baseline (writer))
    return g_strdup (get_kind_word (writer, writer->base));

  label = tb_period_label (writer->base->span, writer->language, TB_PERIOD_LABEL_FULL);

  return g_strdup_printf (baseline.in[writer->language], label);
}

/* "5 units (5.0%)", "more than 5 units": the distance of a gap. */
static char *
dup_distance (const Writer *writer,
              double        difference)
{
  static const TbPhrase exact = {{ "%s", "%s" }}, about = {{ "about %s", "约%s" }};
  static const TbPhrase more = {{ "more than %s", "超过%s" }}, least = {{ "at least %s", "至少%s" }};
  static const TbPhrase between = {{ "between %s and %s", "%s～%s" }}, relative = {{ "%s (%s)", "%s（%s）" }};
  const TbVerdict *verdict = writer->verdict;
  gboolean is_bound = verdict->bound == TB_BOUND_AT_LEAST || verdict->bound == TB_BOUND_AT_MOST;
  const TbPhrase *pattern = is_bound ? (verdict->strict ? &more : &least)
                            : verdict->bound == TB_BOUND_ABOUT ? &about : &exact;
  g_autofree char *near = NULL;
  g_autofree char *far = NULL;
  g_autofree char *both = NULL;

  if (verdict->bound == TB_BOUND_BETWEEN)
    {
      near = format_difference (writer, verdict->high > 0 ? verdict->low : verdict->high);
      far = format_difference (writer, verdict->high > 0 ? verdict->high : verdict->low);
      return g_strdup_printf (between.in[writer->language], near, far);
    }
  near = format_difference (writer, difference);
  if (isnan (verdict->relative))
    return g_strdup_printf (pattern->in[writer->language], near);
  far = tb_percent_dup_text (verdict->relative, is_bound);
  both = g_strdup_printf (relative.in[writer->language], near, far);

  return g_strdup_printf (pattern->in[writer->language], both);
}

/* R16, T-7: how far an outcome and an aim, or an aim and its baseline, lie apart. */
static char *
dup_gap (const Writer *writer)
{
  static const TbPhrase level = {{ "%1$slevel with %2$s", "%1$s与%2$s持平" }};
  static const TbPhrase rounding = {{ "%1$slevel with %2$s within rounding", "%1$s与%2$s之差未超出四舍五入的误差" }};
  static const TbPhrase patterns[] = { {{ "%1$s%3$s below %2$s", "%1$s比%2$s低%3$s" }},
                                       {{ "%1$s%3$s above %2$s", "%1$s比%2$s高%3$s" }} };
  static const TbPhrase subject = {{ "%s is ", "%s" }};
  const TbVerdict *verdict = writer->verdict;
  double difference = has_points (verdict) ? verdict->points : verdict->absolute;
  g_autofree char *base = dup_gap_base (writer);
  g_autofree char *who = NULL;
  g_autofree char *distance = NULL;

  if (writer->current->observation.kind == TB_KIND_ACTUAL)
    who = g_strdup ("");
  else
    who = g_strdup_printf (subject.in[writer->language], get_kind_word (writer, writer->current));
  if ((verdict->codes & TB_RULE (17)) != 0)
    return g_strdup_printf (rounding.in[writer->language], who, base);
  if (verdict->bound == TB_BOUND_BETWEEN)
    difference = verdict->high;
  if (!(difference > 0) && !(difference < 0))
    return g_strdup_printf (level.in[writer->language], who, base);

  distance = dup_distance (writer, difference);

  return g_strdup_printf (patterns[difference > 0].in[writer->language], who, base, distance);
}

/**
 * tb_gap_dup_text:
 * @verdict: a verdict that is not refused, on an aim and what it is an aim for
 * @base: what it is set against
 * @current: the other one
 * @language: the reader's language
 *
 * Returns: (transfer full): "5 units (5.0%) above the target"
 */
char *
tb_gap_dup_text (const TbVerdict *verdict,
                 const TbSide    *base,
                 const TbSide    *current,
                 TbLanguage       language)
{
  const Writer writer = { verdict, base, current, language };

  return dup_gap (&writer);
}

static gboolean
is_same_row (const Writer *writer)
{
  return writer->base->figure.series == writer->current->figure.series
         && writer->base->figure.row == writer->current->figure.row;
}

/* Two releases of one publication, or two sources. */
static gboolean
are_releases (const Writer *writer)
{
  const TbObservationExtra *a = writer->base->observation.extra;
  const TbObservationExtra *b = writer->current->observation.extra;

  return a != NULL && b != NULL && a->vintage != 0 && b->vintage != 0 && a->vintage != b->vintage;
}

/**
 * tb_rivals_dup_text:
 * @verdict: a verdict that is not refused, on two figures of one kind for one
 *   period
 * @base: the one
 * @current: the other one
 * @language: the reader's language
 *
 * Returns: (transfer full): "1 item (8.3%) more in the other source", "两处来源一致"
 */
char *
tb_rivals_dup_text (const TbVerdict *verdict,
                    const TbSide    *base,
                    const TbSide    *current,
                    TbLanguage       language)
{
  /* {less, the same, more}, of two sources and of two releases. */
  static const TbPhrase amounts[][3] = {
    { {{ "%s less in the other source", "另一来源少%s" }}, {{ "the same in both sources", "两处来源一致" }},
      {{ "%s more in the other source", "另一来源多%s" }} },
    { {{ "%s less in the other release", "另一次发布少%s" }}, {{ "the same in both releases", "两次发布一致" }},
      {{ "%s more in the other release", "另一次发布多%s" }} },
  };
  static const TbPhrase rates[][3] = {
    { {{ "%s lower in the other source", "另一来源低%s" }}, {{ "the same in both sources", "两处来源一致" }},
      {{ "%s higher in the other source", "另一来源高%s" }} },
    { {{ "%s lower in the other release", "另一次发布低%s" }}, {{ "the same in both releases", "两次发布一致" }},
      {{ "%s higher in the other release", "另一次发布高%s" }} },
  };
  static const TbPhrase rounding = {{ "%s within rounding", "%s（四舍五入误差以内）" }};
  static const TbPhrase itself = {{ "the same figure", "为同一数据" }};
  const Writer writer = { verdict, base, current, language };
  const TbPhrase *phrases = (has_points (verdict) ? rates : amounts)[are_releases (&writer)];
  double difference = verdict->bound == TB_BOUND_BETWEEN ? verdict->high
                      : has_points (verdict) ? verdict->points : verdict->absolute;
  g_autofree char *distance = NULL;

  if (is_same_row (&writer))
    return g_strdup (itself.in[language]);
  if ((verdict->codes & TB_RULE (17)) != 0 && fabs (difference) > 0)
    return g_strdup_printf (rounding.in[language], phrases[1].in[language]);
  if (!(fabs (difference) > 0))
    return g_strdup (phrases[1].in[language]);

  distance = dup_distance (&writer, difference);

  return g_strdup_printf (phrases[difference > 0 ? 2 : 0].in[language], distance);
}
