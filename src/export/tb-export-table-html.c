/* Tables as one HTML page that needs nothing beside it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-export-table-private.h"
#include "tb-markup-private.h"
#include "tb-table-page.h"

static const char style[] =
  ":root { color-scheme: light dark; --line: #c0bfbc; --head: #f0f0ee; --muted: #5e5c64; }\n"
  "@media (prefers-color-scheme: dark) { :root { --line: #5e5c64; --head: #303035; --muted: #b0afb4; } }\n"
  "body { font: 1rem/1.5 system-ui, \"Noto Sans CJK SC\", \"Source Han Sans SC\", sans-serif; margin: 2rem auto; "
  "max-width: 75rem; padding: 0 1rem; }\n"
  "h1 { font-size: 1.4rem; }\n"
  ".scroll { overflow-x: auto; }\n"
  "table { border-collapse: collapse; font-variant-numeric: tabular-nums; }\n"
  "th, td { border-bottom: 1px solid var(--line); padding: 0.35rem 0.7rem; text-align: start; vertical-align: top; }\n"
  "thead th { background: var(--head); vertical-align: bottom; }\n"
  "colgroup { border-inline: 1px solid var(--line); }\n"
  ".bands th { text-align: center; font-weight: normal; color: var(--muted); }\n"
  "tbody th { font-weight: normal; }\n"
  ".total th, .total td { font-weight: 600; }\n"
  "td.n, th.n { text-align: end; white-space: nowrap; }\n"
  "thead th.n { white-space: normal; }\n"
  ".unit, .notes, .source { color: var(--muted); }\n"
  ".notes, .source { font-size: 0.9rem; }\n"
  ".notes ol { padding-inline-start: 0; list-style: none; }\n"
  "sup a { text-decoration: none; }\n"
  "@media print { body { margin: 0; max-width: none; font-size: 9pt; } .scroll { overflow: visible; } "
  "thead { display: table-header-group; } tr { break-inside: avoid; } }\n";

static void
append_paragraph (GString    *html,
                  const char *class,
                  const char *text)
{
  if (text == NULL)
    return;
  g_string_append_printf (html, "<p class=\"%s\">", class);
  tb_markup_append (html, text);
  g_string_append (html, "</p>\n");
}

static void
append_head (GString    *html,
             const char *title,
             const char *subtitle,
             TbLanguage  language)
{
  static const TbPhrase codes = { { "en", "zh-CN" } };

  g_string_append_printf (html, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
                          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>",
                          codes.in[language]);
  tb_markup_append (html, title);
  g_string_append_printf (html, "</title>\n<style>\n%s</style>\n</head>\n<body>\n<h1 id=\"title\">", style);
  tb_markup_append (html, title);
  g_string_append (html, "</h1>\n");
  append_paragraph (html, "source", subtitle);
}

/* B-1: what kind of columns stand below, and the groups that they make. */
static void
append_bands (GString            *html,
              const TbComparison *comparison,
              TbLanguage          language)
{
  gsize n = tb_comparison_get_n_columns (comparison);
  g_autoptr (GString) heads = g_string_new (NULL);

  g_string_append (html, "<colgroup span=\"2\"></colgroup>");
  for (gsize first = 0, end; first < n; first = end)
    {
      g_autofree char *band = tb_table_dup_band (comparison, first, language);

      end = tb_table_find_band_end (comparison, first);
      g_string_append_printf (html, "<colgroup span=\"%" G_GSIZE_FORMAT "\"></colgroup>", end - first);
      g_string_append_printf (heads, "<th scope=\"colgroup\" colspan=\"%" G_GSIZE_FORMAT "\">", end - first);
      tb_markup_append (heads, band);
      g_string_append (heads, "</th>");
    }
  g_string_append_printf (html, "\n<thead>\n<tr class=\"bands\"><td colspan=\"2\"></td>%s</tr>\n", heads->str);
}

static void
append_columns (GString            *html,
                const TbComparison *comparison,
                TbLanguage          language)
{
  static const TbPhrase regions = { { "Table, scrolls sideways", "表格，可横向滚动" } };

  g_string_append_printf (html, "<div class=\"scroll\" role=\"region\" aria-label=\"%s\" tabindex=\"0\">\n"
                          "<table aria-labelledby=\"title\">\n", regions.in[language]);
  append_bands (html, comparison, language);
  g_string_append_printf (html, "<tr><th scope=\"col\">%s</th><th scope=\"col\">%s</th>",
                          tb_table_get_indicator_word (language), tb_table_get_unit_word (language));
  for (gsize column = 0; column < tb_comparison_get_n_columns (comparison); column++)
    {
      g_autofree char *title = tb_table_dup_head (comparison, column, language);

      g_string_append_printf (html, "<th scope=\"col\"%s>",
                              tb_table_is_of_numbers (comparison, column) ? " class=\"n\"" : "");
      tb_markup_append (html, title);
      g_string_append (html, "</th>");
    }
  g_string_append (html, "</tr>\n</thead>\n<tbody>\n");
}

static void
append_cell (GString            *html,
             const TbTableNotes *notes,
             const TbComparison *comparison,
             gsize               row,
             gsize               column,
             TbLanguage          language)
{
  g_autofree char *cell = tb_comparison_dup_cell (comparison, row, column, language);
  g_autofree char *status = tb_table_notes_dup_status (notes, row, column);
  guint note = tb_table_notes_find (notes, row, column);

  g_string_append (html, tb_table_is_of_numbers (comparison, column) ? "<td class=\"n\">" : "<td>");
  tb_markup_append (html, cell);
  if (status != NULL)
    {
      g_string_append (html, " <abbr title=\"");
      for (const char *p = status; *p != '\0'; p++)
        {
          if (p > status)
            g_string_append (html, ", ");
          tb_markup_append (html, tb_status_word (*p, language));
        }
      g_string_append_printf (html, "\">%s</abbr>", status);
    }
  if (note != 0)
    {
      g_autofree char *mark = tb_table_notes_dup_mark (note);

      g_string_append_printf (html, "<sup><a href=\"#note-%s\">%s</a></sup>", mark, mark);
    }
  g_string_append (html, "</td>");
}

static void
append_rows (GString            *html,
             const TbTableNotes *notes,
             const TbComparison *comparison,
             TbLanguage          language)
{
  for (gsize row = 0; row < tb_comparison_get_n_rows (comparison); row++)
    {
      g_autofree char *name = tb_comparison_dup_row_title (comparison, row, language);
      g_autofree char *unit = tb_comparison_dup_row_unit (comparison, row, language);

      g_string_append_printf (html, "<tr%s><th scope=\"row\">",
                              tb_comparison_get_total (comparison, row) != NULL ? " class=\"total\"" : "");
      tb_markup_append (html, name);
      g_string_append (html, "</th><td class=\"unit\">");
      tb_markup_append (html, unit);
      g_string_append (html, "</td>");
      for (gsize column = 0; column < tb_comparison_get_n_columns (comparison); column++)
        append_cell (html, notes, comparison, row, column, language);
      g_string_append (html, "</tr>\n");
    }
}

static void
append_foot (GString            *html,
             const TbTableNotes *notes,
             TbLanguage          language)
{
  static const TbPhrase headings = { { "Notes", "说明" } };
  g_autofree char *no_total = tb_table_notes_dup_no_total (notes);
  g_autofree char *legend = tb_table_notes_dup_legend (notes);
  g_autofree char *source = tb_table_notes_dup_source (notes);
  guint n = tb_table_notes_get_n (notes);

  if (n > 0)
    g_string_append_printf (html, "<section class=\"notes\" aria-label=\"%s\">\n<ol>\n", headings.in[language]);
  for (guint note = 1; note <= n; note++)
    {
      g_autofree char *mark = tb_table_notes_dup_mark (note);

      g_string_append_printf (html, "<li id=\"note-%s\"><sup>%s</sup> ", mark, mark);
      tb_markup_append (html, tb_table_notes_get_text (notes, note));
      g_string_append (html, "</li>\n");
    }
  if (n > 0)
    g_string_append (html, "</ol>\n</section>\n");
  append_paragraph (html, "notes", no_total);
  append_paragraph (html, "notes", legend);
  append_paragraph (html, "source", source);
}

char *
tb_table_to_html (const TbComparison *comparison,
                  TbLanguage          language)
{
  g_autoptr (TbTableNotes) notes = tb_table_notes_new (comparison, language);
  g_autofree char *title = tb_table_dup_title (comparison, language);
  g_autofree char *subtitle = tb_table_dup_subtitle (comparison, language);
  g_autoptr (GString) html = g_string_new (NULL);

  append_head (html, title, subtitle, language);
  append_columns (html, comparison, language);
  append_rows (html, notes, comparison, language);
  g_string_append (html, "</tbody>\n</table>\n</div>\n");
  append_foot (html, notes, language);
  g_string_append (html, "</body>\n</html>\n");

  return g_string_free_and_steal (g_steal_pointer (&html));
}
