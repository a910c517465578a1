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

/* A baseline is told apart from its target by its date. */
static char *
dup_gap_base (const Writer *writer)
{
  static const TbPhrase baseline = {{ "its baseline (%s)", "基期数（%s）" }};
  g_autofree char *label = NULL;

  if ((writer->verdict->codes & TB_RULE_T (7)) == 0 || !tb_period_is_dated (writer->base->observation.period))
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
  static const TbPhrase between = {{ "%s to %s", "%s至%s" }}, relative = {{ "%s (%s)", "%s（%s）" }};
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
