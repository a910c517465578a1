/* Tables as Markdown (pipe tables of GitHub Flavored Markdown, section 4.10).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-export-table-private.h"
#include "tb-text-measure.h"

#include <string.h>

static void
append_escaped (GString    *text,
                const char *raw)
{
  g_autofree char *clean = tb_text_clean (raw);

  for (const char *p = clean; *p != '\0'; p++)
    {
      if (strchr ("\\`*_[]|<>&~#$", *p) != NULL)
        g_string_append_c (text, '\\');
      g_string_append_c (text, *p);
    }
}

static void
append_cell (GString            *text,
             const TbTableNotes *notes,
             const TbComparison *comparison,
             gsize               row,
             gsize               column,
             TbLanguage          language)
{
  g_autofree char *cell = tb_comparison_dup_cell (comparison, row, column, language);
  g_autofree char *status = tb_table_notes_dup_status (notes, row, column);
  guint note = tb_table_notes_find (notes, row, column);

  append_escaped (text, cell);
  if (status != NULL)
    g_string_append_printf (text, " %s", status);
  if (note != 0)
    {
      g_autofree char *mark = tb_table_notes_dup_mark (note);

      g_string_append_printf (text, " (%s)", mark);
    }
  g_string_append (text, " |");
}

static void
append_header (GString            *text,
               const TbComparison *comparison,
               TbLanguage          language)
{
  gsize n_columns = tb_comparison_get_n_columns (comparison);

  g_string_append_printf (text, "| %s | %s |", tb_table_get_indicator_word (language),
                          tb_table_get_unit_word (language));
  for (gsize column = 0; column < n_columns; column++)
    {
      g_autofree char *title = tb_comparison_dup_column_title (comparison, column, language);

      g_string_append_c (text, ' ');
      append_escaped (text, title);
      g_string_append (text, " |");
    }
  g_string_append (text, "\n| :-- | :-- |");
  for (gsize column = 0; column < n_columns; column++)
    g_string_append (text, tb_table_is_of_numbers (comparison, column) ? " --: |" : " :-- |");
  g_string_append_c (text, '\n');
}

static void
append_line (GString    *text,
             const char *line)
{
  if (line == NULL)
    return;
  g_string_append_c (text, '\n');
  append_escaped (text, line);
  g_string_append_c (text, '\n');
}

static void
append_foot (GString            *text,
             const TbTableNotes *notes)
{
  g_autofree char *no_total = tb_table_notes_dup_no_total (notes);
  g_autofree char *legend = tb_table_notes_dup_legend (notes);
  g_autofree char *source = tb_table_notes_dup_source (notes);

  for (guint note = 1; note <= tb_table_notes_get_n (notes); note++)
    {
      g_autofree char *mark = tb_table_notes_dup_mark (note);

      g_string_append_printf (text, "%s- (%s) ", note == 1 ? "\n" : "", mark);
      append_escaped (text, tb_table_notes_get_text (notes, note));
      g_string_append_c (text, '\n');
    }
  append_line (text, no_total);
  append_line (text, legend);
  append_line (text, source);
}

char *
tb_table_to_markdown (const TbComparison *comparison,
                      TbLanguage          language)
{
  g_autoptr (TbTableNotes) notes = tb_table_notes_new (comparison, language);
  g_autofree char *title = tb_table_dup_title (comparison, language);
  g_autofree char *subtitle = tb_table_dup_subtitle (comparison, language);
  g_autoptr (GString) text = g_string_new ("# ");

  append_escaped (text, title);
  g_string_append (text, "\n\n");
  if (subtitle != NULL)
    {
      /* Inside of marks it can not begin a list. */
      g_string_append_c (text, '*');
      append_escaped (text, subtitle);
      g_string_append (text, "*\n\n");
    }
  append_header (text, comparison, language);
  for (gsize row = 0; row < tb_comparison_get_n_rows (comparison); row++)
    {
      g_autofree char *name = tb_comparison_dup_row_title (comparison, row, language);
      g_autofree char *unit = tb_comparison_dup_row_unit (comparison, row, language);

      const char *weight = tb_comparison_get_total (comparison, row) != NULL ? "**" : "";

      g_string_append_printf (text, "| %s", weight);
      append_escaped (text, name);
      g_string_append_printf (text, "%s | ", weight);
      append_escaped (text, unit);
      g_string_append (text, " |");
      for (gsize column = 0; column < tb_comparison_get_n_columns (comparison); column++)
        {
          g_string_append_c (text, ' ');
          append_cell (text, notes, comparison, row, column, language);
        }
      g_string_append_c (text, '\n');
    }
  append_foot (text, notes);

  return g_string_free_and_steal (g_steal_pointer (&text));
}
