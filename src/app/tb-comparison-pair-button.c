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
  GtkLabel            *label;
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

/* Large text in a narrow window goes on in a second line. */
static GtkWidget *
wrapping (GtkWidget *label)
{
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  return label;
}

static GtkWidget *
new_remove_button (TbComparisonPairButton *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = wrapping (gtk_label_new_with_mnemonic (_("_Remove This Comparison")));

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

static GtkSizeRequestMode
tb_comparison_pair_button_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
measure_lines (GtkWidget *label,
               int        width_px)
{
  int height_px;

  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, width_px, NULL, &height_px, NULL, NULL);
  return height_px;
}

/* A menu button is as high as one line, whatever its width. */
static void
tb_comparison_pair_button_measure (GtkWidget      *widget,
                                   GtkOrientation  orientation,
                                   int             for_size,
                                   int            *minimum,
                                   int            *natural,
                                   int            *minimum_baseline,
                                   int            *natural_baseline)
{
  TbComparisonPairButton *self = TB_COMPARISON_PAIR_BUTTON (widget);
  GtkWidget *button = GTK_WIDGET (self->button);
  GtkWidget *label = GTK_WIDGET (self->label);
  int width, label_least, label_width, further;

  gtk_widget_measure (button, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL || for_size < 0)
    return;
  gtk_widget_measure (button, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &label_least, &label_width, NULL, NULL);
  label_width = MAX (label_width - MAX (width - for_size, 0), label_least);
  further = measure_lines (label, label_width) - measure_lines (label, -1);
  *minimum += further;
  *natural += further;
}

static void
tb_comparison_pair_button_size_allocate (GtkWidget *widget,
                                         int        width,
                                         int        height,
                                         int        baseline)
{
  gtk_widget_allocate (GTK_WIDGET (TB_COMPARISON_PAIR_BUTTON (widget)->button), width, height, -1, NULL);
}

static gboolean
tb_comparison_pair_button_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TB_COMPARISON_PAIR_BUTTON (widget)->button));
}

static void
tb_comparison_pair_button_class_init (TbComparisonPairButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tb_comparison_pair_button_dispose;
  widget_class->get_request_mode = tb_comparison_pair_button_get_request_mode;
  widget_class->measure = tb_comparison_pair_button_measure;
  widget_class->size_allocate = tb_comparison_pair_button_size_allocate;
  widget_class->grab_focus = tb_comparison_pair_button_grab_focus;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", TB_TYPE_COMPARISON_PAIR_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", TB_TYPE_COMPARISON_PAIR_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
tb_comparison_pair_button_init (TbComparisonPairButton *self)
{
  /* It would go before the measure above. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->label = GTK_LABEL (wrapping (gtk_label_new (NULL)));
  gtk_menu_button_set_child (self->button, GTK_WIDGET (self->label));
  gtk_menu_button_set_always_show_arrow (self->button, TRUE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _("Choose other periods, or remove them"));
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

  g_return_if_fail (TB_IS_COMPARISON_PAIR_BUTTON (self));

  g_array_ref (periods);
  g_clear_pointer (&self->periods, g_array_unref);
  self->periods = periods;
  g_set_object (&self->names, names);
  self->pair = *pair;
  label = tb_compare_pair_dup_label (*pair, language);
  gtk_label_set_label (self->label, label);
  /* Else its name would be all that the popover says. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
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
