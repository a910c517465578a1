/* What kind of files a dialog is about.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tb_file_kind_show_only (GtkFileDialog *dialog,
                             const char    *name,
                             const char    *media_type,
                             const char    *suffix);

G_END_DECLS
