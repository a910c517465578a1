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
  adw_toast_overlay_add_toast (toasts, toast);
  gtk_accessible_announce (GTK_ACCESSIBLE (toasts), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

void
tb_toast_tell (AdwToastOverlay *toasts,
               const char      *text)
{
  tb_toast_add (toasts, adw_toast_new (""), text);
}
