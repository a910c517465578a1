/* The number of a figure as it is read: with its qualifier, as a range, with its unit.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-figure-private.h"

#include <math.h>
#include <string.h>

static double
get_largest (const TbObservation *o)
{
  double largest = 0;

  if (o->has_value)
    return fabs (o->figure);
  if (o->extra != NULL && o->extra->has_low)
    largest = fabs (tb_observation_get_low (o));
  if (o->extra != NULL && o->extra->has_high)
    largest = fmax (largest, fabs (tb_observation_get_high (o)));

  return largest;
}

/**
 * tb_figure_scale:
 * @series: a series
 * @rows: (array length=n_rows): rows of it
 * @n_rows: how many
 * @language: the figure's language
 *
 * Chooses the one scale of a row, a column or an axis (semantics L-1) from the
 * largest of the figures. Percentages, indices, ranks and rates have none.
 *
 * Thread: any. Cost: O(n), no allocation.
 *
 * Returns: the scale
 */
TbNumberScale
tb_figure_scale (const TbSeries *series,
                 const guint32  *rows,
                 gsize           n_rows,
                 TbLanguage      language)
{
  double largest = 0;

  if (!tb_unit_takes_scale (tb_series_get_info (series)->unit))
    return tb_number_scale_for_power (0, language);

  for (gsize i = 0; i < n_rows; i++)
    {
      TbObservation o;

      tb_series_get (series, rows[i], &o);
      if (!tb_figure_is_growth_target (series, &o))
        largest = fmax (largest, get_largest (&o));
    }

  return tb_number_scale_choose (largest, language);
}

static char *
format_range (const TbSeriesInfo  *info,
              const TbObservation *o,
              TbNumberScale        scale,
              int                  most)
{
  const TbObservationExtra *extra = o->extra;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (extra->has_low)
    low = tb_figure_dup_digits (info, tb_observation_get_low (o), extra->low, o->multiplier, scale, TB_ROUND_DOWN,
                                most);
  if (extra->has_high)
    high = tb_figure_dup_digits (info, tb_observation_get_high (o), extra->high, o->multiplier, scale, TB_ROUND_UP,
                                 most);
  if (low == NULL)
    return g_strconcat ("≤", high, NULL);
  if (high == NULL)
    return g_strconcat ("≥", low, NULL);

  return g_strconcat (low, "–", high, NULL);
}

static TbRounding
get_rounding (TbQualifier qualifier)
{
  switch (qualifier)
    {
    case TB_QUALIFIER_OVER:
    case TB_QUALIFIER_AT_LEAST:
      return TB_ROUND_DOWN;
    case TB_QUALIFIER_UNDER:
    case TB_QUALIFIER_AT_MOST:
      return TB_ROUND_UP;
    case TB_QUALIFIER_EXACT:
    case TB_QUALIFIER_ABOUT:
    case TB_QUALIFIER_NEARLY:
      break;
    }

  return TB_ROUND_NEAREST;
}

/* The number with its qualifier; NULL where there is none. */
static char *
dup_marked_number (const TbSeries      *series,
                   const TbObservation *o,
                   TbNumberScale        scale,
                   int                  most,
                   TbLanguage           language)
{
  const TbSeriesInfo *info = tb_series_get_info (series);
  g_autofree char *number = NULL;

  if (tb_observation_is_range (o))
    return format_range (info, o, scale, most);
  if (!o->has_value)
    return NULL;

  number = tb_figure_dup_digits (info, o->figure, o->value, o->multiplier, scale, get_rounding (o->qualifier),
                                 most);

  return g_strconcat (tb_qualifier_mark (o->qualifier, language), number, NULL);
}

/**
 * tb_figure_dup_number:
 * @series: a series
 * @observation: a row of it
 * @scale: the scale of the row, column or axis
 * @language: the figure's language
 *
 * Writes the number with its qualifier, without scale and unit. Where it was
 * printed with this scale, every printed digit is kept.
 *
 * Missing: "…" where there is no number; the words of a verbal target.
 * Thread: any.
 *
 * Returns: (transfer full): ">21", "30–40", "…"
 */
char *
tb_figure_dup_number (const TbSeries      *series,
                      const TbObservation *observation,
                      TbNumberScale        scale,
                      TbLanguage           language)
{
  return tb_figure_dup_number_within (series, observation, scale, -1, language);
}

/**
 * tb_figure_dup_number_within:
 * @series: a series
 * @observation: a row of it
 * @scale: the scale of the row, column or axis
 * @most: how many decimals at most; negative: as many as were printed
 * @language: the figure's language
 *
 * As tb_figure_dup_number(), rounded where more decimals were printed: a bound to
 * where it claims no more than is known, a range outwards. Digits that were not
 * printed are never added, and what is not zero is not rounded to it: it has as many
 * decimals more as it needs.
 *
 * Missing: as tb_figure_dup_number(). Thread: any.
 *
 * Returns: (transfer full): ">21", "30–40", "…"
 */
char *
tb_figure_dup_number_within (const TbSeries      *series,
                             const TbObservation *observation,
                             TbNumberScale        scale,
                             int                  most,
                             TbLanguage           language)
{
  char *number;

  if (tb_figure_is_growth_target (series, observation))
    return tb_figure_dup_growth_target (observation, language);
  number = dup_marked_number (series, observation, scale, most, language);
  if (number != NULL)
    return number;
  if (observation->extra != NULL && !tb_text_is_empty (&observation->extra->target.text))
    return tb_text_dup_marked (&observation->extra->target.text, language);

  return g_strdup ("…");
}

/**
 * tb_figure_dup_with_unit:
 * @series: a series
 * @observation: a row of it
 * @scale: a scale
 * @language: the figure's language
 *
 * Writes the number with its qualifier, scale and unit.
 *
 * Missing: "…" without a unit.
 * Thread: any.
 *
 * Returns: (transfer full): ">21万路", "61%", "CNY 29.5 billion"
 */
char *
tb_figure_dup_with_unit (const TbSeries      *series,
                         const TbObservation *observation,
                         TbNumberScale        scale,
                         TbLanguage           language)
{
  g_autofree char *number = dup_marked_number (series, observation, scale, -1, language);

  if (number == NULL || tb_figure_is_growth_target (series, observation))
    return tb_figure_dup_number (series, observation, scale, language);

  return tb_unit_attach (tb_series_get_info (series)->unit, number, scale.suffix, language);
}

/**
 * tb_figure_dup_points:
 * @number: a size as printed, with or without its sign
 * @language: the reader's language
 *
 * Thread: any.
 *
 * Returns: (transfer full): "1 percentage point", "+2 percentage points", "2个百分点"
 */
char *
tb_figure_dup_points (const char *number,
                      TbLanguage  language)
{
  static const TbPhrase one = { { "%s percentage point", "%s个百分点" } };
  static const TbPhrase several = { { "%s percentage points", "%s个百分点" } };
  const char *digits = number;

  while (*digits != '\0' && !g_ascii_isdigit (*digits))
    digits = g_utf8_next_char (digits);

  return g_strdup_printf ((strcmp (digits, "1") == 0 ? &one : &several)->in[language], number);
}
