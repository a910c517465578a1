/* Why a figure can be compared with nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-proposal-private.h"

static char *
dup_label (const TbSide *side,
           TbLanguage    language)
{
  static const TbPhrase with_kind = { { "%s (%s)", "%s（%s）" } };
  g_autofree char *label = tb_period_label (side->span, language, TB_PERIOD_LABEL_FULL);

  if (side->observation.kind == TB_KIND_ACTUAL)
    return g_steal_pointer (&label);

  return g_strdup_printf (with_kind.in[language], label,
                          tb_vocabulary_word (&tb_kinds, (int) side->observation.kind, language));
}

/* Whether there is another figure with a number and a date. */
static gboolean
has_other (TbSisters sisters,
           TbFigure  current,
           TbDay     known)
{
  for (gsize i = 0; i < sisters.n; i++)
    {
      const TbSeries *series = sisters.series[i];

      for (gsize row = 0; tb_sisters_are (series, current.series) && row < tb_series_get_n (series); row++)
        {
          TbSide side;

          if ((series != current.series || row != current.row) && tb_side_load (&side, (TbFigure) { series, row })
              && side.known && tb_period_is_dated (side.span) && tb_known_is_read (series, row, known))
            return TRUE;
        }
    }

  return FALSE;
}

/* Whether the indicator has series of other places or breakdowns. */
static gboolean
is_elsewhere (TbSisters       sisters,
              const TbSeries *own)
{
  for (gsize i = 0; i < sisters.n; i++)
    {
      if (!tb_sisters_are (sisters.series[i], own))
        return TRUE;
    }

  return FALSE;
}

/* "no figure for H1 2020; ", where there is none a year earlier. */
static char *
dup_absence (const TbSide     *current,
             const TbProposal *refused,
             TbLanguage        language)
{
  static const TbPhrase absent = { { "no figure for %s; ", "无%s的数；" } };
  g_autofree char *label = NULL;
  TbPeriod wanted;

  if (refused->kind == TB_PROPOSAL_YEAR_EARLIER || !tb_period_year_earlier (current->span, &wanted))
    return g_strdup ("");
  label = tb_period_label (wanted, language, TB_PERIOD_LABEL_FULL);

  return g_strdup_printf (absent.in[language], label);
}

static char *
dup_refusal (const TbProposal *refused,
             TbFigure          current,
             TbReference       reference,
             TbLanguage        language)
{
  static const TbPhrase refusal = { { "%s%s: %s", "%s%s：%s" } };
  g_autofree char *reason = tb_verdict_dup_text (&refused->verdict, refused->base, current, reference, language);
  g_autofree char *absence = NULL;
  g_autofree char *label = NULL;
  TbSide from, to;

  if (!tb_side_load (&from, refused->base) || !tb_side_load (&to, current))
    return g_steal_pointer (&reason);
  absence = dup_absence (&to, refused, language);
  label = dup_label (&from, language);

  return g_strdup_printf (refusal.in[language], absence, label, reason);
}

/**
 * tb_proposal_dup_reason:
 * @dataset: the dataset of the figure
 * @current: a figure of it
 * @known: what was known on a day is looked at; 0: all
 * @reference: the day that the rules go by
 * @language: the reader's language
 *
 * Explains why tb_proposal_list() finds nothing: what the figure itself lacks,
 * that there is no earlier one, or the nearest earlier one with the reason why
 * it is refused.
 *
 * Thread: any.
 *
 * Returns: (transfer full): "the only figure of this indicator", "no figure for
 *   H1 2020; 2019: periods of different length"
 */
char *
tb_proposal_dup_reason (const TbDataset *dataset,
                        TbFigure         current,
                        TbDay            known,
                        TbReference      reference,
                        TbLanguage       language)
{
  static const TbPhrase no_number = { { "there is no number to compare", "无数值可比" } };
  static const TbPhrase no_date = { { "a figure without a date is compared with nothing", "未注明时期，不作比较" } };
  static const TbPhrase alone = { { "the only figure of this indicator", "本指标仅有这一个数" } };
  static const TbPhrase alone_here = { { "the only figure of this indicator for its place and breakdown",
                                         "本指标在该地区、该分组仅有这一个数" } };
  static const TbPhrase first = { { "there is no earlier figure of this indicator", "本指标没有更早的数" } };
  TbProposal refused;
  TbSisters sisters;
  TbSide side;

  if (!tb_side_load (&side, current) || !side.known)
    return g_strdup (no_number.in[language]);
  sisters = tb_sisters_of (dataset, current.series);
  if (tb_proposal_find_refused (sisters, current, known, reference, &refused))
    return dup_refusal (&refused, current, reference, language);
  if (!tb_period_is_dated (side.span))
    return g_strdup (no_date.in[language]);
  if (has_other (sisters, current, known))
    return g_strdup (first.in[language]);

  return g_strdup ((is_elsewhere (sisters, current.series) ? &alone_here : &alone)->in[language]);
}
