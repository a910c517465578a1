/* Texts in a window that is mirrored, for those who read from right to left.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tb_mirrored_keep_texts (void);

G_END_DECLS
