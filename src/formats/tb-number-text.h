/* Numbers as statistical offices print them (formats.md, section 11).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-decimal.h"

G_BEGIN_DECLS

typedef enum
{
  TB_NUMBER_GIVEN,
  TB_NUMBER_MISSING,   /* "", ":", "..", "NA", "n/a", "." … */
  TB_NUMBER_NONE,      /* no number: never a part of it taken for one ("1,234 or more") */
} TbNumberForm;

/**
 * TbNumberStyle:
 * @decimal_mark: '.' or ','
 * @group_mark: what parts thousands: ',' '.' '\'' or 0 for none; spaces (U+0020 between digits,
 *   U+00A0, U+2009, U+202F) always may
 * @missing: (nullable) (array zero-terminated=1): texts for a missing number in place of the usual ones;
 *   "" and NaN, INF and -INF are missing whatever it says
 * @with_flags: whether letters behind a space are status codes ("12.3 b", ": c")
 * @bare: whether a number stands alone; else what is no digit is cut off at both ends ("95%", "€ 12")
 *
 * How the numbers of one column are printed.
 */
typedef struct
{
  char               decimal_mark;
  char               group_mark;
  const char *const *missing;
  gboolean           with_flags;
  gboolean           bare;
} TbNumberStyle;

#define TB_NUMBER_STYLE_PLAIN ((TbNumberStyle) { .decimal_mark = '.', .bare = TRUE })

/**
 * TbNumberText:
 * @value: the number as printed
 * @is_long: it has more digits than @value holds: keep the text
 * @flags, @n_flags: the letters behind the number, in the text; 0 for none
 * @is_percent: a "%" stood behind it
 */
typedef struct
{
  TbDecimal   value;
  gboolean    is_long;
  gboolean    is_percent;
  const char *flags;
  gsize       n_flags;
} TbNumberText;

/* @text need not end in a zero byte. A number larger than a double can be is NONE.
 * U+2212 and "+" are signs; groups must be of three digits. Thread: any. */
TbNumberForm  tb_number_text_parse       (const char          *text,
                                          gsize                length,
                                          const TbNumberStyle *style,
                                          TbNumberText        *out_number);
/* The same number as JSON writes it, with all its digits ("12,345.60" → "12345.60"): what is kept where
 * @is_long. NULL where it is not GIVEN. */
char         *tb_number_text_dup_digits  (const char          *text,
                                          gsize                length,
                                          const TbNumberStyle *style) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
