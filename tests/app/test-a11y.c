/* Every widget that can have the focus has a name, on every page, popover and dialog.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-places.h"

#include <string.h>

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

typedef struct
{
  const char *where;
  guint       n_named;
  guint       n_unnamed;
  guint       n_subtitles;
} Names;

/* What a row shows below its title is said. */
static void
check_subtitle (Names     *names,
                GtkWidget *widget)
{
  const char *subtitle = ADW_IS_ACTION_ROW (widget) ? adw_action_row_get_subtitle (ADW_ACTION_ROW (widget)) : NULL;
  g_autofree char *other = NULL;

  if (!has_text (subtitle))
    return;
  names->n_subtitles++;
  other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle);
  if (other == NULL || strstr (other, subtitle) != NULL)
    return;
  names->n_unnamed++;
  g_printerr ("# %s: a %s does not say “%s” but “%s”\n", names->where, G_OBJECT_TYPE_NAME (widget), subtitle, other);
}

/* Though it may be insensitive just now. */
static gboolean
holds_stop (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child) && gtk_widget_get_can_focus (child)
        && (gtk_widget_get_focusable (child) || holds_stop (child)))
      return TRUE;
  return FALSE;
}

/* GTK stops at a scrolled window that holds nothing to stop at: it has to scroll, and to
 * have a name. */
static void
check_scrolled (Names     *names,
                GtkWidget *window)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (window));

  if (!gtk_widget_get_can_focus (window) || holds_stop (window))
    return;
  if (gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment)
      && gtk_test_accessible_has_relation (GTK_ACCESSIBLE (window), GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return;
  names->n_unnamed++;
  g_printerr ("# %s: a scrolled window in a %s is a stop of Tab\n", names->where,
              G_OBJECT_TYPE_NAME (gtk_widget_get_parent (window)));
}

static void
check_name (GtkWidget *widget,
            gpointer   data)
{
  Names *names = data;
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));

  if (GTK_IS_SCROLLED_WINDOW (widget))
    check_scrolled (names, widget);
  if (!gtk_widget_get_focusable (widget) || GTK_IS_SCROLLED_WINDOW (widget) || GTK_IS_WINDOW (widget)
      || role == GTK_ACCESSIBLE_ROLE_NONE || role == GTK_ACCESSIBLE_ROLE_GENERIC)
    return;
  names->n_named++;
  check_subtitle (names, widget);
  if (has_name (widget))
    return;
  names->n_unnamed++;
  g_printerr ("# %s: a %s in a %s has no name\n", names->where, G_OBJECT_TYPE_NAME (widget),
              G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
}

static void
visit_names (TbWindow   *window,
             GtkWidget  *root,
             const char *where,
             gpointer    data)
{
  Names *names = data;
  guint before = names->n_named;

  names->where = where;
  tb_app_places_walk (root, check_name, names);
  /* A walk that met nothing has proved nothing. */
  if (names->n_named == before)
    g_error ("%s: nothing can have the focus", where);
}

static void
test_names (void)
{
  Names names = { 0 };
  guint n_places = tb_app_places_visit (1100, 700, visit_names, &names);

  g_test_message ("%u widgets, %u subtitles at %u places", names.n_named, names.n_subtitles, n_places);
  g_assert_cmpuint (n_places, >=, 40);
  g_assert_cmpuint (names.n_named, >=, 1000);
  g_assert_cmpuint (names.n_subtitles, >=, 50);
  g_assert_cmpuint (names.n_unnamed, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  tb_app_test_init (&argc, &argv);
  g_test_add_func ("/a11y/names", test_names);
  return g_test_run ();
}
