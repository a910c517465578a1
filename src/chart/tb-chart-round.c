/* Rounds computed figures to the digits that they are shown with.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-round.h"

#include <math.h>

/* Sums and differences of printed figures are exact: they have as many digits. */
#define MOST_EXACT_DIGITS 7

/* Of the largest of all other figures so many are shown. */
#define DIGITS_OF_LARGEST 4
#define DECIMALS_OF_RATES 1

/* A number that is not zero is not shown as zero (P-6), down to so many more decimals. */
#define MOST_MORE_DECIMALS 9

typedef enum { ROUND_NEAREST, ROUND_DOWN, ROUND_UP } Rounding;

static gboolean
is_rate (const TbUnit *unit)
{
  return unit->kind == TB_UNIT_PERCENT || unit->kind == TB_UNIT_INDEX;
}

/* The decimals that the digits of a number need. */
static int
count_own_decimals (TbDecimal decimal)
{
  int n = -decimal.exponent;

  for (; decimal.mantissa != 0 && decimal.mantissa % 10 == 0; decimal.mantissa /= 10)
    n--;

  return decimal.mantissa != 0 ? n : G_MININT;
}

/* Below zero for whole tens, hundreds … */
static int
count_decimals (const TbSeries *series,
                gboolean        is_exact)
{
  double largest = 0;
  int most = G_MININT;
  int magnitude;

  if (!is_exact && is_rate (tb_series_get_info (series)->unit))
    return DECIMALS_OF_RATES;
  for (gsize i = 0; i < tb_series_get_n (series); i++)
    {
      TbObservation observation;

      tb_series_get (series, i, &observation);
      if (!observation.has_value)
        continue;
      largest = MAX (largest, fabs (observation.figure));
      most = MAX (most, count_own_decimals (observation.value));
    }
  magnitude = largest > 0 ? (int) floor (log10 (largest)) : 0;

  return is_exact ? MIN (most, MOST_EXACT_DIGITS - 1 - magnitude) : DIGITS_OF_LARGEST - 1 - magnitude;
}

/* A shift guards against 4.2 standing just beside itself in binary. */
static double
round_to (double   number,
          int      n_decimals,
          Rounding rounding)
{
  double shifted = n_decimals >= 0 ? number * pow (10, n_decimals) : number / pow (10, -n_decimals);

  switch (rounding)
    {
    case ROUND_DOWN:
      return floor (shifted + 1e-9);
    case ROUND_UP:
      return ceil (shifted - 1e-9);
    case ROUND_NEAREST:
      break;
    }

  return round (shifted);
}

static TbDecimal
round_decimal (TbDecimal decimal,
               int       n_decimals,
               Rounding  rounding)
{
  double number = tb_decimal_to_double (decimal);
  double rounded;

  if (decimal.mantissa == 0 || n_decimals == G_MININT)
    return decimal;
  rounded = round_to (number, n_decimals, rounding);
  for (int i = 0; i < MOST_MORE_DECIMALS && !(fabs (rounded) > 0); i++)
    rounded = round_to (number, ++n_decimals, rounding);
  if (!(fabs (rounded) > 0) || fabs (rounded) >= 9e18)
    return decimal;

  return (TbDecimal) { (gint64) rounded, (gint16) -n_decimals };
}

/* A bound is rounded to where it claims no more than is known. */
static Rounding
get_rounding (TbQualifier qualifier)
{
  switch (qualifier)
    {
    case TB_QUALIFIER_OVER:
    case TB_QUALIFIER_AT_LEAST:
      return ROUND_DOWN;
    case TB_QUALIFIER_UNDER:
    case TB_QUALIFIER_AT_MOST:
      return ROUND_UP;
    case TB_QUALIFIER_EXACT:
    case TB_QUALIFIER_ABOUT:
    case TB_QUALIFIER_NEARLY:
      break;
    }

  return ROUND_NEAREST;
}

/**
 * tb_chart_round_series:
 * @series: computed figures
 * @derived: the same, row by row
 * @catalog: what they refer to
 * @is_exact: they are sums or differences
 *
 * Rounds what no publication printed: rates and indices to one decimal, quotients
 * and means to four digits of the largest. Sums and differences of printed
 * figures keep their digits. Bounds are rounded to where they claim no more than
 * is known. What others leave is marked by a member of its own, %TB_CHART_IMPLIED.
 *
 * Thread: any that @catalog is used in alone.
 *
 * Returns: (transfer full): the rounded series, with the same rows
 */
TbSeries *
tb_chart_round_series (const TbSeries  *series,
                       const TbDerived *derived,
                       TbCatalog       *catalog,
                       gboolean         is_exact)
{
  const TbSeriesInfo *info = tb_series_get_info (series);
  gsize n = tb_series_get_n (series);
  g_autoptr (TbSeriesBuilder) builder = tb_series_builder_new (catalog, info, n);
  int n_decimals = count_decimals (series, is_exact);

  for (gsize i = 0; i < n; i++)
    {
      TbObservation observation;
      TbObservationExtra extra = { 0 };

      tb_series_get (series, i, &observation);
      observation.value = round_decimal (observation.value, n_decimals, get_rounding (observation.qualifier));
      /* The mark says so, and more. */
      if (tb_derived_get (derived, i)->implied)
        observation.status &= tb_derived_get (derived, i)->status | ~(guint32) TB_STATUS_IMPUTED;
      if (tb_derived_get (derived, i)->implied && observation.extra == NULL)
        observation.extra = &extra;
      if (observation.extra != NULL)
        {
          extra = *observation.extra;
          extra.unknown = tb_derived_get (derived, i)->implied ? TB_CHART_IMPLIED : NULL;
          extra.low = round_decimal (extra.low, n_decimals, ROUND_DOWN);
          extra.high = round_decimal (extra.high, n_decimals, ROUND_UP);
          observation.extra = &extra;
        }
      tb_series_builder_add (builder, &observation);
    }

  return tb_series_builder_finish (builder);
}
