/* A row of the sidebar: one indicator.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-indicator-row.h"

#include "tb-sparkline.h"

#include <glib/gi18n-lib.h>

struct _TbIndicatorRow
{
  GtkWidget        parent_instance;

  TbIndicatorItem *item;
  GBinding        *check_binding;
  GtkCheckButton  *check;
};

G_DEFINE_FINAL_TYPE (TbIndicatorRow, tb_indicator_row, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_ITEM,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
set_item (TbIndicatorRow  *self,
          TbIndicatorItem *item)
{
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  if (!g_set_object (&self->item, item))
    return;
  /* Without this, a row that goes out of sight would take its indicator out
   * of the selection with it. */
  g_clear_pointer (&self->check_binding, g_binding_unbind);
  if (item != NULL)
    {
      self->check_binding = g_object_bind_property (item, "selected", self->check, "active",
                                                    G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
      g_object_get (item, "name", &name, NULL);
      /* Translators: told by screen readers for the check box of a row; %s is the name of an indicator */
      label = g_strdup_printf (_("Show %s"), name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}

static void
tb_indicator_row_get_property (GObject    *object,
                               guint       property,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (property)
    {
    case PROP_ITEM:
      g_value_set_object (value, TB_INDICATOR_ROW (object)->item);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
tb_indicator_row_set_property (GObject      *object,
                               guint         property,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (property)
    {
    case PROP_ITEM:
      set_item (TB_INDICATOR_ROW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
tb_indicator_row_dispose (GObject *object)
{
  TbIndicatorRow *self = TB_INDICATOR_ROW (object);
  GtkWidget *child;

  g_clear_pointer (&self->check_binding, g_binding_unbind);
  g_clear_object (&self->item);
  gtk_widget_dispose_template (GTK_WIDGET (self), TB_TYPE_INDICATOR_ROW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (tb_indicator_row_parent_class)->dispose (object);
}

static void
tb_indicator_row_class_init (TbIndicatorRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tb_indicator_row_get_property;
  object_class->set_property = tb_indicator_row_set_property;
  object_class->dispose = tb_indicator_row_dispose;
  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, TB_TYPE_INDICATOR_ITEM,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TB_TYPE_SPARKLINE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tongbi/Tongbi/tb-indicator-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TbIndicatorRow, check);
  gtk_widget_class_set_css_name (widget_class, "indicatorrow");
}

static void
tb_indicator_row_init (TbIndicatorRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
