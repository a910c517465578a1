/* Around an AdwWrapBox, so that nothing of it is lost where the window is mirrored.
 *
 * What is alone in its line, and would rather be wider than that is, libadwaita 1.7 puts
 * beside the line where one reads from right to left.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-wrap.h"

struct _TbWrap
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (TbWrap, tb_wrap, ADW_TYPE_BIN)

static void
bring_back (GtkWidget *child,
            GtkWidget *box)
{
  graphene_rect_t at;
  graphene_point_t place;

  if (!gtk_widget_should_layout (child) || !gtk_widget_compute_bounds (child, box, &at)
      || at.origin.x < (float) gtk_widget_get_width (box))
    return;
  place = GRAPHENE_POINT_INIT ((float) gtk_widget_get_width (box) - at.size.width, at.origin.y);
  gtk_widget_allocate (child, (int) at.size.width, (int) at.size.height, -1, gsk_transform_translate (NULL, &place));
}

static void
tb_wrap_size_allocate (GtkWidget *widget,
                       int        width,
                       int        height,
                       int        baseline)
{
  GtkWidget *box = adw_bin_get_child (ADW_BIN (widget));

  if (box == NULL || !gtk_widget_should_layout (box))
    return;
  gtk_widget_allocate (box, width, height, baseline, NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_direction (box) == GTK_TEXT_DIR_RTL)
      bring_back (child, box);
}

static void
tb_wrap_measure (GtkWidget      *widget,
                 GtkOrientation  orientation,
                 int             for_size,
                 int            *minimum,
                 int            *natural,
                 int            *minimum_baseline,
                 int            *natural_baseline)
{
  GtkWidget *box = adw_bin_get_child (ADW_BIN (widget));

  if (box != NULL && gtk_widget_should_layout (box))
    gtk_widget_measure (box, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

static GtkSizeRequestMode
tb_wrap_get_request_mode (GtkWidget *widget)
{
  GtkWidget *box = adw_bin_get_child (ADW_BIN (widget));

  return box != NULL ? gtk_widget_get_request_mode (box) : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
tb_wrap_class_init (TbWrapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->size_allocate = tb_wrap_size_allocate;
  widget_class->measure = tb_wrap_measure;
  widget_class->get_request_mode = tb_wrap_get_request_mode;
}

static void
tb_wrap_init (TbWrap *self)
{
  /* It would go before what is done here. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
}
