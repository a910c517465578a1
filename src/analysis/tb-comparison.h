/* The content of a comparison table: series × periods, with changes and targets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-compare-pair.h"
#include "tb-number-format.h"
#include "tb-selection.h"
#include "tb-standing.h"
#include "tb-total.h"

G_BEGIN_DECLS

/**
 * TbColumnKind:
 * @TB_COLUMN_FIGURE: the figure of a period (and kind)
 * @TB_COLUMN_ABSOLUTE: change between two figure columns, in the row's unit; points for percentages
 * @TB_COLUMN_RELATIVE: the same in percent
 * @TB_COLUMN_PUBLISHED: the change that was published with the figure of a period
 * @TB_COLUMN_TARGET: the row's target, with ≥ or ≤
 * @TB_COLUMN_DEADLINE: until when
 * @TB_COLUMN_ACTUAL: the observed figure that it is measured by, and its period
 * @TB_COLUMN_GAP: that figure less the target, in the row's unit or in points
 * @TB_COLUMN_COMPLETION: how much of the target is reached, in percent (T-6)
 * @TB_COLUMN_ELAPSED: how much of its period had passed, in percent
 * @TB_COLUMN_STATUS: the status word (T-5)
 */
typedef enum
{
  TB_COLUMN_FIGURE,
  TB_COLUMN_ABSOLUTE,
  TB_COLUMN_RELATIVE,
  TB_COLUMN_PUBLISHED,
  TB_COLUMN_TARGET,
  TB_COLUMN_DEADLINE,
  TB_COLUMN_ACTUAL,
  TB_COLUMN_GAP,
  TB_COLUMN_COMPLETION,
  TB_COLUMN_ELAPSED,
  TB_COLUMN_STATUS,
} TbColumnKind;

/* Kinds of column that are made of the same things. */
typedef enum
{
  TB_GROUP_FIGURES,
  TB_GROUP_CHANGES,    /* ABSOLUTE, RELATIVE */
  TB_GROUP_PUBLISHED,
  TB_GROUP_TARGETS,    /* TARGET to STATUS */
} TbColumnGroup;

typedef struct
{
  TbColumnKind kind;
  TbPeriod     period;   /* FIGURE, PUBLISHED: its period; changes: the current one; else undated */
  TbPeriod     base;     /* changes only */
  TbKind       figure_kind;
} TbColumn;

/* All zero: one proposed pair, and no more columns than figures and changes. */
typedef struct
{
  const TbComparePair *pairs;
  gsize                n_pairs;    /* 0: the comparable pair nearest to the end is proposed */
  TbDay                as_of;      /* the day that the rules go by; 0: the data's own dates */
  gboolean             published;  /* published changes, where there are any */
  gboolean             totals;     /* rows that are parts of one whole have a total behind them (B-8) */
  gboolean             targets;    /* one group of columns, where a row has a target with a figure to measure it by */
} TbComparisonOptions;

TbColumnGroup    tb_column_get_group          (TbColumnKind         kind);

/* Immutable, atomically ref-counted. A row is a series; its scale holds for all
 * its figures (B-4). What was known on the selection's day is looked at.
 * @options: (nullable). Thread: any. */
TbComparison    *tb_comparison_new            (TbSelection         *selection,
                                               const TbComparisonOptions *options) G_GNUC_WARN_UNUSED_RESULT;
/* The same table with some of its rows and columns alone, in the order given.
 * @columns: nullable: all. @words: nullable: what the rows were found by. */
TbComparison    *tb_comparison_new_of         (TbComparison        *self,
                                               const guint32       *rows,
                                               gsize                n_rows,
                                               const guint32       *columns,
                                               gsize                n_columns,
                                               const char          *words) G_GNUC_WARN_UNUSED_RESULT;
/* Whether a figure of the row's series stands in one of its cells, or what stands there
 * is made of it. */
gboolean         tb_comparison_tells_of       (const TbComparison  *self,
                                               gsize                row,
                                               gsize                figure);
/* What the rows were found by, of how many; NULL: they are all. */
const char      *tb_comparison_get_words      (const TbComparison  *self,
                                               gsize               *out_n_all);
TbComparison    *tb_comparison_ref            (TbComparison        *self);
void             tb_comparison_unref          (TbComparison        *self);
TbSelection     *tb_comparison_get_selection  (const TbComparison  *self);
/* Two periods that the table does not compare yet; FALSE: there are none. */
gboolean         tb_comparison_propose_further (const TbComparison *self,
                                                TbComparePair      *out_pair);
/* The day that its verdicts go by. */
TbReference      tb_comparison_get_reference  (const TbComparison  *self);
gsize            tb_comparison_get_n_rows     (const TbComparison  *self);
gsize            tb_comparison_get_n_columns  (const TbComparison  *self);
const TbColumn  *tb_comparison_get_column     (const TbComparison  *self, gsize column);
char            *tb_comparison_dup_column_title (const TbComparison *self,
                                                 gsize               column,
                                                 TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
/* What columns of unlike kind are told apart by, above their titles (B-1): "Year",
 * "Half-year", "At a date"; "Change", "Target". */
const char      *tb_comparison_get_column_band (const TbComparison *self, gsize column, TbLanguage language);
/* For a header of two lines, the band above: "Amount" below "Change, 2019 to 2020". */
char            *tb_comparison_dup_column_head (const TbComparison *self,
                                                gsize               column,
                                                TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
char            *tb_comparison_dup_column_band (const TbComparison *self,
                                                gsize               column,
                                                TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
TbSeries        *tb_comparison_get_series     (const TbComparison  *self, gsize row);
/* B-8: the total that a row is; NULL: none. */
const TbTotal   *tb_comparison_get_total      (const TbComparison  *self, gsize row);
/* The row of the total that a row is a part of; −1: none, or not in the table. */
gssize           tb_comparison_get_total_row  (const TbComparison  *self, gsize row);
/* Whether the row is a sum that nobody published. */
gboolean         tb_comparison_is_computed    (const TbComparison  *self, gsize row);
/* Why rows have no total; NULL: nothing is to say, or no totals were asked for. */
char            *tb_comparison_dup_no_total   (const TbComparison  *self,
                                               TbLanguage           language) G_GNUC_WARN_UNUSED_RESULT;
/* Row header: name; and unit with scale ("亿元", "CNY billion"). */
char            *tb_comparison_dup_row_title  (const TbComparison *self,
                                               gsize               row,
                                               TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
char            *tb_comparison_dup_row_unit   (const TbComparison *self,
                                               gsize               row,
                                               TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
/* A FIGURE cell's row in its series; −1 where there is none. */
gssize           tb_comparison_get_figure     (const TbComparison  *self, gsize row, gsize column);
/* Whether the row has a figure of that period and kind in its cells. */
gboolean         tb_comparison_has_figure     (const TbComparison  *self, gsize row, TbPeriod period, TbKind kind);
/* A change cell's verdict. */
TbVerdict        tb_comparison_get_verdict    (const TbComparison  *self, gsize row, gsize column);
/* What a cell shows: "6.77", ">21", "30–40", "—", "…", "+4.2". */
char            *tb_comparison_dup_cell       (const TbComparison *self,
                                               gsize               row,
                                               gsize               column,
                                               TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
/* The same for files that other programs read numbers from: digits without
 * grouping, ASCII signs, no unit words: "6.77", ">21", "-3.2". */
char            *tb_comparison_dup_cell_plain (const TbComparison *self,
                                               gsize               row,
                                               gsize               column,
                                               TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
/* The pair of figures behind a change cell; a side without a figure has no series.
 * Where the row has one side alone and a sister series (same indicator, place and
 * breakdown) has the other alone, that is the other side, so that R1 says what differs. */
void             tb_comparison_get_pair       (const TbComparison *self,
                                               gsize               row,
                                               gsize               column,
                                               TbFigure           *out_base,
                                               TbFigure           *out_current);
/* The row's target, and the observed figure that it is measured by; FALSE: it has
 * none. Of several it is the one that runs, else the last that ran. */
gboolean         tb_comparison_get_target     (const TbComparison *self,
                                               gsize               row,
                                               TbFigure           *out_target,
                                               TbFigure           *out_actual);
/* How that figure stands to it; of a row without a target, nothing (R0). */
TbStanding       tb_comparison_get_standing   (const TbComparison  *self, gsize row);
/* The figure whose published change a PUBLISHED cell shows; {NULL} for none. */
TbFigure         tb_comparison_get_published  (const TbComparison  *self, gsize row, gsize column);
/* What became of a pair of figures in words: the change, or why there is none. */
char            *tb_comparison_dup_change_text (const TbComparison *self,
                                                gsize               row,
                                                gsize               column,
                                                TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
/* All that the cell is, in words: period, value with unit, status, kind, note
 * and source, or the reason of a refused comparison. For tooltips, screen
 * readers and footnotes. */
char            *tb_comparison_dup_cell_description (const TbComparison *self,
                                                     gsize               row,
                                                     gsize               column,
                                                     TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
/* What a footnote of the cell has to say: why a comparison is refused, what it
 * warns of, a change of definition, the publication's note; NULL for nothing. */
char            *tb_comparison_dup_cell_note  (const TbComparison *self,
                                               gsize               row,
                                               gsize               column,
                                               TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
/* The number in a cell for sorting and files, unrounded; NaN where there is none
 * (B-5: it goes last in both directions). Of a deadline it is the day, of a status
 * word its rank from missed to achieved. */
double           tb_comparison_get_number     (const TbComparison  *self, gsize row, gsize column);
/* Whether rows can be put in order by the column (B-5): its numbers are of one
 * unit, or of none, as percentages are. */
gboolean         tb_comparison_can_sort       (const TbComparison  *self, gsize column);

/* Bars in the cells of changes: whether for the better (N-4), and which number one
 * of full length stands for. */
TbTone           tb_comparison_get_tone       (const TbComparison  *self, gsize row, gsize column);
double           tb_comparison_find_reach     (const TbComparison  *self, gsize column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbComparison, tb_comparison_unref)

G_END_DECLS
