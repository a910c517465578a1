/* Asks for a file, makes its content in a thread, writes it, and tells.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Called in a thread. What there is to say of the content is added to @notices, which frees it. */
typedef GBytes *(*TbMakeBytes) (gpointer data, GPtrArray *notices, GError **error);

void  tb_file_save    (GtkWindow       *window,
                       AdwToastOverlay *toasts,
                       const char      *initial_name,
                       const char      *media_type,
                       TbMakeBytes      make,
                       gpointer         data,
                       GDestroyNotify   free_data);
/* The same into a file that is known. */
void  tb_file_save_to (GtkWindow       *window,
                       AdwToastOverlay *toasts,
                       GFile           *file,
                       TbMakeBytes      make,
                       gpointer         data,
                       GDestroyNotify   free_data);

/* In a thread. */
gboolean tb_file_write (GFile         *file,
                        const char    *data,
                        gsize          length,
                        GCancellable  *cancellable,
                        GError       **error);

G_END_DECLS
