/* All types of chart, in groups, with the reason where one does not fit.
 *
 * Whether a type fits may take a walk over all figures; so it is asked in a thread,
 * when the list is opened, and no more when it is closed before.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-chart-types-popover.h"

#include "tb-chart-words.h"

#include <glib/gi18n-lib.h>

#define N_GROUPS 4
#define LIST_WIDTH_PX 340
#define MOST_HEIGHT_PX 460

struct _TbChartTypesPopover
{
  GtkPopover     parent_instance;

  TbSelection   *selection;
  TbLanguage     language;
  TbChartType    current;
  GCancellable  *cancellable;   /* of the weighing; NULL: none is under way */
  gboolean       is_weighed;
  GtkListBox    *lists[N_GROUPS];
  AdwActionRow  *rows[TB_N_CHART_TYPES];
  GtkWidget     *checks[TB_N_CHART_TYPES];
  char          *misfits[TB_N_CHART_TYPES];
};

G_DEFINE_FINAL_TYPE (TbChartTypesPopover, tb_chart_types_popover, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *const group_titles[N_GROUPS] = {
  N_("Over Time"), N_("Comparison"), N_("Parts and Ranking"), N_("Compact"),
};

/* In the order of the list; a sparkline is for cells of tables. */
static const struct { TbChartType type; int group; } order[] = {
  { TB_CHART_COLUMN, 0 },        { TB_CHART_LINE, 0 },     { TB_CHART_GROWTH, 0 },
  { TB_CHART_YEAR_TO_DATE, 0 },  { TB_CHART_CUMULATIVE_DISCRETE, 0 }, { TB_CHART_STOCK_FLOW, 0 },
  { TB_CHART_PREVIOUS_YEAR, 1 }, { TB_CHART_PLAN, 1 },     { TB_CHART_BULLET, 1 },
  { TB_CHART_TARGET_PATH, 1 },   { TB_CHART_SLOPE, 1 },    { TB_CHART_DUMBBELL, 1 },
  { TB_CHART_BAR, 2 },           { TB_CHART_STACKED, 2 },  { TB_CHART_STACKED_SHARE, 2 },
  { TB_CHART_WATERFALL, 2 },     { TB_CHART_SMALL_MULTIPLES, 3 }, { TB_CHART_SPARKLINE, 3 },
};

typedef struct
{
  TbSelection *selection;
  TbLanguage   language;
  char        *misfits[TB_N_CHART_TYPES];
} Weighing;

static void
weighing_free (gpointer data)
{
  Weighing *self = data;

  tb_selection_unref (self->selection);
  for (gsize i = 0; i < TB_N_CHART_TYPES; i++)
    g_free (self->misfits[i]);
  g_free (self);
}

static void
weigh_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  Weighing *weighing = data;

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      if (g_task_return_error_if_cancelled (task))
        return;
      weighing->misfits[order[i].type] = tb_chart_dup_misfit (order[i].type, weighing->selection, weighing->language);
    }
  g_task_return_boolean (task, TRUE);
}

/* A type that does not fit stays in reach of the keyboard, so that its reason is read. */
static void
update_row (TbChartTypesPopover *self,
            TbChartType          type)
{
  GtkWidget *row = GTK_WIDGET (self->rows[type]);
  const char *misfit = self->misfits[type];

  if (row == NULL)
    return;
  adw_action_row_set_subtitle (self->rows[type], misfit != NULL ? misfit : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tb_chart_type_word (type, self->language), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  misfit != NULL ? misfit : "", -1);
  if (misfit != NULL)
    gtk_widget_add_css_class (row, "misfit");
  else
    gtk_widget_remove_css_class (row, "misfit");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), self->is_weighed && misfit == NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_DISABLED, misfit != NULL,
                               GTK_ACCESSIBLE_STATE_SELECTED, type == self->current, -1);
  gtk_widget_set_visible (self->checks[type], type == self->current);
}

static void
update_rows (TbChartTypesPopover *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    update_row (self, order[i].type);
}

static void
weighed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  TbChartTypesPopover *self = TB_CHART_TYPES_POPOVER (source);
  Weighing *weighing = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), NULL) || weighing->selection != self->selection)
    return;
  g_clear_object (&self->cancellable);
  for (gsize i = 0; i < TB_N_CHART_TYPES; i++)
    {
      g_free (self->misfits[i]);
      self->misfits[i] = g_steal_pointer (&weighing->misfits[i]);
    }
  self->is_weighed = TRUE;
  update_rows (self);
}

static void
stop_weighing (TbChartTypesPopover *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
weigh (TbChartTypesPopover *self)
{
  g_autoptr (GTask) task = NULL;
  Weighing *weighing;

  if (self->selection == NULL || self->is_weighed || self->cancellable != NULL)
    return;
  self->cancellable = g_cancellable_new ();
  weighing = g_new0 (Weighing, 1);
  weighing->selection = tb_selection_ref (self->selection);
  weighing->language = self->language;
  task = g_task_new (self, self->cancellable, weighed_cb, NULL);
  g_task_set_static_name (task, "[tongbi] weigh types of charts");
  g_task_set_source_tag (task, weigh);
  g_task_set_task_data (task, weighing, weighing_free);
  g_task_run_in_thread (task, weigh_in_thread);
}

static void
activated_cb (GtkListBox          *list,
              GtkListBoxRow       *row,
              TbChartTypesPopover *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    if (GTK_LIST_BOX_ROW (self->rows[order[i].type]) == row && self->misfits[order[i].type] == NULL)
      {
        gtk_popover_popdown (GTK_POPOVER (self));
        g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, (int) order[i].type);
        return;
      }
}

/* Up and down go from group to group as if they were one list. */
static gboolean
keynav_failed_cb (GtkWidget           *list,
                  GtkDirectionType     direction,
                  TbChartTypesPopover *self)
{
  int step = direction == GTK_DIR_UP ? -1 : direction == GTK_DIR_DOWN ? 1 : 0;
  int group = 0;

  while (group < N_GROUPS && GTK_WIDGET (self->lists[group]) != list)
    group++;
  for (group += step; step != 0 && group >= 0 && group < N_GROUPS; group += step)
    {
      GtkWidget *row = step > 0 ? gtk_widget_get_first_child (GTK_WIDGET (self->lists[group]))
                                : gtk_widget_get_last_child (GTK_WIDGET (self->lists[group]));

      if (row != NULL)
        return gtk_widget_grab_focus (row);
    }

  /* At an end it stays. */
  return step != 0;
}

static void
show_cb (TbChartTypesPopover *self)
{
  weigh (self);
  if (self->rows[self->current] != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->rows[self->current]));
}

static void
tb_chart_types_popover_dispose (GObject *object)
{
  TbChartTypesPopover *self = TB_CHART_TYPES_POPOVER (object);

  stop_weighing (self);
  g_clear_pointer (&self->selection, tb_selection_unref);
  for (gsize i = 0; i < TB_N_CHART_TYPES; i++)
    g_clear_pointer (&self->misfits[i], g_free);
  G_OBJECT_CLASS (tb_chart_types_popover_parent_class)->dispose (object);
}

static void
tb_chart_types_popover_class_init (TbChartTypesPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tb_chart_types_popover_dispose;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", TB_TYPE_CHART_TYPES_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_INT);
}

/* Whether the core knows how to draw it. */
static gboolean
is_made (TbChartType type)
{
  TbChartType named;

  return tb_chart_type_from_name (tb_chart_type_get_name (type), &named) && named == type;
}

static void
add_row (TbChartTypesPopover *self,
         TbChartType          type,
         GtkListBox          *list)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *icon_name = g_strdup_printf ("tb-chart-%s-symbolic", tb_chart_type_get_name (type));
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  self->rows[type] = ADW_ACTION_ROW (row);
  self->checks[type] = gtk_image_new_from_icon_name ("object-select-symbolic");
  gtk_widget_set_visible (self->checks[type], FALSE);
  adw_action_row_add_prefix (self->rows[type], icon);
  adw_action_row_add_suffix (self->rows[type], self->checks[type]);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle_lines (self->rows[type], 0);
  /* Of a change of the subtitle screen readers would not be told. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  gtk_list_box_append (list, row);
}

static void
add_group (TbChartTypesPopover *self,
           GtkBox              *box,
           int                  group)
{
  GtkWidget *heading = gtk_label_new (_(group_titles[group]));
  GtkWidget *list = gtk_list_box_new ();

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (heading, "dimmed");
  gtk_widget_add_css_class (heading, "chart-types-heading");
  gtk_widget_add_css_class (list, "chart-types");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_RELATION_LABELLED_BY, heading, NULL, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    if (order[i].group == group && is_made (order[i].type))
      add_row (self, order[i].type, GTK_LIST_BOX (list));
  g_signal_connect_object (list, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (list, "keynav-failed", G_CALLBACK (keynav_failed_cb), self, G_CONNECT_DEFAULT);
  gtk_box_append (box, heading);
  gtk_box_append (box, list);
  self->lists[group] = GTK_LIST_BOX (list);
  if (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0) == NULL)
    {
      gtk_widget_set_visible (heading, FALSE);
      gtk_widget_set_visible (list, FALSE);
    }
}

static void
tb_chart_types_popover_init (TbChartTypesPopover *self)
{
  GtkWidget *window = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (int group = 0; group < N_GROUPS; group++)
    add_group (self, GTK_BOX (box), group);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_size_request (box, LIST_WIDTH_PX, -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (window), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (window), MOST_HEIGHT_PX);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), box);
  gtk_popover_set_child (GTK_POPOVER (self), window);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Chart type"), -1);
  g_signal_connect (self, "map", G_CALLBACK (show_cb), NULL);
  g_signal_connect (self, "closed", G_CALLBACK (stop_weighing), NULL);
}

/**
 * tb_chart_types_popover_set_selection:
 * @self: a popover
 * @selection: (nullable): what the types are weighed for
 * @language: of titles and reasons
 * @current: the type that is shown
 *
 * Sets what is offered. While the popover is open the types are weighed again for
 * another selection.
 */
void
tb_chart_types_popover_set_selection (TbChartTypesPopover *self,
                                      TbSelection         *selection,
                                      TbLanguage           language,
                                      TbChartType          current)
{
  g_return_if_fail (TB_IS_CHART_TYPES_POPOVER (self));

  self->language = language;
  self->current = current;
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    if (self->rows[order[i].type] != NULL)
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[order[i].type]),
                                     tb_chart_type_word (order[i].type, language));
  if (self->selection != selection)
    {
      stop_weighing (self);
      g_clear_pointer (&self->selection, tb_selection_unref);
      self->selection = selection != NULL ? tb_selection_ref (selection) : NULL;
      self->is_weighed = FALSE;
      for (gsize i = 0; i < TB_N_CHART_TYPES; i++)
        g_clear_pointer (&self->misfits[i], g_free);
    }
  update_rows (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    weigh (self);
}

gboolean
tb_chart_types_popover_is_busy (TbChartTypesPopover *self)
{
  g_return_val_if_fail (TB_IS_CHART_TYPES_POPOVER (self), FALSE);

  return self->cancellable != NULL;
}
