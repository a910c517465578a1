/* The control that has the keyboard stands out: around it, pixels change by 3 : 1 when
 * it gets the focus (WCAG 2.2, 2.4.7 and 1.4.11; the measure is that of 2.4.13: the same
 * pixels with and without it), told from what is drawn, in light and dark.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-pixels.h"
#include "tb-app-test.h"

#include "tb-window-private.h"

#include <math.h>

#define CONTRAST 3
/* How far from its control a ring is looked for. */
#define MARGIN 8
#define CORNER_PX 12
#define MOST_STOPS 80

typedef struct
{
  TbWindow   *window;
  const char *where;
  gboolean    is_dark;
  guint       n_checked;
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

static void
draw (Walk    *walk,
      Picture *out)
{
  tb_app_test_draw (walk->window);
  /* Without a window manager no window is the active one. */
  gtk_widget_unset_state_flags (GTK_WIDGET (walk->window), GTK_STATE_FLAG_BACKDROP);
  out->pixels = tb_app_pixels_render (GTK_WIDGET (walk->window), 1, &out->width, &out->height);
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
  g_assert_true (gtk_widget_compute_bounds (get_control (focus), GTK_WIDGET (window), &box));
  least = count_on_sides (&box);
  graphene_rect_inset (&box, -MARGIN, -MARGIN);
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

/* From the first stop of Tab to where it leaves @root or begins again. */
static void
go_through (Walk       *walk,
            GtkWidget  *root,
            const char *where)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GtkWindow *window = GTK_WINDOW (walk->window);

  walk->where = where;
  gtk_window_set_focus (window, NULL);
  while (gtk_widget_child_focus (root, GTK_DIR_TAB_FORWARD))
    {
      GtkWidget *focus;

      /* A list may send it on to a row that is in sight. */
      tb_app_test_draw (walk->window);
      focus = gtk_window_get_focus (window);
      if (focus == NULL || !g_hash_table_add (seen, focus))
        break;
      g_assert_cmpuint (g_hash_table_size (seen), <, MOST_STOPS);
      check (walk, focus);
    }
  g_assert_cmpuint (g_hash_table_size (seen), >, 3);
}

static void
go_through_all (Walk *walk)
{
  static const char *const views[] = { "overview", "chart", "table" };
  TbWindow *window = walk->window;

  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      AdwDialog *dialog;
      g_autofree char *place = g_strconcat (views[i], ", export", NULL);

      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", views[i]);
      tb_app_test_wait_settled (window);
      go_through (walk, GTK_WIDGET (window), views[i]);
      if (!tb_app_test_can (window, "win.export"))
        continue;
      gtk_widget_activate_action (GTK_WIDGET (window), "win.export", NULL);
      tb_app_test_draw (window);
      dialog = tb_app_test_get_dialog (window);
      g_assert_nonnull (dialog);
      go_through (walk, GTK_WIDGET (dialog), place);
      adw_dialog_force_close (dialog);
      tb_app_test_draw (window);
    }
}

static void
test_visible (void)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK };
  g_autofree char *path = g_build_filename (g_getenv ("TONGBI_DATA_DIR"), "samples", "digital-qingdao.tongbi.json",
                                            NULL);
  g_autoptr (GHashTable) wrong = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Walk walk = { .wrong = wrong };
  TbCatalog *catalog;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  walk.window = tb_app_test_open (path);
  tb_app_test_wait (tb_app_test_has_dataset, walk.window, "the sample");
  catalog = tb_dataset_get_catalog (tb_session_get_dataset (walk.window->session));
  for (guint i = 0; i < 2; i++)
    tb_session_select (walk.window->session, tb_catalog_get_indicator (catalog, i), i == 0);
  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      walk.is_dark = i == 1;
      adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[i]);
      go_through_all (&walk);
    }
  tb_app_test_close (walk.window);
  g_test_message ("%u stops of Tab", walk.n_checked);
  g_assert_cmpuint (g_hash_table_size (wrong), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  tb_app_test_init (&argc, &argv);
  g_test_add_func ("/focus/visible", test_visible);
  return g_test_run ();
}
