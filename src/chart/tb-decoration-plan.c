/* Plans decorations: finds their figures and asks the rules of comparison what they may say.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-decoration-private.h"

#include "tb-chart-words.h"
#include "tb-scale.h"

#include <math.h>

/* A line further from zero than so many times the figures is not shown. */
#define MOST_TIMES 100.0

typedef struct
{
  TbDecorationPlan *plan;
  TbFigures        *figures;
  const TbDecoration *first;    /* of those that are asked for */
  GPtrArray        *homeless;   /* kinds that the type has no place for, in words */
} Planning;

static void
clear_item (gpointer data)
{
  g_free (((TbPlannedDecoration *) data)->text);
}

/* @text: (transfer full): what tb_decoration_dup_lost() says. */
static void
keep_reason (Planning           *self,
             const TbDecoration *decoration,
             char               *text)
{
  char **reason = (char **) &g_ptr_array_index (self->plan->reasons, (guint) (decoration - self->first));

  g_free (*reason);
  *reason = text;
}

static void
refuse (Planning           *self,
        const TbDecoration *decoration,
        const char         *reason)
{
  TbLanguage language = self->figures->language;

  tb_figures_add_refusal (self->figures,
                          g_strdup_printf (tb_decoration_word (TB_DECORATION_WORD_REFUSED, language),
                                           tb_decoration_kind_word (decoration->kind, language), reason));
  keep_reason (self, decoration, tb_decoration_dup_lost (decoration, NULL, NULL, reason, language));
  self->plan->n_refused++;
}

static void
refuse_pair (Planning           *self,
             const TbDecoration *decoration,
             const TbChartPoint *from,
             const TbChartPoint *to,
             const char         *reason)
{
  TbLanguage language = self->figures->language;
  g_autofree char *of_from = tb_figures_dup_when (self->figures, from);
  g_autofree char *of_to = tb_figures_dup_when (self->figures, to);

  tb_figures_add_refusal (
      self->figures, g_strdup_printf (tb_decoration_word (TB_DECORATION_WORD_REFUSED_PAIR, language),
                                      tb_decoration_kind_word (decoration->kind, language), of_from, of_to, reason));
  keep_reason (self, decoration, tb_decoration_dup_lost (decoration, of_from, of_to, reason, language));
  self->plan->n_refused++;
}

/* What is attached to finds no figure. */
static void
refuse_end (Planning           *self,
            const TbDecoration *decoration,
            TbAttachment        end)
{
  TbLanguage language = self->figures->language;
  g_autofree char *when = NULL;
  g_autofree char *reason = NULL;

  if (end.role == TB_ATTACH_PERIOD)
    {
      when = tb_period_label (end.period, language, TB_PERIOD_LABEL_FULL);
      reason = g_strdup_printf (tb_decoration_word (TB_DECORATION_WORD_NO_FIGURE, language), when);
    }
  refuse (self, decoration, reason != NULL ? reason : tb_decoration_word (TB_DECORATION_WORD_NO_ROLE, language));
}

static void
describe (Planning   *self,
          const char *sentence)
{
  GString *text = self->plan->description;

  if (text->len > 0 && self->figures->language == TB_LANGUAGE_EN)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  if (!g_str_has_suffix (sentence, ".") && !g_str_has_suffix (sentence, "。"))
    g_string_append (text, tb_chart_word (TB_WORD_END, self->figures->language));
}

/* What the rules say of the pair; NULL: it was refused. */
static char *
write_arrow (Planning           *self,
             const TbDecoration *decoration,
             const TbTrack      *track,
             const TbChartPoint *from,
             const TbChartPoint *to)
{
  TbLanguage language = self->figures->language;
  g_autofree char *words = NULL;
  g_autofree char *reason = NULL;
  gboolean warns = FALSE;
  char *text;

  if (decoration->kind == TB_DECORATION_CAGR)
    text = tb_decoration_dup_growth (self->figures, track, from, to, &words, &reason);
  else
    text = tb_decoration_dup_difference (self->figures, track, from, to, decoration->show, &words, &reason, &warns);
  if (text == NULL)
    {
      refuse_pair (self, decoration, from, to, reason);
      return NULL;
    }
  if (words != NULL)
    words[0] = g_ascii_toupper (words[0]);
  if (decoration->kind == TB_DECORATION_CAGR)
    {
      g_autofree char *of_from = tb_figures_dup_when (self->figures, from);
      g_autofree char *of_to = tb_figures_dup_when (self->figures, to);
      g_autofree char *sentence
          = g_strdup_printf (tb_decoration_word (TB_DECORATION_WORD_CAGR, language), of_from, of_to, text);

      describe (self, sentence);
      warns = words != NULL;
    }
  else if (words != NULL)
    describe (self, words);
  /* A number with a warning is shown with it. */
  if (warns && words != NULL)
    tb_figures_add_note (self->figures, g_steal_pointer (&words));

  return text;
}

static gboolean
plan_arrow (Planning            *self,
            const TbTrack       *track,
            TbPlannedDecoration *item)
{
  const TbDecoration *decoration = item->decoration;
  TbAttachment first = { TB_ATTACH_FIRST, TB_PERIOD_UNDATED };
  TbAttachment from_end = decoration->from.role == TB_ATTACH_NONE ? first : decoration->from;
  const TbChartPoint *to = tb_attachment_find (track, decoration->to, NULL);
  const TbChartPoint *from = to != NULL ? tb_attachment_find (track, from_end, to) : NULL;

  if (from == NULL)
    {
      refuse_end (self, decoration, to == NULL ? decoration->to : from_end);
      return FALSE;
    }
  if (from == to)
    {
      refuse (self, decoration, tb_decoration_word (TB_DECORATION_WORD_ONE_FIGURE, self->figures->language));
      return FALSE;
    }
  /* Changes run with time, whatever role stands first. */
  if (from->end > to->end)
    {
      const TbChartPoint *earlier = to;

      to = from;
      from = earlier;
    }
  item->from = from->datum;
  item->to = to->datum;
  item->text = write_arrow (self, decoration, track, from, to);

  return item->text != NULL;
}

static gboolean
plan_target (Planning            *self,
             const TbTrack       *track,
             TbPlannedDecoration *item)
{
  g_autofree char *reason = NULL;

  item->text = g_strdup (item->decoration->text);
  if (tb_decoration_plan_target (self->figures, track, item, &reason))
    return TRUE;
  refuse (self, item->decoration, reason);

  return FALSE;
}

/* Beside a line so far off all figures would be one. */
static gboolean
lies_too_far (const TbFigures *figures,
              double           value)
{
  double low, high;

  return tb_figures_get_extent (figures, &low, &high) && fmax (fabs (low), fabs (high)) > 0 &&
         fabs (value) > MOST_TIMES * fmax (fabs (low), fabs (high));
}

static gboolean
plan_value (Planning            *self,
            TbPlannedDecoration *item)
{
  const TbFigures *figures = self->figures;
  const char *text = item->decoration->text;
  double value = item->decoration->value;
  int decimals = 0;
  g_autofree char *number = NULL;

  if (lies_too_far (figures, value))
    {
      refuse (self, item->decoration, tb_decoration_word (TB_DECORATION_WORD_TOO_FAR, figures->language));
      return FALSE;
    }
  item->low = item->high = value;
  while (decimals < 6
         && fabs (value / pow (10, figures->scale.power - decimals)
                  - round (value / pow (10, figures->scale.power - decimals)))
                > 1e-6)
    decimals++;
  number = tb_number_format_scaled (value, decimals, figures->scale, figures->labels_carry_scale);
  if (text == NULL)
    item->text = g_steal_pointer (&number);
  else if (text[0] != '\0')
    item->text
        = g_strdup_printf (tb_decoration_word (TB_DECORATION_WORD_TEXT_AND_NUMBER, figures->language), text, number);

  return TRUE;
}

static gboolean
plan_span (Planning            *self,
           TbPlannedDecoration *item)
{
  const TbFigures *figures = self->figures;
  const TbDecoration *decoration = item->decoration;
  double first = INFINITY;
  double last = -INFINITY;

  item->start = tb_months_at_start (MIN (decoration->from.period.start, decoration->to.period.start));
  item->end = tb_months_at_end (MAX (decoration->from.period.end, decoration->to.period.end));
  for (gsize i = 0; i < figures->n_tracks; i++)
    for (gsize k = 0; k < figures->tracks[i].n_points; k++)
      {
        first = fmin (first, figures->tracks[i].points[k].start);
        last = fmax (last, figures->tracks[i].points[k].end);
      }
  item->text = g_strdup (decoration->text);
  if (item->start < last && item->end > first)
    return TRUE;
  refuse (self, decoration, tb_decoration_word (TB_DECORATION_WORD_OUTSIDE, figures->language));

  return FALSE;
}

static gboolean
plan_at_figure (Planning            *self,
                const TbTrack       *track,
                TbPlannedDecoration *item)
{
  const TbChartPoint *point = tb_attachment_find (track, item->decoration->from, NULL);

  if (point == NULL)
    {
      refuse_end (self, item->decoration, item->decoration->from);
      return FALSE;
    }
  item->from = point->datum;
  item->text = g_strdup (item->decoration->text);

  return TRUE;
}

static gboolean
plan_highlight (Planning            *self,
                const TbTrack       *track,
                TbPlannedDecoration *item)
{
  TbDatum stressed = { track->index, -1 };

  if (item->decoration->from.role != TB_ATTACH_NONE)
    {
      if (!plan_at_figure (self, track, item))
        return FALSE;
      stressed = item->from;
    }
  g_array_append_val (self->plan->stressed, stressed);

  return TRUE;
}

static gboolean
plan_break (Planning            *self,
            const TbTrack       *track,
            TbPlannedDecoration *item)
{
  gssize first = tb_decoration_find_break (track, item->decoration);

  if (first < 0)
    {
      refuse (self, item->decoration, tb_decoration_word (TB_DECORATION_WORD_OUTSIDE, self->figures->language));
      return FALSE;
    }
  item->from = track->points[first].datum;
  item->text = g_strdup (item->decoration->text);

  return TRUE;
}

static gboolean
plan_kind (Planning            *self,
           const TbTrack       *track,
           TbPlannedDecoration *item)
{
  switch (item->decoration->kind)
    {
    case TB_DECORATION_DIFFERENCE:
    case TB_DECORATION_CAGR:
      return plan_arrow (self, track, item);
    case TB_DECORATION_VALUE_LINE:
      return plan_value (self, item);
    case TB_DECORATION_TARGET_LINE:
      return plan_target (self, track, item);
    case TB_DECORATION_SPAN:
      return plan_span (self, item);
    case TB_DECORATION_BREAK:
      return plan_break (self, track, item);
    case TB_DECORATION_HIGHLIGHT:
      return plan_highlight (self, track, item);
    case TB_DECORATION_NOTE:
      return plan_at_figure (self, track, item);
    }

  return FALSE;
}

static void
plan_one (Planning           *self,
          const TbDecoration *decoration)
{
  const TbFigures *figures = self->figures;
  TbPlannedDecoration item = { .decoration = decoration, .series = -1, .from = TB_NO_DATUM, .to = TB_NO_DATUM,
                               .low = NAN, .high = NAN };
  int track = tb_decoration_find_track (figures, decoration);

  if ((tb_decorations_get_places (figures->type) & 1u << decoration->kind) == 0)
    {
      const char *word = tb_decoration_kind_word (decoration->kind, figures->language);

      if (!g_ptr_array_find_with_equal_func (self->homeless, word, g_str_equal, NULL))
        g_ptr_array_add (self->homeless, (gpointer) word);
      keep_reason (self, decoration,
                   tb_decoration_dup_lost (decoration, NULL, NULL,
                                           tb_decoration_word (TB_DECORATION_WORD_HOMELESS, figures->language),
                                           figures->language));
      return;
    }
  if (track < 0)
    {
      g_autofree char *reason = g_strdup_printf (tb_decoration_word (TB_DECORATION_WORD_NO_SERIES, figures->language),
                                                 decoration->series != NULL ? decoration->series : "");

      refuse (self, decoration, reason);
      return;
    }
  /* What is switched off takes along what stands at it. */
  if (figures->tracks[track].hidden)
    return;
  if ((tb_decoration_takes (decoration->kind) & TB_TAKES_SERIES) != 0)
    item.series = figures->tracks[track].index;
  if (plan_kind (self, &figures->tracks[track], &item))
    g_array_append_val (self->plan->items, item);
  else
    clear_item (&item);
}

/**
 * tb_decoration_plan_new:
 * @figures: what the chart shows; gets notes on what is refused
 * @spec: what was asked for; must outlive the result
 *
 * Finds the figures that decorations are attached to, and what the rules of comparison
 * allow to be said of them. A pair that they refuse has no arrow but its reason in the
 * notes (D-1, D-2).
 *
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): the plan; %NULL where nothing is asked for
 */
TbDecorationPlan *
tb_decoration_plan_new (TbFigures               *figures,
                        const TbChartSpecFields *spec)
{
  Planning planning = { .figures = figures, .first = spec->decorations };
  TbDecorationPlan *self;

  if (spec->n_decorations == 0)
    return NULL;

  self = g_new0 (TbDecorationPlan, 1);
  self->items = g_array_new (FALSE, FALSE, sizeof (TbPlannedDecoration));
  g_array_set_clear_func (self->items, clear_item);
  self->description = g_string_new (NULL);
  self->stressed = g_array_new (FALSE, FALSE, sizeof (TbDatum));
  self->reasons = g_ptr_array_new_full ((guint) spec->n_decorations, g_free);
  g_ptr_array_set_size (self->reasons, (int) spec->n_decorations);
  planning.plan = self;
  planning.homeless = g_ptr_array_new ();
  for (gsize i = 0; i < spec->n_decorations; i++)
    plan_one (&planning, &spec->decorations[i]);
  if (planning.homeless->len > 0)
    {
      g_autofree char *list = tb_chart_words_join (planning.homeless, figures->language);

      tb_figures_add_refusal (
          figures, g_strdup_printf (tb_decoration_word (TB_DECORATION_WORD_NO_PLACE, figures->language), list));
    }
  g_ptr_array_unref (planning.homeless);

  return self;
}

/**
 * tb_decoration_plan_free:
 * @self: (transfer full): a plan
 *
 * Frees it.
 */
void
tb_decoration_plan_free (TbDecorationPlan *self)
{
  g_array_unref (self->items);
  g_array_unref (self->stressed);
  g_ptr_array_unref (self->reasons);
  g_string_free (self->description, TRUE);
  g_free (self);
}
