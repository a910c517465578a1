/* The numbers of a standing as they are said: rounded so that they stay true, with
 * their bounds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-figure-private.h"
#include "tb-standing-private.h"
#include "tb-verdict-private.h"

#include <math.h>
#include <string.h>

/* A quotient of printed numbers stands a little off them in binary. */
#define ROOM 1e-9

/* A conversion such as months to years has no last digit. */
#define MAX_DECIMALS 4

/* "46", "75.7", "0.02": a decimal where it says something. A bound is rounded to
 * the side on which it stays true: @side is −1 for a lower one, 1 for an upper
 * one. */
char *
tb_percent_dup_rounded (double percent,
                        int    side)
{
  int decimals;
  double power, rounded;
  g_autofree char *number = NULL;

  tb_percent_round (percent, FALSE, &decimals);
  power = pow (10, decimals);
  rounded = percent;
  if (side < 0)
    rounded = floor (percent * power + ROOM) / power;
  else if (side > 0)
    rounded = ceil (percent * power - ROOM) / power;
  number = tb_number_format (rounded, decimals);

  return g_str_has_suffix (number, ".0") ? g_strndup (number, strlen (number) - 2) : g_steal_pointer (&number);
}

/* What is not all done is not shown as 100 %. */
static int
find_side (double percent)
{
  return percent < 100 && percent > 99 ? -1 : 0;
}

/* A percentage as far as it is known: "46%", "at least 46%", "40% to 45%". */
char *
tb_reading_dup_percent (const TbReading *reading,
                        TbLanguage       language)
{
  static const TbPhrase patterns[] = {
    [TB_BOUND_EXACT] = {{ "%s%%", "%s%%" }},
    [TB_BOUND_AT_LEAST] = {{ "at least %s%%", "至少%s%%" }},
    [TB_BOUND_AT_MOST] = {{ "at most %s%%", "至多%s%%" }},
    [TB_BOUND_ABOUT] = {{ "about %s%%", "约%s%%" }},
    [TB_BOUND_BETWEEN] = {{ "%s%% to %s%%", "%s%%至%s%%" }},
  };
  static const TbPhrase more = { { "more than %s%%", "超过%s%%" } };
  static const TbPhrase less = { { "less than %s%%", "不到%s%%" } };
  const TbPhrase *pattern = &patterns[reading->bound];
  gboolean between = reading->bound == TB_BOUND_BETWEEN;
  g_autofree char *first = NULL;
  g_autofree char *second = between ? tb_percent_dup_rounded (reading->high, 1) : NULL;

  if (reading->bound == TB_BOUND_AT_LEAST && reading->strict)
    pattern = &more;
  else if (reading->bound == TB_BOUND_AT_MOST && reading->strict)
    pattern = &less;

  if (between || reading->bound == TB_BOUND_AT_LEAST)
    first = tb_percent_dup_rounded (between ? reading->low : reading->value, -1);
  else
    first = tb_percent_dup_rounded (reading->value,
                                    reading->bound == TB_BOUND_AT_MOST ? 1 : find_side (reading->value));

  return g_strdup_printf (pattern->in[language], first, second);
}

int
tb_aim_count_decimals (const TbAim  *self,
                       double        amount,
                       TbNumberScale scale)
{
  const TbObservation *o = &self->actual.observation;
  int of_target = tb_figure_get_decimals (&self->target.observation, amount, scale);
  int of_actual = tb_figure_get_decimals (o, amount, scale);
  TbDecimal factor, multiplier;

  if (o->has_value && self->actual.info->unit != self->target.info->unit
      && tb_unit_conversion (self->actual.info->unit, self->target.info->unit, &factor)
      && tb_decimal_product (o->multiplier, factor, &multiplier))
    of_actual = MIN (tb_figure_count_decimals (o->value, multiplier, amount, scale), MAX_DECIMALS);

  return MAX (of_target, of_actual);
}

/* The difference of fractions such as 0.012 is 1.2 points. */
static int
count_points_decimals (const TbAim *self,
                       int          decimals)
{
  TbDecimal factor;

  if (!tb_unit_points_factor (self->target.info->unit, &factor))
    return decimals;

  return MAX (decimals - (int) lround (log10 (fabs (tb_decimal_to_double (factor)))), 0);
}

char *
tb_aim_dup_points (const TbAim *self,
                   double       amount)
{
  TbNumberScale scale = tb_number_scale_for_power (0, TB_LANGUAGE_EN);

  return tb_number_format (amount, count_points_decimals (self, tb_aim_count_decimals (self, amount, scale)));
}

/* A size in the target's unit, or in points. */
char *
tb_aim_dup_size (const TbAim *self,
                 double       amount,
                 gboolean     in_points,
                 TbLanguage   language)
{
  const TbUnit *unit = self->target.info->unit;
  TbNumberScale scale = tb_number_scale_for_power (0, language);
  g_autofree char *number = NULL;
  int decimals;

  if (!in_points && tb_unit_takes_scale (unit))
    scale = tb_number_scale_choose (fabs (amount), language);
  decimals = tb_aim_count_decimals (self, amount, scale);
  if (in_points)
    decimals = count_points_decimals (self, decimals);
  number = tb_number_format_scaled (in_points ? fabs (amount) : amount, decimals, scale, FALSE);

  return in_points ? tb_figure_dup_points (number, language)
                   : tb_unit_attach (unit, number, scale.suffix, language);
}

/* How far the gap is known: "5 units", "more than 5 units", "5 units to 8 units". */
char *
tb_aim_dup_gap (const TbAim      *self,
                const TbStanding *standing,
                TbLanguage        language)
{
  static const TbPhrase least = { { "at least %s", "至少%s" } };
  static const TbPhrase more = { { "more than %s", "超过%s" } };
  static const TbPhrase about = { { "about %s", "约%s" } };
  static const TbPhrase between = { { "%s to %s", "%s至%s" } };
  const TbReading *gap = &standing->gap;
  g_autofree char *amount = NULL;
  g_autofree char *far = NULL;

  switch (gap->bound)
    {
    case TB_BOUND_BETWEEN:
      amount = tb_aim_dup_size (self, fabs (gap->high > 0 ? gap->low : gap->high), standing->in_points, language);
      far = tb_aim_dup_size (self, fabs (gap->high > 0 ? gap->high : gap->low), standing->in_points, language);
      return g_strdup_printf (between.in[language], amount, far);
    case TB_BOUND_AT_LEAST:
    case TB_BOUND_AT_MOST:
      amount = tb_aim_dup_size (self, fabs (gap->value), standing->in_points, language);
      return g_strdup_printf ((gap->strict ? &more : &least)->in[language], amount);
    case TB_BOUND_ABOUT:
      amount = tb_aim_dup_size (self, fabs (gap->value), standing->in_points, language);
      return g_strdup_printf (about.in[language], amount);
    case TB_BOUND_EXACT:
      break;
    }

  amount = tb_aim_dup_size (self, fabs (gap->value), standing->in_points, language);

  /* T-1 puts a sign before the word as well. */
  return gap->value > 0 && language == TB_LANGUAGE_EN && self->aim->comparator == TB_COMPARATOR_AT_LEAST
           ? g_strconcat ("+", amount, NULL) : g_steal_pointer (&amount);
}
