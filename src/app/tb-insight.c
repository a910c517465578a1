/* What a selection of figures says: how the latest ones changed, and how they
 * stand to their targets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-insight.h"

#include "tb-chart-hidden.h"
#include "tb-figure-text.h"
#include "tb-proposal.h"
#include "tb-standing.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More series than this would say more than is read. */
#define MAX_SERIES 3

typedef struct
{
  const TbDataset *dataset;
  const char      *shown;     /* what the figure says, without spaces */
  TbLanguage       language;
} Writer;

static gboolean
is_later (TbFigure             latest,
          const TbObservation *o)
{
  TbObservation before;

  if (latest.series == NULL)
    return TRUE;
  tb_series_get (latest.series, latest.row, &before);
  /* Results before intentions, dates before none; then the later period. */
  if ((o->kind == TB_KIND_ACTUAL) != (before.kind == TB_KIND_ACTUAL))
    return o->kind == TB_KIND_ACTUAL;
  if (tb_period_is_dated (o->period) != tb_period_is_dated (before.period))
    return tb_period_is_dated (o->period);
  return tb_period_compare (o->period, before.period) >= 0;
}

/* The latest observed figure with a date; without one, the latest of all. FALSE:
 * there are no rows. */
static gboolean
find_latest (const TbSelected *selected,
             TbFigure         *out_figure)
{
  *out_figure = (TbFigure) { NULL, 0 };
  for (gsize i = 0; i < selected->n_rows; i++)
    {
      TbObservation o;

      tb_series_get (selected->series, selected->rows[i], &o);
      if (is_later (*out_figure, &o))
        *out_figure = (TbFigure) { selected->series, selected->rows[i] };
    }
  return out_figure->series != NULL;
}

/* "H1 2021", with the indicator's name where there are several. */
static char *
dup_subject (TbFigure    figure,
             const char *name,
             TbLanguage  language)
{
  TbPeriod period = tb_series_get_period (figure.series, figure.row);
  g_autofree char *label = NULL;

  if (period.kind != TB_PERIOD_NONE)
    label = tb_period_label (period, language, TB_PERIOD_LABEL_FULL);
  else
    /* Translators: in place of a period */
    label = g_strdup (_("The figure"));
  if (name == NULL)
    return g_steal_pointer (&label);
  /* Translators: an indicator and a period */
  return g_strdup_printf (_("%s, %s"), name, label);
}

/* "H1 2021: up 23.3% year on year" */
static void
append_change (GString      *text,
               const Writer *writer,
               TbFigure      figure,
               const char   *name)
{
  const TbDataset *dataset = writer->dataset;
  TbReference reference = TB_REFERENCE_OF (dataset);
  TbProposal proposals[TB_MAX_PROPOSALS];
  TbLanguage language = writer->language;
  g_autofree char *subject = dup_subject (figure, name, language);
  g_autofree char *sentence = NULL;

  if (tb_proposal_list (dataset, figure, 0, reference, proposals) > 0)
    {
      sentence = tb_verdict_dup_text (&proposals[0].verdict, proposals[0].base, figure, reference, language);
      /* Translators: a period, and how its figure changed */
      g_string_append_printf (text, _("%s: %s"), subject, sentence);
      return;
    }
  sentence = tb_proposal_dup_reason (dataset, figure, 0, reference, language);
  /* Translators: a period whose figure is compared with none, and the reason */
  g_string_append_printf (text, _("%s is not compared: %s"), subject, sentence);
}

/* Of several targets, the one that the figure is on the way to: the first that
 * is not due before it; else the last. */
static TbFigure
find_target (const TbSelected *selected,
             TbFigure          latest)
{
  TbFigure best = { NULL, 0 };
  TbDay best_deadline = 0;
  TbDay now = tb_series_get_period (latest.series, latest.row).end;

  for (gsize i = 0; i < selected->n_rows; i++)
    {
      TbFigure target = { selected->series, selected->rows[i] };
      TbObservation o;
      TbDay deadline;

      tb_series_get (target.series, target.row, &o);
      if (o.kind != TB_KIND_TARGET)
        continue;
      deadline = tb_target_get_deadline (target);
      if (best.series == NULL || (best_deadline < now && deadline > best_deadline)
          || (deadline >= now && deadline < best_deadline))
        {
          best = target;
          best_deadline = deadline;
        }
    }
  return best;
}

static char *
dup_without_spaces (const char *text)
{
  GString *dense = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c++)
    if (!g_ascii_isspace (*c))
      g_string_append_c (dense, *c);
  return g_string_free_and_steal (dense);
}

/* All text of a figure. Lines are broken where there is a space, or anywhere. */
static char *
dup_shown (const TbScene *scene)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gsize n;
  const TbNode *nodes = tb_scene_get_nodes (scene, &n);

  for (gsize i = 0; i < n; i++)
    if (nodes[i].kind == TB_NODE_TEXT)
      g_string_append (text, nodes[i].text.text);
  return dup_without_spaces (text->str);
}

/* A figure with room for its notes says how it stands to its target. */
static gboolean
is_shown (const Writer *writer,
          const char   *sentence)
{
  g_autofree char *dense = dup_without_spaces (sentence);

  return strstr (writer->shown, dense) != NULL;
}

/* "Target ≥100, 2025: +5.0 above the target: achieved" */
static void
append_standing (GString          *text,
                 const Writer     *writer,
                 const TbSelected *selected,
                 TbFigure          latest)
{
  const TbDataset *dataset = writer->dataset;
  TbReference reference = TB_REFERENCE_OF (dataset);
  TbLanguage language = writer->language;
  TbFigure target = find_target (selected, latest);
  TbFigure actual;
  TbStanding standing;
  TbObservation o;
  g_autofree char *shown = NULL;
  g_autofree char *period = NULL;
  g_autofree char *sentence = NULL;

  if (target.series == NULL)
    return;
  actual = tb_standing_find_actual (dataset, target, 0, reference);
  if (actual.series == NULL)
    return;
  standing = tb_standing_assess (target, actual, reference);
  sentence = tb_standing_dup_text (&standing, target, actual, language);
  if (is_shown (writer, sentence))
    return;
  tb_series_get (target.series, target.row, &o);
  shown = tb_figure_dup_with_unit (target.series, &o, tb_figure_scale (target.series, selected->rows, selected->n_rows,
                                                                       language), language);
  g_string_append_c (text, '\n');
  if (o.period.kind == TB_PERIOD_NONE)
    {
      /* Translators: a target, and how the latest figure stands to it */
      g_string_append_printf (text, _("Target %s: %s"), shown, sentence);
      return;
    }
  period = tb_period_label (o.period, language, TB_PERIOD_LABEL_FULL);
  /* Translators: a target, its period, and how the latest figure stands to it */
  g_string_append_printf (text, _("Target %s, %s: %s"), shown, period, sentence);
}

static gboolean
has_many_places (const TbSelection *selection)
{
  for (gsize i = 1; i < tb_selection_get_n (selection); i++)
    if (tb_series_get_info (tb_selection_get (selection, i)->series)->place
        != tb_series_get_info (tb_selection_get (selection, 0)->series)->place)
      return TRUE;
  return FALSE;
}

/**
 * tb_insight_dup:
 * @selection: the figures that are shown
 * @scene: how they are shown
 * @spec: what was asked for: the reader's language, and which series are switched off
 *
 * Says of each other series how its latest figure changed, or why it is compared with none, and
 * how it stands to its target, where the scene does not.
 *
 * Thread: any. Cost: O(n log n) of the series' figures.
 *
 * Returns: (transfer full) (nullable): lines of text; %NULL for many series
 */
char *
tb_insight_dup (const TbSelection       *selection,
                const TbScene           *scene,
                const TbChartSpecFields *spec)
{
  TbLanguage language = spec->language;
  g_autoptr (GString) text = g_string_new (NULL);
  gsize n = tb_selection_get_n (selection);
  gboolean many_places = has_many_places (selection);
  g_autoptr (GHashTable) hidden = tb_chart_hidden_new (spec);
  g_autofree char *shown = NULL;
  Writer writer = { .dataset = tb_selection_get_dataset (selection), .language = language };

  if (n == 0 || n > MAX_SERIES)
    return NULL;
  shown = dup_shown (scene);
  writer.shown = shown;
  for (gsize i = 0; i < n; i++)
    {
      const TbSelected *selected = tb_selection_get (selection, i);
      g_autofree char *name = NULL;
      TbFigure latest;

      if (tb_chart_hidden_has (hidden, selected->series) || !find_latest (selected, &latest))
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      if (n > 1)
        name = tb_series_dup_name (selected->series, language, many_places);
      append_change (text, &writer, latest, name);
      append_standing (text, &writer, selected, latest);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}
