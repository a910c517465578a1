/* What stands around the cells of a table in a spreadsheet.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-export-table-private.h"
#include "tb-tidy-row.h"

G_BEGIN_DECLS

/* What a sheet can hold in Excel ("Excel specifications and limits") and, by its
 * own choice, in LibreOffice. Tests set smaller ones. */
typedef struct
{
  gsize rows;
  gsize columns;
  gsize text;      /* characters of one cell: UTF-16 units */
} TbSheetLimits;

#define TB_SHEET_LIMIT_ROWS    1048576
#define TB_SHEET_LIMIT_COLUMNS 16384
#define TB_SHEET_LIMIT_TEXT    32767
#define TB_SHEET_LIMIT_NAME    31
#define TB_SHEET_LIMITS { TB_SHEET_LIMIT_ROWS, TB_SHEET_LIMIT_COLUMNS, TB_SHEET_LIMIT_TEXT }

/* Each comment is a drawing, and thousands of them make a sheet slow to open; the
 * letter and its note below the table say the same. */
#define TB_SHEET_MOST_COMMENTS 2000

/* Columns before those of the comparison: indicator, unit. */
#define TB_SHEET_N_HEADS 2

/**
 * TbTablePage:
 * @subtitle: who published the data, and of which day they are; NULL for nothing
 * @foot: (element-type utf8): notes with their letters, legend, sources
 * @publisher, @indicators: NULL where not known
 * @created: of the data, Unix seconds; 0: not told
 * @is_cut: the sheet of tidy rows has not all of them
 *
 * The texts around a table.
 */
typedef struct
{
  TbTableNotes *notes;
  char         *title;
  char         *subtitle;
  GPtrArray    *foot;
  char         *publisher;
  char         *source;
  gint64        created;
  gsize         n_tidy;      /* rows of figures on the second sheet */
  gboolean      is_cut;
  const char   *table_name;  /* of the sheets */
  const char   *data_name;
} TbTablePage;

/* NULL where the table is larger than a sheet. */
TbTablePage *tb_table_page_new          (const TbComparison  *comparison,
                                         TbLanguage           language,
                                         const TbSheetLimits *limits,
                                         GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void         tb_table_page_free         (TbTablePage         *self);
/* Text that fits in one cell: cleaned of what XML can not hold, and cut. */
char        *tb_sheet_dup_text          (const char          *text,
                                         const TbSheetLimits *limits) G_GNUC_WARN_UNUSED_RESULT;
/* The two lines of the header (B-1): bands name their pair where there are several, and
 * the titles below are the shorter then. */
char        *tb_table_dup_band          (const TbComparison  *comparison,
                                         gsize                column,
                                         TbLanguage           language) G_GNUC_WARN_UNUSED_RESULT;
char        *tb_table_dup_head          (const TbComparison  *comparison,
                                         gsize                column,
                                         TbLanguage           language) G_GNUC_WARN_UNUSED_RESULT;
gboolean     tb_table_begins_band       (const TbComparison  *comparison,
                                         gsize                column);
/* The first column behind those of one band with @first. */
gsize        tb_table_find_band_end     (const TbComparison  *comparison,
                                         gsize                first);

/* The tidy rows of the figures in a table, in the order of the file, with what
 * confirms them and what they replace. FALSE from @func ends the walk. */
typedef gboolean (*TbTidyFunc) (const TbTidyRow *row,
                                gpointer         data);
void         tb_table_foreach_tidy      (const TbComparison  *comparison,
                                         TbLanguage           language,
                                         TbTidyFunc           func,
                                         gpointer             data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbTablePage, tb_table_page_free)

G_END_DECLS
