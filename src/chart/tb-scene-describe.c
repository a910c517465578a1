/* The alternative text of a chart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-scene-describe.h"

#include "tb-chart-words.h"
#include "tb-figure-text.h"
#include "tb-verdict.h"

#include <math.h>

/* Series told one by one; of more the names only are counted. */
#define MOST_SERIES 6

static void
begin_clause (GString    *text,
              TbLanguage  language)
{
  if (text->len > 0)
    g_string_append (text, tb_chart_word (TB_WORD_CLAUSE, language));
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

/* When, with its preposition where the language has one: a day is "on", a level
 * "at the end of", what takes time "in". */
static char *
write_when (const TbFigures    *self,
            const TbChartPoint *point)
{
  char *when = tb_figures_dup_when (self, point);
  char *text;

  if (self->language != TB_LANGUAGE_EN)
    return when;
  if (g_str_has_prefix (when, "end "))
    text = g_strconcat ("at the end of ", when + strlen ("end "), NULL);
  else
    text = g_strconcat (point->period.start == point->period.end ? "on " : "in ", when, NULL);
  g_free (when);

  return text;
}

static void
add_clause (GString            *text,
            const TbFigures    *self,
            const TbTrack      *track,
            const TbChartPoint *point,
            TbChartWord         word)
{
  g_autofree char *figure = write_figure (self, track, point);
  g_autofree char *when = write_when (self, point);
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

static TbFigure
get_figure (const TbTrack      *track,
            const TbChartPoint *point)
{
  return (TbFigure) { track->series, (gsize) point->datum.row };
}

static TbVerdict
compare (const TbFigures    *self,
         const TbTrack      *track,
         const TbChartPoint *base,
         const TbChartPoint *current)
{
  return tb_verdict_change (get_figure (track, base), get_figure (track, current), self->reference);
}

/* How the last figure stands to the first, in the words of the verdict. */
static void
add_comparison (GString            *text,
                const TbFigures    *self,
                const TbTrack      *track,
                const TbChartPoint *first,
                const TbChartPoint *last)
{
  TbVerdict verdict = compare (self, track, first, last);
  g_autofree char *words = tb_verdict_dup_text (&verdict, get_figure (track, first), get_figure (track, last),
                                                self->reference, self->language);

  begin_clause (text, self->language);
  if (verdict.kind == TB_VERDICT_INVALID)
    {
      g_autofree char *refused = tb_chart_words_format (TB_WORD_NOT_COMPARED, self->language, words);

      g_string_append (text, refused);
      return;
    }
  g_string_append (text, words);
}

/* Whether two figures lie alike in time: only such have a lowest and a highest. */
static gboolean
are_alike (const TbChartPoint *a,
           const TbChartPoint *b)
{
  return a->geometry == b->geometry && a->bracket == b->bracket && a->basis == b->basis &&
         fabs ((a->end - a->start) - (b->end - b->start)) < 0.2;
}

/* An extreme is told where the rules let it be compared with both ends. */
static void
add_extreme (GString            *text,
             const TbFigures    *self,
             const TbTrack      *track,
             const TbChartPoint *extreme,
             const TbChartPoint *ends[2],
             TbChartWord         word)
{
  for (int i = 0; i < 2; i++)
    if (extreme == ends[i] || !are_alike (extreme, ends[i]) ||
        compare (self, track, ends[i], extreme).kind == TB_VERDICT_INVALID)
      return;
  add_clause (text, self, track, extreme, word);
}

/* First, last, lowest and highest of what was; each told once. */
static void
describe_actual (GString         *text,
                 const TbFigures *self,
                 const TbTrack   *track)
{
  const TbChartPoint *ends[2] = { NULL, NULL };
  const TbChartPoint *lowest = NULL;
  const TbChartPoint *highest = NULL;

  for (gsize i = 0; i < track->n_points; i++)
    {
      const TbChartPoint *point = &track->points[i];

      if (point->missing || is_told_apart (point))
        continue;
      ends[0] = ends[0] == NULL ? point : ends[0];
      ends[1] = point;
      lowest = lowest == NULL || get_number (point) < get_number (lowest) ? point : lowest;
      highest = highest == NULL || get_number (point) > get_number (highest) ? point : highest;
    }
  if (ends[0] == NULL)
    return;
  if (ends[0] == ends[1])
    {
      add_clause (text, self, track, ends[0], TB_WORD_ONLY);
      return;
    }
  add_clause (text, self, track, ends[0], TB_WORD_FIRST);
  add_clause (text, self, track, ends[1], TB_WORD_LAST);
  add_comparison (text, self, track, ends[0], ends[1]);
  add_extreme (text, self, track, lowest, ends, TB_WORD_LOWEST);
  add_extreme (text, self, track, highest, ends, TB_WORD_HIGHEST);
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
      when = write_when (self, point);
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
 * @klass: the type of the chart
 * @content: what the type made of @figures
 *
 * Tells a chart in sentences (semantics A-1): type, title, span; of each series
 * the first, last, lowest and highest figure with their periods, what the rules
 * of comparison say of the first and the last, and its targets; then the notes
 * and the source.
 *
 * Returns: (transfer full): the alternative text
 */
char *
tb_scene_describe (const TbFigures        *figures,
                   const TbChartTypeClass *klass,
                   gconstpointer           content)
{
  TbLanguage language = figures->language;
  GString *text = g_string_new (NULL);
  g_autofree char *head = tb_chart_words_format (TB_WORD_CHART_OF, language,
                                                 tb_chart_type_word (figures->type, language), figures->title);

  add_sentence (text, head, language);
  add_sentence (text, figures->subtitle, language);
  for (gsize i = 0; !klass->describes_all && i < MIN (figures->n_tracks, MOST_SERIES); i++)
    {
      const TbTrack *track = &figures->tracks[i];
      g_autoptr (GString) clauses = g_string_new (NULL);
      g_autofree char *sentence = NULL;

      if (track->hidden)
        continue;
      describe_actual (clauses, figures, track);
      describe_others (clauses, figures, track);
      if (clauses->len == 0)
        g_string_append (clauses, tb_chart_word (TB_WORD_NO_FIGURE, language));
      if (track->name[0] == '\0')
        {
          clauses->str[0] = g_ascii_toupper (clauses->str[0]);
          add_sentence (text, clauses->str, language);
          continue;
        }
      sentence = tb_chart_words_format (TB_WORD_CHART_OF, language, track->name, clauses->str);
      add_sentence (text, sentence, language);
    }
  if (!klass->describes_all && figures->n_tracks > MOST_SERIES)
    {
      g_autofree char *more = tb_chart_words_format (TB_WORD_AND_MORE, language,
                                                     (int) (figures->n_tracks - MOST_SERIES));

      more[0] = g_ascii_toupper (more[0]);
      add_sentence (text, more, language);
    }
  if (klass->describe != NULL)
    klass->describe (content, figures, text);
  for (guint i = 0; i < figures->notes->len; i++)
    add_sentence (text, g_ptr_array_index (figures->notes, i), language);
  if (figures->own_note != NULL)
    add_sentence (text, figures->own_note, language);
  add_sentence (text, figures->source, language);

  return g_string_free_and_steal (text);
}
