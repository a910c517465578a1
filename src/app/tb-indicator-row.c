/* A row of the sidebar: one indicator.
 *
 * A list makes many more rows than are in sight, all at once. So a row is but a frame
 * with room for its body, until it is told that it is about to be seen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-indicator-row.h"

#include "tb-row-text.h"
#include "tb-shown-text.h"
#include "tb-sparkline.h"

#include <glib/gi18n-lib.h>

#define PART_SEPARATOR " · "
#define NO_BREAK_SPACE "\302\240"
/* A day, and not a span of days. */
#define LONGEST_BOUND_CHARS 13

struct _TbIndicatorRow
{
  GtkWidget        parent_instance;

  TbIndicatorItem *item;
  gboolean         is_stale;
  GBinding        *check_binding;
  char            *tooltip;    /* nullable */

  GtkWidget       *body;       /* nullable: not seen yet */
  GtkWidget       *check;
  TbRowText       *name;
  GtkWidget       *target;
  TbRowText       *figure;
  GtkLabel        *change;
  GtkWidget       *sparkline;
};

G_DEFINE_FINAL_TYPE (TbIndicatorRow, tb_indicator_row, GTK_TYPE_WIDGET)

static void
tb_indicator_row_dispose (GObject *object)
{
  TbIndicatorRow *self = TB_INDICATOR_ROW (object);

  g_clear_pointer (&self->check_binding, g_binding_unbind);
  g_clear_object (&self->item);
  g_clear_pointer (&self->tooltip, g_free);
  g_clear_pointer (&self->body, gtk_widget_unparent);
  G_OBJECT_CLASS (tb_indicator_row_parent_class)->dispose (object);
}

/* Asked for when it is to be seen: to set a tooltip, GTK looks where the pointer is, which
 * a window waits for. */
static gboolean
tb_indicator_row_query_tooltip (GtkWidget  *widget,
                                int         x,
                                int         y,
                                gboolean    keyboard_mode,
                                GtkTooltip *tooltip)
{
  TbIndicatorRow *self = TB_INDICATOR_ROW (widget);

  if (self->item == NULL || self->is_stale)
    return FALSE;
  gtk_tooltip_set_text (tooltip, self->tooltip);
  return self->tooltip != NULL;
}

static void
tb_indicator_row_class_init (TbIndicatorRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tb_indicator_row_dispose;
  widget_class->query_tooltip = tb_indicator_row_query_tooltip;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "indicatorrow");
}

static void
tb_indicator_row_init (TbIndicatorRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "unseen");
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

static void
add_figures (TbIndicatorRow *self,
             GtkWidget      *texts)
{
  static const char *const figure_classes[] = { "caption", "figure", "dimmed", NULL };
  static const char *const change_classes[] = { "caption", "figure", NULL };
  GtkWidget *change = gtk_label_new (NULL);
  GtkWidget *figure = tb_row_text_new (0, "tnum");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->target = gtk_image_new_from_icon_name ("tb-target-symbolic");
  gtk_image_set_pixel_size (GTK_IMAGE (self->target), 12);
  gtk_widget_set_visible (self->target, FALSE);
  gtk_widget_set_tooltip_text (self->target, _("Has a target"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->target), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Has a target"), -1);
  gtk_widget_add_css_class (self->target, "dimmed");
  gtk_box_append (GTK_BOX (box), self->target);
  /* A figure is nothing without its unit and period: they go on in another line. */
  self->figure = TB_ROW_TEXT (figure);
  gtk_widget_set_css_classes (figure, (const char **) figure_classes);
  gtk_box_append (GTK_BOX (box), figure);
  self->change = GTK_LABEL (change);
  gtk_widget_set_css_classes (change, (const char **) change_classes);
  gtk_widget_set_valign (change, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), change);
  gtk_box_append (GTK_BOX (texts), box);
}

/* In code: of a template it would take several times as long. */
static void
make_body (TbIndicatorRow *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->body = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  self->check = gtk_check_button_new ();
  gtk_widget_set_valign (self->check, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->body), self->check);
  self->name = TB_ROW_TEXT (tb_row_text_new (2, NULL));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->name));
  add_figures (self, texts);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->body), texts);
  self->sparkline = g_object_new (TB_TYPE_SPARKLINE, "valign", GTK_ALIGN_CENTER, NULL);
  gtk_box_append (GTK_BOX (self->body), self->sparkline);
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));
}

static char *
dup_shown (const char *text)
{
  return tb_shown_text_dup (text != NULL ? text : "", TB_SHOWN_LINE_CHARS);
}

/* "3,500 items · H1 2021": where it goes on in another line, it does so behind a dot, if it
 * can. A number stays with the word behind it, and a day in one line. */
static char *
bind_parts (const char *figure)
{
  g_auto (GStrv) parts = g_strsplit (figure, PART_SEPARATOR, -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (parts[i], " ", i == 0 ? 2 : -1);

      if (i > 0 && g_utf8_strlen (parts[i], -1) > LONGEST_BOUND_CHARS)
        continue;
      g_free (parts[i]);
      parts[i] = g_strjoinv (NO_BREAK_SPACE, words);
    }
  return g_strjoinv (NO_BREAK_SPACE "· ", parts);
}

static void
update_texts (TbIndicatorRow *self)
{
  g_autofree char *name = NULL;
  g_autofree char *figure = NULL;
  g_autofree char *bound = NULL;
  g_autofree char *change = NULL;
  g_autofree char *shown_name = NULL;
  g_autofree char *shown_figure = NULL;
  g_autofree char *shown_change = NULL;
  g_autofree char *tooltip = NULL;
  g_autofree char *label = NULL;
  gboolean has_target, has_course;

  g_object_get (self->item, "name", &name, "figure", &figure, "change", &change, "tooltip", &tooltip, "has-target",
                &has_target, "has-course", &has_course, NULL);
  bound = figure != NULL ? bind_parts (figure) : NULL;
  shown_name = dup_shown (name);
  shown_figure = dup_shown (bound);
  shown_change = dup_shown (change);
  tb_row_text_set_text (self->name, shown_name);
  tb_row_text_set_text (self->figure, shown_figure);
  gtk_label_set_text (self->change, shown_change);
  gtk_widget_set_visible (GTK_WIDGET (self->change), change != NULL);
  gtk_widget_set_visible (self->target, has_target);
  gtk_widget_set_visible (self->sparkline, has_course);
  g_free (self->tooltip);
  self->tooltip = tb_shown_text_dup (tooltip, TB_SHOWN_TEXT_CHARS);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->tooltip != NULL ? self->tooltip : "", -1);
  /* Translators: told by screen readers for the check box of a row; %s is the name of an indicator */
  label = g_strdup_printf (_("Show %s"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * tb_indicator_row_set_item:
 * @self: a row
 * @item: (nullable): what it is for; %NULL where it goes out of use
 *
 * Sets the indicator; tb_indicator_row_update() shows it.
 */
void
tb_indicator_row_set_item (TbIndicatorRow  *self,
                           TbIndicatorItem *item)
{
  g_return_if_fail (TB_IS_INDICATOR_ROW (self));

  if (!g_set_object (&self->item, item))
    return;
  /* Without this, a row that goes out of sight would take its indicator out
   * of the selection with it. */
  g_clear_pointer (&self->check_binding, g_binding_unbind);
  self->is_stale = item != NULL;
  /* What it said of another indicator is not shown meanwhile. */
  gtk_widget_add_css_class (GTK_WIDGET (self), "unseen");
  if (self->body != NULL)
    gtk_widget_set_visible (self->body, FALSE);
}

/**
 * tb_indicator_row_is_stale:
 * @self: a row
 *
 * Returns: whether there is something to show that is not shown yet
 */
gboolean
tb_indicator_row_is_stale (TbIndicatorRow *self)
{
  g_return_val_if_fail (TB_IS_INDICATOR_ROW (self), FALSE);

  return self->is_stale;
}

/**
 * tb_indicator_row_update:
 * @self: a stale row
 *
 * Shows its indicator; the first time takes the longest.
 */
void
tb_indicator_row_update (TbIndicatorRow *self)
{
  g_return_if_fail (tb_indicator_row_is_stale (self));

  self->is_stale = FALSE;
  if (self->body == NULL)
    make_body (self);
  update_texts (self);
  tb_sparkline_set_item (TB_SPARKLINE (self->sparkline), self->item);
  self->check_binding = g_object_bind_property (self->item, "selected", self->check, "active",
                                                G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "unseen");
  gtk_widget_set_visible (self->body, TRUE);
}
