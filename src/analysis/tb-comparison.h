/* The content of a comparison table: series × periods, with changes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-number-format.h"
#include "tb-selection.h"
#include "tb-verdict.h"

G_BEGIN_DECLS

typedef enum
{
  TB_COLUMN_FIGURE,    /* the figure of a period (and kind) */
  TB_COLUMN_ABSOLUTE,  /* change between two figure columns, in the row's unit; points for percentages */
  TB_COLUMN_RELATIVE,  /* the same in percent */
} TbColumnKind;

typedef struct
{
  TbColumnKind kind;
  TbPeriod     period;   /* FIGURE: its period; changes: the current one */
  TbPeriod     base;     /* changes only */
  TbKind       figure_kind;
} TbColumn;

typedef struct { TbPeriod base, current; } TbComparePair;

/* Immutable, atomically ref-counted. With no @pairs and two or more figure
 * columns, the comparable pair nearest to the end is proposed. A row is a
 * series; its scale holds for all its figures (B-4). Thread: any. */
TbComparison    *tb_comparison_new            (TbSelection         *selection,
                                               const TbComparePair *pairs,
                                               gsize                n_pairs) G_GNUC_WARN_UNUSED_RESULT;
TbComparison    *tb_comparison_ref            (TbComparison        *self);
void             tb_comparison_unref          (TbComparison        *self);
TbSelection     *tb_comparison_get_selection  (const TbComparison  *self);
/* The day that its verdicts go by. */
TbReference      tb_comparison_get_reference  (const TbComparison  *self);
gsize            tb_comparison_get_n_rows     (const TbComparison  *self);
gsize            tb_comparison_get_n_columns  (const TbComparison  *self);
const TbColumn  *tb_comparison_get_column     (const TbComparison  *self, gsize column);
char            *tb_comparison_dup_column_title (const TbComparison *self, gsize column, TbLanguage language) G_GNUC_WARN_UNUSED_RESULT;
TbSeries        *tb_comparison_get_series     (const TbComparison  *self, gsize row);
/* Row header: name; and unit with scale ("亿元", "CNY billion"). */
char            *tb_comparison_dup_row_title  (const TbComparison  *self, gsize row, TbLanguage language) G_GNUC_WARN_UNUSED_RESULT;
char            *tb_comparison_dup_row_unit   (const TbComparison  *self, gsize row, TbLanguage language) G_GNUC_WARN_UNUSED_RESULT;
/* A FIGURE cell's row in its series; −1 where there is none. */
gssize           tb_comparison_get_figure     (const TbComparison  *self, gsize row, gsize column);
/* Whether the row has a figure of that period and kind in its cells. */
gboolean         tb_comparison_has_figure     (const TbComparison  *self, gsize row, TbPeriod period, TbKind kind);
/* A change cell's verdict. */
TbVerdict        tb_comparison_get_verdict    (const TbComparison  *self, gsize row, gsize column);
/* What a cell shows: "6.77", ">21", "30–40", "—", "…", "+4.2". */
char            *tb_comparison_dup_cell       (const TbComparison  *self, gsize row, gsize column, TbLanguage language) G_GNUC_WARN_UNUSED_RESULT;
/* The same for files that other programs read numbers from: digits without
 * grouping, ASCII signs, no unit words: "6.77", ">21", "-3.2". */
char            *tb_comparison_dup_cell_plain (const TbComparison  *self, gsize row, gsize column, TbLanguage language) G_GNUC_WARN_UNUSED_RESULT;
/* The pair of figures behind a change cell; a side without a figure has no series. */
void             tb_comparison_get_pair       (const TbComparison  *self, gsize row, gsize column, TbFigure *out_base, TbFigure *out_current);
/* All that the cell is, in words: period, value with unit, status, kind, note
 * and source, or the reason of a refused comparison. For tooltips, screen
 * readers and footnotes. */
char            *tb_comparison_dup_cell_description (const TbComparison *self, gsize row, gsize column, TbLanguage language) G_GNUC_WARN_UNUSED_RESULT;
/* What a footnote of the cell has to say: why a comparison is refused, what it
 * warns of, a change of definition, the publication's note; NULL for nothing. */
char            *tb_comparison_dup_cell_note  (const TbComparison  *self, gsize row, gsize column, TbLanguage language) G_GNUC_WARN_UNUSED_RESULT;
/* The number in a cell for sorting and files, unrounded; NaN where there is none. */
double           tb_comparison_get_number     (const TbComparison  *self, gsize row, gsize column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbComparison, tb_comparison_unref)

G_END_DECLS
