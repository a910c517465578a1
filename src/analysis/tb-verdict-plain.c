/* The verdict on two plain figures of one series, by what holds for all of it.
 *
 * Nearly all figures of a long series are observed, exact numbers of one sort.
 * For two of them the rules say the same at every pair, but for a break (R8),
 * a status (R9) and a period that was not over (R19); what is left is arithmetic on the digits.
 * The rules are asked once, of a pair made up for the purpose, and every answer
 * is the one that tb_verdict_change() gives, to the last bit: sums of 53 bits
 * and powers of ten up to 22 round once here as they do there (TbDecimal).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-verdict-plain.h"

#include "tb-verdict-private.h"

/* Integers and powers of ten that a double holds exactly. */
#define MAX_EXACT (G_GINT64_CONSTANT (1) << 53)
static const double powers[] = { 1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };
static const gint64 steps[] = { 1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000 };

/* A product of digits and multiplier: small enough to be exact as a double. */
typedef struct
{
  gint64 mantissa;
  int    exponent;
} Exact;

static inline gboolean
is_exact (gint64 mantissa,
          int    exponent)
{
  return mantissa > -MAX_EXACT && mantissa < MAX_EXACT && exponent > -(int) G_N_ELEMENTS (powers)
         && exponent < (int) G_N_ELEMENTS (powers);
}

/* Rounded once, as both operands are exact. */
static inline double
to_double (gint64 mantissa,
           int    exponent)
{
  double number = (double) mantissa;

  return exponent < 0 ? number / powers[-exponent] : number * powers[exponent];
}

static inline gboolean
multiply (TbDecimal value,
          TbDecimal multiplier,
          Exact    *out_product)
{
  out_product->exponent = value.exponent + multiplier.exponent;

  return !__builtin_mul_overflow (value.mantissa, multiplier.mantissa, &out_product->mantissa)
         && is_exact (out_product->mantissa, out_product->exponent);
}

/* A side of a pair as plain as can be, in the time of @glance. */
static void
make_side (TbSide         *self,
           const TbSeries *series,
           const TbGlance *glance,
           TbPeriod        period)
{
  TbObservation o = { .period = period, .has_value = TRUE, .value = { 1, 0 }, .multiplier = TB_DECIMAL_ONE, .figure = 1,
                      .kind = (TbKind) glance->kind, .basis = (TbBasis) glance->basis };

  tb_side_load_observation (self, series, &o);
}

static void
weigh_pair (TbPlainRules   *self,
            const TbGlance *sample,
            TbPairKind      pair,
            TbPeriod        period)
{
  const TbReference always_closed = { 0, 0 };
  TbPeriod earlier;
  TbSide base, current;

  self->is_usable[pair] = pair == TB_PAIR_PREVIOUS ? tb_period_previous (period, &earlier)
                                                   : tb_period_year_earlier (period, &earlier);
  if (!self->is_usable[pair])
    return;

  make_side (&base, self->series, sample, earlier);
  make_side (&current, self->series, sample, period);
  self->rules[pair] = tb_side_weigh (&base, &current, always_closed);
  self->rules[pair].refuses &= ~TB_RULE (8);
}

/* Totals since a start that is not stated hang on who says so (R4); spans that
 * begin within a month, and dates up to which something is counted, lie
 * otherwise in some years than in others. */
static gboolean
is_uniform (const TbSeriesInfo *info,
            const TbGlance     *sample)
{
  int y, m, d;

  tb_day_split (sample->start, &y, &m, &d);
  if (info->measure == TB_MEASURE_CUMULATIVE && info->since != TB_SINCE_YEAR_START)
    return FALSE;

  switch ((TbPeriodKind) sample->period_kind)
    {
    case TB_PERIOD_A:
    case TB_PERIOD_S:
    case TB_PERIOD_T:
    case TB_PERIOD_Q:
    case TB_PERIOD_B:
    case TB_PERIOD_M:
      return d == 1;
    case TB_PERIOD_W:
    case TB_PERIOD_D:
      return sample->basis != TB_BASIS_YEAR_TO_DATE;
    case TB_PERIOD_RANGE:
    case TB_PERIOD_NONE:
    case TB_PERIOD_TEXT:
      break;
    }

  return FALSE;
}

/**
 * tb_plain_rules_init:
 * @self: (out caller-allocates): the rules
 * @series: a series
 * @sample: a glance at the row number @row of it
 * @row: a row of the sort that the pairs are to be of
 * @reference: the day that R19 goes by
 *
 * Weighs what holds for all plain pairs of one sort of rows. No allocation.
 */
void
tb_plain_rules_init (TbPlainRules   *self,
                     const TbSeries *series,
                     const TbGlance *sample,
                     gsize           row,
                     TbReference     reference)
{
  const TbSeriesInfo *info = tb_series_get_info (series);
  TbPeriod period = tb_series_get_period (series, row);
  gboolean in_points = tb_unit_points_factor (info->unit, &self->points);
  const TbSide side = { .info = info };

  *self = (TbPlainRules) { .series = series, .reference = reference, .sort = sample->sort, .points = self->points };
  self->has_breaks = tb_series_has_breaks (series);
  self->in_points = in_points;
  self->has_relative = tb_series_has_relative (info, in_points);
  self->codes = (in_points ? TB_RULE (13) : 0) | (info->measure == TB_MEASURE_GROWTH ? TB_RULE (14) : 0);
  self->is_date = tb_side_is_level (&side) || sample->basis == TB_BASIS_AS_OF;
  self->is_whole = info->unit->kind == TB_UNIT_COUNT || info->unit->kind == TB_UNIT_RANK;
  self->multiplier = tb_series_get_multiplier (series, sample->multiplier);
  self->multiplier_number = sample->multiplier;
  if (!is_uniform (info, sample))
    return;

  weigh_pair (self, sample, TB_PAIR_PREVIOUS, period);
  weigh_pair (self, sample, TB_PAIR_YEAR_EARLIER, period);
}

static inline gboolean
is_closed (const TbPlainRules *self,
           const TbGlance     *glance)
{
  TbDay day = self->reference.as_of != 0 ? self->reference.as_of
              : glance->published != 0 ? glance->published : self->reference.updated;

  return day == 0 || glance->end <= day;
}

/* R8 and R19, which a pair can be refused for. */
static inline TbRuleSet
find_refusals (const TbPlainRules *self,
               const TbGlance     *base,
               const TbGlance     *current)
{
  TbRuleSet refuses = 0;

  if (self->has_breaks
      && tb_series_has_break_between (self->series, MIN (base->end, current->end), MAX (base->end, current->end)))
    refuses |= TB_RULE (8);
  if (is_closed (self, base) != is_closed (self, current))
    refuses |= TB_RULE (19);

  return refuses;
}

/* Half a unit of the last digit; FALSE where it is not exact. */
static inline gboolean
get_half_unit (const TbPlainRules *self,
               TbDecimal           value,
               TbDecimal           multiplier,
               double             *out_half)
{
  Exact half;

  *out_half = 0;
  if (self->is_whole && value.exponent >= 0 && tb_decimal_compare (multiplier, TB_DECIMAL_ONE) == 0)
    return TRUE;
  if (!multiply ((TbDecimal) { 5, (gint16) (value.exponent - 1) }, multiplier, &half))
    return FALSE;
  *out_half = to_double (half.mantissa, half.exponent);

  return TRUE;
}

/* R17. Two units of the last digit are more than two halves of it: most differences
 * need not be asked further. */
static inline gboolean
find_rounding (const TbPlainRules *self,
               const TbGlance     *base,
               const TbGlance     *current,
               TbDecimal           from,
               TbDecimal           to,
               double              difference,
               gboolean           *out_is_within)
{
  double half_base, half_current;
  gint64 units;

  *out_is_within = FALSE;
  if (base->multiplier == current->multiplier && base->value.exponent == current->value.exponent
      && !__builtin_sub_overflow (current->value.mantissa, base->value.mantissa, &units) && (units < -1 || units > 1))
    return TRUE;
  if (!get_half_unit (self, base->value, from, &half_base) || !get_half_unit (self, current->value, to, &half_current))
    return FALSE;
  *out_is_within = half_base + half_current > 0 && fabs (difference) <= (half_current + half_base) * (1 + 1e-9);

  return TRUE;
}

/* The difference on the digits; FALSE where it takes more than 53 bits. */
static inline gboolean
subtract (const Exact *a,
          const Exact *b,
          Exact       *out_difference)
{
  int gap = a->exponent - b->exponent;
  gint64 minuend = a->mantissa, subtrahend = b->mantissa;

  if (ABS (gap) >= (int) G_N_ELEMENTS (steps))
    return FALSE;
  if (gap > 0 && __builtin_mul_overflow (minuend, steps[gap], &minuend))
    return FALSE;
  if (gap < 0 && __builtin_mul_overflow (subtrahend, steps[-gap], &subtrahend))
    return FALSE;
  if (__builtin_sub_overflow (minuend, subtrahend, &out_difference->mantissa))
    return FALSE;
  out_difference->exponent = MIN (a->exponent, b->exponent);

  return is_exact (out_difference->mantissa, out_difference->exponent);
}

/* R11 to R14, as for any pair of exact numbers. */
static gboolean
set_numbers (const TbPlainRules *self,
             TbVerdict          *verdict,
             const Exact        *base,
             const Exact        *current,
             const Exact        *difference)
{
  double number = to_double (difference->mantissa, difference->exponent);

  verdict->codes |= self->codes;
  if (self->in_points)
    {
      Exact points;

      if (!multiply ((TbDecimal) { difference->mantissa, (gint16) difference->exponent }, self->points, &points))
        return FALSE;
      verdict->points = verdict->low = verdict->high = to_double (points.mantissa, points.exponent);
      return TRUE;
    }

  verdict->absolute = verdict->low = verdict->high = number;
  if (!self->has_relative)
    return TRUE;
  if (base->mantissa == 0)
    verdict->codes |= TB_RULE (11);
  else if (base->mantissa < 0 || current->mantissa < 0)
    verdict->codes |= TB_RULE (12);
  else
    verdict->relative = number * 100 / to_double (base->mantissa, base->exponent);

  return TRUE;
}

static inline TbDecimal
get_multiplier (TbPlainRules *self,
                guint         number)
{
  if (number != self->multiplier_number)
    {
      self->multiplier_number = number;
      self->multiplier = tb_series_get_multiplier (self->series, number);
    }

  return self->multiplier;
}

/* Spans that are not the ones just before each other are asked about one by one:
 * year-to-date figures of whole years, rates at dates. */
static inline gboolean
is_for_here (const TbPlainRules *self,
             const TbGlance     *base,
             const TbGlance     *current,
             TbPairKind          pair)
{
  return self->is_usable[pair] && base->is_plain && current->is_plain && base->sort == self->sort
         && current->sort == self->sort
         && (pair == TB_PAIR_YEAR_EARLIER || self->is_date || base->end + 1 == current->start);
}

/**
 * tb_plain_rules_compare:
 * @self: the rules; not const for what they keep from the last pair
 * @base: a glance at the earlier row
 * @current: a glance at the later one, of the rules' sort
 * @pair: how the one was found from the other
 * @out_verdict: (out): the verdict
 *
 * Returns: whether it could be given; else tb_verdict_change() is to be asked
 */
gboolean
tb_plain_rules_compare (TbPlainRules   *self,
                        const TbGlance *base,
                        const TbGlance *current,
                        TbPairKind      pair,
                        TbVerdict      *out_verdict)
{
  const TbWeighing *rules = &self->rules[pair];
  TbRuleSet refuses, notes;
  TbDecimal from, to;
  Exact a, b, difference;
  gboolean is_within;

  if (!is_for_here (self, base, current, pair))
    return FALSE;

  from = get_multiplier (self, base->multiplier);
  to = get_multiplier (self, current->multiplier);
  if (!multiply (base->value, from, &a) || !multiply (current->value, to, &b) || !subtract (&b, &a, &difference))
    return FALSE;

  refuses = rules->refuses | find_refusals (self, base, current);
  notes = rules->notes | (((base->status | current->status) & TB_STATUS_UNCERTAIN) != 0 ? TB_RULE (9) : 0);
  *out_verdict = (TbVerdict) TB_VERDICT_NONE;
  out_verdict->codes = refuses | notes | rules->shapes;
  if (refuses != 0)
    {
      out_verdict->kind = TB_VERDICT_INVALID;
      return TRUE;
    }

  out_verdict->kind = notes != 0 ? TB_VERDICT_NOTE : TB_VERDICT_VALID;
  if (!set_numbers (self, out_verdict, &a, &b, &difference)
      || !find_rounding (self, base, current, from, to, to_double (difference.mantissa, difference.exponent),
                         &is_within))
    return FALSE;
  if (is_within)
    {
      out_verdict->codes |= TB_RULE (17);
      out_verdict->kind = TB_VERDICT_NOTE;
    }

  return TRUE;
}
