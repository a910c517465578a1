/* The series of a chart, each to be switched off and on: what a click in the legend
 * does, for the keyboard and for screen readers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-chart-series-popover.h"

#include <glib/gi18n-lib.h>

#define MOST_HEIGHT_PX 400
#define MOST_CHARS 48

/* No chart has room for so many, and a button for each would stop the window. */
#define MOST_LISTED 200

struct _TbChartSeriesPopover
{
  GtkPopover    parent_instance;

  TbSelection  *selection;
  GtkBox       *box;
  gboolean      is_updating;  /* the buttons are being set by us */
};

G_DEFINE_FINAL_TYPE (TbChartSeriesPopover, tb_chart_series_popover, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_TOGGLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
toggled_cb (TbChartSeriesPopover *self,
            GtkCheckButton       *button)
{
  int series = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "tb-series"));

  if (!self->is_updating)
    g_signal_emit (self, signals[SIGNAL_TOGGLED], 0, series);
}

static void
tb_chart_series_popover_dispose (GObject *object)
{
  TbChartSeriesPopover *self = TB_CHART_SERIES_POPOVER (object);

  g_clear_pointer (&self->selection, tb_selection_unref);
  G_OBJECT_CLASS (tb_chart_series_popover_parent_class)->dispose (object);
}

static void
tb_chart_series_popover_class_init (TbChartSeriesPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tb_chart_series_popover_dispose;
  signals[SIGNAL_TOGGLED] = g_signal_new ("toggled", TB_TYPE_CHART_SERIES_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
tb_chart_series_popover_init (TbChartSeriesPopover *self)
{
  GtkWidget *window = gtk_scrolled_window_new ();

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (window), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (window), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (window), MOST_HEIGHT_PX);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), GTK_WIDGET (self->box));
  /* Tab would not lead back from it to the only series that can be switched. */
  gtk_widget_set_focusable (window, FALSE);
  gtk_popover_set_child (GTK_POPOVER (self), window);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Series"), -1);
}

static void
add_series (TbChartSeriesPopover *self,
            TbSession            *session,
            gsize                 i)
{
  g_autofree char *name = tb_series_dup_name (tb_selection_get (self->selection, i)->series,
                                              tb_session_get_language (session), TRUE);
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), label);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  g_object_set_data (G_OBJECT (button), "tb-series", GINT_TO_POINTER ((int) i));
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, button);
}

static gsize
count_listed (TbChartSeriesPopover *self)
{
  return self->selection != NULL ? MIN (tb_selection_get_n (self->selection), MOST_LISTED) : 0;
}

static void
add_rest (TbChartSeriesPopover *self,
          gsize                 n)
{
  g_autofree char *text = g_strdup_printf (
      ngettext ("%zu more series is not listed. Select fewer indicators to switch it.",
                "%zu more series are not listed. Select fewer indicators to switch them.", n),
      n);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dimmed");
  gtk_box_append (self->box, label);
}

static void
list_series (TbChartSeriesPopover *self,
             TbSession            *session)
{
  gsize n = count_listed (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  for (gsize i = 0; i < n; i++)
    add_series (self, session, i);
  if (n < (self->selection != NULL ? tb_selection_get_n (self->selection) : 0))
    add_rest (self, tb_selection_get_n (self->selection) - n);
}

/**
 * tb_chart_series_popover_set_selection:
 * @self: a popover
 * @session: which of them are switched off
 * @selection: (nullable): whose series are listed
 *
 * Sets what is listed. The last one that is on cannot be switched off.
 */
void
tb_chart_series_popover_set_selection (TbChartSeriesPopover *self,
                                       TbSession            *session,
                                       TbSelection          *selection)
{
  GtkWidget *child;
  gsize n_shown = 0;

  g_return_if_fail (TB_IS_CHART_SERIES_POPOVER (self));

  self->is_updating = TRUE;
  if (self->selection != selection)
    {
      g_clear_pointer (&self->selection, tb_selection_unref);
      self->selection = selection != NULL ? tb_selection_ref (selection) : NULL;
      list_series (self, session);
    }
  for (gsize i = 0; selection != NULL && i < tb_selection_get_n (selection); i++)
    n_shown += !tb_session_is_hidden (session, tb_selection_get (selection, i)->series);
  child = gtk_widget_get_first_child (GTK_WIDGET (self->box));
  for (gsize i = 0; i < count_listed (self); i++, child = gtk_widget_get_next_sibling (child))
    {
      gboolean shown = !tb_session_is_hidden (session, tb_selection_get (selection, i)->series);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (child), shown);
      gtk_widget_set_sensitive (child, !shown || n_shown > 1);
    }
  self->is_updating = FALSE;
}
