/* The widget of the comparison table: its properties, scrolling and signals.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-comparison-grid-private.h"

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  SIGNAL_CURSOR_CHANGED,
  SIGNAL_SORT_REQUESTED,
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (TbComparisonGrid, tb_comparison_grid, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static void
scrolled_cb (TbComparisonGrid *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
set_adjustment (TbComparisonGrid *self,
                GtkOrientation    orientation,
                GtkAdjustment    *adjustment)
{
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], scrolled_cb, self);
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  g_object_ref_sink (adjustment);
  g_clear_object (&self->adjustments[orientation]);
  self->adjustments[orientation] = adjustment;
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
tb_comparison_grid_get_property (GObject    *object,
                                 guint       property,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  TbComparisonGrid *self = TB_COMPARISON_GRID (object);

  switch (property)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[property - PROP_HADJUSTMENT]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, (int) self->policies[property - PROP_HSCROLL_POLICY]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
tb_comparison_grid_set_property (GObject      *object,
                                 guint         property,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  TbComparisonGrid *self = TB_COMPARISON_GRID (object);

  switch (property)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      set_adjustment (self, (GtkOrientation) (property - PROP_HADJUSTMENT), g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      self->policies[property - PROP_HSCROLL_POLICY] = (guint) g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
tb_comparison_grid_system_setting_changed (GtkWidget        *widget,
                                           GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (tb_comparison_grid_parent_class)->system_setting_changed (widget, setting);
  tb_comparison_grid_remeasure (TB_COMPARISON_GRID (widget));
}

static void
tb_comparison_grid_direction_changed (GtkWidget        *widget,
                                      GtkTextDirection  before)
{
  GTK_WIDGET_CLASS (tb_comparison_grid_parent_class)->direction_changed (widget, before);
  gtk_widget_queue_allocate (widget);
}

static void
tb_comparison_grid_dispose (GObject *object)
{
  TbComparisonGrid *self = TB_COMPARISON_GRID (object);

  g_clear_handle_id (&self->finish_source, g_source_remove);
  g_clear_handle_id (&self->place_source, g_source_remove);
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    {
      if (self->adjustments[i] != NULL)
        g_signal_handlers_disconnect_by_func (self->adjustments[i], scrolled_cb, self);
      g_clear_object (&self->adjustments[i]);
    }
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->rows, i));
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->header, gtk_widget_unparent);
  G_OBJECT_CLASS (tb_comparison_grid_parent_class)->dispose (object);
}

static void
tb_comparison_grid_finalize (GObject *object)
{
  TbComparisonGrid *self = TB_COMPARISON_GRID (object);

  tb_grid_geometry_clear (&self->geometry);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->survey, tb_survey_unref);
  g_clear_pointer (&self->table.comparison, tb_comparison_unref);
  g_clear_pointer (&self->order, tb_comparison_order_unref);
  g_clear_pointer (&self->hidden, g_hash_table_unref);
  g_clear_pointer (&self->sizes, g_hash_table_unref);
  g_free (self->sort_key);
  G_OBJECT_CLASS (tb_comparison_grid_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
install_signals (void)
{
  signals[SIGNAL_CURSOR_CHANGED] = g_signal_new ("cursor-changed", TB_TYPE_COMPARISON_GRID, G_SIGNAL_RUN_LAST, 0, NULL,
                                                 NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SORT_REQUESTED] = g_signal_new ("sort-requested", TB_TYPE_COMPARISON_GRID, G_SIGNAL_RUN_LAST, 0, NULL,
                                                 NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TB_TYPE_COMPARISON_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
tb_comparison_grid_class_init (TbComparisonGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tb_comparison_grid_get_property;
  object_class->set_property = tb_comparison_grid_set_property;
  object_class->dispose = tb_comparison_grid_dispose;
  object_class->finalize = tb_comparison_grid_finalize;
  widget_class->measure = tb_comparison_grid_measure;
  widget_class->size_allocate = tb_comparison_grid_size_allocate;
  widget_class->snapshot = tb_comparison_grid_snapshot;
  widget_class->focus = tb_comparison_grid_focus;
  widget_class->grab_focus = tb_comparison_grid_grab_focus;
  widget_class->query_tooltip = tb_comparison_grid_query_tooltip;
  widget_class->system_setting_changed = tb_comparison_grid_system_setting_changed;
  widget_class->direction_changed = tb_comparison_grid_direction_changed;
  install_properties (object_class);
  install_signals ();
  gtk_widget_class_set_css_name (widget_class, "comparisongrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  tb_comparison_grid_class_bind_keys (widget_class);
  tb_comparison_grid_class_install_actions (widget_class);
}

static void
tb_comparison_grid_init (TbComparisonGrid *self)
{
  self->hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->sizes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->rows = g_ptr_array_new ();
  self->resized = self->hovered = -1;
  tb_grid_geometry_init (&self->geometry);
  self->header = tb_grid_header_new (&self->geometry);
  gtk_widget_set_parent (self->header, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  tb_comparison_grid_watch_pointer (self);
}

void
tb_comparison_grid_emit_sort (TbComparisonGrid *self,
                              const char       *key,
                              gboolean          descending)
{
  g_autofree char *wanted = g_strdup (key);

  /* At once, so that a second click finds what the first one asked for. */
  g_free (self->sort_key);
  self->sort_key = g_strdup (wanted);
  self->is_descending = descending;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_SORT_REQUESTED], 0, wanted, descending);
}

void
tb_comparison_grid_emit_cursor (TbComparisonGrid *self)
{
  g_signal_emit (self, signals[SIGNAL_CURSOR_CHANGED], 0);
}

void
tb_comparison_grid_emit_changed (TbComparisonGrid *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
