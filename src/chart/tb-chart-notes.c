/* The notes under a chart: a word for every mark that is not plain.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-figures-private.h"
#include "tb-chart-derive.h"
#include "tb-chart-lanes.h"
#include "tb-chart-standing.h"
#include "tb-chart-type.h"
#include "tb-chart-words.h"
#include "tb-decoration-plan.h"
#include "tb-published.h"

#include <math.h>
#include <string.h>

/* Names in one note, and notes of single figures; more are counted. */
#define MOST_NAMES 3
#define MOST_FIGURE_NOTES 3

static void
add_word (TbFigures  *self,
          TbChartWord word)
{
  tb_figures_add_note (self, g_strdup (tb_chart_word (word, self->language)));
}

static gboolean is_target (const TbChartPoint *p) { return p->kind == TB_KIND_TARGET && !p->missing; }
static gboolean is_plan (const TbChartPoint *p) { return p->kind == TB_KIND_PLAN && !p->missing; }
static gboolean is_forecast (const TbChartPoint *p) { return p->kind == TB_KIND_FORECAST && !p->missing; }
static gboolean is_indicative (const TbChartPoint *p) { return p->indicative && !p->missing; }
static gboolean is_binding (const TbChartPoint *p) { return p->binding && !p->missing; }
static gboolean is_bracket (const TbChartPoint *p) { return p->bracket; }

/* The band of a target is the target itself. */
static gboolean
is_range (const TbChartPoint *p)
{
  return !isnan (p->low) && !isnan (p->high) && !tb_chart_point_is_reference (p);
}

static gboolean is_segment (const TbChartPoint *p) { return p->geometry == TB_GEOMETRY_SEGMENT; }
static gboolean is_conflict (const TbChartPoint *p, guint32 status) { return p->n_conflicts > 1; }

static gboolean
has_any (const TbFigures *self,
         gboolean       (*take) (const TbChartPoint *point))
{
  for (gsize i = 0; i < self->n_tracks; i++)
    for (gsize k = 0; k < self->tracks[i].n_points; k++)
      if (take (&self->tracks[i].points[k]))
        return TRUE;

  return FALSE;
}

static void
note_kinds (TbFigures *self)
{
  TbChartWord reference = self->notation == TB_NOTATION_COLUMN ? TB_WORD_OUTLINED
                          : self->notation == TB_NOTATION_BAR  ? TB_WORD_TICKS
                                                        : TB_WORD_DIAMONDS;
  gboolean targets = has_any (self, is_target);
  gboolean plans = has_any (self, is_plan);

  if (targets || plans)
    {
      g_autofree char *both = g_strconcat (tb_chart_kind_word (TB_KIND_TARGET, self->language),
                                           tb_chart_word (TB_WORD_AND, self->language),
                                           tb_chart_kind_word (TB_KIND_PLAN, self->language), NULL);
      const char *what = targets && plans
                             ? both
                             : tb_chart_kind_word (targets ? TB_KIND_TARGET : TB_KIND_PLAN, self->language);

      tb_figures_add_note (self, tb_chart_words_format (reference, self->language, what));
    }
  if (has_any (self, is_forecast) && self->notation != TB_NOTATION_NONE)
    add_word (self, self->notation == TB_NOTATION_LINE ? TB_WORD_DASHED : TB_WORD_HATCHED);
}

/* What could not be computed, and what to beware of. */
static void
note_remarks (TbFigures *self)
{
  guint refused;
  g_auto (GStrv) remarks = tb_chart_derived_dup_remarks (self->selection, self->language, &refused);

  for (guint i = 0; remarks[i] != NULL; i++)
    if ((refused & 1u << i) != 0)
      tb_figures_add_refused_note (self, g_strdup (remarks[i]));
    else
      tb_figures_add_note (self, g_strdup (remarks[i]));
}

/* T-10: which targets bind, where the file says so of any; T-1 to T-8: how the
 * figures stand to them, a sentence each, which say that a target binds. */
static void
note_standings (TbFigures *self)
{
  g_autoptr (GPtrArray) sentences = NULL;
  gboolean indicative = has_any (self, is_indicative);
  gboolean binding = has_any (self, is_binding);

  if (self->notation == TB_NOTATION_NONE)
    return;
  sentences = tb_figures_list_standings (self, MOST_FIGURE_NOTES);
  if (indicative)
    add_word (self, binding ? TB_WORD_BINDING_BOTH : TB_WORD_INDICATIVE);
  else if (binding && sentences->len == 0)
    add_word (self, TB_WORD_BINDING);
  for (guint i = 0; i < sentences->len; i++)
    tb_figures_add_note (self, g_strdup (g_ptr_array_index (sentences, i)));
}

static void
note_verbal (TbFigures       *self,
             const GPtrArray *verbal)
{
  for (guint i = 0; i < MIN (verbal->len, MOST_FIGURE_NOTES); i++)
    tb_figures_add_note (self, g_strdup (g_ptr_array_index (verbal, i)));
  if (verbal->len > MOST_FIGURE_NOTES)
    tb_figures_add_note (
        self, tb_chart_words_format (TB_WORD_VERBAL_MORE, self->language, (int) verbal->len - MOST_FIGURE_NOTES));
}

static void
note_breaks (TbFigures               *self,
             const TbChartSpecFields *spec)
{
  for (gsize i = 0; i < self->n_tracks; i++)
    for (gsize k = 0; k < self->tracks[i].n_points; k++)
      {
        const TbChartPoint *point = &self->tracks[i].points[k];
        TbObservation observation;
        const char *definition = NULL;
        g_autofree char *when = NULL;

        if (!point->breaks)
          continue;
        tb_series_get (self->tracks[i].series, (gsize) point->row, &observation);
        if (observation.extra != NULL)
          definition = tb_text_get (&observation.extra->definition, self->language);
        if (definition == NULL)
          definition = tb_decorations_find_break_words (self, spec, i, k);
        when = tb_figures_dup_when (self, point);
        if (definition != NULL)
          tb_figures_add_note (self, tb_chart_words_format (TB_WORD_BREAK, self->language, when, definition));
        else
          tb_figures_add_note (self, tb_chart_words_format (TB_WORD_BREAK_PLAIN, self->language, when));
      }
}

static void
note_qualifiers (TbFigures *self)
{
  gboolean own_legend = tb_chart_type_get_class (self->type)->own_legend;
  guint seen = 0;

  for (gsize i = 0; i < self->n_tracks; i++)
    for (gsize k = 0; k < self->tracks[i].n_points; k++)
      if (!own_legend || !tb_chart_point_is_reference (&self->tracks[i].points[k]))
        seen |= 1u << self->tracks[i].points[k].qualifier;
  for (int qualifier = TB_QUALIFIER_OVER; qualifier <= TB_QUALIFIER_UNDER; qualifier++)
    {
      g_autofree char *mark = g_strstrip (g_strdup (tb_qualifier_mark ((TbQualifier) qualifier, self->language)));
      const char *word = tb_vocabulary_word (&tb_qualifiers, qualifier, self->language);

      /* A mark that is a word, 近, needs no explanation. */
      if ((seen & 1u << qualifier) != 0 && word != NULL && mark[0] != '\0' && !g_str_has_prefix (word, mark))
        tb_figures_add_explaining_note (self, tb_chart_words_format (TB_WORD_QUALIFIER, self->language, mark, word));
    }
}

static gboolean
has_wide_actual (const TbFigures *self)
{
  for (gsize i = 0; i < self->n_tracks; i++)
    for (gsize k = 1; k < self->tracks[i].n_points; k++)
      {
        const TbChartPoint *point = &self->tracks[i].points[k];
        const TbChartPoint *before = &self->tracks[i].points[k - 1];

        if (point->kind == TB_KIND_ACTUAL && before->kind == TB_KIND_ACTUAL && point->geometry == TB_GEOMETRY_SPAN &&
            before->geometry == TB_GEOMETRY_SPAN && point->end - point->start > before->end - before->start + 0.1 &&
            point->start < before->end - 0.1)
          return TRUE;
      }

  return FALSE;
}

static void
note_geometry (TbFigures *self)
{
  /* Columns before others are solid, and have no brackets. */
  gboolean paired = self->type == TB_CHART_PREVIOUS_YEAR || self->type == TB_CHART_PLAN;

  if (self->notation == TB_NOTATION_COLUMN && has_any (self, is_bracket))
    add_word (self, !paired && tb_figures_have_room_for_brackets (self) ? TB_WORD_BRACKET : TB_WORD_TOTALS);
  for (gsize i = 0; i < self->n_tracks; i++)
    if (tb_series_get_info (self->tracks[i].series)->measure == TB_MEASURE_CUMULATIVE &&
        tb_series_get_info (self->tracks[i].series)->since == TB_SINCE_UNSTATED)
      add_word (self, TB_WORD_SINCE_UNSTATED);
  if (self->notation == TB_NOTATION_COLUMN && !paired && has_any (self, is_segment))
    add_word (self, TB_WORD_SEGMENT);
  if (self->notation == TB_NOTATION_COLUMN && has_wide_actual (self))
    add_word (self, TB_WORD_WIDE);
}

/* Beside a few figures, the changes that were published with them. */
static void
note_changes (TbFigures *self)
{
  gsize n_points = 0;

  /* These show them in a panel. */
  if (self->type == TB_CHART_GROWTH || self->type == TB_CHART_PREVIOUS_YEAR)
    return;
  for (gsize i = 0; i < self->n_tracks; i++)
    n_points += self->tracks[i].n_points;
  for (gsize i = 0; i < self->n_tracks && n_points <= MOST_FIGURE_NOTES; i++)
    for (gsize k = 0; k < self->tracks[i].n_points; k++)
      {
        const TbTrack *track = &self->tracks[i];
        const TbChartPoint *point = &track->points[k];
        TbObservation observation;
        g_autofree char *change = NULL;
        g_autofree char *when = NULL;

        tb_series_get (track->series, (gsize) point->row, &observation);
        if (observation.extra == NULL || !observation.extra->change.given)
          continue;
        when = tb_figures_dup_when (self, point);
        change = tb_published_dup_change ((TbFigure) { track->series, (gsize) point->row }, self->language);
        tb_figures_add_note (self, tb_chart_words_format (TB_WORD_PUBLISHED_CHANGE, self->language,
                                               self->n_tracks == 1 ? when : track->name, change));
      }
}

static void
note_figures (TbFigures *self)
{
  guint n = 0;

  /* Of many series the remarks on single figures would be longer than the figure. */
  if (self->n_tracks > MOST_FIGURE_NOTES)
    return;
  for (gsize i = 0; i < self->n_tracks; i++)
    for (gsize k = 0; k < self->tracks[i].n_points && n < MOST_FIGURE_NOTES; k++)
      {
        const TbChartPoint *point = &self->tracks[i].points[k];
        TbObservation observation;
        const char *note;
        g_autofree char *when = NULL;
        guint before = self->notes->len;

        tb_series_get (self->tracks[i].series, (gsize) point->row, &observation);
        note = observation.extra != NULL ? tb_text_find (&observation.extra->note, self->language) : NULL;
        if (note == NULL || note[0] == '\0')
          continue;
        when = tb_figures_dup_when (self, point);
        if (self->n_tracks == 1 && self->tracks[i].n_points == 1)
          tb_figures_add_note (self, g_strdup (note));
        else
          tb_figures_add_note (self, tb_chart_words_format (TB_WORD_PERIOD_NOTE, self->language,
                                                 self->n_tracks == 1 ? when : self->tracks[i].name, note));
        n += self->notes->len - before;
      }
}

static void
note_scopes (TbFigures *self)
{
  for (gsize i = 0; i < self->n_tracks; i++)
    {
      const TbSeriesInfo *info = tb_series_get_info (self->tracks[i].series);
      const char *scope = tb_text_get (tb_series_get_scope (info), self->language);

      /* Where scopes tell the series apart they are in their names. */
      if (scope == NULL || scope[0] == '\0' || strstr (self->tracks[i].name, scope) != NULL)
        continue;
      if (self->n_tracks <= MOST_FIGURE_NOTES)
        tb_figures_add_note (self, tb_chart_words_format (TB_WORD_SCOPE, self->language, scope));
    }
}

/* R10, R19: which of several releases are shown; the source says as known when, where
 * there is one. */
static void
note_vintages (TbFigures               *self,
               const TbChartSpecFields *spec,
               const TbFiguresReading  *reading)
{
  static const TbPhrase latest = { { "Latest release of each figure by %s", "各期采用截至%s的最新发布数" } };
  static const TbPhrase as_known = { { "Figures as known on %s", "按%s已公布的数据" } };
  g_autofree char *day = self->known != 0 ? tb_day_label (self->known, self->language) : NULL;

  if (day == NULL && reading->older_vintages)
    add_word (self, TB_WORD_OLDER_VINTAGES);
  else if (day != NULL && reading->older_vintages)
    tb_figures_add_note (self, g_strdup_printf (latest.in[self->language], day));
  else if (day != NULL && (spec->source != NULL || self->source[0] == '\0'))
    tb_figures_add_note (self, g_strdup_printf (as_known.in[self->language], day));
}

static void
note_list (TbFigures       *self,
           TbChartWord      word,
           const GPtrArray *texts)
{
  g_autoptr (GPtrArray) some = g_ptr_array_new ();
  g_autofree char *list = NULL;

  if (texts->len == 0)
    return;
  for (guint i = 0; i < MIN (texts->len, MOST_NAMES); i++)
    g_ptr_array_add (some, g_ptr_array_index (texts, i));
  list = tb_chart_words_join (some, self->language);
  tb_figures_add_note (self, tb_chart_words_format (word, self->language, list));
}

static void
note_rounding (TbFigures               *self,
               const TbChartSpecFields *spec)
{
  g_autofree char *most = g_strdup_printf ("%d", self->most_decimals);

  if (!self->is_rounded || !spec->show_values)
    return;
  if (self->most_decimals == 0)
    add_word (self, TB_WORD_ROUNDED_WHOLE);
  else if (self->most_decimals == 1)
    add_word (self, TB_WORD_ROUNDED_ONE);
  else
    tb_figures_add_note (self, tb_chart_words_format (TB_WORD_ROUNDED, self->language, most));
}

/**
 * tb_figures_write_notes:
 * @self: figures whose points were read
 * @spec: what to show
 * @reading: what was met while they were read
 *
 * Writes what has to be known of the figures, the most important first.
 */
void
tb_figures_write_notes (TbFigures               *self,
                        const TbChartSpecFields *spec,
                        const TbFiguresReading  *reading)
{
  g_autofree char *conflicts = NULL;

  if (!tb_chart_type_get_class (self->type)->own_legend)
    note_kinds (self);
  if (spec->n_operations > 0)
    note_remarks (self);
  if (!tb_chart_type_get_class (self->type)->own_legend)
    note_standings (self);
  note_verbal (self, reading->verbal);
  note_breaks (self, spec);
  conflicts = tb_figures_list_periods (self, is_conflict, 0);
  if (conflicts != NULL)
    tb_figures_add_note (self, tb_chart_words_format (TB_WORD_CONFLICT, self->language, conflicts));
  tb_figures_note_statuses (self, spec);
  note_qualifiers (self);
  note_geometry (self);
  if (has_any (self, is_range))
    add_word (self, TB_WORD_RANGE);
  note_rounding (self, spec);
  tb_figures_note_missing (self, spec);
  note_list (self, TB_WORD_UNDATED, reading->undated);
  note_list (self, TB_WORD_CHANGE_ONLY, reading->changes_only);
  note_scopes (self);
  note_vintages (self, spec, reading);
  note_changes (self);
  /* The notes of computed figures are among the remarks. */
  if (spec->n_operations == 0)
    note_figures (self);
}
