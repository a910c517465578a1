/* A chart view's parts, for the files it is split into.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-misfit.h"
#include "tb-chart-series-popover.h"
#include "tb-chart-view.h"

G_BEGIN_DECLS

struct _TbChartView
{
  AdwBin          parent_instance;

  TbSession      *session;
  gboolean        is_updating;  /* the toggle group is being set by us */
  TbPeriod        good_from;    /* the span of the last figure that was drawn */
  TbPeriod        good_to;
  gboolean        is_stale;     /* the figure is of what was looked at before */

  AdwOverlaySplitView *split;
  TbInspector    *inspector;
  GtkStack       *stack;
  GtkStack       *figure_stack;
  AdwToggleGroup *type_group;
  AdwBanner      *refused_banner;
  GtkWidget      *toolbar;
  GtkWidget      *more_button;
  GtkImage       *more_icon;
  GtkLabel       *more_label;
  GtkMenuButton  *series_button;
  GtkButton      *reset_button;
  TbChartSeriesPopover *series_popover;  /* nullable: not made yet */
  TbFigureCanvas  *canvas;
  TbChartMisfit  *misfit;
  GtkWidget      *captions_window;
  GtkStack       *captions;
  GtkLabel       *insight;
  GtkWidget      *hint;
  GtkLabel       *readout;
};

/* The types that the toggle group offers; the others are in the inspector. */
typedef struct { TbChartType type; const char *name; const char *title; } TbUsualType;
#define TB_N_USUAL_TYPES 3
extern const TbUsualType tb_usual_types[TB_N_USUAL_TYPES];

/* NULL where it is not one of them. */
const char *tb_usual_type_get_name       (TbChartType     type);
void        tb_chart_view_announce       (TbChartView    *self,
                                          const char     *text);
void        tb_chart_view_update_series  (TbChartView    *self,
                                          TbChartPicture *picture);
void        tb_chart_view_update_toolbar (TbChartView    *self);
void        tb_chart_view_connect_shown  (TbChartView    *self);
/* Which series are shown, and whether all of their time. */
void        tb_chart_view_update_shown   (TbChartView    *self,
                                          TbChartPicture *picture);
void        tb_chart_view_bind_actions   (GtkWidgetClass *widget_class);
void        tb_chart_view_connect_actions (TbChartView   *self);

G_END_DECLS
