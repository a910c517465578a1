/* Reads a row of our own tidy csv: one figure with all that the columns hold.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-tidy-csv.h"

#include "tb-limits.h"
#include "tb-period-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static TbDay
read_day (TbTidyCsv    *self,
          TbTidyColumn  column)
{
  const char *text = tb_tidy_csv_intern (self, column);
  TbDay day = 0;

  if (text != NULL && !tb_day_parse (text, &day))
    {
      tb_tidy_csv_report (self, column, _("“%s” is no date; expected one such as 2026-03-31"), text);
      return 0;
    }

  return day;
}

/* A day that is not there is any. */
static gboolean
has_days (const TbPeriod *period,
          TbDay           start,
          TbDay           end)
{
  return (start == 0 || period->start == start) && (end == 0 || period->end == end);
}

guint16
tb_tidy_csv_find_year_start (TbTidyCsv *self)
{
  const char *text = tb_tidy_csv_intern (self, TB_TIDY_PERIOD);
  TbDay start = read_day (self, TB_TIDY_PERIOD_START);
  TbDay end = read_day (self, TB_TIDY_PERIOD_END);
  int y, m, d;
  TbPeriod period;

  if (text == NULL || start == 0 || end == 0 || !tb_period_parse (text, TB_CALENDAR_YEAR, &period, NULL)
      || has_days (&period, start, end))
    return TB_CALENDAR_YEAR;

  tb_day_split (start, &y, &m, &d);
  /* 29 February begins no year. */
  for (int month = 1; month <= 12 && d <= 28; month++)
    {
      guint16 year_start = (guint16) (month * 100 + d);

      if (tb_period_parse (text, year_start, &period, NULL) && has_days (&period, start, end))
        return year_start;
    }

  return TB_CALENDAR_YEAR;
}

/* Words, in the order of the days beside them or else of the first year in them. */
static TbPeriod
keep_text (TbTidyCsv  *self,
           const char *text,
           TbDay       start,
           TbDay       end)
{
  TbPeriod period;

  if (self->n_kept++ == 0)
    {
      self->kept_line = self->records.line;
      self->kept_column = tb_separated_get_column (&self->records, TB_TIDY_PERIOD);
    }
  tb_period_text_parse (text, strlen (text), TB_PERIOD_HINT_NONE, self->pool, &period);
  period.kind = TB_PERIOD_TEXT;
  period.year_start = TB_CALENDAR_YEAR;
  period.text = text;
  if (start != 0 && end != 0)
    {
      period.start = start;
      period.end = end;
    }
  return period;
}

static TbPeriod
read_period (TbTidyCsv *self,
             guint16    year_start)
{
  const char *text = tb_tidy_csv_intern (self, TB_TIDY_PERIOD);
  TbDay start = read_day (self, TB_TIDY_PERIOD_START);
  TbDay end = read_day (self, TB_TIDY_PERIOD_END);
  const guint16 years[] = { TB_CALENDAR_YEAR, year_start };
  g_autoptr (GError) error = NULL;
  TbPeriod period;

  if (end != 0 && start > end)
    tb_tidy_csv_report (self, TB_TIDY_PERIOD_START, _("the period ends before it starts; expected its first day here"));
  if (text == NULL)
    return TB_PERIOD_UNDATED;

  for (gsize i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_clear_error (&error);
      if (tb_period_parse (text, years[i], &period, &error) && has_days (&period, start, end))
        {
          period.text = NULL;
          return period;
        }
    }
  if (g_error_matches (error, TB_PERIOD_ERROR, TB_PERIOD_ERROR_IMPOSSIBLE))
    tb_tidy_csv_report (self, TB_TIDY_PERIOD, "%s", error->message);

  return keep_text (self, text, start, end);
}

/* FALSE: there is none, or it is reported. */
static gboolean
read_number (TbTidyCsv    *self,
             TbTidyColumn  column,
             TbDecimal    *out_number,
             const char  **out_digits)
{
  gsize length;
  const char *text = tb_tidy_csv_get (self, column, &length);
  TbDecimalParse result = length > 0 ? tb_decimal_parse (text, length, out_number) : TB_DECIMAL_INVALID;

  if (length == 0)
    return FALSE;
  if (result == TB_DECIMAL_LONG && out_digits != NULL)
    *out_digits = tb_pool_intern_len (self->pool, text, length);
  if (result == TB_DECIMAL_EXACT || (result == TB_DECIMAL_LONG && out_digits != NULL))
    return TRUE;

  if (result == TB_DECIMAL_LONG)
    tb_tidy_csv_report (self, column, _("“%.*s” has too many digits; expected no more than 18 here"),
                        (int) MIN (length, 100), text);
  else
    tb_tidy_csv_report (self, column, _("“%.*s” is no number; expected one such as -1234.5"),
                        (int) MIN (length, 100), text);
  return FALSE;
}

/* Zeros behind the point come of the division and were not printed. */
static TbDecimal
divide (TbDecimal number,
        TbDecimal multiplier)
{
  TbDecimal quotient;

  if (tb_decimal_identical (multiplier, TB_DECIMAL_ONE) || !tb_decimal_quotient (number, multiplier, &quotient))
    return number;

  while (quotient.exponent < 0 && quotient.mantissa % 10 == 0 && quotient.mantissa != 0)
    {
      quotient.mantissa /= 10;
      quotient.exponent++;
    }
  if (quotient.mantissa == 0)
    quotient.exponent = 0;

  return quotient;
}

/* A full figure, as a number of the multiplier. */
static gboolean
read_figure (TbTidyCsv    *self,
             TbTidyColumn  column,
             TbDecimal     multiplier,
             TbDecimal    *out_number)
{
  TbDecimal number;

  if (!read_number (self, column, &number, NULL))
    return FALSE;

  *out_number = divide (number, multiplier);
  return TRUE;
}

static TbDecimal
read_multiplier (TbTidyCsv *self)
{
  TbDecimal multiplier = TB_DECIMAL_ONE;

  if (!read_number (self, TB_TIDY_MULTIPLIER, &multiplier, NULL))
    return TB_DECIMAL_ONE;
  if (multiplier.mantissa > 0)
    return multiplier;

  tb_tidy_csv_report (self, TB_TIDY_MULTIPLIER, _("the multiplier is not above 0; expected one such as 1 or 10000"));
  return TB_DECIMAL_ONE;
}

/* FALSE: there is none, or it is reported. */
static gboolean
read_word (TbTidyCsv          *self,
           TbTidyColumn        column,
           const TbVocabulary *vocabulary,
           int                *out_word)
{
  const char *text = tb_tidy_csv_intern (self, column);
  g_autoptr (GString) words = NULL;
  int word = text != NULL ? tb_vocabulary_find (vocabulary, text) : -1;

  if (text == NULL)
    return FALSE;
  if (word >= 0)
    {
      *out_word = word;
      return TRUE;
    }

  words = g_string_new (NULL);
  for (int i = 0; i < vocabulary->n; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", tb_vocabulary_spelling (vocabulary, i));
  tb_tidy_csv_report (self, column, _("found “%s”; expected one of: %s"), text, words->str);
  return FALSE;
}

/* P;B */
static guint32
read_status (TbTidyCsv *self)
{
  gsize length;
  const char *text = tb_tidy_csv_get (self, TB_TIDY_STATUS, &length);
  guint32 status = 0;

  for (gsize i = 0; i < length; i += 2)
    {
      guint32 letter = tb_status_from_letter (text[i]);

      if (letter == 0 || (i + 1 < length && text[i + 1] != ';') || i + 2 == length)
        {
          tb_tidy_csv_report (self, TB_TIDY_STATUS,
                              _("“%.*s” is no status; expected SDMX status codes with “;” between them, such as B;P"),
                              (int) MIN (length, 100), text);
          return 0;
        }
      status |= letter;
    }

  return status;
}

static const TbSource *
find_source (TbTidyCsv *self)
{
  const char *id = tb_tidy_csv_intern (self, TB_TIDY_SOURCE);
  const TbSource *source = id != NULL ? tb_catalog_find_source (self->catalog, id) : NULL;

  if (source != NULL || id == NULL)
    return source;
  if (tb_catalog_get_n_sources (self->catalog) < TB_LIMIT_SOURCES)
    return tb_catalog_add_source (self->catalog, id);

  tb_tidy_csv_report (self, TB_TIDY_SOURCE, _("there are more sources than can be told apart; expected at most %d"),
                      TB_LIMIT_SOURCES);
  return NULL;
}

static void
read_change (TbTidyCsv         *self,
             TbDecimal          multiplier,
             TbPublishedChange *change)
{
  gboolean has_kind, has_value;
  int kind;

  has_kind = read_word (self, TB_TIDY_PUBLISHED_CHANGE_KIND, &tb_change_kinds, &kind);
  if (has_kind)
    change->kind = (TbChangeKind) kind;
  has_value = read_figure (self, TB_TIDY_PUBLISHED_CHANGE,
                           has_kind && change->kind == TB_CHANGE_ON_YEAR_ABSOLUTE ? multiplier : TB_DECIMAL_ONE,
                           &change->value);
  change->given = has_kind && has_value;
  if (has_kind != has_value)
    tb_tidy_csv_report (self, TB_TIDY_PUBLISHED_CHANGE,
                        _("a change needs “published_change” and “published_change_kind”; expected both or neither"));
}

static void
read_note (TbTidyCsv *self,
           TbText    *note)
{
  const char *text = tb_tidy_csv_intern (self, TB_TIDY_NOTE);
  TbTextEntry *entry;

  if (text == NULL)
    return;
  /* One note is often that of many rows. */
  if (self->last_note.n_entries == 0 || self->last_note.entries->text != text)
    {
      entry = tb_pool_alloc0 (self->pool, sizeof *entry);
      entry->text = text;
      self->last_note = (TbText) { entry, 1 };
    }
  *note = self->last_note;
}

static void
read_value (TbTidyCsv          *self,
            TbObservation      *observation,
            TbObservationExtra *extra)
{
  gboolean is_plain = tb_decimal_identical (observation->multiplier, TB_DECIMAL_ONE);

  observation->has_value = read_number (self, TB_TIDY_VALUE, &observation->value, is_plain ? &extra->digits : NULL);
  if (observation->has_value)
    observation->value = divide (observation->value, observation->multiplier);
  extra->has_low = read_figure (self, TB_TIDY_LOW, observation->multiplier, &extra->low);
  extra->has_high = read_figure (self, TB_TIDY_HIGH, observation->multiplier, &extra->high);
  if (extra->has_low && extra->has_high && tb_decimal_compare (extra->low, extra->high) > 0)
    tb_tidy_csv_report (self, TB_TIDY_LOW, _("\"low\" is larger than \"high\"; expected it to be at most as large"));
}

static void
read_words (TbTidyCsv          *self,
            const TbSeriesInfo *info,
            TbObservation      *observation)
{
  int word;

  observation->basis = tb_measure_default_basis (info->measure, info->since);
  if (read_word (self, TB_TIDY_KIND, &tb_kinds, &word))
    observation->kind = (TbKind) word;
  if (read_word (self, TB_TIDY_QUALIFIER, &tb_qualifiers, &word))
    observation->qualifier = (TbQualifier) word;
  if (read_word (self, TB_TIDY_BASIS, &tb_bases, &word))
    observation->basis = (TbBasis) word;
}

/**
 * tb_tidy_csv_read_row:
 * @self: a reading, at a row
 * @info: of its series
 * @observation: (inout): all zero; gets what the row says
 * @extra: all zero; what few rows have
 *
 * Reads a row. What is wrong is reported.
 */
void
tb_tidy_csv_read_row (TbTidyCsv          *self,
                      const TbSeriesInfo *info,
                      TbObservation      *observation,
                      TbObservationExtra *extra)
{
  observation->period = read_period (self, info->year_start);
  observation->multiplier = read_multiplier (self);
  read_words (self, info, observation);
  read_value (self, observation, extra);
  observation->status = read_status (self);
  observation->source = find_source (self);
  read_change (self, observation->multiplier, &extra->change);
  extra->vintage = read_day (self, TB_TIDY_VINTAGE);
  read_note (self, &extra->note);
  extra->period_text = observation->period.text;
  if (extra->digits != NULL || extra->period_text != NULL || extra->has_low || extra->has_high || extra->vintage != 0
      || extra->change.given || extra->note.n_entries > 0)
    observation->extra = extra;
}
