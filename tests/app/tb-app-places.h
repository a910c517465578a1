/* Every page, popover and dialog of the window, found by walking what opens them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-app-test.h"

G_BEGIN_DECLS

/* @root: what is shown: the window itself, a popover or a dialog. */
typedef void (*TbPlaceVisit) (TbWindow   *window,
                              GtkWidget  *root,
                              const char *where,
                              gpointer    data);

/* In a window of that size. Returns how many places there were. */
guint tb_app_places_visit (int          width,
                           int          height,
                           TbPlaceVisit visit,
                           gpointer     data);

/* Calls for each widget within another that is drawn. */
void  tb_app_places_walk  (GtkWidget   *root,
                           void       (*found) (GtkWidget *widget, gpointer data),
                           gpointer     data);

G_END_DECLS
