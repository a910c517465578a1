/* The window's parts, for the files it is split into.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-view.h"
#include "tb-comparison-view.h"
#include "tb-import.h"
#include "tb-indicator-sidebar.h"
#include "tb-loading.h"
#include "tb-overview.h"
#include "tb-welcome.h"
#include "tb-window.h"
#include "tb-work-file.h"

G_BEGIN_DECLS

/* After a file has changed: programs write in several steps, or rename a finished file. */
#define TB_WINDOW_LOOK_AFTER_MS 400

struct _TbWindow
{
  AdwApplicationWindow    parent_instance;

  TbSession              *session;
  TbImport               *import;           /* nullable: what is open, and how it was read */
  GCancellable           *opening;          /* nullable: of the file being read */
  GFile                  *opening_file;     /* nullable: that file, where it is one */
  AdwDialog              *question;         /* weak: how a file is to be read */
  guint                   show_loading_id;
  gboolean                presents_soon;    /* once there is something to show */
  guint                   present_id;
  guint                   patience;         /* how many times as slow the machine may be; more than 1 under callgrind */
  char                   *page_before;      /* what is shown again where opening fails */

  GFile                  *work_file;        /* nullable: where the work is saved */
  char                   *work_digest;      /* nullable: of what it held when it was read or written here */
  GFileMonitor           *work_monitor;     /* nullable */
  guint                   work_look_id;
  AdwToast               *work_toast;       /* weak: what was told of it */
  guint                   work_generation;  /* another one for each that is opened */
  TbWork                 *work;             /* nullable: what was found or saved there */
  gboolean                is_work_new;      /* it was opened, and its figures not looked at yet */
  char                  **digests;          /* nullable: of the files of @import, when they were read */
  GCancellable           *digesting;        /* nullable */
  guint                   digest_id;
  GCancellable           *comparing;        /* nullable: of the files read again with what is shown */
  GPtrArray              *monitors;         /* nullable: of GFileMonitor */
  guint                   look_id;
  gboolean                is_saving;        /* the last that was begun has not ended */
  guint                   n_savings;        /* that were begun */
  gboolean                is_asking;        /* what is to become of unsaved work */
  gboolean                is_left;          /* unsaved work may be lost: the user said so, or it is safe by now */
  gboolean                close_when_saved;
  GPtrArray              *files_when_saved; /* nullable: of GFile, to be opened then */
  char                   *first_when_saved; /* nullable: id of the indicator that they show first */

  GFile                  *recovery_file;    /* nullable: where unsaved work is kept */
  guint                   recovery_id;
  gboolean                is_keeping;
  gboolean                has_told_keeping; /* that it cannot be kept */
  gboolean                recovery_is_over;
  GtkWidget              *chart_menu;       /* nullable: the one asked for last */

  AdwToastOverlay        *toasts;
  GtkStack               *pages;
  TbWelcome              *welcome;
  TbLoading              *loading;
  AdwNavigationSplitView *split_view;
  TbIndicatorSidebar     *sidebar;
  AdwNavigationPage      *content_page;
  AdwBanner              *notices_banner;
  AdwBanner              *reload_banner;
  AdwViewStack           *views;
  AdwInlineViewSwitcher  *bottom_switcher;  /* of them; of no stack before it is seen */
  TbOverview             *overview;
  TbChartView            *chart_view;
  TbComparisonView       *comparison_view;
};

gboolean  tb_window_is_closed       (TbWindow       *self);
void      tb_window_install_actions (GtkWidgetClass *widget_class);
void      tb_window_install_open_actions (GtkWidgetClass *widget_class);
void      tb_window_update_actions  (TbWindow       *self);
gboolean  tb_window_shows_overview  (TbWindow       *self);
gboolean  tb_window_shows_table     (TbWindow       *self);
void      tb_window_show_problems   (TbWindow       *self,
                                     GFile          *file,
                                     TbProblems     *problems);
void      tb_window_cancel_opening  (TbWindow       *self);
void      tb_window_queue_present   (TbWindow       *self);
void      tb_window_show_source     (TbWindow       *self);
void      tb_window_add_chart_menu  (TbWindow       *self);
void      tb_window_ask_reading     (TbWindow       *self);
void      tb_window_add_drop_target (TbWindow       *self);
void      tb_window_paste           (TbWindow       *self);

void      tb_window_open_showing    (TbWindow       *self,
                                     GFile *const   *files,
                                     gsize           n_files,
                                     const char     *first);
void      tb_window_open_work       (TbWindow       *self,
                                     TbWorkFound    *found);
gboolean  tb_window_get_saved_look  (const TbWorkFound *found,
                                     TbLook         *out_look);
void      tb_window_begin_work      (TbWindow       *self,
                                     const TbWorkFound *found);
void      tb_window_show_import     (TbWindow       *self,
                                     TbImport       *import,
                                     TbWorkFound    *found,
                                     const char     *first);
void      tb_window_ask_import      (TbWindow       *self,
                                     TbImport       *import,
                                     TbWorkFound    *found);
void      tb_window_digest          (TbWindow       *self,
                                     char *const    *stamps,
                                     GCancellable   *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer        user_data);
void      tb_window_look_at_files   (TbWindow       *self);
void      tb_window_start_digesting (TbWindow       *self);
void      tb_window_watch           (TbWindow       *self);
void      tb_window_reload          (TbWindow       *self);
void      tb_window_take_reading    (TbWindow       *self,
                                     TbImport       *import);
void      tb_window_drop_reading    (TbWindow       *self);
void      tb_window_keep_work       (TbWindow       *self);
void      tb_window_forget_work     (TbWindow       *self);
void      tb_window_save_to         (TbWindow       *self,
                                     GFile          *file);
void      tb_window_ask_for_figures (TbWindow       *self,
                                     TbWorkFound    *found);
void      tb_window_set_document    (TbWindow       *self,
                                     GFile          *file,
                                     const char     *digest);
TbWork   *tb_window_dup_work        (TbWindow       *self,
                                     GFile          *document) G_GNUC_WARN_UNUSED_RESULT;
gboolean  tb_window_has_unsaved_work (TbWindow      *self);
void      tb_window_save            (TbWindow       *self);
void      tb_window_save_as         (TbWindow       *self);
void      tb_window_give_up_saving  (TbWindow       *self);
void      tb_window_ask_to_save     (TbWindow       *self);
void      tb_window_add_toast       (TbWindow       *self,
                                     AdwToast       *toast,
                                     const char     *text);
void      tb_window_say             (TbWindow       *self,
                                     const char     *text);
void      tb_window_tell            (TbWindow       *self,
                                     const char     *text);
void      tb_window_go_on           (TbWindow       *self);
void      tb_window_update_title    (TbWindow       *self);

G_END_DECLS
