/* Reads the indicators of a dataset.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-native.h"

#include <glib/gi18n-lib.h>

static gconstpointer
get_whole (gconstpointer indicator)
{
  return ((const TbIndicator *) indicator)->part_of;
}

enum
{
  ID, NAME, DOMAIN, UNIT, MEASURE, SINCE, DIRECTION, DECIMALS, SCOPE, DESCRIPTION, PART_OF, NATURE, ADDITIVE,
  SA, PRICE_BASIS,
  N_INDICATOR_KEYS,
};

static const TbNativeKey indicator_keys[N_INDICATOR_KEYS] = {
  TB_NATIVE_KEY ("id"),      TB_NATIVE_KEY ("name"),      TB_NATIVE_KEY ("domain"),   TB_NATIVE_KEY ("unit"),
  TB_NATIVE_KEY ("measure"), TB_NATIVE_KEY ("since"),     TB_NATIVE_KEY ("direction"), TB_NATIVE_KEY ("decimals"),
  TB_NATIVE_KEY ("scope"),   TB_NATIVE_KEY ("description"), TB_NATIVE_KEY ("part_of"), TB_NATIVE_KEY ("nature"),
  TB_NATIVE_KEY ("additive"), TB_NATIVE_KEY ("sa"),       TB_NATIVE_KEY ("price_basis"),
};

static void
read_decimals (TbNative          *self,
               const TbJsonValue *value,
               int               *out_decimals)
{
  TbDecimal decimals;

  if (!tb_native_read_decimal (self, value, &decimals))
    return;

  if (decimals.exponent == 0 && decimals.mantissa >= 0 && decimals.mantissa <= 15)
    *out_decimals = (int) decimals.mantissa;
  else
    tb_native_fail_type (self, value, _("a whole number from 0 to 15"));
}

static void
read_nature (TbNative          *self,
             const TbJsonValue *value,
             TbIndicator       *indicator)
{
  static const char *const spellings[] = { "parameter" };
  static const TbVocabulary natures = { .key = "nature", .spellings = spellings, .n = 1 };
  int nature;

  if (!tb_native_read_word (self, value, &natures, &nature))
    return;

  indicator->is_parameter = TRUE;
  if (indicator->measure != TB_MEASURE_STOCK)
    tb_json_report_add (self->report, TB_SEVERITY_WARNING, value,
                        _("a parameter that is not measured as \"stock\"; expected that measure"));
}

static void
read_measure (TbNative           *self,
              const TbJsonValue **values,
              TbIndicator        *indicator)
{
  int measure = TB_MEASURE_UNSTATED;
  int direction;

  tb_native_read_word (self, values[MEASURE], &tb_measures, &measure);
  indicator->measure = (TbMeasure) measure;
  tb_native_read_since (self, values[SINCE], &indicator->since, &indicator->since_day);
  if (values[SINCE] != NULL && measure != TB_MEASURE_CUMULATIVE)
    tb_json_report_add (self->report, TB_SEVERITY_WARNING, values[SINCE],
                        _("\"since\" has no meaning here; expected it with the measure \"cumulative\" only"));

  indicator->direction_said = tb_native_read_word (self, values[DIRECTION], &tb_directions, &direction);
  if (indicator->direction_said)
    indicator->direction = (TbDirection) direction;
}

static void
read_indicator (TbNative           *self,
                const TbJsonValue **values,
                TbIndicator        *indicator)
{
  tb_native_read_text (self, values[NAME], &indicator->name);
  tb_native_find_domain (self, values[DOMAIN], &indicator->domain);
  tb_native_find_unit (self, values[UNIT], &indicator->unit);
  read_measure (self, values, indicator);
  read_decimals (self, values[DECIMALS], &indicator->decimals);
  tb_native_read_text (self, values[SCOPE], &indicator->scope);
  tb_native_read_text (self, values[DESCRIPTION], &indicator->description);
  read_nature (self, values[NATURE], indicator);
  tb_native_read_boolean (self, values[ADDITIVE], &indicator->additive);
  tb_native_read_boolean (self, values[SA], &indicator->sa);
  tb_native_read_string (self, values[PRICE_BASIS], &indicator->price_basis);
}

static void
check_indicator (TbNative           *self,
                 const TbJsonValue  *value,
                 const TbJsonValue **values)
{
  tb_native_require (self, value, values[ID], "id");
  tb_native_require (self, value, values[NAME], "name");
  tb_native_require (self, value, values[UNIT], "unit");
  tb_native_require (self, value, values[MEASURE], "measure");
}

static TbIndicator *
add_indicator (TbNative          *self,
               const TbJsonValue *id)
{
  const char *text = NULL;
  TbIndicator *indicator;

  tb_native_read_string (self, id, &text);
  if (text == NULL)
    return NULL;

  indicator = tb_catalog_add_indicator (self->catalog, text);
  if (indicator == NULL)
    tb_json_report_add (self->report, TB_SEVERITY_ERROR, id,
                        _("another indicator has the id \"%s\" already; expected each once"), text);

  return indicator;
}

/* One may be part of another that comes later: this is read when all are known. */
static void
read_wholes (TbNative          *self,
             const TbJsonValue *indicators,
             GPtrArray         *entries)
{
  TbJsonIter iter;
  gsize i = 0;

  tb_json_iter_init (&iter, indicators);
  while (tb_json_iter_next (&iter))
    {
      TbIndicator *indicator = g_ptr_array_index (entries, i++);

      if (indicator != NULL)
        tb_native_find_indicator (self, tb_json_find (iter.value, "part_of"), &indicator->part_of);
    }

  i = 0;
  tb_json_iter_init (&iter, indicators);
  while (tb_json_iter_next (&iter))
    {
      TbIndicator *indicator = g_ptr_array_index (entries, i++);

      if (indicator != NULL && tb_native_is_in_circle (indicator, get_whole, entries->len))
        tb_json_report_add (self->report, TB_SEVERITY_ERROR, tb_json_find (iter.value, "part_of"),
                            _("following \"%s\" leads back here; expected it to end"), "part_of");
    }
}

/**
 * tb_native_read_indicators:
 * @self: a reading whose catalog has everything else
 * @indicators: (nullable): value of that key
 *
 * Reads the indicators.
 */
void
tb_native_read_indicators (TbNative          *self,
                           const TbJsonValue *indicators)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  TbJsonIter iter;

  if (!tb_native_check_type (self, indicators, TB_JSON_ARRAY, N_("an array of indicators")))
    return;

  tb_json_iter_init (&iter, indicators);
  while (tb_json_iter_next (&iter))
    {
      const TbJsonValue *values[N_INDICATOR_KEYS];
      TbIndicator scratch = { .decimals = -1 };
      TbIndicator *indicator = NULL;
      const char *unknown;

      if (tb_native_collect (self, iter.value, indicator_keys, N_INDICATOR_KEYS, values, &unknown))
        {
          check_indicator (self, iter.value, values);
          indicator = add_indicator (self, values[ID]);
          /* One that cannot be added is still checked. */
          read_indicator (self, values, indicator != NULL ? indicator : &scratch);
          if (indicator != NULL)
            indicator->unknown = unknown;
        }
      g_ptr_array_add (entries, indicator);
    }

  read_wholes (self, indicators, entries);
}
