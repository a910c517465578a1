/* Tables as an Office Open XML workbook: the table as it is displayed with a chart
 * beside it, and its figures as tidy rows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-table-xlsx-private.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdlib.h>

/* What the ZIP's own dates are: 1 January 1980. */
#define NO_DATE 315532800

static void
set_properties (TbXlsx *self)
{
  g_autofree char *title = tb_sheet_dup_text (self->page->title, self->limits);
  g_autofree char *publisher = self->page->publisher != NULL ? tb_sheet_dup_text (self->page->publisher, self->limits)
                                                             : NULL;
  g_autofree char *source = self->page->source != NULL ? tb_sheet_dup_text (self->page->source, self->limits) : NULL;
  lxw_doc_properties properties = {
    .title = title,
    .subject = publisher,
    .author = publisher,
    .comments = source,
    .created = self->page->created > 0 ? (time_t) self->page->created : NO_DATE,
  };

  workbook_set_properties (self->workbook, &properties);
}

/* libxlsxwriter prints numbers by the locale, whose comma would not be read. */
static locale_t
enter_plain_locale (locale_t plain)
{
  return plain != (locale_t) 0 ? uselocale (plain) : (locale_t) 0;
}

static lxw_error
write_workbook (TbXlsx      *self,
                const char **buffer,
                size_t      *length)
{
  lxw_workbook_options options = { .output_buffer = buffer, .output_buffer_size = length };

  self->workbook = workbook_new_opt (NULL, &options);
  if (self->workbook == NULL)
    return LXW_ERROR_MEMORY_MALLOC_FAILED;
  self->table = workbook_add_worksheet (self->workbook, self->page->table_name);
  self->data = workbook_add_worksheet (self->workbook, self->page->data_name);
  set_properties (self);
  tb_xlsx_write_table (self);
  tb_xlsx_add_chart (self);
  tb_xlsx_write_data (self);

  return workbook_close (self->workbook);
}

GBytes *
tb_table_to_xlsx_within (const TbComparison   *comparison,
                         TbLanguage            language,
                         const TbSheetLimits  *limits,
                         GError              **error)
{
  static const TbPhrase fonts = { { "Calibri", "Microsoft YaHei" } };
  g_autoptr (TbTablePage) page = tb_table_page_new (comparison, language, limits, error);
  g_autoptr (GHashTable) formats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) literals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  TbXlsx self = {
    .comparison = comparison, .page = page, .limits = limits, .language = language,
    .theme = tb_theme_get (TB_STYLE_LIGHT), .font = fonts.in[language], .formats = formats, .literals = literals,
  };
  const char *buffer = NULL;
  size_t length = 0;
  locale_t plain, before;
  lxw_error failure;

  if (page == NULL)
    return NULL;
  plain = newlocale (LC_NUMERIC_MASK, "C", (locale_t) 0);
  before = enter_plain_locale (plain);
  failure = write_workbook (&self, &buffer, &length);
  if (plain != (locale_t) 0)
    {
      uselocale (before);
      freelocale (plain);
    }
  if (failure == LXW_NO_ERROR)
    return g_bytes_new_with_free_func (buffer, length, free, (gpointer) buffer);

  free ((gpointer) buffer);
  /* The library puts its parts together in files. */
  g_set_error (error, TB_EXPORT_ERROR, TB_EXPORT_ERROR_DRAWING,
               _("The workbook could not be written: %s Is there room in the folder for temporary files, “%s”?"),
               lxw_strerror (failure), g_get_tmp_dir ());

  return NULL;
}

GBytes *
tb_table_to_xlsx (const TbComparison  *comparison,
                  TbLanguage           language,
                  GError             **error)
{
  static const TbSheetLimits limits = TB_SHEET_LIMITS;

  return tb_table_to_xlsx_within (comparison, language, &limits, error);
}
