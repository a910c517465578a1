/* The titles of the table's columns.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-language.h"

G_BEGIN_DECLS

/* In the widths of Latin letters. */
int   tb_comparison_title_width (const char *title);
/* A long title in two lines. */
char *tb_comparison_title_wrap  (const char *title,
                                 TbLanguage  language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
