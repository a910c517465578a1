/* What each column of a file is: a group of rows to choose it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-import-columns.h"

#include "tb-import-row.h"
#include "tb-import-words.h"
#include "tb-row-said.h"

#include <glib/gi18n-lib.h>

/* Rows take their time to be made and laid out, so they come a few in each frame. */
#define FRAME_US 1500
#define MAX_ROWS 300

struct _TbImportColumns
{
  AdwPreferencesGroup  parent_instance;

  TbImport            *import;
  GPtrArray           *rows;        /* of AdwComboRow, with the name of a column as the title; borrowed */
  gsize                n_columns;   /* of the plan that have been gone through */
  guint                fill_id;
  gboolean             is_tight;
  gboolean             is_changing; /* rows follow another */
};

G_DEFINE_FINAL_TYPE (TbImportColumns, tb_import_columns, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static TbColumnRole
get_role (AdwComboRow *row)
{
  const TbColumnRole *roles = g_object_get_data (G_OBJECT (row), "tb-roles");

  return roles[adw_combo_row_get_selected (row)];
}

static void
set_role (AdwComboRow  *row,
          TbColumnRole  role)
{
  const TbColumnRole *roles = g_object_get_data (G_OBJECT (row), "tb-roles");
  guint n = g_list_model_get_n_items (adw_combo_row_get_model (row));

  for (guint i = 0; i < n; i++)
    {
      if (roles[i] == role)
        adw_combo_row_set_selected (row, i);
    }
}

/* Of what only one column can be, the one that was it becomes a breakdown. */
static void
role_changed_cb (AdwComboRow     *row,
                 GParamSpec      *pspec,
                 TbImportColumns *self)
{
  TbColumnRole role = get_role (row);

  if (self->is_changing)
    return;
  self->is_changing = TRUE;
  for (guint i = 0; i < self->rows->len && tb_column_role_is_single (role); i++)
    {
      AdwComboRow *other = g_ptr_array_index (self->rows, i);

      if (other != row && get_role (other) == role)
        set_role (other, TB_COLUMN_ROLE_BREAKDOWN);
    }
  self->is_changing = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
mark_doubt (AdwComboRow *row)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-question-symbolic");
  const char *reason = _("The file does not say what this is");

  gtk_widget_add_css_class (icon, "accent");
  gtk_widget_set_tooltip_text (icon, reason);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, reason, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  tb_row_set_remark (row, reason);
}

static void
add_row (TbImportColumns *self,
         gsize            i)
{
  const TbPlan *plan = tb_import_get_plan (self->import);
  const TbPlanColumn *column = tb_plan_get_column (plan, i);
  TbProfile *profile = tb_import_get_profile (self->import);
  TbColumnRole said = profile != NULL ? tb_profile_get_role (profile, column->name) : TB_COLUMN_ROLE_UNSAID;
  TbColumnRole *roles = g_new0 (TbColumnRole, TB_N_COLUMN_ROLES);
  const char *words[TB_N_COLUMN_ROLES + 1] = { NULL };
  g_autofree char *samples = column->samples != NULL ? g_strjoinv (", ", column->samples) : NULL;
  gsize n = tb_column_role_list (plan, column, roles);
  AdwComboRow *row;

  for (gsize k = 0; k < n; k++)
    words[k] = tb_column_role_word (roles[k]);
  row = tb_import_row_new (column->name, samples, words);
  g_object_set_data_full (G_OBJECT (row), "tb-roles", roles, g_free);
  set_role (row, said != TB_COLUMN_ROLE_UNSAID ? said : column->role);
  if (self->is_tight)
    tb_import_row_set_tight (row, TRUE);
  if (column->in_doubt)
    mark_doubt (row);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (role_changed_cb), self, G_CONNECT_DEFAULT);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
}

/* FALSE: there are no more. */
static gboolean
add_next (TbImportColumns *self)
{
  const TbPlan *plan = tb_import_get_plan (self->import);
  gsize i = self->n_columns++;

  if (i >= MIN (tb_plan_get_n_columns (plan), MAX_ROWS))
    return FALSE;
  /* Columns that are periods by their names are nothing else. */
  if (!tb_plan_get_column (plan, i)->is_header)
    add_row (self, i);
  return TRUE;
}

static gboolean
fill_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  TbImportColumns *self = TB_IMPORT_COLUMNS (widget);
  gint64 until = g_get_monotonic_time () + FRAME_US;
  gboolean is_more = TRUE;

  while (is_more && g_get_monotonic_time () < until)
    is_more = add_next (self);
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
  if (is_more)
    return G_SOURCE_CONTINUE;
  self->fill_id = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
tb_import_columns_grab_focus (GtkWidget *widget)
{
  TbImportColumns *self = TB_IMPORT_COLUMNS (widget);

  return self->rows->len > 0 && gtk_widget_grab_focus (g_ptr_array_index (self->rows, 0));
}

static void
tb_import_columns_dispose (GObject *object)
{
  TbImportColumns *self = TB_IMPORT_COLUMNS (object);

  if (self->fill_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->fill_id);
  self->fill_id = 0;
  g_clear_object (&self->import);
  G_OBJECT_CLASS (tb_import_columns_parent_class)->dispose (object);
}

static void
tb_import_columns_finalize (GObject *object)
{
  g_ptr_array_unref (TB_IMPORT_COLUMNS (object)->rows);
  G_OBJECT_CLASS (tb_import_columns_parent_class)->finalize (object);
}

static void
tb_import_columns_class_init (TbImportColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tb_import_columns_dispose;
  G_OBJECT_CLASS (klass)->finalize = tb_import_columns_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = tb_import_columns_grab_focus;
  /**
   * TbImportColumns::changed:
   *
   * The user has chosen what a column is.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TB_TYPE_IMPORT_COLUMNS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
tb_import_columns_init (TbImportColumns *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * tb_import_columns_fill:
 * @self: an empty group
 * @import: files that were read
 *
 * Lists the columns of the files with what they are, or were taken for.
 */
void
tb_import_columns_fill (TbImportColumns *self,
                        TbImport        *import)
{
  g_return_if_fail (self->import == NULL);

  self->import = g_object_ref (import);
  /* The first one has the focus. */
  while (self->rows->len == 0 && add_next (self))
    ;
  self->fill_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), fill_cb, NULL, NULL);
}

gboolean
tb_import_columns_is_busy (TbImportColumns *self)
{
  return self->fill_id != 0;
}

void
tb_import_columns_say (TbImportColumns *self,
                       TbProfile       *profile)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      AdwComboRow *row = g_ptr_array_index (self->rows, i);

      tb_profile_set_role (profile, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), get_role (row));
    }
}

void
tb_import_columns_set_tight (TbImportColumns *self,
                             gboolean         is_tight)
{
  self->is_tight = is_tight;
  for (guint i = 0; i < self->rows->len; i++)
    tb_import_row_set_tight (g_ptr_array_index (self->rows, i), is_tight);
}
