/* The style of the user's house, kept from one time to the next.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-house-style.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* NULL: none. Main thread. */
TbHouseStyle *tb_theme_store_get           (void);
/* Reads, checks and keeps a copy; the setting `theme-stamp` changes where it is kept. */
void          tb_theme_store_choose_async  (GFile                *file,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
/* The error says line and column. */
gboolean      tb_theme_store_choose_finish (GAsyncResult         *result,
                                            GError              **error);
void          tb_theme_store_reset         (void);

G_END_DECLS
