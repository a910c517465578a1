/* How the numbers of a comparison table's cells are written.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-comparison-private.h"
#include "tb-verdict-private.h"

#include <math.h>
#include <string.h>

/* The digit that stands above the line; −1 for anything else. */
static int
find_raised_digit (gunichar c)
{
  static const gunichar raised[] = { 0x2070, 0xb9, 0xb2, 0xb3, 0x2074, 0x2075, 0x2076, 0x2077, 0x2078, 0x2079 };

  for (int i = 0; i < (int) G_N_ELEMENTS (raised); i++)
    {
      if (raised[i] == c)
        return i;
    }

  return -1;
}

#define POWER "×10"

static gboolean
begins_power (const char *text)
{
  return g_str_has_prefix (text, POWER) && find_raised_digit (g_utf8_get_char (text + strlen (POWER))) >= 0;
}

/* "−1.7×10³⁰⁸" is "-1.7e308" in a file. */
char *
tb_cell_make_plain (const char *shown)
{
  gboolean is_power = FALSE;
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *p = shown; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      int raised = is_power ? find_raised_digit (c) : -1;

      is_power = raised >= 0 || begins_power (p);
      if (is_power && raised < 0)
        {
          g_string_append_c (plain, 'e');
          p += strlen (POWER) - 1;
        }
      else if (raised >= 0)
        g_string_append_c (plain, (char) ('0' + raised));
      else if (c == 0x2212)
        g_string_append_c (plain, '-');
      else if (c != ',' && c != '+')
        g_string_append_unichar (plain, c);
    }

  return g_string_free_and_steal (g_steal_pointer (&plain));
}

char *
tb_cell_dup_difference (const TbBounded *difference,
                        const TbSide    *base,
                        const TbSide    *current,
                        TbNumberScale    scale)
{
  double divisor = pow (10, scale.power);
  int decimals;
  g_autofree char *number = NULL;

  if (difference->bound == TB_BOUND_BETWEEN)
    {
      int low_decimals = tb_side_count_decimals (base, current, difference->low, scale);
      int high_decimals = tb_side_count_decimals (base, current, difference->high, scale);
      g_autofree char *low = tb_number_format_signed (difference->low / divisor, low_decimals);
      g_autofree char *high = tb_number_format_signed (difference->high / divisor, high_decimals);

      return g_strconcat (low, "…", high, NULL);
    }
  if (isnan (difference->value))
    return NULL;

  decimals = tb_side_count_decimals (base, current, difference->value, scale);
  number = tb_number_format_signed (difference->value / divisor, decimals);

  return g_strconcat (tb_bound_get_mark (difference->bound, difference->strict), number, NULL);
}

char *
tb_cell_dup_in_unit (const char  *number,
                     gboolean     in_points,
                     TbLanguage   language,
                     TbCellStyle  style)
{
  static const TbPhrase points = { { "%s pp", "%s个百分点" } };

  if (style == TB_CELL_PLAIN)
    return tb_cell_make_plain (number);

  return in_points ? g_strdup_printf (points.in[language], number) : g_strdup (number);
}

static char *
format_percent (double   percent,
                gboolean toward_zero,
                gboolean with_sign)
{
  int decimals;

  percent = tb_percent_round (percent, toward_zero, &decimals);

  return with_sign ? tb_number_format_signed (percent, decimals) : tb_number_format (percent, decimals);
}

char *
tb_cell_dup_percent (const TbBounded *percent,
                     gboolean         with_sign,
                     TbCellStyle      style)
{
  /* A bound rounded away from zero would claim more than is known. */
  gboolean toward_zero = percent->bound == TB_BOUND_AT_LEAST || percent->bound == TB_BOUND_AT_MOST;
  g_autofree char *number = NULL;

  if (percent->bound == TB_BOUND_BETWEEN && !isnan (percent->low) && !isnan (percent->high))
    {
      g_autofree char *low = format_percent (percent->low, FALSE, with_sign);
      g_autofree char *high = format_percent (percent->high, FALSE, with_sign);

      number = g_strconcat (low, with_sign ? "…" : "–", high, NULL);
    }
  else
    {
      g_autofree char *value = format_percent (percent->value, toward_zero, with_sign);

      number = g_strconcat (tb_bound_get_mark (percent->bound, percent->strict), value, NULL);
    }

  return style == TB_CELL_PLAIN ? tb_cell_make_plain (number) : g_strconcat (number, "%", NULL);
}
