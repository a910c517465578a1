/* Why slots of a panel are empty: a mark in the slot, a sentence in the notes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-variance.h"

#include "tb-chart-words.h"
#include "tb-standing.h"

#include <math.h>
#include <string.h>

/* Reasons with a mark of their own; what else there is shares the last one. */
#define MOST_REASONS 5
#define MOST_PERIODS 4

/* One reason and whose it is. */
typedef struct
{
  char      *key;
  char      *text;      /* of a single pair, in full */
  char      *shared;    /* of several */
  GPtrArray *periods;
} Reason;

static const TbPhrase nothing_earlier = { { "no figure a year earlier", "无上年同期数" } };
static const TbPhrase no_plan = { { "no plan for the period", "无同期计划数" } };
static const TbPhrase no_target = { { "no target for the period", "无同期目标值" } };
static const TbPhrase in_words = { { "the target is in words", "目标为文字表述" } };
static const TbPhrase only_bounds = { { "only a range is known", "仅公布区间" } };
static const TbPhrase no_percentage = { { "no percentage is computed", "不计算增速" } };
static const TbPhrase no_amount = { { "only the growth on comparable figures was published", "仅公布可比增速" } };

static void
free_reason (gpointer data)
{
  Reason *reason = data;

  g_free (reason->key);
  g_free (reason->text);
  g_free (reason->shared);
  g_ptr_array_unref (reason->periods);
  g_free (reason);
}

/**
 * tb_variance_get_mark:
 * @mark: of a reason, from 1
 *
 * Returns: (transfer none): its superscript; "" for 0
 */
const char *
tb_variance_get_mark (guint mark)
{
  static const char *const marks[] = { "", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };

  return marks[MIN (mark, G_N_ELEMENTS (marks) - 1)];
}

/* The rules' own words, without the verdict that they lead. */
static char *
write_refusal (const TbVariance *pair,
               TbReference       reference,
               TbLanguage        language,
               gboolean          is_shared)
{
  TbWeighing rules = tb_side_weigh (&pair->base, &pair->current, reference);

  if (is_shared)
    for (guint rule = TB_N_RULES; rule > 0; rule--)
      if ((rules.refuses & TB_RULE_BIT (rule - 1)) != 0)
        return g_strdup (tb_rule_get_reason (rule - 1, language));

  return tb_sides_dup_text (&pair->verdict, &pair->base, &pair->current, reference, language);
}

/* T-3, T-4: a target that is a band, or in words, has no single number to differ from;
 * NULL for others. */
static char *
dup_standing (const TbVariance *pair,
              TbReference       reference,
              TbLanguage        language)
{
  const TbObservation *aim = &pair->base.observation;
  TbStanding standing;

  if (!pair->has_base || pair->is_near || aim->kind != TB_KIND_TARGET || aim->extra == NULL)
    return NULL;
  if (aim->extra->target.comparator == TB_COMPARATOR_VERBAL)
    return g_strdup (in_words.in[language]);
  if (aim->extra->target.comparator != TB_COMPARATOR_RANGE)
    return NULL;
  standing = tb_standing_assess (pair->base.figure, pair->current.figure, reference);

  return tb_standing_dup_text (&standing, pair->base.figure, pair->current.figure, language);
}

/* Which of the two slots is asked for: why it is empty. */
static Reason
explain (const TbVariances *self,
         const TbVariance  *pair,
         gboolean           is_relative,
         TbReference        reference)
{
  TbLanguage language = self->part->language;
  const TbPhrase *plain = NULL;
  Reason reason = { NULL, NULL, NULL, NULL };

  if (!pair->has_base)
    plain = self->against != TB_AGAINST_PLAN ? &nothing_earlier : self->aim == TB_KIND_PLAN ? &no_plan : &no_target;
  else if (pair->verdict.kind != TB_VERDICT_INVALID && pair->verdict.bound == TB_BOUND_BETWEEN)
    plain = &only_bounds;
  else if (pair->verdict.kind != TB_VERDICT_INVALID && !is_relative)
    plain = &no_amount;
  reason.text = dup_standing (pair, reference, language);
  if (reason.text != NULL)
    plain = NULL;
  else if (plain != NULL)
    reason.text = g_strdup (plain->in[language]);
  else if (pair->verdict.kind != TB_VERDICT_INVALID)
    reason.text = g_strdup ((pair->verdict.codes & TB_RULE (11)) != 0   ? tb_rule_get_note (11, language)
                            : (pair->verdict.codes & TB_RULE (12)) != 0 ? tb_rule_get_note (12, language)
                                                                        : no_percentage.in[language]);
  if (reason.text != NULL)
    {
      reason.key = g_strdup (reason.text);
      reason.shared = g_strdup (reason.text);
      return reason;
    }
  reason.text = write_refusal (pair, reference, language, FALSE);
  reason.shared = write_refusal (pair, reference, language, TRUE);
  reason.key = g_strdup (reason.shared);

  return reason;
}

/* Takes @reason; returns its mark. */
static guint
add_reason (GPtrArray  *reasons,
            Reason     *reason,
            const char *when)
{
  Reason *taken = NULL;
  guint i;

  for (i = 0; i < reasons->len && taken == NULL; i++)
    if (strcmp (((Reason *) g_ptr_array_index (reasons, i))->key, reason->key) == 0)
      taken = g_ptr_array_index (reasons, i);
  if (taken == NULL)
    {
      taken = g_new0 (Reason, 1);
      *taken = *reason;
      taken->periods = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (reasons, taken);
      i = reasons->len;
    }
  else
    {
      g_free (reason->key);
      g_free (reason->text);
      g_free (reason->shared);
    }
  if (!g_ptr_array_find_with_equal_func (taken->periods, when, g_str_equal, NULL))
    g_ptr_array_add (taken->periods, g_strdup (when));

  return MIN (i, MOST_REASONS);
}

static char *
write_reason (const Reason *reason,
              guint         mark,
              TbLanguage    language)
{
  static const TbPhrase pattern = { { "%s %s: %s", "%s %s：%s" } };
  g_autoptr (GPtrArray) some = g_ptr_array_new ();
  g_autofree char *periods = NULL;
  guint n = reason->periods->len;
  guint n_shown = n > MOST_PERIODS ? MOST_PERIODS - 1 : n;

  for (guint i = 0; i < n_shown; i++)
    g_ptr_array_add (some, g_ptr_array_index (reason->periods, i));
  periods = tb_chart_words_join_some (some, n - n_shown, language);

  return g_strdup_printf (pattern.in[language], tb_variance_get_mark (mark), periods,
                          n > 1 ? reason->shared : reason->text);
}

/* Before the other notes but refusals: the marks in the plot point at these. */
static void
write_notes (TbVariances     *self,
             TbFigures       *figures,
             const GPtrArray *reasons)
{
  for (guint i = 0; i < reasons->len; i++)
    {
      char *text = write_reason (g_ptr_array_index (reasons, i), MIN (i + 1, MOST_REASONS), figures->language);

      g_ptr_array_insert (figures->notes, (int) MIN (figures->n_refusals + i, figures->notes->len),
                          (gpointer) tb_figures_keep (figures, text));
      g_ptr_array_add (figures->explaining, text);
      g_ptr_array_add (figures->refused, text);
      g_ptr_array_add (self->notes, text);
    }
}

/* What a break is stands once: in the reason, where there is one, else in its own note. */
static void
take_told (TbVariances     *self,
           TbFigures       *figures,
           const GPtrArray *reasons,
           const char      *definition)
{
  for (guint i = reasons->len; i < figures->notes->len; i++)
    {
      char *note = g_ptr_array_index (figures->notes, i);

      if (g_ptr_array_find (self->notes, note, NULL) || strstr (note, definition) == NULL)
        continue;
      g_ptr_array_add (self->told, note);
      g_ptr_array_remove_index (figures->notes, i);
      return;
    }
}

static void
tell_breaks_once (TbVariances     *self,
                  TbFigures       *figures,
                  const GPtrArray *reasons)
{
  const TbTrack *track = &self->part->tracks[0];

  for (gsize i = 0; i < track->n_points; i++)
    {
      TbObservation observation;
      const char *definition;
      gboolean is_told = FALSE;

      tb_series_get (track->series, (gsize) track->points[i].row, &observation);
      definition = track->points[i].breaks && observation.extra != NULL
                     ? tb_text_get (&observation.extra->definition, figures->language) : NULL;
      for (guint k = 0; k < self->notes->len && definition != NULL; k++)
        is_told = is_told || strstr (g_ptr_array_index (self->notes, k), definition) != NULL;
      if (is_told)
        take_told (self, figures, reasons, definition);
    }
}

/**
 * tb_variances_write_reasons:
 * @self: pairs
 * @figures: the chart's: gets the notes
 *
 * Gives each empty slot of the panels that are drawn the mark of its reason, and puts
 * the reasons before the other notes. Slots with one reason share a mark.
 */
void
tb_variances_write_reasons (TbVariances *self,
                            TbFigures   *figures)
{
  g_autoptr (GPtrArray) reasons = g_ptr_array_new_with_free_func (free_reason);
  gboolean begun = FALSE;

  for (guint i = 0; i < self->told->len; i++)
    g_ptr_array_add (figures->notes, g_ptr_array_index (self->told, i));
  g_ptr_array_set_size (self->told, 0);
  for (guint i = 0; i < self->pairs->len; i++)
    {
      TbVariance *pair = &g_array_index (self->pairs, TbVariance, i);
      g_autofree char *when = tb_figures_dup_when (self->part, pair->point);

      pair->absolute_mark = pair->relative_mark = 0;
      /* That nothing is before the first figures is plain. */
      begun = begun || pair->has_base;
      if (!begun)
        continue;
      if (self->with_absolute && isnan (pair->absolute))
        {
          Reason reason = explain (self, pair, FALSE, figures->reference);

          pair->absolute_mark = add_reason (reasons, &reason, when);
        }
      if (self->with_relative && isnan (pair->relative))
        {
          Reason reason = explain (self, pair, TRUE, figures->reference);

          pair->relative_mark = add_reason (reasons, &reason, when);
        }
    }
  write_notes (self, figures, reasons);
  tell_breaks_once (self, figures, reasons);
}
