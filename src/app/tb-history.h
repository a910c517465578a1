/* What a user set up, step by step, to be undone and redone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-spec.h"

G_BEGIN_DECLS

/**
 * TbLook:
 * @spec: the chart; its language, style and size are those of the moment when it
 *   is drawn and have no meaning here
 * @automatic_type: whether the type is the one that suits the figures, whatever
 *   @spec says
 *
 * What is looked at, and how.
 */
typedef struct
{
  TbChartSpec *spec;
  gboolean     automatic_type;
} TbLook;

typedef struct _TbHistory TbHistory;

TbHistory    *tb_history_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void          tb_history_free        (TbHistory    *self);
void          tb_history_begin       (TbHistory    *self,
                                      const TbLook *look);
gboolean      tb_history_put         (TbHistory    *self,
                                      const TbLook *look,
                                      const char   *tag);
const TbLook *tb_history_get         (TbHistory    *self);
gboolean      tb_history_can_undo    (TbHistory    *self);
gboolean      tb_history_can_redo    (TbHistory    *self);
gboolean      tb_history_undo        (TbHistory    *self);
gboolean      tb_history_redo        (TbHistory    *self);
void          tb_history_mark_saved  (TbHistory    *self,
                                      const TbLook *look);
gboolean      tb_history_is_saved    (TbHistory    *self);

gboolean      tb_look_equal          (const TbLook *a,
                                      const TbLook *b);
/* Whether both are of the same indicators in the same order. */
gboolean      tb_look_has_same_indicators (const TbLook *a,
                                           const TbLook *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbHistory, tb_history_free)

G_END_DECLS
