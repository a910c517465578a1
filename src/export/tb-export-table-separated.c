/* Tables as comma- and tab-separated values.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-export-table-private.h"

#include "tb-csv.h"
#include "tb-text-measure.h"

/* Line ends and tabs become spaces and control characters vanish, as in a
 * figure; tab-separated values need no more. */
static void
append_field (GString    *text,
              const char *field,
              char        separator)
{
  g_autofree char *clean = tb_text_clean (field);

  if (separator == '\t')
    g_string_append (text, clean);
  else
    tb_csv_append_field (text, clean);
}

static void
append_next (GString    *text,
             const char *field,
             char        separator)
{
  g_string_append_c (text, separator);
  append_field (text, field, separator);
}

/* All that the footnotes of a row would say, each once, in its last field. */
static char *
dup_row_notes (const TbTableNotes *notes,
               gsize               row,
               gsize               n_columns)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GHashTable) said = g_hash_table_new (NULL, NULL);

  for (gsize column = 0; column < n_columns; column++)
    {
      guint note = tb_table_notes_find (notes, row, column);

      if (note == 0 || !g_hash_table_add (said, GUINT_TO_POINTER (note)))
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? " | " : "", tb_table_notes_get_text (notes, note));
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
append_header (GString            *text,
               const TbComparison *comparison,
               gboolean            with_notes,
               char                separator,
               TbLanguage          language)
{
  static const TbPhrase notes_word = { { "Notes", "说明" } };

  append_field (text, tb_table_get_indicator_word (language), separator);
  append_next (text, tb_table_get_unit_word (language), separator);
  for (gsize column = 0; column < tb_comparison_get_n_columns (comparison); column++)
    {
      g_autofree char *title = tb_comparison_dup_column_title (comparison, column, language);

      append_next (text, title, separator);
    }
  if (with_notes)
    append_next (text, notes_word.in[language], separator);
  g_string_append_c (text, '\n');
}

char *
tb_table_to_separated (const TbComparison *comparison,
                       char                separator,
                       TbLanguage          language)
{
  g_autoptr (TbTableNotes) notes = tb_table_notes_new (comparison, language);
  g_autoptr (GString) text = g_string_new (NULL);
  gsize n_columns = tb_comparison_get_n_columns (comparison);
  gboolean with_notes = tb_table_notes_get_n (notes) > 0;

  append_header (text, comparison, with_notes, separator, language);
  for (gsize row = 0; row < tb_comparison_get_n_rows (comparison); row++)
    {
      g_autofree char *title = tb_comparison_dup_row_title (comparison, row, language);
      g_autofree char *unit = tb_comparison_dup_row_unit (comparison, row, language);
      g_autofree char *row_notes = dup_row_notes (notes, row, n_columns);

      append_field (text, title, separator);
      append_next (text, unit, separator);
      for (gsize column = 0; column < n_columns; column++)
        {
          g_autofree char *cell = tb_comparison_dup_cell_plain (comparison, row, column, language);

          append_next (text, cell, separator);
        }
      if (with_notes)
        append_next (text, row_notes, separator);
      g_string_append_c (text, '\n');
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}
