/* Writes a comparison table as a file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-export-table-private.h"

#include <string.h>

/**
 * tb_table_format_from_name:
 * @file_name: a file's name or path, or a suffix with its point
 * @out_format: (out): the format
 *
 * Returns: whether tables can be written in the format of that suffix
 */
gboolean
tb_table_format_from_name (const char    *file_name,
                           TbTableFormat *out_format)
{
  static const struct
  {
    const char    *suffix;
    TbTableFormat  format;
  } formats[] = {
    { ".csv", TB_TABLE_CSV }, { ".tsv", TB_TABLE_TSV }, { ".md", TB_TABLE_MARKDOWN },
    { ".markdown", TB_TABLE_MARKDOWN }, { ".html", TB_TABLE_HTML }, { ".htm", TB_TABLE_HTML },
    { ".json", TB_TABLE_JSON }, { ".xlsx", TB_TABLE_XLSX }, { ".ods", TB_TABLE_ODS }, { ".tex", TB_TABLE_LATEX },
  };
  const char *suffix = strrchr (file_name, '.');

  for (gsize i = 0; suffix != NULL && i < G_N_ELEMENTS (formats); i++)
    {
      if (g_ascii_strcasecmp (suffix, formats[i].suffix) == 0)
        {
          *out_format = formats[i].format;
          return TRUE;
        }
    }

  return FALSE;
}

const char *
tb_table_get_indicator_word (TbLanguage language)
{
  static const TbPhrase words = { { "Indicator", "指标" } };

  return words.in[language];
}

const char *
tb_table_get_unit_word (TbLanguage language)
{
  static const TbPhrase words = { { "Unit", "单位" } };

  return words.in[language];
}

gboolean
tb_table_is_of_numbers (const TbComparison *comparison,
                        gsize               column)
{
  TbColumnKind kind = tb_comparison_get_column (comparison, column)->kind;

  return kind != TB_COLUMN_DEADLINE && kind != TB_COLUMN_STATUS;
}

char *
tb_table_dup_title (const TbComparison *comparison,
                    TbLanguage          language)
{
  TbDataset *dataset = tb_selection_get_dataset (tb_comparison_get_selection (comparison));

  return tb_text_dup_marked (&tb_dataset_get_info (dataset)->title, language);
}

/**
 * tb_export_table:
 * @comparison: a table
 * @format: a format
 * @language: the table's language
 * @error: return location for an error
 *
 * Writes the table as it is displayed. Csv and tsv hold numbers that programs
 * read; HTML, Markdown and LaTeX have footnotes, a legend of the status marks and
 * the sources; JSON has every figure with all that it is, and every change with
 * its verdict. XLSX and ODS hold numbers with formats that show them so, and the
 * figures as tidy rows on a second sheet.
 *
 * Errors: %TB_EXPORT_ERROR, of XLSX and ODS alone.
 * Thread: any. The same table gives the same bytes.
 *
 * Returns: (transfer full) (nullable): the file's bytes; UTF-8 text but for XLSX
 *   and ODS
 */
GBytes *
tb_export_table (const TbComparison *comparison,
                 TbTableFormat       format,
                 TbLanguage          language,
                 GError            **error)
{
  char *text = NULL;

  switch (format)
    {
    case TB_TABLE_CSV:
      text = tb_table_to_separated (comparison, ',', language);
      break;
    case TB_TABLE_TSV:
      text = tb_table_to_separated (comparison, '\t', language);
      break;
    case TB_TABLE_MARKDOWN:
      text = tb_table_to_markdown (comparison, language);
      break;
    case TB_TABLE_HTML:
      text = tb_table_to_html (comparison, language);
      break;
    case TB_TABLE_JSON:
      text = tb_table_to_json (comparison, language);
      break;
    case TB_TABLE_LATEX:
      text = tb_table_to_latex (comparison, language);
      break;
    case TB_TABLE_XLSX:
      return tb_table_to_xlsx (comparison, language, error);
    case TB_TABLE_ODS:
      return tb_table_to_ods (comparison, language, error);
    }

  return g_bytes_new_take (text, strlen (text));
}
