/* What the files that read status codes share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-status-text.h"

G_BEGIN_DECLS

/* Whether a label says what an SDMX letter means. */
gboolean  tb_status_text_agrees      (char        letter,
                                      const char *label);
/* The letter that a label tells; 0 where it tells none. */
char      tb_status_text_find_letter (const char *label);

G_END_DECLS
