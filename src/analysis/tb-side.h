/* One side of a comparison: a figure of a file, or a computed one. Private to
 * the analysis.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-verdict.h"

G_BEGIN_DECLS

/* R9: figures that may still change, or that differ in definition. */
#define TB_STATUS_UNCERTAIN (TB_STATUS_FORECAST | TB_STATUS_ESTIMATED | TB_STATUS_PROVISIONAL | TB_STATUS_IMPUTED \
                             | TB_STATUS_LOW_RELIABILITY | TB_STATUS_DEFINITION)

/**
 * TbSide:
 * @figure: the row it is; the series alone counts where it is computed
 * @info: what holds for its series
 * @observation: period, kind, qualifier, basis, status, source, extra; of a
 *   computed figure, those of its terms
 * @span: the span as it is meant: a year-to-date figure begins with the reporting
 *   year, whatever its period's spelling
 * @known: whether there is a number or range: @value
 * @value: what it is known to be
 * @implied: computed as what others leave (R20)
 */
typedef struct
{
  TbFigure            figure;
  const TbSeriesInfo *info;
  TbObservation       observation;
  TbPeriod            span;
  gboolean            known;
  TbInterval          value;
  gboolean            implied;
} TbSide;

/* How the current period lies to the base: what the change is called. */
typedef enum
{
  TB_RELATION_OTHER,
  TB_RELATION_ON_YEAR,    /* the same span, or the same date, a year earlier: 同比 */
  TB_RELATION_ON_PERIOD,  /* the span just before: 环比 */
  TB_RELATION_SINCE,      /* levels: since a date: 较上年末 */
} TbRelation;

/* The rules that apply to a pair, by what they do to the answer. */
typedef struct
{
  TbRuleSet refuses;  /* no number at all */
  TbRuleSet notes;    /* a number with a warning */
  TbRuleSet shapes;   /* a number, computed or worded in a certain way */
} TbWeighing;

/* FALSE: there is no such row. */
gboolean    tb_side_load      (TbSide          *self,
                               TbFigure         figure);
/* A figure that is no row: @observation is as a row of the series would say it. */
void        tb_side_load_observation (TbSide          *self,
                               const TbSeries  *series,
                               const TbObservation *observation);
/* R5: the first day of the year that the figure is of, month × 100 + day. */
guint16     tb_side_get_year_start (const TbSide *self);
gboolean    tb_side_is_level  (const TbSide    *self);
/* The same span or date a year earlier, whatever the change is called. */
gboolean    tb_side_is_year_apart (const TbSide *base,
                               const TbSide    *current);
TbRelation  tb_side_relate    (const TbSide    *base,
                               const TbSide    *current);
/* R0–R10, R15, R16, R19, R20, F-10 and T-7: whether the two may be compared at all. */
TbWeighing  tb_side_weigh     (const TbSide    *base,
                               const TbSide    *current,
                               TbReference      reference);
/* The date on which the side's figure is looked at; 0: not known. */
TbDay       tb_side_get_reference_day (const TbSide *self,
                               TbReference      reference);
/* The whole verdict on two sides: tb_verdict_change() of two rows, and of
 * computed figures. */
TbVerdict   tb_sides_compare  (const TbSide    *base,
                               const TbSide    *current,
                               TbReference      reference);
TbVerdict   tb_sides_share    (const TbSide    *part,
                               const TbSide    *whole,
                               TbReference      reference);
char       *tb_sides_dup_text (const TbVerdict *verdict,
                               const TbSide    *base,
                               const TbSide    *current,
                               TbReference      reference,
                               TbLanguage       language) G_GNUC_WARN_UNUSED_RESULT;
/* R9: what a mask of TB_STATUS_… says of figures that may be compared; "" for nothing. */
char       *tb_status_dup_note (guint32         status,
                               TbLanguage       language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
