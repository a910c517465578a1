/* The words of a bullet list: row headers, cells, legend, notes, alternative text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-bullet.h"

#include "tb-chart-units.h"
#include "tb-chart-words.h"
#include "tb-figure-text.h"

#include <math.h>
#include <string.h>

/* Reasons told in the notes; more rows than these are counted. */
#define MOST_REASONS 3

/* T-5, for its reason: without a deadline there is no status word. */
#define RULE_OF_DEADLINE 44

/* What a cell shows where a rule withholds its number. */
#define WITHHELD "–"

typedef enum
{
  PHRASE_PER_YEAR, PHRASE_TARGET, PHRASE_PLAN, PHRASE_NO_FIGURE, PHRASE_NOT_COMPARED, PHRASE_NOT_DUE, PHRASE_TIME, PHRASE_TIME_AHEAD, PHRASE_TIME_BEHIND, PHRASE_WAY, PHRASE_ABOVE, PHRASE_BELOW,
  PHRASE_LEVEL, PHRASE_HEADROOM, PHRASE_EXCESS, PHRASE_INSIDE, PHRASE_ABOVE_RANGE, PHRASE_BELOW_RANGE,
  PHRASE_REQUIRED, PHRASE_FOR,
  N_PHRASES,
} Phrase;

static const TbPhrase phrases[N_PHRASES] = {
  [PHRASE_PER_YEAR] = { { "% a year", "%（年均）" } },
  [PHRASE_TARGET] = { { "target %s", "目标%s" } },
  [PHRASE_PLAN] = { { "plan %s", "计划%s" } },
  [PHRASE_NO_FIGURE] = { { "no figure yet", "暂无实际数" } },
  [PHRASE_NOT_COMPARED] = { { "not compared", "不作对比" } },
  [PHRASE_NOT_DUE] = { { "not due yet", "尚未到期" } },
  [PHRASE_TIME] = { { "time %s%%", "时序%s%%" } },
  [PHRASE_TIME_AHEAD] = { { "time %s%%, +%s pp", "时序%s%%，超前%s个百分点" } },
  [PHRASE_TIME_BEHIND] = { { "time %s%%, −%s pp", "时序%s%%，落后%s个百分点" } },
  [PHRASE_WAY] = { { "of the way from %s", "自基期%s以来" } },
  [PHRASE_ABOVE] = { { "above target", "高于目标" } },
  [PHRASE_BELOW] = { { "below target", "低于目标" } },
  [PHRASE_LEVEL] = { { "equal to target", "与目标持平" } },
  [PHRASE_HEADROOM] = { { "headroom", "距上限余量" } },
  [PHRASE_EXCESS] = { { "over the ceiling", "超出上限" } },
  [PHRASE_INSIDE] = { { "inside the range", "处于区间内" } },
  [PHRASE_ABOVE_RANGE] = { { "above the range", "高于区间" } },
  [PHRASE_BELOW_RANGE] = { { "below the range", "低于区间" } },
  [PHRASE_REQUIRED] = { { "%s required", "应达%s" } },
  [PHRASE_FOR] = { { "target for %s", "%s目标" } },
};

static const char *
say (Phrase           phrase,
     const TbFigures *figures)
{
  return phrases[phrase].in[figures->language];
}

/* A pattern of the table, filled. */
static const char *
fill (Phrase           phrase,
      TbFigures       *figures,
      ...)
{
  va_list arguments;
  char *text;

  va_start (arguments, figures);
  text = g_strdup_vprintf (say (phrase, figures), arguments);
  va_end (arguments);

  return tb_figures_keep (figures, text);
}

static char *
dup_unit (const TbBulletRow   *row,
          const TbBulletGroup *group,
          TbLanguage           language)
{
  return group->unit == NULL ? g_strdup (phrases[PHRASE_PER_YEAR].in[language])
                             : tb_unit_label (tb_series_get_info (row->choice.target.series)->unit, row->scale.suffix, language);
}

static gboolean
is_growth (const TbBulletRow *row)
{
  return !isnan (row->choice.standing.growth_required);
}

static const TbObservation *
get_target (const TbBulletRow *row,
            TbObservation     *observation)
{
  tb_series_get (row->choice.target.series, row->choice.target.row, observation);

  return observation;
}

/* Whether all rows have one period, which is then in the subtitle. */
static gboolean
share_period (const TbBullet *self,
              gboolean        of_targets)
{
  TbPeriod first = TB_PERIOD_UNDATED;

  for (gsize i = 0; i < self->n_rows; i++)
    {
      const TbTargetChoice *choice = &self->rows[i].choice;
      TbFigure figure = of_targets ? choice->target : choice->actual;
      TbPeriod period;

      if (figure.series == NULL)
        return FALSE;
      period = tb_series_get_period (figure.series, figure.row);
      if (!tb_period_is_dated (period) || (i > 0 && !tb_period_equal (period, first)))
        return FALSE;
      first = period;
    }

  return self->n_rows > 0;
}

/* The unit, and the figure's period where the rows differ in it. */
static void
write_header (const TbBullet *self,
              TbBulletRow    *row,
              TbFigures      *figures,
              gboolean        with_period)
{
  g_autofree char *unit = dup_unit (row, &self->groups[row->group], figures->language);
  g_autofree char *when = NULL;
  gboolean has_when;

  row->name = row->track->name;
  if (with_period && row->choice.actual.series != NULL)
    when = tb_target_dup_when (row->choice.actual, figures->language);
  has_when = when != NULL && when[0] != '\0';
  row->sub = tb_figures_keep (figures, g_strconcat (unit, unit[0] != '\0' && has_when ? " · " : "", has_when ? when : "", NULL));
  row->when = has_when ? tb_figures_keep (figures, g_strdup (when)) : "";
}

/* Of an average growth the percentage alone: its unit is in the row's header. */
static char *
dup_goal (const TbBulletRow *row,
          TbLanguage         language)
{
  TbObservation observation;
  g_autofree char *number = NULL;

  if (!is_growth (row))
    return tb_standing_dup_target (row->choice.target, row->scale, language);
  get_target (row, &observation);
  number = tb_number_format (row->goal, tb_decimal_get_n_decimals (observation.value));

  return g_strconcat (!isnan (row->goal_low) ? "≥" : !isnan (row->goal_high) ? "≤" : "", number, NULL);
}

static const char *
write_target (const TbBulletRow *row,
              TbFigures         *figures)
{
  TbObservation observation;
  gboolean is_plan = get_target (row, &observation)->kind == TB_KIND_PLAN;
  g_autofree char *number = dup_goal (row, figures->language);

  return fill (is_plan ? PHRASE_PLAN : PHRASE_TARGET, figures, number);
}

static char *
dup_actual (const TbBulletRow *row,
            const TbFigures   *figures)
{
  TbFigure actual = row->choice.actual;
  TbObservation observation;

  if (actual.series == NULL)
    return g_strdup ("…");
  if (is_growth (row) && !isnan (row->choice.standing.growth))
    return tb_number_format (row->choice.standing.growth, 1);
  tb_series_get (actual.series, actual.row, &observation);
  if (!isnan (row->value) && !tb_units_share_axis (tb_series_get_info (actual.series)->unit,
                                                   tb_series_get_info (row->choice.target.series)->unit))
    return tb_standing_dup_amount (row->choice.target, actual, row->value, row->scale);

  return tb_figure_dup_number (actual.series, &observation, row->scale, figures->language);
}

/* The figure with its unit, for where no header names that. */
static char *
dup_whole (const TbBulletRow   *row,
           const TbBulletGroup *group,
           TbLanguage           language)
{
  const char *number = row->cells[TB_BULLET_VALUE].main;

  if (row->choice.actual.series == NULL)
    return g_strdup (number);
  if (group->unit == NULL)
    return g_strconcat (number, phrases[PHRASE_PER_YEAR].in[language], NULL);

  return tb_unit_attach (tb_series_get_info (row->choice.target.series)->unit, number, row->scale.suffix, language);
}

/* "46%" over "time 50%, −4 pp"; else the way from the baseline (T-6, T-7). */
static TbBulletCell
write_completion (const TbBulletRow *row,
                  TbFigures         *figures)
{
  const TbStanding *standing = &row->choice.standing;
  char *percent = tb_standing_dup_percent (&standing->completion, figures->language);
  TbBulletCell cell = { WITHHELD, "" };

  if (percent != NULL)
    {
      cell.main = tb_figures_keep (figures, percent);
      if (!isnan (standing->elapsed) && standing->elapsed < 100)
        {
          g_autofree char *time = tb_standing_dup_share (standing->elapsed);
          g_autofree char *distance = tb_standing_dup_distance (standing);

          if (distance == NULL)
            cell.sub = fill (PHRASE_TIME, figures, time);
          else
            cell.sub = fill (standing->completion.value > standing->elapsed ? PHRASE_TIME_AHEAD : PHRASE_TIME_BEHIND,
                             figures, time, distance);
        }
      return cell;
    }
  percent = tb_standing_dup_percent (&standing->progress, figures->language);
  if (percent != NULL)
    {
      g_autofree char *base = tb_standing_dup_amount (row->choice.target, row->choice.actual, row->baseline,
                                                      row->scale);

      cell.main = tb_figures_keep (figures, percent);
      cell.sub = fill (PHRASE_WAY, figures, base);
    }

  return cell;
}

static Phrase
find_gap_phrase (const TbBulletRow *row)
{
  const TbReading *gap = &row->choice.standing.gap;
  gboolean is_up = gap->bound == TB_BOUND_AT_LEAST || gap->value > 0 || (gap->bound == TB_BOUND_BETWEEN && gap->high > 0);
  gboolean is_level = (gap->bound == TB_BOUND_EXACT || gap->bound == TB_BOUND_ABOUT) && !(fabs (gap->value) > 0);
  gboolean is_ceiling = isnan (row->goal_low) && !isnan (row->goal_high);
  TbObservation observation;

  if (get_target (row, &observation)->extra->target.comparator == TB_COMPARATOR_RANGE)
    return is_level ? PHRASE_INSIDE : is_up ? PHRASE_ABOVE_RANGE : PHRASE_BELOW_RANGE;
  if (is_level)
    return PHRASE_LEVEL;
  if (is_ceiling)
    return is_up ? PHRASE_EXCESS : PHRASE_HEADROOM;

  return is_up ? PHRASE_ABOVE : PHRASE_BELOW;
}

/* T-2: headroom is what is left, a size and no change. */
static TbBulletCell
write_gap (const TbBulletRow *row,
           TbFigures         *figures)
{
  char *gap = tb_standing_dup_gap (&row->choice.standing, row->choice.target, row->choice.actual,
                                   row->scale, figures->language);
  Phrase phrase;

  if (gap == NULL)
    return (TbBulletCell) { WITHHELD, "" };
  phrase = find_gap_phrase (row);
  if (phrase == PHRASE_INSIDE || phrase == PHRASE_LEVEL)
    {
      g_free (gap);
      return (TbBulletCell) { say (phrase, figures), "" };
    }
  if (phrase == PHRASE_HEADROOM && g_str_has_prefix (gap, "−"))
    memmove (gap, gap + strlen ("−"), strlen (gap + strlen ("−")) + 1);

  return (TbBulletCell) { tb_figures_keep (figures, gap), say (phrase, figures) };
}

static const char *
find_word (const TbBulletRow *row,
           const TbFigures   *figures)
{
  const char *word = tb_standing_get_word (row->choice.standing.word, figures->language);

  if (row->choice.actual.series == NULL)
    return say (PHRASE_NO_FIGURE, figures);
  if (row->choice.refused)
    return say (row->choice.pending ? PHRASE_NOT_DUE : PHRASE_NOT_COMPARED, figures);

  return word[0] == '\0' ? WITHHELD : word;
}

/* The word over what the path asks for, and the time of the target where the rows
 * differ in it. */
static TbBulletCell
write_status (const TbBulletRow *row,
              TbFigures         *figures,
              gboolean           with_period)
{
  const TbStanding *standing = &row->choice.standing;
  gboolean is_due = with_period && tb_target_get_deadline (row->choice.target) != 0;
  g_autofree char *when = is_due ? tb_target_dup_when (row->choice.target, figures->language) : g_strdup ("");
  const char *time = when[0] != '\0' ? fill (PHRASE_FOR, figures, when) : "";
  TbBulletCell cell = { find_word (row, figures), time };
  g_autofree char *required = NULL;
  const char *asked;

  if (row->choice.refused || is_growth (row) || isnan (standing->required) ||
      (standing->word != TB_STANDING_ON_PATH && standing->word != TB_STANDING_BEHIND_PATH))
    return cell;
  required = tb_standing_dup_amount (row->choice.target, row->choice.actual, standing->required,
                                     row->scale);
  asked = fill (PHRASE_REQUIRED, figures, required);
  cell.sub = time[0] == '\0' ? asked : tb_figures_keep (figures, g_strconcat (asked, " · ", when, NULL));

  return cell;
}

/**
 * tb_bullet_write_rows:
 * @self: rows with their scales
 * @figures: figures; keeps the texts
 *
 * Writes the cells of all rows.
 */
void
tb_bullet_write_rows (TbBullet  *self,
                      TbFigures *figures)
{
  gboolean actuals_differ = !share_period (self, FALSE);
  gboolean targets_differ = !share_period (self, TRUE);

  for (gsize i = 0; i < self->n_rows; i++)
    {
      TbBulletRow *row = &self->rows[i];
      gboolean nothing = row->choice.refused || row->choice.actual.series == NULL;

      write_header (self, row, figures, actuals_differ);
      row->cells[TB_BULLET_VALUE].main = tb_figures_keep (figures, dup_actual (row, figures));
      row->whole = tb_figures_keep (figures, dup_whole (row, &self->groups[row->group], figures->language));
      row->cells[TB_BULLET_VALUE].sub = write_target (row, figures);
      row->cells[TB_BULLET_STATUS] = write_status (row, figures, targets_differ);
      row->cells[TB_BULLET_COMPLETION] = nothing ? (TbBulletCell) { WITHHELD, "" } : write_completion (row, figures);
      row->cells[TB_BULLET_GAP] = nothing ? (TbBulletCell) { WITHHELD, "" } : write_gap (row, figures);
    }
}

const char *
tb_bullet_heading (TbBulletColumn column,
                   gboolean       is_merged,
                   TbLanguage     language)
{
  static const TbPhrase merged = { { "Completion or gap", "完成率或差距" } };
  static const TbPhrase headings[TB_N_BULLET_COLUMNS] = {
    [TB_BULLET_VALUE] = { { "Actual", "实际" } },
    [TB_BULLET_COMPLETION] = { { "Completion", "完成率" } },
    [TB_BULLET_GAP] = { { "Gap", "与目标差距" } },
    [TB_BULLET_STATUS] = { { "Status", "完成情况" } },
  };

  return column == TB_BULLET_COMPLETION && is_merged ? merged.in[language] : headings[column].in[language];
}

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
  kind = tb_chart_kind_word (get_target (&self->rows[0], &observation)->kind, language);
  if (share_period (self, FALSE))
    actual = tb_target_dup_when (self->rows[0].choice.actual, language);
  if (share_period (self, TRUE))
    target = tb_target_dup_when (self->rows[0].choice.target, language);
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
  gboolean bars, dots, solid, all_binding, indicative, meets, bands, time, path, previous, baseline;
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
      seen.solid = seen.solid || !row->indicative;
      if (!row->indicative)
        seen.all_binding = seen.all_binding && get_target (row, &observation)->extra->target.binding == TB_YES;
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
  static const TbPhrase binding = { { "Binding target", "约束性目标" } };
  static const TbPhrase indicative = { { "Indicative target", "预期性目标" } };
  static const TbPhrase meets = { { "Meets the target", "达到目标的区间" } };
  static const TbPhrase time = { { "Share of time elapsed", "时序进度" } };
  static const TbPhrase path = { { "Required by the path", "进度要求" } };
  static const TbPhrase both = { { "Required by time or path", "时序进度或进度要求" } };
  static const TbPhrase previous = { { "A year before", "上年同期" } };
  static const TbPhrase baseline = { { "Baseline", "基期" } };
  Seen seen = look (self);
  TbLanguage language = figures->language;

  if (seen.bars)
    tb_figures_add_legend (figures, g_strdup (actual.in[language]), TB_SWATCH_SOLID, TB_INK_ACTUAL, -1);
  if (seen.dots && !seen.bars)
    tb_figures_add_legend (figures, g_strdup (actual.in[language]), TB_SWATCH_DOT, TB_INK_ACTUAL, -1);
  if (seen.previous)
    tb_figures_add_legend (figures, g_strdup (previous.in[language]), TB_SWATCH_TRIANGLE, TB_INK_ACTUAL, -1);
  if (seen.baseline)
    tb_figures_add_legend (figures, g_strdup (baseline.in[language]), TB_SWATCH_HOLLOW_TRIANGLE, TB_INK_ACTUAL, -1);
  if (seen.solid)
    tb_figures_add_legend (figures, g_strdup ((seen.all_binding ? binding : target).in[language]), TB_SWATCH_TICK,
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

  if (get_target (row, &observation)->extra->target.comparator == TB_COMPARATOR_ABOUT && isnan (row->goal_low) &&
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
  static const TbPhrase refused_all = { { "Not compared: %s", "不作对比：%s" } };
  static const TbPhrase refused_some = { { "Not compared: %s (%s)", "不作对比：%s（%s）" } };
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
      else if (strcmp (row->cells[TB_BULLET_COMPLETION].main, WITHHELD) == 0)
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

gboolean
tb_bullet_has_column (const TbBullet *self,
                      TbBulletColumn  column)
{
  for (gsize i = 0; i < self->n_rows; i++)
    if (strcmp (self->rows[i].cells[column].main, WITHHELD) != 0)
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
  static const TbPhrase split = { { "Rates of unlike size have scales of their own, with numbers", "数值相差较大的比率另用标有数字的刻度" } };

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

/**
 * tb_bullet_describe:
 * @content: a #TbBullet
 * @figures: its figures
 * @text: is appended to
 *
 * T-11: a sentence for each row: the figure, its target, how it stands.
 */
void
tb_bullet_describe (gconstpointer    content,
                    const TbFigures *figures,
                    GString         *text)
{
  const TbBullet *self = content;
  TbLanguage language = figures->language;

  for (gsize i = 0; i < self->n_rows; i++)
    {
      const TbBulletRow *row = &self->rows[i];
      const TbTargetChoice *choice = &row->choice;
      g_autofree char *words = NULL;

      if (text->len > 0 && language == TB_LANGUAGE_EN)
        g_string_append_c (text, ' ');
      if (row->name[0] != '\0')
        g_string_append_printf (text, "%s%s", row->name, tb_chart_word (TB_WORD_COLON, language));
      g_string_append_printf (text, "%s%s%s%s%s", row->whole, row->when[0] != '\0' ? tb_chart_word (TB_WORD_COMMA, language) : "",
                              row->when, tb_chart_word (TB_WORD_CLAUSE, language), row->cells[TB_BULLET_VALUE].sub);
      if (choice->actual.series != NULL)
        words = tb_standing_dup_text (&choice->standing, choice->target, choice->actual, language);
      else
        words = g_strdup (row->cells[TB_BULLET_STATUS].main);
      if (words[0] != '\0')
        g_string_append_printf (text, "%s%s", tb_chart_word (TB_WORD_CLAUSE, language), words);
      g_string_append (text, tb_chart_word (TB_WORD_END, language));
    }
}
