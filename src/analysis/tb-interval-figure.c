/* A computed number as figures are written: digits, qualifier, range.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-interval.h"

#include <string.h>

/* Rounds the last @n digits away, half away from zero. */
static TbDecimal
shorten (TbDecimal decimal,
         int       n)
{
  gint64 power = n == 1 ? 10 : 100;
  gint64 half = decimal.mantissa < 0 ? -power / 2 : power / 2;

  return (TbDecimal) { (decimal.mantissa + half) / power, (gint16) (decimal.exponent + n) };
}

static gboolean
is_decimal_of (TbDecimal decimal,
               double    number)
{
  double read = tb_decimal_to_double (decimal);

  return !(read < number) && !(read > number);
}

/* A decimal that reads back to the number: 17 digits always do, and the most of
 * what people write does with 15 or 16. */
static TbDecimal
find_decimal (double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  TbDecimal decimal = { 0, 0 };
  TbDecimal shorter;

  g_ascii_formatd (text, sizeof text, "%.16e", number);
  tb_decimal_parse (text, strlen (text), &decimal);
  for (int n = 2; n > 0; n--)
    {
      shorter = shorten (decimal, n);
      if (is_decimal_of (shorter, number))
        {
          decimal = shorter;
          break;
        }
    }
  while (decimal.mantissa != 0 && decimal.mantissa % 10 == 0)
    {
      decimal.mantissa /= 10;
      decimal.exponent++;
    }

  return decimal;
}

/* Exact sums and differences keep their digits. */
static TbDecimal
get_decimal (const TbLimit *limit)
{
  TbDecimal decimal = limit->exact ? limit->value : find_decimal (limit->number);

  return decimal.mantissa == 0 && !limit->exact ? (TbDecimal) { 0, 0 } : decimal;
}

static void
set_range (TbObservation      *o,
           TbObservationExtra *extra,
           const TbInterval   *value)
{
  extra->has_low = extra->has_high = TRUE;
  extra->low = get_decimal (&value->low);
  extra->high = get_decimal (&value->high);
  o->extra = extra;
}

/**
 * tb_interval_write:
 * @self: what a computed figure is known to be; a limit at least
 * @observation: (inout): the row of a series that is made of it
 * @extra: (inout): what is beside it, where that is needed
 *
 * Says an interval as figures do: a number with its qualifier, or a range. Exact sums
 * and differences keep their digits.
 *
 * Unit: as the interval; the multiplier is one.
 * Thread: any.
 */
void
tb_interval_write (const TbInterval   *self,
                   TbObservation      *observation,
                   TbObservationExtra *extra)
{
  observation->has_value = TRUE;
  switch (tb_interval_get_bound (self))
    {
    case TB_BOUND_EXACT:
      observation->value = get_decimal (&self->low);
      break;
    case TB_BOUND_ABOUT:
      observation->value = get_decimal (&self->low);
      observation->qualifier = TB_QUALIFIER_ABOUT;
      break;
    case TB_BOUND_AT_LEAST:
      observation->value = get_decimal (&self->low);
      observation->qualifier = self->low.strict ? TB_QUALIFIER_OVER : TB_QUALIFIER_AT_LEAST;
      break;
    case TB_BOUND_AT_MOST:
      observation->value = get_decimal (&self->high);
      observation->qualifier = self->high.strict ? TB_QUALIFIER_UNDER : TB_QUALIFIER_AT_MOST;
      break;
    case TB_BOUND_BETWEEN:
      observation->has_value = FALSE;
      set_range (observation, extra, self);
      break;
    }
}
