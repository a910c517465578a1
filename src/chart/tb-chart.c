/* Which types of chart fit which figures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart.h"

#include "tb-chart-derive.h"
#include "tb-chart-lanes.h"
#include "tb-chart-misfit.h"
#include "tb-chart-units.h"
#include "tb-chart-words.h"

/* More columns side by side in a period cannot be told apart. */
#define MOST_COLUMN_SERIES 6

/* Beyond the colours lines are grey, 1.2 units wide. So many over a plot of some
 * 400 units leave less than their own width between them: a grey field. */
#define MOST_LINE_SERIES 200

/* From so many figures in a series on a line reads better than columns. */
#define LINE_FROM 14

/* What a decision about types needs to know. */
typedef struct
{
  gsize    most_points;  /* actual figures of the longest series */
  gboolean joins;        /* two figures may be joined by a line */
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

static TbFigures *
read_figures (const TbSelection *selection,
              TbChartType        type,
              TbLanguage         language,
              GError           **error)
{
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;

  fields.language = language;
  fields.title = fields.subtitle = fields.source = fields.note = (char *) "";
  fields.type = type;

  return tb_figures_new (&fields, selection, error);
}

static Facts
gather_facts (const TbFigures *figures)
{
  Facts facts = { 0, FALSE };

  for (gsize i = 0; i < figures->n_tracks; i++)
    {
      const TbTrack *track = &figures->tracks[i];
      gsize n_actual = 0;

      for (gsize k = 0; k < track->n_points; k++)
        {
          n_actual += track->points[k].kind == TB_KIND_ACTUAL && !track->points[k].missing;
          facts.joins = facts.joins || (k > 0 && tb_chart_points_may_join (&track->points[k - 1], &track->points[k]));
        }
      facts.most_points = MAX (facts.most_points, n_actual);
    }

  return facts;
}

/* Whether spans lie in each other across series. Each figure is compared with
 * all series: to be asked only of as few series as columns can show. */
static gboolean
have_clash (const TbFigures *figures)
{
  return figures->n_tracks > 1 && tb_figures_lanes_clash (figures);
}

/* How many series have a figure in the period that is ranked. */
static gsize
count_ranked (const TbFigures *figures)
{
  gsize n = 0;

  for (gsize i = 0; i < figures->n_tracks; i++)
    n += figures->tracks[i].n_points > 0;

  return n;
}

/* What can be told from the number of series alone, before any figure is read. */
static char *
dup_misfit_of_number (TbChartType type,
                      gsize       n_series,
                      TbLanguage  language)
{
  if (n_series == 0)
    return g_strdup (tb_chart_word (TB_WORD_MISFIT_EMPTY, language));
  if (type == TB_CHART_SPARKLINE && n_series > 1)
    return g_strdup (tb_chart_word (TB_WORD_MISFIT_SEVERAL_FOR_SPARK, language));
  if (type == TB_CHART_LINE && n_series > MOST_LINE_SERIES)
    return tb_chart_words_format (TB_WORD_MISFIT_MANY_LINES, language, MOST_LINE_SERIES);
  if (type == TB_CHART_COLUMN && n_series > MOST_COLUMN_SERIES)
    return tb_chart_words_format (TB_WORD_MISFIT_MANY_SERIES, language, MOST_COLUMN_SERIES);

  return NULL;
}

/**
 * tb_chart_dup_misfit_of_selection:
 * @type: a type of chart
 * @selection: figures
 * @language: the reader's
 *
 * What can be told before any figure is read.
 *
 * Returns: (transfer full) (nullable): why the type does not fit
 */
char *
tb_chart_dup_misfit_of_selection (TbChartType        type,
                                  const TbSelection *selection,
                                  TbLanguage         language)
{
  char *misfit = dup_misfit_of_number (type, tb_selection_get_n (selection), language);
  const TbUnit *foreign;
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  if (misfit != NULL)
    return misfit;
  foreign = find_foreign_unit (selection);
  if (foreign == NULL)
    return NULL;

  tb_units_dup_names (tb_series_get_info (tb_selection_get (selection, 0)->series)->unit, foreign, language, &one, &other);

  return tb_chart_words_format (TB_WORD_MISFIT_UNITS, language, one, other);
}

/**
 * tb_chart_dup_misfit_of_figures:
 * @figures: what was read for a type
 *
 * Returns: (transfer full) (nullable): why the type of @figures does not fit them
 */
char *
tb_chart_dup_misfit_of_figures (const TbFigures *figures)
{
  TbLanguage language = figures->language;
  Facts facts;

  switch (figures->type)
    {
    case TB_CHART_LINE:
      facts = gather_facts (figures);
      if (facts.most_points < 2)
        return g_strdup (tb_chart_word (TB_WORD_MISFIT_ONE_POINT, language));
      return facts.joins ? NULL : g_strdup (tb_chart_word (TB_WORD_MISFIT_NEVER_JOINED, language));
    case TB_CHART_COLUMN:
      return have_clash (figures) ? g_strdup (tb_chart_word (TB_WORD_MISFIT_CLASH, language)) : NULL;
    case TB_CHART_BAR:
      return count_ranked (figures) < 2 ? g_strdup (tb_chart_word (TB_WORD_MISFIT_ONE_SERIES, language)) : NULL;
    case TB_CHART_SPARKLINE:
      return NULL;
    }

  return NULL;
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
  char *misfit = tb_chart_dup_misfit_of_selection (type, selection, language);
  g_autoptr (TbFigures) figures = NULL;
  g_autoptr (GError) error = NULL;

  if (misfit != NULL)
    return misfit;
  figures = read_figures (selection, type, language, &error);

  return figures == NULL ? g_strdup (error->message) : tb_chart_dup_misfit_of_figures (figures);
}

static gboolean
can_rank (const TbSelection *selection)
{
  g_autoptr (TbFigures) ranked = NULL;

  if (tb_selection_get_n (selection) < 2)
    return FALSE;
  ranked = read_figures (selection, TB_CHART_BAR, TB_LANGUAGE_EN, NULL);

  return ranked != NULL && count_ranked (ranked) > 1;
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
  gsize n = tb_selection_get_n (selection);
  g_autoptr (TbFigures) figures = NULL;
  Facts facts;

  if (n == 0 || find_foreign_unit (selection) != NULL)
    return TB_CHART_COLUMN;
  figures = read_figures (selection, TB_CHART_LINE, TB_LANGUAGE_EN, NULL);
  if (figures == NULL)
    return TB_CHART_COLUMN;

  facts = gather_facts (figures);
  if (facts.joins && n <= MOST_LINE_SERIES && (facts.most_points >= LINE_FROM || (n > 1 && facts.most_points > 3)))
    return TB_CHART_LINE;
  if ((facts.most_points <= 1 || n > MOST_COLUMN_SERIES || have_clash (figures)) && can_rank (selection))
    return TB_CHART_BAR;

  return TB_CHART_COLUMN;
}

/**
 * tb_chart_select:
 * @spec: what to show
 * @dataset: where from
 * @error: return location for an error
 *
 * Finds the figures that a spec speaks of; where it has steps, what they make of
 * them. Thread: any.
 *
 * Errors: those of tb_selection_new(); %TB_CHART_ERROR_DATA where no series is fit
 *   for the steps, with the rule that forbids them.
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

  if (fields->n_operations > 0)
    return tb_chart_derive (fields, dataset, error);

  return tb_selection_new (dataset, &query, error);
}
