/* How wide the columns of a table are in a spreadsheet, and how high its rows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-table-cell.h"
#include "tb-table-page.h"

G_BEGIN_DECLS

/* In digits of the font, with room. @total: of all columns. */
typedef struct
{
  int           name;
  int           unit;
  int           total;
  int           band_lines;
  int           head_lines;
  TbCellColumn *columns;
} TbTableWidths;

TbTableWidths *tb_table_widths_new       (const TbComparison  *comparison,
                                          const TbTablePage   *page,
                                          TbLanguage           language) G_GNUC_WARN_UNUSED_RESULT;
void           tb_table_widths_free      (TbTableWidths       *self);
/* How many lines a text takes in a column. */
int            tb_table_count_lines      (const char          *text,
                                          int                  width);
/* Lines of the row whose header cells these are. */
int            tb_table_widths_count_row (const TbTableWidths *self,
                                          const char          *name,
                                          const char          *unit);
/* Pages side by side, so that each can be read. */
int            tb_table_widths_count_pages (const TbTableWidths *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbTableWidths, tb_table_widths_free)

G_END_DECLS
