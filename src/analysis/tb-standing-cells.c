/* A standing in short pieces, for the columns of a chart; and what its path asks
 * for on any day.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-figure-private.h"
#include "tb-span.h"
#include "tb-standing-private.h"

#include <math.h>

/**
 * tb_standing_dup_percent:
 * @reading: the completion or the progress of a standing
 * @language: the reader's language
 *
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): "46%", "at least 46%"; %NULL where the rules
 *   withhold it
 */
char *
tb_standing_dup_percent (const TbReading *reading,
                         TbLanguage       language)
{
  return reading->kind == TB_VERDICT_INVALID ? NULL : tb_reading_dup_percent (reading, language);
}

/**
 * tb_standing_dup_share:
 * @percent: a percentage
 *
 * Thread: any.
 *
 * Returns: (transfer full): "50", rounded as percentages of standings are
 */
char *
tb_standing_dup_share (double percent)
{
  return tb_percent_dup_rounded (percent, 0);
}

/**
 * tb_standing_dup_amount:
 * @target: a target or a plan
 * @actual: the figure that is measured by it
 * @amount: in the target's unit
 * @scale: the scale of the row
 *
 * Thread: any.
 *
 * Returns: (transfer full): the amount with as many decimals as the two figures
 *   print, without unit
 */
char *
tb_standing_dup_amount (TbFigure      target,
                        TbFigure      actual,
                        double        amount,
                        TbNumberScale scale)
{
  TbAim aim;

  if (!tb_aim_load (&aim, target, actual, (TbReference) { 0, 0 }))
    return tb_number_format_scaled (amount, 0, scale, FALSE);

  return tb_number_format_scaled (amount, tb_aim_count_decimals (&aim, amount, scale), scale, FALSE);
}

/* "+5", "−0.4 pp" */
static char *
dup_plain_gap (const TbAim      *aim,
               const TbStanding *self,
               TbNumberScale     scale,
               TbLanguage        language)
{
  static const TbPhrase points = { { "%s%s pp", "%s%s个百分点" } };
  const char *sign = self->gap.value > 0 ? "+" : self->gap.value < 0 ? "−" : "";
  g_autofree char *number = NULL;

  if (!isnan (self->growth))
    number = tb_percent_dup_rounded (fabs (self->gap.value), 0);
  else if (self->in_points)
    number = tb_aim_dup_points (aim, fabs (self->gap.value));
  else
    {
      int decimals = tb_aim_count_decimals (aim, self->gap.value, scale);

      number = tb_number_format_scaled (fabs (self->gap.value), decimals, scale, FALSE);
    }

  return self->in_points ? g_strdup_printf (points.in[language], sign, number) : g_strconcat (sign, number, NULL);
}

/**
 * tb_standing_dup_gap:
 * @self: how the figure stands
 * @target: the target
 * @actual: the figure
 * @scale: the scale of the row
 * @language: the reader's language
 *
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): "+5", "−0.4 pp", in @scale and without unit;
 *   of bounds with them in words: "more than 20 units"; %NULL where the rules
 *   withhold it
 */
char *
tb_standing_dup_gap (const TbStanding *self,
                     TbFigure          target,
                     TbFigure          actual,
                     TbNumberScale     scale,
                     TbLanguage        language)
{
  TbAim aim;

  if (self->gap.kind == TB_VERDICT_INVALID || !tb_aim_load (&aim, target, actual, self->reference))
    return NULL;
  if (self->gap.bound != TB_BOUND_EXACT && self->gap.bound != TB_BOUND_ABOUT)
    return tb_aim_dup_gap (&aim, self, language);

  return dup_plain_gap (&aim, self, scale, language);
}

/**
 * tb_standing_get_path_start:
 * @target: a target or a plan
 * @actual: a figure that is measured by it
 *
 * Thread: any; no allocation.
 *
 * Returns: the day at whose end the way to the target begins: that of its baseline,
 *   or the one before the period that is summed up; 0: not known
 */
TbDay
tb_standing_get_path_start (TbFigure target,
                            TbFigure actual)
{
  TbAim aim;

  if (!tb_aim_load (&aim, target, actual, (TbReference) { 0, 0 }))
    return 0;

  return tb_aim_get_start (&aim);
}

/**
 * tb_standing_get_required_at:
 * @target: a target or a plan
 * @actual: a figure that is measured by it
 * @day: a day
 * @out_required: (out): what the path asks for at the end of @day, of figures like
 *   @actual, in the target's unit
 *
 * T-5, T-8: the straight line, the curve of equal growth, the milestones, or the
 * path that an average growth implies. At its own end the path asks for the target.
 *
 * Thread: any; no allocation.
 *
 * Returns: whether the path says so
 */
gboolean
tb_standing_get_required_at (TbFigure target,
                             TbFigure actual,
                             TbDay    day,
                             double  *out_required)
{
  TbAim aim;

  *out_required = NAN;
  if (!tb_aim_load (&aim, target, actual, (TbReference) { 0, 0 }))
    return FALSE;
  aim.actual.span.end = day;
  if (aim.aim->basis == TB_TARGET_GROWTH_AVG)
    return tb_aim_get_required_by_growth (&aim, 0, out_required);
  if (aim.aim->path != TB_PATH_NONE && aim.has_goal && day == aim.deadline)
    {
      *out_required = aim.goal.low.number;
      return TRUE;
    }

  return tb_aim_get_required (&aim, out_required) && !isnan (*out_required);
}
