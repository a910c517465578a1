/* What the window tells in passing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-toast.h"

/**
 * tb_toast_new_label:
 * @text: what a toast tells, the names of files last
 *
 * Makes a title that is told in several lines where the window is narrow: a title of the
 * toast's own would be cut there.
 *
 * Returns: (transfer floating): a label
 */
GtkWidget *
tb_toast_new_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");

  return label;
}

/* libadwaita gives a toast the height that it has at its natural width, and less width
 * where there is less: what a label needs is only right where its natural width fits. */
static void
limit_width (GtkWidget       *label,
             AdwToastOverlay *toasts,
             AdwToast        *toast)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (toasts));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int em = PANGO_PIXELS (pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics));
  int width = PANGO_PIXELS (MAX (pango_font_metrics_get_approximate_char_width (metrics),
                                 pango_font_metrics_get_approximate_digit_width (metrics)));
  int around = 90 + (adw_toast_get_button_label (toast) != NULL ? 6 * em : 0);
  int room = gtk_widget_get_width (GTK_WIDGET (toasts)) - around;

  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX (room / MAX (width, 1), 4));
  pango_font_metrics_unref (metrics);
}

static gboolean
is_in_toast (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (g_str_equal (gtk_widget_get_css_name (widget), "toast"))
      return TRUE;
  return FALSE;
}

static void
forget (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/* Where the focus was before it went to a toast. */
static void
remember_focus (AdwToastOverlay *toasts,
                GParamSpec      *pspec,
                GtkRoot         *root)
{
  GtkWidget *focus = gtk_root_get_focus (root);
  GWeakRef *before;

  if (focus == NULL || is_in_toast (focus) || !gtk_widget_is_ancestor (focus, GTK_WIDGET (toasts)))
    return;
  before = g_new0 (GWeakRef, 1);
  g_weak_ref_init (before, focus);
  g_object_set_data_full (G_OBJECT (toasts), "tb-focus", before, forget);
}

static void
watch_focus (AdwToastOverlay *toasts)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (toasts));

  if (root == NULL || g_object_get_data (G_OBJECT (toasts), "tb-watched") == root)
    return;
  g_object_set_data (G_OBJECT (toasts), "tb-watched", root);
  g_signal_connect_object (root, "notify::focus-widget", G_CALLBACK (remember_focus), toasts, G_CONNECT_SWAPPED);
  remember_focus (toasts, NULL, root);
}

/**
 * tb_toast_leave:
 * @toasts: where something is told
 *
 * Gives the focus back that is on the button of a toast, which is about to go, or to
 * open a dialog that gives it back.
 */
void
tb_toast_leave (AdwToastOverlay *toasts)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (toasts));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GWeakRef *ref = g_object_get_data (G_OBJECT (toasts), "tb-focus");
  g_autoptr (GtkWidget) before = ref != NULL ? g_weak_ref_get (ref) : NULL;

  if (focus == NULL || !is_in_toast (focus))
    return;
  if (before == NULL || !gtk_widget_get_mapped (before) || !gtk_widget_grab_focus (before))
    gtk_widget_child_focus (adw_toast_overlay_get_child (toasts), GTK_DIR_TAB_FORWARD);
}

/**
 * tb_toast_show:
 * @toasts: where it is told
 * @toast: (transfer full): with a title
 * @text: what it tells
 *
 * Shows a toast, tells it to those who hear it, and gives the focus back when it goes. In
 * a window that has been closed there is nobody to tell.
 */
void
tb_toast_show (AdwToastOverlay *toasts,
               AdwToast        *toast,
               const char      *text)
{
  if (gtk_widget_get_root (GTK_WIDGET (toasts)) == NULL)
    {
      g_object_unref (toast);
      return;
    }
  watch_focus (toasts);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (tb_toast_leave), toasts, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (toasts, toast);
  gtk_accessible_announce (GTK_ACCESSIBLE (toasts), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/**
 * tb_toast_add:
 * @toasts: where it is told
 * @toast: (transfer full): without a title
 * @text: what it tells
 *
 * Tells something to those who see it and to those who hear it.
 */
void
tb_toast_add (AdwToastOverlay *toasts,
              AdwToast        *toast,
              const char      *text)
{
  GtkWidget *label = tb_toast_new_label (text);

  limit_width (label, toasts, toast);
  adw_toast_set_custom_title (toast, label);
  tb_toast_show (toasts, toast, text);
}

void
tb_toast_tell (AdwToastOverlay *toasts,
               const char      *text)
{
  tb_toast_add (toasts, adw_toast_new (""), text);
}
