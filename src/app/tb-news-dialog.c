/* What a file that was read again brings: new, revised, removed figures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-news-dialog.h"

#include "tb-copy-button.h"
#include "tb-dialog-parts.h"

#include <glib/gi18n-lib.h>

#define HEADING_MARGIN_PX 12

struct _TbNewsDialog
{
  AdwDialog    parent_instance;

  TbNews      *news;
  TbLanguage   language;

  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (TbNewsDialog, tb_news_dialog, ADW_TYPE_DIALOG)

static char *
dup_title (TbNewsKind kind,
           gsize      n)
{
  switch (kind)
    {
    case TB_NEWS_NEW:
      return g_strdup_printf (ngettext ("%zu new figure", "%zu new figures", n), n);

    case TB_NEWS_REVISED:
      return g_strdup_printf (ngettext ("%zu revised figure", "%zu revised figures", n), n);

    case TB_NEWS_REMOVED:
      return g_strdup_printf (ngettext ("%zu removed figure", "%zu removed figures", n), n);

    case TB_NEWS_STATUS:
      return g_strdup_printf (ngettext ("%zu figure whose status has changed",
                                        "%zu figures whose status has changed", n), n);

    case TB_NEWS_TARGET:
      return g_strdup_printf (ngettext ("%zu target whose status has changed",
                                        "%zu targets whose status has changed", n), n);

    case TB_NEWS_DECORATION:
      /* Translators: an arrow, a line, a note … that the user added to the chart */
      return g_strdup_printf (ngettext ("%zu highlight or note no longer drawn",
                                        "%zu highlights and notes no longer drawn", n), n);
    }

  g_return_val_if_reached (NULL);
}

/**
 * tb_news_dialog_dup_summary:
 * @news: what another reading brings
 *
 * Counts it, kind by kind.
 *
 * Returns: (transfer full): a line
 */
char *
tb_news_dialog_dup_summary (const TbNews *news)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  for (int kind = 0; kind < TB_N_NEWS; kind++)
    if (tb_news_count (news, (TbNewsKind) kind) > 0)
      g_strv_builder_take (builder, dup_title ((TbNewsKind) kind, tb_news_count (news, (TbNewsKind) kind)));
  parts = g_strv_builder_end (builder);
  if (parts[0] == NULL)
    return g_strdup (_("Nothing has changed"));

  /* Translators: between the parts of a list: "3 new figures, 2 revised figures" */
  return g_strjoinv (_(", "), parts);
}

/* A list a kind, so that each is a section. */
static GListModel *
new_model (TbNewsDialog *self)
{
  GListStore *sections = g_list_store_new (GTK_TYPE_STRING_LIST);
  gsize n = tb_news_get_n (self->news);
  GtkStringList *section = NULL;
  int kind = -1;

  for (gsize i = 0; i < n; i++)
    {
      const TbNewsItem *item = tb_news_get (self->news, i);

      if ((int) item->kind != kind)
        {
          g_autoptr (GtkStringList) own = gtk_string_list_new (NULL);

          g_list_store_append (sections, own);
          section = own;
          kind = (int) item->kind;
        }
      gtk_string_list_take (section, tb_news_dup_text (item, self->language));
    }

  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (sections)));
}

static GtkWidget *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item)
{
  gtk_list_item_set_child (item, new_label (NULL));
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
  gtk_list_item_set_accessible_label (item, text);
}

static void
setup_header_cb (GtkListItemFactory *factory,
                 GtkListHeader      *header)
{
  GtkWidget *label = new_label ("heading");

  /* As far from the edge as the lines below it. */
  gtk_widget_set_margin_start (label, HEADING_MARGIN_PX);
  gtk_widget_set_margin_end (label, HEADING_MARGIN_PX);
  gtk_list_header_set_child (header, label);
}

static void
bind_header_cb (GtkListItemFactory *factory,
                GtkListHeader      *header,
                TbNewsDialog       *self)
{
  TbNewsKind kind = tb_news_get (self->news, gtk_list_header_get_start (header))->kind;
  gsize n = tb_news_count (self->news, kind);
  gsize n_listed = gtk_list_header_get_n_items (header);
  g_autofree char *title = dup_title (kind, n);
  g_autofree char *text = n > n_listed
                            /* Translators: "12,000 new figures (the first 500 are listed)" */
                            ? g_strdup_printf (_("%s (the first %zu are listed)"), title, n_listed)
                            : g_strdup (title);

  gtk_label_set_text (GTK_LABEL (gtk_list_header_get_child (header)), text);
}

static void
copy_cb (GtkButton    *button,
         TbNewsDialog *self)
{
  g_autoptr (GString) all = g_string_new (NULL);
  gsize n = tb_news_get_n (self->news);

  for (gsize i = 0; i < n; i++)
    {
      const TbNewsItem *item = tb_news_get (self->news, i);
      g_autofree char *text = tb_news_dup_text (item, self->language);

      if (i == 0 || tb_news_get (self->news, i - 1)->kind != item->kind)
        {
          g_autofree char *title = dup_title (item->kind, tb_news_count (self->news, item->kind));

          g_string_append_printf (all, "%s%s\n", i > 0 ? "\n" : "", title);
        }
      g_string_append_printf (all, "%s\n", text);
    }
  tb_copy_button_copy (button, all->str);
}

/* The rows are there once the list has its place. */
static gboolean
focus_first_cb (GtkWidget     *list,
                GdkFrameClock *clock,
                gpointer       data)
{
  if (gtk_widget_has_focus (list))
    gtk_list_view_scroll_to (GTK_LIST_VIEW (list), 0, GTK_LIST_SCROLL_FOCUS, NULL);
  return G_SOURCE_REMOVE;
}

static void
list_map_cb (GtkWidget *list)
{
  gtk_widget_add_tick_callback (list, focus_first_cb, NULL, NULL);
}

static void
tb_news_dialog_dispose (GObject *object)
{
  TbNewsDialog *self = TB_NEWS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TB_TYPE_NEWS_DIALOG);
  g_clear_pointer (&self->news, tb_news_unref);
  G_OBJECT_CLASS (tb_news_dialog_parent_class)->dispose (object);
}

static void
tb_news_dialog_class_init (TbNewsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tb_news_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tongbi/Tongbi/tb-news-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TbNewsDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_header_cb);
}

static void
tb_news_dialog_init (TbNewsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self->list, "map", G_CALLBACK (list_map_cb), NULL);
  tb_dialog_begin_at (ADW_DIALOG (self), GTK_WIDGET (self->list));
}

/**
 * tb_news_dialog_new:
 * @news: what another reading brings
 * @language: of the figures
 *
 * Makes the dialog that lists it; all can be copied.
 *
 * Returns: (transfer floating): a new dialog
 */
TbNewsDialog *
tb_news_dialog_new (TbNews     *news,
                    TbLanguage  language)
{
  TbNewsDialog *self = g_object_new (TB_TYPE_NEWS_DIALOG, NULL);
  g_autoptr (GtkNoSelection) model = NULL;

  self->news = tb_news_ref (news);
  self->language = language;
  model = gtk_no_selection_new (new_model (self));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));

  return self;
}
