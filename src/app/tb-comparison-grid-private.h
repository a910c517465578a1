/* What the parts of the comparison table's widget share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-comparison-grid.h"
#include "tb-grid-header.h"

G_BEGIN_DECLS

#define TB_GRID_HEADER_ROW -1
#define TB_GRID_NO_ROW -2

struct _TbComparisonGrid
{
  GtkWidget          parent_instance;

  TbShownTable       table;        /* comparison and survey owned */
  TbSurvey          *survey;
  TbComparisonOrder *order;
  GPtrArray         *columns;      /* TbShownColumn */
  GHashTable        *hidden;       /* keys of columns; for as long as the window */
  GHashTable        *sizes;        /* key → width that the user gave */
  char              *sort_key;
  gboolean           is_descending;

  TbGridGeometry     geometry;
  int                row_height;
  int                header_height;
  gboolean           is_measured;
  GtkAdjustment     *adjustments[2];
  guint              policies[2];

  GtkWidget         *header;
  GPtrArray         *rows;         /* TbGridRow, in order */
  guint              finish_source;
  guint              place_source;
  GtkWidget         *menu;         /* nullable: of a cell or a column */

  /* The cursor, and where the selection began. */
  gboolean           has_cursor;
  gboolean           has_selection;
  gboolean           by_rows;      /* whole rows are selected */
  int                row, anchor_row;
  guint              column, anchor_column;

  /* The pointer. */
  int                resized;      /* the column whose end is dragged; −1 */
  int                resized_from;
  double             pressed_x, pressed_y;
  gboolean           is_selecting;
  int                hovered;      /* row; −1 */
};

/* tb-comparison-grid.c */
void       tb_comparison_grid_emit_changed  (TbComparisonGrid *self);
void       tb_comparison_grid_emit_sort     (TbComparisonGrid *self,
                                             const char       *key,
                                             gboolean          descending);
void       tb_comparison_grid_emit_cursor   (TbComparisonGrid *self);

/* tb-comparison-grid-layout.c */
guint      tb_comparison_grid_get_n_rows    (TbComparisonGrid *self);
void       tb_comparison_grid_measure       (GtkWidget        *widget,
                                             GtkOrientation    orientation,
                                             int               for_size,
                                             int              *minimum,
                                             int              *natural,
                                             int              *minimum_baseline,
                                             int              *natural_baseline);
void       tb_comparison_grid_size_allocate (GtkWidget        *widget,
                                             int               width,
                                             int               height,
                                             int               baseline);
void       tb_comparison_grid_snapshot      (GtkWidget        *widget,
                                             GtkSnapshot      *snapshot);
/* Binds what is in sight, now. */
void       tb_comparison_grid_place         (TbComparisonGrid *self);
TbGridRow *tb_comparison_grid_find_row      (TbComparisonGrid *self,
                                             int               row);
/* The row under a pointer; TB_GRID_HEADER_ROW, or TB_GRID_NO_ROW. */
int        tb_comparison_grid_find_row_at   (TbComparisonGrid *self,
                                             double            y);

/* tb-comparison-grid-measure.c */
/* As wide as what was looked at needs. */
void       tb_comparison_grid_fit           (TbComparisonGrid *self,
                                             TbShownColumn    *column);
void       tb_comparison_grid_measure_columns (TbComparisonGrid *self);

/* tb-comparison-grid-table.c */
void       tb_comparison_grid_columns_changed (TbComparisonGrid *self);
void       tb_comparison_grid_remeasure     (TbComparisonGrid *self);

/* tb-comparison-grid-cursor.c */
void       tb_comparison_grid_focus_cursor  (TbComparisonGrid *self);
void       tb_comparison_grid_class_bind_keys (GtkWidgetClass *widget_class);
void       tb_comparison_grid_mark_selected (TbComparisonGrid *self);
gboolean   tb_comparison_grid_focus         (GtkWidget        *widget,
                                             GtkDirectionType  direction);
gboolean   tb_comparison_grid_grab_focus    (GtkWidget        *widget);
/* To the cells, which are there now. */
void       tb_comparison_grid_hand_on_focus (TbComparisonGrid *self);
/* The order that comes after the present one when a title is clicked. */
void       tb_comparison_grid_sort_next     (TbComparisonGrid *self,
                                             guint             position);

/* tb-comparison-grid-pointer.c */
void       tb_comparison_grid_watch_pointer (TbComparisonGrid *self);
gboolean   tb_comparison_grid_query_tooltip (GtkWidget        *widget,
                                             int               x,
                                             int               y,
                                             gboolean          by_keyboard,
                                             GtkTooltip       *tooltip);

/* tb-comparison-grid-menu.c */
void       tb_comparison_grid_class_install_actions (GtkWidgetClass *widget_class);
void       tb_comparison_grid_open_menu     (TbComparisonGrid *self);
/* Shows where the figure under the cursor comes from. */
void       tb_comparison_grid_show_source   (TbComparisonGrid *self);

G_END_DECLS
