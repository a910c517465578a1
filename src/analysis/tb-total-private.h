/* How totals are held and found.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-total.h"

G_BEGIN_DECLS

/* What tells parts of one whole apart. The first that holds for a row is taken. */
typedef enum
{
  TB_TOTAL_BY_BREAKDOWN,
  TB_TOTAL_BY_PLACE,
  TB_TOTAL_BY_INDICATOR,
} TbTotalSort;

struct _TbTotal
{
  TbTotalSort   sort;
  const char   *dimension;    /* BY_BREAKDOWN */
  GPtrArray    *parts;        /* TbSeries, in the order of the table; the selection holds them */
  GArray       *members;      /* guint: the same as places among the rows that are worked on */
  GHashTable   *expected;     /* ids of the parts in the file */
  gsize         n_expected;   /* parts in the file, as known on that day */
  TbDay         known;        /* as known on that day; 0: today */
  TbSeries     *whole;        /* nullable: what the file has of the whole itself */
  TbSeries     *series;       /* of the row; the selection of the totals holds it */
  gboolean      is_published; /* @series is @whole */
  guint         whole_row;    /* of what was published, among the rows that are worked on */
  TbTotalCell  *cells;        /* in order of period */
  gsize         n_cells;
};

/* Why rows are not added up. */
typedef enum
{
  TB_TOTAL_NOT_ADDITIVE,
  TB_TOTAL_SAID,
  TB_TOTAL_UNSTATED,
  TB_TOTAL_MIXED_UNITS,
  TB_TOTAL_MIXED_COVERAGE,
  TB_TOTAL_NO_PARENT,
  TB_TOTAL_N_REFUSALS,
} TbTotalRefusal;

typedef struct
{
  gint          total;   /* among the totals; −1: none */
  gssize        parent;
} TbTotalRow;

struct _TbTotals
{
  gatomicrefcount  ref_count;
  TbSelection     *selection;
  GPtrArray       *totals;                          /* TbTotal */
  TbTotalRow      *rows;                            /* of @selection */
  GPtrArray       *refused[TB_TOTAL_N_REFUSALS];    /* TbSeries: one of each kind; the dataset holds them */
};

TbTotal    *tb_total_new          (TbTotalSort       sort,
                                   const char       *dimension) G_GNUC_WARN_UNUSED_RESULT;
void        tb_total_free         (TbTotal          *self);

/* tb-total-groups.c */
/* Finds which of @rows (of TbSelected) are parts of one whole, as known on a day: a list
 * of TbTotal with parts, members, n_expected and whole. Each row is in one at most. */
GPtrArray  *tb_total_find_groups  (TbDataset        *dataset,
                                   const GArray     *rows,
                                   TbDay             known,
                                   GPtrArray *const *refused) G_GNUC_WARN_UNUSED_RESULT;

/* tb-total-sums.c */
/* Fills the cells from the rows of the parts. */
void        tb_total_add_up       (TbTotal          *self,
                                   const GArray     *rows);
/* The sums as a series of their own; a breakdown without the dimension is made in @pool. */
TbSeries   *tb_total_make_series  (const TbTotal    *self,
                                   TbDataset        *dataset,
                                   const GArray     *rows,
                                   TbPool           *pool) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
