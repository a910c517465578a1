/* Pictures of the window: what they are of, and what several of them show.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-app-test.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  int         width;
  int         height;
  gboolean    dark;
  void      (*prepare) (TbWindow *window);
  double      text;      /* scale; 0: 1 */
  gboolean    mirrored;
  gboolean    is_picture;
  gboolean    is_of_sidebar;
  GtkWidget *(*find_popover) (TbWindow *window);  /* nullable: what is shown in place of the window */
} TbShot;

/* Each ends with one without a name. */
extern const TbShot tb_shots_of_views[];
extern const TbShot tb_shots_of_inspector[];
extern const TbShot tb_shots_of_dialogs[];
extern const TbShot tb_shots_of_work[];

const TbIndicator *tb_shots_find_indicator (TbWindow          *window,
                                            const char        *id);
void               tb_shots_select         (TbWindow          *window,
                                            const char *const *ids);
void               tb_shots_open_sample    (TbWindow          *window);
void               tb_shots_show_chart     (TbWindow          *window);
void               tb_shots_show_long      (TbWindow          *window);
void               tb_shots_show_overview  (TbWindow          *window);
void               tb_shots_show_table     (TbWindow          *window);

G_END_DECLS
