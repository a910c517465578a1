/* The comparison table.
 *
 * Its widgets are made when it is first in sight.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-comparison-view.h"

#include "tb-banner.h"
#include "tb-comparison-clip.h"
#include "tb-comparison-columns-popover.h"
#include "tb-comparison-detail.h"
#include "tb-comparison-grid.h"
#include "tb-comparison-job.h"
#include "tb-comparison-periods.h"
#include "tb-wrap.h"

#include <glib/gi18n-lib.h>

/* Fewer rows are all in sight. */
#define MIN_SEARCHED_ROWS 12

struct _TbComparisonView
{
  TbLatePane          parent_instance;

  TbSession          *session;
  GCancellable       *cancellable;  /* of the comparison under way */
  GCancellable       *ordering;     /* of the order under way */
  TbComparison       *comparison;
  TbSurvey           *survey;
  char               *sort_key;     /* nullable: what the rows are to be sorted by */
  gboolean            is_descending;
  gboolean            tells_order;  /* the user asked for another */
  gboolean            is_stale;     /* the selection changed while the view was not in sight */
  gboolean            totals;       /* the table that is shown, or under way, has them */
  gboolean            is_updating;  /* the button is being set by us */
  gboolean            tells_totals; /* the user asked for them */
  gboolean            has_pair;     /* the user chose */
  TbComparePair       pair;

  GtkStack           *stack;
  TbComparisonPeriods *periods;
  TbComparisonGrid   *table;
  GtkSearchEntry     *search;
  TbComparisonColumnsPopover *columns_popover;
  GtkLabel           *caption;
  GtkLabel           *legend;
  GtkToggleButton    *totals_button;
  AdwBanner          *refusal_banner;
  GtkLabel           *detail;
};

G_DEFINE_FINAL_TYPE (TbComparisonView, tb_comparison_view, TB_TYPE_LATE_PANE)

enum
{
  SIGNAL_READY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void start (TbComparisonView *self);

/* Says above the table why none of its figures is compared; of single rows the
 * legend tells. */
static void
update_refusals (TbComparisonView *self)
{
  const TbRefusals *refusals = &self->survey->refusals;
  gboolean has_change = tb_comparison_periods_has_change (self->periods);
  g_autofree char *text = NULL;

  if (!has_change && tb_comparison_periods_get_n (self->periods) > 1)
    text = g_strdup (_("No two of these figures can be compared as they are. Choose two periods to read why."));
  else if (has_change && refusals->n_refused == refusals->n_rows)
    text = tb_refusals_dup_text (refusals, tb_session_get_language (self->session));
  tb_banner_tell (self->refusal_banner, text);
}

/* Those who do not see below the table which rows have no total hear it. */
static void
tell_totals (TbComparisonView *self,
             const char       *no_total)
{
  if (self->tells_totals && no_total != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self->table), no_total, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  self->tells_totals = FALSE;
}

/* B-8: which rows have no total, and why; then what the marks mean. */
static void
update_legend (TbComparisonView *self)
{
  g_autofree char *legend = tb_shown_table_dup_legend (tb_comparison_grid_get_table (self->table));
  g_autofree char *no_total = tb_comparison_dup_no_total (self->comparison, tb_session_get_language (self->session));
  g_autofree char *escaped = no_total != NULL ? g_markup_escape_text (no_total, -1) : NULL;
  g_autofree char *text = escaped != NULL && legend != NULL ? g_strconcat (escaped, "\n", legend, NULL)
                                                            : g_strdup (escaped != NULL ? escaped : legend);

  gtk_label_set_markup (self->legend, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->legend), text != NULL);
  tell_totals (self, no_total);
}

static const char *
get_words (TbComparisonView *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));

  return gtk_widget_get_visible (GTK_WIDGET (self->search)) && *words != '\0' ? words : NULL;
}

/* Which rows these are, where they are not all (B-6). */
static char *
dup_caption (TbComparisonView *self)
{
  TbComparisonOrder *order = tb_comparison_grid_get_order (self->table);
  const char *words = get_words (self);
  gsize n = self->comparison != NULL ? tb_comparison_get_n_rows (self->comparison) : 0;

  if (words == NULL || order == NULL)
    return NULL;
  /* Translators: %1$zu rows are shown of %2$zu, those found by the words %3$s */
  return g_strdup_printf (ngettext ("%1$zu of %2$zu row: “%3$s”", "%1$zu of %2$zu rows: “%3$s”", n), order->n, n,
                          words);
}

static void
update_caption (TbComparisonView *self)
{
  g_autofree char *text = dup_caption (self);

  gtk_label_set_text (self->caption, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->caption), text != NULL);
}

static void
cursor_changed_cb (TbComparisonView *self)
{
  tb_comparison_detail_show (self->detail, self->table);
}

/* Those who do not see the rows change places hear it. */
static void
tell_order (TbComparisonView *self)
{
  GPtrArray *columns = tb_comparison_grid_get_columns (self->table);
  const TbShownColumn *column = self->sort_key != NULL ? tb_shown_columns_find (columns, self->sort_key) : NULL;
  g_autofree char *text = NULL;

  if (column == NULL)
    text = g_strdup (_("In the original order"));
  else if (self->is_descending)
    /* Translators: rows of a table; %s is the title of a column */
    text = g_strdup_printf (_("Sorted by “%s”, descending"), column->title);
  else
    /* Translators: rows of a table; %s is the title of a column */
    text = g_strdup_printf (_("Sorted by “%s”, ascending"), column->title);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->table), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
ordered_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TbComparisonView) self = user_data;
  g_autoptr (TbComparisonOrder) order = tb_comparison_order_finish (result, NULL);

  if (g_task_get_cancellable (G_TASK (result)) != self->ordering || self->session == NULL)
    return;
  g_clear_object (&self->ordering);
  if (order == NULL)
    return;
  tb_comparison_grid_set_order (self->table, order, self->sort_key, self->is_descending);
  update_caption (self);
  if (self->tells_order)
    tell_order (self);
  self->tells_order = FALSE;
  g_signal_emit (self, signals[SIGNAL_READY], 0);
}

/* Sorts and filters again. */
static void
start_order (TbComparisonView *self)
{
  const TbShownColumn *column = NULL;
  int index = TB_COMPARISON_UNSORTED;

  if (self->ordering != NULL)
    g_cancellable_cancel (self->ordering);
  g_clear_object (&self->ordering);
  if (self->comparison == NULL)
    return;
  if (self->sort_key != NULL)
    column = tb_shown_columns_find (tb_comparison_grid_get_columns (self->table), self->sort_key);
  if (column != NULL && column->can_sort)
    index = column->index == TB_COLUMN_OF_NAMES ? TB_COMPARISON_BY_NAME : column->index;
  else
    g_clear_pointer (&self->sort_key, g_free);
  self->ordering = g_cancellable_new ();
  tb_comparison_order_start (self->comparison, index, self->is_descending, get_words (self),
                             tb_session_get_language (self->session), self->ordering, ordered_cb, g_object_ref (self));
}

static void
sort_requested_cb (TbComparisonView *self,
                   const char       *key,
                   gboolean          descending)
{
  char *copy = g_strdup (key);

  g_free (self->sort_key);
  self->sort_key = copy;
  self->is_descending = descending;
  self->tells_order = TRUE;
  start_order (self);
}

static void
search_changed_cb (TbComparisonView *self)
{
  if (self->session != NULL)
    start_order (self);
}

static void
show_table (TbComparisonView *self,
            TbComparison     *comparison,
            TbSurvey         *survey)
{
  TbLanguage language = tb_session_get_language (self->session);
  g_autoptr (TbComparisonOrder) order = NULL;

  g_clear_pointer (&self->comparison, tb_comparison_unref);
  g_clear_pointer (&self->survey, tb_survey_unref);
  if (comparison == NULL)
    {
      tb_comparison_grid_set_table (self->table, NULL, NULL, NULL, language);
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }
  self->comparison = tb_comparison_ref (comparison);
  self->survey = tb_survey_ref (survey);
  order = tb_comparison_order_new (comparison, TB_COMPARISON_UNSORTED, FALSE, NULL, language);
  tb_comparison_grid_set_table (self->table, comparison, survey, order, language);
  gtk_widget_set_visible (GTK_WIDGET (self->search), tb_comparison_get_n_rows (comparison) >= MIN_SEARCHED_ROWS);
  tb_comparison_periods_set_comparison (self->periods, comparison, language);
  gtk_widget_set_visible (GTK_WIDGET (self->periods), tb_comparison_periods_get_n (self->periods) > 1);
  update_refusals (self);
  update_legend (self);
  tb_comparison_detail_clear (self->detail);
  gtk_stack_set_visible_child_name (self->stack, "table");
  if (self->sort_key != NULL || get_words (self) != NULL)
    start_order (self);
  update_caption (self);
}

static void
compared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TbComparisonView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TbSurvey) survey = NULL;
  g_autoptr (TbComparison) comparison = tb_comparison_job_finish (result, &survey, &error);

  /* A newer one is under way, or the view is gone. */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable || self->session == NULL)
    return;
  g_clear_object (&self->cancellable);
  show_table (self, comparison, survey);
  g_signal_emit (self, signals[SIGNAL_READY], 0);
}

static void
start (TbComparisonView *self)
{
  TbDataset *dataset = tb_session_get_dataset (self->session);
  g_auto (GStrv) ids = NULL;

  self->is_stale = FALSE;
  self->totals = tb_session_get_fields (self->session)->table_totals;
  self->is_updating = TRUE;
  gtk_toggle_button_set_active (self->totals_button, self->totals);
  self->is_updating = FALSE;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (dataset == NULL || tb_session_get_n_selected (self->session) == 0)
    {
      show_table (self, NULL, NULL);
      return;
    }
  ids = tb_session_dup_ids (self->session);
  self->cancellable = g_cancellable_new ();
  tb_comparison_job_start (dataset, (const char *const *) ids, tb_session_get_place (self->session),
                           self->has_pair ? &self->pair : NULL, self->totals, tb_session_get_language (self->session),
                           self->cancellable, compared_cb, g_object_ref (self));
}

static void
selection_changed_cb (TbComparisonView *self)
{
  self->has_pair = FALSE;
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    start (self);
}

/* Undone, done again, or read with a chart's document. */
static void
shown_changed_cb (TbComparisonView *self)
{
  if (self->totals == tb_session_get_fields (self->session)->table_totals)
    return;
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    start (self);
}

static void
totals_toggled_cb (TbComparisonView *self)
{
  if (self->is_updating || self->session == NULL)
    return;
  self->tells_totals = gtk_toggle_button_get_active (self->totals_button);
  tb_session_set_totals (self->session, self->tells_totals);
}

static void
tb_comparison_view_make (TbLatePane *pane)
{
  TbComparisonView *self = TB_COMPARISON_VIEW (pane);

  TB_LATE_PANE_CLASS (tb_comparison_view_parent_class)->make (pane);
  tb_comparison_columns_popover_set_grid (self->columns_popover, self->table);
}

static void
tb_comparison_view_map (GtkWidget *widget)
{
  TbComparisonView *self = TB_COMPARISON_VIEW (widget);

  GTK_WIDGET_CLASS (tb_comparison_view_parent_class)->map (widget);
  if (self->session != NULL && self->is_stale)
    start (self);
}

static void
pair_chosen_cb (TbComparisonView *self)
{
  self->has_pair = tb_comparison_periods_get_pair (self->periods, &self->pair);
  start (self);
}

static void
periods_filled_cb (TbComparisonView *self)
{
  g_signal_emit (self, signals[SIGNAL_READY], 0);
}

static void
tb_comparison_view_dispose (GObject *object)
{
  TbComparisonView *self = TB_COMPARISON_VIEW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->ordering != NULL)
    g_cancellable_cancel (self->ordering);
  g_clear_object (&self->ordering);
  G_OBJECT_CLASS (tb_comparison_view_parent_class)->dispose (object);
  g_clear_pointer (&self->comparison, tb_comparison_unref);
  g_clear_pointer (&self->survey, tb_survey_unref);
  g_clear_pointer (&self->sort_key, g_free);
  g_clear_object (&self->session);
}

static void
tb_comparison_view_class_init (TbComparisonViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tb_comparison_view_dispose;
  TB_LATE_PANE_CLASS (klass)->make = tb_comparison_view_make;
  widget_class->map = tb_comparison_view_map;
  g_type_ensure (TB_TYPE_COMPARISON_GRID);
  g_type_ensure (TB_TYPE_COMPARISON_PERIODS);
  g_type_ensure (TB_TYPE_COMPARISON_COLUMNS_POPOVER);
  g_type_ensure (TB_TYPE_WRAP);
  signals[SIGNAL_READY] = g_signal_new ("ready", TB_TYPE_COMPARISON_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tongbi/Tongbi/tb-comparison-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TbComparisonView, stack);
  gtk_widget_class_bind_template_child (widget_class, TbComparisonView, periods);
  gtk_widget_class_bind_template_child (widget_class, TbComparisonView, table);
  gtk_widget_class_bind_template_child (widget_class, TbComparisonView, search);
  gtk_widget_class_bind_template_child (widget_class, TbComparisonView, columns_popover);
  gtk_widget_class_bind_template_child (widget_class, TbComparisonView, caption);
  gtk_widget_class_bind_template_child (widget_class, TbComparisonView, legend);
  gtk_widget_class_bind_template_child (widget_class, TbComparisonView, totals_button);
  gtk_widget_class_bind_template_child (widget_class, TbComparisonView, refusal_banner);
  gtk_widget_class_bind_template_child (widget_class, TbComparisonView, detail);
  gtk_widget_class_bind_template_callback (widget_class, pair_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, periods_filled_cb);
  gtk_widget_class_bind_template_callback (widget_class, totals_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, cursor_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, sort_requested_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "win.copy", NULL);
}

static void
tb_comparison_view_init (TbComparisonView *self)
{
}

/**
 * tb_comparison_view_set_session:
 * @self: a comparison view
 * @session: what it shows; set once
 *
 * Gives the view its session.
 */
void
tb_comparison_view_set_session (TbComparisonView *self,
                                TbSession        *session)
{
  g_return_if_fail (TB_IS_COMPARISON_VIEW (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "shown-changed", G_CALLBACK (shown_changed_cb), self, G_CONNECT_SWAPPED);
  selection_changed_cb (self);
}

TbComparison *
tb_comparison_view_get_comparison (TbComparisonView *self)
{
  g_return_val_if_fail (TB_IS_COMPARISON_VIEW (self), NULL);

  return self->comparison;
}

/**
 * tb_comparison_view_dup_shown:
 * @self: a comparison view that shows a table
 *
 * Makes what is exported and printed: the rows and columns that are shown, in the order
 * of the screen.
 *
 * Returns: (transfer full): a table
 */
TbComparison *
tb_comparison_view_dup_shown (TbComparisonView *self)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint32));
  TbComparisonOrder *order;

  g_return_val_if_fail (TB_IS_COMPARISON_VIEW (self), NULL);

  order = tb_comparison_grid_get_order (self->table);
  for (guint i = 0; i < tb_comparison_grid_get_n_shown (self->table); i++)
    {
      guint32 column = (guint32) MAX (tb_comparison_grid_get_shown (self->table, i)->index, 0);

      if (tb_comparison_grid_get_shown (self->table, i)->index >= 0)
        g_array_append_val (columns, column);
    }
  /* No file has a table without rows or columns. */
  if (order->n == 0 || columns->len == 0)
    return tb_comparison_ref (self->comparison);
  return tb_comparison_new_of (self->comparison, order->rows, order->n, (const guint32 *) columns->data, columns->len,
                               get_words (self));
}

gboolean
tb_comparison_view_is_busy (TbComparisonView *self)
{
  g_return_val_if_fail (TB_IS_COMPARISON_VIEW (self), FALSE);

  return self->cancellable != NULL || self->ordering != NULL
         || (self->periods != NULL && tb_comparison_periods_is_busy (self->periods));
}

char *
tb_comparison_view_dup_copied (TbComparisonView *self)
{
  g_return_val_if_fail (TB_IS_COMPARISON_VIEW (self), NULL);

  return tb_comparison_clip_dup_text (self->table);
}

/**
 * tb_comparison_view_copy:
 * @self: a comparison view that shows a table
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Makes what goes to the clipboard: the selected cells, all where none is, in the
 * order shown. tb_comparison_clip_finish() gives the provider.
 */
void
tb_comparison_view_copy (TbComparisonView    *self,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autofree char *caption = NULL;

  g_return_if_fail (TB_IS_COMPARISON_VIEW (self));

  caption = dup_caption (self);
  tb_comparison_clip_start (self->table, caption, NULL, callback, user_data);
}
