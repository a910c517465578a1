/* What stands around the cells of a table in a spreadsheet.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-table-page.h"

#include "tb-text-measure.h"

#include <glib/gi18n-lib.h>

#define SECONDS_PER_DAY (24 * 60 * 60)

/* Rows of a sheet that are neither the table's nor the notes': title, subtitle,
 * blank lines, the two header rows. */
#define N_OTHER_ROWS 8

/**
 * tb_sheet_dup_text:
 * @text: any text
 * @limits: of a sheet
 *
 * Makes text fit for one cell. Cut text ends in "…".
 *
 * Returns: (transfer full): UTF-8 without control characters
 */
char *
tb_sheet_dup_text (const char          *text,
                   const TbSheetLimits *limits)
{
  g_autofree char *clean = tb_text_clean (text);
  gsize n = 0;
  const char *cut = clean;

  for (const char *p = clean; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize units = g_utf8_get_char (p) > 0xFFFF ? 2 : 1;

      /* Where the "…" would still have room. */
      if (n + units < limits->text)
        cut = g_utf8_next_char (p);
      n += units;
      if (n > limits->text)
        return g_strdup_printf ("%.*s…", (int) (cut - clean), clean);
    }

  return g_steal_pointer (&clean);
}

/**
 * tb_table_dup_subtitle:
 * @comparison: a table
 * @language: the table's language
 *
 * Returns: (transfer full) (nullable): who published the data, of which day they
 *   are, as of which day they were known, and which rows were searched for (B-6):
 *   "Bureau of Statistics · Data as of 16 Aug 2021"
 */
char *
tb_table_dup_subtitle (const TbComparison *comparison,
                       TbLanguage          language)
{
  static const TbPhrase updated = { { "Data as of %s", "数据更新至%s" } };
  static const TbPhrase as_known = { { "As known on %s", "按%s已公布的数据" } };
  static const TbPhrase found = { { "%1$zu of %2$zu rows: “%3$s”", "筛选“%3$s”：共%2$zu行，显示%1$zu行" } };
  gsize n_all;
  const char *words = tb_comparison_get_words (comparison, &n_all);
  const TbSelection *selection = tb_comparison_get_selection (comparison);
  const TbDatasetInfo *info = tb_dataset_get_info (tb_selection_get_dataset (selection));
  TbDay known = tb_selection_get_known (selection);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *day = info->updated != 0 ? tb_day_label (info->updated, language) : NULL;
  g_autofree char *then = known != 0 ? tb_day_label (known, language) : NULL;

  if (!tb_text_is_empty (&info->publisher))
    g_ptr_array_add (parts, tb_text_dup_marked (&info->publisher, language));
  if (day != NULL)
    g_ptr_array_add (parts, g_strdup_printf (updated.in[language], day));
  if (then != NULL)
    g_ptr_array_add (parts, g_strdup_printf (as_known.in[language], then));
  if (words != NULL)
    g_ptr_array_add (parts, g_strdup_printf (found.in[language], tb_comparison_get_n_rows (comparison), n_all, words));
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
add_line (TbTablePage *self,
          char        *line)
{
  if (line != NULL)
    g_ptr_array_add (self->foot, line);
}

static gboolean
has_sums (const TbComparison *comparison)
{
  for (gsize row = 0; row < tb_comparison_get_n_rows (comparison); row++)
    if (tb_comparison_is_computed (comparison, row))
      return TRUE;

  return FALSE;
}

static void
fill_foot (TbTablePage         *self,
           const TbComparison  *comparison,
           const TbDatasetInfo *info,
           TbLanguage           language)
{
  /* Who adds up its rows, or reads them back as data, would count what is in a sum twice. */
  static const TbPhrase sums
      = { { "The second sheet has published figures alone, and not the totals that are computed.",
            "第二张工作表只含公布数据，不含计算所得的合计。" } };
  static const TbPhrase licences = { { "Licence: %s", "许可：%s" } };
  static const TbPhrase cut = { { "The second sheet has the first %s rows of figures; a sheet holds no more.",
                                  "第二张工作表只含前%s行数据，工作表的容量到此为止。" } };
  guint n = tb_table_notes_get_n (self->notes);

  for (guint note = 1; note <= n; note++)
    {
      g_autofree char *mark = tb_table_notes_dup_mark (note);

      add_line (self, g_strdup_printf ("%s  %s", mark, tb_table_notes_get_text (self->notes, note)));
    }
  add_line (self, tb_table_notes_dup_no_total (self->notes));
  add_line (self, tb_table_notes_dup_legend (self->notes));
  add_line (self, g_strdup (self->source));
  if (info->licence != NULL)
    add_line (self, g_strdup_printf (licences.in[language], info->licence));
  if (has_sums (comparison))
    add_line (self, g_strdup (sums.in[language]));
  if (self->is_cut)
    {
      g_autofree char *rows = tb_number_format ((double) self->n_tidy, 0);

      add_line (self, g_strdup_printf (cut.in[language], rows));
    }
}

static gboolean
count_tidy (const TbTidyRow *row,
            gpointer         data)
{
  gsize *n = data;

  (*n)++;

  return TRUE;
}

static gboolean
check_size (const TbTablePage   *self,
            const TbComparison  *comparison,
            const TbSheetLimits *limits,
            GError             **error)
{
  gsize n_rows = tb_comparison_get_n_rows (comparison) + tb_table_notes_get_n (self->notes) + N_OTHER_ROWS;
  gsize n_columns = tb_comparison_get_n_columns (comparison) + TB_SHEET_N_HEADS;

  if (n_rows <= limits->rows && n_columns <= limits->columns)
    return TRUE;

  g_set_error (error, TB_EXPORT_ERROR, TB_EXPORT_ERROR_SIZE,
               /* Translators: of a spreadsheet's sheet */
               _("The table has %zu rows and %zu columns; expected at most %zu and %zu, which is what a sheet holds"),
               n_rows, n_columns, limits->rows, limits->columns);

  return FALSE;
}

/**
 * tb_table_page_new:
 * @comparison: a table
 * @language: the table's language
 * @limits: of a sheet
 * @error: return location for an error
 *
 * Gathers what stands around a table, and sees that it fits in a sheet: a table
 * is not cut, the rows of its figures on the second sheet are, with a note.
 *
 * Errors: %TB_EXPORT_ERROR_SIZE.
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): the texts
 */
TbTablePage *
tb_table_page_new (const TbComparison   *comparison,
                   TbLanguage            language,
                   const TbSheetLimits  *limits,
                   GError              **error)
{
  static const TbPhrase table_names = { { "Table", "表" } };
  static const TbPhrase data_names = { { "Data", "数据" } };
  const TbSelection *selection = tb_comparison_get_selection (comparison);
  const TbDatasetInfo *info = tb_dataset_get_info (tb_selection_get_dataset (selection));
  g_autoptr (TbTablePage) self = g_new0 (TbTablePage, 1);

  self->notes = tb_table_notes_new (comparison, language);
  self->foot = g_ptr_array_new_with_free_func (g_free);
  if (!check_size (self, comparison, limits, error))
    return NULL;
  tb_table_foreach_tidy (comparison, language, count_tidy, &self->n_tidy);
  self->is_cut = self->n_tidy > limits->rows - 1;
  self->n_tidy = MIN (self->n_tidy, limits->rows - 1);
  self->title = tb_table_dup_title (comparison, language);
  if (!tb_text_is_empty (&info->publisher))
    self->publisher = tb_text_dup_marked (&info->publisher, language);
  self->subtitle = tb_table_dup_subtitle (comparison, language);
  self->source = tb_table_notes_dup_source (self->notes);
  self->created = info->updated != 0 ? (gint64) (info->updated - tb_day_new (1970, 1, 1)) * SECONDS_PER_DAY : 0;
  self->table_name = table_names.in[language];
  self->data_name = data_names.in[language];
  fill_foot (self, comparison, info, language);

  return g_steal_pointer (&self);
}

/**
 * tb_table_page_free:
 * @self: the texts
 */
void
tb_table_page_free (TbTablePage *self)
{
  g_clear_pointer (&self->notes, tb_table_notes_free);
  g_clear_pointer (&self->foot, g_ptr_array_unref);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->publisher);
  g_free (self->source);
  g_free (self);
}
