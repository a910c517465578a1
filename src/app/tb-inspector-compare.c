/* Which period is set against which: what the rules propose first, what they refuse
 * with the reason.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-inspector-compare.h"

#include "tb-inspector-choices.h"

#include <glib/gi18n-lib.h>

struct _TbInspectorCompare
{
  TbInspectorGroup  parent_instance;

  TbChoiceRow      *current_row;
  TbChoiceRow      *base_row;
};

G_DEFINE_FINAL_TYPE (TbInspectorCompare, tb_inspector_compare, TB_TYPE_INSPECTOR_GROUP)

/* What a type takes of the two periods. */
typedef enum { TAKES_NONE, TAKES_ONE, TAKES_TARGET, TAKES_PAIR } Takes;

static Takes
get_takes (TbChartType type)
{
  switch (type)
    {
    case TB_CHART_BAR:
      return TAKES_ONE;
    case TB_CHART_BULLET:
    case TB_CHART_TARGET_PATH:
      return TAKES_TARGET;
    case TB_CHART_YEAR_TO_DATE:
    case TB_CHART_WATERFALL:
    case TB_CHART_SLOPE:
    case TB_CHART_DUMBBELL:
    case TB_CHART_STOCK_FLOW:
      return TAKES_PAIR;
    case TB_CHART_LINE:
    case TB_CHART_COLUMN:
    case TB_CHART_SPARKLINE:
    case TB_CHART_GROWTH:
    case TB_CHART_PREVIOUS_YEAR:
    case TB_CHART_PLAN:
    case TB_CHART_CUMULATIVE_DISCRETE:
    case TB_CHART_STACKED:
    case TB_CHART_STACKED_SHARE:
    case TB_CHART_SMALL_MULTIPLES:
      return TAKES_NONE;
    }
  return TAKES_NONE;
}

static Takes
get_takes_now (const TbInspectorFacts *facts)
{
  return facts != NULL ? get_takes (tb_chart_spec_get (facts->picture->spec)->type) : TAKES_NONE;
}

static const GArray *
get_periods (const TbInspectorFacts *facts)
{
  return get_takes_now (facts) == TAKES_TARGET ? facts->targets : facts->shown;
}

static void
current_chosen_cb (TbInspectorCompare *self,
                   guint               position)
{
  const TbInspectorFacts *facts = tb_inspector_group_get_facts (TB_INSPECTOR_GROUP (self));
  TbChartSpecFields fields = tb_inspector_group_get_fields (TB_INSPECTOR_GROUP (self));
  const GArray *periods = facts != NULL ? get_periods (facts) : NULL;

  if (periods == NULL || position > periods->len)
    return;
  fields.current = position > 0 ? g_array_index (periods, TbPeriod, position - 1) : TB_PERIOD_UNDATED;
  /* What was chosen for another period may not hold of this one. */
  fields.base = TB_PERIOD_UNDATED;
  tb_inspector_group_change (TB_INSPECTOR_GROUP (self), &fields, NULL);
}

static void
base_chosen_cb (TbInspectorCompare *self,
                guint               position)
{
  const TbInspectorFacts *facts = tb_inspector_group_get_facts (TB_INSPECTOR_GROUP (self));
  TbChartSpecFields fields = tb_inspector_group_get_fields (TB_INSPECTOR_GROUP (self));

  if (facts == NULL || position > facts->bases->len)
    return;
  fields.base = position > 0 ? g_array_index (facts->bases, TbInspectorPeriod, position - 1).period : TB_PERIOD_UNDATED;
  tb_inspector_group_change (TB_INSPECTOR_GROUP (self), &fields, NULL);
}

/* "Automatic (H1 2021)" where it is known what that is. */
static TbChoice *
new_automatic (TbPeriod   meant,
               TbLanguage language)
{
  g_autofree char *title = NULL;

  if (tb_period_is_dated (meant))
    {
      g_autofree char *label = tb_period_label (meant, language, TB_PERIOD_LABEL_FULL);

      /* Translators: a choice; %s is the period that it comes to */
      title = g_strdup_printf (_("Automatic (%s)"), label);
    }
  return tb_choice_new (title != NULL ? title : _("Automatic"), NULL, FALSE);
}

/* @periods: NULL: the bases. @automatic: what the first choice comes to. */
static void
fill (TbInspectorCompare     *self,
      TbChoiceRow            *row,
      const TbInspectorFacts *facts,
      const GArray           *periods,
      TbPeriod                current,
      TbPeriod                automatic)
{
  TbLanguage language = tb_inspector_group_get_language (TB_INSPECTOR_GROUP (self));
  g_autoptr (TbChoice) first = new_automatic (tb_period_is_dated (current) ? TB_PERIOD_UNDATED : automatic, language);
  g_autoptr (TbInspectorChoices) choices = tb_inspector_choices_new (facts, periods, language, first);

  tb_choice_row_set_choices (row, G_LIST_MODEL (choices), tb_inspector_choices_find (choices, current));
}

static void
tb_inspector_compare_update (TbInspectorGroup       *group,
                             const TbInspectorFacts *facts)
{
  TbInspectorCompare *self = TB_INSPECTOR_COMPARE (group);
  Takes takes = get_takes_now (facts);
  TbChartSpecFields fields;

  gtk_widget_set_visible (GTK_WIDGET (self), takes != TAKES_NONE);
  if (takes == TAKES_NONE)
    return;
  fields = tb_inspector_group_get_fields (group);
  fill (self, self->current_row, facts, get_periods (facts), fields.current, facts->wording.current);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->current_row),
                                 takes == TAKES_TARGET ? _("Target For") : _("Period"));
  gtk_widget_set_visible (GTK_WIDGET (self->base_row), takes == TAKES_PAIR);
  if (takes == TAKES_PAIR)
    fill (self, self->base_row, facts, NULL, fields.base, facts->wording.base);
}

static void
tb_inspector_compare_class_init (TbInspectorCompareClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  TB_INSPECTOR_GROUP_CLASS (klass)->update = tb_inspector_compare_update;
  g_type_ensure (TB_TYPE_CHOICE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tongbi/Tongbi/tb-inspector-compare.ui");
  gtk_widget_class_bind_template_child (widget_class, TbInspectorCompare, current_row);
  gtk_widget_class_bind_template_child (widget_class, TbInspectorCompare, base_row);
  gtk_widget_class_bind_template_callback (widget_class, current_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, base_chosen_cb);
}

static void
tb_inspector_compare_init (TbInspectorCompare *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
