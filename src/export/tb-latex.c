/* Text inside of LaTeX.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-latex.h"

#include "tb-text-measure.h"

#include <string.h>

/* The ten characters that are not themselves (The LaTeX Companion, 2.2), and such
 * that pdfLaTeX's fonts do not have in text. */
static const struct { gunichar character; const char *command;
} commands[] = {
  { '\\', "\\textbackslash{}" },
  { '{', "\\{" },
  { '}', "\\}" },
  { '$', "\\$" },
  { '&', "\\&" },
  { '#', "\\#" },
  { '%', "\\%" },
  { '_', "\\_" },
  { '^', "\\textasciicircum{}" },
  { '~', "\\textasciitilde{}" },
  { '`', "\\textasciigrave{}" },
  { '"', "\\textquotedbl{}" },
  { 0xA0, "~" },
  { 0xB0, "\\textdegree{}" },
  { 0xB1, "\\ensuremath{\\pm}" },
  { 0xB5, "\\ensuremath{\\mu}" },
  { 0xB7, "\\textperiodcentered{}" },
  { 0xD7, "\\ensuremath{\\times}" },
  { 0x2013, "--" },
  { 0x2014, "---" },
  { 0x2026, "\\dots{}" },
  { 0x2030, "\\textperthousand{}" },
  { 0x20AC, "\\texteuro{}" },
  { 0x2190, "\\ensuremath{\\leftarrow}" },
  { 0x2192, "\\ensuremath{\\rightarrow}" },
  { 0x2194, "\\ensuremath{\\leftrightarrow}" },
  { 0x2212, "\\ensuremath{-}" },
  { 0x221E, "\\ensuremath{\\infty}" },
  { 0x2248, "\\ensuremath{\\approx}" },
  { 0x2260, "\\ensuremath{\\neq}" },
  { 0x2264, "\\ensuremath{\\leq}" },
  { 0x2265, "\\ensuremath{\\geq}" },
};

/* What stands above the line, and what it is there. */
static const struct { gunichar character; char below; } raised[] = {
  { 0x2070, '0' }, { 0xB9, '1' }, { 0xB2, '2' }, { 0xB3, '3' }, { 0x2074, '4' }, { 0x2075, '5' }, { 0x2076, '6' },
  { 0x2077, '7' }, { 0x2078, '8' }, { 0x2079, '9' }, { 0x1D43, 'a' }, { 0x1D47, 'b' }, { 0x1D9C, 'c' }, { 0x1D48, 'd' },
  { 0x1D49, 'e' }, { 0x1DA0, 'f' }, { 0x1D4D, 'g' }, { 0x2B0, 'h' }, { 0x2071, 'i' }, { 0x2B2, 'j' }, { 0x1D4F, 'k' },
  { 0x2E1, 'l' }, { 0x1D50, 'm' }, { 0x207F, 'n' }, { 0x1D52, 'o' }, { 0x1D56, 'p' }, { 0x2B3, 'r' }, { 0x2E2, 's' },
  { 0x1D57, 't' }, { 0x1D58, 'u' }, { 0x1D5B, 'v' }, { 0x2B7, 'w' }, { 0x2E3, 'x' }, { 0x2B8, 'y' }, { 0x1DBB, 'z' },
};

static gboolean
append_command (GString  *out,
                gunichar  character)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (commands[i].character == character)
        {
          g_string_append (out, commands[i].command);
          return TRUE;
        }
    }
  for (gsize i = 0; i < G_N_ELEMENTS (raised); i++)
    {
      if (raised[i].character == character)
        {
          g_string_append_printf (out, "\\textsuperscript{%c}", raised[i].below);
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * tb_latex_append:
 * @out: where to
 * @text: text of the data
 *
 * Appends text so that nothing in it is a command, and no two characters become
 * one: "--" stays two hyphens.
 */
void
tb_latex_append (GString    *out,
                 const char *text)
{
  g_autofree char *clean = tb_text_clean (text);

  for (const char *p = clean; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (append_command (out, c))
        continue;
      g_string_append_unichar (out, c);
      if (strchr ("-<>,'?!", *p) != NULL && p[1] != '\0' && strchr ("-<>,'`", p[1]) != NULL)
        g_string_append (out, "{}");
    }
}

/**
 * tb_latex_needs_chinese:
 * @text: UTF-8
 *
 * Returns: whether a character in it is of East Asian width
 */
gboolean
tb_latex_needs_chinese (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_iswide (g_utf8_get_char (p)))
        return TRUE;
    }

  return FALSE;
}
