/* Which types of chart fit which figures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart.h"

#include "tb-chart-derive.h"
#include "tb-chart-lanes.h"
#include "tb-chart-misfit.h"
#include "tb-chart-stack.h"
#include "tb-chart-hidden.h"
#include "tb-chart-type.h"
#include "tb-chart-units.h"
#include "tb-chart-words.h"
#include "tb-decoration-private.h"

/* From so many figures in a series on a line reads better than columns. */
#define LINE_FROM 14

/* Of a series in any type but a line. */
#define MOST_FIGURES 20000

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

/* Without the texts that cost most to write. */
static TbChartSpecFields
make_fields (TbChartType type,
             TbLanguage  language)
{
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;

  fields.language = language;
  fields.title = fields.subtitle = fields.source = fields.note = (char *) "";
  fields.type = type;

  return fields;
}

static TbFigures *
read_figures (const TbSelection *selection,
              TbChartType        type)
{
  TbChartSpecFields fields = make_fields (type, TB_LANGUAGE_EN);

  return tb_figures_new (&fields, selection, NULL);
}

/* What can be told from the number of series alone, before any figure is read. */
static char *
dup_misfit_of_number (TbChartType type,
                      gsize       n_series,
                      TbLanguage  language)
{
  gsize most = tb_chart_type_get_class (type)->most_series;

  if (n_series == 0)
    return g_strdup (tb_chart_word (TB_WORD_MISFIT_EMPTY, language));
  if (most == 0 || n_series <= most)
    return NULL;
  if (most == 1)
    return g_strdup (tb_chart_word (TB_WORD_MISFIT_SEVERAL_FOR_SPARK, language));

  return tb_chart_words_format (TB_WORD_MISFIT_MANY_SERIES, language,
                                tb_chart_type_get_class (type)->title.in[language], (int) most);
}

/* Marks of so many figures would be thinner than any ink. */
static char *
dup_misfit_of_length (TbChartType        type,
                      const TbSelection *selection,
                      TbLanguage         language)
{
  static const TbPhrase too_long = { { "A series has more than 20,000 figures: only a line shows so many.",
                                       "有序列的数值超过2万个，只有折线图能够呈现。" } };

  if (tb_chart_type_get_class (type)->thins)
    return NULL;
  for (gsize i = 0; i < tb_selection_get_n (selection); i++)
    if (tb_selection_get (selection, i)->n_rows > MOST_FIGURES)
      return g_strdup (too_long.in[language]);

  return NULL;
}

/**
 * tb_chart_takes_decoration:
 * @type: a type of chart
 * @kind: what is added to it
 *
 * Thread: any.
 *
 * Returns: whether the type has a place for it; else its notes tell that it is not drawn
 */
gboolean
tb_chart_takes_decoration (TbChartType      type,
                           TbDecorationKind kind)
{
  return (tb_decorations_get_places (type) & 1u << kind) != 0;
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

  if (misfit == NULL)
    misfit = dup_misfit_of_length (type, selection, language);
  if (misfit != NULL || tb_chart_type_get_class (type)->many_units)
    return misfit;
  foreign = find_foreign_unit (selection);
  if (foreign == NULL)
    return NULL;

  tb_units_dup_names (tb_series_get_info (tb_selection_get (selection, 0)->series)->unit, foreign, language, &one,
                      &other);

  return tb_chart_words_format (TB_WORD_MISFIT_UNITS, language, one, other);
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
  const TbChartTypeClass *klass = tb_chart_type_get_class (type);
  TbChartSpecFields fields = make_fields (type, language);
  char *misfit = tb_chart_dup_misfit_of_selection (type, selection, language);
  g_autoptr (TbFigures) figures = NULL;
  g_autoptr (GError) error = NULL;
  gpointer content;

  if (misfit != NULL)
    return misfit;
  fields.known = tb_selection_get_known (selection);
  figures = tb_figures_new (&fields, selection, &error);
  content = figures != NULL ? klass->new_content (figures, &fields, &error) : NULL;
  if (content == NULL)
    return g_strdup (error->message);
  if (klass->free_content != NULL)
    klass->free_content (content);

  return NULL;
}

static gboolean
can_rank (const TbSelection *selection)
{
  g_autoptr (TbFigures) ranked = NULL;

  if (tb_selection_get_n (selection) < 2)
    return FALSE;
  ranked = read_figures (selection, TB_CHART_BAR);

  return ranked != NULL && tb_figures_count_ranked (ranked) > 1;
}

/* Each of several series has one figure and a target to it. */
static gboolean
are_aims (const TbFigures *figures)
{
  for (gsize i = 0; i < figures->n_tracks; i++)
    {
      const TbTrack *track = &figures->tracks[i];
      gsize n_aims = 0;
      gsize n_others = 0;

      for (gsize k = 0; k < track->n_points; k++)
        {
          n_aims += tb_chart_point_is_reference (&track->points[k]) && !track->points[k].missing;
          n_others += !tb_chart_point_is_reference (&track->points[k]) && !track->points[k].missing;
        }
      if (n_aims == 0 || n_others != 1)
        return FALSE;
    }

  return figures->n_tracks > 1;
}

/* All parts of a whole over a few periods, which leave nothing of it. */
static gboolean
are_parts (const TbSelection *selection)
{
  TbChartSpecFields fields = make_fields (TB_CHART_STACKED, TB_LANGUAGE_EN);
  g_autoptr (TbFigures) figures = read_figures (selection, TB_CHART_STACKED);
  TbStack *stack = figures != NULL ? tb_type_stacked.new_content (figures, &fields, NULL) : NULL;
  gboolean all;

  if (stack == NULL)
    return FALSE;
  all = stack->whole != NULL && !stack->has_other && stack->n_columns > 1 && stack->n_columns < LINE_FROM;
  tb_type_stacked.free_content (stack);

  return all;
}

static gboolean
fits (TbChartType        type,
      const TbSelection *selection)
{
  g_autofree char *misfit = tb_chart_dup_misfit (type, selection, TB_LANGUAGE_EN);

  return misfit == NULL;
}

/**
 * tb_chart_suggest:
 * @selection: figures
 *
 * Chooses the type that suits figures best: bullets where each of several series
 * has one figure and its target; small multiples for several units; stacked columns
 * for all parts of a whole over a few periods; a line where one may be drawn and
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
  TbLineFacts facts;

  if (n == 0)
    return TB_CHART_COLUMN;
  figures = read_figures (selection, TB_CHART_LINE);
  if (figures == NULL)
    return TB_CHART_COLUMN;

  if (are_aims (figures) && fits (TB_CHART_BULLET, selection))
    return TB_CHART_BULLET;
  if (find_foreign_unit (selection) != NULL)
    return fits (TB_CHART_SMALL_MULTIPLES, selection) ? TB_CHART_SMALL_MULTIPLES : TB_CHART_COLUMN;
  if (n > 1 && are_parts (selection))
    return TB_CHART_STACKED;
  facts = tb_figures_get_line_facts (figures);
  if (facts.joins && n <= tb_type_line.most_series
      && (facts.most_points >= LINE_FROM || (n > 1 && facts.most_points > 3)))
    return TB_CHART_LINE;
  /* What is left of a ranking beside a whole may be one row. */
  if ((facts.most_points <= 1 || n > tb_type_column.most_series || tb_figures_lanes_clash (figures))
      && can_rank (selection) && (n > tb_type_column.most_series || fits (TB_CHART_BAR, selection)))
    return TB_CHART_BAR;

  return TB_CHART_COLUMN;
}

/* Series that are switched off keep the colours and the panels of the others as they were.
 * Of more, it is what is left that has to fit a type. */
#define FEW_SERIES 8

/**
 * tb_chart_select_shown:
 * @spec: what to show
 * @selection: its figures, with all series
 *
 * Leaves out what is switched off, where there are many series.
 *
 * Thread: any.
 *
 * Returns: (transfer full): the selection itself, or one of those that are shown; all of them
 *   where none would be
 */
TbSelection *
tb_chart_select_shown (const TbChartSpec *spec,
                       TbSelection       *selection)
{
  g_autoptr (GHashTable) hidden = tb_chart_hidden_new (tb_chart_spec_get (spec));
  gsize n = tb_selection_get_n (selection), n_shown = 0;
  g_autofree guint32 *shown = NULL;

  if (hidden == NULL || n <= FEW_SERIES)
    return tb_selection_ref (selection);

  shown = g_new (guint32, n);
  for (gsize i = 0; i < n; i++)
    if (!tb_chart_hidden_has (hidden, tb_selection_get (selection, i)->series))
      shown[n_shown++] = (guint32) i;

  return n_shown == 0 || n_shown == n ? tb_selection_ref (selection)
                                      : tb_selection_new_of (selection, shown, n_shown);
}

/**
 * tb_chart_select:
 * @spec: what to show
 * @dataset: where from
 * @error: return location for an error
 *
 * Finds the figures that a spec speaks of, as they were known on its day; where it
 * has steps, what they make of them. Thread: any.
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
    .known = fields->known,
  };

  g_autoptr (TbSelection) all = fields->n_operations > 0 ? tb_chart_derive (fields, dataset, error)
                                                         : tb_selection_new (dataset, &query, error);

  return all != NULL ? tb_chart_select_shown (spec, all) : NULL;
}
