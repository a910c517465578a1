/* What stands around the rows of a bullet list: subtitle, legend, notes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-bullet.h"

#include "tb-chart-standing.h"
#include "tb-chart-words.h"

#include <math.h>
#include <string.h>

/* Reasons told in the notes, and names with each; more are counted. */
#define MOST_REASONS 3

/* T-5, for its reason: without a deadline there is no status word. */
#define RULE_OF_DEADLINE 44

/* Place, the period of the figures, that of the targets; units are in the rows. */
static void
write_subtitle (const TbBullet *self,
                TbFigures      *figures)
{
  static const TbPhrase both = { { "%s against the %s for %s", "%1$s对照%3$s%2$s" } };
  static const TbPhrase targets = { { "%2$ss for %1$s", "%s%s" } };
  TbLanguage language = figures->language;
  const TbPlace *place = tb_series_get_info (self->rows[0].track->series)->place;
  g_autofree char *actual = NULL;
  g_autofree char *target = NULL;
  g_autofree char *name = NULL;
  g_autofree char *span = NULL;
  TbObservation observation;
  const char *kind;

  for (gsize i = 1; i < self->n_rows; i++)
    if (tb_series_get_info (self->rows[i].track->series)->place != place)
      place = NULL;
  kind = tb_chart_kind_word (tb_bullet_read_target (&self->rows[0], &observation)->kind, language);
  if (tb_bullet_share_period (self, FALSE))
    actual = tb_chart_dup_when (self->rows[0].choice.actual, language);
  if (tb_bullet_share_period (self, TRUE))
    target = tb_chart_dup_when (self->rows[0].choice.target, language);
  if (actual != NULL && target != NULL)
    span = g_strdup_printf (both.in[language], actual, kind, target);
  else if (target != NULL)
    span = g_strdup_printf (targets.in[language], target, kind);
  else
    span = actual != NULL ? g_steal_pointer (&actual) : g_strdup ("");
  name = place != NULL ? tb_text_dup_marked (&place->name, language) : g_strdup ("");
  figures->subtitle = tb_figures_keep (figures, g_strconcat (name, name[0] != '\0' && span[0] != '\0'
                                                                     ? tb_chart_word (TB_WORD_COMMA, language) : "",
                                                             span, NULL));
}

/* What is drawn at all. */
typedef struct
{
  gboolean bars, dots, solid, plans, targets, all_binding, indicative, meets, bands, time, path, previous, baseline;
} Seen;

static Seen
look (const TbBullet *self)
{
  Seen seen = { .all_binding = TRUE };

  for (gsize i = 0; i < self->n_rows; i++)
    {
      const TbBulletRow *row = &self->rows[i];
      gboolean has_value = !isnan (row->value) || !isnan (row->range_low);
      TbObservation observation;

      seen.bars = seen.bars || (has_value && !self->groups[row->group].is_dot);
      seen.dots = seen.dots || (has_value && self->groups[row->group].is_dot);
      seen.indicative = seen.indicative || row->indicative;
      tb_bullet_read_target (row, &observation);
      seen.solid = seen.solid || !row->indicative;
      seen.plans = seen.plans || (!row->indicative && observation.kind == TB_KIND_PLAN);
      seen.targets = seen.targets || (!row->indicative && observation.kind != TB_KIND_PLAN);
      if (!row->indicative)
        seen.all_binding = seen.all_binding && observation.extra->target.binding == TB_YES;
      seen.meets = seen.meets || !isnan (row->goal_low) || !isnan (row->goal_high);
      seen.time = seen.time || (!isnan (row->on_way) && isnan (row->choice.standing.required));
      seen.path = seen.path || (!isnan (row->on_way) && !isnan (row->choice.standing.required));
      seen.previous = seen.previous || !isnan (row->previous);
      seen.baseline = seen.baseline || !isnan (row->baseline);
    }

  return seen;
}

static void
write_legend (const TbBullet *self,
              TbFigures      *figures)
{
  static const TbPhrase actual = { { "Actual", "实际" } };
  static const TbPhrase target = { { "Target", "目标" } };
  static const TbPhrase plan = { { "Plan", "计划" } };
  static const TbPhrase target_or_plan = { { "Target or plan", "目标或计划" } };
  static const TbPhrase binding = { { "Binding target", "约束性目标" } };
  static const TbPhrase indicative = { { "Indicative target", "预期性目标" } };
  static const TbPhrase meets = { { "Meets the target", "达到目标的区间" } };
  static const TbPhrase time = { { "Share of time elapsed", "时序进度" } };
  static const TbPhrase path = { { "Required by the path", "进度要求" } };
  static const TbPhrase both = { { "Required by time or path", "时序进度或进度要求" } };
  static const TbPhrase previous = { { "A year earlier", "上年同期" } };
  static const TbPhrase baseline = { { "Baseline", "基期" } };
  Seen seen = look (self);
  TbLanguage language = figures->language;
  const TbPhrase *aim = seen.all_binding ? &binding : !seen.plans ? &target : seen.targets ? &target_or_plan : &plan;

  if (seen.bars)
    tb_figures_add_legend (figures, g_strdup (actual.in[language]), TB_SWATCH_SOLID, TB_INK_ACTUAL, -1);
  if (seen.dots && !seen.bars)
    tb_figures_add_legend (figures, g_strdup (actual.in[language]), TB_SWATCH_DOT, TB_INK_ACTUAL, -1);
  if (seen.previous)
    tb_figures_add_legend (figures, g_strdup (previous.in[language]), TB_SWATCH_TRIANGLE, TB_INK_ACTUAL, -1);
  if (seen.baseline)
    tb_figures_add_legend (figures, g_strdup (baseline.in[language]), TB_SWATCH_HOLLOW_TRIANGLE, TB_INK_ACTUAL, -1);
  if (seen.solid)
    tb_figures_add_legend (figures, g_strdup (aim->in[language]), TB_SWATCH_TICK,
                           TB_INK_TARGET, -1);
  if (seen.indicative)
    tb_figures_add_legend (figures, g_strdup (indicative.in[language]), TB_SWATCH_DASHED_TICK, TB_INK_TARGET, -1);
  if (seen.time || seen.path)
    tb_figures_add_legend (figures, g_strdup ((!seen.path ? time : !seen.time ? path : both).in[language]),
                           TB_SWATCH_THIN_TICK, TB_INK_MUTED, -1);
  if (seen.meets)
    tb_figures_add_legend (figures, g_strdup (meets.in[language]), TB_SWATCH_SHADE, TB_INK_MUTED, -1);
}

/* A reason with the rows that it holds for. */
typedef struct
{
  char      *reason;
  GPtrArray *names;
} Reason;

static void
clear_reason (gpointer data)
{
  Reason *self = data;

  g_free (self->reason);
  g_ptr_array_unref (self->names);
}

static void
add_reason (GArray     *reasons,
            char       *reason,
            const char *name)
{
  Reason fresh = { reason, NULL };

  for (guint i = 0; i < reasons->len; i++)
    if (strcmp (g_array_index (reasons, Reason, i).reason, reason) == 0)
      {
        g_ptr_array_add (g_array_index (reasons, Reason, i).names, (gpointer) name);
        g_free (reason);
        return;
      }
  fresh.names = g_ptr_array_new ();
  g_ptr_array_add (fresh.names, (gpointer) name);
  g_array_append_val (reasons, fresh);
}

/* "No completion (–): a rate is no sum" with the rows where they are not all. */
static void
note_reasons (const TbBullet *self,
              TbFigures      *figures,
              const GArray   *reasons,
              const TbPhrase *of_all,
              const TbPhrase *of_some)
{
  for (guint i = 0; i < MIN (reasons->len, MOST_REASONS); i++)
    {
      const Reason *reason = &g_array_index (reasons, Reason, i);
      g_autoptr (GPtrArray) some = g_ptr_array_new ();
      g_autofree char *names = NULL;

      if (reason->names->len == self->n_rows)
        {
          tb_figures_add_note (figures, g_strdup_printf (of_all->in[figures->language], reason->reason));
          continue;
        }
      for (guint k = 0; k < MIN (reason->names->len, MOST_REASONS); k++)
        g_ptr_array_add (some, g_ptr_array_index (reason->names, k));
      names = tb_chart_words_join_some (some, reason->names->len - some->len, figures->language);
      tb_figures_add_note (figures, g_strdup_printf (of_some->in[figures->language], reason->reason, names));
    }
}

/* Whose they are is told by the comparators of the rows. */
static char *
list_reasons (const GArray *reasons,
              TbLanguage    language)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < reasons->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? tb_chart_word (TB_WORD_CLAUSE, language) : "",
                            g_array_index (reasons, Reason, i).reason);

  return g_string_free_and_steal (text);
}

/* T-3: why there is no status word. */
static char *
dup_no_word (const TbBulletRow *row,
             TbLanguage         language)
{
  static const TbPhrase no_tolerance = { { "no tolerance is given", "未注明允差" } };
  const TbTargetChoice *choice = &row->choice;
  TbObservation observation;

  if (tb_bullet_read_target (row, &observation)->extra->target.comparator == TB_COMPARATOR_ABOUT
      && isnan (row->goal_low) &&
      isnan (row->goal_high))
    return g_strdup (no_tolerance.in[language]);
  if (tb_target_get_deadline (choice->target) == 0)
    return g_strdup (tb_rule_get_reason (RULE_OF_DEADLINE, language));

  return tb_standing_dup_text (&choice->standing, choice->target, choice->actual, language);
}

/* T-6: why there is no completion; why a figure is not set against its target. */
static void
write_notes (const TbBullet *self,
             TbFigures      *figures)
{
  static const TbPhrase refused_all = { { "Not compared: %s", "不作比较：%s" } };
  static const TbPhrase refused_some = { { "Not compared: %s (%s)", "不作比较：%s（%s）" } };
  static const TbPhrase no_completion = { { "No completion (–): %s", "无完成率（–）：%s" } };
  static const TbPhrase no_word_all = { { "No status: %s", "不判断完成情况：%s" } };
  static const TbPhrase no_word_some = { { "No status: %s (%s)", "不判断完成情况：%s（%s）" } };
  g_autoptr (GArray) refused = g_array_new (FALSE, FALSE, sizeof (Reason));
  g_autoptr (GArray) completion = g_array_new (FALSE, FALSE, sizeof (Reason));
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (Reason));

  g_array_set_clear_func (refused, clear_reason);
  g_array_set_clear_func (completion, clear_reason);
  g_array_set_clear_func (word, clear_reason);
  for (gsize i = 0; i < self->n_rows; i++)
    {
      const TbBulletRow *row = &self->rows[i];
      const TbTargetChoice *choice = &row->choice;

      if (choice->actual.series == NULL)
        continue;
      if (choice->pending)
        continue;
      if (choice->refused)
        add_reason (refused, tb_target_dup_refusal (choice, figures->language), row->name);
      else if (strcmp (row->cells[TB_BULLET_COMPLETION].main, TB_BULLET_WITHHELD) == 0)
        add_reason (completion, tb_standing_dup_no_completion (&choice->standing, choice->target, choice->actual,
                                                               figures->language), row->name);
      if (!choice->refused && choice->standing.word == TB_STANDING_NONE)
        add_reason (word, dup_no_word (row, figures->language), row->name);
    }
  note_reasons (self, figures, refused, &refused_all, &refused_some);
  note_reasons (self, figures, word, &no_word_all, &no_word_some);
  /* A column that no row fills is not there. */
  if (tb_bullet_has_column (self, TB_BULLET_COMPLETION) && completion->len > 0)
    {
      g_autofree char *list = list_reasons (completion, figures->language);

      tb_figures_add_note (figures, g_strdup_printf (no_completion.in[figures->language], list));
    }
}

static gboolean
has_dots (const TbBullet *self)
{
  for (gsize i = 0; i < self->n_groups; i++)
    if (self->groups[i].is_dot)
      return TRUE;

  return FALSE;
}

/* Whether rows of one unit have two scales. */
static gboolean
has_split (const TbBullet *self)
{
  for (gsize i = 0; i < self->n_groups; i++)
    if (self->groups[i].has_ticks && !self->groups[i].is_dot && !self->own_scales)
      return TRUE;

  return FALSE;
}

/**
 * tb_bullet_write_frame:
 * @self: rows with their cells
 * @figures: figures; subtitle, legend and notes are added
 * @spec: what to show
 *
 * Writes what stands around the rows.
 */
void
tb_bullet_write_frame (const TbBullet          *self,
                       TbFigures               *figures,
                       const TbChartSpecFields *spec)
{
  static const TbPhrase dots = { { "Dots: the scale does not begin at zero", "圆点行的刻度不从零开始" } };
  static const TbPhrase own = { { "Each row has its own scale", "各行刻度不同" } };
  static const TbPhrase shared = { { "Rows of one unit share a scale", "同一单位的各行刻度相同" } };
  static const TbPhrase split = { { "Rates of unlike size have scales of their own, with numbers",
                                    "数值相差较大的比率另用标有数字的刻度" } };

  if (spec->subtitle == NULL)
    write_subtitle (self, figures);
  write_legend (self, figures);
  if (has_dots (self))
    tb_figures_add_note (figures, g_strdup (dots.in[figures->language]));
  if (has_split (self))
    tb_figures_add_note (figures, g_strdup (split.in[figures->language]));
  if (self->n_rows > 1 && (self->n_groups == self->n_rows || self->own_scales))
    tb_figures_add_note (figures, g_strdup (own.in[figures->language]));
  else if (self->n_groups > 1)
    tb_figures_add_note (figures, g_strdup (shared.in[figures->language]));
  write_notes (self, figures);
}
