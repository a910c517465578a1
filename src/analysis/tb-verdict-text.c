/* A comparison in one sentence, or the reason why there is none.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-figure-private.h"
#include "tb-verdict-private.h"

#include <math.h>

#define MAX_PERCENT_DECIMALS 4
#define MAX_DIFFERENCE_DECIMALS 9

typedef struct
{
  const TbVerdict *verdict;
  const TbSide    *base;
  const TbSide    *current;
  TbLanguage       language;
} Writer;

/* {falls, rises}: amounts, percentages, points. Statistics offices write
 * 增加/减少 of amounts, 增长/下降 of percentages, 提高/下降 of rates (L-3). */
static const TbPhrase amount_verbs[] = { {{ "down", "减少" }}, {{ "up", "增加" }} };
static const TbPhrase percent_verbs[] = { {{ "down", "下降" }}, {{ "up", "增长" }} };
/* Degrees and the points of an index are no amounts, and what had better fall is
 * not said to improve by rising. */
static const TbPhrase level_verbs[] = { {{ "down", "下降" }}, {{ "up", "上升" }} };
/* The first place is the best. */
static const TbPhrase rank_verbs[] = { {{ "higher by", "位次前移" }}, {{ "lower by", "位次后移" }} };
/* A cap or a price that is set is never said to grow. */
static const TbPhrase parameter_verbs[] = { {{ "down", "降低" }}, {{ "up", "提高" }} };
static const TbPhrase points_verbs[] = { {{ "down", "下降" }}, {{ "up", "提高" }} };

/* One decimal, as statistical releases print growth; more where it would read
 * as no change at all. */
double
tb_percent_round (double   percent,
                  gboolean toward_zero,
                  int     *out_decimals)
{
  double least = toward_zero ? 1 : 0.5;
  double power = 10;

  *out_decimals = 1;
  while (*out_decimals < MAX_PERCENT_DECIMALS && fabs (percent) > 0 && fabs (percent) * power < least)
    {
      power *= 10;
      ++*out_decimals;
    }

  /* The shift guards against 4.2 standing just below itself in binary. */
  return toward_zero ? copysign (floor (fabs (percent) * power + 1e-9) / power, percent) : percent;
}

char *
tb_percent_dup_text (double   percent,
                     gboolean toward_zero)
{
  int decimals;
  double rounded = tb_percent_round (percent, toward_zero, &decimals);
  g_autofree char *number = tb_number_format (fabs (rounded), decimals);

  return g_strconcat (number, "%", NULL);
}

static gboolean
is_bound (const TbObservation *observation)
{
  return observation->qualifier != TB_QUALIFIER_EXACT || tb_observation_is_range (observation);
}

/* With @as_shown no more than the figure itself is shown with. */
static int
count_of_side (const TbSide *side,
               double        difference,
               TbNumberScale scale,
               gboolean      as_shown)
{
  int decimals = tb_figure_get_decimals (&side->observation, difference, scale);

  return as_shown ? MIN (decimals, tb_figure_get_most_decimals (side->info, scale)) : decimals;
}

static int
count_decimals (const TbSide *base,
                const TbSide *current,
                double        difference,
                TbNumberScale scale,
                gboolean      as_shown)
{
  TbDecimal factor;
  int decimals = count_of_side (base, difference, scale, as_shown);

  /* A figure in kilograms has three more digits as one in tonnes. */
  if (base->info->unit != current->info->unit
      && tb_unit_conversion (base->info->unit, current->info->unit, &factor))
    decimals -= (int) lround (log10 (fabs (tb_decimal_to_double (factor))));
  decimals = MAX (decimals, count_of_side (current, difference, scale, as_shown));

  /* Points are shown with the digits of the two rates: the difference of
   * fractions such as 0.012 is 1.2 points. */
  if (tb_unit_points_factor (current->info->unit, &factor))
    decimals -= (int) lround (log10 (fabs (tb_decimal_to_double (factor))));

  return CLAMP (decimals, 0, MAX_DIFFERENCE_DECIMALS);
}

int
tb_side_count_decimals (const TbSide *base,
                        const TbSide *current,
                        double        difference,
                        TbNumberScale scale)
{
  int printed = count_decimals (base, current, difference, scale, FALSE);
  int decimals = printed;

  /* A bound that is rounded could claim more than is known. */
  if (!is_bound (&base->observation) && !is_bound (&current->observation))
    decimals = count_decimals (base, current, difference, scale, TRUE);
  while (decimals < printed && fabs (difference) * pow (10, decimals - scale.power) < 0.5)
    decimals++;

  return decimals;
}

static char *
format_points (const Writer *writer,
               double        points)
{
  TbNumberScale none = tb_number_scale_for_power (0, writer->language);
  int decimals = tb_side_count_decimals (writer->base, writer->current, points, none);
  g_autofree char *number = tb_number_format (fabs (points), decimals);

  return tb_figure_dup_points (number, writer->language);
}

/* A difference of ranks is no rank. */
static char *
format_places (const Writer *writer,
               double        places)
{
  static const TbPhrase one = { { "%s place", "%s位" } };
  static const TbPhrase several = { { "%s places", "%s位" } };
  g_autofree char *number = tb_number_format (fabs (places), 0);

  return g_strdup_printf ((g_str_equal (number, "1") ? &one : &several)->in[writer->language], number);
}

static char *
format_amount (const Writer *writer,
               double        amount)
{
  const TbUnit *unit = writer->current->info->unit;
  TbNumberScale scale = tb_number_scale_for_power (0, writer->language);
  g_autofree char *number = NULL;
  int decimals;

  if (unit->kind == TB_UNIT_RANK)
    return format_places (writer, amount);
  if (tb_unit_takes_scale (unit))
    scale = tb_number_scale_choose (fabs (amount), writer->language);
  decimals = tb_side_count_decimals (writer->base, writer->current, amount, scale);
  number = tb_number_format_scaled (fabs (amount), decimals, scale, FALSE);

  return tb_unit_attach (unit, number, scale.suffix, writer->language);
}

static gboolean
has_points (const TbVerdict *verdict)
{
  return (verdict->codes & TB_RULE (13)) != 0;
}

static char *
format_difference (const Writer *writer,
                   double        difference)
{
  return has_points (writer->verdict) ? format_points (writer, difference) : format_amount (writer, difference);
}

/**
 * tb_difference_dup_text:
 * @difference: a difference of the two, in the unit or in points as the verdict is
 *
 * Returns: (transfer full): its size with its unit, without a sign
 */
char *
tb_difference_dup_text (const TbVerdict *verdict,
                        const TbSide    *base,
                        const TbSide    *current,
                        double           difference,
                        TbLanguage       language)
{
  const Writer writer = { verdict, base, current, language };

  return format_difference (&writer, difference);
}

static const TbPhrase *
get_verbs (const Writer *writer)
{
  const TbSeriesInfo *info = writer->current->info;

  if (has_points (writer->verdict))
    return info->indicator->direction == TB_DIRECTION_DOWN ? level_verbs : points_verbs;
  if (info->unit->kind == TB_UNIT_RANK)
    return rank_verbs;
  if (info->indicator->is_parameter)
    return parameter_verbs;
  /* What has no percentages, growth rates apart, has no true zero either. */
  if (info->measure == TB_MEASURE_INDEX || info->unit->kind == TB_UNIT_INDEX
      || (info->measure != TB_MEASURE_GROWTH && !tb_series_has_relative (info, FALSE)))
    return level_verbs;

  return amount_verbs;
}

static const TbPhrase *
get_percent_verbs (const Writer *writer)
{
  const TbPhrase *verbs = get_verbs (writer);

  return verbs == parameter_verbs || verbs == level_verbs ? verbs : percent_verbs;
}

/* A quantity as the bound allows it to be said; @verb of it in both languages. */
static char *
dup_bounded (const Writer   *writer,
             const TbPhrase *verb,
             const char     *quantity)
{
  static const TbPhrase exact = { { "%s %s", "%s%s" } };
  static const TbPhrase about = { { "%s about %s", "约%s%s" } };
  static const TbPhrase more = { { "%s more than %s", "%s超过%s" } };
  static const TbPhrase least = { { "%s at least %s", "至少%s%s" } };
  const TbPhrase *pattern = &exact;

  switch (writer->verdict->bound)
    {
    case TB_BOUND_ABOUT:
      pattern = &about;
      break;
    case TB_BOUND_AT_LEAST:
    case TB_BOUND_AT_MOST:
      pattern = writer->verdict->strict ? &more : &least;
      break;
    case TB_BOUND_EXACT:
    case TB_BOUND_BETWEEN:
      break;
    }

  return g_strdup_printf (pattern->in[writer->language], verb->in[writer->language], quantity);
}

/* "up by 10 to 20": the ends of a difference between ranges, nearest to zero
 * first. A plain "to" would say where it went. */
static char *
dup_between (const Writer *writer)
{
  static const TbPhrase pattern = { { "%s by between %s and %s", "%s%s～%s" } };
  static const TbPhrase ranks = { { "%s between %s and %s", "%s%s～%s" } };
  const TbVerdict *verdict = writer->verdict;
  gboolean rises = verdict->high > 0;
  const TbPhrase *verbs = get_verbs (writer);
  g_autofree char *near = format_difference (writer, rises ? verdict->low : verdict->high);
  g_autofree char *far = format_difference (writer, rises ? verdict->high : verdict->low);

  if (verbs == rank_verbs)
    return g_strdup_printf (ranks.in[writer->language], verbs[rises].in[writer->language], near, far);

  return g_strdup_printf (pattern.in[writer->language], verbs[rises].in[writer->language], near, far);
}

/* "up 12.5% (more than …)" beside the amount. */
static void
append_relative (GString      *text,
                 const Writer *writer)
{
  const TbVerdict *verdict = writer->verdict;
  /* A bound rounded away from zero would claim more than is known. */
  gboolean toward_zero = verdict->bound == TB_BOUND_AT_LEAST || verdict->bound == TB_BOUND_AT_MOST;
  g_autofree char *percent = NULL;
  g_autofree char *part = NULL;

  if (isnan (verdict->relative))
    return;
  percent = tb_percent_dup_text (verdict->relative, toward_zero);
  if (writer->language == TB_LANGUAGE_EN)
    {
      g_string_append_printf (text, " (%s)", percent);
      return;
    }
  part = dup_bounded (writer, &get_percent_verbs (writer)[verdict->relative > 0], percent);
  g_string_append_printf (text, "，%s", part);
}

static double
get_difference (const TbVerdict *verdict)
{
  return has_points (verdict) ? verdict->points : verdict->absolute;
}

/**
 * tb_verdict_is_rounding:
 * @self: a verdict
 *
 * Returns: whether the difference is no more than what rounding can make (R17); not
 *   where a published change is stated instead of it
 */
gboolean
tb_verdict_is_rounding (const TbVerdict *self)
{
  return (self->codes & TB_RULE (17)) != 0 && isnan (self->computed);
}

gboolean
tb_verdict_states_percentage (const TbVerdict *verdict)
{
  return isnan (get_difference (verdict)) || (!isnan (verdict->computed) && !isnan (verdict->relative));
}

/* Whether the sides are the same, or one is at the bound of the other. */
static gboolean
is_zero (const TbVerdict *verdict)
{
  double shown = tb_verdict_states_percentage (verdict) ? verdict->relative : get_difference (verdict);

  return verdict->bound != TB_BOUND_BETWEEN && !isnan (shown) && !(fabs (shown) > 0);
}

static gboolean
is_unknown_size (const TbVerdict *verdict)
{
  return is_zero (verdict) && (verdict->bound == TB_BOUND_AT_LEAST || verdict->bound == TB_BOUND_AT_MOST);
}

/* What stands after the change and what it is against. */
static const char *
get_tail (const Writer *writer)
{
  static const TbPhrase rounding = { { ", no change beyond rounding", "，变化未超出四舍五入误差" } };
  static const TbPhrase unknown = { { ", by how much is not known", "，幅度不详" } };

  if (tb_verdict_is_rounding (writer->verdict))
    return rounding.in[writer->language];

  return is_unknown_size (writer->verdict) ? unknown.in[writer->language] : "";
}

/* The change itself, without what it is against. */
static char *
dup_change (const Writer *writer)
{
  static const TbPhrase unchanged = { { "unchanged", "持平" } };
  static const TbPhrase rounding = { { "≈0", "基本持平（≈0）" } };
  static const TbPhrase some[] = { {{ "down", "有所减少" }}, {{ "up", "有所增加" }} };
  const TbVerdict *verdict = writer->verdict;
  double difference = get_difference (verdict);
  const TbPhrase *verbs = get_verbs (writer);
  g_autoptr (GString) text = NULL;
  g_autofree char *quantity = NULL;
  g_autofree char *part = NULL;

  if (verdict->bound == TB_BOUND_BETWEEN)
    return dup_between (writer);
  if (tb_verdict_is_rounding (verdict))
    return g_strdup (rounding.in[writer->language]);
  if (is_unknown_size (verdict))
    return g_strdup (some[verdict->bound == TB_BOUND_AT_LEAST].in[writer->language]);
  if (is_zero (verdict))
    return g_strdup (unchanged.in[writer->language]);
  if (tb_verdict_states_percentage (verdict))
    {
      quantity = tb_percent_dup_text (verdict->relative, FALSE);
      return dup_bounded (writer, &get_percent_verbs (writer)[verdict->relative > 0], quantity);
    }

  quantity = format_difference (writer, difference);
  part = dup_bounded (writer, &verbs[difference > 0], quantity);
  text = g_string_new (part);
  append_relative (text, writer);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static gboolean
is_gap (const Writer *writer)
{
  gboolean is_baseline = (writer->verdict->codes & TB_RULE_T (7)) != 0;

  return is_baseline
         || ((writer->verdict->codes & TB_RULE (16)) != 0 && tb_side_is_gap (writer->base, writer->current));
}

/* The change with what it is against. */
static char *
dup_sentence (const Writer *writer)
{
  gboolean is_level = tb_verdict_is_rounding (writer->verdict)
                      || (is_zero (writer->verdict) && !is_unknown_size (writer->verdict));
  gboolean is_published = !isnan (writer->verdict->computed) || isnan (get_difference (writer->verdict));
  g_autofree char *change = NULL;
  g_autofree char *relation = NULL;

  if (is_gap (writer))
    return tb_gap_dup_text (writer->verdict, writer->base, writer->current, writer->language);
  if (tb_side_is_same_figure (writer->base, writer->current)
      && (!is_published || writer->verdict->bound == TB_BOUND_BETWEEN))
    return tb_rivals_dup_text (writer->verdict, writer->base, writer->current, writer->language);

  change = dup_change (writer);
  relation = tb_sides_dup_relation (writer->base, writer->current, is_level, writer->language);
  if (writer->language == TB_LANGUAGE_EN)
    return g_strconcat (change, " ", relation, get_tail (writer), NULL);

  return g_strconcat (relation, change, get_tail (writer), NULL);
}

/**
 * tb_sides_dup_text:
 * @verdict: a verdict on the two
 * @base: the earlier figure; of a share, the whole
 * @current: the later one; of a share, the part
 * @reference: the day that the verdict went by
 * @language: the reader's language
 *
 * As tb_verdict_dup_text(), of figures that may be computed.
 *
 * Thread: any.
 *
 * Returns: (transfer full): the sentence
 */
char *
tb_sides_dup_text (const TbVerdict *verdict,
                   const TbSide    *base,
                   const TbSide    *current,
                   TbReference      reference,
                   TbLanguage       language)
{
  const Writer writer = { verdict, base, current, language };
  gboolean is_share = verdict->operation == TB_OPERATION_SHARE;
  g_autoptr (GString) text = NULL;
  g_autofree char *sentence = NULL;

  if (verdict->kind == TB_VERDICT_INVALID && is_share)
    return tb_reasons_dup_share_text (tb_side_weigh_share (current, base, reference).refuses, base, current, reference,
                                      language);
  if (verdict->kind == TB_VERDICT_INVALID)
    return tb_reasons_dup_text (tb_side_weigh (base, current, reference).refuses, base, current, reference, language);
  if (is_share)
    return tb_share_dup_text (verdict, current, base, language);

  sentence = dup_sentence (&writer);
  text = g_string_new (sentence);
  tb_reasons_append_notes (text, verdict, base, current, language);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * tb_verdict_dup_text:
 * @self: a verdict on the change from @base to @current
 * @base: the earlier figure
 * @current: the later one
 * @reference: the day that the verdict went by
 * @language: the reader's language
 *
 * Says the change in the words of statistical releases, with what it is
 * against, its bound and its warnings; or every reason why there is none.
 *
 * Thread: any.
 *
 * Returns: (transfer full): "up 4.2 percentage points year on year",
 *   "较上年末增加45.5万个，增长10.7%", "时期长短不同"
 */
char *
tb_verdict_dup_text (const TbVerdict *self,
                     TbFigure         base,
                     TbFigure         current,
                     TbReference      reference,
                     TbLanguage       language)
{
  TbSide from, to;

  if (!tb_side_load (&from, base) || !tb_side_load (&to, current))
    return tb_reasons_dup_text (self->codes, NULL, NULL, reference, language);

  return tb_sides_dup_text (self, &from, &to, reference, language);
}
