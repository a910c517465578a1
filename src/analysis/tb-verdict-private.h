/* What the weighing of two figures hands to its text and to the table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-number-format.h"
#include "tb-verdict.h"

G_BEGIN_DECLS

/* How the current period lies to the base: what the change is called. */
typedef enum
{
  TB_RELATION_OTHER,
  TB_RELATION_ON_YEAR,    /* the same span, or the same date, a year earlier: 同比 */
  TB_RELATION_ON_PERIOD,  /* the span just before: 环比 */
  TB_RELATION_SINCE,      /* levels: since a date: 较上年末 */
} TbRelation;

/* One side of a comparison, with its span as it is meant: a year-to-date figure
 * begins with the reporting year, whatever its period's spelling. */
typedef struct
{
  TbFigure            figure;
  const TbSeriesInfo *info;
  TbObservation       observation;
  TbPeriod            span;
} TbSide;

/* The rules that apply to a pair, by what they do to the answer. */
typedef struct
{
  guint32 refuses;  /* no number at all */
  guint32 notes;    /* a number with a warning */
  guint32 shapes;   /* a number, computed or worded in a certain way */
} TbRules;

gboolean    tb_side_load             (TbSide            *self,
                                      TbFigure           figure);
gboolean    tb_side_is_level         (const TbSide      *self);
gboolean    tb_side_is_about         (const TbSide      *self);
gboolean    tb_side_is_strict        (const TbSide      *self);
TbRelation  tb_side_relate           (const TbSide      *base,
                                      const TbSide      *current);
/* R0–R10, R16 and R19: whether the two may be compared at all. */
TbRules     tb_side_weigh            (const TbSide      *base,
                                      const TbSide      *current,
                                      TbDay              as_of,
                                      TbDay              updated);
/* R8: the growth that was published for this very pair, NaN where none was. */
double      tb_side_published_change (const TbSide      *base,
                                      const TbSide      *current,
                                      gboolean           in_points);

/* R15: what a figure is known to be. */
typedef struct
{
  gboolean  open;     /* nothing is known on this side */
  gboolean  strict;   /* the value itself is not reached */
  gboolean  exact;    /* @value holds all digits */
  TbDecimal value;    /* the full figure, multiplier applied */
  double    number;   /* the same, rounded once */
} TbLimit;

typedef struct
{
  TbLimit low, high;
} TbInterval;

TbInterval  tb_side_get_interval     (const TbSide      *self);
/* a − b, × @factor, computed on the printed digits and rounded once. */
double      tb_limit_subtract        (const TbLimit     *a,
                                      const TbLimit     *b,
                                      TbDecimal          factor);

/* As tb_verdict_change(); @updated is the dataset's date, the last resort of
 * R19. */
TbVerdict   tb_verdict_change_in     (TbFigure           base,
                                      TbFigure           current,
                                      TbDay              as_of,
                                      TbDay              updated);
/* Decimals that a difference is shown with: those of the two figures. */
int         tb_side_count_decimals   (const TbSide      *base,
                                      const TbSide      *current,
                                      double             difference,
                                      TbNumberScale      scale);
/* The percentage as it is shown, and with how many decimals. @toward_zero: it is
 * a bound. */
double      tb_percent_round         (double             percent,
                                      gboolean           toward_zero,
                                      int               *out_decimals);
/* What a rule means where it only warns. */
const char *tb_rule_get_note         (guint              rule,
                                      TbLanguage         language);

G_END_DECLS
