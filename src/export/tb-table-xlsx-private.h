/* What the parts of the XLSX writer share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-table-cell.h"
#include "tb-table-page.h"
#include "tb-theme.h"

#include <xlsxwriter.h>

G_BEGIN_DECLS

/* What a cell is; with flags of where it stands. */
typedef enum
{
  TB_XLSX_TITLE,
  TB_XLSX_SUBTITLE,
  TB_XLSX_BAND,
  TB_XLSX_WIDE_BAND,
  TB_XLSX_HEAD,
  TB_XLSX_HEAD_NUMBER,
  TB_XLSX_HEAD_WORDS,
  TB_XLSX_NAME,
  TB_XLSX_UNIT,
  TB_XLSX_WORDS,
  TB_XLSX_NUMBER,
  TB_XLSX_FOOT,
  TB_XLSX_FIELD,        /* of the tidy sheet */
  TB_XLSX_FIELD_HEAD,
} TbXlsxStyle;

#define TB_XLSX_STYLE_MASK 0xFFu
#define TB_XLSX_LAST_ROW   (1u << 8)    /* the rule that closes the table is below */
#define TB_XLSX_NEW_BAND   (1u << 9)    /* a thin rule is on its left */
#define TB_XLSX_TOTAL      (1u << 10)   /* bold */

typedef struct
{
  lxw_workbook        *workbook;
  lxw_worksheet       *table;
  lxw_worksheet       *data;
  const TbComparison  *comparison;
  const TbTablePage   *page;
  const TbSheetLimits *limits;
  TbLanguage           language;
  const TbTheme       *theme;
  const char          *font;
  GHashTable          *formats;      /* style and number format → lxw_format */
  GHashTable          *literals;     /* number formats with words in them */
  guint                n_comments;
} TbXlsx;

/* tb-export-table-xlsx-formats.c */
lxw_color_t  tb_xlsx_get_color  (TbColor               color);
/* @number_format: (nullable) */
lxw_format  *tb_xlsx_get_format (TbXlsx               *self,
                                 guint                 style,
                                 const char           *number_format);
/* The number format of a cell; NULL where there are so many of them that Excel
 * would not open the file. */
char        *tb_xlsx_dup_number_format (TbXlsx        *self,
                                 const TbCellFormat   *format) G_GNUC_WARN_UNUSED_RESULT;

/* tb-export-table-xlsx-sheet.c */
#define TB_XLSX_BAND_ROW 3
#define TB_XLSX_HEAD_ROW 4
#define TB_XLSX_FIRST_ROW 5
void         tb_xlsx_write_table (TbXlsx              *self);

/* tb-export-table-xlsx-chart.c */
void         tb_xlsx_add_chart  (TbXlsx               *self);

/* tb-export-table-xlsx-data.c */
void         tb_xlsx_write_data (TbXlsx               *self);

/* tb-export-table-xlsx.c: with limits of a test's choice. */
GBytes      *tb_table_to_xlsx_within (const TbComparison  *comparison,
                                      TbLanguage           language,
                                      const TbSheetLimits *limits,
                                      GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
