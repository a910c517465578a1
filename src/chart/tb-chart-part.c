/* Parts of a chart's figures, for the panels of a page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-figures-private.h"

#include "tb-chart-derive.h"
#include "tb-chart-misfit.h"
#include "tb-chart-words.h"
#include "tb-chart-panel.h"
#include "tb-chart-round.h"

/**
 * tb_figures_new_part:
 * @whole: figures; must outlive the result
 * @tracks: which of its tracks
 * @n_tracks: how many
 *
 * Makes figures of some tracks, with a scale of numbers of their own. Data and
 * periods are those of @whole; texts, notes and legend are empty.
 *
 * Thread: any.
 *
 * Returns: (transfer full): the part
 */
TbFigures *
tb_figures_new_part (const TbFigures *whole,
                     const gsize     *tracks,
                     gsize            n_tracks)
{
  TbFigures *self = tb_figures_new_empty (whole->language, whole->type, whole->selection, n_tracks);

  self->bar_period = whole->bar_period;
  self->reference = whole->reference;
  self->known = whole->known;
  self->most_decimals = whole->most_decimals;
  for (gsize i = 0; i < n_tracks; i++)
    {
      self->tracks[i] = whole->tracks[tracks[i]];
      self->tracks[i].points = g_memdup2 (self->tracks[i].points, self->tracks[i].n_points * sizeof (TbChartPoint));
    }
  tb_figures_choose_scale (self);

  return self;
}

/* Whether the steps are sums and differences alone, whose digits were all printed. */
static gboolean
adds_up (const TbTransform *steps,
         gsize              n_steps)
{
  for (gsize i = 0; i < n_steps; i++)
    if (steps[i].kind == TB_TRANSFORM_PER_CAPITA || steps[i].kind > TB_TRANSFORM_CHANGE_ON_YEAR)
      return FALSE;

  return TRUE;
}

/* The computed figures as they are shown, as a dataset of their own. */
static TbSelection *
select_computed (const TbFigures *whole,
                 TbDerived       *derived,
                 gboolean         is_exact,
                 GError         **error)
{
  const TbSelectionQuery query = { .from = TB_PERIOD_UNDATED, .to = TB_PERIOD_UNDATED };
  g_autoptr (TbDataset) computed = tb_derived_to_dataset (&derived, 1, tb_selection_get_dataset (whole->selection));
  TbCatalog *catalog = tb_dataset_get_catalog (computed);
  g_autoptr (TbSeries) rounded = tb_chart_round_series (tb_dataset_get_series (computed, 0), derived, catalog,
                                                        is_exact);
  g_autoptr (TbDataset) shown = tb_dataset_new (tb_dataset_get_info (computed), catalog, &rounded, 1);

  return tb_selection_new (shown, &query, error);
}

/* Of each row of a track's series, whether the track shows it. */
static gboolean *
mark_rows (const TbTrack *track)
{
  gboolean *marks = g_new0 (gboolean, tb_series_get_n (track->series) + 1);

  for (gsize i = 0; i < track->n_points; i++)
    marks[track->points[i].row] = TRUE;

  return marks;
}

/* Whether a computed figure ends with one that @track shows. */
static gboolean
is_shown (const TbTrack  *track,
          const gboolean *marks,
          const TbPoint  *point)
{
  if (point->row >= 0)
    return marks[point->row];

  return track->n_points > 0 && point->period.start >= track->points[0].period.start &&
         point->period.end <= track->points[track->n_points - 1].period.end;
}

/* The rows that end with figures of @track; of their points the data are those of
 * the figures that they end with. */
static void
read_computed (TbFigures       *self,
               const TbTrack   *track,
               const TbDerived *derived)
{
  g_autoptr (GPtrArray) undated = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) changes_only = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) verbal = g_ptr_array_new_with_free_func (g_free);
  TbFiguresReading reading = { self, undated, changes_only, verbal, FALSE };
  const TbSelected *all = tb_selection_get (self->computed, 0);
  g_autofree gboolean *marks = mark_rows (track);
  guint32 *rows = g_new0 (guint32, all->n_rows + 1);
  TbTrack *computed = &self->tracks[0];
  gsize n_rows = 0;

  tb_figures_keep (self, (char *) rows);
  for (gsize i = 0; i < all->n_rows; i++)
    if (is_shown (track, marks, tb_derived_get (derived, all->rows[i])))
      rows[n_rows++] = all->rows[i];
  *computed = (TbTrack) { .series = all->series, .rows = rows, .n_rows = n_rows, .n_all = n_rows, .index = track->index,
                          .name = track->name, .hidden = track->hidden };
  tb_figures_choose_scale (self);
  tb_figures_read_track (&reading, computed);
  tb_figures_widen_lone_days (self);
  for (gsize i = 0; i < computed->n_points; i++)
    {
      TbChartPoint *point = &computed->points[i];
      int row = tb_derived_get (derived, (gsize) point->row)->row;

      point->datum = row >= 0 ? (TbDatum) { track->index, row } : TB_NO_DATUM;
      computed->longest = MAX (computed->longest, point->end - point->start);
    }
}

/* A rule's reason as a sentence. */
static void
take_reason (GError     **error,
             const char  *reason,
             TbLanguage   language)
{
  tb_chart_take_misfit (error, g_strconcat (reason, tb_chart_word (TB_WORD_END, language), NULL));
}

/**
 * tb_figures_new_transformed:
 * @whole: figures; must outlive the result
 * @track: which of its tracks
 * @steps: (array length=n_steps): what is computed
 * @n_steps: how many
 * @error: return location for an error
 *
 * Makes figures of what steps make of one track, with a scale of numbers of their
 * own. The steps are applied to all figures of the series, so that the first that
 * is shown has its base; what ends with a figure of the track is kept. Data of
 * points are those of the figures that they end with; their notes stand in the
 * extras of the track's series. Texts, notes and legend are empty.
 *
 * Missing: a refused figure is a gap.
 * Errors: %TB_CHART_ERROR_DATA where a step does not fit, or no figure comes of
 *   it: the rule and why, in the figure's language.
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): the part
 */
TbFigures *
tb_figures_new_transformed (const TbFigures   *whole,
                            gsize              track,
                            const TbTransform *steps,
                            gsize              n_steps,
                            GError           **error)
{
  g_autoptr (TbFigures) self = tb_figures_new_empty (whole->language, whole->type, whole->selection, 1);
  g_autoptr (TbDerived) derived = NULL;
  g_autoptr (GError) misfit = NULL;
  double low, high;

  derived = tb_transform_apply (whole->tracks[track].series, steps, n_steps, whole->known,
                                whole->reference, whole->language, &misfit);
  if (derived == NULL)
    {
      take_reason (error, misfit->message, whole->language);
      return NULL;
    }
  self->computed = select_computed (whole, derived, adds_up (steps, n_steps), error);
  if (self->computed == NULL)
    return NULL;
  read_computed (self, &whole->tracks[track], derived);
  if (!tb_figures_get_extent (self, &low, &high))
    {
      g_autofree char *reason = tb_chart_derived_dup_reason_of_none (derived, whole->language);

      take_reason (error, reason, whole->language);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * tb_canvas_for_part:
 * @self: the canvas of the page
 * @part: figures of one of its panels
 *
 * Returns: a canvas on the same page and scene; what it dropped is to be added to
 *   what @self did
 */
TbCanvas
tb_canvas_for_part (const TbCanvas  *self,
                    const TbFigures *part)
{
  TbCanvas canvas = *self;

  canvas.figures = part;
  canvas.n_dropped = 0;

  return canvas;
}
