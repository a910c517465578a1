/* The size of a change in a few characters, for places with little room, and whether
 * it is for the better.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-verdict-private.h"

#include <math.h>

static char *
format_points (const TbSide *base,
               const TbSide *current,
               double        points,
               TbLanguage    language)
{
  static const TbPhrase units = { { "%s pp", "%s个百分点" } };
  TbNumberScale none = tb_number_scale_for_power (0, language);
  g_autofree char *number = tb_number_format (fabs (points), tb_side_count_decimals (base, current, points, none));

  return g_strdup_printf (units.in[language], number);
}

static int
get_sign (double number)
{
  return (number > 0) - (number < 0);
}

static char *
dup_change (const TbVerdict *self,
            TbFigure         base,
            TbFigure         current,
            TbLanguage       language,
            gboolean         with_sign,
            int             *out_sign)
{
  static const TbPhrase unchanged = { { "unchanged", "持平" } };
  gboolean in_points = !isnan (self->points);
  double difference = in_points ? self->points : tb_verdict_states_percentage (self) ? self->relative : self->absolute;
  g_autofree char *size = NULL;
  TbSide from, to;

  *out_sign = 0;
  if (self->kind == TB_VERDICT_INVALID || self->operation != TB_OPERATION_CHANGE || self->bound == TB_BOUND_BETWEEN
      || !tb_side_load (&from, base) || !tb_side_load (&to, current))
    return NULL;
  if (tb_verdict_is_rounding (self))
    return g_strdup ("≈0");
  if (isnan (difference))
    return NULL;

  *out_sign = get_sign (difference);
  if (*out_sign == 0)
    return self->bound == TB_BOUND_EXACT ? g_strdup (unchanged.in[language]) : NULL;
  if (in_points)
    size = format_points (&from, &to, self->points, language);
  else if (!isnan (self->relative))
    size = tb_percent_dup_text (self->relative, self->bound == TB_BOUND_AT_LEAST || self->bound == TB_BOUND_AT_MOST);
  else
    size = tb_difference_dup_text (self, &from, &to, self->absolute, language);

  if (with_sign)
    return g_strconcat (tb_bound_get_mark (self->bound, self->strict), *out_sign > 0 ? "+" : "−", size, NULL);
  /* What fell by more than 5 is said as ">5": the arrow says that it fell. */
  return g_strconcat (
      tb_bound_get_mark (self->bound == TB_BOUND_AT_MOST ? TB_BOUND_AT_LEAST : self->bound, self->strict), size, NULL);
}

/**
 * tb_verdict_dup_short:
 * @self: a verdict on the change from @base to @current
 * @base: the earlier figure
 * @current: the later one
 * @language: the reader's language
 * @out_sign: (out): whether it fell (−1), did not change (0) or rose (1)
 *
 * Writes the size of a change without its sign, for beside an arrow: percentage
 * points of percentages, else percent, else the amount.
 *
 * Missing: %NULL where the verdict gives no number, or only limits of one.
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): "4.2 pp", "12.5%", ">20%", "45.5万个"
 */
char *
tb_verdict_dup_short (const TbVerdict *self,
                      TbFigure         base,
                      TbFigure         current,
                      TbLanguage       language,
                      int             *out_sign)
{
  return dup_change (self, base, current, language, FALSE, out_sign);
}

/**
 * tb_verdict_dup_signed:
 * @self: a verdict on the change from @base to @current
 * @base: the earlier figure
 * @current: the later one
 * @language: the reader's language
 * @out_sign: (out): whether it fell (−1), did not change (0) or rose (1)
 *
 * Writes a change as tb_verdict_dup_short() does, but with its sign, after the mark
 * of a bound.
 *
 * Missing: %NULL where the verdict gives no number, or only limits of one.
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): "+4.2 pp", "−12.5%", "<−20%", "unchanged"
 */
char *
tb_verdict_dup_signed (const TbVerdict *self,
                       TbFigure         base,
                       TbFigure         current,
                       TbLanguage       language,
                       int             *out_sign)
{
  return dup_change (self, base, current, language, TRUE, out_sign);
}

static char *
format_difference (const TbVerdict *verdict,
                   const TbSide    *base,
                   const TbSide    *current,
                   double           difference,
                   TbNumberScale    scale,
                   int              decimals)
{
  double divisor = pow (10, scale.power);
  double widest = verdict->bound == TB_BOUND_BETWEEN ? verdict->high : difference;
  g_autofree char *number = NULL;

  if (decimals < 0)
    decimals = tb_side_count_decimals (base, current, widest, scale);

  if (verdict->bound == TB_BOUND_BETWEEN && !isnan (verdict->low) && !isnan (verdict->high))
    {
      g_autofree char *low = tb_number_format_signed (verdict->low / divisor, decimals);
      g_autofree char *high = tb_number_format_signed (verdict->high / divisor, decimals);

      return g_strconcat (low, "…", high, NULL);
    }
  if (isnan (difference))
    return NULL;
  number = tb_number_format_signed (difference / divisor, decimals);

  return g_strconcat (tb_bound_get_mark (verdict->bound, verdict->strict), number, NULL);
}

/**
 * tb_verdict_dup_amount:
 * @self: a verdict on the change from @base to @current
 * @base: the earlier figure
 * @current: the later one
 * @scale: of the numbers around it
 * @with_suffix: whether the scale's word follows
 * @decimals: as many as the numbers around it have; −1: those of the two figures
 * @language: the reader's language
 *
 * Writes a change with its sign: in the unit, without its name; of percentages in
 * percentage points. What rounding alone can make is "≈0" (R17).
 *
 * Missing: %NULL where the verdict gives no such number.
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): "+3,000", "−4.2 pp", "≥+45.5万"
 */
char *
tb_verdict_dup_amount (const TbVerdict *self,
                       TbFigure         base,
                       TbFigure         current,
                       TbNumberScale    scale,
                       gboolean         with_suffix,
                       int              decimals,
                       TbLanguage       language)
{
  static const TbPhrase units = { { "%s pp", "%s个百分点" } };
  g_autofree char *number = NULL;
  TbSide from, to;

  if (self->kind == TB_VERDICT_INVALID || self->operation != TB_OPERATION_CHANGE || !tb_side_load (&from, base) ||
      !tb_side_load (&to, current))
    return NULL;
  if (tb_verdict_is_rounding (self))
    return g_strdup ("≈0");
  if (!isnan (self->points))
    {
      number = format_difference (self, &from, &to, self->points, tb_number_scale_for_power (0, language), decimals);
      return number == NULL ? NULL : g_strdup_printf (units.in[language], number);
    }
  number = format_difference (self, &from, &to, self->absolute, scale, decimals);

  return number == NULL ? NULL : g_strconcat (number, with_suffix ? scale.suffix : "", NULL);
}

/**
 * tb_verdict_dup_percent:
 * @self: a verdict on a change
 *
 * Writes a change in percent with its sign.
 *
 * Missing: %NULL where the verdict gives none: of percentages, of a base at or
 *   below zero, of mere limits.
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): "+150.0%", "≥+20%"
 */
char *
tb_verdict_dup_percent (const TbVerdict *self)
{
  gboolean is_limit = self->bound == TB_BOUND_AT_LEAST || self->bound == TB_BOUND_AT_MOST;
  int decimals;
  double percent;
  g_autofree char *number = NULL;

  if (self->kind == TB_VERDICT_INVALID || self->operation != TB_OPERATION_CHANGE || isnan (self->relative) ||
      self->bound == TB_BOUND_BETWEEN || tb_verdict_is_rounding (self))
    return NULL;
  percent = tb_percent_round (self->relative, is_limit, &decimals);
  number = tb_number_format_signed (percent, decimals);

  return g_strconcat (tb_bound_get_mark (self->bound, self->strict), number, "%", NULL);
}

/**
 * tb_direction_get_tone:
 * @self: which way is better
 * @sign: of a change: above, below or at 0
 *
 * N-4: whether a change is for the better.
 *
 * Thread: any.
 *
 * Returns: its tone; neutral where there is no change, or neither way is better
 */
TbTone
tb_direction_get_tone (TbDirection self,
                       int         sign)
{
  if (sign == 0 || self == TB_DIRECTION_NONE)
    return TB_TONE_NEUTRAL;

  return (sign > 0) == (self == TB_DIRECTION_UP) ? TB_TONE_GOOD : TB_TONE_BAD;
}
