/* Which types of chart fit which figures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart.h"

#include "tb-chart-figures.h"
#include "tb-chart-lanes.h"
#include "tb-chart-units.h"
#include "tb-chart-words.h"

/* More columns side by side in a period cannot be told apart. */
#define MOST_COLUMN_SERIES 6

/* From so many figures in a series on a line reads better than columns. */
#define LINE_FROM 14

/* What a decision about types needs to know. */
typedef struct
{
  gsize n_series;
  gsize n_with_points;    /* series with a drawn figure */
  gsize most_points;      /* actual figures of the longest series */
  gsize n_in_same_period; /* series that have a figure in the best common period */
  gboolean clash;         /* spans lie in each other across series */
  gboolean joins;         /* two figures may be joined by a line */
  char *nothing;          /* why there is nothing to draw, nullable */
} Facts;

static const TbUnit *
find_foreign_unit (const TbSelection *selection)
{
  const TbUnit *first = tb_series_get_info (tb_selection_get (selection, 0)->series)->unit;

  for (gsize i = 1; i < tb_selection_get_n (selection); i++)
    {
      const TbUnit *unit = tb_series_get_info (tb_selection_get (selection, i)->series)->unit;

      if (!tb_units_share_axis (first, unit))
        return unit;
    }

  return NULL;
}

static Facts
gather_facts (const TbSelection *selection,
              TbLanguage         language)
{
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;
  Facts facts = { .n_series = tb_selection_get_n (selection) };
  g_autoptr (TbFigures) figures = NULL;
  g_autoptr (TbFigures) ranked = NULL;
  g_autoptr (GError) error = NULL;

  fields.language = language;
  fields.title = fields.subtitle = fields.source = fields.note = (char *) "";
  fields.type = TB_CHART_LINE;
  figures = tb_figures_new (&fields, selection, &error);
  if (figures == NULL)
    {
      facts.nothing = g_strdup (error->message);
      return facts;
    }
  for (gsize i = 0; i < figures->n_tracks; i++)
    {
      const TbTrack *track = &figures->tracks[i];
      gsize n_actual = 0;
      gsize n_points = 0;

      for (gsize k = 0; k < track->n_points; k++)
        {
          n_actual += track->points[k].kind == TB_KIND_ACTUAL && !track->points[k].missing;
          n_points += !track->points[k].missing;
          facts.joins = facts.joins || (k > 0 && tb_points_may_join (&track->points[k - 1], &track->points[k]));
        }
      facts.most_points = MAX (facts.most_points, n_actual);
      facts.n_with_points += n_points > 0;
    }
  if (facts.n_series < 2)
    return facts;
  facts.clash = tb_figures_lanes_clash (figures);
  fields.type = TB_CHART_BAR;
  ranked = tb_figures_new (&fields, selection, NULL);
  for (gsize i = 0; ranked != NULL && i < ranked->n_tracks; i++)
    facts.n_in_same_period += ranked->tracks[i].n_points > 0;

  return facts;
}

/**
 * tb_chart_dup_misfit:
 * @type: a type of chart
 * @selection: figures
 * @language: the reader's
 *
 * Tells why a type does not fit figures. Window and command line share it.
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): the reason in a sentence; %NULL where it fits
 */
char *
tb_chart_dup_misfit (TbChartType        type,
                     const TbSelection *selection,
                     TbLanguage         language)
{
  const TbUnit *foreign;
  Facts facts;

  if (tb_selection_get_n (selection) == 0)
    return g_strdup (tb_chart_word (TB_WORD_MISFIT_EMPTY, language));
  if (type == TB_CHART_SPARKLINE && tb_selection_get_n (selection) > 1)
    return g_strdup (tb_chart_word (TB_WORD_MISFIT_SEVERAL_FOR_SPARK, language));
  foreign = find_foreign_unit (selection);
  if (foreign != NULL)
    {
      const TbUnit *first = tb_series_get_info (tb_selection_get (selection, 0)->series)->unit;
      g_autofree char *one = NULL;
      g_autofree char *other = NULL;

      tb_units_dup_names (first, foreign, language, &one, &other);

      return tb_chart_words_format (TB_WORD_MISFIT_UNITS, language, one, other);
    }

  facts = gather_facts (selection, language);
  if (facts.nothing != NULL)
    return facts.nothing;
  if (facts.n_with_points == 0)
    return g_strdup (tb_chart_word (TB_WORD_MISFIT_NO_DATED, language));
  switch (type)
    {
    case TB_CHART_LINE:
      if (facts.most_points < 2)
        return g_strdup (tb_chart_word (TB_WORD_MISFIT_ONE_POINT, language));
      return facts.joins ? NULL : g_strdup (tb_chart_word (TB_WORD_MISFIT_NEVER_JOINED, language));
    case TB_CHART_COLUMN:
      if (facts.n_series > MOST_COLUMN_SERIES)
        return tb_chart_words_format (TB_WORD_MISFIT_MANY_SERIES, language, MOST_COLUMN_SERIES);
      return facts.clash ? g_strdup (tb_chart_word (TB_WORD_MISFIT_CLASH, language)) : NULL;
    case TB_CHART_BAR:
      return facts.n_in_same_period < 2 ? g_strdup (tb_chart_word (TB_WORD_MISFIT_ONE_SERIES, language)) : NULL;
    case TB_CHART_SPARKLINE:
      return NULL;
    }

  return NULL;
}

/**
 * tb_chart_suggest:
 * @selection: figures
 *
 * Chooses the type that suits figures best: a line where one may be drawn and
 * there are many figures or several series over time; a ranking for many series
 * of one period; else columns. Thread: any.
 *
 * Returns: the type
 */
TbChartType
tb_chart_suggest (const TbSelection *selection)
{
  Facts facts;

  if (tb_selection_get_n (selection) == 0 || find_foreign_unit (selection) != NULL)
    return TB_CHART_COLUMN;

  facts = gather_facts (selection, TB_LANGUAGE_EN);
  g_free (facts.nothing);
  if (facts.joins && (facts.most_points >= LINE_FROM || (facts.n_series > 1 && facts.most_points > 3)))
    return TB_CHART_LINE;
  if (facts.n_in_same_period > 1 && (facts.most_points <= 1 || facts.clash || facts.n_series > MOST_COLUMN_SERIES))
    return TB_CHART_BAR;

  return TB_CHART_COLUMN;
}

/**
 * tb_chart_select:
 * @spec: what to show
 * @dataset: where from
 * @error: return location for an error
 *
 * Finds the figures that a spec speaks of. Thread: any.
 *
 * Errors: those of tb_selection_new().
 *
 * Returns: (transfer full) (nullable): the selection
 */
TbSelection *
tb_chart_select (const TbChartSpec *spec,
                 TbDataset         *dataset,
                 GError           **error)
{
  const TbChartSpecFields *fields = tb_chart_spec_get (spec);
  TbSelectionQuery query = {
    .indicators = (const char *const *) fields->indicators,
    .place = fields->place,
    .from = fields->from,
    .to = fields->to,
    .kinds = fields->kinds,
  };

  return tb_selection_new (dataset, &query, error);
}
