/* Reads the observations of a series.
 *
 * This is where nearly all the time of a large file goes: nothing is allocated
 * for an observation in the short form.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-native.h"

#include "tb-json-inline.h"
#include "tb-limits.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

enum
{
  PERIOD, VALUE, LOW, HIGH, MULTIPLIER, KIND, QUALIFIER, BASIS, STATUS, BREAK, VINTAGE, SOURCE, NOTE, CHANGE,
  DEADLINE, TARGET_BASIS, COMPARATOR, PATH, BINDING, BASELINE, TEXT,
  N_KEYS,
};

/* The first of the keys that only a target has; they are the last ones. */
#define FIRST_TARGET_KEY DEADLINE

/* Products of no larger powers of ten are finite. */
#define MOST_EXPONENT 200

static const TbNativeKey keys[N_KEYS] = {
  TB_NATIVE_KEY ("period"),   TB_NATIVE_KEY ("value"),        TB_NATIVE_KEY ("low"),
  TB_NATIVE_KEY ("high"),     TB_NATIVE_KEY ("multiplier"),   TB_NATIVE_KEY ("kind"),
  TB_NATIVE_KEY ("qualifier"), TB_NATIVE_KEY ("basis"),       TB_NATIVE_KEY ("status"),
  TB_NATIVE_KEY ("break"),    TB_NATIVE_KEY ("vintage"),      TB_NATIVE_KEY ("source"),
  TB_NATIVE_KEY ("note"),     TB_NATIVE_KEY ("published_change"),
  TB_NATIVE_KEY ("deadline"), TB_NATIVE_KEY ("target_basis"), TB_NATIVE_KEY ("comparator"),
  TB_NATIVE_KEY ("path"),     TB_NATIVE_KEY ("binding"),      TB_NATIVE_KEY ("baseline"),
  TB_NATIVE_KEY ("text"),
};

G_STATIC_ASSERT (N_KEYS <= TB_NATIVE_MAX_KEYS);

static gboolean
is_null (const TbJsonValue *value)
{
  return value != NULL && tb_json_get_type (value) == TB_JSON_NULL;
}

/* Products of usual size are not worked out twice. */
static void
check_size (TbNative          *self,
            const TbJsonValue *value,
            TbDecimal          number,
            TbDecimal          multiplier)
{
  if (number.exponent + multiplier.exponent > MOST_EXPONENT && !isfinite (tb_decimal_multiply (number, multiplier)))
    tb_native_fail_type (self, value, _("value × multiplier to be at most about 1.8e308"));
}

static void
read_value (TbNative           *self,
            const TbJsonValue  *value,
            TbObservation      *observation,
            const char        **out_digits)
{
  TbJsonType type = value != NULL ? tb_json_get_type (value) : TB_JSON_NULL;

  if (type == TB_JSON_NULL)
    return;
  if (type != TB_JSON_NUMBER)
    {
      tb_native_fail_type (self, value, _("a number, or null where there is none"));
      return;
    }

  observation->has_value = tb_native_parse_number (self, value, &observation->value, out_digits);
  if (observation->has_value)
    check_size (self, value, observation->value, observation->multiplier);
}

static void
read_range (TbNative           *self,
            const TbJsonValue **values,
            TbDecimal           multiplier,
            TbObservationExtra *extra)
{
  extra->has_low = !is_null (values[LOW]) && tb_native_read_decimal (self, values[LOW], &extra->low);
  extra->has_high = !is_null (values[HIGH]) && tb_native_read_decimal (self, values[HIGH], &extra->high);

  if (extra->has_low)
    check_size (self, values[LOW], extra->low, multiplier);
  if (extra->has_high)
    check_size (self, values[HIGH], extra->high, multiplier);
  if (extra->has_low && extra->has_high && tb_decimal_compare (extra->low, extra->high) > 0)
    tb_json_report_add (self->report, TB_SEVERITY_ERROR, values[LOW],
                        _("\"low\" is larger than \"high\"; expected it to be at most as large"));
}

static guint32
read_letter (TbNative          *self,
             const TbJsonValue *value)
{
  const char *text;
  guint32 status = 0;
  gsize length;

  if (tb_json_get_type (value) == TB_JSON_STRING)
    {
      text = tb_json_get_string (value, &length);
      status = length == 1 ? tb_status_from_letter (*text) : 0;
    }
  if (status == 0)
    tb_native_fail_type (self, value, _("one of the SDMX status codes A B D E F G H I J K L M N O P Q S U V W"));

  return status;
}

static guint32
read_status (TbNative          *self,
             const TbJsonValue *value)
{
  guint32 status = 0;
  TbJsonIter iter;

  if (value == NULL)
    return 0;
  if (tb_json_get_type (value) != TB_JSON_ARRAY)
    return read_letter (self, value);

  tb_json_iter_init (&iter, value);
  while (tb_json_iter_next (&iter))
    status |= read_letter (self, iter.value);

  return status;
}

/* What the row is, besides its number. */
static void
read_codes (TbNative           *self,
            const TbJsonValue **values,
            TbObservation      *observation)
{
  int word;

  tb_native_read_positive (self, values[MULTIPLIER], &observation->multiplier);
  if (tb_native_read_word (self, values[KIND], &tb_kinds, &word))
    observation->kind = (TbKind) word;
  if (tb_native_read_word (self, values[QUALIFIER], &tb_qualifiers, &word))
    observation->qualifier = (TbQualifier) word;
  if (tb_native_read_word (self, values[BASIS], &tb_bases, &word))
    observation->basis = (TbBasis) word;
  observation->status = read_status (self, values[STATUS]);
  tb_native_find_source (self, values[SOURCE], &observation->source);
}

static void
read_step (TbNative          *self,
           const TbJsonValue *value,
           guint16            year_start,
           TbPathStep        *step)
{
  const TbJsonValue *period, *number;

  if (tb_json_get_type (value) != TB_JSON_ARRAY || !tb_json_get_pair (value, &period, &number))
    {
      tb_native_fail_type (self, value, _("[period, value]"));
      return;
    }

  tb_native_read_period (self, period, year_start, &step->period);
  tb_native_read_decimal (self, number, &step->value);
}

static void
read_path (TbNative          *self,
           const TbJsonValue *value,
           guint16            year_start,
           TbTarget          *target)
{
  TbPathStep *steps;
  TbJsonIter iter;
  int word;

  if (value == NULL)
    return;
  if (tb_json_get_type (value) == TB_JSON_STRING)
    {
      if (tb_native_read_word (self, value, &tb_path_kinds, &word))
        target->path = (TbPathKind) word;
      return;
    }
  if (tb_json_get_type (value) != TB_JSON_ARRAY || tb_json_get_size (value) == 0)
    {
      tb_native_fail_type (self, value, _("\"none\", \"linear\", \"geometric\", or [[period, value], …]"));
      return;
    }

  target->path = TB_PATH_STEPS;
  target->n_steps = (guint) tb_json_get_size (value);
  target->steps = steps = tb_pool_alloc0 (self->pool, target->n_steps * sizeof (TbPathStep));
  tb_json_iter_init (&iter, value);
  for (; tb_json_iter_next (&iter); steps++)
    read_step (self, iter.value, year_start, steps);
}

static void
read_baseline (TbNative          *self,
               const TbJsonValue *value,
               guint16            year_start,
               TbTarget          *target)
{
  enum { BASELINE_PERIOD, BASELINE_VALUE, N_BASELINE_KEYS };
  static const TbNativeKey baseline_keys[N_BASELINE_KEYS] = { TB_NATIVE_KEY ("period"), TB_NATIVE_KEY ("value") };
  const TbJsonValue *values[N_BASELINE_KEYS];

  if (value == NULL
      || !tb_native_collect (self, value, baseline_keys, N_BASELINE_KEYS, values, &target->baseline_unknown))
    return;

  tb_native_require (self, value, values[BASELINE_PERIOD], "period");
  tb_native_require (self, value, values[BASELINE_VALUE], "value");
  tb_native_read_period (self, values[BASELINE_PERIOD], year_start, &target->baseline_period);
  target->has_baseline = tb_native_read_decimal (self, values[BASELINE_VALUE], &target->baseline_value);
}

static void
read_target (TbNative            *self,
             const TbJsonValue  **values,
             const TbObservation *observation,
             guint16              year_start,
             TbTarget            *target)
{
  gboolean is_target = observation->kind == TB_KIND_TARGET || observation->kind == TB_KIND_PLAN;
  int word;

  for (gsize i = FIRST_TARGET_KEY; i < N_KEYS && !is_target; i++)
    {
      if (values[i] != NULL)
        tb_json_report_add (self->report, TB_SEVERITY_WARNING, values[i],
                            _("\"%s\" has no meaning here; expected it with the kind \"target\" or \"plan\" only"),
                            keys[i].key);
    }

  tb_native_read_day (self, values[DEADLINE], &target->deadline);
  target->basis_said = tb_native_read_word (self, values[TARGET_BASIS], &tb_target_bases, &word);
  if (target->basis_said)
    target->basis = (TbTargetBasis) word;
  target->comparator_said = tb_native_read_word (self, values[COMPARATOR], &tb_comparators, &word);
  if (target->comparator_said)
    target->comparator = (TbComparator) word;
  read_path (self, values[PATH], year_start, target);
  tb_native_read_boolean (self, values[BINDING], &target->binding);
  read_baseline (self, values[BASELINE], year_start, target);
  tb_native_read_text (self, values[TEXT], &target->text);
}

/* Whether there is anything that needs an extra. */
static gboolean
has_extra (const TbJsonValue *const *values,
           const TbObservationExtra  *extra)
{
  gboolean has = extra->digits != NULL || extra->period_text != NULL || extra->unknown != NULL
                 || values[LOW] != NULL || values[HIGH] != NULL || values[BREAK] != NULL || values[VINTAGE] != NULL;

  for (gsize i = NOTE; i < N_KEYS && !has; i++)
    has = values[i] != NULL;

  return has;
}

static void
read_object (TbNative           *self,
             const TbJsonValue  *value,
             guint16             year_start,
             TbObservation      *observation,
             TbObservationExtra *extra)
{
  const TbJsonValue *values[N_KEYS];

  if (!tb_native_collect (self, value, keys, N_KEYS, values, &extra->unknown))
    return;

  tb_native_require (self, value, values[PERIOD], "period");
  tb_native_read_period (self, values[PERIOD], year_start, &observation->period);
  extra->period_text = observation->period.text;
  read_codes (self, values, observation);
  read_value (self, values[VALUE], observation, &extra->digits);
  if (has_extra (values, extra))
    {
      read_range (self, values, observation->multiplier, extra);
      tb_native_read_text (self, values[BREAK], &extra->definition);
      tb_native_read_day (self, values[VINTAGE], &extra->vintage);
      tb_native_read_text (self, values[NOTE], &extra->note);
      tb_native_read_change (self, values[CHANGE], year_start, &extra->change);
      read_target (self, values, observation, year_start, &extra->target);
      observation->extra = extra;
    }
}

static void
read_short (TbNative           *self,
            const TbJsonValue  *value,
            guint16             year_start,
            TbObservation      *observation,
            TbObservationExtra *extra)
{
  const TbJsonValue *period, *number;
  const char *digits = NULL;

  if (!tb_json_get_pair (value, &period, &number))
    {
      tb_native_fail_type (self, value, _("[period, value]"));
      return;
    }

  tb_native_read_period (self, period, year_start, &observation->period);
  read_value (self, number, observation, &digits);
  if (digits == NULL && observation->period.text == NULL)
    return;

  /* Filled only where it is needed: it is large, and rows are many. */
  *extra = (TbObservationExtra) { .digits = digits, .period_text = observation->period.text };
  observation->extra = extra;
}

/* A period that comes in its turn and a plain number, in the short form, behind another
 * such row: nothing else is looked at. FALSE: it is another row, or there is a limit. */
static gboolean
add_alike (TbNative          *self,
           const TbJsonValue *value,
           const TbNativeRow *row,
           TbSeriesBuilder   *builder)
{
  const TbJsonValue *period = tb_json_peek_inside (value);
  const TbJsonValue *number;
  const TbPeriod *known;
  TbDecimal decimal;
  const char *text;
  gsize length;

  if (tb_json_peek_type (value) != TB_JSON_ARRAY || tb_json_peek_size (value) != 2
      || tb_json_peek_type (period) != TB_JSON_STRING)
    return FALSE;
  number = tb_json_peek_next (period);
  if (tb_json_peek_type (number) != TB_JSON_NUMBER)
    return FALSE;
  text = tb_json_peek_text (number, &length);
  if (tb_decimal_parse (text, length, &decimal) != TB_DECIMAL_EXACT || decimal.exponent > 0)
    return FALSE;
  text = tb_json_peek_text (period, &length);
  known = tb_native_follow_period (self, text, length, row->info->year_start);

  return known != NULL && known->text == NULL && tb_series_builder_add_alike (builder, known, TRUE, decimal);
}

/* Whether rows after it may be told by their period and number alone. */
static gboolean
is_plain_row (const TbJsonValue *value,
              const TbNativeRow *row)
{
  return tb_json_get_type (value) == TB_JSON_ARRAY && row->defaults.kind == TB_KIND_ACTUAL
         && row->defaults.multiplier.exponent <= MOST_EXPONENT;
}

/* FALSE where the row could not be added: a limit. */
static gboolean
read_row (TbNative          *self,
          const TbJsonValue *value,
          const TbNativeRow *row,
          TbSeriesBuilder   *builder)
{
  TbObservation observation = row->defaults;
  TbObservationExtra extra;

  switch (tb_json_get_type (value))
    {
    case TB_JSON_ARRAY:
      read_short (self, value, row->info->year_start, &observation, &extra);
      break;
    case TB_JSON_OBJECT:
      memset (&extra, 0, sizeof extra);
      read_object (self, value, row->info->year_start, &observation, &extra);
      break;
    case TB_JSON_NULL:
    case TB_JSON_BOOLEAN:
    case TB_JSON_NUMBER:
    case TB_JSON_STRING:
      tb_native_fail_type (self, value, _("[period, value], or an object with \"period\""));
      return TRUE;
    }

  return builder == NULL || tb_series_builder_add (builder, &observation);
}

static gboolean
watch_rows (TbNative          *self,
            const TbJsonValue *value)
{
  double done;

  if (++self->n_rows % TB_READER_STRIDE != 0)
    return TRUE;

  done = tb_json_document_get_progress (self->input->document, value);
  return tb_reader_watch_step (self->input->watch, TB_READER_PARSED + (1 - TB_READER_PARSED) * done);
}

/**
 * tb_native_read_observations:
 * @self: a reading
 * @observations: (nullable): value of that key
 * @row: what holds for all of them
 * @builder: (nullable): where they go; %NULL to check them only
 *
 * Reads the observations of a series, until cancelled.
 *
 * Returns: whether all rows are in the builder, without an error
 */
gboolean
tb_native_read_observations (TbNative          *self,
                             const TbJsonValue *observations,
                             const TbNativeRow *row,
                             TbSeriesBuilder   *builder)
{
  gsize n_errors = tb_json_report_get_n_errors (self->report);
  gboolean is_plain = FALSE;
  TbJsonIter iter;

  if (!tb_native_check_type (self, observations, TB_JSON_ARRAY, N_("an array of observations")))
    return FALSE;

  tb_json_iter_init (&iter, observations);
  while (tb_json_iter_step (&iter))
    {
      if (!watch_rows (self, iter.value))
        return FALSE;
      if (is_plain && add_alike (self, iter.value, row, builder))
        continue;
      is_plain = builder != NULL && is_plain_row (iter.value, row);
      if (!read_row (self, iter.value, row, builder))
        {
          tb_json_report_add (
              self->report, TB_SEVERITY_ERROR, iter.value,
              _("too many observations or different multipliers in one series; expected at most %d and %d"),
              TB_LIMIT_OBSERVATIONS, TB_LIMIT_MULTIPLIERS);
          return FALSE;
        }
    }

  return tb_json_report_get_n_errors (self->report) == n_errors;
}
