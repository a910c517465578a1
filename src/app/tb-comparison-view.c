/* The comparison table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-comparison-view.h"

#include "tb-comparison-columns.h"
#include "tb-comparison-copy.h"
#include "tb-comparison-job.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _TbComparisonView
{
  AdwBin              parent_instance;

  TbSession          *session;
  TbComparisonModel  *model;
  GtkMultiSelection  *rows;
  GCancellable       *cancellable;  /* of the comparison under way */
  gboolean            is_stale;     /* the selection changed while the view was not in sight */
  gboolean            is_filling;   /* the choosers are being filled by us */
  gboolean            has_change;   /* the table compares; else the choosers begin with a blank */
  gboolean            has_pair;     /* the user chose */
  TbComparePair       pair;
  TbComparePair       shown;        /* what the table compares, where it does */
  GArray             *periods;      /* TbPeriod, those of the choosers */
  GtkWindow          *window;       /* whose focus is watched; not owned */

  GtkStack           *stack;
  GtkWidget          *compare_bar;
  GtkDropDown        *base_dropdown;
  GtkDropDown        *current_dropdown;
  GtkColumnView      *table;
  GtkLabel           *refusal_note;
  AdwBanner          *refusal_banner;
  GtkLabel           *detail;
};

G_DEFINE_FINAL_TYPE (TbComparisonView, tb_comparison_view, ADW_TYPE_BIN)

enum
{
  SIGNAL_READY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void start (TbComparisonView *self);

static guint
find_period (TbComparisonView *self,
             TbPeriod          period)
{
  for (guint i = 0; i < self->periods->len; i++)
    if (tb_period_equal (g_array_index (self->periods, TbPeriod, i), period))
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
collect_periods (TbComparisonView   *self,
                 const TbComparison *comparison)
{
  g_array_set_size (self->periods, 0);
  for (gsize i = 0; i < tb_comparison_get_n_columns (comparison); i++)
    {
      const TbColumn *column = tb_comparison_get_column (comparison, i);

      if (column->kind == TB_COLUMN_FIGURE && tb_period_is_dated (column->period)
          && find_period (self, column->period) == GTK_INVALID_LIST_POSITION)
        g_array_append_val (self->periods, column->period);
    }
}

static const TbColumn *
find_change (const TbComparison *comparison)
{
  for (gsize i = 0; i < tb_comparison_get_n_columns (comparison); i++)
    {
      const TbColumn *column = tb_comparison_get_column (comparison, i);

      if (column->kind == TB_COLUMN_ABSOLUTE)
        return column;
    }
  return NULL;
}

static GListModel *
new_period_names (TbComparisonView *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  if (!self->has_change)
    /* Translators: in place of a period, where none is chosen yet */
    gtk_string_list_append (names, _("Choose…"));
  for (guint i = 0; i < self->periods->len; i++)
    gtk_string_list_take (names, tb_period_label (g_array_index (self->periods, TbPeriod, i),
                                                  tb_session_get_language (self->session), TB_PERIOD_LABEL_FULL));
  return G_LIST_MODEL (names);
}

static void
fill_choosers (TbComparisonView   *self,
               const TbComparison *comparison)
{
  const TbColumn *change = find_change (comparison);
  g_autoptr (GListModel) names = NULL;

  collect_periods (self, comparison);
  self->has_change = change != NULL;
  if (change != NULL)
    self->shown = (TbComparePair) { change->base, change->period };
  names = new_period_names (self);
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->base_dropdown, names);
  gtk_drop_down_set_model (self->current_dropdown, names);
  gtk_drop_down_set_selected (self->base_dropdown, change != NULL ? find_period (self, change->base) : 0);
  gtk_drop_down_set_selected (self->current_dropdown, change != NULL ? find_period (self, change->period) : 0);
  self->is_filling = FALSE;
  gtk_widget_set_visible (self->compare_bar, self->periods->len > 1);
}

/* Says above the table why figures are not compared: aside where some rows are,
 * in a banner where none is. */
static void
update_refusals (TbComparisonView *self,
                 const TbRefusals *refusals)
{
  g_autofree char *text = NULL;
  gboolean is_whole = refusals->n_refused == refusals->n_rows;

  if (!self->has_change && self->periods->len > 1)
    text = g_strdup (_("No two of these figures can be compared as they are. Choose two periods to read why."));
  else if (self->has_change)
    text = tb_refusals_dup_text (refusals, tb_session_get_language (self->session));
  adw_banner_set_title (self->refusal_banner, text != NULL && is_whole ? text : "");
  adw_banner_set_revealed (self->refusal_banner, text != NULL && is_whole);
  gtk_label_set_text (self->refusal_note, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal_note), text != NULL && !is_whole);
}

/* The first of several lines names the row. */
static void
embolden_title (GtkLabel   *label,
                const char *text)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  const char *end = text != NULL ? strchr (text, '\n') : NULL;

  if (end != NULL)
    {
      PangoAttribute *weight = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      weight->start_index = 0;
      weight->end_index = (guint) (end - text);
      pango_attr_list_insert (attributes, weight);
    }
  gtk_label_set_attributes (label, attributes);
}

static void
set_detail (TbComparisonView *self,
            const char       *text)
{
  embolden_title (self->detail, text);
  gtk_label_set_text (self->detail, text != NULL ? text : _("Go to a row or a cell to read what it says."));
  if (text != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->detail), "dimmed");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->detail), "dimmed");
}

/* What has the focus is told below the table, and stays until something else of
 * the table has it, so that it can be read and copied. */
static void
focus_changed_cb (TbComparisonView *self)
{
  GtkWidget *focus = gtk_window_get_focus (self->window);
  TbComparison *comparison = self->model != NULL ? tb_comparison_model_get_comparison (self->model) : NULL;
  g_autofree char *text = NULL;
  gsize row;
  int column;

  if (focus == NULL || comparison == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->table))
      || !tb_comparison_columns_find (focus, &row, &column) || row >= tb_comparison_get_n_rows (comparison)
      || column >= (int) tb_comparison_get_n_columns (comparison))
    return;
  text = tb_comparison_words_dup_detail (comparison, row, column, tb_session_get_language (self->session));
  set_detail (self, text);
}

static void
compared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TbComparisonView) self = user_data;
  g_autoptr (GError) error = NULL;
  TbRefusals refusals;
  g_autoptr (TbComparison) comparison = tb_comparison_job_finish (result, &refusals, &error);

  /* A newer one is under way, or the view is gone. */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable || self->session == NULL)
    return;
  g_clear_object (&self->cancellable);
  if (comparison == NULL)
    {
      tb_comparison_model_set_comparison (self->model, NULL);
      gtk_stack_set_visible_child_name (self->stack, "empty");
    }
  else
    {
      tb_comparison_model_set_comparison (self->model, NULL);
      tb_comparison_columns_build (self->table, comparison, tb_session_get_language (self->session));
      tb_comparison_model_set_comparison (self->model, comparison);
      fill_choosers (self, comparison);
      update_refusals (self, &refusals);
      set_detail (self, NULL);
      gtk_stack_set_visible_child_name (self->stack, "table");
    }
  g_signal_emit (self, signals[SIGNAL_READY], 0);
}

static void
start (TbComparisonView *self)
{
  TbDataset *dataset = tb_session_get_dataset (self->session);
  g_auto (GStrv) ids = NULL;

  self->is_stale = FALSE;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (dataset == NULL || tb_session_get_n_selected (self->session) == 0)
    {
      tb_comparison_model_set_comparison (self->model, NULL);
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }
  ids = tb_session_dup_ids (self->session);
  self->cancellable = g_cancellable_new ();
  tb_comparison_job_start (dataset, (const char *const *) ids, tb_session_get_place (self->session),
                           self->has_pair ? &self->pair : NULL, self->cancellable, compared_cb, g_object_ref (self));
}

static void
selection_changed_cb (TbComparisonView *self)
{
  self->has_pair = FALSE;
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    start (self);
}

/* A view never moves to another window. */
static void
watch_focus (TbComparisonView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->window != NULL || !GTK_IS_WINDOW (root))
    return;
  self->window = GTK_WINDOW (root);
  g_signal_connect_object (root, "notify::focus-widget", G_CALLBACK (focus_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
map_cb (TbComparisonView *self)
{
  watch_focus (self);
  if (self->session != NULL && self->is_stale)
    start (self);
}

/* A period is not compared with itself: the other chooser takes what this one
 * had before. */
static void
keep_apart (TbComparisonView *self,
            GtkDropDown      *changed)
{
  gboolean is_base = changed == self->base_dropdown;
  GtkDropDown *other = is_base ? self->current_dropdown : self->base_dropdown;

  self->is_filling = TRUE;
  gtk_drop_down_set_selected (other, find_period (self, is_base ? self->shown.base : self->shown.current));
  self->is_filling = FALSE;
}

static void
pair_changed_cb (GtkDropDown      *dropdown,
                 GParamSpec       *pspec,
                 TbComparisonView *self)
{
  guint base, current;
  guint n_blank = self->has_change ? 0 : 1;

  if (self->is_filling)
    return;
  if (self->has_change
      && gtk_drop_down_get_selected (self->base_dropdown) == gtk_drop_down_get_selected (self->current_dropdown))
    keep_apart (self, dropdown);
  base = gtk_drop_down_get_selected (self->base_dropdown);
  current = gtk_drop_down_get_selected (self->current_dropdown);
  if (base == current || base < n_blank || current < n_blank || base - n_blank >= self->periods->len
      || current - n_blank >= self->periods->len)
    return;
  self->has_pair = TRUE;
  self->pair.base = g_array_index (self->periods, TbPeriod, base - n_blank);
  self->pair.current = g_array_index (self->periods, TbPeriod, current - n_blank);
  start (self);
}

static void
sorter_changed_cb (TbComparisonView *self,
                   GtkSorterChange   change,
                   GtkSorter        *sorter)
{
  GtkColumnViewSorter *of_view = GTK_COLUMN_VIEW_SORTER (sorter);
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (of_view);
  gboolean descending = gtk_column_view_sorter_get_primary_sort_order (of_view) == GTK_SORT_DESCENDING;
  int index = TB_COMPARISON_UNSORTED;

  if (column != NULL)
    index = tb_comparison_columns_get (column);
  if (column != NULL && index == TB_COLUMN_OF_NAMES)
    index = TB_COMPARISON_BY_NAME;
  /* A table that is being destroyed lets go of its columns one by one. */
  if (self->model != NULL)
    tb_comparison_model_sort (self->model, index, descending);
}

static void
tb_comparison_view_dispose (GObject *object)
{
  TbComparisonView *self = TB_COMPARISON_VIEW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  /* Else the bin would let go of a child that the template has freed. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TB_TYPE_COMPARISON_VIEW);
  g_clear_object (&self->rows);
  g_clear_object (&self->model);
  g_clear_object (&self->session);
  g_clear_pointer (&self->periods, g_array_unref);
  G_OBJECT_CLASS (tb_comparison_view_parent_class)->dispose (object);
}

static void
tb_comparison_view_class_init (TbComparisonViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tb_comparison_view_dispose;
  signals[SIGNAL_READY] = g_signal_new ("ready", TB_TYPE_COMPARISON_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tongbi/Tongbi/tb-comparison-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TbComparisonView, stack);
  gtk_widget_class_bind_template_child (widget_class, TbComparisonView, compare_bar);
  gtk_widget_class_bind_template_child (widget_class, TbComparisonView, base_dropdown);
  gtk_widget_class_bind_template_child (widget_class, TbComparisonView, current_dropdown);
  gtk_widget_class_bind_template_child (widget_class, TbComparisonView, table);
  gtk_widget_class_bind_template_child (widget_class, TbComparisonView, refusal_note);
  gtk_widget_class_bind_template_child (widget_class, TbComparisonView, refusal_banner);
  gtk_widget_class_bind_template_child (widget_class, TbComparisonView, detail);
  gtk_widget_class_bind_template_callback (widget_class, pair_changed_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "win.copy", NULL);
}

static void
tb_comparison_view_init (TbComparisonView *self)
{
  self->periods = g_array_new (FALSE, FALSE, sizeof (TbPeriod));
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self, "map", G_CALLBACK (map_cb), self, G_CONNECT_SWAPPED);
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
  self->model = tb_comparison_model_new (tb_session_get_language (session));
  self->rows = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->rows));
  tb_comparison_columns_set_rows (self->table, tb_session_get_language (session));
  g_signal_connect_object (gtk_column_view_get_sorter (self->table), "changed", G_CALLBACK (sorter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  selection_changed_cb (self);
}

TbComparison *
tb_comparison_view_get_comparison (TbComparisonView *self)
{
  g_return_val_if_fail (TB_IS_COMPARISON_VIEW (self), NULL);

  return tb_comparison_model_get_comparison (self->model);
}

gboolean
tb_comparison_view_is_busy (TbComparisonView *self)
{
  g_return_val_if_fail (TB_IS_COMPARISON_VIEW (self), FALSE);

  return self->cancellable != NULL;
}

/**
 * tb_comparison_view_get_n_copied:
 * @self: a comparison view
 *
 * Counts the rows that a copy would hold: the selected ones, all where none is.
 *
 * Returns: how many
 */
gsize
tb_comparison_view_get_n_copied (TbComparisonView *self)
{
  g_autoptr (GtkBitset) selected = NULL;

  g_return_val_if_fail (TB_IS_COMPARISON_VIEW (self), 0);

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->rows));
  if (gtk_bitset_is_empty (selected))
    return g_list_model_get_n_items (G_LIST_MODEL (self->model));
  return (gsize) gtk_bitset_get_size (selected);
}

/**
 * tb_comparison_view_copy:
 * @self: a comparison view that shows a table
 *
 * Makes what goes to the clipboard: the selected rows, all where none is, in
 * the order shown.
 *
 * Returns: (transfer full): a new provider
 */
GdkContentProvider *
tb_comparison_view_copy (TbComparisonView *self)
{
  g_autoptr (GtkBitset) selected = NULL;
  g_autofree gsize *rows = NULL;
  guint n_shown;
  gsize n = 0;

  g_return_val_if_fail (TB_IS_COMPARISON_VIEW (self), NULL);

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->rows));
  n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  rows = g_new (gsize, MAX (n_shown, 1));
  for (guint i = 0; i < n_shown; i++)
    if (gtk_bitset_is_empty (selected) || gtk_bitset_contains (selected, i))
      rows[n++] = tb_comparison_model_get_row (self->model, i);
  return tb_comparison_copy_provider (tb_comparison_model_get_comparison (self->model), rows, n,
                                      tb_session_get_language (self->session));
}
