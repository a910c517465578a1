/* Tables as LaTeX: a document of one table with the rules of booktabs.
 *
 * It needs nothing beside what every installation of LaTeX has, and Chinese text
 * the package ctex, which finds the fonts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-latex.h"
#include "tb-table-cell.h"
#include "tb-table-page.h"
#include "tb-table-title.h"

#include <string.h>

/* More rows than a page has are a table that goes on over pages. */
#define MOST_ROWS_OF_A_PAGE 32

/* Of a header cell, in digits. */
#define NARROWEST_LINE 10
#define NARROWEST_BAND 16
#define LINES_OF_HEAD 3

static void
append_head (GString    *tex,
             gboolean    chinese,
             gboolean    is_long)
{
  g_string_append (tex, "% A table made by Tongbi. It needs booktabs; the lines from \\begin to \\end can be\n"
                        "% taken over into another document.\n");
  g_string_append (tex, chinese
                            ? "% Chinese text: compile with xelatex or lualatex. The package ctex finds fonts for it.\n"
                            : "% Compile with pdflatex, xelatex or lualatex.\n");
  g_string_append (tex, "\\documentclass[10pt]{article}\n"
                        "\\usepackage{iftex}\n"
                        "\\ifPDFTeX\n  \\usepackage[T1]{fontenc}\n  \\usepackage{textcomp}\n  "
                        "\\IfFileExists{lmodern.sty}{\\usepackage{lmodern}}{}\n\\fi\n");
  if (chinese)
    g_string_append (tex, "\\usepackage[UTF8,scheme=plain]{ctex}\n");
  g_string_append_printf (tex, "\\usepackage[a4paper,landscape,margin=15mm]{geometry}\n"
                          "\\usepackage{booktabs}\n\\usepackage{%s}\n"
                          "\\setlength{\\parindent}{0pt}\n\\begin{document}\n",
                          is_long ? "longtable" : "graphicx");
}

/* A title in lines, so that its column is not wider than its numbers need. */
static void
append_title (GString    *tex,
              const char *title,
              int         narrowest,
              char        side)
{
  int width = MAX (narrowest, tb_cell_measure (title) / LINES_OF_HEAD + 2);
  const char *end = tb_table_title_find_line_end (title, width);

  if (*end == '\0')
    {
      tb_latex_append (tex, title);
      return;
    }
  g_string_append_printf (tex, "\\begin{tabular}[b]{@{}%c@{}}", side);
  for (const char *line = title; *line != '\0'; line = end)
    {
      g_autofree char *words = NULL;

      end = tb_table_title_find_line_end (line, width);
      words = g_strstrip (g_strndup (line, (gsize) (end - line)));
      g_string_append (tex, line > title ? "\\\\{}" : "");
      tb_latex_append (tex, words);
    }
  g_string_append (tex, "\\end{tabular}");
}

static void
append_bands (GString            *tex,
              const TbComparison *comparison,
              TbLanguage          language)
{
  gsize n = tb_comparison_get_n_columns (comparison);
  g_autoptr (GString) rules = g_string_new (NULL);

  g_string_append (tex, " &");
  for (gsize first = 0, end; first < n; first = end)
    {
      g_autofree char *band = tb_table_dup_band (comparison, first, language);

      end = tb_table_find_band_end (comparison, first);
      g_string_append_printf (tex, " & \\multicolumn{%" G_GSIZE_FORMAT "}{c}{", end - first);
      append_title (tex, band, MAX (NARROWEST_BAND, (int) (end - first) * NARROWEST_LINE), 'c');
      g_string_append_c (tex, '}');
      g_string_append_printf (rules, "\\cmidrule(lr){%" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT "}",
                              first + TB_SHEET_N_HEADS + 1, end + TB_SHEET_N_HEADS);
    }
  g_string_append_printf (tex, " \\\\\n%s\n", rules->str);
}

static void
append_columns (GString            *tex,
                const TbComparison *comparison,
                TbLanguage          language)
{
  g_string_append (tex, "\\toprule\n");
  append_bands (tex, comparison, language);
  tb_latex_append (tex, tb_table_get_indicator_word (language));
  g_string_append (tex, " & ");
  tb_latex_append (tex, tb_table_get_unit_word (language));
  for (gsize column = 0; column < tb_comparison_get_n_columns (comparison); column++)
    {
      g_autofree char *title = tb_table_dup_head (comparison, column, language);

      g_string_append (tex, " & ");
      append_title (tex, title, NARROWEST_LINE, tb_table_is_of_numbers (comparison, column) ? 'r' : 'l');
    }
  g_string_append (tex, " \\\\\n\\midrule\n");
}

/* What other cells of the column have behind the point and behind the number. */
static void
append_pad (GString            *tex,
            const TbCellFormat *format)
{
  g_autoptr (GString) pad = g_string_new (format->pad_point ? "." : "");

  for (int i = 0; i < format->pad_decimals; i++)
    g_string_append_c (pad, '0');
  g_string_append (pad, format->pad_percent ? "%" : "");
  g_string_append (pad, format->pad_letters);
  if (pad->len == 0)
    return;
  g_string_append (tex, "\\phantom{");
  tb_latex_append (tex, pad->str);
  g_string_append_c (tex, '}');
}

/* As it is shown: figures of a row in percent have no sign of their own. */
static void
init_cell (TbTableCell        *cell,
           const TbTableNotes *notes,
           const TbComparison *comparison,
           gsize               row,
           gsize               column,
           TbLanguage          language)
{
  tb_table_cell_init (cell, notes, comparison, row, column, language);
  if (cell->kind == TB_CELL_PERCENT && strchr (cell->text, '%') == NULL)
    cell->kind = TB_CELL_NUMBER;
}

static TbCellColumn *
measure (const TbComparison *comparison,
         const TbTableNotes *notes,
         TbLanguage          language)
{
  gsize n = tb_comparison_get_n_columns (comparison);
  TbCellColumn *columns = g_new0 (TbCellColumn, n);

  for (gsize row = 0; row < tb_comparison_get_n_rows (comparison); row++)
    {
      for (gsize column = 0; column < n; column++)
        {
          g_auto (TbTableCell) cell = { 0 };

          init_cell (&cell, notes, comparison, row, column, language);
          tb_cell_column_take (&columns[column], &cell);
        }
    }

  return columns;
}

static void
append_rows (GString            *tex,
             const TbComparison *comparison,
             const TbTableNotes *notes,
             TbLanguage          language)
{
  g_autofree TbCellColumn *columns = measure (comparison, notes, language);

  for (gsize row = 0; row < tb_comparison_get_n_rows (comparison); row++)
    {
      g_autofree char *name = tb_comparison_dup_row_title (comparison, row, language);
      g_autofree char *unit = tb_comparison_dup_row_unit (comparison, row, language);

      gboolean is_total = tb_comparison_get_total (comparison, row) != NULL;

      /* Behind the end of a row, "[" and "*" would belong to it. */
      if (*name == '[' || *name == '*')
        g_string_append (tex, "{}");
      if (is_total)
        g_string_append (tex, "\\textbf{");
      tb_latex_append (tex, name);
      g_string_append (tex, is_total ? "} & " : " & ");
      tb_latex_append (tex, unit);
      for (gsize column = 0; column < tb_comparison_get_n_columns (comparison); column++)
        {
          g_auto (TbTableCell) cell = { 0 };

          init_cell (&cell, notes, comparison, row, column, language);
          tb_cell_column_fit (&columns[column], &cell);
          g_string_append (tex, " & ");
          tb_latex_append (tex, cell.text);
          append_pad (tex, &cell.format);
        }
      g_string_append (tex, " \\\\\n");
    }
}

static void
append_line (GString    *tex,
             const char *line)
{
  if (line == NULL)
    return;
  tb_latex_append (tex, line);
  g_string_append (tex, "\\par\n");
}

static void
append_foot (GString            *tex,
             const TbTableNotes *notes)
{
  g_autofree char *no_total = tb_table_notes_dup_no_total (notes);
  g_autofree char *legend = tb_table_notes_dup_legend (notes);
  g_autofree char *source = tb_table_notes_dup_source (notes);

  g_string_append (tex, "\\medskip\n{\\footnotesize\n");
  for (guint note = 1; note <= tb_table_notes_get_n (notes); note++)
    {
      g_autofree char *mark = tb_table_notes_dup_mark (note);

      g_string_append_printf (tex, "\\textsuperscript{%s} ", mark);
      append_line (tex, tb_table_notes_get_text (notes, note));
    }
  append_line (tex, no_total);
  append_line (tex, legend);
  append_line (tex, source);
  g_string_append (tex, "}\n");
}

static void
append_table (GString            *tex,
              const TbComparison *comparison,
              const TbTableNotes *notes,
              gboolean            is_long,
              TbLanguage          language)
{
  g_string_append_printf (tex,
                          is_long ? "{\\footnotesize\n\\begin{longtable}{@{}ll" : "\\sbox0{\\begin{tabular}{@{}ll");
  for (gsize column = 0; column < tb_comparison_get_n_columns (comparison); column++)
    g_string_append_c (tex, tb_table_is_of_numbers (comparison, column) ? 'r' : 'l');
  g_string_append (tex, "@{}}\n");
  append_columns (tex, comparison, language);
  if (is_long)
    g_string_append (tex, "\\endhead\n\\bottomrule\n\\endfoot\n");
  append_rows (tex, comparison, notes, language);
  g_string_append (
      tex, is_long ? "\\end{longtable}}\n"
                   : "\\bottomrule\n\\end{tabular}}\n"
                     "\\ifdim\\wd0>\\linewidth\\resizebox{\\linewidth}{!}{\\usebox0}\\else\\usebox0\\fi\n\\par\n");
}

char *
tb_table_to_latex (const TbComparison *comparison,
                   TbLanguage          language)
{
  g_autoptr (TbTableNotes) notes = tb_table_notes_new (comparison, language);
  g_autofree char *title = tb_table_dup_title (comparison, language);
  g_autofree char *subtitle = tb_table_dup_subtitle (comparison, language);
  gboolean is_long = tb_comparison_get_n_rows (comparison) > MOST_ROWS_OF_A_PAGE;
  g_autoptr (GString) body = g_string_new ("{\\Large\\bfseries ");
  g_autoptr (GString) tex = g_string_new (NULL);

  tb_latex_append (body, title);
  g_string_append (body, "}\\par\n");
  append_line (body, subtitle);
  g_string_append (body, "\\medskip\n");
  append_table (body, comparison, notes, is_long, language);
  append_foot (body, notes);
  append_head (tex, tb_latex_needs_chinese (body->str), is_long);
  g_string_append (tex, body->str);
  g_string_append (tex, "\\end{document}\n");

  return g_string_free_and_steal (g_steal_pointer (&tex));
}
