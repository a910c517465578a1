/* A number as it was printed: its digits and where the point stands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-types.h"

G_BEGIN_DECLS

/**
 * TbDecimal:
 * @mantissa: the digits as an integer, with the sign
 * @exponent: power of ten of the last digit
 *
 * `6.0` is {60, −1} and `6` is {6, 0}: equal numbers, printed differently, and
 * the difference is what the rounding of a figure is read from.
 */
struct _TbDecimal
{
  gint64 mantissa;
  gint16 exponent;
};

#define TB_DECIMAL_ONE ((TbDecimal) { 1, 0 })

typedef enum
{
  TB_DECIMAL_EXACT,     /* all digits are held */
  TB_DECIMAL_LONG,      /* more digits than 64 bits hold: the leading ones are; keep the text */
  TB_DECIMAL_OVERFLOW,  /* larger than a double can be */
  TB_DECIMAL_INVALID,   /* not a number as JSON writes it */
} TbDecimalParse;

TbDecimalParse  tb_decimal_parse     (const char      *text,
                                      gsize            length,
                                      TbDecimal       *out_decimal);
char           *tb_decimal_to_string (TbDecimal        self) G_GNUC_WARN_UNUSED_RESULT;
double          tb_decimal_to_double (TbDecimal        self);
double          tb_decimal_multiply  (TbDecimal        a,
                                      TbDecimal        b);
double          tb_decimal_half_unit (TbDecimal        self,
                                      TbDecimal        multiplier);
gboolean        tb_decimal_subtract  (TbDecimal        a,
                                      TbDecimal        b,
                                      TbDecimal       *out_difference);
gboolean        tb_decimal_product   (TbDecimal        a,
                                      TbDecimal        b,
                                      TbDecimal       *out_product);
/* FALSE by zero. 18 digits where no decimal ends it. */
gboolean        tb_decimal_quotient  (TbDecimal        a,
                                      TbDecimal        b,
                                      TbDecimal       *out_quotient);
int             tb_decimal_compare   (TbDecimal        a,
                                      TbDecimal        b);
gboolean        tb_decimal_identical (TbDecimal        a,
                                      TbDecimal        b);
int             tb_decimal_get_n_decimals (TbDecimal   self);

G_END_DECLS
