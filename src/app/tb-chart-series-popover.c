/* The series of a chart, each to be switched off and on: what a click in the legend
 * does, for the keyboard and for screen readers. Many of them can be searched, and all
 * but those that were found switched off at once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-chart-series-popover.h"

#include "tb-chart-hidden.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_HEIGHT_PX 400
#define MOST_CHARS 48

/* A button for each of more would stop the window. */
#define MOST_LISTED 100
/* Fewer are all in sight. */
#define LEAST_SEARCHED 12
/* No chart has room for so many, and to look through more would stop the window. */
#define MOST_SEARCHED 1000

struct _TbChartSeriesPopover
{
  GtkPopover      parent_instance;

  TbSession      *session;
  TbSelection    *selection;
  GPtrArray      *names;        /* nullable: not listed yet; of the series that can be searched */
  GtkSearchEntry *search;
  GtkBox         *box;
  GtkWidget      *all_button;
  GtkWidget      *only_button;
  GtkWidget      *actions;
  gboolean        is_updating;  /* the buttons are being set by us */
};

G_DEFINE_FINAL_TYPE (TbChartSeriesPopover, tb_chart_series_popover, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_TOGGLED,
  SIGNAL_HIDDEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

#define SERIES "tb-series"

static const TbSeries *
get_series (TbChartSeriesPopover *self,
            gsize                 i)
{
  return tb_selection_get (self->selection, i)->series;
}

static void
toggled_cb (TbChartSeriesPopover *self,
            GtkCheckButton       *button)
{
  int series = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), SERIES));

  if (!self->is_updating)
    g_signal_emit (self, signals[SIGNAL_TOGGLED], 0, series);
}

static const char *
get_words (TbChartSeriesPopover *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search));
}

/* Series of one indicator are told apart by the rest of their names. */
static void
name_series (TbChartSeriesPopover *self)
{
  gsize n = tb_selection_get_n (self->selection);
  TbLanguage language = tb_session_get_language (self->session);
  gboolean is_one = TRUE;

  for (gsize i = 1; i < n && is_one; i++)
    is_one = tb_series_get_info (get_series (self, i))->indicator
             == tb_series_get_info (get_series (self, 0))->indicator;
  self->names = g_ptr_array_new_with_free_func (g_free);
  for (gsize i = 0; i < MIN (n, MOST_SEARCHED); i++)
    {
      char *part = is_one ? tb_series_dup_part (get_series (self, i), language, TRUE) : NULL;

      if (part != NULL && *part != '\0')
        g_ptr_array_add (self->names, part);
      else
        {
          g_free (part);
          g_ptr_array_add (self->names, tb_series_dup_name (get_series (self, i), language, TRUE));
        }
    }
}

static void
add_series (TbChartSeriesPopover *self,
            gsize                 i)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (g_ptr_array_index (self->names, i));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), label);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  g_object_set_data (G_OBJECT (button), SERIES, GINT_TO_POINTER ((int) i));
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, button);
}

static void
add_remark (TbChartSeriesPopover *self,
            const char           *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dimmed");
  gtk_box_append (self->box, label);
}

/* Those that no search finds are told even where nothing else is left out. */
static void
add_rest (TbChartSeriesPopover *self,
          gsize                 n,
          gsize                 n_unnamed)
{
  g_autofree char *text = NULL;

  if (n_unnamed > 0)
    text = g_strdup_printf (ngettext ("%zu more series is not listed. Select fewer indicators to switch it.",
                                      "%zu more series are not listed. Select fewer indicators to switch them.",
                                      n + n_unnamed), n + n_unnamed);
  else if (n > 0)
    text = g_strdup_printf (ngettext ("%zu more series is not listed. Search for it.",
                                      "%zu more series are not listed. Search for them.", n), n);
  if (text != NULL)
    add_remark (self, text);
}

static gboolean
is_found (TbChartSeriesPopover *self,
          gsize                 i,
          const char           *folded)
{
  g_autofree char *name = g_utf8_casefold (g_ptr_array_index (self->names, i), -1);

  return strstr (name, folded) != NULL;
}

static void
list_series (TbChartSeriesPopover *self)
{
  g_autofree char *folded = g_utf8_casefold (get_words (self), -1);
  gsize n_found = 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  for (gsize i = 0; i < self->names->len; i++)
    if (is_found (self, i, folded) && n_found++ < MOST_LISTED)
      add_series (self, i);
  add_rest (self, n_found > MOST_LISTED ? n_found - MOST_LISTED : 0,
            tb_selection_get_n (self->selection) - self->names->len);
  gtk_widget_set_sensitive (self->only_button, *folded != '\0' && n_found > 0);
}

/* What is listed as it is: the last one that is on cannot be switched off. */
static void
update_series (TbChartSeriesPopover *self)
{
  g_autoptr (GHashTable) hidden = tb_chart_hidden_new (tb_session_get_fields (self->session));
  gsize n_shown = tb_chart_hidden_count_shown (hidden, self->selection);

  self->is_updating = TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->box)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_CHECK_BUTTON (child))
      {
        gsize i = (gsize) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (child), SERIES));
        gboolean shown = !tb_chart_hidden_has (hidden, get_series (self, i));

        gtk_check_button_set_active (GTK_CHECK_BUTTON (child), shown);
        gtk_widget_set_sensitive (child, !shown || n_shown > 1);
      }
  gtk_widget_set_sensitive (self->all_button, n_shown < tb_selection_get_n (self->selection));
  self->is_updating = FALSE;
}

static void
search_changed_cb (TbChartSeriesPopover *self)
{
  if (self->names == NULL)
    return;
  list_series (self);
  update_series (self);
}

static void
emit_hidden (TbChartSeriesPopover *self,
             const char           *folded)
{
  g_autoptr (GPtrArray) hidden = g_ptr_array_new ();

  for (gsize i = 0; folded != NULL && i < tb_selection_get_n (self->selection); i++)
    if (i >= self->names->len || !is_found (self, i, folded))
      g_ptr_array_add (hidden, (gpointer) get_series (self, i));
  g_signal_emit (self, signals[SIGNAL_HIDDEN], 0, hidden);
}

static void
all_cb (TbChartSeriesPopover *self)
{
  emit_hidden (self, NULL);
}

/* By Enter too. What is found next can be ticked beside them. */
static void
only_cb (TbChartSeriesPopover *self)
{
  g_autofree char *folded = g_utf8_casefold (get_words (self), -1);

  if (!gtk_widget_get_visible (self->actions) || !gtk_widget_get_sensitive (self->only_button))
    return;
  emit_hidden (self, folded);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static GtkWidget *
new_list (TbChartSeriesPopover *self)
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
  return window;
}

static GtkWidget *
new_button (TbChartSeriesPopover *self,
            const char           *label,
            GCallback             clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->actions), button);
  return button;
}

static void
show_series (TbChartSeriesPopover *self)
{
  gsize n = tb_selection_get_n (self->selection);

  if (self->names == NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->search), n >= LEAST_SEARCHED);
      gtk_widget_set_visible (self->actions, n >= LEAST_SEARCHED && n <= MOST_SEARCHED);
      gtk_editable_set_text (GTK_EDITABLE (self->search), "");
      name_series (self);
      list_series (self);
    }
  update_series (self);
}

static void
tb_chart_series_popover_show (GtkWidget *widget)
{
  TbChartSeriesPopover *self = TB_CHART_SERIES_POPOVER (widget);

  if (self->selection != NULL)
    show_series (self);
  GTK_WIDGET_CLASS (tb_chart_series_popover_parent_class)->show (widget);
}

static void
tb_chart_series_popover_dispose (GObject *object)
{
  TbChartSeriesPopover *self = TB_CHART_SERIES_POPOVER (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->selection, tb_selection_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  G_OBJECT_CLASS (tb_chart_series_popover_parent_class)->dispose (object);
}

static void
tb_chart_series_popover_class_init (TbChartSeriesPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tb_chart_series_popover_dispose;
  GTK_WIDGET_CLASS (klass)->show = tb_chart_series_popover_show;
  signals[SIGNAL_TOGGLED] = g_signal_new ("toggled", TB_TYPE_CHART_SERIES_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_HIDDEN] = g_signal_new ("hidden", TB_TYPE_CHART_SERIES_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static void
tb_chart_series_popover_init (TbChartSeriesPopover *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  gtk_search_entry_set_placeholder_text (self->search, _("Find Series"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Find Series"), -1);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (only_cb), self, G_CONNECT_SWAPPED);
  self->actions = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_set_homogeneous (GTK_BOX (self->actions), TRUE);
  self->all_button = new_button (self, _("Show _All"), G_CALLBACK (all_cb));
  /* Translators: of the series of a chart: those that were searched for, and no others */
  self->only_button = new_button (self, _("_Only These"), G_CALLBACK (only_cb));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (content), new_list (self));
  gtk_box_append (GTK_BOX (content), self->actions);
  gtk_popover_set_child (GTK_POPOVER (self), content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Series"), -1);
}

/**
 * tb_chart_series_popover_set_selection:
 * @self: a popover
 * @session: what is looked at
 * @selection: (nullable): the series of the chart; %NULL: there is nothing to switch
 *
 * Lists the series anew where they are others, and shows which are switched off; now, or when
 * the popover is shown.
 */
void
tb_chart_series_popover_set_selection (TbChartSeriesPopover *self,
                                       TbSession            *session,
                                       TbSelection          *selection)
{
  g_return_if_fail (TB_IS_CHART_SERIES_POPOVER (self));

  if (self->selection != selection)
    {
      g_set_object (&self->session, session);
      g_clear_pointer (&self->names, g_ptr_array_unref);
      g_clear_pointer (&self->selection, tb_selection_unref);
      self->selection = selection != NULL ? tb_selection_ref (selection) : NULL;
    }
  if (self->selection == NULL)
    gtk_popover_popdown (GTK_POPOVER (self));
  else if (gtk_widget_get_visible (GTK_WIDGET (self)))
    show_series (self);
}
