/* What stands in the place of a chart that does not fit its figures: why, and what does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-chart-misfit.h"

#include "tb-wrap.h"

#include <glib/gi18n-lib.h>

struct _TbChartMisfit
{
  TbLatePane     parent_instance;

  char          *reason;          /* nullable, as the next */
  char          *fitting;

  AdwStatusPage *page;            /* nullable, as the next: not made yet */
  GtkButton     *fitting_button;
};

G_DEFINE_FINAL_TYPE (TbChartMisfit, tb_chart_misfit, TB_TYPE_LATE_PANE)

enum
{
  SIGNAL_FITTING_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
update (TbChartMisfit *self)
{
  g_autofree char *reason = g_markup_escape_text (self->reason != NULL ? self->reason : "", -1);

  if (self->page == NULL)
    return;
  adw_status_page_set_title (self->page, self->fitting != NULL ? _("This Chart Does Not Fit")
                                                               : _("No Chart Fits These Figures"));
  adw_status_page_set_description (self->page, reason);
  gtk_widget_set_visible (GTK_WIDGET (self->fitting_button), self->fitting != NULL);
  if (self->fitting != NULL)
    {
      /* Translators: a button; %s is a type of chart, such as "Columns" */
      g_autofree char *label = g_strdup_printf (_("Show as %s"), self->fitting);

      gtk_button_set_label (self->fitting_button, label);
    }
}

static void
fitting_clicked_cb (TbChartMisfit *self)
{
  g_signal_emit (self, signals[SIGNAL_FITTING_CHOSEN], 0);
}

static void
tb_chart_misfit_make (TbLatePane *pane)
{
  TB_LATE_PANE_CLASS (tb_chart_misfit_parent_class)->make (pane);
  update (TB_CHART_MISFIT (pane));
}

static void
tb_chart_misfit_finalize (GObject *object)
{
  TbChartMisfit *self = TB_CHART_MISFIT (object);

  g_free (self->reason);
  g_free (self->fitting);
  G_OBJECT_CLASS (tb_chart_misfit_parent_class)->finalize (object);
}

static void
tb_chart_misfit_class_init (TbChartMisfitClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tb_chart_misfit_finalize;
  TB_LATE_PANE_CLASS (klass)->make = tb_chart_misfit_make;
  /**
   * TbChartMisfit::fitting-chosen:
   *
   * The user wants the type that fits.
   */
  signals[SIGNAL_FITTING_CHOSEN] = g_signal_new ("fitting-chosen", TB_TYPE_CHART_MISFIT, G_SIGNAL_RUN_LAST, 0, NULL,
                                                 NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (TB_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tongbi/Tongbi/tb-chart-misfit.ui");
  gtk_widget_class_bind_template_child (widget_class, TbChartMisfit, page);
  gtk_widget_class_bind_template_child (widget_class, TbChartMisfit, fitting_button);
  gtk_widget_class_bind_template_callback (widget_class, fitting_clicked_cb);
}

static void
tb_chart_misfit_init (TbChartMisfit *self)
{
}

/**
 * tb_chart_misfit_tell:
 * @self: the page
 * @reason: (nullable): why there is no chart
 * @fitting: (nullable): what the type is called that fits; %NULL where none does
 *
 * Says what is to be said when the page is shown.
 */
void
tb_chart_misfit_tell (TbChartMisfit *self,
                      const char    *reason,
                      const char    *fitting)
{
  g_return_if_fail (TB_IS_CHART_MISFIT (self));

  g_set_str (&self->reason, reason);
  g_set_str (&self->fitting, fitting);
  update (self);
}
