/* The sidebar's parts, for the files it is split into.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-cells-in-sight.h"
#include "tb-growing-model.h"
#include "tb-indicator-scroll.h"
#include "tb-indicator-sidebar.h"

G_BEGIN_DECLS

struct _TbIndicatorSidebar
{
  AdwBin              parent_instance;

  TbSession          *session;
  TbIndicatorModel   *model;
  TbGrowingModel     *rows;              /* of @model, what the list has by now */
  guint               grow_id;
  guint               choices_id;        /* 0: what menus offer is up to date */
  GMenuModel         *recent;            /* nullable */
  GMenuModel         *menu_model;
  TbCellsInSight     *cells;
  TbIndicatorScroll  *scroll;
  GPtrArray          *places;            /* const TbPlace *, those of the chooser */
  gboolean            is_filling;        /* the place chooser is being filled by us */

  AdwWindowTitle     *window_title;
  AdwSplitButton     *open_button;
  GtkMenuButton      *menu_button;
  GtkSearchEntry     *search_entry;
  GtkDropDown        *place_dropdown;
  GtkStack           *stack;
  GtkListView        *list;
  GtkActionBar       *selection_bar;
  GtkLabel           *selection_label;
  GtkListItemFactory *header_factory;
};

/* Of the dataset that was opened; the chooser gets the first @n of them. */
void  tb_indicator_sidebar_collect_places (TbIndicatorSidebar *self);
void  tb_indicator_sidebar_fill_places    (TbIndicatorSidebar *self,
                                           guint               n);
void  tb_indicator_sidebar_show_place     (TbIndicatorSidebar *self);
void  tb_indicator_sidebar_connect_places (TbIndicatorSidebar *self);
void  tb_indicator_sidebar_bind_search    (GtkWidgetClass     *widget_class);
void  tb_indicator_sidebar_connect_search (TbIndicatorSidebar *self);

G_END_DECLS
