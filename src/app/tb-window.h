/* The window: sidebar, chart and table, or what stands in their place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TB_TYPE_WINDOW (tb_window_get_type ())
G_DECLARE_FINAL_TYPE (TbWindow, tb_window, TB, WINDOW, AdwApplicationWindow)

TbWindow  *tb_window_new         (GtkApplication *application) G_GNUC_WARN_UNUSED_RESULT;
TbSession *tb_window_get_session (TbWindow       *self);
/* Opens a file in the place of what is open, once it is read whole. */
void       tb_window_open        (TbWindow       *self,
                                  GFile          *file);
/* The same with several files and folders, as one dataset. */
void       tb_window_open_files  (TbWindow       *self,
                                  GFile *const   *files,
                                  gsize           n_files);
/* Goes on with what was kept of a window that crashed. */
void       tb_window_recover     (TbWindow       *self,
                                  GFile          *file);
gboolean   tb_window_is_opening  (TbWindow       *self);
void       tb_window_present_soon (TbWindow      *self);
/* Whether a file is what is open: figures, or the work that shows them. */
gboolean   tb_window_has_file    (TbWindow       *self,
                                  GFile          *file);
/* Whether nothing is open and nothing is being opened. */
gboolean   tb_window_is_empty    (TbWindow       *self);
/* Whether everything that was asked for is on the screen. */
gboolean   tb_window_is_settled  (TbWindow       *self);

G_END_DECLS
