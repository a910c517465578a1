/* Totals of a table's rows (B-8): which rows are the parts of one whole, what they add
 * up to, and why others have no total.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-selection.h"
#include "tb-verdict.h"

G_BEGIN_DECLS

/* What the parts of a total come to in a period. */
typedef enum
{
  TB_TOTAL_SUM,         /* each has a figure: their sum */
  TB_TOTAL_INCOMPLETE,  /* some have none, or are not in the table */
  TB_TOTAL_UNLIKE,      /* they are not of the same span */
  TB_TOTAL_UNBOUNDED,   /* a floor and a ceiling: nothing is known of their sum */
} TbTotalState;

/**
 * TbTotalCell:
 * @period: whose figures are added up; observed ones alone
 * @span: the same as it is meant: a year to date begins with the reporting year
 * @state: whether there is a sum
 * @n_known: how many parts have a figure
 * @sign: 1, −1: @sum is of them, of one span, and none is below zero, or none above: the
 *   whole is no less; else 0
 * @sum: of all parts, exact on the printed digits, in the unit of the total's series:
 *   qualifiers and rounding of the parts carry on
 *
 * A plain value.
 */
typedef struct
{
  TbPeriod     period;
  TbPeriod     span;
  TbTotalState state;
  gsize        n_known;
  int          sign;
  TbInterval   sum;
} TbTotalCell;

/* Belongs to its totals. */
typedef struct _TbTotal TbTotal;

/* Immutable, atomically ref-counted. */
typedef struct _TbTotals TbTotals;

/* Thread: any. */
TbTotals       *tb_totals_new            (TbSelection    *selection) G_GNUC_WARN_UNUSED_RESULT;
TbTotals       *tb_totals_ref            (TbTotals       *self);
void            tb_totals_unref          (TbTotals       *self);
/* The same rows, those of a total together and the total behind them. */
TbSelection    *tb_totals_get_selection  (const TbTotals *self);
/* The total that a row of that selection is; NULL: it is none. */
const TbTotal  *tb_totals_get            (const TbTotals *self,
                                          gsize           row);
/* The row of the total that a row is a part of; −1: of none. */
gssize          tb_totals_get_parent     (const TbTotals *self,
                                          gsize           row);
/* Why rows have no total; NULL: nothing is to say. */
char           *tb_totals_dup_refusals   (const TbTotals *self,
                                          TbLanguage      language) G_GNUC_WARN_UNUSED_RESULT;

/* Whether the publication has the total itself: its own figures stand in the row. */
gboolean        tb_total_is_published    (const TbTotal  *self);
/* The parts in the table, and how many there are in the file. */
TbSeries *const *tb_total_get_parts      (const TbTotal  *self,
                                          gsize          *out_n);
gsize           tb_total_get_n_expected  (const TbTotal  *self);
/* What the parts come to in a period; NULL: none of them has a figure of it. */
const TbTotalCell *tb_total_find         (const TbTotal  *self,
                                          TbPeriod        period);
/* F-5: what the parts leave of the published figure of a period; FALSE: there is no
 * such figure, or no sum. */
gboolean        tb_total_get_residual    (const TbTotal  *self,
                                          TbPeriod        period,
                                          TbInterval     *out_residual);
/* "Total of 3: Employment", "Total: Employment". */
char           *tb_total_dup_title       (const TbTotal  *self,
                                          TbLanguage      language,
                                          gboolean        with_place) G_GNUC_WARN_UNUSED_RESULT;
/* What stands in place of a sum: "incomplete (2/3)"; NULL: there is a sum. */
char           *tb_total_dup_word        (const TbTotal     *self,
                                          const TbTotalCell *cell,
                                          TbLanguage         language) G_GNUC_WARN_UNUSED_RESULT;
/* What the number is made of, why there is none, or by how much the parts differ from
 * what was published; NULL for nothing. */
char           *tb_total_dup_note        (const TbTotal     *self,
                                          const TbTotalCell *cell,
                                          TbLanguage         language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbTotals, tb_totals_unref)

G_END_DECLS
