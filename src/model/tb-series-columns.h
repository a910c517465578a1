/* The columns in which a series keeps its observations. Private to the series.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-series.h"

G_BEGIN_DECLS

/* 32 bytes an observation. What few observations have is apart, in extras. */
typedef struct
{
  TbDay   *start;
  TbDay   *end;
  gint64  *mantissa;
  gint16  *exponent;
  guint16 *multiplier;  /* index into multipliers */
  guint16 *codes;       /* see the masks below */
  guint16 *source;      /* index in the catalog + 1; 0: none */
  guint32 *status;
  guint32 *extra;       /* index into extras + 1; 0: none */
} TbSeriesColumns;

#define TB_BYTES_PER_OBSERVATION 32

/* Bits of a code: period kind 4, kind 2, qualifier 3, basis 2, then flags. */
#define TB_CODE_PERIOD_SHIFT 0
#define TB_CODE_KIND_SHIFT 4
#define TB_CODE_QUALIFIER_SHIFT 6
#define TB_CODE_BASIS_SHIFT 9
#define TB_CODE_HAS_VALUE (1u << 11)
#define TB_CODE_CONFIRMS (1u << 12)
#define TB_CODE_CONFLICTS (1u << 13)
#define TB_CODE_SUPERSEDED (1u << 14)
#define TB_CODE_CALENDAR (1u << 15)    /* the period is the calendar's, not the reporting year's */

/* A row from which on the definition is another (R8). */
typedef struct
{
  TbDay   day;  /* the last of its period */
  guint32 row;
} TbSeriesBreak;

struct _TbSeries
{
  gatomicrefcount     ref_count;
  TbCatalog          *catalog;
  TbSeriesInfo        info;
  gsize               n;
  gsize               n_allocated;
  TbSeriesColumns     columns;
  GArray             *multipliers;   /* of TbDecimal */
  GArray             *extras;        /* of TbObservationExtra */
  GArray             *breaks;        /* of TbSeriesBreak, by day and row */
  gboolean            is_sorted;     /* by period; those of one period may be several */
  gboolean            is_strict;     /* and no period has two rows */
};

/* Finds which rows say again what others say, contradict them or are replaced
 * by a later vintage, and whether the rows are in order. */
void  tb_series_relate_rows  (TbSeries       *self);
/* Lists the rows at which the definition changes. */
void  tb_series_index_breaks (TbSeries       *self);
int   tb_series_compare_periods (const TbSeries *self,
                                 gsize           a,
                                 gsize           b);
void  tb_series_sort_rows    (const TbSeries *self,
                              guint32        *rows,
                              gsize           n);

G_END_DECLS
