/* Writes a dataset as tidy csv: one row an observation (cli.md).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-writer.h"

#include "tb-csv.h"
#include "tb-number-format.h"

#include <math.h>

#define HEADER                                                                                                         \
  "indicator,place,breakdown,period,period_start,period_end,value,low,high,unit,multiplier,kind,qualifier,basis,"     \
  "status,published_change,published_change_kind,source,vintage,note\n"

/* Ends a field that is not the last one. */
static void
next (GString *out)
{
  g_string_append_c (out, ',');
}

static void
append_field (GString    *out,
              const char *text)
{
  if (text != NULL)
    tb_csv_append_field (out, text);
  next (out);
}

static void
append_number (GString *out,
               double   number)
{
  g_autofree char *text = isnan (number) ? NULL : tb_number_to_shortest (number);

  append_field (out, text);
}

static void
append_day (GString *out,
            TbDay    day)
{
  g_autofree char *text = day != 0 ? tb_day_to_string (day) : NULL;

  append_field (out, text);
}

static void
append_period (GString  *out,
               TbPeriod  period)
{
  g_autofree char *text = period.kind != TB_PERIOD_NONE ? tb_period_to_sdmx (period) : NULL;

  append_field (out, text);
  append_day (out, period.start);
  append_day (out, period.end);
}

/* What is the same in all rows of a series comes made up. */
static char *
make_breakdown (const TbSeriesInfo *info)
{
  GString *parts = g_string_new (NULL);

  for (guint i = 0; i < info->n_breakdown; i++)
    g_string_append_printf (parts, "%s%s=%s", i > 0 ? ";" : "", info->breakdown[i].dimension, info->breakdown[i].value);

  return g_string_free_and_steal (parts);
}

static void
append_status (GString *out,
               guint32  status)
{
  g_autofree char *letters = tb_status_to_letters (status);

  for (const char *p = letters; *p != '\0'; p++)
    {
      if (p > letters)
        g_string_append_c (out, ';');
      g_string_append_c (out, *p);
    }
  next (out);
}

/* An absolute change is a figure like the value: its multiplier is applied too. */
static void
append_change (GString             *out,
               const TbObservation *observation)
{
  const TbPublishedChange *change = observation->extra != NULL ? &observation->extra->change : NULL;
  gboolean is_absolute;

  if (change == NULL || !change->given)
    {
      next (out);
      next (out);
      return;
    }

  is_absolute = change->kind == TB_CHANGE_ON_YEAR_ABSOLUTE;
  append_number (out, tb_decimal_multiply (change->value, is_absolute ? observation->multiplier : TB_DECIMAL_ONE));
  append_field (out, tb_vocabulary_spelling (&tb_change_kinds, change->kind));
}

/* The last field: what holds for all rows, and what for this one. */
static void
append_note (GString    *out,
             const char *common,
             const char *own,
             TbLanguage  language)
{
  static const TbPhrase separators = { { "; ", "；" } };
  g_autofree char *both = NULL;

  common = common != NULL ? common : "";
  own = own != NULL ? own : "";
  if (*common == '\0' && *own == '\0')
    return;
  both = g_strconcat (common, *common != '\0' && *own != '\0' ? separators.in[language] : "", own, NULL);
  tb_csv_append_field (out, both);
}

static void
append_row (GString             *out,
            const TbSeriesInfo  *info,
            const char          *breakdown,
            const TbObservation *observation,
            TbLanguage           language,
            const char          *note)
{
  const TbObservationExtra *extra = observation->extra;
  g_autofree char *multiplier = tb_decimal_to_string (observation->multiplier);

  append_field (out, info->indicator->id);
  append_field (out, info->place != NULL ? info->place->id : NULL);
  append_field (out, breakdown);
  append_period (out, observation->period);
  append_number (out, observation->figure);
  append_number (out, tb_observation_get_low (observation));
  append_number (out, tb_observation_get_high (observation));
  append_field (out, info->unit->id);
  append_field (out, multiplier);
  append_field (out, tb_vocabulary_spelling (&tb_kinds, observation->kind));
  append_field (out, tb_vocabulary_spelling (&tb_qualifiers, observation->qualifier));
  append_field (out, tb_vocabulary_spelling (&tb_bases, observation->basis));
  append_status (out, observation->status);
  append_change (out, observation);
  append_field (out, observation->source != NULL ? observation->source->id : NULL);
  append_day (out, extra != NULL ? extra->vintage : 0);
  append_note (out, note, extra != NULL ? tb_text_get (&extra->note, language) : NULL, language);
  g_string_append_c (out, '\n');
}

/**
 * tb_writer_to_csv:
 * @dataset: a dataset
 * @with_bom: whether an UTF-8 byte order mark comes first, for spreadsheets
 *
 * As tb_writer_to_csv_noted() in English, with the notes of the dataset alone.
 *
 * Thread: any.
 *
 * Returns: (transfer full): the file's content
 */
GBytes *
tb_writer_to_csv (const TbDataset *dataset,
                  gboolean         with_bom)
{
  return tb_writer_to_csv_noted (dataset, with_bom, TB_LANGUAGE_EN, NULL);
}

/**
 * tb_writer_to_csv_noted:
 * @dataset: a dataset
 * @with_bom: whether an UTF-8 byte order mark comes first, for spreadsheets
 * @language: of the notes
 * @note: (nullable): what the note of every row begins with
 *
 * Writes a row for each observation, confirmations and conflicts too. `value`,
 * `low`, `high` and an absolute change are full figures, in the unit itself, in
 * the shortest form that reads back to the same double. A note in several
 * languages is written in @language where it has it.
 *
 * Thread: any.
 *
 * Returns: (transfer full): the file's content
 */
GBytes *
tb_writer_to_csv_noted (const TbDataset *dataset,
                        gboolean         with_bom,
                        TbLanguage       language,
                        const char      *note)
{
  GString *out = g_string_new (with_bom ? "\xEF\xBB\xBF" HEADER : HEADER);

  for (gsize s = 0; s < tb_dataset_get_n_series (dataset); s++)
    {
      const TbSeries *series = tb_dataset_get_series (dataset, s);
      const TbSeriesInfo *info = tb_series_get_info (series);
      g_autofree char *breakdown = make_breakdown (info);

      for (gsize i = 0; i < tb_series_get_n (series); i++)
        {
          TbObservation observation;

          tb_series_get (series, i, &observation);
          append_row (out, info, breakdown, &observation, language, note);
        }
    }

  return g_string_free_to_bytes (out);
}
