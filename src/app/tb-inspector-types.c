/* The types of chart as pictures.
 *
 * One that does not fit stays in reach of pointer and keyboard, so that its reason
 * is read: below the pictures, in a tooltip, and by screen readers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-inspector-types.h"

#include "tb-chart-words.h"

#include <glib/gi18n-lib.h>

struct _TbInspectorTypes
{
  TbInspectorGroup  parent_instance;

  GtkWidget        *tiles[TB_N_CHART_TYPES];

  AdwSwitchRow     *automatic_row;
  GtkFlowBox       *grid;
  GtkLabel         *reason;
};

G_DEFINE_FINAL_TYPE (TbInspectorTypes, tb_inspector_types, TB_TYPE_INSPECTOR_GROUP)

/* What shows development first, then comparison, parts, and many at once. */
static const TbChartType order[] = {
  TB_CHART_COLUMN,        TB_CHART_LINE,          TB_CHART_GROWTH,  TB_CHART_YEAR_TO_DATE, TB_CHART_CUMULATIVE_DISCRETE,
  TB_CHART_STOCK_FLOW,    TB_CHART_PREVIOUS_YEAR, TB_CHART_PLAN,    TB_CHART_BULLET,       TB_CHART_TARGET_PATH,
  TB_CHART_SLOPE,         TB_CHART_DUMBBELL,      TB_CHART_BAR,     TB_CHART_STACKED,      TB_CHART_STACKED_SHARE,
  TB_CHART_WATERFALL,     TB_CHART_SMALL_MULTIPLES, TB_CHART_SPARKLINE,
};

G_STATIC_ASSERT (G_N_ELEMENTS (order) == TB_N_CHART_TYPES);

static TbChartType
get_type_of (GtkFlowBoxChild *tile)
{
  return order[gtk_flow_box_child_get_index (tile)];
}

static const char *
get_misfit (TbInspectorTypes *self,
            TbChartType       type)
{
  const TbInspectorFacts *facts = tb_inspector_group_get_facts (TB_INSPECTOR_GROUP (self));

  return facts != NULL ? facts->type_misfits[type] : NULL;
}

static TbChartType
get_current (TbInspectorTypes *self)
{
  TbSession *session = tb_inspector_group_get_session (TB_INSPECTOR_GROUP (self));
  const TbInspectorFacts *facts = tb_inspector_group_get_facts (TB_INSPECTOR_GROUP (self));

  if (facts != NULL && tb_session_has_automatic_type (session))
    return facts->picture->suggested;
  return tb_session_get_fields (session)->type;
}

/* "Slope chart: it takes two periods" */
static void
tell_reason (TbInspectorTypes *self,
             TbChartType       type)
{
  TbSession *session = tb_inspector_group_get_session (TB_INSPECTOR_GROUP (self));
  const char *misfit = get_misfit (self, type);
  g_autofree char *text = NULL;

  if (misfit != NULL)
    /* Translators: a type of chart, and why it does not fit */
    text = g_strdup_printf (_("%s: %s"), tb_chart_type_word (type, tb_session_get_language (session)), misfit);
  gtk_label_set_text (self->reason, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), text != NULL);
}

static void
activated_cb (TbInspectorTypes *self,
              GtkFlowBoxChild  *tile)
{
  TbSession *session = tb_inspector_group_get_session (TB_INSPECTOR_GROUP (self));
  TbChartType type = get_type_of (tile);

  tell_reason (self, type);
  if (get_misfit (self, type) == NULL)
    tb_session_set_chart_type (session, (int) type);
  else
    gtk_accessible_announce (GTK_ACCESSIBLE (self), get_misfit (self, type),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
focused_cb (GtkEventController *controller,
            TbInspectorTypes   *self)
{
  tell_reason (self, get_type_of (GTK_FLOW_BOX_CHILD (gtk_event_controller_get_widget (controller))));
}

static void
automatic_cb (TbInspectorTypes *self)
{
  TbSession *session = tb_inspector_group_get_session (TB_INSPECTOR_GROUP (self));

  if (!tb_inspector_group_is_listening (TB_INSPECTOR_GROUP (self)))
    return;
  tb_session_set_chart_type (session, adw_switch_row_get_active (self->automatic_row) ? -1 : (int) get_current (self));
}

static void
update_tile (TbInspectorTypes *self,
             TbChartType       type)
{
  GtkWidget *tile = self->tiles[type];
  const char *misfit = get_misfit (self, type);
  gboolean is_current = type == get_current (self);
  TbSession *session = tb_inspector_group_get_session (TB_INSPECTOR_GROUP (self));
  const char *title = tb_chart_type_word (type, tb_session_get_language (session));

  gtk_label_set_text (GTK_LABEL (g_object_get_data (G_OBJECT (tile), "tb-title")), title);
  gtk_widget_set_tooltip_text (tile, misfit);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tile), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, misfit != NULL ? misfit : "", -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (tile), GTK_ACCESSIBLE_STATE_DISABLED, misfit != NULL,
                               GTK_ACCESSIBLE_STATE_SELECTED, is_current, -1);
  if (misfit != NULL)
    gtk_widget_add_css_class (tile, "misfit");
  else
    gtk_widget_remove_css_class (tile, "misfit");
  if (is_current)
    gtk_widget_add_css_class (tile, "current");
  else
    gtk_widget_remove_css_class (tile, "current");
}

static void
tb_inspector_types_update (TbInspectorGroup       *group,
                           const TbInspectorFacts *facts)
{
  TbInspectorTypes *self = TB_INSPECTOR_TYPES (group);

  adw_switch_row_set_active (self->automatic_row,
                             tb_session_has_automatic_type (tb_inspector_group_get_session (group)));
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    update_tile (self, order[i]);
}

static void
add_tile (TbInspectorTypes *self,
          TbChartType       type)
{
  GtkWidget *tile = gtk_flow_box_child_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *icon_name = g_strdup_printf ("tb-chart-%s-symbolic", tb_chart_type_get_name (type));
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);
  GtkWidget *title = gtk_label_new (NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 24);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (title), GTK_JUSTIFY_CENTER);
  gtk_label_set_width_chars (GTK_LABEL (title), 9);
  gtk_label_set_max_width_chars (GTK_LABEL (title), 9);
  gtk_widget_add_css_class (title, "caption");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), title);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (tile), box);
  gtk_widget_add_css_class (tile, "type-tile");
  g_object_set_data (G_OBJECT (tile), "tb-title", title);
  g_signal_connect_object (focus, "enter", G_CALLBACK (focused_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (tile, focus);
  gtk_flow_box_append (self->grid, tile);
  self->tiles[type] = tile;
}

/* At the picture of the type that is shown. Not by grabbing it: the box would not know
 * where its cursor is. */
static gboolean
focus_current (TbInspectorTypes *self)
{
  return gtk_widget_child_focus (self->tiles[get_current (self)], GTK_DIR_TAB_FORWARD);
}

static gboolean
tb_inspector_types_grab_focus (GtkWidget *widget)
{
  return focus_current (TB_INSPECTOR_TYPES (widget));
}

/* The pictures are one stop of Tab, at the one that is shown; arrows go from one to another. */
static gboolean
tb_inspector_types_focus (GtkWidget        *widget,
                          GtkDirectionType  direction)
{
  TbInspectorTypes *self = TB_INSPECTOR_TYPES (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  gboolean is_within = focus != NULL && gtk_widget_is_ancestor (focus, widget);
  gboolean is_at_tile = is_within && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->grid));

  if (direction == GTK_DIR_TAB_FORWARD && is_at_tile)
    return FALSE;
  if (direction == GTK_DIR_TAB_BACKWARD && is_at_tile)
    return gtk_widget_child_focus (GTK_WIDGET (self->automatic_row), direction);
  if ((direction == GTK_DIR_TAB_FORWARD && is_within) || (direction == GTK_DIR_TAB_BACKWARD && !is_within))
    return focus_current (self);
  return GTK_WIDGET_CLASS (tb_inspector_types_parent_class)->focus (widget, direction);
}

static void
tb_inspector_types_class_init (TbInspectorTypesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->focus = tb_inspector_types_focus;
  widget_class->grab_focus = tb_inspector_types_grab_focus;
  TB_INSPECTOR_GROUP_CLASS (klass)->update = tb_inspector_types_update;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tongbi/Tongbi/tb-inspector-types.ui");
  gtk_widget_class_bind_template_child (widget_class, TbInspectorTypes, automatic_row);
  gtk_widget_class_bind_template_child (widget_class, TbInspectorTypes, grid);
  gtk_widget_class_bind_template_child (widget_class, TbInspectorTypes, reason);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, automatic_cb);
}

static void
tb_inspector_types_init (TbInspectorTypes *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    add_tile (self, order[i]);
}

GtkWidget *
tb_inspector_types_get_tile (TbInspectorTypes *self,
                             TbChartType       type)
{
  g_return_val_if_fail (TB_IS_INSPECTOR_TYPES (self), NULL);

  return self->tiles[type];
}
