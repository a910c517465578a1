/* What the parts of the ODS writer share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-table-page.h"
#include "tb-table-widths.h"

G_BEGIN_DECLS

typedef enum
{
  TB_ODS_TITLE,
  TB_ODS_SUBTITLE,
  TB_ODS_BAND,
  TB_ODS_WIDE_BAND,
  TB_ODS_HEAD,
  TB_ODS_HEAD_NUMBER,
  TB_ODS_HEAD_WORDS,
  TB_ODS_NAME,
  TB_ODS_UNIT,
  TB_ODS_WORDS,
  TB_ODS_NUMBER,
  TB_ODS_FOOT,
  TB_ODS_FIELD,
  TB_ODS_FIELD_HEAD,
} TbOdsStyle;

#define TB_ODS_STYLE_MASK 0xFFu
#define TB_ODS_LAST_ROW   (1u << 8)
#define TB_ODS_NEW_BAND   (1u << 9)
#define TB_ODS_TOTAL      (1u << 10)   /* bold */

/* Styles are written where they are first asked for, and found again by their look. */
typedef struct
{
  GString    *xml;
  GHashTable *names;    /* look → name */
  TbLanguage  language;
} TbOdsStyles;

/* tb-export-table-ods-styles.c */
void         tb_ods_styles_init      (TbOdsStyles        *self,
                                      TbLanguage          language);
void         tb_ods_styles_clear     (TbOdsStyles        *self);
/* @data: (nullable): a number's or day's style */
const char  *tb_ods_styles_get_cell  (TbOdsStyles        *self,
                                      guint               style,
                                      const char         *data);
const char  *tb_ods_styles_get_number (TbOdsStyles       *self,
                                      const TbCellFormat *format);
/* A day, as people write it or as 2021-08-31; @letters stand behind. */
const char  *tb_ods_styles_get_day   (TbOdsStyles        *self,
                                      gboolean            plain,
                                      const char         *letters);
const char  *tb_ods_styles_get_column (TbOdsStyles       *self,
                                      int                 width);
/* @height: in points; 0: as the content needs */
const char  *tb_ods_styles_get_row   (TbOdsStyles        *self,
                                      double              height);
/* Page, fonts and defaults: styles.xml. */
void         tb_ods_append_page_styles (GString          *xml,
                                      TbLanguage          language,
                                      int                 n_pages);
void         tb_ods_append_fonts     (GString            *xml,
                                      TbLanguage          language);

/* tb-export-table-ods-sheets.c */
void         tb_ods_append_table     (GString            *xml,
                                      TbOdsStyles        *styles,
                                      const TbComparison *comparison,
                                      const TbTablePage  *page,
                                      const TbTableWidths *widths,
                                      const TbSheetLimits *limits);
void         tb_ods_append_data      (GString            *xml,
                                      TbOdsStyles        *styles,
                                      const TbComparison *comparison,
                                      const TbTablePage  *page,
                                      const TbSheetLimits *limits);

/* tb-export-table-ods.c: with limits of a test's choice. */
GBytes      *tb_table_to_ods_within  (const TbComparison *comparison,
                                      TbLanguage          language,
                                      const TbSheetLimits *limits,
                                      GError            **error) G_GNUC_WARN_UNUSED_RESULT;

/* Rows of the sheet with the table. */
#define TB_ODS_FIRST_ROW 5

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TbOdsStyles, tb_ods_styles_clear)

G_END_DECLS
