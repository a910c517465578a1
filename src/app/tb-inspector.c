/* The pane beside the chart, where it is set up.
 *
 * Nothing of it is made before it is first seen, and then a group a turn of the main
 * loop; what it may offer is found in a thread. It follows the session, and so undo.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-inspector.h"

#include "tb-inspector-compare.h"
#include "tb-inspector-days.h"
#include "tb-inspector-figures.h"
#include "tb-inspector-marks.h"
#include "tb-inspector-measure.h"
#include "tb-inspector-shown.h"
#include "tb-inspector-texts.h"
#include "tb-inspector-types.h"

#define N_GROUPS 8

struct _TbInspector
{
  TbLatePane        parent_instance;

  TbSession        *session;
  TbFigureCanvas   *canvas;
  TbInspectorFacts *facts;        /* nullable */
  GCancellable     *cancellable;  /* of what is being found out; NULL: nothing is */
  TbInspectorGroup *groups[N_GROUPS];
  guint             n_groups;     /* that are built */
  guint             n_updated;    /* of them, since the last change */
  guint             idle_id;
  gboolean          wants_focus;  /* as soon as there is something to have it */

  GtkBox           *box;
};

G_DEFINE_FINAL_TYPE (TbInspector, tb_inspector, TB_TYPE_LATE_PANE)

static GType
get_group_type (guint i)
{
  switch (i)
    {
    case 0:
      return TB_TYPE_INSPECTOR_TYPES;
    case 1:
      return TB_TYPE_INSPECTOR_MEASURE;
    case 2:
      return TB_TYPE_INSPECTOR_FIGURES;
    case 3:
      return TB_TYPE_INSPECTOR_COMPARE;
    case 4:
      return TB_TYPE_INSPECTOR_SHOWN;
    case 5:
      return TB_TYPE_INSPECTOR_MARKS;
    case 6:
      return TB_TYPE_INSPECTOR_TEXTS;
    default:
      return TB_TYPE_INSPECTOR_DAYS;
    }
}

static void
build_group (TbInspector *self)
{
  TbInspectorGroup *group = g_object_new (get_group_type (self->n_groups), NULL);

  tb_inspector_group_set_session (group, self->session);
  gtk_box_append (self->box, GTK_WIDGET (group));
  self->groups[self->n_groups++] = group;
}

static void
take_focus (TbInspector *self)
{
  if (self->wants_focus && self->n_updated > 0 && self->facts != NULL)
    self->wants_focus = !gtk_widget_grab_focus (GTK_WIDGET (self->groups[0]));
}

/* One group is built or brought up to date in a turn of the main loop. */
static gboolean
work_cb (gpointer data)
{
  TbInspector *self = data;

  if (self->n_updated < self->n_groups)
    {
      tb_inspector_group_update (self->groups[self->n_updated++], self->facts);
      take_focus (self);
    }
  else if (self->n_groups < N_GROUPS)
    build_group (self);
  if (self->n_updated < N_GROUPS)
    return G_SOURCE_CONTINUE;
  self->idle_id = 0;
  return G_SOURCE_REMOVE;
}

static void
update (TbInspector *self)
{
  self->n_updated = 0;
  if (self->idle_id == 0 && self->session != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->idle_id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, work_cb, self, NULL);
}

static void
stop (TbInspector *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TbInspector) self = user_data;
  g_autoptr (TbInspectorFacts) facts = tb_inspector_facts_finish (result);

  /* A cancelled one came to an end after another was begun. */
  if (facts == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->facts, tb_inspector_facts_unref);
  self->facts = g_steal_pointer (&facts);
  update (self);
}

static void
find_out (TbInspector *self)
{
  TbDataset *dataset = tb_session_get_dataset (self->session);
  TbChartPicture *picture = tb_figure_canvas_get_picture (self->canvas);

  if (dataset == NULL || picture == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (self->cancellable == NULL && self->facts != NULL && self->facts->picture == picture)
    return;
  stop (self);
  self->cancellable = g_cancellable_new ();
  tb_inspector_facts_start (dataset, picture, self->facts, self->cancellable, found_cb, g_object_ref (self));
}

static void
tb_inspector_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tb_inspector_parent_class)->map (widget);
  if (TB_INSPECTOR (widget)->session == NULL)
    return;
  update (TB_INSPECTOR (widget));
  find_out (TB_INSPECTOR (widget));
}

static void
tb_inspector_unmap (GtkWidget *widget)
{
  TbInspector *self = TB_INSPECTOR (widget);

  stop (self);
  g_clear_handle_id (&self->idle_id, g_source_remove);
  self->wants_focus = FALSE;
  GTK_WIDGET_CLASS (tb_inspector_parent_class)->unmap (widget);
}

static gboolean
tb_inspector_grab_focus (GtkWidget *widget)
{
  TB_INSPECTOR (widget)->wants_focus = TRUE;
  take_focus (TB_INSPECTOR (widget));
  return TRUE;
}

static void
tb_inspector_dispose (GObject *object)
{
  TbInspector *self = TB_INSPECTOR (object);

  stop (self);
  g_clear_handle_id (&self->idle_id, g_source_remove);
  G_OBJECT_CLASS (tb_inspector_parent_class)->dispose (object);
  g_clear_pointer (&self->facts, tb_inspector_facts_unref);
  g_clear_object (&self->session);
  g_clear_object (&self->canvas);
  self->n_groups = 0;
}

static void
tb_inspector_class_init (TbInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tb_inspector_dispose;
  widget_class->map = tb_inspector_map;
  widget_class->unmap = tb_inspector_unmap;
  widget_class->grab_focus = tb_inspector_grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tongbi/Tongbi/tb-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, TbInspector, box);
}

static void
tb_inspector_init (TbInspector *self)
{
}

/**
 * tb_inspector_set_session:
 * @self: an inspector
 * @session: what it shows and changes
 * @canvas: whose figures it is about
 *
 * Gives the inspector its session; set once.
 */
void
tb_inspector_set_session (TbInspector    *self,
                          TbSession      *session,
                          TbFigureCanvas *canvas)
{
  g_return_if_fail (TB_IS_INSPECTOR (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->canvas = g_object_ref (canvas);
  g_signal_connect_object (session, "history-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas, "ready", G_CALLBACK (find_out), self, G_CONNECT_SWAPPED);
}

gboolean
tb_inspector_is_busy (TbInspector *self)
{
  g_return_val_if_fail (TB_IS_INSPECTOR (self), FALSE);

  return self->cancellable != NULL || self->idle_id != 0;
}

TbInspectorFacts *
tb_inspector_get_facts (TbInspector *self)
{
  g_return_val_if_fail (TB_IS_INSPECTOR (self), NULL);

  return self->facts;
}

TbInspectorGroup *
tb_inspector_get_group (TbInspector *self,
                        GType        type)
{
  g_return_val_if_fail (TB_IS_INSPECTOR (self), NULL);

  for (guint i = 0; i < self->n_groups; i++)
    if (g_type_is_a (G_OBJECT_TYPE (self->groups[i]), type))
      return self->groups[i];
  return NULL;
}
