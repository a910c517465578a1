/* Whether two figures may be compared, and what comes of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-dataset.h"

G_BEGIN_DECLS

typedef enum { TB_VERDICT_VALID, TB_VERDICT_NOTE, TB_VERDICT_INVALID } TbVerdictKind;

/* Rules of semantics 4.1, as bits: TB_RULE (13) is R13. */
#define TB_RULE(n) (1u << (n))
#define TB_N_RULES 21

typedef enum
{
  TB_BOUND_EXACT,
  TB_BOUND_AT_LEAST,
  TB_BOUND_AT_MOST,
  TB_BOUND_ABOUT,
  TB_BOUND_BETWEEN,
} TbBound;

/**
 * TbVerdict:
 * @kind: INVALID gives no number at all
 * @codes: the rules that shaped the answer, as a mask of TB_RULE()
 * @absolute: current − base in the unit (× multiplier applied), NaN where there is none
 * @relative: percent (12.5 is 12.5 %), NaN where there is none
 * @points: percentage points, NaN unless both are percentages
 * @bound: how @absolute and the others are to be read
 * @low, @high: the bounds of @absolute (or @points), NaN where open
 *
 * A plain value.
 */
struct _TbVerdict
{
  TbVerdictKind kind;
  guint32       codes;
  double        absolute;
  double        relative;
  double        points;
  TbBound       bound;
  double        low;
  double        high;
};

/* A row of a series. */
typedef struct
{
  const TbSeries *series;  /* NULL: there is no such figure (R0) */
  gsize           row;
} TbFigure;

/* The change from @base to @current. @as_of: the reference date of R19, 0 for
 * the one that the data give. Thread: any; no allocation. */
TbVerdict  tb_verdict_change     (TbFigure          base,
                                  TbFigure          current,
                                  TbDay             as_of);
/* What became of it in words: the change, or the reason of the refusal. */
char      *tb_verdict_dup_text   (const TbVerdict  *self,
                                  TbFigure          base,
                                  TbFigure          current,
                                  TbLanguage        language) G_GNUC_WARN_UNUSED_RESULT;
/* The reason of one rule in a few words, for cells, tooltips and footnotes. */
const char *tb_rule_get_reason   (guint             rule,
                                  TbLanguage        language);
/* "R2 R13" */
char      *tb_verdict_dup_codes  (const TbVerdict  *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
