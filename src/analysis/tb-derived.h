/* Computed figures: the points that a transformation gives.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-verdict.h"

G_BEGIN_DECLS

/**
 * TbPoint:
 * @period: what it stands for; of merged months, their common span (Y-2)
 * @base: what it was computed against: the earlier period of a change, the base
 *   of an index; TB_PERIOD_UNDATED where nothing
 * @kind: INVALID: there is no number, for the reason in @codes
 * @codes: every rule that shaped it
 * @value: what it is known to be, in the unit of the derived figures
 * @status: the status codes of all terms
 * @n_terms, @n_expected: how many figures it was made of, of how many; a sum
 *   over fewer is missing ("incomplete (n of m)") unless asked for so far (F-7)
 * @implied: what others leave (R20, Y-5, Y-9)
 * @row: the row of the source series that it ends with; −1 where none
 *
 * A plain value.
 */
typedef struct
{
  TbPeriod      period;
  TbPeriod      base;
  TbVerdictKind kind;
  TbRuleSet     codes;
  TbInterval    value;
  guint32       status;
  guint16       n_terms;
  guint16       n_expected;
  guint8        implied;
  gint32        row;
} TbPoint;

/* Immutable, atomically ref-counted. Points in order of period. */
typedef struct _TbDerived TbDerived;

TbDerived      *tb_derived_ref           (TbDerived       *self);
void            tb_derived_unref         (TbDerived       *self);
TbSeries       *tb_derived_get_source    (const TbDerived *self);
gsize           tb_derived_get_n         (const TbDerived *self);
const TbPoint  *tb_derived_get           (const TbDerived *self,
                                          gsize            i);
/* Unit, measure, basis and so on of the points. */
const TbSeriesInfo *tb_derived_get_info  (const TbDerived *self);
/* What was done to the figures, in order, for a subtitle: "quarters of
 * year-to-date figures; change on a year earlier in percent". */
char           *tb_derived_dup_steps     (const TbDerived *self,
                                          TbLanguage       language) G_GNUC_WARN_UNUSED_RESULT;
/* The same as ids with their formulas, for files: "discrete; percent-on-year = 100 (x / x[-12] - 1)". */
char           *tb_derived_dup_formula   (const TbDerived *self) G_GNUC_WARN_UNUSED_RESULT;
/* Both, each said once: "by quarter (quarter = sum (x))"; "" where nothing was done. */
char           *tb_derived_dup_method    (const TbDerived *self,
                                          TbLanguage       language) G_GNUC_WARN_UNUSED_RESULT;
/* Why a point has no number, or what it warns of; NULL for nothing. */
char           *tb_derived_dup_note      (const TbDerived *self,
                                          gsize            i,
                                          TbLanguage       language) G_GNUC_WARN_UNUSED_RESULT;
/* As a dataset of its own, with the title, places and sources of @from: what was done
 * stands in the description, each point's note in its note. A refused point is a missing
 * figure, a bound is a qualifier or a range. Rows are the points, in order. */
TbDataset      *tb_derived_to_dataset    (TbDerived *const *derived,
                                          gsize             n_derived,
                                          const TbDataset  *from) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbDerived, tb_derived_unref)

G_END_DECLS
