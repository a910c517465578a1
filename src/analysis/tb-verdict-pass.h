/* The verdicts on all rows of a series, one after the other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-verdict.h"

G_BEGIN_DECLS

/**
 * TbVerdictStep:
 * @row: of the series
 * @previous: the row of the period before it; −1 where there is none
 * @year_earlier: the row of the same period a year earlier; −1 likewise
 * @on_period, @on_year: the changes from these; R0 where there is no such row
 */
typedef struct
{
  gsize     row;
  gssize    previous;
  gssize    year_earlier;
  TbVerdict on_period;
  TbVerdict on_year;
} TbVerdictStep;

typedef struct _TbVerdictPass TbVerdictPass;

/* @rows: rows of @series in order of period, which is what there is to compare with;
 * NULL: all that stand (tb_series_sort()). Both are to outlive the pass. One allocation
 * for the whole of it, and one for the rows where they are not given. */
TbVerdictPass *tb_verdict_pass_new  (const TbSeries *series,
                                     const guint32  *rows,
                                     gsize           n_rows,
                                     TbReference     reference) G_GNUC_WARN_UNUSED_RESULT;
void           tb_verdict_pass_free (TbVerdictPass  *self);
/* The next row in order of period; FALSE after the last. */
gboolean       tb_verdict_pass_next (TbVerdictPass  *self,
                                     TbVerdictStep  *out_step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbVerdictPass, tb_verdict_pass_free)

G_END_DECLS
