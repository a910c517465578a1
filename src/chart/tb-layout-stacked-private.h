/* Stacked columns on their way from places to marks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-stack.h"
#include "tb-period-axis.h"
#include "tb-text-block.h"
#include "tb-value-axis.h"

G_BEGIN_DECLS

#define TB_STACK_NAME_GAP 0.9             /* ems, from the last column */
#define TB_STACK_PIECE_GAP 1.0            /* units of background between two parts */
#define TB_STACK_TOTAL_GAP 3.0

typedef struct
{
  double      x, width;          /* of the column */
  double      slot;              /* room for its total */
  double      top;               /* upper edge of the stack, px */
} TbStackPlace;

/* The name of a part beside the last column. */
typedef struct
{
  TbTextBlock *block;
  char        *text;
  double       wish;             /* y of the middle of its part */
  double       center;
} TbStackName;

typedef struct
{
  TbCanvas      *canvas;         /* of the page */
  TbCanvas       axis_canvas;    /* with the numbers of the axis */
  const TbStack *stack;
  TbFigures     *bone;           /* a point for each column: what the axis of time knows */
  TbPeriodAxis  *time;
  TbValueAxis   *values;
  TbRect         plot;
  TbStackPlace  *places;
  TbLabel       *labels;         /* of all pieces, column by column */
  TbLabel       *totals;
  gboolean       numbered;       /* each part has its number, and there is no axis */
  TbStackName   *names;
  gsize          n_names;
  double         names_width;
  guint          n_dropped;
} TbStackLayout;

static inline const TbStackColumn *
tb_stack_layout_get_column (const TbStackLayout *self,
                            gsize                column)
{
  return &self->stack->columns[column];
}

const char *tb_stack_layout_get_name     (const TbStackLayout *self,
                                          gsize                piece);
/* From the line at zero outwards: gains up, losses down. */
void        tb_stack_layout_get_ends     (const TbStackLayout *self,
                                          gsize                column,
                                          gsize                piece,
                                          double              *out_top,
                                          double              *out_bottom);
/* Whether a part is high enough for its number. */
gboolean    tb_stack_layout_holds_number (const TbStackLayout *self,
                                          gsize                column,
                                          gsize                piece);
/* tb-layout-stacked-draw.c */
void        tb_stack_layout_draw         (TbStackLayout       *self);

G_END_DECLS
