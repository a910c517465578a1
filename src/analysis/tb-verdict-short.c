/* The size of a change in a few characters, for places with little room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-verdict-private.h"

static char *
format_points (const TbSide *base,
               const TbSide *current,
               double        points,
               TbLanguage    language)
{
  static const TbPhrase units = { { "%s pp", "%s个百分点" } };
  TbNumberScale none = tb_number_scale_for_power (0, language);
  g_autofree char *number = tb_number_format (fabs (points), tb_side_count_decimals (base, current, points, none));

  return g_strdup_printf (units.in[language], number);
}

/* The bound of a size: of what fell by more than 5, ">5". */
static const char *
get_mark (const TbVerdict *verdict)
{
  switch (verdict->bound)
    {
    case TB_BOUND_AT_LEAST:
    case TB_BOUND_AT_MOST:
      return verdict->strict ? ">" : "≥";
    case TB_BOUND_ABOUT:
      return "≈";
    case TB_BOUND_EXACT:
    case TB_BOUND_BETWEEN:
      break;
    }

  return "";
}

static int
get_sign (double number)
{
  return (number > 0) - (number < 0);
}

/**
 * tb_verdict_dup_short:
 * @self: a verdict on the change from @base to @current
 * @base: the earlier figure
 * @current: the later one
 * @language: the reader's language
 * @out_sign: (out): whether it fell (−1), did not change (0) or rose (1)
 *
 * Writes the size of a change without its sign, for beside an arrow: percentage
 * points of percentages, else percent, else the amount.
 *
 * Missing: %NULL where the verdict gives no number, or only limits of one.
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): "4.2 pp", "12.5%", ">20%", "45.5万个"
 */
char *
tb_verdict_dup_short (const TbVerdict *self,
                      TbFigure         base,
                      TbFigure         current,
                      TbLanguage       language,
                      int             *out_sign)
{
  static const TbPhrase unchanged = { { "unchanged", "持平" } };
  gboolean in_points = !isnan (self->points);
  double difference = in_points ? self->points : tb_verdict_states_percentage (self) ? self->relative : self->absolute;
  g_autofree char *size = NULL;
  TbSide from, to;

  *out_sign = 0;
  if (self->kind == TB_VERDICT_INVALID || self->operation != TB_OPERATION_CHANGE || self->bound == TB_BOUND_BETWEEN
      || !tb_side_load (&from, base) || !tb_side_load (&to, current))
    return NULL;
  if ((self->codes & TB_RULE (17)) != 0 && isnan (self->computed))
    return g_strdup ("≈0");
  if (isnan (difference))
    return NULL;

  *out_sign = get_sign (difference);
  if (*out_sign == 0)
    return self->bound == TB_BOUND_EXACT ? g_strdup (unchanged.in[language]) : NULL;
  if (in_points)
    size = format_points (&from, &to, self->points, language);
  else if (!isnan (self->relative))
    size = tb_percent_dup_text (self->relative, self->bound == TB_BOUND_AT_LEAST || self->bound == TB_BOUND_AT_MOST);
  else
    size = tb_difference_dup_text (self, &from, &to, self->absolute, language);

  return g_strconcat (get_mark (self), size, NULL);
}
