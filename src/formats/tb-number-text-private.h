/* What the files that read numbers share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-number-text.h"

G_BEGIN_DECLS

/* Bytes of the space at the start of a text, in ASCII or beyond; 0 where there is none. */
gsize     tb_number_text_count_space (const char          *text,
                                      gsize                length);
/* A number without flags as JSON writes it; NULL where the text is none. */
GString  *tb_number_text_make_json   (const char          *text,
                                      gsize                length,
                                      const TbNumberStyle *style,
                                      gboolean            *out_percent) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
