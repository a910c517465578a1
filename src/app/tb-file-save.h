/* Asks for a file, makes its content in a thread, writes it, and tells.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Called in a thread. */
typedef GBytes *(*TbMakeBytes) (gpointer data, GError **error);

void  tb_file_save (GtkWindow      *window,
                    AdwToastOverlay *toasts,
                    const char     *initial_name,
                    const char     *media_type,
                    TbMakeBytes     make,
                    gpointer        data,
                    GDestroyNotify  free_data);

G_END_DECLS
