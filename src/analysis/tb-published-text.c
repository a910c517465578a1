/* Published changes in words: "+16.0% on the year before", "比上年增长16.0%".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-figure-private.h"
#include "tb-published.h"

#include <math.h>

/* Digits that are added until the bounds of an implied figure differ. */
#define MAX_MORE_DECIMALS 3

/* %s is the size; the second of a pair is that of a fall. English has the sign
 * with the size, Chinese has it in the verb. */
static const TbPhrase year_before = { { "%s on the year before", "比上年%s" } };
static const TbPhrase same_time_before = { { "%s year on year", "同比%s" } };
static const TbPhrase period_before = { { "%s on the period before", "环比%s" } };
static const TbPhrase base_unstated = { { "%s, base not stated", "%s，基期未注明" } };
static const TbPhrase on_base = { { "%s on %s", "比%2$s%1$s" } };
static const TbPhrase times_base = { { "%s times the figure of %s", "为%2$s的%1$s倍" } };
static const TbPhrase times = { { "%s times, base not stated", "为基期的%s倍，基期未注明" } };
static const TbPhrase above = { { "%s above %s", "比%2$s高%1$s" } };
static const TbPhrase below = { { "%s below %s", "比%2$s低%1$s" } };
static const TbPhrase level_with = { { "level with %s", "与%s持平" } };
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
  return language == TB_LANGUAGE_ZH ? tb_number_format (fabs (size), n_decimals)
                                    : tb_number_format_signed (size, n_decimals);
}

/* A change in the figure's own unit: "+687 firms", "687家". */
static char *
write_amount (const TbUnit        *unit,
              const TbObservation *observation,
              TbLanguage           language)
{
  const TbPublishedChange *change = &observation->extra->change;
  double amount = tb_decimal_multiply (change->value, observation->multiplier);
  TbNumberScale scale = tb_number_scale_for_power (0, language);
  g_autofree char *number = NULL;
  g_autofree char *bare = NULL;

  if (tb_unit_takes_scale (unit))
    scale = tb_number_scale_choose (fabs (amount), language);
  bare = tb_number_format_scaled (language == TB_LANGUAGE_ZH ? fabs (amount) : amount,
                                  tb_figure_count_decimals (change->value, observation->multiplier, amount, scale),
                                  scale, FALSE);
  number = g_strconcat (language == TB_LANGUAGE_EN && amount > 0 ? "+" : "", bare, NULL);

  return tb_unit_attach (unit, number, scale.suffix, language);
}

/* The size with its unit, and in Chinese its verb. */
static char *
write_quantity (const TbUnit        *unit,
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
      quantity = tb_figure_dup_points (number, language);
    }
  else if (change->kind == TB_CHANGE_ON_YEAR_ABSOLUTE)
    {
      verbs = amount_verbs;
      quantity = write_amount (unit, observation, language);
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
  g_autofree char *quantity = tb_figure_dup_points (number, language);

  if (!(fabs (size) > 0))
    return format (&level_with, language, place, NULL);

  return format (size > 0 ? &above : &below, language, quantity, place);
}

static char *
write_times (const TbPublishedChange *change,
             const char              *base,
             TbLanguage               language)
{
  g_autofree char *number = tb_number_format (tb_decimal_to_double (change->value),
                                              tb_decimal_get_n_decimals (change->value));

  return format (base != NULL ? &times_base : &times, language, number, base);
}

/* FALSE: there is no such row, or it has no published change. */
static gboolean
get_changed (TbFigure       figure,
             TbObservation *out_observation)
{
  if (figure.series == NULL || figure.row >= tb_series_get_n (figure.series))
    return FALSE;
  tb_series_get (figure.series, figure.row, out_observation);

  return out_observation->extra != NULL && out_observation->extra->change.given;
}

/**
 * tb_published_dup_change:
 * @figure: a figure
 * @language: the reader's language
 *
 * Says the change that the source printed beside, or in place of, the level. It
 * is repeated, not checked.
 *
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): "+16.0% on the year before",
 *   "比上年增长16.0%"; %NULL where there is none
 */
char *
tb_published_dup_change (TbFigure   figure,
                         TbLanguage language)
{
  TbObservation o;
  const TbPublishedChange *change;
  g_autofree char *quantity = NULL;
  g_autofree char *base = NULL;

  if (!get_changed (figure, &o))
    return NULL;
  change = &o.extra->change;
  if (change->has_base)
    base = tb_period_label (change->base, language, TB_PERIOD_LABEL_FULL);
  if (change->kind == TB_CHANGE_POINTS && change->against != NULL)
    return write_against (change, language);
  if (change->kind == TB_CHANGE_TIMES)
    return write_times (change, base, language);

  quantity = write_quantity (tb_series_get_info (figure.series)->unit, &o, language);
  switch (change->kind)
    {
    case TB_CHANGE_ON_YEAR_PERCENT:
    case TB_CHANGE_ON_YEAR_ABSOLUTE:
      return format (o.period.kind == TB_PERIOD_A ? &year_before : &same_time_before, language, quantity, NULL);
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

/**
 * tb_published_dup_short:
 * @figure: a figure
 * @scale: the scale of the row, for a change in the figure's unit
 * @language: the reader's language
 *
 * Writes the published change for a column: its size alone.
 *
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): "+23.3%", "+687", "22.2×", "−4.73 pp";
 *   %NULL where there is none
 */
char *
tb_published_dup_short (TbFigure      figure,
                        TbNumberScale scale,
                        TbLanguage    language)
{
  static const TbPhrase percent = { { "%s%%", "%s%%" } };
  static const TbPhrase pp = { { "%s pp", "%s个百分点" } };
  static const TbPhrase multiple = { { "%s×", "%s倍" } };
  g_autofree char *number = NULL;
  const TbPublishedChange *change;
  TbObservation o;
  double amount;

  if (!get_changed (figure, &o))
    return NULL;
  change = &o.extra->change;
  number = tb_number_format_signed (tb_decimal_to_double (change->value), tb_decimal_get_n_decimals (change->value));
  switch (change->kind)
    {
    case TB_CHANGE_ON_YEAR_PERCENT:
    case TB_CHANGE_ON_PERIOD_PERCENT:
    case TB_CHANGE_PERCENT_BASE_UNSTATED:
      return format (&percent, language, number, NULL);
    case TB_CHANGE_POINTS:
      return format (&pp, language, number, NULL);
    case TB_CHANGE_TIMES:
      return format (&multiple, language, number[0] == '+' ? number + 1 : number, NULL);
    case TB_CHANGE_ON_YEAR_ABSOLUTE:
      break;
    }

  amount = tb_decimal_multiply (change->value, o.multiplier);
  g_free (number);
  number = tb_number_format_scaled (amount, tb_figure_count_decimals (change->value, o.multiplier, amount, scale),
                                    scale, FALSE);

  return g_strconcat (amount > 0 ? "+" : "", number, NULL);
}

/* The two ends that rounding leaves, with as many digits as tell them apart. */
static void
format_bounds (const TbSide  *base,
               TbNumberScale  scale,
               int            decimals,
               char         **out_low,
               char         **out_high)
{
  double middle = tb_interval_get_stated (&base->value);

  *out_low = *out_high = NULL;
  for (int more = 0; more <= MAX_MORE_DECIMALS; more++)
    {
      g_free (*out_low);
      g_free (*out_high);
      *out_low = tb_number_format_scaled (middle - base->value.rounding, decimals + more, scale, FALSE);
      *out_high = tb_number_format_scaled (middle + base->value.rounding, decimals + more, scale, FALSE);
      if (!g_str_equal (*out_low, *out_high))
        return;
    }
}

/**
 * tb_published_dup_base:
 * @base: what tb_published_get_base() gave
 * @language: the reader's language
 *
 * Writes the implied figure with its unit, and in brackets what rounding leaves
 * open.
 *
 * Thread: any.
 *
 * Returns: (transfer full): "318.0亿元（317.8至318.2）", "1,021 firms"
 */
char *
tb_published_dup_base (const TbSide *base,
                       TbLanguage    language)
{
  static const TbPhrase between = { { "%s (%s to %s)", "%s（%s至%s）" } };
  const TbObservation *o = &base->observation;
  const TbUnit *unit = base->info->unit;
  double stated = o->has_value ? o->figure : base->value.high.number;
  TbNumberScale scale = tb_number_scale_for_power (0, language);
  g_autofree char *number = NULL;
  g_autofree char *marked = NULL;
  g_autofree char *text = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  int decimals;

  if (tb_unit_takes_scale (unit))
    scale = tb_number_scale_choose (fabs (stated), language);
  decimals = tb_figure_count_decimals (o->value, o->multiplier, stated, scale);
  if (!o->has_value)
    {
      low = tb_number_format_scaled (base->value.low.number, decimals, scale, FALSE);
      high = tb_number_format_scaled (base->value.high.number, decimals, scale, FALSE);
      number = g_strconcat (low, "–", high, NULL);
      return tb_unit_attach (unit, number, scale.suffix, language);
    }

  number = tb_number_format_scaled (stated, decimals, scale, FALSE);
  marked = g_strconcat (tb_qualifier_mark (o->qualifier, language), number, NULL);
  text = tb_unit_attach (unit, marked, scale.suffix, language);
  if (!(base->value.rounding > 0))
    return g_steal_pointer (&text);
  format_bounds (base, scale, decimals, &low, &high);

  return g_strdup_printf (between.in[language], text, low, high);
}
