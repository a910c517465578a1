/* How much of a target is done, and how much of its time had passed.
 *
 * More than the whole is drawn as more (T-1): then the bar is longer than the
 * target, which is a tick on it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-target-bar.h"

#include <math.h>

#define HEIGHT 14
#define BAR_HEIGHT 6
#define TICK_WIDTH 2
#define TRACK_ALPHA 0.15f

struct _TbTargetBar
{
  GtkWidget parent_instance;

  double    done;
  double    elapsed;
};

G_DEFINE_FINAL_TYPE (TbTargetBar, tb_target_bar, GTK_TYPE_WIDGET)

static void
tb_target_bar_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 40;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 120;
}

static void
append_bar (TbTargetBar   *self,
            GtkSnapshot   *snapshot,
            double         share,
            const GdkRGBA *color)
{
  gboolean is_mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float length = (float) share * width;
  float top = (HEIGHT - BAR_HEIGHT) / 2.0f;
  GskRoundedRect clip;

  gsk_rounded_rect_init_from_rect (&clip, &GRAPHENE_RECT_INIT (0, top, width, BAR_HEIGHT), BAR_HEIGHT / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &clip);
  gtk_snapshot_append_color (snapshot, color,
                             &GRAPHENE_RECT_INIT (is_mirrored ? width - length : 0, top, length, BAR_HEIGHT));
  gtk_snapshot_pop (snapshot);
}

static void
append_tick (TbTargetBar   *self,
             GtkSnapshot   *snapshot,
             double         share,
             const GdkRGBA *color)
{
  gboolean is_mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  float room = (float) gtk_widget_get_width (GTK_WIDGET (self)) - TICK_WIDTH;
  float x = roundf ((float) (is_mirrored ? 1 - share : share) * room);

  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x, 0, TICK_WIDTH, HEIGHT));
}

/* The tick of the time is in the colour of the text around it: it is no part of what
 * is good or bad. */
static void
tb_target_bar_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  TbTargetBar *self = TB_TARGET_BAR (widget);
  double whole = MAX (self->done, 100);
  GdkRGBA color;
  GdkRGBA text;
  GdkRGBA track;

  gtk_widget_get_color (widget, &color);
  gtk_widget_get_color (gtk_widget_get_parent (widget), &text);
  track = text;
  track.alpha *= TRACK_ALPHA;
  append_bar (self, snapshot, 1, &track);
  append_bar (self, snapshot, CLAMP (self->done / whole, 0, 1), &color);
  if (whole > 100)
    append_tick (self, snapshot, 100 / whole, &text);
  else if (!isnan (self->elapsed))
    append_tick (self, snapshot, CLAMP (self->elapsed / whole, 0, 1), &text);
}

static void
tb_target_bar_class_init (TbTargetBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = tb_target_bar_measure;
  widget_class->snapshot = tb_target_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "targetbar");
  /* The sentence beside it says the same. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
tb_target_bar_init (TbTargetBar *self)
{
  self->elapsed = NAN;
}

/**
 * tb_target_bar_set_shares:
 * @self: a bar
 * @done: percent of the target
 * @elapsed: percent of its time; NaN: not known
 *
 * Sets what is drawn.
 */
void
tb_target_bar_set_shares (TbTargetBar *self,
                          double       done,
                          double       elapsed)
{
  g_return_if_fail (TB_IS_TARGET_BAR (self));

  self->done = done;
  self->elapsed = elapsed;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
