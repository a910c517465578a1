/* Finding widgets by what the user sees of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-app-test-find.h"

#include <string.h>

GtkWidget *
tb_app_test_find_where (GtkWidget     *root,
                        TbWidgetTest   is_meant,
                        gconstpointer  data)
{
  GtkWidget *found = is_meant (root, data) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = tb_app_test_find_where (child, is_meant, data);
  return found;
}

static gboolean
has_type (GtkWidget     *widget,
          gconstpointer  type)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), GPOINTER_TO_SIZE (type));
}

GtkWidget *
tb_app_test_find (GtkWidget *root,
                  GType      type)
{
  return tb_app_test_find_where (root, has_type, GSIZE_TO_POINTER (type));
}

static gboolean
has_text (GtkWidget     *widget,
          gconstpointer  text)
{
  return GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);
}

GtkWidget *
tb_app_test_find_label (GtkWidget  *root,
                        const char *text)
{
  return tb_app_test_find_where (root, has_text, text);
}

static gboolean
has_part (GtkWidget     *widget,
          gconstpointer  part)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), part) != NULL;
}

GtkWidget *
tb_app_test_find_part (GtkWidget  *root,
                       const char *part)
{
  return tb_app_test_find_where (root, has_part, part);
}

static gboolean
has_title (GtkWidget     *widget,
           gconstpointer  title)
{
  return ADW_IS_PREFERENCES_ROW (widget)
         && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title);
}

GtkWidget *
tb_app_test_find_row (GtkWidget  *root,
                      const char *title)
{
  return tb_app_test_find_where (root, has_title, title);
}

GtkWidget *
tb_app_test_find_button (GtkWidget  *root,
                         const char *text)
{
  GtkWidget *label = tb_app_test_find_label (root, text);

  return label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON) : NULL;
}

static gboolean
has_icon (GtkWidget     *widget,
          gconstpointer  icon)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), icon) == 0;
}

GtkWidget *
tb_app_test_find_icon (GtkWidget  *root,
                       const char *icon)
{
  return tb_app_test_find_where (root, has_icon, icon);
}
