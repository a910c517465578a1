/* Writes numbers for readers: separators, scales, signs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-language.h"
#include "tb-types.h"

G_BEGIN_DECLS

/**
 * TbNumberScale:
 * @power: numbers are divided by ten to this power: 0, 4, 8, 12 in Chinese; 0, 6, 9, 12 in English
 * @suffix: what follows the number: "", "万", "亿", "万亿"; " million" …
 *
 * The one scale of an axis, a column or a row (semantics L-1).
 */
typedef struct
{
  int         power;
  const char *suffix;
} TbNumberScale;

TbNumberScale  tb_number_scale_choose  (double               largest_abs,
                                        TbLanguage           language);
TbNumberScale  tb_number_scale_for_power (int                power,
                                        TbLanguage           language);

/* Decimals: how many digits behind the point a figure needs after scaling, so
 * that three significant digits remain where the scale shortens and every
 * printed digit where it does not. */
int            tb_number_decimals      (double               figure,
                                        int                  printed_decimals,
                                        TbNumberScale        scale);

/* "1,234.5", "−3.2" (U+2212), never "−0.0". No scale suffix. */
char          *tb_number_format        (double               number,
                                        int                  decimals) G_GNUC_WARN_UNUSED_RESULT;
/* The figure divided by the scale, with its suffix where @with_suffix. */
char          *tb_number_format_scaled (double               figure,
                                        int                  decimals,
                                        TbNumberScale        scale,
                                        gboolean             with_suffix) G_GNUC_WARN_UNUSED_RESULT;
/* With a sign always: "+3.2", "−3.2", "0.0". */
char          *tb_number_format_signed (double               number,
                                        int                  decimals) G_GNUC_WARN_UNUSED_RESULT;
/* Shortest form that reads back to the same double: for files. */
char          *tb_number_to_shortest   (double               number) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
