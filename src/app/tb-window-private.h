/* The window's parts, for the files it is split into.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-view.h"
#include "tb-comparison-view.h"
#include "tb-import.h"
#include "tb-indicator-sidebar.h"
#include "tb-welcome.h"
#include "tb-window.h"

G_BEGIN_DECLS

struct _TbWindow
{
  AdwApplicationWindow    parent_instance;

  TbSession              *session;
  TbImport               *import;           /* nullable: what is open, and how it was read */
  GCancellable           *opening;          /* nullable: of the file being read */
  guint                   show_loading_id;
  char                   *page_before;      /* what is shown again where opening fails */

  AdwToastOverlay        *toasts;
  GtkStack               *pages;
  TbWelcome              *welcome;
  AdwStatusPage          *loading_page;
  GtkProgressBar         *loading_progress;
  AdwNavigationSplitView *split_view;
  TbIndicatorSidebar     *sidebar;
  AdwNavigationPage      *content_page;
  AdwBanner              *notices_banner;
  AdwViewStack           *views;
  TbChartView            *chart_view;
  TbComparisonView       *comparison_view;
};

void      tb_window_install_actions (GtkWidgetClass *widget_class);
void      tb_window_update_actions  (TbWindow       *self);
gboolean  tb_window_shows_table     (TbWindow       *self);
void      tb_window_show_problems   (TbWindow       *self,
                                     GFile          *file,
                                     TbProblems     *problems);
void      tb_window_cancel_opening  (TbWindow       *self);
void      tb_window_ask_reading     (TbWindow       *self);
void      tb_window_add_drop_target (TbWindow       *self);

G_END_DECLS
