/* What is computed from the figures before they are drawn.
 *
 * The measure itself is one click away: a row each. What does not fit these figures
 * stands apart with the engine's reason.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-inspector-measure.h"

#include "tb-inspector-choices.h"
#include "tb-inspector-steps.h"

#include <glib/gi18n-lib.h>

#define USUAL_YEARS 2

static const int measures[] = {
  TB_NO_STEP,
  TB_TRANSFORM_PERCENT_ON_YEAR, TB_TRANSFORM_CHANGE_ON_YEAR, TB_TRANSFORM_PERCENT, TB_TRANSFORM_CHANGE,
  TB_TRANSFORM_INDEX, TB_TRANSFORM_SHARE, TB_TRANSFORM_CONTRIBUTION, TB_TRANSFORM_ANNUALISED,
  TB_TRANSFORM_CAGR, TB_TRANSFORM_AVERAGE_GROWTH,
};

struct _TbInspectorMeasure
{
  TbInspectorGroup    parent_instance;

  GtkWidget          *rows[G_N_ELEMENTS (measures)];
  GtkCheckButton     *checks[G_N_ELEMENTS (measures)];
  AdwActionRow       *reasons[G_N_ELEMENTS (measures)];   /* the same in what does not fit */

  AdwExpanderRow     *misfits_row;
  TbChoiceRow        *base_row;
  AdwSpinRow         *years_row;
};

G_DEFINE_FINAL_TYPE (TbInspectorMeasure, tb_inspector_measure, TB_TYPE_INSPECTOR_GROUP)

/* Of yearly figures the same number under another name. */
static gboolean
is_double (const TbInspectorFacts *facts,
           int                     kind)
{
  return facts != NULL && facts->is_yearly
         && (kind == TB_TRANSFORM_CHANGE || kind == TB_TRANSFORM_PERCENT || kind == TB_TRANSFORM_ANNUALISED);
}

static TbPeriod
get_first_period (TbInspectorMeasure *self)
{
  const TbInspectorFacts *facts = tb_inspector_group_get_facts (TB_INSPECTOR_GROUP (self));

  if (facts == NULL || facts->periods->len == 0)
    return TB_PERIOD_UNDATED;
  return g_array_index (facts->periods, TbPeriod, facts->periods->len - 1);
}

static void
measure_toggled_cb (TbInspectorMeasure *self,
                    GtkCheckButton     *check)
{
  gsize i = (gsize) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (check), "tb-measure"));
  TbChartOperation step = { .base = TB_PERIOD_UNDATED };

  if (!gtk_check_button_get_active (check) || !tb_inspector_group_is_listening (TB_INSPECTOR_GROUP (self)))
    return;
  if (measures[i] == TB_NO_STEP)
    {
      tb_steps_set (TB_INSPECTOR_GROUP (self), TB_STEP_MEASURE, NULL, 0);
      return;
    }
  step.kind = (TbTransformKind) measures[i];
  if (step.kind == TB_TRANSFORM_INDEX)
    step.base = get_first_period (self);
  tb_steps_set (TB_INSPECTOR_GROUP (self), TB_STEP_MEASURE, &step, 1);
}

static void
base_chosen_cb (TbInspectorMeasure *self,
                guint               position)
{
  const TbInspectorFacts *facts = tb_inspector_group_get_facts (TB_INSPECTOR_GROUP (self));
  const TbChartOperation *before = tb_steps_get (TB_INSPECTOR_GROUP (self), TB_STEP_MEASURE);
  TbChartOperation step;

  if (facts == NULL || before == NULL || position >= facts->periods->len)
    return;
  step = *before;
  step.base = g_array_index (facts->periods, TbPeriod, position);
  tb_steps_change (TB_INSPECTOR_GROUP (self), &step, NULL);
}

static void
years_changed_cb (TbInspectorMeasure *self)
{
  const TbChartOperation *before = tb_steps_get (TB_INSPECTOR_GROUP (self), TB_STEP_MEASURE);
  TbChartOperation step;

  if (before == NULL || !tb_inspector_group_is_listening (TB_INSPECTOR_GROUP (self)))
    return;
  step = *before;
  step.window = (guint) adw_spin_row_get_value (self->years_row);
  tb_steps_change (TB_INSPECTOR_GROUP (self), &step, "years");
}

static void
update_measures (TbInspectorMeasure     *self,
                 const TbInspectorFacts *facts)
{
  const TbChartOperation *step = tb_steps_get (TB_INSPECTOR_GROUP (self), TB_STEP_MEASURE);
  TbLanguage language = tb_inspector_group_get_language (TB_INSPECTOR_GROUP (self));
  int current = step != NULL ? (int) step->kind : TB_NO_STEP;
  guint n_misfits = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      const char *misfit = tb_step_get_misfit (measures[i], facts);
      g_autofree char *title = tb_step_dup_title (measures[i], language);
      /* What holds is shown, even where it does not fit what was selected since. */
      gboolean is_offered = misfit == NULL || measures[i] == current;

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[i]), title);
      gtk_widget_set_visible (self->rows[i], measures[i] == current || (is_offered && !is_double (facts, measures[i])));
      gtk_check_button_set_active (self->checks[i], measures[i] == current);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->reasons[i]), title);
      adw_action_row_set_subtitle (self->reasons[i], misfit != NULL ? misfit : "");
      gtk_widget_set_visible (GTK_WIDGET (self->reasons[i]), !is_offered);
      n_misfits += !is_offered;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->misfits_row), n_misfits > 0);
}

static void
update_base (TbInspectorMeasure     *self,
             const TbInspectorFacts *facts)
{
  const TbChartOperation *step = tb_steps_get (TB_INSPECTOR_GROUP (self), TB_STEP_MEASURE);
  gboolean has_base = step != NULL && (step->kind == TB_TRANSFORM_INDEX || step->kind == TB_TRANSFORM_CAGR);
  g_autoptr (TbInspectorChoices) choices = NULL;
  guint chosen;

  gtk_widget_set_visible (GTK_WIDGET (self->base_row), has_base);
  choices = tb_inspector_choices_new (has_base ? facts : NULL, has_base && facts != NULL ? facts->periods : NULL,
                                      tb_inspector_group_get_language (TB_INSPECTOR_GROUP (self)), NULL);
  chosen = tb_inspector_choices_find (choices, has_base ? step->base : TB_PERIOD_UNDATED);
  /* The first figure, until another base is chosen. */
  if (has_base && !tb_period_is_dated (step->base) && g_list_model_get_n_items (G_LIST_MODEL (choices)) > 0)
    chosen = g_list_model_get_n_items (G_LIST_MODEL (choices)) - 1;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->base_row),
                                 step != NULL && step->kind == TB_TRANSFORM_CAGR
                                   ? C_("first period of an average growth", "Since")
                                   : _("Base Period (= 100)"));
  tb_choice_row_set_choices (self->base_row, G_LIST_MODEL (choices), chosen);
}

static void
tb_inspector_measure_update (TbInspectorGroup       *group,
                             const TbInspectorFacts *facts)
{
  TbInspectorMeasure *self = TB_INSPECTOR_MEASURE (group);
  const TbChartOperation *step = tb_steps_get (TB_INSPECTOR_GROUP (self), TB_STEP_MEASURE);
  gboolean has_years = step != NULL && step->kind == TB_TRANSFORM_AVERAGE_GROWTH;

  update_measures (self, facts);
  update_base (self, facts);
  gtk_widget_set_visible (GTK_WIDGET (self->years_row), has_years);
  if (has_years)
    adw_spin_row_set_value (self->years_row, step->window > 0 ? step->window : USUAL_YEARS);
}

static void
say_chosen (GtkCheckButton *check,
            GParamSpec     *pspec,
            GtkWidget      *row)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_CHECKED,
                               gtk_check_button_get_active (check) ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                                                   : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

static void
add_measure (TbInspectorMeasure *self,
             gsize               i)
{
  /* The row has the focus, so it says what is chosen. */
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, NULL);
  GtkWidget *check = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *reason = adw_action_row_new ();

  g_object_set_data (G_OBJECT (check), "tb-measure", GINT_TO_POINTER ((int) i));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_can_focus (check, FALSE);
  if (i > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->checks[0]);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_object (check, "notify::active", G_CALLBACK (say_chosen), row, G_CONNECT_DEFAULT);
  say_chosen (GTK_CHECK_BUTTON (check), NULL, row);
  g_signal_connect_object (check, "toggled", G_CALLBACK (measure_toggled_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (reason), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (reason), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (reason), 0);
  gtk_widget_add_css_class (reason, "misfit");
  gtk_widget_add_css_class (row, "compact");
  self->rows[i] = row;
  self->checks[i] = GTK_CHECK_BUTTON (check);
  self->reasons[i] = ADW_ACTION_ROW (reason);
}

static void
tb_inspector_measure_class_init (TbInspectorMeasureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  TB_INSPECTOR_GROUP_CLASS (klass)->update = tb_inspector_measure_update;
  g_type_ensure (TB_TYPE_CHOICE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tongbi/Tongbi/tb-inspector-measure.ui");
  gtk_widget_class_bind_template_child (widget_class, TbInspectorMeasure, misfits_row);
  gtk_widget_class_bind_template_child (widget_class, TbInspectorMeasure, base_row);
  gtk_widget_class_bind_template_child (widget_class, TbInspectorMeasure, years_row);
  gtk_widget_class_bind_template_callback (widget_class, base_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, years_changed_cb);
}

/* Behind the rows that are added by us. */
static void
move_to_end (TbInspectorMeasure *self,
             gpointer            row)
{
  g_object_ref (row);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_object_unref (row);
}

static void
tb_inspector_measure_init (TbInspectorMeasure *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (gsize i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      add_measure (self, i);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->rows[i]);
      adw_expander_row_add_row (self->misfits_row, GTK_WIDGET (self->reasons[i]));
    }
  move_to_end (self, self->base_row);
  move_to_end (self, self->years_row);
  move_to_end (self, self->misfits_row);
}

GtkWidget *
tb_inspector_measure_get_row (TbInspectorMeasure *self,
                              int                 kind)
{
  g_return_val_if_fail (TB_IS_INSPECTOR_MEASURE (self), NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (measures); i++)
    if (measures[i] == kind)
      return self->rows[i];
  return NULL;
}
