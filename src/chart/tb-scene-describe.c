/* The alternative text of a chart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-scene-describe.h"

#include "tb-chart-words.h"
#include "tb-figure-text.h"

#include <math.h>
#include <string.h>

/* Series told one by one; of more the names only are counted. */
#define MOST_SERIES 6

static void
begin_clause (GString    *text,
              TbLanguage  language)
{
  if (text->len > 0)
    g_string_append (text, language == TB_LANGUAGE_ZH ? "；" : "; ");
}

static char *
write_figure (const TbFigures    *self,
              const TbTrack      *track,
              const TbChartPoint *point)
{
  TbObservation observation;

  tb_series_get (track->series, (gsize) point->datum.row, &observation);

  return tb_figure_dup_with_unit (track->series, &observation, self->scale, self->language);
}

static void
add_clause (GString            *text,
            const TbFigures    *self,
            const TbTrack      *track,
            const TbChartPoint *point,
            TbChartWord         word)
{
  g_autofree char *figure = write_figure (self, track, point);
  g_autofree char *when = tb_figures_dup_when (self, point);
  g_autofree char *clause = tb_chart_words_format (word, self->language, figure, when);

  begin_clause (text, self->language);
  g_string_append (text, clause);
}

static gboolean
is_told_apart (const TbChartPoint *point)
{
  return point->kind != TB_KIND_ACTUAL;
}

static double
get_number (const TbChartPoint *point)
{
  return isnan (point->value) ? (point->low + point->high) / 2 : point->value;
}

/* Only where both mean the same: no break between, spans of one length. */
static void
add_direction (GString            *text,
               const TbFigures    *self,
               const TbChartPoint *first,
               const TbChartPoint *last)
{
  double from = get_number (first);
  double to = get_number (last);
  gboolean breaks = FALSE;

  for (const TbChartPoint *point = first + 1; point <= last; point++)
    breaks = breaks || point->breaks;
  if (breaks || first->geometry != last->geometry || first->bracket != last->bracket ||
      fabs (last->end - last->start - (first->end - first->start)) > 0.2)
    return;
  begin_clause (text, self->language);
  g_string_append (text, tb_chart_word (to > from ? TB_WORD_RISES : to < from ? TB_WORD_FALLS : TB_WORD_LEVEL, self->language));
}

/* First, last, lowest and highest of what was; each told once. */
static void
describe_actual (GString         *text,
                 const TbFigures *self,
                 const TbTrack   *track)
{
  const TbChartPoint *first = NULL;
  const TbChartPoint *last = NULL;
  const TbChartPoint *lowest = NULL;
  const TbChartPoint *highest = NULL;

  for (gsize i = 0; i < track->n_points; i++)
    {
      const TbChartPoint *point = &track->points[i];

      if (point->missing || is_told_apart (point))
        continue;
      first = first == NULL ? point : first;
      last = point;
      lowest = lowest == NULL || get_number (point) < get_number (lowest) ? point : lowest;
      highest = highest == NULL || get_number (point) > get_number (highest) ? point : highest;
    }
  if (first == NULL)
    return;
  if (first == last)
    {
      add_clause (text, self, track, first, TB_WORD_ONLY);
      return;
    }
  add_clause (text, self, track, first, TB_WORD_FIRST);
  add_clause (text, self, track, last, TB_WORD_LAST);
  add_direction (text, self, first, last);
  if (lowest != first && lowest != last)
    add_clause (text, self, track, lowest, TB_WORD_LOWEST);
  if (highest != first && highest != last)
    add_clause (text, self, track, highest, TB_WORD_HIGHEST);
}

static void
describe_others (GString         *text,
                 const TbFigures *self,
                 const TbTrack   *track)
{
  for (gsize i = 0; i < track->n_points; i++)
    {
      const TbChartPoint *point = &track->points[i];
      g_autofree char *clause = NULL;
      g_autofree char *figure = NULL;
      g_autofree char *when = NULL;

      if (point->missing || !is_told_apart (point))
        continue;
      figure = write_figure (self, track, point);
      begin_clause (text, self->language);
      when = tb_figures_dup_when (self, point);
      clause = tb_chart_words_format (TB_WORD_ONLY, self->language, figure, when);
      g_string_append_printf (text, "%s%s%s", tb_chart_kind_word (point->kind, self->language),
                              tb_chart_word (TB_WORD_COLON, self->language), clause);
    }
}

static void
add_sentence (GString    *text,
              const char *sentence,
              TbLanguage  language)
{
  if (sentence == NULL || sentence[0] == '\0')
    return;
  if (text->len > 0 && language == TB_LANGUAGE_EN)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  if (!g_str_has_suffix (sentence, ".") && !g_str_has_suffix (sentence, "。"))
    g_string_append (text, tb_chart_word (TB_WORD_END, language));
}

/**
 * tb_scene_describe:
 * @figures: what is drawn
 *
 * Tells a chart in sentences (semantics A-1): type, title, span; of each series
 * the first, last, lowest and highest figure with their periods, and its
 * targets; then the notes and the source.
 *
 * Returns: (transfer full): the alternative text
 */
char *
tb_scene_describe (const TbFigures *figures)
{
  TbLanguage language = figures->language;
  GString *text = g_string_new (NULL);
  g_autofree char *head = tb_chart_words_format (TB_WORD_CHART_OF, language, tb_chart_type_word (figures->type, language),
                                                 figures->title);

  add_sentence (text, head, language);
  add_sentence (text, figures->subtitle, language);
  for (gsize i = 0; i < MIN (figures->n_tracks, MOST_SERIES); i++)
    {
      const TbTrack *track = &figures->tracks[i];
      g_autoptr (GString) clauses = g_string_new (NULL);
      g_autofree char *sentence = NULL;

      describe_actual (clauses, figures, track);
      describe_others (clauses, figures, track);
      if (clauses->len == 0)
        g_string_append (clauses, tb_chart_word (TB_WORD_NO_FIGURE, language));
      if (track->name[0] == '\0')
        {
          add_sentence (text, clauses->str, language);
          continue;
        }
      sentence = tb_chart_words_format (TB_WORD_CHART_OF, language, track->name, clauses->str);
      add_sentence (text, sentence, language);
    }
  if (figures->n_tracks > MOST_SERIES)
    {
      g_autofree char *more = tb_chart_words_format (TB_WORD_AND_MORE, language, (int) (figures->n_tracks - MOST_SERIES));

      add_sentence (text, more, language);
    }
  for (guint i = 0; i < figures->notes->len; i++)
    add_sentence (text, g_ptr_array_index (figures->notes, i), language);
  if (figures->own_note != NULL)
    add_sentence (text, figures->own_note, language);
  add_sentence (text, figures->source, language);

  return g_string_free_and_steal (text);
}
