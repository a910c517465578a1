/* Numbers, texts and colours inside of SVG.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-svg-private.h"

#include "tb-markup-private.h"

#include <math.h>
#include <string.h>

/* Two decimals are 1/9600 in; zeros behind the point say nothing. */
void
tb_svg_append_number (GString *out,
                      double   number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  gsize length;

  g_ascii_formatd (buffer, sizeof buffer, "%.2f", number);
  length = strlen (buffer);
  while (buffer[length - 1] == '0')
    length--;
  if (buffer[length - 1] == '.')
    length--;
  buffer[length] = '\0';
  g_string_append (out, strcmp (buffer, "-0") == 0 ? "0" : buffer);
}

void
tb_svg_append_attribute (GString    *out,
                         const char *name,
                         double      number)
{
  g_string_append_printf (out, " %s=\"", name);
  tb_svg_append_number (out, number);
  g_string_append_c (out, '"');
}

void
tb_svg_append_text_attribute (GString    *out,
                              const char *name,
                              const char *text)
{
  g_string_append_printf (out, " %s=\"", name);
  tb_markup_append (out, text);
  g_string_append_c (out, '"');
}

static guint
to_byte (double channel)
{
  return (guint) lround (CLAMP (channel, 0, 1) * 255);
}

void
tb_svg_append_hex (GString *out,
                   TbColor  color)
{
  g_string_append_printf (out, "%02x%02x%02x", to_byte (color.r), to_byte (color.g), to_byte (color.b));
}

void
tb_svg_append_color (GString    *out,
                     const char *name,
                     TbColor     color)
{
  g_string_append_printf (out, " %s=\"#", name);
  tb_svg_append_hex (out, color);
  g_string_append_c (out, '"');
  if (color.a < 1)
    {
      g_string_append_printf (out, " %s-opacity=\"", name);
      tb_svg_append_number (out, color.a);
      g_string_append_c (out, '"');
    }
}
