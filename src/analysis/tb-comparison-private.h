/* How a comparison table is held.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-comparison.h"
#include "tb-proposal-private.h"
#include "tb-side.h"

G_BEGIN_DECLS

/* A figure in its column; a column that a row fills has mostly one. */
typedef struct
{
  guint32 column;
  guint32 row;
} TbCell;

typedef struct
{
  TbSeries      *series;   /* the selection holds it */
  TbCell        *cells;    /* in order of column */
  gsize          n_cells;
  TbNumberScale  scales[TB_N_LANGUAGES];
  TbFigure       target;   /* {NULL}: none, or not asked for */
  TbFigure       actual;   /* what it is measured by */
  const TbTotal *total;    /* nullable: that it is */
  gssize         parent;   /* the row of the total that it is a part of; −1: none */
} TbTableRow;

struct _TbComparison
{
  gatomicrefcount  ref_count;
  TbSelection     *selection;
  TbTotals        *totals;      /* nullable: not asked for */
  GArray          *columns;     /* TbColumn: figures, then those of each pair, then those of targets */
  gsize            n_figures;
  guint32         *shown;       /* nullable: of @columns, those that the table has, in its order */
  gsize            n_shown;
  TbTableRow      *rows;
  gsize            n_rows;
  gboolean         many_places;
  gboolean         one_unit;    /* all rows have the same */
  TbReference      reference;   /* for R19, T-5 */
  TbDay            known;       /* as known on that day; 0: today */
  GPtrArray       *sisters;     /* TbSeries of the rows' indicators, by indicator and place */
  char            *words;       /* nullable: what the rows were found by */
  gsize            n_all;       /* of how many */
};

/* For which reader a cell is written: people, or programs that take numbers. */
typedef enum { TB_CELL_SHOWN, TB_CELL_PLAIN } TbCellStyle;

/* What a cell shows where the rules give no number. */
#define TB_CELL_REFUSED "—"

/* Of a column of the table, its place among all columns. */
static inline gsize
tb_comparison_get_place (const TbComparison *self,
                         gsize               column)
{
  return self->shown != NULL ? self->shown[column] : column;
}

/* tb-comparison-columns.c */
/* Fills the columns of figures, and the cells of all rows. */
void      tb_comparison_lay_figures  (TbComparison     *self);
TbFigure  tb_comparison_find_figure  (const TbComparison *self,
                                      gsize               row,
                                      TbPeriod            period,
                                      TbKind              kind);
/* The row in the series of figure @i, from 0, that the cell has beside the one
 * that it shows: figures in conflict, and without a date; −1 behind the last. */
gssize    tb_comparison_get_other    (const TbComparison *self,
                                      gsize               row,
                                      gsize               column,
                                      gsize               i);

/* tb-comparison-pairs.c */
void      tb_comparison_index_sisters (TbComparison     *self);
TbSisters tb_comparison_get_sisters  (const TbComparison *self,
                                      const TbSeries     *series);

/* tb-comparison-propose.c */
/* The pair that can be compared and ends last; of several, the one that most
 * rows have. FALSE: there is none. */
gboolean  tb_comparison_propose_pair (const TbComparison *self,
                                      TbComparePair      *out_pair);

/* tb-comparison-totals.c */
/* Takes the totals among the rows; then tells each row of its total. */
void      tb_comparison_take_totals  (TbComparison     *self);
void      tb_comparison_mark_totals  (TbComparison     *self);
/* A side of a change; the sum of a total is known better than its row of a series says. */
gboolean  tb_comparison_load_side    (const TbComparison *self,
                                      gsize               row,
                                      TbFigure            figure,
                                      TbSide             *out_side);
/* NULL: the row is no total, or there is nothing to say of its period. */
char     *tb_comparison_dup_total_word (const TbComparison *self,
                                      gsize               row,
                                      gsize               column,
                                      TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
char     *tb_comparison_dup_total_note (const TbComparison *self,
                                      gsize               row,
                                      gsize               column,
                                      TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
/* Why a change of a total is refused that is a total of fewer parts than all; NULL: it is none. */
char     *tb_comparison_dup_total_refusal (const TbComparison *self,
                                      gsize               row,
                                      gsize               column,
                                      TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;

/* tb-comparison-published.c */
void      tb_comparison_append_published (TbComparison  *self);
char     *tb_comparison_dup_published (const TbComparison *self,
                                      gsize               row,
                                      gsize               column,
                                      TbLanguage          language,
                                      TbCellStyle         style) G_GNUC_WARN_UNUSED_RESULT;
/* In percent; NaN for a change of another kind. */
double    tb_comparison_get_published_number (const TbComparison *self,
                                      gsize               row,
                                      gsize               column);

/* tb-comparison-targets.c */
const char *tb_column_get_target_title (TbColumnKind      kind,
                                      TbLanguage          language);
/* Chooses each row's target, and appends their columns where one can be measured. */
void      tb_comparison_append_targets (TbComparison   *self);
char     *tb_comparison_dup_target_cell (const TbComparison *self,
                                      gsize               row,
                                      TbColumnKind        kind,
                                      TbLanguage          language,
                                      TbCellStyle         style) G_GNUC_WARN_UNUSED_RESULT;
/* Why the cell has no number, or what it warns of; NULL for nothing. */
char     *tb_comparison_dup_target_note (const TbComparison *self,
                                      gsize               row,
                                      TbColumnKind        kind,
                                      TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
char     *tb_comparison_dup_target_description (const TbComparison *self,
                                      gsize               row,
                                      TbColumnKind        kind,
                                      TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
double    tb_comparison_get_target_number (const TbComparison *self,
                                      gsize               row,
                                      TbColumnKind        kind);

/* tb-comparison-numbers.c */
/* Digits without grouping, ASCII signs, no plus. */
char     *tb_cell_make_plain         (const char         *shown) G_GNUC_WARN_UNUSED_RESULT;
/* A difference with its sign and bound; @base and @current give its decimals. */
typedef struct
{
  double   value;
  double   low, high;
  TbBound  bound;
  gboolean strict;
} TbBounded;
/* NULL where there is no number. */
char     *tb_cell_dup_difference     (const TbBounded    *difference,
                                      const TbSide       *base,
                                      const TbSide       *current,
                                      TbNumberScale       scale) G_GNUC_WARN_UNUSED_RESULT;
/* "+4.2 pp", "+0.27" */
char     *tb_cell_dup_in_unit        (const char         *number,
                                      gboolean            in_points,
                                      TbLanguage          language,
                                      TbCellStyle         style) G_GNUC_WARN_UNUSED_RESULT;
/* "46.0%", ">46.0%"; @signed: with a sign always. Without the sign of percent
 * in plain style. */
char     *tb_cell_dup_percent        (const TbBounded    *percent,
                                      gboolean            with_sign,
                                      TbCellStyle         style) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
