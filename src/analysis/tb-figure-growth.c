/* Targets of average growth in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-figure-private.h"

/**
 * tb_figure_is_growth_target:
 * @series: a series
 * @observation: a row of it
 *
 * T-8: a target of average growth is in percent a year, whatever the unit of the
 * figures that it is about: it is no amount of them, and has no place on their
 * axis. Among rates it is one of them.
 *
 * Thread: any.
 *
 * Returns: whether it is such a target among amounts
 */
gboolean
tb_figure_is_growth_target (const TbSeries      *series,
                            const TbObservation *observation)
{
  TbDecimal factor;

  return (observation->kind == TB_KIND_TARGET || observation->kind == TB_KIND_PLAN) && observation->extra != NULL
         && observation->extra->target.basis == TB_TARGET_GROWTH_AVG
         && (observation->has_value || tb_observation_is_range (observation))
         && !tb_unit_points_factor (tb_series_get_info (series)->unit, &factor);
}

/* The percentage as it was printed: it takes no multiplier. */
static char *
write_percent (TbDecimal value)
{
  return tb_number_format (tb_decimal_to_double (value), tb_decimal_get_n_decimals (value));
}

static char *
write_size (const TbObservation *o)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (o->has_value)
    return write_percent (o->value);
  if (o->extra->has_low)
    low = write_percent (o->extra->low);
  if (o->extra->has_high)
    high = write_percent (o->extra->high);
  if (low == NULL || high == NULL)
    return g_strconcat (low == NULL ? "≤" : "≥", low == NULL ? high : low, NULL);

  return g_strconcat (low, "–", high, NULL);
}

/* "≥7% a year on average", "年均增长5–6%" */
char *
tb_figure_dup_growth_target (const TbObservation *observation,
                             TbLanguage           language)
{
  static const TbPhrase rates[] = {
    [TB_COMPARATOR_AT_LEAST] = {{ "≥%s%% a year on average", "年均增长≥%s%%" }},
    [TB_COMPARATOR_AT_MOST] = {{ "≤%s%% a year on average", "年均增长≤%s%%" }},
    [TB_COMPARATOR_EQUAL] = {{ "%s%% a year on average", "年均增长%s%%" }},
    [TB_COMPARATOR_RANGE] = {{ "%s%% a year on average", "年均增长%s%%" }},
    [TB_COMPARATOR_ABOUT] = {{ "about %s%% a year on average", "年均增长%s%%左右" }},
    [TB_COMPARATOR_VERBAL] = {{ "%s%% a year on average", "年均增长%s%%" }},
  };
  TbComparator comparator = observation->has_value ? observation->extra->target.comparator : TB_COMPARATOR_RANGE;
  g_autofree char *size = write_size (observation);

  return g_strdup_printf (rates[comparator].in[language], size);
}
