/* The control that has the keyboard stands out: around it, pixels change by 3 : 1 when
 * it gets the focus (WCAG 2.2, 2.4.7 and 1.4.11; the measure is that of 2.4.13: the same
 * pixels with and without it), told from what is drawn: at every page, in every dialog
 * and popover, and in the lists that choosers open.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-pixels.h"
#include "tb-app-places.h"

#include "tb-choice-row.h"
#include "tb-window-private.h"

#include <math.h>

#define CONTRAST 3
/* How far from its control a ring is looked for. */
#define MARGIN 8
#define CORNER_PX 12
#define MOST_STOPS 80
/* Much has to be scrolled to be reached. */
#define WIDTH 1200
#define HEIGHT 760

typedef struct
{
  TbWindow   *window;
  GtkWidget  *native;   /* the window, or what stands out of it */
  const char *where;
  gboolean    is_dark;
  guint       n_checked;
  GHashTable *checked;  /* controls of the window; its parts are shown at many places */
  GHashTable *seen;     /* dialogs and popovers that are the same at several places */
  GHashTable *kinds;    /* nullable: one of each kind is drawn; else every control */
  GHashTable *wrong;    /* told once for each control and colours */
} Walk;

typedef struct
{
  guint32 *pixels;
  int      width;
  int      height;
} Picture;

/* The focus of an entry is on a part of it, the ring around all of it. */
static GtkWidget *
get_control (GtkWidget *focus)
{
  GtkWidget *row = gtk_widget_get_ancestor (focus, ADW_TYPE_ENTRY_ROW);
  GtkWidget *parent = gtk_widget_get_parent (focus);

  if (!GTK_IS_TEXT (focus))
    return focus;
  if (row == NULL)
    row = gtk_widget_get_ancestor (focus, ADW_TYPE_SPIN_ROW);
  return row != NULL ? row : GTK_IS_EDITABLE (parent) ? parent : focus;
}

static gboolean
count_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       n_left)
{
  return --*(guint *) n_left > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static gboolean
is_counted (gpointer n_left)
{
  return *(guint *) n_left == 0;
}

/* A focus that comes or goes asks for no more than a frame. */
static void
settle (Walk *walk)
{
  guint n_left = 2;

  /* Without a window manager no window is the active one. */
  gtk_widget_unset_state_flags (GTK_WIDGET (walk->window), GTK_STATE_FLAG_BACKDROP);
  gtk_widget_add_tick_callback (walk->native, count_cb, &n_left, NULL);
  tb_app_test_wait (is_counted, &n_left, "frames");
}

static void
draw (Walk    *walk,
      Picture *out)
{
  settle (walk);
  out->pixels = tb_app_pixels_render (walk->native, 1, &out->width, &out->height);
}

/* The greatest change of a pixel there, and how many change by as much as is wanted. */
static double
measure (const Picture         *with,
         const Picture         *without,
         const graphene_rect_t *box,
         guint                 *out_n)
{
  int left = MAX ((int) floor ((double) box->origin.x), 0);
  int top = MAX ((int) floor ((double) box->origin.y), 0);
  int right = MIN ((int) ceil ((double) (box->origin.x + box->size.width)), with->width);
  int bottom = MIN ((int) ceil ((double) (box->origin.y + box->size.height)), with->height);
  double most = 1;

  *out_n = 0;
  for (int y = top; y < bottom; y++)
    for (int x = left; x < right; x++)
      {
        gsize i = (gsize) y * (gsize) with->width + (gsize) x;
        double contrast = tb_color_contrast (tb_app_pixels_color (with->pixels[i]),
                                             tb_app_pixels_color (without->pixels[i]));

        most = MAX (most, contrast);
        *out_n += contrast >= CONTRAST;
      }
  return most;
}

/* A line of one pixel along three sides: one of two may fall on an edge that is drawn
 * anyway, and one side lie at the edge of what is scrolled. What is rounded is left out. */
static guint
count_on_sides (const graphene_rect_t *box)
{
  float width = MAX (box->size.width - 2 * CORNER_PX, box->size.width / 2);
  float height = MAX (box->size.height - 2 * CORNER_PX, box->size.height / 2);

  return (guint) (2 * (width + height) - MAX (width, height));
}

static char *
dup_kind (GtkWidget *widget)
{
  GString *kind = g_string_new (gtk_widget_get_css_name (widget));
  g_auto (GStrv) classes = gtk_widget_get_css_classes (widget);
  GtkWidget *parent = gtk_widget_get_parent (widget);

  for (gsize i = 0; classes[i] != NULL; i++)
    g_string_append_printf (kind, ".%s", classes[i]);
  for (int i = 0; i < 3 && parent != NULL; i++, parent = gtk_widget_get_parent (parent))
    {
      g_string_prepend (kind, " > ");
      g_string_prepend (kind, gtk_widget_get_css_name (parent));
    }
  return g_string_free_and_steal (kind);
}

static void
check (Walk      *walk,
       GtkWidget *focus)
{
  GtkWindow *window = GTK_WINDOW (walk->window);
  g_autofree char *kind = dup_kind (focus);
  Picture with, without;
  graphene_rect_t box;
  double contrast;
  guint n, least;

  gtk_window_set_focus_visible (window, TRUE);
  draw (walk, &with);
  g_assert_true (gtk_window_get_focus (window) == focus);
  g_assert_true (gtk_widget_compute_bounds (get_control (focus), walk->native, &box));
  least = count_on_sides (&box);
  graphene_rect_inset (&box, -MARGIN, -MARGIN);
  /* The item of a menu that had it last stays lit. */
  if (GTK_IS_POPOVER_MENU (walk->native))
    gtk_widget_unset_state_flags (focus, GTK_STATE_FLAG_SELECTED);
  gtk_window_set_focus (window, NULL);
  draw (walk, &without);
  contrast = measure (&with, &without, &box, &n);
  g_free (with.pixels);
  g_free (without.pixels);
  gtk_widget_grab_focus (focus);
  gtk_window_set_focus_visible (window, TRUE);
  walk->n_checked++;
  g_test_message ("%s%s: %.2f on %u: %s", walk->where, walk->is_dark ? ", dark" : "", contrast, n, kind);
  if (n < least && g_hash_table_add (walk->wrong, g_strdup_printf ("%s%d", kind, walk->is_dark)))
    g_printerr ("# %s%s: %u pixels, and not %u, change by %d : 1, the most by %.2f : 1: %s\n", walk->where,
                walk->is_dark ? ", dark" : "", n, least, CONTRAST, contrast, kind);
}

static gboolean
is_shown_popover (GtkWidget     *widget,
                  gconstpointer  data)
{
  return GTK_IS_POPOVER (widget) && gtk_widget_get_mapped (widget);
}

/* A list of choices opens with the focus on one of them. */
static void
check_choices (Walk      *walk,
               GtkWidget *focus)
{
  GtkWidget *chooser = gtk_widget_get_ancestor (focus, GTK_TYPE_DROP_DOWN);
  GtkWidget *native = walk->native;
  GtkWidget *popover, *choice;

  if (chooser == NULL && !ADW_IS_COMBO_ROW (focus) && !TB_IS_CHOICE_ROW (focus))
    return;
  /* A button that is activated takes a while to be pressed. */
  if (chooser != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (focus), TRUE);
  else if (TB_IS_CHOICE_ROW (focus))
    gtk_menu_button_popup (GTK_MENU_BUTTON (tb_app_test_find (focus, GTK_TYPE_MENU_BUTTON)));
  else
    g_assert_true (gtk_widget_activate (focus));
  tb_app_test_draw (walk->window);
  popover = tb_app_test_find_where (chooser != NULL ? chooser : focus, is_shown_popover, NULL);
  choice = gtk_window_get_focus (GTK_WINDOW (walk->window));
  g_assert_nonnull (popover);
  g_assert_true (gtk_widget_is_ancestor (choice, popover));
  walk->native = popover;
  check (walk, choice);
  walk->native = native;
  gtk_popover_popdown (GTK_POPOVER (popover));
  tb_app_test_draw (walk->window);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (walk->window)) == focus);
}

/* From the first stop of Tab to where it leaves @root or begins again. */
static void
go_through (Walk      *walk,
            GtkWidget *root)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GtkWindow *window = GTK_WINDOW (walk->window);

  gtk_window_set_focus (window, NULL);
  while (gtk_widget_child_focus (root, GTK_DIR_TAB_FORWARD))
    {
      GtkWidget *focus = gtk_window_get_focus (window);

      /* A list may send it on to a row that is in sight. */
      if (focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_VIEW) != NULL)
        {
          settle (walk);
          focus = gtk_window_get_focus (window);
        }
      if (focus == NULL || !g_hash_table_add (seen, focus))
        break;
      g_assert_cmpuint (g_hash_table_size (seen), <, MOST_STOPS);
      if (walk->native == GTK_WIDGET (window) && !g_hash_table_add (walk->checked, focus))
        continue;
      if (walk->kinds != NULL && !g_hash_table_add (walk->kinds, dup_kind (focus)))
        continue;
      check (walk, focus);
      check_choices (walk, focus);
    }
  g_assert_cmpuint (g_hash_table_size (seen), >, 0);
}

/* Popovers are those of a view. */
static char *
dup_key (GtkWidget  *root,
         const char *where)
{
  if (!ADW_IS_DIALOG (root))
    return g_strdup (where);
  return g_strdup_printf ("%s %s", G_OBJECT_TYPE_NAME (root), adw_dialog_get_title (ADW_DIALOG (root)));
}

static void
visit_cb (TbWindow   *window,
          GtkWidget  *root,
          const char *where,
          gpointer    data)
{
  Walk *walk = data;
  g_autofree char *key = root == GTK_WIDGET (window) ? NULL : dup_key (root, where);

  if (walk->window != window)
    g_hash_table_remove_all (walk->checked);
  if (key != NULL && !g_hash_table_add (walk->seen, g_steal_pointer (&key)))
    return;
  walk->window = window;
  walk->native = GTK_WIDGET (gtk_widget_get_native (root));
  walk->where = where;
  go_through (walk, root);
}

/* In light all controls are drawn; other colours come from the same rules of style, a kind
 * of control each. */
static void
test_visible (gconstpointer data)
{
  g_autoptr (GHashTable) wrong = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) checked = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Walk walk = { .wrong = wrong, .seen = seen, .checked = checked, .is_dark = data != NULL };
  guint n;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      walk.is_dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
  if (walk.is_dark || adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    walk.kinds = kinds;
  n = tb_app_places_visit (WIDTH, HEIGHT, visit_cb, &walk);
  g_test_message ("%u stops of Tab at %u places", walk.n_checked, n);
  g_assert_cmpuint (g_hash_table_size (wrong), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  tb_app_test_init (&argc, &argv);
  g_test_add_data_func ("/focus/light", NULL, test_visible);
  g_test_add_data_func ("/focus/dark", "", test_visible);
  return g_test_run ();
}
