/* How totals are held and found.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-total.h"

G_BEGIN_DECLS

/* How deep wholes that the table does not have are looked for: parts of parts. */
#define TB_TOTAL_MOST_LEVELS 8

/* More names than these are counted. */
#define TB_TOTAL_MOST_NAMED 5

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
  guint         also;         /* mask of 1 << TbTotalSort: how its parts could be added up as well */
  const char   *dimension;    /* BY_BREAKDOWN */
  GPtrArray    *parts;        /* TbSeries, in the order of the table; the selection holds them */
  GArray       *members;      /* guint: the same as places among the rows that are worked on */
  GHashTable   *expected;     /* ids of the parts in the file */
  GPtrArray    *listed;       /* BY_BREAKDOWN: const TbBreakdown, of each of them */
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
  TB_TOTAL_OVERLAP,       /* two categories have numbers in common */
  TB_TOTAL_CONTAINS,      /* a category is the sum of others */
  TB_TOTAL_EXCEEDS,       /* more than what was published of the whole */
  TB_TOTAL_MULTIPLE,      /* a multiple of it */
  TB_TOTAL_N_REFUSALS,
} TbTotalRefusal;

/* What is refused; the dataset holds it. */
typedef struct
{
  TbSeries          *series;         /* whose indicator it is of */
  const TbBreakdown *categories[2];  /* OVERLAP: those; CONTAINS: the first */
  TbSeries          *part;           /* EXCEEDS, MULTIPLE: in whose unit the amounts are */
  TbPeriod           period;
  TbInterval         sum;
  TbInterval         whole;
} TbTotalRefused;

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
  GArray          *refused[TB_TOTAL_N_REFUSALS];    /* TbTotalRefused: one of each indicator */
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
                                   GArray *const    *refused) G_GNUC_WARN_UNUSED_RESULT;
/* What tells a part from the others; NULL: it is no part by a breakdown. */
const TbBreakdown *tb_total_get_category (const TbTotal      *self,
                                          const TbSeriesInfo *info);

/* tb-total-checks.c */
/* Of one coverage, price basis, adjustment and reporting year (R1, R5). */
gboolean    tb_total_has_same_coverage (const TbSeriesInfo *a,
                                        const TbSeriesInfo *b);
/* Does not count as parts of the file what the parts in the table hold already. */
void        tb_total_settle       (TbTotal          *self);
/* Whether the rows may be added up; tells why not. */
gboolean    tb_total_is_sound     (const TbTotal    *self,
                                   TbTotalRefusal   *out_why,
                                   TbTotalRefused   *out_refused);
/* Once an indicator. */
void        tb_total_refuse       (GArray *const    *refused,
                                   TbTotalRefusal    why,
                                   const TbTotalRefused *what);
/* Why figures of that kind are not added up. */
TbTotalRefusal tb_total_find_reason (const TbSeriesInfo *info);

/* tb-total-order.c */
/* Puts the parts together and each total behind them. */
void        tb_total_set_order    (TbTotals         *totals,
                                   TbSelection      *selection,
                                   GArray           *rows,
                                   TbPool           *pool);
/* A row to work on, and what frees it. */
void        tb_total_append_row   (GArray           *rows,
                                   TbSeries         *series,
                                   const guint32    *figures,
                                   gsize             n);

/* tb-total-text.c */
/* A number in the unit of a series. */
char       *tb_total_dup_amount   (TbSeries         *series,
                                   const TbInterval *amount,
                                   TbLanguage        language) G_GNUC_WARN_UNUSED_RESULT;
/* "A, B and 3 more": @n of which @names are the first. */
char       *tb_total_join_names   (GPtrArray        *names,
                                   gsize             n,
                                   TbLanguage        language) G_GNUC_WARN_UNUSED_RESULT;

/* tb-total-sums.c */
/* Fills the cells from the rows of the parts: also sums of some, where none is below zero. */
void        tb_total_add_up       (TbTotal          *self,
                                   const GArray     *rows);
/* The sums as a series of their own; a breakdown without the dimension is made in @pool. */
TbSeries   *tb_total_make_series  (const TbTotal    *self,
                                   TbDataset        *dataset,
                                   const GArray     *rows,
                                   TbPool           *pool) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
