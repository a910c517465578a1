/* What the parts of the comparison view share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-comparison-view.h"

#include "tb-comparison-columns-popover.h"
#include "tb-comparison-grid.h"
#include "tb-comparison-pairs.h"

G_BEGIN_DECLS

struct _TbComparisonView
{
  TbLatePane          parent_instance;

  TbSession          *session;
  GCancellable       *cancellable;  /* of the comparison under way */
  GCancellable       *ordering;     /* of the order under way */
  TbComparison       *comparison;
  TbSurvey           *survey;
  char               *sort_key;     /* nullable: what the rows are to be sorted by */
  gboolean            is_descending;
  gboolean            tells_order;  /* the user asked for another */
  gboolean            is_stale;     /* the selection changed while the view was not in sight */
  gboolean            totals;       /* the table that is shown, or under way, has them */
  gboolean            is_updating;  /* the button is being set by us */
  gboolean            tells_totals; /* the user asked for them */
  GArray             *pairs;        /* TbComparePair: likewise; none: those that suit */

  GtkStack           *stack;
  TbComparisonPairs  *pairs_bar;
  TbComparisonGrid   *table;
  GtkSearchEntry     *search;
  TbComparisonColumnsPopover *columns_popover;
  GtkLabel           *caption;
  GtkLabel           *legend;
  GtkToggleButton    *totals_button;
  AdwBanner          *refusal_banner;
  GtkLabel           *detail;
};

/* tb-comparison-view.c */
void        tb_comparison_view_emit_ready    (TbComparisonView *self);

/* tb-comparison-view-notes.c */
/* Above the table, why none of its figures is compared; below it, what its marks mean. */
void        tb_comparison_view_update_notes  (TbComparisonView *self);

/* tb-comparison-view-order.c */
/* What the rows are searched for; NULL: nothing. */
const char *tb_comparison_view_get_words     (TbComparisonView *self);
/* Which rows these are, where they are not all (B-6). */
char       *tb_comparison_view_dup_caption   (TbComparisonView *self) G_GNUC_WARN_UNUSED_RESULT;
void        tb_comparison_view_update_caption (TbComparisonView *self);
/* Sorts and filters again. */
void        tb_comparison_view_start_order   (TbComparisonView *self);
/* What is being sorted is not taken. */
void        tb_comparison_view_drop_order    (TbComparisonView *self);

G_END_DECLS
