/* The texts around a chart, made from its data: title, subtitle, source.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-figures-private.h"
#include "tb-chart-derive.h"
#include "tb-chart-units.h"
#include "tb-chart-words.h"
#include "tb-scale.h"

#include <math.h>
#include <string.h>

/* Indicators named in a made title; more would be a list, not a title. */
#define MOST_NAMES_IN_TITLE 3
#define LONGEST_LIST_IN_TITLE 44  /* letters; a Chinese character counts as two */

/* A moment stands for the last hours before it, months. */
#define SHORTEST_SPAN 0.01

/* Publishers named in the source line. */
#define MOST_SOURCES 4

static gboolean
holds_text (const GPtrArray *texts,
            const char      *text)
{
  for (guint i = 0; i < texts->len; i++)
    if (strcmp (g_ptr_array_index (texts, i), text) == 0)
      return TRUE;

  return FALSE;
}

/* The names of what is shown, each once. */
static GPtrArray *
list_indicators (const TbFigures *self)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < self->n_tracks; i++)
    {
      const TbSeriesInfo *info = tb_series_get_info (self->tracks[i].series);
      g_autofree char *name = tb_text_dup_marked (&info->indicator->name, self->language);

      if (!self->tracks[i].hidden && !holds_text (names, name))
        g_ptr_array_add (names, g_steal_pointer (&name));
    }

  return names;
}

static const TbDomain *
get_common_domain (const TbFigures *self)
{
  const TbDomain *domain = tb_series_get_info (self->tracks[0].series)->indicator->domain;

  for (gsize i = 1; i < self->n_tracks; i++)
    if (tb_series_get_info (self->tracks[i].series)->indicator->domain != domain)
      return NULL;

  return domain;
}

static guint
count_columns (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    n += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;

  return n;
}

static char *
make_title (const TbFigures *self)
{
  g_autoptr (GPtrArray) names = list_indicators (self);
  const TbDomain *domain = get_common_domain (self);

  if (names->len == 1 && self->n_tracks == 1)
    {
      /* A single series has no legend: what it is a part of stands in the title. */
      return tb_series_dup_name (self->tracks[0].series, self->language, FALSE);
    }
  if (names->len == 1)
    {
      g_autofree char *shared = tb_figures_dup_shared_name (self);

      return shared != NULL ? g_steal_pointer (&shared) : g_strdup (g_ptr_array_index (names, 0));
    }
  if (names->len <= MOST_NAMES_IN_TITLE)
    {
      g_autofree char *list = tb_chart_words_join (names, self->language);

      if (count_columns (list) <= LONGEST_LIST_IN_TITLE)
        return g_steal_pointer (&list);
    }
  if (domain != NULL)
    return tb_text_dup_marked (&domain->name, self->language);

  return tb_text_dup_marked (&tb_dataset_get_info (tb_selection_get_dataset (self->selection))->title, self->language);
}

static const TbPlace *
get_common_place (const TbFigures *self)
{
  const TbPlace *place = tb_series_get_info (self->tracks[0].series)->place;

  for (gsize i = 1; i < self->n_tracks; i++)
    if (tb_series_get_info (self->tracks[i].series)->place != place)
      return NULL;

  return place;
}

/* The reporting year that a moment lies in; @at: months from year 0. */
static int
find_year (double  at,
           guint16 year_start)
{
  int y, m, d;

  tb_day_split (tb_months_to_day (at), &y, &m, &d);

  return m * 100 + d < year_start ? y - 1 : y;
}

/* "FY 2019/20", or "2019" of the calendar; @bare: without the word that one of two does without. */
static char *
write_year (int        year,
            guint16    year_start,
            TbLanguage language,
            gboolean   bare)
{
  TbPeriod period;
  g_autofree char *whole = NULL;

  if (year_start == TB_CALENDAR_YEAR)
    return tb_chart_words_format (bare ? TB_WORD_YEAR_BARE : TB_WORD_YEAR, language, year);
  if (bare)
    return tb_chart_words_format (TB_WORD_FISCAL_BARE, language, year, (year + 1) % 100);
  if (!tb_period_from_number (TB_PERIOD_A, year, 1, year_start, &period))
    return g_strdup ("");

  return tb_period_label (period, language, TB_PERIOD_LABEL_FULL);
}

/* The years that are shown: of the axis, so reporting years where it has those. */
static char *
describe_years (const TbFigures *self,
                double           start,
                double           end,
                guint16          year_start)
{
  int first_year = find_year (start + SHORTEST_SPAN / 2, year_start);
  int last_year = find_year (end - SHORTEST_SPAN / 2, year_start);
  gboolean is_zh = self->language == TB_LANGUAGE_ZH;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (first_year == last_year)
    return write_year (last_year, year_start, self->language, FALSE);
  /* The word for a reporting year stands before it in English, after it in Chinese. */
  first = write_year (first_year, year_start, self->language, is_zh || year_start == TB_CALENDAR_YEAR);
  last = write_year (last_year, year_start, self->language, !is_zh);

  return tb_chart_words_format (TB_WORD_SPAN, self->language, first, last);
}

static char *
describe_span (const TbFigures *self)
{
  const TbChartPoint *only = NULL;
  gboolean several = FALSE;
  guint16 year_start = TB_CALENDAR_YEAR;
  double start = INFINITY;
  double end = -INFINITY;

  for (gsize i = 0; i < self->n_tracks; i++)
    for (gsize k = 0; k < self->tracks[i].n_points; k++)
      {
        const TbChartPoint *point = &self->tracks[i].points[k];

        several = several || (only != NULL && !tb_period_equal (only->period, point->period));
        only = point;
        start = MIN (start, point->start < point->end ? point->start : point->end - SHORTEST_SPAN);
        end = MAX (end, point->end);
        if (year_start == TB_CALENDAR_YEAR)
          year_start = tb_chart_find_year_start (point->period);
      }

  return several ? describe_years (self, start, end, year_start) : tb_figures_dup_when (self, only);
}

/* Whether the steps name the unit that they lead to: "in percent", "2005 = 100". */
static gboolean
says_unit (const TbFigures *self,
           const char      *steps)
{
  const TbUnit *unit = tb_series_get_info (self->tracks[0].series)->unit;
  g_autofree char *label = tb_unit_label (unit, "", self->language);

  if (steps[0] == '\0')
    return FALSE;

  return (label[0] != '\0' && strstr (steps, label) != NULL) ||
         (unit->kind == TB_UNIT_PERCENT && strstr (steps, tb_chart_word (TB_WORD_IN_PERCENT, self->language)) != NULL);
}

static char *
make_subtitle (const TbFigures         *self,
               const TbChartSpecFields *spec)
{
  GString *text = g_string_new (NULL);
  const TbPlace *place = get_common_place (self);
  g_autofree char *span = describe_span (self);
  g_autofree char *unit = tb_figures_dup_unit (self);
  g_autofree char *steps = spec->n_operations > 0 ? tb_chart_derived_dup_steps (self->selection, self->language)
                                                  : g_strdup ("");
  const char *comma = tb_chart_word (TB_WORD_COMMA, self->language);

  if (place != NULL)
    {
      g_autofree char *name = tb_text_dup_marked (&place->name, self->language);

      g_string_append (text, name);
    }
  if (span[0] != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? comma : "", span);
  /* F-1: what was done to the figures. */
  if (steps[0] != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? comma : "", steps);
  if (unit[0] != '\0' && !says_unit (self, steps))
    g_string_append_printf (text, "%s%s", text->len > 0 ? comma : "", unit);
  /* Words of ours begin with a capital, as "End 2020"; names and units stay as they are. */
  if (place == NULL && (span[0] != '\0' ? g_str_has_prefix (span, "end ") : steps[0] != '\0'))
    text->str[0] = g_ascii_toupper (text->str[0]);

  return g_string_free_and_steal (text);
}

/* One publisher with the days it published on. */
typedef struct
{
  char   *publisher;
  GArray *days;
} Publisher;

static void
free_publisher (gpointer data)
{
  Publisher *self = data;

  g_free (self->publisher);
  g_array_unref (self->days);
  g_free (self);
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  return *(const TbDay *) a - *(const TbDay *) b;
}

static void
add_source (GPtrArray      *publishers,
            const TbSource *source,
            TbLanguage      language)
{
  g_autofree char *name = tb_text_dup_marked (
      tb_text_is_empty (&source->publisher) ? &source->title : &source->publisher, language);
  Publisher *publisher = NULL;

  for (guint i = 0; i < publishers->len && publisher == NULL; i++)
    {
      Publisher *known = g_ptr_array_index (publishers, i);

      if (strcmp (known->publisher, name) == 0)
        publisher = known;
    }
  if (publisher == NULL)
    {
      publisher = g_new0 (Publisher, 1);
      publisher->publisher = g_steal_pointer (&name);
      publisher->days = g_array_new (FALSE, FALSE, sizeof (TbDay));
      g_ptr_array_add (publishers, publisher);
    }
  if (source->published == 0)
    return;
  for (guint i = 0; i < publisher->days->len; i++)
    if (g_array_index (publisher->days, TbDay, i) == source->published)
      return;
  g_array_append_val (publisher->days, source->published);
  g_array_sort (publisher->days, compare_days);
}

static gboolean
is_confirmation_of_drawn (const TbTrack       *track,
                          const TbObservation *observation)
{
  if (!observation->confirms)
    return FALSE;
  /* Of a long line not all points are there. */
  if (track->n_left_out != NULL && track->n_points > 0)
    return tb_period_compare (observation->period, track->points[0].period) >= 0 &&
           tb_period_compare (observation->period, track->points[track->n_points - 1].period) <= 0;
  for (gsize i = 0; i < track->n_points; i++)
    {
      const TbChartPoint *point = &track->points[i];

      if (point->kind == observation->kind && tb_period_equal (point->period, observation->period))
        return TRUE;
    }

  return FALSE;
}

static void
gather_source (const TbSource *source,
               GHashTable     *seen,
               GPtrArray      *publishers,
               TbLanguage      language)
{
  if (source == NULL || g_hash_table_contains (seen, source))
    return;
  g_hash_table_add (seen, (gpointer) source);
  add_source (publishers, source, language);
}

/* Sources of what is drawn; a figure that a second source confirms names both, if it was
 * out on the day whose knowledge is shown. */
static void
gather_sources (const TbTrack *track,
                GHashTable    *seen,
                GPtrArray     *publishers,
                TbDay          known,
                TbLanguage     language)
{
  TbObservation observation;

  for (gsize i = 0; i < track->n_points; i++)
    {
      tb_series_get (track->series, (gsize) track->points[i].row, &observation);
      gather_source (observation.source, seen, publishers, language);
    }
  for (gssize row = tb_series_find_related (track->series, 0); row >= 0;
       row = tb_series_find_related (track->series, (gsize) row + 1))
    {
      tb_series_get (track->series, (gsize) row, &observation);
      if (is_confirmation_of_drawn (track, &observation) &&
          (known == 0 || observation.source == NULL || observation.source->published <= known))
        gather_source (observation.source, seen, publishers, language);
    }
}

/* Chinese source lines date their papers in figures: 青岛日报，2021-08-16. */
static char *
write_day (TbDay      day,
           TbLanguage language)
{
  return language == TB_LANGUAGE_ZH ? tb_day_to_string (day) : tb_day_label (day, language);
}

static char *
describe_publisher (const Publisher *self,
                    TbLanguage       language)
{
  g_autofree char *first = NULL;
  g_autofree char *dates = NULL;

  if (self->days->len == 0)
    return g_strdup (self->publisher);
  first = write_day (g_array_index (self->days, TbDay, 0), language);
  if (self->days->len == 1)
    dates = g_steal_pointer (&first);
  else
    {
      g_autofree char *last = write_day (g_array_index (self->days, TbDay, self->days->len - 1), language);

      dates = self->days->len == 2 ? g_strconcat (first, language == TB_LANGUAGE_ZH ? "、" : " and ", last, NULL)
                                   : g_strdup_printf (language == TB_LANGUAGE_ZH ? "%s至%s" : "%s to %s", first, last);
    }

  return tb_chart_words_format (TB_WORD_SOURCE_DATED, language, self->publisher, dates);
}

/* D-8: of which day the figures are, where their sources do not say; and as of when they
 * were known, where that is asked for. */
static char *
append_data_date (const TbFigures *self,
                  const GPtrArray *publishers,
                  const char      *source)
{
  static const TbPhrase as_of = { { "%s; data as of %s", "%s；数据截至%s" } };
  static const TbPhrase as_known = { { "%s; as known on %s", "%s；按%s已公布的数据" } };
  g_autofree char *day = NULL;
  gboolean is_dated = self->known != 0;

  for (guint i = 0; i < publishers->len && !is_dated; i++)
    is_dated = ((const Publisher *) g_ptr_array_index (publishers, i))->days->len > 0;
  if (self->known == 0 && (is_dated || self->reference.updated == 0))
    return g_strdup (source);
  day = write_day (self->known != 0 ? self->known : self->reference.updated, self->language);

  return g_strdup_printf (self->known != 0 ? as_known.in[self->language] : as_of.in[self->language], source, day);
}

static char *
make_source (const TbFigures *self)
{
  g_autofree char *plain = NULL;
  g_autoptr (GPtrArray) publishers = g_ptr_array_new_with_free_func (free_publisher);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GString *text;
  g_autofree char *list = NULL;

  for (gsize i = 0; i < self->n_tracks; i++)
    gather_sources (&self->tracks[i], seen, publishers, self->known, self->language);
  if (publishers->len == 0)
    return g_strdup ("");

  text = g_string_new (NULL);
  for (guint i = 0; i < MIN (publishers->len, MOST_SOURCES); i++)
    {
      g_autofree char *one = describe_publisher (g_ptr_array_index (publishers, i), self->language);

      g_string_append_printf (text, "%s%s", i > 0 ? (self->language == TB_LANGUAGE_ZH ? "；" : "; ") : "", one);
    }
  list = g_string_free_and_steal (text);
  if (publishers->len > MOST_SOURCES)
    {
      char *longer = tb_chart_words_format (TB_WORD_SOURCES_MORE, self->language, list,
                                            (int) (publishers->len - MOST_SOURCES));

      g_free (list);
      list = longer;
    }

  plain = tb_chart_words_format (TB_WORD_SOURCE, self->language, list);

  return append_data_date (self, publishers, plain);
}

/**
 * tb_figures_write_texts:
 * @self: figures whose points were read
 * @spec: what to show: its own texts go before
 * @reading: what was met while they were read
 *
 * Writes title, subtitle, source and notes.
 */
void
tb_figures_write_texts (TbFigures               *self,
                        const TbChartSpecFields *spec,
                        const TbFiguresReading  *reading)
{
  self->title = tb_figures_keep (self, spec->title != NULL ? g_strdup (spec->title) : make_title (self));
  self->subtitle = tb_figures_keep (self,
                                    spec->subtitle != NULL ? g_strdup (spec->subtitle) : make_subtitle (self, spec));
  self->source = tb_figures_keep (self, spec->source != NULL ? g_strdup (spec->source) : make_source (self));
  if (spec->note != NULL)
    self->own_note = tb_figures_keep (self, g_strdup (spec->note));
  else
    tb_figures_write_notes (self, spec, reading);
}

/**
 * tb_figures_write_texts_again:
 * @self: figures, of which a type shows a part only
 * @spec: what to show
 *
 * Writes title, subtitle, source and notes for the points that are left; notes
 * that there are already come before the new ones.
 */
void
tb_figures_write_texts_again (TbFigures               *self,
                              const TbChartSpecFields *spec)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  TbFiguresReading reading = { self, nothing, nothing, nothing, FALSE };

  tb_figures_write_texts (self, spec, &reading);
}
