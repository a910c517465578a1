/* The comparison table.
 *
 * Its widgets are made when it is first in sight.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-comparison-view-private.h"

#include "tb-comparison-clip.h"
#include "tb-comparison-detail.h"
#include "tb-comparison-job.h"
#include "tb-words-pane.h"
#include "tb-wrap.h"

/* Fewer rows are all in sight. */
#define MIN_SEARCHED_ROWS 12

G_DEFINE_FINAL_TYPE (TbComparisonView, tb_comparison_view, TB_TYPE_LATE_PANE)

enum
{
  SIGNAL_READY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

void
tb_comparison_view_emit_ready (TbComparisonView *self)
{
  g_signal_emit (self, signals[SIGNAL_READY], 0);
}

static void
cursor_changed_cb (TbComparisonView *self)
{
  tb_comparison_detail_show (self->detail, self->table);
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
  tb_comparison_view_start_order (self);
}

static void
search_changed_cb (TbComparisonView *self)
{
  if (self->session != NULL)
    tb_comparison_view_start_order (self);
}

static void
show_table (TbComparisonView    *self,
            TbComparison        *comparison,
            TbSurvey            *survey,
            const TbComparePair *further)
{
  TbLanguage language = tb_session_get_language (self->session);
  g_autoptr (TbComparisonOrder) order = NULL;

  /* Rows of the table before are not in the order of this one. */
  tb_comparison_view_drop_order (self);
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
  tb_comparison_pairs_set_comparison (self->pairs_bar, comparison, further, language);
  gtk_widget_set_visible (GTK_WIDGET (self->pairs_bar), tb_comparison_pairs_get_n_periods (self->pairs_bar) > 1);
  tb_comparison_view_update_notes (self);
  tb_comparison_detail_clear (self->detail);
  gtk_stack_set_visible_child_name (self->stack, "table");
  if (self->sort_key != NULL || tb_comparison_view_get_words (self) != NULL)
    tb_comparison_view_start_order (self);
  tb_comparison_view_update_caption (self);
  if (gtk_widget_is_focus (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
compared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TbComparisonView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TbSurvey) survey = NULL;
  gboolean has_further;
  TbComparePair further;
  g_autoptr (TbComparison) comparison = tb_comparison_job_finish (result, &survey, &further, &has_further, &error);

  /* A newer one is under way, or the view is gone. */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable || self->session == NULL)
    return;
  g_clear_object (&self->cancellable);
  show_table (self, comparison, survey, has_further ? &further : NULL);
  tb_comparison_view_emit_ready (self);
}

static void
start (TbComparisonView *self)
{
  TbDataset *dataset = tb_session_get_dataset (self->session);
  const TbChartSpecFields *fields = tb_session_get_fields (self->session);
  g_auto (GStrv) ids = NULL;

  self->is_stale = FALSE;
  self->totals = fields->table_totals;
  g_array_set_size (self->pairs, 0);
  g_array_append_vals (self->pairs, fields->table_pairs, (guint) fields->n_table_pairs);
  self->is_updating = TRUE;
  gtk_toggle_button_set_active (self->totals_button, self->totals);
  self->is_updating = FALSE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (dataset == NULL || tb_session_get_n_selected (self->session) == 0)
    {
      show_table (self, NULL, NULL, NULL);
      return;
    }
  ids = tb_session_dup_ids (self->session);
  self->cancellable = g_cancellable_new ();
  tb_comparison_job_start (dataset, (const char *const *) ids, tb_session_get_place (self->session),
                           fields->table_pairs, fields->n_table_pairs, self->totals,
                           tb_session_get_language (self->session), self->cancellable, compared_cb,
                           g_object_ref (self));
}

static void
selection_changed_cb (TbComparisonView *self)
{
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    start (self);
}

static gboolean
has_asked_pairs (TbComparisonView *self)
{
  const TbChartSpecFields *fields = tb_session_get_fields (self->session);

  if (fields->n_table_pairs != self->pairs->len)
    return FALSE;
  for (guint i = 0; i < self->pairs->len; i++)
    if (!tb_compare_pair_equal (fields->table_pairs[i], g_array_index (self->pairs, TbComparePair, i)))
      return FALSE;
  return TRUE;
}

/* Chosen, undone, done again, or read with a chart's document. */
static void
shown_changed_cb (TbComparisonView *self)
{
  if (self->totals == tb_session_get_fields (self->session)->table_totals && has_asked_pairs (self))
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
  tb_words_pane_set_up (GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (self->legend),
                                                                      GTK_TYPE_SCROLLED_WINDOW)));
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
pairs_chosen_cb (TbComparisonView *self)
{
  gsize n;
  const TbComparePair *pairs = tb_comparison_pairs_get (self->pairs_bar, &n);

  tb_session_set_pairs (self->session, pairs, n);
}

static void
periods_filled_cb (TbComparisonView *self)
{
  tb_comparison_view_emit_ready (self);
}

static void
tb_comparison_view_dispose (GObject *object)
{
  TbComparisonView *self = TB_COMPARISON_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  tb_comparison_view_drop_order (self);
  G_OBJECT_CLASS (tb_comparison_view_parent_class)->dispose (object);
  g_clear_pointer (&self->comparison, tb_comparison_unref);
  g_clear_pointer (&self->survey, tb_survey_unref);
  g_clear_pointer (&self->sort_key, g_free);
  g_clear_pointer (&self->pairs, g_array_unref);
  g_clear_object (&self->session);
}

/* Into the cells. The view keeps the focus for them while they are compared: else GTK
 * would give it to the next button. */
static gboolean
tb_comparison_view_grab_focus (GtkWidget *widget)
{
  TbComparisonView *self = TB_COMPARISON_VIEW (widget);

  if (self->cancellable == NULL)
    return self->comparison != NULL && gtk_widget_grab_focus (GTK_WIDGET (self->table));
  gtk_root_set_focus (gtk_widget_get_root (widget), widget);
  return TRUE;
}

static void
tb_comparison_view_class_init (TbComparisonViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tb_comparison_view_dispose;
  TB_LATE_PANE_CLASS (klass)->make = tb_comparison_view_make;
  widget_class->map = tb_comparison_view_map;
  widget_class->grab_focus = tb_comparison_view_grab_focus;
  g_type_ensure (TB_TYPE_COMPARISON_GRID);
  g_type_ensure (TB_TYPE_COMPARISON_PAIRS);
  g_type_ensure (TB_TYPE_COMPARISON_COLUMNS_POPOVER);
  g_type_ensure (TB_TYPE_WRAP);
  signals[SIGNAL_READY] = g_signal_new ("ready", TB_TYPE_COMPARISON_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tongbi/Tongbi/tb-comparison-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TbComparisonView, stack);
  gtk_widget_class_bind_template_child (widget_class, TbComparisonView, pairs_bar);
  gtk_widget_class_bind_template_child (widget_class, TbComparisonView, table);
  gtk_widget_class_bind_template_child (widget_class, TbComparisonView, search);
  gtk_widget_class_bind_template_child (widget_class, TbComparisonView, columns_popover);
  gtk_widget_class_bind_template_child (widget_class, TbComparisonView, caption);
  gtk_widget_class_bind_template_child (widget_class, TbComparisonView, legend);
  gtk_widget_class_bind_template_child (widget_class, TbComparisonView, totals_button);
  gtk_widget_class_bind_template_child (widget_class, TbComparisonView, refusal_banner);
  gtk_widget_class_bind_template_child (widget_class, TbComparisonView, detail);
  gtk_widget_class_bind_template_callback (widget_class, pairs_chosen_cb);
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
  self->pairs = g_array_new (FALSE, FALSE, sizeof (TbComparePair));
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
                               tb_comparison_view_get_words (self));
}

gboolean
tb_comparison_view_is_busy (TbComparisonView *self)
{
  g_return_val_if_fail (TB_IS_COMPARISON_VIEW (self), FALSE);

  return self->cancellable != NULL || self->ordering != NULL
         || (self->pairs_bar != NULL && tb_comparison_pairs_is_busy (self->pairs_bar));
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

  caption = tb_comparison_view_dup_caption (self);
  tb_comparison_clip_start (self->table, caption, callback, user_data);
}
