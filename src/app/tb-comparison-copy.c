/* Rows of a comparison table as text that other programs paste.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-comparison-copy.h"

#include "tb-comparison-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A tab or a line break within a cell would move all that follows. */
static void
append_tsv (GString    *text,
            const char *cell,
            char        end)
{
  g_autofree char *flat = g_strdup (cell);

  g_strdelimit (flat, "\t\n\r", ' ');
  g_string_append (text, flat);
  g_string_append_c (text, end);
}

static char
get_end (const TbComparison *comparison,
         gsize               column)
{
  return column + 1 == tb_comparison_get_n_columns (comparison) ? '\n' : '\t';
}

/**
 * tb_comparison_copy_to_tsv:
 * @comparison: a table
 * @rows: (array length=n_rows): rows of it
 * @n_rows: how many
 * @language: of the text
 *
 * Writes rows as they are shown, with the header, tab-separated.
 *
 * Returns: (transfer full): the text
 */
char *
tb_comparison_copy_to_tsv (const TbComparison *comparison,
                           const gsize        *rows,
                           gsize               n_rows,
                           TbLanguage          language)
{
  GString *text = g_string_new (NULL);
  gsize n_columns = tb_comparison_get_n_columns (comparison);

  append_tsv (text, _("Indicator"), '\t');
  append_tsv (text, _("Unit"), n_columns == 0 ? '\n' : '\t');
  for (gsize c = 0; c < n_columns; c++)
    {
      g_autofree char *title = tb_comparison_dup_column_title (comparison, c, language);

      append_tsv (text, title, get_end (comparison, c));
    }
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autofree char *title = tb_comparison_dup_row_title (comparison, rows[i], language);
      g_autofree char *unit = tb_comparison_dup_row_unit (comparison, rows[i], language);

      append_tsv (text, title, '\t');
      append_tsv (text, unit, n_columns == 0 ? '\n' : '\t');
      for (gsize c = 0; c < n_columns; c++)
        {
          g_autofree char *cell = tb_comparison_dup_cell (comparison, rows[i], c, language);

          append_tsv (text, cell, get_end (comparison, c));
        }
    }
  return g_string_free_and_steal (text);
}

static void
append_html (GString    *html,
             const char *open,
             const char *text,
             const char *close)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (html, open);
  g_string_append (html, escaped);
  g_string_append (html, close);
}

static void
append_html_cell (GString            *html,
                  const TbComparison *comparison,
                  gsize               row,
                  gsize               column,
                  TbLanguage          language)
{
  g_autofree char *cell = tb_comparison_dup_cell (comparison, row, column, language);
  g_autofree char *description = tb_comparison_words_dup_cell (comparison, row, column, language);
  g_autofree char *title = g_markup_escape_text (description, -1);

  g_string_append_printf (html, "<td align=\"right\" title=\"%s\"", title);
  append_html (html, ">", cell, "</td>");
}

/**
 * tb_comparison_copy_to_html:
 * @comparison: a table
 * @rows: (array length=n_rows): rows of it
 * @n_rows: how many
 * @language: of the text
 *
 * Writes rows as they are shown, with the header, as an HTML table; what each
 * cell is stands in its title.
 *
 * Returns: (transfer full): the text
 */
char *
tb_comparison_copy_to_html (const TbComparison *comparison,
                            const gsize        *rows,
                            gsize               n_rows,
                            TbLanguage          language)
{
  GString *html = g_string_new ("<meta charset=\"utf-8\"><table><thead><tr>");
  gsize n_columns = tb_comparison_get_n_columns (comparison);

  append_html (html, "<th align=\"left\">", _("Indicator"), "</th>");
  append_html (html, "<th align=\"left\">", _("Unit"), "</th>");
  for (gsize c = 0; c < n_columns; c++)
    {
      g_autofree char *title = tb_comparison_dup_column_title (comparison, c, language);

      append_html (html, "<th align=\"right\">", title, "</th>");
    }
  g_string_append (html, "</tr></thead><tbody>\n");
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autofree char *title = tb_comparison_dup_row_title (comparison, rows[i], language);
      g_autofree char *unit = tb_comparison_dup_row_unit (comparison, rows[i], language);

      append_html (html, "<tr><th align=\"left\">", title, "</th>");
      append_html (html, "<td>", unit, "</td>");
      for (gsize c = 0; c < n_columns; c++)
        append_html_cell (html, comparison, rows[i], c, language);
      g_string_append (html, "</tr>\n");
    }
  g_string_append (html, "</tbody></table>\n");
  return g_string_free_and_steal (html);
}

/**
 * tb_comparison_copy_provider:
 * @comparison: a table
 * @rows: (array length=n_rows): rows of it
 * @n_rows: how many
 * @language: of the text
 *
 * Makes what goes to the clipboard: HTML, tab-separated and plain text at once.
 *
 * Returns: (transfer full): a new provider
 */
GdkContentProvider *
tb_comparison_copy_provider (const TbComparison *comparison,
                             const gsize        *rows,
                             gsize               n_rows,
                             TbLanguage          language)
{
  g_autofree char *tsv = tb_comparison_copy_to_tsv (comparison, rows, n_rows, language);
  g_autofree char *html = tb_comparison_copy_to_html (comparison, rows, n_rows, language);
  g_autoptr (GBytes) tsv_bytes = g_bytes_new (tsv, strlen (tsv));
  g_autoptr (GBytes) html_bytes = g_bytes_new (html, strlen (html));
  GdkContentProvider *providers[] = {
    gdk_content_provider_new_for_bytes ("text/html", html_bytes),
    gdk_content_provider_new_for_bytes ("text/tab-separated-values", tsv_bytes),
    gdk_content_provider_new_typed (G_TYPE_STRING, tsv),
  };

  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}
