/* What the window's tests share: an application, waiting, datasets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-app-test-find.h"
#include "tb-application.h"
#include "tb-window.h"

G_BEGIN_DECLS

typedef gboolean (*TbCondition) (gpointer data);

/* Registered, with its actions, without a bus name. Ends the process as
 * skipped where there is no display. */
TbApplication *tb_app_test_init        (int         *argc,
                                        char      ***argv);
TbApplication *tb_app_test_get         (void);
/* Turns the main loop until the condition holds; fails after some seconds. */
void           tb_app_test_wait        (TbCondition  condition,
                                        gpointer     data,
                                        const char  *what);
void           tb_app_test_wait_settled (TbWindow   *window);
/* Lets frames be drawn until nothing more is asked for. */
void           tb_app_test_draw        (TbWindow    *window);
TbWindow      *tb_app_test_open        (const char  *path);
/* With the small dataset, which is read and shown by then. */
TbWindow      *tb_app_test_open_small  (void);
void           tb_app_test_close       (TbWindow    *window);
/* Takes references, and waits until they are the last. */
void           tb_app_test_wait_finalized (GObject *const *objects,
                                           gsize           n_objects);
/* Conditions of tb_app_test_wait() on a window. */
gboolean       tb_app_test_has_dataset (gpointer     window);
gboolean       tb_app_test_has_table   (gpointer     window);
gboolean       tb_app_test_has_dialog  (gpointer     window);
/* Of the program; without data. */
gboolean       tb_app_test_has_no_window (gpointer   data);
/* The only window of the program, which comes up to tell @text. */
GtkWidget     *tb_app_test_wait_alone  (const char  *text);
/* The dialog in it; NULL where there is none. */
AdwDialog     *tb_app_test_get_dialog  (TbWindow    *window);
/* Whether an action of the window is enabled. */
gboolean       tb_app_test_can         (TbWindow    *window,
                                        const char  *action);
/* A small dataset written into the test's own folder. */
char          *tb_app_test_write       (const char  *name,
                                        const char  *text) G_GNUC_WARN_UNUSED_RESULT;
const char    *tb_app_test_small_dataset (void);

G_END_DECLS
