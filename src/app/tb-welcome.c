/* What an empty window shows: how to begin, and what comes of it by a chart of the
 * sample. Nothing of it is made before it is in sight.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-welcome.h"

#include "tb-chart-style.h"
#include "tb-export-choice.h"
#include "tb-figure-canvas.h"
#include "tb-file-name.h"
#include "tb-late-menu.h"
#include "tb-reader.h"
#include "tb-recent.h"
#include "tb-settings.h"

struct _TbWelcome
{
  TbLatePane           parent_instance;

  GMenuModel          *menu_model;
  GPtrArray           *rows;
  GtkMenuButton       *menu_button;    /* nullable, as the others: not made yet */
  AdwStatusPage       *status_page;
  AdwPreferencesGroup *recent_group;
  GtkWidget           *sample_button;
  TbFigureCanvas      *sample_picture;

  TbDataset           *sample;         /* nullable */
  GCancellable        *reading;        /* nullable */
  guint                read_id;
};

G_DEFINE_FINAL_TYPE (TbWelcome, tb_welcome, TB_TYPE_LATE_PANE)

enum
{
  PROP_0,
  PROP_MENU_MODEL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

#define MAX_SHOWN 4

#define SAMPLE_WIDTH 520.0
#define SAMPLE_HEIGHT 290.0

/* A window that a file is opened in leaves this page sooner. */
#define READ_AFTER_MS 250

static GtkWidget *
new_row (const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autofree char *name = tb_file_dup_name (file);
  g_autofree char *place = tb_file_dup_place (file);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_widget_set_tooltip_text (row, place);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-uri");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", uri);
  return row;
}

static void
draw_sample (TbWelcome *self)
{
  char *ids[] = { (char *) TB_WELCOME_INDICATOR, NULL };
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;
  g_autoptr (TbChartSpec) spec = NULL;

  if (self->sample == NULL)
    return;
  fields.indicators = ids;
  fields.language = tb_export_choice_figure_language (tb_settings_language ());
  fields.style = tb_chart_style_for_screen ();
  fields.width = SAMPLE_WIDTH;
  fields.height = SAMPLE_HEIGHT;
  tb_export_choice_apply_preferences (&fields);
  spec = tb_chart_spec_new (&fields);
  tb_figure_canvas_set_chart (self->sample_picture, self->sample, spec, TRUE, TRUE);
}

static void
setting_changed_cb (TbWelcome  *self,
                    const char *key)
{
  if (tb_export_choice_is_preference (key))
    draw_sample (self);
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  g_autoptr (TbProblems) problems = tb_problems_new (data);
  g_autoptr (GError) error = NULL;
  TbDataset *sample = tb_reader_read_file (data, NULL, problems, NULL, NULL, cancellable, &error);

  g_task_return_pointer (task, sample, (GDestroyNotify) tb_dataset_unref);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (TbWelcome) self = user_data;
  TbDataset *sample = g_task_propagate_pointer (G_TASK (result), NULL);

  g_clear_object (&self->reading);
  if (self->sample_picture == NULL || sample == NULL)
    {
      g_clear_pointer (&sample, tb_dataset_unref);
      return;
    }
  self->sample = sample;
  draw_sample (self);
}

static void
read_sample (gpointer data)
{
  TbWelcome *self = data;
  g_autoptr (GFile) file = tb_settings_dup_sample ();
  g_autoptr (GTask) task = NULL;

  self->read_id = 0;
  if (file == NULL)
    return;
  self->reading = g_cancellable_new ();
  task = g_task_new (NULL, self->reading, read_cb, g_object_ref (self));
  g_task_set_static_name (task, "[tongbi] sample");
  g_task_set_task_data (task, g_file_get_path (file), g_free);
  g_task_run_in_thread (task, read_in_thread);
}

static void
tb_welcome_make (TbLatePane *pane)
{
  TbWelcome *self = TB_WELCOME (pane);
  AdwStyleManager *manager = adw_style_manager_get_default ();

  TB_LATE_PANE_CLASS (tb_welcome_parent_class)->make (pane);
  tb_late_menu_set (self->menu_button, self->menu_model);
  adw_status_page_set_icon_name (self->status_page, APPLICATION_ID);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (draw_sample), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (draw_sample), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tb_settings_get (), "changed", G_CALLBACK (setting_changed_cb), self, G_CONNECT_SWAPPED);
  tb_welcome_update (self);
}

static void
tb_welcome_map (GtkWidget *widget)
{
  TbWelcome *self = TB_WELCOME (widget);

  GTK_WIDGET_CLASS (tb_welcome_parent_class)->map (widget);
  if (self->sample == NULL && self->reading == NULL && self->read_id == 0)
    self->read_id = g_timeout_add_once (READ_AFTER_MS, read_sample, self);
}

static void
tb_welcome_unmap (GtkWidget *widget)
{
  TbWelcome *self = TB_WELCOME (widget);

  g_clear_handle_id (&self->read_id, g_source_remove);
  g_cancellable_cancel (self->reading);
  GTK_WIDGET_CLASS (tb_welcome_parent_class)->unmap (widget);
}

static void
tb_welcome_set_property (GObject      *object,
                         guint         id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  if (id == PROP_MENU_MODEL)
    g_set_object (&TB_WELCOME (object)->menu_model, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tb_welcome_dispose (GObject *object)
{
  TbWelcome *self = TB_WELCOME (object);

  g_clear_handle_id (&self->read_id, g_source_remove);
  g_cancellable_cancel (self->reading);
  g_clear_pointer (&self->sample, tb_dataset_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (tb_welcome_parent_class)->dispose (object);
  g_clear_object (&self->menu_model);
}

static void
tb_welcome_class_init (TbWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tb_welcome_dispose;
  G_OBJECT_CLASS (klass)->set_property = tb_welcome_set_property;
  properties[PROP_MENU_MODEL] = g_param_spec_object ("menu-model", NULL, NULL, G_TYPE_MENU_MODEL,
                                                     G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  TB_LATE_PANE_CLASS (klass)->make = tb_welcome_make;
  widget_class->map = tb_welcome_map;
  widget_class->unmap = tb_welcome_unmap;
  g_type_ensure (TB_TYPE_FIGURE_CANVAS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tongbi/Tongbi/tb-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, TbWelcome, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TbWelcome, status_page);
  gtk_widget_class_bind_template_child (widget_class, TbWelcome, recent_group);
  gtk_widget_class_bind_template_child (widget_class, TbWelcome, sample_button);
  gtk_widget_class_bind_template_child (widget_class, TbWelcome, sample_picture);
}

static void
tb_welcome_init (TbWelcome *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * tb_welcome_update:
 * @self: a welcome page
 *
 * Lists the recent files anew.
 */
void
tb_welcome_update (TbWelcome *self)
{
  g_auto (GStrv) uris = NULL;
  g_autoptr (GFile) sample = NULL;

  if (self->status_page == NULL)
    return;
  uris = tb_recent_dup_uris (MAX_SHOWN);
  sample = tb_settings_dup_sample ();
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->recent_group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (gsize i = 0; uris[i] != NULL; i++)
    {
      GtkWidget *row = new_row (uris[i]);

      adw_preferences_group_add (self->recent_group, row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->recent_group), uris[0] != NULL);
  gtk_widget_set_visible (self->sample_button, sample != NULL);
}

gboolean
tb_welcome_is_busy (TbWelcome *self)
{
  g_return_val_if_fail (TB_IS_WELCOME (self), FALSE);

  return self->read_id != 0 || self->reading != NULL
         || (self->sample_picture != NULL && tb_figure_canvas_is_busy (self->sample_picture));
}
