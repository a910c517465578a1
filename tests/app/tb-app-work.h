/* Work in a window, on its way to the disk: what tests set up and wait for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-app-test.h"
#include "tb-import.h"

G_BEGIN_DECLS

/* Makes a change that is to be saved. */
void     tb_app_work_set_title     (TbWindow   *window,
                                    const char *title);
/* Selects, and sets up, a chart titled "Nurses of the north", and shows the table. */
void     tb_app_work_begin         (TbWindow   *window);
/* At the third figure of the first indicator that is selected. */
void     tb_app_work_add_note      (TbWindow   *window);
/* Into the user's data; returns the path. */
char    *tb_app_work_save          (TbWindow   *window,
                                    const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* The small dataset on disk, with other words in it. */
void     tb_app_work_revise        (const char *before,
                                    const char *after);
/* All files of an import. */
void     tb_app_work_read          (TbImport   *import);
/* Conditions of tb_app_test_wait() on a window. */
gboolean tb_app_work_is_saved      (gpointer    window);
gboolean tb_app_work_is_kept       (gpointer    window);
gboolean tb_app_work_has_digests   (gpointer    window);
gboolean tb_app_work_offers_reload (gpointer    window);
/* Whether a file has that somewhere in it. */
gboolean tb_app_work_holds         (const char *path,
                                    const char *part);

G_END_DECLS
