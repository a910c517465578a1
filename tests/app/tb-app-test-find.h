/* Finding widgets by what the user sees of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef gboolean (*TbWidgetTest) (GtkWidget     *widget,
                                  gconstpointer  data);

/* The first widget within another one, or this itself, that is meant; NULL where there
 * is none. So do all below. */
GtkWidget *tb_app_test_find_where (GtkWidget     *root,
                                   TbWidgetTest   is_meant,
                                   gconstpointer  data);
GtkWidget *tb_app_test_find       (GtkWidget     *root,
                                   GType          type);
/* The label with that text. */
GtkWidget *tb_app_test_find_label (GtkWidget     *root,
                                   const char    *text);
/* The label that has it somewhere in its text. */
GtkWidget *tb_app_test_find_part  (GtkWidget     *root,
                                   const char    *part);
/* The row of preferences with that title. */
GtkWidget *tb_app_test_find_row   (GtkWidget     *root,
                                   const char    *title);
/* The button with a label of that text. */
GtkWidget *tb_app_test_find_button (GtkWidget    *root,
                                    const char   *text);
/* The button with that icon. */
GtkWidget *tb_app_test_find_icon  (GtkWidget     *root,
                                   const char    *icon);

G_END_DECLS
