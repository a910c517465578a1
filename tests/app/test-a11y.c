/* Every widget that can have the focus has a name, on every page and dialog.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-test.h"
#include "tb-window-private.h"

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

/* Roles such as buttons and rows take their name from what they hold. */
static gboolean
holds_label (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && has_text (gtk_label_get_text (GTK_LABEL (widget))))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (holds_label (child))
      return TRUE;
  return FALSE;
}

static gboolean
names_itself (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  return gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL)
         || gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY)
         || has_text (gtk_widget_get_tooltip_text (widget)) || holds_label (widget);
}

/* The focus of an entry, a menu button and the like is on a part of it. */
static gboolean
has_name (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (names_itself (widget))
    return TRUE;
  if (parent == NULL)
    return FALSE;
  if (GTK_IS_TEXT (widget) || GTK_IS_TOGGLE_BUTTON (widget) || ADW_IS_SPLIT_BUTTON (parent)
      || GTK_IS_SPIN_BUTTON (parent) || GTK_IS_SPIN_BUTTON (widget))
    return names_itself (parent) || has_name (parent);
  return FALSE;
}

static void
walk (GtkWidget  *widget,
      const char *where,
      guint      *n_named)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (gtk_widget_get_focusable (widget) && !GTK_IS_SCROLLED_WINDOW (widget) && !GTK_IS_WINDOW (widget)
      && gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) != GTK_ACCESSIBLE_ROLE_NONE
      && gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) != GTK_ACCESSIBLE_ROLE_GENERIC)
    {
      if (!has_name (widget))
        g_error ("%s: a %s in a %s has no name", where, G_OBJECT_TYPE_NAME (widget),
                 G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
      (*n_named)++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    walk (child, where, n_named);
}

static gboolean
has_dataset (gpointer window)
{
  return tb_session_get_dataset (tb_window_get_session (window)) != NULL && tb_window_is_settled (window);
}

static const char table[] = "when,area,number,code\n2019,North,120,1\n2020,North,131,1\n2021,South,80,2\n";

static gboolean
has_dialog (gpointer window)
{
  return adw_application_window_get_visible_dialog (window) != NULL;
}

static const struct
{
  const char *name;
  const char *file_name;
  const char *view;
  const char *action;
  guint       min_named;
} places[] = {
  { "welcome", NULL, NULL, NULL, 3 },
  { "overview", "small.tongbi.json", "overview", NULL, 12 },
  { "chart", "small.tongbi.json", "chart", NULL, 12 },
  { "inspector", "small.tongbi.json", "chart", "win.toggle-inspector", 30 },
  { "table", "small.tongbi.json", "table", NULL, 12 },
  { "source", "small.tongbi.json", "overview", "win.show-current-source", 14 },
  { "export", "small.tongbi.json", "chart", "win.export", 18 },
  { "export of the table", "small.tongbi.json", "table", "win.export", 14 },
  { "preferences", "small.tongbi.json", "chart", "win.show-preferences", 16 },
  { "about", NULL, NULL, "app.about", 6 },
  { "shortcuts", "small.tongbi.json", "chart", "win.show-shortcuts", 20 },
  { "how a file is read", "doubtful.csv", NULL, NULL, 10 },
};

/* Asks how it is to be read, or shows what is in it. */
static gboolean
is_answered (gpointer window)
{
  return has_dialog (window) || has_dataset (window);
}

static void
test_names (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      gboolean is_table = g_strcmp0 (places[i].file_name, "doubtful.csv") == 0;
      g_autofree char *path = places[i].file_name != NULL
                                ? tb_app_test_write (places[i].file_name, is_table ? table : tb_app_test_small_dataset ())
                                : NULL;
      TbWindow *window = tb_app_test_open (path);
      AdwDialog *dialog;
      guint n_named = 0;

      if (path != NULL)
        tb_app_test_wait (is_answered, window, "the dataset");
      if (places[i].view != NULL)
        gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", places[i].view);
      tb_app_test_draw (window);
      if (places[i].action != NULL)
        g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), places[i].action, NULL));
      tb_app_test_draw (window);
      walk (GTK_WIDGET (window), places[i].name, &n_named);
      /* A walk that met nothing has proved nothing. */
      g_test_message ("%s: %u widgets", places[i].name, n_named);
      g_assert_cmpuint (n_named, >=, places[i].min_named);
      dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
      if (dialog != NULL)
        adw_dialog_force_close (dialog);
      tb_app_test_close (window);
    }
}

int
main (int    argc,
      char **argv)
{
  tb_app_test_init (&argc, &argv);
  g_test_add_func ("/a11y/names", test_names);
  return g_test_run ();
}
