/* Panes that are made when they are first shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TB_TYPE_LATE_PANE (tb_late_pane_get_type ())
G_DECLARE_DERIVABLE_TYPE (TbLatePane, tb_late_pane, TB, LATE_PANE, AdwBin)

struct _TbLatePaneClass
{
  AdwBinClass parent_class;

  /* Fills the pane, by default with its template. */
  void        (*make) (TbLatePane *self);
};

G_END_DECLS
