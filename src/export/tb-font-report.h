/* Which fonts a figure is set in, and what is missing of those that it asks for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-shaped-text.h"

G_BEGIN_DECLS

/* "Hani: Noto Sans CJK SC; Latn: Inter", by codes of ISO 15924; "" for no text. */
char  *tb_font_report_dup_families (const TbShapedText *text) G_GNUC_WARN_UNUSED_RESULT;
/* Sentences, in the language of the process. */
void   tb_font_report_add_notices  (const TbShapedText *text,
                                    GPtrArray          *notices);

G_END_DECLS
