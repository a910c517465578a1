/* The periods that the inspector offers, and whether they may be compared.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-inspector-periods.h"

#include "tb-proposal.h"

#include <glib/gi18n-lib.h>

static int
compare_latest_first (gconstpointer a,
                      gconstpointer b)
{
  return tb_period_compare (*(const TbPeriod *) b, *(const TbPeriod *) a);
}

static gboolean
is_meant (TbKind             kind,
          TbInspectorPeriods which)
{
  gboolean is_aim = kind == TB_KIND_TARGET || kind == TB_KIND_PLAN;

  return which == TB_PERIODS_AIMED_AT ? is_aim : kind == TB_KIND_ACTUAL;
}

static void
add_periods (GArray             *periods,
             const TbSelected   *selected,
             TbInspectorPeriods  which)
{
  for (gsize i = 0; i < selected->n_rows; i++)
    {
      TbObservation o;

      tb_series_get (selected->series, selected->rows[i], &o);
      if (!tb_period_is_dated (o.period) || !is_meant (o.kind, which))
        continue;
      /* Dated periods need no text. */
      o.period.text = NULL;
      g_array_append_val (periods, o.period);
    }
}

GArray *
tb_inspector_periods_list (const TbSelection  *selection,
                           TbInspectorPeriods  which)
{
  GArray *periods = g_array_new (FALSE, FALSE, sizeof (TbPeriod));
  guint n = 0;

  for (gsize i = 0; selection != NULL && i < tb_selection_get_n (selection); i++)
    add_periods (periods, tb_selection_get (selection, i), which);
  g_array_sort (periods, compare_latest_first);
  for (guint i = 0; i < periods->len; i++)
    if (n == 0 || !tb_period_equal (g_array_index (periods, TbPeriod, n - 1), g_array_index (periods, TbPeriod, i)))
      g_array_index (periods, TbPeriod, n++) = g_array_index (periods, TbPeriod, i);
  g_array_set_size (periods, n);
  return periods;
}

gboolean
tb_inspector_periods_are_yearly (const GArray *periods)
{
  for (guint i = 1; i < periods->len; i++)
    {
      TbPeriod before = g_array_index (periods, TbPeriod, i - 1);
      TbPeriod period = g_array_index (periods, TbPeriod, i);
      int y, m, d, y_before, m_before, d_before;

      tb_day_split (period.end, &y, &m, &d);
      tb_day_split (before.end, &y_before, &m_before, &d_before);
      if (m != m_before || d != d_before || !tb_period_same_duration (before, period))
        return FALSE;
    }
  return periods->len > 0;
}

guint
tb_inspector_periods_find_kinds (const TbSelection *selection)
{
  guint kinds = 0;

  for (gsize i = 0; selection != NULL && i < tb_selection_get_n (selection); i++)
    {
      const TbSelected *selected = tb_selection_get (selection, i);

      for (gsize k = 0; k < selected->n_rows; k++)
        {
          TbObservation o;

          tb_series_get (selected->series, selected->rows[k], &o);
          kinds |= 1u << o.kind;
        }
    }
  return kinds;
}

static void
clear_period (gpointer data)
{
  TbInspectorPeriod *self = data;

  g_free (self->reason);
  g_free (self->remark);
}

static const char *
get_remark (TbProposalKind kind)
{
  switch (kind)
    {
    case TB_PROPOSAL_YEAR_EARLIER:
      /* Translators: of a period that another one can be compared with */
      return _("Same period a year earlier");
    case TB_PROPOSAL_YEAR_END:
      return _("End of the year before");
    case TB_PROPOSAL_PREVIOUS:
      return _("The period just before");
    case TB_PROPOSAL_EARLIER:
      return _("The nearest earlier period");
    }
  return NULL;
}

/* The figure of a period that is shown. */
static TbFigure
find_figure (const TbChartPicture *picture,
             gsize                 i,
             TbPeriod              period)
{
  return tb_known_find (tb_selection_get (picture->selection, i)->series, period, TB_KIND_ACTUAL,
                        tb_chart_spec_get (picture->spec)->known);
}

/* The rules' own proposals for the first series that has a figure. */
static void
mark_proposals (const TbChartPicture *picture,
                TbPeriod              current,
                TbReference           reference,
                GArray               *bases)
{
  TbProposal proposals[TB_MAX_PROPOSALS];
  TbFigure figure = { NULL, 0 };
  guint n;

  for (gsize i = 0; figure.series == NULL && i < tb_selection_get_n (picture->selection); i++)
    figure = find_figure (picture, i, current);
  if (figure.series == NULL)
    return;
  n = tb_proposal_list (tb_selection_get_dataset (picture->selection), figure, tb_chart_spec_get (picture->spec)->known,
                        reference, proposals);
  for (guint k = 0; k < n; k++)
    {
      TbPeriod period = tb_series_get_period (proposals[k].base.series, proposals[k].base.row);

      for (guint i = 0; i < bases->len; i++)
        {
          TbInspectorPeriod *base = &g_array_index (bases, TbInspectorPeriod, i);

          if (!tb_period_equal (base->period, period) || base->is_proposed)
            continue;
          base->is_proposed = TRUE;
          base->remark = g_strdup (get_remark (proposals[k].kind));
        }
    }
}

/* NULL where the rules let some series through. */
static char *
dup_refusal (const TbChartPicture *picture,
             TbPeriod              base,
             TbPeriod              current,
             TbReference           reference)
{
  TbLanguage language = tb_chart_spec_get (picture->spec)->language;
  g_autofree char *reason = NULL;

  for (gsize i = 0; i < tb_selection_get_n (picture->selection); i++)
    {
      TbFigure from = find_figure (picture, i, base);
      TbFigure to = find_figure (picture, i, current);
      TbVerdict verdict;

      if (from.series == NULL || to.series == NULL)
        continue;
      verdict = tb_verdict_change (from, to, reference);
      if (verdict.kind != TB_VERDICT_INVALID)
        return NULL;
      if (reason == NULL)
        reason = tb_verdict_dup_text (&verdict, from, to, reference, language);
    }
  if (reason == NULL)
    reason = g_strdup (_("No series has figures for both periods"));
  return tb_inspector_dup_reason (reason);
}

static int
compare_bases (gconstpointer a,
               gconstpointer b)
{
  const TbInspectorPeriod *first = a;
  const TbInspectorPeriod *second = b;

  if (first->is_proposed != second->is_proposed)
    return second->is_proposed - first->is_proposed;
  return tb_period_compare (second->period, first->period);
}

/**
 * tb_inspector_periods_weigh:
 * @picture: what is shown
 * @periods: of its figures, latest first
 * @wording: what it says: which period is the current one
 * @cancellable: stops it
 *
 * Lists the earlier periods that the current one may be compared with, and those
 * that it may not, with the reason. Thread: any. Cost: O(periods × series).
 *
 * Returns: (transfer full) (element-type TbInspectorPeriod): the periods
 */
GArray *
tb_inspector_periods_weigh (const TbChartPicture *picture,
                            const GArray         *periods,
                            const TbChartWording *wording,
                            GCancellable         *cancellable)
{
  const TbChartSpecFields *fields = tb_chart_spec_get (picture->spec);
  GArray *bases = g_array_new (FALSE, TRUE, sizeof (TbInspectorPeriod));
  TbPeriod current = tb_period_is_dated (fields->current) ? fields->current : wording->current;
  TbReference reference;

  g_array_set_clear_func (bases, clear_period);
  if (periods->len == 0)
    return bases;
  if (!tb_period_is_dated (current))
    current = g_array_index (periods, TbPeriod, 0);
  reference = TB_REFERENCE_OF (tb_selection_get_dataset (picture->selection));
  reference.as_of = fields->as_of;
  for (guint i = 0; i < periods->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      TbInspectorPeriod base = { .period = g_array_index (periods, TbPeriod, i) };

      if (tb_period_compare (base.period, current) >= 0)
        continue;
      base.reason = dup_refusal (picture, base.period, current, reference);
      g_array_append_val (bases, base);
    }
  mark_proposals (picture, current, reference, bases);
  g_array_sort (bases, compare_bases);
  return bases;
}
