/* What holds for every text that a reader gets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is wrong with a text for readers: NULL where nothing is. A reader never
 * gets an empty sentence, nan, inf, −0, a percentage of a percentage, or the
 * remains of a sentence that was put together. */
const char *tb_plain_text_find_fault (const char *text);

G_END_DECLS
