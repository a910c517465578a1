/* The pane beside the chart, where it is set up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-figure-canvas.h"
#include "tb-inspector-group.h"
#include "tb-late-pane.h"

G_BEGIN_DECLS

#define TB_TYPE_INSPECTOR (tb_inspector_get_type ())
G_DECLARE_FINAL_TYPE (TbInspector, tb_inspector, TB, INSPECTOR, TbLatePane)

/* @canvas: whose figures it is about. Set once. */
void              tb_inspector_set_session (TbInspector    *self,
                                            TbSession      *session,
                                            TbFigureCanvas *canvas);
/* Whether anything is still being found out, or built. */
gboolean          tb_inspector_is_busy     (TbInspector    *self);
/* nullable: not found yet. */
TbInspectorFacts *tb_inspector_get_facts   (TbInspector    *self);
/* A group by its type; NULL: not built yet. */
TbInspectorGroup *tb_inspector_get_group   (TbInspector    *self,
                                            GType           type);

G_END_DECLS
