/* One of several pairs of periods that the comparison table compares, behind a button.
 *
 * The choosers of twelve pairs would be some hundred milliseconds of widgets, and a
 * narrow window has no room for them: they are made when the button is first opened.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-comparison-pair-button.h"

#include <glib/gi18n-lib.h>

struct _TbComparisonPairButton
{
  AdwBin               parent_instance;

  GtkMenuButton       *button;
  TbComparisonPeriods *choosers;  /* nullable: not opened yet */
  GArray              *periods;
  GListModel          *names;
  TbComparePair        pair;
};

G_DEFINE_FINAL_TYPE (TbComparisonPairButton, tb_comparison_pair_button, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
chosen_cb (TbComparisonPairButton *self)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
remove_cb (TbComparisonPairButton *self)
{
  gtk_menu_button_popdown (self->button);
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

static GtkWidget *
new_remove_button (TbComparisonPairButton *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new_with_mnemonic (_("_Remove This Comparison"));

  /* Large text in a narrow window. */
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), button);
  gtk_button_set_child (GTK_BUTTON (button), label);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
create_popover_cb (GtkMenuButton *button,
                   gpointer       user_data)
{
  TbComparisonPairButton *self = user_data;
  GtkWidget *box;
  GtkWidget *popover;

  if (self->choosers != NULL)
    return;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (box, "compare-pair");
  self->choosers = g_object_new (TB_TYPE_COMPARISON_PERIODS, NULL);
  tb_comparison_periods_set (self->choosers, self->periods, self->names, &self->pair);
  g_signal_connect_object (self->choosers, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->choosers));
  gtk_box_append (GTK_BOX (box), new_remove_button (self));
  popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
}

static void
tb_comparison_pair_button_dispose (GObject *object)
{
  TbComparisonPairButton *self = TB_COMPARISON_PAIR_BUTTON (object);

  G_OBJECT_CLASS (tb_comparison_pair_button_parent_class)->dispose (object);
  self->choosers = NULL;
  g_clear_object (&self->names);
  g_clear_pointer (&self->periods, g_array_unref);
}

static gboolean
tb_comparison_pair_button_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TB_COMPARISON_PAIR_BUTTON (widget)->button));
}

static void
tb_comparison_pair_button_class_init (TbComparisonPairButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tb_comparison_pair_button_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = tb_comparison_pair_button_grab_focus;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", TB_TYPE_COMPARISON_PAIR_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", TB_TYPE_COMPARISON_PAIR_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
tb_comparison_pair_button_init (TbComparisonPairButton *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  /* Large text in a narrow window. */
  gtk_menu_button_set_can_shrink (self->button, TRUE);
  gtk_menu_button_set_always_show_arrow (self->button, TRUE);
  gtk_menu_button_set_create_popup_func (self->button, create_popover_cb, self, NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

GtkWidget *
tb_comparison_pair_button_new (void)
{
  return g_object_new (TB_TYPE_COMPARISON_PAIR_BUTTON, NULL);
}

void
tb_comparison_pair_button_set (TbComparisonPairButton *self,
                               GArray                 *periods,
                               GListModel             *names,
                               const TbComparePair    *pair,
                               TbLanguage              language)
{
  g_autofree char *label = NULL;
  g_autofree char *tooltip = NULL;

  g_return_if_fail (TB_IS_COMPARISON_PAIR_BUTTON (self));

  g_array_ref (periods);
  g_clear_pointer (&self->periods, g_array_unref);
  self->periods = periods;
  g_set_object (&self->names, names);
  self->pair = *pair;
  label = tb_compare_pair_dup_label (*pair, language);
  if (g_strcmp0 (gtk_menu_button_get_label (self->button), label) != 0)
    gtk_menu_button_set_label (self->button, label);
  /* Else its name would be all that the popover says. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  /* Large text in a narrow window may leave no room for all of the label. */
  tooltip = g_strdup_printf ("%s\n%s", label, _("Choose other periods, or remove them"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), tooltip);
  if (self->choosers != NULL)
    tb_comparison_periods_set (self->choosers, periods, names, pair);
}

gboolean
tb_comparison_pair_button_get_pair (TbComparisonPairButton *self,
                                    TbComparePair          *out_pair)
{
  g_return_val_if_fail (TB_IS_COMPARISON_PAIR_BUTTON (self), FALSE);

  return self->choosers != NULL && tb_comparison_periods_get_pair (self->choosers, out_pair);
}
