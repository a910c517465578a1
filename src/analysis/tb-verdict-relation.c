/* What a change is against: "year on year", "较上年末".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-verdict-private.h"

static gboolean
is_month_end (TbDay self)
{
  int year, month, day;

  tb_day_split (self + 1, &year, &month, &day);

  return day == 1;
}

/* "since end 2024", "较上年末", "较2022年6月末": the ends of months are named as beside their levels. */
static char *
dup_since (const TbSide *base,
           const TbSide *current,
           TbLanguage    language)
{
  static const TbPhrase year_end = { { "since end %d", "较%d年末" } };
  static const TbPhrase date = { { "since %s", "较%s" } };
  TbDay end = base->span.end;
  g_autofree char *label = NULL;
  int year, month, day, current_year, current_month, current_day;

  tb_day_split (end, &year, &month, &day);
  tb_day_split (current->span.end, &current_year, &current_month, &current_day);
  if (month == 12 && day == 31)
    {
      if (language == TB_LANGUAGE_ZH && current_year == year + 1)
        return g_strdup ("较上年末");
      return g_strdup_printf (year_end.in[language], year);
    }
  if (language == TB_LANGUAGE_ZH && is_month_end (end))
    return g_strdup_printf ("较%d年%d月末", year, month);
  label = tb_day_label (end, language);

  return g_strdup_printf (date.in[language], label);
}

static const char *
get_previous_word (const TbSide *current)
{
  switch ((TbPeriodKind) current->span.kind)
    {
    case TB_PERIOD_M:
      return "on the previous month";
    case TB_PERIOD_Q:
      return "on the previous quarter";
    case TB_PERIOD_S:
      return "on the previous half-year";
    case TB_PERIOD_W:
      return "on the previous week";
    case TB_PERIOD_A:
    case TB_PERIOD_T:
    case TB_PERIOD_B:
    case TB_PERIOD_D:
    case TB_PERIOD_RANGE:
    case TB_PERIOD_NONE:
    case TB_PERIOD_TEXT:
      break;
    }

  return "on the previous period";
}

/**
 * tb_sides_dup_relation:
 * @base: the earlier figure
 * @current: the later one
 * @is_level: there is no change between them
 * @language: the reader's language
 *
 * Thread: any.
 *
 * Returns: (transfer full): what a change from the one to the other is against
 */
char *
tb_sides_dup_relation (const TbSide *base,
                       const TbSide *current,
                       gboolean      is_level,
                       TbLanguage    language)
{
  static const TbPhrase against = { { "against %s", "比%s" } };
  static const TbPhrase level_with = { { "against %s", "与%s" } };
  gboolean en = language == TB_LANGUAGE_EN;
  g_autofree char *label = NULL;

  switch (tb_side_relate (base, current))
    {
    case TB_RELATION_ON_YEAR:
      return g_strdup (en ? "year on year" : "同比");
    case TB_RELATION_ON_PERIOD:
      return g_strdup (en ? get_previous_word (current) : "环比");
    case TB_RELATION_SINCE:
      return dup_since (base, current, language);
    case TB_RELATION_OTHER:
      break;
    }

  label = tb_period_label (base->span, language, TB_PERIOD_LABEL_FULL);

  return g_strdup_printf ((is_level ? &level_with : &against)->in[language], label);
}

/**
 * tb_verdict_dup_relation:
 * @self: a verdict on the change from @base to @current
 * @base: the earlier figure
 * @current: the later one
 * @language: the reader's language
 *
 * Says what a change is against, for beside its size.
 *
 * Missing: %NULL where the verdict gives no number.
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): "year on year", "since end 2024", "环比"
 */
char *
tb_verdict_dup_relation (const TbVerdict *self,
                         TbFigure         base,
                         TbFigure         current,
                         TbLanguage       language)
{
  TbSide from, to;

  if (self->kind == TB_VERDICT_INVALID || self->operation != TB_OPERATION_CHANGE || !tb_side_load (&from, base)
      || !tb_side_load (&to, current))
    return NULL;
  return tb_sides_dup_relation (&from, &to, tb_verdict_is_rounding (self), language);
}
