/* Whether an observation of the sample says what a row of the table says, but
 * for the differences that are listed here with their reasons.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-fact-match.h"

#include <string.h>

/* One observation as it is compared with a row. */
typedef struct
{
  const TbSeriesInfo *series;
  TbObservation       seen;
} Candidate;

/* What the table could not hold, and the sample holds otherwise. */
typedef struct
{
  const char *indicator;
  const char *period;     /* as in the table; NULL for all */
  const char *reason;
} Difference;

static const Difference growths[] = {
  { "public-hospital-cost-growth-rate", NULL, "a growth rate, not a rate" },
  { "urban-complaints-decline", NULL, "a change, not a rate" },
  { "road-speed-gain", NULL, "a change, not a rate" },
  { "travel-time-cut", NULL, "a change, not a rate" },
};

static const Difference levelless[] = {
  { "urban-complaints-decline", NULL, "only the change is printed" },
  { "road-speed-gain", NULL, "only the change is printed" },
  { "travel-time-cut", NULL, "only the change is printed" },
};

static const Difference unstated[] = {
  { "case-haizhiyuan-testing-cost", "2022-08-09", "a yearly level told on a day is no flow of that day" },
  { "case-shangderong-rd-spend", "2022-08-09", "a yearly level told on a day is no flow of that day" },
};

static const Difference ranges[] = {
  { "spraying-drones-in-field", NULL, "30 to 40: the table has room for the lower end only" },
};

static const Difference started_later[] = {
  { "macau-weekly-flights", "2021-02", "from 3 February; the figure is of the month" },
};

static gboolean
is_listed (const Difference  *list,
           gsize              n,
           const char *const *row)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_equal (list[i].indicator, row[FACT_INDICATOR_ID])
        && (list[i].period == NULL || g_str_equal (list[i].period, row[FACT_PERIOD])))
      return TRUE;

  return FALSE;
}

#define IS_LISTED(list, row) is_listed (list, G_N_ELEMENTS (list), row)

static TbDecimal
to_decimal (const char *text)
{
  TbDecimal decimal;

  g_assert_cmpint (tb_decimal_parse (text, strlen (text), &decimal), ==, TB_DECIMAL_EXACT);

  return decimal;
}

static gboolean
same_text (const TbText *text,
           TbLanguage    language,
           const char   *expected)
{
  return g_strcmp0 (tb_text_find (text, language), expected) == 0;
}

static gboolean
same_name (GHashTable        *renames,
           const char *const *row,
           const Candidate   *candidate)
{
  const TbText *name = &candidate->series->indicator->name;
  const char *const *renamed = g_hash_table_lookup (renames, row[FACT_INDICATOR_ID]);

  if (renamed != NULL)
    return same_text (name, TB_LANGUAGE_ZH, renamed[1]) && same_text (name, TB_LANGUAGE_EN, renamed[2]);

  return same_text (name, TB_LANGUAGE_ZH, row[FACT_INDICATOR_ZH])
         && same_text (name, TB_LANGUAGE_EN, row[FACT_INDICATOR_EN]);
}

static gboolean
same_unit (const char *const *row,
           const Candidate   *candidate)
{
  return same_text (&candidate->series->unit->name, TB_LANGUAGE_ZH, row[FACT_UNIT_ZH])
         && same_text (&candidate->series->unit->name, TB_LANGUAGE_EN, row[FACT_UNIT_EN]);
}

static gboolean
same_value (const char *const *row,
            const Candidate   *candidate)
{
  const TbObservation *seen = &candidate->seen;

  if (IS_LISTED (levelless, row))
    return !seen->has_value && !tb_observation_is_range (seen);
  if (IS_LISTED (ranges, row))
    return !seen->has_value && tb_observation_is_range (seen)
           && tb_decimal_identical (seen->extra->low, to_decimal (row[FACT_VALUE]))
           && tb_decimal_identical (seen->extra->high, to_decimal ("40"));

  return seen->has_value && tb_decimal_identical (seen->value, to_decimal (row[FACT_VALUE]))
         && tb_decimal_compare (seen->multiplier, to_decimal (row[FACT_SCALE])) == 0;
}

/* "About" in the table covers both what is near and what is just below. */
static TbQualifier
qualifier_of (const char *const *row)
{
  if (IS_LISTED (ranges, row))
    return TB_QUALIFIER_EXACT;
  if (g_str_equal (row[FACT_QUALIFIER], "about")
      && (strstr (row[FACT_NOTE], "slightly below") != NULL || strstr (row[FACT_NOTE], "nearly") != NULL))
    return TB_QUALIFIER_NEARLY;

  return (TbQualifier) tb_vocabulary_find (&tb_qualifiers, row[FACT_QUALIFIER]);
}

/* Every rate is a ratio; durations, prices and policy parameters are levels. */
static TbMeasure
measure_of (const char *const *row,
            const Candidate   *candidate)
{
  if (candidate->series->indicator->is_parameter)
    return TB_MEASURE_STOCK;
  if (IS_LISTED (growths, row))
    return TB_MEASURE_GROWTH;
  if (IS_LISTED (unstated, row))
    return TB_MEASURE_UNSTATED;
  if (g_str_equal (row[FACT_MEASURE], "rate"))
    return TB_MEASURE_RATIO;

  return (TbMeasure) tb_vocabulary_find (&tb_measures, row[FACT_MEASURE]);
}

/* A running total says where it starts, or that the text does not. */
static gboolean
same_since (const char *const *row,
            const Candidate   *candidate)
{
  const TbSeriesInfo *series = candidate->series;
  g_autofree char *day = NULL;

  if (series->measure != TB_MEASURE_CUMULATIVE)
    return series->since == TB_SINCE_NONE;
  if (*row[FACT_PERIOD_START] == '\0' || g_str_equal (row[FACT_PERIOD_START], row[FACT_PERIOD_END]))
    return series->since == TB_SINCE_UNSTATED || series->since == TB_SINCE_INCEPTION;
  if (series->since != TB_SINCE_DATE)
    return FALSE;
  day = tb_day_to_string (series->since_day);

  return g_str_equal (day, row[FACT_PERIOD_START]);
}

/* A total since a date is as of its end; the table has no such basis for one
 * that lies within a year. */
static TbBasis
basis_of (const char *const *row,
          const Candidate   *candidate)
{
  if (IS_LISTED (unstated, row))
    return TB_BASIS_AS_OF;
  if (candidate->series->since == TB_SINCE_DATE && g_str_equal (row[FACT_BASIS], "year-to-date"))
    return TB_BASIS_AS_OF;

  return (TbBasis) tb_vocabulary_find (&tb_bases, row[FACT_BASIS]);
}

static gboolean
is_day (TbDay       day,
        const char *text)
{
  TbDay expected;

  if (*text == '\0')
    return TRUE;
  g_assert_true (tb_day_parse (text, &expected));

  return day == expected;
}

static gboolean
same_period (const char *const *row,
             const Candidate   *candidate)
{
  const TbPeriod *period = &candidate->seen.period;
  const TbObservationExtra *extra = candidate->seen.extra;
  TbPeriod expected;

  if (g_str_equal (row[FACT_PERIOD], "unspecified"))
    return period->kind == TB_PERIOD_NONE;
  g_assert_true (tb_period_parse (row[FACT_PERIOD], TB_CALENDAR_YEAR, &expected, NULL));
  if (!tb_period_equal (*period, expected))
    return FALSE;
  if (!is_day (period->end, row[FACT_PERIOD_END])
      && !(extra != NULL && is_day (extra->target.deadline, row[FACT_PERIOD_END])))
    return FALSE;

  /* A level has no start, a running total has it in its series. */
  return candidate->seen.basis == TB_BASIS_AS_OF || IS_LISTED (started_later, row)
         || is_day (period->start, row[FACT_PERIOD_START]);
}

/* What kind of change, and the base or place that the table puts into its name. */
static gboolean
same_change_kind (const TbPublishedChange *change,
                  const char              *text)
{
  static const struct
  {
    const char  *text;
    TbChangeKind kind;
    const char  *base;
    const char  *against;
  } kinds[] = {
    { "yoy-percent", TB_CHANGE_ON_YEAR_PERCENT, NULL, NULL },
    { "yoy-absolute", TB_CHANGE_ON_YEAR_ABSOLUTE, NULL, NULL },
    { "percent-base-unstated", TB_CHANGE_PERCENT_BASE_UNSTATED, NULL, NULL },
    { "vs-national-average-points", TB_CHANGE_POINTS, NULL, "china" },
    { "times-of-2000", TB_CHANGE_TIMES, "2000", NULL },
    { "times-of-1966/1978-total", TB_CHANGE_TIMES, "1966/1978", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].text, text))
      {
        TbPeriod base = TB_PERIOD_UNDATED;

        if (kinds[i].base != NULL)
          g_assert_true (tb_period_parse (kinds[i].base, TB_CALENDAR_YEAR, &base, NULL));

        return change->kind == kinds[i].kind
               && change->has_base == (kinds[i].base != NULL)
               && (kinds[i].base == NULL || tb_period_equal (change->base, base))
               && g_strcmp0 (change->against != NULL ? change->against->id : NULL, kinds[i].against) == 0;
      }
  g_assert_not_reached ();
}

static gboolean
same_change (const char *const *row,
             const Candidate   *candidate)
{
  const TbObservationExtra *extra = candidate->seen.extra;

  if (*row[FACT_CHANGE_KIND] == '\0')
    return extra == NULL || !extra->change.given;

  return extra != NULL && extra->change.given
         && tb_decimal_identical (extra->change.value, to_decimal (row[FACT_CHANGE_VALUE]))
         && same_change_kind (&extra->change, row[FACT_CHANGE_KIND]);
}

static gboolean
same_source (const char *const *row,
             const Candidate   *candidate)
{
  const TbSource *source = candidate->seen.source;
  g_autofree char *published = NULL;

  if (source == NULL || !g_str_equal (source->id, row[FACT_SOURCE_ID]))
    return FALSE;
  published = tb_day_to_string (source->published);

  return g_str_equal (published, row[FACT_PUBLISHED])
         && same_text (&source->publisher, TB_LANGUAGE_ZH, row[FACT_PUBLISHER]);
}

/* The article is a key that the format does not know, kept as it stands. */
static gboolean
same_article (const char *const *row,
              const Candidate   *candidate)
{
  const TbObservationExtra *extra = candidate->seen.extra;

  return extra != NULL && extra->unknown != NULL && strstr (extra->unknown, row[FACT_ARTICLE]) != NULL;
}

const char *
tb_fact_find_difference (const char *const   *row,
                         GHashTable          *renames,
                         const TbSeriesInfo  *series,
                         const TbObservation *observation)
{
  const Candidate candidate = { .series = series, .seen = *observation };

  if (series->place == NULL || !same_text (&series->place->name, TB_LANGUAGE_ZH, row[FACT_PLACE]))
    return "place";
  if (!same_source (row, &candidate))
    return "source";
  if ((int) observation->kind != tb_vocabulary_find (&tb_kinds, row[FACT_STATUS]))
    return "kind";
  if (!same_period (row, &candidate))
    return "period";
  if (!same_value (row, &candidate))
    return "value or multiplier";
  if (!same_unit (row, &candidate))
    return "unit";
  if (observation->qualifier != qualifier_of (row))
    return "qualifier";
  if (series->measure != measure_of (row, &candidate))
    return "measure";
  if (!same_since (row, &candidate))
    return "since";
  if (observation->basis != basis_of (row, &candidate))
    return "basis";
  if (!same_change (row, &candidate))
    return "published change";
  if (!same_article (row, &candidate))
    return "article";
  if (series->indicator->domain == NULL || !g_str_equal (series->indicator->domain->id, row[FACT_DOMAIN]))
    return "domain";

  return same_name (renames, row, &candidate) ? NULL : "name";
}
