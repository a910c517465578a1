/* A selection of which a list first gets the beginning, and then ever more.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TB_TYPE_GROWING_MODEL (tb_growing_model_get_type ())
G_DECLARE_FINAL_TYPE (TbGrowingModel, tb_growing_model, TB, GROWING_MODEL, GObject)

TbGrowingModel *tb_growing_model_new       (GtkSelectionModel *whole) G_GNUC_WARN_UNUSED_RESULT;
void            tb_growing_model_set_first (TbGrowingModel    *self,
                                            guint              first);
gboolean        tb_growing_model_is_whole  (TbGrowingModel    *self);
void            tb_growing_model_grow      (TbGrowingModel    *self);
gboolean        tb_growing_model_has_reached (TbGrowingModel *self,
                                              guint           position);
void            tb_growing_model_reach     (TbGrowingModel    *self,
                                            guint              position);

G_END_DECLS
