/* The columns of a comparison table on targets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-comparison-private.h"
#include "tb-figure-text.h"
#include "tb-verdict-private.h"

#include <math.h>

/* How many of a row's targets are tried until one can be measured. */
#define N_TRIED 6

static const TbColumnKind group[] = {
  TB_COLUMN_TARGET, TB_COLUMN_DEADLINE, TB_COLUMN_ACTUAL, TB_COLUMN_GAP, TB_COLUMN_COMPLETION, TB_COLUMN_ELAPSED,
  TB_COLUMN_STATUS,
};

const char *
tb_column_get_target_title (TbColumnKind kind,
                            TbLanguage   language)
{
  static const TbPhrase titles[] = {
    [TB_COLUMN_TARGET] = {{ "Target", "目标值" }},
    [TB_COLUMN_DEADLINE] = {{ "Deadline", "完成期限" }},
    [TB_COLUMN_ACTUAL] = {{ "Measured by", "实际值" }},
    [TB_COLUMN_GAP] = {{ "Gap", "与目标差距" }},
    [TB_COLUMN_COMPLETION] = {{ "Completion", "完成率" }},
    [TB_COLUMN_ELAPSED] = {{ "Time elapsed", "时序进度" }},
    [TB_COLUMN_STATUS] = {{ "Status", "完成情况" }},
  };

  return titles[kind].in[language];
}

static GArray *
list_targets (const TbComparison *self,
              const TbTableRow   *row)
{
  GArray *list = NULL;

  for (gsize i = 0; i < row->n_cells; i++)
    {
      const TbColumn *column = &g_array_index (self->columns, TbColumn, row->cells[i].column);
      TbFigure target = { row->series, row->cells[i].row };

      if (column->figure_kind != TB_KIND_TARGET && column->figure_kind != TB_KIND_PLAN)
        continue;
      if (list == NULL)
        list = g_array_new (FALSE, FALSE, sizeof (TbFigure));
      g_array_append_val (list, target);
    }
  if (list != NULL)
    tb_targets_sort (list, self->reference);

  return list;
}

/* TRUE: the row has a target that an observed figure measures. */
static gboolean
choose_target (const TbComparison *self,
               TbTableRow         *row)
{
  const TbDataset *dataset = tb_selection_get_dataset (self->selection);
  g_autoptr (GArray) list = list_targets (self, row);

  if (list == NULL)
    return FALSE;

  row->target = g_array_index (list, TbFigure, 0);
  for (guint i = 0; i < MIN (list->len, N_TRIED); i++)
    {
      TbFigure target = g_array_index (list, TbFigure, i);
      TbFigure actual = tb_standing_find_actual (dataset, target, self->known, self->reference);

      if (actual.series == NULL)
        continue;
      row->target = target;
      row->actual = actual;
      return TRUE;
    }

  return FALSE;
}

void
tb_comparison_append_targets (TbComparison *self)
{
  gboolean can_measure = FALSE;

  for (gsize i = 0; i < self->n_rows; i++)
    can_measure = choose_target (self, &self->rows[i]) || can_measure;

  for (gsize i = 0; can_measure && i < G_N_ELEMENTS (group); i++)
    {
      TbColumn column = { .kind = group[i], .period = TB_PERIOD_UNDATED, .base = TB_PERIOD_UNDATED,
                          .figure_kind = TB_KIND_TARGET };

      g_array_append_val (self->columns, column);
    }
}

/**
 * tb_comparison_get_target:
 * @self: a comparison with columns of targets
 * @row: a row
 * @out_target: (out): the row's target
 * @out_actual: (out): the observed figure that it is measured by; its series is
 *   %NULL where there is none
 *
 * Returns: whether the row has a target
 */
gboolean
tb_comparison_get_target (const TbComparison *self,
                          gsize               row,
                          TbFigure           *out_target,
                          TbFigure           *out_actual)
{
  g_return_val_if_fail (row < self->n_rows, FALSE);

  *out_target = self->rows[row].target;
  *out_actual = self->rows[row].actual;

  return out_target->series != NULL;
}

/**
 * tb_comparison_get_standing:
 * @self: a comparison with columns of targets
 * @row: a row
 *
 * Thread: any. No allocation.
 *
 * Returns: how the row's figure stands to its target
 */
TbStanding
tb_comparison_get_standing (const TbComparison *self,
                            gsize               row)
{
  TbFigure target, actual;

  tb_comparison_get_target (self, row, &target, &actual);

  return tb_standing_assess (target, actual, self->reference);
}

static char *
dup_deadline (TbFigure    target,
              TbLanguage  language,
              TbCellStyle style)
{
  TbDay deadline = tb_target_get_deadline (target);

  if (deadline == 0)
    return g_strdup (TB_CELL_REFUSED);

  return style == TB_CELL_PLAIN ? tb_day_to_string (deadline) : tb_day_label (deadline, language);
}

/* Whether the figure's digits are those that it has in the row's unit: units may
 * differ in their counting word alone. */
static gboolean
has_row_unit (const TbTableRow *row,
              const TbSide     *side)
{
  const TbUnit *unit = tb_series_get_info (row->series)->unit;
  TbDecimal factor;

  return side->info->unit == unit
         || (tb_unit_conversion (side->info->unit, unit, &factor) && tb_decimal_compare (factor, TB_DECIMAL_ONE) == 0);
}

/* The figure with its period; in another unit than the row's, with its unit. */
static char *
dup_actual (const TbTableRow *row,
            TbLanguage        language,
            TbCellStyle       style)
{
  static const TbPhrase with_period = { { "%s (%s)", "%s（%s）" } };
  g_autofree char *number = NULL;
  g_autofree char *period = NULL;
  TbSide side;

  if (!tb_side_load (&side, row->actual))
    return g_strdup (TB_CELL_REFUSED);
  if (has_row_unit (row, &side))
    number = tb_figure_dup_number (row->actual.series, &side.observation, row->scales[language], language);
  else
    number = tb_figure_dup_with_unit (row->actual.series, &side.observation, tb_number_scale_for_power (0, language),
                                      language);
  if (style == TB_CELL_PLAIN)
    return tb_cell_make_plain (number);
  period = tb_period_label (side.span, language, TB_PERIOD_LABEL_FULL);

  return g_strdup_printf (with_period.in[language], number, period);
}

static TbBounded
get_bounded (const TbReading *reading)
{
  return (TbBounded) { reading->value, reading->low, reading->high, reading->bound, reading->strict };
}

static char *
dup_gap (const TbTableRow *row,
         const TbStanding *standing,
         TbLanguage        language,
         TbCellStyle       style)
{
  TbBounded gap = get_bounded (&standing->gap);
  TbNumberScale scale = row->scales[language];
  g_autofree char *number = NULL;
  TbSide target, actual;

  if (standing->gap.kind == TB_VERDICT_INVALID || !tb_side_load (&target, row->target)
      || !tb_side_load (&actual, row->actual))
    return g_strdup (TB_CELL_REFUSED);

  if (!isnan (standing->growth))
    {
      g_autofree char *percent = tb_cell_dup_percent (&gap, TRUE, TB_CELL_SHOWN);

      /* The difference of two growth rates, whatever the unit of the figures. */
      number = g_strndup (percent, strlen (percent) - 1);
    }
  else
    {
      if (standing->in_points)
        scale = tb_number_scale_for_power (0, language);
      number = tb_cell_dup_difference (&gap, &target, &actual, scale);
    }

  return number != NULL ? tb_cell_dup_in_unit (number, standing->in_points, language, style)
                        : g_strdup (TB_CELL_REFUSED);
}

/* What is short of the whole is not rounded to it. */
static char *
dup_completion (const TbStanding *standing,
                TbCellStyle       style)
{
  TbBounded completion = get_bounded (&standing->completion);

  if (standing->completion.kind == TB_VERDICT_INVALID)
    return g_strdup (TB_CELL_REFUSED);
  if (completion.value < 100 && completion.value > 99.9)
    completion.value = 99.9;

  return tb_cell_dup_percent (&completion, FALSE, style);
}

static char *
dup_elapsed (const TbStanding *standing,
             TbCellStyle       style)
{
  TbBounded elapsed = { standing->elapsed, NAN, NAN, TB_BOUND_EXACT, FALSE };

  return isnan (standing->elapsed) ? g_strdup (TB_CELL_REFUSED) : tb_cell_dup_percent (&elapsed, FALSE, style);
}

char *
tb_comparison_dup_target_cell (const TbComparison *self,
                               gsize               row,
                               TbColumnKind        kind,
                               TbLanguage          language,
                               TbCellStyle         style)
{
  const TbTableRow *table_row = &self->rows[row];
  TbStanding standing;
  g_autofree char *target = NULL;

  if (table_row->target.series == NULL)
    return g_strdup ("");
  if (kind == TB_COLUMN_DEADLINE)
    return dup_deadline (table_row->target, language, style);
  if (kind == TB_COLUMN_ACTUAL)
    return dup_actual (table_row, language, style);
  if (kind == TB_COLUMN_TARGET)
    {
      target = tb_standing_dup_target (table_row->target, table_row->scales[language], language);
      return style == TB_CELL_PLAIN ? tb_cell_make_plain (target) : g_steal_pointer (&target);
    }

  standing = tb_comparison_get_standing (self, row);
  if (kind == TB_COLUMN_GAP)
    return dup_gap (table_row, &standing, language, style);
  if (kind == TB_COLUMN_COMPLETION)
    return dup_completion (&standing, style);
  if (kind == TB_COLUMN_ELAPSED)
    return dup_elapsed (&standing, style);

  return g_strdup (standing.word == TB_STANDING_NONE ? TB_CELL_REFUSED
                                                     : tb_standing_get_word (standing.word, language));
}

static double
rank_word (TbStandingWord word)
{
  switch (word)
    {
    case TB_STANDING_MISSED:
      return 0;
    case TB_STANDING_BEHIND_PATH:
      return 1;
    case TB_STANDING_NO_PATH:
      return 2;
    case TB_STANDING_ON_PATH:
      return 3;
    case TB_STANDING_MET_SO_FAR:
      return 4;
    case TB_STANDING_ACHIEVED:
      return 5;
    case TB_STANDING_NONE:
      break;
    }

  return NAN;
}

/* In the row's unit. */
static double
get_actual_number (const TbTableRow *row)
{
  TbSide side;
  TbInterval value;

  return tb_side_load (&side, row->actual) && side.known
         && tb_side_convert (&side, tb_series_get_info (row->series)->unit, &value)
           ? tb_interval_get_stated (&value) : NAN;
}

double
tb_comparison_get_target_number (const TbComparison *self,
                                 gsize               row,
                                 TbColumnKind        kind)
{
  const TbTableRow *table_row = &self->rows[row];
  TbStanding standing;
  TbDay deadline;

  if (table_row->target.series == NULL)
    return NAN;
  if (kind == TB_COLUMN_TARGET)
    return tb_series_get_figure (table_row->target.series, table_row->target.row);
  if (kind == TB_COLUMN_ACTUAL)
    return get_actual_number (table_row);
  if (kind == TB_COLUMN_DEADLINE)
    {
      deadline = tb_target_get_deadline (table_row->target);
      return deadline != 0 ? deadline : NAN;
    }

  standing = tb_comparison_get_standing (self, row);
  if (kind == TB_COLUMN_GAP)
    return standing.gap.kind != TB_VERDICT_INVALID ? standing.gap.value : NAN;
  if (kind == TB_COLUMN_COMPLETION)
    return standing.completion.kind != TB_VERDICT_INVALID ? standing.completion.value : NAN;
  if (kind == TB_COLUMN_ELAPSED)
    return standing.elapsed;

  return rank_word (standing.word);
}
