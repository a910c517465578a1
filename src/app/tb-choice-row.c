/* A row that shows what is chosen and opens a list of choices, of which some may
 * not be taken and say why.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-choice-row.h"

#include "tb-row-said.h"

#include <glib/gi18n-lib.h>

#define MOST_COMPARED 200

struct _TbChoice
{
  GObject   parent_instance;

  char     *title;
  char     *remark;   /* nullable */
  gboolean  refused;
};

G_DEFINE_FINAL_TYPE (TbChoice, tb_choice, G_TYPE_OBJECT)

static void
tb_choice_finalize (GObject *object)
{
  g_free (TB_CHOICE (object)->title);
  g_free (TB_CHOICE (object)->remark);
  G_OBJECT_CLASS (tb_choice_parent_class)->finalize (object);
}

static void
tb_choice_class_init (TbChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tb_choice_finalize;
}

static void
tb_choice_init (TbChoice *self)
{
}

/**
 * tb_choice_new:
 * @title: what it is called
 * @remark: (nullable): what it is, or why it cannot be taken
 * @refused: whether it cannot be taken
 *
 * Returns: (transfer full): a choice
 */
TbChoice *
tb_choice_new (const char *title,
               const char *remark,
               gboolean    refused)
{
  TbChoice *self = g_object_new (TB_TYPE_CHOICE, NULL);

  self->title = g_strdup (title);
  self->remark = g_strdup (remark);
  self->refused = refused;
  return self;
}

const char *
tb_choice_get_title (TbChoice *self)
{
  return self->title;
}

const char *
tb_choice_get_remark (TbChoice *self)
{
  return self->remark;
}

gboolean
tb_choice_is_refused (TbChoice *self)
{
  return self->refused;
}

struct _TbChoiceRow
{
  AdwActionRow   parent_instance;

  GListModel    *choices;    /* of TbChoice */
  guint          chosen;
  guint          focus_id;   /* of an idle that gives the list the focus */

  GtkMenuButton *button;
  GtkPopover    *popover;
  GtkListView   *list;
};

G_DEFINE_FINAL_TYPE (TbChoiceRow, tb_choice_row, ADW_TYPE_ACTION_ROW)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

gboolean
tb_choice_row_choose (TbChoiceRow *self,
                      guint        position)
{
  g_autoptr (TbChoice) choice = NULL;

  g_return_val_if_fail (TB_IS_CHOICE_ROW (self), FALSE);

  choice = self->choices != NULL ? g_list_model_get_item (self->choices, position) : NULL;
  if (choice == NULL || choice->refused)
    return FALSE;
  if (position != self->chosen)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, position);
  return TRUE;
}

static void
activate_cb (TbChoiceRow *self,
             guint        position)
{
  if (tb_choice_row_choose (self, position))
    gtk_popover_popdown (self->popover);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
setup_cb (TbChoiceRow *self,
          GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  for (int i = 0; i < 2; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_box_append (GTK_BOX (texts), label);
      if (i > 0)
        gtk_widget_add_css_class (label, "caption");
    }
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), check);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (TbChoiceRow *self,
         GtkListItem *item)
{
  TbChoice *choice = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *texts = gtk_widget_get_first_child (box);
  GtkWidget *title = gtk_widget_get_first_child (texts);
  GtkWidget *remark = gtk_widget_get_last_child (texts);
  gboolean is_chosen = gtk_list_item_get_position (item) == self->chosen;
  g_autofree char *description = NULL;

  gtk_label_set_text (GTK_LABEL (title), choice->title);
  gtk_label_set_text (GTK_LABEL (remark), choice->remark != NULL ? choice->remark : "");
  gtk_widget_set_visible (remark, choice->remark != NULL);
  gtk_widget_set_opacity (gtk_widget_get_last_child (box), is_chosen ? 1 : 0);
  if (choice->refused)
    gtk_widget_add_css_class (title, "dimmed");
  else
    gtk_widget_remove_css_class (title, "dimmed");
  /* Refused ones can still have the focus, so that the reason is read. */
  gtk_list_item_set_activatable (item, !choice->refused);
  gtk_list_item_set_accessible_label (item, choice->title);
  if (choice->refused)
    /* Translators: told to screen readers of a choice; %s is the reason */
    description = g_strdup_printf (_("Not possible: %s"), choice->remark);
  else if (is_chosen)
    description = g_strdup (_("Chosen"));
  else
    description = g_strdup (choice->remark);
  gtk_list_item_set_accessible_description (item, description != NULL ? description : "");
}

static void
shown_cb (TbChoiceRow *self)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (self->choices)));

  /* As wide as the row, so that reasons have room. */
  gtk_widget_set_size_request (GTK_WIDGET (self->popover), gtk_widget_get_width (GTK_WIDGET (self)), -1);
  gtk_list_view_set_model (self->list, model);
  g_object_unref (model);
}

static gboolean
focus_cb (gpointer data)
{
  TbChoiceRow *self = data;
  guint n = g_list_model_get_n_items (self->choices);

  self->focus_id = 0;
  if (n > 0)
    gtk_list_view_scroll_to (self->list, self->chosen < n ? self->chosen : 0, GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  return G_SOURCE_REMOVE;
}

/* Rows are made when the list gets its place, and cannot have the focus before. */
static void
mapped_cb (TbChoiceRow *self)
{
  if (self->focus_id == 0)
    self->focus_id = g_idle_add (focus_cb, self);
}

static void
closed_cb (TbChoiceRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  g_clear_handle_id (&self->focus_id, g_source_remove);
  /* The button, which cannot have it, would send it on to the next row. */
  if (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->popover)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_list_view_set_model (self->list, NULL);
}

static void
tb_choice_row_dispose (GObject *object)
{
  TbChoiceRow *self = TB_CHOICE_ROW (object);

  g_clear_handle_id (&self->focus_id, g_source_remove);
  g_clear_object (&self->choices);
  gtk_widget_dispose_template (GTK_WIDGET (object), TB_TYPE_CHOICE_ROW);
  G_OBJECT_CLASS (tb_choice_row_parent_class)->dispose (object);
}

static void
tb_choice_row_class_init (TbChoiceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tb_choice_row_dispose;
  /**
   * TbChoiceRow::chosen:
   * @position: of the choice
   *
   * The user takes another choice. It is shown when it is set.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", TB_TYPE_CHOICE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tongbi/Tongbi/tb-choice-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TbChoiceRow, button);
  gtk_widget_class_bind_template_child (widget_class, TbChoiceRow, popover);
  gtk_widget_class_bind_template_child (widget_class, TbChoiceRow, list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, mapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
}

static void
tb_choice_row_init (TbChoiceRow *self)
{
  self->chosen = GTK_INVALID_LIST_POSITION;
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The row is the stop of the keyboard; of a button that cannot have the focus the
   * list could not have it either. */
  gtk_widget_set_focusable (gtk_widget_get_first_child (GTK_WIDGET (self->button)), FALSE);
}

/* Of a list of very many choices some are looked at: they are put in words for that. */
static gboolean
has_same (GListModel *a,
          GListModel *b)
{
  guint n = g_list_model_get_n_items (a);

  if (b == NULL || g_list_model_get_n_items (b) != n)
    return FALSE;
  for (guint i = 0; i < n; i += n / MOST_COMPARED + 1)
    {
      g_autoptr (TbChoice) one = g_list_model_get_item (a, i);
      g_autoptr (TbChoice) other = g_list_model_get_item (b, i);

      if (!g_str_equal (one->title, other->title) || g_strcmp0 (one->remark, other->remark) != 0
          || one->refused != other->refused)
        return FALSE;
    }
  return TRUE;
}

/**
 * tb_choice_row_set_choices:
 * @self: a row
 * @choices: of #TbChoice
 * @chosen: the position of the one that holds; %GTK_INVALID_LIST_POSITION: none
 *
 * Sets what there is to choose from. Nothing is emitted.
 */
void
tb_choice_row_set_choices (TbChoiceRow *self,
                           GListModel  *choices,
                           guint        chosen)
{
  g_autoptr (TbChoice) choice = NULL;
  const char *title;

  g_return_if_fail (TB_IS_CHOICE_ROW (self));

  /* A list that is open shows what it was opened with. */
  if (!gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    {
      g_set_object (&self->choices, choices);
      self->chosen = chosen;
    }
  else if (chosen != self->chosen || !has_same (choices, self->choices))
    {
      gtk_popover_popdown (self->popover);
      g_set_object (&self->choices, choices);
      self->chosen = chosen;
    }
  choice = g_list_model_get_item (choices, chosen);
  title = choice != NULL ? choice->title : "";
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), title);
  tb_row_say (ADW_ACTION_ROW (self), title);
  gtk_widget_set_sensitive (GTK_WIDGET (self), g_list_model_get_n_items (choices) > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, title, -1);
}

GListModel *
tb_choice_row_get_choices (TbChoiceRow *self)
{
  g_return_val_if_fail (TB_IS_CHOICE_ROW (self), NULL);

  return self->choices;
}

guint
tb_choice_row_get_chosen (TbChoiceRow *self)
{
  g_return_val_if_fail (TB_IS_CHOICE_ROW (self), GTK_INVALID_LIST_POSITION);

  return self->chosen;
}
