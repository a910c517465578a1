/* Which two periods the comparison table compares.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-comparison-periods.h"

#include "tb-chooser.h"
#include "tb-wrap.h"

#include <glib/gi18n-lib.h>

/* As many are seen at once. */
#define MOST_WITHOUT_SEARCH 10

/* The earlier period's, and the later one's. */
#define N_CHOOSERS 2

struct _TbComparisonPeriods
{
  AdwBin         parent_instance;

  GArray        *periods;      /* nullable; TbPeriod, those of the choosers */
  GListModel    *names;        /* nullable; of them */
  guint          n_filled;     /* choosers that have them */
  guint          fill_source;
  gboolean       is_filling;   /* the choosers are being filled by us */
  gboolean       has_pair;     /* two are compared; else the choosers begin with a blank */
  TbComparePair  shown;        /* what is compared, where it is */

  GtkDropDown   *base_dropdown;
  GtkDropDown   *current_dropdown;
};

G_DEFINE_FINAL_TYPE (TbComparisonPeriods, tb_comparison_periods, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_FILLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static guint
find_period (TbComparisonPeriods *self,
             TbPeriod             period)
{
  for (guint i = 0; i < self->periods->len; i++)
    if (tb_period_equal (g_array_index (self->periods, TbPeriod, i), period))
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static guint
find_shown (TbComparisonPeriods *self,
            gboolean             is_base)
{
  return self->has_pair ? find_period (self, is_base ? self->shown.base : self->shown.current) : 0;
}

static void
show_pair (TbComparisonPeriods *self)
{
  self->is_filling = TRUE;
  gtk_drop_down_set_selected (self->base_dropdown, find_shown (self, TRUE));
  gtk_drop_down_set_selected (self->current_dropdown, find_shown (self, FALSE));
  self->is_filling = FALSE;
}

/* One in a turn of the main loop: forty periods are eight milliseconds of widgets. */
static gboolean
fill_cb (gpointer data)
{
  TbComparisonPeriods *self = data;
  gboolean is_base = self->n_filled == 0;
  GtkDropDown *dropdown = is_base ? self->base_dropdown : self->current_dropdown;

  self->is_filling = TRUE;
  gtk_drop_down_set_enable_search (dropdown, self->periods->len > MOST_WITHOUT_SEARCH);
  gtk_drop_down_set_model (dropdown, self->names);
  gtk_drop_down_set_selected (dropdown, find_shown (self, is_base));
  self->is_filling = FALSE;
  self->n_filled++;
  if (self->n_filled < N_CHOOSERS)
    return G_SOURCE_CONTINUE;
  self->fill_source = 0;
  g_signal_emit (self, signals[SIGNAL_FILLED], 0);
  return G_SOURCE_REMOVE;
}

static void
start_filling (TbComparisonPeriods *self)
{
  if (self->fill_source == 0 && self->names != NULL && self->n_filled < N_CHOOSERS)
    self->fill_source = g_idle_add (fill_cb, self);
}

/* A period is not compared with itself: the other chooser takes what this one
 * had before. */
static void
keep_apart (TbComparisonPeriods *self,
            GtkDropDown         *changed)
{
  gboolean is_base = changed == self->base_dropdown;
  GtkDropDown *other = is_base ? self->current_dropdown : self->base_dropdown;

  self->is_filling = TRUE;
  gtk_drop_down_set_selected (other, find_shown (self, is_base));
  self->is_filling = FALSE;
}

static void
pair_changed_cb (GtkDropDown         *dropdown,
                 GParamSpec          *pspec,
                 TbComparisonPeriods *self)
{
  TbComparePair pair;

  if (self->is_filling || self->n_filled < N_CHOOSERS)
    return;
  if (self->has_pair
      && gtk_drop_down_get_selected (self->base_dropdown) == gtk_drop_down_get_selected (self->current_dropdown))
    keep_apart (self, dropdown);
  if (tb_comparison_periods_get_pair (self, &pair))
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
tb_comparison_periods_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tb_comparison_periods_parent_class)->map (widget);
  start_filling (TB_COMPARISON_PERIODS (widget));
}

static void
tb_comparison_periods_dispose (GObject *object)
{
  TbComparisonPeriods *self = TB_COMPARISON_PERIODS (object);

  g_clear_handle_id (&self->fill_source, g_source_remove);
  /* Else the bin would let go of a child that the template has freed. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TB_TYPE_COMPARISON_PERIODS);
  g_clear_object (&self->names);
  g_clear_pointer (&self->periods, g_array_unref);
  G_OBJECT_CLASS (tb_comparison_periods_parent_class)->dispose (object);
}

static void
tb_comparison_periods_class_init (TbComparisonPeriodsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tb_comparison_periods_dispose;
  widget_class->map = tb_comparison_periods_map;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", TB_TYPE_COMPARISON_PERIODS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  signals[SIGNAL_FILLED] = g_signal_new ("filled", TB_TYPE_COMPARISON_PERIODS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  g_type_ensure (TB_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tongbi/Tongbi/tb-comparison-periods.ui");
  gtk_widget_class_bind_template_child (widget_class, TbComparisonPeriods, base_dropdown);
  gtk_widget_class_bind_template_child (widget_class, TbComparisonPeriods, current_dropdown);
  gtk_widget_class_bind_template_callback (widget_class, pair_changed_cb);
}

static void
tb_comparison_periods_init (TbComparisonPeriods *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tb_chooser_complete_drop_down (self->base_dropdown, _("Earlier period"));
  tb_chooser_complete_drop_down (self->current_dropdown, _("Later period"));
}

void
tb_comparison_periods_set (TbComparisonPeriods *self,
                           GArray              *periods,
                           GListModel          *names,
                           const TbComparePair *pair)
{
  g_return_if_fail (TB_IS_COMPARISON_PERIODS (self));

  self->has_pair = pair != NULL;
  if (pair != NULL)
    self->shown = *pair;
  g_array_ref (periods);
  g_clear_pointer (&self->periods, g_array_unref);
  self->periods = periods;
  if (!g_set_object (&self->names, names) && self->n_filled == N_CHOOSERS)
    {
      show_pair (self);
      return;
    }
  self->n_filled = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    start_filling (self);
}

gboolean
tb_comparison_periods_get_pair (TbComparisonPeriods *self,
                                TbComparePair       *out_pair)
{
  guint n_blank = self->has_pair ? 0 : 1;
  guint base = gtk_drop_down_get_selected (self->base_dropdown);
  guint current = gtk_drop_down_get_selected (self->current_dropdown);

  if (base == current || base < n_blank || current < n_blank || base - n_blank >= self->periods->len
      || current - n_blank >= self->periods->len)
    return FALSE;
  out_pair->base = g_array_index (self->periods, TbPeriod, base - n_blank);
  out_pair->current = g_array_index (self->periods, TbPeriod, current - n_blank);
  return TRUE;
}

gboolean
tb_comparison_periods_is_busy (TbComparisonPeriods *self)
{
  return self->fill_source != 0;
}
