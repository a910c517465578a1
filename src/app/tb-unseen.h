/* Contents of panes that are not shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void tb_unseen_hide (AdwBin *pane);

G_END_DECLS
