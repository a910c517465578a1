/* An observation as one row of a tidy table: the columns of cli.md.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-tidy-row.h"

#include "tb-number-format.h"
#include "tb-period-private.h"

#include <math.h>

static const struct { const char *name; TbTidyType type; } columns[] = {
  [TB_TIDY_INDICATOR] = { "indicator", TB_TIDY_TEXT },
  [TB_TIDY_PLACE] = { "place", TB_TIDY_TEXT },
  [TB_TIDY_BREAKDOWN] = { "breakdown", TB_TIDY_TEXT },
  [TB_TIDY_PERIOD] = { "period", TB_TIDY_TEXT },
  [TB_TIDY_PERIOD_START] = { "period_start", TB_TIDY_DAY },
  [TB_TIDY_PERIOD_END] = { "period_end", TB_TIDY_DAY },
  [TB_TIDY_VALUE] = { "value", TB_TIDY_NUMBER },
  [TB_TIDY_LOW] = { "low", TB_TIDY_NUMBER },
  [TB_TIDY_HIGH] = { "high", TB_TIDY_NUMBER },
  [TB_TIDY_UNIT] = { "unit", TB_TIDY_TEXT },
  [TB_TIDY_MULTIPLIER] = { "multiplier", TB_TIDY_NUMBER },
  [TB_TIDY_KIND] = { "kind", TB_TIDY_TEXT },
  [TB_TIDY_QUALIFIER] = { "qualifier", TB_TIDY_TEXT },
  [TB_TIDY_BASIS] = { "basis", TB_TIDY_TEXT },
  [TB_TIDY_STATUS] = { "status", TB_TIDY_TEXT },
  [TB_TIDY_PUBLISHED_CHANGE] = { "published_change", TB_TIDY_NUMBER },
  [TB_TIDY_PUBLISHED_CHANGE_KIND] = { "published_change_kind", TB_TIDY_TEXT },
  [TB_TIDY_SOURCE] = { "source", TB_TIDY_TEXT },
  [TB_TIDY_VINTAGE] = { "vintage", TB_TIDY_DAY },
  [TB_TIDY_NOTE] = { "note", TB_TIDY_TEXT },
};

G_STATIC_ASSERT (G_N_ELEMENTS (columns) == TB_TIDY_N_COLUMNS);

/**
 * tb_tidy_get_name:
 * @column: a column
 *
 * Returns: its name in the header: "period_start"
 */
const char *
tb_tidy_get_name (TbTidyColumn column)
{
  return columns[column].name;
}

/**
 * tb_tidy_get_type:
 * @column: a column
 *
 * Returns: what its fields are
 */
TbTidyType
tb_tidy_get_type (TbTidyColumn column)
{
  return columns[column].type;
}

/**
 * tb_tidy_dup_breakdown:
 * @info: of a series
 *
 * Thread: any.
 *
 * Returns: (transfer full): its breakdown in one field, "" where it has none
 */
char *
tb_tidy_dup_breakdown (const TbSeriesInfo *info)
{
  GString *parts = g_string_new (NULL);

  for (guint i = 0; i < info->n_breakdown; i++)
    g_string_append_printf (parts, "%s%s=%s", i > 0 ? ";" : "", info->breakdown[i].dimension, info->breakdown[i].value);

  return g_string_free_and_steal (parts);
}

static void
set_text (TbTidyRow    *self,
          TbTidyColumn  column,
          const char   *text)
{
  self->fields[column].text = text != NULL && *text != '\0' ? text : NULL;
}

static void
take_text (TbTidyRow    *self,
           TbTidyColumn  column,
           char         *text)
{
  self->owned[column] = text;
  set_text (self, column, text);
}

static void
set_number (TbTidyRow    *self,
            TbTidyColumn  column,
            double        number)
{
  self->fields[column].number = number;
  if (!isnan (number))
    take_text (self, column, tb_number_to_shortest (number));
}

/* Years before 1 and after 9999 stand in order by days that no date can be written of. */
static void
set_day (TbTidyRow    *self,
         TbTidyColumn  column,
         TbDay         day)
{
  if (day < 1 || day > tb_day_new (TB_LAST_YEAR, 12, 31))
    return;

  self->fields[column].day = day;
  take_text (self, column, tb_day_to_string (day));
}

/* P;B */
static char *
dup_status (guint32 status)
{
  g_autofree char *letters = tb_status_to_letters (status);
  GString *text = g_string_new (NULL);

  for (const char *p = letters; *p != '\0'; p++)
    {
      if (p > letters)
        g_string_append_c (text, ';');
      g_string_append_c (text, *p);
    }

  return g_string_free_and_steal (text);
}

/* An absolute change is a figure like the value: its multiplier is applied too. */
static void
set_change (TbTidyRow           *self,
            const TbObservation *observation)
{
  const TbPublishedChange *change = &observation->extra->change;
  gboolean is_absolute = change->kind == TB_CHANGE_ON_YEAR_ABSOLUTE;

  set_number (self, TB_TIDY_PUBLISHED_CHANGE,
              tb_decimal_multiply (change->value, is_absolute ? observation->multiplier : TB_DECIMAL_ONE));
  set_text (self, TB_TIDY_PUBLISHED_CHANGE_KIND, tb_vocabulary_spelling (&tb_change_kinds, change->kind));
}

/**
 * tb_tidy_row_init:
 * @self: (out caller-allocates): a row
 * @info: of the observation's series
 * @breakdown: tb_tidy_dup_breakdown() of it
 * @observation: an observation
 * @language: of the note, where it has it
 *
 * Lays out an observation. `value`, `low`, `high` and an absolute change are
 * full figures, in the unit itself; their text is the shortest form that reads
 * back to the same double, that of `multiplier` has its digits as given.
 *
 * Missing: a field without text.
 * Thread: any.
 */
void
tb_tidy_row_init (TbTidyRow           *self,
                  const TbSeriesInfo  *info,
                  const char          *breakdown,
                  const TbObservation *observation,
                  TbLanguage           language)
{
  const TbObservationExtra *extra = observation->extra;

  for (gsize i = 0; i < TB_TIDY_N_COLUMNS; i++)
    {
      self->fields[i] = (TbTidyField) { NULL, NAN, 0 };
      self->owned[i] = NULL;
    }
  set_text (self, TB_TIDY_INDICATOR, info->indicator->id);
  set_text (self, TB_TIDY_PLACE, info->place != NULL ? info->place->id : NULL);
  set_text (self, TB_TIDY_BREAKDOWN, breakdown);
  if (observation->period.kind != TB_PERIOD_NONE)
    take_text (self, TB_TIDY_PERIOD, tb_period_to_sdmx (observation->period));
  set_day (self, TB_TIDY_PERIOD_START, observation->period.start);
  set_day (self, TB_TIDY_PERIOD_END, observation->period.end);
  set_number (self, TB_TIDY_VALUE, observation->figure);
  set_number (self, TB_TIDY_LOW, tb_observation_get_low (observation));
  set_number (self, TB_TIDY_HIGH, tb_observation_get_high (observation));
  set_text (self, TB_TIDY_UNIT, info->unit->id);
  self->fields[TB_TIDY_MULTIPLIER].number = tb_decimal_to_double (observation->multiplier);
  take_text (self, TB_TIDY_MULTIPLIER, tb_decimal_to_string (observation->multiplier));
  set_text (self, TB_TIDY_KIND, tb_vocabulary_spelling (&tb_kinds, observation->kind));
  set_text (self, TB_TIDY_QUALIFIER, tb_vocabulary_spelling (&tb_qualifiers, observation->qualifier));
  set_text (self, TB_TIDY_BASIS, tb_vocabulary_spelling (&tb_bases, observation->basis));
  take_text (self, TB_TIDY_STATUS, dup_status (observation->status));
  if (extra != NULL && extra->change.given)
    set_change (self, observation);
  set_text (self, TB_TIDY_SOURCE, observation->source != NULL ? observation->source->id : NULL);
  set_day (self, TB_TIDY_VINTAGE, extra != NULL ? extra->vintage : 0);
  set_text (self, TB_TIDY_NOTE, extra != NULL ? tb_text_get (&extra->note, language) : NULL);
}

/**
 * tb_tidy_row_clear:
 * @self: a row
 */
void
tb_tidy_row_clear (TbTidyRow *self)
{
  for (gsize i = 0; i < TB_TIDY_N_COLUMNS; i++)
    g_clear_pointer (&self->owned[i], g_free);
}
