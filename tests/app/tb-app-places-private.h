/* What the files that walk the places of the window share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-app-places.h"

G_BEGIN_DECLS

typedef struct
{
  TbPlaceVisit visit;
  gpointer     data;
  guint        n;
  int          width;
  int          height;
} TbTour;

/* A file of the samples, or one with that text; nothing is opened where @name is NULL. */
TbWindow *tb_tour_open         (TbTour     *tour,
                                const char *name,
                                const char *text,
                                TbCondition is_there);
void      tb_tour_visit        (TbTour     *tour,
                                TbWindow   *window,
                                GtkWidget  *root,
                                const char *where);
/* The dialog that is shown, if any, and closes it. */
void      tb_tour_visit_dialog (TbTour     *tour,
                                TbWindow   *window,
                                const char *where);
/* The window with what it tells in passing, if anything, which then goes. */
void      tb_tour_visit_toast  (TbTour     *tour,
                                TbWindow   *window,
                                const char *where);

/* The settings of the chart, from the first group to the last. */
void      tb_tour_inspector    (TbTour     *tour,
                                TbWindow   *window,
                                const char *where);
/* What a chart has refused; what is told of files that change, that are gone, and that cannot be written. */
void      tb_tour_files        (TbTour     *tour);

G_END_DECLS
