/* Reads the series of a dataset: what identifies them, and what they override.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-native.h"

#include <glib/gi18n-lib.h>

enum
{
  INDICATOR, PLACE, BREAKDOWN, SCOPE, MULTIPLIER, UNIT, MEASURE, SINCE, SA, PRICE_BASIS, YEAR_START, OBSERVATIONS,
  N_KEYS,
};

static const TbNativeKey keys[N_KEYS] = {
  TB_NATIVE_KEY ("indicator"), TB_NATIVE_KEY ("place"), TB_NATIVE_KEY ("breakdown"),
  TB_NATIVE_KEY ("scope"),     TB_NATIVE_KEY ("multiplier"), TB_NATIVE_KEY ("unit"),
  TB_NATIVE_KEY ("measure"),   TB_NATIVE_KEY ("since"), TB_NATIVE_KEY ("sa"),
  TB_NATIVE_KEY ("price_basis"), TB_NATIVE_KEY ("reporting_year_start"), TB_NATIVE_KEY ("observations"),
};

static void
read_breakdown (TbNative          *self,
                const TbJsonValue *value,
                TbSeriesInfo      *info)
{
  TbBreakdown *breakdown;
  TbJsonIter iter;
  gsize n = 0;

  if (!tb_native_check_type (self, value, TB_JSON_OBJECT, N_("an object of strings")) || tb_json_get_size (value) == 0)
    return;

  breakdown = tb_pool_alloc0 (self->pool, tb_json_get_size (value) * sizeof (TbBreakdown));
  tb_json_iter_init (&iter, value);
  while (tb_json_iter_next (&iter))
    {
      tb_native_read_string (self, iter.key, &breakdown[n].dimension);
      tb_native_read_string (self, iter.value, &breakdown[n].value);
      if (breakdown[n].dimension == NULL || breakdown[n].value == NULL)
        continue;
      breakdown[n].category = tb_catalog_find_category (self->catalog, breakdown[n].dimension, breakdown[n].value);
      n++;
    }

  info->breakdown = breakdown;
  info->n_breakdown = (guint) n;
}

/* What holds for the series unless it says otherwise. */
static void
inherit (TbNative          *self,
         const TbIndicator *indicator,
         TbSeriesInfo      *info)
{
  *info = (TbSeriesInfo) {
    .indicator = indicator,
    .multiplier = TB_DECIMAL_ONE,
    .unit = indicator->unit,
    .measure = indicator->measure,
    .since = indicator->since,
    .since_day = indicator->since_day,
    .sa = indicator->sa,
    .price_basis = indicator->price_basis,
    .year_start = self->info.year_start,
  };
}

/* A measure other than the indicator's does not count since the same day. */
static void
read_measure (TbNative           *self,
              const TbJsonValue **values,
              TbSeriesInfo       *info)
{
  int measure;

  if (tb_native_read_word (self, values[MEASURE], &tb_measures, &measure) && (TbMeasure) measure != info->measure)
    {
      info->measure = (TbMeasure) measure;
      info->since = TB_SINCE_NONE;
      info->since_day = 0;
    }
  tb_native_read_since (self, values[SINCE], &info->since, &info->since_day);
  if (values[SINCE] != NULL && info->measure != TB_MEASURE_CUMULATIVE)
    tb_json_report_add (self->report, TB_SEVERITY_WARNING, values[SINCE],
                        _("\"since\" has no meaning here; expected it with the measure \"cumulative\" only"));
}

static void
read_info (TbNative           *self,
           const TbJsonValue **values,
           TbSeriesInfo       *info)
{
  tb_native_find_place (self, values[PLACE], &info->place);
  read_breakdown (self, values[BREAKDOWN], info);
  tb_native_read_text (self, values[SCOPE], &info->scope);
  tb_native_find_unit (self, values[UNIT], &info->unit);
  read_measure (self, values, info);
  tb_native_read_boolean (self, values[SA], &info->sa);
  tb_native_read_string (self, values[PRICE_BASIS], &info->price_basis);
  tb_native_read_year_start (self, values[YEAR_START], &info->year_start);
  info->year_start_said = values[YEAR_START] != NULL;
  tb_native_read_positive (self, values[MULTIPLIER], &info->multiplier);
}

/* Two series of one key would be two figures for one thing. */
static gboolean
check_repeated (TbNative          *self,
                TbSeries          *series,
                const TbJsonValue *value)
{
  const TbSeriesInfo *info = tb_series_get_info (series);
  gpointer first = g_hash_table_lookup (self->series_keys, info);

  if (first == NULL)
    {
      g_hash_table_insert (self->series_keys, (gpointer) info, GSIZE_TO_POINTER (self->series_index + 1));
      return TRUE;
    }

  g_autofree char *pointer = g_strdup_printf ("/series/%zu", GPOINTER_TO_SIZE (first) - 1);
  if (info->place != NULL)
    tb_json_report_add (self->report, TB_SEVERITY_ERROR, value,
                        _("the same series as %s: \"%s\" of \"%s\"; expected one series for each indicator, place, "
                           "breakdown, scope, unit and measure"),
                        pointer, info->indicator->id, info->place->id);
  else
    tb_json_report_add (self->report, TB_SEVERITY_ERROR, value,
                        _("the same series as %s: \"%s\"; expected one series for each indicator, place, breakdown, "
                           "scope, unit and measure"),
                        pointer, info->indicator->id);
  return FALSE;
}

/* With an indicator the observations are kept, without one they are only checked. */
static void
read_rows (TbNative           *self,
           const TbJsonValue  *value,
           const TbJsonValue  *observations,
           const TbSeriesInfo *info,
           gboolean            keep)
{
  gsize n
      = observations != NULL && tb_json_get_type (observations) == TB_JSON_ARRAY ? tb_json_get_size (observations) : 0;
  g_autoptr (TbSeriesBuilder) builder = keep ? tb_series_builder_new (self->catalog, info, n) : NULL;
  g_autoptr (TbSeries) series = NULL;
  TbNativeRow row = {
    .info = info,
    .defaults = {
      .period = TB_PERIOD_UNDATED,
      .multiplier = info->multiplier,
      .basis = tb_measure_default_basis (info->measure, info->since),
    },
  };
  gboolean whole = tb_native_read_observations (self, observations, &row, builder);

  if (builder == NULL)
    return;

  series = tb_series_builder_finish (builder);
  if (check_repeated (self, series, value) && whole)
    tb_native_report_relations (self, series, observations);
  g_ptr_array_add (self->series, g_steal_pointer (&series));
}

static void
read_series (TbNative          *self,
             const TbJsonValue *value)
{
  static const TbIndicator no_indicator = { .measure = TB_MEASURE_UNSTATED };
  const TbJsonValue *values[N_KEYS];
  const TbIndicator *indicator = &no_indicator;
  TbSeriesInfo info;
  const char *unknown;

  if (!tb_native_collect (self, value, keys, N_KEYS, values, &unknown))
    return;

  tb_native_require (self, value, values[INDICATOR], "indicator");
  tb_native_find_indicator (self, values[INDICATOR], &indicator);
  inherit (self, indicator, &info);
  info.unknown = unknown;
  read_info (self, values, &info);
  tb_native_require (self, value, values[OBSERVATIONS], "observations");
  read_rows (self, value, values[OBSERVATIONS], &info, indicator != &no_indicator);
}

/**
 * tb_native_read_all_series:
 * @self: a reading whose catalog is whole
 * @series: (nullable): value of that key
 *
 * Reads the series with their observations, until cancelled.
 */
void
tb_native_read_all_series (TbNative          *self,
                           const TbJsonValue *series)
{
  TbJsonIter iter;

  if (!tb_native_check_type (self, series, TB_JSON_ARRAY, N_("an array of series")))
    return;

  tb_json_iter_init (&iter, series);
  for (self->series_index = 0;
       tb_json_iter_next (&iter) && !g_cancellable_is_cancelled (self->input->watch->cancellable);
       self->series_index++)
    read_series (self, iter.value);
}
