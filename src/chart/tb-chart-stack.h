/* Parts of a whole, period by period: what stacked columns show (C11).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-frame.h"

G_BEGIN_DECLS

/* Beyond this many periods a note counts them. */
#define TB_STACK_MOST_NAMED 3

/* A part in one period. */
typedef struct
{
  const TbChartPoint *point;    /* nullable: no figure; and of what the parts leave */
  double              size;     /* in the unit, or percent of a 100 % column; NaN: none */
  char               *text;     /* nullable: the number in words, or the share */
} TbStackPiece;

typedef struct
{
  TbChartPoint   place;         /* period and geometry; its datum is the whole's, where selected */
  TbStackPiece  *pieces;        /* of the parts, from the line at zero outwards, then what they leave */
  gsize          n_known;       /* parts with a figure */
  gboolean       is_complete;   /* all parts have one */
  char          *total;         /* nullable: the number of the whole in words */
} TbStackColumn;

/**
 * TbStack:
 * @figures: the tracks are the parts, in the order of the stack
 * @is_share: columns of 100 %
 * @whole: (nullable): the series they are parts of
 * @columns: in order of period
 * @has_other: in some period the parts leave a rest that is larger than its rounding
 *
 * The content of a stacked chart.
 */
typedef struct
{
  TbFigures     *figures;
  gboolean       is_share;
  TbSeries      *whole;
  TbStackColumn *columns;
  gsize          n_columns;
  gboolean       has_other;
  GPtrArray     *set_aside;     /* of points taken out of @figures */
} TbStack;

/* Finds the whole of @figures and takes it, and what contains other parts, out of
 * them. NULL with @error where they are no parts of one whole. */
gboolean  tb_stack_find_whole   (TbStack                 *self,
                                 GError                 **error);
/* Whether two figures may stand beside each other: as long, and placed alike. */
gboolean  tb_stack_are_alike    (const TbChartPoint      *a,
                                 const TbChartPoint      *b);
/* Each period that is a column once, in order (of TbChartPoint); figures of another length are told. */
GArray   *tb_stack_list_places  (TbStack                 *self) G_GNUC_WARN_UNUSED_RESULT;
/* Parts by size, or as the file has them, with the colours of their places. */
void      tb_stack_order_tracks (TbStack                 *self,
                                 TbChartOrder             order);
/* Whether a figure is stacked at all: what was, with a number. */
gboolean  tb_stack_is_part      (const TbChartPoint      *point);
/* Finds the figures of a column's period. */
void      tb_stack_fill_column  (TbStack                 *self,
                                 TbStackColumn           *column);
/* What the parts leave of the whole, where that is larger than its rounding (F-5);
 * @exceeding: gets the period where they are more than the whole: then they are no parts. */
void      tb_stack_add_rest     (TbStack                 *self,
                                 TbStackColumn           *column,
                                 GPtrArray               *exceeding);
char     *tb_stack_write_total  (const TbStack           *self,
                                 const TbStackColumn     *column) G_GNUC_WARN_UNUSED_RESULT;
/* Turns amounts into percent of the whole; FALSE where that is not possible, with
 * the first reason that the rules give. */
gboolean  tb_stack_share_column (TbStack                 *self,
                                 TbStackColumn           *column,
                                 char                   **out_reason);
void      tb_stack_column_clear (TbStackColumn           *self,
                                 gsize                    n_parts);
/* What a rest is called: "Other", "其他". */
const char *tb_stack_get_other_word (TbLanguage           language);
/* The number of pieces in each column. */
gsize     tb_stack_get_n_pieces (const TbStack           *self);
void      tb_layout_stacked     (TbCanvas                *canvas,
                                 const TbChartFrame      *frame,
                                 const TbStack           *stack);
/* Whether the page is too small to name the parts beside the last column. */
gboolean  tb_layout_stacked_needs_legend (const TbCanvas *canvas);

G_END_DECLS
