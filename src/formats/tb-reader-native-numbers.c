/* Reads the numbers of the dataset format, digit by digit.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-native.h"

#include <glib/gi18n-lib.h>

/**
 * tb_native_parse_number:
 * @self: a reading
 * @number: a number
 * @out_decimal: (inout): the number as printed
 * @out_digits: (out) (optional) (transfer none) (nullable): its text, where it
 *   has more digits than @out_decimal holds
 *
 * Takes a number. Without @out_digits one with more digits is refused, since
 * some of them would be lost.
 *
 * Returns: whether @out_decimal was set
 */
gboolean
tb_native_parse_number (TbNative           *self,
                        const TbJsonValue  *number,
                        TbDecimal          *out_decimal,
                        const char        **out_digits)
{
  TbDecimal decimal;
  gsize length;
  const char *text = tb_json_get_number (number, &length);

  switch (tb_decimal_parse (text, length, &decimal))
    {
    case TB_DECIMAL_EXACT:
      *out_decimal = decimal;
      return TRUE;
    case TB_DECIMAL_LONG:
      if (out_digits == NULL)
        {
          tb_native_fail_type (self, number, _("a number of no more than 18 digits here"));
          return FALSE;
        }
      *out_digits = tb_pool_intern_len (self->pool, text, length);
      *out_decimal = decimal;
      return TRUE;
    case TB_DECIMAL_OVERFLOW:
    case TB_DECIMAL_INVALID:
      break;
    }

  tb_native_fail_type (self, number, _("a number that is not infinite: at most about 1.8e308"));
  return FALSE;
}

/**
 * tb_native_read_decimal:
 * @self: a reading
 * @value: (nullable): a number
 * @out_decimal: (inout): the number as printed
 *
 * Reads a number of which all digits can be held.
 *
 * Returns: whether @out_decimal was set
 */
gboolean
tb_native_read_decimal (TbNative          *self,
                        const TbJsonValue *value,
                        TbDecimal         *out_decimal)
{
  return tb_native_check_type (self, value, TB_JSON_NUMBER, N_("a number"))
         && tb_native_parse_number (self, value, out_decimal, NULL);
}

/**
 * tb_native_read_positive:
 * @self: a reading
 * @value: (nullable): a number above zero
 * @out_decimal: (inout): the number as printed
 *
 * Reads a multiplier or factor.
 *
 * Returns: whether @out_decimal was set
 */
gboolean
tb_native_read_positive (TbNative          *self,
                         const TbJsonValue *value,
                         TbDecimal         *out_decimal)
{
  TbDecimal decimal;

  if (!tb_native_read_decimal (self, value, &decimal))
    return FALSE;
  if (decimal.mantissa <= 0)
    {
      tb_native_fail_type (self, value, _("a number above 0"));
      return FALSE;
    }

  *out_decimal = decimal;
  return TRUE;
}
