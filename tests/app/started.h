/* What the programs that bench-start runs tell of themselves.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void started_tell_frame  (const char *what);
void started_tell_memory (void);

G_END_DECLS
