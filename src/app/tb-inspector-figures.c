/* Which figures a measure is computed from: of which periods, per head, smoothed.
 *
 * These steps are applied before and after the measure, whatever is chosen first (F-1).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-inspector-figures.h"

#include "tb-choice-row.h"
#include "tb-inspector-steps.h"

#include <glib/gi18n-lib.h>

#define USUAL_WINDOW 3

static const int periods[] = {
  TB_NO_STEP,
  TB_TRANSFORM_DISCRETE, TB_TRANSFORM_CUMULATIVE, TB_TRANSFORM_QUARTER, TB_TRANSFORM_HALF, TB_TRANSFORM_ANNUAL,
};

struct _TbInspectorFigures
{
  TbInspectorGroup  parent_instance;

  TbChoiceRow      *periods_row;
  AdwSwitchRow     *so_far_row;
  TbChoiceRow      *population_row;
  AdwSwitchRow     *average_row;
  AdwSpinRow       *window_row;
};

G_DEFINE_FINAL_TYPE (TbInspectorFigures, tb_inspector_figures, TB_TYPE_INSPECTOR_GROUP)

static void
periods_chosen_cb (TbInspectorFigures *self,
                   guint               position)
{
  const TbInspectorFacts *facts = tb_inspector_group_get_facts (TB_INSPECTOR_GROUP (self));
  TbChartOperation steps[2] = { { .kind = TB_TRANSFORM_DISCRETE, .base = TB_PERIOD_UNDATED },
                                { .base = TB_PERIOD_UNDATED } };
  int kind = periods[position];
  gboolean is_split;

  if (kind == TB_NO_STEP)
    {
      tb_steps_set (TB_INSPECTOR_GROUP (self), TB_STEP_PERIODS, NULL, 0);
      return;
    }
  is_split = facts != NULL && facts->needs_discrete[kind];
  steps[1].kind = (TbTransformKind) kind;
  tb_steps_set (TB_INSPECTOR_GROUP (self), TB_STEP_PERIODS, is_split ? steps : &steps[1], is_split ? 2 : 1);
}

static void
so_far_cb (TbInspectorFigures *self)
{
  const TbChartOperation *before = tb_steps_get (TB_INSPECTOR_GROUP (self), TB_STEP_PERIODS);
  TbChartOperation step;

  if (before == NULL || !tb_inspector_group_is_listening (TB_INSPECTOR_GROUP (self)))
    return;
  step = *before;
  step.so_far = adw_switch_row_get_active (self->so_far_row);
  tb_steps_change (TB_INSPECTOR_GROUP (self), &step, NULL);
}

static void
population_chosen_cb (TbInspectorFigures *self,
                      guint               position)
{
  const TbInspectorFacts *facts = tb_inspector_group_get_facts (TB_INSPECTOR_GROUP (self));
  TbChartOperation step = { .kind = TB_TRANSFORM_PER_CAPITA, .base = TB_PERIOD_UNDATED };

  if (facts == NULL || position > facts->populations->len)
    return;
  if (position > 0)
    step.with = g_array_index (facts->populations, TbInspectorPopulation, position - 1).id;
  tb_steps_set (TB_INSPECTOR_GROUP (self), TB_STEP_PER_HEAD, &step, position > 0 ? 1 : 0);
}

static void
average_cb (TbInspectorFigures *self)
{
  TbChartOperation step = { .kind = TB_TRANSFORM_MOVING_AVERAGE, .base = TB_PERIOD_UNDATED, .window = USUAL_WINDOW };

  if (tb_inspector_group_is_listening (TB_INSPECTOR_GROUP (self)))
    tb_steps_set (TB_INSPECTOR_GROUP (self), TB_STEP_SMOOTHING, &step,
                  adw_switch_row_get_active (self->average_row) ? 1 : 0);
}

static void
window_changed_cb (TbInspectorFigures *self)
{
  const TbChartOperation *before = tb_steps_get (TB_INSPECTOR_GROUP (self), TB_STEP_SMOOTHING);
  TbChartOperation step;

  if (before == NULL || !tb_inspector_group_is_listening (TB_INSPECTOR_GROUP (self)))
    return;
  step = *before;
  step.window = (guint) adw_spin_row_get_value (self->window_row);
  tb_steps_change (TB_INSPECTOR_GROUP (self), &step, "window");
}

static void
update_periods (TbInspectorFigures     *self,
                const TbInspectorFacts *facts)
{
  const TbChartOperation *step = tb_steps_get (TB_INSPECTOR_GROUP (self), TB_STEP_PERIODS);
  TbLanguage language = tb_inspector_group_get_language (TB_INSPECTOR_GROUP (self));
  g_autoptr (GListStore) choices = g_list_store_new (TB_TYPE_CHOICE);
  guint chosen = 0;

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      const char *misfit = tb_step_get_misfit (periods[i], facts);
      g_autofree char *title = tb_step_dup_title (periods[i], language);
      g_autoptr (TbChoice) choice = tb_choice_new (title, misfit, misfit != NULL);

      if (step != NULL && periods[i] == (int) step->kind)
        chosen = i;
      g_list_store_append (choices, choice);
    }
  tb_choice_row_set_choices (self->periods_row, G_LIST_MODEL (choices), chosen);
  gtk_widget_set_visible (GTK_WIDGET (self->so_far_row), step != NULL && step->kind >= TB_TRANSFORM_QUARTER);
  adw_switch_row_set_active (self->so_far_row, step != NULL && step->so_far);
}

static void
update_smoothing (TbInspectorFigures     *self,
                  const TbInspectorFacts *facts)
{
  const TbChartOperation *step = tb_steps_get (TB_INSPECTOR_GROUP (self), TB_STEP_SMOOTHING);
  const char *misfit = tb_step_get_misfit (TB_TRANSFORM_MOVING_AVERAGE, facts);

  adw_switch_row_set_active (self->average_row, step != NULL);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->average_row), misfit != NULL ? misfit : "");
  gtk_widget_set_sensitive (GTK_WIDGET (self->average_row), misfit == NULL || step != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->window_row), step != NULL);
  if (step != NULL)
    adw_spin_row_set_value (self->window_row, step->window > 0 ? step->window : USUAL_WINDOW);
}

static void
update_population (TbInspectorFigures     *self,
                   const TbInspectorFacts *facts)
{
  const TbChartOperation *step = tb_steps_get (TB_INSPECTOR_GROUP (self), TB_STEP_PER_HEAD);
  g_autoptr (GListStore) choices = g_list_store_new (TB_TYPE_CHOICE);
  const char *misfit = tb_step_get_misfit (TB_TRANSFORM_PER_CAPITA, facts);
  g_autoptr (TbChoice) none = tb_choice_new (misfit != NULL ? misfit : C_("per head", "Not divided"), NULL, FALSE);
  guint chosen = step != NULL ? GTK_INVALID_LIST_POSITION : 0;

  g_list_store_append (choices, none);
  for (guint i = 0; facts != NULL && i < facts->populations->len; i++)
    {
      const TbInspectorPopulation *population = &g_array_index (facts->populations, TbInspectorPopulation, i);
      g_autoptr (TbChoice) choice = tb_choice_new (population->name, NULL, FALSE);

      if (step != NULL && g_strcmp0 (step->with, population->id) == 0)
        chosen = i + 1;
      g_list_store_append (choices, choice);
    }
  tb_choice_row_set_choices (self->population_row, G_LIST_MODEL (choices), chosen);
}

static void
tb_inspector_figures_update (TbInspectorGroup       *group,
                             const TbInspectorFacts *facts)
{
  TbInspectorFigures *self = TB_INSPECTOR_FIGURES (group);

  update_periods (self, facts);
  update_population (self, facts);
  update_smoothing (self, facts);
}

static void
tb_inspector_figures_class_init (TbInspectorFiguresClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  TB_INSPECTOR_GROUP_CLASS (klass)->update = tb_inspector_figures_update;
  g_type_ensure (TB_TYPE_CHOICE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tongbi/Tongbi/tb-inspector-figures.ui");
  gtk_widget_class_bind_template_child (widget_class, TbInspectorFigures, periods_row);
  gtk_widget_class_bind_template_child (widget_class, TbInspectorFigures, so_far_row);
  gtk_widget_class_bind_template_child (widget_class, TbInspectorFigures, population_row);
  gtk_widget_class_bind_template_child (widget_class, TbInspectorFigures, average_row);
  gtk_widget_class_bind_template_child (widget_class, TbInspectorFigures, window_row);
  gtk_widget_class_bind_template_callback (widget_class, periods_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, so_far_cb);
  gtk_widget_class_bind_template_callback (widget_class, population_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, average_cb);
  gtk_widget_class_bind_template_callback (widget_class, window_changed_cb);
}

static void
tb_inspector_figures_init (TbInspectorFigures *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
