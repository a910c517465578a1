/* What a window shows while a file is read that takes longer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-loading.h"

struct _TbLoading
{
  TbLatePane      parent_instance;

  char           *title;
  double          fraction;

  AdwStatusPage  *page;      /* nullable, as the others: not made yet */
  GtkProgressBar *progress;
};

G_DEFINE_FINAL_TYPE (TbLoading, tb_loading, TB_TYPE_LATE_PANE)

static void
update (TbLoading *self)
{
  if (self->page == NULL)
    return;
  adw_status_page_set_title (self->page, self->title);
  gtk_progress_bar_set_fraction (self->progress, self->fraction);
}

static void
tb_loading_make (TbLatePane *pane)
{
  TB_LATE_PANE_CLASS (tb_loading_parent_class)->make (pane);
  update (TB_LOADING (pane));
}

static void
tb_loading_dispose (GObject *object)
{
  TbLoading *self = TB_LOADING (object);

  G_OBJECT_CLASS (tb_loading_parent_class)->dispose (object);
  g_clear_pointer (&self->title, g_free);
}

static void
tb_loading_class_init (TbLoadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tb_loading_dispose;
  TB_LATE_PANE_CLASS (klass)->make = tb_loading_make;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tongbi/Tongbi/tb-loading.ui");
  gtk_widget_class_bind_template_child (widget_class, TbLoading, page);
  gtk_widget_class_bind_template_child (widget_class, TbLoading, progress);
}

static void
tb_loading_init (TbLoading *self)
{
}

/**
 * tb_loading_begin:
 * @self: the page
 * @title: which file it is
 *
 * Starts with another file.
 */
void
tb_loading_begin (TbLoading  *self,
                  const char *title)
{
  g_return_if_fail (TB_IS_LOADING (self));

  g_set_str (&self->title, title);
  self->fraction = 0;
  update (self);
}

/**
 * tb_loading_set_fraction:
 * @self: the page
 * @fraction: how much of the file is read, 0 to 1
 *
 * Shows how far the reading is.
 */
void
tb_loading_set_fraction (TbLoading *self,
                         double     fraction)
{
  g_return_if_fail (TB_IS_LOADING (self));

  self->fraction = CLAMP (fraction, 0, 1);
  update (self);
}

const char *
tb_loading_get_title (TbLoading *self)
{
  g_return_val_if_fail (TB_IS_LOADING (self), NULL);

  return self->title;
}

double
tb_loading_get_fraction (TbLoading *self)
{
  g_return_val_if_fail (TB_IS_LOADING (self), 0);

  return self->fraction;
}
