/* The words of a bullet list's rows: headers and cells, and the same for those who hear them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-bullet.h"

#include "tb-chart-standing.h"
#include "tb-chart-units.h"
#include "tb-chart-words.h"
#include "tb-figure-text.h"

#include <math.h>
#include <string.h>

typedef enum
{
  PHRASE_PER_YEAR, PHRASE_TARGET, PHRASE_PLAN, PHRASE_NO_FIGURE, PHRASE_NOT_COMPARED, PHRASE_NOT_DUE,
  PHRASE_TIME, PHRASE_TIME_AHEAD, PHRASE_TIME_BEHIND, PHRASE_WAY, PHRASE_SINCE, PHRASE_ABOVE, PHRASE_BELOW,
  PHRASE_LEVEL,
  PHRASE_HEADROOM, PHRASE_EXCESS, PHRASE_INSIDE, PHRASE_ABOVE_RANGE, PHRASE_BELOW_RANGE, PHRASE_REQUIRED,
  PHRASE_FOR,
  N_PHRASES,
} Phrase;

static const TbPhrase phrases[N_PHRASES] = {
  [PHRASE_PER_YEAR] = { { "% a year", "%（年均）" } },
  [PHRASE_TARGET] = { { "target %s", "目标%s" } },
  [PHRASE_PLAN] = { { "plan %s", "计划%s" } },
  [PHRASE_NO_FIGURE] = { { "no figure yet", "暂无实际数" } },
  [PHRASE_NOT_COMPARED] = { { "not compared", "不作比较" } },
  [PHRASE_NOT_DUE] = { { "not due yet", "尚未到期" } },
  [PHRASE_TIME] = { { "time %s%%", "时序进度%s%%" } },
  [PHRASE_TIME_AHEAD] = { { "time %s%%, +%s pp", "时序进度%s%%，超前%s个百分点" } },
  [PHRASE_TIME_BEHIND] = { { "time %s%%, −%s pp", "时序进度%s%%，落后%s个百分点" } },
  [PHRASE_WAY] = { { "%s of the way", "进展%s" } },
  [PHRASE_SINCE] = { { "from %s", "自基期值%s起算" } },
  [PHRASE_ABOVE] = { { "above target", "高于目标" } },
  [PHRASE_BELOW] = { { "below target", "低于目标" } },
  [PHRASE_LEVEL] = { { "equal to target", "与目标持平" } },
  [PHRASE_HEADROOM] = { { "headroom", "距上限余量" } },
  [PHRASE_EXCESS] = { { "over the ceiling", "超出上限" } },
  [PHRASE_INSIDE] = { { "inside the range", "处于区间内" } },
  [PHRASE_ABOVE_RANGE] = { { "above the range", "高于区间" } },
  [PHRASE_BELOW_RANGE] = { { "below the range", "低于区间" } },
  [PHRASE_REQUIRED] = { { "%s required", "应达到%s" } },
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
                             : tb_unit_label (tb_series_get_info (row->choice.target.series)->unit, row->scale.suffix,
                                              language);
}

const TbObservation *
tb_bullet_read_target (const TbBulletRow *row,
                       TbObservation     *observation)
{
  tb_series_get (row->choice.target.series, row->choice.target.row, observation);

  return observation;
}

/* Whether all rows have one period, which is then in the subtitle. */
gboolean
tb_bullet_share_period (const TbBullet *self,
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

  /* A row alone has no name that would tell it from others, and a unit is none. */
  row->name = row->track->name[0] != '\0'
                  ? row->track->name
                  : tb_figures_keep (figures, tb_series_dup_name (row->track->series, figures->language, FALSE));
  if (with_period && row->choice.actual.series != NULL)
    when = tb_chart_dup_when (row->choice.actual, figures->language);
  has_when = when != NULL && when[0] != '\0';
  row->sub = tb_figures_keep (figures, g_strconcat (unit, unit[0] != '\0' && has_when ? " · " : "",
                                                    has_when ? when : "", NULL));
  row->when = has_when ? tb_figures_keep (figures, g_strdup (when)) : "";
}

/* Of an average growth the percentage alone: its unit is in the row's header. */
static char *
dup_goal (const TbBulletRow *row,
          TbLanguage         language)
{
  TbObservation observation;
  g_autofree char *number = NULL;

  if (!tb_bullet_is_growth (row))
    return tb_standing_dup_target (row->choice.target, row->scale, language);
  tb_bullet_read_target (row, &observation);
  number = tb_number_format (row->goal, tb_decimal_get_n_decimals (observation.value));

  return g_strconcat (!isnan (row->goal_low) ? "≥" : !isnan (row->goal_high) ? "≤" : "", number, NULL);
}

static const char *
write_target (const TbBulletRow *row,
              TbFigures         *figures)
{
  TbObservation observation;
  gboolean is_plan = tb_bullet_read_target (row, &observation)->kind == TB_KIND_PLAN;
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
  if (tb_bullet_is_growth (row) && !isnan (row->choice.standing.growth))
    return tb_number_format (row->choice.standing.growth, 1);
  tb_series_get (actual.series, actual.row, &observation);
  if (!isnan (row->value) && !tb_units_share_axis (tb_series_get_info (actual.series)->unit,
                                                   tb_series_get_info (row->choice.target.series)->unit))
    return tb_standing_dup_amount (row->choice.target, actual, row->value, row->scale);

  return tb_figure_dup_number_within (actual.series, &observation, row->scale, figures->most_decimals,
                                      figures->language);
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
  TbBulletCell cell = { TB_BULLET_WITHHELD, "" };

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

      /* T-7: under the heading of the completion it says itself that it is none. */
      cell.main = fill (PHRASE_WAY, figures, percent);
      cell.sub = fill (PHRASE_SINCE, figures, base);
      g_free (percent);
    }

  return cell;
}

static Phrase
find_gap_phrase (const TbBulletRow *row)
{
  const TbReading *gap = &row->choice.standing.gap;
  gboolean is_up = gap->bound == TB_BOUND_AT_LEAST || gap->value > 0 ||
                   (gap->bound == TB_BOUND_BETWEEN && gap->high > 0);
  gboolean is_level = (gap->bound == TB_BOUND_EXACT || gap->bound == TB_BOUND_ABOUT) && !(fabs (gap->value) > 0);
  gboolean is_ceiling = isnan (row->goal_low) && !isnan (row->goal_high);
  TbObservation observation;

  if (tb_bullet_read_target (row, &observation)->extra->target.comparator == TB_COMPARATOR_RANGE)
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
    return (TbBulletCell) { TB_BULLET_WITHHELD, "" };
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

  return word[0] == '\0' ? TB_BULLET_WITHHELD : word;
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
  g_autofree char *when = is_due ? tb_chart_dup_when (row->choice.target, figures->language) : g_strdup ("");
  const char *time = when[0] != '\0' ? fill (PHRASE_FOR, figures, when) : "";
  TbBulletCell cell = { find_word (row, figures), time };
  g_autofree char *required = NULL;
  const char *asked;

  if (row->choice.refused || tb_bullet_is_growth (row) || isnan (standing->required) ||
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
  gboolean actuals_differ = !tb_bullet_share_period (self, FALSE);
  gboolean targets_differ = !tb_bullet_share_period (self, TRUE);

  for (gsize i = 0; i < self->n_rows; i++)
    {
      TbBulletRow *row = &self->rows[i];
      gboolean nothing = row->choice.refused || row->choice.actual.series == NULL;

      write_header (self, row, figures, actuals_differ);
      row->cells[TB_BULLET_VALUE].main = tb_figures_keep (figures, dup_actual (row, figures));
      row->whole = tb_figures_keep (figures, dup_whole (row, &self->groups[row->group], figures->language));
      row->cells[TB_BULLET_VALUE].sub = write_target (row, figures);
      row->cells[TB_BULLET_STATUS] = write_status (row, figures, targets_differ);
      row->cells[TB_BULLET_COMPLETION] = nothing ? (TbBulletCell) { TB_BULLET_WITHHELD, "" }
                                                 : write_completion (row, figures);
      row->cells[TB_BULLET_GAP] = nothing ? (TbBulletCell) { TB_BULLET_WITHHELD, "" } : write_gap (row, figures);
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

gboolean
tb_bullet_has_column (const TbBullet *self,
                      TbBulletColumn  column)
{
  for (gsize i = 0; i < self->n_rows; i++)
    if (strcmp (self->rows[i].cells[column].main, TB_BULLET_WITHHELD) != 0)
      return TRUE;

  return FALSE;
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
      g_string_append_printf (text, "%s%s%s%s%s", row->whole, row->when[0] != '\0' ? tb_chart_word (TB_WORD_COMMA,
                                                                                                    language) : "",
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
