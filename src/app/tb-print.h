/* Prints sheets that are made for the paper the user chooses.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-paper.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Called in a thread; a PDF. */
typedef GBytes *(*TbMakeSheets) (gpointer data, const TbPaper *paper, GError **error);

/* @name: of the job, and of the file where it is printed into one. */
void  tb_print (GtkWindow       *window,
                AdwToastOverlay *toasts,
                const char      *name,
                gboolean         landscape,
                TbMakeSheets     make,
                gpointer         data,
                GDestroyNotify   free_data);

G_END_DECLS
