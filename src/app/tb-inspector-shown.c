/* What of the figures is shown, and how: their time, kinds, numbers and order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-inspector-shown.h"

#include "tb-inspector-choices.h"

#include <glib/gi18n-lib.h>

#define ALL_KINDS ((2u << TB_KIND_FORECAST) - 1)

struct _TbInspectorShown
{
  TbInspectorGroup  parent_instance;

  TbChoiceRow      *from_row;
  TbChoiceRow      *to_row;
  AdwSwitchRow     *targets_row;
  AdwSwitchRow     *plans_row;
  AdwSwitchRow     *forecasts_row;
  AdwSwitchRow     *values_row;
  TbChoiceRow      *order_row;
  AdwSwitchRow     *own_scales_row;
};

G_DEFINE_FINAL_TYPE (TbInspectorShown, tb_inspector_shown, TB_TYPE_INSPECTOR_GROUP)

static const char *const order_titles[TB_N_CHART_ORDERS] = {
  [TB_CHART_ORDER_USUAL] = NC_("order of rows", "Usual"),
  [TB_CHART_ORDER_SIZE] = NC_("order of rows", "Largest First"),
  [TB_CHART_ORDER_DECLARED] = NC_("order of rows", "As in the File"),
  [TB_CHART_ORDER_CHANGE] = NC_("order of rows", "Largest Gain First"),
  [TB_CHART_ORDER_GAP] = NC_("order of rows", "Furthest Behind First"),
  [TB_CHART_ORDER_COMPLETION] = NC_("order of rows", "Least Completed First"),
};

static TbChartType
get_type (const TbInspectorFacts *facts)
{
  return tb_chart_spec_get (facts->picture->spec)->type;
}

/* The choice before the periods. */
static TbPeriod
get_period (TbInspectorShown *self,
            guint             position)
{
  const TbInspectorFacts *facts = tb_inspector_group_get_facts (TB_INSPECTOR_GROUP (self));

  if (facts == NULL || position == 0 || position > facts->periods->len)
    return TB_PERIOD_UNDATED;
  return g_array_index (facts->periods, TbPeriod, position - 1);
}

static void
from_chosen_cb (TbInspectorShown *self,
                guint             position)
{
  TbChartSpecFields fields = tb_inspector_group_get_fields (TB_INSPECTOR_GROUP (self));

  fields.from = get_period (self, position);
  tb_inspector_group_change (TB_INSPECTOR_GROUP (self), &fields, NULL);
}

static void
to_chosen_cb (TbInspectorShown *self,
              guint             position)
{
  TbChartSpecFields fields = tb_inspector_group_get_fields (TB_INSPECTOR_GROUP (self));

  fields.to = get_period (self, position);
  tb_inspector_group_change (TB_INSPECTOR_GROUP (self), &fields, NULL);
}

static TbKind
get_kind (TbInspectorShown *self,
          AdwSwitchRow     *row)
{
  if (row == self->targets_row)
    return TB_KIND_TARGET;
  return row == self->plans_row ? TB_KIND_PLAN : TB_KIND_FORECAST;
}

static void
kind_switched_cb (TbInspectorShown *self,
                  GParamSpec       *pspec,
                  AdwSwitchRow     *row)
{
  TbChartSpecFields fields;
  guint bit;

  if (!tb_inspector_group_is_listening (TB_INSPECTOR_GROUP (self)))
    return;
  fields = tb_inspector_group_get_fields (TB_INSPECTOR_GROUP (self));
  bit = 1u << get_kind (self, row);
  if (fields.kinds == 0)
    fields.kinds = ALL_KINDS;
  fields.kinds = adw_switch_row_get_active (row) ? fields.kinds | bit : fields.kinds & ~bit;
  if (fields.kinds == ALL_KINDS)
    fields.kinds = 0;
  tb_inspector_group_change (TB_INSPECTOR_GROUP (self), &fields, NULL);
}

static void
values_cb (TbInspectorShown *self)
{
  TbChartSpecFields fields;

  if (!tb_inspector_group_is_listening (TB_INSPECTOR_GROUP (self)))
    return;
  fields = tb_inspector_group_get_fields (TB_INSPECTOR_GROUP (self));
  fields.show_values = adw_switch_row_get_active (self->values_row);
  tb_inspector_group_change (TB_INSPECTOR_GROUP (self), &fields, NULL);
}

static void
own_scales_cb (TbInspectorShown *self)
{
  TbChartSpecFields fields;

  if (!tb_inspector_group_is_listening (TB_INSPECTOR_GROUP (self)))
    return;
  fields = tb_inspector_group_get_fields (TB_INSPECTOR_GROUP (self));
  fields.own_scales = adw_switch_row_get_active (self->own_scales_row);
  tb_inspector_group_change (TB_INSPECTOR_GROUP (self), &fields, NULL);
}

/* The order at a position among those that are offered. */
static TbChartOrder
get_order (guint orders,
           guint position)
{
  for (int order = 0; order < TB_N_CHART_ORDERS; order++)
    if ((orders & (1u << order)) != 0 && position-- == 0)
      return (TbChartOrder) order;
  return TB_CHART_ORDER_USUAL;
}

static void
order_chosen_cb (TbInspectorShown *self,
                 guint             position)
{
  const TbInspectorFacts *facts = tb_inspector_group_get_facts (TB_INSPECTOR_GROUP (self));
  TbChartSpecFields fields = tb_inspector_group_get_fields (TB_INSPECTOR_GROUP (self));

  if (facts == NULL)
    return;
  fields.order = get_order (tb_chart_type_get_orders (get_type (facts), TRUE), position);
  tb_inspector_group_change (TB_INSPECTOR_GROUP (self), &fields, NULL);
}

/* The first choice leaves the span open. */
static TbInspectorChoices *
new_choices (TbInspectorShown       *self,
             const TbInspectorFacts *facts,
             const char             *all)
{
  TbLanguage language = tb_inspector_group_get_language (TB_INSPECTOR_GROUP (self));
  g_autoptr (TbChoice) open = tb_choice_new (all, NULL, FALSE);

  return tb_inspector_choices_new (facts, facts != NULL ? facts->periods : NULL, language, open);
}

static void
fill_span (TbInspectorShown   *self,
           TbChoiceRow        *row,
           TbInspectorChoices *choices,
           TbPeriod            current)
{
  TbLanguage language = tb_inspector_group_get_language (TB_INSPECTOR_GROUP (self));
  guint chosen = tb_inspector_choices_find (choices, current);

  /* A span that the pointer chose may begin between the periods of these figures. */
  if (chosen == GTK_INVALID_LIST_POSITION)
    {
      g_autofree char *beyond = tb_period_label (current, language, TB_PERIOD_LABEL_FULL);
      g_autoptr (TbChoice) choice = tb_choice_new (beyond, NULL, TRUE);

      chosen = g_list_model_get_n_items (G_LIST_MODEL (choices));
      tb_inspector_choices_add (choices, choice);
    }
  tb_choice_row_set_choices (row, G_LIST_MODEL (choices), chosen);
}

/* A span begins before it ends. */
static void
update_span (TbInspectorShown        *self,
             const TbInspectorFacts  *facts,
             const TbChartSpecFields *fields)
{
  g_autoptr (TbInspectorChoices) from = new_choices (self, facts, _("The Beginning"));
  g_autoptr (TbInspectorChoices) to = new_choices (self, facts, _("The End"));

  tb_inspector_choices_limit (from, TB_PERIOD_UNDATED, fields->to);
  tb_inspector_choices_limit (to, fields->from, TB_PERIOD_UNDATED);
  fill_span (self, self->from_row, from, fields->from);
  fill_span (self, self->to_row, to, fields->to);
}

static void
update_kind (AdwSwitchRow            *row,
             const TbInspectorFacts  *facts,
             const TbChartSpecFields *fields,
             TbKind                   kind)
{
  gtk_widget_set_visible (GTK_WIDGET (row), facts != NULL && (facts->kinds & (1u << kind)) != 0);
  adw_switch_row_set_active (row, fields->kinds == 0 || (fields->kinds & (1u << kind)) != 0);
}

static void
update_order (TbInspectorShown        *self,
              const TbInspectorFacts  *facts,
              const TbChartSpecFields *fields)
{
  guint orders = facts != NULL ? tb_chart_type_get_orders (get_type (facts), TRUE) : 0;
  g_autoptr (GListStore) choices = g_list_store_new (TB_TYPE_CHOICE);
  guint chosen = 0;

  gtk_widget_set_visible (GTK_WIDGET (self->order_row), (orders & ~(1u << TB_CHART_ORDER_USUAL)) != 0);
  for (int order = 0; order < TB_N_CHART_ORDERS; order++)
    {
      g_autoptr (TbChoice) choice = NULL;

      if ((orders & (1u << order)) == 0)
        continue;
      if ((TbChartOrder) order == fields->order)
        chosen = g_list_model_get_n_items (G_LIST_MODEL (choices));
      choice = tb_choice_new (g_dpgettext2 (NULL, "order of rows", order_titles[order]), NULL, FALSE);
      g_list_store_append (choices, choice);
    }
  tb_choice_row_set_choices (self->order_row, G_LIST_MODEL (choices), chosen);
}

static void
tb_inspector_shown_update (TbInspectorGroup       *group,
                           const TbInspectorFacts *facts)
{
  TbInspectorShown *self = TB_INSPECTOR_SHOWN (group);
  TbChartSpecFields fields = tb_inspector_group_get_fields (group);
  gboolean has_panels = facts != NULL
                        && (get_type (facts) == TB_CHART_SMALL_MULTIPLES || get_type (facts) == TB_CHART_BULLET);

  update_span (self, facts, &fields);
  update_kind (self->targets_row, facts, &fields, TB_KIND_TARGET);
  update_kind (self->plans_row, facts, &fields, TB_KIND_PLAN);
  update_kind (self->forecasts_row, facts, &fields, TB_KIND_FORECAST);
  adw_switch_row_set_active (self->values_row, fields.show_values);
  update_order (self, facts, &fields);
  gtk_widget_set_visible (GTK_WIDGET (self->own_scales_row), has_panels);
  adw_switch_row_set_active (self->own_scales_row, fields.own_scales);
}

static void
tb_inspector_shown_class_init (TbInspectorShownClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  TB_INSPECTOR_GROUP_CLASS (klass)->update = tb_inspector_shown_update;
  g_type_ensure (TB_TYPE_CHOICE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tongbi/Tongbi/tb-inspector-shown.ui");
  gtk_widget_class_bind_template_child (widget_class, TbInspectorShown, from_row);
  gtk_widget_class_bind_template_child (widget_class, TbInspectorShown, to_row);
  gtk_widget_class_bind_template_child (widget_class, TbInspectorShown, targets_row);
  gtk_widget_class_bind_template_child (widget_class, TbInspectorShown, plans_row);
  gtk_widget_class_bind_template_child (widget_class, TbInspectorShown, forecasts_row);
  gtk_widget_class_bind_template_child (widget_class, TbInspectorShown, values_row);
  gtk_widget_class_bind_template_child (widget_class, TbInspectorShown, order_row);
  gtk_widget_class_bind_template_child (widget_class, TbInspectorShown, own_scales_row);
  gtk_widget_class_bind_template_callback (widget_class, from_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, to_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_switched_cb);
  gtk_widget_class_bind_template_callback (widget_class, values_cb);
  gtk_widget_class_bind_template_callback (widget_class, order_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, own_scales_cb);
}

static void
tb_inspector_shown_init (TbInspectorShown *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
