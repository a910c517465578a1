/* Which figures of a dataset are looked at: the SELECTION of the command line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-dataset.h"

G_BEGIN_DECLS

typedef struct
{
  const char *const *indicators;  /* NULL-terminated ids or globs; NULL: all */
  const char        *place;       /* id, nullable: all */
  TbPeriod           from;        /* TB_PERIOD_UNDATED: open */
  TbPeriod           to;
  guint              kinds;       /* mask of 1 << TbKind; 0: all */
  TbDay              known;       /* as known on that day (tb-known.h); 0: today */
} TbSelectionQuery;

/* One series and the rows chosen of it, in order of period; confirmations and
 * replaced vintages are left out, and what was not known on the day. */
typedef struct
{
  TbSeries      *series;
  const guint32 *rows;
  gsize          n_rows;
} TbSelected;

/* The rows of a series that a line of so many columns shows; belongs to the selection. */
typedef struct
{
  const guint32 *rows;
  const guint32 *n_left_out;   /* right before each of them */
  gsize          n_rows;
} TbThinned;

/* Immutable, atomically ref-counted; holds a reference of the dataset. */
TbSelection      *tb_selection_new       (TbDataset              *dataset,
                                          const TbSelectionQuery *query,
                                          GError                **error) G_GNUC_WARN_UNUSED_RESULT;
/* Of some of its series, in the order given. */
TbSelection      *tb_selection_new_of    (const TbSelection      *self,
                                          const guint32          *series,
                                          gsize                   n) G_GNUC_WARN_UNUSED_RESULT;
/* Of rows of its series, or of others that were computed from them; @pool, nullable, is
 * kept as long as these. */
TbSelection      *tb_selection_new_of_rows (const TbSelection    *self,
                                          const TbSelected       *rows,
                                          gsize                   n,
                                          TbPool                 *pool) G_GNUC_WARN_UNUSED_RESULT;
TbSelection      *tb_selection_ref       (TbSelection            *self);
void              tb_selection_unref     (TbSelection            *self);
TbDataset        *tb_selection_get_dataset (const TbSelection    *self);
TbDay             tb_selection_get_known (const TbSelection      *self);
gsize             tb_selection_get_n     (const TbSelection      *self);
const TbSelected *tb_selection_get       (const TbSelection      *self,
                                          gsize                   i);
/* What tb_series_thin() makes of a series; computed once for each width. */
TbThinned         tb_selection_thin      (const TbSelection      *self,
                                          gsize                   i,
                                          guint                   n_columns,
                                          gboolean                days_join);

#define TB_SELECTION_ERROR (tb_selection_error_quark ())
GQuark tb_selection_error_quark (void);
typedef enum
{
  TB_SELECTION_ERROR_UNKNOWN_INDICATOR,  /* names the nearest known id */
  TB_SELECTION_ERROR_UNKNOWN_PLACE,
  TB_SELECTION_ERROR_EMPTY,              /* nothing fits */
} TbSelectionError;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbSelection, tb_selection_unref)

G_END_DECLS
