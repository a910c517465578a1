/* Whether two figures may be compared, and what comes of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-dataset.h"
#include "tb-interval.h"
#include "tb-number-format.h"
#include "tb-rule.h"

G_BEGIN_DECLS

typedef enum { TB_VERDICT_VALID, TB_VERDICT_NOTE, TB_VERDICT_INVALID } TbVerdictKind;

typedef enum { TB_OPERATION_CHANGE, TB_OPERATION_SHARE } TbOperation;

/**
 * TbVerdict:
 * @kind: INVALID gives no number at all
 * @operation: what was asked
 * @codes: the rules that shaped the answer
 * @absolute: current − base in the unit of the current figure (× multiplier applied), NaN
 *   where there is none
 * @relative: percent (12.5 is 12.5 %), NaN where there is none; of a share, the share
 * @points: percentage points, NaN unless both are percentages
 * @bound: how @absolute and the others are to be read
 * @strict: the bound itself is not reached: "more than", not "at least"
 * @low, @high: the bounds of @absolute (or @points, or the share), NaN where open
 * @computed: R18: what the figures themselves give where a published change is shown,
 *   of bounds the nearest; NaN otherwise. It is in the sort of the published one: of
 *   @points, else of @relative, else, where that is NaN, of @absolute
 *
 * A plain value.
 */
struct _TbVerdict
{
  TbVerdictKind kind;
  TbOperation   operation;
  TbRuleSet     codes;
  double        absolute;
  double        relative;
  double        points;
  TbBound       bound;
  gboolean      strict;
  double        low;
  double        high;
  double        computed;
};

/* A row of a series. */
typedef struct
{
  const TbSeries *series;  /* NULL: there is no such figure (R0) */
  gsize           row;
} TbFigure;

/* On which day figures are looked at (R19, T-5); all zero: the data's own dates. */
typedef struct
{
  TbDay as_of;    /* 0: the figure's vintage, else its source's date, else @updated */
  TbDay updated;  /* of the dataset; 0: not given */
} TbReference;

/* Nothing is asked for, and the dataset's date is known. */
#define TB_REFERENCE_OF(dataset) ((TbReference) { 0, tb_dataset_get_info (dataset)->updated })

/* The change from @base to @current. The figures may be of two series (R1).
 * Thread: any; no allocation. */
TbVerdict  tb_verdict_change     (TbFigure          base,
                                  TbFigure          current,
                                  TbReference       reference);
/* @part as a percentage of @whole: an indicator of its `part_of`, the same
 * indicator in a place that holds the part's, or a longer span of one series. */
TbVerdict  tb_verdict_share      (TbFigure          part,
                                  TbFigure          whole,
                                  TbReference       reference);
/* What became of it in words: the change or the share, or every reason of the
 * refusal with what differs. For a share, @base is the whole. */
char      *tb_verdict_dup_text   (const TbVerdict  *self,
                                  TbFigure          base,
                                  TbFigure          current,
                                  TbReference       reference,
                                  TbLanguage        language) G_GNUC_WARN_UNUSED_RESULT;
/* The size of a change for beside an arrow: "4.2 pp", "12.5%", ">20%"; NULL where
 * there is no number. @out_sign: −1, 0, 1. */
char      *tb_verdict_dup_short  (const TbVerdict  *self,
                                  TbFigure          base,
                                  TbFigure          current,
                                  TbLanguage        language,
                                  int              *out_sign) G_GNUC_WARN_UNUSED_RESULT;
/* The same with its sign: "+4.2 pp", "<−20%", "unchanged". */
char      *tb_verdict_dup_signed (const TbVerdict  *self,
                                  TbFigure          base,
                                  TbFigure          current,
                                  TbLanguage        language,
                                  int              *out_sign) G_GNUC_WARN_UNUSED_RESULT;
/* N-4: whether a change is for the better; neutral where it is none, or nothing says so.
 * @sign: of the change, above, below or at 0. */
typedef enum { TB_TONE_NEUTRAL, TB_TONE_GOOD, TB_TONE_BAD } TbTone;
TbTone     tb_direction_get_tone (TbDirection       self,
                                  int               sign);
/* What the change is against: "year on year", "since end 2024"; NULL where there is no number. */
char      *tb_verdict_dup_relation (const TbVerdict *self,
                                  TbFigure          base,
                                  TbFigure          current,
                                  TbLanguage        language) G_GNUC_WARN_UNUSED_RESULT;
/* R17: the difference is no more than what rounding alone can make. */
gboolean   tb_verdict_is_rounding (const TbVerdict *self);
/* A change with its sign: the amount in a scale ("+3,000", "+45.5万"), and in percent
 * ("+150.0%"); of percentages both are points ("+4.2 pp"). @decimals: as the numbers
 * around it have; −1: as printed. NULL where there is no such number. */
char      *tb_verdict_dup_amount (const TbVerdict  *self,
                                  TbFigure          base,
                                  TbFigure          current,
                                  TbNumberScale     scale,
                                  gboolean          with_suffix,
                                  int               decimals,
                                  TbLanguage        language) G_GNUC_WARN_UNUSED_RESULT;
char      *tb_verdict_dup_percent (const TbVerdict *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
