/* Published changes in words: "+16.0% on the year before", "比上年增长16.0%".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-words.h"

#include <math.h>

/* %s is the size; the second of a pair is that of a fall. English has the sign
 * with the size, Chinese has it in the verb. */
static const TbPhrase year_before = { { "%s on the year before", "比上年%s" } };
static const TbPhrase same_time_before = { { "%s on the same time a year before", "同比%s" } };
static const TbPhrase period_before = { { "%s on the period before", "环比%s" } };
static const TbPhrase base_unstated = { { "%s, base not stated", "%s，基期未注明" } };
static const TbPhrase on_base = { { "%s on %s", "比%2$s%1$s" } };
static const TbPhrase times_base = { { "%s times the figure of %s", "为%2$s的%1$s倍" } };
static const TbPhrase times = { { "%s times, base not stated", "为基期的%s倍，基期未注明" } };
static const TbPhrase above = { { "%s above %s", "比%2$s高%1$s" } };
static const TbPhrase below = { { "%s below %s", "比%2$s低%1$s" } };
static const TbPhrase level_with = { { "level with %s", "与%s持平" } };
static const TbPhrase points = { { "%s percentage points", "%s个百分点" } };
static const TbPhrase unchanged = { { "unchanged", "持平" } };

static const char *const percent_verbs[] = { "下降", "增长" };
static const char *const amount_verbs[] = { "减少", "增加" };
static const char *const point_verbs[] = { "降低", "提高" };

static char *
format (const TbPhrase *phrase,
        TbLanguage      language,
        const char     *first,
        const char     *second)
{
  return g_strdup_printf (phrase->in[language], first, second);
}

/* "+16.0" in English, "16.0" in Chinese, whose verb has the sign. */
static char *
write_size (double     size,
            int        n_decimals,
            TbLanguage language)
{
  return language == TB_LANGUAGE_ZH ? tb_number_format (fabs (size), n_decimals) : tb_number_format_signed (size, n_decimals);
}

/* The size with its unit, and in Chinese its verb. */
static char *
write_quantity (const TbSeries      *series,
                const TbObservation *observation,
                TbLanguage           language)
{
  const TbPublishedChange *change = &observation->extra->change;
  double size = tb_decimal_to_double (change->value);
  int n_decimals = tb_decimal_get_n_decimals (change->value);
  const char *const *verbs = percent_verbs;
  g_autofree char *number = NULL;
  g_autofree char *quantity = NULL;

  if (!(fabs (size) > 0))
    return g_strdup (unchanged.in[language]);
  if (change->kind == TB_CHANGE_POINTS)
    {
      verbs = point_verbs;
      number = write_size (size, n_decimals, language);
      quantity = format (&points, language, number, NULL);
    }
  else if (change->kind == TB_CHANGE_ON_YEAR_ABSOLUTE)
    {
      const TbUnit *unit = tb_series_get_info (series)->unit;
      double multiplier = tb_decimal_to_double (observation->multiplier);
      TbNumberScale scale = tb_number_scale_choose (fabs (size * multiplier), language);
      gboolean is_plain = scale.power == 0 || unit->kind == TB_UNIT_PERCENT || unit->kind == TB_UNIT_PER;

      verbs = amount_verbs;
      if (is_plain)
        scale = tb_number_scale_for_power (0, language);
      n_decimals = tb_number_decimals (size * multiplier, fabs (multiplier - 1) > 0 ? 0 : n_decimals, scale);
      number = write_size (size * multiplier / pow (10, scale.power), n_decimals, language);
      quantity = tb_unit_attach (unit, number, scale.suffix, language);
    }
  else
    {
      number = write_size (size, n_decimals, language);
      quantity = g_strconcat (number, "%", NULL);
    }

  return language == TB_LANGUAGE_ZH ? g_strconcat (verbs[size > 0], quantity, NULL) : g_steal_pointer (&quantity);
}

/* "4.73 percentage points below China": a distance between places, no change. */
static char *
write_against (const TbPublishedChange *change,
               TbLanguage               language)
{
  double size = tb_decimal_to_double (change->value);
  g_autofree char *place = tb_text_dup_marked (&change->against->name, language);
  g_autofree char *number = tb_number_format (fabs (size), tb_decimal_get_n_decimals (change->value));
  g_autofree char *quantity = format (&points, language, number, NULL);

  if (!(fabs (size) > 0))
    return format (&level_with, language, place, NULL);

  return format (size > 0 ? &above : &below, language, quantity, place);
}

/**
 * tb_chart_dup_published_change:
 * @series: a series
 * @observation: a row of it with a published change
 * @language: the figure's
 *
 * Says the change that the source printed beside, or in place of, the level. It
 * is repeated, not checked.
 *
 * Thread: any.
 *
 * Returns: (transfer full): "+16.0% on the year before", "比上年增长16.0%"
 */
char *
tb_chart_dup_published_change (const TbSeries      *series,
                               const TbObservation *observation,
                               TbLanguage           language)
{
  const TbPublishedChange *change = &observation->extra->change;
  gboolean is_year = observation->period.kind == TB_PERIOD_A;
  g_autofree char *quantity = NULL;
  g_autofree char *base = change->has_base ? tb_period_label (change->base, language, TB_PERIOD_LABEL_FULL) : NULL;

  if (change->kind == TB_CHANGE_POINTS && change->against != NULL)
    return write_against (change, language);
  if (change->kind == TB_CHANGE_TIMES)
    {
      quantity = tb_number_format (tb_decimal_to_double (change->value), tb_decimal_get_n_decimals (change->value));
      return format (base != NULL ? &times_base : &times, language, quantity, base);
    }

  quantity = write_quantity (series, observation, language);
  switch (change->kind)
    {
    case TB_CHANGE_ON_YEAR_PERCENT:
    case TB_CHANGE_ON_YEAR_ABSOLUTE:
      return format (is_year ? &year_before : &same_time_before, language, quantity, NULL);
    case TB_CHANGE_ON_PERIOD_PERCENT:
      return format (&period_before, language, quantity, NULL);
    case TB_CHANGE_POINTS:
      return base != NULL ? format (&on_base, language, quantity, base) : g_steal_pointer (&quantity);
    case TB_CHANGE_PERCENT_BASE_UNSTATED:
    case TB_CHANGE_TIMES:
      break;
    }

  return format (&base_unstated, language, quantity, NULL);
}
